"""What two sketches say of two texts.

The bounds were set on the measuring data, where articles of several papers repeat one agency's report
(``benchmarks/copies.py``): copies share .84 of the shorter text and more, reports of the same news written
anew .62 and less.
"""

from enum import StrEnum

from sitegen.sketch import Sketch


class Likeness(StrEnum):
    """What another article is to the one that is being read."""

    SAME = "same"
    """The same words in the same order, but for capitals and punctuation."""
    NEARLY = "nearly"
    """Nearly the same text."""
    LONGER = "longer"
    """It holds most of this text, and more."""
    SHORTER = "shorter"
    """Most of it stands in this text, which has more."""

    def turned(self) -> "Likeness":
        """What the article that is being read is to the other."""
        return _TURNED.get(self, self)


_TURNED = {Likeness.LONGER: Likeness.SHORTER, Likeness.SHORTER: Likeness.LONGER}
_NEARLY = 0.7
"""The share of all their 4-grams that two texts have in common, so that they are nearly the same."""
_MOST = 0.7
"""The share of the shorter text's 4-grams that stand in the longer."""
_AS_LONG = 0.9
"""Two texts that differ less in length are no shorter and longer version."""
_TELLING = 0.15
"""Under this resemblance a sketch does not tell a part of a text from chance."""


def compare(this: Sketch, other: Sketch) -> Likeness | None:
    """What ``other`` is to ``this``; None: a text of its own."""
    if this.words == other.words:
        return Likeness.SAME
    resemblance = this.resemblance(other)
    if resemblance >= _NEARLY:
        return Likeness.NEARLY
    if resemblance < _TELLING or this.shared(other) < _MOST:
        return None
    if min(this.size, other.size) >= _AS_LONG * max(this.size, other.size):
        return Likeness.NEARLY
    return Likeness.LONGER if other.size > this.size else Likeness.SHORTER
