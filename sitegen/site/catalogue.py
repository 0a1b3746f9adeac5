"""Digests → Site: the catalogue of the corpus, by article, speaker, key phrase and date."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.addresses import folded, settle
from sitegen.config import Settings
from sitegen.errors import SitegenError
from sitegen.model import Digest
from sitegen.site.apart import IN_ENGLISH, Apart
from sitegen.site.copies.finding import Copies, find
from sitegen.site.phrases.merging import phrases
from sitegen.site.phrases.phrase import Phrase
from sitegen.site.related import Related, relate
from sitegen.site.shelves import Kind, Shelves, shelves
from sitegen.site.sources import Sources
from sitegen.site.speakers.merging import Speaker, speakers
from sitegen.site.timeline.years import Timeline, timeline


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the pages show."""

    articles: tuple[Digest, ...]
    """Newest first; those without a date last, by title."""
    withdrawn: tuple[Digest, ...]
    """Articles that have been withdrawn, in the same order: of their words nothing is shown anywhere."""
    aliases: Mapping[str, Digest]
    """Where old addresses lead: slugs of today's articles, drafts left out, by the slugs they had."""
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
    phrase_of: Mapping[tuple[str, str], Phrase]
    """By an article's slug and the form in which it has the phrase."""
    phrase_of_speaker: Mapping[str, Phrase]
    """By the slug of a speaker whose name is a phrase that has a page."""
    quoted_in: Mapping[str, tuple[Speaker, ...]]
    """By an article's slug: whom it quotes by name, each once, A–Z."""
    sections: Shelves
    """An article may stand in several, or in none."""
    publishers: Shelves
    """Every article has one, or states none."""
    sources: Sources = field(default_factory=Sources)
    """How the articles stand to their sources."""


def gather(
    digests: Iterable[Digest],
    settings: Settings,
    apart: Apart = IN_ENGLISH,
    *,
    sources: Sources | None = None,
) -> Site:
    """Catalogue the digests, hidden ones left out. Their order does not matter.

    ``apart`` has words for namesakes; ``sources`` tells how the digests stand to their sources.

    Raises:
        SitegenError: Two digests would be written to one address.
    """
    shown = sorted((each for each in digests if not each.facts.hidden), key=_newest_first)
    _refuse_shared_addresses(shown)
    articles = tuple(each for each in shown if each.facts.withdrawn is None)
    found = speakers(articles, settings.people, apart)
    speaker_of = {(voice.digest.slug, voice.name): each for each in found for voice in each.voices}
    copies = find(articles)
    every = phrases(articles, found, settings.site.language, apart)
    phrase_of = {
        (use.digest.slug, form.phrase): each for each in every for use in each.uses for form in use.phrases
    }
    return Site(
        articles=articles,
        withdrawn=tuple(each for each in shown if each.facts.withdrawn is not None),
        aliases=_aliases(shown),
        speakers=found,
        phrases=every,
        timeline=timeline(articles),
        copies=copies,
        related=relate(articles, speaker_of, phrase_of, copies.shared),
        speaker_of=speaker_of,
        phrase_of=phrase_of,
        phrase_of_speaker={
            each.speaker.slug: each
            for each in every
            if each.slug is not None and each.speaker is not None and each.speaker.slug is not None
        },
        quoted_in=_quoted_in(found),
        sections=shelves(Kind.SECTIONS, articles),
        publishers=shelves(Kind.PUBLISHERS, articles),
        sources=sources or Sources(),
    )


def _aliases(shown: Iterable[Digest]) -> Mapping[str, Digest]:
    ordered = sorted(shown, key=lambda each: (each.facts.draft, each.slug))
    by_slug = {each.slug: each for each in ordered}
    settled, _ = settle((each.slug, each.facts.aliases) for each in ordered)  # the build says what clashes
    return {alias: by_slug[slug] for alias, slug in sorted(settled.items()) if not by_slug[slug].facts.draft}


def _quoted_in(everybody: Sequence[Speaker]) -> Mapping[str, tuple[Speaker, ...]]:
    found: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in everybody:
        for slug in dict.fromkeys(voice.digest.slug for voice in speaker.voices):
            found[slug].append(speaker)
    return {slug: tuple(quoted) for slug, quoted in found.items()}


def _newest_first(digest: Digest) -> tuple[bool, int, str, str]:
    published = digest.facts.published
    day = int(published.replace("-", "")) if published else 0
    return (published is None, -day, digest.title.casefold(), digest.slug)


def _refuse_shared_addresses(articles: Sequence[Digest]) -> None:
    """Two names that differ in case or accents' encoding are one file on half the world's disks."""
    seen: dict[str, str] = {}
    for digest in articles:
        address = folded(digest.slug)
        if address in seen:
            raise SitegenError(
                f"two articles would be written to articles/{digest.slug}.html: "
                f"“{seen[address]}” and “{digest.title}”",
                hint="give one of them another name, or a `slug:` in its facts",
            )
        seen[address] = digest.title
