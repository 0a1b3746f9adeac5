"""dates: what a reader is told about a time value, and where it stands in order."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import dates

WORDS = {
    "2023-11-16": "16 November 2023",
    "2023-11": "November 2023",
    "2023": "2023",
    "XXXX-10-07": "7 October, year not stated",
    "XXXX-10": "October, year not stated",
    "XX82": "’82, century not stated",
    "XX82-10-07": "7 October ’82, century not stated",
    "XX82-10": "October ’82, century not stated",
    "199X": "1990s",
    "XX9X": "’90s, century not stated",
    "19XX": "20th century",
    "20XX": "21st century",
    "10XX": "11th century",
    "2009-Q3": "third quarter of 2009",
    "XXXX-Q3": "third quarter, year not stated",
    "XX82-Q1": "first quarter ’82, century not stated",
    "2009-H1": "first half of 2009",
    "XXXX-H2": "second half, year not stated",
    "2013-W11": "week of 11 March 2013",
    "2013-W11-WE": "weekend of 16 March 2013",
    "2009-SU": "summer of 2009",
    "XXXX-WI": "winter, year not stated",
    "1998-08-07T10:35": "7 August 1998, 10:35",
    "1998-08-07T10:35:20Z": "7 August 1998, 10:35 UTC",
    "1998-08-07T18:40+08:00": "7 August 1998, 18:40 UTC+08:00",
    "1998-08-07TNI": "7 August 1998, night",
    "XXXX-10-07T22:00": "7 October, year not stated, 22:00",
    "XXXX-XX-XXT22:00": "22:00, day not stated",
    "XXXX-XX-XXTMO": "morning, day not stated",
    "PAST_REF": "in the past, not dated",
    "PRESENT_REF": "at the time of writing, not dated",
    "FUTURE_REF": "in the future, not dated",
    "P1D": "1 day",
    "P18M": "18 months",
    "P2Q": "2 quarters",
    "P2.5Y": "2.5 years",
    "PT5H30M": "5 hours 30 minutes",
    "PXY": "some years",
    "XXXX-WXX-4": "every Thursday",
    "XXXX-WXX-2TNI": "every Tuesday night",
}
"""Every form of value that the tagger can write, with what a reader sees."""

BOUNDS = {
    "2023-11-16": (date(2023, 11, 16), date(2023, 11, 16)),
    "2024-02": (date(2024, 2, 1), date(2024, 2, 29)),
    "2023": (date(2023, 1, 1), date(2023, 12, 31)),
    "199X": (date(1990, 1, 1), date(1999, 12, 31)),
    "19XX": (date(1900, 1, 1), date(1999, 12, 31)),
    "2009-Q3": (date(2009, 7, 1), date(2009, 9, 30)),
    "2009-H2": (date(2009, 7, 1), date(2009, 12, 31)),
    "2020-W53": (date(2020, 12, 28), date(2021, 1, 3)),
    "2013-W11-WE": (date(2013, 3, 16), date(2013, 3, 17)),
    "2009-SU": (date(2009, 6, 1), date(2009, 8, 31)),
    "2009-WI": (date(2009, 1, 1), date(2010, 2, 28)),
    "1998-08-07T10:35": (date(1998, 8, 7), date(1998, 8, 7)),
    "9999": (date(9999, 1, 1), date(9999, 12, 31)),
}
NO_DATES = [
    "2023-02-31",
    "2023-13",
    "2021-W53",
    "2009-Q5",
    "2009-H3",
    "0000",
    "2023-10-07T25:00",
    "P",
    "",
    "?",
]


@pytest.mark.parametrize(("value", "expected"), WORDS.items())
def test_every_form_of_value_has_a_wording_for_readers(value: str, expected: str) -> None:
    assert dates.words(value) == expected


@pytest.mark.parametrize(("value", "expected"), BOUNDS.items())
def test_bounds_are_the_first_and_last_day_meant(value: str, expected: tuple[date, date]) -> None:
    assert dates.bounds(value) == expected


@pytest.mark.parametrize("value", [value for value in WORDS if value.startswith(("XX", "P", "F"))])
def test_partial_vague_and_repeated_values_have_no_bounds_and_no_year(value: str) -> None:
    assert (dates.bounds(value), dates.year(value)) == (None, None)


@pytest.mark.parametrize("value", NO_DATES)
def test_what_is_no_date_has_no_bounds_and_reads_as_it_stands(value: str) -> None:
    assert (dates.bounds(value), dates.year(value), dates.month(value)) == (None, None, None)
    assert dates.words(value) == (value or "not dated")


def test_an_unresolved_value_is_said_to_be_not_dated() -> None:
    assert dates.words(None) == "not dated"
    assert dates.bounds(None) is None


@pytest.mark.parametrize(
    ("value", "year", "month"),
    [
        ("2023-11-16", 2023, 11),
        ("XXXX-10-07", None, 10),
        ("2009-Q3", 2009, None),
        ("2009-WI", 2009, None),
        ("2020-W53", 2020, None),
        ("2013-W11", 2013, 3),
        ("199X", None, None),
        ("1998-08-07TMO", 1998, 8),
        ("PAST_REF", None, None),
    ],
)
def test_year_and_month_are_known_only_where_the_whole_stretch_shares_them(
    value: str, year: int | None, month: int | None
) -> None:
    assert (dates.year(value), dates.month(value)) == (year, month)


def test_values_sort_by_time_then_partial_then_vague_then_unresolved() -> None:
    ordered = [
        *("199X", "1998", "1998-08", "1998-08-07", "1998-08-07TMO", "1998-08-07T10:35", "1998-08-08"),
        *("XXXX-09", "XXXX-10-07", "XXXX-10-08", "PAST_REF", "PRESENT_REF", "FUTURE_REF", None),
    ]
    assert sorted(set(ordered), key=dates.sort_key) == ordered


@given(st.dates())
def test_a_day_reads_back_its_own_bounds(day: date) -> None:
    value = day.isoformat()
    assert dates.bounds(value) == (day, day)
    assert (dates.year(value), dates.month(value)) == (day.year, day.month)
    assert dates.words(value).startswith(f"{day.day} ")


@given(
    st.text(max_size=40)
    | st.from_regex(r"[0-9X]{4}-[0-9XQHW]{2}(-[0-9X]{2})?(T[0-9:]{0,5})?", fullmatch=True)
)
def test_no_value_whatever_breaks_a_page(value: str) -> None:
    assert isinstance(dates.words(value), str)
    assert dates.sort_key(value) <= (3, 12, 31, 1440)
    found = dates.bounds(value)
    assert found is None or found[0] <= found[1]
