"""Where the body of an article ends, and the page goes on: tags, other articles, comments, small print.

Not line by line, since no list knows all that pages say. Each line counts for furniture or against it, and
the best sum of the lines from one place to the last says where the body ends, after Pasternack and Roth,
"Extracting Article Text from the Web with Maximum Subsequence Segmentation" (WWW 2009). So labels and other
articles' headlines are known by what stands around them. Nothing reaches over a paragraph that shares words
with the article, and without one certain line nothing is taken off.
"""

from enum import Enum, auto

from sitegen.intake.furniture.authors import is_about_an_author
from sitegen.intake.furniture.boilerplate import Body
from sitegen.intake.furniture.credit_lines import is_credit
from sitegen.intake.furniture.known_lines import is_known_heading, is_noise_below
from sitegen.intake.furniture.line_shapes import is_web_address
from sitegen.intake.furniture.tail_lines import (
    asks,
    begins_a_list,
    is_list_heading,
    is_of_body_by_form,
    is_of_comment,
    is_plain_label,
    is_signed_or_dated,
    is_unsaid,
    may_be_a_foreign_label,
    may_end_a_page,
    states_sources,
)
from sitegen.intake.furniture.weighing import Weight, weigh

_PROSE = -1000.0
"""A paragraph of the article: nothing reaches over it."""
_LONGEST_LABEL = 110
_LONGEST_SENTENCE = 220
_LONGEST_COMMENT = 4
"""In paragraphs."""
_MOST_SHARED = 2
"""A sentence that shares more words with the article is the article's."""
_FARTHEST = 400
"""So many lines from the last one up are looked at."""
_CERTAIN = 4.0
_KNOWN_ANYWHERE = 1.5
"""For a line that is taken off between two paragraphs as well: it does not say that the body is over."""
_HEADING = 2.5
_COMMENT = 3.0
_LABEL = 1.0
_NEAR_LABEL = 0.4
"""For a label that shares a word with the article: other articles about the same subject do."""
_UNTOLD = -1.0
_OF_PAGES = 1.5
_GOODS = 2.0
_SPEAKS = 1.5
_COMMANDS = 2.0
_FOREIGN = -2.0
"""For a sentence that shares no word with the article."""
_SHARING = -3.5
_QUOTING = -6.0
_LISTED = -1.5
"""For an item of a list of the article's own, a line of verse, a name below the last paragraph."""
_ASKING = -0.5
"""For a label that asks or quotes, as headlines do and last sentences too."""
_COMMENTED = -0.5
"""For a sentence below the name of somebody who comments."""
_WITNESS = 1.0
_SURELY_SAID = 1.5
"""What a sentence to the reader weighs that names nothing of a page, to be the only sign of one."""


class Role(Enum):
    """What a line below the body may be."""

    CERTAIN = auto()
    HEADING = auto()
    """Over a list of other articles."""
    COMMENT = auto()
    """Who wrote a comment and when, or a button below it."""
    LABEL = auto()
    SENTENCE = auto()
    PROSE = auto()


def body_end(body: Body) -> int:
    """How many lines, from the first, come before the furniture below the body."""
    return _Tail(body).end()


class _Tail:
    """The lines from the last paragraph that is the article's for certain."""

    def __init__(self, body: Body) -> None:
        self.body = body
        self.lines = body.lines
        self.last = len(body.lines) - 1
        self.roles: dict[int, Role] = {}
        self.first = self._first()

    def end(self) -> int:
        best, end, total, certain = 0.0, len(self.lines), 0.0, False
        for number, points in reversed(list(self._points())):
            total += points
            certain |= self.roles[number] in {Role.CERTAIN, Role.HEADING, Role.COMMENT}
            if total > best and (certain or self._stands_alone(number)):
                best, end = total, number
        return end

    def _first(self) -> int:
        """The number of the first line below the last paragraph of prose."""
        number = self.last
        while number >= max(0, self.last - _FARTHEST):
            self.roles[number] = self._role(number)
            if self.roles[number] is Role.PROSE:
                return number + 1
            number -= 1
        return number + 1

    def _role(self, number: int) -> Role:
        line = self.lines[number]
        weight = weigh(line)
        if self.body.is_of_message(number):
            return Role.PROSE
        if is_web_address(line):
            return Role.LABEL
        if is_of_comment(line, weight):
            return Role.COMMENT
        if is_known_heading(line) or is_list_heading(line, weight):
            return Role.HEADING
        return Role.CERTAIN if self._is_certain(number, weight) else self._of_others(line, weight)

    def _is_certain(self, number: int, weight: Weight) -> bool:
        line = self.lines[number]
        if weight.is_likely or is_noise_below(line) or is_credit(line) or self.body.is_noise(number):
            return True
        if is_signed_or_dated(line):
            return True
        return is_about_an_author(line, byline=self.body.byline, surely=number == self.last)

    def _of_others(self, line: str, weight: Weight) -> Role:
        """What a line is that nothing in itself makes furniture."""
        if len(line) <= _LONGEST_LABEL and (is_unsaid(line, weight) or asks(line, weight)):
            return Role.LABEL
        if len(line) > _LONGEST_SENTENCE and not weight.names_goods:
            return Role.PROSE
        shared = self.body.vocabulary.shared(line)
        return Role.PROSE if shared is None or shared > _MOST_SHARED else Role.SENTENCE

    def _points(self) -> list[tuple[int, float]]:
        """What each line counts for furniture, from the first one down."""
        found: list[tuple[int, float]] = []
        listed, said = False, 0
        for number in range(self.first, len(self.lines)):
            role, line = self.roles[number], self.lines[number]
            above = self.roles[number - 1] if number > self.first else Role.PROSE
            said = said - 1 if role is Role.SENTENCE else _LONGEST_COMMENT if role is Role.COMMENT else said
            if role in {Role.CERTAIN, Role.HEADING, Role.COMMENT}:
                listed = False
            elif not listed:
                listed = begins_a_list(
                    line, self.lines[number - 1] if number else "", self._is_heading(number - 1)
                )
            found.append((number, self._of_line(number, role, above, listed=listed, commented=said > 0)))
        return found

    def _of_line(self, number: int, role: Role, above: Role, *, listed: bool, commented: bool) -> float:
        line = self.lines[number]
        weight = weigh(line)
        match role:
            case Role.CERTAIN:
                return _KNOWN_ANYWHERE if self.body.is_noise(number) else _CERTAIN
            case Role.HEADING:
                return _HEADING
            case Role.COMMENT:
                return _COMMENT
            case Role.LABEL:
                return _LISTED if listed else self._of_label(line, weight, above)
            case _:
                points = self._of_sentence(line, weight)
                return max(points, _COMMENTED) if commented and points > _PROSE else points

    def _of_label(self, line: str, weight: Weight, above: Role) -> float:
        if is_of_body_by_form(line, weight, follows_prose=above in {Role.PROSE, Role.SENTENCE}):
            return _LISTED
        if states_sources(line):
            return _LISTED
        shared = self.body.vocabulary.shared(line)
        if weight.quotes:
            return _ASKING
        if asks(line, weight):
            return _ASKING + _SPEAKS * weight.names_goods
        if shared is None:
            return _UNTOLD
        return (_NEAR_LABEL if shared else _LABEL) + _OF_PAGES * (weight.points > 0)

    def _of_sentence(self, line: str, weight: Weight) -> float:
        if weight.quotes:
            return _QUOTING
        shared = self.body.vocabulary.shared(line) or 0
        points = _FOREIGN if not shared else _SHARING * shared**2
        points += _GOODS * weight.names_goods
        points += _SPEAKS * (weight.is_sentence and weight.speaks)
        points += _COMMANDS * (weight.calls and weight.addresses)
        points += max(-2.0, min(weight.points / 2 + 1, 2.0))
        return points - 2 * (len(line) > _LONGEST_SENTENCE)

    def _is_heading(self, number: int) -> bool:
        """True for a line that a list of other articles may stand below."""
        role = self.roles.get(number, Role.PROSE)
        return role in {Role.CERTAIN, Role.HEADING, Role.COMMENT} or (
            role is Role.LABEL and weigh(self.lines[number]).points > 0
        )

    def _stands_alone(self, number: int) -> bool:
        """True for a last line that no certain one stands beside, but that no article ends with."""
        line, role = self.lines[number], self.roles[number]
        weight = weigh(line)
        if role is Role.SENTENCE:
            told = weight.points >= (0 if weight.names_goods else _SURELY_SAID) and weight.speaks
            foreign = told and self.body.vocabulary.is_foreign(line)
            return foreign and self._of_sentence(line, weight) >= _WITNESS
        if role is not Role.LABEL or number != self.last or number == 0 or not is_plain_label(line):
            return False
        above = weigh(self.lines[number - 1])
        if not (above.is_sentence or above.is_likely) or states_sources(line):
            return False
        return may_end_a_page(line, weight) or (
            may_be_a_foreign_label(line, weight) and self.body.vocabulary.is_foreign(line)
        )
