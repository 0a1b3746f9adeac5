"""Site → what was added, corrected and withdrawn: as people state it, never by the clock of a build."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sitegen.model import Digest
from sitegen.site.catalogue import Site


class ChangeKind(StrEnum):
    """What became of an article."""

    WITHDRAWN = "withdrawn"
    CORRECTED = "corrected"
    SOURCE = "source"
    """Its publisher states a change later than the day of publication."""
    ADDED = "added"
    EDITED = "edited"
    """People have changed the digest by hand; nobody states when."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One entry of the history of the site."""

    kind: ChangeKind
    date: str | None
    """ISO 8601 calendar date; None: not stated."""
    digest: Digest
    words: str | None = None
    """What the editors say of it."""


_ORDER = list(ChangeKind)


def changes(site: Site) -> tuple[Change, ...]:
    """Every change that is stated, newest first, those without a day last; drafts have no history yet."""
    found = [
        change
        for digest in (*site.articles, *site.withdrawn)
        if not digest.facts.draft
        for change in _of(digest)
    ]
    found.sort(key=lambda each: (_ORDER.index(each.kind), each.digest.title.casefold(), each.digest.slug))
    found.sort(key=lambda each: each.date or "", reverse=True)
    return tuple(found)


def _of(digest: Digest) -> Iterator[Change]:
    facts = digest.facts
    if facts.withdrawn is not None:
        yield Change(
            kind=ChangeKind.WITHDRAWN, date=facts.withdrawn.date, digest=digest, words=facts.withdrawn.why
        )
    for each in facts.corrections:
        yield Change(kind=ChangeKind.CORRECTED, date=each.date, digest=digest, words=each.what)
    if facts.added is not None:
        yield Change(kind=ChangeKind.ADDED, date=facts.added, digest=digest)
    if facts.withdrawn is not None:
        return  # what its publisher did to it, or an editor unseen, is nobody's business any more
    if facts.modified is not None and facts.published is not None and facts.modified > facts.published:
        yield Change(kind=ChangeKind.SOURCE, date=facts.modified, digest=digest)
    if digest.edited and digest.source is not None:
        yield Change(kind=ChangeKind.EDITED, date=None, digest=digest)
