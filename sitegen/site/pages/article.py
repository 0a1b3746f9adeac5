"""Digest → what an article page shows, in the order it shows it; templates only lay it out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.model import Digest, Event, Excerpt, Quotation, Source, Span
from sitegen.site.catalogue import Site, Standing, standing
from sitegen.site.naming import by_name, page_of
from sitegen.site.pages import markdown
from sitegen.site.pages.marking import Piece, anchor, pieces
from sitegen.site.pages.wording import Certainty, date_words, kind_words, speaker_certainty, time_certainty
from sitegen.site.related import Related, fold
from sitegen.span_index import SpanIndex

HTML_DATE = re.compile(
    r"""
    \d{4}                             # a year, as in 2023
    (?: -\d{2} (?: -\d{2} )? )?       # its month, its day
    (?: T\d{2}:\d{2} (?: :\d{2} )? )? # a time of day
    """,
    re.ASCII | re.VERBOSE,
)
"""Values that an HTML ``datetime`` attribute can carry; TIMEX3 has more (``XXXX-10-07``, ``2009-Q3``)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """A quotation as it is shown."""

    number: int
    quotation: Quotation
    certainty: Certainty
    kind: str
    speaker_path: str | None
    """The speaker's page; None: unknown, or described but not named."""
    context: str | None = None
    """The id of the sentence that holds the words; None: not in the digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """A dated sentence as it is shown."""

    event: Event
    date: str
    """The date in words."""
    datetime: str | None
    """For machines; None where HTML has no form for the value."""
    certainty: Certainty
    pieces: tuple[Piece, ...]
    """The sentence, the time expression marked."""
    anchor: str | None = None
    """The id of the entry on its article's page; None where another has it, or the span is unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventGroup:
    """The events of a timeline that are dated equally well."""

    name: Standing
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextView:
    """A sentence that holds quotations, their words marked with their numbers."""

    sentence: Excerpt
    anchor: str | None
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A speaker or key phrase of this article, its page if it has one, and how often it occurs here."""

    name: str
    path: str | None
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A section that a person wrote."""

    heading: str
    anchor: str
    html: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """Everything an article page shows."""

    digest: Digest
    path: str
    source: Source | None
    url: str | None
    """Where the original was found, if it is safe to link to."""
    speakers: tuple[Named, ...]
    quotations: tuple[QuotationView, ...]
    timeline: tuple[EventGroup, ...]
    context: tuple[ContextView, ...]
    phrases: tuple[Named, ...]
    related: tuple[Related, ...]
    added: tuple[Added, ...]


def article_path(digest: Digest) -> str:
    """Where an article's page stands."""
    return f"articles/{digest.slug}.html"


def phrase_path(site: Site, phrase: str) -> str | None:
    """Where a phrase's page stands; None when no other article shares the phrase."""
    slug = site.phrase_slugs.get(fold(phrase))
    return None if slug is None else f"phrases/{slug}.html"


def article_view(site: Site, digest: Digest) -> ArticleView:
    """What the page of one article shows."""
    url = digest.facts.url
    held = {anchor(sentence.span) for sentence in digest.context if sentence.span is not None}
    quoted = Counter(q.speaker for q in digest.quotations if q.speaker is not None)
    named = by_name(digest)
    context = context_index(digest)
    return ArticleView(
        digest=digest,
        path=article_path(digest),
        source=digest.source,
        url=url if url is not None and markdown.is_web(url) else None,
        speakers=tuple(
            Named(name=name, path=page_of(site.speaker_slugs, named, name), count=count)
            for name, count in quoted.items()
        ),
        quotations=tuple(
            quotation_view(quotation, number, page_of(site.speaker_slugs, named, quotation.speaker), context)
            for number, quotation in enumerate(digest.quotations, start=1)
        ),
        timeline=event_groups(digest.timeline, taken=held),
        context=tuple(_context(digest)),
        phrases=tuple(
            Named(name=each.phrase, path=phrase_path(site, each.phrase), count=each.count)
            for each in digest.key_phrases
        ),
        related=site.related.get(digest.slug, ()),
        added=tuple(
            Added(heading=each.heading, anchor=f"added-{number}", html=markdown.render(each.markdown))
            for number, each in enumerate(digest.sections, start=1)
        ),
    )


def context_index(digest: Digest) -> SpanIndex[Span]:
    """Where the digest's context sentences stand: made once, asked for each quotation."""
    spans = (sentence.span for sentence in digest.context)
    return SpanIndex((span, span) for span in spans if span is not None)


def quotation_view(
    quotation: Quotation, number: int, speaker_path: str | None, context: SpanIndex[Span]
) -> QuotationView:
    """One quotation, linked to the sentence of ``context`` that its first words stand in."""
    words = quotation.words.span
    sentence = next(iter(context.touching(words)), None) if words else None
    return QuotationView(
        number=number,
        quotation=quotation,
        certainty=speaker_certainty(quotation),
        kind=kind_words(quotation.kind),
        speaker_path=speaker_path,
        context=None if sentence is None else anchor(sentence),
    )


def event_groups(events: Sequence[Event], taken: set[str]) -> tuple[EventGroup, ...]:
    """Events in three groups, each in the order given: dated, dated in part, not dated; no group is empty.

    ``taken`` holds the ids the page already uses: an id stands on a page once.
    """
    groups: dict[Standing, list[EventView]] = {each: [] for each in Standing}
    used = set(taken)
    for event in events:
        name = event_anchor(event)
        groups[standing(event)].append(event_view(event, None if name in used else name))
        if name is not None:
            used.add(name)
    return tuple(EventGroup(name=name, events=tuple(views)) for name, views in groups.items() if views)


def event_view(event: Event, anchor: str | None = None) -> EventView:
    """One event, its time expression marked in its sentence."""
    when, value = event.when, event.when.value
    marks: tuple[tuple[int, Span], ...] = () if when.words.span is None else ((1, when.words.span),)
    return EventView(
        event=event,
        date=date_words(value),
        datetime=value if value is not None and HTML_DATE.fullmatch(value) else None,
        certainty=time_certainty(when),
        pieces=tuple(pieces(event.sentence, marks)),
        anchor=anchor,
    )


def event_anchor(event: Event) -> str | None:
    """The id of an event: its time expression's place in the text."""
    return None if event.when.words.span is None else anchor(event.when.words.span)


def _context(digest: Digest) -> Iterator[ContextView]:
    marks = SpanIndex(
        (quotation.words.span, (number, quotation.words.span))
        for number, quotation in enumerate(digest.quotations, start=1)
        if quotation.words.span is not None
    )
    for sentence in digest.context:
        at = sentence.span
        yield ContextView(
            sentence=sentence,
            anchor=None if at is None else anchor(at),
            pieces=tuple(pieces(sentence, () if at is None else marks.touching(at))),
        )
