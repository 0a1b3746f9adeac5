"""Which words an article tells its story with, to see whether a line is about the same thing.

After Hearst, "TextTiling" (Computational Linguistics 23, 1997): where the subject changes, words are no longer
shared. Lines about the same subject prove nothing, since related headlines share words too. Only a line that
shares none is the less likely to be of the article.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from sitegen.intake.words_of_pages import is_of_pages, words

_WORD = re.compile(r"[^\W\d_]{1,60}")
_STEM = 6
"""Words that begin with the same letters are taken for one ("rebuild", "rebuilding")."""
_SHORTEST = 4
_COMMON_SHARE = 0.15
_PARAGRAPH = 120
"""Lines of fewer characters are not asked what the article is about: they may be furniture."""


def stems(text: str) -> frozenset[str]:
    """The beginnings of the words of ``text`` that mean something."""
    found = (match.group() for match in _WORD.finditer(text))
    told = (word.casefold() for word in found if len(word) >= _SHORTEST or (len(word) > 1 and word.isupper()))
    return frozenset(word[:_STEM] for word in told if word not in _common())


class Vocabulary:
    """The words of an article's paragraphs."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.counts: Counter[str] = Counter()
        self.paragraphs = 0
        number = common = 0
        for line in lines:
            if len(line) >= _PARAGRAPH:
                self.counts.update(stems(line))
                self.paragraphs += 1
                found = [match.group().casefold() for match in _WORD.finditer(line)]
                number += len(found)
                common += sum(word in _common() for word in found)
        self.is_english = common >= _COMMON_SHARE * number > 0
        """False where common English words are fewer than in any English text: the word lists say nothing."""

    def is_foreign(self, line: str) -> bool:
        """True where no paragraph beside ``line`` has a word of it; False where too little tells."""
        own = int(len(line) >= _PARAGRAPH)
        if self.paragraphs - own < 2 or not self.is_english:
            return False
        told = " ".join(match.group() for match in _WORD.finditer(line) if not is_of_pages(match.group()))
        return all(self.counts[stem] <= own for stem in stems(told))


@cache
def _common() -> frozenset[str]:
    """Words that any text has, so that sharing them says nothing."""
    return words("common") | words("function") | words("pointers") | words("reader")
