"""Plain text: a seed without markup, whose paragraphs are told from its line breaks."""

from sitegen.intake import lines
from sitegen.intake.boilerplate import is_known_noise
from sitegen.intake.header_lines import read_header_line
from sitegen.intake.reading import Reading
from sitegen.intake.section_lines import section_names
from sitegen.model import Span

_HEAD_LINES = 8
"""Byline and section line need no blank line around them this near to the top."""


def read(text: str) -> Reading:
    """The text as it stands, in blocks."""
    return Reading(text=text, blocks=lines.blocks(text, alone=_stands_alone))


def whole_text(text: str) -> tuple[Span, ...]:
    """The paragraphs of a bare text, nothing taken off; empty for a blank one."""
    return lines.blocks(text)


def _stands_alone(line: str, number: int) -> bool:
    if is_known_noise(line):
        return True
    near_top = number < _HEAD_LINES
    return near_top and (read_header_line(line) is not None or section_names(line) is not None)
