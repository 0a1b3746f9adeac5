"""``sitegen build``."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

import click

from sitegen.building import Options, Report
from sitegen.building import build as build_project
from sitegen.building.reasons import Because, Reason
from sitegen.commands.shared import (
    EXIT_CODES,
    Exit,
    base_url_option,
    drafts_option,
    ends_on_usage_errors,
    jobs_option,
    leave,
    plural,
    printable,
    progress,
    project_option,
    show,
)

_MOST_IN_FULL = 20
"""With more articles than this, the lines left out of each are only counted; so are a folder's pages."""
_MOST_LINES = 12
_OF_PAGES = frozenset({Because.PAGE_DIFFERS, Because.PAGE_GONE})
_LONGEST_LINE = 90


@click.command(epilog=EXIT_CODES, short_help="Make digests of the articles, and the site of the digests.")
@project_option
@base_url_option
@jobs_option
@click.option(
    "--explain",
    is_flag=True,
    help="Print the reason for everything that is made anew, and the lines left out of it.",
)
@click.option("--strict", is_flag=True, help="Exit with code 1 on warnings, too.")
@drafts_option
@ends_on_usage_errors
def build(
    root: Path, base_url: str | None, jobs: int | None, *, explain: bool, strict: bool, drafts: bool
) -> None:
    """Make digests of the articles in seeds/, and the site in public/ of the digests.

    Only what has changed is made anew. A digest in content/ that somebody has edited is never overwritten.
    An article that fails is reported, and the others are published. The site is replaced as a whole: whoever
    looks sees all of the old one or all of the new one.
    """
    options = Options(base_url=base_url, jobs=jobs, drafts=drafts)
    report = build_project(root, options, progress=progress)
    if explain:
        tell_reasons(report)
    tell(report)
    failed = report.errors or (strict and report.warnings)
    leave(Exit.SOME_FAILED if failed else Exit.FINE)


def tell_reasons(report: Report) -> None:
    """Print why everything that was made anew was, and what its seeds say that the digests leave out."""
    in_full = len(report.left_out) <= _MOST_IN_FULL
    for reason, count in _condensed(report.reasons):
        if count > 1:
            folder = printable(PurePosixPath(reason.subject).parent.as_posix())
            click.echo(f"{folder}/: {count} files: {reason.because}")
            continue
        click.echo(printable(str(reason)))
        lines = report.left_out.get(reason.subject, ())
        if lines:
            click.echo(f"  {plural(len(lines), 'line')} left out of the body" + (":" if in_full else ""))
        for line in lines[:_MOST_LINES] if in_full else ():
            click.echo(f"    {_short(line)}")
        if in_full and len(lines) > _MOST_LINES:
            click.echo(f"    … and {len(lines) - _MOST_LINES} more")
    if not report.reasons:
        click.echo("Nothing is made anew: nothing has changed since the build before.")
    elif not in_full:
        click.echo("The lines left out stand in each content file, under source: removed.")


def _condensed(reasons: Sequence[Reason]) -> Iterator[tuple[Reason, int]]:
    """Each reason, with how many it stands for: the pages of one folder that all have the same, if many."""
    groups = Counter(map(_group, reasons))
    told: set[tuple[PurePosixPath, Because]] = set()
    for reason in reasons:
        group = _group(reason)
        if reason.because not in _OF_PAGES or groups[group] <= _MOST_IN_FULL:
            yield reason, 1
        elif group not in told:
            told.add(group)
            yield reason, groups[group]


def _group(reason: Reason) -> tuple[PurePosixPath, Because]:
    return PurePosixPath(reason.subject).parent, reason.because


def _short(line: str) -> str:
    words = printable(" ".join(line.split()))
    return words if len(words) <= _LONGEST_LINE else f"{words[: _LONGEST_LINE - 1]}…"


def tell(report: Report) -> None:
    """Print a build's closing report; warnings and errors go to standard error."""
    show("warning", report.warnings)
    show("error", report.errors)
    content = report.content
    changes = {
        "new": content.new,
        "changed": content.changed,
        "kept": content.kept,
        "edited": content.edited,
        "removed": content.removed,
    }
    moved = {reason.subject for reason in report.reasons if reason.because is Because.SEED_MOVED}
    for file in content.removed:
        why = "its seed now has another address" if file in moved else "its seed is gone"
        click.echo(f"removed {printable(file)}: {why}")
    click.echo("Content:   " + ", ".join(f"{len(files)} {kind}" for kind, files in changes.items()))
    click.echo(
        f"Published: {plural(report.articles, 'article')}, {plural(report.quotations, 'quotation')}, "
        f"{plural(report.dates, 'date')}"
    )
    files = f"{len(report.written)} written, {len(report.unpublished)} removed"
    if report.indexed:
        files += ", the search index made anew"
    touched = report.written or report.unpublished or report.indexed
    click.echo(f"Files:     {files if touched else 'nothing to write'}")
    trouble = f"{plural(len(report.warnings), 'warning')}, {plural(len(report.errors), 'error')}"
    click.echo(f"Done in {report.seconds:.1f} s with {trouble}. Look at {report.public / 'index.html'}")
