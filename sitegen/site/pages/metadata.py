"""What a page tells machines: JSON-LD in schema.org's words, safe inside a script element."""

from typing import Any

from markupsafe import Markup

from sitegen.config import SiteSettings
from sitegen.model import Digest
from sitegen.site.characters import shown
from sitegen.site.json_text import json_text
from sitegen.site.page import address
from sitegen.site.pages.article import article_path


def article_json_ld(digest: Digest, site: SiteSettings, url: str | None) -> Markup:
    """The page as a WebPage about a NewsArticle; what the source does not state is left out.

    ``url`` is the original's address if it is safe to link to. Never a ClaimReview: this is no verdict.
    """
    facts = digest.facts
    original = _stated(
        {
            "@type": "NewsArticle",
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
    page = _stated(
        {
            "@context": "https://schema.org",
            "@type": "WebPage",
            "name": digest.title,
            "url": None if site.base_url is None else site.base_url + address(article_path(digest)),
            "isPartOf": {"@type": "WebSite", "name": site.title},
            "publisher": _named("Organization", site.publisher),
            "keywords": [phrase.phrase for phrase in digest.key_phrases],
            "about": original,
        }
    )
    return script_json(page)


def script_json(value: object) -> Markup:
    """``value`` as JSON that can stand inside a script element whatever its strings say."""
    return Markup(json_text(_shown(value)))  # noqa: S704 - every character HTML could act on is escaped


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
