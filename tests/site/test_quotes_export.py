"""Quotations for other programs: whole, documented, in a fixed order, and safe whatever the source says."""

import csv
import io
import json
import re
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import Settings, SiteSettings
from sitegen.model import Digest, SpeakerHow
from sitegen.proof import Proof, Standing
from sitegen.site import exports
from sitegen.site.catalogue import gather
from sitegen.site.characters import shown
from sitegen.site.exports.quotes_table import COLUMNS
from sitegen.site.exports.table import inert
from sitegen.site.sources import Sources
from tests.hostile_digests import digests as any_digest
from tests.hostile_digests import texts
from tests.site.contents import contents
from tests.site.timelines import article, event
from tests.site.velmora import corpus, ferry, harbour, many

ROOT = Path(__file__).parents[2]
PUBLIC = Settings(site=SiteSettings(title="Ostrin Digests", base_url="https://velmora.example/r/"))


def render(*digests: Digest, config: Settings = PUBLIC, sources: Sources | None = None) -> dict[str, bytes]:
    site = gather(digests, config, sources=sources)
    return {page.path: page.body for page in exports.render(site, config, contents(digests))}


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def quotations(body: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(body)["quotations"]
    return found


def poisoned(poison: str) -> Digest:
    """An article in which everything the source says begins with ``poison``."""
    digest = harbour()
    facts = replace(digest.facts, publisher=poison + "x")
    said = tuple(
        replace(
            each,
            words=replace(each.words, text=poison + each.words.text),
            speaker=poison + (each.speaker or ""),
            mention=poison,
            cue=poison + "said",
            relayed_by=(poison + "The Gazette",),
        )
        for each in digest.quotations
    )
    return replace(digest, title=poison + digest.title, facts=facts, quotations=said, speakers=())


def test_our_own_form_says_all_there_is_about_a_quotation() -> None:
    files = render(*corpus())
    found = json.loads(files["exports/articles/harbour-bridge.quotes.json"])
    assert (found["version"], found["title"], found["site"]) == (1, harbour().title, PUBLIC.site.base_url)
    third = harbour().quotations[2]
    assert third.words.span is not None
    assert found["quotations"][2] == {
        "id": "harbour-bridge:q3",
        "number": 3,
        "words": "a sum we can look in the eye",
        "matches_source": None,
        "kind": "partial",
        "speaker": "Ilsa Hamdan",
        "speaker_page": "speakers/ilsa-hamdan.html",
        "how": "pronoun",
        "certainty": "inferred",
        "found": "worked out from “She”",
        "mention": "She",
        "cue": "called",
        "relayed_by": [],
        "paragraph": 3,
        "span": {"start": third.words.span.start, "end": third.words.span.end},
        "page": "articles/harbour-bridge.html#q3",
        "article": {
            "slug": "harbour-bridge",
            "title": harbour().title,
            "published": "2024-02-28",
            "publisher": "The Ostrin Gazette",
            "language": "en",
            "url": "https://gazette.example/harbour-bridge",
            "sha256": "5e" * 32,
        },
    }
    last = found["quotations"][4]
    assert last["found"] == "described, not named"
    assert last["speaker_page"] is None
    assert last["relayed_by"] == ["The Ostrin Gazette"]


def test_the_table_says_the_same_as_our_own_form_with_whole_addresses() -> None:
    files = render(*corpus())
    for row, each in zip(
        rows(files["exports/quotes.csv"]), quotations(files["exports/quotes.json"]), strict=True
    ):
        assert row["id"] == each["id"]
        assert row["page"] == "https://velmora.example/r/" + each["page"]
        assert row["words"] == inert(each["words"])
        assert row["relayed_by"] == "; ".join(each["relayed_by"])
        assert row["sha256"] == (each["article"]["sha256"] or "")
        assert row["span_start"] == ("" if each["span"] is None else str(each["span"]["start"]))


@given(st.lists(any_digest, max_size=4, unique_by=lambda digest: digest.slug))
@settings(max_examples=40)
def test_every_quotation_is_in_each_export_once_and_in_a_fixed_order(digests: list[Digest]) -> None:
    files = render(*digests)
    site = gather(digests, PUBLIC)
    names = [
        f"{digest.slug}:q{number}"
        for digest in site.articles
        for number in range(1, len(digest.quotations) + 1)
    ]
    assert [
        each["id"] for each in quotations(files.get("exports/quotes.json", b'{"quotations": []}'))
    ] == names
    assert [row["id"] for row in rows(files.get("exports/quotes.csv", b""))] == names
    of_articles = chain.from_iterable(
        quotations(files[f"exports/articles/{digest.slug}.quotes.json"])
        for digest in site.articles
        if digest.quotations
    )
    assert [each["id"] for each in of_articles] == names
    assert render(*reversed(digests)) == files


def test_words_that_an_editor_altered_are_marked_wherever_they_are_taken_to() -> None:
    proofs = {"harbour-bridge": Proof(standing=Standing.COMPARED, quotations=5, altered=(1, 3))}
    files = render(*corpus(), sources=Sources(proofs=proofs))
    expected = [False, True, False, True, True]
    of_article = quotations(files["exports/articles/harbour-bridge.quotes.json"])
    assert [each["matches_source"] for each in of_article] == expected
    of_all = quotations(files["exports/quotes.json"])
    for each in of_all:
        here = each["article"]["slug"] == "harbour-bridge"
        assert each["matches_source"] == (expected[each["number"] - 1] if here else None)
    cells = {row["id"]: row["matches_source"] for row in rows(files["exports/quotes.csv"])}
    assert cells == {
        each["id"]: {True: "true", False: "false", None: ""}[each["matches_source"]] for each in of_all
    }
    for path in ("exports/articles/harbour-bridge.quotes.csv", "speakers/ilsa-hamdan.csv"):
        table = rows(files[path])
        assert "false" in {row["matches_source"] for row in table}
        assert all(row["matches_source"] == cells[row["id"]] for row in table)


def test_without_an_address_no_whole_address_is_claimed() -> None:
    (row, *_) = rows(render(harbour(), config=Settings())["exports/quotes.csv"])
    assert row["page"] == "articles/harbour-bridge.html#q1"


def test_an_article_without_quotations_has_no_files_of_them_and_so_has_a_corpus_without() -> None:
    files = render(article("dates", event("It opened on [14 March].")))
    assert not [path for path in files if "quotes" in path]


def test_a_speaker_with_a_page_has_a_table_of_what_they_said_and_nobody_else() -> None:
    files = render(*corpus())
    table = rows(files["speakers/ilsa-hamdan.csv"])
    assert {row["speaker"] for row in table} == {"Ilsa Hamdan"}
    assert {row["slug"] for row in table} == {harbour().slug, ferry().slug}
    assert set(table[0]) == set(COLUMNS)


def test_the_files_of_the_corpus_are_made_a_quotation_at_a_time() -> None:
    digests = many(40)
    site = gather(digests, PUBLIC)
    streams = [
        page
        for page in exports.render(site, PUBLIC, contents(digests))
        if page.path.startswith("exports/quotes")
    ]
    assert len(streams) == 2
    for stream in streams:
        pieces = list(stream.pieces())  # type: ignore[union-attr]
        assert len(pieces) > sum(len(digest.quotations) for digest in digests)
        assert b"".join(pieces) == stream.body, "and the same whenever it is asked for"


@given(texts)
@settings(max_examples=100)
def test_whatever_the_source_says_each_file_reads_back_as_it(poison: str) -> None:
    digest = poisoned(poison)
    files = render(digest)
    said = [shown(each.words.text) for each in digest.quotations]
    assert [each["words"] for each in quotations(files["exports/quotes.json"])] == said
    table = rows(files["exports/articles/harbour-bridge.quotes.csv"])
    assert [row["words"] for row in table] == [inert(each) for each in said]
    assert all(set(row) == set(COLUMNS) for row in table)


@pytest.mark.parametrize("poison", ["=1+1", " +1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\u200b=1"])
def test_no_cell_begins_a_formula(poison: str) -> None:
    for row in rows(render(poisoned(poison))["exports/quotes.csv"]):
        for column in ("words", "speaker", "mention", "cue", "relayed_by", "article", "publisher"):
            assert row[column].startswith("'"), column


def test_json_can_stand_in_a_script_element_and_holds_no_controls() -> None:
    body = render(poisoned("</script><!--\u2028\x1b\x85"))["exports/quotes.json"].decode()
    assert not set("<>&\u2028\x1b\x85") & set(body)
    assert "\\u001b" not in body


def test_the_digest_is_the_content_file_to_the_byte() -> None:
    digest = harbour()
    site = gather([digest], PUBLIC)
    mine = "\ufeff---\n# a comment of an editor\n".encode()
    files = {page.path: page.body for page in exports.render(site, PUBLIC, {digest.slug: mine})}
    assert files["exports/articles/harbour-bridge.md"] == mine


def test_every_member_and_column_is_documented() -> None:
    documented = set(re.findall(r"`([\w-]+)`", (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")))
    found = json.loads(render(harbour())["exports/quotes.json"])
    each = found["quotations"][0]
    assert {*found, *each, *each["article"], *each["span"], *COLUMNS} <= documented
    assert {how.value for how in SpeakerHow} <= documented
