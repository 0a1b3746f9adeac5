"""Lines and blocks of a plain text: where a paragraph begins and ends.

A block is a paragraph-sized piece: lines between blank ones, with hard-wrapped lines taken together and
lines that are paragraphs of their own kept apart. The text itself is never changed, so a block of a
hard-wrapped text holds its line breaks.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.model import Span

_INVISIBLE = "\u200b\u2060\ufeff"
"""Zero-width characters that ``str.strip`` leaves, but no reader sees."""

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

# A program that wraps text breaks it at no other space: "Velmora\N{NO-BREAK SPACE}News" stays together.
_WORD = re.compile(r"[^ \t\n\r\v\f\x85\u2028\u2029]{1,200}")

_WIDEST_WRAP = 110
"""No mail program, editor or news wire wraps wider; longer lines are paragraphs by themselves."""
_NARROWEST_WRAP = 30
"""Columns narrower than this are verse, addresses and lists."""
_RAGGED = 10
"""By how many characters a wrapped line may fall short of the width and still have been wrapped there."""
_MACHINE_MADE = 0.85
"""Where so many of the full lines fall short by none, a program wrapped them; a shorter one ends there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One line that is not blank."""

    span: Span
    """Without white space at either end."""
    width: int
    """Length with its indentation, in characters."""
    indent: int
    after_blank: bool
    """True when a blank line, or nothing, stands before it."""


def trimmed(text: str, start: int, end: int) -> Span | None:
    """``start..end`` without white space and invisible characters at its ends; None: nothing is left."""
    while start < end and _is_space(text[start]):
        start += 1
    while start < end and _is_space(text[end - 1]):
        end -= 1
    return Span(start=start, end=end) if start < end else None


def is_blank(text: str) -> bool:
    """True when ``text`` has nothing that can be seen."""
    return all(map(_is_space, text))


def blocks(
    text: str,
    alone: Callable[[str, int], bool] | None = None,
    begins: Callable[[str], bool] | None = None,
) -> tuple[Span, ...]:
    """The paragraph-sized pieces of ``text``, in order, together covering every character that is not space.

    ``alone(line, number)`` says of a line (its number counts the lines that are not blank, from 0) that it
    is a block of its own, whatever stands around it; ``begins(line)``, that it goes on with none before it.
    """
    lines = list(_lines(text))
    width = _wrap_width(lines, text)
    if width is None:
        return tuple(line.span for line in lines)
    width, ragged = _measure(lines, text, width)
    found: list[Span] = []
    joinable = False
    for number, line in enumerate(lines):
        stands_alone = alone is not None and alone(line.span.of(text), number)
        stands_apart = stands_alone or (begins is not None and begins(line.span.of(text)))
        if joinable and not stands_apart and _continues(lines[number - 1], line, text, width, ragged):
            found[-1] = Span(start=found[-1].start, end=line.span.end)
        else:
            found.append(line.span)
        joinable = not stands_alone
    return tuple(found)


def _is_space(character: str) -> bool:
    return character.isspace() or character in _INVISIBLE


def _lines(text: str) -> Iterator[_Line]:
    start, after_blank = 0, True
    ends = [(found.start(), found.end()) for found in _BREAK.finditer(text)]
    for end, next_start in [*ends, (len(text), len(text))]:
        span = trimmed(text, start, end)
        if span is not None:
            yield _Line(span=span, width=span.end - start, indent=span.start - start, after_blank=after_blank)
        after_blank = span is None
        start = next_start


def _wrap_width(lines: Sequence[_Line], text: str) -> int | None:
    """The column the text is wrapped at, or None when its line breaks are paragraph breaks.

    Wrapped text gives itself away: wherever a line breaks inside a block, the next word would not have
    fitted. It is taken for wrapped when that holds for at least half of the breaks.
    """
    breaks = [pair for pair in pairwise(lines) if not pair[1].after_blank]
    widths = sorted(line.width for line, _ in breaks)
    if not breaks or sum(line.width > _WIDEST_WRAP for line in lines) * 5 > len(lines):
        return None
    # Not the widest: a headline above its byline, or a long address, may stand out beyond the wrapped lines.
    width = widths[round(0.9 * (len(widths) - 1))]
    # Buttons and labels, however many, were never wrapped; they say nothing of the lines that were.
    breaks = [(line, follower) for line, follower in breaks if line.width * 2 > width]
    wrapped = sum(_is_full(line, follower, text, width) for line, follower in breaks)
    narrowest = _NARROWEST_WRAP if len(breaks) > 1 else 2 * _NARROWEST_WRAP
    return width if narrowest <= width <= _WIDEST_WRAP and wrapped * 2 >= len(breaks) else None


def _measure(lines: Sequence[_Line], text: str, width: int) -> tuple[int, int]:
    """The width more exactly, and by how many characters the wrapped lines fall short of it."""
    breaks = [pair for pair in pairwise(lines) if not pair[1].after_blank]
    full = [pair for pair in breaks if _is_full(*pair, text, width)]
    widths = sorted(line.width for line, _ in full)
    widest = widths[round(0.97 * (len(widths) - 1))] if widths else width
    exact = sum(_is_full(*pair, text, widest, 0) for pair in full)
    return (widest, 0) if exact >= _MACHINE_MADE * len(full) else (width, _RAGGED)


def _is_full(line: _Line, follower: _Line, text: str, width: int, ragged: int = _RAGGED) -> bool:
    """True when the next line's first word would not have fitted on ``line``."""
    start = follower.span.start
    first_word = _WORD.match(text, start, follower.span.end)
    length = first_word.end() - start if first_word else 0
    # A line much wider than the rest was not wrapped with them, unless it is one unbreakable word.
    fits = follower.width <= width + _RAGGED or length == follower.span.end - start
    return fits and line.width + 1 + length > width - ragged


def _continues(line: _Line, follower: _Line, text: str, width: int, ragged: int) -> bool:
    """True when ``follower`` goes on with the paragraph of ``line``."""
    if follower.after_blank or follower.indent > line.indent:
        return False
    return _is_full(line, follower, text, width, ragged)
