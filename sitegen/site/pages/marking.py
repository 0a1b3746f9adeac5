"""Span arithmetic: where in a sentence the words stand that an extractor found."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sitegen.model import Excerpt, Span
from sitegen.span_index import SpanIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of a sentence's characters. The pieces of a sentence, joined, are the sentence."""

    text: str
    mark: int | None = None
    """Number of the marked words the run belongs to; None: outside all of them."""


def pieces(sentence: Excerpt, marks: Iterable[tuple[int, Span]]) -> Iterator[Piece]:
    """Cut a sentence at the borders of the marked spans.

    A mark that reaches beyond the sentence is clipped; of two marks that overlap, the earlier one keeps the
    characters. A sentence without a span, or made longer or shorter than its span by a person, stays whole.
    """
    at = sentence.span
    if at is None or at.end - at.start != len(sentence.text):
        yield Piece(text=sentence.text)
        return
    for span, number in cut(at, marks):
        yield Piece(text=sentence.text[span.start - at.start : span.end - at.start], mark=number)


def cut(at: Span, marks: Iterable[tuple[int, Span]]) -> Iterator[tuple[Span, int | None]]:
    """The span ``at`` cut at the borders of the marked ones, as in ``pieces``; None: outside all marks."""
    done = at.start
    for number, span in sorted(marks, key=lambda mark: (mark[1].start, -mark[1].end, mark[0])):
        start, end = max(span.start, done), min(span.end, at.end)
        if start >= end:
            continue
        if done < start:
            yield Span(start=done, end=start), None
        yield Span(start=start, end=end), number
        done = end
    if done < at.end:
        yield Span(start=done, end=at.end), None


def anchor(span: Span) -> str:
    """The id of a context sentence or event: ``c929-1102``."""
    return f"c{span.start}-{span.end}"


def sentence_of(words: Excerpt, context: SpanIndex[Span]) -> str | None:
    """The id of the sentence of ``context`` in which ``words`` begin; None: the digest does not have it."""
    sentence = next(iter(context.touching(words.span)), None) if words.span else None
    return None if sentence is None else anchor(sentence)
