"""One event, as one article or several tell it."""

from dataclasses import dataclass
from enum import StrEnum

from sitegen import dates
from sitegen.model import Digest, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """One event, and the article it stands in."""

    digest: Digest
    event: Event
    twin: int = 0
    """How many events before it in its article are like it, in their place or their words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event, as one article or several tell it."""

    tellings: tuple[Dated, ...]
    """The fullest sentence first, then newest article first; each of another article, all of one date."""

    @property
    def shown(self) -> Dated:
        """The telling that stands for all of them."""
        return self.tellings[0]

    @property
    def value(self) -> str | None:
        """The date, the same in all tellings."""
        return self.shown.event.when.value

    @property
    def first(self) -> Dated:
        """The telling of the oldest article: another article that tells the same later does not change it."""
        return min(self.tellings, key=_oldest_first)


def _oldest_first(dated: Dated) -> tuple[bool, str, str]:
    published = dated.digest.facts.published
    return (published is None, published or "", dated.digest.slug)


class Standing(StrEnum):
    """How well an event is dated."""

    DATED = "dated"
    PARTIAL = "partial"
    """Something of the calendar is known, yet not which year."""
    UNRESOLVED = "unresolved"


def standing(value: str | None) -> Standing:
    """How well an event with this value is dated."""
    rank = dates.sort_key(value)[0]
    return (Standing.DATED, Standing.PARTIAL)[rank] if rank < 2 else Standing.UNRESOLVED


def day_of(value: str | None) -> str | None:
    """The one day, ``YYYY-MM-DD``, that a value lies in, at a known hour or not; None: it names none."""
    bounds = dates.bounds(value)
    return bounds[0].isoformat() if bounds is not None and bounds[0] == bounds[1] else None
