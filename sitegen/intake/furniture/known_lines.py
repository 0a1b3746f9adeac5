"""The lists of lines that are furniture word for word (``lexicon/en/intake.yml``): the commonest ones."""

import re
from functools import cache, partial

from sitegen.lexicon import word_set

_lines = partial(word_set, "intake")

_LONGEST = 120
"""No line of the lists is longer, in characters."""
OUTER_MARKS = " \t*.,:;!?…·•|()[]<>«»→←↑↓▲▼-–—_#\"'“”‘’"
_COUNT = re.compile(r"^[(\[]?\d{1,6}[)\]]?\s+|\s+[(\[]?\d{1,6}[)\]]?$")


def is_noise_anywhere(line: str) -> bool:
    """True for a line that is noise wherever it stands ("ADVERTISEMENT")."""
    return key(line) in _lines("noise")


def is_noise_above(line: str) -> bool:
    """True for a button that stands above an article ("Share", "12 Comments")."""
    return without_count(key(line)) in _lines("noise_above")


def is_noise_below(line: str) -> bool:
    """True for a line that stands below an article ("Leave a Reply", "Tags: harbour, budget")."""
    if len(line) > 2 * _LONGEST:
        return False
    whole = key(line)
    if whole in _below() or without_count(whole) in _below():
        return True
    opening = " ".join(line.split()).casefold()
    label, colon, _ = opening.partition(":")
    return opening.startswith(tuple(_lines("tail_openings"))) or bool(
        colon and label in _lines("tail_labels")
    )


def is_known_heading(line: str) -> bool:
    """True for the heading of a list of other articles ("Related Articles")."""
    return without_count(key(line)) in _lines("tail_headings")


def key(line: str) -> str:
    """``line`` as the lists write it; empty for a line too long to be in one."""
    if len(line) > _LONGEST:
        return ""
    straight = " ".join(line.split()).casefold().replace("’", "'").replace("—", "-").replace("–", "-")
    return straight.strip(OUTER_MARKS)


def without_count(whole: str) -> str:
    """Without a figure at either end: "12 Comments" and "Comments (12)" are "comments"."""
    return _COUNT.sub("", whole).strip(OUTER_MARKS)


@cache
def _below() -> frozenset[str]:
    """Every whole line that is boilerplate below the body."""
    return _lines("tail") | _lines("tail_headings") | _lines("noise")
