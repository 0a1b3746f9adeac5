"""Where a browser draws the words of a right-to-left article, in an interface that runs the other way."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from sitegen import digest
from sitegen.config import Settings, SiteSettings
from sitegen.content_file import digest_markdown
from sitegen.intake import parse_seed
from sitegen.model import Digest, Facts
from sitegen.site import pages, search
from sitegen.site.catalogue import gather
from sitegen.site.theme import open_theme
from tests.browser.served import serving

CONTENT = Path(__file__).parents[2] / "content"
ARABIC = "articles/karsa-file-released-ar.html"
REUTERS = """Reuters نقلت عن النقابة أن ملف سد كارسا وصل في 30 يونيو 2031.

وقالت يسرى أوكل: «Reuters لم تسألني عن ملف سد كارسا قبل النشر، وقد قرأت 14 صفحة منه».

وأضافت أن ملف سد كارسا لم يكتمل، وأن ملف سد كارسا سيعرض على اللجنة.
"""
ENGLISH = "“We asked for يسرى أوكل by name and she came at once,” said Lene Marrow, a spokeswoman."


RIGHT_EDGE = "e => e.getBoundingClientRect().right"


def article(name: str, text: str, language: str, title: str) -> Digest:
    facts = Facts(language=language, title=title, publisher="أوسترين اليوم", published="2031-07-02")
    return digest.make(parse_seed(text.encode(), file=f"seeds/{name}.txt", facts=facts), Settings())


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The demo's articles in other languages, and two that mix scripts in one line."""
    digests = [
        digest_markdown.parse((CONTENT / f"{slug}.md").read_text(encoding="utf-8"), path=slug, slug=slug)
        for slug in ("karsa-file-released-ar", "ilvane-testifies-de")
    ]
    digests.append(article("reuters", REUTERS, "ar", "Reuters تنقل خبر ملف سد كارسا"))
    digests.append(article("english", ENGLISH, "en", "Union asked for Okell"))
    settings = Settings(site=SiteSettings(title="Ostrin Digests"))
    theme = open_theme(None)
    folder = tmp_path_factory.mktemp("scripts") / "site"
    for page in (*pages.render(gather(digests, settings), settings, theme), *theme.static):
        (folder / page.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / page.path).write_bytes(page.body)
    search.index(folder)
    with serving(folder) as where:
        yield where


def box(page: Page, selector: str, number: int = 0) -> dict[str, float]:
    found = page.locator(selector).nth(number).bounding_box()
    assert found is not None, selector
    return {"left": found["x"], "right": found["x"] + found["width"], "top": found["y"]}


def places(page: Page, selector: str, *words: str) -> list[float]:
    """How far from the left the middle of each of the ``words`` is drawn inside the element."""
    return [
        page.locator(selector).first.evaluate(
            """(element, word) => {
              const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
              for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(word);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + word.length);
                const { left, right } = range.getClientRects()[0];
                return (left + right) / 2;
              }
              throw new Error(`no ${word}`);
            }""",
            word,
        )
        for word in words
    ]


@pytest.mark.parametrize("width", [360, 1280])
def test_an_arabic_quotation_has_its_border_and_its_opening_mark_at_the_right(
    page: Page, address: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + ARABIC)
    first = page.locator("blockquote.words").first
    borders = first.evaluate(
        "e => [getComputedStyle(e).borderLeftWidth, getComputedStyle(e).borderRightWidth].map(parseFloat)"
    )
    assert borders[0] == 0
    assert borders[1] > 0
    assert box(page, ".words .open")["left"] > box(page, ".words .close")["right"]
    assert page.locator(".words .open").first.inner_text() == "«"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_an_arabic_heading_joins_its_letters_and_ends_at_the_right_edge_as_its_section_does(
    page: Page, address: str
) -> None:
    page.goto(address + ARABIC)
    assert page.locator("h1").evaluate("e => getComputedStyle(e).letterSpacing") in {"normal", "0px"}
    edge = box(page, ".article .headline")["right"]
    assert abs(box(page, "h1")["right"] - edge) < 2
    assert abs(box(page, ".sections li")["right"] - edge) < 2


def test_a_paragraph_mark_stands_where_its_line_begins(page: Page, address: str) -> None:
    page.goto(address + ARABIC)
    mark, sentence = box(page, "#context ~ ol .paragraph"), box(page, "#context ~ ol li p")
    assert mark["left"] >= sentence["right"]
    page.goto(address + "articles/ilvane-testifies-de.html")
    mark, sentence = box(page, "#context ~ ol .paragraph"), box(page, "#context ~ ol li p")
    assert mark["right"] <= sentence["left"]


def test_a_paragraph_mark_follows_its_sentence_and_reads_from_the_left(page: Page, address: str) -> None:
    page.goto(address + ARABIC)
    sentence = ".events .sentence:has-text('وكانت القاضية')"
    last, sign, number = places(page, sentence, "2031", "¶", "7")
    assert sign < number < last


def test_a_count_follows_the_phrase_it_counts(page: Page, address: str) -> None:
    page.goto(address + ARABIC)
    chip = "#phrases ~ * li"
    assert box(page, f"{chip} .count")["right"] <= box(page, f"{chip} > :first-child")["left"]
    edges = [page.locator(f"{chip} {part}").first.evaluate(RIGHT_EDGE) for part in ("rect", "svg")]
    assert abs(edges[0] - edges[1]) < 1, "the bar begins where the name does"


def test_dates_in_an_arabic_line_keep_the_order_of_arabic(page: Page, address: str) -> None:
    page.goto(address + ARABIC)
    day, month, other, year = places(page, ".events .when:has-text('أيار')", "21", "مايو", "أيار", "2031")
    assert day > month > other > year


def test_dates_of_the_page_keep_the_order_of_english_beside_them(page: Page, address: str) -> None:
    page.goto(address + ARABIC)
    day, month, year = places(page, ".events time", "9", "July", "2029")
    assert day < month < year
    date, stated, sure = places(page, ".events .moment", "July", "يوليو", "as stated")
    assert date < stated < sure


def test_a_latin_name_does_not_turn_an_arabic_line_round(page: Page, address: str) -> None:
    page.goto(address + "articles/reuters.html")
    for selector in ("h1", ".lead p", ".words p"):
        name, next_word = places(
            page, selector, "Reuters", {"h1": "تنقل", ".lead p": "نقلت"}.get(selector, "لم")
        )
        assert name > next_word, selector
    name, next_word = places(page, "#context ~ ol li p", "Reuters", "لم")
    assert name > next_word
    page.goto(address + "index.html")
    name, next_word = places(page, ".title[lang=ar]:has-text('Reuters')", "Reuters", "تنقل")
    assert name > next_word


def test_an_arabic_name_in_an_english_quotation_leaves_the_words_round_it_in_place(
    page: Page, address: str
) -> None:
    page.goto(address + "articles/english.html")
    before, given, family, behind = places(page, ".words p", "asked for", "يسرى", "أوكل", "by name")
    assert before < family < given < behind


@pytest.mark.parametrize("path", ["index.html", "search.html?q=Okell"])
def test_a_publisher_in_arabic_leaves_date_and_count_where_they_are(
    page: Page, address: str, path: str
) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(address + path)
    meta = "li:has-text('Union asked') .meta"
    page.locator(meta).wait_for()
    assert page.locator(f"{meta} bdi").first.inner_text() == "أوسترين اليوم"
    date, publisher = places(page, meta, "July 2031", "أوسترين")
    assert date < publisher
    if path == "index.html":
        publisher, count, noun = places(page, meta, "أوسترين", "1 q", "quotation")
        assert publisher < count < noun


def test_search_results_run_as_their_article_does_and_open_at_the_quotation(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=المتحدثة")
    title = page.locator(".result .title")
    title.wait_for()
    assert (title.get_attribute("dir"), title.get_attribute("lang")) == ("rtl", "ar")
    page.goto(f"{address}search.html?q=بأدب")
    link = page.locator(".result li a[href*='#q3']")
    link.wait_for()
    assert page.locator(".result li p").first.evaluate("e => getComputedStyle(e).direction") == "rtl"


def test_a_phrase_in_arabic_stands_between_its_neighbours_from_right_to_left(
    page: Page, address: str
) -> None:
    page.goto(f"{address}phrases/index.html")
    page.get_by_role("link", name="ملف سد كارسا").click()
    line = ".line:has-text('وصل')"
    before, key, after = places(page, line, "النقابة", "ملف سد", "وصل")
    assert before > key > after
