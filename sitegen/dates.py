"""What a time value says: its bounds, its wording for readers, its place in an order.

Values are TIMEX3 (ISO 24617-1) on ISO 8601, with X for digits that are not known, as in EDTF: ``2023-11-16``,
``XXXX-10-07``, ``199X``, ``2009-Q3``, ``2013-W11``, ``2009-SU``, ``1998-08-07T10:35``, ``PAST_REF``, ``P3D``.
A value of any other form is nobody's date: it has no bounds, and reads as it stands.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from sitegen.date_words import Say, english

_SEASONS: Mapping[str, tuple[str, int]] = {
    "SP": ("spring", 3),
    "SU": ("summer", 6),
    "FA": ("autumn", 9),
    "WI": ("winter", 12),
}
_DAY_PARTS: Mapping[str, tuple[str, int]] = {
    "MO": ("morning", 6),
    "MI": ("midday", 12),
    "AF": ("afternoon", 13),
    "EV": ("evening", 18),
    "NI": ("night", 21),
}
_REFERENCES = {"PAST_REF": "past", "PRESENT_REF": "present", "FUTURE_REF": "future"}
_UNITS = {"Y": "years", "Q": "quarters", "M": "months", "W": "weeks", "D": "days"}
_TIME_UNITS = {"H": "hours", "M": "minutes", "S": "seconds"}

Words = Callable[[Say], str]
"""The wording of a value in any language: made when the words of one are given."""

SortKey = tuple[int, int, int, int]
"""Dated before partial before vague before unresolved; then in time, the longer stretch first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Meaning:
    """All that the public functions say of one value."""

    words: Words
    bounds: tuple[date, date] | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int = 0
    """Of the day, for a time; where only a part of the day is known, when it begins."""
    rank: int = 3
    """0 dated, 1 partial, 2 vague, 3 neither."""


def bounds(value: str | None) -> tuple[date, date] | None:
    """The first and the last day the value may mean; None where it is partial, vague, unresolved or no date.

    Seasons are those of the northern hemisphere. A winter may bear the year of either end: its bounds hold
    both.
    """
    return _meaning(value or "").bounds


def words(value: str | None, say: Say = english) -> str:
    """A reader's wording: "16 November 2023", "7 October, year not stated", "third quarter of 2009".

    ``say`` has the words and patterns of a language; without it they are English.
    """
    return _meaning(value).words(say) if value else say("not_dated")


def words_without_year(value: str, say: Say = english) -> str:
    """Of a day "16 November"; of any other value its whole wording."""
    meaning = _meaning(value)
    if meaning.day is None or meaning.month is None:
        return meaning.words(say)
    return _day_and_month(meaning.month, meaning.day)(say)


def month_name(number: int, say: Say = english) -> str:
    """The name of a month, 1 to 12."""
    return say(f"month_{number}")


def month_short(number: int, say: Say = english) -> str:
    """The same in about three letters."""
    return say(f"month_short_{number}")


def sort_key(value: str | None) -> SortKey:
    """A key that orders values in time: dated, then partial by month and day, then vague, then unresolved."""
    meaning = _meaning(value or "")
    if meaning.bounds:
        first, last = meaning.bounds
        return (0, first.toordinal(), -last.toordinal(), meaning.minute)
    return (meaning.rank, meaning.month or 0, meaning.day or 0, meaning.minute)


def year(value: str | None) -> int | None:
    """The calendar year the value lies in; None where it is not known, or the value is longer than a year."""
    return _meaning(value or "").year


def month(value: str | None) -> int | None:
    """The month, 1 to 12, the value lies in, its year known or not; None where it is not known or not one."""
    return _meaning(value or "").month


@lru_cache(maxsize=4096)
def _meaning(value: str) -> _Meaning:
    for pattern, read in _FORMS:
        match = pattern.fullmatch(value)
        if match:
            try:
                return read(match)
            except (ValueError, OverflowError):  # 2023-02-31, week 60: of the right form, but no date
                break
    return _Meaning(words=lambda _: value)


def _whole(first: date, last: date, words: Words) -> _Meaning:
    """A stretch of the calendar; its year and month are those both ends share."""
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    return _Meaning(
        words=words,
        bounds=(first, last),
        year=first.year if same_year else None,
        month=first.month if same_month else None,
        day=first.day if first == last else None,
        rank=0,
    )


def _months(first_year: int, first_month: int, count: int, words: Words) -> _Meaning:
    """``count`` whole months."""
    total = first_year * 12 + first_month - 1 + count - 1
    last_year, last_month = total // 12, total % 12 + 1
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return _whole(date(first_year, first_month, 1), last, words)


def _partial(
    match: re.Match[str], words: Words, month: int | None = None, day: int | None = None
) -> _Meaning:
    """A date whose year, or century, the source leaves out."""
    digits = match["year"].strip("X")

    def stated(say: Say) -> str:
        if digits:
            return say("century_open", date=words(say), digits=digits)
        return say("year_open", date=words(say))

    return _Meaning(words=stated, month=month, day=day, rank=1)


def _year(match: re.Match[str]) -> _Meaning:
    return _months(int(match["year"]), 1, 12, lambda _: match["year"].lstrip("0"))


def _partial_year(match: re.Match[str]) -> _Meaning:
    digits = match["year"][2:]
    if digits.endswith("X"):
        return _Meaning(words=lambda say: say("short_decade", digits=f"{digits[0]}0"), rank=1)
    return _Meaning(words=lambda say: say("short_year", digits=digits), rank=1)


def _decade(match: re.Match[str]) -> _Meaning:
    return _months(int(match["digits"]) * 10, 1, 120, lambda say: say("decade", decade=f"{match['digits']}0"))


def _century(match: re.Match[str]) -> _Meaning:
    number = int(match["digits"]) + 1
    count = 1200 if number > 1 else 1188
    return _months(int(match["digits"]) * 100 or 1, 1, count, lambda say: say("century", n=number))


def _month(match: re.Match[str]) -> _Meaning:
    number = int(match["month"])
    if "X" in match["year"]:
        return _partial(match, lambda say: month_name(number, say), number)
    year = int(match["year"])
    return _months(year, number, 1, lambda say: _month_of_year(number, year, say))


def _month_of_year(number: int, year: int, say: Say) -> str:
    return say("month_of_year", month=month_name(number, say), year=str(year))


def _day(match: re.Match[str]) -> _Meaning:
    month, day = int(match["month"]), int(match["day"])
    if "X" in match["year"]:
        date(2000, month, day)  # raises ValueError for a day that no year has
        return _partial(match, _day_and_month(month, day), month, day)
    whole = date(int(match["year"]), month, day)
    return _whole(whole, whole, lambda say: _long(whole, say))


def _day_and_month(month: int, day: int) -> Words:
    return lambda say: say("day", day=str(day), month=month_name(month, say))


def _quarter_or_half(match: re.Match[str]) -> _Meaning:
    number = int(match["number"])
    length, part = (6, f"half_{number}") if match["kind"] == "H" else (3, f"quarter_{number}")
    if "X" in match["year"]:
        return _partial(match, lambda say: say(part))
    year = int(match["year"])
    return _months(year, (number - 1) * length + 1, length, lambda say: _part_of_year(part, year, say))


def _part_of_year(part: str, year: int, say: Say) -> str:
    return say("of_year", part=say(part), year=str(year))


def _season(match: re.Match[str]) -> _Meaning:
    name, first_month = _SEASONS[match["season"]]
    if "X" in match["year"]:
        return _partial(match, lambda say: say(name))
    number = int(match["year"])
    if match["season"] == "WI":
        return replace(_months(number, 1, 14, lambda say: _part_of_year(name, number, say)), year=number)
    return _months(number, first_month, 3, lambda say: _part_of_year(name, number, say))


def _week(match: re.Match[str]) -> _Meaning:
    monday = date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
    sunday = monday + timedelta(days=6)
    if match["weekend"]:
        saturday = monday + timedelta(days=5)
        return _whole(saturday, sunday, lambda say: say("weekend", date=_long(saturday, say)))
    # A week that straddles New Year counts for the year that ISO 8601 numbers it in.
    week = _whole(monday, sunday, lambda say: say("week", date=_long(monday, say)))
    return replace(week, year=int(match["year"]))


def _long(day: date, say: Say) -> str:
    return say("day_of_year", day=_day_and_month(day.month, day.day)(say), year=str(day.year))


def _time(match: re.Match[str]) -> _Meaning:
    """A time of day, of a day that may be partial or not known."""
    if match["part"]:
        name, hour = _DAY_PARTS[match["part"]]
        minute = hour * 60
        time: Words = lambda say: say(name)  # noqa: E731 - as the other branch
    else:
        hour, minutes = int(match["hour"]), match["minute"] or "00"
        minute = hour * 60 + int(minutes)
        if minute > 24 * 60 or int(minutes) > 59:
            raise ValueError(f"no time of day: {match[0]}")
        time = _clock(f"{hour:02}:{minutes}", match["zone"])
    if match["day"] == "XXXX-XX-XX":
        return _Meaning(words=lambda say: say("day_open", time=time(say)), minute=minute, rank=1)
    day = _meaning(match["day"])
    if day.rank > 1:
        raise ValueError(f"no day: {match[0]}")
    return replace(
        day, words=lambda say: say("time_of_day", date=day.words(say), time=time(say)), minute=minute
    )


def _clock(clock: str, offset: str | None) -> Words:
    if offset is None:
        return lambda say: say("clock", clock=clock)
    zone = "UTC" if offset == "Z" else f"UTC{offset}"
    return lambda say: say("clock_zone", clock=clock, zone=zone)


def _repeated(match: re.Match[str]) -> _Meaning:
    weekday = f"weekday_{match['weekday']}"
    if not match["part"]:
        return _Meaning(words=lambda say: say("every", weekday=say(weekday)))
    part, _ = _DAY_PARTS[match["part"]]
    return _Meaning(words=lambda say: say("every_part", weekday=say(weekday), part=say(part)))


def _reference(match: re.Match[str]) -> _Meaning:
    order = list(_REFERENCES).index(match[0])
    return _Meaning(words=lambda say: say(_REFERENCES[match[0]]), minute=order, rank=2)


def _duration(match: re.Match[str]) -> _Meaning:
    stretches = [(number, _UNITS[unit]) for number, unit in _AMOUNT.findall(match["days"] or "")]
    stretches += [(number, _TIME_UNITS[unit]) for number, unit in _AMOUNT.findall(match["time"] or "")]
    if not stretches:
        raise ValueError(f"a duration without a length: {match[0]}")
    return _Meaning(words=lambda say: " ".join(_amount(number, unit, say) for number, unit in stretches))


def _amount(number: str, unit: str, say: Say) -> str:
    return say(f"some_{unit}") if number == "X" else say(unit, n=_number(number))


def _number(digits: str) -> int | Decimal:
    return Decimal(digits) if "." in digits else int(digits)


_YEAR = r"(?P<year>[0-9]{4}|XX[0-9]{2}|XXXX)"
_AMOUNT = re.compile(r"(X|[0-9]{1,6}(?:\.[0-9]{1,4})?)([A-Z])")
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], _Meaning]], ...] = (
    (re.compile(rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>[0-3][0-9])"), _day),
    (re.compile(rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])"), _month),
    (re.compile(r"(?P<year>[0-9]{4})"), _year),
    (re.compile(r"(?P<year>XX[0-9][0-9X])"), _partial_year),
    (re.compile(r"(?P<digits>[0-9]{3})X"), _decade),
    (re.compile(r"(?P<digits>[0-9]{2})XX"), _century),
    (re.compile(rf"{_YEAR}-(?P<kind>Q(?=[1-4])|H(?=[12]))(?P<number>[1-4])"), _quarter_or_half),
    (re.compile(rf"{_YEAR}-(?P<season>SP|SU|FA|WI)"), _season),
    (re.compile(r"(?P<year>[0-9]{4})-W(?P<week>[0-5][0-9])(?P<weekend>-WE)?"), _week),
    (
        re.compile(
            r"""
            (?P<day>(?:[0-9]{4}|XX[0-9]{2}|XXXX)-(?:XX-XX|[01][0-9]-[0-3][0-9]))
            T(?: (?P<part>MO|MI|AF|EV|NI)
               | (?P<hour>[0-2][0-9])(?::(?P<minute>[0-5][0-9])(?::[0-5][0-9])?)?
                 (?P<zone>Z|[+-][0-9]{2}:[0-9]{2})? )
            """,
            re.VERBOSE,
        ),
        _time,
    ),
    (re.compile(r"XXXX-WXX-(?P<weekday>[1-7])(?:T(?P<part>MO|MI|AF|EV|NI))?"), _repeated),
    (re.compile("|".join(_REFERENCES)), _reference),
    (
        re.compile(
            r"""
            P (?P<days>(?:(?:X|[0-9]{1,6}(?:\.[0-9]{1,4})?)[YQMWD]){0,4})
            (?:T (?P<time>(?:(?:X|[0-9]{1,6}(?:\.[0-9]{1,4})?)[HMS]){1,3}))?
            """,
            re.VERBOSE,
        ),
        _duration,
    ),
)
