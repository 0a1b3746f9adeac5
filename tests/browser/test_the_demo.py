"""The main job, end to end: the demo's raw articles, built by the command, read in a real browser."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.served import Served
from tests.browser.test_looks import CHARACTERS_IN_A_LINE

ARTICLE = "articles/qaani-axis-of-resistance-stays-united.html"


@pytest.fixture(scope="session")
def folder(demo_site: Served) -> Path:
    """The demo's, where every other file means the corpus made by hand."""
    return demo_site.folder


@pytest.fixture(scope="session")
def address(demo_site: Served) -> str:
    return demo_site.address


def test_the_real_article_is_found_narrowed_and_opened_at_its_words(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill("Hamdan")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".result .title")).to_have_text(re.compile("stays united with Gaza fighters"))
    page.get_by_label("Osama Hamdan").check()
    expect(page.locator(".result")).to_have_count(1)
    page.locator(".result").get_by_role("link", name="Osama Hamdan").first.click()
    page.wait_for_url(re.compile(rf"some-repo/{ARTICLE}\?highlight=hamdan#q\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.locator("mark.hit").first).to_be_visible()


def test_a_facet_tells_two_stories_apart(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=dam")
    expect(page.get_by_text(re.compile(r"^\d+ results for dam$")).first).to_be_visible()
    page.get_by_label("Petra Ilvane").check()
    expect(page.locator(".result")).to_have_count(1)


def test_every_quotation_of_the_real_article_is_on_its_page(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    expect(page.locator(".quotation")).to_have_count(14)
    expect(page.locator(".quotation.partial")).to_have_count(7)
    expect(page.get_by_text("date not stated").first).to_be_visible()


def test_a_line_of_an_articles_words_has_about_62_to_66_characters(page: Page, address: str) -> None:
    for path, selectors in (
        (ARTICLE, (".words p", ".timeline .sentence", ".context ol p")),
        ("", (".lead-line",)),
    ):
        page.goto(address + path)
        for selector in selectors:
            assert 55 <= page.evaluate(CHARACTERS_IN_A_LINE, selector) <= 68, selector


def test_the_demo_has_as_many_articles_as_it_says(page: Page, address: str, folder: Path) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_have_text(re.compile("^Twelve news articles"))
    assert len(list((folder / "articles").glob("*.html"))) == 12


def test_articles_in_other_languages_are_found_in_their_own_words(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=المهندسة")
    expect(page.locator(".result .title")).to_have_text(re.compile("وزارة الداخلية"))
    page.goto(f"{address}search.html?q=Aktenkartons")
    expect(page.locator(".result .title")).to_have_text(re.compile("Ministerin Ilvane"))


def test_every_page_says_that_it_is_fiction(folder: Path) -> None:
    for file in folder.rglob("*.html"):
        assert "fiction about the invented country of Velmora" in file.read_text(encoding="utf-8"), file


def test_every_page_of_the_demo_fits_a_narrow_phone(page: Page, address: str, folder: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    for file in sorted(folder.rglob("*.html")):
        path = file.relative_to(folder).as_posix()
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
