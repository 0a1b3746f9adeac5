"""Find the stretches of each paragraph that stand between quotation marks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.extract.speech.marks import double, single
from sitegen.extract.speech.marks.pairs import Pair
from sitegen.model import Span

_BEFORE_REOPENING = " \t\u00a0\u2009\u200b—–-•*>"
"""What may stand at the start of a paragraph before the mark that opens it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words between a pair of quotation marks, within one paragraph."""

    opening: int
    """Offset of the opening mark."""
    start: int
    """First character inside the marks, white space passed over."""
    end: int
    """Behind the last character inside."""
    closing: int
    """Behind the closing mark, or ``end`` where there is none."""
    paragraph: int
    """Index of the paragraph, from 0."""
    closed: bool
    """False: the marks were left open; it runs to the end of the paragraph or the next opening mark."""
    continues: bool
    """True: the paragraph before left its marks open and this paragraph opens them again; one quotation."""


def pair(text: str, paragraphs: Sequence[Span], *, singles: bool = True) -> tuple[Stretch, ...]:
    """All stretches between outer quotation marks, in text order; nested ones are part of the outer stretch.

    Marks are paired paragraph by paragraph and by type. A text that has no double marks, or fewer quotations
    in them than in single ones, is read with single marks as its quotation marks, as in British papers; not
    without ``singles``, where the rules that tell them from apostrophes, which are English, do not hold.
    """
    found: list[Stretch] = []
    outer = _outer_pairs(text, paragraphs) if singles else double.pairs_of(text, paragraphs)
    for number, pairs in enumerate(outer):
        for opening, start, end, closing in pairs:
            inner = _trimmed(text, start, end)
            if inner is None:
                continue
            found.append(
                Stretch(
                    opening=opening,
                    start=inner[0],
                    end=inner[1],
                    closing=max(closing, inner[1]),
                    paragraph=number,
                    closed=closing > end,
                    continues=bool(found) and _goes_on(text, paragraphs, found[-1], opening, number),
                )
            )
    return tuple(found)


def _goes_on(text: str, paragraphs: Sequence[Span], last: Stretch, opening: int, number: int) -> bool:
    """True where the paragraph before left its marks open, and the mark at ``opening`` opens them again.

    So does a paragraph without an opening mark at its start, if its first mark closes what was left open.
    """
    if last.closed or last.paragraph != number - 1:
        return False
    here = paragraphs[number].start
    if {text[last.opening], text[opening]} == {"“", '"'}:
        return False  # an extract in marks of one kind, and what somebody says in it in the other
    return not (
        text[last.end : paragraphs[last.paragraph].end].strip() or text[here:opening].strip(_BEFORE_REOPENING)
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _outer_pairs(text: str, paragraphs: Sequence[Span]) -> Iterator[Sequence[Pair]]:
    """The outer pairs of each paragraph, in order."""
    doubles = double.pairs_of(text, paragraphs)
    if any(doubles):
        surely = [list(single.pairs(text, paragraph, strict=True)) for paragraph in paragraphs]
        outside = [list(_outside(*both)) for both in zip(surely, doubles, strict=True)]
        nested = [[pair for pair, holds_doubles in pairs if holds_doubles] for pairs in outside]
        merged = list(map(_merged, nested, doubles))
        outer_doubles = sum(map(len, merged)) - sum(map(len, nested))
        if sum(map(len, outside)) <= outer_doubles:
            yield from merged
            return
    for number, paragraph in enumerate(paragraphs):
        goes_on = number + 1 < len(paragraphs) and single.begins(text, paragraphs[number + 1])
        yield _merged(list(single.pairs(text, paragraph, goes_on=goes_on)), doubles[number])


def _outside(singles: Sequence[Pair], doubles: Sequence[Pair]) -> Iterator[tuple[Pair, bool]]:
    """The ``singles`` that stand inside none of the ``doubles`` and cross none; True where one holds any."""
    openings = [opening for opening, *_ in doubles]
    for pair in singles:
        first = bisect_right(openings, pair[0])
        last = bisect_right(openings, pair[3])
        inside = first > 0 and doubles[first - 1][3] > pair[0]
        crosses = last > first and doubles[last - 1][3] > pair[2]
        if not inside and not crosses:
            yield pair, last > first


def _merged(singles: Sequence[Pair], doubles: Sequence[Pair]) -> Sequence[Pair]:
    """Both kinds in order; of two that overlap, the one that begins first."""
    if not singles or not doubles:
        return singles or doubles
    kept: list[Pair] = []
    for pair in sorted((*singles, *doubles)):
        if not kept or pair[0] >= kept[-1][3]:
            kept.append(pair)
    return kept
