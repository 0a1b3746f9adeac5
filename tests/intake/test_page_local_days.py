import pytest

from sitegen.intake.web_page.local_days import carried, shown_day

STAMP = "2031-11-19T07:03:25+00:00"


@pytest.mark.parametrize(
    "line",
    [
        "November 18, 2031 11:03 PM",
        "18 November 2031",
        "Nov 18, 8:19 PM",
        "Nov. 18",
        "2031/11/18",
    ],
)
def test_the_day_that_the_reader_sees_is_taken_for_a_stamp_in_universal_time(line):
    assert shown_day(STAMP, [line]) == "2031-11-18"


@pytest.mark.parametrize("zone", ["Z", ".819Z", "+00:00", "+0000", " UTC"])
def test_universal_time_is_known_in_all_its_spellings(zone):
    assert shown_day(f"2031-11-19T07:03:25{zone}", ["Nov. 20, 2031"]) == "2031-11-20"


@pytest.mark.parametrize("stamp", ["2031-11-19T07:03:25-05:00", "2031-11-19T07:03:25", "2031-11-19"])
def test_a_stamp_that_is_local_already_stays(stamp):
    assert shown_day(stamp, ["November 18, 2031"], "https://example.org/2031/11/18/bridge") == "2031-11-19"


@pytest.mark.parametrize(
    "lines",
    [
        [],
        ["November 19, 2031"],
        ["November 12, 2031"],
        ["November 18, 2030"],
        ["November 18, 2031", "November 19, 2031"],
        ["November 18, 2031", "November 20, 2031"],
        ["5 min read", "Bridge reopens on Monday"],
    ],
)
def test_the_stamp_stays_where_nothing_or_more_than_one_day_or_a_far_one_is_shown(lines):
    assert shown_day(STAMP, lines) == "2031-11-19"


def test_a_day_without_its_year_may_lie_in_the_year_before():
    assert shown_day("2032-01-01T03:00:00Z", ["Dec 31, 10:15 PM"]) == "2031-12-31"


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("/2031/11/18/bridge", "2031-11-18"),
        ("/news/2031/nov/18/bridge", "2031-11-18"),
        ("/2031-11-20-bridge", "2031-11-20"),
        ("/2031/11/16/bridge", "2031-11-19"),
        ("/2031/11/1850", "2031-11-19"),
        ("/2031/11/bridge-18", "2031-11-19"),
    ],
)
def test_the_address_tells_the_day_where_no_line_does(path, day):
    assert shown_day(STAMP, [], f"https://example.org{path}") == day
    assert shown_day(STAMP, ["November 19, 2031"], f"https://example.org{path}") == "2031-11-19"


def test_what_is_no_date_gives_none():
    assert shown_day("soon", ["November 18, 2031"]) is None


@pytest.mark.parametrize(
    ("modified", "published", "shown", "day"),
    [
        ("2031-11-19T07:00:00Z", "2031-11-19T07:03:25Z", "2031-11-18", "2031-11-18"),
        ("2031-11-21T01:00:00Z", "2031-11-19T07:03:25Z", "2031-11-18", "2031-11-20"),
        ("2031-11-19T16:00:00Z", "2031-11-19T07:03:25Z", "2031-11-18", "2031-11-19"),
        ("2031-11-19T23:30:00Z", "2031-11-19T22:00:00Z", "2031-11-20", "2031-11-20"),
        ("2031-11-19T07:00:00Z", "2031-11-19T07:03:25Z", "2031-11-19", "2031-11-19"),
        ("2031-11-19", "2031-11-19T07:03:25Z", "2031-11-18", "2031-11-19"),
    ],
)
def test_a_change_is_moved_with_the_publication_only_where_that_is_sure(modified, published, shown, day):
    assert carried(modified, published=published, shown=shown) == day
