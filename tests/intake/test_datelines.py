import pytest

from sitegen.intake.datelines import read_dateline
from sitegen.model import Span


def split(text: str) -> tuple[str, str, str | None] | None:
    found = read_dateline(text, Span(start=0, end=len(text)))
    return found and (found.span.of(text), text[found.body_start :], found.published)


@pytest.mark.parametrize(
    ("dateline", "gap"),
    [
        ("OSTRIN (Reuters) —", " "),
        ("OSTRIN —", ""),
        ("OSTRIN -", " "),
        ("OSTRIN --", "\u00a0"),
        ("NEW OSTRIN, Velmora (AP) –", " "),
        ("OSTRIN/BRELLIN, Nov 16 (Reuters) -", " "),
        ("Ostrin (AFP) –", " "),
        ("Ostrin, Nov. 16 –", " "),
        ("Ostrin, IRNA –", " "),
        ("Ostrin (Velmora Wire/AFP) -", " "),
        ("ST. OSTRIN (AP):", " "),
        ("(AP) OSTRIN, Velmora -", " "),
        ("(AP) —", " "),
        ("Nov 16 (Reuters) -", " "),
        ("Ostrin (CNN)", ""),
    ],
)
def test_place_day_agency_and_mark_are_cut_off(dateline, gap):
    assert split(f"{dateline}{gap}The talks began.") == (dateline, "The talks began.", None)


def test_a_dateline_may_be_a_line_of_its_own():
    assert split("OSTRIN (AP) --") == ("OSTRIN (AP) --", "", None)


def test_a_dateline_may_be_hard_wrapped():
    assert split("NEW\nOSTRIN (AP) —\nThe talks began.") == ("NEW\nOSTRIN (AP) —", "The talks began.", None)


@pytest.mark.parametrize("date", ["Nov 16, 2023", "16 November 2023", "November 16, 2023"])
def test_a_dateline_with_day_month_and_year_states_when_the_article_was_published(date):
    assert split(f"OSTRIN, {date} — The talks began.") == (
        f"OSTRIN, {date} —",
        "The talks began.",
        "2023-11-16",
    )


@pytest.mark.parametrize(
    ("dateline", "kept"),
    [
        ("OSTRIN, July 19 (UPI) —", True),
        ("OSTRIN, July 19 —", True),
        ("OSTRIN (AP) —", True),
        ("OSTRIN, July 19, 2031 (UPI) —", False),
        ("OSTRIN —", False),
    ],
)
def test_an_agency_or_a_day_without_its_year_is_kept_as_a_credit(dateline, kept):
    text = f"{dateline} The talks began."
    found = read_dateline(text, Span(start=0, end=len(text)))
    assert found is not None
    assert found.is_credit is kept


@pytest.mark.parametrize(
    "text",
    [
        "NATO — the alliance of the West — met in Ostrin.",
        "In Ostrin — The talks began.",
        "JANE DOE: Good evening.",
        "NEW OSTRIN: The council met.",
        "EXCLUSIVE — The council met.",
        "Gen. Doe: “We stay.”",
        "The bridge - The longest - is open.",
        "U.S. - The talks began.",
        "Ostrin — The talks began.",
        "The mayor of Ostrin (Jane Doe) said so.",
        "Aix-en-Provence is far away.",
    ],
)
def test_in_doubt_the_words_stay_in_the_body(text):
    assert split(text) is None
