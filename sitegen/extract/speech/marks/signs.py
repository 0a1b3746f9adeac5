"""Where the double quotation marks and guillemets of a paragraph stand, and how wide each is."""

import re
from collections.abc import Iterator

from sitegen.model import Span

_ANY = r"""["'`“”„‟«»‹›「」『』″]"""
"""The first character of every mark. Looked for before all else, it lets a search run past the letters."""
_WHICH = r"""
    (?<=[“”„‟«»‹›「」『』″])
  | (?<=') (?<!\S') ' (?='\w)         # of '''Sir, the first two are the outer mark,
  | (?<=') ' (?!') | (?<=`) `         # of us.''' the last two
  | (?<=") (?! (?<=[א-ת]") [א-ת] )    # not in a Hebrew abbreviation: דו"ח
"""
_SIGN = re.compile(rf"{_ANY} (?: {_WHICH} )", re.VERBOSE)
_SIGN_OR_DOUBLED = re.compile(rf' {_ANY} (?: (?<=") (?<!"") "{{1,2}} (?!") | {_WHICH} )', re.VERBOSE)
"""A table of comma-separated values writes each " in a field twice; at a field's edge there are three."""
_DOUBLED_OPENING = re.compile(r"""(?<![^\s([{—–-]) ""[(\[$£€‘'“]{0,2}\w""", re.VERBOSE)
_BEFORE_NOTHING = "([{=:"
_AFTER_NOTHING = ")]};:,.?!"


def signs(text: str, paragraph: Span) -> Iterator[tuple[int, int]]:
    """The place of each mark, in order.

    Two straight marks in a row are one in a paragraph where such a pair stands before a word: ""It holds,""
    he said. In any other, they end two quotations: "They said, "Leave now."". Around nothing, they are none:
    he typed "" and left.
    """
    doubled = text.find('""', paragraph.start, paragraph.end) >= 0 and _DOUBLED_OPENING.search(
        text, paragraph.start, paragraph.end
    )
    for sign in (_SIGN_OR_DOUBLED if doubled else _SIGN).finditer(text, paragraph.start, paragraph.end):
        if not (sign.group() == '""' and _holds_nothing(text, paragraph, sign.span())):
            yield sign.span()


def _holds_nothing(text: str, paragraph: Span, place: tuple[int, int]) -> bool:
    """True for two marks with no word on either side: typed "" and left, print("")."""
    at, behind = place
    before = text[at - 1] if at > paragraph.start else " "
    after = text[behind] if behind < paragraph.end else " "
    return (before.isspace() or before in _BEFORE_NOTHING) and (after.isspace() or after in _AFTER_NOTHING)
