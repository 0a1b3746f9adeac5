"""Text → tokens, each with a one-character code: which word of the lexicon, or what kind of number, it is.

The codes of a text, one after the other, form the string that the rules match. Numbers and punctuation have
the fixed codes below; every word of the lexicon gets a code of its own from Unicode's private use area.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.lexicon import load
from sitegen.model import Span

PARAGRAPH = "\n"
"""Between two paragraphs: no rule reaches across."""
UNKNOWN, CAPITALISED, ENDS_IN_ED, MODAL = "w", "W", "e", "v"
"""Words outside the lexicon: the last three serve to tell names and the tense of a verb."""
POSSESSIVE, APOSTROPHE_YEAR, APOSTROPHE_DECADE = "'", "y", "x"
HYPHEN, RANGE_DASH, SPACED_DASH = "-", "–", "="
QUOTE_MARK = '"'
"""A double quotation mark: what is quoted has a tense of its own."""
FULL_STOP = "."
MARKS: Mapping[str, str] = {
    **{mark: mark for mark in ",:;()?!/+" + FULL_STOP},
    **dict.fromkeys('“”„«»"', QUOTE_MARK),
    **dict.fromkeys("-‐‑", HYPHEN),
    **dict.fromkeys("–—−", RANGE_DASH),
}
OTHER_MARK = "~"
_BY_NEIGHBOURS = frozenset({FULL_STOP, HYPHEN, RANGE_DASH})
"""Codes of marks that mean another thing beside other tokens."""

SENTENCE_ENDS = ".?!" + PARAGRAPH
CLAUSE_ENDS = SENTENCE_ENDS + QUOTE_MARK + ";"

TOKEN = re.compile(
    r"""
      [^\W\d_] (?:
        (?:\.[^\W\d_]){1,4}\b\.?        # an abbreviation: a.m., U.S.
        | \w* )                          # a word
    | (?:[$£€¥#]\s?)? \d\w*              # a number, with what is glued to it: 1990s, 25th, 3pm, $5
      (?:[.,:/]\d\w*)* %?                # 10:35, 7/8/07, 2.5, 1,000, 40%
    | ['’‘]\d\d(?: ['’]?s\b | (?!\w) ) # ’82, ’80s, '80's: digits whose century is left out
    | ['’]s\b                            # the possessive
    | [^\w\s]                           # any other mark
    """,
    re.VERBOSE,
)

# What the number tokens may be, by their code. A token has exactly one code; the classes of numbers
# (NUMBER_CLASSES) say which codes may stand for a day, an hour, a year and so on.
_NUMBER_FORMS: Sequence[tuple[str, re.Pattern[str]]] = (
    ("a", re.compile(r"0?[1-9]|1[0-2]")),  # 1-12
    ("b", re.compile(r"1[3-9]|2[0-3]")),  # 13-23
    ("c", re.compile(r"2[4-9]|3[01]")),  # 24-31
    ("d", re.compile(r"00?|3[2-9]|[4-9]\d")),  # 32-99, and nought
    ("f", re.compile(r"(?:1[5-9]|20)[0-5]\d")),  # 1945: a year, or quarter to eight
    ("g", re.compile(r"(?:1[5-9]|20)[6-9]\d")),  # 1990: a year only
    ("h", re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")),  # 0800: hours and minutes without a colon
    ("i", re.compile(r"[1-9]\d{2,3}|\d{1,3},\d{3}")),  # a count
    ("j", re.compile(r"(?:1[5-9]|20)\d0s")),  # 1990s
    ("k", re.compile(r"[1-9]0s")),  # 90s
    ("l", re.compile(r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),  # 25th
    ("m", re.compile(r"[1-9]\d{1,2}(?:st|nd|rd|th)")),  # 52nd
    ("n", re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")),  # 10:35
    ("o", re.compile(r"(?:0?[1-9]|1[0-2])(?:[:.][0-5]\d)?[ap]m", re.IGNORECASE)),  # 3pm, 9.30am
    ("p", re.compile(r"\d{1,4}\.\d{1,2}")),  # 2.5
    ("q", re.compile(r"1/2|1/4|3/4")),  # a fraction
    ("r", re.compile(r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)")),  # 7/8/07
    ("s", re.compile(r"[0-3]\dT[0-2]\d:[0-5]\d(?::[0-5]\d)?Z?")),  # the end of 2023-10-07T09:30:00Z
    ("t", re.compile(r"(?:1[5-9]|20)\d\d/\d\d")),  # 2010/11
)
OTHER_NUMBER = "z"

NUMBER_CLASSES: Mapping[str, str] = {
    "day": "abc",
    "hour": "ab",
    "hour12": "a",
    "int": "abcdfghi",
    "small": "abcd",
    "two_digits": "abcd",
    "year": "fg",
    "military": "fh",
    "decade": "j",
    "short_decade": "k" + APOSTROPHE_DECADE,
    "short_year": APOSTROPHE_YEAR,
    "day_ordinal": "l",
    "big_ordinal": "m",
    "clock": "n",
    "clock12": "o",
    "decimal": "p",
    "fraction": "q",
    "slash_date": "r",
    "day_and_clock": "s",
    "double_year": "t",
    "number": "abcdfghijklmnopqrst" + OTHER_NUMBER,
}
MARK_CLASSES: Mapping[str, str] = {
    "dot": ".",
    "comma": ",",
    "colon": ":",
    "open": "(",
    "close": ")",
    "plus": "+",
    "possessive": POSSESSIVE,
    "other_mark": OTHER_MARK,
    "hyphen": HYPHEN,
    "dash": HYPHEN + RANGE_DASH,
    "any_dash": HYPHEN + RANGE_DASH + SPACED_DASH,
    "capitalised": CAPITALISED,
    "unknown": UNKNOWN,
    "modal": MODAL,
    "sentence_end": SENTENCE_ENDS,
}


@lru_cache(maxsize=4096)
def number_code(token: str) -> str:
    """The code of a token that starts with a digit, a currency sign or #."""
    if len(token) > 24:  # no form below is that long, and the cache must stay small
        return OTHER_NUMBER
    return next((code for code, form in _NUMBER_FORMS if form.fullmatch(token)), OTHER_NUMBER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of a text: their codes as one string, and where each stands."""

    text: str
    codes: str
    places: Sequence[tuple[int, int]]
    """Where each token starts and ends in ``text``; a paragraph mark stands where its paragraph ends."""
    marks: Sequence[int]
    """Which of the tokens are paragraph marks: their indices, rising."""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where, in ``text``, the tokens ``first`` up to, not including, ``last`` start and end."""
        return self.places[first][0], self.places[last - 1][1]

    def words(self, first: int, last: int) -> list[str]:
        """The tokens ``first`` up to, not including, ``last``."""
        return [self.text[start:end] for start, end in self.places[first:last]]

    def paragraph(self, index: int) -> int:
        """The number of the paragraph a token stands in, counted from 1."""
        return bisect_left(self.marks, index) + 1


def read(
    text: str, paragraphs: Iterable[Span], codes_of: Mapping[str, str], capital_only: frozenset[str]
) -> Tokens:
    """Cut the paragraphs of ``text`` into tokens; ``codes_of`` has the code of each lexicon word."""
    codes: list[str] = []
    places: list[tuple[int, int]] = []
    marks: list[int] = []
    seen: dict[str, str] = {}  # most words of an article are said again
    for paragraph in paragraphs:
        for match in TOKEN.finditer(text, paragraph.start, paragraph.end):
            word = match.group()
            code = seen.get(word)
            if code is None:
                code = seen[word] = _code(word, codes_of, capital_only)
            place = match.span()
            if code in _BY_NEIGHBOURS:
                code = _code_here(code, text, place, places)
            codes.append(code)
            places.append(place)
        marks.append(len(codes))
        codes.append(PARAGRAPH)
        places.append((paragraph.end, paragraph.end))
    return Tokens(text=text, codes="".join(codes), places=places, marks=marks)


@cache
def lower_case_verbs() -> Mapping[str, str]:
    """Words that are a time in capitals and a verb without: May, Sat."""
    codes = {"modal": MODAL, "past": ENDS_IN_ED}
    return {word: codes[tense] for word, tense in load("time")["lower_case_verbs"].items()}


@cache
def titles() -> frozenset[str]:
    """Short titles that are written with a full stop before a name."""
    return frozenset(load("time")["titles_with_a_stop"])


def _code(word: str, codes_of: Mapping[str, str], capital_only: frozenset[str]) -> str:
    """The code of a token by itself, whatever its neighbours."""
    if word in capital_only and word.islower():
        return lower_case_verbs().get(word, UNKNOWN)
    return codes_of.get(word) or codes_of.get(word.lower()) or _code_outside_lexicon(word)


def _code_outside_lexicon(word: str) -> str:
    """The code of a token that is no word of the lexicon."""
    first = word[0]
    if first.isalpha():
        if first.isupper():
            return CAPITALISED
        return ENDS_IN_ED if word.endswith("ed") else UNKNOWN
    if first.isdigit() or first in "$£€¥#":
        return number_code(word)
    if first in "'’‘":
        return _apostrophe_code(word)
    return MARKS.get(first, OTHER_MARK)


def _apostrophe_code(word: str) -> str:
    if len(word) < 3:
        return POSSESSIVE if word.endswith("s") else OTHER_MARK
    return APOSTROPHE_DECADE if word.endswith("s") else APOSTROPHE_YEAR


def _code_here(code: str, text: str, place: tuple[int, int], before: Sequence[tuple[int, int]]) -> str:
    """The code of a full stop or dash at ``place``, behind the tokens at the places ``before``."""
    start, end = place
    if code == FULL_STOP:
        # "Mrs. Tolland": no sentence ends here
        return OTHER_MARK if before and before[-1][1] == start and _is_title(text, *before[-1]) else code
    # A dash between two words without a blank joins them; with blanks it parts clauses.
    beside = text[start - 1 : start], text[end : end + 1]
    return code if all(char and not char.isspace() for char in beside) else SPACED_DASH


def _is_title(text: str, start: int, end: int) -> bool:
    return end - start <= 4 and text[start:end].lower() in titles()
