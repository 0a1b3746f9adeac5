"""Sketches: small, the same on every machine, and near enough to the truth."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import sketch
from sitegen.sketch import Sketch

ROOT = Path(__file__).parents[1]
WORDS = [
    "ferry",
    "harbour",
    "dawn",
    "council",
    "members",
    "argued",
    "trams",
    "bread",
    "prices",
    "lock",
    "mole",
]


def text(seed: int, length: int = 400) -> list[str]:
    """Words of no sense, in which hardly four in a row come twice."""
    chance = random.Random(seed)  # noqa: S311 - to make texts, not secrets
    return [chance.choice(WORDS) + str(chance.randrange(40)) for _ in range(length)]


def drawn(words: list[str]) -> Sketch:
    found = sketch.read(sketch.draw([" ".join(words)]))
    assert found is not None
    return found


def grams(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[at : at + 4]) for at in range(len(words) - 3)}


def test_a_sketch_is_the_same_on_every_machine_and_in_every_version() -> None:
    # Content files keep these strings for years: a change here is a change of the format.
    made = sketch.draw([" ".join(f"word{number}" for number in range(60))])
    assert made == (
        "AAAAOdDEmM8twFcWm8ePcORyqFVvr25N/nBOO/USt4dLF11zRHYII8lAkIEZXGHK"
        "KspE8sDoUjLQ5mkdDrOHYzYNfJZyDB2Jc1HAr96adavTyOMpCtzaJgE8s/om07ba"
        "DaXxiFBTquQNT3Fu7kU7pi7DsMNY4e1fZYwJ/vknSdK5v7kJcJfwC9IIK/I"
    )


def test_a_sketch_does_not_depend_on_the_process() -> None:
    code = "import sys, json; from sitegen import sketch; print(sketch.draw(json.loads(sys.argv[1])))"
    words = json.dumps([" ".join(text(1))])
    made = {
        subprocess.run(
            [sys.executable, "-c", code, words],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert made == {f"{sketch.draw([' '.join(text(1))])}\n"}


@pytest.mark.parametrize("length", [60, 400, 20_000])
def test_a_sketch_is_as_long_whatever_the_text(length: int) -> None:
    made = sketch.draw([" ".join(text(2, length))])
    assert made is not None
    assert len(made) == 187
    assert made.isascii()


@pytest.mark.parametrize(
    "words", [[], ["one"], ["a b c"], [" ".join(["again"] * 500)], [" ".join(text(3, 32))]]
)
def test_a_text_too_short_to_compare_has_none(words: list[str]) -> None:
    assert sketch.draw(words) is None


def test_capitals_marks_and_paragraphs_make_no_difference() -> None:
    words = text(4)
    plain = sketch.draw([" ".join(words)])
    printed = sketch.draw([", ".join(words[:150]).upper() + ".", "“" + " ".join(words[150:]) + "”"])
    assert printed == plain


@pytest.mark.parametrize("kept", [400, 300, 200, 100])
def test_shares_are_estimated(kept: int) -> None:
    for seed in range(20):
        whole = text(seed)
        other = whole[:kept] + text(seed + 1000, 100)
        true = len(grams(whole) & grams(other)) / len(grams(whole) | grams(other))
        assert drawn(whole).resemblance(drawn(other)) == pytest.approx(true, abs=0.16)
        part = whole[:kept]
        assert drawn(whole).shared(drawn(part)) > 0.55


def test_texts_that_share_nothing_seem_to_share_next_to_nothing() -> None:
    sketches = [drawn(text(seed)) for seed in range(60)]
    assert max(one.resemblance(other) for one in sketches for other in sketches if one is not other) < 0.06


def test_chinese_is_compared_letter_by_letter() -> None:
    text = "奥斯特林港务局批准修建一座新船闸港务局局长对记者说旧闸门再也撑不过一个冬天部长称这一决定早就该做"
    one, other = sketch.read(sketch.draw([text])), sketch.read(sketch.draw([text[:-8]]))
    assert one is not None
    assert other is not None
    assert one.resemblance(other) > 0.6


@given(st.none() | st.text(max_size=200) | st.binary(max_size=150).map(lambda raw: raw.decode("latin-1")))
def test_anything_else_in_a_content_file_is_no_sketch(written: str | None) -> None:
    assert sketch.read(written) is None


@given(st.lists(st.text(max_size=60), max_size=40))
def test_every_text_can_be_drawn_and_read_back(paragraphs: list[str]) -> None:
    made = sketch.draw(paragraphs)
    assert made is None or sketch.read(made) is not None


def test_two_megabytes_take_seconds_and_little_memory() -> None:
    began = time.monotonic()
    assert sketch.draw([" ".join(text(5, 200_000))]) is not None
    assert time.monotonic() - began < 15
