"""The first page: the newest articles, who is quoted most, the years; and the list of all articles."""

from collections.abc import Iterator, Mapping
from functools import partial

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.pages.ranking import rank
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.pages.year_strip import year_strip
from sitegen.site.strings import Strings

MOST_SPEAKERS = 8


def home(site: Site, settings: Settings, t: Strings) -> Iterator[Sheet]:
    """The first page, and those on which the list of articles goes on."""
    for part in parts("index.html", site.articles, settings.pages.articles_per_page):
        yield Sheet(
            path=part.path,
            template="home.html",
            title=titled(t, settings.site.title, part),
            description=settings.site.description,
            area="articles",
            context=partial(_context, site, t, part),
        )


def _context(site: Site, t: Strings, part: Part[Digest]) -> Context:
    if part.number > 1:
        return {"part": part}
    paged = (
        (each.label, f"speakers/{each.slug}.html", len(each.said)) for each in site.speakers if each.slug
    )
    return {
        "part": part,
        "most_quoted": rank(paged, MOST_SPEAKERS),
        "years": year_strip(t, site.timeline),
        "counts": _counts(site),
    }


def _counts(site: Site) -> Mapping[str, int]:
    return {
        "articles": len(site.articles),
        "quotations": sum(len(digest.quotations) for digest in site.articles),
        "speakers": len(site.speakers),
        "phrases": len(site.phrases),
        "events": sum(len(digest.timeline) for digest in site.articles),
        "sections": len(site.sections.named),
        "publishers": len(site.publishers.named),
    }
