"""What a reader of one file format hands on: plain text, its blocks, and the facts the format states."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sitegen.intake.lines import trimmed
from sitegen.model import Facts, Span

_GAP = "\n\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A seed as plain text, nothing taken off yet."""

    text: str
    """Becomes ``Article.text``."""
    blocks: tuple[Span, ...]
    """Paragraph-sized pieces, in order, holding all of the text that is not white space."""
    facts: Facts = field(default_factory=Facts)
    """From front matter or page metadata."""
    heading: Span | None = None
    """The block that the format marks as the document's heading."""
    furniture: tuple[Span, ...] = ()
    """Those of the blocks that by the format's own marks are none of the article, in order."""
    marks_headings: bool = False
    """True when the format can say what a heading is, so that none need be guessed while a title is known."""


def joined(pieces: Iterable[str]) -> tuple[str, tuple[Span, ...]]:
    """One text out of paragraphs, a blank line between them, and where each of them stands in it.

    White space at either end of a paragraph is left out, and so is a paragraph of nothing else.
    """
    parts: list[str] = []
    blocks: list[Span] = []
    position = 0
    for piece in pieces:
        found = trimmed(piece, 0, len(piece))
        if found is None:
            continue
        words = found.of(piece)
        blocks.append(Span(start=position, end=position + len(words)))
        parts.append(words)
        position += len(words) + len(_GAP)
    return _GAP.join(parts), tuple(blocks)
