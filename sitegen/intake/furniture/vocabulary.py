"""Which words an article tells its story with, to see whether a line is about the same thing.

After Hearst, "TextTiling" (Computational Linguistics 23, 1997): where the subject changes, words are no
longer shared. Lines about the same subject prove nothing, since related headlines share words too. Only a
line that shares none is the less likely to be of the article.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import chain, islice

from sitegen.intake.furniture.words_of_pages import is_of_pages, words

_WORD = re.compile(r"[^\W\d_]{4,60}")
_INITIALS = re.compile(r"\b[A-Z]{2,3}\b")
_STEM = 6
"""Words that begin with the same letters are taken for one ("rebuild", "rebuilding")."""
_COMMON_SHARE = 0.15
_ENOUGH_WORDS = 400
"""So many words tell whether a text is English."""
_PARAGRAPH = 120
"""Lines of fewer characters are not asked what the article is about: they may be furniture."""


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of ``text`` that mean something, and initials ("UN")."""
    return _stems(_WORD.findall(text.casefold()), text)


class Vocabulary:
    """The words of an article's paragraphs."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.paragraphs = [line for line in lines if len(line) >= _PARAGRAPH]
        self._shared: dict[str, int | None] = {}

    def is_foreign(self, line: str) -> bool:
        """True where no paragraph beside ``line`` has a word of it; False where too little tells."""
        return self.shared(line) == 0

    def shared(self, line: str) -> int | None:
        """How many of its words another paragraph has, too; None where too little tells.

        Words that pages use of themselves are not counted.
        """
        if line not in self._shared:
            self._shared[line] = self._count_shared(line)
        return self._shared[line]

    def _count_shared(self, line: str) -> int | None:
        own = int(len(line) >= _PARAGRAPH)
        if len(self.paragraphs) - own < 2 or not self._is_english:
            return None
        told = " ".join(word for word in line.split() if not is_of_pages(word.strip(".,:;!?()[]\"'“”‘’")))
        return sum(self._counts[stem] > own for stem in stems(told))

    def has(self, word: str) -> bool:
        """True where a paragraph has the word itself, or too little tells."""
        if len(self.paragraphs) < 2 or not self._is_english:
            return True
        stem = word.casefold()[:_STEM]
        return any(other.startswith(stem) for found in self._words for other in found)

    @cached_property
    def _words(self) -> list[list[str]]:
        return [_WORD.findall(paragraph.casefold()) for paragraph in self.paragraphs]

    @cached_property
    def _counts(self) -> Counter[str]:
        """In how many paragraphs each word stands."""
        counts: Counter[str] = Counter()
        for found, paragraph in zip(self._words, self.paragraphs, strict=True):
            counts.update(_stems(found, paragraph))
        return counts

    @cached_property
    def _is_english(self) -> bool:
        """False where common English words are fewer than in any English text: the word lists say nothing."""
        read = list(islice(chain.from_iterable(self._words), _ENOUGH_WORDS))
        common = sum(word in _common() for word in read)
        return common >= _COMMON_SHARE * len(read) > 0


def _stems(found: Sequence[str], text: str) -> frozenset[str]:
    meant = {word[:_STEM] for word in set(found) - _common()}
    return frozenset(meant.union(map(str.casefold, _INITIALS.findall(text))))


@cache
def _common() -> frozenset[str]:
    """Words that any text has, so that sharing them says nothing."""
    return words("common") | words("function") | words("pointers") | words("reader")
