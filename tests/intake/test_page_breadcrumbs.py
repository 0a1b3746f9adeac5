import pytest

from sitegen.intake.web_page.breadcrumbs import shown_steps
from sitegen.intake.web_page.tree import parse


def steps(body: str) -> tuple[str, ...]:
    return shown_steps(parse(f"<html><body><p>Text.</p>{body}</body></html>"))


@pytest.mark.parametrize(
    "trail",
    [
        "<nav class='breadcrumb'><ol><li><a href='/'>Home</a></li>"
        "<li><a href='/h'>Harbour</a></li></ol></nav>",
        "<div class='site-breadcrumbs'><span><a class='crumb' href='https://example.org'>Начало</a></span>"
        "<span><a class='crumb' href='https://example.org/h'>Harbour</a></span><span>Bridge</span></div>",
        "<div><a data-event='breadcrumb click' href='/h'><h4>Harbour</h4></a></div>",
    ],
)
def test_the_links_of_a_trail_are_its_steps_without_the_front_page(trail):
    assert steps(trail) == ("Harbour",)


def test_only_the_first_trail_counts_and_other_links_are_none():
    trail = "<div class='breadcrumb'><a href='/h'>{}</a></div>"
    assert steps("<a href='/x'>Ferry</a>" + trail.format("Harbour") + trail.format("Sport")) == ("Harbour",)
    assert steps("<nav><a href='/x'>Ferry</a></nav>") == ()


def test_a_menu_that_is_called_a_trail_is_none():
    assert steps("<nav class='breadcrumb'>" + "<a href='/x'>World</a>" * 20 + "</nav>") == ()
