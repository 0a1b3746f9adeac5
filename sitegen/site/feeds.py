"""What programs read: the Atom feed (RFC 4287), the sitemap and robots.txt.

They carry whole addresses, so without ``base_url`` there is only a robots.txt.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from xml.etree import ElementTree as ET

from sitegen.config import Settings, SiteSettings
from sitegen.model import Digest
from sitegen.site import pages
from sitegen.site.catalogue import Site
from sitegen.site.characters import shown
from sitegen.site.page import Page, address
from sitegen.site.pages.article import article_path
from sitegen.site.strings import Strings

ENTRIES = 30
"""Newest articles in the feed."""

ADDRESSES = 50_000
"""The most one sitemap may list, by the protocol; more are spread over several, with an index."""

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"


def render(site: Site, settings: Settings, t: Strings) -> Iterator[Page]:
    """robots.txt always; the sitemap where the address is known; the feed where articles have dates, too."""
    base = settings.site.base_url
    yield _robots(base)
    if base is None:
        return
    yield from _sitemaps(base, list(pages.paths(site, settings, t)))
    if pages.has_feed(site):
        newest = islice((digest for digest in site.articles if pages.in_feed(digest)), ENTRIES)
        yield _atom(base, settings.site, list(newest))


def _robots(base: str | None) -> Page:
    lines = ["User-agent: *", "Allow: /"]
    if base is not None:
        lines.append(f"Sitemap: {base}sitemap.xml")
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
    return Page(path=path, body=_xml(document))


def _atom(base: str, about: SiteSettings, newest: Sequence[Digest]) -> Page:
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": about.language})
    _add(feed, "id", base)
    _add(feed, "title", about.title)
    _add(feed, "subtitle", about.description)
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=f"{base}index.html")
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{base}feed.xml")
    _add(feed, "updated", max(_updated(digest) for digest in newest))
    _add(ET.SubElement(feed, "author"), "name", about.publisher or about.title)
    for digest in newest:
        _entry(ET.SubElement(feed, "entry"), base + address(article_path(digest)), digest)
    return Page(path="feed.xml", body=_xml(feed))


def _entry(entry: ET.Element, url: str, digest: Digest) -> None:
    facts = digest.facts
    if digest.language is not None:
        entry.set("xml:lang", digest.language)
    _add(entry, "id", url)
    _add(entry, "title", digest.title)
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=url)
    _add(entry, "published", f"{facts.published}T00:00:00Z")
    _add(entry, "updated", _updated(digest))
    for section in facts.sections:
        ET.SubElement(entry, "category", term=shown(section))
    if facts.byline is not None or facts.publisher is not None:
        _add(ET.SubElement(entry, "author"), "name", facts.byline or facts.publisher or "")
    if digest.lead:
        _add(entry, "summary", " ".join(sentence.text for sentence in digest.lead))


def _updated(digest: Digest) -> str:
    """Atom asks for a time; the source states days. Never the time of the build."""
    return f"{max(digest.facts.published or '', digest.facts.modified or '')}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = shown(text)


def _xml(document: ET.Element) -> bytes:
    ET.indent(document)
    body: bytes = ET.tostring(document, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
