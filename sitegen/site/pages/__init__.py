"""Site → Pages: every HTML file of the site, one at a time."""

from collections.abc import Iterator

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.page import Links, Page, address
from sitegen.site.pages.contents import sheets
from sitegen.site.pages.sheet import Sheet
from sitegen.site.pages.wording import Wording
from sitegen.site.strings import Strings
from sitegen.site.theme import Theme

__all__ = ["Page", "has_feed", "in_feed", "paths", "render"]

NOT_FOUND = "404.html"
"""Shown by the web server at whatever address was asked for, so that relative links lead nowhere."""


def render(site: Site, settings: Settings, theme: Theme) -> Iterator[Page]:
    """Every HTML page of the site. Feeds and static files are not among them.

    Raises:
        SitegenError: a template is wrong, or a file of strings.
    """
    feed = settings.site.base_url is not None and has_feed(site)
    t = theme.strings(settings.site.language)
    words = Wording(t=t, language=settings.site.language)
    for sheet in sheets(site, settings, t):
        yield _render(sheet, settings, theme, words, feed=feed)


def paths(site: Site, settings: Settings, t: Strings) -> Iterator[str]:
    """Where the pages stand that search engines may list; nothing is rendered."""
    return (sheet.path for sheet in sheets(site, settings, t) if sheet.listed)


def _render(sheet: Sheet, settings: Settings, theme: Theme, words: Wording, *, feed: bool) -> Page:
    about = settings.site
    links = Links.of(sheet.path)
    if sheet.path == NOT_FOUND and about.base_url is not None:
        links = Links(prefix=about.base_url)
    canonical = about.base_url is not None and sheet.listed
    body = theme.render(
        sheet.template,
        **sheet.context(),
        site=about,
        sheet=sheet,
        link=links,
        canonical=f"{about.base_url}{address(sheet.path)}" if canonical else None,
        feed="feed.xml" if feed else None,
        words=words,
        t=words.t,
    )
    return Page(path=sheet.path, body=body)


def has_feed(site: Site) -> bool:
    """True when there is anything to put in the feed."""
    return any(in_feed(digest) for digest in site.articles)


def in_feed(digest: Digest) -> bool:
    """True for an article that states the day it was published: Atom asks for a time, none is invented."""
    return digest.facts.published is not None and not digest.facts.draft
