"""Five views of the demo, drawn on a telephone and on a desk, in light and dark, and on paper.

A picture is kept where a test fails, in its temporary folder; all are where SITEGEN_PICTURES names another.
"""

import base64
import io
import os
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser.built_pages import read_pages
from tests.browser.pictures import HEIGHT, VIEWS, Look, picture, show
from tests.browser.served import Served

DESK = Look(width=1280, colours="light")
LOOKS = [Look(width=width, colours=colours) for width in (360, 1280) for colours in ("light", "dark")]
PAPER_AND_INK = """
async png => {
  const bytes = Uint8Array.from(atob(png), each => each.charCodeAt());
  const bitmap = await createImageBitmap(new Blob([bytes]));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext("2d");
  context.drawImage(bitmap, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const [paper, most] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  const light = ((paper & 255) + ((paper >> 8) & 255) + ((paper >> 16) & 255)) / 3 / 255;
  return { size: [bitmap.width, bitmap.height], light, ink: 1 - most / pixels.length };
}
"""
"""The size of a picture, how light its commonest colour is (0 to 1), and the share of all other pixels."""


def keep(picture: bytes, name: str, tmp_path: Path) -> None:
    folder = Path(os.environ.get("SITEGEN_PICTURES", tmp_path))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(picture)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_drawn_in_its_colours_with_words_on_it(
    page: Page, demo_site: Served, tmp_path: Path, view: str
) -> None:
    assert page.context.browser is not None
    desk = page.context.browser.new_page()
    for look in LOOKS:
        show(page, demo_site.address, view, look)
        drawn = picture(page)
        seen = desk.evaluate(PAPER_AND_INK, base64.b64encode(drawn).decode())
        is_dark = seen["light"] < 0.2
        good = is_dark == (look.colours == "dark") and (is_dark or seen["light"] > 0.9)
        good = good and 0.02 < seen["ink"] < 0.5 and seen["size"] == [look.width, HEIGHT]
        if not good or "SITEGEN_PICTURES" in os.environ:
            keep(drawn, f"{view}-{look.width}-{look.colours}.png", tmp_path)
        assert good, (look, seen, str(tmp_path))
    desk.close()


def bare(text: str) -> str:
    """Without blanks, and with two letters for a ligature: what the page and its paper have in common."""
    return "".join(normalize("NFKC", text).split())


def sheets_of(printed: bytes) -> list[str]:
    return [bare(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(printed)).pages]


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_printed_on_sheets_that_all_have_something_to_say(
    page: Page, demo_site: Served, tmp_path: Path, view: str
) -> None:
    show(page, demo_site.address, view, DESK)
    printed = page.pdf(format="A4")
    sheets = sheets_of(printed)
    page.emulate_media(media="print")
    title, footer = bare(page.locator("h1").inner_text()), bare(page.locator("body > footer").inner_text())
    # No sheet is empty, or has nothing but the last line of the footer on it.
    good = title in sheets[0] and not [sheet for sheet in sheets if sheet in footer and sheet != footer]
    if not good or "SITEGEN_PICTURES" in os.environ:
        keep(printed, f"{view}.pdf", tmp_path)
    assert good, (sheets, footer, str(tmp_path))


def test_every_quotation_of_an_article_is_on_its_paper(page: Page, demo_site: Served) -> None:
    show(page, demo_site.address, "article", DESK)
    paper = "".join(sheets_of(page.pdf(format="A4")))
    quoted = read_pages(demo_site.folder)[VIEWS["article"]].tree.xpath("//blockquote")
    assert len(quoted) > 5
    assert [words for each in quoted if (words := bare(each.text_content())) not in paper] == []
