from collections.abc import Mapping

import pytest

from sitegen.config import Settings, SiteSettings
from sitegen.site import exports, feeds, pages
from sitegen.site.catalogue import gather
from sitegen.site.theme import Theme, open_theme
from tests.site.contents import contents
from tests.site.interface import ENGLISH
from tests.site.timelines import dam
from tests.site.velmora import corpus, many, namesakes


@pytest.fixture(scope="session")
def theme() -> Theme:
    return open_theme(None)


@pytest.fixture(scope="session")
def settings() -> Settings:
    return Settings(
        site=SiteSettings(
            title="Ostrin Digests",
            base_url="https://velmora.example/some-repo/",
            notice="Fiction, all of it.",
            publisher="The tests",
        )
    )


@pytest.fixture(scope="session")
def tree(theme: Theme, settings: Settings) -> Mapping[str, bytes]:
    """The whole site of a small corpus: path → bytes."""
    site = gather([*corpus(), *many(25), *namesakes(), *dam()], settings)
    every = (
        *pages.render(site, settings, theme),
        *feeds.render(site, settings, ENGLISH),
        *exports.render(site, settings, contents(site.articles)),
        *theme.static,
    )
    found = {page.path: page.body for page in every}
    assert len(found) == len(every), "two pages at one path"
    return found
