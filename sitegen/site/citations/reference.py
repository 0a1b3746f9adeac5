"""One thing to cite, whatever the form: an article, or a quotation in it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.facts import is_web_address
from sitegen.languages import UNKNOWN
from sitegen.model import Digest, Quotation
from sitegen.site.characters import shown
from sitegen.site.citations.names import Name, name, names
from sitegen.site.page import address


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


def article_reference(digest: Digest, base_url: str | None) -> Reference:
    """The article itself."""
    facts = digest.facts
    return Reference(
        key=digest.slug,
        authors=names(None if facts.byline is None else shown(facts.byline)),
        title=shown(digest.title),
        publisher=None if facts.publisher is None else shown(facts.publisher),
        published=facts.published,
        original=facts.url if facts.url is not None and is_web_address(facts.url) else None,
        digest=None if base_url is None else base_url + address(f"articles/{digest.slug}.html"),
        language=None if digest.language == UNKNOWN else digest.language,
        sections=tuple(map(shown, facts.sections)),
    )


def references(digest: Digest, base_url: str | None) -> Iterator[Reference]:
    """The article, then each quotation in it."""
    article = article_reference(digest, base_url)
    yield article
    yield from quotation_references(digest, article)


def quotation_references(digest: Digest, article: Reference) -> Iterator[Reference]:
    """Each quotation of ``article``, in order."""
    for number, quotation in enumerate(digest.quotations, start=1):
        yield replace(
            article,
            key=f"{article.key}:q{number}",
            digest=None if article.digest is None else f"{article.digest}#q{number}",
            quoted=_quoted(quotation, number),
        )


def _quoted(quotation: Quotation, number: int) -> Quoted:
    return Quoted(
        number=number,
        words=shown(quotation.words.text),
        speaker=None if quotation.speaker is None else name(shown(quotation.speaker)),
        paragraph=quotation.words.paragraph,
        relayed_by=tuple(map(shown, quotation.relayed_by)),
    )
