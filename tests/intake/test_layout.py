import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.intake import parse_seed, plain_text
from sitegen.intake.layout import lay_out
from sitegen.model import Article, Facts

ONE = "The council of Ostrin agreed on Monday to rebuild the harbour bridge."
TWO = "“It was time,” Mayor Jane Doe said."


def article(text: str, facts: Facts | None = None) -> Article:
    return parse_seed(text.encode(), file="seeds/bridge.txt", facts=facts or Facts())


def body(text: str, facts: Facts | None = None) -> list[str]:
    found = article(text, facts)
    return [paragraph.of(found.text) for paragraph in found.paragraphs]


def removed(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.removed]


def test_sections_headline_byline_dateline_and_boilerplate_are_told_from_the_body():
    found = article(
        f"Middle EastWorld News\n\nBridge to be rebuilt\n\nBy Jane Doe\n\nOSTRIN, Nov 16, 2023 — {ONE}\n\n"
        f"ADVERTISEMENT\n\n{TWO}\n\nRelated Articles\n\nBack to top button\n"
    )
    assert found.title == "Bridge to be rebuilt"
    assert found.headline is not None
    assert found.headline.of(found.text) == "Bridge to be rebuilt"
    assert found.facts == Facts(
        sections=("Middle East", "World News"), byline="Jane Doe", published="2023-11-16"
    )
    assert [span.of(found.text) for span in found.paragraphs] == [ONE, TWO]
    assert removed(found) == [
        "By Jane Doe",
        "OSTRIN, Nov 16, 2023 —",
        "ADVERTISEMENT",
        "Related Articles",
        "Back to top button",
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_stay_in_the_text_and_make_no_difference(end):
    text = f"Bridge to be rebuilt\n\n{ONE}\n\n{TWO}".replace("\n", end)
    found = article(text)
    assert found.text == text
    assert body(text) == [ONE, TWO]


def test_a_text_without_blank_lines_has_a_paragraph_a_line():
    long = " ".join([ONE] * 3)
    assert body(f"World News\nBridge to be rebuilt\nBy Jane Doe\n{long}\n{long}") == [long, long]


def test_a_wrapped_text_keeps_its_paragraphs_whole():
    wrapped = textwrap.fill(" ".join([ONE] * 4), 70)
    found = article(f"Bridge to be rebuilt\nBy Jane Doe\n\n{wrapped}\n\n{wrapped}\n")
    assert found.title == "Bridge to be rebuilt"
    assert [span.of(found.text) for span in found.paragraphs] == [wrapped, wrapped]


@pytest.mark.parametrize(
    "headline",
    [
        "Bridge to be rebuilt",
        "Will the bridge be rebuilt?",
        "‘We have waited’: Ostrin rebuilds its bridge",
        "Ostrin Council Agrees To Rebuild Its Bridge.",
        "Court rules against Harbour Works Inc.",
        "Ostrin signs bridge treaty with the U.S.",
    ],
)
def test_a_headline_is_a_first_line_that_is_no_sentence(headline):
    assert article(f"{headline}\n\n{ONE}\n\n{TWO}").title == headline
    assert body(f"{headline}\n\n{ONE}\n\n{TWO}") == [ONE, TWO]


def test_a_sentence_above_a_dateline_is_a_headline():
    assert (
        article(f"Ostrin to rebuild its bridge.\n\nOSTRIN (AP) — {ONE}").title
        == "Ostrin to rebuild its bridge."
    )


def test_a_text_without_a_headline_is_titled_with_its_first_words_and_keeps_them():
    found = article(f"{ONE}\n\n{TWO}")
    assert (found.title, found.headline) == (ONE, None)
    assert body(f"{ONE}\n\n{TWO}") == [ONE, TWO]
    long = " ".join([ONE] * 3)
    assert (
        article(long).title
        == "The council of Ostrin agreed on Monday to rebuild the harbour bridge. The council of …"
    )


def test_a_stated_title_overrules_the_headline_which_is_then_listed_as_removed():
    found = article(f"Bridge to be rebuilt\n\n{ONE}", Facts(title="Ostrin builds"))
    assert (found.title, found.headline, removed(found)) == ("Ostrin builds", None, ["Bridge to be rebuilt"])
    assert found.facts.title is None


def test_a_stated_title_is_found_again_in_the_text_below_other_short_lines():
    text = f"A city waits\n\nBridge to be rebuilt\n\n{ONE}"
    found = article(text, Facts(title="Bridge to be rebuilt."))
    assert found.headline is not None
    assert found.headline.of(text) == "Bridge to be rebuilt"
    assert [span.of(text) for span in found.paragraphs] == [ONE]
    assert removed(found) == ["A city waits"]
    found = article(f"Bridge to be rebuilt\n\nA city waits\n\n{ONE}", Facts(title="Bridge to be rebuilt"))
    assert [span.of(found.text) for span in found.paragraphs] == ["A city waits", ONE]


def test_a_repeated_headline_is_taken_off():
    found = article(f"Bridge to be rebuilt\n\nBRIDGE TO BE REBUILT\n\n{ONE}")
    assert removed(found) == ["BRIDGE TO BE REBUILT"]


def test_sections_that_a_more_trusted_source_contradicts_are_listed_as_removed():
    found = article(f"World News\n\nBridge to be rebuilt\n\n{ONE}", Facts(sections=("Harbour",)))
    assert found.facts.sections == ("Harbour",)
    assert removed(found) == ["World News"]


def test_a_stated_date_is_trusted_more_than_the_dateline():
    text = f"OSTRIN, Nov 16, 2023 — {ONE}"
    assert article(text, Facts(published="2023-11-17")).facts.published == "2023-11-17"
    assert article(text).facts.published == "2023-11-16"


def test_a_dateline_of_its_own_line_is_no_paragraph():
    assert body(f"Bridge to be rebuilt\n\nOSTRIN (AP) --\n\n{ONE}") == [ONE]


def test_a_dateline_without_a_year_dates_nothing_and_stays_among_the_credits():
    found = article(
        f"Bridge to be rebuilt\n\nOSTRIN, July 19 (UPI) — {ONE}\n\n{TWO}\n\nReporting by Jane Doe"
    )
    assert (found.facts.published, found.facts.publisher) == (None, None)
    assert found.facts.credits == ("OSTRIN, July 19 (UPI) —", "Reporting by Jane Doe")
    assert [span.of(found.text) for span in found.paragraphs] == [ONE, TWO]
    assert removed(found) == []


def test_a_text_of_nothing_but_furniture_is_kept_whole():
    assert body("World News\n\nShare") == ["World News", "Share"]
    assert body("Related Articles") == ["Related Articles"]


LONG = (
    "The engineers of the harbour office will begin their work on the bridge in spring, and the council has "
    "promised the fishermen of Ostrin a ferry until then, at the price of a bus ticket.",
    "The old bridge was closed in winter, when a storm tore two of its piers away; nobody was hurt, but the "
    "fishermen of the harbour have had to row to work since, the council said.",
)


def test_a_page_copied_whole_is_taken_apart():
    found = article(
        "\n".join(
            [
                "Skip to content",
                "Home › News › Harbour",
                "The Ostrin Courier | Since 1894",
                "Bridge to be rebuilt",
                "Mira Tolland, Harbour Correspondent",
                "Published 16 November 2031 | 4 min read",
                "Share this article",
                ONE,
                LONG[0],
                "Sign up for our morning letter, it is free",
                LONG[1],
                "Read more: Ferry crews vote to stop work",
                TWO,
                "Corin Ashby contributed to this report.",
                "Topics: harbour, bridge",
                "More from the Courier",
                "Gulls learn to open doors",
                "2 comments",
                "tide_watcher",
                "3 hours ago",
                "They said so ten winters ago.",
                "Reply",
                "© The Ostrin Courier 2031",
            ]
        )
    )
    assert found.title == "Bridge to be rebuilt"
    assert [span.of(found.text) for span in found.paragraphs] == [ONE, *LONG, TWO]
    assert found.facts == Facts(
        byline="Mira Tolland",
        published="2031-11-16",
        credits=("Corin Ashby contributed to this report.",),
    )


def test_credits_leave_the_body_and_become_a_fact():
    found = article(f"{ONE}\n\n{TWO}\n\nReporting by Jane Doe;\nediting by John Roe")
    assert found.facts.credits == ("Reporting by Jane Doe;", "editing by John Roe")
    assert [span.of(found.text) for span in found.paragraphs] == [ONE, TWO]
    assert removed(found) == []


def test_credits_at_the_end_of_a_paragraph_stay_in_it():
    last = f"{TWO} (Reporting by Jane Doe; editing by John Roe)"
    assert body(f"{ONE}\n\n{last}") == [ONE, last]


def test_credits_that_a_more_trusted_source_contradicts_are_listed_as_removed():
    line = "Reporting by Jane Doe"
    found = article(f"{ONE}\n\n{TWO}\n\n{line}", Facts(credits=("Jane Doe and others",)))
    assert found.facts.credits == ("Jane Doe and others",)
    assert removed(found) == [line]


def test_a_name_below_the_headline_is_the_byline_unless_the_article_tells_of_the_one_named():
    assert article(f"Bridge to be rebuilt\n\nCorin Ashby\n\n{LONG[0]}").facts.byline == "Corin Ashby"
    told = LONG[0].replace("The engineers", "The engineers of Corin Ashby")
    assert body(f"Bridge to be rebuilt\n\nCorin Ashby\n\n{told}") == ["Corin Ashby", told]


def test_a_summary_below_the_headline_is_body():
    assert body(f"Bridge to be rebuilt\n\nFishermen get a ferry\n\n{ONE}\n\n{LONG[0]}") == [
        "Fishermen get a ferry",
        ONE,
        LONG[0],
    ]


def test_poems_lists_interviews_and_cross_heads_stay():
    inner = [
        "A slow start",
        "Q: Who pays?",
        "A: We all do.",
        "- a ferry",
        "- two buses",
        "The tide comes in",
        "No.",
    ]
    assert body("\n\n".join(["Bridge to be rebuilt", ONE, LONG[0], *inner, LONG[1]])) == [
        ONE,
        LONG[0],
        *inner,
        LONG[1],
    ]


def test_a_quoted_message_with_its_markup_is_kept_as_text():
    message = ["<blockquote>Sign up for the ferry now! pic.twitter.com/a1", "— Ostrin (@ostrin) May 5, 2031"]
    assert body("\n\n".join(["Bridge to be rebuilt", ONE, *message, LONG[0]])) == [ONE, *message, LONG[0]]


def test_no_break_spaces_and_invisible_characters_inside_the_body_are_kept():
    odd = "The council\u00a0of Ostrin paid 3\u202f000\u200b crowns\u00ad for it, the mayor said."
    assert body(f"Bridge to be rebuilt\n\n{ONE}\n\n{odd}") == [ONE, odd]


LINES = st.sampled_from(
    [
        "",
        "",
        "World News",
        "Bridge to be rebuilt",
        "By Jane Doe",
        "Nov. 16, 2023",
        f"OSTRIN (AP) — {ONE}",
        "OSTRIN (AP) --",
        ONE,
        TWO,
        "ADVERTISEMENT",
        "Related Articles",
        "Ferry crews vote to stop work",
        "Share",
        *LONG,
        "Reporting by Jane Doe; editing by John Roe",
        "Sign up for our newsletter",
        "Jane Doe",
        "tide_watcher",
        "2 hours ago",
        "Careers",
        "Watch: The tide comes in",
        "— Ostrin (@ostrin) May 5, 2031",
        "  and so it went on,  ",
        "\u200b",
    ]
)


@given(st.lists(LINES, max_size=24), st.sampled_from([None, "Bridge to be rebuilt", "Another title"]))
def test_nothing_is_lost_and_nothing_counted_twice(parts, title):
    text = "\n".join(parts)
    reading = plain_text.read(text)
    if not reading.blocks:
        return
    found = lay_out(reading, title=title)
    parts = [*found.paragraphs, *found.removed, *found.sections, *found.credits]
    spans = sorted([*parts, *filter(None, [found.headline])])
    assert found.paragraphs
    assert list(found.paragraphs) == sorted(found.paragraphs)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    kept = "".join("".join(span.of(text) for span in spans).split())
    assert kept.replace("\u200b", "") == "".join(text.split()).replace("\u200b", "")


@given(st.lists(st.text(max_size=40), max_size=20))
def test_nothing_of_any_text_is_lost(parts):
    text = "\n".join(parts)
    reading = plain_text.read(text)
    if not reading.blocks:
        return
    found = lay_out(reading, title=None)
    parts_found = [*found.paragraphs, *found.removed, *found.sections, *found.credits]
    spans = sorted([*parts_found, *filter(None, [found.headline])])
    assert all(one.end <= other.start for one, other in pairwise(spans))
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    assert all(
        text[offset].isspace() or text[offset] in "\u200b\u2060\ufeff"
        for offset in range(len(text))
        if offset not in covered
    )


@pytest.mark.parametrize(
    "piece",
    [
        "Share this\nA short line\n",
        "\n",
        "word ",
        "Careers\n\n",
        "gull_1\n2 hours ago\nNice.\nReply\n",
        "— A (@a) ",
        "a-",
    ],
)
def test_two_megabytes_of_anything_are_read_in_seconds(piece):
    text = f"{ONE}\n\n" + piece * (2_000_000 // len(piece))
    started = time.process_time()
    article(text)
    assert time.process_time() - started < 30
