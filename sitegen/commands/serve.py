"""``sitegen serve``."""

from pathlib import Path

import click

from sitegen.building import Options, Report
from sitegen.commands.build import tell
from sitegen.commands.shared import (
    EXIT_CODES,
    base_url_option,
    drafts_option,
    ends_on_usage_errors,
    jobs_option,
    project_option,
    show,
)
from sitegen.errors import SitegenError
from sitegen.serve import serve as serve_project


@click.command(
    epilog=EXIT_CODES, short_help="Build, show the site on this machine, build again on every change."
)
@project_option
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="On this machine alone."
)
@base_url_option
@jobs_option
@drafts_option
@ends_on_usage_errors
def serve(root: Path, port: int, base_url: str | None, jobs: int | None, *, drafts: bool) -> None:
    """Build the site, show it at http://127.0.0.1:PORT/, and build again whenever a file changes.

    Watches seeds/, content/, templates/ and sitegen.yml, and reloads the browser. A build that fails is
    reported, and the site before it stays. End with Ctrl-C.
    """

    def told(outcome: Report | SitegenError) -> None:
        if isinstance(outcome, SitegenError):
            show("error", [outcome])
            click.echo("The site stays as it was.", err=True)
        else:
            tell(outcome)

    options = Options(base_url=base_url, jobs=jobs, drafts=drafts)
    serve_project(
        root,
        options,
        port=port,
        tell=told,
        ready=lambda address: click.echo(f"Serving {address} (Ctrl-C ends it)"),
    )
