"""A name for each event that stays the same from build to build, whatever else is published."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from sitegen.model import Digest, Event
from sitegen.site.timeline.dated import Dated, Told

LENGTH = 20
"""Hexadecimal digits: among a million events, two share a name once in some 10¹² sites."""


def dated_events(digest: Digest) -> Iterator[Dated]:
    """The events of an article, in the order it has them."""
    seen: Counter[str] = Counter()
    for event in digest.timeline:
        key = _key(event)
        yield Dated(digest=digest, event=event, twin=seen[key])
        seen[key] += 1


def identity(told: Told) -> str:
    """The name of an event: that of its telling in the oldest article.

    Made from the article's slug and the place of the time expression in its text. Events of an article that
    share a place, or have none, are told apart by what they say, and at last by their order.
    """
    dated = told.first
    parts = (dated.digest.slug, _key(dated.event), str(dated.twin))
    return sha256("\0".join(parts).encode("utf-8", errors="surrogatepass")).hexdigest()[:LENGTH]


def _key(event: Event) -> str:
    words, sentence = event.when.words, event.sentence
    if words.span is not None:
        return f"{words.span.start}-{words.span.end}"
    return "\0".join((event.when.value or "", words.text, sentence.text))
