"""Digests → Site: the catalogue of the corpus, by article, speaker, key phrase and date."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from sitegen import dates
from sitegen.config import Settings
from sitegen.errors import SitegenError
from sitegen.model import Digest, Event
from sitegen.site.related import Related, fold, relate
from sitegen.site.speakers.merging import Speaker, speakers
from sitegen.site.speakers.names import az_key, usual
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
class Dated:
    """One event, and the article it stands in."""

    digest: Digest
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A calendar month that events are dated to."""

    value: str
    """``YYYY-MM``"""
    events: tuple[Dated, ...]
    """In order of date, then newest article first; never empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A calendar year that events are dated to."""

    value: str
    """``YYYY``"""
    months: tuple[Month, ...]
    events: tuple[Dated, ...]
    """Those whose month is not stated: a year, a quarter, a season."""

    @property
    def total(self) -> int:
        """All events of the year."""
        return len(self.events) + sum(len(month.events) for month in self.months)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything the pages show."""

    articles: tuple[Digest, ...]
    """Newest first; those without a date last, by title."""
    speakers: tuple[Speaker, ...]
    """By name, A–Z."""
    phrases: tuple[Phrase, ...]
    """A–Z."""
    years: tuple[Year, ...]
    """Newest first."""
    partial: tuple[Dated, ...]
    """Events dated to no one year: a day of an unstated one, or a decade; in order of what is known."""
    unresolved: tuple[Dated, ...]
    """Events whose date the source leaves open, newest article first."""
    related: Mapping[str, tuple[Related, ...]]
    """By slug: the articles that share speakers or key phrases, the closest first."""
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
    years, partial, unresolved = _timeline(articles)
    return Site(
        articles=articles,
        speakers=found,
        phrases=phrases,
        years=years,
        partial=partial,
        unresolved=unresolved,
        related=relate(articles, speaker_of),
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


def _timeline(articles: Sequence[Digest]) -> tuple[tuple[Year, ...], tuple[Dated, ...], tuple[Dated, ...]]:
    """Years, events dated in part, events not dated."""
    by_year: dict[str, list[Dated]] = defaultdict(list)
    partial: list[Dated] = []
    unresolved: list[Dated] = []
    for dated in _dated(articles):
        year = _year(dated.event)
        if year is not None:
            by_year[year].append(dated)
        elif standing(dated.event) is Standing.UNRESOLVED:
            unresolved.append(dated)
        else:
            partial.append(dated)
    years = tuple(_in_months(year, by_year[year]) for year in sorted(by_year, reverse=True))
    return years, tuple(sorted(partial, key=_date_order)), tuple(unresolved)


def _dated(articles: Sequence[Digest]) -> Iterator[Dated]:
    return (Dated(digest=digest, event=event) for digest in articles for event in digest.timeline)


def _in_months(year: str, events: list[Dated]) -> Year:
    months: dict[str | None, list[Dated]] = defaultdict(list)
    for dated in sorted(events, key=_date_order):
        months[_month(dated.event)].append(dated)
    named = (month for month in months if month is not None)
    return Year(
        value=year,
        months=tuple(Month(value=month, events=tuple(months[month])) for month in sorted(named)),
        events=tuple(months[None]) if None in months else (),
    )


class Standing(StrEnum):
    """How well an event is dated."""

    DATED = "dated"
    PARTIAL = "partial"
    """Something of the calendar is known, yet not which year."""
    UNRESOLVED = "unresolved"


def standing(event: Event) -> Standing:
    """How well an event is dated."""
    rank = dates.sort_key(event.when.value)[0]
    return (Standing.DATED, Standing.PARTIAL)[rank] if rank < 2 else Standing.UNRESOLVED


def _year(event: Event) -> str | None:
    """``YYYY``; None where the source does not say which year, or names a longer time."""
    year = dates.year(event.when.value)
    return None if year is None else f"{year:04d}"


def _month(event: Event) -> str | None:
    """``YYYY-MM`` of an event whose year is known; None where its month is not."""
    month = dates.month(event.when.value)
    return None if month is None else f"{_year(event)}-{month:02d}"


def _date_order(dated: Dated) -> dates.SortKey:
    # Sorting is stable, so events of one date stay in the order of the articles: newest first.
    return dates.sort_key(dated.event.when.value)
