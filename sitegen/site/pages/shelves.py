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
from sitegen.site.shelves import Kind, Shelf, Shelves
from sitegen.site.strings import Strings

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


def shelves(site: Site, settings: Settings, t: Strings) -> Iterator[Sheet]:
    """The sections, then the publishers: for each the A–Z list, and the pages of those that have one."""
    for every in (site.sections, site.publishers):
        yield from _list(every, t)
        for shelf in every.every:
            yield from _shelf(site, shelf, settings.pages.articles_per_page, t)


def _list(every: Shelves, t: Strings) -> Iterator[Sheet]:
    sections = every.kind is Kind.SECTIONS
    all_parts = tuple(parts(f"{every.kind}/index.html", every.named, LINES_PER_PAGE))
    where = jumps(all_parts, _name)
    for part in all_parts:
        yield Sheet(
            path=part.path,
            template=f"{every.kind}.html",
            title=titled(t, t.plain("sections.title" if sections else "publishers.title"), part),
            description=t.plain("sections.description" if sections else "publishers.description"),
            area=every.kind,
            context=partial(az_context, part, _name, jumps=where, link_of=_link_of, unnamed=every.unnamed),
        )


def _name(shelf: Shelf) -> str:
    return shelf.name or ""


def _link_of(shelf: Shelf) -> str:
    """A shelf's own page; of one without its one article."""
    return shelf.path or article_path(shelf.articles[0])


def _shelf(site: Site, shelf: Shelf, per_page: int, t: Strings) -> Iterator[Sheet]:
    if shelf.path is None:
        return
    summary = t.plain(
        "shelf.summary",
        articles=t.plain("count.articles", n=len(shelf.articles)),
        with_quotations=t.plain(
            "count.with_quotations", n=sum(len(digest.quotations) for digest in shelf.articles)
        ),
    )
    copies = site.copies.among({digest.slug for digest in shelf.articles})
    if copies:
        summary += " " + t.plain("speaker.copies", n=copies)
    for part in parts(shelf.path, shelf.articles, per_page):
        yield Sheet(
            path=part.path,
            template="section.html" if shelf.kind is Kind.SECTIONS else "publisher.html",
            title=titled(t, _title(shelf, t), part),
            description=summary,
            area=shelf.kind,
            context=partial(_context, site, shelf, part, summary),
        )


def _title(shelf: Shelf, t: Strings) -> str:
    sections = shelf.kind is Kind.SECTIONS
    if shelf.name is None:
        return t.plain("sections.none" if sections else "publishers.none")
    return t.plain("sections.one" if sections else "publishers.one", name=shelf.name)


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
