"""Quotations and speakers, by the cases in attributions.yml."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sitegen.extract import quotations
from sitegen.intake import whole_text
from sitegen.model import QuotationKind, SpeakerHow

CASES = yaml.safe_load(Path(__file__).with_name("attributions.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_attribution(case: dict[str, Any]) -> None:
    text = case["text"].rstrip("\n")
    found = quotations.find(text, whole_text(text))
    says = [
        {
            "words": q.words.text,
            "speaker": q.speaker,
            "mention": q.mention,
            "cue": q.cue,
            "kind": q.kind.value,
            "how": q.how.value,
        }
        for q in found.quotations
    ]
    assert len(says) == len(case["says"]), says
    for got, wanted in zip(says, case["says"], strict=True):
        expected = {"kind": QuotationKind.DIRECT.value, "how": SpeakerHow.NAMED.value} | wanted
        assert {key: got[key] for key in expected} == expected
    if "terms" in case:
        assert [term.text for term in found.terms] == case["terms"]


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
    "unit", ['"', "“", "”", "“ ", "‘", "''", "said ", "X said, “", ", ", "A ", "he, who, "]
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    # Not a timed test: quadratic behaviour on this size would run for many minutes and be noticed.
    text = unit * (500_000 // len(unit))
    quotations.find(text, whole_text(text))
