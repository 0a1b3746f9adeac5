"""CSV (RFC 4180) for spreadsheets: one event a row."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from sitegen.site.exports.records import Heading, Record

COLUMNS = (
    *("id", "value", "earliest", "latest", "precision", "date", "words", "how", "sentence"),
    *(
        "article",
        "slug",
        "published",
        "publisher",
        "page",
        "span_start",
        "span_end",
        "told_in",
        "told_in_slugs",
    ),
)

_FORMULA = re.compile(
    r"""
    [ ]*             # blanks that a spreadsheet drops
    [=+\-@＝＋－＠   # begin a formula, in either width
     \t\r\n]         # or are dropped, and what follows them begins one
    """,
    re.VERBOSE,
)


def write(_: Heading, records: Sequence[Record]) -> bytes:
    """Every event, however well it is dated. A byte order mark tells spreadsheets that it is UTF-8."""
    rows = StringIO(newline="")
    writer = csv.writer(rows)
    writer.writerow(COLUMNS)
    writer.writerows([inert(cell) for cell in _row(record)] for record in records)
    return rows.getvalue().encode("utf-8-sig")


def _row(record: Record) -> tuple[str, ...]:
    telling, span = record.telling, record.telling.span
    return (
        record.identity,
        record.value or "",
        "" if record.earliest is None else record.earliest.isoformat(),
        "" if record.latest is None else record.latest.isoformat(),
        record.precision.value,
        record.date_words,
        telling.words,
        telling.how.value,
        telling.sentence,
        telling.title,
        telling.slug,
        telling.published or "",
        telling.publisher or "",
        telling.url or telling.page,
        "" if span is None else str(span.start),
        "" if span is None else str(span.end),
        str(len(record.told_in)),
        " ".join(each.slug for each in record.told_in),
    )


def inert(cell: str) -> str:
    """``cell``, with an apostrophe before it where a spreadsheet would take it for a formula and run it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
