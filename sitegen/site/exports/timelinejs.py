"""The JSON that TimelineJS reads (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS puts ``text`` and ``group`` into its page as HTML, so whatever the source says is escaped in them.
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from markupsafe import Markup, escape

from sitegen.site.characters import shortened
from sitegen.site.export_paths import has_bounds
from sitegen.site.exports.records import HEADLINE, Heading, Record, Telling
from sitegen.site.exports.wording import counted, how_words
from sitegen.site.json_text import json_text, with_events
from sitegen.site.timeline.precision import Precision

_ONE_DATE = frozenset({Precision.TIME, Precision.DAY, Precision.MONTH, Precision.YEAR})
"""What TimelineJS shows as one date of that precision; anything else has a beginning and an end."""

_CLOCK = re.compile(r"T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2}))?")


def event(record: Record) -> str | None:
    """A slide; None for an event that TimelineJS cannot place."""
    return json_text(_slide(record)) if has_bounds(record.value) else None


def whole(heading: Heading, events: Sequence[str], total: int) -> bytes:
    """The timeline of ``events``; how many of the ``total`` it leaves out is said on its title slide."""
    summary = f"<p>{counted(len(events), 'dated sentence')}.</p>"
    if len(events) < total:
        summary += f"<p>Left out, because the year or the day is not known: {total - len(events):,}.</p>"
    title = {"text": {"headline": escape(heading.title), "text": summary}, "unique_id": "title"}
    return with_events({"scale": "human", "title": title}, events)


def _slide(record: Record) -> Mapping[str, object]:
    telling = record.telling
    event: dict[str, object] = {
        "start_date": _start(record),
        "display_date": escape(record.date_words),
        "text": {
            "headline": escape(shortened(telling.sentence, HEADLINE)),
            "text": _text(record),
        },
        "unique_id": f"e{record.identity}",
    }
    if record.latest is not None and record.precision not in _ONE_DATE:
        event["end_date"] = _day(record.latest)
    if telling.publisher:
        event["group"] = escape(telling.publisher)
    return event


def _start(record: Record) -> Mapping[str, int]:
    assert record.earliest is not None  # noqa: S101 - only such records are placed
    whole = _day(record.earliest)
    if record.precision is Precision.YEAR:
        return {"year": whole["year"]}
    if record.precision is Precision.MONTH:
        return {"year": whole["year"], "month": whole["month"]}
    clock = _CLOCK.search(record.value or "") if record.precision is Precision.TIME else None
    if clock is not None and int(clock["hour"]) < 24:
        return {**whole, "hour": int(clock["hour"]), "minute": int(clock["minute"] or 0)}
    return whole


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _text(record: Record) -> str:
    telling = record.telling
    words = Markup("<p>{}</p><p>“{}” ({})</p>").format(
        telling.sentence, telling.words, how_words(telling.how)
    )
    articles = Markup(", ").join(_article(each) for each in record.tellings)
    return words + Markup("<p>{}</p>").format(articles)


def _article(telling: Telling) -> Markup:
    if telling.url is None:
        return escape(telling.title)
    return Markup('<a href="{}">{}</a>').format(telling.url, telling.title)
