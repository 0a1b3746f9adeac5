"""Key phrases: what a reader sees of YAKE's ranking, and what is kept from them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import SitegenError
from sitegen.extract import key_phrases
from sitegen.model import KeyPhrase

ROOT = Path(__file__).parents[2]

HARBOUR = (
    "Ostrin Harbour Strike Enters Third Week",
    "OSTRIN — Dock workers at Ostrin Harbour said Thursday that their strike would go on, and Mr. Marr said "
    "the same on Friday.",
    "“The harbour authority has not called us,” Tilda Marr said. The dock workers’ union wants a pay rise.",
    "The harbour authority’s chief, Col. Iven Sarno, said in October that the U.S.-led talks had failed. "
    "Col. Sarno has since met officials of the U.S. twice.",
    "Velmora imports its grain through Ostrin Harbour. Grain prices rose in May; grain prices may rise yet.",
)


def rank(*blocks: str, count: int = 10, max_words: int = 3, language: str = "en") -> dict[str, KeyPhrase]:
    found = key_phrases.rank(blocks, count=count, max_words=max_words, language=language)
    return {phrase.phrase: phrase for phrase in found}


def test_phrases_are_what_the_article_is_about() -> None:
    names = {name.casefold() for name in rank(*HARBOUR)}
    assert names >= {"ostrin harbour", "harbour authority", "dock workers", "strike", "grain"}


def test_phrases_used_twice_or_more_come_first() -> None:
    counts = [phrase.count for phrase in rank(*HARBOUR, count=30).values()]
    once = counts.index(1)
    assert min(counts[:once]) >= 2
    assert set(counts[once:]) == {1}


def test_count_and_max_words_are_limits() -> None:
    assert len(rank(*HARBOUR, count=3)) == 3
    assert all(" " not in name for name in rank(*HARBOUR, count=30, max_words=1))


def test_days_months_reporting_words_and_forms_of_address_are_no_phrases() -> None:
    words = {word.strip(".").casefold() for name in rank(*HARBOUR, count=40) for word in name.split()}
    assert words.isdisjoint({"thursday", "friday", "october", "said", "mr"})


def test_a_month_that_is_also_a_name_stays_inside_a_longer_phrase() -> None:
    body = "Augusta May opened the dam. The dam is old. Engineers thanked Augusta May. It rained in May."
    assert "Augusta May" in rank("The dam at Ostrin", body)
    assert "May" not in rank("The dam at Ostrin", body, count=40)


def test_a_phrase_reads_as_the_article_writes_it_typographic_apostrophe_and_all() -> None:
    found = rank("Webs", "The spider’s web held. A spider’s web is strong.", count=20)
    assert found["spider’s web"].count == 2


def test_a_quotation_mark_is_no_part_of_a_phrase() -> None:
    found = rank(
        "‘Circle of Reeds’ meets", "The “Circle of Reeds” met. “Circle of Reeds” is a club.", count=20
    )
    assert "Circle of Reeds" in found
    assert not any(mark in name for name in found for mark in "‘’“”'\"")


def test_part_of_a_hyphenated_word_is_no_phrase() -> None:
    assert "led talks" not in rank(*HARBOUR, count=40)


def test_the_headline_does_not_run_into_the_first_sentence() -> None:
    found = rank("Flood reaches Ostrin", "Bridges closed early. Bridges stay shut.", count=40)
    assert not any("Ostrin Bridges" in name for name in found)


def test_the_commonest_spelling_wins_and_a_headlines_capitals_lose_a_tie() -> None:
    found = rank("Grain Prices Rise", "Then grain prices fell.", count=20)
    assert found["grain prices"].count == 2
    assert "Grain Prices" not in found


def test_a_part_of_a_phrase_is_left_out_unless_used_by_itself() -> None:
    bound = rank("Dams", "The Tessel Dam is high. The Tessel Dam is old.", count=20)
    assert "Tessel Dam" in bound
    assert not {"Tessel", "Dam"} & set(bound)
    own = rank("Grain", "The grain market shut. Grain rots. Grain is dear. The grain market reopened. Grain!")
    assert {name.casefold() for name in own} >= {"grain market", "grain"}


def test_a_plural_of_a_phrase_is_not_a_second_phrase() -> None:
    found = rank(
        "Salt", "The salt roads are shut. A salt road is long. The salt roads and a salt road.", count=20
    )
    assert len([name for name in found if name.startswith("salt road")]) == 1


def test_a_mere_part_gives_its_place_to_the_longer_phrase() -> None:
    names = list(rank(*HARBOUR))
    assert "Dock workers" in names
    assert "Dock" not in names


def test_a_closing_mark_is_not_taken_for_a_plural_possessive() -> None:
    found = rank("‘Songs of Reeds’ premieres", "The workers’ union sang. The workers’ union won.", count=20)
    assert "workers’ union" in found
    assert not any("Reeds’" in name for name in found)


def test_a_break_between_words_is_no_occurrence() -> None:
    found = rank(
        "Ports", "The salt road is long. The salt road is dry. They sell salt. Road works go on.", count=9
    )
    assert found["salt road"].count == 2


def test_scores_are_plain_floats_of_six_decimals() -> None:
    for phrase in rank(*HARBOUR).values():
        assert type(phrase.score) is float
        assert phrase.score == round(phrase.score, 6)


@pytest.mark.parametrize(
    "blocks", [(), ("",), (" \n\t",), ("…",), ("the of and",), ("1 2 3",), ("\ud800",), ("\0",)]
)
def test_a_text_without_words_to_rank_has_no_phrases(blocks: tuple[str, ...]) -> None:
    assert rank(*blocks) == {}


def test_a_language_without_a_list_of_ours_is_ranked_by_yake_alone() -> None:
    body = "Der Hafen von Ostrin bleibt geschlossen. Der Hafen von Ostrin gehört der Stadt."
    assert "Hafen von Ostrin" in rank("Streik", body, language="de-AT")


def test_a_long_run_of_symbols_or_letters_is_no_phrase_and_takes_no_time() -> None:
    assert rank("x" * 100_000, "spider's" * 20_000, "." * 50_000, "A. " * 20_000) == {}


def test_a_failure_inside_yake_is_an_error_not_an_empty_answer() -> None:
    with pytest.raises(SitegenError, match="YAKE failed to find key phrases"):
        key_phrases._yake(b"not text", pool=5, max_words=3, language="en")  # type: ignore[arg-type]


def test_yake_is_not_loaded_before_it_is_needed() -> None:
    seen = run(
        "import sys, sitegen.extract.key_phrases; print('yake' in sys.modules, 'numpy' in sys.modules)"
    )
    assert seen.split() == ["False", "False"]


def test_the_order_of_hashing_does_not_show() -> None:
    code = (
        "import json, sys; from sitegen.extract.key_phrases import rank;"
        "print(rank(json.loads(sys.argv[1]), count=30, max_words=3, language='en'))"
    )
    answers = {run(code, json.dumps(HARBOUR), PYTHONHASHSEED=seed) for seed in ("1", "2", "3")}
    assert len(answers) == 1


def run(code: str, *arguments: str, **environment: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


WORDS = st.sampled_from(
    ["Ostrin", "harbour", "U.S.", "O’Lee", "al-Dara", "said", "the", "—", "spider’s", "“", "”", "GRAIN", "7"]
)


@settings(max_examples=60, deadline=None)
@given(
    blocks=st.lists(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=60)), max_size=5)
)
def test_every_phrase_stands_in_the_article_as_often_as_it_says(blocks: list[str]) -> None:
    text = " ".join(" ".join(blocks).split()).casefold()
    for phrase in key_phrases.rank(blocks, count=20, max_words=3, language="en"):
        assert phrase.phrase.casefold() in text
        assert phrase.count >= 1
