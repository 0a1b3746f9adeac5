"""Which of many places in a text share characters with another: by halving, not one by one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Generic, TypeVar

from sitegen.model import Span

T = TypeVar("T")


class SpanIndex(Generic[T]):
    """Things that stand at spans of a text, to be asked which of them touch another span.

    Any spans will do, in any order. Where none overlaps another, as with sentences, a question takes the
    logarithm of their number; where they do, it may have to look at more of them.
    """

    def __init__(self, placed: Iterable[tuple[Span, T]]) -> None:
        """Take each thing with its span."""
        entries = ((span, order, thing) for order, (span, thing) in enumerate(placed))
        self._entries = sorted(entries, key=lambda entry: entry[0])
        self._starts = [span.start for span, _, _ in self._entries]
        # How far the text is covered up to each entry: it never falls, so it can be halved like the starts.
        self._reached = list(accumulate((span.end for span, _, _ in self._entries), max))

    def touching(self, span: Span) -> list[T]:
        """The things that share at least one character with ``span``, in the order they were given in."""
        first = bisect_right(self._reached, span.start)
        behind = bisect_left(self._starts, span.end)
        found = [(order, thing) for at, order, thing in self._entries[first:behind] if at.touches(span)]
        return [thing for _, thing in sorted(found, key=lambda pair: pair[0])]
