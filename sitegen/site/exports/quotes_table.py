"""Quotations as CSV (RFC 4180) for spreadsheets: one a row."""

from collections.abc import Iterable, Iterator

from sitegen.site.exports.quote_records import QuoteRecord
from sitegen.site.exports.records import Heading
from sitegen.site.exports.table import inert, row

COLUMNS = (
    *("id", "number", "words", "kind", "speaker", "how", "certainty", "found", "mention", "cue"),
    *("relayed_by", "paragraph", "span_start", "span_end", "page", "speaker_page"),
    *("article", "slug", "published", "publisher", "language", "url", "sha256"),
    "matches_source",  # the last, so that no column moves that a formula counts on
)

_MATCHES = {True: "true", False: "false", None: ""}


def whole(heading: Heading, records: Iterable[QuoteRecord]) -> Iterator[bytes]:
    """The file, a piece for each quotation. A byte order mark tells spreadsheets that it is UTF-8."""
    yield row(COLUMNS).encode("utf-8-sig")
    for record in records:
        yield row([inert(cell) for cell in _cells(record, heading.base_url or "")]).encode()


def _cells(record: QuoteRecord, base: str) -> tuple[str, ...]:
    span, origin = record.span, record.origin
    return (
        record.identity,
        str(record.number),
        record.words,
        record.kind,
        record.speaker or "",
        record.how,
        record.certainty,
        record.found,
        record.mention or "",
        record.cue or "",
        "; ".join(record.relayed_by),
        "" if record.paragraph is None else str(record.paragraph),
        "" if span is None else str(span.start),
        "" if span is None else str(span.end),
        base + record.page,
        "" if record.speaker_page is None else base + record.speaker_page,
        origin.title,
        origin.slug,
        origin.published or "",
        origin.publisher or "",
        origin.language or "",
        origin.url or "",
        origin.sha256 or "",
        _MATCHES[record.matches_source],
    )
