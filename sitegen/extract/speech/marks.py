"""Pair quotation marks: which stretches of each paragraph stand between them."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.model import Span

# What each kind of opening mark may be closed by. Scraped text mixes them: “… may end in " or ''.
_CLOSERS = {
    "“": '”"″',
    "„": '“”"',
    "‟": '”"',
    "«": "»",
    "»": "«",
    '"': '"”',
    "''": "''”\"",
    "``": "''”\"",
    "‘": "’",
}
_MARK = re.compile(r"''(?!')|``|[“”„‟«»\"″]")  # of ''' the last two are the outer mark
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,400}>")
"""A tag that a scraper left in the text; the marks around its attributes quote nobody."""
_SINGLE = re.compile(r"[‘’]")
_OPENS_AFTER = " \t\r\n\u00a0\u2009([{—–-/…"
_JOINING = '“"„«‘'


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words between a pair of quotation marks, within one paragraph."""

    opening: int
    """Offset of the opening mark."""
    start: int
    """First character inside the marks, white space passed over."""
    end: int
    """Behind the last character inside."""
    closing: int
    """Behind the closing mark, or ``end`` where there is none."""
    paragraph: int
    """Index of the paragraph, from 0."""
    closed: bool
    """False: the marks were left open; it runs to the end of the paragraph or the next opening mark."""
    continues: bool
    """True: the paragraph before left its marks open and this paragraph opens them again; one quotation."""


def pair(text: str, paragraphs: Sequence[Span]) -> tuple[Stretch, ...]:
    """All stretches between outer quotation marks, in text order; nested marks are part of the outer stretch.

    Marks are paired paragraph by paragraph and by type. A text that has no double marks at all is read with
    single ones as its quotation marks, as British papers print them.
    """
    single = not any(_MARK.search(text, p.start, p.end) for p in paragraphs)
    found: list[Stretch] = []
    for number, paragraph in enumerate(paragraphs):
        pairs = _single_pairs(text, paragraph) if single else _double_pairs(text, paragraph)
        for opening, start, end, closing in pairs:
            inner = _trimmed(text, start, end)
            if inner is None:
                continue
            found.append(
                Stretch(
                    opening=opening,
                    start=inner[0],
                    end=inner[1],
                    closing=max(closing, inner[1]),
                    paragraph=number,
                    closed=closing > end,
                    continues=bool(found) and _goes_on(text, paragraphs, found[-1], opening, number),
                )
            )
    return tuple(found)


def _goes_on(text: str, paragraphs: Sequence[Span], last: Stretch, opening: int, number: int) -> bool:
    return (
        not last.closed
        and last.paragraph == number - 1
        and last.end >= paragraphs[last.paragraph].end - 1
        and opening == paragraphs[number].start
        and text[opening] in _JOINING
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _double_pairs(text: str, paragraph: Span) -> Iterator[tuple[int, int, int, int]]:
    """(opening, inner start, inner end, behind the closing mark) of each outer pair of the paragraph."""
    tags = [m.span() for m in _TAG.finditer(text, paragraph.start, paragraph.end)]
    marks = [
        (m.start(), m.end(), m.group())
        for m in _MARK.finditer(text, paragraph.start, paragraph.end)
        if not _within(tags, m.start())
    ]
    nests = sum(mark == "“" for *_, mark in marks) == sum(mark == "”" for *_, mark in marks)
    stack: list[tuple[int, int, str]] = []
    for at, behind, written in marks:
        mark = _meant(text, written, at, behind, paragraph) if stack else written
        if stack and _closes(text, stack[-1][2], mark, (at, behind), paragraph):
            opening, start, _ = stack.pop()
            if not stack:
                yield opening, start, at, behind
        elif _opens(text, mark, (at, behind), paragraph, inside=bool(stack)):
            if stack and not (nests and mark == "“"):
                opening, start, outer = stack[0]
                if outer != mark:
                    continue  # a mark of another kind inside the quotation is part of it
                yield opening, start, at, at
                stack.clear()
            stack.append((at, behind, mark))
    if stack:
        opening, start, _ = stack[0]
        yield opening, start, paragraph.end, paragraph.end


def _within(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    """True where ``at`` lies inside one of the ``ranges``, which are in order and apart."""
    nearest = bisect_right(ranges, (at, at)) - 1
    return any(start <= at < end for start, end in ranges[max(nearest, 0) : nearest + 2])


def _meant(text: str, mark: str, at: int, behind: int, paragraph: Span) -> str:
    """A “ that stands where only a closing mark can (“Why?“ he asked) counts as one."""
    after = text[behind] if behind < paragraph.end else " "
    if mark == "“" and text[at - 1] in ".,?!" and after.isspace():
        return "”"
    return mark


def _closes(text: str, opened: str, mark: str, place: tuple[int, int], paragraph: Span) -> bool:
    at, behind = place
    if mark not in ("''", "``"):
        if mark not in _CLOSERS[opened]:
            return False
    elif mark == "``" or "''" not in _CLOSERS[opened]:
        return False
    if mark in ('"', "''", "“"):
        before = text[at - 1] if at > paragraph.start else " "
        after = text[behind] if behind < paragraph.end else " "
        # A straight mark before a letter and after a space opens; anything else closes what is open.
        return not (before in _OPENS_AFTER and after.isalnum() and mark != "“")
    return True


def _opens(text: str, mark: str, place: tuple[int, int], paragraph: Span, *, inside: bool) -> bool:
    at, behind = place
    if mark in ("”", "″"):
        return False
    if mark in ('"', "''", "»"):
        after = text[behind] if behind < paragraph.end else " "
        before = text[at - 1] if at > paragraph.start else " "
        if inside:
            return before in _OPENS_AFTER and not after.isspace()
        return not after.isspace() and not before.isdigit() and mark != "»"
    return True


def _single_pairs(text: str, paragraph: Span) -> Iterator[tuple[int, int, int, int]]:
    """Pairs of ‘…’; a closing mark that may be an apostrophe counts only where no better one follows."""
    opening: int | None = None
    doubtful: int | None = None
    for mark in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = mark.start()
        if mark.group() == "‘":
            if opening is not None and doubtful is not None:
                yield opening, opening + 1, doubtful, doubtful + 1
                opening = None
            if opening is None:
                opening, doubtful = at, None
        elif opening is not None:
            after = text[at + 1] if at + 1 < paragraph.end else " "
            if after.isalnum():
                continue
            if text[at - 1] in ",.?!…":
                yield opening, opening + 1, at, at + 1
                opening = doubtful = None
            else:
                doubtful = at if doubtful is None else doubtful
    if opening is not None:
        if doubtful is not None:
            yield opening, opening + 1, doubtful, doubtful + 1
        else:
            yield opening, opening + 1, paragraph.end, paragraph.end
