"""A real browser on a real site: built once, served under a sub-path as GitHub's project pages are."""

import functools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sitegen.config import Settings, SiteSettings
from sitegen.site import exports, feeds, pages, search
from sitegen.site.catalogue import gather
from sitegen.site.theme import open_theme
from tests.site.contents import contents
from tests.site.timelines import dam
from tests.site.velmora import corpus, many, namesakes

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has above
        pass


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site, in a folder named as a repository would be."""
    root = tmp_path_factory.mktemp("public") / "some-repo"
    config = Settings(site=SiteSettings(title="Ostrin Digests", notice="Fiction, all of it."))
    theme = open_theme(None)
    site = gather([*corpus(), *many(25), *namesakes(), *dam()], config)
    for page in (
        *pages.render(site, config, theme),
        *feeds.render(site, config, theme.strings(config.site.language)),
        *exports.render(site, config, contents(site.articles)),
        *theme.static,
    ):
        (root / page.path).parent.mkdir(parents=True, exist_ok=True)
        (root / page.path).write_bytes(page.body)
    search.index(root)
    return root


@pytest.fixture(scope="session")
def address(folder: Path) -> Iterator[str]:
    """Where the site is served, ending in a slash."""
    with serving(folder) as where:
        yield where


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder below its own name, on this machine alone."""
    handler = functools.partial(QuietHandler, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        pytest.fail("no Chromium: `apt-get install chromium`, or name one in the variable CHROMIUM")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A tab that fails the test when a page complains: an error, a blocked or failed request."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    complaints: list[str] = []
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    tab.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    yield tab
    context.close()
    assert complaints == []
