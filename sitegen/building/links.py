"""Do the links of a finished site lead anywhere? Only inside the site; nothing is fetched."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sitegen.errors import SitegenError

_LINKING = frozenset({"href", "src"})
_NOT_FOUND = "404.html"
"""Shown at any address, so its links begin with the site's own, which is not known here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link as written on a page."""

    target: str
    line: int


@dataclass(slots=True, kw_only=True)
class _Read:
    """What a page offers and asks for."""

    links: list[Link] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read = _Read()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note every link and every place a link can lead to."""
        for name, value in attrs:
            if value is None:
                continue
            if name == "id" or (tag == "a" and name == "name"):
                self.read.anchors.add(value)
            elif name in _LINKING:
                self.read.links.append(Link(target=value.strip(), line=self.getpos()[0]))


def broken_links(public: Path) -> Iterator[SitegenError]:
    """Every link of a page below ``public`` that leads to a file, or a place on a page, that is not there."""
    pages = {path.relative_to(public).as_posix(): _read(path) for path in sorted(public.rglob("*.html"))}
    files = {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()}
    for page, read in pages.items():
        if page == _NOT_FOUND:
            continue
        for link in read.links:
            wrong = _wrong(link.target, page, pages, files)
            if wrong:
                yield SitegenError(f"{wrong}: {link.target}", path=f"{public.name}/{page}", line=link.line)


def _read(path: Path) -> _Read:
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8", errors="replace"))
    reader.close()
    return reader.read


def _wrong(target: str, page: str, pages: dict[str, _Read], files: set[str]) -> str | None:
    """What is wrong with a link; None when it leads somewhere, or out of the site."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return "this link is malformed"
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        return "this link works at the root of a server only"
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    file = place if parts.path else page
    if file not in files:
        return "this link leads to no file"
    fragment = unquote(parts.fragment)
    if fragment and file in pages and fragment not in pages[file].anchors:
        return "this link leads to no place on its page"
    return None
