"""``sitegen extract``."""

import os
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

import click

from sitegen.commands.shared import (
    EXIT_CODES,
    Exit,
    ends_on_usage_errors,
    jobs_option,
    leave,
    plural,
    show,
)
from sitegen.corpus import KINDS, USUAL, annotate_lines
from sitegen.disk import writing
from sitegen.engine import cores
from sitegen.errors import SitegenError, UsageError
from sitegen.model import Evidence, KeyPhraseEngine


def _kinds(context: click.Context, option: click.Parameter, value: str | None) -> frozenset[str]:
    """The kinds named in ``--only``; without it, the usual ones."""
    kinds = USUAL if value is None else frozenset(map(str.strip, value.split(",")))
    unknown = sorted(kinds - set(KINDS))
    if unknown:
        raise click.BadParameter(f"“{unknown[0]}” is none of {', '.join(KINDS)}", ctx=context, param=option)
    return kinds


@click.command(
    epilog=EXIT_CODES, short_help="Annotate a corpus: a JSON text a line in, its annotations a line out."
)
@click.argument("source", metavar="IN.jsonl", type=click.File("rb"))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="OUT.jsonl",
    type=click.Path(dir_okay=False, allow_dash=True),
    required=True,
    help="Where to write; “-” for standard output.",
)
@click.option(
    "--only",
    metavar="KINDS",
    callback=_kinds,
    help=f"What to look for, separated by commas: {', '.join(KINDS)}; without it, the first four.",
)
@click.option(
    "--evidence",
    type=click.Choice([level.value for level in Evidence]),
    default=Evidence.LIKELY.value,
    show_default=True,
    help="How much must point at a speaker before they are named.",
)
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in KeyPhraseEngine]),
    default=KeyPhraseEngine.YAKE.value,
    show_default=True,
    help="Whose scores key phrases start from; yake-rust needs the extra “fast”.",
)
@click.option(
    "--trace",
    is_flag=True,
    help="Tell, for people to read, which rule fired on which words of each quotation.",
)
@jobs_option
@ends_on_usage_errors
def extract(  # noqa: PLR0913 - an argument an option
    source: BinaryIO,
    target: str,
    only: frozenset[str],
    evidence: str,
    engine: str,
    jobs: int | None,
    *,
    trace: bool,
) -> None:
    """Annotate a corpus: one text a line in, its annotations a line out, in the same order.

    \b
    In:  {"id": …, "text": …, "date": "2031-06-20", "title": …, "language": …}   all but id, text optional
    Out: {"id": …, "quotes": […], "terms": […], "timexes": […], "events": […],
          "key_phrases": […], "keys": […]}   offsets in characters of the given text

    IN.jsonl may be “-” for standard input. A line that cannot be read is named and left out; the others are
    written.
    """  # noqa: D301 - click's mark for lines that must stay as they are
    name = str(getattr(source, "name", "-"))
    _refuse_same_file(source, target)
    answers = annotate_lines(
        _lines(source, name),
        only=only,
        jobs=jobs or cores(),
        name=name,
        evidence=Evidence(evidence),
        engine=KeyPhraseEngine(engine),
        trace=trace,
    )
    with closing(answers):
        written, failed = _write(answers, target)
    click.echo(f"{plural(written, 'text')} annotated, {plural(failed, 'line')} left out", err=True)
    leave(Exit.SOME_FAILED if failed else Exit.FINE)


def _lines(source: BinaryIO, name: str) -> Iterator[bytes]:
    """The lines of the input; one that cannot be read is no fault of the output's."""
    try:
        yield from source
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror or error}", path=name) from error


def _write(answers: Iterable[bytes | SitegenError], target: str) -> tuple[int, int]:
    """Write the answers as they come and show the errors among them; how many there were of each."""
    written = failed = 0
    try:
        with writing(Path(target)), click.open_file(target, "wb") as out:
            for answer in answers:
                if isinstance(answer, SitegenError):
                    failed += 1
                    show("error", [answer])
                else:
                    written += 1
                    out.write(answer)
            out.flush()  # standard output is not closed here, and may be a file on a full disk
    except UsageError as error:
        if isinstance(error.__cause__, BrokenPipeError):  # `| head` has seen enough: click ends quietly
            raise error.__cause__ from None
        raise
    return written, failed


def _refuse_same_file(source: BinaryIO, target: str) -> None:
    """Opening the output empties it; when it is the input, everything would be lost."""
    try:
        same = target != "-" and os.path.samestat(os.fstat(source.fileno()), Path(target).stat())
    except (OSError, ValueError):  # not there yet, or no file at all
        return
    if same:
        raise UsageError("would overwrite its own input", path=target, hint="name another file with -o")
