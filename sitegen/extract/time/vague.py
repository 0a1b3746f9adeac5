"""Rules for words that only say past, present or future, and for names that merely hold a word of time."""

from sitegen.extract.time.context import Context
from sitegen.extract.time.relative import reference
from sitegen.extract.time.rules import Match, Readings, Rule, no_time


def _reference(match: Match, _: Context) -> Readings:
    return reference(match.value("r") or "PRESENT_REF")


RULES = (
    Rule(
        name="reference",
        because="now; recently; in the past; the foreseeable future",
        pattern="<r:references> (?! <units|units_many|number|cardinals|many> )",
        resolve=_reference,
    ),
    Rule(
        name="recent units",
        because="in recent weeks; recent weeks and months",
        pattern=r"<in>? <r:recent> (?:<units_many>) (?: (?:<and|or>) (?:<units_many>) )?",
        resolve=_reference,
    ),
    Rule(
        name="many units ago",
        because="years ago; centuries ago",
        pattern=r"<units_many> <r:ago>",
        resolve=lambda _, __: reference("PAST_REF"),
    ),
    Rule(
        name="tomorrow at large",
        because="the leaders of tomorrow",
        pattern="(?<! <as> ) (?<= <of> ) <tomorrow> (?! <possessive|day_parts> )",
        resolve=lambda _, __: reference("FUTURE_REF"),
    ),
    Rule(
        name="some day",
        because="the ferry will one day be replaced",
        pattern="(?<= <might|modal> ) <one_day>",
        resolve=lambda _, __: reference("FUTURE_REF"),
    ),
    Rule(
        name="name with a day in it",
        because="the Sunday Times; Black Friday; USA Today",
        pattern=r"<weekdays> <names_after_a_weekday> | <names_before_a_weekday> <weekdays>"
        r" | <names_before_today> <days_from_today>",
        resolve=no_time,
    ),
)
