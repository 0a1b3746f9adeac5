"""The forms of a time value: for each a pattern, what it means in the calendar, and how it is said.

:mod:`sitegen.dates` tells what the forms are, and is what to ask.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from sitegen.date_words import Say

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """All that is known of one value."""

    words: Words
    bounds: tuple[date, date] | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    minute: int = 0
    """Of the day, for a time; where only a part of the day is known, when it begins."""
    rank: int = 3
    """0 dated, 1 partial, 2 vague, 3 neither."""


@lru_cache(maxsize=4096)
def meaning(value: str) -> Meaning:
    """What ``value`` means; of no known form, nothing but itself."""
    for pattern, read in _FORMS:
        match = pattern.fullmatch(value)
        if match:
            try:
                return read(match)
            except (ValueError, OverflowError):  # 2023-02-31, week 60: of the right form, but no date
                break
    return Meaning(words=lambda _: value)


def _whole(first: date, last: date, words: Words) -> Meaning:
    """A stretch of the calendar; its year and month are those both ends share."""
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    return Meaning(
        words=words,
        bounds=(first, last),
        year=first.year if same_year else None,
        month=first.month if same_month else None,
        day=first.day if first == last else None,
        rank=0,
    )


def _months(first_year: int, first_month: int, count: int, words: Words) -> Meaning:
    """``count`` whole months."""
    total = first_year * 12 + first_month - 1 + count - 1
    last_year, last_month = total // 12, total % 12 + 1
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return _whole(date(first_year, first_month, 1), last, words)


def _partial(match: re.Match[str], words: Words, month: int | None = None, day: int | None = None) -> Meaning:
    """A date whose year, or century, the source leaves out."""
    digits = match["year"].strip("X")

    def stated(say: Say) -> str:
        if digits:
            return say("century_open", date=words(say), digits=digits)
        return say("year_open", date=words(say))

    return Meaning(words=stated, month=month, day=day, rank=1)


def _year(match: re.Match[str]) -> Meaning:
    return _months(int(match["year"]), 1, 12, lambda _: match["year"].lstrip("0"))


def _partial_year(match: re.Match[str]) -> Meaning:
    digits = match["year"][2:]
    if digits.endswith("X"):
        return Meaning(words=lambda say: say("short_decade", digits=f"{digits[0]}0"), rank=1)
    return Meaning(words=lambda say: say("short_year", digits=digits), rank=1)


def _decade(match: re.Match[str]) -> Meaning:
    return _months(int(match["digits"]) * 10, 1, 120, lambda say: say("decade", decade=f"{match['digits']}0"))


def _century(match: re.Match[str]) -> Meaning:
    number = int(match["digits"]) + 1
    count = 1200 if number > 1 else 1188
    return _months(int(match["digits"]) * 100 or 1, 1, count, lambda say: say("century", n=number))


def _month(match: re.Match[str]) -> Meaning:
    number = int(match["month"])
    if "X" in match["year"]:
        return _partial(match, lambda say: say(f"month_{number}"), number)
    year = int(match["year"])
    return _months(year, number, 1, lambda say: _month_of_year(number, year, say))


def _month_of_year(number: int, year: int, say: Say) -> str:
    return say("month_of_year", month=say(f"month_{number}"), year=str(year))


def _day(match: re.Match[str]) -> Meaning:
    month, day = int(match["month"]), int(match["day"])
    if "X" in match["year"]:
        date(2000, month, day)  # raises ValueError for a day that no year has
        return _partial(match, day_and_month(month, day), month, day)
    whole = date(int(match["year"]), month, day)
    return _whole(whole, whole, lambda say: _long(whole, say))


def day_and_month(month: int, day: int) -> Words:
    """A day without its year: "16 November"."""
    return lambda say: say("day", day=str(day), month=say(f"month_{month}"))


def _quarter_or_half(match: re.Match[str]) -> Meaning:
    number = int(match["number"])
    length, part = (6, f"half_{number}") if match["kind"] == "H" else (3, f"quarter_{number}")
    if "X" in match["year"]:
        return _partial(match, lambda say: say(part))
    year = int(match["year"])
    return _months(year, (number - 1) * length + 1, length, lambda say: _part_of_year(part, year, say))


def _part_of_year(part: str, year: int, say: Say) -> str:
    return say("of_year", part=say(part), year=str(year))


def _season(match: re.Match[str]) -> Meaning:
    name, first_month = _SEASONS[match["season"]]
    if "X" in match["year"]:
        return _partial(match, lambda say: say(name))
    number = int(match["year"])
    if match["season"] == "WI":
        return replace(_months(number, 1, 14, lambda say: _part_of_year(name, number, say)), year=number)
    return _months(number, first_month, 3, lambda say: _part_of_year(name, number, say))


def _week(match: re.Match[str]) -> Meaning:
    monday = date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
    sunday = monday + timedelta(days=6)
    if match["weekend"]:
        saturday = monday + timedelta(days=5)
        return _whole(saturday, sunday, lambda say: say("weekend", date=_long(saturday, say)))
    # A week that straddles New Year counts for the year that ISO 8601 numbers it in.
    week = _whole(monday, sunday, lambda say: say("week", date=_long(monday, say)))
    return replace(week, year=int(match["year"]))


def _long(day: date, say: Say) -> str:
    return say("day_of_year", day=day_and_month(day.month, day.day)(say), year=str(day.year))


def _time(match: re.Match[str]) -> Meaning:
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
        return Meaning(words=lambda say: say("day_open", time=time(say)), minute=minute, rank=1)
    day = meaning(match["day"])
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


def _repeated(match: re.Match[str]) -> Meaning:
    weekday = f"weekday_{match['weekday']}"
    if not match["part"]:
        return Meaning(words=lambda say: say("every", weekday=say(weekday)))
    part, _ = _DAY_PARTS[match["part"]]
    return Meaning(words=lambda say: say("every_part", weekday=say(weekday), part=say(part)))


def _reference(match: re.Match[str]) -> Meaning:
    order = list(_REFERENCES).index(match[0])
    return Meaning(words=lambda say: say(_REFERENCES[match[0]]), minute=order, rank=2)


def _duration(match: re.Match[str]) -> Meaning:
    stretches = [(number, _UNITS[unit]) for number, unit in _AMOUNT.findall(match["days"] or "")]
    stretches += [(number, _TIME_UNITS[unit]) for number, unit in _AMOUNT.findall(match["time"] or "")]
    if not stretches:
        raise ValueError(f"a duration without a length: {match[0]}")
    return Meaning(words=lambda say: " ".join(_amount(number, unit, say) for number, unit in stretches))


def _amount(number: str, unit: str, say: Say) -> str:
    return say(f"some_{unit}") if number == "X" else say(unit, n=_number(number))


def _number(digits: str) -> int | Decimal:
    return Decimal(digits) if "." in digits else int(digits)


_YEAR = r"(?P<year>[0-9]{4}|XX[0-9]{2}|XXXX)"
_AMOUNT = re.compile(r"(X|[0-9]{1,6}(?:\.[0-9]{1,4})?)([A-Z])")
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Meaning]], ...] = (
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
