"""Sections and publishers: the A–Z list of each, and a page for every one that several articles share."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.pages.article import article_path
from sitegen.site.pages.az import LINES_PER_PAGE, az_context, jumps
from sitegen.site.pages.ranking import Ranking, most_quoted, rank_shelves
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.pages.wording import counted
from sitegen.site.shelves import Kind, Shelf, Shelves

MOST_SPEAKERS = 12
MOST_OTHERS = 12
"""Publishers named of one section, or sections of one publisher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelfView:
    """What stands above the articles of a section or publisher."""

    quoted: Ranking
    """Whom its articles quote most."""
    others: Ranking
    """Of a section the publishers, of a publisher the sections."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """What the pages of one kind are called."""

    every: str
    one: str
    none: str
    about: str


_WORDS = {
    Kind.SECTIONS: _Words(
        every="Sections", one="Section", none="No section", about="The sections the articles stand in, A–Z."
    ),
    Kind.PUBLISHERS: _Words(
        every="Publishers",
        one="Publisher",
        none="Publisher not stated",
        about="Who published the articles, A–Z.",
    ),
}


def shelves(site: Site, settings: Settings) -> Iterator[Sheet]:
    """The sections, then the publishers: for each the A–Z list, and the pages of those that have one."""
    for kind, every in ((Kind.SECTIONS, site.sections), (Kind.PUBLISHERS, site.publishers)):
        yield from _list(kind, every)
        for shelf in every.every:
            yield from _shelf(site, shelf, settings.pages.articles_per_page)


def _list(kind: Kind, every: Shelves) -> Iterator[Sheet]:
    path = f"{kind}/index.html"
    all_parts = tuple(parts(path, every.named, LINES_PER_PAGE))
    where = jumps(all_parts, _name)
    for part in all_parts:
        yield Sheet(
            path=part.path,
            template=f"{kind}.html",
            title=titled(_WORDS[kind].every, part),
            description=_WORDS[kind].about,
            area=kind,
            context=partial(az_context, part, _name, jumps=where, link_of=_link_of, unnamed=every.unnamed),
        )


def _name(shelf: Shelf) -> str:
    return shelf.name or ""


def _link_of(shelf: Shelf) -> str:
    """A shelf's own page; of one without its one article."""
    return shelf.path or article_path(shelf.articles[0])


def _shelf(site: Site, shelf: Shelf, per_page: int) -> Iterator[Sheet]:
    if shelf.path is None:
        return
    words = _WORDS[shelf.kind]
    title = words.none if shelf.name is None else f"{words.one}: {shelf.name}"
    quotations = sum(len(digest.quotations) for digest in shelf.articles)
    summary = f"{counted(len(shelf.articles), 'article')} with {counted(quotations, 'quotation')}."
    copies = site.copies.among({digest.slug for digest in shelf.articles})
    if copies:
        summary += f" {copies} of the articles share their text with one another; each is counted."
    for part in parts(shelf.path, shelf.articles, per_page):
        yield Sheet(
            path=part.path,
            template="section.html" if shelf.kind is Kind.SECTIONS else "publisher.html",
            title=titled(title, part),
            description=summary,
            area=shelf.kind,
            context=partial(_context, site, shelf, part, summary),
        )


def _context(site: Site, shelf: Shelf, part: Part[Digest], summary: str) -> Context:
    view = shelf_view(site, shelf) if part.number == 1 else None
    return {"shelf": shelf, "part": part, "view": view, "summary": summary}


def shelf_view(site: Site, shelf: Shelf) -> ShelfView:
    """What is said of a shelf on its first page. However many articles it has, that fits a screen."""
    others = site.publishers if shelf.kind is Kind.SECTIONS else site.sections
    beside = chain.from_iterable(others.by_article[digest.slug] for digest in shelf.articles)
    return ShelfView(
        quoted=most_quoted(site, shelf.articles, MOST_SPEAKERS),
        others=rank_shelves(beside, MOST_OTHERS),
    )
