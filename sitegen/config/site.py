"""``site:`` in ``sitegen.yml`` → what the site says about itself, and how it is found."""

import dataclasses
import re
from pathlib import PurePosixPath

from sitegen.config.entries import Entries, Group
from sitegen.config.settings import AREAS, NavigationLink, Robots, SiteSettings, site_address
from sitegen.errors import UsageError
from sitegen.facts import is_language_tag, is_web_address
from sitegen.model import SourceText
from sitegen.strict_yaml import Value, YamlMapping, suggestion

_LINK_KEYS = tuple(field.name for field in dataclasses.fields(NavigationLink))
_AS_IN = "write it as in: navigation: [articles, search, {name: Imprint, url: static/imprint.html}]"

_QUOTED = "write it in quotes, as in: accent: '#1d5c8a'"
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_UNQUOTED = re.compile(r"\baccent['\"]?\s{0,99}:\s{1,99}(#[0-9a-fA-F]{6})")
"""A colour that YAML takes for a comment; behind ``null`` it is meant as one."""

# What a form of HTML takes for the address of a mailbox, near enough.
_MAILBOX = re.compile(r"[A-Za-z0-9.!#$&'*+/=^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")


def read_site(settings: YamlMapping, source: str) -> SiteSettings:
    """The settings of the group ``site``; ``source`` is the text they were read from.

    Raises:
        UsageError: a value that will not do; with its line.
        SitegenError: an unknown key.
    """
    group = Group(settings, "site", SiteSettings)
    return SiteSettings(
        title=group.text("title"),
        description=group.text("description"),
        language=_language(group),
        base_url=_base_url(group),
        notice=group.optional_text("notice"),
        publisher=group.optional_text("publisher"),
        source_text=group.choice("source_text", SourceText),
        offline_zip=group.flag("offline_zip"),
        navigation=_navigation(group),
        accent=_accent(group, source),
        footer=group.optional_text("footer"),
        contact=_contact(group),
        robots=group.choice("robots", Robots),
    )


def _language(group: Group) -> str:
    language = group.text("language")
    if not is_language_tag(language):
        raise group.wrong("language", f"“{language}” is not a language tag", "write it as in: en, en-GB, fa")
    return language


def _base_url(group: Group) -> str | None:
    address = group.optional_text("base_url")
    try:
        return None if address is None else site_address(address)
    except UsageError as error:
        raise group.wrong("base_url", error.message, error.hint or "") from None


def _navigation(group: Group) -> tuple[str | NavigationLink, ...]:
    given = group.given.get("navigation")
    if given is None:
        return SiteSettings().navigation
    if not isinstance(given, list) or not given:
        raise group.wrong("navigation", "expected a list of pages", _AS_IN)
    entries = tuple(_entry(group, each) for each in given)
    for each in entries:
        if entries.count(each) > 1:
            name = each if isinstance(each, str) else each.name
            raise group.wrong("navigation", f"“{name}” stands in it twice", "keep one")
    return entries


def _entry(group: Group, value: Value) -> str | NavigationLink:
    if isinstance(value, str):
        if value not in AREAS:
            raise group.wrong("navigation", f"there is no page “{value}”", suggestion(value, AREAS))
        return value
    if not isinstance(value, YamlMapping):
        raise group.wrong("navigation", "expected names of pages, and links of your own", _AS_IN)
    entry = Entries(value, "site.navigation", _LINK_KEYS)
    name, url = entry.optional_text("name"), entry.optional_text("url")
    if not name or not name.strip() or not url:
        raise entry.wrong("name", "a link needs a name and a url", _AS_IN)
    if not (is_web_address(url) or _is_path(url)):
        raise entry.wrong("url", f"“{url}” is no address and no file of this site", _AS_IN)
    return NavigationLink(name=" ".join(name.split()), url=url)


def _is_path(url: str) -> bool:
    """True for a file of the site, as its path from the site's root."""
    path = PurePosixPath(url)
    return not (path.is_absolute() or ".." in path.parts or set(url) & set("\\:?#<>\"' \t\r\n"))


def _accent(group: Group, source: str) -> str | None:
    colour = group.optional_text("accent")
    if colour is None and "accent" in group.given:
        written = _UNQUOTED.search(source.splitlines()[group.given.line("accent") - 1])
        if written:
            raise group.wrong("accent", f"{written[1]} is a comment without quotes", _QUOTED)
    if colour is not None and not _COLOUR.fullmatch(colour):
        raise group.wrong("accent", f"“{colour}” is not a colour of the form #rrggbb", _QUOTED)
    return colour and colour.lower()


def _contact(group: Group) -> str | None:
    contact = group.optional_text("contact")
    if contact is None or _MAILBOX.fullmatch(contact) or is_web_address(contact):
        return contact
    raise group.wrong(
        "contact",
        f"“{contact}” is no address",
        "write that of a mailbox, desk@example.org, or of a page, https://example.org/errors",
    )
