"""Headline, byline, dateline, body, boilerplate: which block of a text is what.

The rule in doubt: it is body. Every block ends up in the headline, in the body, among the removed ones, or as
the section line that became ``Facts.sections``; none is lost.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.facts import merge
from sitegen.intake import boilerplate
from sitegen.intake.datelines import read_dateline
from sitegen.intake.header_lines import read_header_line
from sitegen.intake.reading import Reading
from sitegen.intake.section_lines import section_names
from sitegen.lexicon import load
from sitegen.model import Facts, Span

_HEAD_BLOCKS = 12
"""How many blocks may stand above the body."""
_SECTION_LINES = 4
_LONGEST_HEADLINE = 250
_MOST_HEADLINE_WORDS = 35
_CLOSING_MARKS = " \t\"'”’»)]"
_WORD = re.compile(r"\w{1,100}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A text taken apart."""

    paragraphs: tuple[Span, ...]
    """The body; never empty where the reading has a block."""
    headline: Span | None
    """The block that is the title, or from which the title is to be taken."""
    removed: tuple[Span, ...]
    sections: tuple[Span, ...]
    """The lines that ``facts.sections`` was read from."""
    facts: Facts
    """What section line, byline, date line and dateline state."""


def lay_out(reading: Reading, *, title: str | None) -> Layout:
    """Tell the parts of a text from one another.

    Args:
        reading: the text and its blocks.
        title: the title, where somebody has stated it; None: the text's own headline is to be found.
    """
    head = _Head(reading, title)
    rest = head.read()
    if not rest:
        # All furniture and no body: more likely a text like no other than an article without words.
        return Layout(paragraphs=reading.blocks, headline=None, removed=(), sections=(), facts=Facts())
    first, removed, published = _without_dateline(reading.text, rest)
    body, noise = _without_boilerplate(reading.text, first)
    return Layout(
        paragraphs=body,
        headline=head.headline,
        removed=tuple(sorted([*reading.furniture, *head.removed, *removed, *noise])),
        sections=tuple(head.sections),
        facts=merge(head.facts, Facts(published=published)),
    )


def same_words(one: str, other: str) -> bool:
    """True when both have the same words, whatever their capitals, punctuation and spaces."""
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold()) != []


class _Head:
    """One pass over the blocks above the body; its attributes are what it has found."""

    def __init__(self, reading: Reading, title: str | None) -> None:
        self.text = reading.text
        furniture = frozenset(reading.furniture)
        self.blocks = tuple(block for block in reading.blocks if block not in furniture)
        self.heading = reading.heading
        self.title = title
        self.headline: Span | None = None
        self.removed: list[Span] = []
        self.sections: list[Span] = []
        self.facts = Facts()
        self.may_guess = not reading.marks_headings or (title is None and reading.heading is None)
        if title is not None and any(self._is_title(block) for block in self.blocks[:_HEAD_BLOCKS]):
            self.may_guess = False

    def read(self) -> tuple[Span, ...]:
        """The blocks below the head."""
        steps = (self._take_noise, self._take_sections, self._take_header_line, self._take_headline)
        number = 0
        for number, block in enumerate(self.blocks[:_HEAD_BLOCKS]):
            if not any(step(block, number) for step in steps):
                break
        else:
            number += 1
        return self._without_late_heading(self.blocks[number:])

    def _take_noise(self, block: Span, _number: int) -> bool:
        if not boilerplate.is_noise(block.of(self.text), above=True):
            return False
        self.removed.append(block)
        return True

    def _take_sections(self, block: Span, _number: int) -> bool:
        names = section_names(block.of(self.text))
        if names is None or self.headline is not None or len(self.sections) == _SECTION_LINES:
            return False
        self.sections.append(block)
        self.facts = merge(Facts(sections=(*self.facts.sections, *names)), self.facts)
        return True

    def _take_header_line(self, block: Span, _number: int) -> bool:
        stated = read_header_line(block.of(self.text))
        if stated is None:
            return False
        self.facts = merge(self.facts, stated)
        self.removed.append(block)
        return True

    def _take_headline(self, block: Span, number: int) -> bool:
        if self.headline is not None:
            if same_words(block.of(self.text), self.headline.of(self.text)):
                self.removed.append(block)
                return True
            return False
        if block == self.heading or self._is_title(block):
            self._accept(block)
            return True
        follower = next(iter(self.blocks[number + 1 : number + 2]), None)
        if self.may_guess and follower and _looks_like_headline(self.text, block, follower):
            self.may_guess = False
            self._accept(block)
            return True
        return False

    def _accept(self, block: Span) -> None:
        """Take ``block`` for the headline, or off the text when somebody has stated another title."""
        if self.title is None or self._is_title(block):
            self.headline = block
        else:
            self.removed.append(block)

    def _is_title(self, block: Span) -> bool:
        return self.title is not None and same_words(block.of(self.text), self.title)

    def _without_late_heading(self, blocks: tuple[Span, ...]) -> tuple[Span, ...]:
        """The marked heading, or the stated title, is the headline even where a paragraph stands above it."""
        if self.headline is not None:
            return blocks
        near_top = self.blocks[:_HEAD_BLOCKS]
        for block in blocks:
            stated = block in near_top and self._is_title(block)
            if stated or (block == self.heading and self.title is None):
                self.headline = block
                return tuple(other for other in blocks if other != block)
        return blocks


def _looks_like_headline(text: str, block: Span, follower: Span) -> bool:
    """True for a short line that ends like no sentence, Is Written Like This, or stands above a dateline."""
    words = block.of(text)
    tokens = words.split()
    if len(words) > _LONGEST_HEADLINE or len(tokens) > _MOST_HEADLINE_WORDS:
        return False
    dateline = read_dateline(text, block)
    if dateline is not None and dateline.body_start == block.end:
        return False
    last = tokens[-1].rstrip(_CLOSING_MARKS)
    if last.endswith((",", ":")):
        return False
    if not last.endswith(".") or _is_abbreviation(last) or _is_in_title_case(tokens):
        return True
    return read_dateline(text, follower) is not None or read_header_line(follower.of(text)) is not None


def _is_abbreviation(word: str) -> bool:
    """True for "Inc." and "U.S."."""
    return word.count(".") > 1 or word.rstrip(".").casefold() in _abbreviations()


def _is_in_title_case(tokens: Sequence[str]) -> bool:
    long_words = [word for word in ("".join(filter(str.isalpha, token)) for token in tokens) if len(word) > 3]
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) * 10 >= 7 * len(long_words)


def _without_dateline(
    text: str, blocks: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...], str | None]:
    """The body without its dateline; what was taken off; the date it states."""
    first, *others = blocks
    dateline = read_dateline(text, first)
    if dateline is None or (dateline.body_start == first.end and not others):
        return blocks, (), None
    if dateline.body_start == first.end:
        return tuple(others), (dateline.span,), dateline.published
    body = Span(start=dateline.body_start, end=first.end)
    return (body, *others), (dateline.span,), dateline.published


def _without_boilerplate(text: str, blocks: tuple[Span, ...]) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The body without noise inside it and boilerplate below it; what was taken off."""
    end = boilerplate.body_end([block.of(text) for block in blocks])
    body = tuple(block for block in blocks[:end] if not boilerplate.is_noise(block.of(text)))
    if not body:
        return blocks, ()
    kept = set(body)
    return body, tuple(block for block in blocks if block not in kept)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(load("intake")["abbreviations"])
