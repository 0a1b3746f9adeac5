"""`sitegen extract` on who said what: thin evidence, relays, statements without marks, the trace."""

import json

import pytest

from sitegen.corpus import USUAL, annotate_lines
from sitegen.model import Evidence

TWO_MEN = """Tomas Verrick and Ansel Brod grew up in one street.

“We never spoke of it,” he said."""
RELAYED = "The Ostrin Courier reported that Yusra Okell had said the dam “will hold for ninety years.”"
STATED = "Yusra Okell said that the dam would hold."


def annotated(text: str, *, only: frozenset[str] = USUAL, evidence: Evidence = Evidence.LIKELY) -> dict:
    line = json.dumps({"id": 1, "text": text}).encode()
    (answer,) = annotate_lines([line], only=only, jobs=1, name="in.jsonl", evidence=evidence)
    assert isinstance(answer, bytes), answer
    return json.loads(answer)


def traced(text: str) -> str:
    line = json.dumps({"id": "ostrin/1", "text": text}).encode()
    (answer,) = annotate_lines([line], only=USUAL, jobs=1, name="in.jsonl", trace=True)
    assert isinstance(answer, bytes), answer
    return answer.decode()


def test_a_pronoun_that_could_mean_two_stays_a_pronoun() -> None:
    (quote,) = annotated(TWO_MEN)["quotes"]
    assert (quote["speaker"], quote["how"], quote["mention"]) == ("he", "none", "he")


def test_a_pronoun_becomes_a_name_where_any_evidence_will_do() -> None:
    (quote,) = annotated(TWO_MEN, evidence=Evidence.ANY)["quotes"]
    assert quote["how"] == "pronoun"
    assert quote["speaker"] in ("Tomas Verrick", "Ansel Brod")


def test_less_evidence_never_takes_a_name_away() -> None:
    named = {
        level: {
            quote["start"]
            for quote in annotated(TWO_MEN + RELAYED, evidence=level)["quotes"]
            if quote["how"] != "none"
        }
        for level in Evidence
    }
    assert named[Evidence.SURE] <= named[Evidence.LIKELY] <= named[Evidence.ANY]


def test_who_passes_the_words_on_is_written_only_where_somebody_does() -> None:
    (quote,) = annotated(RELAYED)["quotes"]
    assert (quote["speaker"], quote["relayed_by"]) == ("Yusra Okell", ["Ostrin Courier"])
    assert "relayed_by" not in annotated(TWO_MEN)["quotes"][0]


def test_statements_without_marks_are_found_when_asked_for() -> None:
    assert "indirect" not in annotated(STATED)
    (statement,) = annotated(STATED, only=frozenset({"indirect"}))["indirect"]
    assert (statement["text"], statement["speaker"], statement["kind"]) == (
        "the dam would hold",
        "Yusra Okell",
        "indirect",
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“It holds,” said Yusra Okell.",
            ["a verb before its subject “said”", "“Yusra Okell” [17-28] → Yusra Okell (sure)"],
        ),
        ("Okell spoke. The “Salt Road” was closed.", ["term in quotation marks", "a term:"]),
        (TWO_MEN, ["speaker not known", "left open: the evidence is less than “likely” “he”"]),
        ("“It holds.”\n\n— Yusra Okell", ["signed behind a dash “— Yusra Okell”"]),
    ],
    ids=["clause", "term", "thin evidence", "signature"],
)
def test_the_trace_tells_which_rule_fired_on_which_words(text: str, wanted: list[str]) -> None:
    told = traced(text)
    assert told.startswith("== ostrin/1\n")
    for words in wanted:
        assert words in told, told


def test_the_trace_of_a_text_without_marks_is_its_name() -> None:
    assert traced("Nothing was said.").strip() == "== ostrin/1"
