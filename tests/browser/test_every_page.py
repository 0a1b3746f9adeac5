"""What holds for every kind of page there is: they are found by walking the two sites that were built."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.built_pages import covering, read_pages
from tests.browser.served import Served

WIDTHS = (320, 360, 768, 1024, 1280, 1600, 1920)


@pytest.fixture(scope="session")
def every_kind(corpus_site: Served, demo_site: Served) -> list[str]:
    """Addresses of pages that have among them every element either site has, in every place it stands."""
    seen: frozenset[tuple[str, ...]] = frozenset()
    addresses = []
    for site in (corpus_site, demo_site):
        for page in covering(read_pages(site.folder).values(), seen):
            seen |= page.shapes()
            addresses.append(site.address + page.address)
    return addresses


def opened(page: Page, addresses: list[str]) -> Iterator[str]:
    """Open one after the other, the search with results and everything unfolded."""
    for address in addresses:
        if address.endswith("search.html"):
            page.goto(f"{address}?q=bridge")
            page.locator(".result").first.wait_for()
        else:
            page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        yield address


def test_axe_finds_nothing_in_light_and_dark(page: Page, every_kind: list[str]) -> None:
    reports = {address: violations(page) for address in opened(page, every_kind)}
    assert {address: report for address, report in reports.items() if report} == {}


def test_no_page_scrolls_sideways_at_any_width(page: Page, every_kind: list[str]) -> None:
    wide = []
    for address in opened(page, every_kind):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 700})
            if page.evaluate("document.documentElement.scrollWidth") > width:
                wide.append((address, width))
    assert wide == []


def test_no_page_asks_another_site_for_anything(page: Page, every_kind: list[str]) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    own = tuple({address[: address.index("/some-repo/") + 1] for address in every_kind})
    for _ in opened(page, every_kind):
        pass
    assert [url for url in asked if not url.startswith((*own, "data:", "blob:"))] == []
