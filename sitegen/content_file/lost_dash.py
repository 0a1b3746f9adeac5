"""An attribution whose dash was lost in an edit: it must not be published as somebody's words."""

from sitegen.content_file.attribution import says_how
from sitegen.content_file.pieces import Kind, Piece, joined, words
from sitegen.content_file.places import is_place
from sitegen.content_file.where import Where


def refuse_lost_dash(said: tuple[tuple[Piece, ...], ...], at: Where) -> None:
    """Raise where the last line is no attribution and looks like one: nobody said "Pieter Vorm, called · …".

    Words with a place may end a quotation; they have a quotation mark at one end, or stand alone in it.

    Raises:
        SitegenError: it does.
    """
    *before, last = said
    lines = _last_line(last) if not before else last
    text = " ".join(words(lines).split())
    placed = bool(before) and is_place(last[-1]) and not _is_marked(words(last[:-1]))
    if says_how(lines) or placed:
        shown = text if len(text) <= 60 else f"{text[:59]}…"
        raise at.error(
            f"“{shown}” would be published as words of the quotation",
            "to say whose they are, write it as “— **Name**, *said* · …”, a dash first",
        )


def _is_marked(text: str) -> bool:
    bare = text.strip(" \n·")
    return bare.startswith(("“", '"')) or bare.endswith(("”", '"'))


def _last_line(parts: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """What stands behind the last line end of a paragraph."""
    for number in range(len(parts) - 1, -1, -1):
        if parts[number].kind is Kind.TEXT and "\n" in parts[number].text:
            line = parts[number].text.rpartition("\n")[2]
            return joined([Piece(Kind.TEXT, line), *parts[number + 1 :]])
    return parts
