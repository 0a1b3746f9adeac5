"""The HTML of an article alone → its paragraphs: all of its words, since nothing else stands around them."""

import re
from collections.abc import Iterator
from typing import Any

from sitegen.errors import SitegenError
from sitegen.intake.reading import Reading, joined

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div"),
        *("dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary"),
        *("table", "tbody", "tfoot", "thead", "tr", "ul"),
    )
)
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset(
    {"script", "style", "template", "head", "title", "iframe", "object", "svg", "math", "noscript"}
)
_BLANK_LINE = re.compile(r"\n[^\S\n]{0,200}\n")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_BREAK = "\ue000"
"""Stands for ``<br>`` while white space is collapsed; private, and taken out of the text first."""


def read(fragment: str, *, file: str) -> Reading:
    """The text of a fragment of HTML: a paragraph for each block, a row of a table on one line.

    Pictures, scripts and forms of display are left out; two ``<br>`` end a paragraph, one ends a line.

    Raises:
        SitegenError: its elements are nested so deeply that some would be lost.
    """
    text, blocks = joined(_paragraphs(_tree(fragment, file)))
    return Reading(text=text, blocks=blocks, marks_headings=True)


def _tree(fragment: str, file: str) -> Any:
    # A third of a second to import, and needed only where there is HTML.
    from lxml import html  # noqa: PLC0415

    parser = html.HTMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
    # In an element of our own, since lxml refuses a text that begins with a declaration of its encoding.
    tree = html.document_fromstring(f"<div>{fragment.replace(_BREAK, ' ')}</div>", parser=parser)
    if any(fault.type_name == "ERR_RESOURCE_LIMIT" for fault in parser.error_log):
        raise SitegenError("its HTML is nested too deeply to be read", path=file)
    return tree


def _paragraphs(tree: Any) -> Iterator[str]:
    pieces: list[str] = []
    for part in _walked(tree):
        if part is None:
            yield from _told(pieces)
            pieces = []
        else:
            pieces.append(part)
    yield from _told(pieces)


def _walked(tree: Any) -> Iterator[str | None]:
    """The words in order; None where a paragraph ends. Not by recursion: pages nest thousands deep."""
    waiting: list[tuple[Any, bool]] = [(tree, False)]
    while waiting:
        element, leaving = waiting.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            yield from (None,) if tag in _BLOCKS else ()
            if element.tail:
                yield element.tail
            continue
        waiting.append((element, True))
        if tag in _UNSEEN:
            continue
        yield from _entering(element, tag)
        if element.text:
            yield element.text
        waiting += [(child, False) for child in reversed(element)]


def _entering(element: Any, tag: str) -> Iterator[str | None]:
    if tag in _BLOCKS:
        yield None
    elif tag == "br":
        yield _BREAK
    elif tag in _CELLS and element.getprevious() is not None:
        yield " | "


def _told(pieces: list[str]) -> Iterator[str]:
    """The paragraphs in the words of one block, white space as a browser shows it."""
    words = _SPACES.sub(" ", "".join(pieces))
    lines = "\n".join(line.strip(" ") for line in words.split(_BREAK))
    yield from filter(str.strip, _BLANK_LINE.split(lines))
