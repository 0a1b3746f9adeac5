"""The pages of all quotations."""

import re
from collections.abc import Mapping
from dataclasses import replace

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.quotations import QUOTATIONS_PER_PAGE
from sitegen.site.theme import Theme
from tests.site.reading import read
from tests.site.velmora import corpus, ferry, harbour, many, orchard

FIRST = "quotations/index.html"


def render(theme: Theme, *digests: Digest) -> dict[str, bytes]:
    config = Settings()
    return {page.path: page.body for page in pages.render(gather(digests, config), config, theme)}


def text(body: bytes) -> str:
    return " ".join(read(body).text.split())


def test_every_quotation_stands_there_once_word_for_word(theme: Theme) -> None:
    tree = render(theme, *corpus(), *many(80))
    shown = [path for path in tree if path.startswith("quotations/")]
    links = [link for path in shown for link in read(tree[path]).links if re.search(r"#q[0-9]+$", link)]
    digests = (*corpus(), *many(80))
    assert len(links) == len(set(links)) == sum(len(digest.quotations) for digest in digests)
    words = " ".join(read(tree[path]).text for path in shown)
    for digest in digests:
        for quotation in digest.quotations:
            assert quotation.words.text in words


def test_the_newest_article_stands_first_and_one_without_a_date_last(theme: Theme) -> None:
    page = text(render(theme, *corpus())[FIRST])
    places = [page.index(digest.title) for digest in (harbour(), orchard(), ferry())]
    assert places == sorted(places)
    assert "date not stated" in page


def test_each_quotation_has_its_speaker_certainty_kind_and_place(theme: Theme) -> None:
    body = render(theme, *corpus())[FIRST]
    page = text(body)
    assert "Ilsa Hamdan “a sum we can look in the eye” cue called ◐ worked out from She" in page
    assert "partial quotation" in page
    assert "Speaker not found “Somebody has to row first.” ○ no speaker found in the article" in page
    assert "relayed by The Ostrin Gazette" in page
    assert "../articles/harbour-bridge.html#q3" in list(read(body).links)
    assert "../speakers/ilsa-hamdan.html" in list(read(body).links)


def test_an_indirect_statement_is_no_quotation(theme: Theme) -> None:
    assert "would not pay for it" not in text(render(theme, harbour())[FIRST])


def test_a_page_holds_a_hundred_and_an_article_may_go_on_on_the_next(theme: Theme) -> None:
    long = replace(harbour(), quotations=harbour().quotations * 41)
    tree = render(theme, long)
    counts = [len(read(tree[f"quotations/{name}.html"]).all("blockquote")) for name in ("index", "index/2")]
    assert counts == [QUOTATIONS_PER_PAGE, QUOTATIONS_PER_PAGE]
    assert len(read(tree["quotations/index/3.html"]).all("blockquote")) == 5 * 41 - 2 * QUOTATIONS_PER_PAGE
    assert long.title in text(tree["quotations/index/3.html"])
    assert "../../articles/harbour-bridge.html#q205" in list(read(tree["quotations/index/3.html"]).links)


def test_an_article_without_quotations_has_no_heading_there(theme: Theme) -> None:
    silent = replace(ferry(), quotations=(), context=())
    page = text(render(theme, silent, harbour())[FIRST])
    assert ferry().title not in page
    assert "5 quotations from 1 article." in page


def test_source_words_carry_their_language(tree: Mapping[str, bytes]) -> None:
    assert {"class": "words direct", "lang": "ar", "dir": "rtl"} in read(tree[FIRST]).all("blockquote")


def test_an_empty_corpus_says_so(theme: Theme) -> None:
    assert "There are no quotations yet." in text(render(theme)[FIRST])
