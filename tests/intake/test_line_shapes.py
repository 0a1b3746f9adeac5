import pytest

from sitegen.intake.furniture.line_shapes import Shape, is_tweet, shape_of


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("1.2K shares", Shape.COUNT),
        ("245 readers commented", Shape.COUNT),
        ("3 of 12 photos", Shape.COUNT),
        ("Updated 2 hours ago", Shape.AGO),
        ("4 min read", Shape.AGO),
        ("Reading time: 4 minutes", Shape.AGO),
        ("0:00 / 2:31", Shape.CLOCK),
        ("news@courier.example", Shape.ADDRESS),
        ("#ostrin #harbour", Shape.TAGS),
        ("A- A A+", Shape.SIZES),
        ("© 2031 The Ostrin Courier", Shape.COPYRIGHT),
        ("Photo courtesy of the harbour office", Shape.PICTURE),
        ("Home › News › Harbour", Shape.TRAIL),
        ("Terms | Privacy | Contact", Shape.MENU),
        ("— Advertisement —", Shape.ADVERT),
        (".image-wrap {", Shape.CODE),
        ("text-align: left;", Shape.CODE),
        ("* * *", Shape.RULE),
    ],
)
def test_a_form_is_known(line, shape):
    assert shape_of(line) is shape


@pytest.mark.parametrize(
    "line",
    [
        "",
        "12 people died",
        "Two hours ago the bridge was open.",
        "Copyright law is to change",
        "Photo finish in Ostrin",
        "Council: no ferry;",
        "Ostrin 2 Westhaven 1",
        "Ann | Bob",
    ],
)
def test_what_only_looks_alike_has_none(line):
    assert shape_of(line) is None


def test_messages_of_a_network_and_their_signatures_are_known():
    assert is_tweet("The bridge is open. pic.twitter.com/a1b2c3")
    assert is_tweet("The bridge is open. — Ostrin Council (@ostrincouncil) May 5, 2031")
    assert is_tweet("— Ostrin Council (@ostrincouncil) May 5, 2031")
    assert not is_tweet("Follow Ostrin Council @ostrincouncil")
