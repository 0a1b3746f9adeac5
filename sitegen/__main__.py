"""``python -m sitegen``: the command line without an installed script."""

from sitegen.cli import main

main()
