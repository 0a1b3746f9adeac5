"""The key phrases: the A–Z list of all, and for each shared one the lines it stands in and who says it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.feed_paths import phrase_feeds
from sitegen.site.pages.article import article_path, phrase_path, speaker_path
from sitegen.site.pages.az import LINES_PER_PAGE, az_context, jumps
from sitegen.site.pages.events import event_anchor
from sitegen.site.pages.marking import anchor
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.phrases.lines import Line, line
from sitegen.site.phrases.phrase import Phrase, Use
from sitegen.site.phrases.places import Place, Room, Spot
from sitegen.site.strings import Strings

ARTICLES_PER_PAGE = 20

MOST_LINES = 8
"""Lines shown of one article; how many more its page has is said."""

MOST_FORMS = 12
MOST_SPEAKERS = 20
MOST_PUBLISHERS = 10

MOST_ARTICLES = 3
"""Articles named for one speaker, the newest; how many more there are is said."""

MOST_QUOTATIONS = 10
"""Quotations of one speaker in one article that are linked to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Whose quotation a phrase stands in."""

    name: str | None
    """None: no speaker was found."""
    path: str | None
    """The speaker's page; None: they have none."""
    digest: Digest
    number: int
    """Of the quotation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineView:
    """A line, and where it stands on the article's page."""

    line: Line
    anchor: str
    paragraph: int | None
    quoted: Quoted | None
    """None: the publisher's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UseView:
    """An article, and the lines in which it has the phrase."""

    digest: Digest
    path: str
    lines: tuple[LineView, ...]
    more: int
    """Lines its page has beside these."""
    unquoted: bool
    """True: the phrase stands in none of its quotations."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting:
    """An article with quotations of one speaker that have the phrase."""

    digest: Digest
    numbers: tuple[int, ...]
    """Of the quotations, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """Somebody who uses a phrase inside quotations."""

    name: str | None
    path: str | None
    count: int
    """How often."""
    articles: tuple[Quoting, ...]
    """Newest first."""
    more: int
    """Articles beside these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """Who uses a phrase."""

    users: tuple[User, ...]
    """Those who use it most first."""
    more_users: int
    unquoted: int
    """Articles that have it in none of their quotations."""
    publishers: tuple[tuple[str | None, int], ...]
    """Of these articles, those with the most first; None: not stated."""
    more_publishers: int


def phrases(site: Site, t: Strings) -> Iterator[Sheet]:
    """The A–Z list, and a page for each phrase that articles share."""
    all_parts = tuple(parts("phrases/index.html", site.phrases, LINES_PER_PAGE))
    where = jumps(all_parts, _name)
    for part in all_parts:
        yield Sheet(
            path=part.path,
            template="phrases.html",
            title=titled(t, t.plain("nav.phrases"), part),
            description=t.plain("phrases.description"),
            area="phrases",
            context=partial(az_context, part, _name, jumps=where, link_of=_link_of),
        )
    for phrase in site.phrases:
        yield from _phrase(site, phrase, t)


def _name(phrase: Phrase) -> str:
    return phrase.phrase


def _link_of(phrase: Phrase) -> tuple[str, str]:
    """A phrase's own page, or the key phrases of the one article it was found in. Path and id."""
    path = phrase_path(phrase)
    return (path, "") if path is not None else (article_path(phrase.digests[0]), "phrases")


def _phrase(site: Site, phrase: Phrase, t: Strings) -> Iterator[Sheet]:
    path = phrase_path(phrase)
    if path is None:
        return
    summary = t.plain("phrase.summary", n=len(phrase.uses))
    for part in parts(path, phrase.uses, ARTICLES_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="phrase.html",
            title=titled(t, t.plain("phrase.title", phrase=phrase.label), part),
            description=summary,
            area="phrases",
            feeds=phrase_feeds(phrase),
            context=partial(_context, site, phrase, part, summary=summary),
        )


def _context(site: Site, phrase: Phrase, part: Part[Use], **others: object) -> Context:
    forms = phrase.forms if len(phrase.forms) > 1 or phrase.forms[0].words != phrase.phrase else ()
    return {
        "phrase": phrase,
        "part": part,
        "forms": forms[:MOST_FORMS],
        "more_forms": max(0, len(forms) - MOST_FORMS),
        "usage": usage(site, phrase) if part.number == 1 else None,
        "articles": [_use(site, use) for use in part.items],
        **others,
    }


def _use(site: Site, use: Use) -> UseView:
    return UseView(
        digest=use.digest,
        path=article_path(use.digest),
        lines=tuple(_line(site, use.digest, place) for place in use.places[:MOST_LINES]),
        more=max(0, len(use.places) - MOST_LINES),
        unquoted=_is_unquoted(use),
    )


def _is_unquoted(use: Use) -> bool:
    """True where the digest shows the phrase, and in no quotation. A headline may well quote somebody."""
    shown = [place for place in use.places if place.spot.room is not Room.TITLE]
    return bool(shown) and all(place.quotation is None for place in shown)


def _line(site: Site, digest: Digest, place: Place) -> LineView:
    excerpt = place.spot.excerpt
    # An excerpt that runs over several paragraphs has the number of the first.
    beyond = "\n" in excerpt.text[: place.start]
    return LineView(
        line=line(place),
        anchor=_anchor(digest, place.spot),
        paragraph=None if beyond else excerpt.paragraph,
        quoted=None if place.quotation is None else _quoted(site, digest, place.quotation),
    )


def _anchor(digest: Digest, spot: Spot) -> str:
    """The id on the article's page at which an excerpt stands, or the heading above it; empty for its top."""
    match spot.room:
        case Room.TITLE:
            return ""
        case Room.QUOTATIONS:
            return f"q{spot.number}"
        case Room.INDIRECT:
            return f"i{spot.number}"
        case Room.TIMELINE:
            return event_anchor(digest.timeline[spot.number - 1]) or "timeline"
        case Room.CONTEXT if spot.excerpt.span is not None:
            return anchor(spot.excerpt.span)
    return spot.room


def _quoted(site: Site, digest: Digest, number: int) -> Quoted:
    name = digest.quotations[number - 1].speaker
    return Quoted(name=name, path=speaker_path(site, digest, name), digest=digest, number=number)


def usage(site: Site, phrase: Phrase) -> Usage:
    """Who uses a phrase inside quotations, and who only outside of them.

    However many articles there are, no more is shown than fits a screen or two.
    """
    said: dict[tuple[str | None, ...], list[Quoted]] = defaultdict(list)
    for use in phrase.uses:
        for place in use.places:
            if place.quotation is not None:
                quoted = _quoted(site, use.digest, place.quotation)
                said[_same(quoted)].append(quoted)
    # Sorting is stable: of those who use it as often, the one of the newest article stands first.
    users = sorted(said.values(), key=lambda each: (each[0].name is None, -len(each)))
    unquoted = [use.digest for use in phrase.uses if _is_unquoted(use)]
    publishers = Counter(digest.facts.publisher for digest in unquoted).most_common()
    return Usage(
        users=tuple(_user(site, each) for each in users[:MOST_SPEAKERS]),
        more_users=max(0, len(users) - MOST_SPEAKERS),
        unquoted=len(unquoted),
        publishers=tuple(publishers[:MOST_PUBLISHERS]),
        more_publishers=max(0, len(publishers) - MOST_PUBLISHERS),
    )


def _same(quoted: Quoted) -> tuple[str | None, ...]:
    """Who it is: a speaker with a page; else nobody beyond the article; or whoever was not found."""
    if quoted.name is None:
        return (None,)
    return (quoted.path,) if quoted.path is not None else (quoted.digest.slug, quoted.name)


def _user(site: Site, said: Sequence[Quoted]) -> User:
    first = said[0]
    numbers: dict[str, dict[int, None]] = defaultdict(dict)
    for each in said:
        numbers[each.digest.slug][each.number] = None
    digests = {each.digest.slug: each.digest for each in said}
    speaker = None if first.name is None else site.speaker_of.get((first.digest.slug, first.name))
    return User(
        name=first.name if speaker is None or speaker.slug is None else speaker.label,
        path=first.path,
        count=len(said),
        articles=tuple(
            Quoting(digest=digests[slug], numbers=tuple(own)[:MOST_QUOTATIONS])
            for slug, own in list(numbers.items())[:MOST_ARTICLES]
        ),
        more=max(0, len(numbers) - MOST_ARTICLES),
    )
