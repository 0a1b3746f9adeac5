"""The timeline of the whole corpus: overview → year → month, and what has no year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sitegen.model import Digest
from sitegen.site.catalogue import Dated, Month, Site, Year
from sitegen.site.pages.article import article_path
from sitegen.site.pages.events import EventView, event_anchor, event_view
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.pages.wording import counted, date_words

EVENTS_PER_PAGE = 100
"""About 100 kB of HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A dated sentence of some article, as a page beside that article shows it."""

    view: EventView
    digest: Digest
    path: str
    """The article's page."""
    anchor: str
    """The id of the event there; empty where it has none."""


def timeline(site: Site) -> Iterator[Sheet]:
    """The overview, a page for each year and month, and the events without a year."""
    undated = (*site.partial, *site.unresolved)
    yield Sheet(
        path="timeline/index.html",
        template="timeline.html",
        title="Timeline",
        description="What the articles date, by year and month.",
        area="timeline",
        context=partial(_overview, site.years, undated=len(undated)),
    )
    for year in site.years:
        yield from _year(year)
        for month in year.months:
            yield from _events(f"timeline/{month.value}.html", date_words(month.value), month.events, year)
    yield from _events("timeline/undated.html", "Year not stated", undated, None)


def _year(year: Year) -> Iterator[Sheet]:
    for part in parts(f"timeline/{year.value}.html", year.events, EVENTS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="timeline_year.html",
            title=titled(year.value, part),
            description=f"{counted(year.total, 'dated sentence')} about {year.value}.",
            area="timeline",
            context=partial(_listing, part, year=year, months=_months(year)),
        )


def _events(path: str, title: str, events: Sequence[Dated], year: Year | None) -> Iterator[Sheet]:
    """A month, or (without a ``year``) the events that have none."""
    for part in parts(path, events, EVENTS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="timeline_events.html",
            title=titled(title, part),
            description=f"{counted(len(events), 'sentence')}: {title}.",
            area="timeline",
            context=partial(_listing, part, year=year, heading=title),
        )


def _months(year: Year) -> list[tuple[str, Month | None]]:
    """The twelve months in order, by name; None where nothing is dated to one."""
    found = {month.value: month for month in year.months}
    values = [f"{year.value}-{number:02d}" for number in range(1, 13)]
    return [(date_words(value).removesuffix(f" {year.value}"), found.get(value)) for value in values]


def _overview(years: Sequence[Year], *, undated: int) -> Context:
    return {"years": [(year, _months(year)) for year in years], "undated": undated}


def _listing(part: Part[Dated], **others: object) -> Context:
    entries = [
        Entry(
            view=event_view(dated.event),
            digest=dated.digest,
            path=article_path(dated.digest),
            anchor=event_anchor(dated.event) or "",
        )
        for dated in part.items
    ]
    return {"part": part, "entries": entries, **others}
