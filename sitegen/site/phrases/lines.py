"""Keyword in context: a phrase in the middle, verbatim words on either side (Luhn, 1960)."""

import re
from dataclasses import dataclass

from sitegen.site.phrases.places import REACH, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A phrase between its neighbours; joined, the three are a stretch of the excerpt."""

    before: str
    phrase: str
    after: str
    goes_on_before: bool
    """True: the excerpt's paragraph has more words before these."""
    goes_on_after: bool


def line(place: Place) -> Line:
    """At most :data:`REACH` characters on each side, cut between words, within the paragraph."""
    text = place.spot.excerpt.text
    before, after = text[: place.start], text[place.end :]
    for paragraph_end in ("\n\n", "\r\n\r\n"):
        before, after = before.rpartition(paragraph_end)[2], after.partition(paragraph_end)[0]
    left, right = _end(before), _beginning(after)
    return Line(
        before=left,
        phrase=text[place.start : place.end],
        after=right,
        goes_on_before=len(left) < len(before),
        goes_on_after=len(right) < len(after),
    )


def _beginning(text: str) -> str:
    cut = text[:REACH]
    if len(text) <= REACH or text[REACH].isspace():
        return cut
    whole = re.match(r"(?s:.+)(?=\s)", cut)
    return cut if whole is None else whole.group()  # a script without spaces is cut between characters


def _end(text: str) -> str:
    cut = text[-REACH:]
    if len(text) <= REACH or text[-REACH - 1].isspace():
        return cut
    part = re.match(r"\S*\s+", cut)
    return cut if part is None else cut[part.end() :]
