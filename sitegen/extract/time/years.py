"""Rules for years, decades and centuries, and for numbers that look like a year and are none."""

import re

from sitegen.extract.time.context import Context
from sitegen.extract.time.moments import Grain, Moment, of_year, on
from sitegen.extract.time.numbers import ordinal
from sitegen.extract.time.rules import Match, Readings, Rule, no_time
from sitegen.extract.time.stated import NOT_A_COUNT, inferred, stated, with_century, year_of


def _year(match: Match, context: Context) -> Readings:
    year = year_of(match, context)
    if isinstance(year, int):
        if year < 1800 and year % 100 == 0 and match.preceded_by("the", "y"):
            return None  # "he ran the 1500"
        return stated(f"{year:04}", of_year(year))
    return stated(year) if year else None


def _years(match: Match, _: Context) -> Readings:
    """Both ends of a span of years; the second may leave out its century: 1914–18."""
    first, text = int(match.text("first")), match.text("second").lstrip("'’‘")
    last = int(str(first)[: -len(text)] + text) if len(text) < 4 else int(text)
    if not first < last < first + 300:
        return None
    return (
        stated(f"{first:04}", of_year(first), "first"),
        stated(f"{last:04}", of_year(last), "second"),
    )


def _double_year(match: Match, _: Context) -> Readings:
    first = int(match.text("t")[:4])
    return stated(f"{first:04}", of_year(first)) if int(match.text("t")[5:]) == (first + 1) % 100 else None


def _decade(match: Match, context: Context) -> Readings:
    four_digits = (match.text("x") or match.text("x2"))[:4]
    if four_digits:
        return (
            stated(f"{four_digits[:3]}X", _decade_from(int(four_digits))) if four_digits[3] == "0" else None
        )
    if match.has("s"):
        two_digits = int(re.sub(r"\D", "", match.text("s")))
    elif match.has("words"):
        two_digits = int(match.value("words") or 0) * 10
    else:
        return None
    if two_digits < 20 or two_digits % 10:
        return None
    year = with_century(two_digits, context)
    if isinstance(year, str):
        return stated(f"XX{two_digits // 10}X")
    # "the nineties", said in 1992, are those; said in 2092 they are the ones just past.
    if context.published and year > context.published.year:
        year -= 100
    return inferred(_decade_from(year))


def _decade_from(year: int) -> Moment | None:
    day = on(year, 1, 1)
    return Moment(start=day.start, grain=Grain.DECADE) if day else None


def _century(match: Match, _: Context) -> Readings:
    number = ordinal(match, "n")
    if number is None or not 2 <= number <= 21:
        return None
    day = on((number - 1) * 100, 1, 1)
    return stated(f"{number - 1:02}XX", Moment(start=day.start, grain=Grain.CENTURY) if day else None)


def _centuries(match: Match, _: Context) -> Readings:
    """Both of two centuries; the first leaves the word to the second."""
    numbers = [(ordinal(match, "n"), "first"), (ordinal(match, "o"), "second")]
    if any(number is None or not 2 <= number <= 21 for number, _ in numbers):
        return None
    return tuple(stated(f"{(number or 1) - 1:02}XX", None, group) for number, group in numbers)


RULES = (
    Rule(
        name="year",
        because="1948; the end of 1990; in '82; the year two thousand",
        pattern=r"{part}? {year} " + NOT_A_COUNT + " (?! <hyphen|plus> )"
        r" | {part}? <the> <year_word> (?: {year} | <millennium:two_thousand> )",
        resolve=_year,
    ),
    Rule(
        name="year in words",
        because="nineteen ninety-one",
        pattern=r"{part}? <yy:centuries_in_words> <yt:tens> (?: <hyphen>? <yo:ones> )?",
        resolve=_year,
    ),
    Rule(
        name="years",
        because="1914–18; 2010-2012",
        pattern=r"<first:year> <dash> <second:year|two_digits|short_year>",
        resolve=_years,
    ),
    Rule(
        name="double year",
        because="the 2010/11 season",
        pattern="<t:double_year>",
        resolve=_double_year,
    ),
    Rule(
        name="decade",
        because="the early 1980s; the '80s; the nineties; the last half of the 1980s",
        pattern=r"(?<! <its> ) (?: {part} | <the>? <half_ordinals> <half> <of> )?"
        r" <the>? (?: <x:decade> | <s:short_decade> )"
        r" | <the> {part}? <x2:year> <possessive>"
        r" | <the> {part}? <words:decades_in_words>",
        resolve=_decade,
    ),
    Rule(
        name="century",
        because="the 20th century; the late nineteenth century",
        pattern=r"{part}? <the>? (?P<n> <day_ordinal|ordinals> ) <hyphen>? <century>",
        resolve=_century,
    ),
    Rule(
        name="centuries",
        because="the 19th and 20th centuries",
        pattern=r"(?P<first> {part}? <the>? (?P<n> <day_ordinal|ordinals> ) ) <and|to>"
        r" (?P<second> (?P<o> <day_ordinal|ordinals> ) <centuries> )",
        resolve=_centuries,
    ),
    Rule(
        name="no year",
        because="the Russell 2000; Flight 1990; 2,000 people",
        pattern=r"<names_before_a_number> <dot>? <hyphen>? <number>"
        r" | <number> <things_counted> | <number> <plus>",
        resolve=no_time,
    ),
    Rule(
        name="before our era",
        because="in 1200 BC",
        pattern=r"<int> <era>",
        resolve=no_time,
    ),
)
