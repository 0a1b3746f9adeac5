"""Warnings and errors of many rows in a few lines, no row told with what stands in another."""

from sitegen.building.condensing import of_cautions, of_errors
from sitegen.errors import SitegenError
from sitegen.intake.collections import Caution


def warnings(*rows: tuple[str | None, int | None]) -> list[str]:
    cautions = [Caution(says="no date", example=example, line=line, hint="mend it") for example, line in rows]
    return [str(each) for each in of_cautions(cautions, "wire.jsonl")]


def test_rows_with_one_value_are_told_with_it_once() -> None:
    assert warnings(("May", 5)) == ["wire.jsonl:5: no date: “May” (mend it)"]
    assert warnings(("May", 5), ("May", 6)) == [
        "wire.jsonl:5: no date: “May”, and 1 more like it (line 6) (mend it)"
    ]
    assert warnings(*(("May", line) for line in range(5, 9))) == [
        "wire.jsonl:5: no date: “May”, and 3 more like it (lines 6–8) (mend it)"
    ]


def test_rows_with_other_values_are_told_each_with_its_own() -> None:
    assert warnings(("02/04/2031", 5), ("03/05/2031", 6)) == [
        "wire.jsonl:5: no date: “02/04/2031”; line 6: “03/05/2031” (mend it)"
    ]
    (many,) = warnings(*((f"day {line}", line) for line in range(1, 1001)))
    assert "line 5: “day 5”, and 995 more (lines 6–1000) (mend it)" in many
    assert "day 6" not in many


def test_cautions_without_a_line_or_a_value_are_counted() -> None:
    assert warnings((None, None), (None, None)) == ["wire.jsonl: no date, and 1 more like it (mend it)"]
    assert warnings(("a", None), ("b", None)) == ["wire.jsonl: no date: “a”; “b” (mend it)"]
    assert warnings((None, 1), (None, 2)) == ["wire.jsonl:1: no date, and 1 more like it (line 2) (mend it)"]
    assert warnings(("a", 1), (None, 2)) == ["wire.jsonl:1: no date: “a”; line 2 (mend it)"]


def test_the_one_error_beyond_those_shown_is_told_as_one() -> None:
    errors = [SitegenError("no text", path="wire.jsonl", line=line) for line in range(1, 22)]
    assert str(list(of_errors(errors))[-1]) == "wire.jsonl: no text; the same on 1 further line: 21"
