"""WARC files, written by warcio: which pages are taken, and what damage costs."""

import gzip
import time
import zlib

import pytest
from collected import Capture, archive, collect

from sitegen.intake import parse_item
from sitegen.intake.collections import Form
from sitegen.model import Facts

PAGE = """<html><head><title>The dam of Karsa holds</title></head><body><article>
<h1>The dam of Karsa holds</h1>
<p>The dam of Karsa holds, engineers said in Ostrin after a week of rain that filled the café by the quay.</p>
<p>“It holds,” said Dara Ilvane, the minister for water, who had come by boat and left by train.</p>
</article></body></html>"""


def page(uri: str, body: bytes = PAGE.encode(), **parts: object) -> Capture:
    return Capture(uri=f"https://courier.example/{uri}", body=body, **parts)  # type: ignore[arg-type]


def heads(**named: str) -> list[tuple[str, str]]:
    stated = {name.replace("_", "-"): value for name, value in named.items()}
    return list({"Content-Type": "text/html", **stated}.items())


@pytest.mark.parametrize("packed", [True, False])
def test_of_an_archive_the_web_pages_served_whole_are_taken(packed: bool) -> None:
    raw, _ = archive(
        [
            page("dam"),
            page("xhtml", heads=heads(Content_Type="application/xhtml+xml")),
            page("gone", status="404 Not Found"),
            page("moved", status="301 Moved", heads=heads(Location="/dam")),
            page("picture", b"x" * 100_000, heads=heads(Content_Type="image/png")),
            page("note", b"a: b", kind="metadata"),
            page("asked", b"GET /asked HTTP/1.1\r\nHost: courier.example\r\n\r\n", kind="request"),
        ],
        gzip=packed,
    )
    found = collect(raw, "seeds/crawl.warc.gz" if packed else "seeds/crawl.warc")
    assert found.names == ["https://courier.example/dam", "https://courier.example/xhtml"]
    assert not found.flaws
    assert found.items[0].form is Form.PAGE
    assert found.items[0].raw == PAGE.encode()


def test_the_address_is_a_fact_and_the_day_of_the_capture_is_none() -> None:
    (item,) = collect(archive([page("dam")])[0], "a.warc.gz").items
    assert item.facts == Facts(url="https://courier.example/dam")
    article = parse_item(item, file="a.warc.gz", defaults=Facts(publisher="The Ostrin Courier"))
    assert article.facts == Facts(url="https://courier.example/dam", publisher="The Ostrin Courier")
    assert article.title == "The dam of Karsa holds"
    assert (article.item, article.sha256) == (item.name, item.sha256)


def test_of_several_captures_of_one_address_the_latest_is_taken() -> None:
    days = ["2031-04-02T00:00:00Z", "2031-04-05T00:00:00.5Z", "2031-04-05T00:00:00Z", "2031-04-03T00:00:00Z"]
    captures = [page("dam", f"<p>{day}</p>".encode(), date=day) for day in days]
    (item,) = collect(archive(captures)[0], "a.warc.gz").items
    assert item.raw == b"<p>2031-04-05T00:00:00.5Z</p>"


def raw_deflate(body: bytes) -> bytes:
    packing = zlib.compressobj(wbits=-15)
    return packing.compress(body) + packing.flush()


def chunked(body: bytes) -> bytes:
    return b"5\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (body[:5], len(body) - 5, body[5:])


PACKED = {
    "gzip": (gzip.compress, {"Content_Encoding": "gzip"}),
    "deflate": (zlib.compress, {"Content_Encoding": "Deflate"}),
    "deflate as servers send it": (raw_deflate, {"Content_Encoding": "deflate"}),
    "chunks": (chunked, {"Transfer_Encoding": "chunked"}),
    "chunks of gzip": (
        lambda body: chunked(gzip.compress(body)),
        {"Transfer_Encoding": "chunked", "Content_Encoding": "x-gzip"},
    ),
    "two members of gzip": (
        lambda body: gzip.compress(body[:50]) + gzip.compress(body[50:]),
        {"Content_Encoding": "gzip"},
    ),
    "chunks with a further head at the end": (
        lambda body: chunked(body)[:-2] + b"Expires: never\r\n\r\n",
        {"Transfer_Encoding": "chunked"},
    ),
    "said to be in chunks, and not": (lambda body: body, {"Transfer_Encoding": "chunked"}),
    "said to be packed, and not": (lambda body: body, {"Content_Encoding": "gzip"}),
}


@pytest.mark.parametrize(("pack", "named"), PACKED.values(), ids=PACKED)
def test_a_page_is_unpacked_as_it_was_served(pack, named: dict[str, str]) -> None:
    (item,) = collect(archive([page("dam", pack(PAGE.encode()), heads=heads(**named))])[0], "a.warc.gz").items
    assert item.raw == PAGE.encode()


@pytest.mark.parametrize(
    ("label", "codec"),
    [("ISO-8859-1", "latin-1"), ('"windows-1250"', "cp1250"), ("", "utf-8"), ("x-none", "utf-8")],
)
def test_a_page_is_read_in_the_encoding_that_the_server_named(label: str, codec: str) -> None:
    served = heads(Content_Type=f"text/html; charset={label}")
    (item,) = collect(
        archive([page("dam", PAGE.encode(codec, "replace"), heads=served)])[0], "a.warc.gz"
    ).items
    assert "the café by the quay" in parse_item(item, file="a.warc.gz", defaults=Facts()).text


def in_chunks(body: bytes) -> tuple[bytes, dict[str, str], str]:
    return body, {"Transfer_Encoding": "chunked"}, "one of the chunks it was sent in is damaged"


UNREADABLE = {
    "bytes behind the packed ones": (
        gzip.compress(PAGE.encode()) + b"and more",
        {"Content_Encoding": "gzip"},
        "not compressed as its head",
    ),
    "bytes behind the deflated ones": (
        zlib.compress(PAGE.encode()) + b"and more",
        {"Content_Encoding": "deflate"},
        "not compressed as its head",
    ),
    "a second member cut short": (
        gzip.compress(PAGE.encode()) + gzip.compress(PAGE.encode())[:-30],
        {"Content_Encoding": "gzip"},
        "ends too early",
    ),
    "nothing, said to be packed": (b"", {"Content_Encoding": "gzip"}, "ends too early"),
    "chunks without the last": in_chunks(chunked(PAGE.encode())[:-5]),
    "chunks that break off": in_chunks(chunked(PAGE.encode())[:-20]),
    "a chunk of a wrong length": in_chunks(b"3\r\n<p>\r\n9\r\nOstrin\r\n0\r\n\r\n"),
    "a chunk of a negative length": in_chunks(b"3\r\n<p>\r\n-5\r\nOstrin\r\n0\r\n\r\n"),
    "a negative length at the start": in_chunks(b"-5\r\n<p>Ostrin\r\n0\r\n\r\n"),
    "bytes behind the last chunk": in_chunks(chunked(PAGE.encode()) + b"3\r\n<p>\r\n"),
    "another way of sending": (
        chunked(gzip.compress(PAGE.encode())),
        {"Transfer_Encoding": "gzip, chunked"},
        "sent as “gzip, chunked”",
    ),
    "an unknown packing": (b"xxxx", {"Content_Encoding": "br"}, "compressed as “br”"),
    "a page cut short": (gzip.compress(PAGE.encode())[:-30], {"Content_Encoding": "gzip"}, "ends too early"),
    "no such packing": (
        b"\x1f\x8b\x08" + bytes(7) + b"nonsense",
        {"Content_Encoding": "gzip"},
        "not compressed as its head",
    ),
    "a bomb": (gzip.compress(b"0" * 50_000_000), {"Content_Encoding": "gzip"}, "larger than 16 MB"),
    "a bomb in chunks": (
        chunked(gzip.compress(b"0" * 50_000_000)),
        {"Content_Encoding": "gzip", "Transfer_Encoding": "chunked"},
        "larger than 16 MB",
    ),
    "a page far too large": (b"<p>" + b"a" * 17_000_000, {}, "larger than 16 MB"),
}


@pytest.mark.parametrize(("body", "named", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_page_that_cannot_be_unpacked_is_named_and_the_others_are_read(body, named, says: str) -> None:
    raw, _ = archive([page("bad", body, heads=heads(**named)), page("dam")])
    found = collect(raw, "a.warc.gz")
    assert found.names == ["https://courier.example/dam"]
    assert [flaw.name for flaw in found.flaws] == ["https://courier.example/bad"]
    assert says in found.errors[0]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("place", [2, 11, 60, 120])
def test_a_damaged_record_is_named_by_its_byte_and_the_next_ones_are_read(packed: bool, place: int) -> None:
    raw, (_, second, _) = archive([page("a"), page("b"), page("c")], gzip=packed)
    damaged = bytearray(raw)
    damaged[second + place : second + place + 40] = b"\0" * 40
    found = collect(bytes(damaged), "a.warc")
    assert found.names == ["https://courier.example/a", "https://courier.example/c"]
    assert f"byte {second}" in found.errors[0]
    assert found.flaws[0].name is None


@pytest.mark.parametrize("length", [b"10", b"99999", b"-5", b"many"])
def test_a_record_of_the_wrong_length_does_not_swallow_the_next(length: bytes) -> None:
    raw, (_, second, _) = archive([page("a"), page("b"), page("c")], gzip=False)
    place = raw.index(b"Content-Length:", second)
    damaged = raw[:place] + b"Content-Length: " + length + raw[raw.index(b"\r\n", place) :]
    found = collect(damaged, "a.warc")
    assert found.names == ["https://courier.example/a", "https://courier.example/c"]
    assert f"byte {second}" in found.errors[0]


@pytest.mark.parametrize("packed", [True, False])
def test_an_archive_that_breaks_off_gives_its_whole_records(packed: bool) -> None:
    raw, (_, second) = archive([page("a"), page("b")], gzip=packed)
    found = collect(raw[:-60], "a.warc")
    assert found.names == ["https://courier.example/a"]
    assert found.errors == [
        f"a.warc: the record at byte {second} is damaged: it ends too early (save it again)"
    ]


@pytest.mark.parametrize(
    "raw",
    [b"", b"hello\n", gzip.compress(b"hello"), b"\x1f\x8b\x08", bytes(1000)],
    ids=["nothing", "words", "packed words", "the beginning of something packed", "zeros"],
)
def test_what_is_no_archive_is_one_error(raw: bytes) -> None:
    found = collect(raw, "a.warc.gz")
    assert (found.items, [flaw.name for flaw in found.flaws]) == ([], [None])


def test_an_archive_packed_as_one_stream_says_what_to_do() -> None:
    raw, _ = archive([page("a"), page("b")], gzip=False)
    assert "gunzip" in collect(gzip.compress(raw), "a.warc.gz").errors[0]


def test_a_page_that_the_crawler_cut_is_taken_with_a_caution() -> None:
    found = collect(archive([page("dam", more=[("WARC-Truncated", "length")])])[0], "a.warc.gz")
    assert found.names == [found.cautions[0].example]


HEAD = b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://b.example/\r\nContent-Length: %d\r\n\r\n"
BOMBS = {
    "a body": (HEAD % 2_000_000_000 + b"HTTP/1.1 200 OK\r\n\r\n", b"0" * 1_000_000, "remove the file"),
    "a line without an end": (b"WARC/1.0\r\nX: ", b"0" * 1_000_000, "save it again"),
    "a head without an end": (b"WARC/1.0\r\n", b"a: b\r\n" * 200_000, "save it again"),
    "blank lines": (HEAD % 3 + b"abc", b"\n" * 1_000_000, "save it again"),
}


@pytest.mark.parametrize(("start", "block", "hint"), BOMBS.values(), ids=BOMBS)
def test_a_bomb_stops_and_says_what_to_do(start: bytes, block: bytes, hint: str) -> None:
    packing = zlib.compressobj(9, wbits=31)
    raw = packing.compress(start) + b"".join(packing.compress(block) for _ in range(600)) + packing.flush()
    begin = time.monotonic()
    found = collect(raw, "a.warc.gz")
    assert time.monotonic() - begin < 20
    assert (found.items, len(found.flaws)) == ([], 1)
    assert hint in str(found.flaws[0].error.hint)


def test_warcio_says_nothing_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    raw, (first, _) = archive([page("a"), page("b")])
    collect(raw[: first + 40] + bytes(20) + raw[first + 60 :], "a.warc.gz")
    assert capsys.readouterr() == ("", "")
