"""Key phrases: what a reader sees of YAKE's ranking, and what is kept from them."""

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import SitegenError, UsageError
from sitegen.extract import key_phrases
from sitegen.extract.phrases import engines
from sitegen.model import KeyPhrase, KeyPhraseEngine, Span

USUAL: Any = {"count": 10, "max_words": 3, "language": "en"}

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


def rank(*blocks: str, count: int = 10, **changes: Any) -> dict[str, KeyPhrase]:
    text, paragraphs = laid_out(blocks)
    wanted = {"max_words": 3, "language": "en"} | changes
    return {phrase.phrase: phrase for phrase in key_phrases.rank(text, paragraphs, count=count, **wanted)}


def laid_out(blocks: Sequence[str]) -> tuple[str, list[Span]]:
    """The blocks as one text, and where each stands in it."""
    ends = list(accumulate(len(block) + 2 for block in blocks))
    spans = [
        Span(start=end - len(block) - 2, end=end - 2)
        for block, end in zip(blocks, ends, strict=True)
        if block
    ]
    return "\n\n".join(blocks), spans


def test_phrases_are_what_the_article_is_about() -> None:
    names = {name.casefold() for name in rank(*HARBOUR)}
    assert names >= {"ostrin harbour", "harbour authority", "dock workers", "strike"}


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


def test_no_phrase_stands_inside_another() -> None:
    bound = rank("Dams", "The Tessel Dam is high. The Tessel Dam is old.", count=20)
    assert "Tessel Dam" in bound
    assert not {"Tessel", "Dam"} & set(bound)


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


def test_a_failure_inside_yake_is_an_error_not_an_empty_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = engines._yake("en", 3)
    monkeypatch.setattr(broken, "stopword_set", None)
    with pytest.raises(SitegenError, match="YAKE failed to find key phrases"):
        rank(*HARBOUR)


def test_yake_is_not_loaded_before_it_is_needed() -> None:
    seen = run(
        "import sys, sitegen.extract.key_phrases; print('yake' in sys.modules, 'numpy' in sys.modules)"
    )
    assert seen.split() == ["False", "False"]


def test_the_order_of_hashing_does_not_show() -> None:
    code = (
        "import sys; from sitegen.extract.key_phrases import rank; from sitegen.intake import whole_text;"
        "print(rank(sys.argv[1], whole_text(sys.argv[1]), count=30, max_words=3, language='en'))"
    )
    answers = {run(code, "\n\n".join(HARBOUR), PYTHONHASHSEED=seed) for seed in ("1", "2", "3")}
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


def test_a_surname_counts_for_the_full_name_with_a_title_or_without() -> None:
    body = "Mira Tolland runs the ferry. Tolland bought it. Ms. Tolland says it, Tolland’s third, is safe."
    text, paragraphs = laid_out(("Ferry sold", body))
    found = {each.phrase: each for each in key_phrases.rank(text, paragraphs, **USUAL)}
    assert found["Mira Tolland"].count == 4
    assert [span.of(text) for span in found["Mira Tolland"].spans] == ["Mira Tolland"] + ["Tolland"] * 3
    assert not any("Tolland" in name for name in found if name != "Mira Tolland")


def test_a_conjunction_before_a_surname_is_no_article() -> None:
    body = "The mayor, Corin Ashby, has left. They claimed that Ashby fled. They denied that Ashby was ill."
    assert rank("Mayor", body, count=20)["Corin Ashby"].count == 3


def test_a_surname_of_two_people_stays_a_surname() -> None:
    found = rank(
        "Court", "Dara Ilvane met Petra Ilvane. Ilvane then left. Ilvane was tired. So was Ilvane.", count=20
    )
    assert all(phrase.count == 1 for name, phrase in found.items() if name in {"Dara Ilvane", "Petra Ilvane"})


def test_a_word_behind_an_article_is_no_surname() -> None:
    found = rank(
        "Vote", "The Grey House fell silent. Then the House voted. The House rose. The House left.", count=20
    )
    assert found["House"].count == 4
    assert "Grey House" not in found


def test_two_sentences_are_not_run_together_into_a_name() -> None:
    body = "They asked Ansel Brod. Okell had left. Yusra Okell called Okell’s lawyer. Okell won."
    assert not any("Brod" in name and "Okell" in name for name in rank("Ferry", body, count=20))


def test_a_name_is_shown_in_its_whole_length() -> None:
    body = "The Ostrin Grain Exchange Board met. The Ostrin Grain Exchange Board rose. It buys grain."
    found = rank("Grain", body)
    assert found["Ostrin Grain Exchange Board"].count == 2
    assert not {"Exchange Board", "Grain Exchange Board", "Ostrin Grain Exchange"} & set(found)


def test_a_name_grows_no_longer_than_the_limit_allows() -> None:
    body = "The Ostrin Grain Exchange Board met. The Ostrin Grain Exchange Board rose. It buys grain."
    assert all(name.count(" ") < 2 for name in rank("Grain", body, max_words=2))


def test_another_of_the_same_surname_named_once_later_is_not_counted() -> None:
    body = "Dara Ilvane sings. Ilvane is loud. Her cousin is Petra Ilvane, a judge. Ilvane sings on."
    assert rank("Songs", body)["Dara Ilvane"].count == 3


def test_a_surname_in_the_headline_behind_another_first_name_is_not_counted() -> None:
    body = "Corin Ashby sails. Ashby won the race. The race went to Ashby."
    assert rank("Race of Wall Ashby", body)["Corin Ashby"].count == 3
    assert rank("Race of Ashby", body)["Corin Ashby"].count == 4


def test_the_headline_may_give_a_name_in_full() -> None:
    text, paragraphs = laid_out(("Mira Tolland sells ferry", "Mira Tolland left. Tolland sold the ferry."))
    found = {each.phrase: each for each in key_phrases.rank(text, paragraphs, **USUAL)}
    assert found["Mira Tolland"].spans[0].of(text) == "Mira Tolland"
    assert found["Mira Tolland"].count == 3


def test_somebody_s_plural_possessive_is_no_part_of_the_name_behind_it() -> None:
    body = "Democracy Corps’ Tomas Verrick spoke. Verrick left. Tomas Verrick slept."
    assert "Tomas Verrick" in rank("Poll", body)


def test_a_compound_takes_the_place_of_its_part() -> None:
    body = (
        "The black coral is old. They saw coral. Of the black coral, all is coral. The black coral is rare."
    )
    found = rank("Coral", body)
    assert "black coral" in found
    assert "coral" not in found


@pytest.mark.parametrize(
    ("body", "torn"),
    [
        ("Tolland sells salt. Tolland sells grain.", "Tolland sells"),
        ("The day Okell heckles Ashby nears. Then Okell heckles Ashby.", "Okell heckles Ashby"),
        ("The salt has the lowest level. It is the lowest level.", "lowest level"),
        ("They saw Okell’s emails. Then Okell’s emails vanished.", "Okell’s emails"),
    ],
)
def test_no_phrase_swallows_a_verb_or_only_measures(body: str, torn: str) -> None:
    assert torn not in rank("Salt", body, count=40)


def test_a_verb_is_a_phrase_only_where_it_is_a_noun() -> None:
    assert "search" in rank("Ferry", "The search goes on. Of the search, nothing. The ferry is a ferry.")
    assert "search" not in rank("Ferry", "They search on. The ferry will search. The ferry is a ferry.")


@pytest.mark.parametrize(
    "word", ["satisfy", "granted", "scratching", "ridiculous", "convertible", "decision"]
)
def test_a_verb_adjective_or_vague_noun_that_stands_once_fills_no_list(word: str) -> None:
    assert word not in rank("Ferry", f"The ferry was {word}. The ferry sank.", count=40)


@pytest.mark.parametrize(
    "word", ["asked", "people", "minutes", "official", "quickly", "president", "million"]
)
def test_a_word_that_any_article_uses_is_no_phrase_by_itself(word: str) -> None:
    body = f"The {word} came. Of the {word}, nothing. A {word} is a {word}. The ferry is a ferry."
    assert word not in rank("Ferries", body, count=20)


def test_a_family_is_not_taken_for_an_adverb() -> None:
    assert "family" in rank("Ferry", "The family came. A family is a family. The ferry is a ferry.", count=20)


def test_a_name_may_hold_a_small_word_and_other_phrases_not() -> None:
    found = rank(
        "Loan", "The Bank of Ostrin paid. A halt to building followed. The Bank of Ostrin sued.", count=20
    )
    assert "Bank of Ostrin" in found
    assert not any(" to " in name for name in found)


def test_a_line_of_capitals_lends_its_form_to_no_phrase_the_body_writes_small() -> None:
    found = rank("SALT HARBOUR SHUT: SALT HARBOUR", "The salt harbour is shut.", count=20)
    assert "salt harbour" in {name for name in found if name.casefold() == "salt harbour"}


def test_spans_count_in_the_text_and_a_title_that_is_elsewhere_has_none() -> None:
    body = "The salt road is long. A salt road is dry."
    without = key_phrases.rank(body, [Span(start=0, end=len(body))], **USUAL)
    with_title = key_phrases.rank(body, [Span(start=0, end=len(body))], "The salt road", **USUAL)
    assert [each.count for each in without if each.phrase == "salt road"] == [2]
    (road,) = [each for each in with_title if each.phrase == "salt road"]
    assert road.count == 3
    assert [span.of(body) for span in road.spans] == ["salt road", "salt road"]


def test_a_title_that_opens_the_text_counts_once() -> None:
    text, paragraphs = laid_out(("The salt road", "The salt road is long."))
    stated = key_phrases.rank(text, paragraphs, "The  salt road", **USUAL)
    assert stated == key_phrases.rank(text, paragraphs, **USUAL)


def test_the_first_fifty_places_are_kept() -> None:
    (road,) = [
        each for each in rank("Roads", "The salt road is long. " * 60).values() if each.phrase == "salt road"
    ]
    assert road.count == 60
    assert len(road.spans) == 50


def test_the_fast_engine_finds_much_the_same() -> None:
    pytest.importorskip("yake_rust", reason="the extra “fast” is not installed")
    both = [set(rank(*HARBOUR, engine=engine)) for engine in KeyPhraseEngine]
    assert len(both[0] & both[1]) >= 8


@pytest.mark.parametrize("language", ["en", "de-AT", "xx"])
@pytest.mark.parametrize("text", ["", "…", "\ud800 salt", "\0", "x" * 100_000, "spider's" * 20_000])
def test_the_fast_engine_survives_what_it_would_panic_at(text: str, language: str) -> None:
    pytest.importorskip("yake_rust", reason="the extra “fast” is not installed")
    assert len(rank(text, language=language, engine=KeyPhraseEngine.YAKE_RUST)) <= 10


def test_a_missing_engine_is_an_error_that_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yake_rust", None)
    engines._yake_rust.cache_clear()
    with pytest.raises(UsageError, match="yake-rust is not installed") as caught:
        rank(*HARBOUR, engine=KeyPhraseEngine.YAKE_RUST)
    assert "sitegen[fast]" in str(caught.value)


def _ends(words: str) -> tuple[str, str]:
    parts = plain(evened(words)).split()
    return parts[0], parts[-1]


WORDS = st.sampled_from(
    ["Ostrin", "harbour", "U.S.", "O’Lee", "al-Dara", "said", "the", "—", "spider’s", "“", "”", "GRAIN", "7"]
)


@settings(max_examples=60)
@given(
    blocks=st.lists(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=60)), max_size=5)
)
def test_every_phrase_stands_in_the_article_where_it_says_and_none_inside_another(blocks: list[str]) -> None:
    text, paragraphs = laid_out(blocks)
    found = key_phrases.rank(text, paragraphs, count=20, max_words=3, language="en")
    for phrase in found:
        stated = [evened(span.of(text)) for span in phrase.spans]
        assert evened(phrase.phrase) in stated
        assert phrase.count == len(stated)
        # A surname stands for the full name; so do the name with another between, or before: Corin B. Ashby.
        name = plain(evened(phrase.phrase))
        first, last = _ends(phrase.phrase)
        assert all(
            _ends(words) in {(first, last), (last, last)} or plain(words).endswith(f" {name}")
            for words in stated
        )
        assert list(phrase.spans) == sorted(phrase.spans)
    names = [f" {plain(evened(phrase.phrase))} " for phrase in found]
    assert not any(one in other for one in names for other in names if one != other)


def evened(words: str) -> str:
    return " ".join(words.split()).casefold()


def plain(words: str) -> str:
    """Without marks and plural endings, near enough for the words used here."""
    return words.replace("’", "'").replace("s", "")


@pytest.mark.parametrize("engine", KeyPhraseEngine)
def test_long_phrases_of_small_words_do_no_harm(engine: KeyPhraseEngine) -> None:
    pytest.importorskip(engine.replace("-", "_"))
    text = (
        "Die Leiterin der Stadt in der Bucht am Fluss lobte die Leiterin der Stadt in der Bucht am Fluss. "
        * 5
    )
    found = key_phrases.rank(
        text, [Span(start=0, end=len(text))], count=9, max_words=5, language="de", engine=engine
    )
    assert found


@pytest.mark.parametrize("behind", ["", " burst."])
def test_a_word_too_long_to_read_parts_those_around_it(behind: str) -> None:
    found = rank(f"The Karsa dam broke in Ostrin. Everyone saw the dam {'x' * 81}{behind}")
    assert "Karsa dam" in found or "dam" in found
    assert not any("x" in name or name.endswith("burst") for name in found)
