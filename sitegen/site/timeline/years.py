"""The timeline of the corpus: years, their months, and the days that most sentences speak of."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen import dates
from sitegen.model import Digest
from sitegen.site.timeline.dated import Standing, Told, day_of, standing
from sitegen.site.timeline.identity import dated_events
from sitegen.site.timeline.telling import tell

MOST_DAYS = 10
"""Days named as the busiest of a year or a month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day, and how many sentences are dated to it."""

    value: str
    """``YYYY-MM-DD``"""
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A calendar month that events are dated to."""

    value: str
    """``YYYY-MM``"""
    events: tuple[Told, ...]
    """In order of date, then newest article first; never empty."""

    @property
    def total(self) -> int:
        """All dated sentences of the month."""
        return mentions(self.events)


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A calendar year that events are dated to."""

    value: str
    """``YYYY``"""
    months: tuple[Month, ...]
    events: tuple[Told, ...]
    """Those whose month is not stated: a year, a quarter, a season."""

    @property
    def total(self) -> int:
        """All dated sentences of the year."""
        return mentions(self.events) + sum(month.total for month in self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Every event of the corpus, once."""

    years: tuple[Year, ...] = ()
    """Newest first."""
    longer: tuple[Told, ...] = ()
    """Dated to a time that lies in no one year, such as a decade; in order of date."""
    partial: tuple[Told, ...] = ()
    """Something of the calendar is known, yet not which year; in order of what is known."""
    unresolved: tuple[Told, ...] = ()
    """The source leaves the date open; newest article first."""

    @property
    def every(self) -> Iterator[Told]:
        """All events: the dated ones from the oldest year on, then the partial and the unresolved."""
        yield from self.longer
        for year in reversed(self.years):
            yield from year.events
            for month in year.months:
                yield from month.events
        yield from self.partial
        yield from self.unresolved


def timeline(articles: Sequence[Digest]) -> Timeline:
    """The timeline of ``articles``, which stand newest first."""
    by_year: dict[str, list[Told]] = defaultdict(list)
    others: dict[Standing, list[Told]] = {each: [] for each in Standing}
    for told in tell([dated for digest in articles for dated in dated_events(digest)]):
        year = dates.year(told.value)
        if year is not None:
            by_year[f"{year:04d}"].append(told)
        else:
            others[standing(told.value)].append(told)
    return Timeline(
        years=tuple(_in_months(year, by_year[year]) for year in sorted(by_year, reverse=True)),
        longer=tuple(sorted(others[Standing.DATED], key=_date_order)),
        partial=tuple(sorted(others[Standing.PARTIAL], key=_date_order)),
        unresolved=tuple(others[Standing.UNRESOLVED]),
    )


def mentions(events: Iterable[Told]) -> int:
    """How many sentences tell of ``events``."""
    return sum(len(told.tellings) for told in events)


def busiest(events: Iterable[Told]) -> tuple[Day, ...]:
    """The days that most sentences speak of, the most first; a day with one sentence is not busy."""
    counted: Counter[str] = Counter()
    for told in events:
        day = day_of(told.value)
        if day is not None:
            counted[day] += len(told.tellings)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Day(value=day, mentions=number) for day, number in ranked[:MOST_DAYS] if number > 1)


def _in_months(year: str, events: list[Told]) -> Year:
    months: dict[int | None, list[Told]] = defaultdict(list)
    for told in sorted(events, key=_date_order):
        months[dates.month(told.value)].append(told)
    named = sorted(month for month in months if month is not None)
    return Year(
        value=year,
        months=tuple(Month(value=f"{year}-{month:02d}", events=tuple(months[month])) for month in named),
        events=tuple(months.get(None, ())),
    )


def _date_order(told: Told) -> dates.SortKey:
    # Sorting is stable, so events of one date stay in the order of the articles: newest first.
    return dates.sort_key(told.value)
