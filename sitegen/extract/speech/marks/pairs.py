"""What both kinds of marks share: the shape of a pair, and the tags whose attributes quote nobody."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from sitegen.model import Span

Pair = tuple[int, int, int, int]
"""Offsets: the opening mark, the first character inside, behind the last inside, behind the closing mark.

The last two are equal where the marks were left open.
"""

_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,400}>")
"""A tag that a scraper left in the text; the marks around its attributes quote nobody."""


def tags_of(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """The ranges of the tags a scraper left in the paragraph."""
    first = text.find("<", paragraph.start, paragraph.end)
    return [m.span() for m in _TAG.finditer(text, first, paragraph.end)] if first >= 0 else []


def within(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """True where ``at`` lies inside one of the ``ranges``, which are in order and apart."""
    nearest = bisect_right(ranges, (at, at)) - 1
    return any(start <= at < end for start, end in ranges[max(nearest, 0) : nearest + 2])
