import json

import pytest
from trafilatura import load_html

from sitegen.intake import page_metadata
from sitegen.model import Facts


def facts(head: str = "", body: str = "", html: str = "<html>") -> Facts:
    return page_metadata.read(load_html(f"{html}<head>{head}</head><body><p>Text.</p>{body}</body></html>"))


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
