from collections.abc import Mapping
from dataclasses import replace
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Settings, SiteSettings
from sitegen.site import feeds
from sitegen.site.catalogue import gather
from tests.site.interface import ENGLISH
from tests.site.velmora import corpus, ferry, harbour

ATOM = f"{{{feeds.ATOM}}}"
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


def test_the_sitemap_lists_the_pages_by_whole_address_and_not_404_nor_search(
    tree: Mapping[str, bytes],
) -> None:
    found = [loc.text for loc in parse(tree["sitemap.xml"]).iter(f"{SITEMAP}loc")]
    base = "https://velmora.example/some-repo/"
    assert f"{base}index.html" in found
    assert f"{base}articles/%D8%A8%D8%B3%D8%AA%D8%A7%D9%86.html" in found
    assert f"{base}404.html" not in found
    assert f"{base}search.html" not in found
    assert len(found) == sum(path.endswith(".html") for path in tree) - 2


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
