import json
import time

import pytest

from sitegen.intake.web_page import metadata
from sitegen.intake.web_page.tree import parse
from sitegen.model import Facts


def facts(head: str = "", body: str = "", html: str = "<html>") -> Facts:
    return metadata.read(parse(f"{html}<head>{head}</head><body><p>Text.</p>{body}</body></html>"))


def ld(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


ARTICLE = {
    "@context": "https://schema.org",
    "@type": ["NewsArticle"],
    "headline": "Bridge &amp; ferry\n reopen",
    "datePublished": "2023-11-16T23:30:00-05:00",
    "dateModified": "2023-11-18",
    "author": [{"@type": "Person", "name": "Jane Doe"}, "John Roe"],
    "publisher": {"@id": "#outlet"},
    "articleSection": ["World", "Harbour,Bridges"],
    "inLanguage": "en_GB",
    "mainEntityOfPage": {"@id": "https://example.org/news/bridge"},
}
OUTLET = {"@type": "Organization", "@id": "#outlet", "name": "The Ostrin Post"}

WHOLE = Facts(
    title="Bridge & ferry reopen",
    published="2023-11-16",
    modified="2023-11-18",
    publisher="The Ostrin Post",
    url="https://example.org/news/bridge",
    byline="Jane Doe, John Roe",
    language="en-GB",
    sections=("World", "Harbour", "Bridges"),
)


@pytest.mark.parametrize("nodes", [(ARTICLE, OUTLET), ({"@graph": [OUTLET, ARTICLE]},), ([OUTLET, ARTICLE],)])
def test_json_ld_is_read_in_all_the_shapes_it_comes_in(nodes):
    assert facts(ld(*nodes)) == WHOLE


def test_meta_tags_are_read_where_there_is_no_json_ld():
    head = """<meta property="og:title" content="Bridge reopens | The Ostrin Post">
        <meta property="og:site_name" content="The Ostrin Post"><meta property="og:locale" content="en_GB">
        <meta property="article:published_time" content="2023-11-16T10:00:00Z">
        <meta property="article:modified_time" content="2023-11-17T10:00:00Z">
        <meta property="article:section" content="World"><meta name="author" content="By Jane Doe">
        <link rel="canonical" href="https://example.org/news/bridge">"""
    assert facts(head) == Facts(
        title="Bridge reopens",
        published="2023-11-16",
        modified="2023-11-17",
        publisher="The Ostrin Post",
        url="https://example.org/news/bridge",
        byline="Jane Doe",
        language="en-GB",
        sections=("World",),
    )


def test_a_date_of_change_is_never_taken_for_one_of_publication():
    found = facts('<meta property="article:modified_time" content="2023-11-17">')
    assert (found.published, found.modified) == (None, "2023-11-17")


@pytest.mark.parametrize(
    ("body", "published"),
    [
        ('<time class="entry-date published updated" datetime="2023-11-16">16 Nov</time>', "2023-11-16"),
        ('<span itemprop="datePublished" content="2023-11-16T10:00">today</span>', "2023-11-16"),
        ('<article><time datetime="2023-11-16T10:00:00Z">a day ago</time></article>', "2023-11-16"),
        ('<time class="updated" datetime="2023-11-16">16 Nov</time>', None),
        ('<aside><article><time datetime="2023-11-16">16 Nov</time></article></aside>', None),
        ('<time datetime="2023-11-16">16 Nov</time>', None),
        (
            '<article><time datetime="2023-11-16"></time></article>'
            '<article><time datetime="2023-11-15"></time></article>',
            None,
        ),
        ("<p>Ostrin, 16 November 2023. © 2023</p>", None),
    ],
)
def test_a_time_element_counts_only_where_it_is_plainly_the_article_s(body, published):
    assert facts(body=body).published == published


def test_no_date_is_made_out_of_an_address():
    assert facts('<link rel="canonical" href="https://example.org/2023/11/16/bridge">').published is None


def test_values_that_are_not_well_formed_are_as_good_as_absent():
    head = """<meta property="article:published_time" content="0001-01-01T00:00:00Z">
        <meta name="author" content="https://example.org/jane">
        <link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="https://example.org/">
        <meta property="og:locale" content="English please">
        <meta property="article:section" content="https://example.org/world">"""
    assert facts(head) == Facts()


def test_a_title_cut_short_gives_way_to_the_whole_one():
    head = (
        '<meta property="og:title" content="Bridge to be …"><title>Bridge to be rebuilt - Ostrin Post</title>'
    )
    head += '<meta property="og:site_name" content="Ostrin Post">'
    assert facts(head).title == "Bridge to be rebuilt"


def test_the_outlet_behind_a_title_is_known_by_the_page_s_host_too():
    head = '<title>Bridge - a beginning - Velwire</title><link rel="canonical" href="https://www.velwire.example/a/b">'
    assert facts(head).title == "Bridge - a beginning"


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "[" * 100_000,
        "null",
        '"text"',
        '{"@graph": {"@type": 1}}',
        '{"@type": "NewsArticle", "author": [[1]]}',
    ],
)
def test_json_ld_that_is_broken_or_of_another_shape_is_passed_over(script):
    assert facts(f'<script type="application/ld+json">{script}</script>') == Facts()


def test_the_language_of_the_page_is_the_article_s():
    assert facts(html="<html lang='pt_BR'>").language == "pt-BR"


def test_of_several_articles_that_a_page_describes_its_own_is_taken():
    other = {**ARTICLE, "headline": "Ferry sinks", "datePublished": "2020-01-01"}
    own = {**ARTICLE, "headline": "Bridge reopens"}
    found = facts(ld(other, own, OUTLET) + "<title>Bridge reopens - The Ostrin Post</title>")
    assert (found.title, found.published) == ("Bridge reopens", "2023-11-16")


@pytest.mark.parametrize(
    "around",
    [
        "<article class='comment-body'>{}</article>",
        "<article><ol class='commentList'><li>{}</li></ol></article>",
        "<article><blockquote class='twitter-tweet'>{}</blockquote></article>",
        "<article><div class='related-articles'>{}</div></article>",
        "<main><div itemscope itemtype='https://schema.org/Comment'>{}</div></main>",
        "<main><div itemscope itemtype='https://schema.org/VideoObject'>{}</div></main>",
        "<main><nav>{}</nav></main>",
        "<main><footer>{}</footer></main>",
    ],
)
@pytest.mark.parametrize(
    "date",
    [
        '<time datetime="2023-11-16">16 Nov</time>',
        '<time class="published" datetime="2023-11-16">16 Nov</time>',
        '<span itemprop="datePublished" content="2023-11-16"></span>',
    ],
)
def test_the_date_of_a_comment_a_post_or_another_article_is_not_the_article_s(around, date):
    assert facts(body=around.format(date)).published is None


def test_a_page_called_after_its_sidebar_states_its_date_all_the_same():
    date = "<article><time datetime='2023-11-16'>16 Nov</time></article>"
    assert facts(body=f"<div class='has-sidebar'><h1>Bridge</h1>{date}</div>").published == "2023-11-16"


@pytest.mark.parametrize(
    ("title", "heading", "found"),
    [
        ("Bridge to reopen in May - Ostrin Post", "Ostrin Post", "Bridge to reopen in May - Ostrin Post"),
        ("Ostrin Post: Bridge to reopen in May", "Bridge to reopen in May", "Bridge to reopen in May"),
        ("Bridge to reopen | Opinion | Courier", "Bridge to reopen", "Bridge to reopen"),
        ("The Ostrin Courier", "Bridge to reopen in spring", "Bridge to reopen in spring"),
        ("Bridge", "", "Bridge"),
    ],
)  # fmt: skip
def test_the_headline_is_told_from_a_logo_above_the_page(title, heading, found):
    assert facts(f"<title>{title}</title>", f"<h1>{heading}</h1>").title == found


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("The Courier view: a bridge at last | Editorial", "The Courier view: a bridge at last"),
        ("The Courier view: a bridge at", "The Courier view: a bridge at last"),
        ("A bridge at last", "A bridge at last"),
    ],
)
def test_a_title_with_a_label_or_cut_short_gives_way_to_the_page_s_heading(stated, found):
    head = f"<meta property='og:title' content='{stated}'><title>{stated}</title>"
    assert facts(head, "<h1>The Courier view: a bridge at last</h1>").title == found


def test_of_two_names_for_the_outlet_the_one_behind_the_title_is_taken():
    outlet = "<meta property='og:site_name' content='The Ostrin Courier'>"
    head = f"<title>Bridge - The Ostrin Courier</title>{outlet}"
    agency = {"@type": "NewsArticle", "headline": "Bridge", "publisher": {"name": "Velmora Press Agency"}}
    assert facts(head + ld(agency)).publisher == "The Ostrin Courier"
    assert facts(ld(agency)).publisher == "Velmora Press Agency"


def test_the_outlet_behind_the_title_is_believed_where_it_is_the_host_s_name():
    head = "<title>Bridge - Velwire</title><meta property='og:site_name' content='U.S.'>"
    assert (
        facts(head + "<link rel='canonical' href='https://www.velwire.example/a/b'>").publisher == "Velwire"
    )
    assert facts(head).publisher == "U.S."


@pytest.mark.parametrize(
    ("stated", "language"),
    [
        ("en-us", "en-US"),
        ("PT_br", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("fa", "fa"),
        ("English", None),
        ("", None),
    ],
)
def test_a_language_is_written_as_is_usual_and_only_when_it_is_a_tag(stated, language):
    assert facts(html=f"<html lang='{stated}'>").language == language


def test_where_a_page_is_listed_is_no_section_of_it():
    head = "".join(
        f"<meta property='article:section' content='{name}'>"
        for name in ("post", "Home Page", "World", "Uncategorized")
    )
    assert facts(head).sections == ("World",)


def test_sections_come_from_the_breadcrumbs_where_nothing_else_states_them():
    steps = [
        {"position": 3, "item": {"name": "Bridge reopens"}},
        {"position": 1, "item": {"@id": "https://example.org/", "name": "Home"}},
        {"position": 2, "name": "Harbour", "item": "https://example.org/harbour"},
    ]
    trail = {"@type": "BreadcrumbList", "itemListElement": steps}
    assert facts(ld(trail), "<h1>Bridge reopens</h1>").sections == ("Harbour",)
    assert facts(ld(trail) + "<meta property='article:section' content='World'>").sections == ("World",)


def test_an_account_or_the_outlet_itself_is_no_author():
    outlet = "<meta property='og:site_name' content='The Ostrin Courier'>"
    for author in ("admin", "The Ostrin Courier", "https://social.example/lene", "Staff Writer"):
        assert facts(f"{outlet}<meta name='author' content='{author}'>").byline is None


def test_twenty_thousand_dates_in_a_box_beside_the_article_are_passed_over_in_a_moment():
    dates = "<time class='published' datetime='2031-04-02'>then</time>" * 20_000
    begin = time.process_time()
    found = facts(body=f"<div class='related'><div>{dates}</div></div>")
    assert time.process_time() - begin < 5
    assert found.published is None


def test_a_date_counts_outside_of_a_box_whose_dates_were_passed_over():
    box = "<aside><p><time class='published' datetime='2031-04-02'>then</time></p></aside>"
    own = "<p><time class='published' datetime='2031-05-06'>now</time></p>"
    assert facts(body=f"<div>{box}{own}{box}</div>").published == "2031-05-06"


@pytest.mark.parametrize("name", ["ov-post-date", "article.publishDate", "ov:published_time", "pub_date"])
def test_a_meta_element_whose_name_ends_in_a_publication_date_states_one(name):
    assert facts(f"<meta name='{name}' content='2031/11/19'>").published == "2031-11-19"


@pytest.mark.parametrize(
    "name", ["last-published-date", "comment-post-date", "unpublish-date", "update", "post-id"]
)
def test_a_meta_element_for_another_date_states_none(name):
    assert facts(f"<meta name='{name}' content='2031/11/19'>").published is None


def test_the_day_beside_the_headline_counts_where_the_stamps_are_in_universal_time():
    head = """<title>Bridge to reopen in May</title>
        <meta property="article:published_time" content="2031-11-19T01:19:34Z">
        <meta property="article:modified_time" content="2031-11-19T14:41:32Z">"""
    times = "<time datetime='{}'>Posted Nov 18, 8:19 PM</time>".format("2031-11-19T01:19:34Z")
    found = facts(head, f"<h1>Bridge to reopen in May</h1><div>{times}</div>")
    assert (found.published, found.modified) == ("2031-11-18", "2031-11-19")


def test_the_day_of_a_comment_does_not_move_a_stamp():
    head = "<meta property='article:published_time' content='2031-11-19T01:19:34Z'>"
    comment = "<div class='comments'><time datetime='2031-11-19T03:00Z'>Nov 18, 2031</time></div>"
    assert facts(head, comment).published == "2031-11-19"


def test_linked_authors_and_a_marked_day_below_the_headline_are_facts():
    lines = "<a rel='author' href='/a'>Velmora Press Agency</a><span class='publish-date'>May 6, 2031</span>"
    found = facts("<title>Bridge to reopen</title>", f"<h1>Bridge to reopen</h1><div>{lines}</div>")
    assert (found.byline, found.published) == ("Velmora Press Agency", "2031-05-06")


def test_sections_come_from_a_trail_that_only_the_reader_sees():
    trail = "<nav class='breadcrumb'><a href='/'>Home</a> <a href='/h'>Harbour</a></nav>"
    assert facts(body=trail).sections == ("Harbour",)
    assert facts("<meta property='article:section' content='World'>", trail).sections == ("World",)
