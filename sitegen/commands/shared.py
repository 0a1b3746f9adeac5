"""What the commands have in common: options, exit codes, and how things are shown."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

import click

from sitegen.errors import SitegenError

P = ParamSpec("P")
T = TypeVar("T")


class Exit(IntEnum):
    """How a command ends."""

    FINE = 0
    SOME_FAILED = 1
    USAGE = 2


EXIT_CODES = (
    "Exit code: 0 fine; 1 some inputs failed, the others are done; "
    "2 nothing done, the command line or the project's settings are wrong."
)

project_option = click.option(
    "-C",
    "--project",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The project's folder; without it, the folder you are in.",
)

base_url_option = click.option(
    "--base-url",
    metavar="URL",
    help="Where the site will stand, such as https://example.org/news/. Takes the place of base_url in "
    "sitegen.yml. Only the feed, the sitemap, canonical links and 404.html need it.",
)

drafts_option = click.option("--drafts", is_flag=True, help="Publish articles marked draft, too.")

jobs_option = click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    metavar="N",
    help="How many processes read articles at once; without it, one for each processor core.",
)


def ends_on_usage_errors(command: Callable[P, T]) -> Callable[P, T]:
    """Show an error that stops the whole command, and exit with its code."""

    @wraps(command)
    def ending(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except SitegenError as error:
            show("error", [error])
            leave(Exit.USAGE)

    return ending


def leave(code: Exit) -> NoReturn:
    """End the command."""
    raise SystemExit(int(code))


def show(kind: str, errors: Iterable[SitegenError]) -> None:
    """Print errors or warnings, one a line, to standard error."""
    colour = {"error": "red", "warning": "yellow"}.get(kind)
    for error in errors:
        click.echo(f"{click.style(kind, fg=colour)}: {printable(str(error))}", err=True)


def printable(text: str) -> str:
    """``text`` on one line and without control characters: a file's name must not steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)


@contextmanager
def progress(stage: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar on a terminal; elsewhere a line when the stage begins."""
    if not sys.stderr.isatty():
        click.echo(f"{stage} …" if not total else f"{stage}: {total} …", err=True)
        yield lambda _: None
        return
    if total:
        with click.progressbar(length=total, label=f"{stage:<12}", file=sys.stderr) as bar:
            yield bar.update
        return
    done = 0

    def count(steps: int) -> None:
        nonlocal done
        done += steps
        click.echo(f"\r{stage:<12}  {done}", nl=False, err=True)

    yield count
    click.echo(err=True)


def plural(count: int, one: str, many: str | None = None) -> str:
    """The number with its noun: "1 article", "2 articles"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
