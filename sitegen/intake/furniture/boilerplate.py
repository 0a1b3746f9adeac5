"""Which lines among the paragraphs of a saved article are not its own: advertisements, players, teasers.

Between two paragraphs a line has to give itself away; above and below the body less will do.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property

from sitegen.intake.furniture.known_lines import is_known_heading, is_noise_above, is_noise_anywhere
from sitegen.intake.furniture.line_shapes import is_tweet, is_tweet_signature
from sitegen.intake.furniture.tail_lines import is_list_heading
from sitegen.intake.furniture.vocabulary import Vocabulary
from sitegen.intake.furniture.weighing import LONGEST, SURE, Weight, weigh
from sitegen.intake.furniture.words_of_pages import words

_LONGEST_MESSAGE = 2
"""In lines above its signature."""
_FOREIGN_SENTENCE = 0.0
_FOREIGN_LABEL = 1.5
_FOREIGN_SPEECH = 0.0
"""How little has to speak for a line that shares no word with the article."""
_MOST_OTHERS = 3
_MOST_WAITING = 5
"""In "Loading the next item…", in words."""
_BESIDE = (" above", " below", " here")
_QUOTE_MARKS = frozenset('"“”')
_MOST_LABELS = 3
"""An article with more lines like headings has headings."""
_MOST_HEADING_WORDS = 9
_LONGEST_HEADING = 90
_MOST_SHARED_BY_APPEAL = 1
_FEWEST_STRANGE = 6
"""In words; shorter ones may be headings of the article's own."""
_MOST_TITLES = 6
_FEWEST_TITLE_WORDS = 4
_LONGEST_TITLE = 120
_SHORTEST_BUTTON = 2
"""In words; one alone may be a heading of the article's own."""


def is_noise(line: str, *, above: bool = False) -> bool:
    """True for a line that is noise wherever it stands, or, with ``above``, above the body."""
    if is_noise_anywhere(line):
        return True
    weight = weigh(line)
    return weight.is_likely or is_noise_above(line) if above else weight.is_sure


def points_beside_itself(line: str, weight: Weight) -> bool:
    """True for "Watch our interview with the ferrymen below.", which tells the reader to look elsewhere."""
    told = line.rstrip(".: ").casefold()
    return weight.calls and told.endswith(_BESIDE) and _QUOTE_MARKS.isdisjoint(told)


def _may_be_foreign(line: str, weight: Weight) -> bool:
    """True for a line of a page, to be taken off where it shares no word with the article."""
    if line.endswith(("...", "…")):
        return weight.words <= _MOST_WAITING and weight.points >= _FOREIGN_LABEL
    if weight.is_sentence or not line[-1].isalnum():
        return weight.is_sentence and weight.speaks and weight.points >= _FOREIGN_SENTENCE
    if line.split(maxsplit=1)[0].casefold() in words("reader") and weight.points >= _FOREIGN_SPEECH:
        return True
    return weight.words > 1 and weight.others <= _MOST_OTHERS and weight.points >= _FOREIGN_LABEL


def _is_heading_by_form(line: str, weight: Weight) -> bool:
    plain = line[0].isupper() and line[-1].isalnum()
    return plain and weight.words <= _MOST_HEADING_WORDS and not weight.is_sentence


class Body:
    """The lines of an article from the first of its body on, with what stands among and below them."""

    def __init__(
        self,
        lines: Sequence[str],
        *,
        vocabulary: Vocabulary | None = None,
        byline: str | None = None,
        chosen: bool = False,
    ) -> None:
        """Take the lines.

        Args:
            lines: the blocks of the body, and what stands below it.
            vocabulary: of the whole text, where it is there already.
            byline: who wrote the article; a last paragraph about them is none of it.
            chosen: they were told from those of the page by its marks already, with tables and headings.
        """
        self.lines = lines
        self.chosen = chosen
        self.byline = byline
        self.vocabulary = vocabulary or Vocabulary(lines)

    def is_noise(self, number: int) -> bool:
        """True for a line that is furniture between two paragraphs.

        Where it has no word in common with any of them, a little less has to speak for it.
        """
        line = self.lines[number]
        if len(line) > LONGEST or self.is_of_message(number):
            return False
        if is_noise(line) or self._is_button(number):
            return True
        if self.chosen:
            return False  # a row of a table and a heading look like the titles of other articles
        if self._is_of_others(number):
            return True
        weight = weigh(line)
        if weight.shape is not None or weight.quotes or not weight.names_goods or line.startswith("("):
            return False
        return _may_be_foreign(line, weight) and self.vocabulary.is_foreign(line)

    def _is_of_others(self, number: int) -> bool:
        """True for a line that its place or its subject gives away as much as its words."""
        line = self.lines[number]
        weight = weigh(line)
        if points_beside_itself(line, weight) and (weight.is_likely or self.vocabulary.is_foreign(line)):
            return True
        if is_known_heading(line) and line.endswith(":") and self._is_amid_prose(number):
            return True
        if number in self._listed or self._is_appeal(line, weight):
            return True
        return self._is_lone_label(number, weight) or self._is_stranger(number, weight)

    def is_of_message(self, number: int) -> bool:
        """True for a line of a message from a network that the article quotes, such as a tweet."""
        below = self.lines[number : number + 1 + _LONGEST_MESSAGE]
        return any(map(is_tweet_signature, below)) or is_tweet(self.lines[number])

    def _is_button(self, number: int) -> bool:
        """True for a label of nothing but words of pages ("What to read next", "Download PDF")."""
        line = self.lines[number]
        weight = weigh(line)
        if weight.others or weight.is_sentence or weight.quotes or weight.shape or not weight.is_likely:
            return False
        if not line[-1].isalnum():
            return False
        if weight.words < _SHORTEST_BUTTON:
            return self._is_lone_button(number)
        named = weight.words > _SHORTEST_BUTTON or weight.names_goods
        return named or (weight.calls and self.vocabulary.is_foreign(line))

    def _is_lone_button(self, number: int) -> bool:
        """True for "Unmute" between two paragraphs; a heading has its word from the paragraphs around."""
        line = self.lines[number]
        return line[0].isupper() and self._is_amid_prose(number) and not self.vocabulary.has(line)

    def _is_lone_label(self, number: int, weight: Weight) -> bool:
        """True for "Hide caption": a label of nothing but pages, in an article without headings."""
        if weight.shape or weight.quotes or weight.others or weight.words < _SHORTEST_BUTTON:
            return False
        if not (weight.points > 0 or weight.names_goods):
            return False
        if not _is_heading_by_form(self.lines[number], weight) or not self._is_amid_prose(number):
            return False
        return self.vocabulary.is_foreign(self.lines[number]) and self._headings <= _MOST_LABELS

    def _is_appeal(self, line: str, weight: Weight) -> bool:
        """True for "The Courier needs your help, so please become a member.", which may share a word."""
        if weight.quotes or weight.shape or not weight.is_sentence or not weight.names_goods:
            return False
        if (self.vocabulary.shared(line) or 0) > _MOST_SHARED_BY_APPEAL or self.vocabulary.shared(
            line
        ) is None:
            return False
        return weight.points >= SURE or (weight.speaks and weight.addresses and weight.points > 0)

    def _is_stranger(self, number: int, weight: Weight) -> bool:
        """True for "The old lighthouse at Port Leam in 1931": alone, and about nothing the article tells.

        A caption or a teaser, on a page that has shown itself to be one. A heading of the article's own has
        its words from the paragraphs below it, or has fewer.
        """
        line = self.lines[number]
        if weight.words < _FEWEST_STRANGE or weight.is_sentence or weight.quotes or weight.shape:
            return False
        if not (line[0].isupper() and line[-1].isalnum() and self.vocabulary.is_foreign(line)):
            return False
        return self._is_amid_prose(number) and self._headings <= _MOST_LABELS and self._is_page

    @cached_property
    def _is_page(self) -> bool:
        """Whether any line is furniture for certain."""
        return any(is_noise(line) for line in self.lines if len(line) <= LONGEST)

    @cached_property
    def _listed(self) -> frozenset[int]:
        """The numbers of headings such as "Related Articles" among the paragraphs, and of titles below."""
        found: set[int] = set()
        for number, line in enumerate(self.lines):
            if len(line) <= _LONGEST_HEADING and number and self._opens_list(line):
                titles = list(self._titles(number + 1))
                sure = is_known_heading(line) or not weigh(line).others
                found.update([number, *titles] if len(titles) > (not sure) else [])
        return frozenset(found)

    def _opens_list(self, line: str) -> bool:
        weight = weigh(line)
        if is_known_heading(line) or (weight.is_likely and not weight.others):
            return not weight.is_sentence
        return is_list_heading(line, weight) and not weight.quotes and self._is_page

    def _titles(self, first: int) -> Iterator[int]:
        """The numbers of the lines, from ``first`` on, that may be the titles of other articles."""
        for number, line in enumerate(self.lines[first : first + _MOST_TITLES], first):
            weight = weigh(line)
            titled = not weight.is_sentence and line[-1].isalnum() and len(line) <= _LONGEST_TITLE
            if not titled or weight.words < _FEWEST_TITLE_WORDS or number + 1 == len(self.lines):
                return
            if (self.vocabulary.shared(line) or 0) > _MOST_SHARED_BY_APPEAL:
                return
            yield number

    def _is_amid_prose(self, number: int) -> bool:
        beside = [*self.lines[max(0, number - 1) : number], *self.lines[number + 1 : number + 2]]
        return all(weigh(other).is_sentence or is_noise(other) for other in beside)

    @cached_property
    def _headings(self) -> int:
        """How many lines between two paragraphs have the form of a heading."""
        return sum(
            _is_heading_by_form(line, weigh(line)) and self._is_amid_prose(number)
            for number, line in enumerate(self.lines)
            if len(line) <= _LONGEST_HEADING
        )
