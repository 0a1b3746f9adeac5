"""How exactly a value names its date."""

import re
from enum import StrEnum

from sitegen import dates
from sitegen.site.timeline.dated import Standing, day_of, standing


class Precision(StrEnum):
    """The unit of the calendar that a value names."""

    TIME = "time"
    """A time of a known day, or a part of it such as the morning."""
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    HALF = "half"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    PERIOD = "period"
    """Another stretch with a known beginning and end."""
    PARTIAL = "partial"
    """Something of the calendar is known, yet not which year or day."""
    NONE = "none"
    """The date is not known."""


_FORMS = (
    (re.compile(r"[0-9]{4}-W[0-9]{2}"), Precision.WEEK),
    (re.compile(r"[0-9]{4}-W[0-9]{2}-WE"), Precision.WEEKEND),
    (re.compile(r"[0-9]{4}-[0-9]{2}"), Precision.MONTH),
    (re.compile(r"[0-9]{4}-Q[1-4]"), Precision.QUARTER),
    (re.compile(r"[0-9]{4}-H[12]"), Precision.HALF),
    (re.compile(r"[0-9]{4}-(?:SP|SU|FA|WI)"), Precision.SEASON),
    (re.compile(r"[0-9]{4}"), Precision.YEAR),
    (re.compile(r"[0-9]{3}X"), Precision.DECADE),
    (re.compile(r"[0-9]{2}XX"), Precision.CENTURY),
)


def precision(value: str | None) -> Precision:
    """How exactly ``value`` names its date."""
    rank = standing(value)
    if value is None or rank is Standing.UNRESOLVED:
        return Precision.NONE
    if rank is Standing.PARTIAL or dates.bounds(value) is None:
        return Precision.PARTIAL
    if day_of(value) is not None and "/" not in value:
        return Precision.TIME if "T" in value else Precision.DAY
    return next((name for form, name in _FORMS if form.fullmatch(value)), Precision.PERIOD)
