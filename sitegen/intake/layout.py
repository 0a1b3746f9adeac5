"""Headline, byline, dateline, body, credits, boilerplate: which block of a text is what.

The rule in doubt: it is body. Every block ends up in the headline, in the body, among the removed ones, among
the credits, or as the section line that became ``Facts.sections``; none is lost.
"""

from dataclasses import dataclass

from sitegen.facts import merge
from sitegen.intake.datelines import Dateline, read_dateline
from sitegen.intake.furniture.boilerplate import Body
from sitegen.intake.furniture.credit_lines import is_credit
from sitegen.intake.furniture.head import Head
from sitegen.intake.furniture.tail import body_end
from sitegen.intake.reading import Reading
from sitegen.model import Facts, Span

_CREDIT_BLOCKS = 4
"""Credits stand among so many blocks at the end of the body."""


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
    credits: tuple[Span, ...] = ()
    """The lines that ``facts.credits`` was read from."""
    facts: Facts
    """What section line, byline, date line, dateline and credits state."""


def lay_out(reading: Reading, *, title: str | None) -> Layout:
    """Tell the parts of a text from one another.

    Args:
        reading: the text and its blocks.
        title: the title, where somebody has stated it; None: the text's own headline is to be found.
    """
    head = Head(reading, title)
    rest = head.read()
    if not rest:
        # All furniture and no body: more likely a text like no other than an article without words.
        kept, marked = (head.blocks, reading.furniture) if head.blocks else (reading.blocks, ())
        return Layout(paragraphs=kept, headline=None, removed=marked, sections=(), facts=Facts())
    first, dateline = _without_dateline(reading.text, rest)
    body, noise = _without_boilerplate(reading, first, head)
    body, credited = _without_credits(reading.text, body, noise)
    removed = (dateline.span,) if dateline else ()
    credited = (*removed, *credited) if dateline and dateline.is_credit else credited
    lines = tuple(" ".join(span.of(reading.text).split()) for span in credited)
    return Layout(
        paragraphs=body,
        headline=head.headline,
        removed=tuple(sorted({*reading.furniture, *head.removed, *removed, *noise}.difference(credited))),
        sections=tuple(head.sections),
        credits=credited,
        facts=merge(head.facts, Facts(published=dateline.published if dateline else None, credits=lines)),
    )


def _without_dateline(text: str, blocks: tuple[Span, ...]) -> tuple[tuple[Span, ...], Dateline | None]:
    """The body without its dateline; what was taken off."""
    first, *others = blocks
    dateline = read_dateline(text, first)
    if dateline is None or (dateline.body_start == first.end and not others):
        return blocks, None
    if dateline.body_start == first.end:
        return tuple(others), dateline
    body = Span(start=dateline.body_start, end=first.end)
    return (body, *others), dateline


def _without_boilerplate(
    reading: Reading, blocks: tuple[Span, ...], head: Head
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The body without noise inside it and boilerplate below it; what was taken off."""
    lines = Body(
        [block.of(reading.text) for block in blocks],
        vocabulary=head.vocabulary,
        byline=head.facts.byline,
        chosen=reading.marks_headings,
    )
    body = tuple(
        block for number, block in enumerate(blocks[: body_end(lines)]) if not lines.is_noise(number)
    )
    if not body:
        return blocks, ()
    kept = set(body)
    return body, tuple(block for block in blocks if block not in kept)


def _without_credits(
    text: str, body: tuple[Span, ...], noise: tuple[Span, ...]
) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The body without the credits at its end; these and those of the boilerplate."""
    ending = [block for block in body[1:][-_CREDIT_BLOCKS:] if is_credit(block.of(text))]
    below = [block for block in noise if block.start > body[0].start and is_credit(block.of(text))]
    return tuple(block for block in body if block not in ending), tuple(sorted([*ending, *below]))
