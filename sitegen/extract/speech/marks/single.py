"""Pair single quotation marks within one paragraph, and tell them from apostrophes."""

import re
from collections.abc import Iterator

from sitegen.extract.speech.marks.pairs import Pair, tags_of, within
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Span

_SINGLE = re.compile(
    r"""
    [‘’‚‛'`]
    (?: (?<!\w.) | (?!\w) )              # not between two letters: that is an apostrophe
    (?<! '' | `` ) (?! (?<=')' | (?<=`)` )  # not half of a typewriter's double mark
    """,
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W_]{1,12}")
_OPENS_AFTER = ' \t\r\n\u00a0\u2009([{—–-/…“"'
_STOPS = ',.?!…—–”"]'


def pairs(text: str, paragraph: Span, *, strict: bool = False, goes_on: bool = False) -> Iterator[Pair]:
    """Pairs of ‘…’ and '…'; a mark that may be an apostrophe closes only where no better one follows.

    ``strict``: only those that no apostrophe can be taken for, with a stop before the closing mark.
    ``goes_on``: the next paragraph begins with a single mark too, so that this one may leave its own open.
    """
    tags = tags_of(text, paragraph)
    opening: int | None = None
    doubtful: int | None = None
    for match in _SINGLE.finditer(text, paragraph.start, paragraph.end):
        at = match.start()
        if tags and within(tags, at):
            continue
        if _opens(text, at, paragraph):
            if opening is not None and doubtful is not None:
                yield opening, opening + 1, doubtful, doubtful + 1
                opening = None
            if opening is None or text[opening] in "'’":
                opening, doubtful = at, None
        elif opening is not None and _may_close(text, opening, at, paragraph):
            if text[at - 1] in _STOPS or (not strict and not _may_be_apostrophe(text, at, paragraph)):
                yield opening, opening + 1, at, at + 1
                opening = doubtful = None
            elif not strict and doubtful is None:
                doubtful = at
    if opening is None or strict:
        return
    if doubtful is not None:
        yield opening, opening + 1, doubtful, doubtful + 1
    elif text[opening] not in "'’" or (goes_on and opening == paragraph.start):
        yield opening, opening + 1, paragraph.end, paragraph.end


def begins(text: str, paragraph: Span) -> bool:
    """True where the paragraph begins with a single opening mark."""
    return _SINGLE.match(text, paragraph.start) is not None and _opens(text, paragraph.start, paragraph)


def _opens(text: str, at: int, paragraph: Span) -> bool:
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if after.isspace() or before not in _OPENS_AFTER:
        return text[at] == "‘" and not (before.isalnum() or after.isspace() or before in _STOPS)
    word = _WORD.match(text, at + 1)
    if word is None:
        return text[at] in "‘‚‛`" or after in '“"[($£€'
    if word.group() in vocabulary().elided:
        return False
    # in the ’90s, the summer of '44
    return not word.group()[:2].isdecimal() or (text[at] in "‘‚‛`" and not word.group().endswith("s"))


def _may_close(text: str, opening: int, at: int, paragraph: Span) -> bool:
    after = text[at + 1] if at + 1 < paragraph.end else " "
    if text[at] in "‚‛`" or (text[at] == "‘" and text[opening] != "‚"):
        return False
    return not after.isalnum() and not text[at - 1].isspace() and at > opening + 1


def _may_be_apostrophe(text: str, at: int, paragraph: Span) -> bool:
    """True for the mark of "the workers’ dam", "Marx’ book", "nothin’ new"."""
    before = text[max(paragraph.start, at - 13) : at]
    if before[-1:] in "sxzSXZ":
        return True
    last = re.split(r"[\W_]", before)[-1].lower()
    return last in vocabulary().cut_short or (last.endswith("in") and len(last) > 3)
