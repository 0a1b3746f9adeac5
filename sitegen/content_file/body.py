"""The body of a content file, cut at its headings of the second level into parts made of blocks.

Lines are what counts: whatever a reader of the blocks does not claim can be had back as it was written.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from sitegen.content_file.pieces import Kind, Piece, joined, pieces, words

Lines = tuple[int, int]
"""A half-open range of lines of the body, counted from 0."""

# Without link definitions: a line that defines a link would vanish from the tree, and could turn [words] of a
# quotation into a link.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable("reference")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A heading of the second level and what stands below it, up to the next."""

    heading: str
    """Plain text; empty for what stands before the first heading."""
    blocks: tuple[SyntaxTreeNode, ...]
    lines: Lines
    """Of what stands below the heading."""


def parts(body: str) -> Iterator[Part]:
    """The parts of a body, in order; the first has no heading, and often no blocks."""
    root = SyntaxTreeNode(_MARKDOWN.parse(body))
    heading, start, blocks = "", 0, list[SyntaxTreeNode]()
    for node in root.children:
        # A heading without words opens nothing; it stays with what it stands in.
        if node.type == "heading" and node.tag == "h2" and (title := words(paragraph(node))):
            first, end = lines_of(node)
            yield Part(heading=heading, blocks=tuple(blocks), lines=(start, first))
            heading, start, blocks = title, end, []
        else:
            blocks.append(node)
    yield Part(heading=heading, blocks=tuple(blocks), lines=(start, body.count("\n") + 1))


def lines_of(block: SyntaxTreeNode) -> Lines:
    """The lines a block stands on."""
    start, end = block.map or (0, 0)
    return start, end


def paragraphs(block: SyntaxTreeNode) -> tuple[tuple[Piece, ...], ...] | None:
    """The pieces of each paragraph of a quote or list item; None when it holds anything but paragraphs."""
    if not block.children or any(child.type != "paragraph" for child in block.children):
        return None
    return tuple(paragraph(child) for child in block.children)


def paragraph(block: SyntaxTreeNode) -> tuple[Piece, ...]:
    """The pieces of a paragraph or heading."""
    return joined(piece for inline in block.children for piece in pieces(inline))


def flow(several: Iterable[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Several paragraphs as one text, parted by blank lines."""
    parted: list[Piece] = []
    for number, one in enumerate(several):
        parted += [Piece(Kind.TEXT, "\n\n")] if number else []
        parted += one
    return joined(parted)


def verbatim(source: Sequence[str], lines: Lines, claimed: Iterable[Lines] = ()) -> str:
    """The Markdown on ``lines``, those ``claimed`` left out, without blank lines at either end.

    What stood on both sides of a claimed block is parted by a blank line.
    """
    start, end = lines
    runs = []
    for first, last in [*sorted(claimed), (end, end)]:
        run = source[start:first]
        start = max(start, last)
        runs.append(_without_blank_ends(run))
    return "\n\n".join(run for run in runs if run)


def _without_blank_ends(lines: Sequence[str]) -> str:
    filled = [number for number, line in enumerate(lines) if line.strip(" \t")]
    return "\n".join(lines[filled[0] : filled[-1] + 1]) if filled else ""
