"""Rules for times of day: clock times with their day and zone, parts of the day, "N hours ago"."""

from dataclasses import replace

from sitegen.extract.time.context import Context, Reading
from sitegen.extract.time.moments import Grain, Moment, around, possible_day
from sitegen.extract.time.numbers import ordinal
from sitegen.extract.time.rules import Match, Readings, Rule, no_time
from sitegen.extract.time.stated import calendar_day, year_of
from sitegen.extract.time.weekdays import weekday_of
from sitegen.model import TimexHow, TimexType

UNRESOLVED = Reading(type=TimexType.TIME, value=None, how=TimexHow.UNRESOLVED)
UNKNOWN_DAY = "XXXX-XX-XX"


def _time_of_day(match: Match) -> str | None:
    """``T22:00`` with the zone's letter, if any; None for 25:61 and the like."""
    hour, minute, rest = _hour_and_minute(match)
    if hour is None:
        return None
    if match.has("pm") and hour < 12:
        hour += 12
    if match.has("am") and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute}{rest}{_zone(match)}" if hour < 24 else None


def _zone(match: Match) -> str:
    """``Z``, ``+08:00``, or nothing where the zone's offset is not stated."""
    if match.has("ahead"):
        sign = "+" if match.text("sign") == "+" else "-"
        return f"{sign}{int(match.text('ahead')):02}:00"
    return match.value("z") or ""


def _hour_and_minute(match: Match) -> tuple[int | None, str, str]:
    """The hour, the minute's two digits, and the seconds with their colon."""
    if match.has("noon"):
        named = match.value("noon") or "12:00"
        return int(named[:2]), named[3:], ""
    if match.has("military"):
        digits = match.text("military")
        return int(digits[:2]), digits[2:], ""
    if match.has("h"):
        return ordinal(match, "h"), "00", ""
    written = match.text("c").lower()
    if not written:
        return None, "", ""
    half = written[-2:]
    parts = written.rstrip("apm").replace(".", ":").split(":")
    hour = int(parts[0])
    if half in {"am", "pm"}:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour, parts[1] if len(parts) > 1 else "00", f":{parts[2]}" if len(parts) > 2 else ""


def day_of(match: Match, context: Context) -> tuple[str | None, TimexHow, Moment | None]:
    """The day a time belongs to, as a value; its own words, else the day mentioned last, else publication."""
    if match.has("m"):
        month, day = int(match.value("m") or 1), ordinal(match, "d") or 0
        dated = (
            calendar_day(month, day, year_of(match, context), context, match)
            if possible_day(month, day)
            else None
        )
        return (dated.value, dated.how, dated.moment) if dated else (None, TimexHow.UNRESOLVED, None)
    if match.has("w"):
        return _dated(weekday_of(match, context), TimexHow.PUBLICATION)
    if match.has("t"):
        today = context.around(Grain.DAY)
        return _dated(today.shifted(int(match.value("t") or 0)) if today else None, TimexHow.PUBLICATION)
    if context.day is not None:
        return _dated(context.day, TimexHow.CONTEXT)
    return _dated(context.around(Grain.DAY), TimexHow.PUBLICATION)


def _dated(moment: Moment | None, how: TimexHow) -> tuple[str | None, TimexHow, Moment | None]:
    return (moment.value, how, moment) if moment else (None, TimexHow.UNRESOLVED, None)


def _clock_time(match: Match, context: Context) -> Readings:
    time = _time_of_day(match)
    if time is None:
        return None
    day, how, moment = day_of(match, context)
    if day is None:
        # The hour is stated even where the day is not.
        return Reading(type=TimexType.TIME, value=UNKNOWN_DAY + time, how=TimexHow.STATED)
    return Reading(type=TimexType.TIME, value=day + time, how=how, moment=moment)


def _clock_time_apart(match: Match, context: Context) -> Readings:
    """10:35 a.m. (0735 GMT) Friday: the time, and behind the other zone's the day."""
    reading = _clock_time(match, context)
    if not isinstance(reading, Reading):
        return None
    day, how, moment = day_of(match, context)
    dated = Reading(type=TimexType.DATE, value=day, how=how, moment=moment, group="day")
    return (replace(reading, group="time"), dated)


def _habitual(match: Match, _: Context) -> Readings:
    """Every day at noon: an hour, but of no one day."""
    time = _time_of_day(match)
    value = UNKNOWN_DAY + time if time else None
    return Reading(type=TimexType.SET, value=value, how=TimexHow.STATED) if value else None


def _part_of_day(match: Match, context: Context) -> Readings:
    """Thursday morning, tomorrow night, 7 October in the evening."""
    part = match.value("p") or "NI"
    day, how, moment = day_of(match, context)
    if day is None:
        return UNRESOLVED
    return Reading(type=TimexType.TIME, value=f"{day}T{part}", how=how, moment=moment)


def _part_of_this_day(match: Match, context: Context) -> Readings:
    """This morning, tonight, last night: of the publication day or the one before."""
    today = context.around(Grain.DAY)
    moment = today.shifted(int(match.value("turn") or 0)) if today else None
    if moment is None:
        return UNRESOLVED
    part = match.value("p") or "NI"
    return Reading(
        type=TimexType.TIME, value=f"{moment.value}T{part}", how=TimexHow.PUBLICATION, moment=moment
    )


def _part_of_mentioned_day(match: Match, context: Context) -> Readings:
    """That evening, the next morning, the night before: of the day mentioned last, or beside it."""
    last = context.day if match.has("plain") else context.last
    if match.has("plain") and last is None:
        return None
    if last is None or last.grain is not Grain.DAY:
        return UNRESOLVED
    steps = 0 if match.has("same") or match.has("plain") else -1 if match.has("back") else 1
    moment = around(last.start, Grain.DAY).shifted(steps)
    if moment is None:
        return UNRESOLVED
    value = f"{moment.value}T{match.value('p') or 'NI'}"
    return Reading(type=TimexType.TIME, value=value, how=TimexHow.CONTEXT, moment=moment)


_DAY = r"""(?: (?: <w:weekdays> <dot>? <comma>? )? <m:months> <dot>? (?P<d>{day}) (?: <comma>? {year} )?
    | (?: <w:weekdays> <dot>? <comma>? )? (?P<d><day|day_ordinal>) <m:months> (?: <comma>? {year} )?
    | (?: <which:last_one|next|this>)? <w:weekdays_in_full> | <t:days_from_today> )"""
_PART = r"(?: <in>? <the>? <p:day_parts> )"

RULES = (
    Rule(
        name="clock time",
        because="10:35 a.m. (0735 GMT); 4 a.m. EDT Thursday; noon on Saturday; 6:40 p.m. (GMT +8)",
        pattern=rf"{{clock}} {{zone}}? (?: {{elsewhere}} | <comma>? <on>? {_DAY} )?",
        resolve=_clock_time,
    ),
    Rule(
        name="habitual clock time",
        because="at 9 p.m. every day; every day at noon; each morning at 6:30 a.m.; 5 p.m. daily",
        pattern=r"<each> <day_word|day_parts> <at> {clock} {zone}?"
        r" | {clock} {zone}? (?: <each> <day_word|day_parts> | <frequencies> )",
        resolve=_habitual,
    ),
    Rule(
        name="clock time, day apart",
        because="10:35 a.m. (0735 GMT) Friday",
        pattern=rf"(?P<time> {{clock}} {{zone}}? ) {{elsewhere}} <comma>? <on>? (?P<day> {_DAY} )",
        resolve=_clock_time_apart,
    ),
    Rule(
        name="high noon",
        because="high noon",
        pattern="<high> <hours_by_name>",
        resolve=no_time,
    ),
    Rule(
        name="military time",
        because="0800 UTC; 1430 GMT on Friday",
        pattern=rf"(?P<military><military>) {{zone}} (?: <comma>? <on>? {_DAY} )?",
        resolve=_clock_time,
    ),
    Rule(
        name="day and clock time",
        because="Friday at 3 p.m.; Oct. 7, 2023, at 6:30 a.m.",
        pattern=rf"{_DAY} <comma>? <at>? {{clock}} {{zone}}? {{elsewhere}}?",
        resolve=_clock_time,
    ),
    Rule(
        name="day and part of day",
        because="Thursday morning; late tomorrow night; the evening of Oct. 7",
        pattern=rf"(?: <parts|earlier_later_in> )? {_DAY} {_PART}"
        rf" | <the>? <p:day_parts> (?:<of|on>) {_DAY}",
        resolve=_part_of_day,
    ),
    Rule(
        name="part of this day",
        because="later this afternoon; last night; tonight",
        pattern=r"(?: <parts|earlier_later_in> )? (?: <turn:last|this> <p:day_parts> | <turn:tonight> )",
        resolve=_part_of_this_day,
    ),
    Rule(
        name="part of the trading day",
        because="shares rose in morning trading",
        pattern="(?<= <in> ) <p:day_parts> (?= <trading> (?! {weekday} | <days_from_today> ) )",
        resolve=_part_of_day,
    ),
    Rule(
        name="part of a day mentioned",
        because="that evening; the next morning; the previous night; the night before; in the afternoon",
        pattern=r"(?: <late_or_early>? (?P<same><same>) | <the> (?: <next> | <back:preceding> ) )"
        r" <p:day_parts>"
        r" | <the> <p:day_parts> <back:night_before> (?= <comma|sentence_end> )"
        r" | (?<= <in> ) <plain:the> <p:day_parts> (?! <of|hyphen> )",
        resolve=_part_of_mentioned_day,
    ),
)
