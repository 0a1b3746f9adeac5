"""Events as the timeline of the corpus shows them: one sentence, and who else tells the same."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sitegen.model import Digest
from sitegen.site.pages.article import article_path
from sitegen.site.pages.events import EventView, event_anchor, event_view
from sitegen.site.strings import Strings
from sitegen.site.timeline.dated import Dated, Told
from sitegen.site.timeline.identity import identity

MOST_TELLINGS = 20
"""Articles named below one event; those of an event that more articles tell have a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A dated sentence of some article, as a page beside that article shows it."""

    view: EventView
    digest: Digest
    path: str
    """The article's page."""
    anchor: str
    """The id of the event there; empty where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An event as it is listed."""

    shown: Telling
    others: tuple[Telling, ...]
    """How other articles tell it; none where there is a page that names them all."""
    differing: tuple[Telling, ...]
    """Those of them that say it in other words."""
    articles: int
    page: str | None
    """The page that names all articles; None: they are named here."""
    repeats: bool
    """True: the heading, or the entry before, says the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Entries under a heading."""

    heading: str
    anchor: str | None
    """The id of the heading, where something may lead to it."""
    entries: tuple[Entry, ...]


def telling(t: Strings, dated: Dated) -> Telling:
    """How one article tells an event."""
    return Telling(
        view=event_view(t, dated.event),
        digest=dated.digest,
        path=article_path(dated.digest),
        anchor=event_anchor(dated.event) or "",
    )


def told_path(told: Told) -> str | None:
    """The page that names all articles that tell an event; None where they fit below it."""
    return f"timeline/told/{identity(told)}.html" if len(told.tellings) > MOST_TELLINGS else None


def groups(
    t: Strings, events: Sequence[Told], heading: Callable[[Told], tuple[str, str | None, str | None]]
) -> Iterator[Group]:
    """``events`` in their order, under the headings that ``heading`` gives: words, id, the date they say."""
    for (words, anchor, said), several in groupby(events, key=heading):
        entries: list[Entry] = []
        before = said
        for told in several:
            entries.append(_entry(t, told, repeats=before is not None and before == told.value))
            before = told.value
        yield Group(heading=words, anchor=anchor, entries=tuple(entries))


def _entry(t: Strings, told: Told, *, repeats: bool) -> Entry:
    page = told_path(told)
    first, *others = (telling(t, dated) for dated in (told.tellings if page is None else told.tellings[:1]))
    words = first.view.event.sentence.text
    return Entry(
        shown=first,
        others=tuple(others),
        differing=tuple(each for each in others if each.view.event.sentence.text != words),
        articles=len(told.tellings),
        page=page,
        repeats=repeats,
    )
