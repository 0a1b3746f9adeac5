"""Calendar arithmetic: a stretch of the calendar, moved, widened and written as a TIMEX3 value."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Grain(StrEnum):
    """How long a stretch of the calendar is; the values are those of the lexicon's units."""

    DAY = "D"
    WEEKEND = "WE"
    WEEK = "W"
    MONTH = "M"
    QUARTER = "Q"
    SEASON = "S"
    HALF = "H"
    YEAR = "Y"
    DECADE = "10Y"
    CENTURY = "100Y"


_MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.SEASON: 12,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
"""Months from one stretch to the next of its kind: a season comes once a year."""
SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, as meteorologists of the northern hemisphere count."""
_SEASON_OF = {month: season for season, month in SEASON_STARTS.items()}
_VALUES = {
    Grain.DAY: "{day.year:04}-{day.month:02}-{day.day:02}",
    Grain.WEEKEND: "{week.year:04}-W{week.week:02}-WE",
    Grain.WEEK: "{week.year:04}-W{week.week:02}",
    Grain.MONTH: "{day.year:04}-{day.month:02}",
    Grain.QUARTER: "{day.year:04}-Q{quarter}",
    Grain.SEASON: "{day.year:04}-{season}",
    Grain.HALF: "{day.year:04}-H{half}",
    Grain.YEAR: "{day.year:04}",
    Grain.DECADE: "{decade:03}X",
    Grain.CENTURY: "{century:02}XX",
}
"""How a value of each grain is written, from the parts that ``Moment.value`` hands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, week, month ... of the calendar: its first day and its grain."""

    start: date
    grain: Grain

    @property
    def value(self) -> str:
        """As a TIMEX3 value: ``2023-10-07``, ``2023-W40``, ``2023-Q4``, ``199X``."""
        day = self.start
        return _VALUES[self.grain].format(
            day=day,
            week=day.isocalendar(),
            quarter=(day.month + 2) // 3,
            half=(day.month + 5) // 6,
            season=_SEASON_OF.get(day.month),
            decade=day.year // 10,
            century=day.year // 100,
        )

    @property
    def end(self) -> date:
        """Its last day."""
        match self.grain:
            case Grain.DAY:
                return self.start
            case Grain.WEEKEND:
                return self.start + timedelta(days=1)
            case Grain.WEEK:
                return self.start + timedelta(days=6)
            case Grain.SEASON:
                return _months_on(self.start, 3) - timedelta(days=1)
            case _:
                return _months_on(self.start, _MONTHS[self.grain]) - timedelta(days=1)

    def shifted(self, count: int) -> "Moment | None":
        """The same stretch ``count`` grains later; None where the calendar of ``date`` has none."""
        try:
            if self.grain is Grain.DAY:
                return Moment(start=self.start + timedelta(days=count), grain=self.grain)
            if self.grain in {Grain.WEEK, Grain.WEEKEND}:
                return Moment(start=self.start + timedelta(weeks=count), grain=self.grain)
            moved = _months_on(self.start, count * _MONTHS[self.grain])
        except (OverflowError, ValueError):
            return None
        return Moment(start=moved, grain=self.grain) if moved.year < 9900 else None


def on(year: int, month: int, day: int) -> Moment | None:
    """A day; None where the calendar has no such day."""
    try:
        return Moment(start=date(year, month, day), grain=Grain.DAY)
    except ValueError:
        return None


def of_year(year: int) -> Moment:
    """A whole year."""
    return Moment(start=date(year, 1, 1), grain=Grain.YEAR)


def of_month(year: int, month: int) -> Moment:
    """A whole month."""
    return Moment(start=date(year, month, 1), grain=Grain.MONTH)


def part_of_year(year: int, grain: Grain, number: int) -> Moment:
    """Quarter or half ``number`` of a year, counted from 1."""
    return Moment(start=date(year, (number - 1) * _MONTHS[grain] + 1, 1), grain=grain)


def season(year: int, name: str) -> Moment:
    """A season by its TIMEX3 letters."""
    return Moment(start=date(year, SEASON_STARTS[name], 1), grain=Grain.SEASON)


def around(day: date, grain: Grain) -> Moment:
    """The stretch of ``grain`` that holds ``day``; a weekend is that of the day's week."""
    match grain:
        case Grain.DAY:
            return Moment(start=day, grain=grain)
        case Grain.WEEK:
            return Moment(start=day - timedelta(days=day.isoweekday() - 1), grain=grain)
        case Grain.WEEKEND:
            return Moment(start=day + timedelta(days=6 - day.isoweekday()), grain=grain)
        case Grain.SEASON:
            begins = (day.month // 3 * 3) or 12
            return Moment(start=date(day.year - (day.month < 3), begins, 1), grain=grain)
        case Grain.DECADE | Grain.CENTURY:
            years = _MONTHS[grain] // 12
            return Moment(start=date(day.year // years * years or 1, 1, 1), grain=grain)
        case _:
            months = _MONTHS[grain]
            return Moment(start=date(day.year, (day.month - 1) // months * months + 1, 1), grain=grain)


def possible_day(month: int, day: int) -> bool:
    """True when some year has this day: 29 February counts, 31 February does not."""
    return 1 <= day <= calendar.monthrange(2000, month)[1]


def _months_on(day: date, months: int) -> date:
    """``day`` moved by whole months; a day the new month lacks becomes its last."""
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
