"""The command line. Here alone is printed and exited; everything else returns values and raises errors."""

import click

from sitegen import __version__
from sitegen.commands.build import build
from sitegen.commands.check import check
from sitegen.commands.extract import extract
from sitegen.commands.init import init
from sitegen.commands.serve import serve
from sitegen.commands.shared import EXIT_CODES


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXIT_CODES,
)
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def main() -> None:
    """Turn a folder of news articles into digests, and the digests into a searchable site.

    A project is a folder: raw articles in seeds/, digests that people may edit in content/, the finished site
    in public/. Begin one with `sitegen init`, build it with `sitegen build`.
    """


for command in (init, build, serve, check, extract):
    main.add_command(command)
