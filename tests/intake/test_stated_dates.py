import pytest

from sitegen.intake.stated_dates import is_day, read_date


@pytest.mark.parametrize(
    "words",
    [
        "Nov. 16, 2023",
        "November 16th, 2023",
        "16 November 2023",
        "Thursday, 16 Nov 2023, 14:05 GMT",
        "3:05 pm EST, Thu November 16, 2023",
        "Thu, 16 Nov 2023 07:03:25 +0300",
        "2023-11-16",
        "2023-11-16T23:59:59.120-05:00",
        "2023-11-16 10:00",
        "20231116",
        "2023/11/16",
        "16/11/2023",
        "11/16/2023",
        "16.11.2023",
    ],
)
def test_a_date_is_read_in_the_forms_outlets_write(words):
    assert read_date(words) == "2023-11-16"


@pytest.mark.parametrize(
    "words",
    [
        "",
        "November 2023",
        "Nov. 16",
        "Thursday",
        "11/06/2023",  # June or November
        "31 June 2023",
        "0001-01-01T00:00:00Z",
        "16 November 2023 in Ostrin",
        "May 1 2 2023",
        "1 day ago",
    ],
)
def test_what_does_not_state_one_whole_date_gives_none(words):
    assert read_date(words) is None


def test_a_day_of_the_year_may_leave_out_the_year():
    assert is_day("Nov. 16")
    assert is_day("16 November")
    assert is_day("16 November 2023")
    assert not is_day("November")
    assert not is_day("Ostrin 16")
