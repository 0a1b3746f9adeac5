"""Digests → Site: the catalogue of the corpus, by article, speaker, key phrase and date."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from sitegen.config import Settings
from sitegen.errors import SitegenError
from sitegen.model import Digest
from sitegen.site.copies.finding import Copies, find
from sitegen.site.related import Related, fold, relate
from sitegen.site.speakers.merging import Speaker, speakers
from sitegen.site.speakers.names import az_key, usual
from sitegen.site.timeline.years import Timeline, timeline
from sitegen.slugs import unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A key phrase and the articles it was found in, upper and lower case alike."""

    phrase: str
    """As most articles write it."""
    slug: str | None
    """None: found in one article only, and so without a page of its own."""
    digests: tuple[Digest, ...]
    """Newest first; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the pages show."""

    articles: tuple[Digest, ...]
    """Newest first; those without a date last, by title."""
    speakers: tuple[Speaker, ...]
    """By name, A–Z."""
    phrases: tuple[Phrase, ...]
    """A–Z."""
    timeline: Timeline
    """Every event, by year and month."""
    copies: Copies
    """Which articles share their text."""
    related: Mapping[str, tuple[Related, ...]]
    """By slug: the articles that share speakers or key phrases, the closest first; without its copies."""
    speaker_of: Mapping[tuple[str, str], Speaker]
    """By an article's slug and the name it quotes somebody under; not for those it only describes."""
    phrase_slugs: Mapping[str, str]
    """By the phrase as :func:`sitegen.site.related.fold` writes it; only those that have a page."""


def gather(digests: Iterable[Digest], settings: Settings) -> Site:
    """Catalogue the digests. Their order does not matter.

    Raises:
        SitegenError: Two digests would be written to one address.
    """
    articles = tuple(sorted(digests, key=_newest_first))
    _refuse_shared_addresses(articles)
    found = speakers(articles, settings.people)
    speaker_of = {(voice.digest.slug, voice.name): each for each in found for voice in each.voices}
    phrases = _phrases(articles)
    copies = find(articles)
    return Site(
        articles=articles,
        speakers=found,
        phrases=phrases,
        timeline=timeline(articles),
        copies=copies,
        related=relate(articles, speaker_of, copies.by_slug()),
        speaker_of=speaker_of,
        phrase_slugs={fold(phrase.phrase): phrase.slug for phrase in phrases if phrase.slug is not None},
    )


def _newest_first(digest: Digest) -> tuple[bool, int, str, str]:
    published = digest.facts.published
    day = int(published.replace("-", "")) if published else 0
    return (published is None, -day, digest.title.casefold(), digest.slug)


def _refuse_shared_addresses(articles: Sequence[Digest]) -> None:
    """Two names that differ in case or accents' encoding are one file on half the world's disks."""
    seen: dict[str, str] = {}
    for digest in articles:
        address = normalize("NFC", digest.slug.casefold())
        if address in seen:
            raise SitegenError(
                f"two articles would be written to articles/{digest.slug}.html: "
                f"“{seen[address]}” and “{digest.title}”",
                hint="give one of them another name, or a `slug:` in its facts",
            )
        seen[address] = digest.title


def _phrases(articles: Sequence[Digest]) -> tuple[Phrase, ...]:
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    found: dict[str, list[Digest]] = defaultdict(list)
    for digest in articles:
        for key in dict.fromkeys(fold(phrase.phrase) for phrase in digest.key_phrases):
            found[key].append(digest)
        for phrase in digest.key_phrases:
            spellings[fold(phrase.phrase)][phrase.phrase] += 1
    slugs = unique(key for key, digests in found.items() if len(digests) > 1)
    phrases = (
        Phrase(phrase=usual(spellings[key]), slug=slugs.get(key), digests=tuple(digests))
        for key, digests in found.items()
    )
    return tuple(sorted(phrases, key=lambda phrase: az_key(phrase.phrase)))
