"""The data inside a page, read by a JSON-LD processor: the article, who said what in it, and nothing else."""

import json
from collections.abc import Mapping
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from sitegen.config import Settings, SiteSettings
from sitegen.model import Digest
from sitegen.proof import Proof, Standing
from sitegen.site import exports
from sitegen.site.catalogue import gather
from sitegen.site.characters import shown
from sitegen.site.export_paths import INLINE_QUOTATIONS
from sitegen.site.pages.metadata import article_json_ld
from sitegen.site.sources import Sources
from tests.hostile_digests import texts
from tests.site.contents import contents
from tests.site.velmora import harbour

SCHEMA = "https://schema.org/"
PUBLIC = SiteSettings(title="Ostrin Digests", base_url="https://velmora.example/r/")
PAGE = "https://velmora.example/r/articles/harbour-bridge.html"


def offline(url: str, _: object) -> dict[str, Any]:
    """What schema.org answers, near enough: every term is one of its own. No test goes to the network."""
    assert url == "https://schema.org"
    context = {"@vocab": SCHEMA, "url": {"@type": "@id"}}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": context},
    }


def nodes(data: str, base: str = PAGE) -> dict[str, dict[str, Any]]:
    """Every node by its name, as a processor flattens them."""
    flat = jsonld.flatten(json.loads(data), options={"documentLoader": offline, "base": base})
    return {node["@id"]: node for node in flat}


def of_type(found: Mapping[str, dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [node for node in found.values() if f"{SCHEMA}{kind}" in node.get("@type", [])]


def value(node: Mapping[str, Any], term: str) -> Any:
    (only,) = node[f"{SCHEMA}{term}"]
    return only.get("@value", only.get("@id"))


def quoting(count: int) -> Digest:
    digest = harbour()
    return replace(digest, quotations=digest.quotations[:1] * count)


def test_a_processor_finds_the_article_and_each_quotation_with_its_speaker() -> None:
    found = nodes(article_json_ld(harbour(), PUBLIC, harbour().facts.url))
    (article,) = of_type(found, "NewsArticle")
    assert article["@id"] == f"{PAGE}#article"
    assert value(article, "headline") == harbour().title
    assert value(article, "datePublished") == "2024-02-28"
    quotations = sorted(of_type(found, "Quotation"), key=lambda node: int(value(node, "position")))
    assert [value(node, "text") for node in quotations] == [each.words.text for each in harbour().quotations]
    assert [node["@id"] for node in quotations] == [f"{PAGE}#q{number}" for number in range(1, 6)]
    assert {value(node, "isPartOf") for node in quotations} == {f"{PAGE}#article"}
    speakers = [found[value(node, "spokenByCharacter")] for node in quotations]
    assert [value(node, "name") for node in speakers] == [each.speaker for each in harbour().quotations]
    assert speakers[0]["@type"] == [f"{SCHEMA}Person"]
    assert "@type" not in speakers[4], "the article does not tell what an engineer it only describes is"


def test_words_that_an_editor_altered_are_not_given_as_quotations_of_the_article() -> None:
    found = of_type(nodes(article_json_ld(harbour(), PUBLIC, None, (2, 5))), "Quotation")
    assert {value(node, "position") for node in found} == {1, 3, 4}
    digest, config = quoting(INLINE_QUOTATIONS + 2), Settings(site=PUBLIC)
    proof = Proof(standing=Standing.COMPARED, quotations=INLINE_QUOTATIONS + 2, altered=(2, 51))
    site = gather([digest], config, sources=Sources(proofs={digest.slug: proof}))
    made = {page.path: page.body for page in exports.render(site, config, contents([digest]))}
    found = of_type(nodes(made[f"exports/articles/{digest.slug}.jsonld"].decode()), "Quotation")
    assert {2, 51}.isdisjoint(value(node, "position") for node in found)
    assert len(found) == INLINE_QUOTATIONS


def test_there_is_never_a_verdict() -> None:
    assert "ClaimReview" not in article_json_ld(harbour(), PUBLIC, None)


def test_without_an_address_the_names_are_places_on_the_page() -> None:
    data = article_json_ld(harbour(), SiteSettings(), None)
    assert "http" not in data.replace("https://schema.org", "")
    assert f"{PAGE}#q1" in nodes(data)


def test_a_page_has_the_first_quotations_and_a_file_has_all_where_there_are_more() -> None:
    config = Settings(site=PUBLIC)

    def files(digest: Digest) -> dict[str, bytes]:
        made = exports.render(gather([digest], config), config, contents([digest]))
        return {page.path: page.body for page in made if page.path.endswith(".jsonld")}

    many = quoting(1000)
    assert len(of_type(nodes(article_json_ld(many, PUBLIC, None)), "Quotation")) == INLINE_QUOTATIONS
    ((path, body),) = files(many).items()
    assert path == "exports/articles/harbour-bridge.jsonld"
    assert len(of_type(nodes(body.decode()), "Quotation")) == 1000
    assert files(quoting(INLINE_QUOTATIONS)) == {}


@given(texts | st.sampled_from(["</script><script>alert(1)</script>", "<!--", "\x00\x1b\u2028"]))
@settings(max_examples=100)
def test_no_text_leaves_its_script_element_and_each_reads_back(text: str) -> None:
    digest = harbour()
    first, *rest = digest.quotations
    hostile = replace(
        digest,
        title=text,
        quotations=(replace(first, words=replace(first.words, text=text, span=None), speaker=text), *rest),
    )
    data = article_json_ld(hostile, PUBLIC, None)
    seen: list[tuple[str, str]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the name it has above
            seen.append(("tag", tag))

        def handle_data(self, data: str) -> None:
            seen.append(("data", data))

    reader = Reader()
    reader.feed(f"<script>{data}</script>")
    reader.close()
    assert [kind for kind, _ in seen] == ["tag", "data"]
    said = json.loads(seen[1][1])["hasPart"][0].get("text", "")
    assert said == shown(text)


@pytest.mark.parametrize("url", ["https://gazette.example/x", None])
def test_the_originals_address_stands_there_if_it_is_safe(url: str | None) -> None:
    (article,) = of_type(nodes(article_json_ld(harbour(), PUBLIC, url)), "NewsArticle")
    assert (value(article, "url") if f"{SCHEMA}url" in article else None) == url


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("By Petra Lund", [{"@type": "Person", "name": "Petra Lund"}]),
        (
            "Petra Lund and Thomas Verlin",
            [{"@type": "Person", "name": "Petra Lund"}, {"@type": "Person", "name": "Thomas Verlin"}],
        ),
        ("Courier Staff", [{"name": "Courier Staff"}]),
        (None, None),
    ],
)
def test_an_author_is_a_person_only_where_the_name_is_one_for_certain(
    byline: str | None, authors: object
) -> None:
    digest = replace(harbour(), facts=replace(harbour().facts, byline=byline))
    assert json.loads(article_json_ld(digest, PUBLIC, None))["about"].get("author") == authors
