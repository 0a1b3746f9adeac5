"""Pair double quotation marks and guillemets within one paragraph."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.extract.speech.marks.pairs import Pair, tags_of, within
from sitegen.extract.speech.marks.signs import signs
from sitegen.model import Span

_CLOSERS = {
    "“": ("”", '"'),
    "”": ("”", '"'),
    "„": ("“", "”", '"'),
    "‟": ("”", '"'),
    "«": ("»",),
    "»": ("«",),
    "‹": ("›",),
    "›": ("‹",),
    "「": ("」",),
    "『": ("』",),
    '"': ('"', "”"),
    "''": ("''", "”", '"'),
    "``": ("''", "”", '"'),
}
"""What each kind of opening mark may be closed by. Scraped text mixes them: “… may end in " or ''."""
_STRAIGHT = ('"', "''")
_TURNED = "“”"
"""The kind of a “ that stands where only a closing mark can."""
_CLAUSE = re.compile(r", (?:said|says) [A-Z][\w.’'-]{1,40}(?:[ ,.]|$)")
"""A clause that no closing mark goes before."""
_LEAST = 10
"""Characters that such a quotation has at least."""
_BRACKET = re.compile(r"[()]")
_OPENS_AFTER = " \t\r\n\u00a0\u2009([{—–-/…"
_OPENS_BEFORE = "[($£€@#‘'“"
_CORNERS = "」』"
"""Closing marks of Chinese and Japanese, which open nothing."""
_NEVER_OPENS_BEFORE = ",;:)]}>"
_MATES = {"«": "»", "»": "«", "‹": "›", "›": "‹"}


class _Mark(NamedTuple):
    at: int
    behind: int
    kind: str
    """As written, but a double prime is a straight mark, and a “ may be ``_TURNED``."""
    before: str
    """The character left of it; a space at the start of the paragraph."""
    after: str
    """The character right of it; a space at the end of the paragraph."""
    inches: bool
    """True: it may be the sign for inches behind a number."""
    slipped: bool
    """True: it may be a closing mark that slipped behind the space: "It holds, "he said."""

    opens: bool
    """True: it touches the word behind it, and not the one before it, as an opening mark does."""

    def closes_surely(self) -> bool:
        """True where it can only be a closing mark."""
        if self.kind == "”":
            return not self.before.isspace()
        if self.kind not in _STRAIGHT:
            return self.kind == _TURNED
        return not (self.opens or self.before.isspace() or self.before in "([{‘" or self.after.isalnum())


def pairs_of(text: str, paragraphs: Sequence[Span]) -> list[list[Pair]]:
    """The outer pairs of each paragraph, in order.

    A line may break in the middle of a quoted sentence. The next paragraph then begins inside the quotation,
    if its first mark can only close it.
    """
    found: list[list[Pair]] = []
    carried = ""
    for paragraph in paragraphs:
        marks = _marks(text, paragraph)
        here = list(_ended_by_brackets(text, paragraph, _paired(marks, paragraph, carried))) if marks else []
        found.append(here)
        if not here:
            carried = ""
            continue
        if here[-1][2] == here[-1][3]:
            here[-1] = _ended_by_clause(text, here[-1])
        opening, start, end, closing = here[-1]
        # Behind a full stop the next line may well be a signature: "“We were told.⏎Lene Marrow, baker”".
        broken = (
            closing == end == paragraph.end and text[max(start, end - 20) : end].rstrip()[-1:] not in ".?!…"
        )
        carried = _kind(text, opening, start) if broken else ""
    return found


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    tags = tags_of(text, paragraph)
    if not tags and text.find('="', paragraph.start, paragraph.end) < 0:
        return [_mark(text, paragraph, place) for place in signs(text, paragraph)]
    found: list[_Mark] = []
    inside = False
    for place in signs(text, paragraph):
        at = place[0]
        if text[at] == '"':
            # What is left of a tag cut by a line break: date="May 9⏎">
            inside, closes = not inside and _opens_attribute(text, paragraph, at), inside
            if inside or closes:
                continue
        if not (tags and within(tags, at)):
            found.append(_mark(text, paragraph, place))
    return found


def _opens_attribute(text: str, paragraph: Span, at: int) -> bool:
    """True for the mark of date="May 9"."""
    return at - 2 >= paragraph.start and text[at - 1] == "=" and text[at - 2].isalnum()


def _kind(text: str, at: int, behind: int) -> str:
    return '"' if text[at:behind].startswith('"') else text[at:behind]


def _mark(text: str, paragraph: Span, place: tuple[int, int]) -> _Mark:
    at, behind = place
    kind = _kind(text, at, behind)
    before = text[at - 1] if at > paragraph.start else " "
    after = text[behind] if behind < paragraph.end else " "
    opens = before in _OPENS_AFTER and (after.isalnum() or after in _OPENS_BEFORE)
    inches = slipped = False
    if kind == "“":
        kind = _TURNED if _stands_for_closing(before, after) else kind
    elif kind in '”"″':
        kind = '"' if kind == "″" else kind
        near = before == " " or before.isnumeric()
        ahead = text[max(paragraph.start, at - 5) : at].rstrip() if near else ""
        # Four digits in a row are a year: the "class of 2014".
        inches = ahead[-1:].isnumeric() and not (len(ahead) > 3 and ahead[-4:].isdecimal())
        slipped = before == " " and after.islower() and ahead[-1:] in (",", "?", "!")
    return _Mark(at, behind, kind, before, after, inches, slipped, opens)


def _stands_for_closing(before: str, after: str) -> bool:
    """True for the second “ of "“Why?“ he asked" and of "called it “a toy“ and left"."""
    if before in ".,?!":
        return not after.isalnum()
    return before.isalnum() and (after.isspace() or after in ",.;:?!)")


def _paired(marks: Sequence[_Mark], paragraph: Span, carried: str) -> Iterator[Pair]:
    nesting = _nesting(marks)
    inches = [mark.inches for mark in marks]
    plain = _next_each(marks, [not may_be for may_be in inches]) if any(inches) else []
    following = _next_of_its_sort(marks)
    stack: list[tuple[int, int, str]] = []
    if carried and marks[0].at > paragraph.start and not marks[0].inches and _ends(carried, marks[0]):
        stack.append((paragraph.start, paragraph.start, carried))
    for number, mark in enumerate(marks):
        if not stack:
            if _opens(mark, following[number], paragraph, even="even" in nesting):
                stack.append((mark.at, mark.behind, mark.kind[0] if mark.kind == _TURNED else mark.kind))
        elif mark.inches and len(stack) == 1 and _ends(stack[-1][2], plain[number]):
            continue
        elif _closes(stack[-1][2], mark, nesting):
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


def _nesting(marks: Sequence[_Mark]) -> frozenset[str]:
    """The kinds of which there are as many opening as closing marks, so that one may stand inside another.

    "even" stands for straight marks of an even number that do not tell how they pair.
    """
    kinds = [mark.kind for mark in marks]
    balanced = {"“"} if kinds.count("“") == kinds.count("”") + kinds.count(_TURNED) else set()
    straight = [mark for mark in marks if mark.kind == '"']
    opening = sum(mark.opens for mark in straight)
    closing = sum(mark.closes_surely() for mark in straight)
    if opening == closing and opening + closing == len(straight):
        balanced.add('"')
    elif len(straight) % 2 == 0:
        balanced.add("even")
    return frozenset(balanced)


def _next_each(marks: Sequence[_Mark], wanted: Sequence[bool]) -> list[_Mark | None]:
    """For each of the marks, the next one behind it that is ``wanted``."""
    found: list[_Mark | None] = [None] * len(marks)
    following: _Mark | None = None
    for number in range(len(marks) - 1, -1, -1):
        found[number] = following
        if wanted[number]:
            following = marks[number]
    return found


def _next_of_its_sort(marks: Sequence[_Mark]) -> list[_Mark | None]:
    """For each of the marks, the one behind it; for a guillemet, the next guillemet."""
    following: list[_Mark | None] = [*marks[1:], None]
    guillemets = [mark.kind in _MATES for mark in marks]
    if not any(guillemets):
        return following
    pointed = _next_each(marks, guillemets)
    return [pointed[at] if guillemets[at] else following[at] for at in range(len(marks))]


def _ends(opened: str, mark: _Mark | None) -> bool:
    """True where ``mark`` can only be the end of a quotation that ``opened`` began."""
    if mark is None or not mark.closes_surely():
        return False
    return ("”" if mark.kind == _TURNED else mark.kind) in _CLOSERS[opened]


def _closes(opened: str, mark: _Mark, nesting: frozenset[str]) -> bool:
    if mark.kind == _TURNED:
        return "”" in _CLOSERS[opened]
    if mark.kind not in _CLOSERS[opened]:
        return False
    if mark.kind not in _STRAIGHT or not mark.opens:
        return True
    return mark.slipped and "even" in nesting


def _opens(mark: _Mark, following: _Mark | None, paragraph: Span, *, even: bool) -> bool:
    """True where ``mark`` begins a quotation, none being open; ``following``: the next of its sort."""
    if mark.kind in ("”", _TURNED):
        # ”The dam will hold,” she said: a closing mark in the place of an opening one
        may_open = mark.at == paragraph.start or mark.opens or mark.kind == _TURNED
        return may_open and _ends("“", following)
    if mark.kind in _STRAIGHT:
        if mark.after.isspace():
            return even and mark.before.isspace() and not mark.inches and following is not None
        return not (mark.before.isdigit() or mark.after in _NEVER_OPENS_BEFORE or mark.closes_surely())
    if mark.kind in _MATES:
        return _has_mate(mark, following)
    return mark.kind not in _CORNERS


def _has_mate(mark: _Mark, following: _Mark | None) -> bool:
    """True for a guillemet that begins a quotation: »It holds«, « It holds ». ``following``: the next one.

    Others are arrows: "Home » News". Only « may be left open, as at the end of a paragraph.
    """
    if mark.kind == "»" and not mark.opens:
        return False
    mate = _MATES[mark.kind]
    return mark.kind == "«" or (following is not None and following.kind == mate)


def _opens_inside(mark: _Mark) -> bool:
    if mark.kind in ("”", _TURNED, *_CORNERS):
        return False
    if mark.kind in ('"', "''", "»"):
        return mark.before in _OPENS_AFTER and not mark.after.isspace()
    return True


def _ended_by_brackets(text: str, paragraph: Span, found: Iterator[Pair]) -> Iterator[Pair]:
    """An open quotation ends with the brackets around it: "(she called it “a toy) and …"."""
    read = paragraph.start
    depth = 0
    for opening, start, end, closing in found:
        if closing > end:
            yield opening, start, end, closing
            continue
        depth = max(0, depth + text.count("(", read, opening) - text.count(")", read, opening))
        read = opening
        bound = _bracket_end(text, start, end) if depth else end
        yield opening, start, bound, bound


def _ended_by_clause(text: str, pair: Pair) -> Pair:
    """An open quotation ends with the comma before its clause: “It holds, said Okell, who built it."""
    opening, start, end, _ = pair
    clause = _CLAUSE.search(text, start, end)
    if clause is None or clause.start() - start < _LEAST:
        return pair
    return opening, start, clause.start(), clause.start() + 1


def _bracket_end(text: str, start: int, end: int) -> int:
    """Where the bracket ends that stands around ``start``; ``end`` if it does not."""
    depth = 1
    for bracket in _BRACKET.finditer(text, start, end):
        depth += 1 if bracket.group() == "(" else -1
        if depth == 0:
            return bracket.start()
    return end
