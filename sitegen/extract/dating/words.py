"""The words of a sentence, and which of them stand between quotation marks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon import load
from sitegen.model import Span

_WORD = re.compile(
    r"""
      [^\W_]+ (?:[.,'’-][^\W_]+)*   # a word, an abbreviation, a number: U.S, don’t, 7,465.95
    | ``|''                         # quotation marks of typewriters
    | [^\w\s]                       # any other mark
    """,
    re.VERBOSE,
)
_OPENING = frozenset({"“", "„", "«", "``"})
_CLOSING = frozenset({"”", "»", "''"})
_STRAIGHT = '"'
QUOTE_MARKS = _OPENING | _CLOSING | {_STRAIGHT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words and marks in text order: parallel sequences."""

    forms: Sequence[str]
    """Lower case."""
    starts: Sequence[int]
    """Where each starts in the article's text."""
    ends: Sequence[int]
    quoted: Sequence[bool]
    """True between double quotation marks; the marks themselves are not."""
    capital: Sequence[bool]
    """True where the text has a capital letter first."""

    def end_of_phrase(self, first: int, most: int) -> int:
        """Where the words from ``first`` come to a comma or semicolon: an index, at most ``first + most``."""
        last = min(first + most, len(self.forms))
        return next((at for at in range(first, last) if self.forms[at] in {",", ";"}), last)


def read(text: str, span: Span) -> Words:
    """The words of ``span``."""
    forms: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[bool] = []
    capital: list[bool] = []
    inside = False
    for found in _WORD.finditer(text, span.start, span.end):
        word = found.group()
        if word in QUOTE_MARKS:
            inside = not inside if word == _STRAIGHT else word in _OPENING
        forms.append(word.lower())
        starts.append(found.start())
        ends.append(found.end())
        quoted.append(inside and word not in QUOTE_MARKS)
        capital.append(word[0].isupper())
    return Words(forms=forms, starts=starts, ends=ends, quoted=quoted, capital=capital)


@cache
def listed(*names: str) -> frozenset[str]:
    """The words of these lists of the lexicon."""
    lists = (load("dating")[name] for name in names)
    return frozenset(word for words in lists for word in (words.split() if isinstance(words, str) else words))
