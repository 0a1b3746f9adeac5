"""What a reader sees in an article's box and trafilatura left out: captions, sign-up lines, the source.

It is none of the text, but nobody should have to wonder where it went: it is pointed at as removed.
"""

from collections.abc import Collection, Sequence
from functools import cache
from typing import Any

from sitegen.intake.web_page.blocks import Block, is_hidden
from sitegen.intake.web_page.body import NEVER_PROSE
from sitegen.intake.web_page.furniture import names_box
from sitegen.lexicon import load

_CONTROLS = frozenset(("nav", "form", "fieldset", "dialog", "menu"))
_MOST_BELOW = 4
"""Blocks below an article among which its source may be given."""
_LONGEST_SOURCE = 160
_FOOTER = frozenset(("footer",))


def left_behind(blocks: Sequence[Block], kept: Collection[int], home: Any) -> set[int]:
    """What stands in the article's own box or gives its source beside it, and was not taken for article.

    Args:
        blocks: all of the page.
        kept: the numbers of the article's.
        home: the element that holds most of the article's paragraphs, or None.
    """
    inside = {
        number
        for number, block in enumerate(blocks)
        if home is not None and number not in kept and _stands_in(home, block)
    }
    # A box far larger than its article is the whole page, with its menus.
    if sum(blocks[number].size for number in inside) > sum(blocks[number].size for number in kept):
        inside = set()
    near = range(min(kept), min(max(kept) + 1 + _MOST_BELOW, len(blocks)))
    return inside | {number for number in near if number not in kept and _gives_source(blocks[number])}


def _stands_in(home: Any, block: Block) -> bool:
    """True for a block that a reader sees inside an element, its menus and forms apart."""
    for around in (block.element, *block.element.iterancestors()):
        if around is home:
            return True
        if around.tag in _CONTROLS or is_hidden(around):
            return False
    return False


def _gives_source(block: Block) -> bool:
    """True for "Via Velmora Press Agency" and "© 2031 The Ostrin Courier", not in the footer of the page."""
    words = block.text.casefold()
    is_short = len(words) <= _LONGEST_SOURCE and words.startswith(_sources())
    around = (block.element, *block.element.iterancestors())
    return is_short and not any(it.tag in NEVER_PROSE or names_box(it, _FOOTER) for it in around)


@cache
def _sources() -> tuple[str, ...]:
    return tuple(load("pages")["source_openings"])
