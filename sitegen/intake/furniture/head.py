"""What stands above the body: sections, headline, byline, dates, and the page's own lines among them."""

import re
from collections.abc import Sequence

from sitegen.facts import merge
from sitegen.intake.datelines import is_lone_dateline, read_dateline
from sitegen.intake.furniture.authors import is_about_an_author
from sitegen.intake.furniture.boilerplate import is_noise
from sitegen.intake.furniture.headlines import choose, is_ticked, looks_like_headline, same_words
from sitegen.intake.furniture.known_lines import is_noise_anywhere
from sitegen.intake.furniture.opening import (
    is_strange,
    is_told,
    is_told_headline,
    opens_a_page,
    reach,
    speaks_of_its_paper,
    tells_a_calling,
)
from sitegen.intake.furniture.tail_lines import is_plain_label
from sitegen.intake.furniture.vocabulary import Vocabulary
from sitegen.intake.furniture.weighing import weigh
from sitegen.intake.header_lines import is_bare_name, read_header_line
from sitegen.intake.reading import Reading
from sitegen.intake.section_lines import section_names
from sitegen.model import Facts, Span

_MOST_BLOCKS = 60
"""How many blocks may stand above the first sentence of the body."""
_BLOCKS_WITHOUT_PROSE = 12
"""And how many where there is none below them: a list, a poem, a table."""
_SECTION_LINES = 4
_MOST_LABEL_WORDS = 40
_LONGEST_LABEL = 100
_STOP_INSIDE = re.compile(r"[^\W\d_]{2}[.!?]\s+\w|[。！？]")
_MOST_KICKER_WORDS = 7
_MOST_STRAY_WORDS = 9
_STRAY = -3.0
_MOST_NOTICES = 4  # sentences of the page above the headline
_BODY_BLOCKS = 20
_BODY_READ = 6_000
"""How much of the body is compared with the lines above it, in characters."""


class Head:
    """One pass over the blocks above the body; its attributes are what it has found."""

    def __init__(self, reading: Reading, title: str | None) -> None:
        self.text = reading.text
        furniture = frozenset(reading.furniture)
        self.blocks = tuple(block for block in reading.blocks if block not in furniture)
        self.heading = reading.heading
        self.marks_headings = reading.marks_headings
        self.title = title
        self.headline: Span | None = None
        self.removed: list[Span] = []
        self.sections: list[Span] = []
        self.facts = Facts()
        self.in_body = False
        self.lines = [block.of(self.text) for block in self.blocks]
        self.vocabulary = Vocabulary(self.lines)
        self.zone = self.blocks[: self._beginning()]
        self.last_sign = self._last_sign()
        self.body = self._opening_of_body()
        self.may_guess = not reading.marks_headings or (title is None and reading.heading is None)
        if title is not None and any(self._is_title(block) for block in self.zone):
            self.may_guess = False

    def read(self) -> tuple[Span, ...]:
        """The blocks of the body and below."""
        place = self._find_headline()
        kept: list[Span] = []
        for number, block in enumerate(self.zone):
            self.in_body = bool(kept)
            if not self._take(number, block, place):
                kept.append(block)
        return (*kept, *self._without_late_headline(self.blocks[len(self.zone) :]))

    def _without_late_headline(self, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
        """The marked heading, or the stated title, is the headline even where a paragraph stands above it."""
        if self.headline is not None:
            return blocks
        near_top = self.blocks[:_BLOCKS_WITHOUT_PROSE]
        for block in blocks:
            stated = block in near_top and self._is_title(block)
            if stated or (block == self.heading and self.title is None):
                self.headline = block
                return tuple(other for other in blocks if other != block)
        return blocks

    def _first_prose(self, first: int = 0) -> int:
        """The number of the first block, from ``first`` on, that the body may begin with for certain."""
        for number, block in enumerate(self.blocks[first:_MOST_BLOCKS], first):
            if self._is_prose(number, block):
                return number
        return max(first, min(_BLOCKS_WITHOUT_PROSE, len(self.blocks)))

    def _beginning(self) -> int:
        """The number of blocks down to the first paragraph, the page's sentences among them passed over."""
        end = self._first_prose()
        if self.marks_headings or self.title is not None:
            return end
        while end < min(_MOST_BLOCKS, len(self.blocks)):
            lower = reach(
                self.lines, end, self.vocabulary, is_page_s=self._is_page_s, is_of_head=self._is_of_head
            )
            if lower == end:
                lower = self._late_headline(end)
            if lower == end:
                break
            end = self._first_prose(lower)
        return end

    def _late_headline(self, end: int) -> int:
        """The number of the block below a headline, where there is none above but a sentence of the page."""
        for number, line in enumerate(self.lines[end : end + _MOST_NOTICES + 1], end):
            if is_told_headline(line, self.vocabulary) and number > end:
                above = any(is_told_headline(other, self.vocabulary) for other in self.lines[:end])
                return end if above or number + 1 == len(self.lines) else number + 1
            if not is_strange(line, self.vocabulary):
                break
        return end

    def _last_sign(self) -> int:
        """The number of the last block of the zone that is the page's for certain; -1: there is none."""
        if self.marks_headings or self.title is not None:
            return -1
        lines = enumerate(self.lines[: len(self.zone)])
        return max((at for at, line in lines if self._is_of_head(line) or self._is_page_s(line)), default=-1)

    def _is_of_head(self, words: str) -> bool:
        """True for a byline, a date, a count: what stands above an article and nowhere else."""
        if is_lone_dateline(words) or opens_a_page(words, weigh(words)):
            return True
        return read_header_line(words) is not None

    def _opening_of_body(self) -> str:
        """The first paragraphs below the zone, to compare its lines with."""
        below = (block.of(self.text)[:_BODY_READ] for block in self.blocks[len(self.zone) :][:_BODY_BLOCKS])
        return " ".join(filter(is_told, below))[:_BODY_READ]

    def _is_prose(self, number: int, block: Span) -> bool:
        words = block.of(self.text)
        weight = weigh(words)
        if block == self.heading or self._is_page_s(words):
            return False
        if weight.words > _MOST_LABEL_WORDS or (len(words) > _LONGEST_LABEL and _STOP_INSIDE.search(words)):
            return not self._is_title(block)
        if self._is_title(block) or read_header_line(words) is not None or is_about_an_author(words):
            return False
        dateline = read_dateline(self.text, block)
        if dateline is not None and dateline.body_start < block.end:
            return True
        stops = weight.is_sentence or words.endswith(".")
        return stops and not looks_like_headline(self.text, block, self._followers(number))

    def _followers(self, number: int) -> Sequence[Span]:
        """What stands below a block, the furniture of the next few lines left out."""
        below = self.blocks[number + 1 : number + 6]
        return [block for block in below if not weigh(block.of(self.text)).is_likely][:1]

    def words(self, number: int) -> str:
        """The words of a block of the zone."""
        return self.zone[number].of(self.text)

    def _find_headline(self) -> int | None:
        """The number of the headline in the zone; None: there is none."""
        for number, block in enumerate(self.zone):
            if self._is_title(block) or (block == self.heading and self.title is None):
                return number
        if not self.may_guess:
            return None
        able = [number for number, block in enumerate(self.zone) if self._may_be_headline(number, block)]
        plain = [number for number in able if not self._is_noise(number)]
        # "Follow the money" is a headline where nothing else is.
        able = plain or [number for number in able if self._is_of_body(number)]
        able = [number for number in able if number == able[0] or not is_bare_name(self.words(number))]
        if not able:
            return None
        return able[choose([self.words(number) for number in able], self.body)]

    def _is_page_s(self, words: str) -> bool:
        """True for a line of the page; a format that marks its headings has few, so they have to be sure."""
        return is_noise(words) or (not self.marks_headings and is_noise(words, above=True))

    def _is_noise(self, number: int) -> bool:
        return self._is_page_s(self.words(number))

    def _is_of_body(self, number: int) -> bool:
        """True for a line that shares a word with the paragraphs, or where there are too few to tell."""
        return not self.vocabulary.is_foreign(self.words(number))

    def _may_be_headline(self, number: int, block: Span) -> bool:
        words = block.of(self.text)
        if number + 1 == len(self.blocks) or weigh(words).shape or is_noise_anywhere(words):
            return False
        if section_names(words) is not None or read_header_line(words) is not None:
            return False
        return looks_like_headline(self.text, block, self._followers(number))

    def _take(self, number: int, block: Span, place: int | None) -> bool:
        """True for a block that is none of the body's; what it tells is noted."""
        words = block.of(self.text)
        if number == place:
            self._accept(block)
            return True
        above = place is not None and number < place
        stated = read_header_line(words)
        names = section_names(words)
        if stated is None and (place is None or above) and names is not None:
            return self._take_sections(block, names)
        if stated is not None:
            self.facts = merge(self.facts, stated)
        elif self._is_byline(number, block, place):
            self.facts = merge(self.facts, Facts(byline=" ".join(words.split())))
        elif not (
            self._is_above(number, place)
            or self._is_furniture(words, place, block)
            or self._is_stray(number, place)
            or self._is_amid_signs(number)
            or self._is_calling(block)
        ):
            return False
        self.removed.append(block)
        return True

    def _is_above(self, number: int, place: int | None) -> bool:
        """True for a line above the headline, unless it is long and about the same."""
        if place is None or number > place or self.marks_headings:
            return False
        few = weigh(self.words(number)).words <= _MOST_KICKER_WORDS
        words = self.words(number)
        return few or is_ticked(words) or not self._is_of_body(number) or is_strange(words, self.vocabulary)

    def _is_furniture(self, words: str, place: int | None, block: Span) -> bool:
        if self._is_page_s(words) or is_about_an_author(words):
            return True
        if not self.in_body and speaks_of_its_paper(words):
            return True
        if place is not None and same_words(words, self.zone[place].of(self.text)):
            return True
        return block == self.heading

    def _is_stray(self, number: int, place: int | None) -> bool:
        """True for a label below the headline that has no word in common with the body ("Our reporter").

        A summary of the article, which may stand there too, has.
        """
        if place is None or number <= place or self.in_body:
            return False
        words = self.words(number)
        weight = weigh(words)
        if weight.is_sentence or weight.quotes or not words[-1].isalnum() or weight.words > _MOST_STRAY_WORDS:
            return False
        if not self.vocabulary.is_foreign(words):
            return False
        return weight.points >= _STRAY

    def _is_amid_signs(self, number: int) -> bool:
        """True for a line above a sign of a page that the article has hardly a word of, or a label below."""
        words = self.words(number)
        if is_lone_dateline(words):
            return True
        if self.last_sign < 0 or not is_strange(words, self.vocabulary):
            return False
        if number < self.last_sign:
            return True
        return not self.in_body and is_plain_label(words) and self.vocabulary.is_foreign(words)

    def _is_calling(self, block: Span) -> bool:
        """True for "Harbour reporter, Ostrin News" right below the name of who wrote the article."""
        words = block.of(self.text)
        if not self.removed or self.in_body or not tells_a_calling(words):
            return False
        above = " ".join(self.removed[-1].of(self.text).split())
        return is_strange(words, self.vocabulary) or bool(self.facts.byline and self.facts.byline in above)

    def _is_byline(self, number: int, block: Span, place: int | None) -> bool:
        """True for a name by itself below the headline, of somebody whom the article does not tell of."""
        words = block.of(self.text)
        if place is None or number <= place or self.facts.byline or not is_bare_name(words):
            return False
        # Among a page's marked paragraphs "GIRLS BASKETBALL" is a subhead in bold.
        if self.marks_headings and words.isupper():
            return False
        return words.split()[-1].casefold() not in self.body.casefold()

    def _take_sections(self, block: Span, names: tuple[str, ...]) -> bool:
        if len(self.sections) == _SECTION_LINES:
            self.removed.append(block)
            return True
        self.sections.append(block)
        self.facts = merge(Facts(sections=(*self.facts.sections, *names)), self.facts)
        return True

    def _accept(self, block: Span) -> None:
        """Take ``block`` for the headline, or off the text when somebody has stated another title."""
        if self.title is None or self._is_title(block):
            self.headline = block
        else:
            self.removed.append(block)

    def _is_title(self, block: Span) -> bool:
        return self.title is not None and same_words(block.of(self.text), self.title)
