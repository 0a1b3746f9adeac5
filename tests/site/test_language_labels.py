"""How a page says that its article is not in English, and what that leaves out."""

from pathlib import Path

import pytest

from sitegen import digest
from sitegen.config import Settings, SiteSettings
from sitegen.intake import parse_seed
from sitegen.model import Facts
from sitegen.site import feeds, pages
from sitegen.site.catalogue import gather
from sitegen.site.theme import Theme
from tests.site import interface
from tests.site.reading import Document, read

TEXTS = Path(__file__).parents[1] / "other_languages"
ENGLISH = """Ferry stops

The ferry stopped on Oct. 3, 2031. “I shall miss the fog,” said Dunja Reyle, the captain.
"""


def page(theme: Theme, text: str, *, site: str = "en", stated: str | None = None) -> Document:
    settings = Settings(site=SiteSettings(language=site, base_url="https://velmora.example/"))
    facts = Facts(language=stated, published="2031-10-07")
    made = digest.make(parse_seed(text.encode(), file="seeds/a.txt", facts=facts), settings)
    found = {each.path: each.body for each in pages.render(gather([made], settings), settings, theme)}
    return read(found["articles/a.html"])


def item(language: str) -> str:
    return (TEXTS / f"{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("language", "name"), [("de", "German"), ("ar", "Arabic"), ("zh", "Chinese")])
def test_the_page_names_the_language_and_says_what_was_not_looked_for(
    theme: Theme, language: str, name: str
) -> None:
    text = page(theme, item(language)).text
    assert f"The article is in {name}, so nobody was" in text
    assert f"{name} not stated, found from the words" in text
    assert "Quotation 1\n" in text
    assert "1 Quotation 1" not in text
    assert "Speaker not looked for" not in text  # said once, above
    assert "Speaker not found" not in text
    assert "no speaker found" not in text


def test_a_stated_language_is_not_called_found(theme: Theme) -> None:
    text = page(theme, item("de"), stated="de-AT").text
    assert "German (Austria)" in text
    assert "found from the words" not in text


def test_words_of_the_source_carry_language_and_direction(theme: Theme) -> None:
    [title] = page(theme, item("ar")).all("h1")
    assert (title["lang"], title["dir"]) == ("ar", "rtl")
    [title] = page(theme, item("de")).all("h1")
    assert (title["lang"], title["dir"]) == ("de", "ltr")
    [title] = page(theme, ENGLISH).all("h1")
    assert ("lang" in title, title["dir"]) == (False, "auto")


def test_an_english_page_says_nothing_of_languages(theme: Theme) -> None:
    text = page(theme, ENGLISH).text
    assert "nobody was" not in text
    assert "found from the words" not in text


def test_an_english_article_in_a_german_site_is_read_as_english(theme: Theme) -> None:
    longer = (
        ENGLISH
        + "\nThe captain and her crew had crossed the fjord every morning for thirty years, she said.\n"
    )
    document = page(theme, longer, site="de")
    assert "Englisch nicht angegeben, aus den Wörtern erschlossen" in document.text
    assert "Dunja Reyle" in document.text
    assert document.all("h1")[0]["lang"] == "en"


def test_the_feed_carries_the_language() -> None:
    settings = Settings(site=SiteSettings(base_url="https://velmora.example/"))
    article = parse_seed(item("ru").encode(), file="seeds/a.txt", facts=Facts(published="2031-10-07"))
    made = digest.make(article, settings)
    bodies = [each.body for each in feeds.render(gather([made], settings), settings, interface.ENGLISH)]
    assert any(b'xml:lang="ru"' in body for body in bodies)
