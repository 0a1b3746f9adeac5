"""Which lines of a saved article are not its own: advertisements, share buttons, lists of other articles."""

import re
from collections.abc import Sequence
from functools import cache

from sitegen.lexicon import load

_LONGEST_LINE = 120
"""A boilerplate line is no longer, in characters; the word lists hold none that is."""
_OUTER_MARKS = " \t*.,:;!?…·•|()[]<>«»→←↑↓▲▼-–—_#\"'“”‘’"
_COUNT = re.compile(r"^[(\[]?\d{1,6}[)\]]?\s+|\s+[(\[]?\d{1,6}[)\]]?$")
_SENTENCE_END = re.compile(r"[.…][\"'”’»)\]]{0,3}$")
_FARTHEST_HEADING = 40
"""How many lines a list of other articles may have."""


def is_noise(line: str, *, above: bool = False) -> bool:
    """True for a whole line that is noise wherever it stands, or, with ``above``, above the body."""
    key = _key(line)
    return key in _words("noise") or (above and _without_count(key) in _words("noise_above"))


def body_end(lines: Sequence[str]) -> int:
    """How many of ``lines``, from the first, come before the boilerplate below the body.

    Lines are taken off only from the end; the first one that is not boilerplate stops it.
    """
    end = len(lines)
    while end > 0:
        if _is_tail_line(lines[end - 1]):
            end -= 1
        elif (heading := _list_heading(lines, end)) is not None:
            end = heading
        else:
            break
    return end


def _list_heading(lines: Sequence[str], end: int) -> int | None:
    """The heading ("Related Articles") below which only other headlines stand, up to ``end``."""
    for number in range(end - 1, max(end - _FARTHEST_HEADING, 0) - 1, -1):
        if _key(lines[number]) in _words("tail_headings"):
            return number
        if not (_is_tail_line(lines[number]) or _is_headline_like(lines[number])):
            return None
    return None


def _is_tail_line(line: str) -> bool:
    if len(line) > 2 * _LONGEST_LINE:
        return False
    key = _key(line)
    if key in _below() or _without_count(key) in _below():
        return True
    opening = " ".join(line.split()).casefold()
    label, colon, _ = opening.partition(":")
    return opening.startswith(tuple(_words("tail_openings"))) or bool(
        colon and label in _words("tail_labels")
    )


def _is_headline_like(line: str) -> bool:
    return len(line.split()) <= 25 and not _SENTENCE_END.search(line)


@cache
def _below() -> frozenset[str]:
    """Every whole line that is boilerplate below the body."""
    return _words("tail") | _words("tail_headings") | _words("noise")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("intake")[name])


def _key(line: str) -> str:
    """``line`` as the word lists write it; empty for a line too long to be in one."""
    if len(line) > _LONGEST_LINE:
        return ""
    straight = " ".join(line.split()).casefold().replace("’", "'").replace("—", "-").replace("–", "-")
    return straight.strip(_OUTER_MARKS)


def _without_count(key: str) -> str:
    """Without a figure at either end: "12 Comments" and "Comments (12)" are "comments"."""
    return _COUNT.sub("", key).strip(_OUTER_MARKS)
