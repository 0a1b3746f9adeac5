"""The English words and patterns of dates, as content files and exports write them.

The site's own stand in the section ``dates`` of ``templates/strings/``, under the same keys: a language says
them in its own order, and content files stay as they are whatever a theme says.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol

from sitegen import plurals


class Say(Protocol):
    """The words of a language, by key; the places of a pattern are filled."""

    def __call__(self, key: str, /, **values: str | int | Decimal) -> str:
        """The text of ``key``, one of :data:`ENGLISH`; ``n`` chooses among forms of number."""


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = ("year", "quarter", "month", "week", "day", "hour", "minute", "second")

ENGLISH: Mapping[str, str | Mapping[str, str]] = {
    "not_dated": "not dated",
    **{f"month_{number}": name for number, name in enumerate(_MONTHS, start=1)},
    **{f"month_short_{number}": name[:3] for number, name in enumerate(_MONTHS, start=1)},
    **{f"weekday_{number}": name for number, name in enumerate(_WEEKDAYS, start=1)},
    **{name: name for name in ("spring", "summer", "autumn", "winter")},
    **{name: name for name in ("morning", "midday", "afternoon", "evening", "night")},
    "day": "{day} {month}",
    "day_of_year": "{day} {year}",
    "month_of_year": "{month} {year}",
    **{
        f"quarter_{number}": f"{name} quarter"
        for number, name in enumerate(("first", "second", "third", "fourth"), 1)
    },
    **{f"half_{number}": f"{name} half" for number, name in enumerate(("first", "second"), 1)},
    "of_year": "{part} of {year}",
    "week": "week of {date}",
    "weekend": "weekend of {date}",
    "decade": "{decade}s",
    "century": {
        "nth_one": "{n}st century",
        "nth_two": "{n}nd century",
        "nth_few": "{n}rd century",
        "nth_other": "{n}th century",
    },
    "year_open": "{date}, year not stated",
    "century_open": "{date} ’{digits}, century not stated",
    "short_year": "’{digits}, century not stated",
    "short_decade": "’{digits}s, century not stated",
    "time_of_day": "{date}, {time}",
    "day_open": "{time}, day not stated",
    "clock": "{clock}",
    "clock_zone": "{clock} {zone}",
    "every": "every {weekday}",
    "every_part": "every {weekday} {part}",
    "past": "in the past, not dated",
    "present": "at the time of writing, not dated",
    "future": "in the future, not dated",
    **{f"{unit}s": {"one": f"{{n}} {unit}", "other": f"{{n}} {unit}s"} for unit in _UNITS},
    **{f"some_{unit}s": f"some {unit}s" for unit in _UNITS},
}
"""Every key, with its text, or its forms of number as :mod:`sitegen.plurals` calls them."""


def english(key: str, /, **values: str | int | Decimal) -> str:
    """The words and patterns in English."""
    text = ENGLISH[key]
    if not isinstance(text, str):
        text = text[_form(values["n"], text)]
    return text.format(**values)


def _form(number: str | int | Decimal, forms: Mapping[str, str]) -> str:
    assert not isinstance(number, str)  # noqa: S101 - only numbers are counted
    return plurals.form(number, "en", ordinal=f"{plurals.ORDINAL}other" in forms)
