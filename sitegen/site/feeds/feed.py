"""A feed before it is written, in whichever form: what it is of, and its entries, the newest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sitegen.config import SiteSettings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.characters import shortened, shown
from sitegen.site.feed_paths import FeedLink, in_feed, phrase_feeds, site_feeds, speaker_feeds
from sitegen.site.page import address
from sitegen.site.pages.article import article_path
from sitegen.site.phrases.phrase import Phrase
from sitegen.site.speakers.merging import Speaker
from sitegen.site.speakers.voices import Said
from sitegen.site.strings import Strings

ENTRIES = 30
"""The newest in a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An article, or a quotation in one. All text is as the pages show it."""

    url: str
    """The whole address, and the entry's name for ever."""
    title: str
    text: str
    """Verbatim: the lead, or the quotation. Empty for an article without a lead.

    Below words that the source has not in this form, that is said.
    """
    whole: bool
    """True: the text is all there is of the entry; False: it is what an article begins with."""
    digest: Digest

    @property
    def published(self) -> str:
        """A time, for feeds ask for one; the source states a day. Never the time of the build."""
        return f"{self.digest.facts.published}T00:00:00Z"

    @property
    def updated(self) -> str:
        """The day of the last change that the source or the site's editors state, or of publication."""
        facts = self.digest.facts
        stated = (facts.published or "", facts.modified or "", *(each.date for each in facts.corrections))
        return f"{max(stated)}T00:00:00Z"

    @property
    def author(self) -> str | None:
        """Of the article; None: not stated."""
        named = self.digest.facts.byline or self.digest.facts.publisher
        return None if named is None else shown(named)

    @property
    def sections(self) -> tuple[str, ...]:
        """Of the article, as stated."""
        return tuple(map(shown, self.digest.facts.sections))


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed is of, and what stands in it."""

    links: Sequence[FeedLink]
    """Where it stands, in each form."""
    title: str
    subtitle: str
    home: str
    """Of the page it goes with, from the root of the site."""
    identity: str
    """The whole address that is its name for ever."""
    entries: tuple[Entry, ...]
    """Never empty."""
    about: SiteSettings


def feeds(site: Site, about: SiteSettings, base: str, t: Strings) -> Iterator[Feed]:
    """That of the site, of each speaker and of each phrase; none that would be empty."""
    links = site_feeds(site.articles, about.title)
    if links:
        yield Feed(
            links=links,
            title=shown(about.title),
            subtitle=shown(about.description),
            home="index.html",
            identity=base,
            entries=_articles(base, site.articles),
            about=about,
        )
    for speaker in site.speakers:
        yield from _of_speaker(site, speaker, about, base, t)
    for phrase in site.phrases:
        yield from _of_phrase(phrase, about, base)


def _of_speaker(site: Site, speaker: Speaker, about: SiteSettings, base: str, t: Strings) -> Iterator[Feed]:
    links = speaker_feeds(speaker)
    if links:
        home = f"speakers/{speaker.slug}.html"
        newest = islice((said for said in speaker.said if in_feed(said.digest)), ENTRIES)
        yield Feed(
            links=links,
            title=shown(f"{speaker.label} – {about.title}"),
            subtitle=shown(about.description),
            home=home,
            identity=base + address(home),
            entries=tuple(_quotation(site, base, said, t) for said in newest),
            about=about,
        )


def _of_phrase(phrase: Phrase, about: SiteSettings, base: str) -> Iterator[Feed]:
    links = phrase_feeds(phrase)
    if links:
        home = f"phrases/{phrase.slug}.html"
        yield Feed(
            links=links,
            title=shown(f"{phrase.label} – {about.title}"),
            subtitle=shown(about.description),
            home=home,
            identity=base + address(home),
            entries=_articles(base, phrase.digests),
            about=about,
        )


def _articles(base: str, articles: Iterable[Digest]) -> tuple[Entry, ...]:
    newest = islice((digest for digest in articles if in_feed(digest)), ENTRIES)
    return tuple(
        Entry(
            url=base + address(article_path(digest)),
            title=shown(digest.title),
            text=shown(" ".join(sentence.text for sentence in digest.lead)),
            whole=False,
            digest=digest,
        )
        for digest in newest
    )


def _quotation(site: Site, base: str, said: Said, t: Strings) -> Entry:
    words = shown(said.quotation.words.text)
    altered = site.sources.proof_of(said.digest).matches(said.number) is False
    return Entry(
        url=f"{base}{address(article_path(said.digest))}#q{said.number}",
        title=f"“{shortened(words)}”",
        text=f"“{words}”\n\n{t.plain('carry.altered')}" if altered else f"“{words}”",
        whole=True,
        digest=said.digest,
    )
