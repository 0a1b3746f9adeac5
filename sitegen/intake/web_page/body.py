"""Which blocks of a page are its article: trafilatura chooses, what it dropped inside the article comes back.

trafilatura finds the article well, but what it hands out is not the page's text: dates in ``<time>``, a cell
that says "Google", words in a ``<span class="toolbar">`` are gone from the middle of it. So every block of
the page is given a mark, trafilatura reads the marked page, and the blocks whose marks come out are taken
whole from the page as it was.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from sitegen.errors import SitegenError
from sitegen.intake.web_page.blocks import Block, is_hidden, share_linked
from sitegen.intake.web_page.tree import OWN_TEXT_HINT, without_controls

_MARK_PLANES = (0x100000, 0xF0000)
"""Characters for private use. One a block, so that the lengths that trafilatura measures stay as they are."""
_PLANE_SIZE = 0xFFFE

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_PROSE_TAGS = _HEADINGS | {"p", "blockquote", "li", "dd", "dt", "pre", "tr"}
_UNITS = frozenset(("ul", "ol", "dl", "table", "blockquote"))
"""What is the article's or not as a whole."""
NEVER_PROSE = frozenset(
    ("figure", "figcaption", "aside", "nav", "footer", "form", "fieldset", "dialog", "menu")
)
_FARTHEST_UNIT = 8
"""How many elements may lie between a block and the list it belongs to."""
_MOST_BOXES = 100
_BODY_CLASS = re.compile(r"article|story|content|body|entry|post|text", re.IGNORECASE)
_SHORTEST_PROSE = 40
_SMALLEST_ARTICLE = 100
"""Both in characters, white space apart."""
_SHINGLE = 4
_WORD = re.compile(r"\w+")


def choose(
    tree: Any, blocks: Sequence[Block], *, stated_body: str = "", file: str | None = None
) -> tuple[int, ...]:
    """The numbers of the article's blocks, in order; none where the page has no article.

    Args:
        tree: the page that ``blocks`` were cut from, scripts removed. It gets marks in its texts.
        blocks: all of the page.
        stated_body: the article's text by the page's own data; empty: not stated. Asked only where what was
            found is plainly something else.
        file: where the page is from, for the error.

    Raises:
        SitegenError: there are more blocks than marks for them.
    """
    kept = _found(tree, blocks, file) or _only_prose(blocks)
    if stated_body:
        kept = _checked(blocks, kept, stated_body)
    if not kept:
        return ()
    kept |= _other_chunks(blocks, kept)
    kept |= _dropped_before(blocks, kept)
    kept |= _dropped_between(blocks, kept)
    return tuple(sorted(kept))


def home_of(blocks: Sequence[Block], kept: Collection[int]) -> Any:
    """The element that holds most of the words of the ``kept`` blocks as paragraphs; None: no paragraphs."""
    sizes: dict[Any, int] = {}
    for number in kept:
        if blocks[number].element.tag == "p":
            parent = blocks[number].element.getparent()
            sizes[parent] = sizes.get(parent, 0) + blocks[number].size
    return max(sizes, key=lambda it: sizes[it], default=None)


def _found(tree: Any, blocks: Sequence[Block], file: str | None) -> set[int]:
    """What trafilatura takes for the article ("fast": without the slower second opinions)."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second to import

    marks = {mark: number for number, mark in enumerate(_free_marks(blocks))}
    if len(marks) < len(blocks):
        raise SitegenError(f"the page has more than {len(marks)} paragraphs", path=file, hint=OWN_TEXT_HINT)
    for mark, number in marks.items():
        for element, is_tail in blocks[number].places:
            if is_tail:
                element.tail = mark + without_controls(element.tail)
            else:
                element.text = mark + without_controls(element.text)
    for recall in (False, True):
        page: Any = bare_extraction(tree, fast=True, include_comments=False, favor_recall=recall)
        if page is not None and page.body is not None:
            characters = set("".join(page.body.itertext()))
            found = {marks[mark] for mark in characters if mark in marks}
            if found:
                return found
    return set()


def _only_prose(blocks: Sequence[Block]) -> set[int]:
    """All between the first and the last sentence of a page without the usual elements, links apart."""
    prose = [number for number, block in enumerate(blocks) if _is_prose(block)]
    if sum(blocks[number].size for number in prose) < _SMALLEST_ARTICLE:
        return set()
    return {number for number in range(prose[0], prose[-1] + 1) if share_linked([blocks[number]]) < 0.5}


def _is_prose(block: Block) -> bool:
    """True for a line that is long and no link, outside of menus, forms and the like."""
    return (
        block.size >= _SHORTEST_PROSE
        and share_linked([block]) < 0.5
        and not any(around.tag in NEVER_PROSE for around in (block.element, *block.element.iterancestors()))
    )


def _free_marks(blocks: Sequence[Block]) -> Iterator[str]:
    """Characters that the page itself does not use, as fonts of pictograms do."""
    used = set("".join(block.text for block in blocks))
    every = chain.from_iterable(range(first, first + _PLANE_SIZE) for first in _MARK_PLANES)
    return islice((mark for mark in map(chr, every) if mark not in used), len(blocks))


def _checked(blocks: Sequence[Block], kept: set[int], stated_body: str) -> set[int]:
    """``kept``, or where it has not half of the stated text: the blocks of the page that are in that text."""
    stated = _shingles(stated_body)
    own = [_shingles(block.text) for block in blocks]
    if 2 * len(stated & set().union(*(own[number] for number in kept))) >= len(stated):
        return kept
    found = {
        number for number, words in enumerate(own) if words and 5 * len(words & stated) >= 4 * len(words)
    }
    covered = stated & set().union(*(own[number] for number in found))
    return found if 2 * len(covered) >= len(stated) else set()


def _shingles(text: str) -> set[tuple[str, ...]]:
    """All runs of four words."""
    words = _WORD.findall(text.casefold())
    return set(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))


def _other_chunks(blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """The rest of an article in several boxes of one kind: trafilatura takes the first."""
    home = home_of(blocks, kept)
    if home is None:
        return set()
    boxes, posts = _chunks(home), _posts(home)
    if not boxes and not posts:
        return set()
    return {
        number
        for number, block in enumerate(blocks)
        if block.element.tag in _PROSE_TAGS
        and share_linked([block]) < 0.5
        and (block.element.getparent() in boxes or not posts.isdisjoint(block.element.iterancestors()))
    }


def _chunks(home: Any) -> set[Any]:
    """The further boxes of an article that is cut apart for advertisements."""
    kind = home.get("class")
    if not kind or not _BODY_CLASS.search(kind):
        return set()
    boxes = (box for box in home.getroottree().getroot().iter(home.tag) if box.get("class") == kind)
    above = set(home.iterancestors())
    return {box for box in islice(boxes, _MOST_BOXES) if box is not home and _goes_on(above, box)}


def _posts(home: Any) -> set[Any]:
    """The further posts of a live blog: articles side by side under one headline, none a link to a page."""
    own = next((it for it in (home, *home.iterancestors()) if it.tag == "article"), None)
    parent = own.getparent() if own is not None else None
    if own is None or parent is None or next(own.iter("h1"), None) is not None:
        return set()
    if next(home.getroottree().getroot().iter("h1"), None) is None:
        return set()
    posts = [it for it in parent.iterchildren("article") if it.get("class") == own.get("class")]
    return {post for post in posts if post is not own and not any(map(_is_linked, post.iter(*_HEADINGS)))}


def _is_linked(heading: Any) -> bool:
    links = [*heading.iter("a"), *(it for it in heading.iterancestors("a"))]
    return any(link.get("href") is not None for link in links)


def _goes_on(above: set[Any], box: Any) -> bool:
    """True when no headline stands between two boxes: with one begins another article.

    Args:
        above: the elements that hold the first box.
        box: the other.
    """
    branch = box
    for parent in box.iterancestors():
        if parent in above:
            return next(branch.iter("h1", "article"), None) is None
        branch = parent
    return False


def _dropped_before(blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """Paragraphs of the article right above the first one found: text between tags, say, without a ``p``."""
    homes = _homes(blocks, kept)
    found: set[int] = set()
    for number in range(min(kept) - 1, -1, -1):
        block = blocks[number]
        is_paragraph = block.element.tag == "p" and block.element.getparent() in homes
        if not _is_prose(block) or not (is_paragraph or block.element in homes):
            break
        found.add(number)
    return found


def _dropped_between(blocks: Sequence[Block], kept: set[int]) -> set[int]:
    """What stands between paragraphs of the article as one of them, and is no list of links."""
    homes = _homes(blocks, kept)
    units: dict[Any, list[int]] = {}
    for number in range(min(kept), max(kept) + 1):
        units.setdefault(_unit(blocks[number]), []).append(number)
    found: set[int] = set()
    follower_is_kept = False
    for unit, numbers in reversed(units.items()):
        missing = [number for number in numbers if number not in kept]
        members = [blocks[number] for number in numbers]
        is_article = len(missing) < len(numbers)
        # A heading goes with what stands below it.
        is_torn_off = unit.tag in _HEADINGS and not follower_is_kept
        is_part = (is_article and unit.tag in _UNITS) or _belongs(unit, members, homes)
        if missing and is_part and not is_torn_off:
            found.update(missing)
            is_article = True
        follower_is_kept = is_article
    return found


def _homes(blocks: Sequence[Block], kept: set[int]) -> set[Any]:
    """The elements that hold a tenth of the article's words or more as their own children."""
    sizes: dict[Any, int] = {}
    for number in kept:
        parent = _unit(blocks[number]).getparent()
        sizes[parent] = sizes.get(parent, 0) + blocks[number].size
    whole = sum(sizes.values())
    return {parent for parent, size in sizes.items() if size * 10 >= whole}


def _belongs(unit: Any, blocks: Sequence[Block], homes: set[Any]) -> bool:
    if unit in homes:
        return True
    if unit.tag not in _PROSE_TAGS | _UNITS and (unit.tag != "div" or share_linked(blocks) >= 0.5):
        return False
    if is_hidden(unit):
        return False
    parent = unit.getparent()
    # <div class="embed"><blockquote>: somebody's post among the paragraphs.
    if unit.tag == "blockquote" and parent is not None and parent.tag == "div" and parent not in homes:
        parent = parent.getparent()
    return parent in homes


def _unit(block: Block) -> Any:
    """The outermost list, table or block quote around a block, or its own element."""
    found = block.element
    for element in islice(block.element.iterancestors(), _FARTHEST_UNIT):
        if element.tag in NEVER_PROSE:
            return element
        if element.tag in _UNITS and (element.tag != "table" or block.element.tag == "tr"):
            found = element
    return found
