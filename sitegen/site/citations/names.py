"""A byline → the names of authors, in parts only where it is certain which part is which.

"Petra Lund" is filed under L. Of "Gabriel García Márquez", "Kim Jong Un" and "Courier Staff" no rule knows
the family name, so they stay whole, as CSL's ``literal``.
"""

import re
from dataclasses import dataclass
from functools import cache

from sitegen import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Somebody, or something, that is an author."""

    whole: str
    """As written."""
    given: str | None = None
    """None, as ``family`` then is: cannot be told apart."""
    family: str | None = None

    @property
    def filed(self) -> str:
        """``Lund, Petra``; a name without parts as it is."""
        return self.whole if self.family is None else f"{self.family}, {self.given}"


_BY = re.compile(r"by\s{1,9}(?=\S)", re.IGNORECASE)  # "By Petra Lund": the word is not hers
_BETWEEN = re.compile(r"\s{0,9}(?:[,;&]|\band\b)\s{0,9}")
_INITIAL = re.compile(r"[^\W\d_]\.?")
_FAMILY = re.compile(r"(?=..)[^\W\d_]{1,40}(?:[-'’][^\W\d_]{1,40}){0,2}")

MOST = 12
"""Authors; a longer byline is a list of something else, and stays whole."""


def names(byline: str | None) -> tuple[Name, ...]:
    """Whom a byline names: several where each can be told in parts, else the line as one; none for None."""
    line = " ".join((byline or "").split())
    line = _BY.sub("", line, count=1) if _BY.match(line) else line
    if not line:
        return ()
    pieces = [piece for piece in _BETWEEN.split(line, maxsplit=2 * MOST) if piece]
    found = [_in_parts(piece) for piece in pieces]
    known = tuple(each for each in found if each is not None)
    return known if known and len(known) == len(found) <= MOST else (Name(whole=line),)


def name(words: str) -> Name:
    """One name, such as a speaker's."""
    return _in_parts(" ".join(words.split())) or Name(whole=words)


def _in_parts(words: str) -> Name | None:
    """A first name we know, initials, and one word more; None for anything else."""
    first, *middle = words.split(" ")
    if not middle or first.casefold() not in _first_names() or not first[0].isupper():
        return None
    *initials, family = middle
    if not all(_INITIAL.fullmatch(each) for each in initials):
        return None
    if not _FAMILY.fullmatch(family) or not family[0].isupper():
        return None
    return Name(whole=words, given=" ".join((first, *initials)), family=family)


@cache
def _first_names() -> frozenset[str]:
    words = lexicon.load("given_names")
    return frozenset(f"{words['male']} {words['female']}".split())
