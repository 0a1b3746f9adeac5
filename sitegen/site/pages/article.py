"""Digest → what an article page shows, in the order it shows it; templates only lay it out."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from markupsafe import Markup

from sitegen.model import Digest, Excerpt, Quotation, Source, Span
from sitegen.proof import Proof
from sitegen.site.catalogue import Site
from sitegen.site.copies.finding import Copy
from sitegen.site.export_paths import Form, article_exports
from sitegen.site.pages import markdown
from sitegen.site.pages.article_context import ContextView, context_views
from sitegen.site.pages.article_timeline import Block, article_timeline
from sitegen.site.pages.bars import Bar, unnamed, width
from sitegen.site.pages.disputes import DisputeView, by_quotation, dispute_views
from sitegen.site.pages.marking import sentence_of
from sitegen.site.pages.quotation_view import QuotationView, quotation_view
from sitegen.site.pages.source_marks import SourceMarks, source_marks
from sitegen.site.pages.whole_text import WholeText, quotation_anchor, whole_text
from sitegen.site.phrases.phrase import Phrase
from sitegen.site.related import Related
from sitegen.site.speakers.voices import voices_of
from sitegen.site.strings import Strings
from sitegen.span_index import SpanIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A key phrase of this article, its page if it has one, and how often it occurs here."""

    name: str
    """As the article has it."""
    path: str | None
    facet: str | None
    """By which name the search knows it; None: an earlier one is the same phrase, or it could be several."""
    count: int
    width: str
    """Of its bar: that of the highest count among them is all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionView:
    """Words by which the article says who a speaker is."""

    words: Excerpt
    anchor: str | None
    """Its id on the page; None where the sentence that holds it has one, or the span is unknown."""
    context: str | None
    """The id of the sentence that holds it; None: not in the digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """Somebody this article quotes, by name or description."""

    name: str
    """As the article has it."""
    path: str | None
    """Their page; None: only described, or known by one word."""
    facet: str | None
    """By which name the search knows them; None where they have no page, or one above has the same."""
    count: int
    """Quotations in this article."""
    width: str
    """Of their bar: that of the highest count, quotations without a speaker among them, is all of it."""
    descriptions: tuple[DescriptionView, ...]


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
    proof: Proof
    """How its words stand to those of the source."""
    url: str | None
    """Where the original was found, if it is safe to link to."""
    speakers: tuple[SpeakerView, ...]
    unnamed: Bar | None
    """The quotations without a speaker; None: there are none."""
    quotations: tuple[QuotationView, ...]
    marks: SourceMarks
    """What stands around words that the article quotes."""
    indirect: tuple[QuotationView, ...]
    """Statements in the reporter's words, numbered by themselves."""
    disputes: tuple[DisputeView, ...]
    disputed: Mapping[int, tuple[DisputeView, ...]]
    """By number of a quotation, who disputes its words."""
    timeline: tuple[Block, ...]
    exports: Mapping[Form, str]
    """Where the timeline can be taken away, by form; empty where there is none."""
    context: tuple[ContextView, ...]
    """Sentences around the quotations; of an article shown whole, those that its text does not have."""
    whole: WholeText | None
    """The text of the article; None: only the sentences are shown."""
    phrases: tuple[Named, ...]
    copies: tuple[Copy, ...]
    """The first of those that share the article's text."""
    more_copies: int
    """How many there are beside these."""
    related: tuple[Related, ...]
    sections: Mapping[str, str | None]
    """Its sections as it names them, and the pages of those that other articles share."""
    publisher_path: str | None
    """Of the articles of one publisher, or of those that state none; None: this is the only one."""
    added: tuple[Added, ...]


def article_path(digest: Digest) -> str:
    """Where an article's page stands."""
    return f"articles/{digest.slug}.html"


def speaker_path(site: Site, digest: Digest, name: str | None) -> str | None:
    """Where the page stands of whom ``digest`` calls ``name``; None for somebody with none."""
    speaker = None if name is None else site.speaker_of.get((digest.slug, name))
    return None if speaker is None or speaker.slug is None else f"speakers/{speaker.slug}.html"


def phrase_path(phrase: Phrase | None) -> str | None:
    """Where a phrase's page stands; None when no other article shares the phrase."""
    return None if phrase is None or phrase.slug is None else f"phrases/{phrase.slug}.html"


def article_view(t: Strings, site: Site, digest: Digest) -> ArticleView:
    """What the page of one article shows."""
    url = digest.facts.url
    context = context_index(digest)
    copies = site.copies.of(digest.slug)
    disputes = tuple(dispute_views(t, digest, context, partial(speaker_path, site, digest)))
    text = site.sources.text_of(digest.slug)
    whole = None if text is None else whole_text(digest, text)
    shown = frozenset() if whole is None else whole.anchors
    proof = site.sources.proof_of(digest)
    altered, marks = frozenset(proof.altered), source_marks(digest)
    return ArticleView(
        digest=digest,
        path=article_path(digest),
        source=digest.source,
        proof=proof,
        url=url if url is not None and markdown.is_web(url) else None,
        speakers=tuple(_speakers(site, digest, context)),
        unnamed=unnamed(digest),
        quotations=tuple(
            _in_text(each, shown, altered=each.number in altered)
            for each in _quotations(t, site, digest, digest.quotations, context, marks)
        ),
        marks=marks,
        indirect=_quotations(t, site, digest, digest.indirect, context, marks),
        disputes=disputes,
        disputed=by_quotation(digest.quotations, disputes),
        timeline=article_timeline(t, digest, context, shown),
        exports=article_exports(digest),
        context=tuple(context_views(digest, text, shown)),
        whole=whole,
        phrases=tuple(_phrases(site, digest)),
        copies=copies,
        more_copies=site.copies.count(digest.slug) - len(copies),
        related=site.related.get(digest.slug, ()),
        sections=_sections(site, digest),
        publisher_path=site.publishers.by_article[digest.slug][0].path,
        added=tuple(
            Added(heading=each.heading, anchor=f"added-{number}", html=markdown.render(each.markdown))
            for number, each in enumerate(digest.sections, start=1)
        ),
    )


def _in_text(view: QuotationView, shown: Collection[str], *, altered: bool) -> QuotationView:
    """``view`` linked to its words in the text where that is ``shown``, and marked where they differ."""
    place = quotation_anchor(view.number)
    return replace(view, context=place if place in shown else view.context, altered=altered)


def _sections(site: Site, digest: Digest) -> Mapping[str, str | None]:
    named = site.sections.named_by(digest)
    return {name: named[name].path if name in named else None for name in digest.facts.sections}


def _quotations(
    t: Strings,
    site: Site,
    digest: Digest,
    quotations: Sequence[Quotation],
    context: SpanIndex[Span],
    marks: SourceMarks,
) -> tuple[QuotationView, ...]:
    views = (
        quotation_view(t, digest, quotation, number, speaker_path(site, digest, quotation.speaker), context)
        for number, quotation in enumerate(quotations, start=1)
    )
    return tuple(replace(view, marks=marks.around(view.quotation.words)) for view in views)


def _speakers(site: Site, digest: Digest, context: SpanIndex[Span]) -> Iterator[SpeakerView]:
    """Everybody who is quoted, in the order they first are."""
    described = {voice.name: voice.descriptions for voice in voices_of(digest)}
    facets: set[str | None] = {None}
    anchors: set[str | None] = set()
    counts = Counter(each.speaker for each in digest.quotations)
    most = max(counts.values(), default=1)
    for name, count in counts.items():
        if name is None:
            continue
        path = speaker_path(site, digest, name)
        facet = None if path is None else site.speaker_of[digest.slug, name].label
        yield SpeakerView(
            name=name,
            path=path,
            facet=None if facet in facets else facet,
            count=count,
            width=width(count, most),
            descriptions=tuple(_descriptions(described.get(name, ()), context, anchors)),
        )
        facets.add(facet)


def _phrases(site: Site, digest: Digest) -> Iterator[Named]:
    facets: set[str | None] = {None}
    most = max((each.count for each in digest.key_phrases), default=1) or 1
    for each in digest.key_phrases:
        phrase = site.phrase_of[digest.slug, each.phrase]
        facet = phrase.label if phrase.slug is not None or phrase.told_by is None else None
        yield Named(
            name=each.phrase,
            path=phrase_path(phrase),
            facet=None if facet in facets else facet,
            count=each.count,
            width=width(each.count, most),
        )
        facets.add(facet)


def _descriptions(
    descriptions: Sequence[Excerpt], context: SpanIndex[Span], taken: set[str | None]
) -> Iterator[DescriptionView]:
    for words in descriptions:
        place, sentence = place_of(words, context), sentence_of(words, context)
        free = sentence is None and place not in taken
        yield DescriptionView(words=words, anchor=place if free else None, context=sentence)
        taken.add(place)


def place_of(description: Excerpt, context: SpanIndex[Span]) -> str | None:
    """The id on its article's page that leads to a description: its sentence, or its own; None: no span."""
    own = None if description.span is None else f"d{description.span.start}-{description.span.end}"
    return sentence_of(description, context) or own


def context_index(digest: Digest) -> SpanIndex[Span]:
    """Where the digest's context sentences stand: made once, asked for each quotation."""
    spans = (sentence.span for sentence in digest.context)
    return SpanIndex((span, span) for span in spans if span is not None)
