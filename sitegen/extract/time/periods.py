"""Rules for the periods of business reports: quarters, halves, fiscal years, comparisons with a year ago."""

from dataclasses import replace
from datetime import timedelta

from sitegen.extract.time.context import Context, Reading, Tense, days_between
from sitegen.extract.time.moments import Grain, Moment, around, of_year, part_of_year
from sitegen.extract.time.numbers import ordinal
from sitegen.extract.time.relative import from_context, from_publication
from sitegen.extract.time.rules import Match, Readings, Rule
from sitegen.extract.time.stated import calendar_day, stated, year_of
from sitegen.model import TimexHow


def _period(match: Match, context: Context) -> Readings:
    """The third quarter, first half of 1990, Q4, the 1988 third quarter, last year's third quarter."""
    grain = Grain.HALF if match.has("half") else Grain.QUARTER
    number = int(match.value("n") or match.value("half") or 0)
    letter = "H" if grain is Grain.HALF else "Q"
    year = year_of(match, context)
    if isinstance(year, int):
        moment = part_of_year(year, grain, number)
        return stated(moment.value, moment)
    if year or context.published is None:
        return stated(f"{year or 'XXXX'}-{letter}{number}")
    if match.has("own"):
        # A company's own quarter is what its report is about, whatever other companies' were.
        return replace(from_publication(_nearest_period(number, grain, context)), report=True)
    if match.has("turn") or match.has("this_year"):
        return from_publication(
            part_of_year(context.published.year + int(match.value("turn") or 0), grain, number)
        )
    if match.has("year_ago") or match.has("year_ago_adjective"):
        return from_publication(part_of_year(context.published.year - 1, grain, number))
    return from_publication(_nearest_period(number, grain, context))


def _nearest_period(number: int, grain: Grain, context: Context) -> Moment | None:
    """The latest such period to have begun where the sentence looks back; else the nearest.

    A period just ended is still ahead for a report ("expects to report a loss for the third quarter").
    """
    today = context.published
    if today is None:
        return None
    candidates = [part_of_year(year, grain, number) for year in (today.year - 1, today.year, today.year + 1)]
    if context.tense is Tense.PAST or (context.tense is None and context.period is not None):
        candidates = [candidate for candidate in candidates if candidate.start <= today]
    return min(candidates, key=lambda candidate: days_between(candidate, today))


def _year_ago_period(match: Match, context: Context) -> Readings:
    """A year earlier, the year-ago quarter: the period under discussion, one year before.

    "Costs were higher than a year ago" compares no amounts, and speaks of the year unless its sentence names
    the quarter.
    """
    loose = match.has("loose") and context.compared is None and context.period is not None
    base = None if loose else _under_discussion(context)
    if base is None:
        year = context.around(Grain.YEAR)
        return from_publication(year.shifted(-1) if year else None)
    years = {Grain.QUARTER: 4, Grain.HALF: 2, Grain.MONTH: 12}[base.grain]
    return from_context(base.shifted(-years))


def _under_discussion(context: Context) -> Moment | None:
    """The quarter or half this sentence or the report is about; where there is none, the month before."""
    if context.compared is not None:
        return context.compared
    if context.period is None and context.last and context.last.grain is Grain.MONTH:
        return context.last
    return context.period


def _period_of_year(match: Match, context: Context) -> Readings:
    """The 1988 period, the same period last year: the period under discussion, in another year."""
    year = year_of(match, context)
    if not isinstance(year, int):
        today = context.published
        if today is None:
            return from_context(None)
        year = today.year + int(match.value("turn") or 0)
    period = _under_discussion(context)
    if period is None:
        return from_publication(of_year(year)) if context.published else stated(f"{year:04}", of_year(year))
    return from_context(around(period.start.replace(year=year, day=1), period.grain))


def _period_ended(match: Match, context: Context) -> Readings:
    """The quarter ended Sept. 30: the calendar quarter that holds most of it."""
    month, day = int(match.value("m") or 1), ordinal(match, "d") or 0
    end = calendar_day(month, day, year_of(match, context), context, match)
    if end is None:
        return None
    if end.moment is None:
        unresolved = Reading(type=end.type, value=None, how=TimexHow.UNRESOLVED, group="period")
        return (unresolved, replace(end, group="end"))
    if match.has("whole"):
        year = of_year(end.moment.start.year)
        return (replace(end, value=year.value, moment=year, group="period"), replace(end, group="end"))
    middle = end.moment.start - timedelta(days=45)
    quarter = around(middle, Grain.QUARTER)
    return (
        replace(end, value=quarter.value, moment=quarter, group="period", report=False),
        replace(end, group="end"),
    )


def _numbered_period_ended(match: Match, context: Context) -> Readings:
    """The second quarter ended Oct. 31: of a company's own year; it is named after the year it ended in."""
    end = calendar_day(
        int(match.value("m") or 1), ordinal(match, "d") or 0, year_of(match, context), context, match
    )
    if end is None:
        return None
    number = int(match.value("n") or 1)
    if end.moment is None:
        return (stated(f"XXXX-Q{number}", None, "period"), replace(end, group="end"))
    quarter = part_of_year(end.moment.start.year, Grain.QUARTER, number)
    return (
        replace(end, value=quarter.value, moment=quarter, group="period"),
        replace(end, group="end"),
    )


def _period_under_discussion(_: Match, context: Context) -> Readings:
    """The quarter, the latest period: the one mentioned before, else the last that ended."""
    if context.period is not None:
        return from_context(context.period)
    quarter = context.around(Grain.QUARTER)
    return from_publication(quarter.shifted(-1) if quarter else None)


def _fiscal_year(match: Match, context: Context) -> Readings:
    year = year_of(match, context)
    return stated(f"{year:04}", of_year(year)) if isinstance(year, int) else None


def _latest_year(_: Match, context: Context) -> Readings:
    """The latest year: the last one that has ended."""
    year = context.around(Grain.YEAR)
    return from_publication(year.shifted(-1) if year else None)


_UNIT = "<month_word|quarter|period>"
_TURN_OF_YEAR = "<turn:last|next|this> <fiscal>? <year_word>"

RULES = (
    Rule(
        name="quarter or half",
        because="the fiscal third quarter; first half of 1990; Q4 2009; the 1988 third quarter;"
        " the second half of the year; the first two quarters of 1990",
        pattern=f"(?: <parts> <hyphen>? )? <the|its>?"
        f" (?: {{year}} | {_TURN_OF_YEAR} <possessive> | <year_ago_adjective:year_ago_adjectives> )?"
        " <own:fiscal>? (?: <n:quarter_ordinals> <hyphen>? <own:fiscal>? <quarter> | <n:quarter_names>"
        " | <n:half_ordinals> <hyphen>? <half:half> | <half:half_names> (?= <year> )"
        " | <n:half_ordinals> <half:two> <quarters> (?= <of> <year> ) )"
        f" (?: <of>? {{year}} | <of>? {_TURN_OF_YEAR} | <of> <this_year:the> <year_word>"
        " | <year_ago:year_ago> )?",
        resolve=_period,
    ),
    Rule(
        name="a year earlier",
        because="from $2 million a year earlier; the year-ago quarter; the comparable period a year ago",
        pattern="(?<= <compared_with|sentence_end> ) <loose:year_ago>"
        " | <loose:year_ago_adjectives> (?! <hyphen>? <month_word|quarter|period> | {number} )"
        f" | (?: <the>? (?:<same|corresponding>)? <corresponding>? {_UNIT} )? <year_ago>"
        f" | <the>? <corresponding> <corresponding>? {_UNIT}",
        resolve=_year_ago_period,
    ),
    Rule(
        name="period of another year",
        because="the 1988 period; the same period last year; last year's quarter",
        pattern=r"<the>? {year} (?:<quarter|period>)"
        f" | <the>? <same|corresponding> {_UNIT} <of|in>? (?: {_TURN_OF_YEAR} | {{year}} )"
        f" | {_TURN_OF_YEAR} <possessive> <quarter|period>",
        resolve=_period_of_year,
    ),
    Rule(
        name="period ended on a day",
        because="the quarter ended Sept. 30; the year that ended June 30",
        pattern=r"(?<! <quarter_ordinals> ) (?<! <hyphen> )"
        r" (?P<period> <the>? <fiscal>? (?: <quarter|period> | <whole:year_word> ) ) <ended>"
        r" (?P<end> <m:months> <dot>? (?P<d>{day}) (?: <comma>? {year} )? )",
        resolve=_period_ended,
    ),
    Rule(
        name="numbered quarter ended on a day",
        because="the second quarter ended Oct. 31",
        pattern=r"(?P<period> <the|its>? <fiscal>? <n:quarter_ordinals> <hyphen>? <fiscal>? <quarter> )"
        r" <comma>? <ended> (?P<end> <m:months> <dot>? (?P<d>{day}) (?: <comma>? {year} )? )",
        resolve=_numbered_period_ended,
    ),
    Rule(
        name="period under discussion",
        because="for the quarter; in the latest period",
        pattern=r"<the> <latest>? (?:<quarter>) (?! <of|unknown|hyphen> )"
        r" | <the> <latest> <fiscal>? (?:<period>)",
        resolve=_period_under_discussion,
    ),
    Rule(
        name="latest year",
        because="sales in the latest fiscal year",
        pattern=r"<the> <latest> <fiscal>? <year_word>",
        resolve=_latest_year,
    ),
    Rule(
        name="fiscal year",
        because="fiscal 1990; fiscal year 2009",
        pattern=r"<fiscal> <year_word>? {year}",
        resolve=_fiscal_year,
    ),
)
