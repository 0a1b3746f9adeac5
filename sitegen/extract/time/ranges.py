"""Rules for the two ends of a range, or of a pair: March 3–5, between April and June 2008."""

from dataclasses import replace

from sitegen.extract.time.context import Context, Reading
from sitegen.extract.time.moments import Moment, of_month
from sitegen.extract.time.numbers import ordinal
from sitegen.extract.time.rules import Match, Readings, Rule
from sitegen.extract.time.stated import NOT_A_COUNT, calendar_day, inferred, stated, year_of


def _days_of_month(match: Match, context: Context) -> Readings:
    """Both ends of a range of days: two expressions, the second of which only names its day."""
    month, first, last = match.value("m"), ordinal(match, "d"), ordinal(match, "e")
    if month is None or first is None or last is None or not first < last:
        return None
    year = year_of(match, context)
    ends = [calendar_day(int(month), day, year, context, match) for day in (first, last)]
    if ends[0] is None or ends[1] is None:
        return None
    groups = ("first", "second")
    return tuple(
        Reading(type=end.type, value=end.value, how=end.how, moment=end.moment, group=group)
        for end, group in zip(ends, groups, strict=True)
        if end
    )


def _days_of_two_months(match: Match, context: Context) -> Readings:
    """3 October to 4 November 2030: the year, said once, is that of both or of the second."""
    first, last = int(match.value("m") or 1), int(match.value("k") or 1)
    day, end = ordinal(match, "d") or 0, ordinal(match, "e") or 0
    year = year_of(match, context)
    earlier = year - (first > last) if isinstance(year, int) else year
    began = calendar_day(first, day, earlier, context, match)
    ended = calendar_day(last, end, year, context, match)
    if began is None or ended is None:
        return None
    return (replace(began, group="first"), replace(ended, group="second"))


def _months(match: Match, context: Context) -> Readings:
    """Both months, of one year or the first of the year before; the year is said behind the second."""
    first, last = int(match.value("m") or 1), int(match.value("e") or 1)
    if first == last:
        return None
    year, today = year_of(match, context), context.published
    if isinstance(year, int):
        began, ended = of_month(year - (first > last), first), of_month(year, last)
        return (stated(began.value, began, "first"), stated(ended.value, ended, "second"))
    if year or today is None:
        return (stated(f"XXXX-{first:02}", None, "first"), stated(f"XXXX-{last:02}", None, "second"))
    if match.has("turn2"):
        chosen: Moment | None = of_month(today.year + int(match.value("turn2") or 0), last)
    else:
        chosen = context.choose([of_month(today.year + offset, last) for offset in (-1, 0, 1)])
    if chosen is None:
        return None
    began = of_month(chosen.start.year - (first > last), first)
    readings = (inferred(began, "first"), inferred(chosen, "second"))
    return tuple(reading for reading in readings if reading)


RULES = (
    Rule(
        name="days of a month",
        because="March 3–5, 2010; April 24 and 25",
        pattern=r"{weekday}? (?P<first> <m:months> <dot>? (?P<d>{day}) ) (?: <dash> | <to> | <and> )"
        r"(?P<second> (?P<e>{day}) (?: <comma>? {year} )? )" + NOT_A_COUNT + " (?! <months> )",
        resolve=_days_of_month,
    ),
    Rule(
        name="days before a month",
        because="3–5 March 2010",
        pattern=r"(?P<first> (?P<d>{day}) ) (?: <dash> | <to> | <and> )"
        r"(?P<second> (?P<e>{day}) <of>? <m:months> (?: <dot>? <comma>? {year} )? )",
        resolve=_days_of_month,
    ),
    Rule(
        name="days of two months",
        because="3 October to 4 November 2030; Oct. 30–Nov. 2, 2029",
        pattern=r"(?P<first> (?P<d>{day}) <of>? <m:months> ) (?: <any_dash> | <to> | <and> )"
        r" (?P<second> <the>? (?P<e>{day}) <of>? <k:months> <dot>? <comma>? {year} )"
        r" | (?P<first> <m:months> <dot>? (?P<d>{day}) ) (?: <any_dash> | <to> | <and> )"
        r" (?P<second> <k:months> <dot>? (?P<e>{day}) <comma>? {year} )",
        resolve=_days_of_two_months,
    ),
    Rule(
        name="months",
        because="between April and June 2008; January to March this year; in May and June",
        pattern=r"(?P<first> <m:months> <dot>? ) (?: <dash> | <to> | <and> )"
        r" (?P<second> <e:months> (?! <dot>? <day|day_ordinal> (?! <units|units_many> ) )"
        r" (?: <dot>? (?: <of>? {year} | <of>? <turn2:last|next|this> <year_word> ) )? )",
        resolve=_months,
    ),
)
