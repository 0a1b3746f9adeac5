import re
from pathlib import Path
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.accessibility import violations
from tests.browser.served import Served

# Searching


def test_the_box_on_the_front_page_finds_an_article_by_a_speakers_name(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill("hamdan")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".result .title").first).to_have_text(re.compile("Ostrin closes its harbour bridge"))
    expect(page.get_by_text("2 results for hamdan").first).to_be_visible()
    assert page.url.endswith("search.html?q=hamdan")


def test_a_result_opens_at_the_quotation_with_the_words_marked(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=timetable")
    page.locator(".result").get_by_role("link", name="Dario Quell").click()
    page.wait_for_url(re.compile(r"articles/ferry-strike\.html\?highlight=timetable#q1$"))
    expect(page.locator("#q1")).to_be_in_viewport()
    expect(page.locator(".quotation mark.hit").first).to_have_text("timetable")


def test_an_exact_phrase_opens_at_the_quotation_that_has_it(page: Page, demo_site: Served) -> None:
    phrase = '"What I did not have was a reply"'  # also in the lead, and in its sentence of the context
    page.goto(f"{demo_site.address}search.html?q={quote(phrase)}")
    expect(page.locator(".result li")).to_have_count(1)
    page.locator(".result li a").click()
    page.wait_for_url(re.compile(r"karsa-inquiry-hearing\.html\?.*#q2$"))
    expect(page.locator("#q2")).to_be_in_viewport()


def test_excerpts_have_words_of_the_source_alone(page: Page, demo_site: Served) -> None:
    page.goto(f"{demo_site.address}search.html?q=okell")
    interview = page.locator(".result").filter(has=page.locator("[href*='okell-interview']")).first
    expect(interview.locator("li p").first).to_have_text(re.compile("^Prof. Yusra Okell keeps a jar of clay"))
    page.goto(f"{demo_site.address}search.html?q=karsa")
    breach = page.locator(".result").filter(has=page.locator("[href*='karsa-dam-breach']")).first
    expect(breach.locator("li a")).to_have_text(["Lead", "Timeline", "The words in context"])
    excerpts = breach.locator("li p").all_inner_texts()
    assert not [each for each in excerpts if re.search(r"in context\.|Key phrases|20\d\d\. ", each)]


def test_a_facet_narrows_the_results_and_stands_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=hamdan")
    expect(page.locator(".result")).to_have_count(2)
    page.get_by_label("Dario Quell").check()
    expect(page.locator(".result")).to_have_count(1)
    expect(page.locator(".result .title")).to_have_text("Ferry crews walk out in Velmora")
    assert page.url.endswith("search.html?q=hamdan&speaker=Dario+Quell")


def test_an_address_with_facets_alone_opens_what_they_choose(page: Page, address: str) -> None:
    page.goto(f"{address}speakers/ilsa-hamdan.html")
    page.get_by_role("link", name="Search in these articles").click()
    expect(page.locator(".result")).to_have_count(2)
    expect(page.get_by_label("Ilsa Hamdan")).to_be_checked()
    facets = page.locator(".pf-filter-group-name").all_inner_texts()
    assert sorted(facets) == ["Key phrase", "Publisher", "Section", "Speaker", "Year"]


def test_a_facet_chooses_one_of_two_people_of_one_name(page: Page, address: str) -> None:
    page.goto(f"{address}speakers/corin-ashby-9f1651.html")
    page.get_by_role("link", name="Search in these articles").click()
    expect(page.locator(".result")).to_have_count(1)
    expect(page.locator(".result .title")).to_have_text("Report on ashby-choir")


def test_only_articles_are_found(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=verdict")
    expect(page.get_by_text("No results for verdict").first).to_be_visible()


def test_words_in_another_script_are_found(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q={quote('الأشجار')}")
    expect(page.locator(".result")).to_have_count(1)


# For everybody


def test_axe_finds_nothing_where_a_result_has_led(page: Page, address: str) -> None:
    page.goto(f"{address}articles/harbour-bridge.html?highlight=bridge#q1")
    page.locator("mark.hit").first.wait_for()
    assert violations(page) == ""


def test_the_first_tab_stop_skips_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}articles/harbour-bridge.html")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.url.endswith("#main")


def test_a_partial_quotation_and_an_uncertain_speaker_are_told_by_more_than_colour(
    page: Page, address: str
) -> None:
    page.goto(f"{address}articles/harbour-bridge.html")
    look = "element => getComputedStyle(element).borderInlineStartStyle"
    assert page.locator(".words.partial").first.evaluate(look) == "double"
    assert page.locator(".words.direct").first.evaluate(look) == "solid"
    expect(page.locator(".quotation.partial .attribution").first).to_contain_text("◐ worked out from")


def test_words_and_their_context_lead_to_each_other(page: Page, address: str) -> None:
    page.goto(f"{address}articles/harbour-bridge.html")
    page.locator(".quotation").nth(2).get_by_role("link", name="in context").click()
    expect(page.locator(".context li:target")).to_contain_text("She called the cost")
    page.locator(".context li:target a").click()
    assert page.url.endswith("#q3")


# Alone


def test_the_pages_open_from_a_plain_folder_and_say_what_does_not_work_there(
    page: Page, folder: Path
) -> None:
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_text("these pages were opened from a folder")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "1184px", (
        "the style sheet is not there"
    )
    page.get_by_role("link", name="Ostrin closes its harbour bridge").click()
    expect(page.get_by_role("heading", name="Quotations", exact=True)).to_be_visible()
    page.get_by_role("link", name="Ilsa Hamdan").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ilsa Hamdan")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Search").click()
    expect(page.get_by_text("these pages were opened from a folder")).to_be_visible()
    expect(page.locator("pagefind-input")).to_have_count(0)


def test_without_javascript_the_search_says_so(page: Page, address: str) -> None:
    assert page.context.browser is not None
    context = page.context.browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    for path in ("index.html", "search.html"):
        plain.goto(address + path)
        expect(plain.locator("noscript p")).to_be_visible()
    context.close()
