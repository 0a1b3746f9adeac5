"""Lines below an article by their form: headings of lists, comments, labels, the article's own last lines."""

import re

from sitegen.intake.furniture.known_lines import OUTER_MARKS, key, without_count
from sitegen.intake.furniture.line_shapes import Shape
from sitegen.intake.furniture.weighing import Weight
from sitegen.intake.furniture.words_of_pages import words
from sitegen.intake.header_lines import is_bare_name, read_header_line
from sitegen.intake.stated_dates import read_date

_MOST_HEADING_WORDS = 8
_MOST_HEADING_OTHERS = 2
_MOST_COMMENT_WORDS = 4
_MOST_ASKED_WORDS = 14
_FEWEST_WORDS = 3
_FAINT = -0.5
_FOREIGN_LABEL = -2.0
_FOREIGN_LIST = -4.0
_LONGEST_NAME = 20
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


def begins_a_list(line: str, above: str, below_heading: bool) -> bool:
    """True for what a line with a colon announces, and for a first item."""
    if below_heading or _ITEM.match(above) is not None:
        return False
    return above.rstrip().endswith(":") or _ITEM.match(line) is not None


def is_of_body_by_form(line: str, weight: Weight, *, follows_prose: bool) -> bool:
    """True for a line of verse, a score, a signature, words in quotation marks."""
    if line.endswith(_OPEN_END) or line[0] in _QUOTE_MARKS or line[0].islower() or _SCORE.search(line):
        return True
    name = _AGE.sub("", line.lstrip("—–- "))
    return follows_prose and weight.others > 0 and not weight.signs and is_bare_name(name)


def may_end_a_page(line: str, weight: Weight) -> bool:
    """True for "Jobs at the Courier": a last label that no news speaks for."""
    if weight.words > _MOST_HEADING_WORDS or (weight.words < _FEWEST_WORDS and not weight.signs):
        return False
    names = any(word[0].isupper() for word in line.split()[1:])
    return weight.points >= _FAINT and (names or weight.points > 0)


def may_be_a_foreign_label(line: str, weight: Weight) -> bool:
    """True for "Secure drop" and "Ferries to Ostrin": of anything but a person."""
    if weight.words > _MOST_HEADING_WORDS or is_bare_name(_AGE.sub("", line)):
        return False
    return weight.points >= (_FOREIGN_LIST if 0 < line.find(": ") < _LONGEST_NAME else _FOREIGN_LABEL)


def states_sources(line: str) -> bool:
    """True for "Source: Velmora Wire"."""
    return key(line).partition(":")[0] in words("sources")


def is_plain_label(line: str) -> bool:
    """True for a label that begins with a capital and ends without a mark."""
    return line[0].isupper() and line[-1].isalnum()


def is_list_heading(line: str, weight: Weight) -> bool:
    """True for "More from the Courier", "What's hot": the name of a list of other articles."""
    found = without_count(key(line)).split()
    if weight.is_sentence or not 1 < len(found) <= _MOST_HEADING_WORDS:
        return False
    opens = any(" ".join(found[:length]) in words("list_openings") for length in (1, 2))
    return opens and weight.points >= _FAINT and weight.others <= _MOST_HEADING_OTHERS


def is_signed_or_dated(line: str) -> bool:
    """True for "Published 14 March 2031, 10:12" and "By Jane Doe", not for a date or a name alone."""
    return not line[0].isdigit() and read_date(line) is None and read_header_line(line) is not None


def is_of_comment(line: str, weight: Weight) -> bool:
    """True for "2 hours ago", "Reply (2)", "gull_watcher"."""
    if weight.shape is Shape.AGO:
        return True
    found = [word.strip(OUTER_MARKS) for word in without_count(key(line)).split()]
    if found and len(found) <= _MOST_COMMENT_WORDS and (weight.others == 0 or len(found) == 1):
        return not words("comment_words").isdisjoint(found)
    marked = any(character == "_" or character.isdigit() for character in line)
    return marked and _SCREEN_NAME.fullmatch(line) is not None
