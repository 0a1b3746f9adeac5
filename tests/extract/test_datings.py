"""datings: when what each clause of an article tells of happened."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import digest, intake
from sitegen.model import DatedBy, Dating

PUBLISHED = "2031-10-08"  # a Wednesday
LEAD = "The lock at Ostrin broke on Monday. "
HEADLINE = "Lock breaks at Ostrin\n\n"


def datings(text: str, published: str | None = PUBLISHED) -> tuple[Dating, ...]:
    found = digest.annotate(text, intake.whole_text(text), published=published, only=frozenset({"events"}))
    return found.datings


def date_of(text: str, word: str, published: str | None = PUBLISHED) -> str | None:
    """The date of the clause that holds ``word``, in brackets if it is the day of the story."""
    at = text.index(word)
    for dating in datings(text, published):
        span = dating.clause.span
        assert span is not None
        if span.start <= at < span.end:
            return f"({dating.value})" if dating.by is DatedBy.STORY else dating.value
    return None


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        # Two clauses, two dates.
        ("The yard opened in 1976, and closed in 2003.", "opened", "1976"),
        ("The yard opened in 1976, and closed in 2003.", "closed", "2003"),
        ("The yard shut on Monday, and the crew left.", "left", "2031-10-06"),
        # Of two dates in one clause the finer.
        ("On Monday, in the worst week of October, it snowed.", "snowed", "2031-10-06"),
        # What is said has its own time, on whichever side of the saying it stands.
        ("Mayor Ilka Voss said the bridge opened in 2019.", "said", None),
        ("Mayor Ilka Voss said the bridge opened in 2019.", "opened", "2019"),
        ("The bridge opened in 2019, Ilka Voss said.", "said", None),
        ("“It opened in 2019,” Ilka Voss said.", "said", None),
        ("Ilka Voss, who was there in 2019, said it is old.", "said", None),
        ("The bridge, she said, would open in 2033.", "said", None),
        ("Ilka Voss announced on Monday that the bridge will close.", "announced", "2031-10-06"),
        ("Ilka Voss announced on Monday that the bridge will close.", "close", None),
        ("Ilka Voss announced on Monday that the bridge lost two bolts.", "lost", "2031-10-06"),
        # The main clause does not have the date of one that hangs on it.
        ("The ferries stopped after the ice reached the quay on Monday.", "stopped", None),
        ("The ferry, which sank in 1993, carried mail.", "sank", "1993"),
        ("The ferries stopped on Monday after the ice had reached the quay.", "reached", None),
        ("It cut two lines, resulting in a loss in the fourth quarter of 2030.", "cut", None),
        ("The sale went through, and the yard should reopen by 2035.", "went", None),
        # Yardsticks.
        ("The index had its worst fall since 1987.", "fall", None),
        ("It was colder than in 1993.", "colder", None),
        ("Catches fell by a fifth compared to March 2030.", "fell", None),
        ("The mussel bank has grown since 2004.", "grown", "2004"),
        ("The mussel bank has grown since the start of 2029.", "grown", "2029-01-01"),
        ("Since 2029 the mussel bank has grown.", "grown", "2029"),
        # A date that tells which thing is meant.
        ("The council broke the 1991 treaty.", "broke", None),
        ("On Monday, at this year's regatta, Ilka Voss spoke.", "spoke", "2031-10-06"),
        ("He praised the ferries of tomorrow.", "praised", None),
        ("She signed Velmora's 1991 treaty.", "signed", None),
        ("He kept silent during the 2008 election.", "kept", "2008"),
        ("The winner of the 2008 election stayed at home.", "stayed", None),
    ],
)
def test_a_clause_has_the_date_that_is_its_own(text: str, word: str, date: str | None) -> None:
    assert date_of(text, word) == date


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ("Two ferries turned back.", "turned", "(2031-10-06)"),
        ("Two ferries turned back, losing a day.", "losing", "(2031-10-06)"),
        ("It was the worst accident since 1987.", "accident", "(2031-10-06)"),
        ("“We are ready,” Ilka Voss said.", "said", "(2031-10-06)"),
        # Other tenses tell of other times.
        ("The lock is closed.", "closed", None),
        ("The lock will be repaired.", "repaired", None),
        ("The gates had been painted.", "painted", None),
    ],
)
def test_what_is_told_in_the_past_tense_without_a_date_happened_on_the_day_of_the_story(
    text: str, word: str, date: str | None
) -> None:
    assert date_of(LEAD + text, word) == date


def test_news_in_the_present_perfect_happened_on_the_day_of_the_story_only_in_the_lead() -> None:
    text = "The lock has reopened. Monday was its birthday. {}The crew has rested."
    assert date_of(text.format(""), "reopened") == "(2031-10-06)"
    assert date_of(text.format("It was cold. It rained. "), "rested") is None


@pytest.mark.parametrize(
    "lead",
    [
        "The lock at Ostrin opened in 1993. ",  # no single day
        "The lock at Ostrin opened on 3 May 2031. ",  # no news any more
        "The lock at Ostrin will open on Thursday. ",  # still ahead
        "On Monday the council had agreed. ",  # before the story
        "The lock at Ostrin is blue. It is new. It is deep. It broke on Monday. ",  # not in the lead
    ],
)
def test_a_lead_without_a_day_of_its_own_gives_no_story_day(lead: str) -> None:
    assert date_of(lead + "Two ferries turned back.", "turned") is None


def test_without_a_publication_date_nothing_is_carried_and_nothing_resolved() -> None:
    (dating,) = datings(LEAD + "Two ferries turned back.", None)
    assert (dating.value, dating.by) == (None, DatedBy.CLAUSE)


def test_a_headline_has_the_date_of_the_news_below_it() -> None:
    assert date_of(HEADLINE + LEAD + "It was old.", "breaks") == "(2031-10-06)"


@pytest.mark.parametrize(
    ("lead", "date"),
    [
        ("Ilka Voss said on Monday that the lock broke in September.", "(2031-09)"),
        ("Ilka Voss said on Monday that the lock broke.", "(2031-10-06)"),
        ("Ilka Voss said on Monday that the lock will close.", None),
    ],
)
def test_a_headline_tells_the_news_not_that_somebody_said_it(lead: str, date: str | None) -> None:
    assert date_of(HEADLINE + lead + " It was old.", "breaks") == date


def test_a_date_from_elsewhere_points_to_the_words_it_came_from() -> None:
    text = LEAD + "Two ferries turned back."
    carried = datings(text)[-1]
    assert carried.by is DatedBy.STORY
    assert carried.when.words.text == "Monday"


PARTS = [
    *(
        "In 2009 it froze, she said. ",
        "Nobody came; “never” ",
        "on Oct. 7 it ended, ",
        "since 1987, ",
        "after ",
    ),
    *("He said that ", "which fell ", "and rose ", "\n\n", ": “No,” ", "the start of March, ", "losing it. "),
]


@given(st.lists(st.sampled_from(PARTS), max_size=9))
def test_clauses_are_verbatim_in_order_and_do_not_overlap(parts: list[str]) -> None:
    text = "".join(parts)
    end = 0
    for dating in datings(text):
        span = dating.clause.span
        assert span is not None
        assert span.start >= end
        assert span.of(text) == dating.clause.text
        end = span.end
