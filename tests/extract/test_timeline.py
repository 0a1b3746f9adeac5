"""timeline: the dated sentences of an article."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.extract.time_expressions import tag
from sitegen.extract.timeline import events
from sitegen.model import Event, Excerpt, Span

TEXT = (
    "The harbour of Ostrin froze on 3 January 2021. Ferries stopped for two weeks. "
    "They ran again on 17 January, and in March the ice was gone."
)


def excerpts(text: str, cuts: str = r"[^.]+\.?") -> tuple[Excerpt, ...]:
    spans = (Span(start=found.start(), end=found.end()) for found in re.finditer(cuts, text))
    return tuple(Excerpt(text=span.of(text), span=span, paragraph=1) for span in spans)


def timeline(text: str, cuts: str = r"[^.]+\.?") -> tuple[Event, ...]:
    timexes = tag(text, [Span(start=0, end=len(text))], "2021-04-02") if text else ()
    return events(text, excerpts(text, cuts), timexes)


def test_each_dated_expression_gives_one_event_in_text_order() -> None:
    assert [event.when.words.text for event in timeline(TEXT)] == ["3 January 2021", "17 January", "March"]


def test_durations_have_no_place_on_the_timeline() -> None:
    assert all("two weeks" not in event.sentence.text for event in timeline(TEXT))


def test_words_that_date_nothing_have_no_place_on_the_timeline() -> None:
    assert timeline("The harbour froze recently. It will soon be open; the future is uncertain.") == ()


def test_a_date_that_something_is_only_measured_by_has_no_place_on_the_timeline() -> None:
    text = "It was the worst frost since 1987. Ostrin had opened in 1993. It has grown since 2004."
    assert [event.when.value for event in timeline(text)] == ["1993", "2004"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A baker, who came in 1931, spoke on Monday.", ["Monday"]),
        ("Lene Marrow, who came to Ostrin in 1999, leads the union.", ["1999"]),
        ("The union sued on 2 March, after the talks had failed on 27 February.", ["2 March"]),
        ("The court on Wednesday told Ilvane to release it by 30 June.", ["Wednesday", "30 June"]),
        ("Ansel Brod voted for the 2019 budget on 2 March.", ["2 March"]),
        ("It snowed on Friday, in the mildest March of the decade.", ["Friday"]),
        ("The quay opened on 2 March, and on 2 March it closed.", ["2 March"]),
        ("Holders of the bonds due 2 March have sold them.", []),
        ("The bonds are due on 2 March.", ["2 March"]),
        ("Income fell to 6 million in March, compared with 18 million a year earlier.", ["March"]),
        ("The ferries cut the fare due to their third-quarter loss.", []),
        (
            "After hinting on Wednesday that he left Karsa in 2019, Ansel Brod spoke.",
            ["Wednesday", "2019"],
        ),
        ("After hinting that he left Karsa in 2019, Ansel Brod spoke on Monday.", ["Monday"]),
        ("Because of an error, an article on Wednesday gave the wrong year.", ["Wednesday"]),
        ("Catches fell in March, according to figures released on Friday.", ["March", "Friday"]),
        ("The quay reopened in February, during the frost of 2 March.", ["February", "2 March"]),
        ("He lost his voice during a February rally in Karsa.", ["February"]),
        ("He kept silent during the 2008 election.", ["2008"]),
        ("He kept silent during the 2008 Velmoran presidential election.", ["2008"]),
        ("The winner of the 2008 election stayed at home.", []),
        ("Ilvane spoke ahead of the May election.", []),
        ("Ilvane changed the 2008 election law.", []),
        ("She managed Dara Ilvane’s 1992 presidential campaign.", ["1992"]),
        ("She signed Velmora's 1994 treaty with Karsa.", []),
        ("The day shift starts around 6 a.m. and ends at noon.", []),
        ("The dam broke at 6 a.m. and nobody was warned.", ["6 a.m."]),
        ("The polls close at 8 p.m. on Tuesday.", ["8 p.m. on Tuesday"]),
        ("(Adds detail) OSTRIN, 31 March (Velmora Wire) - The ferry sank in January.", ["January"]),
        ("In Ostrin, 31 March (a holiday) was cold.", ["31 March"]),
        ("Friday, 2 April 2021.", []),
    ],
    ids=[
        "main before relative",
        "relative alone",
        "main before after",
        "deadline",
        "thing",
        "finer",
        "once",
        "bonds due",
        "due to be paid",
        "base of a comparison",
        "a quarter's loss",
        "no main date",
        "what a lower clause reports",
        "because of",
        "according to",
        "a preposition in -ing",
        "at an occasion",
        "during an election",
        "an election with adjectives",
        "of an occasion",
        "ahead of an occasion",
        "a law about an occasion",
        "somebody's occasion",
        "somebody's thing",
        "hours of a habit",
        "the hour of an event",
        "an hour with its day",
        "the day of a dateline",
        "no dateline",
        "nothing but a date",
    ],
)
def test_a_sentence_stands_under_the_dates_of_what_it_tells(text: str, shown: list[str]) -> None:
    assert [event.when.words.text for event in timeline(text)] == shown


def test_the_hours_that_name_a_shift_have_no_place_on_the_timeline() -> None:
    text = "They met on Thursday, at the end of their 6 a.m.-to-4 p.m. shift."
    assert [event.when.words.text for event in timeline(text, cuts=".+")] == ["Thursday"]


def test_an_event_carries_the_sentence_that_holds_its_date() -> None:
    for event in timeline(TEXT):
        assert event.sentence.span is not None
        assert event.when.words.span is not None
        assert event.sentence.span.holds(event.when.words.span)
        assert event.sentence.span.of(TEXT) == event.sentence.text


def test_a_sentence_cut_within_a_date_is_joined_again() -> None:
    text = "The council of Ostrin met on Oct. 7 and left."
    (event,) = timeline(text)
    assert event.sentence.text == text


def test_an_expression_outside_every_sentence_gives_no_event() -> None:
    timexes = tag(TEXT, [Span(start=0, end=len(TEXT))], None)
    assert events(TEXT, excerpts(TEXT)[1:2], timexes) == ()


@given(
    st.lists(
        st.sampled_from(["In 2009 it rained. ", "Nobody came. ", "On Oct. 7 it ended. ", "Now! "]), max_size=8
    )
)
def test_every_event_quotes_the_text_and_holds_its_date(parts: list[str]) -> None:
    text = "".join(parts)
    for event in timeline(text):
        span, words = event.sentence.span, event.when.words.span
        assert span is not None
        assert words is not None
        assert span.of(text) == event.sentence.text
        assert span.holds(words)


@pytest.mark.parametrize("unit", ["3 March ", "on Monday he said that ", "in 2004 and "])
def test_a_sentence_of_nothing_but_dates_takes_linear_time(unit: str) -> None:
    # Not a timed test: the square of this number of dates would run for many minutes and be noticed.
    assert timeline(unit * 20_000, cuts=r".+")
