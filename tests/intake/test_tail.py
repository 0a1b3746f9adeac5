import pytest

from sitegen.intake.furniture.boilerplate import Body
from sitegen.intake.furniture.tail import body_end

BODY = [
    "The council of Ostrin agreed on Monday to rebuild the harbour bridge, closed since the storms of last "
    "winter, after a debate that went on until midnight.",
    "The engineers of the harbour office will begin their work in spring, and the council has promised the "
    "fishermen a ferry until then, at the price of a bus ticket.",
    "“At last,” the mayor said.",
]


def end(*below: str, byline: str | None = None) -> int:
    """How many of the lines ``below`` the body are taken for its own."""
    return body_end(Body([*BODY, *below], byline=byline)) - len(BODY)


@pytest.mark.parametrize(
    "tail",
    [
        ["Related Articles", "Leave a Reply", "Back to top button"],
        ["Share this:", "Click to share on Facebook (Opens in new window)", "Like this:", "Loading..."],
        ["Tags: bridge, harbour", "(3) Comments", "© 2023 The Ostrin Post. All rights reserved."],
        ["Related Articles", "Ferry crews vote to stop work", "Is the dam safe?", "Leave a Reply"],
        ["Leave a Reply", "Your email address will not be published. Required fields are marked *", "Name *"],
        ["More from the Post", "Ferry crews vote to stop work", "Dam is safe, says Ilvane"],
        ["Popular this week", "1. Lighthouse sold", "2. Is the dam safe?", "Crosswords", "Privacy policy"],
        [
            "Was this page useful?",
            "Corin Ashby covers the harbour for The Ostrin Post.",
            "Contact us | Terms",
        ],
        ["Jobs at the Post", "Subscribe to The Post from two euros a week", "Part of the Seaway Group"],
        ["Archive", "Our code of ethics", "A Lanternworks publication", "Cookie policy"],
        ["The writer was an envoy. Views are personal.", "Copyright 2031 The Post", "Return to top"],
        ["Popular", "1. Owl delays evening flights", "2. Petrol to cost less", "Accessibility statement"],
        ["By Lene Marrow", "Published 14 March 2031, 10:12", "Sitemap"],
        ["Help is at hand. You can call us on 0555 019 771.", "Privacy notice"],
        ["Have you crossed the old bridge? Write to us at letters@ostrinpost.example"],
    ],
)
def test_furniture_is_taken_off_the_end(tail):
    assert end(*tail) == 0


def test_what_readers_wrote_is_taken_off_with_their_names_and_buttons():
    comments = ["2 comments", "tide_watcher", "3 hours ago", "They said so ten winters ago.", "Like Reply"]
    assert end(*comments, "Agnes4", "1 hour ago", "Who pays?", "Reply (1)", "Report") == 0


@pytest.mark.parametrize(
    "last",
    [
        "Copyright law is to change in Velmora.",
        "Topics discussed in Ostrin included trade.",
        "Follow the river and you reach Ostrin.",
        "Source: Velmora Wire",
        "A ferry for the fishermen",
        "Petra Ilvane, 42",
        "But we are going back now to Westhaven, where the rest is waiting.",
        "— Ostrin Council (@ostrincouncil) May 5, 2031",
        "It was over.",
        "What now?",
        "https://ostrin.example/bridge",
    ],
)
def test_in_doubt_a_last_line_is_body(last):
    assert end(last) == 1


def test_a_line_between_two_of_furniture_is_furniture_unless_it_is_of_the_article():
    assert end("Sitemap", "Site by Tidewater", "Seasons come and go.", "Contact us", "Terms") == 0
    told = "The engineers of the harbour office and the fishermen of Ostrin were glad about the bridge."
    assert end("Follow us", "Sign up for our newsletter", told, "Contact us", "Privacy policy") == 3


def test_without_one_certain_line_nothing_is_taken_off():
    assert end("Secret rooms", "Winter light", "Old stone") == 3


def test_a_list_at_the_end_of_the_body_is_kept_though_furniture_follows():
    assert end("Those who spoke:", "Petra Ilvane", "Tomas Verrick", "Privacy policy", "Terms of use") == 3
    things = [line for number in range(9) for line in (f"A model boat no. {number}", "https://a.example/b")]
    assert end(*things, "Privacy policy") == len(things)


def test_a_short_last_paragraph_below_an_advertisement_is_kept():
    assert end("ADVERTISEMENT", "Snow fell.", "Follow us on Facebook", "Privacy policy") == 2
    assert end("Most read in Politics", "“Nobody came,” she said.", "Reply", "Privacy policy") == 2


def test_boilerplate_above_the_last_paragraph_is_kept():
    assert body_end(Body(["Related Articles", *BODY])) == 1 + len(BODY)


def test_a_last_paragraph_about_its_author_needs_the_byline_an_employer_or_an_address():
    assert end("Lene Marrow is an editor.", byline="Lene Marrow") == 0
    assert end("Lene Marrow is an editor based in Westhaven.") == 0
    assert end("Lene Marrow writes a column. Reach her at lene@post.example") == 0
    assert end("Lene Marrow was an editor once.") == 1
    assert end("Judge Petra Ilvane is to decide on the harbour.") == 1


def test_in_another_language_only_the_known_lines_are_taken_off():
    text = (
        "Der Rat der Hafenstadt hat am Montag beschlossen, die alte Brücke neu zu bauen, wie der "
        "Bürgermeister am Abend gesagt hat."
    )
    lines = [text, text.replace("Montag", "Dienstag"), "Mehr dazu im Heft", "Copyright 2031 Hafenbote"]
    assert body_end(Body(lines)) == 3
