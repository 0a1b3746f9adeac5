"""An article's whole text, with what its digest found marked in it.

Marks lie inside one another in three levels: a paragraph holds sentences of the context (their ids are what
other pages link to), these hold quotations, and these hold dates, descriptions and key phrases. Every
character of the body is in one place only, in order.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from sitegen.model import Digest, Span
from sitegen.site.pages.marking import anchor, cut
from sitegen.site.sources import FullText
from sitegen.span_index import SpanIndex

Numbered = SpanIndex[tuple[int, Span]]


class Kind(StrEnum):
    """What a marked run of words is; the value is its class in the page."""

    DATE = "when"
    DESCRIPTION = "as"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A run of characters that is marked in one way, or not at all."""

    text: str
    kind: Kind | None
    anchor: str | None = None
    """The id of a date, to which its entry in the timeline leads."""
    entry: str | None = None
    """The id of that entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What stands in one quotation, or between two."""

    quotation: int | None
    """Its number; None: in none."""
    anchor: str | None
    """Its id, which only the first stretch of a quotation has."""
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sentence of the digest's context, or what stands between two."""

    anchor: str | None
    """The id of such a sentence, where it begins."""
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the body."""

    number: int
    """From 1."""
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeText:
    """The body of an article."""

    paragraphs: tuple[Paragraph, ...]
    anchors: frozenset[str]
    """Every id in it."""


def quotation_anchor(number: int) -> str:
    """The id of a quotation's words in the text; its entry has ``q`` and the same number."""
    return f"w{number}"


def date_anchor(span: Span) -> str:
    """The id of a date's words in the text."""
    return f"t{span.start}-{span.end}"


def whole_text(digest: Digest, text: FullText) -> WholeText:
    """The text of the article that ``digest`` was made from, marked."""
    marked = _Marked(digest, text.text)
    paragraphs = tuple(
        Paragraph(number=number, parts=tuple(marked.parts(span)))
        for number, span in enumerate(text.paragraphs, start=1)
    )
    return WholeText(paragraphs=paragraphs, anchors=frozenset(marked.given))


class _Marked:
    """A text and what is marked in it; remembers which ids it has given."""

    def __init__(self, digest: Digest, text: str) -> None:
        self.text = text
        self.given: set[str] = set()
        self.sentences = _numbered([each.span for each in digest.context])
        self.quotations = _numbered([each.words.span for each in digest.quotations])
        dates = [each.when.words.span for each in digest.timeline]
        described = [each.span for speaker in digest.speakers for each in speaker.descriptions]
        phrases = [span for phrase in digest.key_phrases for span in phrase.spans]
        self.kinds = list(
            chain.from_iterable(
                [kind] * len(spans)
                for kind, spans in (
                    (Kind.DATE, dates),
                    (Kind.DESCRIPTION, described),
                    (Kind.PHRASE, phrases),
                )
            )
        )
        self.found = _numbered([*dates, *described, *phrases])

    def parts(self, paragraph: Span) -> Iterator[Part]:
        for span, number in cut(paragraph, self.sentences.touching(paragraph)):
            where = None if number is None else self._whole(self.sentences, number, span)
            yield Part(
                anchor=None if where is None else self._given(anchor(where)),
                stretches=tuple(self._stretches(span)),
            )

    def _stretches(self, part: Span) -> Iterator[Stretch]:
        for span, number in cut(part, self.quotations.touching(part)):
            yield Stretch(
                quotation=number,
                anchor=None if number is None else self._given(quotation_anchor(number)),
                words=tuple(self._words(span)),
            )

    def _words(self, stretch: Span) -> Iterator[Words]:
        for span, number in cut(stretch, self.found.touching(stretch)):
            kind = None if number is None else self.kinds[number - 1]
            place = self._whole(self.found, number, span) if number and kind is Kind.DATE else None
            yield Words(
                text=span.of(self.text),
                kind=kind,
                anchor=None if place is None else self._given(date_anchor(place)),
                entry=None if place is None else anchor(place),
            )

    def _given(self, name: str) -> str | None:
        """``name`` if no element has it yet."""
        if name in self.given:
            return None
        self.given.add(name)
        return name

    @staticmethod
    def _whole(marks: Numbered, number: int, at: Span) -> Span | None:
        """The span of the mark ``number``, of which ``at`` is a part."""
        return next((span for each, span in marks.touching(at) if each == number), None)


def _numbered(spans: Sequence[Span | None]) -> Numbered:
    """``spans`` with their numbers, from 1; those that are not known are left out and keep theirs."""
    return SpanIndex((span, (number, span)) for number, span in enumerate(spans, start=1) if span is not None)
