"""The table of contents of the whole site: every page there will be, in order."""

from collections.abc import Iterator
from functools import partial

from sitegen import accuracy
from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.pages.article import article_path, article_view
from sitegen.site.pages.home import home
from sitegen.site.pages.metadata import article_json_ld
from sitegen.site.pages.phrases import phrases
from sitegen.site.pages.quotations import quotations
from sitegen.site.pages.sheet import Context, Sheet
from sitegen.site.pages.shelves import shelves
from sitegen.site.pages.speakers import speakers
from sitegen.site.pages.timelines import timeline
from sitegen.site.pages.wording import counted


def sheets(site: Site, settings: Settings) -> Iterator[Sheet]:
    """Every page of the site but the feeds and static files, not yet rendered."""
    yield from home(site, settings)
    for digest in site.articles:
        yield _article(site, digest, settings)
    yield from quotations(site)
    yield from speakers(site)
    yield from phrases(site)
    yield from timeline(site)
    yield from shelves(site, settings)
    yield from _others(site, settings)


def _article(site: Site, digest: Digest, settings: Settings) -> Sheet:
    return Sheet(
        path=article_path(digest),
        template="article.html",
        title=digest.title,
        description=_description(digest),
        area="articles",
        listed=not digest.facts.draft,
        context=partial(_article_context, site, digest, settings),
    )


def _article_context(site: Site, digest: Digest, settings: Settings) -> Context:
    view = article_view(site, digest)
    return {"view": view, "json_ld": article_json_ld(digest, settings.site, view.url)}


def _description(digest: Digest) -> str:
    if digest.lead:
        return digest.lead[0].text
    return f"{counted(len(digest.quotations), 'quotation')}, with their speakers and context."


def _others(site: Site, settings: Settings) -> Iterator[Sheet]:
    yield Sheet(
        path="search.html",
        template="search.html",
        title="Search",
        description="Search the articles by words, speaker, key phrase, section and year.",
        area="search",
        listed=False,
        context=partial(dict, searchable=bool(site.articles)),
    )
    yield Sheet(
        path="about.html",
        template="about.html",
        title="About this site",
        description="What is extracted from the articles, how to read the marks, and where the limits are.",
        area="about",
        context=partial(dict, quoting=settings.quotations, accuracy=accuracy),
    )
    yield Sheet(
        path="404.html",
        template="404.html",
        title="Page not found",
        description="There is no page at this address.",
        listed=False,
    )
