"""What a collection gives, sorted, for tests; and archives written by warcio itself."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sitegen.intake import Columns, Item, read_collection, usual_columns
from sitegen.intake.collections import Caution, Flaw


@dataclass(frozen=True)
class Collected:
    items: list[Item]
    flaws: list[Flaw]
    cautions: list[Caution]

    @property
    def names(self) -> list[str]:
        return [item.name for item in self.items]

    @property
    def errors(self) -> list[str]:
        return [str(flaw.error) for flaw in self.flaws]

    def texts(self) -> list[str]:
        return [item.raw.decode() for item in self.items]


def collect(
    raw: bytes | str, file: str, columns: Columns | None = None, *, language: str | None = None
) -> Collected:
    stream = io.BytesIO(raw.encode() if isinstance(raw, str) else raw)
    found = list(read_collection(stream, file=file, columns=columns or usual_columns(), language=language))
    return Collected(
        [each for each in found if isinstance(each, Item)],
        [each for each in found if isinstance(each, Flaw)],
        [each for each in found if isinstance(each, Caution)],
    )


@dataclass(frozen=True, kw_only=True)
class Capture:
    uri: str
    body: bytes
    date: str = "2031-04-09T08:00:00Z"
    status: str = "200 OK"
    heads: Sequence[tuple[str, str]] = (("Content-Type", "text/html; charset=utf-8"),)
    kind: str = "response"
    more: Sequence[tuple[str, str]] = ()


def archive(captures: Iterable[Capture], *, gzip: bool = True) -> tuple[bytes, list[int]]:
    """A WARC file, and the byte each capture begins at."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    writer.write_record(writer.create_warcinfo_record("test.warc", {"software": "warcio"}))
    offsets = []
    for capture in captures:
        offsets.append(out.tell())
        http = StatusAndHeaders(capture.status, list(capture.heads), protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record(
                capture.uri,
                capture.kind,
                payload=io.BytesIO(capture.body),
                http_headers=http if capture.kind == "response" else None,
                warc_headers_dict={"WARC-Date": capture.date, **dict(capture.more)},
            )
        )
    return out.getvalue(), offsets
