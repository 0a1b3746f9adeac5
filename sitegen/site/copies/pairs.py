"""Which sketches are worth a comparison: those that agree in two bytes side by side.

Locality-sensitive hashing (Indyk and Motwani, 1998; Leskovec et al., "Mining of Massive Datasets", 3.4), in
64 bands of two bytes. Of pairs that share a fifth of their 4-grams 93 in 100 are looked at, of those that
share a third all; of those that share none, one in a thousand. No text is compared with all others.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.sketch import Sketch

_BAND = 2
_NEAREST = 50
"""In a band that many texts share (a weekly notice), each is compared with as many before it."""


def pairs(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """The indices of two sketches that may be alike, the smaller first, each pair once."""
    seen: set[tuple[int, int]] = set()
    for start in range(0, len(sketches[0].firsts) if sketches else 0, _BAND):
        band: dict[bytes, list[int]] = defaultdict(list)
        for number, sketch in enumerate(sketches):
            before = band[sketch.firsts[start : start + _BAND]]
            for other in before[-_NEAREST:]:
                if (other, number) not in seen:
                    seen.add((other, number))
                    yield other, number
            before.append(number)
