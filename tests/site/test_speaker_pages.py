"""What the pages say of speakers: descriptions, other names, namesakes, indirect statements."""

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from sitegen import accuracy
from sitegen.config import PersonSettings, QuotationSettings, Settings
from sitegen.model import Digest, Evidence
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.speakers import MOST_DESCRIPTIONS, MOST_PLACES, describe
from sitegen.site.speakers.voices import Voice, voices_of
from sitegen.site.theme import Theme
from tests.site.reading import read
from tests.site.velmora import ferry, harbour, namesakes, said_by

HAMDAN = "speakers/ilsa-hamdan.html"
BRIDGE = "articles/harbour-bridge.html"


def render(theme: Theme, *digests: Digest, settings: Settings | None = None) -> dict[str, bytes]:
    config = settings or Settings()
    return {page.path: page.body for page in pages.render(gather(digests, config), config, theme)}


def text(body: bytes) -> str:
    return " ".join(read(body).text.split())


def facets(body: bytes) -> list[str]:
    return [each["data-speaker"] for each in read(body).all("li") if "data-speaker" in each]


# Descriptions


def test_a_speakers_page_gives_the_articles_words_with_their_place_and_day(tree: Mapping[str, bytes]) -> None:
    title = harbour().title
    assert f"Mayor in {title} 28 February 2024" in text(tree[HAMDAN])
    assert f"a former ferry pilot in {title} 28 February 2024" in text(tree[HAMDAN])
    _, pilot = harbour().speakers[0].descriptions
    assert pilot.span is not None
    own = f"d{pilot.span.start}-{pilot.span.end}"
    assert f"../{BRIDGE}#{own}" in list(read(tree[HAMDAN]).links)
    assert own in read(tree[BRIDGE]).ids


def test_a_description_in_a_sentence_of_the_digest_leads_to_the_sentence(tree: Mapping[str, bytes]) -> None:
    sentence = harbour().context[0].span
    assert sentence is not None
    assert f"../{BRIDGE}#c{sentence.start}-{sentence.end}" in list(read(tree[HAMDAN]).links)


def test_a_description_without_a_place_leads_to_the_speakers_first_quotation(theme: Theme) -> None:
    speaker = harbour().speakers[0]
    bare = tuple(replace(each, span=None) for each in speaker.descriptions)
    tree = render(theme, replace(harbour(), speakers=(replace(speaker, descriptions=bare),)))
    assert f"../{BRIDGE}#q1" in list(read(tree[HAMDAN]).links)


def voices(*digests: Digest) -> list[Voice]:
    return [voice for digest in digests for voice in voices_of(digest)]


def test_the_same_words_stand_once_with_their_articles_and_the_most_used_first() -> None:
    said = describe(
        voices(
            said_by("a", "Yusra Okell", "a judge"),
            said_by("b", "Yusra Okell", "The minister"),
            said_by("c", "Yusra Okell", "the minister"),
        )
    )
    assert [(each.words, [place.digest.slug for place in each.places]) for each in said.shown] == [
        ("The minister", ["b", "c"]),
        ("a judge", ["a"]),
    ]


def test_descriptions_do_not_grow_with_the_corpus() -> None:
    each_its_own = describe(voices(*(said_by(f"n{n}", "Yusra Okell", f"minister {n}") for n in range(40))))
    assert len(each_its_own.shown) == MOST_DESCRIPTIONS
    assert each_its_own.more == 40 - MOST_DESCRIPTIONS
    (one,) = describe(voices(*(said_by(f"n{n}", "Yusra Okell", "the minister") for n in range(40)))).shown
    assert len(one.places) == MOST_PLACES
    assert one.more == 40 - MOST_PLACES


def test_a_page_says_how_much_it_leaves_out(theme: Theme) -> None:
    many = (said_by(f"n{n}", "Yusra Okell", "the minister", f"minister {n}") for n in range(40))
    page = text(render(theme, *many)["speakers/yusra-okell.html"])
    assert f"and {40 - MOST_PLACES} more articles" in page
    assert f"And {41 - MOST_DESCRIPTIONS} other descriptions" in page


# One page for one speaker


def test_the_article_keeps_its_own_name_for_a_speaker_and_leads_to_the_merged_page(theme: Theme) -> None:
    people = (PersonSettings(name="Yusra Okell", aliases=("Y. Okell",)),)
    tree = render(
        theme, said_by("a", "Yusra Okell"), said_by("b", "Y. Okell"), settings=Settings(people=people)
    )
    assert "Y. Okell" in text(tree["articles/b.html"])
    assert "../speakers/yusra-okell.html" in list(read(tree["articles/b.html"]).links)
    assert facets(tree["articles/b.html"]) == ["Yusra Okell"]
    assert "Also quoted as Y. Okell." in text(tree["speakers/yusra-okell.html"])
    assert "speakers/y-okell.html" not in tree


def test_a_speaker_of_two_names_in_one_article_is_one_facet(theme: Theme) -> None:
    digest = said_by("a", "Yusra Okell")
    both = replace(digest, quotations=(*digest.quotations, replace(digest.quotations[0], speaker="Y. Okell")))
    people = (PersonSettings(name="Yusra Okell", aliases=("Y. Okell",)),)
    assert facets(render(theme, both, settings=Settings(people=people))["articles/a.html"]) == ["Yusra Okell"]


def test_namesakes_have_headings_and_facets_of_their_own_and_lead_to_each_other(theme: Theme) -> None:
    tree = render(theme, *namesakes())
    speakers = {text(body): path for path, body in tree.items() if path.startswith("speakers/corin")}
    headings = {
        each for page in speakers for each in re.findall(r"Corin Ashby [“n][^.]*?(?= 1 quotation)", page)
    }
    assert headings == {
        "Corin Ashby “chairman of the fish market”",
        "Corin Ashby “chairwoman of the Ostrin choir”",
        "Corin Ashby not told which",
    }
    for path in speakers.values():
        others = {f"../{other}" for other in speakers.values() if other != path}
        assert others <= set(read(tree[path]).links)
    assert facets(tree["articles/ashby-fish.html"]) == ["Corin Ashby (“chairman of the fish market”)"]


def test_a_person_of_one_word_is_listed_once_for_each_article_leads_there_and_is_no_facet(
    theme: Theme,
) -> None:
    tree = render(theme, *namesakes())
    assert not [path for path in tree if path.startswith("speakers/okell")]
    links = list(read(tree["speakers/index.html"]).links)
    assert {"../articles/okell-ship.html#q1", "../articles/okell-shop.html#q1"} <= set(links)
    assert "Okell in “Report on okell-ship”" in text(tree["speakers/index.html"])
    assert facets(tree["articles/okell-ship.html"]) == []


# Indirect statements


def block(body: bytes) -> str:
    found = re.search(r'<section aria-labelledby="indirect".*?</section>', body.decode(), re.DOTALL)
    return "" if found is None else found.group()


def test_indirect_statements_stand_apart_and_without_quotation_marks(tree: Mapping[str, bytes]) -> None:
    html = block(tree[BRIDGE])
    page = text(html.encode())
    assert "Indirect statements Not quotations. These are the reporter’s words" in page
    assert "Ilsa Hamdan the islands would not pay for it cue said" in page
    assert "indirect statement" in page
    assert not {"“", "”", '"'} & set(read(html.encode()).text)
    assert not {"q", "blockquote"} & {tag for tag, _ in read(html.encode()).elements}


def test_an_article_without_indirect_statements_says_nothing_of_them(tree: Mapping[str, bytes]) -> None:
    assert "indirect" not in read(tree["articles/ferry-strike.html"]).text.lower()


def test_an_indirect_statement_is_on_no_speakers_page(tree: Mapping[str, bytes]) -> None:
    assert "would not pay for it" not in read(tree[HAMDAN]).text


def test_through_whom_words_come_is_said_from_the_outside_in(tree: Mapping[str, bytes]) -> None:
    assert "relayed by The Ostrin Gazette, citing a port clerk" in text(tree[BRIDGE])


# The method page


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence.SURE, "only where nobody else could be meant"),
        (Evidence.LIKELY, "where one person stands out"),
        (Evidence.ANY, "the likeliest person is always named"),
    ],
)
def test_the_method_page_says_when_a_speaker_is_left_open(
    theme: Theme, evidence: Evidence, words: str
) -> None:
    settings = Settings(quotations=QuotationSettings(evidence=evidence))
    assert words in text(render(theme, ferry(), settings=settings)["method.html"])


def test_the_method_page_says_how_often_the_rules_were_right(theme: Theme) -> None:
    said = text(render(theme, ferry(), settings=Settings())["method.html"])
    for measure in accuracy.SPEAKING + accuracy.DATING:
        assert measure.what in said
        assert measure.figure in said
