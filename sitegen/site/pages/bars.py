"""Counts to be drawn beside each other."""

from collections import Counter
from dataclasses import dataclass

from sitegen.model import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A count, to be drawn beside others."""

    count: int
    share: int
    """In hundredths of the highest count."""


def unnamed(digest: Digest) -> Bar | None:
    """The quotations without a speaker beside those of each speaker; None: there are none."""
    counts = Counter(each.speaker for each in digest.quotations)
    count = counts[None]
    return Bar(count=count, share=100 * count // max(counts.values())) if count else None
