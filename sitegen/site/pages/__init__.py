"""Site → Pages: every HTML file of the site, one at a time."""

from collections.abc import Iterator

from sitegen.config import Robots, Settings
from sitegen.site import accent
from sitegen.site.catalogue import Site
from sitegen.site.feed_paths import FeedLink, site_feeds
from sitegen.site.page import Links, Page, address
from sitegen.site.pages import surroundings
from sitegen.site.pages.contents import sheets
from sitegen.site.pages.sheet import Sheet
from sitegen.site.pages.wording import Wording
from sitegen.site.strings import Strings
from sitegen.site.theme import Theme

__all__ = ["Page", "paths", "render"]

PICTURE = "static/preview.png"
"""What other sites show beside a link to a page; they need its whole address."""

NOT_FOUND = "404.html"
"""Shown by the web server at whatever address was asked for, so that relative links lead nowhere."""


def render(site: Site, settings: Settings, theme: Theme) -> Iterator[Page]:
    """Every HTML page of the site, and the style sheet of its accent; no feeds, no static files.

    Raises:
        SitegenError: a template is wrong, or a file of strings.
    """
    about = settings.site
    feeds = () if about.base_url is None else site_feeds(site.articles, about.title)
    t = theme.strings(about.language)
    words = Wording(t=t, language=about.language)
    for sheet in sheets(site, settings, t):
        yield _render(sheet, settings, theme, words, feeds)
    colour = settings.site.accent
    if colour is not None and all(file.path != accent.PATH for file in theme.static):
        yield accent.accent_css(colour)


def paths(site: Site, settings: Settings, t: Strings) -> Iterator[str]:
    """Where the pages stand that search engines may list; nothing is rendered."""
    return (sheet.path for sheet in sheets(site, settings, t) if sheet.listed)


def _render(
    sheet: Sheet, settings: Settings, theme: Theme, words: Wording, feeds: tuple[FeedLink, ...]
) -> Page:
    about = settings.site
    links = Links.of(sheet.path)
    if sheet.path == NOT_FOUND and about.base_url is not None:
        links = Links(prefix=about.base_url)
    canonical = sheet.stands_for or (sheet.path if sheet.listed else None)
    body = theme.render(
        sheet.template,
        **sheet.context(),
        site=about,
        sheet=sheet,
        link=links,
        canonical=about.base_url + address(canonical) if about.base_url and canonical else None,
        feed=feeds[0].path if feeds else None,
        # A page's own first: feed readers take the first.
        feeds=() if about.base_url is None else (*sheet.feeds, *feeds),
        words=words,
        t=words.t,
        navigation=list(surroundings.navigation(about, sheet, links, words.t)),
        footer=surroundings.footer(about, links),
        report=surroundings.report(about, sheet),
        indexed=sheet.listed and about.robots is Robots.INDEX,
        picture=None if about.base_url is None else about.base_url + PICTURE,
        accent=None if about.accent is None else accent.PATH,
    )
    return Page(path=sheet.path, body=body)
