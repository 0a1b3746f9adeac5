"""Sentence boundaries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.extract import sentences
from sitegen.model import Span


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences.split(text, Span(start=0, end=len(text)))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Rain fell. The river rose.", ["Rain fell.", "The river rose."]),
        ("Gen. Oran Tell left on Oct. 7. He slept.", ["Gen. Oran Tell left on Oct. 7.", "He slept."]),
        ("J. K. Brod spoke. Then she left.", ["J. K. Brod spoke.", "Then she left."]),
        ("“Really?” he said. Rain fell.", ["“Really?” he said.", "Rain fell."]),
        ("“Really?” Ansel Brod said. Rain fell.", ["“Really?” Ansel Brod said.", "Rain fell."]),
        ("“We won!” The crowd left.", ["“We won!”", "The crowd left."]),
        ("“We won.” The crowd left.", ["“We won.”", "The crowd left."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("See No. 5 below. Rain fell.", ["See No. 5 below.", "Rain fell."]),
        ("Troops of the U.S. Army came. They left.", ["Troops of the U.S. Army came.", "They left."]),
        ("It rose 3.5 metres. It fell.", ["It rose 3.5 metres.", "It fell."]),
        ("Wait… what? Yes.", ["Wait… what?", "Yes."]),
        ("The sun. The sea.", ["The sun.", "The sea."]),
    ],
)  # fmt: skip
def test_boundaries(text: str, wanted: list[str]) -> None:
    assert split(text) == wanted


@given(st.text(alphabet='aA.?!"”“’ \n\u00a05', min_size=1, max_size=60))
def test_sentences_cover_every_character_but_white_space(text: str) -> None:
    inside = "".join(split(text))
    assert "".join(inside.split()) == "".join(text.split())
