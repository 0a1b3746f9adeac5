"""An excerpt ⇄ its text with a link to the place it was copied from: ``… · [¶5](#c929-1102)``."""

import re
from collections.abc import Sequence

from sitegen.content_file.pieces import SEPARATOR, Kind, Piece, words
from sitegen.content_file.where import Where
from sitegen.model import Excerpt, Span

_RANGE = re.compile(r"c(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})")
_LABEL = re.compile(r"¶(?P<paragraph>[0-9]{1,9})?")

_HINT = "write it as [¶5](#c929-1102): paragraph 5, characters 929 to 1102; or leave the link out"


def link(excerpt: Excerpt) -> str:
    """The ¶ link of an excerpt; empty where nothing is known of its place."""
    if excerpt.span is None and excerpt.paragraph is None:
        return ""
    number = "" if excerpt.paragraph is None else str(excerpt.paragraph)
    span = "" if excerpt.span is None else write_range(excerpt.span)
    return f"[¶{number}](#{span})"


def write_range(span: Span) -> str:
    """``c929-1102``: characters 929 to 1102 of the article's text, counted from 0, the last left out."""
    return f"c{span.start}-{span.end}"


def read_range(text: str) -> Span | None:
    """The span that ``c929-1102`` names; None for anything else, an empty or backward range with it."""
    found = _RANGE.fullmatch(text)
    if found is None or int(found["start"]) >= int(found["end"]):
        return None
    return Span(start=int(found["start"]), end=int(found["end"]))


def with_link(markdown: str, excerpt: Excerpt) -> str:
    """``markdown`` (the excerpt's text, escaped), and its link where there is one."""
    place = link(excerpt)
    return f"{markdown}{SEPARATOR}{place}" if place else markdown


def is_place(piece: Piece) -> bool:
    """True for a link that means a place in the article, well written or not."""
    return piece.kind is Kind.LINK and piece.href.startswith("#")


def read_place(piece: Piece, where: Where) -> tuple[Span | None, int | None]:
    """The span and the paragraph a ¶ link names.

    Raises:
        SitegenError: it is not of the form ``[¶5](#c929-1102)``, or the range is empty or backwards.
    """
    label = _LABEL.fullmatch(piece.text)
    target = piece.href.removeprefix("#")
    if label is None or (target and not _RANGE.fullmatch(target)):
        raise where.error(f"the link [{piece.text}]({piece.href}) names no place in the article", _HINT)
    paragraph = int(label["paragraph"]) if label["paragraph"] else None
    span = read_range(target)
    if target and span is None:
        raise where.error(f"the link [{piece.text}]({piece.href}) ends before it begins", _HINT)
    return span, paragraph


def read_excerpt(parts: Sequence[Piece], where: Where) -> Excerpt:
    """Words with, at their end, perhaps a ¶ link.

    Raises:
        SitegenError: a ¶ link that is badly written or stands before the end.
    """
    *before, last = parts or [Piece(Kind.TEXT, "")]
    refuse_places(before, where)
    if not is_place(last):
        return Excerpt(text=words(parts))
    span, paragraph = read_place(last, where)
    text = words(before)
    # Written by hand, the separator may be missing.
    text = text.removesuffix(SEPARATOR) if text.endswith(SEPARATOR) else text.rstrip()
    return Excerpt(text=text, span=span, paragraph=paragraph)


def refuse_places(parts: Sequence[Piece], where: Where) -> None:
    """Raise for a ¶ link where none can stand."""
    for part in parts:
        if is_place(part):
            raise where.error(
                f"the link [{part.text}]({part.href}) must be the last thing in its line", _HINT
            )
