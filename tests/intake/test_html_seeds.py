import json
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


def test_a_cell_an_item_or_a_subhead_that_is_the_name_of_a_network_is_text_like_any_other():
    table = "<table><tr><td>Google</td><td>12 million</td></tr><tr><td>X</td><td>9 loran</td></tr></table>"
    more = (
        f"<h2>Facebook</h2>{paragraphs()}<ul><li>Instagram</li><li>The ferry</li></ul>{paragraphs()}{table}"
    )
    body = body_of(article(page(paragraphs() + more + paragraphs())))
    assert [words for words in body if words not in PARAGRAPHS] == [
        *("Facebook", "Instagram", "The ferry", "Google | 12 million", "X | 9 loran"),
    ]


def test_a_date_in_its_element_is_not_taken_out_of_its_sentence():
    words = (
        "On <time datetime='2031-05-06'>6 May</time>, said <span class='bar'>Dara Ilvane</span>, it rained."
    )
    assert "On 6 May, said Dara Ilvane, it rained." in body_of(
        article(page(paragraphs() + f"<p>{words}</p>"))
    )


INLINE = st.sampled_from(
    ("span", "time", "label", "a", "b", "abbr", "mark", "q1", "cite", "font", "small", "sup")
)
CLASSES = st.sampled_from(
    ("", "share-bar", "embed", "toolbar", "menu", "slide", "meta", "button", "rating", "yin")
)


@given(st.lists(st.tuples(INLINE, CLASSES, st.text("ab Ω“”\u00a0", min_size=1, max_size=9)), max_size=6))
def test_whatever_elements_a_sentence_is_made_of_its_words_are_the_page_s(parts):
    inside = "".join(f"<{tag} class='{name}'>{words}</{tag}>" for tag, name, words in parts)
    expected = re.sub(" +", " ", f"He said {''.join(part[2] for part in parts)} twice.")
    body = body_of(article(page(f"{paragraphs()}<p>He said {inside} twice.</p>{paragraphs()}")))
    assert body == [*PARAGRAPHS, expected, *PARAGRAPHS]


def test_a_post_quoted_among_the_paragraphs_is_part_of_the_article():
    post = "<blockquote class='twitter-tweet'><p>No more ferry!</p>— Tomas Verrick (@verrick)</blockquote>"
    found = article(page(paragraphs() + f"<div class='social-media-embed'>{post}</div>" + paragraphs()))
    assert body_of(found) == [*PARAGRAPHS, "No more ferry!", "— Tomas Verrick (@verrick)", *PARAGRAPHS]


def test_the_order_of_the_page_is_kept_and_so_is_what_it_says_twice():
    parts = [
        f"<p>{PARAGRAPHS[0]}</p>",
        "<p>No.</p>",
        f"<p>{PARAGRAPHS[1]}</p>",
        "<p>No.</p>",
        f"<p>{PARAGRAPHS[0]}</p>",
    ]
    words = [PARAGRAPHS[0], "No.", PARAGRAPHS[1], "No.", PARAGRAPHS[0]]
    assert body_of(article(page("".join(parts)))) == words


def test_text_between_the_tags_and_around_line_breaks_is_part_of_the_article():
    html = page(
        f"{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}</p>{PARAGRAPHS[2]}<br><br>{PARAGRAPHS[0]}<p>{PARAGRAPHS[1]}</p>"
    )
    assert body_of(article(html)) == [*PARAGRAPHS, *PARAGRAPHS[:2]]


def test_an_article_in_several_boxes_is_read_to_its_end():
    box = f"<div class='article__body grid'>{paragraphs()}</div>"
    html = f"<h1>Bridge</h1><div><div>{box}</div><div>Advertisement</div><div>{box}</div></div>"
    assert body_of(article(f"<html><body>{html}</body></html>")).count(PARAGRAPHS[2]) == 2


def test_another_article_below_with_a_headline_of_its_own_is_left_out():
    box = "<div><h1>{}</h1><div class='article__body'>{}</div></div>"
    other = "".join(f"<p>{words.replace('bridge', 'ferry')}</p>" for words in PARAGRAPHS)
    html = f"<html><body>{box.format('Bridge', paragraphs())}{box.format('Ferry', other)}</body></html>"
    assert body_of(article(html)) == PARAGRAPHS


def test_all_posts_of_a_live_blog_are_read_and_no_teaser_below_an_article():
    post = "<article class='post'><h2>{}</h2>" + paragraphs() + "</article>"
    posts = "".join(map(post.format, ("Work begins", "Mayor speaks", "Ferry stops")))
    live = body_of(article(f"<html><body><h1>The bridge, live</h1><div>{posts}</div></body></html>"))
    assert [words for words in live if words not in PARAGRAPHS] == [
        "Work begins",
        "Mayor speaks",
        "Ferry stops",
    ]
    teaser = post.format("<a href='/ferry'>Ferry stops</a>")
    main = f"<article class='post'>{paragraphs()}</article>"
    assert (
        body_of(article(f"<html><body><h1>Bridge</h1><div>{main}{teaser}</div></body></html>")) == PARAGRAPHS
    )


def test_an_article_nested_deeper_than_the_parser_reads_unasked_is_read_to_its_end():
    html = page("".join(f"<font><b><p>{number} {PARAGRAPHS[0]}" for number in range(300)))
    assert len(body_of(article(html))) == 300


def test_a_page_nested_too_deeply_to_be_read_whole_is_refused_and_not_cut_short():
    with pytest.raises(SitegenError, match="nested too deeply"):
        article(page(paragraphs() + "<div>" * 10_000 + paragraphs()))


def test_an_element_with_more_attributes_than_a_parser_can_take_is_refused_at_once():
    attributes = " ".join(f"a{number}=1" for number in range(50_000))
    with pytest.raises(SitegenError, match="too many attributes"):
        article(page(f"<div {attributes}>{paragraphs()}</div>"))


def test_a_page_of_more_paragraphs_than_can_be_told_apart_is_refused_and_not_cut_short():
    with pytest.raises(SitegenError, match="more than 131068 paragraphs"):
        article(page(paragraphs() + "<p>ab" * 131_068))


def test_an_article_that_is_only_in_the_page_s_data_is_said_to_be_there():
    data = json.dumps({"@type": "NewsArticle", "headline": "Bridge", "articleBody": " ".join(PARAGRAPHS * 3)})
    head = f"<script type='application/ld+json'>{data}</script>"
    for root in ("", "<p>You need to enable JavaScript to run this app.</p>"):
        with pytest.raises(SitegenError, match="only in its data") as caught:
            article(f"<html><head>{head}</head><body><div id='root'>{root}</div></body></html>")
        assert caught.value.hint is not None


def test_the_page_s_data_tells_the_article_from_a_longer_text_beside_it():
    data = json.dumps({"@type": "NewsArticle", "headline": "Bridge", "articleBody": " ".join(PARAGRAPHS)})
    head = f"<script type='application/ld+json'>{data}</script>"
    about = "".join(
        f"<p>The Ostrin Courier has been read on both banks since the year {year}.</p>" for year in range(40)
    )
    body = f"<article>{about}</article><div><section>{paragraphs()}</section></div>"
    html = f"<html><head>{head}</head><body>{body}</body></html>"
    assert body_of(article(html)) == PARAGRAPHS


def test_a_page_of_frames_is_refused_with_the_reason():
    frames = "<frameset cols='20%,80%'><frame src='a.html'><frame src='b.html'></frameset>"
    with pytest.raises(SitegenError, match="frames"):
        article(f"<html>{frames}</html>")


@pytest.mark.parametrize(
    ("declared", "encoding", "found"),
    [
        ("windows-1252", "windows-1252", "windows-1252 (declared)"),
        ("utf-8", "windows-1252", "windows-1252 (guessed)"),
        (None, "windows-1252", "windows-1252 (guessed)"),
        ("iso-8859-1", "utf-8", "utf-8"),
    ],
)
def test_a_page_is_read_in_its_encoding_whatever_it_declares(declared, encoding, found):
    head = f"<meta charset='{declared}'>" if declared else ""
    html = page(paragraphs()).replace("<meta charset='utf-8'>", head)
    read = parse_seed(html.encode(encoding), file="seeds/bridge.html", facts=Facts())
    assert (body_of(read), read.encoding) == (PARAGRAPHS, found)


def test_a_chinese_page_is_read_in_the_encoding_it_declares():
    words = "奥斯特林市议会星期一同意重建自去年冬天风暴以来关闭的大桥。工程将于春季开始，为期两年。"
    body = "".join(f"<p>{number}：{words}</p>" for number in range(4))
    html = page(body, "<title>重建大桥</title>").replace("utf-8", "gb2312")
    read = parse_seed(html.encode("gb2312"), file="seeds/bridge.html", facts=Facts())
    assert body_of(read) == [f"{number}：{words}" for number in range(4)]


@pytest.mark.parametrize(
    "frame",
    [
        '<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{}</body></html>',
        "<!doctype html><html ⚡><body><article class='amp-wp'>{}<amp-ad></amp-ad></article></body></html>",
        "<html><body onload='window.print()'>{}</body></html>",
        "<!DOCTYPE html PUBLIC 'x'/><html><body>{}</body></html>",
        "<html><body>{}<!-- never closed </body></html>",
        "<HTML><BODY BGCOLOR=white><CENTER>{}</CENTER>",
        "<html><body><div style='display:none'>menu</div>{}<textarea>more</body>",
        "<form id='aspnetForm'>{}</form>",
        "<div hidden-until-loaded><main>{}</main></div>",
        "<table><tr><td>{}</td></tr></table>",
    ],
)
def test_pages_of_every_make_give_their_article(frame):
    assert body_of(article(frame.format(paragraphs()))) == PARAGRAPHS


def test_a_page_of_lines_without_any_paragraph_gives_its_lines():
    html = f"<html><body><font size='2'>{'<br><br>'.join(PARAGRAPHS)}</font></body></html>"
    assert body_of(article(html)) == PARAGRAPHS


def test_characters_that_a_page_must_not_hold_and_pictograms_do_no_harm():
    words = (
        "The \U00100000 council\x01 of Ostrin&#2; agreed on Monday to rebuild the bridge \U000f0000 at last."
    )
    body = body_of(article(page(f"<p>{words}</p>{paragraphs()}")))
    assert body[0].startswith("The \U00100000 council")
    assert body[1:] == PARAGRAPHS


def test_the_facts_between_headline_and_article_are_read():
    lines = "<p class='byline'>By Lene Marrow</p><div>Published 6:05 PM EST May 6, 2031</div>"
    html = page(f"<h1>Bridge to be rebuilt</h1>{lines}{paragraphs()}", "<title>Bridge to be rebuilt</title>")
    found = article(html)
    assert (found.facts.byline, found.facts.published) == ("Lene Marrow", "2031-05-06")
    assert body_of(found) == PARAGRAPHS


def test_a_date_of_change_between_headline_and_article_is_not_one_of_publication():
    line = "<ul><li class='modified-date'><time class='updated'>May 6, 2031</time></li></ul>"
    facts = article(page(f"<h1>Bridge to be rebuilt</h1>{line}{paragraphs()}")).facts
    assert (facts.published, facts.modified) == (None, "2031-05-06")


@pytest.mark.parametrize(
    "body",
    [
        "<article>" + f"<p>{PARAGRAPHS[0]}</p>" * 8_000 + "</article>",
        f"<p>{PARAGRAPHS[0] * 10_000}</p>",
        "".join(f"<li><a href='/{number}'>Link number {number}</a></li>" for number in range(12_000))
        + paragraphs(),
        "<script>var x = '<p>no</p>';</script>" * 20_000 + paragraphs(),
        "<div>" * 1_900 + paragraphs(),
        "<p>" + "<q>a " * 800 + "</p>" + paragraphs(),
        "<img src='data:image/png;base64," + "A" * 1_000_000 + "'>" + paragraphs(),
    ],
    ids=["paragraphs", "one paragraph", "links", "scripts", "nested", "quotes", "picture"],
)
def test_a_page_of_a_megabyte_is_read_in_seconds(body):
    started = time.process_time()
    assert PARAGRAPHS[0][:40] in article(page(body)).text
    assert time.process_time() - started < 15


def test_a_dateline_and_a_noise_line_are_taken_off_a_page_as_off_a_text():
    first, *others = PARAGRAPHS
    lines = [f"OSTRIN (AP) — {first}", "ADVERTISEMENT", *others]
    found = article(page("".join(f"<p>{words}</p>" for words in lines)))
    assert body_of(found) == PARAGRAPHS
    assert found.facts.credits == ("OSTRIN (AP) —",)
    assert [span.of(found.text) for span in found.removed] == ["ADVERTISEMENT"]


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


def removed_of(found: Article) -> list[str]:
    return [span.of(found.text) for span in found.removed]


def test_what_is_left_out_of_the_article_s_box_is_pointed_at_as_removed():
    more = "<figure><img src='b.jpg'><figcaption>The old bridge</figcaption></figure>"
    found = article(page(f"{paragraphs()}{more}{paragraphs()}"))
    assert body_of(found) == PARAGRAPHS * 2
    assert removed_of(found) == ["The old bridge"]


def test_menus_forms_and_hidden_words_in_the_article_s_box_are_not_the_reader_s():
    more = "<nav><a href='/x'>Share</a></nav><form>Your mail</form><div style='display:none'>Ghost</div>"
    found = article(page(f"{paragraphs()}{more}{paragraphs()}"))
    assert all(words not in found.text for words in ("Share", "Your mail", "Ghost"))


def test_the_source_given_below_the_article_s_box_is_pointed_at_and_the_page_s_own_footer_is_not():
    box = "<section><p>Via Velmora Press Agency</p><p>Copyright © 2031 The Ostrin Courier.</p></section>"
    foot = "<div class='page-footer'><p>© 2031 Velwire</p></div>"
    found = article(page(f"<div>{paragraphs()}</div>{box}{foot}"))
    assert body_of(found) == PARAGRAPHS
    assert removed_of(found) == ["Via Velmora Press Agency", "Copyright © 2031 The Ostrin Courier."]


@pytest.mark.parametrize(
    "line",
    [
        "<p><em>The new lamps, photos © Brod, 2031</em></p>",
        "<p>Photo: Ansel Brod</p>",
        "<p class='image-credit'>1996-98 Brod Optics, All right</p>",
        "<div><img src='b.jpg' alt='The lamps at night'><br><span>The lamps at night</span></div>",
    ],
)
def test_what_only_tells_of_a_picture_is_no_text_of_the_article(line):
    found = article(page(f"{paragraphs()}{line}{paragraphs()}"))
    assert body_of(found) == PARAGRAPHS * 2
    assert len(removed_of(found)) == 1


def test_a_sentence_about_pictures_or_copyright_stays():
    words = [
        "Pictures of the bridge hang in every house of Ostrin.",
        "The mark © has been on the bridge since the war.",
    ]
    found = article(page(paragraphs() + "".join(f"<p>{line}</p>" for line in words) + paragraphs()))
    assert body_of(found) == [*PARAGRAPHS, *words, *PARAGRAPHS]


def test_a_label_above_the_headline_is_its_section_and_none_of_its_text():
    html = page(
        f"<p>Review</p><h1>Bridge to be rebuilt</h1>{paragraphs()}", "<title>Bridge to be rebuilt</title>"
    )
    found = article(html)
    assert body_of(found) == PARAGRAPHS
    assert (found.title, found.facts.sections) == ("Bridge to be rebuilt", ("Review",))
    assert removed_of(found) == ["Review"]


def test_a_subhead_in_bold_capitals_below_the_headline_is_no_byline():
    found = article(page(f"<h1>Ferry beats bridge</h1><p><b>GIRLS ROWING</b></p>{paragraphs()}"))
    assert body_of(found)[0] == "GIRLS ROWING"
    assert found.facts.byline is None


def test_a_page_of_many_lines_in_one_element_is_read_in_seconds():
    started = time.process_time()
    lines = "".join(f"{PARAGRAPHS[0]} {number}<br><img alt='x'>" for number in range(8_000))
    assert PARAGRAPHS[0] in article(page(f"<div>{lines}</div>")).text
    assert time.process_time() - started < 15


@pytest.mark.parametrize("heading", ["Standings", "More results", "Related"])
def test_the_rows_of_a_table_are_not_taken_for_titles_of_other_articles(heading: str) -> None:
    boats = ("Lene Marrow Barge", "Tomas Verrick Skiff", "Ansel Brod Punt", "Mira Tolland Raft")
    rows = "".join(
        f"<tr><td>{n}</td><td>{boat}</td><td>{5040 - n} points</td></tr>" for n, boat in enumerate(boats)
    )
    page = f"""<!doctype html><html lang="en"><head><title>Rowers meet on the Ombrel</title></head>
        <body><article><h1>Rowers meet on the Ombrel</h1>
        <p>The rowing season on the River Ombrel ended on Sunday with a race that nobody in Ostrin will forget,
        the organisers said, and with a result that stood until dusk.</p>
        <p>Share this article</p><h3>{heading}</h3><table>{rows}</table>
        <p>The next season begins in April, when the ice on the upper river has gone and the boats are back
        from the yard, the organisers said on Sunday evening.</p></article></body></html>"""
    article = parse_seed(page.encode(), file="rowers.html", facts=Facts())
    assert [span.of(article.text) for span in article.removed] == ["Share this article"]
    assert "1 | Tomas Verrick Skiff | 5039 points" in [span.of(article.text) for span in article.paragraphs]
