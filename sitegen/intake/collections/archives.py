"""``.warc`` and ``.warc.gz``: every web page in an archive is read as a saved page (WARC 1.1, ISO 28500).

Read by warcio, a record at a time. A damaged record is named by the byte it begins at, and the next one is
looked for behind it.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from dataclasses import dataclass
from email.message import Message
from gzip import BadGzipFile
from typing import Any, BinaryIO

from sitegen.errors import SitegenError
from sitegen.facts import is_web_address
from sitegen.intake.collections import packing
from sitegen.intake.collections.items import (
    MAX_BYTES,
    Caution,
    Flaw,
    Form,
    Found,
    Item,
    is_whole_text,
    name_of,
)
from sitegen.model import Facts

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_BLOCK = 1 << 16
_MOST_UNPACKED = 256_000_000
"""Bytes that any file may unpack to; a larger one to a hundred times its size. Beyond is a gzip bomb."""
_LONGEST_LINE = 1 << 16
_MOST_LINES = 2_000
"""Of the heads of one record."""
_GZIP = b"\x1f\x8b\x08"
_TOO_LARGE = f"it is larger than {MAX_BYTES // 1_000_000} MB"
_NEXT = {True: re.compile(re.escape(_GZIP)), False: re.compile(rb"(?<=\n)WARC/1\.")}
_NOT_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Record:
    """What a record is, and where the next one begins."""

    end: int
    """Byte of the file."""
    unpacked: int
    """Bytes it unpacked to."""
    uri: str | None
    """Of a page that was served whole; None: the record is something else."""
    date: str = ""
    """When the page was captured, digits alone, so that the order of two is that of their texts."""
    is_cut: bool = False
    """True: the crawler kept only a part of the page."""


_BOMB = "no crawl packs so tightly: remove the file, or if you trust it unpack it with gunzip"
_IN_WORDS = {"ArchiveLoadFailed": "no WARC record begins there", "EOFError": "it ends too early"}


class _DamagedError(Exception):
    """A record that cannot be read; what is wrong with it."""

    def __init__(self, says: str, hint: str = "save it again") -> None:
        super().__init__(says)
        self.hint = hint


def read(stream: BinaryIO, *, file: str, **_: object) -> Iterator[Found]:
    """The pages of an archive, in order; of several captures of one address the latest.

    What other readers are told of columns and of the facts beside the file, a page states itself.
    The archive is gone through twice: once for what it holds, once for the pages that were chosen.
    """
    latest: dict[str, tuple[str, int]] = {}
    size = stream.seek(0, io.SEEK_END)
    for found in _records(stream, size, file):
        if isinstance(found, Flaw):
            yield found
            continue
        offset, record = found
        if record.uri is not None:
            latest[record.uri] = max((record.date, offset), latest.get(record.uri, ("", -1)))
    if size == 0:
        yield Flaw(error=SitegenError("the file is empty", path=file), name=None)
    for offset, uri in sorted((offset, uri) for uri, (_, offset) in latest.items()):
        yield from _page(stream, offset, uri, file)


def _records(stream: BinaryIO, size: int, file: str) -> Iterator[tuple[int, _Record] | Flaw]:
    """Every record with the byte it begins at; one flaw for each stretch that cannot be read."""
    is_gzip = stream.seek(0) == 0 and stream.read(3) == _GZIP
    most = max(_MOST_UNPACKED, 100 * size)
    offset = 0
    while offset < size:
        try:
            record, _ = _record(stream, offset, most=most)
        except _DamagedError as damage:
            yield _damaged(damage, offset, file)
            offset = _next(stream, offset, is_gzip=is_gzip) or size
            continue
        yield offset, record
        most -= record.unpacked
        offset = record.end
        if most < 0:
            says = "unpacks to more than a hundred times its size, and is not read further"
            yield Flaw(error=SitegenError(says, path=file, hint=_BOMB), name=None)
            return


def _damaged(what: _DamagedError, offset: int, file: str) -> Flaw:
    error = SitegenError(f"the record at byte {offset} is damaged: {what}", path=file, hint=what.hint)
    return Flaw(error=error, name=None)


def _next(stream: BinaryIO, offset: int, *, is_gzip: bool) -> int | None:
    """Where, behind ``offset``, a record may begin; None: nowhere."""
    before, start = b"", offset + 1
    stream.seek(start)
    while block := stream.read(1 << 20):
        window = before + block
        if found := _NEXT[is_gzip].search(window):
            return start - len(before) + found.start()
        before, start = window[-8:], start + len(block)
    return None


def _record(
    stream: BinaryIO, offset: int, *, most: int, wanted: bool = False
) -> tuple[_Record, tuple[bytes, Any] | None]:
    """The record at ``offset``; with the bytes and the HTTP head of its page, if it is one that is wanted.

    Raises:
        _DamagedError: there is no record there, or it ends before its end.
    """
    # A twentieth of a second to import, and needed only where there is an archive.
    from warcio.archiveiterator import WARCIterator  # noqa: PLC0415

    stream.seek(offset)
    said = io.StringIO()
    try:
        # warcio tells of damage in two ways: it raises, or it writes to standard error and goes on.
        with redirect_stderr(said):
            records = WARCIterator(stream)
            records.reader.readline = _bounded(records.reader.readline)
            record = next(records, None)
            if record is None:
                raise _DamagedError("there is nothing in it")
            body = record.raw_stream.read(MAX_BYTES + 1) if wanted else b""
            length = len(body) + _passed(record.raw_stream, most)
            if length > most:
                return _Record(end=offset, unpacked=length, uri=None), None
            promised = record.payload_length if record.http_headers else record.length
            records.read_to_end()
            end = records.offset  # behind the blank lines, too
    except _DamagedError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever bytes do to warcio, the records behind them are read
        raise _DamagedError(
            _IN_WORDS.get(type(error).__name__, f"it is malformed ({type(error).__name__})")
        ) from None
    if length < (promised or 0):
        raise _DamagedError("it ends too early")
    if records.next_line and records.reader and records.reader.decompressor:
        raise _DamagedError("all records are packed as one", hint="unpack the file with gunzip")
    if said.getvalue() or end <= offset:
        raise _DamagedError("its length is wrong")
    if _has_no_head(record):
        raise _DamagedError("its head is damaged")
    return _told(record, end, length), (body, record.http_headers) if wanted else None


def _has_no_head(record: Any) -> bool:
    """True for a record of no kind, and for a web response without its HTTP head."""
    kind = record.rec_type or ""
    is_served = (record.content_type or "").startswith("application/http")
    return not (kind and kind.isprintable()) or (kind == "response" and is_served and not record.http_headers)


def _bounded(readline: Callable[..., bytes]) -> Callable[..., bytes]:
    """``readline`` for the heads of one record: a gzip bomb may be a head without an end."""
    lines = 0

    def read(length: int | None = None) -> bytes:
        nonlocal lines
        lines += 1
        if lines > _MOST_LINES:
            raise _DamagedError("its head is too long")
        return readline(min(length or _LONGEST_LINE, _LONGEST_LINE))

    return read


def _passed(stream: Any, most: int) -> int:
    """Read to the end of a record; how many bytes there were, or a few more than ``most``."""
    length = 0
    while length <= most and (block := stream.read(_BLOCK)):
        length += len(block)
    return length


def _told(record: Any, end: int, length: int) -> _Record:
    """What there is to know of a record; its address only where it is a page that was served whole."""
    heads, http = record.rec_headers, record.http_headers
    uri = heads.get_header("WARC-Target-URI")
    is_page = (
        record.rec_type == "response"
        and uri is not None
        and is_whole_text(uri)
        and http is not None
        and http.get_statuscode() == "200"
        and _content_type(http).get_content_type() in _PAGES
    )
    return _Record(
        end=end,
        unpacked=length,
        uri=uri if is_page else None,
        date=_NOT_DIGITS.sub("", heads.get_header("WARC-Date") or ""),
        is_cut=heads.get_header("WARC-Truncated") is not None,
    )


def _content_type(http: Any) -> Message:
    head = Message()
    head["Content-Type"] = " ".join((http.get_header("Content-Type") or "").split())[:200]
    return head


def _page(stream: BinaryIO, offset: int, uri: str, file: str) -> Iterator[Found]:
    """The page at ``offset``, as an item."""
    name = name_of(uri)
    try:
        record, served = _record(stream, offset, most=MAX_BYTES * 4, wanted=True)
        if served is None:
            raise _DamagedError(_TOO_LARGE)
        body, http = served
        page = _unpacked(body, http)
    except _DamagedError as damage:
        yield Flaw(error=SitegenError(f"{name}: cannot be read: {damage}", path=file), name=name)
        return
    yield Item(
        name=name,
        line=None,
        raw=page,
        form=Form.PAGE,
        encoding="",
        charset=_content_type(http).get_content_charset(),
        facts=Facts(url=uri if is_web_address(uri) else None),
    )
    if record.is_cut:
        yield Caution(says="the crawler kept only a part of a page", example=name)


def _unpacked(body: bytes, http: Any) -> bytes:
    """The page as the server meant it, neither in chunks nor compressed.

    Raises:
        _DamagedError: it is too large, damaged, or compressed in another way than gzip or deflate.
    """
    if len(body) > MAX_BYTES:
        raise _DamagedError(_TOO_LARGE)
    try:
        body = packing.put_together(body, http.get_header("Transfer-Encoding") or "")
    except ValueError as error:
        raise _DamagedError(str(error)) from None
    match (http.get_header("Content-Encoding") or "").strip().casefold():
        case "" | "identity":
            return body
        case "gzip" | "x-gzip":
            return _inflated(body, packing.gunzipped)
        case "deflate":
            return _inflated(body, packing.undeflated)
        case other:
            raise _DamagedError(f"it is compressed as “{other[:40]}”, which is not unpacked here")


def _inflated(body: bytes, unpack: Callable[[bytes, int], bytes]) -> bytes:
    """The bytes unpacked.

    Not by warcio, which would unpack a bomb whole and take a damaged page for an uncompressed one.
    """
    try:
        page = unpack(body, MAX_BYTES + 1)
    except EOFError:
        raise _DamagedError("it ends too early") from None
    except (zlib.error, BadGzipFile):
        if not body.startswith(_GZIP) and b"<" in body[:200]:
            return body  # some crawlers unpack a page and leave its head as it was
        raise _DamagedError("it is not compressed as its head says") from None
    if len(page) > MAX_BYTES:
        raise _DamagedError(_TOO_LARGE)
    return page
