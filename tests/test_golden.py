"""Whole articles against answer keys that people wrote by reading them, never by running the program."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sitegen import digest
from sitegen.config import Settings
from sitegen.extract import time_expressions
from sitegen.intake import read_seed
from sitegen.model import Article, SpeakerHow

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
REAL = json.loads((GOLDEN / "000_f595f13f6f618aec.expected.json").read_text(encoding="utf-8"))
DEMO = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((GOLDEN / "demo").glob("*.json"))
}


def article(file: str) -> Article:
    return read_seed(ROOT / file, root=ROOT)


def quotations_of(found: Article) -> list[dict[str, Any]]:
    return [
        {
            "start": q.words.span.start,
            "end": q.words.span.end,
            "text": q.words.text,
            "speaker": q.speaker,
            "mention": q.mention,
            "cue": q.cue,
            "kind": q.kind.value,
            "how": q.how,
        }
        for q in digest.make(found, Settings()).quotations
        if q.words.span is not None
    ]


def only(rows: list[dict[str, Any]], *keys: str) -> list[dict[str, Any]]:
    return [{key: row[key] for key in keys} for row in rows]


def body(found: Article) -> str:
    return found.text[found.paragraphs[0].start : found.paragraphs[-1].end]


class TestTheRealArticle:
    found = article(REAL["file"])

    def test_title_sections_and_missing_date(self) -> None:
        assert self.found.title == REAL["title"]
        assert list(self.found.facts.sections) == REAL["sections"]
        assert self.found.facts.published is REAL["published"]

    def test_body_begins_and_ends_where_it_should_and_boilerplate_is_off(self) -> None:
        assert body(self.found).startswith(REAL["body_starts"])
        assert body(self.found).endswith(REAL["body_ends"])
        assert [span.of(self.found.text) for span in self.found.removed] == REAL["boilerplate"]

    def test_every_field_of_every_quotation(self) -> None:
        fields = ("start", "end", "text", "speaker", "mention", "cue", "kind")
        assert only(quotations_of(self.found), *fields) == only(REAL["quotations"], *fields)

    def test_the_inferred_speaker_is_marked_as_introduced(self) -> None:
        marked = [q["how"] is SpeakerHow.INTRODUCED for q in quotations_of(self.found)]
        assert marked == [q.get("inferred", False) for q in REAL["quotations"]]

    def test_terms_are_no_quotations(self) -> None:
        assert [term.text for term in digest.make(self.found, Settings()).terms] == REAL["not_quotations"]

    @pytest.mark.parametrize(
        ("published", "value"),
        [(REAL["assumed_published_for_values"], "value"), (None, "value_without_date")],
    )
    def test_every_time_expression(self, published: str | None, value: str) -> None:
        tagged = time_expressions.tag(self.found.text, self.found.paragraphs, published)
        assert [
            {"text": t.words.text, "start": t.words.span.start, "end": t.words.span.end, "value": t.value}
            for t in tagged
            if t.words.span is not None
        ] == [
            {"text": t["text"], "start": t["start"], "end": t["end"], "value": t[value]}
            for t in REAL["timexes"]
        ]

    def test_no_speaker_is_lost_when_the_publication_date_is_known(self) -> None:
        dated = replace(self.found, facts=replace(self.found.facts, published="2023-11-17"))
        assert quotations_of(dated) == quotations_of(self.found)


@pytest.mark.parametrize("key", DEMO.values(), ids=DEMO.keys())
class TestTheDemoArticles:
    def test_facts(self, key: dict[str, Any]) -> None:
        found = article(key["file"])
        assert found.title == key["title"]
        assert list(found.facts.sections) == key["sections"]
        assert found.facts.published == key["published"]
        assert body(found).startswith(key["body_starts"])
        assert body(found).endswith(key["body_ends"])

    def test_quotations(self, key: dict[str, Any]) -> None:
        fields = ("text", "speaker", "mention", "cue", "kind")
        # Where a key says that only knowledge of the world tells, the description may stand for the name.
        wanted = [q | {"speaker": q["mention"]} if "beyond" in q else q for q in key["quotations"]]
        assert only(quotations_of(article(key["file"])), *fields) == only(wanted, *fields)

    def test_terms(self, key: dict[str, Any]) -> None:
        made = digest.make(article(key["file"]), Settings())
        assert [term.text for term in made.terms] == key["not_quotations"]

    def test_time_expressions(self, key: dict[str, Any]) -> None:
        found = article(key["file"])
        tagged = time_expressions.tag(found.text, found.paragraphs, found.facts.published)
        # What is beyond the tagger may be missing or unresolved, never given another date.
        hard = {t["text"] for t in key["timexes"] if "beyond" in t}
        found_hard = [t for t in tagged if t.words.text in hard]
        assert all(t.value is None for t in found_hard)
        got = [(t.words.text, t.value) for t in tagged if t.words.text not in hard]
        assert got == [(t["text"], t["value"]) for t in key["timexes"] if t["text"] not in hard]
