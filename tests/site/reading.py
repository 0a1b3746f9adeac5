"""What a browser would make of a page, as far as the tests need it: its elements, ids and links."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag, urlsplit


@dataclass
class Document:
    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    text: str = ""

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> Iterator[str]:
        for _, attributes in self.elements:
            yield from (attributes[name] for name in ("href", "src", "action") if name in attributes)


def read(body: bytes) -> Document:
    document = Document()

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            document.elements.append((tag, {name: value or "" for name, value in attrs}))

        def handle_data(self, data: str) -> None:
            document.text += data

    reader = Reader(convert_charrefs=True)
    reader.feed(body.decode("utf-8"))
    reader.close()
    return document


def target(page: str, link: str) -> tuple[str, str] | None:
    """Which file of the site, and which id in it, a link on ``page`` leads to; None: it leads elsewhere."""
    address, fragment = urldefrag(link)
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = normpath(join(dirname(page), unquote(parts.path))) if parts.path else page
    return path, unquote(fragment)
