import textwrap
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sitegen.intake import whole_text
from sitegen.intake.lines import blocks

PROSE = (
    "The council of Ostrin met on Monday to decide on the old harbour bridge, closed since the storms "
    "of last winter. Nobody spoke against the plan, and the mayor thanked the engineers. "
    "Work is to begin in the spring and to last for about two years, the council said."
)


def pieces(text: str) -> list[str]:
    return [block.of(text) for block in blocks(text)]


def test_blank_lines_part_paragraphs_whatever_the_line_ends():
    for end in ("\n", "\r\n", "\r", "\u2028"):
        assert pieces(f"One.{end}{end}Two.{end} {end}Three.{end}") == ["One.", "Two.", "Three."]


def test_hard_wrapped_lines_are_one_paragraph():
    paragraphs = [textwrap.fill(PROSE, 72), textwrap.fill(PROSE, 72)]
    assert pieces("\n\n".join(paragraphs)) == paragraphs


def test_a_short_headline_stands_apart_from_the_wrapped_text_right_below_it():
    body = textwrap.fill(PROSE, 72)
    assert pieces(f"Bridge to reopen\n{body}") == ["Bridge to reopen", body]


def test_a_line_set_in_begins_a_paragraph_of_a_wrapped_text():
    first = textwrap.fill(PROSE, 72, initial_indent="    ")
    assert pieces(f"{first}\n{first}") == [first.strip(), first.strip()]


def test_long_lines_are_paragraphs_even_without_blank_lines():
    assert pieces(f"Bridge to reopen\n{PROSE}\n{PROSE}\nA short one.") == [
        "Bridge to reopen",
        PROSE,
        PROSE,
        "A short one.",
    ]


def test_short_lines_of_a_list_stay_apart():
    assert pieces("Apples\nPears\nPlums\n\nNuts") == ["Apples", "Pears", "Plums", "Nuts"]


def test_white_space_and_invisible_characters_at_the_ends_are_no_part_of_a_paragraph():
    assert pieces("\ufeff\u00a0 One. \u200b\n\n \u200b \n\nTwo.\t") == ["One.", "Two."]


def test_a_blank_text_has_no_paragraphs():
    assert whole_text(" \n\u200b\n") == ()


@given(st.text(alphabet="ab .\n\r\t\u00a0\u2028–“”", max_size=300))
def test_paragraphs_are_in_order_apart_and_hold_every_visible_character(text):
    spans = whole_text(text)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
