"""Strips of months and years: few targets, true counts, nothing outside of the picture."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.month_strip import month_strip
from sitegen.site.pages.strip import MOST_STRETCHES, Column, Strip, stretches_of
from sitegen.site.pages.year_strip import YearStrip, year_strip
from sitegen.site.speakers.voices import Said
from sitegen.site.theme import Theme
from sitegen.site.timeline.years import timeline
from tests.site.interface import ENGLISH, GERMAN
from tests.site.reading import read, target
from tests.site.velmora import Story, said_by

NARROWEST = 288
"""Pixels that are left of a window of 320."""


def dated(*values: str) -> Digest:
    """An article whose timeline has an event for each value."""
    story = Story(" ".join(f"In {number}x it rained." for number, _ in enumerate(values)))
    events = tuple(story.event(f"{number}x", value) for number, value in enumerate(values))
    return Digest(slug="rain", title="Rain", facts=replace(said_by("a", "b").facts), timeline=events)


def years(*values: str) -> YearStrip:
    found = year_strip(ENGLISH, timeline([dated(*values)]))
    assert found is not None
    return found


def said(*days: str | None) -> list[Said]:
    """Quotations of one speaker, one for each day of publication, newest first."""
    digests = [said_by(f"n{number:03d}", "Lene Marrow", published=day) for number, day in enumerate(days)]
    return [Said(digest=digest, number=1, quotation=digest.quotations[0]) for digest in digests]


def labels(strip: Strip | None) -> list[str]:
    assert strip is not None
    return [each.label for each in strip.columns]


def numbers(strip: Strip | None) -> list[str]:
    assert strip is not None
    return [each.number for each in strip.columns]


def px(share: str) -> float:
    return float(share.removesuffix("%")) * NARROWEST / 100


def assert_fits(strip: Strip) -> None:
    """Targets are wide enough, columns do not overlap, and every bar stands inside of its column."""
    for column in strip.columns:
        assert px(column.width) >= {4: 30, 7: 47}.get(len(column.label), 24) - 0.1
        for bar in column.bars:
            assert px(column.left) - 0.1 <= px(bar.left)
            assert px(bar.left) + px(bar.width) <= px(column.left) + px(column.width) + 0.1
            assert bar.top >= 0
            assert bar.top + bar.height <= strip.height
    for before, after in pairwise(strip.columns):
        assert px(before.left) + px(before.width) <= px(after.left) + 0.1
    assert px(strip.columns[-1].left) + px(strip.columns[-1].width) <= NARROWEST + 0.1


# Years


def test_one_year_stands_month_by_month() -> None:
    view = years("2024-03", "2024-03-04", "2024-11")
    assert labels(view.strip)[:3] == ["Jan", "Feb", "Mar"]
    assert [each.path for each in view.strip.columns if each.path] == [
        "timeline/2024-03.html",
        "timeline/2024-11.html",
    ]
    assert_fits(view.strip)


def test_one_year_without_a_month_is_one_column() -> None:
    view = years("1987", "1987")
    assert (labels(view.strip), numbers(view.strip)) == (["1987"], ["2"])
    assert_fits(view.strip)


def test_a_few_years_have_a_column_each_the_empty_ones_too() -> None:
    view = years("2021", "2024", "2024")
    assert labels(view.strip) == ["2021", "2022", "2023", "2024"]
    assert numbers(view.strip) == ["1", "0", "0", "2"]
    assert [each.path for each in view.strip.columns] == [
        "timeline/2021.html",
        None,
        None,
        "timeline/2024.html",
    ]
    assert_fits(view.strip)


def test_eighty_years_stand_in_stretches_with_a_bar_for_each_year_that_has_something() -> None:
    view = years(*(str(year) for year in range(1945, 2025)))
    assert labels(view.strip) == ["1940–59", "1960–79", "1980–99", "2000–19", "2020–39"]
    assert sum(len(each.bars) for each in view.strip.columns) == 80
    assert view.strip.columns[1].words == "1960–1979: 20 dated sentences"
    assert_fits(view.strip)


def test_a_stretch_leads_to_its_newest_year_on_the_overview_whatever_page_that_is_on(theme: Theme) -> None:
    config = Settings()
    site = gather([dated(*(str(year) for year in range(1945, 2025)))], config)
    tree = {page.path: page.body for page in pages.render(site, config, theme)}
    links = [where for link in read(tree["index.html"]).links if (where := target("index.html", link))]
    stretches = [where for where in links if where[0].startswith("timeline/index") and where[1]]
    assert stretches[0] == ("timeline/index/2.html", "y1959")
    assert stretches[-1] == ("timeline/index.html", "y2024")
    for path, anchor in stretches:
        assert anchor in read(tree[path]).ids


def test_a_year_far_from_the_others_is_counted_and_not_drawn() -> None:
    view = years("1215", "2023", "2023", "2024", "9999")
    assert labels(view.strip) == ["2023", "2024"]
    assert view.outside == 2


def test_no_date_no_strip() -> None:
    assert year_strip(ENGLISH, timeline([dated("XXXX-10-07")])) is None


@given(st.sets(st.integers(1, 9999), min_size=1, max_size=40))
def test_stretches_are_few_and_hold_every_year_once(found: set[int]) -> None:
    cut = list(stretches_of(dict.fromkeys(found)))
    assert len(cut) <= MOST_STRETCHES
    held = [year for years in cut for year in years]
    assert len(held) == len(set(held))
    assert found <= set(held)


@given(st.lists(st.integers(1, 9999), min_size=1, max_size=30))
def test_a_strip_of_any_years_fits_and_counts_every_sentence(found: list[int]) -> None:
    view = years(*(f"{year:04d}" for year in found))
    assert_fits(view.strip)
    assert sum(int(number) for number in numbers(view.strip)) + view.outside == len(found)


# Months of publication


def columns(days: Sequence[str | None], per_page: int = 100) -> Sequence[Column]:
    strip = month_strip(ENGLISH, said(*days), "speakers/x.html", per_page).strip
    assert strip is not None
    assert_fits(strip)
    return strip.columns


def test_up_to_a_year_stands_month_by_month_across_the_turn_of_the_year() -> None:
    found = columns(["2031-02-03", "2031-02-01", "2030-11-30"])
    assert [each.label for each in found] == ["Nov", "Dec", "Jan", "Feb"]
    assert found[0].words == "November 2030: 1 quotation"
    assert [each.anchor for each in found] == ["a3", "", "", "a1"]


def test_more_than_a_year_has_a_column_for_each_year_and_a_bar_for_each_month() -> None:
    found = columns(["2031-02-03", "2030-11-30", "2029-05-01"])
    assert [each.label for each in found] == ["2029", "2030", "2031"]
    assert [len(each.bars) for each in found] == [1, 1, 1]
    (bar,) = found[0].bars
    assert px(bar.left) == pytest.approx(px(found[0].width) * (0.05 + 0.9 * 4 / 12), abs=0.1)


def test_a_column_leads_to_the_page_and_article_where_its_newest_quotation_stands() -> None:
    days = [f"20{year}-0{month}-01" for year in (31, 30) for month in range(9, 0, -1)]
    found = columns(days, per_page=5)
    assert [(each.path, each.anchor) for each in found] == [
        ("speakers/x/2.html", "a5"),
        ("speakers/x.html", "a1"),
    ]


def test_quotations_of_one_article_have_one_place() -> None:
    first, second = said("2031-02-03", "2031-01-03")
    strip = month_strip(ENGLISH, [first, first, first, second], "speakers/x.html", 100).strip
    assert strip is not None
    assert [each.anchor for each in strip.columns] == ["a2", "a1"]
    assert numbers(strip) == ["1", "3"]


def test_undated_quotations_are_counted_apart() -> None:
    view = month_strip(ENGLISH, said("2031-02-03", "2031-01-03", None, None), "speakers/x.html", 100)
    assert numbers(view.strip) == ["1", "1"]
    assert view.undated == 2


def test_one_month_is_nothing_to_compare() -> None:
    view = month_strip(ENGLISH, said("2031-02-03", "2031-02-01", None), "speakers/x.html", 100)
    assert view.strip is None
    assert view.undated == 1


@given(st.lists(st.dates().map(lambda day: day.isoformat()), min_size=2, max_size=20))
def test_any_days_fit_and_every_quotation_is_counted(days: list[str]) -> None:
    view = month_strip(ENGLISH, said(*sorted(days, reverse=True)), "speakers/x.html", 100)
    if view.strip is not None:
        assert_fits(view.strip)
        assert sum(int(number) for number in numbers(view.strip)) == len(days)


def test_a_strip_speaks_the_language_of_the_interface() -> None:
    strip = month_strip(GERMAN, said("2031-03-03", "2031-02-03"), "speakers/x.html", 100).strip
    assert strip is not None
    assert strip.words == "Zitate nach dem Monat der Veröffentlichung"
    assert [each.words for each in strip.columns] == ["Februar 2031: 1 Zitat", "März 2031: 1 Zitat"]
