"""The HTML of an article alone → its paragraphs: all of its words, since nothing else stands around them."""

from sitegen.intake.reading import Reading, joined
from sitegen.intake.web_page.blocks import cut
from sitegen.intake.web_page.tree import parse


def read(fragment: str, *, file: str) -> Reading:
    """The text of a fragment of HTML, in the blocks and the words that a browser shows.

    Raises:
        SitegenError: it cannot be read to its end (see :func:`sitegen.intake.web_page.tree.parse`).
    """
    # In an element of our own: a fragment may be words alone.
    tree = parse(f"<div>{fragment}</div>", file=file)
    text, blocks = joined(block.text for block in cut(tree))
    return Reading(text=text, blocks=blocks, marks_headings=True)
