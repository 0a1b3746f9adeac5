"""Counts to be drawn beside each other."""

from collections import Counter
from dataclasses import dataclass

from sitegen.model import Digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A count, to be drawn beside others."""

    count: int
    width: str
    """Of the bar: that of the highest count is all of it."""


def width(count: int, most: int) -> str:
    """How long the bar of ``count`` is beside that of ``most``, in per cent."""
    return f"{count * 100 / most:.1f}%"


def unnamed(digest: Digest) -> Bar | None:
    """The quotations without a speaker beside those of each speaker; None: there are none."""
    counts = Counter(each.speaker for each in digest.quotations)
    count = counts[None]
    return Bar(count=count, width=width(count, max(counts.values()))) if count else None
