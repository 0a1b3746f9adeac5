"""A page's text cut into paragraph-sized blocks, in the order and the words a reader sees.

After ``innerText`` of the HTML standard: block-level elements and line breaks end a block, white space is
folded, a row of a table is one line. Nothing is chosen here, except that what no browser shows is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sitegen.intake import lines

_BLOCK_TAGS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu"),
        *("nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody"),
        *("td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_UNSEEN_TAGS = frozenset(
    (
        *("annotation", "annotation-xml", "applet", "area", "audio", "base", "button", "canvas", "datalist"),
        *("embed", "frame", "head", "iframe", "input", "link", "map", "meta", "noframes", "noscript"),
        *("object", "option", "param", "picture", "rp", "rt", "script", "select", "source", "style", "svg"),
        *("template", "textarea", "title", "track", "video"),
    )
)
"""What is not text of the page, or only becomes so by a script, or is a control."""
_INVISIBLE_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_BLOCK_STYLE = re.compile(r"display\s{0,3}:\s{0,3}block", re.IGNORECASE)
# <span class="rollover-people-block">: a card that opens over a name, in the middle of a sentence.
_POP_UP = re.compile(r"tool-?tip(?!ped)|popover|hover-?card|rollover-[a-z]{1,20}-block", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
"""What HTML folds; a no-break space is not among them."""
_WIDEST_CELL = 300
"""Longer words in a cell, in characters, are paragraphs: the table is there for the layout."""
_CELL_GAP = " | "
_QUOTATION_MARKS = "\"'“”‘’«»„"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, item, row or other line of a page."""

    text: str
    """Verbatim, white space folded; a preformatted one keeps its line breaks."""
    element: Any
    """The innermost block-level element (of lxml) that holds it; the ``tr`` of a row."""
    linked: int
    """How many of its characters, white space apart, stand in links."""
    places: tuple[tuple[Any, bool], ...]
    """The text nodes it was made from: an element, and whether its tail (else its text) is meant."""

    @property
    def size(self) -> int:
        """How many characters it has, white space apart."""
        return len("".join(self.text.split()))


@dataclass(slots=True)
class _Draft:
    """The block being read."""

    parts: list[str] = field(default_factory=list)
    places: list[tuple[Any, bool]] = field(default_factory=list)
    linked: int = 0


def cut(body: Any) -> tuple[Block, ...]:
    """The blocks below an element of an lxml tree without comments, blank ones left out."""
    return tuple(_Cutter(body).blocks())


class _Cutter:
    """One walk over the elements; no recursion, since pages nest thousands deep."""

    def __init__(self, body: Any) -> None:
        self._body = body
        self._rows = frozenset(_rows_of_data(body))
        self._unmarked = _unmarked_quotations(body)
        self._draft = _Draft()
        self._open: list[Any] = []
        self._links = 0
        self._quotes = 0
        self._row: Any = None

    def blocks(self) -> Iterator[Block]:
        """The blocks in the order of the page."""
        # Half a second to import with its kin, and needed only where there is HTML.
        from lxml.etree import iterwalk  # noqa: PLC0415

        walk = iterwalk(self._body, events=("start", "end"))
        skipped = None
        for event, element in walk:
            if skipped is not None and element is not skipped:
                continue
            if event == "start":
                if element is not self._body and _is_unseen(element):
                    skipped = element
                    walk.skip_subtree()
                else:
                    yield from self._enter(element)
            else:
                if skipped is None:
                    yield from self._leave(element)
                skipped = None
                if element is not self._body:
                    self._add(element, tail=True)
        yield from self._finished()

    def _enter(self, element: Any) -> Iterator[Block]:
        if _is_block(element):
            yield from self._boundary(element)
            if element in self._rows:
                self._row = element
            if element.tag != "br":
                self._open.append(element)
        elif element.tag == "a" and element.get("href") is not None:
            self._links += 1
        elif element.tag == "q":
            self._mark("“‘"[self._quotes % 2], element)
            self._quotes += 1
        self._add(element, tail=False)

    def _leave(self, element: Any) -> Iterator[Block]:
        if _is_block(element):
            if element.tag == "br":
                return
            if element is self._row:
                self._row = None
            yield from self._boundary(element, closing=True)
            self._open.pop()
        elif element.tag == "a" and element.get("href") is not None:
            self._links -= 1
        elif element.tag == "q":
            self._quotes -= 1
            self._mark("”’"[self._quotes % 2], element)

    def _boundary(self, element: Any, *, closing: bool = False) -> Iterator[Block]:
        """The end of a block; inside a row of a table only the end of a cell, or a space."""
        if self._row is None:
            yield from self._finished()
        elif element.tag in {"td", "th"}:
            self._draft.parts += [_CELL_GAP] if closing else []
        else:
            self._draft.parts.append(" ")

    def _add(self, element: Any, *, tail: bool) -> None:
        words = element.tail if tail else element.text
        if not words:
            return
        self._draft.parts.append(words)
        if not words.isspace():
            self._draft.places.append((element, tail))
            if self._links:
                self._draft.linked += len("".join(words.split()))

    def _mark(self, mark: str, element: Any) -> None:
        """The quotation mark a browser shows at the ends of ``q``, unless the page has written one itself."""
        if element in self._unmarked:
            self._draft.parts.append(mark)

    def _finished(self) -> Iterator[Block]:
        if not self._draft.places:
            self._draft.parts.clear()
            return
        draft, self._draft = self._draft, _Draft()
        element = self._open[-1] if self._open else self._body
        raw = "".join(draft.parts)
        if element.tag == "pre":
            texts = [span.of(raw) for span in lines.blocks(raw)]
        else:
            # An empty cell at the end of a row leaves its separator.
            texts = [_SPACE.sub(" ", raw).strip(" |") if element.tag == "tr" else _SPACE.sub(" ", raw)]
        for text in texts:
            if not lines.is_blank(text):
                yield Block(
                    text=text.strip(" \n"), element=element, linked=draft.linked, places=tuple(draft.places)
                )


def _is_block(element: Any) -> bool:
    return element.tag in _BLOCK_TAGS or _BLOCK_STYLE.search(element.get("style") or "") is not None


def _is_unseen(element: Any) -> bool:
    """True for what is never text, and for hidden words inside a paragraph.

    A hidden block is left to be judged with its surroundings: whole pages are hidden until a script has run.
    """
    if element.tag in _UNSEEN_TAGS:
        return True
    if _is_block(element):
        return False
    if is_hidden(element):
        return True
    return _POP_UP.search(element.get("class") or "") is not None and element.find(".//a") is not None


def _unmarked_quotations(body: Any) -> set[Any]:
    """The ``q`` whose words do not begin with a quotation mark, those around whole paragraphs left out."""
    from lxml.etree import iterwalk  # noqa: PLC0415 - see _Cutter

    found: set[Any] = set()
    around_blocks: set[Any] = set()
    still_open: list[Any] = []
    waiting: list[Any] = []
    for event, element in iterwalk(body, events=("start", "end")):
        if element.tag == "q" and event == "start":
            waiting.append(element)
            still_open.append(element)
        elif element.tag == "q":
            for stack in (waiting, still_open):
                if stack and stack[-1] is element:
                    stack.pop()
        elif still_open and element.tag != "br" and _is_block(element):
            around_blocks.update(still_open)
            still_open.clear()
        words = (element.text if event == "start" else element.tail) or ""
        if waiting and words and not words.isspace():
            found.update(waiting if words.lstrip()[0] not in _QUOTATION_MARKS else ())
            waiting.clear()
    return found - around_blocks


def is_hidden(element: Any) -> bool:
    """True for what the page itself tells the browser not to show."""
    return (
        element.get("hidden") is not None or _INVISIBLE_STYLE.search(element.get("style") or "") is not None
    )


def _rows_of_data(body: Any) -> Iterator[Any]:
    """The rows of tables that hold data: two rows and columns at least, short cells, no table inside."""
    for table in body.iter("table"):
        if next(table.iterdescendants("table"), None) is not None:
            continue
        rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
        cells = [cell for row in rows for cell in row]
        if len(rows) > 1 and any(len(row) > 1 for row in rows) and all(map(_is_short, cells)):
            yield from table.iter("tr")


def _is_short(cell: Any) -> bool:
    return (
        len("".join(cell.itertext())) <= _WIDEST_CELL
        or len(" ".join("".join(cell.itertext()).split())) <= _WIDEST_CELL
    )


def share_linked(blocks: Sequence[Block]) -> float:
    """Which share of the characters of ``blocks`` stands in links, from 0 to 1."""
    size = sum(block.size for block in blocks)
    return sum(block.linked for block in blocks) / size if size else 0.0
