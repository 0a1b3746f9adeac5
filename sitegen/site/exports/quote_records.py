"""What is exported of one quotation, whatever the form."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model import Digest, Quotation, Span
from sitegen.site.by_editor import named_by_editor
from sitegen.site.catalogue import Site
from sitegen.site.characters import shown
from sitegen.site.exports.wording import found_words, sure_words
from sitegen.site.page import address
from sitegen.site.pages.article import speaker_path
from sitegen.site.speakers.voices import Said


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The article a quotation stands in. All text is as the pages show it."""

    slug: str
    title: str
    published: str | None
    publisher: str | None
    language: str | None
    url: str | None
    """Where the original was found, as stated."""
    sha256: str | None
    """Checksum of the file the digest was made from; None: written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRecord:
    """One quotation, with everything that any export says of it."""

    number: int
    """Among those of its article, from 1."""
    words: str
    """As the digest has them: those of the source, unless ``matches_source`` is False."""
    matches_source: bool | None
    """Whether these very words stand in the source; None: nothing was compared."""
    kind: str
    speaker: str | None
    """As the article's digest has it."""
    speaker_page: str | None
    """From the root of the site, percent-encoded."""
    how: str
    certainty: str
    """``stated``, ``inferred`` or ``open``."""
    found: str
    """The same in words."""
    mention: str | None
    cue: str | None
    relayed_by: tuple[str, ...]
    paragraph: int | None
    span: Span | None
    page: str
    """From the root of the site, with the place on the page, percent-encoded."""
    origin: Origin

    @property
    def identity(self) -> str:
        """A name no other quotation of the site has."""
        return f"{self.origin.slug}:q{self.number}"


def of_article(site: Site, digest: Digest) -> Iterator[QuoteRecord]:
    """The quotations of one article, in text order."""
    origin, proof = _origin(digest), site.sources.proof_of(digest)
    for number, quotation in enumerate(digest.quotations, start=1):
        page = speaker_path(site, digest, quotation.speaker)
        matches, by_editor = proof.matches(number), named_by_editor(digest, quotation)
        yield _record(quotation, number, origin, page, matches=matches, by_editor=by_editor)


def of_speaker(site: Site, said: tuple[Said, ...], page: str) -> Iterator[QuoteRecord]:
    """What one speaker said, in the order of their page."""
    for each in said:
        matches = site.sources.proof_of(each.digest).matches(each.number)
        by_editor = named_by_editor(each.digest, each.quotation)
        origin = _origin(each.digest)
        yield _record(each.quotation, each.number, origin, page, matches=matches, by_editor=by_editor)


def _origin(digest: Digest) -> Origin:
    facts, source = digest.facts, digest.source
    return Origin(
        slug=digest.slug,
        title=shown(digest.title),
        published=facts.published,
        publisher=_shown(facts.publisher),
        language=digest.language,
        url=_shown(facts.url),
        sha256=None if source is None else source.sha256,
    )


def _record(
    quotation: Quotation,
    number: int,
    origin: Origin,
    speaker_page: str | None,
    *,
    matches: bool | None,
    by_editor: bool,
) -> QuoteRecord:
    return QuoteRecord(
        number=number,
        words=shown(quotation.words.text),
        matches_source=matches,
        kind=quotation.kind.value,
        speaker=_shown(quotation.speaker),
        speaker_page=None if speaker_page is None else address(speaker_page),
        how=quotation.how.value,
        certainty=sure_words(quotation, by_editor=by_editor),
        found=shown(found_words(quotation, by_editor=by_editor)),
        mention=_shown(quotation.mention),
        cue=_shown(quotation.cue),
        relayed_by=tuple(map(shown, quotation.relayed_by)),
        paragraph=quotation.words.paragraph,
        span=quotation.words.span,
        page=f"{address(f'articles/{origin.slug}.html')}#q{number}",
        origin=origin,
    )


def _shown(text: str | None) -> str | None:
    return None if text is None else shown(text)
