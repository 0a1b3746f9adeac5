"""Pair double quotation marks and guillemets within one paragraph."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.model import Span

type Pair = tuple[int, int, int, int]
"""Offsets: the opening mark, the first character inside, behind the last inside, behind the closing mark.

The last two are equal where the marks were left open.
"""

# What each kind of opening mark may be closed by. Scraped text mixes them: “… may end in " or ''.
_CLOSERS = {
    "“": '”"',
    "”": '”"',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    '"': '"”',
    "''": ("''", "”", '"'),
    "``": ("''", "”", '"'),
}
_MARK = re.compile(r"''(?!')|``|[“”„‟«»‹›\"″]")  # of ''' the last two are the outer mark
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,400}>")
"""A tag that a scraper left in the text; the marks around its attributes quote nobody."""
_BRACKET = re.compile(r"[()]")
_OPENS_AFTER = " \t\r\n\u00a0\u2009([{—–-/…"
_OPENS_BEFORE = "[($£€@#"
_MATES = {"«": "»", "»": "«", "‹": "›", "›": "‹"}
_FRACTIONS = "½¼¾"


class _Mark(NamedTuple):
    at: int
    behind: int
    kind: str
    before: str
    """The character left of it; a space at the start of the paragraph."""
    after: str
    """The character right of it; a space at the end of the paragraph."""
    inches: bool
    """True: it may be the sign for inches behind a number."""

    def leans_right(self) -> bool:
        """True where it touches only the word behind it, as an opening mark does."""
        return self.before in _OPENS_AFTER and not self.after.isspace()

    def leans_left(self) -> bool:
        """True where it touches only the word before it, as a closing mark does."""
        return not self.before.isspace() and self.before not in "([{‘" and not self.after.isalnum()

    def closes_surely(self) -> bool:
        if self.kind == "”":
            return not self.before.isspace()
        return self.kind in ('"', "''") and self.leans_left() and not self.leans_right()


def any_in(text: str, span: Span) -> bool:
    """True where a double mark stands in the ``span`` of ``text``."""
    return _MARK.search(text, span.start, span.end) is not None


def pairs(text: str, paragraph: Span, *, carried: str = "") -> Iterator[Pair]:
    """The outer pairs of the paragraph, in order.

    ``carried``: the kind of mark that the paragraph before left open. It is open here as well where the first mark
    of this paragraph can only close it: a line break stands inside the quotation.
    """
    marks = _marks(text, paragraph)
    if marks:
        yield from _ended_by_brackets(text, paragraph, _paired(marks, paragraph, carried))


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    tags = [m.span() for m in _TAG.finditer(text, paragraph.start, paragraph.end)]
    found: list[_Mark] = []
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        at, behind = match.span()
        if tags and within(tags, at):
            continue
        kind = match.group()
        before = text[at - 1] if at > paragraph.start else " "
        after = text[behind] if behind < paragraph.end else " "
        if kind == "“" and _stands_for_closing(before, after):
            kind = "“”"
        inches = kind in '”"″' and (before in _FRACTIONS or (before.isdigit() and not text[at - 4 : at].isdigit()))
        found.append(_Mark(at, behind, '"' if kind == "″" else kind, before, after, inches))
    return found


def tags_of(text: str, paragraph: Span) -> list[tuple[int, int]]:
    """The ranges of the tags a scraper left in the paragraph."""
    return [m.span() for m in _TAG.finditer(text, paragraph.start, paragraph.end)]


def within(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """True where ``at`` lies inside one of the ``ranges``, which are in order and apart."""
    nearest = bisect_right(ranges, (at, at)) - 1
    return any(start <= at < end for start, end in ranges[max(nearest, 0) : nearest + 2])


def _stands_for_closing(before: str, after: str) -> bool:
    """An opening mark where only a closing one can stand: “Why?“ he asked; “a review“ of the wall."""
    if before in ".,?!" and not after.isalnum():
        return True
    return before.isalnum() and (after.isspace() or after in ",.;:?!)")


def _paired(marks: Sequence[_Mark], paragraph: Span, carried: str) -> Iterator[Pair]:
    nesting = _nesting(marks)
    even = sum(mark.kind == '"' for mark in marks) % 2 == 0
    plain = _next_plain(marks)
    stack: list[tuple[int, int, str]] = []
    if carried and _closes_carried(marks, paragraph, carried):
        stack.append((paragraph.start, paragraph.start, carried))
    for number, mark in enumerate(marks):
        following = plain[number + 1]
        if not stack:
            if _opens(mark, marks[number + 1 :][:1], paragraph, even=even):
                stack.append((mark.at, mark.behind, mark.kind[0] if mark.kind == "“”" else mark.kind))
        elif mark.inches and len(stack) == 1 and following and _ends(stack[-1][2], following):
            continue  # "It rose 14" in an hour," he said
        elif _closes(stack[-1][2], mark, even=even):
            opening, start, _ = stack.pop()
            if not stack:
                yield opening, start, mark.at, mark.behind
        elif _opens_inside(mark):
            if mark.kind not in nesting:
                opening, start, outer = stack[0]
                if outer != mark.kind:
                    continue  # a mark of another kind inside the quotation is part of it
                yield opening, start, mark.at, mark.at
                stack.clear()
            stack.append((mark.at, mark.behind, mark.kind))
    if stack:
        opening, start, _ = stack[0]
        yield opening, start, paragraph.end, paragraph.end
