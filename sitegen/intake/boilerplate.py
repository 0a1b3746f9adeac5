"""Which lines of a saved article are not its own: advertisements, share buttons, lists of other articles.

Between the paragraphs a line has to give itself away. Below the body less will do, the nearer to the end the
less: the lines are read from the last one up, to the lowest one that is news.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache

from sitegen.intake.authors import is_about_an_author
from sitegen.intake.credit_lines import is_credit
from sitegen.intake.furniture import LONGEST, Weight, weigh
from sitegen.intake.line_shapes import Shape, is_tweet, is_tweet_signature
from sitegen.lexicon import load

_LONGEST_LINE = 120
"""A line of the word lists is no longer, in characters."""
_OUTER_MARKS = " \t*.,:;!?…·•|()[]<>«»→←↑↓▲▼-–—_#\"'“”‘’"
_COUNT = re.compile(r"^[(\[]?\d{1,6}[)\]]?\s+|\s+[(\[]?\d{1,6}[)\]]?$")
_FARTHEST_HEADING = 40
"""How many lines a list of other articles may have."""
_MOST_LABELS = 6
"""So many labels may stand between two lines of furniture below the body ("Crosswords", "Jobs at the Courier")."""
_LONGEST_LABEL = 110
_LONGEST_COMMENT = 4
"""In paragraphs."""
_MOST_HEADING_WORDS = 8
_LONGEST_MESSAGE = 2
"""In lines above its signature."""
_FAINT = -0.5
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
    PROSE = auto()


def is_known_noise(line: str) -> bool:
    """True for a whole line of the word list, which is noise wherever it stands."""
    return _key(line) in _words("noise")


def is_noise(line: str, *, above: bool = False) -> bool:
    """True for a line that is noise wherever it stands, or, with ``above``, above the body."""
    if is_known_noise(line) or (above and _without_count(_key(line)) in _words("noise_above")):
        return True
    weight = weigh(line)
    return weight.is_likely if above else weight.is_sure


def is_amid(lines: Sequence[str], number: int) -> bool:
    """True for a line that is noise between the paragraphs of a body."""
    return is_noise(lines[number]) and not is_quoted_message(lines, number)


def body_end(lines: Sequence[str], *, byline: str | None = None) -> int:
    """How many of ``lines``, from the first, come before the boilerplate below the body.

    Args:
        lines: the blocks of the body and what stands below it.
        byline: who wrote the article; a last paragraph about them is none of it.
    """
    tail = _Tail(lines, byline)
    return tail.read()


class _Tail:
    """One pass over the lines, from the last one up."""

    def __init__(self, lines: Sequence[str], byline: str | None) -> None:
        self.lines = lines
        self.byline = byline
        self.end = len(lines)
        self.labels = 0
        self.prose = 0
        """How many labels and paragraphs of prose stand between the last line read and ``end``."""
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
            return self.prose <= _LONGEST_COMMENT
        if role is _Role.LABEL:
            self.labels += 1
            return self.labels <= _FARTHEST_HEADING
        if self.prose and not self._is_comment(role, number):
            return False
        if role is not _Role.HEADING and not self.prose and self.labels and not self._are_between(number):
            return False
        self.end, self.below = number, role
        self.labels = self.prose = 0
        return True

    def _ends_the_text(self, number: int, weight: Weight) -> bool:
        """True for a faint label that nothing stands below and a whole sentence stands above."""
        if number != len(self.lines) - 1 or number == 0 or not 3 <= weight.words:
            return False
        line, above = self.lines[number], self.lines[number - 1]
        names = any(word[0].isupper() for word in line.split()[1:])
        plain = line[0].isupper() and line[-1].isalnum() and (names or weight.points > 0)
        return plain and (weigh(above).is_sentence or len(above) > LONGEST)

    def _is_comment(self, role: _Role, number: int) -> bool:
        """True when the prose down to ``end`` is what a reader wrote: a name or a button on either side."""
        if role not in {_Role.COMMENT, _Role.HEADING}:
            return False
        return self.below is _Role.COMMENT or (self.below is None and role is _Role.COMMENT)

    def _are_between(self, number: int) -> bool:
        """True when the labels down to ``end`` stand between two lines of furniture."""
        return self.below is not None and self.labels <= _MOST_LABELS

    def _role(self, number: int) -> _Role:
        line = self.lines[number]
        if len(line) > 4 * _LONGEST_LINE or is_quoted_message(self.lines, number):
            return _Role.PROSE
        weight = weigh(line)
        if _is_comment_line(line, weight):
            return _Role.COMMENT
        if is_list_heading(line, weight):
            return _Role.HEADING
        if weight.is_likely or _is_listed(line) or is_credit(line):
            return _Role.FURNITURE
        if is_about_an_author(line, byline=self.byline, surely=self.below is None):
            return _Role.FURNITURE
        if _is_faintly(line, weight) and (self.below is not None or self._ends_the_text(number, weight)):
            return _Role.FURNITURE
        is_label = len(line) <= _LONGEST_LABEL and (not weight.is_sentence or _is_asked(line))
        return _Role.LABEL if is_label and not line.rstrip().endswith(":") else _Role.PROSE


def _is_faintly(line: str, weight: Weight) -> bool:
    """True for "Jobs at the Courier": a label that no news speaks for, above a line of furniture."""
    if weight.is_sentence or weight.words > _MOST_HEADING_WORDS or line.rstrip().endswith(":"):
        return False
    return weight.points >= _FAINT and _key(line).partition(":")[0] not in _furniture_words("sources")


def is_quoted_message(lines: Sequence[str], number: int) -> bool:
    """True for a line of a tweet that the article quotes: its signature stands below, or it is one itself."""
    below = lines[number : number + 1 + _LONGEST_MESSAGE]
    return any(map(is_tweet_signature, below)) or is_tweet(lines[number])


def is_list_heading(line: str, weight: Weight) -> bool:
    """True for "More from the Courier", "What's hot": the name of a list of articles that are not this one."""
    key = _without_count(_key(line))
    if key in _words("tail_headings"):
        return True
    words = key.split()
    if weight.is_sentence or not 1 <= len(words) <= _MOST_HEADING_WORDS:
        return False
    opens = any(" ".join(words[:length]) in _furniture_words("list_openings") for length in (1, 2))
    return opens and len(words) > 1 and weight.points >= 0 and weight.others <= 2


def _is_comment_line(line: str, weight: Weight) -> bool:
    if weight.shape is Shape.AGO:
        return True
    key = _without_count(_key(line))
    words = [word.strip(_OUTER_MARKS) for word in key.split()]
    if words and len(words) <= 4 and weight.others == 0:
        return not _furniture_words("comment_words").isdisjoint(words)
    return _SCREEN_NAME.fullmatch(line.strip()) is not None and any(
        character == "_" or character.isdigit() for character in line
    )


def _is_asked(line: str) -> bool:
    """True for a headline that is a question."""
    return line.rstrip().endswith("?") and len(line.split()) <= 14


def _is_listed(line: str) -> bool:
    """True for a line of the word lists."""
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


@cache
def _below() -> frozenset[str]:
    """Every whole line that is boilerplate below the body."""
    return _words("tail") | _words("tail_headings") | _words("noise")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("intake")[name])


@cache
def _furniture_words(name: str) -> frozenset[str]:
    return frozenset(load("furniture")[name])


def _key(line: str) -> str:
    """``line`` as the word lists write it; empty for a line too long to be in one."""
    if len(line) > _LONGEST_LINE:
        return ""
    straight = " ".join(line.split()).casefold().replace("’", "'").replace("—", "-").replace("–", "-")
    return straight.strip(_OUTER_MARKS)


def _without_count(key: str) -> str:
    """Without a figure at either end: "12 Comments" and "Comments (12)" are "comments"."""
    return _COUNT.sub("", key).strip(_OUTER_MARKS)
