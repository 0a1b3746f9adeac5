"""Rules for dates whose words name a place on the calendar, with or without the year."""

from dataclasses import replace

from sitegen.extract.time.context import Context, Reading, days_between
from sitegen.extract.time.moments import Grain, Moment, of_month, on, possible_day
from sitegen.extract.time.numbers import ordinal
from sitegen.extract.time.rules import Match, Readings, Rule, no_time
from sitegen.model import TimexHow, TimexType

_AS_NEAR = 61
"""Days by which the distances of two years' days from publication may differ and still count as alike."""


def stated(value: str, moment: Moment | None = None, group: str | None = None) -> Reading:
    """A date that the words alone give."""
    return Reading(type=TimexType.DATE, value=value, how=TimexHow.STATED, moment=moment, group=group)


def inferred(moment: Moment | None, group: str | None = None) -> Reading | None:
    """A date worked out from the publication date."""
    if moment is None:
        return None
    how = TimexHow.PUBLICATION
    return Reading(type=TimexType.DATE, value=moment.value, how=how, moment=moment, group=group)


def year_of(match: Match, context: Context) -> int | str | None:
    """The year a match names: a number; ``XX82`` where the century is not known; None without a year."""
    if match.has("y"):
        return int(match.text("y"))
    if match.has("millennium"):
        return 2000
    if match.has("yy"):
        century = match.value("yy") or "19"
        return int(century) * 100 + (ordinal(match, "yt") or 0) + (ordinal(match, "yo") or 0)
    if not match.has("y2"):
        return None
    return with_century(int(match.text("y2")[1:3]), context)


def century_inferred(match: Match, context: Context, reading: Reading) -> Reading:
    """The reading; not "stated" where publication gives the century that the words leave out (’82)."""
    if context.published and match.has("y2") and reading.how is TimexHow.STATED:
        return replace(reading, how=TimexHow.PUBLICATION)
    return reading


def with_century(two_digits: int, context: Context) -> int | str:
    """The latest such year not more than ten years after publication; ``XX82`` without a publication date."""
    if context.published is None:
        return f"XX{two_digits:02}"
    limit = context.published.year + 10
    return limit - (limit - two_digits) % 100


def calendar_day(
    month: int, day: int, year: int | str | None, context: Context, match: Match
) -> Reading | None:
    """A day of a month, with the year where it is stated or can be worked out; None for an impossible day."""
    if not possible_day(month, day):
        return None
    if isinstance(year, int):
        moment = on(year, month, day)
        return stated(moment.value, moment) if moment else None
    if year is None and context.published is not None:
        return inferred(_nearest_year(month, day, match, context))
    return stated(f"{year or 'XXXX'}-{month:02}-{day:02}")


def _nearest_year(month: int, day: int, match: Match, context: Context) -> Moment | None:
    """Of last, this and next year's such days the nearest; first those that fall on the weekday named.

    The tense is asked only where two are about as near: half a year away, nearness alone is a guess.
    """
    today = context.published
    if today is None:
        return None
    weekday = match.value("w") if match.has("w") else None
    reach = 4 if (month, day) == (2, 29) else 1
    days = [on(year, month, day) for year in range(max(today.year - reach, 1), today.year + reach + 1)]
    known = [moment for moment in days if moment]
    fitting = [moment for moment in known if weekday and moment.start.isoweekday() == int(weekday)] or known
    if match.preceded_by("ended_past", "m"):
        fitting = [moment for moment in fitting if moment.start <= today]
    nearest = sorted(fitting, key=lambda moment: days_between(moment, today))
    if len(nearest) > 1 and days_between(nearest[1], today) - days_between(nearest[0], today) < _AS_NEAR:
        return context.choose(nearest[:2])
    return nearest[0] if nearest else None


def _day_of_month(match: Match, context: Context) -> Readings:
    month, day = match.value("m"), ordinal(match, "d")
    if month is None or day is None:
        return None
    return calendar_day(int(month), day, year_of(match, context), context, match)


def month_named(match: Match, context: Context) -> Reading | None:
    """The month a match names, of the year it names or the one that suits."""
    return _month_of_year(match, context) or _month(match, context)


def _month_of_year(match: Match, context: Context) -> Reading | None:
    month, year = match.value("m"), year_of(match, context)
    if month is None or year is None:
        return None
    moment = of_month(year, int(month)) if isinstance(year, int) else None
    return stated(f"{year:04}-{int(month):02}" if moment else f"{year}-{int(month):02}", moment)


def _month(match: Match, context: Context) -> Reading | None:
    """A month without a year: the nearest one that suits the tense."""
    month = match.value("m")
    if month is None:
        return None
    if context.published is None:
        return stated(f"XXXX-{int(month):02}")
    beside = context.beside
    if context.tense is None and beside and beside.grain in {Grain.DAY, Grain.MONTH}:
        # "From 29 in March to 42 in June": the months of one sentence are those of one year, or neighbours.
        months = [of_month(beside.start.year + offset, int(month)) for offset in (-1, 0, 1)]
        nearest = min(months, key=lambda each: abs((each.start - beside.start).days))
        return replace(stated(nearest.value, nearest), how=TimexHow.CONTEXT)
    year = context.published.year
    return inferred(context.choose([of_month(y, int(month)) for y in (year - 1, year, year + 1)]))


def _month_of_that_year(match: Match, context: Context) -> Readings:
    """March of that year: of the year of the date mentioned last."""
    month = int(match.value("m") or 1)
    if context.last is None or context.last.grain in {Grain.DECADE, Grain.CENTURY}:
        return stated(f"XXXX-{month:02}")
    moment = of_month(context.last.start.year, month)
    return replace(stated(moment.value, moment), how=TimexHow.CONTEXT)


def _iso_date(match: Match, _: Context) -> Readings:
    year, month, rest = int(match.text("y")), match.text("m"), match.text("d")
    moment = on(year, int(month), int(rest[:2])) if len(month) == len(rest[:2]) == 2 else None
    if moment is None:
        return None
    if "T" not in rest:
        return stated(moment.value, moment)
    value = f"{moment.value[:8]}{rest}"
    return Reading(type=TimexType.TIME, value=value, how=TimexHow.STATED, moment=moment)


def _slash_date(match: Match, context: Context) -> Readings:
    """7/8/07 may be July or August: the reading nearest to publication, or the year alone without one."""
    one, two, digits = (int(part) for part in match.text("s").split("/"))
    year = digits if len(match.text("s").rsplit("/", 1)[1]) == 4 else with_century(digits, context)
    pairs = {(one, two), (two, one)}
    possible = [(month, day) for month, day in sorted(pairs) if 1 <= month <= 12 and possible_day(month, day)]
    if not possible:
        return None
    if not isinstance(year, int):
        return stated(f"{year}-{possible[0][0]:02}-{possible[0][1]:02}" if len(possible) == 1 else year)
    days = [moment for month, day in possible if (moment := on(year, month, day))]
    today = context.published
    if len(days) == 1:
        return stated(days[0].value, days[0]) if year == digits else inferred(days[0])
    if today is None or not days:
        return stated(f"{year:04}") if days else None
    return inferred(min(days, key=lambda moment: abs((moment.start - today).days)))


NOT_A_COUNT = r"(?! <things_counted|units|units_many> | <hyphen> <units> )"
"""A number before these counts something."""

RULES = (
    Rule(
        name="iso date",
        because="2023-10-07, 2023-10-07T09:30:00Z",
        pattern=r"<y:year> <hyphen> <m:two_digits> <hyphen> <d:day|day_and_clock>",
        resolve=_iso_date,
    ),
    Rule(
        name="slash date",
        because="on 7/8/07",
        pattern="<s:slash_date>",
        resolve=_slash_date,
    ),
    Rule(
        name="month and day",
        because="Thursday, Oct. 7, 2023; early on March 3rd",
        pattern=r"{weekday}? {part}? <m:months> <dot>? <the>? (?P<d>{day}) (?: <comma>? {year} )? "
        + NOT_A_COUNT,
        resolve=_day_of_month,
    ),
    Rule(
        name="day and month",
        because="Saturday the 11th of December",
        pattern=r"{weekday}? <the>? (?P<d>{day}) <of> <m:months> (?: <dot>? <comma>? {year} )?",
        resolve=_day_of_month,
    ),
    Rule(
        name="day before month",
        because="Saturday 7 October 2023; 11 December",
        pattern=r"{weekday}? (?P<d><day|day_ordinal>) <m:months> (?! <dot>? <day> (?! <year> ) )"
        r"(?: <dot>? <comma>? {year} )?",
        resolve=_day_of_month,
    ),
    Rule(
        name="month and year",
        because="March 1996; early in October of 2007",
        pattern=r"{part}? <m:months> <dot>? (?: <of> | <comma> )? {year}" + NOT_A_COUNT,
        resolve=_month_of_year,
    ),
    Rule(
        name="month",
        because="a mission in December; mid-November",
        pattern=r"{part}? (?: <m:months_in_full> | <m:months> (?= <dot> ) ) (?! <of> )"
        r" | (?<! <capitalised> ) {part}? <m:months_or_names> (?! <of|capitalised> )"
        r" | (?<= <before_a_month> ) <m:months_or_names|may_month> (?! <of|capitalised> )"
        r" | (?<= <only_before_a_month> ) <m:months_or_names|may_month> (?! <of> )"
        r" | (?<= <before_a_name_like_month> ) <m:may_month> (?! <of|capitalised> )"
        r" | {part} <m:may_month> (?! <of> )",
        resolve=_month,
    ),
    Rule(
        name="month of that year",
        because="in March of that year; May the same year",
        pattern=r"{part}? <m:months> <dot>? <of>? <same> <year_word>",
        resolve=_month_of_that_year,
    ),
    Rule(
        name="attacks named by their day",
        because="the Sept. 11 attacks",
        pattern=r"<months> <dot>? <day|day_ordinal> <comma>? <attacks>",
        resolve=no_time,
    ),
)
