"""A page before it is rendered, and long lists cut into several."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sitegen.site.feed_paths import FeedLink
from sitegen.site.page import numbered
from sitegen.site.strings import Strings

T = TypeVar("T")

Context = Mapping[str, Any]
"""What a template is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What one page will be made from. Cheap until its context is asked for."""

    path: str
    template: str
    title: str
    """Without the name of the site."""
    description: str
    """For search engines and previews; our own words or the source's, never both run together."""
    area: str | None = None
    """Which entry of the main navigation the page belongs to."""
    listed: bool = True
    """False: kept out of the sitemap and of search engines."""
    stands_for: str | None = None
    """The path of the page that search engines should know instead of this one; None: this one."""
    feeds: tuple[FeedLink, ...] = ()
    """The page's own, beside those of the site; written only where the site's address is known."""
    context: Callable[[], Context] = dict
    """Makes what the template shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[T]):
    """One page's share of a long list."""

    items: Sequence[T]
    number: int
    """From 1."""
    path: str
    previous: str | None
    next: str | None
    total: int
    """How many parts there are."""
    whole: int
    """How many items there are in all parts together."""


def parts(path: str, items: Sequence[T], size: int) -> Iterator[Part[T]]:
    """Cut ``items`` into pages of ``size``, the first at ``path``; an empty list makes one empty part."""
    total = max(1, -(-len(items) // size))
    for number in range(1, total + 1):
        yield Part(
            items=items[(number - 1) * size : number * size],
            number=number,
            path=numbered(path, number),
            previous=numbered(path, number - 1) if number > 1 else None,
            next=numbered(path, number + 1) if number < total else None,
            total=total,
            whole=len(items),
        )


def titled(t: Strings, title: str, part: Part[Any]) -> str:
    """The title of one part: pages that differ have titles that differ."""
    return title if part.number == 1 else t.plain("pager.titled", title=title, number=part.number)
