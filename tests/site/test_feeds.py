import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.config import Settings, SiteSettings
from sitegen.proof import Proof, Standing
from sitegen.site import feeds, pages
from sitegen.site.catalogue import gather
from sitegen.site.characters import shown
from sitegen.site.feeds.atom import ATOM as NAMESPACE
from sitegen.site.feeds.feed import ENTRIES
from sitegen.site.sources import Sources
from sitegen.site.theme import Theme
from tests.hostile_digests import texts
from tests.site.interface import ENGLISH, GERMAN
from tests.site.reading import read
from tests.site.velmora import corpus, ferry, harbour, many

ATOM = f"{{{NAMESPACE}}}"
SITEMAP = f"{{{feeds.SITEMAP}}}"
PUBLIC = Settings(site=SiteSettings(base_url="https://velmora.example/r/"))


def parse(document: bytes) -> ET.Element:
    return ET.fromstring(document)  # noqa: S314 - our own output


def files(config: Settings, *digests: object) -> dict[str, bytes]:
    site = gather(digests, config)  # type: ignore[arg-type]
    return {page.path: page.body for page in feeds.render(site, config, ENGLISH)}


def test_without_an_address_there_is_only_a_robots_file() -> None:
    assert files(Settings(), *corpus()) == {"robots.txt": b"User-agent: *\nAllow: /\n"}


def test_the_feed_holds_the_articles_that_state_their_day_and_no_time_of_the_build() -> None:
    feed = parse(files(PUBLIC, *corpus())["feed.xml"])
    assert feed.findtext(f"{ATOM}updated") == "2024-02-28T00:00:00Z"
    links = [link.get("href") for link in feed.findall(f"{ATOM}entry/{ATOM}link")]
    assert links[0] == "https://velmora.example/r/articles/harbour-bridge.html"
    assert len(links) == 2, "the undated article is left out: Atom asks for a time, and none is invented"


def test_there_is_no_feed_of_nothing_and_no_draft_in_one() -> None:
    draft = replace(harbour(), facts=replace(harbour().facts, draft=True))
    assert "feed.xml" not in files(PUBLIC, ferry(), draft)


def test_the_sitemap_lists_the_pages_by_whole_address_and_not_404(
    tree: Mapping[str, bytes],
) -> None:
    found = [loc.text for loc in parse(tree["sitemap.xml"]).iter(f"{SITEMAP}loc")]
    base = "https://velmora.example/some-repo/"
    assert f"{base}index.html" in found
    assert f"{base}articles/%D8%A8%D8%B3%D8%AA%D8%A7%D9%86.html" in found
    assert f"{base}404.html" not in found
    assert len(found) == sum(path.endswith(".html") for path in tree) - 1


def test_a_sitemap_that_would_be_too_long_is_spread_over_several() -> None:
    pages = list(feeds._sitemaps("https://x.example/", [f"{n}.html" for n in range(50_001)]))
    assert [page.path for page in pages] == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]
    assert len(list(parse(pages[2].body).iter(f"{SITEMAP}loc"))) == 1


@given(st.text(st.characters(), min_size=1))
def test_every_title_makes_a_feed_that_parses(title: str) -> None:
    parse(files(PUBLIC, replace(harbour(), title=title))["feed.xml"])


def test_controls_that_xml_would_allow_are_replaced_as_on_the_pages() -> None:
    feed = files(PUBLIC, replace(harbour(), title="A\x7f\x85\x9b\x1bB"))["feed.xml"]
    assert "<title>A\ufffd\ufffd\ufffd\ufffdB</title>" in feed.decode()


# Both forms, of the site, of speakers and of phrases


def check_json_feed(body: bytes) -> dict[str, Any]:
    """What version 1.1 demands of a feed and of its items, and the types it gives their members."""
    feed: dict[str, Any] = json.loads(body)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    for member in ("home_page_url", "feed_url"):
        assert feed[member].startswith("https://")
    assert all(isinstance(each["name"], str) for each in feed["authors"])
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert isinstance(item["content_text"], str)
        assert item["content_text"]
        assert item["url"].startswith("https://")
        for member in ("date_published", "date_modified"):
            assert datetime.fromisoformat(item[member]).tzinfo is not None
        tags = item.get("tags", [])
        assert len(set(tags)) == len(tags)
        assert all(isinstance(tag, str) for tag in tags)
        assert all(set(author) <= {"name", "url", "avatar"} for author in item.get("authors", []))
    return feed


def check_atom(body: bytes) -> Any:
    found = feedparser.parse(body)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == "atom10"
    return found


def test_every_feed_of_the_site_parses_and_both_forms_say_the_same(tree: Mapping[str, bytes]) -> None:
    atoms = [path for path, body in tree.items() if path.endswith(".xml") and b"<feed" in body[:200]]
    assert {path.partition("/")[0] for path in atoms} == {"feed.xml", "speakers", "phrases"}
    for path in atoms:
        other = path.removesuffix(".xml") + ".json"
        atom, json_feed = check_atom(tree[path]), check_json_feed(tree[other])
        assert [entry.id for entry in atom.entries] == [item["id"] for item in json_feed["items"]]
        assert [entry.title for entry in atom.entries] == [item["title"] for item in json_feed["items"]]
        assert atom.feed.title == json_feed["title"]
        assert json_feed["feed_url"] == "https://velmora.example/some-repo/" + quote(other)


def test_every_page_points_at_its_feeds_and_at_those_of_the_site(tree: Mapping[str, bytes]) -> None:
    def feeds_of(path: str) -> list[str]:
        links = read(tree[path]).all("link")
        return [link["href"] for link in links if link["rel"] == "alternate"]

    assert feeds_of("index.html") == ["feed.xml", "feed.json"]
    assert feeds_of("speakers/ilsa-hamdan.html") == [
        *("../speakers/ilsa-hamdan.xml", "../speakers/ilsa-hamdan.json"),
        *("../feed.xml", "../feed.json"),
    ]


def test_a_speakers_feed_has_the_newest_words_verbatim_and_leads_to_them() -> None:
    made = files(PUBLIC, *corpus())
    items = check_json_feed(made["speakers/ilsa-hamdan.json"])["items"]
    words = [quotation.words.text for quotation in harbour().quotations if quotation.speaker == "Ilsa Hamdan"]
    assert [item["content_text"] for item in items] == [f"“{each}”" for each in words]
    assert items[0]["id"] == "https://velmora.example/r/articles/harbour-bridge.html#q1"
    entry = check_atom(made["speakers/ilsa-hamdan.xml"]).entries[0]
    assert entry.content[0].value == f"“{words[0]}”"
    assert entry.author == "Petra Lund"
    assert entry.published == "2024-02-28T00:00:00Z"


def test_below_altered_words_a_speakers_feed_says_so_in_the_sites_language() -> None:
    proof = Proof(standing=Standing.COMPARED, quotations=5, altered=(1,))
    site = gather(corpus(), PUBLIC, sources=Sources(proofs={"harbour-bridge": proof}))
    for t in (ENGLISH, GERMAN):
        made = {page.path: page.body for page in feeds.render(site, PUBLIC, t)}
        first, *others = check_json_feed(made["speakers/ilsa-hamdan.json"])["items"]
        assert first["content_text"].endswith(f"”\n\n{t.plain('carry.altered')}")
        assert all(item["content_text"].endswith("”") for item in others)


def test_a_phrases_feed_has_the_articles_that_share_it_and_state_their_day() -> None:
    made = files(PUBLIC, *corpus())
    items = check_json_feed(made["phrases/harbour-bridge.json"])["items"]
    assert {item["url"] for item in items} <= {
        f"https://velmora.example/r/articles/{digest.slug}.html"
        for digest in corpus()
        if digest.facts.published
    }
    assert items


def test_a_speaker_whom_only_undated_articles_quote_has_a_page_and_no_feed() -> None:
    made = files(PUBLIC, ferry())
    assert {path for path in made if "/" in path} == set()


def test_a_feed_does_not_grow_with_the_corpus() -> None:
    assert len(check_json_feed(files(PUBLIC, *many(70))["feed.json"])["items"]) == ENTRIES


def test_without_an_address_no_page_points_at_a_feed(theme: Theme) -> None:
    config = Settings()
    for page in pages.render(gather(corpus(), config), config, theme):
        assert b"alternate" not in page.body.partition(b"</head>")[0]


@given(texts)
@settings(max_examples=60)
def test_whatever_the_source_says_both_forms_read_back_as_it(text: str) -> None:
    digest = harbour()
    first, *rest = digest.quotations
    quotation = replace(first, words=replace(first.words, text=text, span=None))
    made = files(PUBLIC, replace(digest, title=text, quotations=(quotation, *rest)))
    said = shown(text)
    items = check_json_feed(made["speakers/ilsa-hamdan.json"])["items"]
    assert items[0]["content_text"] == f"“{said}”"
    assert check_json_feed(made["feed.json"])["items"][0]["title"] == said
    contents = parse(made["speakers/ilsa-hamdan.xml"]).findall(f"{ATOM}entry/{ATOM}content")
    # A bare return is a line end to XML.
    assert contents[0].text == f"“{said}”".replace("\r\n", "\n").replace("\r", "\n")


def test_documents_for_programs_are_not_indented(tree: Mapping[str, bytes]) -> None:
    written = [body for path, body in tree.items() if path.endswith(".xml")]
    assert len(written) > 3
    assert all(body.count(b"\n") < 40 and b"\n " not in body for body in written)
