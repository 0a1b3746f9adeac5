"""How the pages look where looks carry meaning: contrast, measure, paper, marks."""

import io
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from sitegen.config import Settings, SiteSettings
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.theme import default_templates, open_theme
from tests.browser.served import serving
from tests.site.velmora import corpus

ARTICLE = "articles/harbour-bridge.html"
DENSE = (ARTICLE, "index.html", "speakers/ilsa-hamdan.html", "timeline/2024.html", "method.html")
ENHANCED = {"runOnly": ["color-contrast-enhanced"]}
BORDER = "element => getComputedStyle(element).borderInlineStartStyle"

CHARACTERS_IN_A_LINE = """
selector => {
  const counts = [];
  for (const element of document.querySelectorAll(selector)) {
    const lines = new Map();
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const word of node.data.matchAll(/\\s*\\S+/g)) {
        const range = document.createRange();
        range.setStart(node, word.index + word[0].search(/\\S/));
        range.setEnd(node, word.index + word[0].length);
        const line = Math.round(range.getBoundingClientRect().bottom / 12);
        lines.set(line, (lines.get(line) ?? 0) + word[0].length);
      }
    }
    counts.push(...[...lines.values()].slice(0, -1));
  }
  return counts.length ? counts.reduce((a, b) => a + b) / counts.length : null;
}
"""


# Colours


def test_high_contrast_keeps_seven_to_one_and_forced_colours_keep_every_word(
    page: Page, address: str
) -> None:
    for path in DENSE:
        page.emulate_media(contrast="more", forced_colors="none", color_scheme="light")
        page.goto(address + path)
        light = Axe().run(page, options=ENHANCED)
        page.emulate_media(color_scheme="dark")
        dark = Axe().run(page, options=ENHANCED)
        page.emulate_media(contrast="no-preference", forced_colors="active")
        forced = Axe().run(page, options={"runOnly": ["color-contrast"]})
        for found in (light, dark, forced):
            assert found.violations_count == 0, f"{path}: {found.generate_report()}"


def test_forced_colours_keep_what_marks_mean(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(address + ARTICLE)
    assert page.locator(".words.partial").first.evaluate(BORDER) == "double"
    page.goto(f"{address}timeline/2024.html")
    fill, ink = page.evaluate(
        "[getComputedStyle(document.querySelector('.strip rect:not(.hit)')).fill,"
        " getComputedStyle(document.body).color]"
    )
    assert fill == ink


def test_a_site_that_sets_its_accent_keeps_it_on_screen_and_prints_black(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address + ARTICLE)
    accent = "getComputedStyle(document.querySelector('.words')).borderInlineStartColor"
    page.evaluate(
        "() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(':root { --accent: rgb(0, 90, 60) }');"
        " document.adoptedStyleSheets = [sheet]; }"
    )
    assert page.evaluate(accent) == "rgb(0, 90, 60)"
    page.emulate_media(media="print")
    assert page.evaluate(accent) == "rgb(0, 0, 0)"


# Marks


def test_certainty_is_told_by_a_line_as_well_as_by_mark_and_words(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    lines = page.locator(".quotation .attribution")
    assert [lines.nth(n).evaluate(BORDER) for n in (0, 1, 2)] == ["solid", "dashed", "dashed"]
    expect(lines.nth(4).locator(".relayed")).to_contain_text("⇢ relayed by The Ostrin Gazette")
    assert lines.nth(4).locator(".relayed").evaluate(BORDER) == "dotted"
    assert page.locator(".terms ul").evaluate(BORDER) == "dotted"
    page.goto(f"{address}articles/ferry-strike.html")
    width = "element => getComputedStyle(element).borderInlineStartWidth"
    expect(lines.nth(2)).to_contain_text("○ no speaker found")
    assert [lines.nth(n).evaluate(width) for n in (0, 2)] == ["3px", "1px"]


def test_the_cue_is_in_italics(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    assert page.locator(".cue .source").first.evaluate("each => getComputedStyle(each).fontStyle") == "italic"


# Measure


def test_a_line_of_running_text_has_about_62_to_66_characters(page: Page, address: str) -> None:
    page.goto(f"{address}method.html")
    for selector in (".prose .body > p", ".glossary dd", ".prose .body > ul li", ".standfirst"):
        mean = page.evaluate(CHARACTERS_IN_A_LINE, selector)
        assert mean is not None, f"{selector}: nothing here runs over a line"
        assert 55 <= mean <= 68, selector


# Paper


def test_on_paper_addresses_are_written_out_and_no_quotation_is_split(page: Page, tmp_path: Path) -> None:
    base = "https://digests.example/"
    config = Settings(site=SiteSettings(base_url=base))
    theme = open_theme(None)
    copy = tmp_path / "site"
    for each in (*pages.render(gather(corpus(), config), config, theme), *theme.static):
        (copy / each.path).parent.mkdir(parents=True, exist_ok=True)
        (copy / each.path).write_bytes(each.body)
    with serving(copy) as where:
        page.goto(where + ARTICLE)
        paper = PdfReader(io.BytesIO(page.pdf(format="A4")))
        text = "".join("".join(sheet.extract_text() for sheet in paper.pages).split())
        page.emulate_media(media="print")
        kept = {
            selector: page.locator(selector).first.evaluate("each => getComputedStyle(each).breakInside")
            for selector in (".quotation", ".facts", ".events > li", ".context li")
        }
    assert "https://gazette.example/harbour-bridge" in text, "the original's address"
    assert "minutes<https://council.example/minutes>" in text, "the address behind an editor's link"
    assert base + ARTICLE in text, "the page's own address"
    assert text.count("https://gazette.example/harbour-bridge") == 2, "among the facts and where it is cited"
    assert set(kept.values()) == {"avoid"}, kept


# Calm


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_jumps_while_the_results_of_a_search_come(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
        " window.moved += each.value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(f"{address}search.html?q=bridge", wait_until="networkidle")
    page.locator(".result").first.wait_for()
    assert page.evaluate("window.moved") < 0.1, "cumulative layout shift, as in Web Vitals"


# Weight


@pytest.mark.parametrize("name", ["tokens.css", "site.css"])
def test_a_style_sheet_says_the_same_without_its_spaces(page: Page, folder: Path, name: str) -> None:
    source = (default_templates() / "static" / name).read_text(encoding="utf-8")
    published = (folder / "static" / name).read_text(encoding="utf-8")
    assert len(published) < len(source)
    rules = (
        "text => { const sheet = new CSSStyleSheet(); sheet.replaceSync(text);"
        " return [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s+/g, '')); }"
    )
    page.goto("about:blank")
    assert page.evaluate(rules, published) == page.evaluate(rules, source)
