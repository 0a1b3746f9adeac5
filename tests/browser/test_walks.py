"""Two readers of the demo: one whose browser runs no scripts, and one who goes from home to a citation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.built_pages import read_pages
from tests.browser.served import Served

ON_THE_PAGE = """
() => {
  const seen = element => element.checkVisibility({ visibilityProperty: true });
  const every = selector => [...document.querySelectorAll(selector)];
  // A form that leads to the search may stand where it is said that the search needs a script.
  const said = every('main noscript').some(seen);
  const controls = every('button, input, select, textarea, dialog, [role=button], [tabindex="0"], [onclick]');
  return {
    links: every('a[href]').filter(a => seen(a) || a.closest('details:not([open])') || a.matches('.skip'))
      .map(a => new URL(a.getAttribute('href'), location).href),
    ids: every('[id]').map(each => each.id),
    idle: controls.filter(each => seen(each) && !(each.form && said))
      .map(each => each.outerHTML.slice(0, 99)),
  };
}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """What somebody has found who followed every link from the home page, without scripts."""

    links: dict[str, list[str]] = field(default_factory=dict)
    """Page → the addresses it has links to, whole."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    """Page → what a fragment can name on it."""
    idle: dict[str, list[str]] = field(default_factory=dict)
    """Page → controls that can be seen, and do nothing."""


@pytest.fixture(scope="module")
def walked(browser: Browser, demo_site: Served) -> Iterator[Walked]:
    """From the home page along every link that can be seen, in a Chromium that runs no script."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield walk(context.new_page(), demo_site.address)
    context.close()


def walk(tab: Page, start: str) -> Walked:
    found = Walked()
    waiting = [f"{start}404.html", f"{start}index.html"]
    while waiting:
        page = waiting.pop()
        if page in found.links:
            continue
        answer = tab.goto(page)
        assert answer is not None
        assert answer.ok, page
        there = tab.evaluate(ON_THE_PAGE)
        found.links[page], found.ids[page], found.idle[page] = there["links"], there["ids"], there["idle"]
        waiting += sorted({each for each in map(without_place, there["links"]) if is_page(each, start)})
    return found


def without_place(link: str) -> str:
    return urlsplit(link)._replace(query="", fragment="").geturl()


def is_page(address: str, start: str) -> bool:
    return address.startswith(start) and address.endswith(".html")


# Without scripts


def test_without_scripts_every_page_is_reached_from_home(walked: Walked, demo_site: Served) -> None:
    reached = {unquote(page.removeprefix(demo_site.address)) for page in walked.links}
    pages = read_pages(demo_site.folder).values()
    # Nobody has a link to the page for lost readers, nor to an address that an article had before.
    wanted = {page.path for page in pages if page.path != "404.html" and not page.is_forwarding}
    assert wanted - reached == set()


def test_without_scripts_every_link_leads_to_a_file_and_a_place_in_it(
    walked: Walked, demo_site: Served
) -> None:
    files = {file.relative_to(demo_site.folder).as_posix() for file in demo_site.folder.rglob("*")}
    dead = []
    for page, links in walked.links.items():
        for link in (each for each in links if each.startswith(demo_site.address)):
            target, place = without_place(link), unquote(urlsplit(link).fragment)
            exists = unquote(target.removeprefix(demo_site.address)) in files
            if not exists or (place and place not in walked.ids[target]):
                dead.append((page, link))
    assert dead == []


def test_without_scripts_nothing_is_offered_that_does_not_work(walked: Walked) -> None:
    assert {page: idle for page, idle in walked.idle.items() if idle} == {}


# With scripts


def test_a_reader_goes_from_home_over_a_search_to_a_citation_and_on(page: Page, demo_site: Served) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.emulate_media(color_scheme="light")
    page.goto(demo_site.address)
    page.keyboard.press("/")
    page.keyboard.type("dam")
    page.keyboard.press("Enter")

    expect(page.get_by_text(re.compile(r"^\d+ results for dam$")).first).to_be_visible()
    page.get_by_label("Petra Ilvane").check()
    expect(page.locator(".result")).to_have_count(1)
    page.get_by_label("Order").select_option("newest first")
    expect(page).to_have_url(re.compile(r"search\.html\?q=dam&speaker=Petra\+Ilvane&sort=newest$"))
    shared = page.url

    page.locator(".result ul a").first.click()
    expect(page).to_have_url(re.compile(r"articles/[\w-]+\.html\?highlight=dam#\w+$"))
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator("mark.hit").first).to_be_visible()

    page.keyboard.press("j")
    number = page.evaluate("document.activeElement.querySelector('.number').textContent")
    page.get_by_role("button", name=f"Copy quotation {number}", exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    words, source, where = page.evaluate("navigator.clipboard.readText()").split("\n")
    assert words.startswith("“")
    assert page.locator("h1").inner_text() in source
    assert where == f"{without_place(page.url)}#q{number}"

    page.get_by_label("Colours").select_option("dark")
    page.locator(".quotation").get_by_role("link", name="Petra Ilvane").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Petra Ilvane")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"

    page.get_by_role("navigation", name="Main").get_by_role("link", name="Timeline").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Timeline")

    page.goto(shared)
    expect(page.get_by_label("Petra Ilvane")).to_be_checked()
    expect(page.get_by_label("Order")).to_have_value("newest")
    expect(page.locator(".result")).to_have_count(1)
