"""Our own form, the whole of it: ``timeline.json``, documented in ``docs/exports.md``."""

from collections.abc import Mapping, Sequence

from sitegen.site.json_text import with_events
from sitegen.site.exports.records import Heading, Record, Telling

VERSION = 1
"""Of the shape. It changes when a member goes or means something else, not when one is added."""


def write(heading: Heading, records: Sequence[Record]) -> bytes:
    """Every event, however well it is dated."""
    head = {
        "version": VERSION,
        "title": heading.title,
        "language": heading.language,
        "site": heading.base_url,
    }
    return with_events(head, (_event(each) for each in records))


def _event(record: Record) -> Mapping[str, object]:
    return {
        "id": record.identity,
        "value": record.value,
        "earliest": None if record.earliest is None else record.earliest.isoformat(),
        "latest": None if record.latest is None else record.latest.isoformat(),
        "precision": record.precision.value,
        "date": record.date_words,
        **_telling(record.telling),
        "told_in": [_telling(each) for each in record.told_in],
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
