"""What surrounds every page, from the settings: navigation, footer, where to report an error."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from sitegen.config import SiteSettings
from sitegen.facts import is_web_address
from sitegen.site.characters import shortened, shown
from sitegen.site.page import Links, address
from sitegen.site.pages import markdown
from sitegen.site.pages.sheet import Sheet
from sitegen.site.strings import Strings

AREAS: Mapping[str, tuple[str, str]] = {
    "articles": ("index.html", "nav.articles"),
    "speakers": ("speakers/index.html", "nav.speakers"),
    "phrases": ("phrases/index.html", "nav.phrases"),
    "timeline": ("timeline/index.html", "nav.timeline"),
    "search": ("search.html", "nav.search"),
    "method": ("method.html", "nav.method"),
    "quotations": ("quotations/index.html", "quotations.title"),
    "sections": ("sections/index.html", "sections.title"),
    "publishers": ("publishers/index.html", "publishers.title"),
    "downloads": ("downloads.html", "downloads.title"),
    "changes": ("changes.html", "changes.title"),
}
"""For each area that the navigation can name: its first page, and what it is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry of the navigation, on one page."""

    name: str
    """What readers see: of the interface, or a person's own."""
    href: str
    current: str | None
    """For ``aria-current``: ``page`` for the page itself, ``true`` for another one of its area."""
    is_own: bool
    """True: the name is a person's, in the site's language."""


def navigation(site: SiteSettings, sheet: Sheet, link: Links, t: Strings) -> Iterator[Entry]:
    """The entries of the navigation, in order."""
    for each in site.navigation:
        if isinstance(each, str):
            path, key = AREAS[each]
            current = "page" if path == sheet.path else "true" if each == sheet.area else None
            yield Entry(name=t(key), href=link(path), current=current, is_own=False)
        else:
            href = each.url if is_web_address(each.url) else link(each.url)
            yield Entry(name=each.name, href=href, current=None, is_own=True)


def footer(site: SiteSettings, link: Links) -> Markup | None:
    """The line at the foot of a page; None where there is none."""
    return None if site.footer is None else markdown.render_line(site.footer, link.prefix)


def report(site: SiteSettings, sheet: Sheet) -> str | None:
    """Where an error on this page can be reported: a letter names the page; None: nowhere is named.

    Programs for letters cut an address of some thousand characters, so a long headline is cut here.
    """
    if site.contact is None or is_web_address(site.contact):
        return site.contact
    page = f"{site.base_url or ''}{address(sheet.path)}"
    subject = f"{shortened(shown(sheet.title))} ({page})"
    return f"mailto:{quote(site.contact, safe='@')}?subject={quote(subject, safe='')}"
