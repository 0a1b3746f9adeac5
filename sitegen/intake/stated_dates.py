"""Calendar dates as an article states its own: in a date line, a dateline or a page's metadata.

Only dates that name their year count, and only where day and month cannot be mistaken for each other.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, partial

from sitegen.lexicon import load, word_set

_words = partial(word_set, "intake")

_TOKEN = re.compile(r"[^\s,()\[\]]{1,40}")
_CLOCK = re.compile(
    r"""
    \d{1,2} [:.h] \d{2} (?: [:.] \d{2} (?: \. \d{1,6} )? )?  # 14:05, 14.05, 14:05:33.120
    (?: [ap]\.?m\.? )? (?: z | [+-]\d{2}:?\d{2} )?           # am; the zone
    | \d{1,2} [ap]\.?m\.?                                    # 3pm
    | (?: utc | gmt )? [+-] \d{1,2} (?: :? \d{2} )?          # UTC+3, +0300
    """,
    re.VERBOSE,
)
_YEAR_FIRST = re.compile(
    r"""
    (\d{4}) ([-/.]?) (\d{2}) \2 (\d{2})         # 2023-11-16, 2023/11/16, 20231116
    (?: t [\d:.,]{2,18} (?: z | [+-]\d{2}:?\d{0,2} )? )?
    """,
    re.VERBOSE,
)
_DAY_OR_MONTH_FIRST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")  # 16/11/2023, 11/16/2023
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d")


def read_date(words: str) -> str | None:
    """The date that ``words`` state, as ``YYYY-MM-DD``, when they state one and nothing else.

    Weekday, clock time and time zone may stand beside it; the date is not moved to another time zone.
    """
    if len(words) > 80:
        return None
    tokens = _date_tokens(words)
    if len(tokens) == 1:
        return _from_figures(tokens[0])
    if len(tokens) == 3 and _YEAR.fullmatch(tokens[2]):
        month_and_day = _month_and_day(tokens[:2])
        return _iso(int(tokens[2]), *month_and_day) if month_and_day else None
    return None


def is_day(words: str) -> bool:
    """True when ``words`` are a day of the year, with or without the year ("Nov. 16")."""
    if read_date(words) is not None:
        return True
    tokens = _date_tokens(words) if len(words) <= 80 else []
    return len(tokens) == 2 and _month_and_day(tokens) is not None


@cache
def _months() -> Mapping[str, int]:
    return {name: number for number, names in enumerate(load("intake")["months"], 1) for name in names}


def _date_tokens(words: str) -> list[str]:
    """The words that belong to a date: lower case, without weekday, clock time and time zone."""
    tokens = [token.casefold() for token in _TOKEN.findall(words)]
    return [token.rstrip(".") for token in tokens if not is_beside_a_date(token)]


def is_beside_a_date(word: str) -> bool:
    """True for a weekday, a clock time, a time zone: what stands beside a date and is none."""
    token = word.casefold()
    bare = token.rstrip(".:,")
    beside = bare in _words("weekdays") or token in _words("clock_words") or bare in _words("clock_words")
    return beside or _CLOCK.fullmatch(token) is not None


def _month_and_day(tokens: Sequence[str]) -> tuple[int, int] | None:
    for month, day in (tokens, reversed(tokens)):
        figures = _DAY.fullmatch(day)
        if month in _months() and figures:
            return _months()[month], int(figures.group(1))
    return None


def _from_figures(token: str) -> str | None:
    if found := _YEAR_FIRST.fullmatch(token):
        return _iso(int(found.group(1)), int(found.group(3)), int(found.group(4)))
    if found := _DAY_OR_MONTH_FIRST.fullmatch(token):
        first, second, year = int(found.group(1)), int(found.group(3)), int(found.group(4))
        if first > 12:
            return _iso(year, second, first)
        if second > 12 or first == second:
            return _iso(year, first, second)
    return None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat() if _YEAR.fullmatch(str(year)) else None
    except ValueError:
        return None
