"""The timeline of the whole corpus: overview → year → month, and what lies in no one year."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sitegen import dates
from sitegen.site.catalogue import Site
from sitegen.site.export_paths import Form, corpus_exports
from sitegen.site.page import numbered
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.pages.strip import highest, strip
from sitegen.site.pages.told import groups, telling, told_path
from sitegen.site.pages.wording import date_words, say
from sitegen.site.strings import Strings
from sitegen.site.timeline.dated import Dated, Standing, Told, day_of, standing
from sitegen.site.timeline.years import Day, Month, Timeline, Year, busiest, mentions

Exports = Mapping[Form, str]

EVENTS_PER_PAGE = 100
"""About 100 kB of HTML."""

YEARS_PER_PAGE = 40

WITHOUT_YEAR = "timeline/undated.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyDay:
    """A day that many sentences speak of, and where they stand."""

    date: str
    """In words, without the year."""
    day: Day
    path: str
    anchor: str


def timeline(site: Site, t: Strings) -> Iterator[Sheet]:
    """The overview, a page for each year and month, and the events that lie in no one year."""
    line = site.timeline
    exports = corpus_exports(line)
    yield from _overview(t, line, exports)
    beside = dict(_beside(t, [year.value for year in reversed(line.years)]))
    all_months = [month.value for year in reversed(line.years) for month in year.months]
    months_beside = dict(_beside(t, all_months))
    for year in line.years:
        yield from _year(t, year, beside[year.value], exports)
        for month in year.months:
            yield from _month(t, month, year, months_beside[month.value], exports)
    yield from _without_year(t, line)
    for told in line.every:
        yield from _told(t, told)


def _beside(t: Strings, values: Sequence[str]) -> Iterator[tuple[str, Context]]:
    """For each year or month the one before and the one after it that have a page."""
    around = (None, *values, None)
    for before, value, after in zip(around, values, around[2:], strict=False):
        named = ((name, each) for name, each in (("previous", before), ("next", after)) if each is not None)
        yield (
            value,
            {name: (date_words(t, each), f"timeline/{each}.html") for name, each in named},
        )


def _overview(t: Strings, line: Timeline, exports: Exports) -> Iterator[Sheet]:
    without = mentions((*line.longer, *line.partial, *line.unresolved))
    most = highest(line.years)
    for part in parts("timeline/index.html", line.years, YEARS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="timeline.html",
            title=titled(t, t.plain("nav.timeline"), part),
            description=t.plain("timeline.description"),
            area="timeline",
            context=partial(_years, t, part, most=most, without=without, exports=exports),
        )


def _years(t: Strings, part: Part[Year], *, most: int, **others: object) -> Context:
    return {"part": part, "years": [(year, strip(t, year, most)) for year in part.items], **others}


def _year(t: Strings, year: Year, beside: Context, exports: Exports) -> Iterator[Sheet]:
    for part in parts(f"timeline/{year.value}.html", year.events, EVENTS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="timeline_year.html",
            title=titled(t, year.value, part),
            description=t.plain("timeline.about_year", n=year.total, year=year.value),
            area="timeline",
            context=partial(_of_year, t, part, year, beside=beside, exports=exports),
        )


def _of_year(t: Strings, part: Part[Told], year: Year, **others: object) -> Context:
    return {
        "part": part,
        "year": year,
        "strip": strip(t, year, highest((year,))) if year.months else None,
        "busiest": list(_busy_days(t, year.months)) if part.number == 1 else [],
        "groups": list(groups(t, part.items, lambda _: (t.plain("timeline.no_month"), "no-month", None))),
        **others,
    }


def _month(t: Strings, month: Month, year: Year, beside: Context, exports: Exports) -> Iterator[Sheet]:
    title = date_words(t, month.value)
    for part in parts(f"timeline/{month.value}.html", month.events, EVENTS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="timeline_month.html",
            title=titled(t, title, part),
            description=t.plain("timeline.about_month", n=month.total, month=title),
            area="timeline",
            context=partial(_of_month, t, part, month, year=year, beside=beside, exports=exports),
        )


def _of_month(t: Strings, part: Part[Told], month: Month, **others: object) -> Context:
    return {
        "part": part,
        "month": month,
        "busiest": list(_busy_days(t, (month,))) if part.number == 1 else [],
        "groups": list(groups(t, part.items, partial(_day_heading, t, month.value))),
        **others,
    }


def _day_heading(t: Strings, month: str, told: Told) -> tuple[str, str | None, str | None]:
    """The heading an event of a month stands under, its id, and the date it says."""
    day = day_of(told.value)
    if day is not None:
        return date_words(t, day), f"d{day}", day
    if told.value == month:
        return t.plain("timeline.no_day"), None, month
    return date_words(t, told.value), None, told.value


def _busy_days(t: Strings, months: Sequence[Month]) -> Iterator[BusyDay]:
    """The days of ``months`` that most sentences speak of, with the place of the first event of each."""
    days = busiest(told for month in months for told in month.events)
    wanted = {day.value for day in days}
    first: dict[str | None, str] = {}
    for month in months:
        for place, told in enumerate(month.events):
            day = day_of(told.value)
            if day in wanted and day not in first:
                first[day] = numbered(f"timeline/{month.value}.html", place // EVENTS_PER_PAGE + 1)
    for each in days:
        yield BusyDay(
            date=dates.words_without_year(each.value, say(t)),
            day=each,
            path=first[each.value],
            anchor=f"d{each.value}",
        )


def _without_year(t: Strings, line: Timeline) -> Iterator[Sheet]:
    events = (*line.longer, *line.partial, *line.unresolved)
    description = t.plain("timeline.no_year_about", n=mentions(events))
    for part in parts(WITHOUT_YEAR, events, EVENTS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="timeline_undated.html",
            title=titled(t, t.plain("timeline.no_year"), part),
            description=description,
            area="timeline",
            context=partial(_of_no_year, t, part),
        )


_STANDING_WORDS = {
    Standing.DATED: "timeline.longer",
    Standing.PARTIAL: "timeline.partial",
    Standing.UNRESOLVED: "timeline.unresolved",
}


def _of_no_year(t: Strings, part: Part[Told]) -> Context:
    def heading(told: Told) -> tuple[str, str | None, str | None]:
        name = standing(told.value)
        return t.plain(_STANDING_WORDS[name]), name, None

    return {"part": part, "groups": list(groups(t, part.items, heading))}


def _told(t: Strings, told: Told) -> Iterator[Sheet]:
    """The page of an event that more articles tell than are named below it; no other has one."""
    path = told_path(told)
    if path is None:
        return
    date, tellings = date_words(t, told.value), len(told.tellings)
    title = t.plain("timeline.told_title", n=tellings, date=date, mark=path.rpartition("/")[2][:6])
    for part in parts(path, told.tellings, EVENTS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="timeline_told.html",
            title=titled(t, title, part),
            description=t.plain("timeline.told_about", n=tellings, date=date),
            area="timeline",
            context=partial(_tellings, t, part, told),
        )


def _near(t: Strings, told: Told) -> tuple[str, str] | None:
    """The page of the month or year that lists an event, in words and its path; None where no year does."""
    year, month = dates.year(told.value), dates.month(told.value)
    if year is None:
        return None
    value = f"{year:04d}" if month is None else f"{year:04d}-{month:02d}"
    return date_words(t, value), f"timeline/{value}.html"


def _tellings(t: Strings, part: Part[Dated], told: Told) -> Context:
    return {
        "part": part,
        "date": date_words(t, told.value),
        "near": _near(t, told),
        "tellings": [telling(t, dated) for dated in part.items],
    }
