"""Whom a speaker is met with: who reports them, who relays them, who is quoted beside them.

However much a speaker says, no more is shown than fits a screen or two.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.pages.article import article_path, speaker_path
from sitegen.site.pages.ranking import Ranking, rank_shelves, rank_speakers
from sitegen.site.speakers.merging import Speaker
from sitegen.site.speakers.names import same_name
from sitegen.site.speakers.voices import Said

MOST_RELAYERS = 10
MOST_PUBLISHERS = 10
MOST_TOGETHER = 10

LARGEST_ROUND = 100
"""Speakers. An article that quotes more brings nobody together, and to pair them all costs their square."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relayer:
    """Through whom words of a speaker come."""

    name: str
    """As the newest article writes it."""
    path: str | None
    """The page of a relayer who is quoted there, too; None: they have none."""
    count: int
    """Quotations."""
    digest: Digest
    """The newest article with one, where it stands, and the number of the first in it."""
    article: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relayed:
    """What does not come from a speaker directly."""

    count: int
    """Quotations."""
    by: tuple[Relayer, ...]
    """Those who relay most first."""
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """With whom a speaker is met."""

    relayed: Relayed
    publishers: Ranking
    """Who reports them, by articles; the ones that state no publisher among them."""
    together: Ranking
    """Who is quoted in the same articles, by articles."""


def company(site: Site, speaker: Speaker) -> Company:
    """Whom the articles of ``speaker`` name beside them."""
    slugs = dict.fromkeys(voice.digest.slug for voice in speaker.voices)
    reporting = chain.from_iterable(site.publishers.by_article[slug] for slug in slugs)
    rounds = (site.quoted_in[slug] for slug in slugs)
    beside = chain.from_iterable(each for each in rounds if len(each) <= LARGEST_ROUND)
    return Company(
        relayed=_relayed(site, speaker),
        publishers=rank_shelves(reporting, MOST_PUBLISHERS),
        together=rank_speakers((each for each in beside if each is not speaker), MOST_TOGETHER),
    )


def _relayed(site: Site, speaker: Speaker) -> Relayed:
    relayed = [said for said in speaker.said if said.quotation.relayed_by]
    through: dict[str, list[tuple[str, Said]]] = defaultdict(list)
    for said in relayed:
        for name in dict.fromkeys(said.quotation.relayed_by):
            through[same_name(name)].append((name, said))
    # Sorting is stable: of those who relay as much, the one of the newest article stands first.
    most = sorted(through.values(), key=lambda each: -len(each))
    return Relayed(
        count=len(relayed),
        by=tuple(_relayers(site, most[:MOST_RELAYERS])),
        more=max(0, len(most) - MOST_RELAYERS),
    )


def _relayers(site: Site, through: list[list[tuple[str, Said]]]) -> Iterator[Relayer]:
    for each in through:
        name, newest = each[0]
        yield Relayer(
            name=name,
            path=speaker_path(site, newest.digest, name),
            count=len(each),
            digest=newest.digest,
            article=article_path(newest.digest),
            number=newest.number,
        )
