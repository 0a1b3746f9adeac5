"""The line of section names above a headline, as copied from a page ("Middle EastWorld News")."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from sitegen.lexicon import load

_LONGEST_LINE = 80
_SEPARATOR = re.compile(r"\s{0,9}[|/,;•·»›>]\s{0,9}|\s{1,9}[-–—]\s{1,9}|\t|\s{2,9}")


@lru_cache(maxsize=1024)
def section_names(line: str) -> tuple[str, ...] | None:
    """The section names a line consists of, as written, or None when it holds anything else.

    Names may be separated by marks, or be glued together where each begins with a capital. The steps of a
    breadcrumb that name no section ("Home") are known, and left out of the answer; it may then be empty.
    """
    # A small first letter: the last word of a hard-wrapped sentence.
    if len(line) > _LONGEST_LINE or line[:1].islower():
        return None
    names: list[str] = []
    for part in filter(None, _SEPARATOR.split(line.strip())):
        found = (part,) if _plain(part).casefold() in _folded() else _unglued(part)
        if found is None:
            return None
        names.extend(name for name in found if _plain(name).casefold() not in _roots())
    return tuple(dict.fromkeys(names))


def _unglued(part: str) -> tuple[str, ...] | None:
    """The fewest known names that ``part`` is made of without a gap."""
    ways: dict[int, tuple[str, ...]] = {0: ()}
    plain = _plain(part)
    for end in range(1, len(plain) + 1):
        shorter = [
            (*ways[start], part[start:end])
            for start in range(max(0, end - _longest()), end)
            if start in ways and plain[start:end] in _names()
        ]
        if shorter:
            ways[end] = min(shorter, key=len)
    return ways.get(len(plain)) or None


def _plain(name: str) -> str:
    return name.replace("’", "'")


@cache
def _roots() -> frozenset[str]:
    return frozenset(name.casefold() for name in load("intake")["breadcrumb_roots"])


@cache
def _names() -> frozenset[str]:
    words: Mapping[str, list[str]] = load("intake")
    return frozenset([*words["sections"], *words["breadcrumb_roots"]])


@cache
def _folded() -> frozenset[str]:
    return frozenset(name.casefold() for name in _names())


@cache
def _longest() -> int:
    return max(map(len, _names()))
