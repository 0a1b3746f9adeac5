"""How a language writes a date in full: its month names, and CLDR's long pattern with day, month and year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitegen import lexicon
from sitegen.languages import locale, primary

_PART = re.compile(
    r"'(?P<quoted>[^']*)' | (?P<field>[dMy]{1,4}) | (?P<other>[^\W\d_]) | (?P<mark>.)", re.VERBOSE
)
_SPACES = r"[ \t\r\n\u00a0\u2009\u202f]"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?!\d)(?:er|-?го|[.ºª°]{1,2})?"
"""3, 1er, 1º, 3."""
_YEAR = r"(?<!\d)(?P<year>\d{4})(?!\d)"
_UNITS = frozenset("年月日년월일")
"""Written right behind a number, they say what it counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What a date in full looks like in one language."""

    written: re.Pattern[str]
    """With the groups ``day``, ``year`` and ``month`` (a name) or ``number``."""
    months: Mapping[str, int]
    """By the name in small letters, 1 to 12."""


@cache
def calendar(tag: str) -> Calendar | None:
    """The calendar of a language; None where CLDR does not know it, or counts years from another epoch."""
    known = locale(tag) or locale(primary(tag))
    if known is None:
        return None
    months = _months(known)
    pattern = _pattern(str(known.date_formats["long"].pattern), months)
    if pattern is None:
        return None
    return Calendar(written=re.compile(pattern, re.IGNORECASE), months=months)


@cache
def has_dotted_days(tag: str) -> bool:
    """True where a day's number takes a full stop: "3. Oktober"."""
    known = locale(tag) or locale(primary(tag))
    return known is not None and "d." in str(known.date_formats["long"].pattern)


@cache
def calendar_words(tag: str) -> frozenset[str]:
    """The names of months and weekdays, case-folded."""
    known = locale(tag) or locale(primary(tag))
    if known is None:
        return frozenset()
    days = known.days["format"]
    weekdays = (str(each) for form in ("wide", "abbreviated") for each in days[form].values())
    return frozenset(name.casefold() for name in (*_months(known), *weekdays))


def _months(known: Any) -> Mapping[str, int]:
    """Names and short forms, those left out that stand for two months in two countries.

    Only the forms that stand in a date: babel 2.18 gives Azerbaijani names for the others of many languages.
    """
    numbers: dict[str, set[int]] = {}
    for each in (known, *_regional(known)):
        for form in ("wide", "abbreviated"):
            for number, name in each.months["format"][form].items():
                numbers.setdefault(str(name).lower().rstrip("."), set()).add(int(number))
    return {name: found.pop() for name, found in numbers.items() if len(found) == 1}


def _regional(known: Any) -> Iterator[Any]:
    for region in lexicon.load("dates", "mul")["regions"].get(known.language, ()):
        other = locale(f"{known.language}_{region}")
        if other is not None:
            yield other


def _pattern(long: str, months: Mapping[str, int]) -> str | None:
    """CLDR's pattern ("d 'de' MMMM 'de' y") as a regular expression; None where that is not clear."""
    parts = [(match.lastgroup, match.group(match.lastgroup or 0)) for match in _PART.finditer(long)]
    fields = "".join(sorted(part[0] for kind, part in parts if kind == "field"))
    if fields != "Mdy" or any(kind == "other" and part == "G" for kind, part in parts):
        return None
    last = max(at for at, (kind, part) in enumerate(parts) if kind == "field" or part in _UNITS)
    numbered = any(part in {"M", "MM"} for _, part in parts)
    if numbered and not any(part in _UNITS for _, part in parts):
        return None  # 3/4/2031 can be read two ways
    return "".join(_piece(str(kind), part, months) for kind, part in parts[: last + 1])


def _piece(kind: str, part: str, months: Mapping[str, int]) -> str:
    if kind == "field" and part[0] in "dy":
        return _DAY if part[0] == "d" else _YEAR
    if kind == "field":
        return _named_month(months) if len(part) > 2 else r"(?P<number>\d{1,2})"
    if part in _UNITS:
        return f"{_SPACES}?{part}{_SPACES}?"
    if part.isspace():
        between = "|".join(map(re.escape, lexicon.load("dates", "mul")["between"]))
        return f"{_SPACES}{{0,3}}(?:(?:{between}){_SPACES}{{1,3}})?"
    return f"(?:{re.escape(part)})?{_SPACES}?"


def _named_month(months: Mapping[str, int]) -> str:
    """One of the names, longest first; two of them where both are given: تشرين الأول/أكتوبر."""
    names = "|".join(re.escape(name) for name in sorted(months, key=lambda name: (-len(name), name)))
    return rf"(?P<month>{names})(?![^\W\d_])\.?(?:{_SPACES}?/{_SPACES}?(?P<other>{names})(?![^\W\d_])\.?)?"
