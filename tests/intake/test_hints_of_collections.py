"""What a person is told to do about a bad row or file."""

import gzip

import pytest
from collected import Capture, archive, collect

JSON = {
    "a mark never closed": (
        '{"id": "x", "text": "abc}\n',
        "a quotation mark is not closed",
        'close the text with "',
    ),
    "the same, at the end": (
        '{"id": "x", "text": "abc}',
        "a quotation mark is not closed",
        'close the text with "',
    ),
    "single marks": ("{'id': 1}\n", "found '", 'put " around names and texts'),
    "curly marks": ("{“id”: 1}\n", "found “", 'put " around names and texts'),
    "no marks": ("{id: 1}\n", "a name without quotation marks", 'put " around names and texts'),
    "no number": ('{"id": NaN}\n', "NaN", "write null"),
    "a comma too many": ('{"id": 1,}\n', "a comma behind the last member", "take the comma away"),
    "a mark in a text": ('{"text": "x"y"}\n', "a comma is missing", 'in a text as \\"'),
    "a backslash": ('{"text": "c:\\dir"}\n', "a backslash that stands for nothing", "as \\\\"),
    "no colon": ('{"id" 1}\n', "a colon is missing", '"name":'),
    "no value": ('{"id": }\n', "no value begins here", "true, false and null"),
    "True": ('{"draft": True}\n', "no value begins here", "true, false and null"),
    "two objects": ('{"id": 1}{"id": 2}\n', "something stands behind", "on one line of its own"),
    "an object on many lines": ("{\n", "not closed on this line", "on one line of its own"),
    "words": ("nonsense\n", "no object begins here", 'write it as {"id": "1"'),
}


@pytest.mark.parametrize(("line", "says", "hint"), JSON.values(), ids=JSON)
def test_a_line_that_is_no_json_is_told_in_words_with_what_to_do(line: str, says: str, hint: str) -> None:
    (flaw,) = collect(line, "a.jsonl").flaws
    assert flaw.error.line == 1
    assert says in flaw.error.message
    assert " at, " not in flaw.error.message
    assert hint in str(flaw.error.hint)


EMPTY = {
    "a blank text": ('{"id": 1, "text": "  "}', "a.jsonl", "under “text”"),
    "a text that is null": ('{"id": 1, "Body": null}', "a.jsonl", "under “Body”"),
    "html of nothing": ('{"id": 1, "html": ""}', "a.jsonl", "under “html”"),
    "known from another row": ('{"id": 1, "story": "A"}\n{"id": 2}', "a.jsonl", "inputs: columns: text"),
    "a cell of nothing": ("id,article\n1,\n", "a.csv", "under “article”"),
    "a blank cell": ("id,html\n1,  \n", "a.csv", "under “html”"),
}


@pytest.mark.parametrize(("raw", "file", "hint"), EMPTY.values(), ids=EMPTY)
def test_a_row_without_text_is_told_which_column_to_fill_where_there_is_one(
    raw: str, file: str, hint: str
) -> None:
    error = collect(raw, file).flaws[-1].error
    assert error.message == "there is no text in it"
    assert hint in str(error.hint)
    assert ("sitegen.yml" in str(error.hint)) == ("columns" in hint)


def test_the_column_of_text_is_known_from_the_rows_before() -> None:
    (flaw,) = collect('{"id": 1, "article": "A"}\n{"id": 2, "title": "B"}', "a.jsonl").flaws
    assert flaw.error.hint == "put the article under “article”, or remove the row"


def test_an_id_that_is_no_whole_number_is_told_so() -> None:
    (flaw,) = collect('{"id": 1.5, "text": "A"}', "a.jsonl").flaws
    assert str(flaw.error) == 'a.jsonl:1: id: expected text or a whole number, found 1.5 (write "1.5")'


def test_a_day_off_the_calendar_is_told_how_to_write_one() -> None:
    (flaw,) = collect('{"id": 1, "text": "A", "date": "2031-02-30"}', "a.jsonl").flaws
    assert "YYYY-MM-DD, or leave it out" in str(flaw.error.hint)


@pytest.mark.parametrize(
    ("file", "mark", "name"),
    [("a.tsv", "\t", "a tab"), ("a.csv", ",", "a comma"), ("a.csv", ";", "a semicolon")],
)
def test_words_behind_a_closing_mark_are_told_with_the_separator_by_name(
    file: str, mark: str, name: str
) -> None:
    (flaw,) = collect(f'id{mark}text\n1{mark}"a" b\n', file).flaws
    assert str(flaw.error).isprintable()
    assert f"expected {name} or the line end" in flaw.error.message
    assert f"holds {name}, a mark" in str(flaw.error.hint)


@pytest.mark.parametrize("raw", [b"PK\x03\x04abc", b"PK\x03\x04\xff\xfe", b"id,text\n\0\1\2\xff"])
def test_a_spreadsheet_that_is_named_csv_is_to_be_exported(raw: bytes) -> None:
    (flaw,) = collect(raw, "a.csv").flaws
    assert "not text" in flaw.error.message
    assert flaw.error.hint == "export the sheet as CSV"


def test_an_archive_packed_as_one_has_one_hint() -> None:
    raw = archive([Capture(uri="https://courier.example/a", body=b"<html></html>")], gzip=False)[0]
    (flaw,) = collect(gzip.compress(raw), "a.warc.gz").flaws
    assert flaw.error.hint == "unpack the file with gunzip"
    assert "gunzip" not in flaw.error.message
