"""Where the feeds stand, and what belongs into one. Writes none of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.model import Digest
from sitegen.site.phrases.phrase import Phrase
from sitegen.site.speakers.merging import Speaker

ATOM_TYPE = "application/atom+xml"
JSON_TYPE = "application/feed+json"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedLink:
    """A feed, as a page points at it."""

    path: str
    name: str
    """Of the form, as pages give it."""
    type: str
    """Media type."""
    title: str


def in_feed(digest: Digest) -> bool:
    """True for an article that states the day it was published: Atom asks for a time, none is invented."""
    return digest.facts.published is not None and not digest.facts.draft


def site_feeds(articles: Iterable[Digest], title: str) -> tuple[FeedLink, ...]:
    """Those of the newest articles; none where no article could stand in them."""
    return _links("feed", title, articles)


def speaker_feeds(speaker: Speaker) -> tuple[FeedLink, ...]:
    """Those of a speaker's quotations, beside their page."""
    if speaker.slug is None:
        return ()
    return _links(f"speakers/{speaker.slug}", speaker.label, (each.digest for each in speaker.voices))


def phrase_feeds(phrase: Phrase) -> tuple[FeedLink, ...]:
    """Those of a phrase's articles, beside its page."""
    return () if phrase.slug is None else _links(f"phrases/{phrase.slug}", phrase.label, phrase.digests)


def _links(stem: str, title: str, articles: Iterable[Digest]) -> tuple[FeedLink, ...]:
    if not any(in_feed(digest) for digest in articles):
        return ()
    return (
        FeedLink(path=f"{stem}.xml", name="Atom", type=ATOM_TYPE, title=title),
        FeedLink(path=f"{stem}.json", name="JSON Feed", type=JSON_TYPE, title=title),
    )


def paths(links: Sequence[FeedLink]) -> dict[str, str]:
    """Path by media type."""
    return {link.type: link.path for link in links}
