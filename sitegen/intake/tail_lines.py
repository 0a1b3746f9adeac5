"""Lines below an article by their form: headings of lists, comments, labels, and what an article may end with."""

import re

from sitegen.intake.furniture import Weight
from sitegen.intake.header_lines import is_bare_name, read_header_line
from sitegen.intake.known_lines import OUTER_MARKS, key, without_count
from sitegen.intake.line_shapes import Shape
from sitegen.intake.words_of_pages import words

_MOST_HEADING_WORDS = 8
_MOST_HEADING_OTHERS = 2
_MOST_COMMENT_WORDS = 4
_MOST_ASKED_WORDS = 14
_FAINT = -0.5
_AGE = re.compile(r",?\s\(?\d{1,3}\)?$")
_SCREEN_NAME = re.compile(r"@?[A-Za-z]\w{2,30}")
_ITEM = re.compile(r"(?:[•·*‣▪●–—-]\s|\(?\d{1,2}[.):]\s|\(?[a-z][.)]\s)")
_SCORE = re.compile(r"[^\W\d]\s\d{1,3}(?:,|\s?[–-])\s?.{0,40}\d{1,3}\b|\b\d{1,3}[–-]\d{1,3}\b")
_OPEN_END = (",", ";", "—", "–")
_QUOTE_MARKS = "\"“”‘«„'"
_STOP = re.compile(r"[.!?。！？][\"'”’»)\]]{0,3}$")


def is_unsaid(line: str, weight: Weight) -> bool:
    """True for a line that does not end like a sentence: a label, a headline, a heading."""
    return (not weight.is_sentence and not line.endswith(".")) or line.endswith(("...", "…"))


def asks(line: str, weight: Weight) -> bool:
    """True for a short question, which may be a headline as well as a sentence."""
    return line.rstrip().endswith("?") and weight.words <= _MOST_ASKED_WORDS


def begins_a_list(line: str, above: str, below_label: bool) -> bool:
    """True for what a line with a colon announces, and for a first item."""
    if above.rstrip().endswith(":"):
        return True
    return _ITEM.match(line) is not None and not below_label


def is_of_body_by_form(line: str, *, follows_prose: bool) -> bool:
    """True for a line of verse, a score, a signature, words in quotation marks."""
    if line.endswith(_OPEN_END) or line[0] in _QUOTE_MARKS or line[0].islower() or _SCORE.search(line):
        return True
    name = _AGE.sub("", line.lstrip("—–- "))
    return follows_prose and is_bare_name(name)


def is_faint(line: str, weight: Weight) -> bool:
    """True for "Jobs at the Courier": a label that no news speaks for."""
    if weight.is_sentence or weight.words > _MOST_HEADING_WORDS or line.endswith(":"):
        return False
    return weight.points >= _FAINT and not states_sources(line)


def states_sources(line: str) -> bool:
    """True for "Source: Velmora Wire"."""
    return key(line).partition(":")[0] in words("sources")


def is_bare_label(line: str) -> bool:
    """True for a label that begins with a capital and ends without a mark."""
    return line[0].isupper() and line[-1].isalnum()


def is_list_heading(line: str, weight: Weight) -> bool:
    """True for "More from the Courier", "What's hot": the name of a list of other articles."""
    found = without_count(key(line)).split()
    if weight.is_sentence or not 1 < len(found) <= _MOST_HEADING_WORDS:
        return False
    opens = any(" ".join(found[:length]) in words("list_openings") for length in (1, 2))
    return opens and weight.points >= _FAINT and weight.others <= _MOST_HEADING_OTHERS


def is_stamp(line: str) -> bool:
    """True for "14 March, 2024 at 10:12": when something was written."""
    return any(character.isdigit() for character in line) and read_header_line(line) is not None


def is_of_comment(line: str, weight: Weight) -> bool:
    """True for "2 hours ago", "Reply (2)", "gull_watcher"."""
    if weight.shape is Shape.AGO:
        return True
    found = [word.strip(OUTER_MARKS) for word in without_count(key(line)).split()]
    if found and len(found) <= _MOST_COMMENT_WORDS and (weight.others == 0 or len(found) == 1):
        return not words("comment_words").isdisjoint(found)
    marked = any(character == "_" or character.isdigit() for character in line)
    return marked and _SCREEN_NAME.fullmatch(line) is not None
