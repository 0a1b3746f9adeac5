"""The events of an article: its dated sentences (in TimeML an event is a word; see ``model.Event``)."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from sitegen.extract.dating.own import has_place
from sitegen.extract.dating.sentences import telling
from sitegen.model import Event, Excerpt, Span, TimeExpression


def events(text: str, sentences: Sequence[Excerpt], timexes: Sequence[TimeExpression]) -> tuple[Event, ...]:
    """The dated sentences of an English text: those of :func:`dated`, where something is told of the date.

    A sentence whose main clause is dated has its dates alone: "A baker, who came in 1931, spoke on Monday."
    stands under Monday. "Its worst frost since 1987" did not fall in 1987.
    """
    return tuple(_of_main_events(text, dated(text, sentences, timexes)))


def dated(text: str, sentences: Sequence[Excerpt], timexes: Sequence[TimeExpression]) -> tuple[Event, ...]:
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
        if words is None or not has_place(timex):
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


def _of_main_events(text: str, found: Iterable[Event]) -> Iterator[Event]:
    for sentence, group in groupby(found, key=attrgetter("sentence")):
        together = list(group)
        told = telling(text, sentence, [event.when for event in together])
        yield from (event for event, is_told in zip(together, told, strict=True) if is_told)


def _joined(text: str, sentence: Excerpt, first: Span, last: Span) -> Excerpt:
    """The words from the start of one sentence to the end of a later one."""
    span = Span(start=first.start, end=last.end)
    return Excerpt(text=span.of(text), span=span, paragraph=sentence.paragraph)
