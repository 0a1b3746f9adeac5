"""The day a row or an entry states: as it stands there, or not at all."""

import re

from sitegen.facts import is_iso_date
from sitegen.intake.stated_dates import read_date
from sitegen.languages import writes_day_month_year_with_dots

_DATE_FIRST = re.compile(
    r"""
    ([0-9]{4}-[0-9]{2}-[0-9]{2})
    (?: [T ] [0-9]{1,2}:[0-9]{2} (?: :[0-9]{2} (?: [.,][0-9]{1,9} )? )?   # 10:00:00.000
        [ ]? (?: [A-Z]{1,5} | [+-][0-9]{2} (?: :?[0-9]{2} )? )?           # Z, UTC, +02:00
    )?
    """,
    re.VERBOSE,
)
# 03.04.2031, 3. 4. 2031, 03.04.2031 10:00, 03.04.2031, 10:00:00
_DOTTED = re.compile(
    r"([0-9]{1,2})\. [ ]?([0-9]{1,2})\. [ ]?([0-9]{4}) \.? (?: ,?[ ] [0-9]{1,2}:[0-9]{2} (?: :[0-9]{2} )? )?",
    re.VERBOSE,
)
_MIDNIGHT = re.compile(r"(?<![0-9:])00?:00")
_EARLIEST, _LATEST = "1500", "2199"


class OffCalendarError(ValueError):
    """A date is written as one and there is no such day; the message is the date."""


def read_day(words: str, language: str | None = None) -> str | None:
    """The day that ``words`` state, ``YYYY-MM-DD``, with or without a time, not moved to another time zone.

    None where it cannot be told for certain ("04/02/2031"), and for what programs write when they know of no
    date: "0001-01-01", and midnight of 1 January 1970.

    Args:
        words: on one line.
        language: that the same row states, a BCP 47 tag: "03.04.2031" is 3 April in German, and in no stated
            language, or in English, not certain.

    Raises:
        OffCalendarError: "2031-02-30".
    """
    found = _DATE_FIRST.fullmatch(words)
    if found is None:
        day = read_date(words) or _dotted(words, language)
    elif is_iso_date(found[1]):
        day = found[1] if _EARLIEST <= found[1][:4] <= _LATEST else None
    else:
        raise OffCalendarError(found[1])
    return None if day == "1970-01-01" and _MIDNIGHT.search(words) else day


def _dotted(words: str, language: str | None) -> str | None:
    found = _DOTTED.fullmatch(words)
    if found is None or language is None or not writes_day_month_year_with_dots(language):
        return None
    day, month, year = found.groups()
    stated = f"{year}-{month:0>2}-{day:0>2}"
    return stated if is_iso_date(stated) and _EARLIEST <= year <= _LATEST else None
