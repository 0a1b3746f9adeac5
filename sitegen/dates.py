"""What a time value says: its bounds, its wording for readers, its place in an order.

Values are TIMEX3 (ISO 24617-1) on ISO 8601, with X for digits that are not known, as in EDTF: ``2023-11-16``,
``XXXX-10-07``, ``199X``, ``2009-Q3``, ``2013-W11``, ``2009-SU``, ``1998-08-07T10:35``, ``PAST_REF``, ``P3D``.
A value of any other form is nobody's date: it has no bounds, and reads as it stands.
"""

from datetime import date

from sitegen.date_forms import day_and_month, meaning
from sitegen.date_words import Say, english

SortKey = tuple[int, int, int, int]
"""Dated before partial before vague before unresolved; then in time, the longer stretch first."""


def bounds(value: str | None) -> tuple[date, date] | None:
    """The first and the last day the value may mean; None where it is partial, vague, unresolved or no date.

    Seasons are those of the northern hemisphere. A winter may bear the year of either end: its bounds hold
    both.
    """
    return meaning(value or "").bounds


def words(value: str | None, say: Say = english) -> str:
    """A reader's wording: "16 November 2023", "7 October, year not stated", "third quarter of 2009".

    ``say`` has the words and patterns of a language; without it they are English.
    """
    return meaning(value).words(say) if value else say("not_dated")


def words_without_year(value: str, say: Say = english) -> str:
    """Of a day "16 November"; of any other value its whole wording."""
    found = meaning(value)
    if found.day is None or found.month is None:
        return found.words(say)
    return day_and_month(found.month, found.day)(say)


def sort_key(value: str | None) -> SortKey:
    """A key that orders values in time: dated, then partial by month and day, then vague, then unresolved."""
    found = meaning(value or "")
    if found.bounds:
        first, last = found.bounds
        return (0, first.toordinal(), -last.toordinal(), found.minute)
    return (found.rank, found.month or 0, found.day or 0, found.minute)


def year(value: str | None) -> int | None:
    """The calendar year the value lies in; None where it is not known, or the value is longer than a year."""
    return meaning(value or "").year


def month(value: str | None) -> int | None:
    """The month, 1 to 12, the value lies in, its year known or not; None where it is not known or not one."""
    return meaning(value or "").month


def month_name(number: int, say: Say = english) -> str:
    """The name of a month, 1 to 12."""
    return say(f"month_{number}")


def month_short(number: int, say: Say = english) -> str:
    """The same in about three letters."""
    return say(f"month_short_{number}")
