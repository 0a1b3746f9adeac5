"""What the pages say of key phrases: forms, lines, who uses them, and where they lead."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from sitegen.config import Settings
from sitegen.model import (
    Digest,
    Event,
    KeyPhrase,
    Quotation,
    QuotationKind,
    SpeakerHow,
    TimeExpression,
    TimexHow,
    TimexType,
)
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.phrases import (
    ARTICLES_PER_PAGE,
    MOST_ARTICLES,
    MOST_LINES,
    MOST_PUBLISHERS,
    MOST_SPEAKERS,
)
from sitegen.site.theme import Theme
from tests.site.phrased import about, named
from tests.site.reading import read, target
from tests.site.velmora import Story

DAM = "phrases/dam.html"
TEXT = (
    "The old dam at Karsa held. “A dam is a promise,” Yusra Okell said. “Promises,” Okell said of the dam, "
    "“are dams of words.” A dam was planned."
)


def render(theme: Theme, *digests: Digest) -> dict[str, bytes]:
    return {page.path: page.body for page in pages.render(gather(digests, Settings()), Settings(), theme)}


def text(body: bytes) -> str:
    return " ".join(read(body).text.split())


def links(body: bytes) -> list[str]:
    return list(read(body).links)


@pytest.fixture
def two(theme: Theme) -> Mapping[str, bytes]:
    okell = about("okell", "dam", text=TEXT, quoting=[("A dam is a promise,", "Yusra Okell")])
    wire = about("wire", "dams", text="All dams are old. Dams leak.", publisher="Velmora Press Agency")
    return render(theme, okell, wire)


def test_a_page_lists_the_forms_with_their_counts(two: Mapping[str, bytes]) -> None:
    assert "Written “" not in text(two[DAM]), "the quotation marks are the style sheet’s"
    assert "Written dam 4 times in 1 article, dams 2 times in 1 article." in text(two[DAM])
    assert "Key phrase of 2 articles." in text(two[DAM])


def test_a_page_shows_the_phrase_between_its_neighbours_with_title_publisher_and_date(
    two: Mapping[str, bytes],
) -> None:
    page = text(two[DAM])
    assert "Report on okell date not statedThe Ostrin Courier The old dam at Karsa held." in page
    assert "“A dam is a promise,” Yusra Okell said. In a quotation: Yusra Okell" in page


def test_each_line_leads_to_its_place(two: Mapping[str, bytes]) -> None:
    wanted = [link for link in links(two[DAM]) if link.startswith("../articles/okell.html#c")]
    assert len(wanted) == 4
    ids = read(two["articles/okell.html"]).ids
    for link in wanted:
        where = target(DAM, link)
        assert where is not None
        assert where[1] in ids


def test_a_page_says_who_uses_the_phrase_and_where_only_the_publisher_does(two: Mapping[str, bytes]) -> None:
    page = text(two[DAM])
    assert "Yusra Okell, inside quotations, 1 time: Report on okell quotation 1" in page
    assert "In the publisher’s own words only: Velmora Press Agency 1 article" in page
    assert "Velmora Press Agencyin the publisher’s own words only All dams" in page
    assert "../articles/okell.html#q1" in links(two[DAM])
    assert "../speakers/yusra-okell.html" in links(two[DAM])


def test_unknown_speakers_and_publishers_are_said_to_be_unknown(theme: Theme) -> None:
    unknown = about("a", "dam", text="“The dam.”", quoting=[("The dam.", None)])
    silent = about("b", "dam", publisher=None)
    page = text(render(theme, unknown, silent)[DAM])
    assert "Speaker not found, inside quotations, 1 time" in page
    assert "In the publisher’s own words only: publisher not stated 1 article" in page


def test_lines_of_the_timeline_lead_and_title_lead_to_them(theme: Theme) -> None:
    story = Story("The dam broke on Friday. Nobody saw it. Another dam held.")
    when = TimeExpression(
        words=story.excerpt("Friday"), type=TimexType.DATE, value=None, how=TimexHow.UNRESOLVED
    )
    first, _, last = story.sentences()
    dated = about("a", "dam", text=story.text)
    dated = replace(dated, context=(), timeline=(Event(when=when, sentence=first),), lead=(last,))
    titled = replace(about("b", "dam"), context=(), title="Dam opened")
    tree = render(theme, dated, titled)
    assert when.words.span is not None
    place = f"c{when.words.span.start}-{when.words.span.end}"
    assert {f"../articles/a.html#{place}", "../articles/a.html#lead"} <= set(links(tree[DAM]))
    assert place in read(tree["articles/a.html"]).ids
    assert "Dam opened headline" in text(tree[DAM])


def test_a_name_leads_to_its_speaker_and_back(theme: Theme) -> None:
    tree = render(theme, named("a", "Yusra Okell", "Okell"), named("b", "Yusra Okell", "Yusra Okell"))
    assert "../speakers/yusra-okell.html" in links(tree["phrases/yusra-okell.html"])
    assert "../phrases/yusra-okell.html" in links(tree["speakers/yusra-okell.html"])
    assert "Quoted 2 times: Yusra Okell" in text(tree["phrases/yusra-okell.html"])


def test_an_article_names_its_own_form_leads_to_the_shared_page_and_is_found_under_its_name(
    theme: Theme,
) -> None:
    tree = render(theme, about("a", "Dam", "dams", "quay"), about("b", "dam"), about("c", "dam"))
    body = tree["articles/a.html"]
    assert "Dam 1 time dams" in text(body)
    assert links(body).count("../phrases/dam.html") == 2
    facets = [each["data-phrase"] for each in read(body).all("li") if "data-phrase" in each]
    assert sorted(facets) == ["dam", "quay"]
    assert "search.html?phrase=dam" in "".join(links(tree[DAM]))


def test_a_surname_that_could_be_anybodys_is_listed_with_its_article_and_is_no_facet(theme: Theme) -> None:
    digests = (named("a", "Dara Ilvane", "Dara Ilvane"), named("b", "Petra Ilvane", "Petra Ilvane"))
    tree = render(theme, *digests, about("c", "Ilvane"))
    assert "Ilvane in “Report on c”" in text(tree["phrases/index.html"])
    assert "../articles/c.html#phrases" in links(tree["phrases/index.html"])
    assert not [each for each in read(tree["articles/c.html"]).all("li") if "data-phrase" in each]


def test_a_page_does_not_grow_with_the_corpus(theme: Theme) -> None:
    speakers = [f"Ansel {'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[n]}arrow" for n in range(MOST_SPEAKERS + 5)]
    digests = [
        about(
            f"a{n:03d}",
            "dam",
            text="“The dam,” he said.",
            quoting=[("The dam,", speakers[n % len(speakers)])],
        )
        for n in range(4 * len(speakers))
    ]
    silent = [about(f"s{n}", "dam", publisher=f"Paper {n}") for n in range(MOST_PUBLISHERS + 2)]
    tree = render(theme, *digests, *silent)
    total = len(digests) + len(silent)
    numbered = [path for path in tree if path.startswith("phrases/dam")]
    assert len(numbered) == -(-total // ARTICLES_PER_PAGE)
    assert len(read(tree[DAM]).all("mark")) == ARTICLES_PER_PAGE
    page = text(tree[DAM])
    assert "and 5 other speakers" in page
    assert f"and {4 - MOST_ARTICLES} more article" in page
    assert "and 2 other publishers" in page
    assert "Used by" not in text(tree["phrases/dam/2.html"])


def test_a_page_says_how_many_lines_of_an_article_it_leaves_out(theme: Theme) -> None:
    long = about("a", "dam", text=" ".join(f"The dam held on day {n}." for n in range(MOST_LINES + 3)))
    body = render(theme, long, about("b", "dam"))[DAM]
    assert "And 3 more places in the digest." in text(body)
    assert len(read(body).all("mark")) == MOST_LINES + 1


def test_source_words_carry_language_and_direction(theme: Theme) -> None:
    arabic = about("a", "السد", text="قال إن السد قديم.", language="ar")
    tree = render(theme, arabic, replace(arabic, slug="b"))
    (path,) = (path for path in tree if path.startswith("phrases/") and path != "phrases/index.html")
    lines = [each for each in read(tree[path]).all("p") if each.get("class") == "line"]
    assert [(each["lang"], each["dir"]) for each in lines] == [("ar", "rtl")] * 2


def test_the_article_page_says_why_a_sentence_stands_in_its_context(two: Mapping[str, bytes]) -> None:
    assert "or a key phrase that stands nowhere else here" in text(two["articles/okell.html"])


HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" autofocus onfocus=alert(1) x="',
    "</mark></title><h1>",
    "{{ site.title }}{% raw %}",
    "javascript:alert(1)",
    "\u202e]]>&lt;b&gt;<b>",
)


def poisoned(slug: str, poison: str) -> Digest:
    """An article that says nothing but ``poison``, as its own words and in a quotation."""
    story = Story(f"{poison}. “{poison},” said {poison}!")
    own, quoted = story.excerpt(poison, 0), story.excerpt(poison, 1)
    assert own.span is not None
    assert quoted.span is not None
    digest = about(slug, text="x", publisher=poison)
    phrase = KeyPhrase(phrase=poison, score=0, count=2, spans=(own.span, quoted.span))
    quotation = Quotation(
        words=quoted, kind=QuotationKind.DIRECT, speaker=poison, how=SpeakerHow.NAMED, mention=poison
    )
    whole = story.excerpt(story.text)
    return replace(digest, title=poison, key_phrases=(phrase,), quotations=(quotation,), context=(whole,))


def shapes(theme: Theme, poison: str) -> list[list[tuple[str, tuple[str, ...]]]]:
    tree = render(theme, poisoned("a", poison), poisoned("b", poison))
    own = (path for path in tree if path.startswith("phrases/") and path != "phrases/index.html")
    paths = ("articles/a.html", "articles/b.html", "phrases/index.html", *own)
    return [[(tag, tuple(names)) for tag, names in read(tree[path]).elements] for path in paths]


@pytest.mark.parametrize("poison", HOSTILE)
def test_no_string_of_a_source_becomes_markup(theme: Theme, poison: str) -> None:
    assert shapes(theme, poison) == shapes(theme, "Harmless Words")
