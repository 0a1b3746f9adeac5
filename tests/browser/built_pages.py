"""The pages of a built site as trees, found by walking its folder, and few of them that show all there is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from urllib.parse import quote

from lxml import html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
Shape = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltPage:
    """One HTML file of a built site."""

    path: str
    """Below the site's folder, with slashes; not escaped."""
    tree: html.HtmlElement

    @property
    def address(self) -> str:
        """What is put behind the site's address to open it."""
        return quote(self.path)

    @property
    def kind(self) -> str:
        """The class of its body, by which the style sheet tells kinds of pages apart."""
        return str(self.tree.body.get("class"))

    @property
    def is_forwarding(self) -> bool:
        """Whether it is an old address that leads on by itself, so that no page has a link to it."""
        return bool(self.tree.xpath("//meta[@http-equiv='refresh']"))

    @property
    def title(self) -> str:
        return " ".join(self.tree.xpath("string(//h1)").split())

    def shapes(self) -> frozenset[Shape]:
        """Whatever of it a rule on structure, contrast or width could look at, without its words."""
        own = {("kind", self.kind, *self.path.split("/")[:-1], str(self.path.endswith("index.html")))}
        for element in self.tree.body.iter("*"):
            parent = element.getparent()
            own.add(("element", *_look(element), *_look(parent)))
        levels = [str(each.tag) for each in self.tree.body.iter(*HEADINGS)]
        return frozenset(own | {("headings", *pair) for pair in pairwise(levels)})


def _look(element: html.HtmlElement) -> Shape:
    told = (element.get(name, "") for name in ("role", "dir", "type"))
    return (str(element.tag), " ".join(sorted(element.classes)), *told)


def read_pages(folder: Path) -> Mapping[str, BuiltPage]:
    """Every HTML file below ``folder`` but those of the search engine's own, by path."""
    found = sorted(folder.rglob("*.html"))
    pages = (BuiltPage(path=file.relative_to(folder).as_posix(), tree=_parse(file)) for file in found)
    return {page.path: page for page in pages if not page.path.startswith("pagefind/")}


def _parse(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def covering(pages: Iterable[BuiltPage], seen: frozenset[Shape] = frozenset()) -> Sequence[BuiltPage]:
    """The fewest pages, found greedily, in which every shape occurs that is not ``seen`` already.

    So a test need not list the kinds of pages by hand: a new template, or a new part of one, is in by itself.
    """
    return list(_picked({page.path: (page, page.shapes() - seen) for page in pages}))


def _picked(left: Mapping[str, tuple[BuiltPage, frozenset[Shape]]]) -> Iterator[BuiltPage]:
    while left:
        page, shapes = max(left.values(), key=lambda each: len(each[1]))
        if not shapes:
            return
        yield page
        left = {path: (other, rest - shapes) for path, (other, rest) in left.items()}
