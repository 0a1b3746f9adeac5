"""Where an article begins below the lines of its page."""

import textwrap

import pytest

from sitegen.intake import parse_seed
from sitegen.intake.datelines import is_lone_dateline
from sitegen.intake.lines import blocks
from sitegen.model import Article, Facts

HEADLINE = "Council agrees to rebuild the harbour bridge"
BODY = [
    "The council of Ostrin agreed on Monday to rebuild the harbour bridge, closed since the storms of last "
    "winter, after a debate that went on until midnight.",
    "“It was time,” said Mayor Mira Tolland. The engineers of the harbour office will begin their work in "
    "spring, and the council has promised the fishermen a ferry until then.",
    "Work on the bridge is to last for two years. The harbour office has asked the government in Ostrin to "
    "pay for half of it, and the council for the other half.",
    "The engineers of the council found the storms had moved a pillar of the bridge by half a metre.",
]


def read(*lines: str, gap: str = "\n\n") -> Article:
    return parse_seed(gap.join(lines).encode(), file="article.txt", facts=Facts())


def body_of(article: Article) -> list[str]:
    return [span.of(article.text) for span in article.paragraphs]


@pytest.mark.parametrize(
    "line",
    [
        "Goats wander past an orchard in the eastern valleys.",
        "A shepherd waits for rain (Picture: Lene Marrow)",
        "Shepherds wait for rain in the valleys. [Lene Marrow/VPA]",
        "A shepherd waits for rain (Handout)",
        "Shepherds in the eastern valleys",
        "This is a developing story and will be updated as more information becomes available.",
        "This article is more than 2 years old",
        "OSTRIN, March 12 (VPA)",
    ],
)
def test_a_line_between_headline_and_byline_that_tells_nothing_of_the_article_is_taken_off(line: str) -> None:
    article = read("Sign in", HEADLINE, line, "By Yusra Okell", *BODY)
    assert body_of(article) == BODY
    assert article.title == HEADLINE
    assert article.facts.byline == "Yusra Okell"


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_headline_is_found_below_a_sentence_and_a_ticker_of_the_page(gap: str) -> None:
    ticker = "BREAKING: Council of the engineers in Westhaven resigns over unpaid wages"
    above = ["Courier", "Goats are looking for a new home this summer.", ticker]
    article = read(*above, HEADLINE, "By Yusra Okell", *BODY, gap=gap)
    assert article.title == HEADLINE
    assert body_of(article) == BODY


def test_what_somebody_is_goes_with_their_name() -> None:
    article = read("Sign in", HEADLINE, "Yusra Okell", "Harbour reporter, Ostrin News", *BODY)
    assert body_of(article) == BODY


def test_a_summary_between_headline_and_byline_stays() -> None:
    summary = "Engineers are to begin in spring, and fishermen get a ferry until then."
    article = read("Sign in", HEADLINE, summary, "By Yusra Okell", *BODY)
    assert body_of(article) == [summary, *BODY]


def test_a_short_first_sentence_that_shares_no_word_stays_where_the_page_s_lines_stand_above_it() -> None:
    first = "Nobody slept."
    article = read("Sign in", HEADLINE, "By Yusra Okell", first, *BODY)
    assert body_of(article) == [first, *BODY]


def test_a_bare_article_keeps_a_first_line_that_shares_no_word_with_it() -> None:
    first = "Goats wander past an orchard in the eastern valleys."
    assert body_of(read(HEADLINE, first, *BODY)) == [first, *BODY]


def test_titles_of_other_articles_below_their_heading_are_taken_off_between_paragraphs() -> None:
    listed = ["Recommended", "Night train returns after nine years", "Snow closes a northern road"]
    assert body_of(read(HEADLINE, *BODY[:2], *listed, *BODY[2:])) == BODY


def test_a_caption_of_another_subject_is_taken_off_only_on_a_page_that_shows_itself_to_be_one() -> None:
    caption = "Goats beside an old orchard in the eastern valleys"
    assert caption in body_of(read(HEADLINE, *BODY[:2], caption, *BODY[2:]))
    assert body_of(read(HEADLINE, *BODY[:2], caption, *BODY[2:], "Advertisement", BODY[3])) == [
        *BODY,
        BODY[3],
    ]


def test_headings_of_the_article_s_own_stay_on_a_page_with_advertisements() -> None:
    lines = [*BODY[:2], "What the engineers found at the bridge", *BODY[2:]]
    assert body_of(read(HEADLINE, lines[0], "Advertisement", *lines[1:])) == lines


def test_a_dateline_alone_states_a_day_or_the_initials_of_an_agency() -> None:
    assert is_lone_dateline("OSTRIN, March 12 (VPA)")
    assert is_lone_dateline("OSTRIN (VPA)")
    assert not is_lone_dateline("OSTRIN (twinned with Westhaven)")
    assert not is_lone_dateline("Ostrin, March 12")


def test_a_line_that_had_room_for_the_next_word_ends_there_in_text_that_a_program_wrapped() -> None:
    prose = "\n".join(textwrap.wrap(" ".join(BODY), 72))
    headline = "Burning of the old harbour bridge ends the long quarrel of towns"
    text = f"{headline}\nLene Marrow\n\n{prose}\n"
    assert [span.of(text) for span in blocks(text)][:2] == [headline, "Lene Marrow"]
