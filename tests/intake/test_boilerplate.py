import pytest

from sitegen.intake.furniture.boilerplate import Body, is_noise

BODY = [
    "The council of Ostrin agreed on Monday to rebuild the harbour bridge, closed since the storms of last "
    "winter, after a debate that went on until midnight.",
    "“It was time,” said Mayor Mira Tolland. The engineers of the harbour office will begin their work in "
    "spring, and the council has promised the fishermen a ferry until then.",
    "Work on the bridge is to last for two years. The harbour office has asked the government in Ostrin to "
    "pay for half of it, and the council for the other half.",
]


def noise(line: str) -> bool:
    """Whether ``line`` is taken for noise between two paragraphs of an article."""
    return Body([BODY[0], line, *BODY[1:]]).is_noise(1)


@pytest.mark.parametrize(
    "line",
    ["ADVERTISEMENT", "Advertisement:", "– Story Continued Below –", "Continue reading the main story"],
)
def test_a_noise_line_is_known_by_its_whole_text(line):
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Sign up for the Harbour Letter, our free newsletter",
        "Download the Courier app for alerts on your phone",
        "Read more: Ferry crews vote to stop work",
        "RELATED | Snow closes the northern road",
        "Image caption, The bridge before the storm",
        "(Photo by Ansel Brod/Ostrin Pictures)",
        "Your browser does not support this player.",
        "[Advertisement] Scroll for the rest of the story",
        "1.4K shares",
        "0:00 / 3:12",
        "What to read next",
        "This article was last updated on Tuesday.",
        "Correction, 14 March 2031: the bridge is of stone.",
        "Picture 3 of 12",
        "Unmute",
        "Hide caption",
        "Loading the poll...",
        "Auto-play next video",
        "The bridge at night. Photo / Ansel Brod",
        "Ansel Brod/Velmora Pictures",
        "Watch our film about the old lighthouse below.",
        "I agree to receive offers from the Courier",
        "Your email address",
    ],
)
def test_furniture_between_paragraphs_gives_itself_away(line):
    assert noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement spending fell.",
        "Office",
        "The story continues below ground",
        "A slow start",
        "Stop waiting",
        "What happens next?",
        "“Sign up for our newsletter!” a poster on the bridge said.",
        "The ministry's website and app were down for two days, it said.",
        "And, yes, it is all legal.",
        "(BEGIN VIDEO CLIP)",
        "Q: Do you read the papers?",
        "TOLLAND: Thank you for having me.",
        "Here is what the council decided:",
        "* * *",
        "1. A ferry for the fishermen",
        "Yusra Okell, 74",
        "https://ostrin.example/bridge",
    ],
)
def test_in_doubt_a_line_between_paragraphs_is_body(line):
    assert not noise(line)


def test_share_buttons_are_noise_only_above_the_body():
    assert is_noise("Share", above=True)
    assert is_noise("12 Comments", above=True)
    assert not is_noise("Share")


def test_a_message_that_the_article_quotes_is_body_though_it_speaks_to_its_readers():
    message = [
        "Follow us for updates on the bridge and sign up for alerts! pic.twitter.com/a1b2c3",
        "— Ostrin Council (@ostrincouncil) May 5, 2031",
    ]
    body = Body([BODY[0], *message, *BODY[1:]])
    assert not any(body.is_noise(number) for number in range(5))


def test_a_lone_button_is_noise_only_between_paragraphs_that_do_not_have_its_word():
    assert noise("Share")
    assert not Body([BODY[0], "Share", f"Everybody has a share in it. {BODY[1]}", BODY[2]]).is_noise(1)
    assert not Body([BODY[0], "Bridge", "Share", "Ferry", *BODY[1:]]).is_noise(2)


def test_a_line_that_shares_its_words_with_the_article_needs_more_to_be_noise():
    assert noise("Tell us what you think of the new timetable on our page.")
    assert not noise("Tell us what you think of the harbour bridge, the mayor asked.")
