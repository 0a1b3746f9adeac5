"""The paragraphs of an article, by offset: which are headings, and which places share a sentence."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from sitegen.extract.speech.names.runs import all_capitals, is_headline
from sitegen.extract.speech.words.classes import STOPS
from sitegen.extract.speech.words.cutting import Words


class Paragraphs:
    """The words of an article, paragraph by paragraph, those without words left out."""

    def __init__(self, cuts: Sequence[Words]) -> None:
        """``cuts``: the words of each paragraph, in text order."""
        self.all = tuple(words for words in cuts if len(words))
        self._begins = [words.starts[0] for words in self.all]
        self._ends = [words.ends[-1] for words in self.all]
        headings = [words for words in self.all if is_headline(words)]
        self._headings = {words.starts[0] for words in headings}
        self._shouted = {words.starts[0] for words in headings if all_capitals(words)}

    def is_heading(self, words: Words) -> bool:
        """True for a paragraph in which capitals tell no names."""
        return not self._headings.isdisjoint(words.starts[:1])

    def is_shouted(self, words: Words) -> bool:
        """True for A LINE OF CAPITALS."""
        return words.starts[0] in self._shouted

    def in_one_sentence(self, start: int, end: int) -> bool:
        """True where no stop stands between two offsets of one paragraph."""
        at = bisect_left(self._begins, start + 1) - 1
        if at < 0 or at != bisect_left(self._begins, end + 1) - 1:
            return False
        words = self.all[at]
        between = words.lower[bisect_left(words.starts, start) : bisect_left(words.starts, end)]
        return STOPS.isdisjoint(between)

    def end_around(self, place: int) -> int:
        """Offset behind the last word of the paragraph around ``place``; ``place`` behind the last one."""
        at = bisect_right(self._ends, place)
        return self._ends[at] if at < len(self._ends) else place

    @cached_property
    def capitals(self) -> frozenset[str]:
        """The words that the article writes with a capital, lower case."""
        return frozenset(
            low
            for words in self.all
            for low, form in zip(words.lower, words.forms, strict=True)
            if form[0].isupper()
        )
