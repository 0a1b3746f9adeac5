"""Quotation marks on hostile input; how they pair is told by the cases in attributions/spans.yml."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.extract.speech.marks.stretches import pair
from sitegen.intake import whole_text

_PIECES = ["“", "”", '"', '""', "''", "``", "″", "‘", "’", "'", "`", "„", "‚", "«", "»", "‹", "›"]
_OTHER = ["a", "s", " ", "6", ".", ",", "(", ")", "—", "<b ", ">", "\n", "\n\n", " 'n' ", "don't"]


@given(st.lists(st.sampled_from(_PIECES + _OTHER), max_size=40).map("".join))
def test_stretches_stand_in_order_apart_and_inside_their_paragraph(text: str) -> None:
    paragraphs = whole_text(text)
    end = 0
    for stretch in pair(text, paragraphs):
        paragraph = paragraphs[stretch.paragraph]
        assert max(end, paragraph.start) <= stretch.opening <= stretch.start < stretch.end
        assert stretch.end <= stretch.closing <= paragraph.end
        words = text[stretch.start : stretch.end]
        assert words == words.strip()
        end = stretch.closing


@pytest.mark.parametrize(
    "unit",
    [
        "“",
        '"',
        '""',
        '""a ',
        " 'a",
        "‘a “b ",
        '14" ',
        '"14" ',
        "(“a",
        '("a ',
        "»a «b ",
        "“a\n\n",
        "“a\n\nb” ",
        '<a "',
        "‚a‘ ",
        "” ",
    ],
)
def test_hostile_repetition_of_marks_takes_linear_time(unit: str) -> None:
    # Not a timed test: quadratic behaviour on this size would run for many minutes and be noticed.
    text = unit * (300_000 // len(unit))
    pair(text, whole_text(text))
