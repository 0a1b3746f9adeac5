"""iCalendar (RFC 5545), all-day events; the library escapes and folds.

``DTSTAMP`` is when the article last changed as its source states it, never when the calendar was written.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from textwrap import shorten

from icalendar import Calendar, Event

from sitegen.site.exports.records import Heading, Record
from sitegen.site.pages.wording import counted, how_words

LONGEST = timedelta(days=31)
"""A month. What is dated to a quarter or a year would lie over every day of it, and is left out."""

SUMMARY = 100
"""Characters; a longer sentence is cut at a word. It stands whole in the description."""

_NO_DATE = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of an event whose article states no day: a stamp is demanded, and none is invented."""


def write(heading: Heading, records: Sequence[Record]) -> bytes:
    """The events that have a place in a calendar; how many have none is said in its description."""
    placed = [each for each in records if _has_place(each)]
    calendar = Calendar()
    calendar.add("prodid", "-//sitegen//timeline//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _lines(heading.title))
    calendar.add("x-wr-caldesc", _description(len(placed), len(records)))
    begin, _, end = calendar.to_ical().rpartition(b"END:VCALENDAR")
    host = heading.base_url.partition("://")[2].partition("/")[0] if heading.base_url else "sitegen.invalid"
    return b"".join((begin, *(_event(each, host) for each in placed), b"END:VCALENDAR", end))


def _has_place(record: Record) -> bool:
    first, last = record.earliest, record.latest
    return first is not None and last is not None and last - first < LONGEST


def _description(placed: int, total: int) -> str:
    description = f"{counted(placed, 'dated sentence')}."
    if placed < total:
        description += f" Left out, because dated to no one month: {total - placed:,}."
    return description


def _event(record: Record, host: str) -> bytes:
    telling = record.telling
    event = Event()
    event.add("uid", f"{record.identity}@{host}")
    event.add("dtstamp", _stamp(telling.published))
    event.add("dtstart", record.earliest)
    if record.latest is not None and record.latest < date.max:
        event.add("dtend", record.latest + timedelta(days=1))  # the first day after
    event.add("summary", shorten(_lines(telling.sentence), SUMMARY, placeholder=" …"))
    articles = "\n".join(each.title for each in record.told_in)
    written = f"“{telling.words}”: {record.date_words}, {how_words(telling.how)}"
    event.add("description", _lines(f"{telling.sentence}\n\n{written}\n\n{articles}"))
    event.add("transp", "TRANSPARENT")  # nobody is busy because of it
    if telling.url is not None:
        event.add("url", telling.url)
    return bytes(event.to_ical())


def _stamp(published: str | None) -> datetime:
    day = _NO_DATE if published is None else datetime.fromisoformat(published)
    return day.replace(tzinfo=UTC)


def _lines(text: str) -> str:
    """``text`` with one kind of line end; the library would leave a bare return as it is."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
