"""The body of a web answer as it was before it was packed and sent: all of its bytes, or an error."""

import io
import re
import zlib
from gzip import GzipFile

_HEAD = re.compile(rb"([0-9A-Fa-f]{1,16})[ \t]{0,20}(?:;[^\r\n]{0,4000})?\r?\n")
_GAP = re.compile(rb"\r?\n")
# After the last chunk: further heads, and a blank line that some crawlers leave out.
_END = re.compile(rb"(?:[^\r\n:]{1,200}:[^\r\n]{0,8000}\r?\n){0,100}(?:\r?\n)?\Z")
# "-5", too: a length that no chunk has is damage, and not the first line of a page.
_LIKE_A_LENGTH = re.compile(rb"[-+]?[0-9A-Fa-f]{1,40}[ \t]{0,20}[;\r\n]")


def put_together(body: bytes, coding: str) -> bytes:
    """The bytes of a body before it was sent with this ``Transfer-Encoding``.

    Not by warcio, which takes what it cannot read for the page's own bytes. A body that does not begin like
    a chunk is given back as it is: some crawlers put a page together and leave its head as it was.

    Raises:
        ValueError: a chunk is damaged, or the last is missing, or the coding is another than chunks.
    """
    coding = coding.strip().casefold()
    if coding not in {"", "identity", "chunked"}:
        raise ValueError(f"it was sent as “{coding[:40]}”, which is not unpacked here")
    if coding != "chunked" or not _LIKE_A_LENGTH.match(body):
        return body
    whole = _joined(body)
    if whole is None:
        raise ValueError("one of the chunks it was sent in is damaged or missing")
    return whole


def _joined(body: bytes) -> bytes | None:
    """The bytes of the chunks (RFC 9112, section 7.1); None: one is damaged, or the last is missing."""
    parts: list[bytes] = []
    position = 0
    while head := _HEAD.match(body, position):
        end = head.end() + int(head[1], 16)
        if end == head.end():
            return b"".join(parts) if _END.match(body, end) else None
        gap = _GAP.match(body, end) if end < len(body) else None
        if gap is None:
            return None
        parts.append(body[head.end() : end])
        position = gap.end()
    return None


def gunzipped(body: bytes, most: int) -> bytes:
    """The bytes of all the members there are (RFC 1952), ``most`` of them.

    Raises:
        EOFError: it breaks off.
        BadGzipFile, zlib.error: it is something else, or damaged, or there are other bytes behind it.
    """
    if not body:
        raise EOFError
    return GzipFile(fileobj=io.BytesIO(body)).read(most)


def undeflated(body: bytes, most: int) -> bytes:
    """The bytes unpacked (RFC 1950), ``most`` of them.

    Raises:
        EOFError: it breaks off.
        zlib.error: it is something else, or damaged, or there are other bytes behind it.
    """
    unpacking = zlib.decompressobj(15)
    try:
        page = unpacking.decompress(body, most)
    except zlib.error:
        unpacking = zlib.decompressobj(-15)  # is wrong, and what many servers send
        page = unpacking.decompress(body, most)
    if len(page) < most and not unpacking.eof:
        raise EOFError
    if unpacking.unused_data:
        raise zlib.error("there are other bytes behind it")
    return page
