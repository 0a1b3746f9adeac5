"""Quotations and speakers, by the cases in attributions/: one file for each thing that can be difficult."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.extract import quotations
from sitegen.intake import whole_text
from sitegen.model import Quotation, QuotationKind, SpeakerHow, SpeakerKind

FILES = sorted(Path(__file__).with_name("attributions").glob("*.yml"))
CASES = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in FILES}
WAITING = {"to_mend"}  # read, but not yet held against the program
CASE_KEYS = {"case", "headline", "text", "says", "terms", "indirect"}
QUOTATION_KEYS = {"words", "speaker", "mention", "cue", "kind", "how", "relayed_by"}
READY = [
    pytest.param(case, id=f"{stem}: {case['case']}")
    for stem, cases in CASES.items()
    if stem not in WAITING
    for case in cases
]


@pytest.mark.parametrize("case", READY)
def test_attribution(case: dict[str, Any]) -> None:
    headline, text = _parts(case)
    paragraphs = whole_text(headline + text)
    found = quotations.find(headline + text, paragraphs[1:] if headline else paragraphs, indirect=True)
    says = [_shown(quotation) for quotation in found.quotations]
    wanted = [_expected(each) for each in case["says"]] if "says" in case else says
    assert len(says) == len(wanted), says
    for got, expected in zip(says, wanted, strict=True):
        assert {key: got[key] for key in expected} == expected
    if "indirect" in case:
        stated = [_shown(statement) for statement in found.indirect]
        assert [{key: each[key] for key in ("words", "speaker", "cue")} for each in stated] == case[
            "indirect"
        ]
    if "terms" in case:
        assert [term.text for term in found.terms] == case["terms"]


def _parts(case: dict[str, Any]) -> tuple[str, str]:
    headline = f"{case['headline']}\n\n" if "headline" in case else ""
    return headline, case["text"].rstrip("\n")


def _shown(quotation: Quotation) -> dict[str, Any]:
    return {
        "words": quotation.words.text,
        "speaker": quotation.speaker,
        "mention": quotation.mention,
        "cue": quotation.cue,
        "kind": quotation.kind.value,
        "how": quotation.how.value,
        "relayed_by": list(quotation.relayed_by),
    }


def _expected(wanted: dict[str, Any]) -> dict[str, Any]:
    """What a case expects of one quotation: what it says, and what goes without saying."""
    known = wanted.get("speaker", "") is not None
    how = SpeakerHow.NAMED if known else SpeakerHow.NONE
    unsaid: dict[str, Any] = {"kind": QuotationKind.DIRECT.value, "how": how.value, "relayed_by": []}
    return {key: value for key, value in (unsaid | wanted).items() if value != "any"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_cases_is_well_written(path: Path) -> None:
    # Without this a slip of the pen ("spaeker:") would make a case that always passes.
    lines = path.read_text(encoding="utf-8").splitlines()
    assert all(line.startswith("# ") for line in lines[:2]), "two lines at the top tell how to add a case"
    cases = CASES[path.stem]
    names = [case["case"] for case in cases]
    assert len(set(names)) == len(names)
    for case in cases:
        assert case.keys() <= CASE_KEYS, case["case"]
        _, text = _parts(case)
        for wanted in [*case.get("says", []), *case.get("indirect", [])]:
            assert wanted.keys() <= QUOTATION_KEYS, case["case"]
            for key in ("words", "mention", "cue"):
                assert (wanted.get(key) or "") in text, case["case"]
        assert all(term in text for term in case.get("terms", [])), case["case"]


_MARKS = ["“", "”", '"', "''", "‘", "’", "’s", "«", "»", "„", "(", ")", "—", ":", ".", ",", "?", "\n\n", "\n"]
_WORDS = [
    "said",
    "told",
    "who",
    "and",
    "that",
    "according to",
    "he",
    "Dara Ilvane",
    "Okell, 43,",
    "Gen.",
    "the minister",
    "mayor",
    "chief of",
]
_PIECES = st.sampled_from([*_MARKS, *(f" {word} " for word in _WORDS), "\u00a0"])


@given(st.lists(_PIECES, max_size=40).map("".join))
def test_every_quotation_and_mention_is_verbatim_and_none_overlaps(text: str) -> None:
    paragraphs = whole_text(text)
    found = quotations.find(text, paragraphs)
    end = 0
    for quotation in found.quotations:
        span = quotation.words.span
        assert span is not None
        assert span.of(text) == quotation.words.text
        assert span.start >= end
        end = span.end
        for words in (quotation.mention, quotation.cue):
            assert words is None or words in text
        assert (quotation.speaker is None) == (quotation.how is SpeakerHow.NONE)


@pytest.mark.parametrize(
    ("behind", "kind"), [(" He holds two posts. “I like it.”", SpeakerKind.PERSON), (" “I like it.”", None)]
)
def test_one_pronoun_tells_that_a_name_is_somebodys(behind: str, kind: SpeakerKind | None) -> None:
    text = f"“We learn,” said Robin Karsa.{behind}"
    (speaker,) = quotations.find(text, whole_text(text)).speakers
    assert speaker.kind is kind


@pytest.mark.parametrize("text", ["mr of", "“It is,” said the minister of", "The chief of\n\nstaff spoke."])
def test_a_text_may_break_off_behind_a_title(text: str) -> None:
    quotations.find(text, whole_text(text), indirect=True)


@pytest.mark.parametrize(
    "unit", ['"', "“", "”", "“ ", "‘", "''", "said ", "X said, “", ", ", "A ", "A. B. ", "he, who, "]
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    # Not a timed test: quadratic behaviour on this size would run for many minutes and be noticed.
    text = unit * (500_000 // len(unit))
    quotations.find(text, whole_text(text))
