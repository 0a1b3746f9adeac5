"""A year at a glance: twelve columns, as high as the months have dated sentences. SVG without script.

Places along the year are per cent, so that the strip is as wide as the page while its words keep their size.
"""

from dataclasses import dataclass

from sitegen import dates
from sitegen.site.pages.wording import date_words, say
from sitegen.site.strings import Strings
from sitegen.site.timeline.years import Year

HIGHEST, ABOVE, BELOW = 56, 18, 20
"""Pixels: of the highest column, of the numbers above the columns, and of the names of the months."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A month of the strip."""

    label: str
    """``Mar``"""
    words: str
    """``March 2024: 12 dated sentences``"""
    path: str | None
    """The month's page; None: nothing is dated to the month."""
    number: str
    """How many sentences, in few digits: ``12``, ``4k``."""
    left: str
    """Per cent, as are the next two."""
    bar: str
    middle: str
    top: int
    """Pixels."""
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A year's months."""

    words: str
    """What the picture shows."""
    height: int
    """Pixels; a strip on the scale of a busier one is the lower."""
    columns: tuple[Column, ...]


def strip(t: Strings, year: Year, most: int) -> Strip:
    """The strip of ``year``, on a scale on which ``most`` sentences make the highest column."""
    totals = {month.value: month.total for month in year.months}
    values = [f"{year.value}-{number:02d}" for number in range(1, 13)]
    heights = [max(2, round(HIGHEST * total / most)) for total in totals.values()]
    base = ABOVE + max(heights, default=0)
    return Strip(
        words=t.plain("timeline.strip", year=year.value),
        height=base + BELOW,
        columns=tuple(
            _column(t, at, value, totals.get(value, 0), most, base) for at, value in enumerate(values)
        ),
    )


def highest(years: tuple[Year, ...]) -> int:
    """The most sentences that a month of ``years`` has; 1 where none has any."""
    return max((month.total for year in years for month in year.months), default=1)


def _column(t: Strings, at: int, value: str, total: int, most: int, base: int) -> Column:
    height = max(2, round(HIGHEST * total / most)) if total else 0
    return Column(
        label=dates.month_short(at + 1, say(t)),
        words=t.plain("timeline.strip_month", month=date_words(t, value), n=total),
        path=f"timeline/{value}.html" if total else None,
        number=str(total) if total < 1000 else f"{total // 1000}k",
        left=_per_cent(at),
        bar=_per_cent(at + 0.14),
        middle=_per_cent(at + 0.5),
        top=base - height,
        height=height,
    )


def _per_cent(months: float) -> str:
    return f"{months * 100 / 12:.2f}%"
