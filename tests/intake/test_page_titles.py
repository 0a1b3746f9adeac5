import pytest

from sitegen.intake.web_page.titles import as_headed

HEADING = "Ostrin Design Week | Ansel Brod’s lamps at the old ferry"


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Ostrin Design Week | Brod's lamps at the old ferry", HEADING),
        (HEADING + " | Design", HEADING),
        ("Ostrin Design Week | Ansel", HEADING),
        ("What the lamps of Ansel Brod say", "What the lamps of Ansel Brod say"),
        ("The Ostrin Courier", "The Ostrin Courier"),
    ],
)
def test_a_title_made_shorter_gives_way_to_the_headline_and_another_title_does_not(title, found):
    assert as_headed(title, HEADING) == found


def test_a_headline_that_is_the_shorter_one_or_in_capitals_does_not_replace_the_title():
    assert as_headed(HEADING, "Ostrin Design Week | Brod's lamps") == HEADING
    title = "Council of Ostrin agrees to rebuild bridge"
    assert as_headed(title, "COUNCIL OF OSTRIN AGREES TO REBUILD BIG BRIDGE") == title
