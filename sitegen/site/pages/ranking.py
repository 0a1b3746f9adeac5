"""Who or what there is most of, with bars: the same few lines on several pages."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from heapq import nlargest

from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.pages.bars import width
from sitegen.site.shelves import Shelf
from sitegen.site.speakers.merging import Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """One line of a ranking."""

    name: str | None
    """None: not stated."""
    path: str | None
    """Their page; None: they have none."""
    count: int
    width: str
    """Of the bar, per cent of that of the first line."""
    language: str | None = None
    """BCP 47 tag of the name; None: not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """The first lines, the largest count first."""

    lines: tuple[Ranked, ...]
    more: int
    """How many there are beside these."""

    @property
    def compares(self) -> bool:
        """True where bars tell something: the lines do not all count the same."""
        return len({each.count for each in self.lines}) > 1


def rank(entries: Iterable[tuple[str | None, str | None, int]], most: int) -> Ranking:
    """The ``most`` largest of ``entries`` (name, path, count); of equals the first given stands first."""
    every = list(entries)
    largest = nlargest(most, every, key=lambda entry: entry[2])
    top = max((count for _, _, count in largest), default=1)
    return Ranking(
        lines=tuple(
            Ranked(name=name, path=path, count=count, width=width(count, top))
            for name, path, count in largest
        ),
        more=len(every) - len(largest),
    )


def rank_speakers(met: Iterable[Speaker], most: int) -> Ranking:
    """Those of ``met`` who are there most often. Who has no page is nobody beyond one article."""
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for speaker in met:
        if speaker.slug is not None:
            counts[speaker.slug] += 1
            labels[speaker.slug] = speaker.label
    return rank(((labels[slug], f"speakers/{slug}.html", count) for slug, count in counts.items()), most)


def rank_shelves(met: Iterable[Shelf], most: int) -> Ranking:
    """The sections or publishers that are there most often, the one without a name among them."""
    counts: Counter[str | None] = Counter()
    shelves: dict[str | None, Shelf] = {}
    for shelf in met:
        counts[shelf.name] += 1
        shelves[shelf.name] = shelf
    found = rank(((name, shelves[name].path, count) for name, count in counts.items()), most)
    named = tuple(replace(each, language=shelves[each.name].language) for each in found.lines)
    return replace(found, lines=named)


def most_quoted(site: Site, digests: Iterable[Digest], most: int) -> Ranking:
    """Whom ``digests`` quote most, with how many quotations."""
    places = (
        (digest.slug, quotation.speaker)
        for digest in digests
        for quotation in digest.quotations
        if quotation.speaker is not None
    )
    return rank_speakers((site.speaker_of[place] for place in places if place in site.speaker_of), most)
