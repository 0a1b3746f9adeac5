"""time_expressions: which words name a time, what it is worked out from, and what stays unknown."""

import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import dates
from sitegen.extract.time.rules import Rule, compiled
from sitegen.extract.time.tokens import read
from sitegen.extract.time.vocabulary import vocabulary
from sitegen.extract.time_expressions import RULES, tag
from sitegen.model import Span, TimeExpression, TimexHow

PUBLISHED = "2023-11-17"  # a Friday
SEED = Path(__file__).parents[2] / "seeds" / "000_f595f13f6f618aec.txt"


def found(text: str, published: str | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    return tag(text, [Span(start=0, end=len(text))] if text else [], published)


def values(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str | None]]:
    return [(timex.words.text, timex.value) for timex in found(text, published)]


MARKED = re.compile(r"\[([^\[\]|]+) \| (\w+) \| ([^|\]]+) \| (\w+)\]")
"""[words | TYPE | value | how] in a sentence of the gold; "?" for a value that stays open."""
Marked = tuple[int, str, str, str | None, str]
"""Where the words start, the words, type, value and how."""


def unmarked(line: str) -> tuple[str, list[Marked]]:
    """The sentence without its marks, and what they say."""
    text, end, expected = "", 0, []
    for mark in MARKED.finditer(line):
        text += line[end : mark.start()]
        words, kind, value, how = mark.groups()
        expected.append((len(text), words, kind, None if value == "?" else value, how))
        text, end = text + words, mark.end()
    return text + line[end:], expected


def gold() -> Iterator[tuple[str, str | None]]:
    """Every sentence of ``tests/extract/time_expressions``, and the publication date it is read with."""
    for path in sorted((Path(__file__).parent / "time_expressions").glob("*.yml")):
        for group in yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader):  # noqa: S506 - strings only
            published = None if group["published"] == "null" else group["published"]
            for line in group["sentences"]:
                yield line, published


@pytest.mark.parametrize(("line", "published"), list(gold()))
def test_sentences_read_as_their_marks_say(line: str, published: str | None) -> None:
    text, expected = unmarked(line)
    assert [
        (x.words.span and x.words.span.start, x.words.text, x.type, x.value, x.how)
        for x in found(text, published)
    ] == expected


def test_the_gold_is_large_enough_and_marks_nothing_half() -> None:
    readings = [unmarked(line) for line, _ in gold()]
    assert sum(len(expected) for _, expected in readings) >= 250
    assert not [text for text, _ in readings if set("[]|") & set(text)]


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
    for example in rule.because.split("; "):
        matches = compiled(rule.pattern).regex.finditer(codes_in(example))
        assert any(match.group() for match in matches), example


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def codes_in(text: str) -> str:
    words = vocabulary()
    paragraphs = [Span(start=0, end=len(text))] if text else []
    return read(text, paragraphs, words.codes, words.capital_only).codes


def assert_matches_hold_what_their_rules_need(codes: str) -> None:
    for rule in RULES:
        pattern = compiled(rule.pattern)
        for match in pattern.regex.finditer(codes):
            assert pattern.needs & set(match.group()), (rule.name, match)


def test_no_match_in_the_gold_would_be_missed_by_trying_a_rule_only_where_it_is_needed() -> None:
    for line, _ in gold():
        assert_matches_hold_what_their_rules_need(codes_in(unmarked(line)[0]))


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


@settings(max_examples=300)
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


@settings(max_examples=200)
@given(TEXTS)
def test_no_match_would_be_missed_in_any_text(text: str) -> None:
    assert_matches_hold_what_their_rules_need(codes_in(text))


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2090, 1, 1)), st.integers(1, 400))
def test_days_ago_are_counted_on_the_calendar(published: date, days: int) -> None:
    (timex,) = found(f"It ended {days} days ago.", published.isoformat())
    assert timex.value == (published - timedelta(days=days)).isoformat()


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
        "May ",
        "May to ",
        "'80s ",
        "two and a half ",
        "third quarter of ",
        "a couple of ",
        "$1,",
    ],
)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    found(text)
    assert time.process_time() - start < 10  # some two seconds at most; quadratic time would be minutes
