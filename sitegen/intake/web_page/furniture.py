"""What stands inside a page's article and is none of it: sign-up boxes, bylines, links to other articles.

Told by what the page says of its boxes and by how much of a line is a link, in whatever language it is. What
is found here is not dropped: it stays in the text and is pointed at as removed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from itertools import islice, pairwise
from typing import Any

from sitegen.intake.furniture.headlines import same_words
from sitegen.intake.web_page.blocks import Block, share_linked
from sitegen.lexicon import load, word_set

_words = partial(word_set, "pages")

_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LISTS = frozenset(("ul", "ol", "dl"))
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
# "READ MORE: Ferry to stop for good", the rest of the line a link.
_LABEL = re.compile(r"\A[^\s:]{1,20}(?:\s[^\s:]{1,20}){0,3}\s?:\s")
# A full stop ends a sentence of the article that happens to be a link; headlines end with "?" and "!" too.
_FULL_STOP = re.compile(r"(?<!\.\.)[.。]['\"”’»)\]]{0,3}\Z")
# What a link leads to, written out ("http://…", "@ostrin_courier"), is no headline of another article.
_ADDRESS = re.compile(r"https?://|www\.|@", re.IGNORECASE)
_ALL_LINK = 0.8
_SHORTEST_LINE = 4
"""A line that is a link and has fewer words may be a credit ("[The Ostrin Courier]")."""
_LONG_PARAGRAPH = 120
_LONGEST_CREDIT = 160
_LONGEST_NAME = 500
_LONGEST_LABEL = 6
"""A line above a list of links ("Don't miss") has no more words."""


def furniture(blocks: Sequence[Block], chosen: Sequence[int], home: Any) -> frozenset[int]:
    """Which of the ``chosen`` blocks are none of the article.

    Args:
        blocks: all of the page.
        chosen: the numbers of those that stand in the article.
        home: the element that holds most of the article's paragraphs, or None; it and what surrounds it are
            not judged.
    """
    above = frozenset(home.iterancestors()) | {home} if home is not None else frozenset()
    size = sum(blocks[number].size for number in chosen)
    root = blocks[chosen[0]].element.getroottree().getroot()
    judge = _Boxes(above, size, _sizes(root))
    pictured = _pictured(root)
    found = {number for number in chosen if judge.is_furniture(blocks[number])}
    found |= {number for number in chosen if _is_about_a_picture(blocks[number], pictured)}
    found |= _headlines(blocks, [number for number in chosen if number not in found], home)
    found |= _links(blocks, [number for number in chosen if number not in found])
    found |= _labels(blocks, chosen, found, home)
    # Nothing but furniture: a page of links, and what it says is then all there is.
    return frozenset(found) if len(found) < len(chosen) else frozenset()


def _is_about_a_picture(block: Block, pictured: Mapping[Any, str]) -> bool:
    """True for "Photo: Ansel Brod", "The new lamps, photos © Brod" and what a picture beside it says too."""
    if len(block.text) > _LONGEST_CREDIT or _FULL_STOP.search(block.text) or block.element.tag in _HEADINGS:
        return False
    words = block.text.casefold().lstrip("([ ")
    is_credit = "©" in words or words.startswith(tuple(_words("picture_credits")))
    return is_credit or same_words(pictured.get(block.places[0][0], ""), block.text)


def _pictured(page: Any) -> Mapping[Any, str]:
    """What the last picture at or before each element of a page says instead of itself."""
    said: dict[Any, str] = {}
    last = ""
    for element in page.iter():
        if element.tag == "img":
            last = element.get("alt") or ""
        said[element] = last
    return said


class _Boxes:
    """Judges the elements around blocks, each once."""

    def __init__(self, above: frozenset[Any], size: int, sizes: Mapping[Any, int]) -> None:
        self._above = above
        self._sizes = sizes
        self._size = size
        self._known: dict[Any, bool] = {}

    def is_furniture(self, block: Block) -> bool:
        path: list[Any] = []
        for element in (*self._wrappers(block), block.element, *block.element.iterancestors()):
            if element in self._above:
                break
            path.append(element)
        if any(element.tag == "blockquote" for element in path):
            # <blockquote class="social-media-embed">: somebody's post, quoted.
            return False
        return any(self._names_furniture(element) for element in path)

    def _names_furniture(self, element: Any) -> bool:
        if element not in self._known:
            self._known[element] = _is_called_furniture(element) and not self._is_large(element)
        return self._known[element]

    def _is_large(self, element: Any) -> bool:
        """True for a third of the article, or several long paragraphs: then its name says something else.

        <div class="subscription-only"> may hold the article's second half.
        """
        if self._sizes[element] * 3 > self._size:
            return True
        paragraphs = (it for it in element.iter("p") if it is not element)
        long = (
            it for it in paragraphs if self._sizes[it] >= _LONG_PARAGRAPH and next(it.iter("a"), None) is None
        )
        return len(list(islice(long, 2))) == 2

    def _wrappers(self, block: Block) -> Iterator[Any]:
        """The inline elements around all of a block: a caption is often a ``span``."""
        first, is_tail = block.places[0]
        if is_tail:
            return
        for element in (first, *first.iterancestors()):
            if element is block.element:
                return
            if self._sizes[element] >= block.size:
                yield element


def _sizes(root: Any) -> dict[Any, int]:
    """How many characters each element has, white space apart. In one walk: elements nest."""
    # Half a second to import with its kin, and needed only where there is HTML.
    from lxml.etree import iterwalk  # noqa: PLC0415

    sizes: dict[Any, int] = {}
    so_far = 0
    for event, element in iterwalk(root, events=("start", "end")):
        if event == "start":
            sizes[element] = so_far
            so_far += _length(element.text)
        else:
            sizes[element] = so_far - sizes[element]
            so_far += _length(element.tail)
    return sizes


def _length(words: str | None) -> int:
    return len("".join(words.split())) if words else 0


def _is_called_furniture(element: Any) -> bool:
    if element.get("itemprop") in _words("fact_properties"):
        return True
    return names_box(element, _words("furniture"), _pairs())


def names_box(element: Any, words: frozenset[str], pairs: frozenset[tuple[str, str]] = frozenset()) -> bool:
    """True when class, id or role of an element has one of ``words``, or one of ``pairs`` side by side."""
    for attribute in ("class", "id", "role"):
        for name in (element.get(attribute) or "")[:_LONGEST_NAME].split():
            found = [word.casefold() for word in _WORD.findall(name)]
            if not words.isdisjoint(found) or not pairs.isdisjoint(pairwise(found)):
                return True
    return False


def _headlines(blocks: Sequence[Block], chosen: Sequence[int], home: Any) -> set[int]:
    """Each ``h1`` above or beside the article; one among its paragraphs is a subhead."""
    headings = [number for number in chosen if blocks[number].element.tag == "h1"]
    first = next((number for number in chosen if blocks[number].element.tag != "h1"), 0)
    return {it for it in headings if it < first or home not in blocks[it].element.iterancestors()}


def _links(blocks: Sequence[Block], chosen: Sequence[int]) -> set[int]:
    """Lines and lists that only lead to other articles."""
    found: set[int] = set()
    lists: dict[Any, list[int]] = {}
    for number in chosen:
        around = _list_of(blocks[number])
        if around is not None:
            lists.setdefault(around, []).append(number)
        elif _is_link(blocks[number]):
            found.add(number)
    for numbers in lists.values():
        if _are_links([blocks[number] for number in numbers]):
            found.update(numbers)
    return found - _headed(blocks, chosen, found)


def _headed(blocks: Sequence[Block], chosen: Sequence[int], found: set[int]) -> set[int]:
    """Headings that are links, with text below them: of a list of things, each with its own page."""
    headed: set[int] = set()
    before = None
    for number, follower in pairwise(chosen):
        is_heading = number in found and blocks[number].element.tag in _HEADINGS
        # Of several headlines on end, the last is one of them, whatever stands below.
        if is_heading and before != "headline" and follower not in found and _is_text(blocks[follower]):
            headed.add(number)
        before = "headline" if is_heading and number not in headed else None
    return headed


def _is_text(block: Block) -> bool:
    return block.element.tag not in _HEADINGS


def _list_of(block: Block) -> Any:
    return next((it for it in block.element.iterancestors() if it.tag in _LISTS), None)


def _is_link(block: Block) -> bool:
    if not block.linked or _FULL_STOP.search(block.text) or len(block.text.split()) < _SHORTEST_LINE:
        return False
    label = _LABEL.match(block.text)
    words = block.text[label.end() :] if label else block.text
    return block.linked >= _ALL_LINK * len("".join(words.split())) and not _ADDRESS.match(words)


def _are_links(items: Sequence[Block]) -> bool:
    """True for a list of headlines; linked names of places or people are a list of the article's own."""
    headlines = sum(len(item.text.split()) >= _SHORTEST_LINE for item in items)
    is_prose = any(_FULL_STOP.search(item.text) for item in items)
    return share_linked(items) >= _ALL_LINK and not is_prose and 2 * headlines >= len(items)


def _labels(blocks: Sequence[Block], chosen: Sequence[int], found: set[int], home: Any) -> set[int]:
    """Headings outside of the article with nothing below, short lines above its links ("Don't miss")."""
    labels: set[int] = set()
    links = 0
    at_end = True
    for number in reversed(chosen):
        block = blocks[number]
        if number in found:
            links += block.linked > 0
            continue
        is_heading = block.element.tag in _HEADINGS
        is_short = len(block.text.split()) <= _LONGEST_LABEL and not _FULL_STOP.search(block.text)
        # A single link may also stand right below a subhead of the article, with its text to follow.
        is_outside = home is not None and home not in block.element.iterancestors()
        if (is_heading and is_outside and at_end) or (is_short and links > (0 if at_end else 1)):
            labels.add(number)
        else:
            at_end = False
        links = 0
    return labels


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    pairs: Sequence[Sequence[str]] = load("pages")["furniture_pairs"]
    return frozenset((one, other) for one, other in pairs)
