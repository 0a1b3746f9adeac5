import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.intake.furniture.weighing import LONGEST, is_labelled, weigh


@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("Sign up for our newsletter", "The ministry signed the treaty"),
        ("Follow us on Facebook", "Facebook is to open an office"),
        ("Watch: The lighthouse comes down", "The lighthouse comes down"),
        ("This article was amended on Friday.", "This man was arrested on Friday."),
        ("Get the app", "Get the fishermen a ferry"),
    ],
)
def test_a_line_made_of_the_words_of_pages_weighs_more(line, other):
    assert weigh(line).points > weigh(other).points
    assert weigh(line).is_likely
    assert not weigh(other).is_likely


def test_words_in_quotation_marks_are_somebody_s():
    assert weigh("“Subscribe to our newsletter,” he said.").points < 0


def test_a_sentence_has_to_speak_to_the_reader_or_of_its_page():
    assert not weigh("The ministry’s website and app were down; the privacy policy was to blame.").is_likely
    assert weigh("We have a new privacy policy for our website and app.").is_likely


def test_words_are_known_in_their_forms():
    assert weigh("Newsletter’s subscribers").others == 0


@pytest.mark.parametrize(
    "line", ["Watch: A lighthouse", "READ MORE | A lighthouse", "Image caption, A lighthouse"]
)
def test_a_label_is_seen_whatever_mark_follows_it(line):
    assert is_labelled(line)


@pytest.mark.parametrize(
    "line", ["Watchmaker: A trade dies", "Mayor: No ferry", "Watch:", "Minister: “Read more: …”"]
)
def test_what_only_begins_like_a_label_is_none(line):
    assert not is_labelled(line)


@given(
    st.text(min_size=LONGEST + 1, max_size=6 * LONGEST).filter(
        lambda text: len(" ".join(text.split())) > LONGEST
    )
)
def test_a_long_line_is_never_furniture(line):
    assert not weigh(line).is_likely


@given(st.text(max_size=200))
def test_any_line_has_a_weight_and_white_space_makes_no_difference(line):
    assert weigh(line) == weigh(f"  {line}\n".replace(" ", "  "))
