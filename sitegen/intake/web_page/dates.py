"""When a page says its article was published and changed: of all its dates, those that are the article's."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from sitegen.intake.stated_dates import read_date
from sitegen.intake.web_page.furniture import names_box
from sitegen.lexicon import word_set

# What <time class="entry-date published"> says of itself; "published updated" is the usual hAtom pair.
_PUBLISHED_CLASS = re.compile(r"publish|posted|entry-date|post-date", re.IGNORECASE)
_MODIFIED_CLASS = re.compile(r"updat|modif|edited", re.IGNORECASE)
_BESIDE_TAGS = frozenset(("aside", "footer", "nav", "blockquote"))
_BESIDE_TYPES = frozenset(
    (
        *("AudioObject", "Comment", "ImageObject", "Organization", "Person", "Product"),
        *("UserComments", "VideoObject"),
    )
)
"""schema.org types whose dates are their own."""


def published(tree: Any) -> str | None:
    """The one stamp of publication that elements of the page, an lxml tree, state, as written there."""
    return _only(_marked(tree, "datePublished")) or _only(_times(tree, published=True))


def modified(tree: Any) -> str | None:
    """The one stamp of the last change that elements of the page, an lxml tree, state."""
    return _only(_marked(tree, "dateModified")) or _only(_times(tree, published=False))


def first_of(*stated: Iterable[str]) -> str | None:
    """The first of the values that is a date, as written."""
    return next((value for values in stated for value in values if read_date(value)), None)


def shown(tree: Any, day: str, *, published: bool) -> Iterator[str]:
    """The words of the ``<time>`` elements that stand for a stamp of this day."""
    known: dict[Any, bool] = {}
    for element in tree.xpath("//time[@datetime]"):
        is_change = is_of_change([element.get("class") or ""])
        is_meant = is_change != published and read_date(element.get("datetime")) == day
        if is_meant and not is_beside(element, known):
            yield " ".join(element.text_content().split())


def is_of_change(kinds: Iterable[str]) -> bool:
    """True for the ``class`` of an element, or of several around each other, that holds a date of change."""
    names = " ".join(kinds)
    return _MODIFIED_CLASS.search(names) is not None and _PUBLISHED_CLASS.search(names) is None


def _only(values: Iterable[str]) -> str | None:
    """The date, where all values that are one agree: several may be those of other articles on the page."""
    stamps = {day: value for value in values if (day := read_date(value))}
    return next(iter(stamps.values())) if len(stamps) == 1 else None


def _marked(tree: Any, name: str) -> Iterator[str]:
    """The values of elements with this ``itemprop``, of the article and not of a comment or a video."""
    known: dict[Any, bool] = {}
    for element in tree.xpath("//*[@itemprop=$name]", name=name):
        if not is_beside(element, known):
            yield element.get("content") or element.get("datetime") or element.text_content()


def _times(tree: Any, *, published: bool) -> Iterator[str]:
    """The dates of ``<time>`` elements that by their class are of the kind asked for, outside of asides.

    A ``<time>`` that says nothing of its kind counts as publication where it stands inside the article.
    """
    known: dict[Any, bool] = {}
    for element in tree.xpath("//time[@datetime]"):
        kind = element.get("class") or ""
        is_change = element.get("pubdate") is None and is_of_change([kind])
        is_publication = element.get("pubdate") is not None or _PUBLISHED_CLASS.search(kind) is not None
        if not (is_publication or is_change):
            is_publication = bool(element.xpath("ancestor::article or ancestor::main"))
        if (is_publication if published else is_change) and not is_beside(element, known):
            yield element.get("datetime")


def is_beside(element: Any, known: dict[Any, bool]) -> bool:
    """True for an element of a comment, of another article, of a quoted post, or of a picture or video.

    Args:
        element: an element of the page.
        known: the answer for what stands in each element judged before; it gets those around this one.
    """
    path: list[Any] = []
    found = False
    for around in element.iterancestors():
        if around in known:
            found = known[around]
            break
        path.append(around)
    for around in reversed(path):
        found = found or _holds_other_dates(around)
        known[around] = found
    return found


def _holds_other_dates(box: Any) -> bool:
    if (box.get("itemtype") or "").rsplit("/", 1)[-1] in _BESIDE_TYPES:
        return True
    # <div class="has-sidebar"> around the whole page is no sidebar.
    is_beside = box.tag in _BESIDE_TAGS or names_box(box, word_set("pages", "beside"))
    return is_beside and next(box.iter("h1"), None) is None
