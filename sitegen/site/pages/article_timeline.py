"""One article's timeline: by year and month, the day of publication in its place, then what lies ahead."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

from sitegen import dates
from sitegen.model import Digest, Span
from sitegen.site.pages.events import EventView, event_anchor, event_view
from sitegen.site.pages.marking import anchor, sentence_of
from sitegen.site.pages.whole_text import date_anchor
from sitegen.site.pages.wording import date_words, say
from sitegen.site.strings import Strings
from sitegen.site.timeline.dated import Standing, standing
from sitegen.span_index import SpanIndex


class Kind(StrEnum):
    """What a block of the timeline holds."""

    LONGER = "longer"
    """Dates that lie in no one year."""
    YEAR = "year"
    AHEAD = "ahead"
    """Dates later than the day of publication."""
    OPEN = "open"
    """Dates known in part, or not at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the timeline."""

    value: str | None
    """The date that puts it in its place."""
    view: EventView | None
    """None: the day of publication."""
    repeats: bool = False
    """True: the line before has the same date, and says it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines that stand together in a block."""

    name: str | None
    """A month in words, or how well dated the lines are; None: there is nothing to tell them apart from."""
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the timeline with a heading."""

    kind: Kind
    year: str | None
    """Of a block for one year."""
    groups: tuple[Group, ...]


def article_timeline(
    t: Strings, digest: Digest, context: SpanIndex[Span], shown: Collection[str] = ()
) -> tuple[Block, ...]:
    """The timeline of ``digest``.

    ``context`` tells where the sentences stand that the page shows, ``shown`` the ids in the article's text,
    where the page has that.
    """
    past: list[Entry] = []
    ahead: list[Entry] = []
    unknown: dict[Standing, list[Entry]] = {Standing.PARTIAL: [], Standing.UNRESOLVED: []}
    published = digest.facts.published
    for view in _views(t, digest, context, shown):
        value = view.event.when.value
        later = published is not None and _begins(value) > published
        kept = unknown.get(standing(value), ahead if later else past)
        kept.append(Entry(value=value, view=view))
    if published is not None and (past or ahead):
        past.append(Entry(value=published, view=None))
    groups = [_group(str(name), entries) for name, entries in unknown.items() if entries]
    return (
        *_by_year(t, past),
        *(
            [Block(kind=Kind.AHEAD, year=None, groups=_by_month(ahead, partial(_month_and_year, t)))]
            if ahead
            else []
        ),
        *([Block(kind=Kind.OPEN, year=None, groups=tuple(groups))] if groups else []),
    )


def _views(
    t: Strings, digest: Digest, context: SpanIndex[Span], shown: Collection[str]
) -> Iterator[EventView]:
    """The events in text order, each with an id that nothing else on the page has."""
    taken: set[str | None] = {anchor(each.span) for each in digest.context if each.span is not None}
    for event in digest.timeline:
        name = event_anchor(event)
        span = event.when.words.span
        own = None if span is None else date_anchor(span)
        place = own if own in shown else sentence_of(event.when.words, context)
        yield event_view(t, event, None if name in taken else name, place)
        taken.add(name)


def _begins(value: str | None) -> str:
    """The first day that a value may mean, ``YYYY-MM-DD``; empty where none is known."""
    bounds = dates.bounds(value)
    return "" if bounds is None else bounds[0].isoformat()


def _by_year(t: Strings, entries: Sequence[Entry]) -> Iterator[Block]:
    """A block for each year, the oldest first; before them one for what lies in no one year."""
    years: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        years[dates.year(entry.value) or 0].append(entry)
    for year in sorted(years):
        name = f"{year:04d}" if year else None
        yield Block(
            kind=Kind.YEAR if year else Kind.LONGER,
            year=name,
            groups=_by_month(years[year], partial(_month_name, t)),
        )


def _by_month(entries: Sequence[Entry], name: Callable[[int, int], str | None]) -> tuple[Group, ...]:
    """Groups in order of time; their names are left out where there is one alone."""
    groups: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[dates.year(entry.value) or 0, dates.month(entry.value) or 0].append(entry)
    return tuple(
        _group(None if len(groups) == 1 else name(*key), _in_order(groups[key])) for key in sorted(groups)
    )


def _month_name(t: Strings, _: int, month: int) -> str | None:
    """Of a month below its year."""
    return dates.month_name(month, say(t)) if month else None


def _month_and_year(t: Strings, year: int, month: int) -> str | None:
    """Of a month, or of a year whose months are not stated, below another heading."""
    return date_words(t, f"{year:04d}-{month:02d}" if month else f"{year:04d}") if year else None


def _in_order(entries: Sequence[Entry]) -> list[Entry]:
    # Sorting is stable: events of one date stay in the order of the text, behind the day of publication.
    return sorted(entries, key=lambda entry: (dates.sort_key(entry.value), entry.view is not None))


def _group(name: str | None, entries: Sequence[Entry]) -> Group:
    """``entries`` as they are, but that of several of one date only the first says it."""
    said: list[Entry] = []
    for entry in entries:
        same = bool(said) and said[-1].value == entry.value
        said.append(replace(entry, repeats=same and entry.value is not None))
    return Group(name=name, entries=tuple(said))
