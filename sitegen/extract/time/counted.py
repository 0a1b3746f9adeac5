"""Rules for dates counted in units: two weeks ago, in five years, three days later."""

from sitegen.extract.time.context import Context, Reading, Tense
from sitegen.extract.time.moments import Grain, Moment, around
from sitegen.extract.time.numbers import count, duration
from sitegen.extract.time.relative import UNRESOLVED, from_context, from_publication, grain_of, reference
from sitegen.extract.time.rules import Match, Readings, Rule
from sitegen.model import TimexHow, TimexType

_PARTS = {
    Grain.YEAR: (12, Grain.MONTH),
    Grain.DECADE: (10, Grain.YEAR),
    Grain.CENTURY: (100, Grain.YEAR),
}
"""In what "half a century ago" is counted."""


def _units_ago(match: Match, context: Context) -> Readings:
    """Two weeks ago, in three years' time: counted from the publication date, at the grain of the unit."""
    number, sign = _halved(match), 1 if match.has("later") else -1
    grain, multiple = _stepping(match.value("u") or "")
    if number is not None and number != int(number) and grain in _PARTS:
        parts, grain = _PARTS[grain]
        number *= parts
    if number is None or grain is None or number != int(number):
        return reference("FUTURE_REF" if sign > 0 else "PAST_REF")
    base = context.around(_precision(grain, int(number)))
    if base is None:
        return UNRESOLVED
    moment = _stepped(base, grain, sign * int(number) * multiple)
    return from_publication(moment) if moment else reference("FUTURE_REF" if sign > 0 else "PAST_REF")


def _halved(match: Match) -> float | None:
    """The number of units, with the half that may stand on either side of them."""
    number = count(match, "n")
    return number + 0.5 if number is not None and match.has("half") else number


def _units_ahead(match: Match, context: Context) -> Readings:
    """In two weeks: a date where the verb lies ahead, otherwise a length."""
    reading = _units_ago(match, context) if context.tense is Tense.FUTURE or match.has("sure") else None
    if isinstance(reading, Reading) and (reading.moment or reading.value is None):
        return reading
    length = duration(count(match, "n"), match.value("u") or "D")
    return Reading(type=TimexType.DURATION, value=length, how=TimexHow.STATED)


def _units_after(match: Match, context: Context) -> Readings:
    """Two days later: counted from the date mentioned last."""
    number, sign = count(match, "n"), 1 if match.has("later") else -1
    grain, multiple = _stepping(match.value("u") or "")
    if number is None or grain is None or number != int(number):
        return None
    steps = sign * int(number) * multiple
    if context.last is None:
        return UNRESOLVED
    if context.last.end > around(context.last.start, grain).end:
        return UNRESOLVED
    base = context.last if grain in {Grain.DAY, Grain.WEEK} else around(context.last.start, grain)
    return from_context(_stepped(base, grain, steps))


def _stepping(unit: str) -> tuple[Grain | None, int]:
    """The grain a unit steps in, and how many of its steps the unit has; (None, 1) for hours and the like."""
    special = {"2W": (Grain.WEEK, 2), "1000Y": (Grain.CENTURY, 10)}
    return special[unit] if unit in special else (grain_of(unit), 1)


def _precision(grain: Grain, number: int) -> Grain:
    """How exact "N units ago" is: a week ago is a day, six weeks ago a week."""
    return Grain.DAY if grain is Grain.WEEK and number == 1 else grain


def _stepped(base: Moment | None, grain: Grain, steps: int) -> Moment | None:
    if base is None:
        return None
    if grain is Grain.WEEK and base.grain is Grain.DAY:
        return base.shifted(7 * steps)
    return base.shifted(steps)


AHEAD = (
    Rule(
        name="units ahead",
        because="talks will resume in two weeks.; in two weeks' time",
        pattern=r"(?<= <in> ) <approximately>? (?P<n>{number}) (?P<later> (?:<u:units|units_many>) )"
        r" (?= <comma|sentence_end> )"
        r" | (?<= <in> ) <approximately>? (?P<n>{number}) (?P<later> (?:<u:units|units_many>) )"
        r" (?P<sure> <possessive|other_mark> <time_word> )",
        resolve=_units_ahead,
    ),
)
"""Before the rules for lengths, which the same words are where the verb does not lie ahead."""

RULES = (
    Rule(
        name="units ago",
        because="about two years ago; three weeks from now; a week or so ago; a year and a half ago",
        pattern=r"<approximately>{0,2} (?P<n>{number}) <half:and_a_half>? <unit_qualifiers>?"
        r" (?:<u:units|units_many>) (?: <half:and_a_half> | <or_so> )?"
        r" (?: <ago> | <later:from_now> )",
        resolve=_units_ago,
    ),
    Rule(
        name="units after",
        because="two days later; three months earlier",
        pattern=r"<approximately>? (?P<n>{number}) <unit_qualifiers>? (?:<u:units|units_many>) <or_so>?"
        r" (?: (?: <before_it> | <later:after_it> ) (?! <than> )"
        r" | (?: <before> | <later:after> ) (?= <comma|sentence_end> ) )",
        resolve=_units_after,
    ),
)
