"""Phrases and excerpts as words to compare: case, possessives and the shapes of marks do not count."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from unicodedata import normalize

from sitegen.site.speakers.names import same_name

# Letters are told by what they are not: a vowel sign of Hindi is no letter to Python, and part of the word.
_RUN = re.compile(r"[^\s\-‐‑‒–—―,;:!?¿¡()\[\]{}<>\"“”„‟«»‹›‘|/\\…،؛؟。、・]+")

_ENDS = "'’ʼ`´.*_"
"""Marks that are part of a word only inside it: rock ’n’ roll, U.S."""

_POSSESSIVE = re.compile(r"['’ʼ`´][sS]\Z")

_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){1,8}[^\W\d_]?")
"""U.S, with or without its last stop."""

_GAP = re.compile(
    r"""
    (?: ['’ʼ`´][sS]? | \. )?   # Ostrin’s dam, workers’ union, Gen. Qaani
    [\s\-‐‑–/]{1,4}            # a line may end here; never the comma that would end the phrase
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands. (Positional: an article has thousands.)"""

    plain: str
    """For comparing."""
    start: int
    end: int
    """Without a possessive ending."""


def words(text: str) -> Iterator[Word]:
    """The words of ``text``, in order. Time grows with its length."""
    for run in _RUN.finditer(text):
        written = run.group()
        start = run.start() + len(written) - len(written.lstrip(_ENDS))
        bare = _POSSESSIVE.sub("", written.strip(_ENDS))
        if bare:
            yield Word(_plain(bare), start, start + len(bare))


def _plain(word: str) -> str:
    plain = word.casefold() if word.isascii() else normalize("NFC", same_name(word).casefold())
    return plain.replace(".", "") if _ABBREVIATION.fullmatch(plain) else plain


def key_words(phrase: str) -> tuple[str, ...]:
    """What two spellings of a phrase have in common; never empty."""
    return tuple(word.plain for word in words(phrase)) or (same_name(phrase).casefold(),)


def key_of(phrase: str) -> str:
    """:func:`key_words` as one string, which no two different sequences of words share."""
    return " ".join(key_words(phrase))


class Text:
    """An excerpt's words, to find phrases in it."""

    def __init__(self, text: str) -> None:
        """Cut ``text`` into words, once for all phrases."""
        self.text = text
        self.words = list(words(text))
        self._at: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            self._at.setdefault(word.plain, []).append(number)

    def find(self, wanted: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Where the words ``wanted`` stand one behind the other: half-open ranges of characters."""
        for first in self._at.get(wanted[0], ()):
            found = self.words[first : first + len(wanted)]
            if tuple(word.plain for word in found) == wanted and self._reads_on(found):
                yield found[0].start, found[-1].end

    def _reads_on(self, found: list[Word]) -> bool:
        return all(_GAP.fullmatch(self.text, one.end, other.start) for one, other in pairwise(found))
