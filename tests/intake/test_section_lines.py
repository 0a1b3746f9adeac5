import pytest

from sitegen.intake.section_lines import section_names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Middle EastWorld News", ("Middle East", "World News")),
        ("World | Politics", ("World", "Politics")),
        ("Home > World > Asia", ("World", "Asia")),
        ("WORLD", ("WORLD",)),
        ("USPolitics", ("US", "Politics")),
        ("Arts & CultureTV", ("Arts & Culture", "TV")),
        ("Editor’s PicksWorld", ("Editor’s Picks", "World")),
        ("World, World", ("World",)),
        ("Home", ()),
    ],
)
def test_a_line_of_known_names_is_split_as_written(line, names):
    assert section_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "World leaders meet",
        "Politics as usual",
        "Bridge to reopen",
        "World " * 30,
        "EuropeX",
        "worldpolitics",
        "politics",
    ],
)
def test_a_line_with_anything_else_in_it_is_none(line):
    assert section_names(line) is None
