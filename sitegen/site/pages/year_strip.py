"""All years of the timeline in one strip, for the first page."""

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.site.page import numbered
from sitegen.site.pages.strip import (
    Stretch,
    Strip,
    draw,
    highest,
    span_label,
    span_words,
    stretches_of,
    strip,
)
from sitegen.site.pages.timelines import YEARS_PER_PAGE
from sitegen.site.strings import Strings
from sitegen.site.timeline.years import Timeline

LONGEST = 100
"""Years. One mention of 1215 in a newspaper's archive would press all the others into a single column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStrip:
    """The years at a glance."""

    strip: Strip
    outside: int
    """Sentences about years so far from most that the strip leaves them out."""


def year_strip(t: Strings, line: Timeline) -> YearStrip | None:
    """The strip of the years of ``line``; of its months where it has one year only. None: no year at all."""
    if not line.years:
        return None
    if len(line.years) == 1 and line.years[0].months:
        return YearStrip(strip=strip(t, line.years[0], highest(line.years)), outside=0)
    every = {int(year.value): year.total for year in line.years}
    shown = _busiest(every)
    drawn = [_stretch(t, years, shown, line) for years in stretches_of(shown)]
    words = t.plain("home.years_strip")
    return YearStrip(strip=draw(words, drawn), outside=sum(every.values()) - sum(shown.values()))


def _busiest(totals: Mapping[int, int]) -> Mapping[int, int]:
    """The years that lie in those hundred that have the most sentences; of several such the latest."""

    def held(end: int) -> int:
        return sum(totals.get(year, 0) for year in range(end - LONGEST + 1, end + 1))

    end = max(totals, key=lambda each: (held(each), each))
    return {year: total for year, total in totals.items() if end - LONGEST < year <= end}


def _stretch(t: Strings, years: range, totals: Mapping[int, int], line: Timeline) -> Stretch:
    counts = tuple(totals.get(year, 0) for year in years)
    words = t.plain("timeline.strip_years", years=span_words(years), n=sum(counts))
    path, anchor = _place([year for year in years if year in totals], line)
    return Stretch(label=span_label(years), words=words, counts=counts, path=path, anchor=anchor)


def _place(years: list[int], line: Timeline) -> tuple[str | None, str]:
    """A year's own page; of several the newest on the overview. Path and id."""
    if not years:
        return None, ""
    value = f"{years[-1]:04d}"
    if len(years) == 1:
        return f"timeline/{value}.html", ""
    at = next(number for number, year in enumerate(line.years) if year.value == value)
    return numbered("timeline/index.html", at // YEARS_PER_PAGE + 1), f"y{value}"
