import time

import pytest

from sitegen.intake import parse_seed
from sitegen.model import Article, Facts

PARAGRAPHS = [
    "The council of Ostrin agreed on Monday to rebuild the bridge, closed since the storms of last winter.",
    "“It was time,” Mayor Lene Marrow said. “Nobody should have to take the ferry to school.”",
    "The work is to begin in the spring and to last for two years, and will cost about forty million loran.",
    "Corin Ashby, who has run the ferry since the storms, said he would be glad of the rest.",
]
FIRST, SECOND, THIRD, LAST = (f"<p>{words}</p>\n" for words in PARAGRAPHS)
HEADLINES = (
    "Ferry tickets to cost more from May",
    "Storm took four roofs in Ostrin",
    "Mayor sets out her budget",
)


def article(body: str) -> Article:
    page = (
        f"<html><head><title>Bridge to be rebuilt</title></head><body><article>{body}</article></body></html>"
    )
    return parse_seed(page.encode(), file="seeds/bridge.html", facts=Facts())


def body_of(found: Article) -> list[str]:
    return [paragraph.of(found.text) for paragraph in found.paragraphs]


def removed_from(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.removed]


def link(words: str) -> str:
    return f"<a href='/other'>{words}</a>"


def links() -> str:
    return "".join(f"<li>{link(words)}</li>" for words in HEADLINES)


@pytest.mark.parametrize(
    "line",
    [
        f"<p>{link('FERRY TICKETS TO COST MORE FROM MAY')}</p>",
        f"<p><strong>READ MORE: {link('Ferry tickets to cost more')}</strong></p>",
        f"<p>Lesen Sie auch: {link('Die Fähre wird wieder teurer')}</p>",
        f"<p>{link('Who will pay for the ferry?')}</p>",
        "<div class='NewsletterSignup'><p>The best of Ostrin, every morning.</p></div>",
        "<p class='article__byline'>Lene Marrow, Ostrin</p>",
        "<p><span class='photo-caption'>The bridge before the storms</span></p>",
        "<p class='estimated-read-time'>Leestijd: drie minuten</p>",
        "<p><span itemprop='datePublished'>2 de maio de 2031 às 20:13</span></p>",
    ],
)
def test_a_line_in_the_article_that_is_none_of_it_is_pointed_at_as_removed(line):
    found = article(FIRST + SECOND + line + THIRD + LAST)
    assert body_of(found) == PARAGRAPHS
    assert set(removed_from(found)) <= set(found.text.split("\n\n"))


def test_what_is_removed_by_a_link_rule_stays_in_the_text_and_is_listed():
    found = article(FIRST + f"<p>See also: {link(HEADLINES[0])}</p>" + SECOND + THIRD)
    assert removed_from(found) == [f"See also: {HEADLINES[0]}"]


def test_a_list_of_headlines_goes_with_the_line_above_it():
    found = article(FIRST + SECOND + f"<p>Don’t miss</p><ul>{links()}</ul>" + THIRD + LAST)
    assert body_of(found) == PARAGRAPHS
    assert removed_from(found) == ["Don’t miss", *HEADLINES]


TWEET = "<blockquote class='social-media-embed tweet'><p>No more ferry!</p>— Tomas Verrick</blockquote>"
LONG = "<p>It had been planned for ten years and more, " + "and nothing came of it, " * 10 + "until now.</p>"


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (
            f"<p>{link('The mayor has written to all who live there.')}</p>",
            "The mayor has written to all who",
        ),
        (f"<p>[{link('The Ostrin Courier')}]</p>", "[The Ostrin Courier]"),
        (f"<p>{link('https://courier.example/letter')}</p>", "https://courier.example/letter"),
        (f"<p>The letter is {link('on the pages of the council')}, unanswered.</p>", "The letter is"),
        (f"<h2>Background</h2><p>Read more: {link(HEADLINES[1])}</p>", "Background"),
        (f"<h2>{link('Hotel Verrick, on the harbour')}</h2><p>It has forty beds.</p>", "Hotel Verrick"),
        (f"<ul><li>{link('Ostrin')}</li><li>{link('Port Ashby')}</li></ul>", "Port Ashby"),
        (f"<div class='subscription-only'>{LONG}{LONG}</div>", "It had been planned"),
        (TWEET, "No more ferry!"),
        ("<h1>Who pays</h1>", "Who pays"),
        ("<p class='barrier'>A barrier will be put up.</p>", "A barrier will"),
    ],
)
def test_what_only_looks_like_furniture_stays_in_the_body(part, kept):
    body = body_of(article(FIRST + SECOND + part + THIRD + LAST))
    assert any(kept in words for words in body)
    assert [words for words in body if words in PARAGRAPHS] == PARAGRAPHS


def test_a_box_around_the_whole_article_may_be_called_anything():
    for name in ("related-content", "post author-lene-marrow", "social", "newsletter"):
        assert body_of(article(f"<div class='{name}'>{FIRST}{SECOND}{THIRD}{LAST}</div>")) == PARAGRAPHS


def test_lines_in_many_elements_that_are_never_closed_are_judged_in_seconds():
    lines = "<span>One word more</span><br>" * 2_500
    begin = time.process_time()
    body = body_of(article(f"{FIRST}{SECOND}{THIRD}{LAST}<p>{'<font>' * 30}{lines}"))
    assert time.process_time() - begin < 15
    assert body.count("One word more") == 2_500
