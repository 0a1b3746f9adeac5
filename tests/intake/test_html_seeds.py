import pytest

from sitegen.errors import SitegenError
from sitegen.intake import parse_seed
from sitegen.model import Article, Facts

PARAGRAPHS = [
    "The council of Ostrin agreed on Monday to rebuild the bridge, closed since the storms of last winter.",
    "“It was time,” Mayor Jane Doe said. “Nobody should have to take the ferry to school.”",
    "The work is to begin in the spring and to last for two years, and will cost about forty million loran.",
]


def page(body: str, head: str = "") -> str:
    return (
        f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<main><article>{body}</article></main><footer><p>All rights reserved.</p></footer></body></html>"
    )


def article(html: str, facts: Facts | None = None) -> Article:
    return parse_seed(html.encode(), file="seeds/bridge.html", facts=facts or Facts())


def body_of(found: Article) -> list[str]:
    return [paragraph.of(found.text) for paragraph in found.paragraphs]


def paragraphs() -> str:
    return "".join(f"<p>{words}</p>\n" for words in PARAGRAPHS)


def test_the_article_is_taken_out_of_its_page_and_the_headline_out_of_the_body():
    found = article(
        page(f"<h1>Bridge to be rebuilt</h1>{paragraphs()}", "<title>Bridge to be rebuilt</title>")
    )
    assert found.title == "Bridge to be rebuilt"
    assert body_of(found) == PARAGRAPHS
    assert all(part not in found.text for part in ("Sport", "rights reserved"))


def test_block_quotes_lists_and_tables_are_kept_as_text():
    more = "<blockquote><p>A bridge is a promise.</p></blockquote><ul><li>One lane each way</li></ul>"
    table = "<table><tr><th>Day</th><th>Cars</th></tr><tr><td>Monday</td><td>1,200</td></tr></table>"
    text = "\n".join(body_of(article(page(paragraphs() + more + table + paragraphs()))))
    assert "A bridge is a promise." in text
    assert "One lane each way" in text
    assert "1,200" in text


def test_a_dateline_and_a_noise_line_are_taken_off_a_page_as_off_a_text():
    first, *others = PARAGRAPHS
    lines = [f"OSTRIN (AP) — {first}", "ADVERTISEMENT", *others]
    found = article(page("".join(f"<p>{words}</p>" for words in lines)))
    assert body_of(found) == PARAGRAPHS
    assert [span.of(found.text) for span in found.removed] == ["OSTRIN (AP) —", "ADVERTISEMENT"]


def test_a_subtitle_is_kept_in_the_body():
    html = page(f"<p>A city waits for its ferry</p>{paragraphs()}", "<title>Bridge to be rebuilt</title>")
    assert body_of(article(html))[0] == "A city waits for its ferry"


def test_a_sidecar_is_trusted_more_than_the_page_and_the_page_more_than_the_dateline():
    head = (
        "<meta property='article:published_time' content='2023-11-17'><meta name='author' content='Jane Doe'>"
    )
    html = page(f"<p>OSTRIN, Nov 16, 2023 — {PARAGRAPHS[0]}</p>{paragraphs()}", head)
    found = article(html, Facts(byline="John Roe"))
    assert (found.facts.published, found.facts.byline) == ("2023-11-17", "John Roe")


def test_a_fragment_without_a_frame_is_a_page_too():
    assert body_of(article(paragraphs())) == PARAGRAPHS


def test_a_marked_section_that_python_s_own_parser_dies_on_does_no_harm():
    assert PARAGRAPHS[2] in article(page(f"<![ if x <p>{paragraphs()}<![endif]>")).text


@pytest.mark.parametrize(
    "html",
    ["Just words, no tags.", "<![", "<html></html>", "<script>run()</script>", "<p> </p>", "<div>" * 3000],
)
def test_a_page_without_an_article_is_an_error_that_says_what_to_do(html):
    with pytest.raises(SitegenError) as caught:
        article(html)
    assert caught.value.path == "seeds/bridge.html"
    assert caught.value.hint
