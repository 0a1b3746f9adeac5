"""Navigation, footer, contact, robots and picture: the settings under `site:` that every page shows."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from sitegen.config import AREAS, NavigationLink, Robots, Settings, SiteSettings
from sitegen.site import feeds, pages
from sitegen.site.catalogue import gather
from sitegen.site.pages import surroundings
from sitegen.site.theme import Theme
from tests.site.reading import read
from tests.site.velmora import harbour

BASE = "https://ostrin.example/news/"
DEEP = "articles/harbour-bridge.html"


def render(theme: Theme, **site: Any) -> Mapping[str, bytes]:
    config = Settings(site=SiteSettings(**site))
    catalogue = gather([harbour()], config)
    every = (*pages.render(catalogue, config, theme), *feeds.render(catalogue, config, theme.strings("en")))
    return {page.path: page.body for page in every}


def menu(body: bytes) -> str:
    return body.decode().partition("<ul>")[2].partition("</nav>")[0]


def test_every_area_a_setting_can_name_has_a_page(theme: Theme) -> None:
    assert set(AREAS) == set(surroundings.AREAS)
    tree = render(theme, navigation=AREAS)
    links = list(read(menu(tree["index.html"]).encode()).links)
    assert links == [surroundings.AREAS[area][0] for area in AREAS]
    assert set(links) <= set(tree)


def test_the_navigation_has_the_pages_asked_for_in_their_order_and_own_links(theme: Theme) -> None:
    own = NavigationLink(name="Über <uns>", url="static/us.html")
    elsewhere = NavigationLink(name="Courier", url="https://courier.example/?a=1&b=2")
    tree = render(theme, navigation=("search", own, "articles", elsewhere))
    shown = read(menu(tree[DEEP]).encode())
    assert list(shown.links) == [
        "../search.html",
        "../static/us.html",
        "../index.html",
        "https://courier.example/?a=1&b=2",
    ]
    assert shown.text.split() == ["Search", "Über", "<uns>", "Articles", "Courier"]
    assert "<bdi>Über &lt;uns&gt;</bdi>" in menu(tree[DEEP])


def test_the_page_being_read_is_marked_and_so_is_its_area(theme: Theme) -> None:
    tree = render(theme)
    assert menu(tree["method.html"]).count("aria-current") == 1
    assert 'href="method.html" aria-current="page"' in menu(tree["method.html"])
    assert 'href="../index.html" aria-current="true"' in menu(tree[DEEP])


def test_the_footer_is_markdown_without_html_and_its_links_lead_from_the_root(theme: Theme) -> None:
    line = "*Ostrin* [Imprint](static/imprint.html) [Law](https://law.example/) <b>x</b> [y](javascript:z)"
    tree = render(theme, footer=line, language="de")
    foot = tree[DEEP].decode().partition("<footer")[2]
    assert "<em>Ostrin</em>" in foot
    assert 'href="../static/imprint.html"' in foot
    assert 'href="https://law.example/"' in foot
    assert "&lt;b&gt;x" in foot
    assert "javascript:z" not in list(read(foot.encode()).links)
    assert 'href="static/imprint.html"' in tree["index.html"].decode().partition("<footer")[2]


def test_a_picture_in_the_footer_becomes_a_link_from_the_root(theme: Theme) -> None:
    tree = render(theme, footer="![The press](static/press.png) ![x](https://law.example/x.png)")
    foot = tree[DEEP].decode().partition("<footer")[2]
    assert '<a href="../static/press.png">The press</a>' in foot
    assert '<a href="https://law.example/x.png">x</a>' in foot


def test_a_letter_about_an_error_names_the_page(theme: Theme) -> None:
    tree = render(theme, contact="desk+digests@ostrin.example", base_url=BASE)
    (link,) = [each for each in read(tree[DEEP]).links if each.startswith("mailto:")]
    parts = urlsplit(link)
    assert parts.path == "desk%2Bdigests@ostrin.example"
    assert parse_qs(parts.query) == {"subject": [f"{harbour().title} ({BASE}{DEEP})"]}


@pytest.mark.parametrize("path", [DEEP, "method.html", "changes.html"])
def test_where_to_report_an_error_stands_on_articles_method_and_changes(theme: Theme, path: str) -> None:
    form = "https://ostrin.example/errors"
    assert form in list(read(render(theme, contact=form)[path]).links)
    assert "Report an error" not in read(render(theme)[path]).text


def test_a_site_that_is_not_to_be_listed_says_so_on_every_page_and_has_no_sitemap(theme: Theme) -> None:
    tree = render(theme, robots=Robots.NOINDEX, base_url=BASE)
    for path, body in tree.items():
        if path.endswith(".html"):
            assert {"name": "robots", "content": "noindex"} in read(body).all("meta"), path
    assert "sitemap.xml" not in tree
    # A crawler that may not read a page never sees that it is not to be listed.
    assert tree["robots.txt"].decode().splitlines() == [
        "User-agent: *",
        "Disallow: /news/exports/",
        "Disallow: /news/speakers/*.csv$",
        "Disallow: /news/offline.zip",
        "Allow: /",
    ]


def test_otherwise_articles_may_be_listed(theme: Theme) -> None:
    tree = render(theme, base_url=BASE)
    assert "noindex" not in tree[DEEP].decode()
    assert tree["robots.txt"].decode().splitlines()[1:] == ["Allow: /", f"Sitemap: {BASE}sitemap.xml"]


def test_other_sites_are_given_a_picture_by_its_whole_address_or_none(theme: Theme) -> None:
    picture = {"property": "og:image", "content": f"{BASE}static/preview.png"}
    assert picture in read(render(theme, base_url=BASE)[DEEP]).all("meta")
    assert "og:image" not in render(theme)[DEEP].decode()


def test_the_picture_is_a_png_of_the_size_that_other_sites_expect(theme: Theme) -> None:
    (body,) = [page.body for page in theme.static if page.path == pages.PICTURE]
    assert body[:16] == b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    assert (int.from_bytes(body[16:20]), int.from_bytes(body[20:24])) == (1200, 630)
    assert len(body) < 50_000


def test_a_letter_about_an_error_keeps_to_a_length_and_to_what_the_page_shows(theme: Theme) -> None:
    headline = "Ostrin\x1f closes " + "its harbour bridge " * 600
    digest = replace(harbour(), title=headline)
    config = Settings(site=SiteSettings(contact="desk@ostrin.example", base_url=BASE))
    tree = {page.path: page.body for page in pages.render(gather([digest], config), config, theme)}
    letters = [link for link in read(tree[DEEP]).links if link.startswith("mailto:")]
    subject = parse_qs(urlsplit(letters[0]).query)["subject"][0]
    assert subject.startswith("Ostrin\N{REPLACEMENT CHARACTER} closes its harbour bridge")
    assert subject.endswith(f"… ({BASE}{DEEP})")
    assert len(letters[0]) < 500


def test_a_link_to_the_search_names_a_speaker_as_their_pages_show_them(theme: Theme) -> None:
    name = "Ilsa\x1f Hamdan & Sons/2"
    quoted = [replace(each, speaker=name) for each in harbour().quotations]
    digest = replace(harbour(), quotations=tuple(quoted))
    site = gather([digest], Settings())
    tree = {page.path: page.body for page in pages.render(site, Settings(), theme)}
    facet = next(each["data-speaker"] for each in read(tree[DEEP]).all("li") if "data-speaker" in each)
    own = tree[f"speakers/{site.speakers[0].slug}.html"]
    searches = [link for link in read(own).links if "search.html?" in link]
    assert facet == "Ilsa\N{REPLACEMENT CHARACTER} Hamdan & Sons/2"
    assert [parse_qs(urlsplit(link).query) for link in searches] == [{"speaker": [facet]}]
