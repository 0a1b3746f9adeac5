"""Site → the page "Changes", and what stands where an article is no longer: tombstones and old addresses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from sitegen.model import Correction, Digest
from sitegen.site.catalogue import Site
from sitegen.site.changes import Change, ChangeKind, changes
from sitegen.site.pages.article import article_path
from sitegen.site.pages.sheet import Sheet, parts, titled
from sitegen.site.strings import Strings

CHANGES = "changes.html"

ON_A_PAGE = 100
"""Entries on one page of the history."""


_SAID = {
    ChangeKind.WITHDRAWN: "changes.withdrawn",
    ChangeKind.CORRECTED: "changes.corrected",
    ChangeKind.SOURCE: "changes.source",
    ChangeKind.ADDED: "changes.added",
    ChangeKind.EDITED: "changes.edited",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The changes of one day."""

    date: str | None
    """ISO 8601; None: nobody states it."""
    changes: Sequence[Change]


def history(site: Site, t: Strings) -> Iterator[Sheet]:
    """What was added, corrected and withdrawn, newest first, a page for every hundred."""
    said = {kind: t(key) for kind, key in _SAID.items()}
    for part in parts(CHANGES, changes(site), ON_A_PAGE):
        days = tuple(
            Day(date=date, changes=tuple(same))
            for date, same in groupby(part.items, key=lambda change: change.date)
        )
        yield Sheet(
            path=part.path,
            template="changes.html",
            title=titled(t, t.plain("changes.title"), part),
            description=t.plain("changes.description"),
            area="changes",
            context=partial(dict, part=part, days=days, said=said),
        )


def withdrawn(site: Site, t: Strings) -> Iterator[Sheet]:
    """A page in the place of each withdrawn article: that it was, when, and why."""
    for digest in site.withdrawn:
        yield Sheet(
            path=article_path(digest),
            template="withdrawn.html",
            title=digest.title,
            description=t.plain("changes.withdrawn_description"),
            area="articles",
            listed=False,
            context=partial(dict, digest=digest, corrections=newest_first(digest)),
        )


def moved(site: Site, t: Strings) -> Iterator[Sheet]:
    """A page at each old address, which leads to the article's own."""
    for alias, digest in site.aliases.items():
        yield Sheet(
            path=f"articles/{alias}.html",
            template="moved.html",
            title=t.plain("moved.title", title=digest.title),
            description=t.plain("moved.description"),
            area="articles",
            listed=False,
            stands_for=article_path(digest),
            context=partial(dict, digest=digest, path=article_path(digest)),
        )


def newest_first(digest: Digest) -> tuple[Correction, ...]:
    """The corrections of an article, the latest first; of one day in the order they were written down."""
    return tuple(sorted(digest.facts.corrections, key=lambda each: each.date, reverse=True))
