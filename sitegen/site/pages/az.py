"""A–Z lists: letters, and where each begins when the list takes more than one page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar
from unicodedata import name as unicode_name

from sitegen.site.pages.sheet import Context, Part
from sitegen.site.speakers.names import az_key

T = TypeVar("T")

LINES_PER_PAGE = 1000
"""Of A–Z lists: about 100 kB of HTML."""

OTHER = "#"
"""Names that begin with no letter."""

WITHOUT_ALPHABET = {"CJK": "漢", "HANGUL": "한"}
"""Scripts with thousands of first characters stand together under one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Generic[T]):
    """The entries of one page under one letter."""

    letter: str
    anchor: str
    entries: tuple[T, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """Where a letter begins."""

    letter: str
    path: str
    anchor: str


def az_context(part: Part[T], name_of: Callable[[T], str], **others: object) -> Context:
    """What the template of an A–Z list shows."""
    return {"part": part, "letters": letters(part, name_of), **others}


def letters(part: Part[T], name_of: Callable[[T], str]) -> tuple[Letter[T], ...]:
    """The entries of ``part`` under their letters, in the order they have."""
    groups = groupby(part.items, key=lambda entry: letter_of(name_of(entry)))
    return tuple(
        Letter(letter=letter, anchor=_anchor(letter), entries=tuple(entries)) for letter, entries in groups
    )


def jumps(all_parts: Sequence[Part[T]], name_of: Callable[[T], str]) -> tuple[Jump, ...]:
    """For each letter the page and id where it begins."""
    first: dict[str, Jump] = {}
    for part in all_parts:
        for group in letters(part, name_of):
            first.setdefault(group.letter, Jump(letter=group.letter, path=part.path, anchor=group.anchor))
    return tuple(first.values())


def letter_of(name: str) -> str:
    """The letter a name stands under: its first, without accents, in capitals."""
    first = az_key(name)[0][:1]
    if not first.isalpha():
        return OTHER
    script = unicode_name(first, "").partition(" ")[0]
    return WITHOUT_ALPHABET.get(script, first.upper())


def _anchor(letter: str) -> str:
    return "letter-" + "-".join(f"{ord(character):x}" for character in letter)
