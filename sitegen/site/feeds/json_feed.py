"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from collections.abc import Mapping

from sitegen.site.characters import shown
from sitegen.site.feed_paths import JSON_TYPE, paths
from sitegen.site.feeds.feed import Entry, Feed
from sitegen.site.json_text import json_text, listed
from sitegen.site.page import Page, address

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, base: str) -> Page:
    """The feed's file."""
    path = paths(feed.links)[JSON_TYPE]
    head = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": base + address(feed.home),
        "feed_url": base + address(path),
        "description": feed.subtitle,
        "language": feed.about.language,
        "authors": [{"name": shown(feed.about.publisher or feed.about.title)}],
    }
    return Page(path=path, body=b"".join(listed(head, "items", map(_item, feed.entries))))


def _item(entry: Entry) -> str:
    item: Mapping[str, object] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        # Demanded of every item; of an article without a lead the title is all there is.
        "content_text": entry.text or entry.title,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "authors": [] if entry.author is None else [{"name": entry.author}],
        "tags": list(dict.fromkeys(entry.sections)),
        "language": entry.digest.language,
    }
    return json_text({key: value for key, value in item.items() if value not in (None, [])})
