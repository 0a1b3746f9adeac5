"""What a reader can do with the pages where there is JavaScript: choose colours, use keys, copy, sort."""

import functools
import re
import threading
from collections.abc import Iterator
from http.server import ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from sitegen.config import Settings, SiteSettings
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.theme import open_theme
from tests.browser.served import QuietHandler

ARTICLE = "articles/harbour-bridge.html"
PAPER = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(251, 250, 246)", "rgb(22, 22, 20)"
FOCUSED = "document.activeElement.querySelector('.number')?.textContent"


# Colours


def test_the_theme_switch_wins_over_the_system_and_is_remembered(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    switch = page.get_by_label("Colours")
    expect(switch).to_have_value("")
    switch.select_option("dark")
    assert page.evaluate(PAPER) == DARK
    page.goto(address + ARTICLE)
    assert page.evaluate(PAPER) == DARK
    expect(page.get_by_label("Colours")).to_have_value("dark")
    page.emulate_media(color_scheme="dark")
    page.get_by_label("Colours").select_option("light")
    assert page.evaluate(PAPER) == LIGHT
    page.get_by_label("Colours").select_option("as the system")
    assert page.evaluate(PAPER) == DARK


def test_the_chosen_theme_is_there_before_the_page_is_drawn(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.evaluate("localStorage.setItem('theme', 'dark')")
    page.add_init_script(
        f"window.seen = []; const look = () => {{ if (document.body) window.seen.push({PAPER});"
        " requestAnimationFrame(look); }; look()"
    )
    page.goto(address + ARTICLE)
    # Playwright's own waiting would need eval, which the pages forbid.
    page.evaluate(
        "new Promise(done => { const wait = () => window.seen.length > 2 ? done() : "
        "requestAnimationFrame(wait); wait(); })"
    )
    assert set(page.evaluate("window.seen")) == {DARK}


def test_without_javascript_there_is_nothing_that_needs_it(page: Page, address: str) -> None:
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(address + ARTICLE)
    for unusable in (".settings", ".copy", "dialog"):
        expect(plain.locator(unusable).first).to_be_hidden()
    context.close()


# Keys


def test_keys_go_from_quotation_to_quotation_and_back(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    for key, number in (("j", "1"), ("j", "2"), ("j", "3"), ("k", "2")):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED) == number
    expect(page.locator(".quotation").nth(1)).to_be_in_viewport()
    page.goto(f"{address}{ARTICLE}#q4")
    page.keyboard.press("k")
    assert page.evaluate(FOCUSED) == "3"


def test_a_slash_leads_to_the_search_box_wherever_that_is(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_have_value("")
    page.goto(address + ARTICLE)
    page.keyboard.press("/")
    page.wait_for_url(re.compile("search.html"))
    expect(page.locator(".pf-input")).to_be_focused()


def test_a_question_mark_lists_the_keys_and_escape_closes_the_list(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.keyboard.press("?")
    help_ = page.get_by_role("dialog", name="Keys")
    expect(help_).to_be_visible()
    expect(help_.locator("kbd")).to_have_text(["/", "j", "k", "?", "Esc"])
    found = Axe().run(page, options={"rules": {"target-size": {"enabled": True}}})
    assert found.violations_count == 0, found.generate_report()
    page.keyboard.press("j")
    assert page.evaluate(FOCUSED) is None
    page.keyboard.press("Escape")
    expect(help_).to_be_hidden()
    page.get_by_role("button", name="Keys").click()
    help_.get_by_role("button", name="Close").click()
    expect(help_).to_be_hidden()


def test_keys_can_be_switched_off_and_stay_off(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single keys").uncheck()
    page.keyboard.press("Escape")
    page.goto(address + ARTICLE)
    for key in ("j", "?", "/"):
        page.keyboard.press(key)
    expect(page.get_by_role("dialog")).to_be_hidden()
    assert page.evaluate("document.activeElement === document.body")
    assert page.url == address + ARTICLE


def test_keys_are_letters_while_somebody_types(page: Page, address: str) -> None:
    page.goto(address)
    box = page.get_by_role("searchbox")
    box.focus()
    page.keyboard.type("j/k?")
    expect(box).to_have_value("j/k?")
    expect(page.get_by_role("dialog")).to_be_hidden()


# Copying


def test_a_quotation_is_copied_with_who_where_when_and_its_address(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + ARTICLE)
    page.get_by_role("button", name="Copy quotation 3").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").split("\n") == [
        "“a sum we can look in the eye”",
        "— Ilsa Hamdan, “Ostrin closes its harbour bridge: ‘it has earned a rest’”, The Ostrin Gazette, "
        "28 February 2024",
        f"{address}{ARTICLE}#q3",
    ]


def test_what_a_copied_quotation_does_not_have_is_said(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}articles/ferry-strike.html?highlight=row#q3")
    page.get_by_role("button", name="Copy quotation 3").click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").split("\n") == [
        "“Somebody has to row first.”",
        "— Speaker not found, “Ferry crews walk out in Velmora”, publisher not stated, date not stated",
        f"{address}articles/ferry-strike.html#q3",
    ]


def test_where_a_template_of_ones_own_cannot_say_that_words_were_copied_nothing_offers_it(
    page: Page, address: str
) -> None:
    def without_status(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("data-copied", "data-other"))

    page.route(f"**/{ARTICLE}", without_status)
    page.goto(f"{address}{ARTICLE}")
    expect(page.locator("[data-scripted]")).to_be_visible()
    expect(page.locator(".copy").first).to_be_hidden()


def test_a_quotation_copied_on_a_speakers_page_leads_to_the_article(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}speakers/tomas-verlin.html")
    page.locator(".copy").first.click()
    expect(page.get_by_role("status")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"\n{address}{ARTICLE}#q4")


# Searching


def titles(page: Page) -> list[str]:
    page.locator(".result .title").first.wait_for()
    return page.locator(".result .title").all_inner_texts()


def test_results_are_sorted_by_date_with_the_undated_last(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=islands")
    assert len(titles(page)) == 2
    page.get_by_label("Order").select_option("newest first")
    expect(page).to_have_url(re.compile(r"q=islands&sort=newest$"))
    expect(page.get_by_text("states no date stand last")).to_be_visible()
    expect(page.locator(".result .title")).to_have_text(
        ["Ostrin closes its harbour bridge: ‘it has earned a rest’", "Ferry crews walk out in Velmora"]
    )


@pytest.mark.parametrize(("order", "day"), [("newest", "25 January 2024"), ("oldest", "1 January 2024")])
def test_an_address_with_an_order_opens_in_that_order(page: Page, address: str, order: str, day: str) -> None:
    page.goto(f"{address}search.html?q=settled&sort={order}")
    expect(page.locator(".result .meta").first).to_contain_text(day)
    expect(page.get_by_label("Order")).to_have_value(order)


def test_the_publisher_facet_narrows_the_results(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=islands")
    assert len(titles(page)) == 2
    page.locator(".pf-filter-group-name", has_text="Publisher").click()
    page.get_by_label("The Ostrin Gazette").check()
    expect(page.locator(".result")).to_have_count(1)
    assert page.url.endswith("q=islands&publisher=The+Ostrin+Gazette")


def test_words_in_quotation_marks_of_any_kind_are_found_in_that_order_only(page: Page, address: str) -> None:
    for marks in ('"{}"', "“{}”"):
        page.goto(f"{address}search.html?q={quote(marks.format('crews of the Blue'))}")
        assert titles(page) == ["Ferry crews walk out in Velmora"]
        page.goto(f"{address}search.html?q={quote(marks.format('blue the of crews'))}")
        expect(page.get_by_text("No results").first).to_be_visible()


def test_words_without_marks_are_found_in_any_form_and_all_of_them(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=promising")
    assert len(titles(page)) == 2
    page.goto(f"{address}search.html?q=promising+timetables")
    expect(page.locator(".result .title")).to_have_text(["Ferry crews walk out in Velmora"])


@pytest.fixture
def lost(folder: Path) -> Iterator[str]:
    """The site on a server that answers an unknown address with 404.html, as GitHub's and most others do."""
    answer = b""

    class Handler(QuietHandler):
        def send_error(self, code: int, *_: object) -> None:
            self.send_response(code)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(answer)

    handler = functools.partial(Handler, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        where = f"http://127.0.0.1:{server.server_port}/{folder.name}/"
        config = Settings(site=SiteSettings(base_url=where))
        rendered = pages.render(gather([], config), config, open_theme(None))
        answer = next(each.body for each in rendered if each.path == "404.html")
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield where
        server.shutdown()


def test_the_search_box_of_404_answers_at_an_address_deep_below(browser_page: Page, lost: str) -> None:
    browser_page.goto(f"{lost}articles/no/such/page.html")
    expect(browser_page.get_by_role("heading", level=1)).to_have_text("Page not found")
    browser_page.get_by_role("searchbox").fill("timetable")
    browser_page.get_by_role("button", name="Search").click()
    assert titles(browser_page) == ["Ferry crews walk out in Velmora"]
    assert browser_page.url == f"{lost}search.html?q=timetable"


@pytest.fixture
def browser_page(page: Page) -> Iterator[Page]:
    """A tab of its own: the answer 404 is a complaint in every other test, and what this one is about."""
    assert page.context.browser is not None
    context = page.context.browser.new_context()
    yield context.new_page()
    context.close()


def test_copy_and_cite_stand_in_one_row_until_cite_is_opened(page: Page, address: str) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(address + ARTICLE)
        row = page.locator(".carried").first
        copy, cite = row.locator(".copy").first, row.locator("summary")
        above, beside = copy.bounding_box(), cite.bounding_box()
        assert above
        assert beside
        assert above["y"] < beside["y"] + beside["height"] / 2 < above["y"] + above["height"]
        cite.focus()
        page.keyboard.press("Enter")
        expect(row.locator(".text")).to_be_visible()


def test_the_bar_of_a_linked_heading_stands_beside_its_words(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    edge = "getComputedStyle(document.querySelector('#context')).paddingInlineStart"
    left = (
        "(() => { const r = document.createRange(); r.selectNodeContents(document.querySelector('#context'));"
    )
    left += " return r.getBoundingClientRect().left })()"
    before = page.evaluate(left)
    assert page.evaluate(edge) == "0px"
    page.goto(address + ARTICLE + "#context")
    assert page.evaluate(edge) != "0px"
    assert abs(page.evaluate(left) - before) < 1
