"""The accent: whatever colour a site asks for can be read, on light pages and on dark ones."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Settings, SiteSettings
from sitegen.site import pages
from sitegen.site.accent import DARK, LEAST, LIGHT, PATH, accent_css, contrast, on
from sitegen.site.catalogue import gather
from sitegen.site.theme import Theme, default_templates
from tests.site.reading import read

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(colours)
def test_any_colour_is_made_to_be_read_on_every_ground(colour: str) -> None:
    light, dark = re.findall("#[0-9a-f]{6}", accent_css(colour).body.decode())
    assert all(contrast(light, ground) >= LEAST for ground in LIGHT)
    assert all(contrast(dark, ground) >= LEAST for ground in DARK)


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert on("#8a2b1d", LIGHT, target=0.0) == "#8a2b1d"
    assert on("#f0a593", DARK, target=1.0) == "#f0a593"


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(one, other) == contrast(other, one)


def test_the_grounds_are_those_of_the_theme() -> None:
    sheets = "".join(file.read_text() for file in sorted((default_templates() / "static").glob("*.css")))
    stated = re.findall(r"--(?:paper|raised): (.+?);", sheets)
    known = {ground.replace("#ffffff", "#fff") for ground in (*LIGHT, *DARK)}
    assert known <= set(re.findall("#[0-9a-f]{3,6}", " ".join(stated)))


def test_a_site_with_an_accent_has_its_style_sheet_behind_the_themes(theme: Theme) -> None:
    config = Settings(site=SiteSettings(accent="#1d5c8a"))
    tree = {page.path: page.body for page in pages.render(gather([], config), config, theme)}
    assert tree[PATH] == accent_css("#1d5c8a").body
    for path in ("index.html", "speakers/index.html"):
        sheets = [link["href"] for link in read(tree[path]).all("link") if link["rel"] == "stylesheet"]
        assert sheets[-1].endswith(PATH)


def test_a_site_without_one_has_none(theme: Theme) -> None:
    config = Settings()
    for page in pages.render(gather([], config), config, theme):
        assert page.path != PATH
        assert PATH.encode() not in page.body
