"""Rules for dates counted from the publication day or from a date mentioned before."""

from sitegen.extract.time.context import Context, Reading, Tense
from sitegen.extract.time.moments import Grain, Moment, around, of_month, of_year
from sitegen.extract.time.rules import Match, Readings, Rule
from sitegen.extract.time.stated import inferred, stated
from sitegen.extract.time.tokens import QUOTE_MARK
from sitegen.model import TimexHow, TimexType

UNRESOLVED = Reading(type=TimexType.DATE, value=None, how=TimexHow.UNRESOLVED)
"""A relative date with nothing to be relative to."""


def reference(value: str) -> Reading:
    """A vague date: PAST_REF, PRESENT_REF or FUTURE_REF."""
    return Reading(type=TimexType.DATE, value=value, how=TimexHow.UNRESOLVED)


def from_context(moment: Moment | None) -> Reading:
    """A date worked out from one mentioned before."""
    if moment is None:
        return UNRESOLVED
    return Reading(type=TimexType.DATE, value=moment.value, how=TimexHow.CONTEXT, moment=moment)


def from_publication(moment: Moment | None) -> Reading:
    """A date worked out from the publication date, unresolved without one."""
    return inferred(moment) or UNRESOLVED


def _named_from_today(match: Match, context: Context) -> Readings:
    today = context.around(Grain.DAY)
    offset = int(match.value("t") or 0)
    return from_publication(today.shifted(offset) if today else None)


def _two_days_from_today(match: Match, context: Context) -> Readings:
    today = context.around(Grain.DAY)
    return from_publication(today.shifted(2 if match.has("after") else -2) if today else None)


def grain_of(unit: str | None) -> Grain | None:
    """The grain of a lexicon unit; None for one without a place in the calendar, such as an hour."""
    return Grain(unit) if unit in set(Grain) else None


def _turn_of_unit(match: Match, context: Context) -> Readings:
    """Last week, next month, this year, the coming weekend."""
    grain = grain_of(match.value("u"))
    offset = int(match.value("turn") or 0)
    now = context.around(grain) if grain else None
    if grain is None or _titled(match):
        return None
    if match.has("the_next") and context.tense is Tense.PAST:
        # "He moved to Karsa in 1999, and the next year he left."
        base = _widened(context.last, grain)
        if base:
            return from_context(base.shifted(1))
    return from_publication(now.shifted(offset) if now else None)


def _titled(match: Match) -> bool:
    """True for “This Week With Ada Sandel”: in capitals right behind a quotation mark stands a title."""
    return match.preceded_by_mark(QUOTE_MARK) and match.text("u")[:1].isupper()


def _coming_weekend(_: Match, context: Context) -> Readings:
    """The weekend that ends the week of publication."""
    return from_publication(context.around(Grain.WEEKEND))


def _same_unit(match: Match, context: Context) -> Readings:
    """That day, the same month: the one mentioned last; a day only where its paragraph names it.

    "That day has come" means no day of the calendar: none is named before it.
    """
    grain = grain_of(match.value("u"))
    if grain is None or (grain is Grain.DAY and context.published and not context.day and match.has("that")):
        return None
    if grain is Grain.QUARTER and context.quarter:
        return from_context(context.quarter)
    return from_context(_widened(context.day if grain is Grain.DAY else context.last, grain))


def _next_to_mentioned(match: Match, context: Context) -> Readings:
    """The next day, the following year, the day before: next to the date mentioned last."""
    grain = grain_of(match.value("u"))
    if grain is None:
        return None
    base = _widened(context.last, grain)
    offset = -1 if match.has("back") else 1
    return from_context(base.shifted(offset) if base else None)


def _widened(moment: Moment | None, grain: Grain) -> Moment | None:
    """The stretch of ``grain`` that holds ``moment``; None where ``moment`` is the longer of the two."""
    if moment is None or around(moment.start, grain).end < moment.end:
        return None
    return around(moment.start, grain)


def _definite_unit(match: Match, context: Context) -> Readings:
    """The day, the year: the one that holds the publication date."""
    grain = grain_of(match.value("u"))
    now = context.around(grain) if grain else None
    if now is not None and grain is Grain.WEEKEND:
        now = context.choose([now.shifted(-1), now])
    return from_publication(now) if grain else None


def _day_spoken_of(_: Match, context: Context) -> Readings:
    """Ended the day at 40: the day this paragraph speaks of, else that of publication."""
    if context.day is not None:
        return from_context(context.day)
    return from_publication(context.around(Grain.DAY))


def _then(_: Match, context: Context) -> Readings:
    """Until then: the date mentioned last."""
    return from_context(context.last)


def _month_by_turn(match: Match, context: Context) -> Readings:
    """Last May, next January, July last year."""
    today, month = context.published, int(match.value("m") or 1)
    if today is None:
        return UNRESOLVED if match.has("turn") else stated(f"XXXX-{month:02}")
    if match.has("turn2"):
        return from_publication(of_month(today.year + int(match.value("turn2") or 0), month))
    candidates = [of_month(year, month) for year in (today.year - 1, today.year, today.year + 1)]
    match match.value("turn"):
        case "-1":
            # The month just over is "last month"; on 1 March, "last February" is a year old.
            over = around(today, Grain.MONTH).shifted(-1)
            named_so = match.text("turn").lower() == "last"
            past = [c for c in candidates if c.end < today and not (named_so and c == over)]
            return from_publication(max(past, key=lambda c: c.start, default=None))
        case "1":
            return from_publication(min((c for c in candidates if c.start > today), key=lambda c: c.start))
        case "0" if context.tense is not Tense.FUTURE or candidates[1].end >= today:
            return from_publication(candidates[1])  # "this September" is this year's
        case _:
            return from_publication(context.choose(candidates))


def _year_end(match: Match, context: Context) -> Readings:
    """At year-end: the year of publication."""
    year = context.around(Grain.YEAR)
    if match.has("y"):
        year = of_year(int(match.text("y")))
        return stated(year.value, year)
    return from_publication(year)


TURN = "<turn:last|next|this>"
LED = r"(?: <the>? <parts|earlier_later_in> <hyphen>? )?"

RULES = (
    Rule(
        name="today",
        because="yesterday; later today",
        pattern=r"(?: <earlier_later_in> )? <t:days_from_today>",
        resolve=_named_from_today,
    ),
    Rule(
        name="two days away",
        because="the day before yesterday; the day after tomorrow",
        pattern=r"<after:after_tomorrow> | <before_yesterday>",
        resolve=_two_days_from_today,
    ),
    Rule(
        name="next to mentioned",
        because="the next day; the following year; the previous month",
        pattern=r"<the> (?: <next> <u:day_word> | <following> <u:units> | <back:preceding> <u:units> )"
        r" | <the> <u:day_word> (?: <back:before> | <after> ) (?= <comma|dot|sentence_end> )",
        resolve=_next_to_mentioned,
    ),
    Rule(
        name="coming weekend",
        because="the coming weekend",
        pattern="<the>? <coming> <weekend>",
        resolve=_coming_weekend,
    ),
    Rule(
        name="turn of unit",
        because="last week; this year; early next year; the end of this month",
        pattern=r"(?<! <in|over_or_during|for_word|until_word|of> )"
        r" (?P<the_next> <the> <turn:next_one> <u:units> ) (?! <or_so> )"
        rf" | {LED} (?: <the>? {TURN} <fiscal>? (?:<u:units|weekend>) <or_so>? )",
        resolve=_turn_of_unit,
    ),
    Rule(
        name="same unit",
        because="that day; the same month",
        pattern=r"(?: <that:that> | <same> ) (?:<u:units|weekend>)",
        resolve=_same_unit,
    ),
    Rule(
        name="definite unit",
        because="sales for the year; for the full year; a high for the year of $42; over the weekend;"
        " by the end of the month",
        pattern=r"<the> (?! <day_word> ) (?:<u:calendar_units>)"
        r" (?! <of|before|after|unknown|hyphen|possessive> )"
        r" | <the> <full> <u:year_word> (?! <of|hyphen> )"
        r" | (?<= <for_word> ) <the> <u:year_word> (?= <of> <number> )"
        r" | (?: <parts> | (?<= <late_or_early> <in> ) )"
        r" <the> (?! <day_word> ) <u:calendar_units> (?! <hyphen> )"
        r" | (?<= <over_or_during> ) <the> <u:weekend> (?! <of|hyphen> )",
        resolve=_definite_unit,
    ),
    Rule(
        name="day spoken of",
        because="shares fell 4 percent for the day; it ended the day at 40 points; later in the day",
        pattern=r"(?<= <for_word> ) <the> <day_word> (?! <of|before|after|unknown|hyphen|possessive|when> )"
        r" | (?: (?<= <opening_or_closing> ) | (?<= <late_or_early> <in> ) ) <the> <day_word>"
        r" (?! <of|before|after|hyphen|possessive|when> )",
        resolve=_day_spoken_of,
    ),
    Rule(
        name="then",
        because="until then; by that time",
        pattern="(?<= <until_word> ) <then>",
        resolve=_then,
    ),
    Rule(
        name="month by turn",
        because="last May; this September; July last year",
        pattern=r"{part}? (?: <the>? <turn:last_one|next|this> <m:months>"
        r" | <m:months> <dot>? <of>? <turn2:last|next|this> <year_word> )",
        resolve=_month_by_turn,
    ),
    Rule(
        name="year-end",
        because="by year-end; around year end 2009",
        pattern=r"<parts>? <year_word> <hyphen>? <end> <y:year>?",
        resolve=_year_end,
    ),
)
