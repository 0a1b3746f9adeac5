"""One thing to cite, whatever the form: an article, or a quotation in it."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sitegen.facts import is_web_address
from sitegen.languages import UNKNOWN
from sitegen.model import Digest, Quotation, QuotationKind, Source, SpeakerHow
from sitegen.site.characters import shown
from sitegen.site.citations.names import Name, name, names
from sitegen.site.page import address

ALTERED = "These words are not in the source in this form."
PARTIAL = "Partial quotation."
DESCRIBED = "Speaker described, not named."
WORKED_OUT = "Speaker worked out from the text, not named with these words."


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """What is cited of the article, where it is one quotation."""

    number: int
    words: str
    """Verbatim, but for characters that no page can hold."""
    speaker: Name | None
    """None: not found."""
    paragraph: int | None
    relayed_by: tuple[str, ...]
    altered: bool
    """True: these words are not in the source in this form."""
    notes: tuple[str, ...]
    """What a reader has to know who sees the entry alone, in English whatever the interface is in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """The file that an article was read from."""

    name: str
    item: str | None
    """Which article of a collection; None: the file is one article."""
    sha256: str
    """The first 12 digits."""

    @property
    def note(self) -> str:
        """In English."""
        article = "" if self.item is None else f", article {self.item}"
        return f"File {self.name}{article}, SHA-256 {self.sha256}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """An article as its source describes it, or a quotation in it. None or empty: not stated."""

    key: str
    """The article's slug; of a quotation that and ``:q`` and its number. No slug holds a colon."""
    authors: tuple[Name, ...]
    """Of the article."""
    title: str
    """Of the article."""
    publisher: str | None
    published: str | None
    """ISO 8601, the whole day."""
    original: str | None
    """Where the article was found."""
    digest: str | None
    """The whole address of the digest, or of the quotation on it; None: the site's is not known."""
    language: str | None
    sections: tuple[str, ...]
    quoted: Quoted | None = None
    file: File | None = None
    """Where nothing but a title, and perhaps a byline, would tell which article this is; else None."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the entry says of the quotation, or of the file, that its other fields have no place for."""
        said = () if self.quoted is None else self.quoted.notes
        return said if self.file is None else (*said, self.file.note)


def article_reference(digest: Digest, base_url: str | None) -> Reference:
    """The article itself."""
    facts = digest.facts
    original = facts.url if facts.url is not None and is_web_address(facts.url) else None
    known = facts.publisher or facts.published or original or base_url
    return Reference(
        key=digest.slug,
        authors=names(None if facts.byline is None else shown(facts.byline)),
        title=shown(digest.title),
        publisher=None if facts.publisher is None else shown(facts.publisher),
        published=facts.published,
        original=original,
        digest=None if base_url is None else base_url + address(f"articles/{digest.slug}.html"),
        language=None if digest.language == UNKNOWN else digest.language,
        sections=tuple(map(shown, facts.sections)),
        file=None if known or digest.source is None else _file(digest.source),
    )


def references(digest: Digest, base_url: str | None, altered: Collection[int] = ()) -> Iterator[Reference]:
    """The article, then each quotation in it; ``altered`` are those that the source has not in this form."""
    article = article_reference(digest, base_url)
    yield article
    yield from quotation_references(digest, article, altered)


def quotation_references(
    digest: Digest, article: Reference, altered: Collection[int] = ()
) -> Iterator[Reference]:
    """Each quotation of ``article``, in order."""
    changed = frozenset(altered)
    for number, quotation in enumerate(digest.quotations, start=1):
        yield replace(
            article,
            key=f"{article.key}:q{number}",
            digest=None if article.digest is None else f"{article.digest}#q{number}",
            quoted=_quoted(quotation, number, altered=number in changed),
        )


def _file(source: Source) -> File:
    name = source.file.rpartition("/")[2]
    item = None if source.item is None else shown(source.item)
    return File(name=shown(name), item=item, sha256=source.sha256[:12])


def _quoted(quotation: Quotation, number: int, *, altered: bool) -> Quoted:
    return Quoted(
        number=number,
        words=shown(quotation.words.text),
        speaker=None if quotation.speaker is None else name(shown(quotation.speaker)),
        paragraph=quotation.words.paragraph,
        relayed_by=tuple(map(shown, quotation.relayed_by)),
        altered=altered,
        notes=tuple(_notes(quotation, altered=altered)),
    )


def _notes(quotation: Quotation, *, altered: bool) -> Iterator[str]:
    if altered:
        yield ALTERED
    if quotation.kind is QuotationKind.PARTIAL:
        yield PARTIAL
    if quotation.how not in (SpeakerHow.NAMED, SpeakerHow.NONE):
        # "an engineer" is as the article has it; whom "he" stands for is for us to find.
        described = quotation.how is SpeakerHow.DESCRIPTION and quotation.speaker == quotation.mention
        yield DESCRIBED if described else WORKED_OUT
