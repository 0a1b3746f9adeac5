"""What is exported of one event, whatever the form."""

from dataclasses import dataclass, replace
from datetime import date

from sitegen import dates
from sitegen.model import Span, TimexHow
from sitegen.site.characters import shown
from sitegen.site.page import address
from sitegen.site.timeline.dated import Dated, Told
from sitegen.site.timeline.precision import Precision, precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a timeline is called."""

    title: str
    language: str
    """BCP 47 tag."""
    base_url: str | None
    """Where the site stands; None: not known, and so no whole address is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one article tells an event. All text is as the pages show it."""

    title: str
    slug: str
    published: str | None
    publisher: str | None
    page: str
    """From the root of the site, with the place on the page, percent-encoded."""
    url: str | None
    """The whole address; None where that of the site is not known."""
    words: str
    """The time expression as written."""
    how: TimexHow
    sentence: str
    span: Span | None
    """Of the time expression in the article's text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One event, with everything that any export says of it."""

    identity: str
    """Stable, and the same in the exports of the articles and of the corpus."""
    value: str | None
    earliest: date | None
    latest: date | None
    precision: Precision
    date_words: str
    telling: Telling
    told_in: int
    """How many articles tell it."""
    others: tuple[Telling, ...] = ()
    """How the other articles tell it; only in the export of the corpus: a sentence that a thousand articles
    share would else stand a million times in theirs."""

    @property
    def tellings(self) -> tuple[Telling, ...]:
        """The telling above, and the others."""
        return (self.telling, *self.others)


HEADLINE = 100
"""Characters of a sentence where something short is asked for."""


def record(told: Told, dated: Dated, identity: str, base_url: str | None) -> Record:
    """What the export of one article says of ``told``, as ``dated`` tells it there."""
    value = told.value
    earliest, latest = dates.bounds(value) or (None, None)
    return Record(
        identity=identity,
        value=None if value is None else shown(value),
        earliest=earliest,
        latest=latest,
        precision=precision(value),
        date_words=shown(dates.words(value)),
        telling=_telling(dated, base_url),
        told_in=len(told.tellings),
    )


def everywhere(told: Told, identity: str, base_url: str | None) -> Record:
    """What the corpus's export says of ``told``: the telling that stands for all, and all others."""
    others = tuple(_telling(each, base_url) for each in told.tellings[1:])
    return replace(record(told, told.shown, identity, base_url), others=others)


def _telling(dated: Dated, base_url: str | None) -> Telling:
    facts, when = dated.digest.facts, dated.event.when
    span = when.words.span
    place = "#timeline" if span is None else f"#c{span.start}-{span.end}"
    page = address(f"articles/{dated.digest.slug}.html") + place
    return Telling(
        title=shown(dated.digest.title),
        slug=dated.digest.slug,
        published=facts.published,
        publisher=None if facts.publisher is None else shown(facts.publisher),
        page=page,
        url=None if base_url is None else base_url + page,
        words=shown(when.words.text),
        how=when.how,
        sentence=shown(dated.event.sentence.text),
        span=span,
    )
