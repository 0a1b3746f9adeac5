"""Who disputes whose words: a case of ``disputes.yml`` each, and what holds for every text."""

from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen import intake
from sitegen.extract import quotations
from sitegen.model import Dispute, Evidence, QuotationKind
from tests.test_golden import article

_CASES: list[dict[str, Any]] = list(
    chain.from_iterable(
        yaml.safe_load((Path(__file__).parent / "disputes.yml").read_text(encoding="utf-8")).values()
    )
)


def disputes(text: str, evidence: Evidence = Evidence.LIKELY) -> tuple[Dispute, ...]:
    """Those of a text."""
    return quotations.find(text, intake.whole_text(text), evidence=evidence, disputes=True).disputes


def told(dispute: Dispute) -> dict[str, str | None]:
    """A dispute as the cases write it."""
    by, of = dispute.statement, dispute.disputed
    known = {"by": by.speaker, "cue": by.cue}
    return known if of is None else known | {"of": of.speaker, "words": of.words.text}


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:60])
def test_a_dispute_is_found_only_where_the_text_says_so(case: dict[str, Any]) -> None:
    assert [told(each) for each in disputes(case["text"])] == case["disputes"]


def test_there_are_many_cases_and_most_of_the_hard_ones_are_no_disputes() -> None:
    assert len(_CASES) >= 60
    assert sum(not case["disputes"] for case in _CASES) >= 30


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:60])
def test_all_words_of_a_dispute_are_the_article_s(case: dict[str, Any]) -> None:
    text = case["text"]
    for dispute in disputes(text, Evidence.ANY):
        for each in filter(None, (dispute.statement, dispute.disputed)):
            assert each.kind is QuotationKind.INDIRECT
            assert each.words.span is not None
            assert each.words.span.of(text) == each.words.text
            assert each.cue is not None
            assert each.cue in each.words.text
            assert each.mention is not None
            assert each.mention in text


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["text"][:60])
def test_quotations_do_not_depend_on_whether_disputes_are_asked_for(case: dict[str, Any]) -> None:
    text = (
        case["text"] + " “It stands,” he said. “It does,” she said. “No,” the company said. “Yes,” they said."
    )
    with_disputes = quotations.find(text, intake.whole_text(text), disputes=True)
    assert quotations.find(text, intake.whole_text(text)).quotations == with_disputes.quotations


def test_the_real_article_of_the_demo_has_one_dispute() -> None:
    real = article("seeds/000_f595f13f6f618aec.txt")
    (found,) = quotations.find(real.text, real.paragraphs, disputes=True).disputes
    assert found.disputed is not None
    assert (found.statement.speaker, found.statement.cue) == ("Osama Hamdan", "dismissed")
    assert (found.disputed.speaker, found.disputed.cue) == ("Western media", "claimed")
    assert found.disputed.words.text.startswith("The message came after Western media claimed that")
