"""``sitegen check``."""

from pathlib import Path

import click

from sitegen.building.check import Verdict
from sitegen.building.check import check as check_project
from sitegen.commands.shared import (
    EXIT_CODES,
    Exit,
    ends_on_usage_errors,
    leave,
    plural,
    project_option,
    show,
)


@click.command(
    epilog=EXIT_CODES, short_help="Compare the digests with the articles, and follow the links of the site."
)
@project_option
@ends_on_usage_errors
def check(root: Path) -> None:
    """Compare content/ with seeds/, word for word, and follow the links of public/. Changes nothing.

    Reports excerpts that are not in their article verbatim, articles that changed or vanished since their
    digest was made, digests that a build would make anew, and links that lead nowhere. Exits with code 1 when
    there is anything to report.
    """
    verdict = check_project(root)
    show("note", verdict.notes)
    show("error", verdict.problems)
    tell(verdict)
    leave(Exit.SOME_FAILED if verdict.problems else Exit.FINE)


def tell(verdict: Verdict) -> None:
    """Print the closing lines of a check."""
    states = ", ".join(f"{count} {state}" for state, count in sorted(verdict.states.items())) or "no files"
    click.echo(f"Content:  {states}")
    click.echo(f"Excerpts: {verdict.excerpts} compared with their seeds")
    if verdict.copies:
        click.echo(f"Copies:   {verdict.copies} articles share their text with another")
    if not verdict.linked:
        click.echo("Links:    not followed, the site is not built yet")
    click.echo(plural(len(verdict.problems), "problem") if verdict.problems else "No problems.")
