"""The table of contents of the whole site: every page there will be, in order."""

from collections.abc import Iterator
from functools import partial

from sitegen import accuracy
from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.pages.article import article_path, article_view
from sitegen.site.pages.carry import carry_view, downloads
from sitegen.site.pages.changes import history, moved, newest_first, withdrawn
from sitegen.site.pages.home import home
from sitegen.site.pages.metadata import article_json_ld
from sitegen.site.pages.phrases import phrases
from sitegen.site.pages.quotations import quotations
from sitegen.site.pages.sheet import Context, Sheet
from sitegen.site.pages.shelves import shelves
from sitegen.site.pages.speakers import speakers
from sitegen.site.pages.timelines import timeline
from sitegen.site.strings import Strings


def sheets(site: Site, settings: Settings, t: Strings) -> Iterator[Sheet]:
    """Every page of the site but the feeds and static files, not yet rendered; ``t`` has our own words."""
    yield from home(site, settings, t)
    for digest in site.articles:
        yield _article(site, digest, settings, t)
    yield from withdrawn(site, t)
    yield from moved(site, t)
    yield from quotations(site, t)
    yield from speakers(site, t)
    yield from phrases(site, t)
    yield from timeline(site, t)
    yield downloads(site, settings, t)
    yield from shelves(site, settings, t)
    yield from history(site, t)
    yield from _others(site, settings, t)


def _article(site: Site, digest: Digest, settings: Settings, t: Strings) -> Sheet:
    return Sheet(
        path=article_path(digest),
        template="article.html",
        title=digest.title,
        description=_description(digest, t),
        area="articles",
        listed=not digest.facts.draft,
        context=partial(_article_context, site, digest, settings, t),
    )


def _article_context(site: Site, digest: Digest, settings: Settings, t: Strings) -> Context:
    view = article_view(t, site, digest)
    return {
        "view": view,
        "corrections": newest_first(digest),
        "json_ld": article_json_ld(digest, settings.site, view.url, view.proof.altered),
        "carry": carry_view(digest, settings, t, view.proof.altered),
    }


def _description(digest: Digest, t: Strings) -> str:
    if digest.lead:
        return digest.lead[0].text
    return t.plain("article.summary", n=len(digest.quotations))


def _others(site: Site, settings: Settings, t: Strings) -> Iterator[Sheet]:
    yield Sheet(
        path="search.html",
        template="search.html",
        title=t.plain("nav.search"),
        description=t.plain("search.description"),
        area="search",
        context=partial(dict, searchable=bool(site.articles)),
    )
    yield Sheet(
        path="method.html",
        template="method.html",
        title=t.plain("method.sheet"),
        description=t.plain("method.description"),
        area="method",
        context=partial(dict, quoting=settings.quotations, accuracy=accuracy),
    )
    yield Sheet(
        path="404.html",
        template="404.html",
        title=t.plain("not_found.title"),
        description=t.plain("not_found.description"),
        listed=False,
    )
