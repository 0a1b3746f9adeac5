"""The first page: its order, what it counts, and that it stays small."""

from collections.abc import Mapping
from dataclasses import replace

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.home import MOST_SPEAKERS
from sitegen.site.theme import Theme
from tests.site.reading import read
from tests.site.velmora import corpus, harbour, many, said_by


def render(theme: Theme, *digests: Digest) -> dict[str, bytes]:
    config = Settings()
    return {page.path: page.body for page in pages.render(gather(digests, config), config, theme)}


def text(body: bytes) -> str:
    return " ".join(read(body).text.split())


def test_the_first_page_keeps_its_order(theme: Theme) -> None:
    page = text(render(theme, *corpus())["index.html"])
    order = (
        "Each page is a digest",
        "Search the articles",
        harbour().title,
        "Most quoted",
        "speak of",
        "In all",
    )
    assert [page.index(each) for each in order] == sorted(page.index(each) for each in order)


def test_an_article_has_its_title_publisher_date_as_stated_and_number_of_quotations(theme: Theme) -> None:
    page = text(render(theme, *corpus())["index.html"])
    assert f"{harbour().title} 28 February 2024 The Ostrin Gazette 5 quotations" in page
    assert "Ferry crews walk out in Velmora date not stated" in page


def test_those_quoted_most_stand_first_with_their_page_and_no_more_than_eight(theme: Theme) -> None:
    tree = render(theme, *many(30), *corpus())
    page = text(tree["index.html"])
    assert "Most quoted Mara Velt 30 quotations Ilsa Hamdan 4 quotations" in page
    assert (
        len([each for each in read(tree["index.html"]).all("svg") if "aria-hidden" in each]) == MOST_SPEAKERS
    )
    assert "speakers/mara-velt.html" in list(read(tree["index.html"]).links)


def test_somebody_known_by_one_word_is_not_counted_across_articles(theme: Theme) -> None:
    page = text(render(theme, *(said_by(f"n{n}", "Okell") for n in range(9)))["index.html"])
    assert "Most quoted" not in page


def test_bars_stand_only_where_they_compare(theme: Theme) -> None:
    tree = render(theme, said_by("a", "Lene Marrow"), said_by("b", "Ansel Brod"))
    assert not [each for each in read(tree["index.html"]).all("svg") if "aria-hidden" in each]


def test_the_counts_lead_to_what_they_count(tree: Mapping[str, bytes]) -> None:
    links = list(read(tree["index.html"]).links)
    for kind in ("quotations", "speakers", "phrases", "timeline", "sections", "publishers"):
        assert f"{kind}/index.html" in links


def test_further_pages_have_the_articles_alone(theme: Theme) -> None:
    page = text(render(theme, *many(45))["page/2.html"])
    assert "Council settles item" in page
    assert not [each for each in ("Most quoted", "In all", "speak of", "Search the articles") if each in page]


def test_without_a_date_there_is_no_strip(theme: Theme) -> None:
    page = text(render(theme, replace(harbour(), timeline=()))["index.html"])
    assert "speak of" not in page


def test_an_empty_corpus_has_a_first_page_without_empty_lists(theme: Theme) -> None:
    page = text(render(theme)["index.html"])
    assert "There are no articles yet" in page
    assert "Most quoted" not in page
    assert "0 quotations" in page
