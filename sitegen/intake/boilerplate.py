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
from sitegen.intake.furniture import Weight, weigh
from sitegen.intake.header_lines import is_bare_name
from sitegen.intake.line_shapes import Shape, is_tweet, is_tweet_signature, is_web_address
from sitegen.intake.vocabulary import Vocabulary
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
_FOREIGN_NOISE = 0.0
_FOREIGN_BUTTON = 1.0
_ONE_WORD = 3.0
_FOREIGN_LABEL = -2.0
_MOST_FOREIGN_WORDS = 6
_FOREIGN_SPEECH = -1.0
"""How little may speak for lines that share no word with the article, and are a label or speak to the reader."""
_LONGEST_ISLAND = 220
_SCREEN_NAME = re.compile(r"@?[A-Za-z]\w{2,30}")


class Role(Enum):
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


def is_known_noise(line: str) -> bool:
    """True for a whole line of the word list, which is noise wherever it stands."""
    return _key(line) in _words("noise")


def is_noise(line: str, *, above: bool = False) -> bool:
    """True for a line that is noise wherever it stands, or, with ``above``, above the body."""
    if is_known_noise(line) or (above and _without_count(_key(line)) in _words("noise_above")):
        return True
    weight = weigh(line)
    return weight.is_likely if above else weight.is_sure


class Body:
    """The lines of an article from the first of its body on, to be told from the furniture among and below them."""

    def __init__(self, lines: Sequence[str], *, byline: str | None = None) -> None:
        """Take the lines.

        Args:
            lines: the blocks of the body and what stands below it.
            byline: who wrote the article; a last paragraph about them is none of it.
        """
        self.lines = lines
        self.byline = byline
        self.vocabulary = Vocabulary(lines)

    def end(self) -> int:
        """How many lines, from the first, come before the furniture below the body."""
        return _Tail(self).read()

    def is_noise(self, number: int) -> bool:
        """True for a line that is furniture between two paragraphs.

        Where it has no word in common with any of them, a little less has to speak for it.
        """
        line = self.lines[number]
        if is_quoted_message(self.lines, number):
            return False
        if is_noise(line):
            return True
        weight = weigh(line)
        if weight.shape is not None or weight.quotes or line.startswith("("):
            return False
        foreign = self.vocabulary.is_foreign(line)
        if not line[-1].isalnum() or weight.is_sentence:
            speaks = weight.speaks and weight.is_sentence and weight.names_goods
            return speaks and foreign and weight.points >= _FOREIGN_NOISE
        if weight.others == 0 and weight.words > 1 and weight.is_likely:
            # "What to read next", "Download PDF"
            return weight.words > 2 or weight.names_goods
        return foreign and weight.points >= (_FOREIGN_BUTTON if weight.words > 1 and weight.names_goods else _ONE_WORD)


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
        self.below: Role | None = None
        """What stands at ``end``; None: nothing does."""

    def read(self) -> int:
        for number in range(len(self.lines) - 1, -1, -1):
            if not self._take(number):
                break
        return self.end

    def _take(self, number: int) -> bool:
        """Read a line; False when nothing above it can belong to the tail."""
        role = self._role(number)
        if role is Role.PROSE:
            self.prose += 1
        elif role is Role.ISLAND:
            self.islands += 1
        elif role is Role.LABEL:
            self.labels += 1
        elif self._reaches_down(role, number):
            self.end, self.below = number, role
            self.labels = self.islands = self.prose = 0
        else:
            return False
        return self.labels <= _FARTHEST_HEADING and self.prose + self.islands <= _LONGEST_COMMENT

    def _reaches_down(self, role: Role, number: int) -> bool:
        """True when what stands between a line of furniture and ``end`` belongs to the furniture too."""
        if role is Role.COMMENT and (self.prose or self.islands):
            return self.below in {Role.COMMENT, None} or not self.prose
        if self.prose:
            return False
        if self.islands and role is not Role.HEADING:
            # An advertisement above the last paragraph stands alone; a tail does not.
            alone = number == 0 or self._role(number - 1) in {Role.PROSE, Role.ISLAND}
            return self.below is not None and not alone
        if role is Role.HEADING or not self.labels:
            return True
        return self.below is not None and self.labels <= _MOST_LABELS

    def _role(self, number: int) -> Role:
        line = self.lines[number]
        if len(line) > 4 * _LONGEST_LINE or is_quoted_message(self.lines, number):
            return Role.PROSE
        weight = weigh(line)
        if is_web_address(line):
            return Role.LABEL
        if _is_comment_line(line, weight):
            return Role.COMMENT
        if is_list_heading(line, weight):
            return Role.HEADING
        if weight.is_likely or _is_listed(line) or is_credit(line) or self.body.is_noise(number):
            return Role.FURNITURE
        lowest = self.below is None
        if is_about_an_author(line, byline=self.body.byline, surely=lowest):
            return Role.FURNITURE
        if _is_faintly(line, weight) and (not lowest or self._ends_the_text(number, weight)):
            return Role.FURNITURE
        if len(line) <= _LONGEST_LABEL and (not weight.is_sentence or _is_asked(line)) and line[-1] != ":":
            foreign = self._is_foreign_label(number, weight)
            if foreign or (_is_asked(line) and self._of_sentence(number, weight) is Role.FURNITURE):
                return Role.FURNITURE
            return Role.LABEL
        return self._of_sentence(number, weight)

    def _of_sentence(self, number: int, weight: Weight) -> Role:
        line = self.lines[number]
        if len(line) > _LONGEST_ISLAND or weight.quotes or not self.body.vocabulary.is_foreign(line):
            return Role.PROSE
        least = _FOREIGN_SPEECH if weight.names_goods else _FOREIGN_NOISE
        speaks = weight.speaks and weight.points >= least and (weight.names_goods or self.below is not None)
        return Role.FURNITURE if speaks else Role.ISLAND

    def _is_foreign_label(self, number: int, weight: Weight) -> bool:
        """True for "Careers", "Powered by Ostrin Web" beside furniture or a whole sentence, and of other things."""
        line = self.lines[number]
        if weight.words > _MOST_FOREIGN_WORDS or is_bare_name(line) or not _is_plain(line):
            return False
        if weight.points < _FOREIGN_LABEL or not self.body.vocabulary.is_foreign(line):
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


def _is_faintly(line: str, weight: Weight) -> bool:
    """True for "Jobs at the Courier": a label that no news speaks for, above a line of furniture."""
    if weight.is_sentence or weight.words > _MOST_HEADING_WORDS or line.rstrip().endswith(":"):
        return False
    return weight.points >= _FAINT and _key(line).partition(":")[0] not in _furniture_words("sources")


def _is_plain(line: str) -> bool:
    """True for a label that begins with a capital and ends without a mark."""
    return line[0].isupper() and line[-1].isalnum()


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
    return opens and len(words) > 1 and weight.points >= -0.5 and weight.others <= 2


def _is_comment_line(line: str, weight: Weight) -> bool:
    if weight.shape is Shape.AGO:
        return True
    key = _without_count(_key(line))
    words = [word.strip(_OUTER_MARKS) for word in key.split()]
    if words and len(words) <= 4 and (weight.others == 0 or len(words) == 1):
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
