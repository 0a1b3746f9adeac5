"""The table of contents of the whole site: every page there will be, in order."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from sitegen.config import Settings
from sitegen.model import Digest, Span
from sitegen.site.catalogue import Phrase, Said, Site, Speaker
from sitegen.site.pages.article import (
    QuotationView,
    article_path,
    article_view,
    context_index,
    phrase_path,
    quotation_view,
)
from sitegen.site.pages.az import jumps, letters
from sitegen.site.pages.metadata import article_json_ld
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.pages.timelines import timeline
from sitegen.site.pages.wording import counted
from sitegen.span_index import SpanIndex

T = TypeVar("T")

LINES_PER_PAGE = 1000
"""Of A–Z lists: about 100 kB of HTML."""

ENTRIES_PER_PAGE = 100
"""Of quotations or articles on a speaker's or phrase's page."""


def sheets(site: Site, settings: Settings) -> Iterator[Sheet]:
    """Every page of the site but the feeds and static files, not yet rendered."""
    yield from _home(site, settings)
    for digest in site.articles:
        yield _article(site, digest, settings)
    yield from _speakers(site)
    for speaker in site.speakers:
        yield from _speaker(speaker)
    yield from _phrases(site)
    for phrase in site.phrases:
        if phrase.slug is not None:
            yield from _phrase(phrase, phrase.slug)
    yield from timeline(site)
    yield from _others(site)


def _home(site: Site, settings: Settings) -> Iterator[Sheet]:
    counts = {
        "articles": len(site.articles),
        "quotations": sum(len(digest.quotations) for digest in site.articles),
        "speakers": len(site.speakers),
        "phrases": len(site.phrases),
        "events": sum(len(digest.timeline) for digest in site.articles),
    }
    for part in parts("index.html", site.articles, settings.pages.articles_per_page):
        yield Sheet(
            path=part.path,
            template="home.html",
            title=titled(settings.site.title, part),
            description=settings.site.description,
            area="articles",
            context=partial(dict, part=part, counts=counts),
        )


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


def _speakers(site: Site) -> Iterator[Sheet]:
    all_parts = tuple(parts("speakers/index.html", site.speakers, LINES_PER_PAGE))
    where = jumps(all_parts, _speaker_name)
    for part in all_parts:
        yield Sheet(
            path=part.path,
            template="speakers.html",
            title=titled("Speakers", part),
            description="Everybody who is quoted, A–Z.",
            area="speakers",
            context=partial(_az, part, _speaker_name, jumps=where),
        )


def _speaker(speaker: Speaker) -> Iterator[Sheet]:
    summary = f"{counted(len(speaker.said), 'quotation')} in {counted(speaker.articles, 'article')}."
    for part in parts(f"speakers/{speaker.slug}.html", speaker.said, ENTRIES_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="speaker.html",
            title=titled(speaker.name, part),
            description=summary,
            area="speakers",
            context=partial(_said, part, speaker=speaker, summary=summary),
        )


def _said(part: Part[Said], **others: object) -> Context:
    """A speaker's quotations under the articles they stand in, in the order they have."""
    groups: dict[str, tuple[Digest, SpanIndex[Span], list[QuotationView]]] = {}
    for said in part.items:
        digest = said.digest
        if digest.slug not in groups:
            groups[digest.slug] = (digest, context_index(digest), [])
        _, context, views = groups[digest.slug]
        views.append(quotation_view(said.quotation, said.number, None, context))
    articles = [(digest, views) for digest, _, views in groups.values()]
    return {"part": part, "articles": articles, **others}


def _phrases(site: Site) -> Iterator[Sheet]:
    all_parts = tuple(parts("phrases/index.html", site.phrases, LINES_PER_PAGE))
    where = jumps(all_parts, _phrase_name)
    for part in all_parts:
        yield Sheet(
            path=part.path,
            template="phrases.html",
            title=titled("Key phrases", part),
            description="What the articles are about, A–Z.",
            area="phrases",
            context=partial(_az, part, _phrase_name, jumps=where, path_of=partial(_path_of, site)),
        )


def _phrase(phrase: Phrase, slug: str) -> Iterator[Sheet]:
    for part in parts(f"phrases/{slug}.html", phrase.digests, ENTRIES_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="phrase.html",
            title=titled(phrase.phrase, part),
            description=f"Key phrase of {counted(len(phrase.digests), 'article')}.",
            area="phrases",
            context=partial(dict, phrase=phrase, part=part),
        )


def _path_of(site: Site, phrase: Phrase) -> str:
    """A phrase's own page, or the one article it was found in."""
    return phrase_path(site, phrase.phrase) or article_path(phrase.digests[0])


def _others(site: Site) -> Iterator[Sheet]:
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
    )
    yield Sheet(
        path="404.html",
        template="404.html",
        title="Page not found",
        description="There is no page at this address.",
        listed=False,
    )


def _az(part: Part[T], name_of: Callable[[T], str], **others: object) -> Context:
    return {"part": part, "letters": letters(part, name_of), **others}


def _speaker_name(speaker: Speaker) -> str:
    return speaker.name


def _phrase_name(phrase: Phrase) -> str:
    return phrase.phrase
