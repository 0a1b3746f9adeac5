"""Whom a speaker is met with: relayers, publishers, those quoted beside them."""

from dataclasses import replace

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.company import (
    LARGEST_ROUND,
    MOST_PUBLISHERS,
    MOST_RELAYERS,
    MOST_TOGETHER,
    Company,
    company,
)
from sitegen.site.theme import Theme
from tests.site.reading import read
from tests.site.velmora import corpus, many, said_by

MARROW = "speakers/lene-marrow.html"


def render(theme: Theme, *digests: Digest) -> dict[str, bytes]:
    config = Settings()
    return {page.path: page.body for page in pages.render(gather(digests, config), config, theme)}


def text(body: bytes) -> str:
    return " ".join(read(body).text.split())


def marrow(slug: str, *beside: str, publisher: str | None = None, relayed_by: tuple[str, ...] = ()) -> Digest:
    """An article that quotes Lene Marrow, and others beside her."""
    digest = said_by(slug, "Lene Marrow")
    own = replace(digest.quotations[0], relayed_by=relayed_by)
    others = tuple(replace(own, speaker=name, mention=name, relayed_by=()) for name in beside)
    return replace(digest, quotations=(own, *others), facts=replace(digest.facts, publisher=publisher))


def met(*digests: Digest) -> Company:
    site = gather(digests, Settings())
    return company(site, next(each for each in site.speakers if each.name == "Lene Marrow"))


def test_publishers_are_counted_by_articles_and_the_one_not_stated_is_said(theme: Theme) -> None:
    tree = render(
        theme,
        marrow("a", publisher="The Ostrin Courier"),
        marrow("b", publisher="the Ostrin courier"),
        marrow("c"),
    )
    assert "Reported by The Ostrin Courier 2 articles publisher not stated 1 article" in text(tree[MARROW])
    assert "../publishers/the-ostrin-courier.html" in list(read(tree[MARROW]).links)


def test_those_quoted_in_the_same_articles_stand_by_how_many_they_share(theme: Theme) -> None:
    tree = render(
        theme,
        marrow("a", "Ansel Brod", "Corin Ashby"),
        marrow("b", "Corin Ashby"),
        said_by("c", "Mira Tolland"),
    )
    page = text(tree[MARROW])
    assert "Quoted in the same articles Corin Ashby 2 articles Ansel Brod 1 article" in page
    assert "Mira Tolland" not in page


def test_nobody_is_quoted_beside_themselves_nor_twice_for_one_article() -> None:
    (line,) = met(marrow("a", "Ansel Brod", "Ansel Brod", "Lene Marrow")).together.lines
    assert (line.name, line.count) == ("Ansel Brod", 1)


def test_what_comes_through_others_is_counted_and_leads_to_the_newest(theme: Theme) -> None:
    tree = render(
        theme,
        marrow("a", relayed_by=("The Ostrin Courier", "a port clerk")),
        marrow("b", relayed_by=("The Ostrin Courier",)),
        marrow("c"),
    )
    page = text(tree[MARROW])
    assert "Relayed through others Quotations that come through somebody else: 2 of 3." in page
    assert "The Ostrin Courier 2 quotations, the newest in Report on a date not stated" in page
    assert "a port clerk 1 quotation, the newest in Report on a" in page


def test_a_speaker_who_is_never_relayed_has_no_such_section(theme: Theme) -> None:
    assert "Relayed" not in text(render(theme, marrow("a"))[MARROW])


def test_company_does_not_grow_with_the_corpus() -> None:
    digests = (
        marrow(f"n{n}", f"Corin Ashby {n}", publisher=f"Paper {n}", relayed_by=(f"Agency {n}",))
        for n in range(40)
    )
    found = met(*digests)
    assert (len(found.publishers.lines), found.publishers.more) == (MOST_PUBLISHERS, 40 - MOST_PUBLISHERS)
    assert (len(found.together.lines), found.together.more) == (MOST_TOGETHER, 40 - MOST_TOGETHER)
    assert (len(found.relayed.by), found.relayed.more) == (MOST_RELAYERS, 40 - MOST_RELAYERS)


def test_an_article_that_quotes_hundreds_brings_nobody_together() -> None:
    crowd = marrow("a", *(f"Corin Ashby {n}" for n in range(LARGEST_ROUND)))
    assert met(crowd).together.lines == ()
    assert [line.name for line in met(crowd, marrow("b", "Ansel Brod")).together.lines] == ["Ansel Brod"]


def test_all_that_stands_on_the_first_page_alone(theme: Theme) -> None:
    tree = render(theme, *many(120), *corpus())
    first, second = text(tree["speakers/mara-velt.html"]), text(tree["speakers/mara-velt/2.html"])
    for heading in ("Reported by", "Quoted in the same articles"):
        assert heading in first
        assert heading not in second


def test_a_speaker_of_two_months_has_a_strip_and_what_has_no_date_is_said(theme: Theme) -> None:
    tree = render(
        theme,
        said_by("a", "Lene Marrow", published="2031-03-02"),
        said_by("b", "Lene Marrow", published="2031-01-02"),
        said_by("c", "Lene Marrow"),
    )
    body = tree[MARROW]
    (strip,) = [each for each in read(body).all("svg") if each["class"] == "strip"]
    assert strip["aria-label"] == "Quotations by month of publication"
    assert [each["aria-label"] for each in read(body).all("a") if "aria-label" in each] == [
        "January 2031: 1 quotation",
        "March 2031: 1 quotation",
    ]
    assert "1 more quotation is from an article that states no date." in text(body)
