import pytest

from sitegen.intake.boilerplate import body_end, is_noise

BODY = ["The bridge is open.", "“At last,” the mayor said."]


@pytest.mark.parametrize(
    "line",
    ["ADVERTISEMENT", "Advertisement:", "– Story Continued Below –", "Continue reading the main story"],
)
def test_a_noise_line_is_known_by_its_whole_text(line):
    assert is_noise(line)


@pytest.mark.parametrize(
    "line", ["Advertisement spending fell.", "Share", "The story continues below ground"]
)
def test_a_line_that_only_holds_such_words_is_kept(line):
    assert not is_noise(line)


def test_share_buttons_are_noise_only_above_the_body():
    assert is_noise("Share", above=True)
    assert is_noise("12 Comments", above=True)


@pytest.mark.parametrize(
    "tail",
    [
        ["Related Articles", "Leave a Reply", "Back to top button"],
        ["Share this:", "Click to share on Facebook (Opens in new window)", "Like this:", "Loading..."],
        ["Tags: bridge, harbour", "(3) Comments", "© 2023 The Ostrin Post. All rights reserved."],
        ["Related Articles", "Ferry crews vote to stop work", "Is the dam safe?", "Leave a Reply"],
        ["Leave a Reply", "Your email address will not be published. Required fields are marked *", "Name *"],
    ],
)
def test_boilerplate_is_taken_off_the_end(tail):
    assert body_end([*BODY, *tail]) == len(BODY)


@pytest.mark.parametrize(
    "last",
    [
        "Jane Doe contributed to this report.",
        "Reporting by Jane Doe; editing by John Roe",
        "Copyright law is to change in Velmora.",
        "Topics discussed in Ostrin included trade.",
        "Follow the river and you reach Ostrin.",
        "Source: Velmora Wire",
    ],
)
def test_a_last_line_that_belongs_to_the_article_is_kept(last):
    assert body_end([*BODY, last]) == len(BODY) + 1


def test_boilerplate_above_the_last_paragraph_is_kept():
    assert body_end(["Related Articles", *BODY]) == 1 + len(BODY)
