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
    [\s\u200b-\u200f\u2028-\u202f\u2060\ufeff\ufffd\x00-\x1f]*  # what a spreadsheet may drop or not show
    [=+\-@＝＋－＠\t\r\n]  # begins a formula, in either width, or is dropped before one
    """,
    re.VERBOSE,
)


def event(record: Record) -> str:
    """A row, however well the event is dated."""
    return row([inert(cell) for cell in _row(record)])


def whole(_: Heading, events: Sequence[str], __: int) -> bytes:
    """The table of ``events``. A byte order mark tells spreadsheets that it is UTF-8."""
    return "".join((row(COLUMNS), *events)).encode("utf-8-sig")


def row(cells: Sequence[str]) -> str:
    """One line of a table."""
    line = StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue()


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
        str(record.told_in),
        " ".join(each.slug for each in record.tellings),
    )


def inert(cell: str) -> str:
    """``cell``, with an apostrophe before it where a spreadsheet would take it for a formula and run it."""
    return f"'{cell}" if _FORMULA.match(cell) else cell
