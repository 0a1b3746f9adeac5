"""Sections and publishers: one name for one shelf, a page where articles share it, nothing hidden."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site import pages
from sitegen.site.catalogue import Site, gather
from sitegen.site.pages.shelves import MOST_OTHERS, MOST_SPEAKERS, shelf_view
from sitegen.site.shelves import Kind, shelves
from sitegen.site.theme import Theme
from tests.site.reading import read
from tests.site.test_site_pages import HOSTILE
from tests.site.velmora import many, said_by


def told(
    slug: str, *sections: str, publisher: str | None = None, by: str = "Mira Tolland", day: int | None = None
) -> Digest:
    """An article of some sections and a publisher, with one quotation."""
    digest = said_by(slug, by, published=None if day is None else f"2031-03-{day:02d}")
    return replace(digest, facts=replace(digest.facts, sections=sections, publisher=publisher))


def render(theme: Theme, *digests: Digest) -> dict[str, bytes]:
    config = Settings()
    return {page.path: page.body for page in pages.render(gather(digests, config), config, theme)}


def text(body: bytes) -> str:
    return " ".join(read(body).text.split())


def site(*digests: Digest) -> Site:
    return gather(digests, Settings())


# One name


def test_names_that_differ_in_case_or_white_space_are_one_in_the_spelling_most_articles_have() -> None:
    found = shelves(
        Kind.PUBLISHERS,
        [
            told("a", publisher="The Ostrin Courier"),
            told("b", publisher="THE  OSTRIN COURIER"),
            told("c", publisher=" The Ostrin\tCourier"),
        ],
    )
    assert [(shelf.name, len(shelf.articles)) for shelf in found.named] == [("The Ostrin Courier", 3)]


def test_an_article_that_names_a_section_twice_stands_there_once() -> None:
    (shelf,) = shelves(Kind.SECTIONS, [told("a", "Town", "TOWN", "town ")]).named
    assert [digest.slug for digest in shelf.articles] == ["a"]


def test_articles_stand_newest_first_and_those_without_a_date_last() -> None:
    found = site(told("b", "Town"), told("c", "Town", day=2), told("a", "Town", day=9))
    assert [digest.slug for digest in found.sections.named[0].articles] == ["a", "c", "b"]


def test_every_article_stands_somewhere_in_each_kind() -> None:
    found = site(told("a", "Town"), told("b", publisher="The Ostrin Courier"), told("c", "  "))
    for every in (found.sections, found.publishers):
        held = [digest.slug for shelf in every.every for digest in shelf.articles]
        assert sorted(set(held)) == ["a", "b", "c"]
        assert all(every.by_article[slug] for slug in "abc")


# Pages, and no more of them than articles share


def test_a_name_that_several_articles_have_has_a_page_and_one_of_a_single_article_leads_to_it(
    theme: Theme,
) -> None:
    tree = render(theme, told("a", "Town", "Harbour"), told("b", "Town"))
    assert {path for path in tree if path.startswith("sections/")} == {
        "sections/index.html",
        "sections/town.html",
    }
    links = list(read(tree["sections/index.html"]).links)
    assert {"town.html", "../articles/a.html"} <= {link.removeprefix("../sections/") for link in links}
    assert "Harbour 1 article" in text(tree["sections/index.html"])
    assert "Town 2 articles" in text(tree["sections/index.html"])


def test_sections_of_their_own_make_no_pages(theme: Theme) -> None:
    tree = render(theme, *(told(f"n{n}", *(f"Section {n} {m}" for m in range(6))) for n in range(30)))
    assert [path for path in tree if path.startswith("sections/")] == ["sections/index.html"]


def test_what_is_not_stated_is_said_and_has_its_articles(theme: Theme) -> None:
    tree = render(theme, told("a"), told("b"), told("c", "Town", publisher="The Ostrin Courier"))
    assert "No section stated 2 articles" in text(tree["sections/index.html"])
    assert "Publisher not stated 2 articles" in text(tree["publishers/index.html"])
    for path in ("sections/no-section.html", "publishers/not-stated.html"):
        assert {"../articles/a.html", "../articles/b.html"} <= set(read(tree[path]).links)


def test_a_publisher_called_not_stated_is_not_taken_for_one_that_is_not_stated(theme: Theme) -> None:
    named = [told(slug, publisher="Not stated") for slug in "ab"]
    tree = render(theme, *named, told("c"), told("d"))
    both = [path for path in tree if path.startswith("publishers/not-stated")]
    assert len(both) == 2
    titles = {text(tree[path]).split("—")[0].strip() for path in both}
    assert titles == {"Publisher: Not stated", "Publisher not stated"}


def test_a_name_with_nothing_to_read_in_it_is_no_name() -> None:
    found = shelves(Kind.PUBLISHERS, [told("a", publisher="\u200b"), told("b", publisher="\u00a0")])
    assert found.named == ()
    assert found.unnamed is not None
    assert len(found.unnamed.articles) == 2


def test_names_that_share_an_address_have_pages_of_their_own(theme: Theme) -> None:
    digests = [told(f"{n}{m}", name) for n, name in enumerate(("R&D", "R. D.", "index", "con")) for m in "ab"]
    tree = render(theme, *digests)
    assert len([path for path in tree if path.startswith("sections/") and path != "sections/index.html"]) == 4


def test_a_long_shelf_goes_on_on_further_pages_which_say_nothing_twice(theme: Theme) -> None:
    tree = render(theme, *(told(f"n{n:02d}", "Town", publisher="The Ostrin Courier") for n in range(45)))
    assert {"sections/town.html", "sections/town/2.html", "sections/town/3.html"} <= set(tree)
    assert "Most quoted here" in text(tree["sections/town.html"])
    assert "Most quoted here" not in text(tree["sections/town/2.html"])
    assert "Page 2." in text(tree["sections/town/2.html"])


def test_a_page_says_whom_its_articles_quote_most_and_where_they_stand(theme: Theme) -> None:
    tree = render(
        theme,
        told("a", "Town", publisher="The Ostrin Courier", by="Lene Marrow"),
        told("b", "Town", publisher="The Ostrin Courier", by="Lene Marrow"),
        told("c", "Town", by="Ansel Brod"),
    )
    section, publisher = text(tree["sections/town.html"]), text(tree["publishers/the-ostrin-courier.html"])
    assert "Lene Marrow 2 quotations Ansel Brod 1 quotation" in section
    assert "The Ostrin Courier 2 articles publisher not stated 1 article" in section
    assert "Most quoted here Lene Marrow 2 quotations" in publisher
    assert "In the sections Town 2 articles" in publisher
    assert "../publishers/the-ostrin-courier.html" in list(read(tree["sections/town.html"]).links)


def test_what_stands_above_the_articles_does_not_grow_with_them() -> None:
    many_names = [told(f"n{n}", "Town", publisher=f"Paper {n}", by=f"Corin Ashby {n}") for n in range(40)]
    found = site(*many_names)
    view = shelf_view(found, found.sections.named[0])
    assert (len(view.quoted.lines), view.quoted.more) == (MOST_SPEAKERS, 40 - MOST_SPEAKERS)
    assert (len(view.others.lines), view.others.more) == (MOST_OTHERS, 40 - MOST_OTHERS)


def test_an_articles_page_leads_to_its_sections_and_its_publisher(tree: Mapping[str, bytes]) -> None:
    links = set(read(tree["articles/harbour-bridge.html"]).links)
    assert {"../sections/velmora.html", "../publishers/the-ostrin-gazette.html"} <= links
    assert not [link for link in links if "sections/town" in link], "no other article is in this section"
    assert "../publishers/not-stated.html" in set(read(tree["articles/ferry-strike.html"]).links)


def test_an_empty_corpus_says_so(theme: Theme) -> None:
    tree = render(theme)
    assert "No article states a section." in text(tree["sections/index.html"])
    assert "No article states its publisher." in text(tree["publishers/index.html"])


# Hostile names


def shape(body: bytes) -> list[tuple[str, tuple[str, ...]]]:
    return [(tag, tuple(attributes)) for tag, attributes in read(body).elements]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE)
def test_no_name_of_a_source_becomes_markup_or_leaves_its_folder(theme: Theme, poison: str) -> None:
    def tree(name: str) -> dict[str, bytes]:
        return render(theme, *(told(slug, f"Town{name}", publisher=f"Courier{name}") for slug in "ab"))

    hostile, harmless = tree(poison), tree("x")
    for kind in ("sections", "publishers"):
        (own,) = [path for path in hostile if path.startswith(f"{kind}/") and "index" not in path]
        (other,) = [path for path in harmless if path.startswith(f"{kind}/") and "index" not in path]
        assert own.count("/") == 1
        assert shape(hostile[own]) == shape(harmless[other])
        assert shape(hostile[f"{kind}/index.html"]) == shape(harmless[f"{kind}/index.html"])


@given(st.lists(st.text(max_size=12), min_size=1, max_size=12))
@settings(max_examples=80)
def test_every_shelf_with_a_page_has_an_address_of_its_own(names: list[str]) -> None:
    digests = [told(f"{number}-{twin}", name) for number, name in enumerate(names) for twin in "ab"]
    paths = [shelf.path for shelf in shelves(Kind.SECTIONS, digests).every]
    assert None not in paths
    assert len({(path or "").casefold() for path in paths}) == len(paths)


def test_shelves_do_not_depend_on_the_order_in_which_articles_are_read() -> None:
    digests = [*many(12), told("a", "Town", publisher="The ostrin gazette")]
    assert site(*digests).publishers == site(*reversed(digests)).publishers
