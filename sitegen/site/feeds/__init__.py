"""What programs read: feeds (Atom and JSON Feed), the sitemap and robots.txt.

They carry whole addresses, so without ``base_url`` there is only a robots.txt.
"""

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from sitegen.config import Robots, Settings
from sitegen.site import pages
from sitegen.site.catalogue import Site
from sitegen.site.feeds.atom import atom, xml
from sitegen.site.feeds.feed import feeds
from sitegen.site.feeds.json_feed import json_feed
from sitegen.site.page import OFFLINE_COPY, Page, address
from sitegen.site.strings import Strings

ADDRESSES = 50_000
"""The most one sitemap may list, by the protocol; more are spread over several, with an index."""

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render(site: Site, settings: Settings, t: Strings) -> Iterator[Page]:
    """robots.txt always; the sitemap where the address is known; feeds where articles have dates, too."""
    base, indexed = settings.site.base_url, settings.site.robots is Robots.INDEX
    yield _robots(base) if indexed else _robots_without_index(base)
    if base is None:
        return
    if indexed:
        yield from _sitemaps(base, list(pages.paths(site, settings, t)))
    for feed in feeds(site, settings.site, base, t):
        yield atom(feed, base)
        yield json_feed(feed, base)


def _robots(base: str | None) -> Page:
    lines = ["User-agent: *", "Allow: /"]
    if base is not None:
        lines.append(f"Sitemap: {base}sitemap.xml")
    return Page(path="robots.txt", body="".join(f"{line}\n" for line in lines).encode())


def _robots_without_index(base: str | None) -> Page:
    """Pages say "noindex" themselves, and a crawler must be let in to read it; other files cannot say it."""
    root = "/" if base is None else urlsplit(base).path
    others = ("exports/", "speakers/*.csv$", OFFLINE_COPY)  # feeds stay open to those who follow them
    lines = ("User-agent: *", *(f"Disallow: {root}{path}" for path in others), "Allow: /")
    return Page(path="robots.txt", body="".join(f"{line}\n" for line in lines).encode())


def _sitemaps(base: str, paths: Sequence[str]) -> Iterator[Page]:
    shares = [paths[start : start + ADDRESSES] for start in range(0, len(paths), ADDRESSES)]
    if len(shares) == 1:
        yield _sitemap("sitemap.xml", "urlset", "url", [base + address(path) for path in paths])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(shares) + 1)]
    yield _sitemap("sitemap.xml", "sitemapindex", "sitemap", [base + name for name in names])
    for name, share in zip(names, shares, strict=True):
        yield _sitemap(name, "urlset", "url", [base + address(path) for path in share])


def _sitemap(path: str, root: str, entry: str, addresses: Sequence[str]) -> Page:
    # No <lastmod>: when a page last changed is not known from the content, and a build is no change.
    document = ET.Element(root, xmlns=SITEMAP)
    for each in addresses:
        ET.SubElement(ET.SubElement(document, entry), "loc").text = each
    return Page(path=path, body=xml(document))
