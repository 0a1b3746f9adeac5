"""time_expressions: which words name a time, what it is worked out from, and what stays unknown."""

import time
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import dates
from sitegen.extract.time.rules import Rule, compiled
from sitegen.extract.time.tokens import read
from sitegen.extract.time.vocabulary import vocabulary
from sitegen.extract.time_expressions import RULES, tag
from sitegen.model import Span, TimeExpression, TimexHow, TimexType

PUBLISHED = "2023-11-17"  # a Friday
SEED = Path(__file__).parents[2] / "seeds" / "000_f595f13f6f618aec.txt"


def found(text: str, published: str | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    return tag(text, [Span(start=0, end=len(text))] if text else [], published)


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(timex.words.text, timex.value) for timex in found(text, published)]


# Sentence, and each expression in it: words, value with the publication date above, value without one.
Expected = Sequence[tuple[str, str | None, str | None]]
DATES: list[tuple[str, Expected]] = [
    # weekdays: by tense, else the nearest
    ("The minister resigned on Thursday.", [("Thursday", "2023-11-16", None)]),
    ("The bridge will open on Monday.", [("Monday", "2023-11-20", None)]),
    ("The bridge opened on Monday.", [("Monday", "2023-11-13", None)]),
    ("Police said Friday they had found it.", [("Friday", "2023-11-17", None)]),
    ("The shop stays closed until Tuesday.", [("Tuesday", "2023-11-21", None)]),
    ("She came last Friday.", [("last Friday", "2023-11-10", None)]),
    ("She leaves next Wednesday.", [("next Wednesday", "2023-11-22", None)]),
    ("It sank on Tuesday of last week.", [("Tuesday of last week", "2023-11-07", None)]),
    ("It sank the day before yesterday.", [("the day before yesterday", "2023-11-15", None)]),
    # days and months
    ("The vote was held on Oct. 7.", [("Oct. 7", "2023-10-07", "XXXX-10-07")]),
    ("They met Thursday, Oct. 7, 2021.", [("Thursday, Oct. 7, 2021", "2021-10-07", "2021-10-07")]),
    ("It falls on the 11th of December.", [("the 11th of December", "2023-12-11", "XXXX-12-11")]),
    ("It ended on 7 October 2023.", [("7 October 2023", "2023-10-07", "2023-10-07")]),
    (
        "The fair ran from March 3–5, 2010.",
        [("March 3", "2010-03-03", "2010-03-03"), ("5, 2010", "2010-03-05", "2010-03-05")],
    ),
    ("It began on 25/8/2023.", [("25/8/2023", "2023-08-25", "2023-08-25")]),
    ("It began on 7/8/2023.", [("7/8/2023", "2023-08-07", "2023")]),
    ("The mill closed in December.", [("December", "2022-12", "XXXX-12")]),
    ("The port will close in February.", [("February", "2024-02", "XXXX-02")]),
    ("The court sat in October 2007.", [("October 2007", "2007-10", "2007-10")]),
    ("By mid-November it snowed.", [("mid-November", "2023-11", "XXXX-11")]),
    ("It shut last May.", [("last May", "2023-05", None)]),
    ("It shut in July last year.", [("July last year", "2022-07", "XXXX-07")]),
    # the tense of the clause: 17 November 2023 is a Friday
    ("The service has been set for Sunday.", [("Sunday", "2023-11-19", None)]),
    ("Rescuers had reached it by Thursday.", [("Thursday", "2023-11-16", None)]),
    ("By Sunday, rescuers had reached it.", [("Sunday", "2023-11-12", None)]),
    ("They must answer by Sunday.", [("Sunday", "2023-11-19", None)]),
    ("On Sunday, in the end, Mrs. Okell declined.", [("Sunday", "2023-11-12", None)]),
    ("He could not be reached on Sunday.", [("Sunday", "2023-11-12", None)]),
    ("It could be held on Sunday.", [("Sunday", "2023-11-19", None)]),
    ("He replied: “Ask me again in January.”", [("January", "2024-01", "XXXX-01")]),
    ("The Sept. 11, 2001, attacks changed it.", [("Sept. 11, 2001", "2001-09-11", "2001-09-11")]),
    # years, decades, centuries
    ("It was built in 1948.", [("1948", "1948", "1948")]),
    ("He served 1914–18.", [("1914", "1914", "1914"), ("18", "1918", "1918")]),
    ("In ’82 the mine shut.", [("’82", "1982", "XX82")]),
    ("The early 1980s were hard.", [("The early 1980s", "198X", "198X")]),
    ("The nineties were loud.", [("The nineties", "199X", "XX9X")]),
    ("It is from the 11th century.", [("the 11th century", "10XX", "10XX")]),
    ("It was nineteen ninety-one.", [("nineteen ninety-one", "1991", "1991")]),
    # periods of reports
    ("It fell in the third quarter.", [("the third quarter", "2023-Q3", "XXXX-Q3")]),
    ("It expects a loss for the third quarter.", [("the third quarter", "2023-Q3", "XXXX-Q3")]),
    ("It rose in the first half of 2009.", [("the first half of 2009", "2009-H1", "2009-H1")]),
    (
        "Third-quarter profit rose from 4 million a year earlier.",
        [("Third-quarter", "2023-Q3", "XXXX-Q3"), ("a year earlier", "2022-Q3", None)],
    ),
    (
        "In the quarter ended Sept. 30 it lost money.",
        [("the quarter", "2023-Q3", None), ("Sept. 30", "2023-09-30", "XXXX-09-30")],
    ),
    # last, this, next; ago, later
    ("Yesterday it rained.", [("Yesterday", "2023-11-16", None)]),
    ("Talks resume later this week.", [("later this week", "2023-W46", None)]),
    ("Last month prices fell.", [("Last month", "2023-10", None)]),
    ("The coming weekend will be dry.", [("The coming weekend", "2023-W46-WE", None)]),
    ("The dam broke three days ago.", [("three days ago", "2023-11-14", None)]),
    ("The dam broke about two years ago.", [("about two years ago", "2021", None)]),
    ("A strike began six weeks ago.", [("six weeks ago", "2023-W40", None)]),
    # seasons and feasts
    ("The summer of 1990 was wet.", [("The summer of 1990", "1990-SU", "1990-SU")]),
    ("Last summer was dry.", [("Last summer", "2023-SU", None)]),
    ("They met on Christmas Eve.", [("Christmas Eve", "2023-12-24", "XXXX-12-24")]),
    ("They met on Good Friday 2011.", [("Good Friday 2011", "2011-04-22", "2011-04-22")]),
    # vague words
    ("Ostrin is now quiet.", [("now", "PRESENT_REF", "PRESENT_REF")]),
    ("It fell in recent weeks.", [("in recent weeks", "PAST_REF", "PAST_REF")]),
    ("Years ago it was a village.", [("Years ago", "PAST_REF", "PAST_REF")]),
]
TIMES: list[tuple[str, Expected]] = [
    (
        "He fell at 10:35 a.m. on Thursday.",
        [("10:35 a.m. on Thursday", "2023-11-16T10:35", "XXXX-XX-XXT10:35")],
    ),
    ("It left at 18:40 (GMT +2).", [("18:40 (GMT +2)", "2023-11-17T18:40+02:00", "XXXX-XX-XXT18:40+02:00")]),
    ("It left at 0800 UTC.", [("0800 UTC", "2023-11-17T08:00Z", "XXXX-XX-XXT08:00Z")]),
    ("Shots fell on Thursday night.", [("Thursday night", "2023-11-16TNI", None)]),
    ("It snowed last night.", [("last night", "2023-11-16TNI", None)]),
    ("It began on 2023-10-07T09:30:00Z.", [("2023-10-07T09:30:00Z",) + ("2023-10-07T09:30:00Z",) * 2]),
]
DURATIONS = {
    "The war lasted nearly two years.": ("nearly two years", "P2Y"),
    "He waited 5 1/2 hours.": ("5 1/2 hours", "PT5H30M"),
    "It was a ten-year plan.": ("ten-year", "P10Y"),
    "It took two to three weeks.": ("two to three weeks", "PXW"),
    "It was the worst storm in the past decade.": ("the past decade", "P10Y"),
}
SETS = {
    "The council meets every Thursday.": ("every Thursday", "XXXX-WXX-4"),
    "The paper appears daily.": ("daily", "P1D"),
    "It builds 15 a year.": ("a year", "P1Y"),
    "They dance on Tuesday nights.": ("Tuesday nights", "XXXX-WXX-2TNI"),
}
NO_TIMES = [
    "She may march in step.",
    "Prime Minister May spoke.",
    "The Russell 2000 fell.",
    "The Sunday Times reported it.",
    "He read the minutes of the meeting.",
    "It gave the day without checking.",
    "He read “The Daily Leak” there.",
    "This fall in prices helped.",
    "She is in her 40s.",
    "The Sept. 11 attacks changed it.",
    "It cost $2000 and weighed 1990 pounds.",
    "It was the 31 February 2020, and 30 February.",
    "The A380 beat the 747s by 3-1.",
    "It was founded in 1200 BC.",
]


@pytest.mark.parametrize(("text", "expected"), DATES + TIMES)
def test_words_and_value_with_the_publication_date(text: str, expected: Expected) -> None:
    assert values(text) == [(words, value) for words, value, _ in expected]


@pytest.mark.parametrize(("text", "expected"), DATES + TIMES)
def test_without_a_publication_date_nothing_is_filled_in(text: str, expected: Expected) -> None:
    assert values(text, None) == [(words, value) for words, _, value in expected]


@pytest.mark.parametrize("text", [text for text, _ in TIMES])
def test_clock_times_and_parts_of_a_day_are_times(text: str) -> None:
    assert {timex.type for timex in found(text)} == {TimexType.TIME}


@pytest.mark.parametrize(("text", "expected"), DURATIONS.items())
def test_lengths_are_durations(text: str, expected: tuple[str, str]) -> None:
    (timex,) = found(text)
    assert (timex.type, timex.words.text, timex.value) == (TimexType.DURATION, *expected)


@pytest.mark.parametrize(("text", "expected"), SETS.items())
def test_repeated_times_are_sets(text: str, expected: tuple[str, str]) -> None:
    (timex,) = found(text)
    assert (timex.type, timex.words.text, timex.value) == (TimexType.SET, *expected)


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert values(text) == []


def test_a_later_expression_leans_on_the_date_mentioned_before() -> None:
    text = "He came on 3 June 2020. Two days later he left, and the next day he fell ill."
    hows = [(timex.value, timex.how) for timex in found(text, None)]
    assert hows == [
        ("2020-06-03", TimexHow.STATED),
        ("2020-06-05", TimexHow.CONTEXT),
        ("2020-06-06", TimexHow.CONTEXT),
    ]


def test_a_date_without_a_year_gives_nothing_to_lean_on() -> None:
    assert values("In 2020 he came. On Oct. 7 he left; two days later he was back.", None)[-1][1] is None


@pytest.mark.parametrize(
    ("text", "published", "how"),
    [
        ("on 7 October 2023", PUBLISHED, TimexHow.STATED),
        ("on Oct. 7", None, TimexHow.STATED),
        ("on Oct. 7", PUBLISHED, TimexHow.PUBLICATION),
        ("in ’82", PUBLISHED, TimexHow.PUBLICATION),
        ("on Thursday", PUBLISHED, TimexHow.PUBLICATION),
        ("on Thursday", None, TimexHow.UNRESOLVED),
        ("recently", PUBLISHED, TimexHow.UNRESOLVED),
    ],
)
def test_how_says_what_the_value_was_worked_out_from(text: str, published: str | None, how: TimexHow) -> None:
    assert [timex.how for timex in found(text, published)] == [how]


def test_a_day_named_with_its_weekday_takes_the_year_in_which_it_falls_so() -> None:
    assert values("on Sunday, Nov. 13") == [("Sunday, Nov. 13", "2022-11-13")]


def test_expressions_carry_their_paragraph_and_only_paragraphs_are_read() -> None:
    text = "On 1 May 2020 it rained.\n\nIn 2021 it snowed.\n\nRead more: 2022"
    paragraphs = [Span(start=0, end=24), Span(start=26, end=44)]
    tagged = tag(text, paragraphs, None)
    assert [(timex.value, timex.words.paragraph) for timex in tagged] == [("2020-05-01", 1), ("2021", 2)]


GOLDEN = [
    ("Thursday", 496, "2023-11-16", None),
    ("in recent weeks", 670, "PAST_REF", "PAST_REF"),
    ("Oct. 7", 792, "2023-10-07", "XXXX-10-07"),
    ("Thursday", 1616, "2023-11-16", None),
    ("October 7", 2422, "2023-10-07", "XXXX-10-07"),
]


@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_the_golden_article_has_exactly_its_five_expressions(published: str | None) -> None:
    text = SEED.read_text(encoding="utf-8")
    ends = text.index("Related Articles")
    paragraphs, start = [], 0
    for paragraph in text[:ends].split("\n\n"):
        if paragraph.strip():
            paragraphs.append(Span(start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    tagged = [
        (t.words.text, t.words.span and t.words.span.start, t.value) for t in tag(text, paragraphs, published)
    ]
    assert tagged == [(words, at, dated if published else undated) for words, at, dated, undated in GOLDEN]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_matches_the_examples_that_made_it_necessary(rule: Rule) -> None:
    words = vocabulary()
    for example in rule.because.split("; "):
        tokens = read(example, [Span(start=0, end=len(example))], words.codes, words.capital_only)
        assert any(match.group() for match in compiled(rule.pattern).regex.finditer(tokens.codes)), example


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


PIECES = st.sampled_from(
    (
        *("last ", "Friday ", "Oct. ", "7 ", "2009 ", "31 ", "February ", "the next day ", "10:35 ", "a.m. "),
        *(
            "(GMT +8) ",
            "two ",
            "weeks ",
            "ago ",
            "later ",
            "– ",
            "-",
            "'82 ",
            "every ",
            "in ",
            "of ",
            ". ",
            "“",
        ),
        *(
            "the ",
            "quarter ",
            "9999 ",
            "years ",
            "century ",
            "1/2 ",
            "29 ",
            "first ",
            "half ",
            "Easter ",
            "ended ",
        ),
        *("\n", "é", "١٢ "),
    )
)
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.none() | st.dates().map(date.isoformat))
def test_expressions_are_verbatim_in_order_apart_and_readable(text: str, published: str | None) -> None:
    end = 0
    for timex in found(text, published):
        span = timex.words.span
        assert span is not None
        assert span.of(text) == timex.words.text
        assert span.start >= end
        end = span.end
        assert timex.value is not None or timex.how is TimexHow.UNRESOLVED
        if timex.value:
            assert dates.words(timex.value) != timex.value or timex.value.isdigit()


@settings(deadline=None)
@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 400))
def test_days_ago_are_counted_on_the_calendar(published: date, days: int) -> None:
    (timex,) = found(f"It ended {days} days ago.", published.isoformat())
    assert timex.value == (published - timedelta(days=days)).isoformat()


@settings(deadline=None)
@given(TEXTS)
def test_without_a_publication_date_only_stated_words_give_a_value(text: str) -> None:
    assert all(timex.how is not TimexHow.PUBLICATION for timex in found(text, None))


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "last ",
        "the next day ",
        "Friday ",
        "10:",
        "a.",
        "'",
        "twenty-",
        "Oct. ",
        "a couple of ",
        "$1,",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    found(text)
    assert time.process_time() - start < 10  # some two seconds at most; quadratic time would be minutes
