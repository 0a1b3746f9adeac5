"""Rules for days of the week, and for the week of a day."""

from dataclasses import replace
from datetime import timedelta

from sitegen.extract.time.context import Context, Tense
from sitegen.extract.time.moments import Grain, Moment, around, on
from sitegen.extract.time.relative import LED, TURN, UNRESOLVED, from_publication
from sitegen.extract.time.rules import Match, Readings, Rule
from sitegen.extract.time.stated import calendar_day, month_named, year_of


def weekday_of(match: Match, context: Context) -> Moment | None:
    """The day a weekday names: by tense, else nearest; "last" and "next" exclude the publication day."""
    today, number = context.published, match.value("w")
    if today is None or number is None:
        return None
    this_week = on(today.year, today.month, today.day)
    same = this_week.shifted(int(number) - today.isoweekday()) if this_week else None
    if same is None:
        return None
    days = [day for weeks in (-1, 0, 1) if (day := same.shifted(7 * weeks))]
    which = match.value("which") if match.has("which") else None
    if which == "-1":
        return max((day for day in days if day.start < today), key=lambda day: day.start, default=None)
    if which == "1":
        return min((day for day in days if day.start > today), key=lambda day: day.start, default=None)
    if match.has("turn"):
        return same.shifted(7 * int(match.value("turn") or 0))
    if which == "0":
        context = replace(context, tense=context.tense or Tense.FUTURE)
    return context.choose(days)


def _weekday(match: Match, context: Context) -> Readings:
    if match.has("week_on") or match.has("week_back"):
        context = replace(context, tense=Tense.FUTURE if match.has("week_on") else Tense.PAST)
    day = weekday_of(match, context)
    if day and (match.has("week_back") or match.has("week_on")):
        day = day.shifted(-7 if match.has("week_back") else 7)
    if day and match.has("day_back"):
        day = day.shifted(-1)
    return from_publication(day)


def _week_of(match: Match, context: Context) -> Readings:
    """The week of March 6, the weekend of March 8: the one that holds the day."""
    month, day = int(match.value("m") or 1), match.text("d")
    number = int("".join(char for char in day if char.isdigit()) or 0)
    reading = calendar_day(month, number, year_of(match, context), context, match)
    if reading is None:
        return None
    if reading.moment is None:
        return UNRESOLVED
    week = around(reading.moment.start, Grain(match.value("u") or "W"))
    return replace(reading, value=week.value, moment=week)


def _week_of_month(match: Match, context: Context) -> Readings:
    """The last week of March: the week that holds most of the last seven days."""
    month = month_named(match, context)
    if month is None:
        return None
    if month.moment is None:
        return UNRESOLVED
    number = int(match.value("n") or 1)
    first, last = month.moment.start, month.moment.end
    middle = last - timedelta(days=3) if number < 0 else first + timedelta(days=7 * number - 4)
    week = around(middle, Grain.WEEK)
    return replace(month, value=week.value, moment=week)


RULES = (
    Rule(
        name="weekday",
        because="on Thursday; last Friday; early Monday; Tuesday of last week",
        pattern=rf"{LED} (?:<the>? <which:last_one|next|this>)? <w:weekdays_in_full>"
        rf" (?: <of>? {TURN} <week_word> )?",
        resolve=_weekday,
    ),
    Rule(
        name="turn before weekday",
        because="last week on Tuesday",
        pattern=rf"{TURN} <week_word> <on> <w:weekdays_in_full>",
        resolve=_weekday,
    ),
    Rule(
        name="week from weekday",
        because="a week from Friday; a week ago Tuesday",
        pattern=r"<one> <week_word> (?: <week_on:from> | <week_back:ago> ) <w:weekdays_in_full>",
        resolve=_weekday,
    ),
    Rule(
        name="day before weekday",
        because="the day before last Tuesday",
        pattern=r"<the>? <day_word> <day_back:before> (?:<which:last_one|next|this>)? <w:weekdays_in_full>",
        resolve=_weekday,
    ),
    Rule(
        name="week of a month",
        because="the last week of March; the second week of May 2009",
        pattern=r"<the> <n:nth> <week_word> <of|in> <m:months> (?: <dot>? <of|comma>? {year} )?",
        resolve=_week_of_month,
    ),
    Rule(
        name="week of a day",
        because="the week of March 6; the weekend of March 8",
        pattern=r"<the> <u:week_word|weekend> <of> <m:months> <dot>? <d:day|day_ordinal>"
        r" (?: <comma>? {year} )?",
        resolve=_week_of,
    ),
)
