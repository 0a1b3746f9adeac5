"""Where a phrase stands in a digest: each place once, in the excerpt that shows most around it.

The site knows an article by its excerpts, which overlap: a quotation stands in a sentence of the context,
that sentence perhaps in the lead. Where the digest tells at which characters of the article a phrase stands,
that holds; in a digest without, or with more places than it lists, the excerpts are searched word by word.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sitegen.model import Digest, Excerpt, KeyPhrase, Span
from sitegen.site.phrases.words import Text, key_words
from sitegen.span_index import SpanIndex

REACH = 60
"""Characters shown on each side of a phrase."""

MOST_LOOSE = 200
"""Excerpts of a digest written by hand among which a repeated one is looked for: their square is the cost."""

LISTED = 50
"""So many places a digest lists; with as many, there may be more."""


class Room(StrEnum):
    """The part of a digest that an excerpt stands in."""

    CONTEXT = "context"
    TIMELINE = "timeline"
    LEAD = "lead"
    QUOTATIONS = "quotations"
    INDIRECT = "indirect"
    TITLE = "title"
    """Only where no other has the phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """An excerpt, and its place in the digest."""

    room: Room
    number: int
    """Among the excerpts of the room, from 1."""
    excerpt: Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One occurrence of a phrase."""

    spot: Spot
    start: int
    """Half-open range of characters of the excerpt."""
    end: int
    quotation: int | None
    """Number of the quotation whose words it is among, from 1; None: the publisher's words."""


class Excerpts:
    """What a digest shows of its article, to find phrases in it."""

    def __init__(self, digest: Digest) -> None:
        """Order the excerpts; they are cut into words only when a phrase is searched for."""
        spots = list(_spots(digest))
        self._title = Spot(room=Room.TITLE, number=1, excerpt=Excerpt(text=digest.title))
        placed = [(spot.excerpt.span, spot) for spot in spots if _is_placed(spot.excerpt)]
        self._placed = [(span, spot) for span, spot in placed if span is not None]
        self._index = SpanIndex(self._placed)
        self._loose = _loose(
            [spot for spot in spots if not _is_placed(spot.excerpt)], self._placed, self._index
        )
        self._quotations = SpanIndex(
            (quotation.words.span, (number, quotation.words.span))
            for number, quotation in enumerate(digest.quotations, start=1)
            if quotation.words.span is not None
        )
        self._texts: list[tuple[Span | None, Spot, Text]] | None = None

    @property
    def texts(self) -> list[tuple[Span | None, Spot, Text]]:
        """The excerpts as words, without those that stand wholly in another; their span, if they have one."""
        if self._texts is None:
            placed = [(span, spot, Text(spot.excerpt.text)) for span, spot in _widest(self._placed)]
            self._texts = [*placed, *((None, spot, Text(spot.excerpt.text)) for spot in self._loose)]
        return self._texts

    def places(self, phrases: Sequence[KeyPhrase]) -> tuple[Place, ...]:
        """Where ``phrases`` stand that are one phrase, in text order; what has no place in the text last.

        Of two that share characters ("Haniyeh" in "Ismail Haniyeh") the longer counts.
        """
        spans = {span for phrase in phrases for span in phrase.spans}
        loose: dict[Spot, set[Span]] = {spot: set() for spot in self._loose}
        for phrase in phrases:
            listed = 0 < len(phrase.spans) < LISTED
            if listed and not loose:
                continue
            wanted = key_words(phrase.phrase)
            for at, spot, text in self.texts:
                found = (Span(start=start, end=end) for start, end in text.find(wanted))
                if at is None:
                    loose[spot].update(found)
                elif not listed:
                    spans.update(Span(start=at.start + s.start, end=at.start + s.end) for s in found)
        return (*self._on_text(spans), *self._off_text(loose)) or tuple(self._in_title(phrases))

    def _in_title(self, phrases: Iterable[KeyPhrase]) -> Iterator[Place]:
        text = Text(self._title.excerpt.text)
        found = (place for phrase in phrases for place in text.find(key_words(phrase.phrase)))
        for span in _apart(Span(start=start, end=end) for start, end in found):
            yield Place(spot=self._title, start=span.start, end=span.end, quotation=None)

    def _on_text(self, spans: Iterable[Span]) -> Iterator[Place]:
        for span in _apart(spans):
            spots = [spot for spot in self._index.touching(span) if _span(spot).holds(span)]
            if spots:
                spot = max(spots, key=lambda spot: _shows(_span(spot), span))
                quoted = (number for number, words in self._quotations.touching(span) if words.holds(span))
                start = span.start - _span(spot).start
                yield Place(
                    spot=spot, start=start, end=start + span.end - span.start, quotation=next(quoted, None)
                )

    def _off_text(self, found: Mapping[Spot, Iterable[Span]]) -> Iterator[Place]:
        for spot, spans in found.items():
            stretches = self._loose[spot]
            for span in _apart(spans):
                quoted = (number for number, words in stretches if words.holds(span))
                yield Place(spot=spot, start=span.start, end=span.end, quotation=next(quoted, None))


def all_text(digest: Digest) -> str:
    """All excerpts of a digest, blank lines between them, those too that stand in others."""
    return "\n\n".join(spot.excerpt.text for spot in _spots(digest))


def _spots(digest: Digest) -> Iterator[Spot]:
    rooms: Mapping[Room, Iterable[Excerpt]] = {
        Room.CONTEXT: digest.context,
        Room.TIMELINE: (event.sentence for event in digest.timeline),
        Room.LEAD: digest.lead,
        Room.QUOTATIONS: (quotation.words for quotation in digest.quotations),
        Room.INDIRECT: (statement.words for statement in digest.indirect),
    }
    for room, excerpts in rooms.items():
        for number, excerpt in enumerate(excerpts, start=1):
            yield Spot(room=room, number=number, excerpt=excerpt)


def _is_placed(excerpt: Excerpt) -> bool:
    """True where the span still tells where each character stands: a person may have edited the words."""
    return excerpt.span is not None and excerpt.span.end - excerpt.span.start == len(excerpt.text)


def _span(spot: Spot) -> Span:
    if spot.excerpt.span is None:
        raise ValueError(f"{spot} has no place in a text")
    return spot.excerpt.span


def _shows(excerpt: Span, phrase: Span) -> int:
    """How many of the characters that a line has room for an excerpt has around the phrase."""
    return min(REACH, phrase.start - excerpt.start) + min(REACH, excerpt.end - phrase.end)


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    """``spans`` in order, without those that share characters with one that begins earlier or is longer."""
    reached = 0
    for span in sorted(spans, key=lambda span: (span.start, -span.end)):
        if span.start >= reached:
            yield span
            reached = span.end


def _widest(placed: Iterable[tuple[Span, Spot]]) -> Iterator[tuple[Span, Spot]]:
    """The excerpts that stand in no other; of several at one place the first."""
    reached = 0
    for span, spot in sorted(placed, key=lambda each: (each[0].start, -each[0].end)):
        if span.end > reached:
            yield span, spot
            reached = span.end


Stretches = list[tuple[int, Span]]
"""Which characters of an excerpt are a quotation's, with its number."""


def _loose(
    spots: Sequence[Spot], placed: Sequence[tuple[Span, Spot]], index: SpanIndex[Spot]
) -> dict[Spot, Stretches]:
    """The excerpts without a place in the text, each once, with the quotations that stand in them."""
    kept: dict[Spot, Stretches] = {}
    shown = {spot.excerpt.text for _, spot in placed}
    for spot in spots:
        text, span = spot.excerpt.text, spot.excerpt.span
        if span is not None and any(_span(each).holds(span) for each in index.touching(span)):
            continue  # edited, and whole in the sentence around it
        around = (each for each in list(kept)[:MOST_LOOSE] if text in each.excerpt.text)
        holder = next(around, None)
        if holder is None and text not in shown:
            kept[spot] = []
            holder = spot
        if holder is not None and spot.room is Room.QUOTATIONS and text:
            start = holder.excerpt.text.find(text)
            kept[holder].append((spot.number, Span(start=start, end=start + len(text))))
    return kept
