"""A real browser on real sites: built once, served under a sub-path as GitHub's project pages are.

There are two: a corpus made by hand that has all a page can show, and the demo, built from its seeds by the command.
Each knows the address it is served at, so that feeds, sitemap, canonical links and 404.html are tried too.
"""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sitegen.config import Settings, SiteSettings
from sitegen.site import exports, feeds, pages, search
from sitegen.site.catalogue import gather
from sitegen.site.theme import open_theme
from tests.site.timelines import dam
from tests.site.velmora import corpus, many, namesakes

ROOT = Path(__file__).parent.parent.parent

FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has above
        pass


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A built site and where it is served."""

    folder: Path
    """Named as a repository would be."""
    address: str
    """Ends in a slash."""


@pytest.fixture(scope="session")
def corpus_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site of articles made by hand, in which everything occurs that a page can show."""
    root = tmp_path_factory.mktemp("public") / "some-repo"
    with serving(root) as where:
        about = SiteSettings(title="Ostrin Digests", notice="Fiction, all of it.", base_url=where)
        config = Settings(site=about)
        theme = open_theme(None)
        site = gather([*corpus(), *many(25), *namesakes(), *dam()], config)
        for page in (
            *pages.render(site, config, theme),
            *feeds.render(site, config, theme.strings(config.site.language)),
            *exports.render(site, config),
            *theme.static,
        ):
            (root / page.path).parent.mkdir(parents=True, exist_ok=True)
            (root / page.path).write_bytes(page.body)
        search.index(root)
        yield Served(folder=root, address=where)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo, built from nothing but its seeds and settings."""
    project = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "seeds", project / "seeds")
    shutil.copy(ROOT / "sitegen.yml", project)
    public = project / "some-repo"
    with serving(public) as where:
        build = [sys.executable, "-m", "sitegen", "build", "--project", project, "--strict"]
        subprocess.run([*build, "--base-url", where], check=True, cwd=ROOT)
        (project / "public").rename(public)
        yield Served(folder=public, address=where)


@pytest.fixture(scope="session")
def folder(corpus_site: Served) -> Path:
    return corpus_site.folder


@pytest.fixture(scope="session")
def address(corpus_site: Served) -> str:
    return corpus_site.address


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
