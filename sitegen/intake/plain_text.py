"""Plain text: a seed without markup, whose paragraphs are told from its line breaks."""

from sitegen.intake import lines
from sitegen.intake.furniture.known_lines import is_noise_anywhere
from sitegen.intake.furniture.weighing import is_labelled, weigh
from sitegen.intake.header_lines import read_header_line
from sitegen.intake.reading import Reading
from sitegen.intake.section_lines import section_names
from sitegen.model import Span

_HEAD_LINES = 16
"""Byline, section line and buttons need no blank line around them this near to the top."""
_LONGEST_BUTTON = 45
"""In characters: too short to have been broken at the width of the text."""

_LONGEST_NOTICE = 110


def read(text: str) -> Reading:
    """The text as it stands, in blocks."""
    return Reading(text=text, blocks=lines.blocks(text, alone=_stands_alone, begins=is_labelled))


def whole_text(text: str) -> tuple[Span, ...]:
    """The paragraphs of a bare text, nothing taken off; empty for a blank one."""
    return lines.blocks(text)


def _stands_alone(line: str, number: int) -> bool:
    if is_noise_anywhere(line):
        return True
    if number >= _HEAD_LINES:
        return _is_notice(line)
    return (
        read_header_line(line) is not None
        or section_names(line) is not None
        or _is_button(line)
        or _is_notice(line)
    )


def _is_button(line: str) -> bool:
    """True for "Share this story": no line of prose, and not the first of a longer notice."""
    if len(line) > _LONGEST_BUTTON or line[:1].islower() or line.endswith("."):  # "… whether to\nLeave."
        return False
    weight = weigh(line)
    return weight.is_likely and weight.others == 0


def _is_notice(line: str) -> bool:
    """True for a whole sentence that is furniture for certain ("This article has been updated.")."""
    weight = weigh(line) if len(line) <= _LONGEST_NOTICE and not line[:1].islower() else None
    return weight is not None and weight.is_sure and weight.is_sentence
