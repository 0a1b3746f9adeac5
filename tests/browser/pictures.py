"""Pictures of five pages of the demo: for the tests, and for the README with ``make pictures``.

Run as a program, it writes the four of the README into the folder it is given. The same pages give the same
pictures, byte for byte, on a machine with the same Chromium and the same fonts.
"""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.served import chromium, demo

HEIGHT = 900
"""Of the window, in pixels."""

VIEWS = {
    "home": "index.html",
    "article": "articles/karsa-dam-breach.html",
    "speaker": "speakers/dara-ilvane.html",
    "timeline": "timeline/index.html",
    "search": "search.html?q=dam",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a page is looked at."""

    width: int
    """Of the window, in pixels."""
    colours: str
    """``light`` or ``dark``."""


IN_THE_README = {
    "home": Look(width=1280, colours="light"),
    "article": Look(width=1280, colours="light"),
    "timeline": Look(width=1280, colours="dark"),
    "search": Look(width=1280, colours="light"),
}


def show(page: Page, site: str, view: str, look: Look) -> None:
    """Open a view of the demo served at ``site``, and wait until all of it is there."""
    page.set_viewport_size({"width": look.width, "height": HEIGHT})
    page.emulate_media(color_scheme=look.colours, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(site + VIEWS[view], wait_until="networkidle")
    if view == "search":
        page.locator(".result").first.wait_for()


def picture(page: Page) -> bytes:
    """What is in the window, as PNG."""
    return page.screenshot(animations="disabled", caret="hide")


def write(folder: Path) -> None:
    """Build the demo and write the README's pictures of it into ``folder``."""
    with (
        tempfile.TemporaryDirectory() as project,
        demo(Path(project)) as site,
        chromium() as browser,
        browser.new_context(device_scale_factor=1, locale="en-GB") as context,
    ):
        page = context.new_page()
        for view, look in IN_THE_README.items():
            show(page, site.address, view, look)
            if view == "article":
                page.evaluate("document.getElementById('quotations').scrollIntoView()")
            (folder / f"{view}.png").write_bytes(picture(page))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
