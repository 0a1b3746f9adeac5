"""Atom (RFC 4287)."""

from xml.etree import ElementTree as ET

from sitegen.site.characters import shown
from sitegen.site.feed_paths import ATOM_TYPE, paths
from sitegen.site.feeds.feed import Entry, Feed
from sitegen.site.page import Page, address

ATOM = "http://www.w3.org/2005/Atom"


def atom(feed: Feed, base: str) -> Page:
    """The feed's file."""
    path = paths(feed.links)[ATOM_TYPE]
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": feed.about.language})
    _add(root, "id", feed.identity)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=base + address(feed.home))
    ET.SubElement(root, "link", rel="self", type=ATOM_TYPE, href=base + address(path))
    _add(root, "updated", max(entry.updated for entry in feed.entries))
    _add(ET.SubElement(root, "author"), "name", feed.about.publisher or feed.about.title)
    for entry in feed.entries:
        _entry(ET.SubElement(root, "entry"), entry)
    return Page(path=path, body=xml(root))


def _entry(element: ET.Element, entry: Entry) -> None:
    if entry.digest.language is not None:
        element.set("xml:lang", entry.digest.language)
    _add(element, "id", entry.url)
    _add(element, "title", entry.title)
    ET.SubElement(element, "link", rel="alternate", type="text/html", href=entry.url)
    _add(element, "published", entry.published)
    _add(element, "updated", entry.updated)
    for section in entry.sections:
        ET.SubElement(element, "category", term=section)
    if entry.author is not None:
        _add(ET.SubElement(element, "author"), "name", entry.author)
    if entry.text:
        _add(element, "content" if entry.whole else "summary", entry.text)


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = shown(text)


def xml(document: ET.Element) -> bytes:
    """The bytes of an XML document, on one line: there may be thousands, and programs read them."""
    body: bytes = ET.tostring(document, encoding="utf-8")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
