"""What a page tells machines: JSON-LD in schema.org's words, safe inside a script element."""

from collections.abc import Collection
from typing import Any

from markupsafe import Markup

from sitegen.config import SiteSettings
from sitegen.model import Digest, SpeakerKind
from sitegen.site.characters import shown
from sitegen.site.export_paths import INLINE_QUOTATIONS
from sitegen.site.json_text import json_text
from sitegen.site.page import address
from sitegen.site.pages.article import article_path

_KINDS = {SpeakerKind.PERSON: "Person", SpeakerKind.BODY: "Organization"}


def article_json_ld(
    digest: Digest, site: SiteSettings, url: str | None, altered: Collection[int] = ()
) -> Markup:
    """The page as a WebPage about a NewsArticle and its first quotations; what is not stated is left out.

    ``url`` is the original's address if it is safe to link to. The quotations numbered in
    ``altered`` are left out too: they are not what the source quotes, and schema.org has no word to say so.
    Never a ClaimReview: this is no verdict.
    """
    return script_json(article_data(digest, site, url, altered, quotations=INLINE_QUOTATIONS))


def article_data(
    digest: Digest,
    site: SiteSettings,
    url: str | None,
    altered: Collection[int] = (),
    *,
    quotations: int | None = None,
) -> dict[str, Any]:
    """The same as a value, with what is in the source of so many quotations; None: of all."""
    changed = frozenset(altered)
    page = "" if site.base_url is None else site.base_url + address(article_path(digest))
    return _stated(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": digest.title,
            "url": page,
            "isPartOf": {"@type": "WebSite", "name": site.title},
            "publisher": _named("Organization", site.publisher),
            "correction": [
                {"@type": "CorrectionComment", "datePublished": each.date, "text": each.what}
                for each in digest.facts.corrections
            ],
            "keywords": [phrase.phrase for phrase in digest.key_phrases],
            "about": _original(digest, page, url),
            "hasPart": [
                _quotation(digest, number, page)
                for number in range(1, len(digest.quotations[:quotations]) + 1)
                if number not in changed
            ],
        }
    )


def _original(digest: Digest, page: str, url: str | None) -> dict[str, Any]:
    """The article that the page is about, as it states itself."""
    facts = digest.facts
    return _stated(
        {
            "@type": "NewsArticle",
            "@id": f"{page}#article",
            "headline": digest.title,
            "datePublished": facts.published,
            "dateModified": facts.modified,
            "inLanguage": facts.language,
            "articleSection": list(facts.sections),
            "author": _named("Person", facts.byline),
            "publisher": _named("Organization", facts.publisher),
            "url": url,
        }
    )


def _quotation(digest: Digest, number: int, page: str) -> dict[str, Any]:
    """A quotation of the page, which stands in the article; whoever is only described has no type."""
    quotation = digest.quotations[number - 1]
    return _stated(
        {
            "@type": "Quotation",
            "@id": f"{page}#q{number}",
            "url": f"{page}#q{number}" if page else None,
            "position": number,
            "text": quotation.words.text,
            "inLanguage": digest.language,
            "spokenByCharacter": _speaker(digest, quotation.speaker),
            "isPartOf": {"@id": f"{page}#article"},
        }
    )


def _speaker(digest: Digest, name: str | None) -> dict[str, str] | None:
    if name is None:
        return None
    kinds = [speaker.kind for speaker in digest.speakers if speaker.name == name]
    kind = _KINDS.get(kinds[0]) if kinds and kinds[0] is not None else None
    return {"name": name} if kind is None else {"@type": kind, "name": name}


def script_json(value: object) -> Markup:
    """``value`` as JSON that can stand inside a script element whatever its strings say."""
    return Markup(plain_json(value))  # noqa: S704 - every character HTML could act on is escaped


def plain_json(value: object) -> str:
    """The same, for a file."""
    return json_text(_shown(value))


def _shown(value: object) -> object:
    """``value`` as the page shows it: JSON would write a control character as an escape, and keep it."""
    match value:
        case str():
            return shown(value)
        case list():
            return [_shown(item) for item in value]
        case dict():
            return {key: _shown(item) for key, item in value.items()}
    return value


def _named(kind: str, name: str | None) -> dict[str, str] | None:
    return None if name is None else {"@type": kind, "name": name}


def _stated(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], "")}
