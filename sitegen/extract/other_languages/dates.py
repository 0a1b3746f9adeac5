"""The dates of a text in any language that can be read in one way only: day, month and year, written out.

ISO dates (2031-10-03), and those that :mod:`calendars` knows ("3. Oktober 2031", "2031年10月3日"). Not
"3/4/2031", which is a day in March or in April; not "Friday"; not a month without a day: "Mars 2020" is a
spacecraft, too.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sitegen.extract.other_languages.calendars import Calendar, calendar
from sitegen.model import Excerpt, Span, TimeExpression, TimexHow, TimexType

_ISO = re.compile(
    r"""
    (?<![0-9A-Za-z_./-])
    (?P<year>[0-9]{4}) - (?P<number>[0-9]{2}) - (?P<day>[0-9]{2})
    (?![0-9_/] | -[\w])
    """,
    re.VERBOSE,
)


def tag(text: str, paragraphs: Sequence[Span], language: str) -> tuple[TimeExpression, ...]:
    """The certain dates in ``paragraphs`` of ``text``, in text order, none overlapping another."""
    known = calendar(language)
    found: list[TimeExpression] = []
    for number, paragraph in enumerate(paragraphs, 1):
        here = list(_dates(text, paragraph, number, _ISO, None))
        if known is not None:
            taken = {timex.words.span for timex in here}
            written = _dates(text, paragraph, number, known.written, known)
            here += [timex for timex in written if timex.words.span not in taken]
        found += sorted(here, key=_start)
    return tuple(found)


def _dates(
    text: str, paragraph: Span, number: int, pattern: re.Pattern[str], known: Calendar | None
) -> Iterator[TimeExpression]:
    for match in pattern.finditer(text, paragraph.start, paragraph.end):
        value = _value(match, known)
        if value is None:
            continue
        span = Span(start=match.start(), end=match.end())
        words = Excerpt(text=span.of(text), span=span, paragraph=number)
        yield TimeExpression(words=words, type=TimexType.DATE, value=value, how=TimexHow.STATED)


def _value(match: re.Match[str], known: Calendar | None) -> str | None:
    """The ISO date; None for a day that no calendar has, and where two names are of two months."""
    stated = match.groupdict()
    names = [stated[group].lower() for group in ("month", "other") if stated.get(group)]
    # A name in capitals may fold into none: MAYIS into "mayis", which is not the Turkish "mayıs".
    months = {known.months.get(name) for name in names} if known and names else {int(stated["number"])}
    month = months.pop()
    if months or month is None:
        return None
    try:
        return date(int(stated["year"]), month, int(stated["day"])).isoformat()
    except ValueError:
        return None


def _start(timex: TimeExpression) -> int:
    return -1 if timex.words.span is None else timex.words.span.start
