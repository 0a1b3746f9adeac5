"""The events of an article: its dated sentences (in TimeML an event is a word; see ``model.Event``)."""

from bisect import bisect_right
from collections.abc import Sequence

from sitegen.model import Event, Excerpt, Span, TimeExpression, TimexType

_PLACED = frozenset({TimexType.DATE, TimexType.TIME})
"""A duration or a repeated time has no place on a timeline."""

_REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
"""TIMEX3 values of "recently", "now" and "soon": words about time that date nothing."""


def events(text: str, sentences: Sequence[Excerpt], timexes: Sequence[TimeExpression]) -> tuple[Event, ...]:
    """One event for each date or time in ``timexes``, in text order, with the sentence that holds it.

    ``sentences`` are in text order and carry spans; an expression that stands in none of them gives no event.
    Where the cut between two sentences runs through an expression ("Oct. / 7"), the event has both.
    """
    spans = [sentence.span for sentence in sentences if sentence.span is not None]
    spanned = [sentence for sentence in sentences if sentence.span is not None]
    starts = [span.start for span in spans]
    found: list[tuple[int, Event]] = []
    for timex in timexes:
        words = timex.words.span
        if timex.type not in _PLACED or words is None or timex.value in _REFERENCES:
            continue
        first = bisect_right(starts, words.start) - 1
        last = bisect_right(starts, words.end - 1) - 1
        if first < 0 or words.start >= spans[first].end or words.end > spans[last].end:
            continue
        sentence = (
            spanned[first] if first == last else _joined(text, spanned[first], spans[first], spans[last])
        )
        found.append((words.start, Event(when=timex, sentence=sentence)))
    found.sort(key=lambda pair: pair[0])
    return tuple(event for _, event in found)


def _joined(text: str, sentence: Excerpt, first: Span, last: Span) -> Excerpt:
    """The words from the start of one sentence to the end of a later one."""
    span = Span(start=first.start, end=last.end)
    return Excerpt(text=span.of(text), span=span, paragraph=sentence.paragraph)
