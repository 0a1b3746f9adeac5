"""A real browser on real sites: built once, served under a sub-path as GitHub's project pages are.

There are two: a corpus made by hand that has all a page can show, and the demo, built from its seeds by the
command. Each knows the address it is served at, so that feeds, sitemap, canonical links and 404.html are
tried too.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.config import Settings, SiteSettings
from sitegen.site import exports, feeds, pages, search
from sitegen.site.catalogue import gather
from sitegen.site.theme import open_theme
from tests.browser.served import Served, chromium, demo, serving
from tests.site.contents import contents
from tests.site.timelines import dam
from tests.site.velmora import corpus, many, namesakes


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
            *exports.render(site, config, contents(site.articles)),
            *theme.static,
        ):
            (root / page.path).parent.mkdir(parents=True, exist_ok=True)
            (root / page.path).write_bytes(page.body)
        search.index(root)
        yield Served(folder=root, address=where)


@pytest.fixture(scope="session")
def demo_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demo, built by the command."""
    with demo(tmp_path_factory.mktemp("demo")) as site:
        yield site


@pytest.fixture(scope="session")
def folder(corpus_site: Served) -> Path:
    return corpus_site.folder


@pytest.fixture(scope="session")
def address(corpus_site: Served) -> str:
    return corpus_site.address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


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
