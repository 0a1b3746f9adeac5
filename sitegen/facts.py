"""What is known about an article beside its words: typed, checked, and merged in order of trust.

The same keys stand in a sidecar (``seeds/name.yml``), in front matter and in a content file; each is a field
of :class:`sitegen.model.Facts`.
"""

import dataclasses
import re
from datetime import date
from urllib.parse import urlsplit

from sitegen.errors import SitegenError
from sitegen.model import Correction, Facts, Withdrawal
from sitegen.slugs import slugify
from sitegen.strict_yaml import Value, YamlMapping, refuse_unknown_keys

FACT_KEYS = tuple(field.name for field in dataclasses.fields(Facts))
"""Every key a person may give, in the order a content file writes them."""

_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# Well-formed BCP 47, near enough: a primary subtag and further ones, never more than a screenful.
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")

_URL_FORBIDDEN = re.compile(r"[\s\x00-\x20\x7f<>\"\\^`{|}]")

_CORRECTED_AS_IN = "write it as in: corrections: [{date: 2031-04-05, what: The judge's name was misspelt.}]"
_WITHDRAWN_AS_IN = "write it as in: withdrawn: {date: 2031-04-05, why: The agency took it back.}"

_TRUE = frozenset({"true", "yes"})
_FALSE = frozenset({"false", "no"})


def read_facts(mapping: YamlMapping, *, path: str) -> Facts:
    """The facts a mapping states, each checked.

    Args:
        mapping: as :func:`sitegen.strict_yaml.read` gives it.
        path: the file it came from, for messages.

    Raises:
        SitegenError: an unknown key, a date that is not on the calendar, an address that is not http(s), and
            so on; with the key's line.
    """
    refuse_unknown_keys(mapping, FACT_KEYS, path=path)
    entries = _Entries(mapping, path)
    return Facts(
        title=entries.text("title"),
        slug=entries.slug("slug"),
        published=entries.date("published"),
        modified=entries.date("modified"),
        publisher=entries.text("publisher"),
        url=entries.url("url"),
        byline=entries.text("byline"),
        language=entries.language("language"),
        sections=entries.texts("sections"),
        credits=entries.texts("credits"),
        notice=entries.text("notice"),
        draft=entries.flag("draft"),
        hidden=entries.flag("hidden"),
        aliases=entries.slugs("aliases"),
        added=entries.date("added"),
        corrections=entries.corrections("corrections"),
        withdrawn=entries.withdrawal("withdrawn"),
    )


def merge(*facts_in_order_of_trust: Facts) -> Facts:
    """One set of facts: each field from the first that states it. What is draft, or hidden, for one is so."""
    merged = Facts()
    for facts in reversed(facts_in_order_of_trust):
        stated = {name: value for name in FACT_KEYS if (value := getattr(facts, name))}
        merged = dataclasses.replace(merged, **stated)
    return merged


def is_iso_date(text: str) -> bool:
    """True for a day of the calendar written ``YYYY-MM-DD``."""
    try:
        return _ISO_DATE.fullmatch(text) is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


def is_web_address(text: str) -> bool:
    """True for an absolute http or https address with a host, and nothing that would need quoting."""
    try:
        parts = urlsplit(text)
    except ValueError:  # such as an unclosed IPv6 bracket
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not _URL_FORBIDDEN.search(text)


def is_language_tag(text: str) -> bool:
    """True for a well-formed BCP 47 tag, such as ``en`` or ``pt-BR``."""
    return _LANGUAGE_TAG.fullmatch(text) is not None


class _Entries:
    """A mapping's values, each asked for by its type."""

    def __init__(self, mapping: YamlMapping, path: str) -> None:
        self.mapping = mapping
        self.path = path

    def text(self, key: str) -> str | None:
        value = self.mapping.get(key)
        if value is None or isinstance(value, str):
            return value
        raise self.wrong(key, "expected one line of text", "put the value in quotes")

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.mapping.get(key)
        if value is None:
            return ()
        items = [value] if isinstance(value, str) else value
        if not isinstance(items, list):
            raise self.wrong(key, "expected a list", f"write it as {key}: [one, another]")
        texts = tuple(item for item in items if isinstance(item, str))
        if len(texts) != len(items):
            raise self.wrong(key, "expected a list of words", "put each of them in quotes")
        return texts

    def date(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and not is_iso_date(value):
            raise self.wrong(
                key, f"“{value}” is not a date", "write YYYY-MM-DD, or null when it is not known"
            )
        return value

    def url(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and not is_web_address(value):
            raise self.wrong(key, f"“{value}” is not a web address", "it begins with https:// or http://")
        return value

    def language(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and not is_language_tag(value):
            raise self.wrong(key, f"“{value}” is not a language tag", "write it as in: en, en-GB, fa")
        return value

    def slug(self, key: str) -> str | None:
        value = self.text(key)
        if value is not None and value != slugify(value):
            raise self.wrong(key, f"“{value}” is not a name for an address", f"write “{slugify(value)}”")
        return value

    def slugs(self, key: str) -> tuple[str, ...]:
        slugs = self.texts(key)
        for slug in slugs:
            if slug != slugify(slug):
                name = slugify(slug.rpartition("/")[2].removesuffix(".html"))
                raise self.wrong(key, f"“{slug}” is not a name for an address", f"write “{name}”")
        return slugs

    def corrections(self, key: str) -> tuple[Correction, ...]:
        value = self.mapping.get(key)
        if value is None:
            return ()
        if not isinstance(value, list):
            raise self.wrong(key, "expected a list", _CORRECTED_AS_IN)
        dated = [self.dated(key, each, "what", _CORRECTED_AS_IN) for each in value]
        return tuple(Correction(date=day, what=what) for day, what in dated)

    def withdrawal(self, key: str) -> Withdrawal | None:
        value = self.mapping.get(key)
        if value is None:
            return None
        day, why = self.dated(key, value, "why", _WITHDRAWN_AS_IN)
        return Withdrawal(date=day, why=why)

    def dated(self, key: str, entry: Value, words: str, as_in: str) -> tuple[str, str]:
        """The day of ``entry``, and what stands under ``words``: an entry of ``key`` has both."""
        if not isinstance(entry, YamlMapping):
            raise self.wrong(key, f"expected a date and {words}", as_in)
        refuse_unknown_keys(entry, ("date", words), path=self.path)
        inner = _Entries(entry, self.path)
        day, said = inner.date("date"), inner.text(words)
        if day is None or said is None or not said.strip():
            missing = "date" if day is None else words
            raise inner.wrong(missing, f"nothing is stated, and “{key}” needs it", as_in)
        return day, said

    def flag(self, key: str) -> bool:
        value = self.text(key)
        if value is None or value.casefold() in _FALSE:
            return False
        if value.casefold() in _TRUE:
            return True
        raise self.wrong(key, f"“{value}” is neither true nor false", "write true or false")

    def wrong(self, key: str, message: str, hint: str) -> SitegenError:
        return SitegenError(f"{key}: {message}", path=self.path, line=self.mapping.line(key), hint=hint)
