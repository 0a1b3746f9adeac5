"""Articles in the furniture of a page: nothing of them may go, whatever they end with or tell of."""

import pytest

from sitegen.intake import parse_seed
from sitegen.model import Facts

HEADLINE = "Council agrees to rebuild the harbour bridge"
OPENING = [
    "The council of Ostrin agreed on Monday to rebuild the harbour bridge, closed since the storms of last "
    "winter, after a debate that went on until midnight.",
    "“It was time,” said Mayor Mira Tolland. The engineers of the harbour office will begin their work in "
    "spring, and the council has promised the fishermen a ferry until then.",
    "Work on the bridge is to last for two years. The harbour office has asked the government in Ostrin to "
    "pay for half of it, and the council for the other half.",
]
ABOVE = ["Skip to content", "Sign in", HEADLINE, "By Yusra Okell", "Share"]
TAILS = {
    "buttons": ["Share this article", "Facebook X Email", "© 2031 The Ostrin Courier"],
    "lists": [
        "Topics: harbour, council",
        "Most read",
        "1. Lighthouse keeper found safe after two nights",
        "2. Night train returns",
        "In the valleys",
        "Snow closes the northern road",
        "Privacy policy",
    ],
    "comments": [
        "2 comments",
        "tide_watcher",
        "3 hours ago",
        "They have promised it for ten winters, and nobody ever paid.",
        "Reply",
        "Sign up for our newsletter",
        "Get the best of the Courier every Friday.",
        "Cookie settings",
    ],
}
ENDINGS = {
    "a short quotation": ["Lene Marrow, who sells nets beside the bridge, did not wait.", "“Never again.”"],
    "a quotation with its speaker": ["Then the vote came.", "“At last,” the mayor said."],
    "a short sentence": ["The fishermen went home.", "Snow fell."],
    "a list": ["Those who spoke:", "Petra Ilvane", "Tomas Verrick", "Ansel Brod"],
    "an announced list of things": ["The ferry will carry:", "bicycles", "handcarts", "fish in boxes"],
    "a numbered list": [
        "What the council wants",
        "1. A bridge of steel",
        "2. A ferry in winter",
        "3. No toll",
    ],
    "a list of points": ["Three things are open.", "• Who pays for the ferry", "• Who repairs the quay"],
    "a word": ["And the fishermen, asked whether they would come back to the harbour?", "Silence."],
    "a question": ["The money is there, and so are the engineers.", "What now?"],
    "a cross-head and its paragraph": [
        "A ferry for the fishermen",
        "The ferry is to run from the old quay of the harbour until the bridge opens.",
    ],
    "verse": [
        "The fishermen sang:",
        "O bridge of stone,",
        "O bridge of tin,",
        "the sea goes out,",
        "the sea comes in",
    ],
    "scores": ["The harbour clubs played, too.", "Ostrin 3, Westhaven 1", "Kesra 0, Sennet 0"],
    "an interview": ["Q: Will the bridge last?", "A: Longer than the council will."],
    "a signature": ["The council has our thanks, and the harbour office has our patience.", "Corin Ashby"],
    "newsletters": [
        "The council also voted on its newsletter, which the harbour office sends to 400 fishermen.",
        "Subscribers of the newsletter will hear of the ferry first, the mayor said.",
    ],
    "Facebook": [
        "The fishermen had met on Facebook, where their group has 900 members.",
        "They will close the Facebook group when the bridge opens.",
    ],
    "cookies": [
        "The council’s website asks every visitor for consent to cookies; the harbour office’s has none.",
        "A bakery on the quay gave away cookies in the shape of the bridge.",
    ],
    "subscriptions": [
        "A subscription to the ferry will cost the fishermen two euros a month.",
        "The council expects 300 subscriptions by spring.",
    ],
    "a paper": [
        "The Ostrin Courier had published the plans of the bridge in March.",
        "Its editor, Tomas Verrick, told the council that he would publish the costs as well.",
    ],
}


def wrapped(ending: list[str], tail: list[str], gap: str) -> str:
    """A page copied into a text file."""
    return gap.join([*ABOVE, *OPENING, *ending, *tail]) + "\n"


@pytest.mark.parametrize("tail", TAILS.values(), ids=TAILS)
@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
@pytest.mark.parametrize("gap", ["\n\n", "\n"], ids=["blank lines", "single breaks"])
def test_an_article_is_told_from_the_page_whatever_it_ends_with(ending, tail, gap):
    article = parse_seed(wrapped(ending, tail, gap).encode(), file="page.txt", facts=Facts())
    assert [span.of(article.text) for span in article.paragraphs] == [*OPENING, *ending]


@pytest.mark.parametrize("ending", ENDINGS.values(), ids=ENDINGS)
def test_an_article_without_furniture_stays_whole(ending):
    article = parse_seed(wrapped(ending, [], "\n\n").encode(), file="page.txt", facts=Facts())
    assert [span.of(article.text) for span in article.paragraphs] == [*OPENING, *ending]
