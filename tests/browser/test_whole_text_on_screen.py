"""An article shown whole, with words that people have changed: looked at, landed on, and for everybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sitegen.building import Options, build
from tests.browser.accessibility import violations
from tests.browser.served import serving

SEED = """Ostrin opens its harbour bridge

“It stands,” said Yusra Okell, the mayor of Ostrin, on 6 October 2031. “It will stand.”

Nobody on the quay said a word, and the harbour bridge stood on 7 October as it had before.
"""


@pytest.fixture(scope="module")
def article(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page."""
    root = tmp_path_factory.mktemp("whole")
    files = {
        "sitegen.yml": "site:\n  source_text: full\n",
        "seeds/bridge.txt": SEED,
        "seeds/bridge.yml": "publisher: The Ostrin Courier\npublished: 2031-10-08\n",
    }
    for name, text in files.items():
        Path(root, name).parent.mkdir(parents=True, exist_ok=True)
        Path(root, name).write_text(text, encoding="utf-8")
    build(root, Options(search=False, jobs=1))
    content = root / "content/bridge.md"
    content.write_text(content.read_text().replace("> “It will stand.”\n", "> “It shall stand.”\n"))
    build(root, Options(search=False, jobs=1))
    with serving(root / "public") as where:
        yield f"{where}articles/bridge.html"


def test_axe_finds_nothing_in_the_whole_text(page: Page, article: str) -> None:
    page.goto(f"{article}#q2")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
    assert violations(page) == ""


def test_the_whole_text_fits_every_width(page: Page, article: str) -> None:
    page.goto(article)
    for width in (320, 360, 768, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


def test_a_quotation_leads_to_its_words_and_they_lead_back(page: Page, article: str) -> None:
    page.goto(article)
    page.locator(".quotation", has_text="It stands,").get_by_role("link", name="in context").click()
    expect(page.locator("#w1")).to_be_in_viewport()
    page.locator(".quoted").first.click()
    expect(page.locator("#q1")).to_be_in_viewport()
    page.locator(".dated").first.click()
    assert page.evaluate("document.querySelector(':target').closest('.events') !== null")


def test_who_lands_on_a_quotation_sees_publisher_and_date_beside_it_and_nobody_else_does(
    page: Page, article: str
) -> None:
    page.goto(f"{article}#q2")
    expect(page.locator(".landed:visible")).to_have_text("The Ostrin Courier, 8 October 2031")
    page.goto(f"{article}#quotations")
    expect(page.locator(".landed:visible")).to_have_count(0)


def test_changed_words_are_marked_by_a_line_and_in_words(page: Page, article: str) -> None:
    page.goto(article)
    changed = page.locator(".quotation.altered")
    expect(changed).to_have_count(1)
    expect(changed).to_contain_text("these words are not in the source in this form")
    line = "each => getComputedStyle(each).borderInlineStartStyle"
    assert changed.locator(".words").evaluate(line) == "dashed"
    assert page.locator(".quotation:not(.altered) .words").first.evaluate(line) == "solid"


def test_beside_the_text_stands_what_follows_it_on_a_narrow_screen(page: Page, article: str) -> None:
    page.goto(article)
    side, body = page.locator(".side"), page.locator(".body")
    assert side.bounding_box()["y"] < body.bounding_box()["y"] + 50  # type: ignore[index]
    page.set_viewport_size({"width": 360, "height": 700})
    end = body.bounding_box()["y"] + body.bounding_box()["height"]  # type: ignore[index]
    assert side.bounding_box()["y"] >= end - 1  # type: ignore[index]
