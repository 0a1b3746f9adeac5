"""Rows of .jsonl, .csv and .tsv: what becomes an item, and what is a flaw with its line."""

import json
import subprocess
import sys
import time

import pytest
from collected import collect

from sitegen.intake import usual_columns
from sitegen.intake.collections import Form
from sitegen.intake.collections.items import MAX_BYTES
from sitegen.model import Correction, Facts, Withdrawal


def rows(*records: object) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


FULL = {
    "id": 1042,
    "text": "The dam of Karsa holds.\n\n“It holds,” said Dara Ilvane.\n",
    "title": "Dam\n holds",
    "slug": "Dam holds!",
    "published": "2031-04-02T23:30:00-05:00",
    "modified": "3 April 2031",
    "publisher": "The Ostrin Courier",
    "url": "https://courier.example/dam",
    "byline": ["Lene Marrow", "Ansel Brod"],
    "language": "en_GB",
    "sections": ["World", "Water"],
    "credits": "Editing by Corin Ashby",
    "notice": "Fiction.",
    "draft": True,
    "hidden": True,
    "aliases": ["Old dam!"],
    "added_to_site": "2031-04-04",
    "corrections": [{"date": "2031-04-05", "what": "A\n name."}, "2031-04-06: A date."],
    "withdrawn": {"date": "2031-04-07", "why": "Untrue."},
}
FULL_FACTS = Facts(
    title="Dam holds",
    slug="dam-holds",
    published="2031-04-02",
    modified="2031-04-03",
    publisher="The Ostrin Courier",
    url="https://courier.example/dam",
    byline="Lene Marrow, Ansel Brod",
    language="en-GB",
    sections=("World", "Water"),
    credits=("Editing by Corin Ashby",),
    notice="Fiction.",
    draft=True,
    hidden=True,
    aliases=("old-dam",),
    added="2031-04-04",
    corrections=(
        Correction(date="2031-04-05", what="A name."),
        Correction(date="2031-04-06", what="A date."),
    ),
    withdrawn=Withdrawal(date="2031-04-07", why="Untrue."),
)


def test_a_row_of_json_gives_its_text_verbatim_and_every_fact() -> None:
    found = collect(rows(FULL), "seeds/wire.jsonl")
    (item,) = found.items
    assert (item.name, item.line, item.form, item.encoding) == ("1042", 1, Form.TEXT, "utf-8")
    assert item.raw.decode() == FULL["text"]
    assert item.facts == FULL_FACTS
    assert not found.flaws
    assert not found.cautions


def test_a_row_of_a_table_gives_its_text_verbatim_and_every_fact() -> None:
    table = (
        "\ufeffID;Text;Title;slug;Date Published;modified_at;outlet;Link;Author;lang;Category;credits;notice;"
        "draft;hidden;old slugs;added to site;corrections;withdrawn\r\n"
        '1042;"The dam of Karsa holds.\n\n“It holds,” said Dara Ilvane.\n";"Dam\n holds";Dam holds!;'
        "2031-04-02 23:30;3 April 2031;The Ostrin Courier;https://courier.example/dam;"
        '"Lene Marrow, Ansel Brod";en-GB;World|Water;Editing by Corin Ashby;Fiction.;yes;1;Old dam;'
        '2031-04-04;"2031-04-05 A name.\n2031-04-06: A date.";2031-04-07 — Untrue.\r\n'
    )
    (item,) = collect(table, "seeds/wire.csv").items
    assert item.raw.decode() == FULL["text"]
    assert item.facts == FULL_FACTS
    assert (item.name, item.line) == ("1042", 2)


def test_a_text_of_html_is_told_by_its_column_alone() -> None:
    found = collect(rows({"id": 1, "html": "<p>One</p>"}, {"id": 2, "text": "<p>Two</p>"}), "a.jsonl")
    assert [item.form for item in found.items] == [Form.FRAGMENT, Form.TEXT]
    assert found.texts() == ["<p>One</p>", "<p>Two</p>"]
    (caution,) = found.cautions
    assert (caution.line, "HTML tag" in caution.says) == (2, True)


def test_a_text_is_read_before_html() -> None:
    (item,) = collect(rows({"id": 1, "html": "<p>One</p>", "text": "One"}), "a.jsonl").items
    assert item.form is Form.TEXT


BAD_ROWS = {
    "no JSON": ("{id: 1}", "not valid JSON"),
    "no object": ("[1, 2]", "expected a JSON object"),
    "a number that is none": ('{"id": "x", "text": NaN}', "not valid JSON: NaN"),
    "a number of thousands of digits": ('{"id": ' + "9" * 5000 + "}", "number far too long"),
    "a member twice": ('{"id": "x", "text": "a", "text": "b"}', "“text” is given twice"),
    "nested too deeply": ("[" * 100_000, "nested too deeply"),
    "no text": ('{"id": "x", "title": "T"}', "no text in it"),
    "blank text": ('{"id": "x", "text": " \\n"}', "no text in it"),
    "text of another type": ('{"id": "x", "text": 5}', "text: expected text, found a number"),
    "title of another type": (
        '{"id": "x", "text": "a", "title": {}}',
        "title: expected text, found an object",
    ),
    "half a character": ('{"id": "x", "text": "\\ud83d"}', "character that no text has"),
    "a zero": ('{"id": "x", "text": "a\\u0000b"}', "character that no text has"),
    "half a character in a fact": ('{"id": "x", "text": "a", "title": "\\ud83d"}', "character that no text"),
    "a date off the calendar": ('{"id": "x", "text": "a", "date": "2031-02-30"}', "not on the calendar"),
    "a time on no day": ('{"id": "x", "text": "a", "date": "2031-13-01T00:00Z"}', "not on the calendar"),
    "a withdrawal without a day": ('{"id": "x", "text": "a", "withdrawn": true}', "expected a day and why"),
    "a withdrawal of no day": (
        '{"id": "x", "text": "a", "withdrawn": {"date": "April", "why": "Untrue."}}',
        "expected a day and why",
    ),
    "a draft that is a word": ('{"id": "x", "text": "a", "draft": "perhaps"}', "neither true nor false"),
    "an endless fact": (
        '{"id": "x", "text": "a", "title": "' + "t" * 2001 + '"}',
        "more than 2000 characters",
    ),
    "list of other things": ('{"id": "x", "text": "a", "sections": [1]}', "a list of texts"),
}


@pytest.mark.parametrize(("row", "says"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_a_bad_row_is_named_with_its_line_and_the_others_are_read(row: str, says: str) -> None:
    found = collect(f'{{"id": "a", "text": "A."}}\n\n{row}\n{{"id": "b", "text": "B."}}', "seeds/wire.jsonl")
    assert found.names == ["a", "b"]
    (error,) = found.errors
    assert error.startswith("seeds/wire.jsonl:3: ")
    assert says in error


def test_a_bad_row_with_an_id_is_known_by_it_and_one_without_is_not() -> None:
    found = collect('{"id": 7, "text": 1}\n{"text": 1}\nnonsense\n', "a.jsonl")
    assert [flaw.name for flaw in found.flaws] == ["7", None, None]


def test_a_line_that_is_not_utf8_is_a_bad_row() -> None:
    found = collect(
        '{"id": 1, "text": "Caf\xe9"}\n'.encode("latin-1") + b'{"id": 2, "text": "B"}\n', "a.jsonl"
    )
    assert found.names == ["2"]
    assert "a.jsonl:1: this is not UTF-8" in found.errors[0]


def test_a_row_too_long_for_an_article_is_passed_over_to_its_end() -> None:
    long, longer = "a" * (MAX_BYTES + 1), "a" * (2 * MAX_BYTES + 100_000)
    found = collect(
        rows({"id": 1, "text": long}, {"id": 2, "text": longer}, {"id": 3, "text": "a"}), "a.jsonl"
    )
    assert found.names == ["3"]
    assert [flaw.error.line for flaw in found.flaws] == [1, 2]


@pytest.mark.parametrize("raw", [b"", b"\n \n", b"[\n", '{"id": 1}'.encode("utf-16")])
def test_a_file_without_rows_is_one_error(raw: bytes) -> None:
    found = collect(raw, "a.jsonl")
    assert not found.items
    assert [flaw.name for flaw in found.flaws] == [None]


def test_a_correction_that_cannot_be_read_is_left_out_with_a_caution_and_the_others_stand() -> None:
    noted = ["A name.", {"date": "2031-04-05", "what": "A date."}]
    found = collect(rows({"id": 1, "text": "a", "corrections": noted}), "a.jsonl")
    assert [each.facts.corrections for each in found.items] == [
        (Correction(date="2031-04-05", what="A date."),)
    ]
    (caution,) = found.cautions
    assert (caution.line, caution.example) == (1, "A name.")


@pytest.mark.parametrize("nothing", ["", "no", "false"])
def test_an_empty_cell_or_a_no_withdraws_nothing(nothing: str) -> None:
    (item,) = collect(f"id,text,withdrawn\n1,a,{nothing}\n", "a.csv").items
    assert item.facts.withdrawn is None


UNSURE = {
    "day or month": ("published", "02/04/2031"),
    "no year": ("published", "2 April"),
    "seconds": ("published", 1932940800),
    "words": ("modified", "last Tuesday"),
    "two days": ("published", "2031-04-02 to 2031-04-05"),
    "the first day of programs": ("published", "0001-01-01T00:00:00"),
    "the first second of computers": ("published", "1970-01-01T00:00:00Z"),
    "the same in words": ("published", "Thu, 01 Jan 1970 00:00:00 GMT"),
    "not http": ("url", "javascript:alert(1)"),
    "no tag": ("language", "English"),
}


@pytest.mark.parametrize(("field", "value"), UNSURE.values(), ids=UNSURE)
def test_a_fact_that_cannot_be_told_for_certain_is_left_out_with_a_caution(field: str, value: object) -> None:
    found = collect(rows({"id": 1, "text": "a", field: value}), "a.jsonl")
    (item,) = found.items
    assert getattr(item.facts, field) is None
    (caution,) = found.cautions
    assert (caution.line, caution.example) == (1, str(value))
    assert caution.says.startswith(field)


@pytest.mark.parametrize(
    "stated",
    [
        "2031-04-02",
        "2031-04-02T10:00:00Z",
        "2031-04-02 23:59:59.999+14:00",
        "2031-04-02 10:00 UTC",
        "Wed, 2 Apr 2031",
    ],
)
def test_a_date_is_the_day_as_stated(stated: str) -> None:
    (item,) = collect(rows({"id": 1, "text": "a", "date": stated}), "a.jsonl").items
    assert item.facts.published == "2031-04-02"


def test_a_row_is_known_by_its_id_else_its_address_else_what_it_says() -> None:
    url = "https://courier.example/a"
    found = collect(
        rows({"id": "a", "url": url, "text": "A"}, {"url": url, "text": "A"}, {"text": "A", "title": "T"}),
        "a.jsonl",
    )
    assert found.names[:2] == ["a", url]
    assert found.names[2].startswith("sha256-")


def test_of_two_rows_with_one_id_the_first_is_kept_and_both_lines_are_named() -> None:
    found = collect(rows({"id": 1, "text": "A"}, {"id": 2, "text": "B"}, {"id": "1", "text": "C"}), "a.jsonl")
    assert found.texts() == ["A", "B"]
    (error,) = found.errors
    assert error.startswith("a.jsonl:3: ")
    assert "on line 1" in error


def test_two_rows_that_say_the_same_are_one_article() -> None:
    found = collect(rows({"text": "A"}, {"text": "B"}, {"text": "A"}), "a.jsonl")
    assert found.texts() == ["A", "B"]
    assert "says the same" in found.errors[0]


def test_a_column_that_nobody_reads_does_not_change_the_item() -> None:
    one, other = (collect(rows({"id": 1, "text": "A", "views": views}), "a.jsonl").items for views in (1, 2))
    assert one == other


def test_the_checksum_is_of_what_is_read_and_not_of_the_line() -> None:
    text = rows({"id": 1, "text": "A"})
    (here,) = collect(text, "a.jsonl").items
    (below,) = collect(f"\n\n{text}", "a.jsonl").items
    (other,) = collect(rows({"id": 1, "text": "A", "title": "T"}), "a.jsonl").items
    assert here.sha256 == below.sha256 != other.sha256
    assert (here.line, below.line) == (1, 3)


def test_columns_can_be_mapped_and_then_go_by_no_other_name() -> None:
    columns = usual_columns({"text": ("story", "article.body"), "title": ("Kopf",)})
    found = collect(
        rows(
            {"id": 1, "story": "A", "kopf": "T", "title": "no"},
            {"id": 2, "article": {"body": "B"}},
            {"id": 3, "text": "C"},
        ),
        "a.jsonl",
        columns,
    )
    assert found.texts() == ["A", "B"]
    assert [item.facts.title for item in found.items] == ["T", None]
    assert [flaw.name for flaw in found.flaws] == ["3"]


def test_a_table_without_a_mapped_column_is_told_of_it() -> None:
    columns = usual_columns({"title": ("kopf",)})
    found = collect("id,text,title\n1,A,T\n", "a.csv", columns)
    assert found.items[0].facts.title is None
    assert "“kopf”" in found.cautions[0].says


@pytest.mark.parametrize("header", ["id,words", "words", "", "id;wörter"])
def test_a_table_without_a_column_of_text_is_one_error_at_its_header(header: str) -> None:
    found = collect(f"\n{header}\n1,a\n", "a.csv")
    assert not found.items
    (error,) = found.errors
    assert "no column holds the article" in error
    assert found.flaws[0].error.line in {2, 3}


BAD_TABLE_ROWS = {
    "too many cells": ("2,b,T,x", 3, "expected 3 columns, found 4"),
    "too few cells": ("2,b", 3, "expected 3 columns, found 2"),
    "words behind a mark": ('2,"b" c,T', 3, "not valid CSV"),
    "a mark never closed": ('2,"b,T', 3, "never closed"),
}


@pytest.mark.parametrize(("row", "line", "says"), BAD_TABLE_ROWS.values(), ids=BAD_TABLE_ROWS)
def test_a_bad_row_of_a_table_does_not_spoil_the_next(row: str, line: int, says: str) -> None:
    found = collect(f"id,text,title\n1,a,T\n{row}\n3,c,T\n\n4,d,T", "a.csv")
    assert found.names == ["1", "3", "4"]
    assert [item.line for item in found.items] == [2, 4, 6]
    (error,) = found.errors
    assert error.startswith(f"a.csv:{line}: ")
    assert says in error


def test_line_ends_and_marks_inside_quotation_marks_are_kept() -> None:
    found = collect('id,text\r\n1,"One ""two""\r\n\r\nthree"\r\n2,x\r\n', "a.csv")
    assert found.texts() == ['One "two"\r\n\r\nthree', "x"]
    assert [item.line for item in found.items] == [2, 5]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_ends_are_told_from_the_header(delimiter: str, end: str) -> None:
    table = f"id{delimiter}text{end}1{delimiter}A, b; c{end}".replace("A, b; c", '"A, b; c"')
    assert collect(table, "a.csv").texts() == ["A, b; c"]


def test_a_table_of_tabs_is_one_by_its_name() -> None:
    assert collect("id\ttext\n1\tA, b\n", "a.tsv").texts() == ["A, b"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_is_read_in_its_encoding(encoding: str) -> None:
    text = "“Trams are patient,” said the mayor of Ostrin; a café – the “Fog” – agreed."
    (item,) = collect(f'id,text\n1,"{text}"\n'.encode(encoding), "a.csv").items
    assert item.raw.decode() == text
    assert item.encoding.startswith({"cp1252": "windows-1252", "utf-8-sig": "utf-8"}.get(encoding, encoding))


@pytest.mark.parametrize("cut", [1, 3, 21])
def test_a_table_cut_in_the_middle_of_a_character_says_so(cut: int) -> None:
    found = collect("id,text\n1,Fähre\n2,Brücke über\n".encode("utf-16")[:-cut], "a.csv")
    assert found.names == ["1"]
    assert [flaw.name for flaw in found.flaws] == [None]
    assert "is not utf-16-le from here on" in found.errors[0]


def test_a_large_table_in_an_old_encoding_is_refused_at_the_line_that_shows_it() -> None:
    raw = b"id,text\n" + b"1,word\n" * 2_500_000 + b"2,caf\xe9\n"
    found = collect(raw, "a.csv")
    assert not found.items
    assert found.flaws[0].error.line == 2_500_002


def test_half_a_million_lines_with_marks_are_read_in_a_moment() -> None:
    found = collect("id,text\n" + 'x,"\n' * 20_000 + '9,"a\n' + "8,b\n" * 20_000, "a.csv")
    assert "8" in found.names


def test_a_cell_may_be_as_long_as_an_article() -> None:
    long = "word " * 1_000_000
    assert collect(f"id,text\n1,{long}\n", "a.csv").texts() == [long]


def test_upper_case_endings_and_ndjson_count_too() -> None:
    assert collect('{"id": 1, "text": "A"}', "A.NDJSON").texts() == ["A"]


def test_a_table_whose_rows_each_open_a_mark_to_the_end_of_the_file_is_given_up_in_seconds() -> None:
    row = 'The dam of Karsa","Rain fell on Ostrin for a week, and the dam of Karsa held, engineers said.\n'
    begin = time.monotonic()
    found = collect("title,text\n" + row * 5_000, "a.csv")
    assert time.monotonic() - begin < 15
    assert not found.items
    assert "not read any further" in found.errors[-1]
    assert not any("any further" in error for error in found.errors[:-1])


def test_the_limit_for_fields_of_csv_is_left_alone_until_a_table_is_read() -> None:
    asks = "import csv, sitegen.intake; print(csv.field_size_limit())"
    said = subprocess.run([sys.executable, "-c", asks], capture_output=True, text=True, check=True)
    assert int(said.stdout) == 131_072
    assert collect("text\n" + "a" * 200_000, "a.csv").items
