"""Rules for durations and for repeated times (TIMEX3 DURATION and SET)."""

from dataclasses import replace

from sitegen.extract.time.context import Context, Reading
from sitegen.extract.time.numbers import count, duration
from sitegen.extract.time.rules import Match, Readings, Rule, no_time
from sitegen.model import TimexHow, TimexType


def _length(value: str) -> Reading:
    return Reading(type=TimexType.DURATION, value=value, how=TimexHow.STATED)


def repeated(value: str) -> Reading:
    """A repeated time."""
    return Reading(type=TimexType.SET, value=value, how=TimexHow.STATED)


def _counted(match: Match, _: Context) -> Readings:
    number = count(match, "n")
    if number is not None and match.has("half"):
        number += 0.5
    return _length(duration(number, match.value("u") or "D"))


def _uncounted(match: Match, _: Context) -> Readings:
    return _length(duration(None, match.value("u") or "D"))


def _one(match: Match, _: Context) -> Readings:
    return _length(duration(1, match.value("u") or "D"))


def _frequency(match: Match, _: Context) -> Readings:
    return repeated(match.value("f") or "P1D")


def _each_unit(match: Match, _: Context) -> Readings:
    number = count(match, "n") if match.has("n") else 1
    return repeated(duration(number, match.value("u") or "D"))


def _each_weekday(match: Match, _: Context) -> Readings:
    part = match.value("p")
    return repeated(f"XXXX-WXX-{match.value('w')}" + (f"T{part}" if part else ""))


def _each_of_two_weekdays(match: Match, _: Context) -> Readings:
    days = ((match.value("w"), "one"), (match.value("v"), "two"))
    return tuple(replace(repeated(f"XXXX-WXX-{day}T{match.value('p')}"), group=group) for day, group in days)


def _each_month(match: Match, _: Context) -> Readings:
    return repeated(f"XXXX-{int(match.value('m') or 1):02}")


def _each_part(match: Match, _: Context) -> Readings:
    return repeated(f"XXXX-XX-XXT{match.value('p')}")


_ABOUT = r"(?: <approximately>{0,2} | (?<= <before_over> ) <over> )"
_WHICH = "<last|next|this|latest|first_ones|corresponding>"
_QUALIFIED = r"<unit_qualifiers>{0,2}"

RULES = (
    Rule(
        name="each unit",
        because="every month; every two weeks; twice a week; 15 a year; four ferries a week; 24 hours a day",
        pattern=r"<each> (?: (?:<other_one>)? <u:units> | (?P<n>{number}) <u:units_many> )"
        r" | (?: <times_a> | (?<= <number|units_many> ) | (?<= <number|ones> <unknown> ) ) <one> <u:units>",
        resolve=_each_unit,
    ),
    Rule(
        name="age",
        because="the 44-year-old painter; Mr. Sandel, 52 years old",
        pattern=r"{number} <hyphen>? (?:<units|units_many>) <hyphen>? <old>",
        resolve=no_time,
    ),
    Rule(
        name="fraction",
        because="about a quarter of its dealers; three-quarters of the flour",
        pattern=r"<approximately>{0,2} (?: <one> <quarter>"
        r" | <thirds> (?: <hyphen> <quarters> | <quarters> <of> ) )",
        resolve=no_time,
    ),
    Rule(
        name="second of several",
        because="a second ferry; a second day of talks",
        pattern="<one> <second_word> (?= <unknown|capitalised|units> )",
        resolve=no_time,
    ),
    Rule(
        name="counted units",
        because="nearly two years; 5 1/2 hours; two and a half hours; the past six months; 20 more years",
        pattern=rf"(?: (?:<each> <of>)? <the|its>? (?:{_WHICH})? {_ABOUT} )?"
        rf" (?P<n>{{number}}) <half:and_a_half>? {_QUALIFIED} (?:<u:units|units_many>) <half:and_a_half>?",
        resolve=_counted,
    ),
    Rule(
        name="counted units, joined",
        because="a ten-year plan; a 12-hour flight",
        pattern=r"(?P<n>{number}) <hyphen> (?:<u:units|units_many>) (?: <hyphen> <long> )?",
        resolve=_counted,
    ),
    Rule(
        name="long unit just past",
        because="the largest conference in the past decade",
        pattern=r"<the> (?:<last|next>) <u:long_units>",
        resolve=_one,
    ),
    Rule(
        name="range of units",
        because="two to three weeks; 12 to 18 months; weeks or months",
        pattern=rf"(?: <the>? (?:<last|next>)? {_ABOUT} )? {{range}} (?:<int|cardinals>)"
        r" <hyphen>? (?:<u:units|units_many>) | <u:units_many> <or> <units_many>",
        resolve=_uncounted,
    ),
    Rule(
        name="uncounted units",
        because="for years; the coming weeks; in the weeks ahead",
        pattern=r"<the>? (?:<last|next>) <u:units_many>"
        r" | <the>? (?! <records> ) <u:units_many> <outlook>? (?! <trading> )",
        resolve=_uncounted,
    ),
    Rule(
        name="units in a compound",
        because="a decades-long dispute; decades-old",
        pattern=r"<u:units_many> <hyphen> <long|old>",
        resolve=_uncounted,
    ),
    Rule(
        name="unit in a compound",
        because="the week-long strike; a year-long study",
        pattern=r"<u:units> <hyphen> <long>",
        resolve=_one,
    ),
    Rule(
        name="frequency",
        because="the daily briefing; it meets annually",
        pattern="<f:frequencies> (?! <capitalised> )",
        resolve=_frequency,
    ),
    Rule(
        name="each weekday",
        because="every Thursday; on Tuesdays; Tuesday nights",
        pattern=r"<each> <w:weekdays> <p:day_parts>?"
        r" | <w:weekdays_repeated> (?:<p:day_parts|day_parts_repeated>)?"
        r" | <w:weekdays> <p:day_parts_repeated>",
        resolve=_each_weekday,
    ),
    Rule(
        name="two weekdays each week",
        because="Monday and Tuesday nights",
        pattern=r"(?P<one> <w:weekdays_in_full> ) <and>"
        r" (?P<two> <v:weekdays_in_full> <p:day_parts_repeated> )",
        resolve=_each_of_two_weekdays,
    ),
    Rule(
        name="each month",
        because="every October",
        pattern=r"<each> <m:months>",
        resolve=_each_month,
    ),
    Rule(
        name="each part of day",
        because="every morning",
        pattern=r"<each> <p:day_parts>",
        resolve=_each_part,
    ),
)
