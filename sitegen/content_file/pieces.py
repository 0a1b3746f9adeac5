"""Inline Markdown → pieces: plain text, and the nodes that carry a value.

The fixed words of a content file are text; whatever comes from the article stands in a node of its own, so
that no name or word can be mistaken for them.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from markdown_it.tree import SyntaxTreeNode

SEPARATOR = " · "
"""Between the parts of a line."""

# Characters as `escape` writes them, or none; neither NUL nor halves of a UTF-16 pair.
_CODE_POINTS = re.compile(r"U\+|U\+(?!0000|D[89A-F])[0-9A-F]{4}(?: U\+(?!0000|D[89A-F])[0-9A-F]{4})*+")

_SPACES = re.compile(r"[ \n]+")
_CUT = re.compile(r" ?· ?")


class Kind(Enum):
    """What a piece is in Markdown."""

    TEXT = "text"
    STRONG = "strong"
    EM = "em"
    CODE = "code"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of inline Markdown."""

    kind: Kind
    text: str
    """Its words, markup taken away; a line end is ``\\n``."""
    href: str = ""
    """Where a link leads."""


def pieces(inline: SyntaxTreeNode) -> tuple[Piece, ...]:
    """The pieces of an ``inline`` node (or of one inside it), neighbouring texts joined."""
    return joined(_piece(node) for node in inline.children)


def joined(parts: Iterable[Piece]) -> tuple[Piece, ...]:
    """The same pieces, neighbouring texts joined and empty ones left out."""
    result: list[Piece] = []
    for part in parts:
        if part.kind is Kind.TEXT and result and result[-1].kind is Kind.TEXT:
            result[-1] = Piece(Kind.TEXT, result[-1].text + part.text)
        elif part.text or part.kind is not Kind.TEXT:
            result.append(part)
    return tuple(result)


def words(parts: Iterable[Piece]) -> str:
    """The text of a stretch in which markup means nothing: emphasis is dropped, a link keeps its address."""
    return "".join(_word(part) for part in parts)


def segments(parts: Iterable[Piece]) -> list[tuple[Piece, ...]]:
    """A line of fixed words and values, cut at each "·"; a line end counts as a space, none is empty."""
    result: list[list[Piece]] = [[]]
    for part in parts:
        if part.kind is not Kind.TEXT:
            result[-1].append(part)
            continue
        first, *others = _CUT.split(_SPACES.sub(" ", part.text))
        result[-1].append(Piece(Kind.TEXT, first))
        result.extend([Piece(Kind.TEXT, other)] for other in others)
    return [segment for each in result if (segment := joined(each))]


def shown(segment: Iterable[Piece]) -> str:
    """A segment for a message."""
    return " ".join(words(segment).split())


def _piece(node: SyntaxTreeNode) -> Piece:
    match node.type:
        case "softbreak" | "hardbreak":
            return Piece(Kind.TEXT, "\n")
        case "code_inline":
            return Piece(Kind.CODE, node.content)
        case "strong" | "em":
            return Piece(Kind(node.type), words(pieces(node)))
        case "link":
            return Piece(Kind.LINK, words(pieces(node)), str(node.attrs.get("href", "")))
        case "image":
            return Piece(Kind.LINK, words(pieces(node)), str(node.attrs.get("src", "")))
        case _:
            return Piece(Kind.TEXT, node.content)


def _word(part: Piece) -> str:
    if part.kind is Kind.CODE:
        return _characters(part.text)
    if part.kind is Kind.LINK and part.href != part.text:
        return f"{part.text} ({part.href})"
    return part.text


def _characters(code: str) -> str:
    """What a code span like ``U+000B U+001F`` stands for; any other code span keeps its marks."""
    if not _CODE_POINTS.fullmatch(code):
        return f"`{code}`"
    return "".join(chr(int(each, 16)) for each in code.replace("U+", "").split())
