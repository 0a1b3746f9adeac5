"""iCalendar (RFC 5545), all-day events. The library escapes and folds whatever the source says.

Dates and names that are made here, of digits and letters, are written as they are: the library takes five
times as long over a whole event as over its texts. ``DTSTAMP`` is the day the article was published, never
when the calendar was written.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from icalendar import vText
from icalendar.parser import Contentline

from sitegen.site.characters import shortened
from sitegen.site.export_paths import is_short
from sitegen.site.exports.records import HEADLINE, Heading, Record
from sitegen.site.exports.wording import counted, how_words

_NO_DATE = "1970-01-01"
"""The stamp of an event whose article states no day: a stamp is demanded, and none is invented."""


def event(record: Record) -> str | None:
    """An event of the calendar; None for one that has no place there."""
    if record.earliest is None or record.latest is None or not is_short(record.value):
        return None
    telling = record.telling
    host = telling.url.partition("://")[2].partition("/")[0] if telling.url is not None else "sitegen.invalid"
    articles = "\n".join(each.title for each in record.tellings)
    written = f"“{telling.words}”: {record.date_words}, {how_words(telling.how)}"
    return "".join(
        (
            "BEGIN:VEVENT\r\n",
            _folded(f"UID:{record.identity}@{host}"),
            f"DTSTAMP:{_digits(telling.published or _NO_DATE)}T000000Z\r\n",
            f"DTSTART;VALUE=DATE:{_digits(record.earliest.isoformat())}\r\n",
            _day_after(record.latest),
            _text("SUMMARY", shortened(telling.sentence, HEADLINE)),
            _text("DESCRIPTION", f"{telling.sentence}\n\n{written}\n\n{articles}"),
            "TRANSP:TRANSPARENT\r\n",  # nobody is busy because of it
            "" if telling.url is None else _folded(f"URL:{telling.url}"),
            "END:VEVENT\r\n",
        )
    )


def whole(heading: Heading, events: Sequence[str], total: int) -> bytes:
    """The calendar of ``events``; how many of the ``total`` it leaves out is said in its description."""
    description = f"{counted(len(events), 'dated sentence')}."
    if len(events) < total:
        description += f" Left out, because dated to no one month: {total - len(events):,}."
    lines = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//sitegen//timeline//EN\r\n",
        _text("X-WR-CALNAME", heading.title),
        _text("X-WR-CALDESC", description),
        *events,
        "END:VCALENDAR\r\n",
    )
    return "".join(lines).encode()


def _day_after(last: date) -> str:
    """Where an all-day event ends: before the day after. The last day there is has none."""
    if last == date.max:
        return ""
    return f"DTEND;VALUE=DATE:{_digits((last + timedelta(days=1)).isoformat())}\r\n"


def _digits(day: str) -> str:
    return day.replace("-", "")


def _text(name: str, text: str) -> str:
    return _folded(f"{name}:{vText(_lines(text)).to_ical().decode()}")


def _folded(line: str) -> str:
    return bytes(Contentline(line).to_ical()).decode() + "\r\n"  # type: ignore[no-untyped-call]  # of the library


def _lines(text: str) -> str:
    """``text`` with one kind of line end; the library would leave a bare return as it is."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
