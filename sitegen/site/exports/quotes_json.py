"""Quotations in our own form: ``quotes.json``, documented in ``docs/exports.md``."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.site.exports.quote_records import QuoteRecord
from sitegen.site.exports.records import Heading
from sitegen.site.json_text import json_text, listed

VERSION = 1
"""Of the shape. It changes when a member goes or means something else, not when one is added."""


def whole(heading: Heading, records: Iterable[QuoteRecord]) -> Iterator[bytes]:
    """The file, a piece for each quotation."""
    head = {
        "version": VERSION,
        "title": heading.title,
        "language": heading.language,
        "site": heading.base_url,
    }
    return listed(head, "quotations", (json_text(_quotation(each)) for each in records))


def _quotation(record: QuoteRecord) -> Mapping[str, object]:
    span, origin = record.span, record.origin
    return {
        "id": record.identity,
        "number": record.number,
        "words": record.words,
        "matches_source": record.matches_source,
        "kind": record.kind,
        "speaker": record.speaker,
        "speaker_page": record.speaker_page,
        "how": record.how,
        "certainty": record.certainty,
        "found": record.found,
        "mention": record.mention,
        "cue": record.cue,
        "relayed_by": record.relayed_by,
        "paragraph": record.paragraph,
        "span": None if span is None else {"start": span.start, "end": span.end},
        "page": record.page,
        "article": {
            "slug": origin.slug,
            "title": origin.title,
            "published": origin.published,
            "publisher": origin.publisher,
            "language": origin.language,
            "url": origin.url,
            "sha256": origin.sha256,
        },
    }
