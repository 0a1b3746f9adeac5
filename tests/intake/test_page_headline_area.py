import pytest

from sitegen.intake.web_page.headline_area import HeadlineArea
from sitegen.intake.web_page.tree import parse

LONG = (
    "The council of Ostrin agreed on Monday to rebuild the bridge, closed since the storms of last winter. "
    * 2
)


def area(below: str, above: str = "") -> HeadlineArea:
    tree = parse(
        f"<html><body><main>{above}<h1>Bridge to reopen</h1>{below}<p>{LONG}</p></main></body></html>"
    )
    return HeadlineArea(next(tree.iter("h1")))


@pytest.mark.parametrize(
    "line",
    [
        "<span class='article-publish-date'>November 19, 2031, 9:02 AM</span>",
        "<p class='publishedDate'>Published: November 19, 2031</p>",
        "<div class='post_date'><b>2031/11/19</b></div>",
        "<div class='date-posted'>Posted on 19 November 2031</div>",
    ],
)
def test_an_element_that_is_called_a_publication_date_is_one(line):
    assert area(line).published() == "2031-11-19"


@pytest.mark.parametrize(
    "line",
    [
        "<span class='publish-date updated'>Updated November 19, 2031</span>",
        "<span class='updated-date'>November 19, 2031</span>",
        "<span class='article-publish-date'>11/12/2031</span>",
        "<i class='post-date'>May 6, 2031</i><i class='post-date'>May 7, 2031</i>",
        f"<p>{LONG}</p><h2>Ferry</h2><span class='publish-date'>May 6, 2031</span>",
        "<h1>Ferry stops</h1><span class='publish-date'>May 6, 2031</span>",
    ],
)
def test_a_change_an_unclear_day_or_another_article_s_is_no_publication_date(line):
    assert area(line).published() is None


def test_what_stands_above_the_headline_is_not_read():
    assert area("", "<span class='publish-date'>May 6, 2031</span>").published() is None


def test_the_linked_authors_of_the_byline_are_known():
    links = (
        "<a rel='author' href='/l'>Lene Marrow</a>, <a rel='nofollow author' href='/c'>Corin <b>Ashby</b></a>"
    )
    assert area(f"<p>By {links}</p>{links}").authors() == ("Lene Marrow", "Corin Ashby")
    assert area(f"<aside>{links}</aside>").authors() == ()


def test_lines_for_publication_and_for_change_are_told_apart():
    lines = "<time class='updated'>Updated Nov 19, 9:41 AM</time>"
    lines += "<span>Posted Nov 18, 8:19 PM</span><i>Nov. 17</i>"
    assert list(area(f"<div>{lines}</div>").date_lines(changed=True))[-1] == "Nov 19, 9:41 AM"
    published = list(area(f"<div>{lines}</div>").date_lines(changed=False))
    assert "Nov 18, 8:19 PM" in published
    assert "Nov 19, 9:41 AM" not in published


def test_a_page_without_a_headline_says_nothing():
    assert (HeadlineArea(None).authors(), HeadlineArea(None).published()) == ((), None)
