"""Where the body of an article ends, and the page goes on: tags, other articles, comments, small print.

The lines are read from the last one up, to the lowest one that is news. On the way a line may be furniture by
itself, stand between two that are, or stand below the heading of a list or among comments.
"""

import re
from enum import Enum, auto

from sitegen.intake.authors import is_about_an_author
from sitegen.intake.boilerplate import Body
from sitegen.intake.credit_lines import is_credit
from sitegen.intake.furniture import Weight, weigh
from sitegen.intake.header_lines import is_bare_name
from sitegen.intake.known_lines import OUTER_MARKS, is_known_heading, is_noise_below, key, without_count
from sitegen.intake.line_shapes import Shape, is_web_address
from sitegen.intake.words_of_pages import words

_FARTHEST_HEADING = 40
"""How many lines a list of other articles may have."""
_MOST_LABELS = 6
"""So many labels may stand between two lines of furniture ("Crosswords", "Jobs at the Courier")."""
_LONGEST_LABEL = 110
_LONGEST_COMMENT = 4
"""In paragraphs."""
_MOST_HEADING_WORDS = 8
_MOST_HEADING_OTHERS = 2
_MOST_COMMENT_WORDS = 4
_MOST_ASKED_WORDS = 14
_FAINT = -0.5
_FOREIGN_LABEL = -2.0
_FOREIGN_LIST = -4.0
_LONGEST_NAME = 20
_MOST_FOREIGN_WORDS = 8
"""What a label may weigh, in points and words, that shares no word with the article."""
_FOREIGN_SPEECH = -1.0
_FOREIGN_WORDS = 0.0
_ALONE = 1.5
"""What a sentence to the reader may weigh that shares none, naming something of a page or not."""
_LONGEST_ISLAND = 220
_AGE = re.compile(r",?\s\(?\d{1,3}\)?$")
_SCREEN_NAME = re.compile(r"@?[A-Za-z]\w{2,30}")


class _Role(Enum):
    """What a line below the body may be."""

    FURNITURE = auto()
    HEADING = auto()
    """Over a list of other articles."""
    COMMENT = auto()
    """Who wrote a comment and when, or a button below it."""
    LABEL = auto()
    """Nothing speaks for furniture, but it is no sentence either."""
    ISLAND = auto()
    """A short sentence that shares no word with the article."""
    PROSE = auto()


def body_end(body: Body) -> int:
    """How many lines, from the first, come before the furniture below the body."""
    return _Tail(body).read()


class _Tail:
    """One pass over the lines, from the last one up."""

    def __init__(self, body: Body) -> None:
        self.lines = body.lines
        self.body = body
        self.end = len(body.lines)
        self.labels = 0
        self.islands = 0
        self.prose = 0
        """How many labels, stray sentences and paragraphs stand between the last line read and ``end``."""
        self.below: _Role | None = None
        """What stands at ``end``; None: nothing does."""

    def read(self) -> int:
        for number in range(len(self.lines) - 1, -1, -1):
            if not self._take(number):
                break
        return self.end

    def _take(self, number: int) -> bool:
        """Read a line; False when nothing above it can belong to the tail."""
        role = self._role(number)
        if role is _Role.PROSE:
            self.prose += 1
        elif role is _Role.ISLAND:
            self.islands += 1
        elif role is _Role.LABEL:
            self.labels += 1
        elif self._reaches_down(role, number):
            self.end, self.below = number, role
            self.labels = self.islands = self.prose = 0
        else:
            return False
        return self.labels <= _FARTHEST_HEADING and self.prose + self.islands <= _LONGEST_COMMENT

    def _reaches_down(self, role: _Role, number: int) -> bool:
        """True when what stands between a line of furniture and ``end`` belongs to the furniture too."""
        if role is _Role.COMMENT and (self.prose or self.islands):
            return self.below in {_Role.COMMENT, None} or not self.prose
        if self.prose:
            return False
        if self.islands and role is not _Role.HEADING:
            # An advertisement above the last paragraph stands alone; a tail does not.
            alone = number == 0 or self._role(number - 1) in {_Role.PROSE, _Role.ISLAND}
            return self.below is not None and not alone
        if role is _Role.HEADING or not self.labels:
            return True
        return self.below is not None and self.labels <= _MOST_LABELS

    def _role(self, number: int) -> _Role:
        line = self.lines[number]
        weight = weigh(line)
        if self.body.is_of_message(number):
            return _Role.PROSE
        if is_web_address(line):
            return _Role.LABEL
        if _is_of_comment(line, weight):
            return _Role.COMMENT
        if _is_list_heading(line, weight):
            return _Role.HEADING
        if self._is_furniture(number, weight):
            return _Role.FURNITURE
        return self._of_others(number, weight)

    def _is_furniture(self, number: int, weight: Weight) -> bool:
        line = self.lines[number]
        if weight.is_likely or is_noise_below(line) or is_credit(line) or self.body.is_noise(number):
            return True
        if is_about_an_author(line, byline=self.body.byline, surely=self.below is None):
            return True
        return _is_faint(line, weight) and (self.below is not None or self._ends_the_text(number, weight))

    def _of_others(self, number: int, weight: Weight) -> _Role:
        """What a line is that nothing in itself makes furniture."""
        line = self.lines[number]
        asks = line.rstrip().endswith("?") and weight.words <= _MOST_ASKED_WORDS
        if len(line) > _LONGEST_LABEL or (weight.is_sentence and not asks) or line.endswith((":", ".")):
            return self._of_sentence(number, weight)
        if self._is_foreign_label(number, weight):
            return _Role.FURNITURE
        return self._of_sentence(number, weight, otherwise=_Role.LABEL) if asks else _Role.LABEL

    def _of_sentence(self, number: int, weight: Weight, *, otherwise: _Role | None = None) -> _Role:
        line = self.lines[number]
        if len(line) > _LONGEST_ISLAND or weight.quotes or not self.body.vocabulary.is_foreign(line):
            return otherwise or _Role.PROSE
        least = _FOREIGN_SPEECH if weight.names_goods else _FOREIGN_WORDS
        speaks = (
            weight.speaks
            and weight.points >= least
            and (weight.names_goods or self.below is not None or weight.points >= _ALONE)
        )
        return _Role.FURNITURE if speaks else otherwise or _Role.ISLAND

    def _is_foreign_label(self, number: int, weight: Weight) -> bool:
        """True for "Careers", "Secure drop": of other things than the article, and set off from it."""
        line = self.lines[number]
        named = is_bare_name(_AGE.sub("", line))
        if weight.words > _MOST_FOREIGN_WORDS or named or not _is_plain(line) or _states_sources(line):
            return False
        labelled = 0 < line.find(": ") < _LONGEST_NAME
        least = _FOREIGN_LIST if labelled or self.below is not None else _FOREIGN_LABEL
        if weight.points < least or not self.body.vocabulary.is_foreign(line):
            return False
        if self.below is not None:
            return not self.labels
        return number == len(self.lines) - 1 and number > 0 and self._is_set_off(number)

    def _ends_the_text(self, number: int, weight: Weight) -> bool:
        """True for a faint label that nothing stands below and a whole sentence or furniture stands above."""
        if number != len(self.lines) - 1 or number == 0 or (weight.words < 3 and not weight.signs):
            return False
        line = self.lines[number]
        names = any(word[0].isupper() for word in line.split()[1:])
        return _is_plain(line) and (names or weight.points > 0) and self._is_set_off(number)

    def _is_set_off(self, number: int) -> bool:
        above = weigh(self.lines[number - 1])
        return above.is_sentence or above.is_likely


def _is_faint(line: str, weight: Weight) -> bool:
    """True for "Jobs at the Courier": a label that no news speaks for."""
    if weight.is_sentence or weight.words > _MOST_HEADING_WORDS or line.endswith(":"):
        return False
    return weight.points >= _FAINT and not _states_sources(line)


def _states_sources(line: str) -> bool:
    """True for "Source: Velmora Wire"."""
    return key(line).partition(":")[0] in words("sources")


def _is_plain(line: str) -> bool:
    """True for a label that begins with a capital and ends without a mark."""
    return line[0].isupper() and line[-1].isalnum()


def _is_list_heading(line: str, weight: Weight) -> bool:
    """True for "More from the Courier", "What's hot": the name of a list of other articles."""
    if is_known_heading(line):
        return True
    found = without_count(key(line)).split()
    if weight.is_sentence or not 1 < len(found) <= _MOST_HEADING_WORDS:
        return False
    opens = any(" ".join(found[:length]) in words("list_openings") for length in (1, 2))
    return opens and weight.points >= _FAINT and weight.others <= _MOST_HEADING_OTHERS


def _is_of_comment(line: str, weight: Weight) -> bool:
    """True for "2 hours ago", "Reply (2)", "gull_watcher"."""
    if weight.shape is Shape.AGO:
        return True
    found = [word.strip(OUTER_MARKS) for word in without_count(key(line)).split()]
    if found and len(found) <= _MOST_COMMENT_WORDS and (weight.others == 0 or len(found) == 1):
        return not words("comment_words").isdisjoint(found)
    marked = any(character == "_" or character.isdigit() for character in line)
    return marked and _SCREEN_NAME.fullmatch(line) is not None
