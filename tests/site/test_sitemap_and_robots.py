"""What a crawler reads, judged by the protocol's own rules and by another program's reading of robots.txt."""

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote, urlsplit
from urllib.robotparser import RobotFileParser

from lxml import etree

from tests.site.reading import read

BASE = "https://velmora.example/some-repo/"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
DAY = r"\d{4}(-\d\d(-\d\d)?)?"
CONTENT = {
    "loc": re.compile(r"https?://\S{5,2040}"),
    "lastmod": re.compile(rf"{DAY}|\d{{4}}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)"),
    "changefreq": re.compile("always|hourly|daily|weekly|monthly|yearly|never"),
    "priority": re.compile(r"0(\.\d+)?|1(\.0+)?"),
}
"""What the protocol lets stand below a <url>, and in which form."""


def addresses_of(body: bytes) -> list[str]:
    """The addresses a sitemap lists, every rule of the protocol kept."""
    assert len(body) <= 50 * 1024 * 1024
    assert re.match(rb"<\?xml version=['\"]1\.0['\"] encoding=['\"]utf-8['\"]\?>", body, re.IGNORECASE)
    root = etree.fromstring(body)
    assert root.tag == f"{{{NAMESPACE}}}urlset"
    assert 0 < len(root) <= 50_000
    for url in root:
        assert url.tag == f"{{{NAMESPACE}}}url"
        parts = {part.tag.removeprefix(f"{{{NAMESPACE}}}"): part for part in url}
        assert len(parts) == len(url), "each once"
        assert "loc" in parts
        for name, part in parts.items():
            assert CONTENT[name].fullmatch(part.text or ""), part.text
            assert len(part) == 0
    return [url.findtext(f"{{{NAMESPACE}}}loc") for url in root]


def test_the_sitemap_keeps_the_rules_of_its_protocol(tree: Mapping[str, bytes]) -> None:
    found = addresses_of(tree["sitemap.xml"])
    assert len(set(found)) == len(found)
    for address in found:
        path = urlsplit(address).path
        assert quote(unquote(path), safe="/-_.~!$&'()*+,;=:@") == path, (
            "escaped once, and no more than needed"
        )


def test_each_address_of_the_sitemap_is_the_canonical_one_of_a_page_that_may_be_listed(
    tree: Mapping[str, bytes],
) -> None:
    for address in addresses_of(tree["sitemap.xml"]):
        page = read(tree[unquote(address.removeprefix(BASE))])
        assert [link["href"] for link in page.all("link") if link["rel"] == "canonical"] == [address]
        assert not [meta for meta in page.all("meta") if meta.get("name") == "robots"], address


def test_every_page_that_may_be_listed_is_in_the_sitemap(tree: Mapping[str, bytes]) -> None:
    listed = {unquote(address.removeprefix(BASE)) for address in addresses_of(tree["sitemap.xml"])}
    for path in (path for path in tree if path.endswith(".html")):
        kept_out = [meta for meta in read(tree[path]).all("meta") if meta.get("name") == "robots"]
        assert (path in listed) != bool(kept_out), path


def test_robots_txt_lets_every_crawler_read_what_the_sitemap_lists(tree: Mapping[str, bytes]) -> None:
    robots = RobotFileParser()
    robots.parse(tree["robots.txt"].decode("ascii").splitlines())
    assert robots.site_maps() == [f"{BASE}sitemap.xml"]
    for address in addresses_of(tree["sitemap.xml"]):
        assert robots.can_fetch("*", address)
