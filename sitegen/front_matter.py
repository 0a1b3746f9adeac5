"""Where a file's front matter ends and its body begins."""

from dataclasses import dataclass

from sitegen.errors import SitegenError

YAML_LINE = 2
"""The line of a file on which its front matter's first key stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A Markdown file cut in two."""

    yaml: str | None
    """What stands between the two ``---`` lines, with its line end; None: the file has no front matter."""
    body: str
    """Everything after."""
    body_line: int
    """The line of the file on which the body begins, counted from 1."""


def split(markdown: str, *, path: str) -> FrontMatter:
    r"""Cut off the front matter: from a first line ``---`` to the next line ``---``.

    Line ends may be ``\n`` or ``\r\n``; a byte order mark before the first line is ignored.

    Raises:
        SitegenError: front matter begins and never ends.
    """
    lines = markdown.removeprefix("\ufeff").split("\n")
    if lines[0].rstrip() != "---":
        return FrontMatter(yaml=None, body="\n".join(lines), body_line=1)
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            yaml = "".join(f"{line}\n" for line in lines[1:number])
            return FrontMatter(yaml=yaml, body="\n".join(lines[number + 1 :]), body_line=number + 2)
    raise SitegenError(
        "the front matter has no end", path=path, line=1, hint="put a line “---” after the last “key: value”"
    )
