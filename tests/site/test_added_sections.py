import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.site.pages.markdown import render
from tests.site.reading import read


def test_a_persons_markdown_becomes_html() -> None:
    assert render("The minutes say **the same**.") == "<p>The minutes say <strong>the same</strong>.</p>\n"


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "a <img src=x onerror=alert(1)> b",
        "[x](javascript:alert(1))",
        "[x](JaVa&#x73;cript:alert(1))",
        "[x](<java\tscript:alert(1)>)",
        "[x](data:text/html,y)",
        "[x](//elsewhere.example)",
        "[x](vbscript:y)",
        "<javascript:alert(1)>",
        "![x](javascript:alert(1))",
    ],
)
def test_raw_html_and_unsafe_links_stay_text(source: str) -> None:
    document = read(render(source).encode())
    assert {tag for tag, _ in document.elements} <= {"p"}


@given(st.text(st.sampled_from("ab <>[]()!:/\\\"'&;#`*_\n-=javscriptdt,"), max_size=80))
def test_no_markdown_makes_more_than_text_links_and_structure(source: str) -> None:
    for tag, attributes in read(render(source).encode()).elements:
        assert tag in {
            *("p", "a", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "br", "hr"),
            *("h3", "h4", "h5", "h6"),
        }
        assert set(attributes) <= {"href", "title", "start", "class"}
        scheme = attributes.get("href", "").partition(":")[0].lower()
        assert scheme not in {"javascript", "data", "vbscript"}


def test_an_image_is_a_link_to_it_so_that_no_page_asks_another_site() -> None:
    assert render("![the *quay*](https://quay.example/a.png)") == (
        '<p><a href="https://quay.example/a.png">the quay</a></p>\n'
    )


def test_a_link_to_another_content_file_leads_to_its_page() -> None:
    assert 'href="ferry-strike.html#q1"' in render("[f](ferry-strike.md#q1)")
    assert 'href="https://x.example/a.md"' in render("[f](https://x.example/a.md)")


def test_headings_stay_below_the_sections_own() -> None:
    assert [tag for tag, _ in read(render("# a\n\n## b\n\n#### c").encode()).elements] == ["h3", "h3", "h4"]
