"""The speakers: the A–Z list of all, and for each what the articles call them and quote them with."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.feed_paths import speaker_feeds
from sitegen.site.pages.article import article_path, context_index, place_of
from sitegen.site.pages.az import LINES_PER_PAGE, az_context, jumps
from sitegen.site.pages.company import company
from sitegen.site.pages.month_strip import month_strip
from sitegen.site.pages.quotation_view import ELSEWHERE, QuotationView, quotation_view
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.speakers.merging import Speaker
from sitegen.site.speakers.names import fold, same_name
from sitegen.site.speakers.voices import Said, Voice
from sitegen.site.strings import Strings

QUOTATIONS_PER_PAGE = 100

MOST_DESCRIPTIONS = 12
"""Descriptions shown of one speaker: the ones most articles use."""

MOST_PLACES = 3
"""Articles named for one description, the newest; how many more there are is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an article describes a speaker."""

    digest: Digest
    path: str
    anchor: str
    """The id there of the words, their sentence, or the speaker's first quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DescribedAs:
    """One description, upper and lower case alike, and the articles that use it."""

    words: str
    """As the newest of them writes it, verbatim."""
    places: tuple[Place, ...]
    """Newest first; never empty."""
    more: int
    """How many articles use it beside these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptions:
    """What articles say of one speaker."""

    shown: tuple[DescribedAs, ...]
    """Those that most articles use first."""
    more: int
    """How many descriptions there are beside these."""


def speakers(site: Site, t: Strings) -> Iterator[Sheet]:
    """The A–Z list, and a page for everybody who has one."""
    all_parts = tuple(parts("speakers/index.html", site.speakers, LINES_PER_PAGE))
    where = jumps(all_parts, _name)
    for part in all_parts:
        yield Sheet(
            path=part.path,
            template="speakers.html",
            title=titled(t, t.plain("nav.speakers"), part),
            description=t.plain("speakers.description"),
            area="speakers",
            context=partial(az_context, part, _name, jumps=where, link_of=_link_of),
        )
    namesakes: dict[str, list[Speaker]] = defaultdict(list)
    for speaker in site.speakers:
        if speaker.slug is not None:
            namesakes[same_name(speaker.name)].append(speaker)
    for sharing in namesakes.values():
        for speaker in sharing:
            others = [each for each in sharing if each is not speaker]
            yield from _speaker(site, speaker, others, t)


def _name(speaker: Speaker) -> str:
    return speaker.name


def _link_of(speaker: Speaker) -> tuple[str, str]:
    """A speaker's own page; for one without, the first quotation in their one article. Path and id."""
    if speaker.slug is not None:
        return f"speakers/{speaker.slug}.html", ""
    first = speaker.said[0]
    return article_path(first.digest), f"q{first.number}"


def _speaker(site: Site, speaker: Speaker, namesakes: Sequence[Speaker], t: Strings) -> Iterator[Sheet]:
    phrase = site.phrase_of_speaker.get(speaker.slug or "")
    summary = t.plain(
        "speaker.summary",
        quotations=t.plain("count.quotations", n=len(speaker.said)),
        in_articles=t.plain("count.in_articles", n=speaker.articles),
    )
    copies = site.copies.among({said.digest.slug for said in speaker.said})
    if copies:
        summary += " " + t.plain("speaker.copies", n=copies)
    for part in parts(f"speakers/{speaker.slug}.html", speaker.said, QUOTATIONS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="speaker.html",
            title=titled(t, speaker.label, part),
            description=summary,
            area="speakers",
            feeds=speaker_feeds(speaker),
            context=partial(
                _context, site, t, speaker, part, summary=summary, namesakes=namesakes, phrase=phrase
            ),
        )


def _context(site: Site, t: Strings, speaker: Speaker, part: Part[Said], **others: object) -> Context:
    first = part.number == 1
    return {
        "part": part,
        "speaker": speaker,
        "descriptions": describe(speaker.voices) if first else None,
        "company": company(site, speaker) if first else None,
        "months": month_strip(t, speaker.said, part.path, QUOTATIONS_PER_PAGE) if first else None,
        "articles": _said(site, t, part),
        **others,
    }


def _said(site: Site, t: Strings, part: Part[Said]) -> list[tuple[Digest, list[QuotationView]]]:
    """A speaker's quotations under the articles they stand in, in the order they have."""
    groups: list[tuple[Digest, list[QuotationView]]] = []
    for _, several in groupby(part.items, key=lambda said: said.digest.slug):
        own = list(several)
        digest = own[0].digest
        altered = frozenset(site.sources.proof_of(digest).altered)
        views = [
            replace(
                quotation_view(t, digest, each.quotation, each.number, None, ELSEWHERE),
                altered=each.number in altered,
            )
            for each in own
        ]
        groups.append((digest, views))
    return groups


def describe(voices: Sequence[Voice]) -> Descriptions:
    """What the articles of ``voices`` (newest first) say of one speaker, the same words once.

    However many articles there are, no more is shown than fits a screen or two.
    """
    found: dict[str, dict[str, tuple[Voice, int]]] = defaultdict(dict)
    for voice in voices:
        for number, description in enumerate(voice.descriptions):
            found[fold(description.text)].setdefault(voice.digest.slug, (voice, number))
    # Sorting is stable, so of descriptions as frequent the one of the newest article stands first.
    by_use = sorted(found.values(), key=len, reverse=True)
    return Descriptions(
        shown=tuple(_described_as(list(uses.values())) for uses in by_use[:MOST_DESCRIPTIONS]),
        more=max(0, len(by_use) - MOST_DESCRIPTIONS),
    )


def _described_as(uses: Sequence[tuple[Voice, int]]) -> DescribedAs:
    newest, number = uses[0]
    return DescribedAs(
        words=newest.descriptions[number].text,
        places=tuple(_place(voice, number) for voice, number in uses[:MOST_PLACES]),
        more=max(0, len(uses) - MOST_PLACES),
    )


def _place(voice: Voice, number: int) -> Place:
    place = place_of(voice.descriptions[number], context_index(voice.digest))
    return Place(
        digest=voice.digest,
        path=article_path(voice.digest),
        anchor=place or f"q{voice.said[0].number}",
    )
