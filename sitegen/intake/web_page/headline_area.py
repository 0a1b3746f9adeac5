"""The elements between a page's headline and its first paragraph: the author's link, the date line."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any

from sitegen.intake.header_lines import read_header_line
from sitegen.intake.stated_dates import read_date
from sitegen.intake.web_page.dates import is_beside, is_of_change
from sitegen.lexicon import load

_MOST_ELEMENTS = 150
_LONGEST_LINE = 160
_SHORTEST_PARAGRAPH = 160
_SENTENCE_END = re.compile(r"[.!?。]['\"”’»)\]]{0,3}\Z")
# <span class="article-publish-date">, "publishedDate", "post_date", "pub-date", "entry-date"
_PUBLISHED_CLASS = re.compile(
    r"(?:\b|[-_])(?:publish(?:ed)?|pub|post(?:ed)?|entry)[-_]?date\b"
    r"|\bdate[-_]?(?:publish(?:ed)?|posted)\b",
    re.IGNORECASE,
)


class HeadlineArea:
    """What a page, an lxml tree, says between its headline and its first paragraph."""

    def __init__(self, headline: Any) -> None:
        self._elements = list(_below(headline)) if headline is not None else []
        self._beside: dict[Any, bool] = {}

    def authors(self) -> tuple[str, ...]:
        """The words of links of ``rel="author"``, in their order, each once."""
        links = (it for it in self._elements if "author" in (it.get("rel") or "").split())
        names = (" ".join(it.text_content().split()) for it in links if not is_beside(it, self._beside))
        return tuple(dict.fromkeys(filter(None, names)))

    def published(self) -> str | None:
        """The one date of publication that elements say to hold by their class."""
        marked = (it for it in self._elements if _PUBLISHED_CLASS.search(_kinds(it)))
        stated = {_published(_words(it)) for it in marked if not is_of_change([_kinds(it)])}
        stated.discard(None)
        return stated.pop() if len(stated) == 1 else None

    def date_lines(self, *, changed: bool) -> Iterator[str]:
        """Short lines that may hold a day, of publication or of the last ``changed``; without their label."""
        own, others = ("modified_labels", "published_labels")[:: 1 if changed else -1]
        for element in self._elements:
            words = _words(element)
            if not words or _label_of(words, others) or is_beside(element, self._beside):
                continue
            label = _label_of(words, own)
            if label or is_of_change([_kinds(element)]) == changed:
                yield words[len(label) :].lstrip(" :,")


def _below(headline: Any) -> Iterator[Any]:
    """The elements behind the headline in the page's order, until a paragraph of the article begins."""
    for element in islice(_following(headline), _MOST_ELEMENTS):
        if element.tag == "h1":
            return
        if element.tag == "p" and _is_text(element):
            return
        yield element


def _following(headline: Any) -> Iterator[Any]:
    for around in (headline, *headline.iterancestors()):
        for sibling in around.itersiblings():
            yield from (it for it in sibling.iter() if isinstance(it.tag, str))


def _is_text(paragraph: Any) -> bool:
    words = " ".join(paragraph.text_content().split())
    return len(words) >= _SHORTEST_PARAGRAPH and _SENTENCE_END.search(words) is not None


def _words(element: Any) -> str:
    """The words of an element that is no longer than a line."""
    words = " ".join("".join(islice(element.itertext(), 20)).split())
    return words if len(words) <= _LONGEST_LINE else ""


def _kinds(element: Any) -> str:
    parent = element.getparent()
    return " ".join(it.get("class") or "" for it in (element, parent) if it is not None)


def _published(words: str) -> str | None:
    stated = read_header_line(words)
    return stated.published if stated is not None else read_date(words)


def _label_of(words: str, name: str) -> str:
    """The label that ``words`` open with ("Posted" of "Posted Nov. 18"); empty: none of these."""
    plain = words.casefold()
    return next((it for it in _labels(name) if plain.startswith((f"{it} ", f"{it}:"))), "")


@cache
def _labels(name: str) -> tuple[str, ...]:
    return tuple(sorted(load("intake")[name], key=len, reverse=True))
