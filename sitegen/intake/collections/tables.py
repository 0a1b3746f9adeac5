"""``.csv`` and ``.tsv``: the first row names the columns, each further one is an article (RFC 4180)."""

import codecs
import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from sitegen.errors import SitegenError
from sitegen.intake.collections.columns import Columns, among
from sitegen.intake.collections.items import MAX_BYTES, Caution, Flaw, Found
from sitegen.intake.collections.rows import Row, read_row
from sitegen.intake.decoding import decode, refuse_file_formats

_MOST = 2 * MAX_BYTES
"""Characters of a row: quotation marks in it are doubled."""
_MOST_AGAIN = 4 * _MOST
"""Characters of a table that are read again after damaged rows: where every row has lost the first of its
marks, each runs to the end of the file."""
_BLOCK = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16-be"),
)


def read(stream: BinaryIO, *, file: str, columns: Columns, language: str | None = None) -> Iterator[Found]:
    """The articles of a table, in order. One row is in memory at a time, of UTF-8 and UTF-16 files."""
    csv.field_size_limit(_MOST)  # for the whole program, which reads no other CSV; ours is a row's limit
    try:
        text, encoding = _opened(stream, file)
        delimiter = "\t" if file.casefold().endswith((".tsv", ".tab")) else None
        table = _Table(text, file, delimiter)
        header = table.header(columns)
    except SitegenError as error:
        yield Flaw(error=error, name=None)
        return
    except UnicodeDecodeError:
        yield Flaw(
            error=SitegenError("is not the text its first bytes say", path=file, hint=_UTF8), name=None
        )
        return
    fields = among(header, columns)
    yield from _unmatched(fields, columns, table.first_line)
    places = {field: header.index(name) for field, name in fields.items()}
    try:
        for line, cells in table.rows(len(header)):
            if isinstance(cells, SitegenError):
                yield Flaw(error=cells, name=None)
                continue
            values = {field: cells[place] for field, place in places.items() if cells[place]}
            yield from read_row(
                Row(
                    values=values,
                    line=line,
                    file=file,
                    encoding=encoding,
                    language=language,
                    text_column=fields.get("text") or fields.get("html"),
                )
            )
    except UnicodeDecodeError:
        says = f"is not {encoding} from here on"
        yield Flaw(error=SitegenError(says, path=file, line=table.line, hint=_UTF8), name=None)


_UTF8 = "save the file as UTF-8 (in a spreadsheet: “CSV UTF-8”)"
_EXPORT = "export the sheet as CSV"


def _opened(stream: BinaryIO, file: str) -> tuple[io.TextIOBase, str]:
    """The file as text, and its encoding: that of its mark, UTF-8 where all of it is, else what is likeliest.

    Raises:
        SitegenError: it is no text, or too large for its encoding to be found out.
    """
    start = stream.read(16)
    stream.seek(0)
    refuse_file_formats(start, file, hint=_EXPORT)
    for mark, codec, name in _MARKS:
        if start.startswith(mark):
            return io.TextIOWrapper(stream, encoding=codec, newline=""), name
    wrong = _not_utf8(stream)
    size = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    if wrong is None:
        return io.TextIOWrapper(stream, encoding="utf-8", newline=""), "utf-8"
    if size > MAX_BYTES:
        raise SitegenError("is not UTF-8 text", path=file, line=wrong, hint=_UTF8)
    decoded = decode(stream.read(), path=file, as_what=_EXPORT)
    return io.StringIO(decoded.text, newline=""), decoded.encoding


def _not_utf8(stream: BinaryIO) -> int | None:
    """The line of the first bytes that are no UTF-8; None where all are."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    while block := stream.read(_BLOCK):
        try:
            decoder.decode(block)
        except UnicodeDecodeError as error:
            return line + block.count(b"\n", 0, error.start)
        line += block.count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return line
    return None


def _unmatched(fields: dict[str, str], columns: Columns, line: int) -> Iterator[Caution]:
    """Columns that sitegen.yml names and the table does not have."""
    for field in sorted(columns.mapped - fields.keys() - {"text", "html"}):
        names = " or ".join(f"“{name}”" for name in columns.names[field])
        yield Caution(
            says=f"there is no column {names}, where sitegen.yml says to find: {field}",
            line=line,
            hint="mend inputs: columns: in sitegen.yml, or the first row of the table",
        )


@dataclass(slots=True)
class _Table:
    """A table being read; what goes wrong in one row does not spoil the next."""

    text: io.TextIOBase
    file: str
    delimiter: str | None
    """None: still to be told, from the header."""
    line: int = 0
    """Of the row being read."""
    first_line: int = 1

    def header(self, columns: Columns) -> Sequence[str]:
        """The names of the columns.

        Raises:
            SitegenError: there are none, or none that holds an article.
        """
        source = self.text.readline(_BLOCK)
        while source and not source.strip():
            self.first_line += 1
            source = self.text.readline(_BLOCK)
        self.line = self.first_line
        if not source:
            raise SitegenError("there is no row in it", path=self.file)
        for delimiter in (self.delimiter,) if self.delimiter else (",", ";", "\t"):
            names = [name.strip() for name in _split(source, delimiter)]
            if among(names, columns).keys() & {"text", "html"}:
                self.delimiter = delimiter
                return names
        names = [name.strip() for name in _split(source, self.delimiter or ",")]
        wanted = ", ".join((*columns.names["text"], *columns.names["html"]))
        raise SitegenError(
            f"no column holds the article; the first row names: {', '.join(names)[:300]}",
            path=self.file,
            line=self.line,
            hint=f"read as the article: {wanted}; name another in sitegen.yml: inputs: columns: text",
        )

    def rows(self, width: int) -> Iterator[tuple[int, Sequence[str] | SitegenError]]:
        """Each row below the header, with the line it begins on, or what is wrong there."""
        lines = _Lines(self.text, self.first_line)
        while lines.again <= _MOST_AGAIN:
            self.line = lines.begin()
            try:
                cells = next(csv.reader(lines, delimiter=self.delimiter or ",", strict=True), None)
            except csv.Error as error:
                yield self.line, self.wrong(_in_words(error, self.separator), self.how_to_quote)
                lines.go_back()
            else:
                if cells is None:
                    return
                if len(cells) == width:
                    yield self.line, cells
                elif any(cell.strip() for cell in cells):
                    yield (
                        self.line,
                        self.wrong(f"expected {width} columns, found {len(cells)}", self.how_to_quote),
                    )
                    lines.go_back()
        yield self.line, self.wrong("too many rows are damaged; the table is not read any further", _QUOTE)

    @property
    def separator(self) -> str:
        return _SEPARATORS[self.delimiter or ","]

    @property
    def how_to_quote(self) -> str:
        return _QUOTE.format(self.separator)

    def wrong(self, message: str, hint: str) -> SitegenError:
        return SitegenError(message, path=self.file, line=self.line, hint=hint)


_QUOTE = 'put marks (") around a value that holds {}, a mark or a line end, and double the marks in it'
_SEPARATORS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}


class _Lines(Iterator[str]):
    """The lines of a text, from which a row that went wrong can be taken back but for its first line."""

    def __init__(self, text: io.TextIOBase, number: int) -> None:
        self.text = text
        self.number = number
        self.waiting: deque[str] = deque()
        self.row: list[str] = []
        self.length = 0
        self.again = 0
        """How many characters were taken back, in all."""

    def begin(self) -> int:
        """Begin a row; the number of its first line."""
        self.row.clear()
        self.length = 0
        return self.number + 1

    def go_back(self) -> None:
        """Read the row's further lines again: whatever began in its first ends there."""
        self.waiting.extendleft(reversed(self.row[1:]))
        self.number -= len(self.row) - 1
        self.again += sum(map(len, self.row[1:]))

    def __next__(self) -> str:
        line = self.waiting.popleft() if self.waiting else self.text.readline(_MOST)
        if not line:
            raise StopIteration
        self.number += 1
        self.row.append(line)
        self.length += len(line)
        if self.length > _MOST:
            raise csv.Error("too long")
        return line


def _split(line: str, delimiter: str) -> Sequence[str]:
    """The cells of a line; an odd quotation mark is taken as it stands."""
    return next(csv.reader([line], delimiter=delimiter), [])


def _in_words(error: csv.Error, separator: str) -> str:
    says = str(error)
    if "unexpected end" in says:
        return "a quotation mark is opened here and never closed"
    if "too long" in says or "field larger" in says:
        return f"a row of more than {_MOST // 1_000_000} MB, or a quotation mark that is never closed"
    if "expected after" in says:
        return f"not valid CSV: expected {separator} or the line end behind a closing quotation mark"
    return f"not valid CSV: {says}"
