"""What a page tells machines: JSON-LD in schema.org's words, safe inside a script element."""

from collections.abc import Collection, Mapping
from typing import Any

from markupsafe import Markup

from sitegen.config import SiteSettings
from sitegen.languages import UNKNOWN
from sitegen.model import Digest, Quotation, SpeakerKind
from sitegen.site.characters import shown
from sitegen.site.citations.names import Name, names
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
    kinds = {speaker.name: speaker.kind for speaker in reversed(digest.speakers)}  # of one name the first
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
                _quotation(digest, quotation, number, page, _speaker(quotation.speaker, kinds))
                for number, quotation in enumerate(digest.quotations[:quotations], start=1)
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
            "author": [_author(each) for each in names(facts.byline)],
            "publisher": _named("Organization", facts.publisher),
            "url": url,
        }
    )


def _quotation(
    digest: Digest, quotation: Quotation, number: int, page: str, speaker: dict[str, str] | None
) -> dict[str, Any]:
    """A quotation of the page, which stands in the article."""
    return _stated(
        {
            "@type": "Quotation",
            "@id": f"{page}#q{number}",
            "url": f"{page}#q{number}" if page else None,
            "position": number,
            "text": quotation.words.text,
            "inLanguage": None if digest.language == UNKNOWN else digest.language,
            "spokenByCharacter": speaker,
            "isPartOf": {"@id": f"{page}#article"},
        }
    )


def _author(each: Name) -> dict[str, str]:
    """A person where the name is one for certain; "Courier Staff" and "Reuters" have no type."""
    return {"name": each.whole} if each.family is None else {"@type": "Person", "name": each.whole}


def _speaker(name: str | None, kinds: Mapping[str, SpeakerKind | None]) -> dict[str, str] | None:
    """Whoever is only described has no type."""
    if name is None:
        return None
    kind = kinds.get(name)
    return {"name": name} if kind is None else _named(_KINDS[kind], name)


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
