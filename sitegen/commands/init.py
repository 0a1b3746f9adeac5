"""``sitegen init``."""

from pathlib import Path

import click

from sitegen.commands.shared import EXIT_CODES, ends_on_usage_errors, printable
from sitegen.init import init as begin


@click.command(epilog=EXIT_CODES, short_help="Begin a project.")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@ends_on_usage_errors
def init(folder: Path) -> None:
    """Begin a project in the folder DIR, or in the folder you are in.

    Writes sitegen.yml with every setting explained, an example article, the workflow that publishes the site
    on GitHub Pages, and what that needs. A file that is there already is never overwritten.
    """
    begun = begin(folder)
    for file in begun.written:
        click.echo(f"written  {printable(str(folder / file))}")
    for file in begun.kept:
        click.echo(f"kept     {printable(str(folder / file))}")
    where = "" if folder == Path() else f" -C {printable(str(folder))}"
    click.echo(f"Put articles into {printable(str(folder / 'seeds'))}, then: sitegen build{where}")
