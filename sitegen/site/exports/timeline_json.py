"""Our own form, the whole of it: ``timeline.json``, documented in ``docs/exports.md``."""

from collections.abc import Mapping, Sequence

from sitegen.site.exports.records import Heading, Record, Telling
from sitegen.site.json_text import json_text, with_events

VERSION = 1
"""Of the shape. It changes when a member goes or means something else, not when one is added."""


def event(record: Record) -> str:
    """An event, however well it is dated."""
    return json_text(_event(record))


def whole(heading: Heading, events: Sequence[str], _: int) -> bytes:
    """The timeline of ``events``."""
    head = {
        "version": VERSION,
        "title": heading.title,
        "language": heading.language,
        "site": heading.base_url,
    }
    return with_events(head, events)


def _event(record: Record) -> Mapping[str, object]:
    return {
        "id": record.identity,
        "value": record.value,
        "earliest": None if record.earliest is None else record.earliest.isoformat(),
        "latest": None if record.latest is None else record.latest.isoformat(),
        "precision": record.precision.value,
        "date": record.date_words,
        **_telling(record.telling),
        "told_in": record.told_in,
        "other_tellings": [_telling(each) for each in record.others],
    }


def _telling(telling: Telling) -> Mapping[str, object]:
    span = telling.span
    return {
        "words": telling.words,
        "how": telling.how.value,
        "sentence": telling.sentence,
        "span": None if span is None else {"start": span.start, "end": span.end},
        "article": {
            "slug": telling.slug,
            "title": telling.title,
            "published": telling.published,
            "publisher": telling.publisher,
            "page": telling.page,
        },
    }
