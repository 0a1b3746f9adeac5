"""`sitegen extract`: the contract of the format, line by line."""

import json
import shlex
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from project_folder import HARBOUR, command, environment, run

from sitegen.corpus import KINDS, USUAL, annotate_lines, day_or_coarser
from sitegen.errors import SitegenError

RECORD = {"id": "ostrin/1", "text": HARBOUR, "date": "2031-10-07", "title": "Ostrin opens its harbour bridge"}
KEYS = {"id", "quotes", "terms", "timexes", "events", "key_phrases", "keys"}


def annotate(*lines: bytes, only: Iterable[str] = USUAL, jobs: int = 1) -> list[bytes | SitegenError]:
    return list(annotate_lines(lines, only=frozenset(only), jobs=jobs, name="in.jsonl"))


def line(**changes: object) -> bytes:
    return json.dumps(RECORD | changes).encode() + b"\n"


def one(**changes: object) -> dict:
    (answer,) = annotate(line(**changes))
    assert isinstance(answer, bytes), answer
    return json.loads(answer)


def test_a_line_has_the_keys_of_the_contract() -> None:
    answer = one()
    assert set(answer) == KEYS
    assert set(answer["quotes"][0]) == {"start", "end", "text", "speaker", "mention", "cue", "kind", "how"}
    assert set(answer["timexes"][0]) == {"start", "end", "text", "type", "value", "how"}
    assert set(answer["events"][0]) == {"start", "end", "date", "how"}
    assert set(answer["key_phrases"][0]) == {"phrase", "score", "count", "spans"}
    assert answer["keys"] == [phrase["phrase"] for phrase in answer["key_phrases"]]


@pytest.mark.parametrize(
    ("date", "language"),
    [
        ("2031-10-07T10:00:00Z", "en"),
        ("2031-10-07T23:30:00-05:00", None),
        ("Tue, 7 Oct 2031", None),
        ("07.10.2031", "de"),
    ],
)
def test_a_date_is_read_as_a_build_reads_it(date: str, language: str | None) -> None:
    text = "Das Tor schloss am Montag." if language == "de" else "“It holds,” she said on Monday."
    changes = {"text": text, "language": language}
    assert one(date=date, **changes) == one(date="2031-10-07", **changes)
    assert one(date=date, **changes) != one(date=None, **changes) or language == "de"


@pytest.mark.parametrize(
    "date", ["07.10.2031", "02/04/2031", "2031-02-30", "2031-02-30T10:00", "", 1932940800, ["2031-10-07"]]
)
def test_a_date_that_is_not_certain_is_an_error_with_its_line(date: object) -> None:
    (error,) = annotate(line(date=date))
    assert str(error).startswith("in.jsonl:1: has a “date” that is none")


def test_offsets_are_characters_of_the_given_text() -> None:
    answer = one(text="𝄞\r\n\r\n" + HARBOUR)
    text = "𝄞\r\n\r\n" + HARBOUR
    for kind in ("quotes", "timexes", "terms"):
        for found in answer[kind]:
            assert text[found["start"] : found["end"]] == found["text"]
    for phrase in answer["key_phrases"]:
        assert all(start < end <= len(text) for start, end in phrase["spans"])
    assert answer["quotes"][0]["text"] == "It stands,"
    assert answer["quotes"][0]["speaker"] == "Anselm Korvath"


def test_dates_are_worked_out_from_the_given_one() -> None:
    assert {event["date"] for event in one()["events"]} == {"2031-10-06", "2031-09-30"}
    assert {event["date"] for event in one(date=None)["events"]} == {None}


@pytest.mark.parametrize("kind", KINDS)
def test_only_what_is_asked_for_is_written(kind: str) -> None:
    (answer,) = annotate(line(), only=[kind])
    companions = {"quotes": {"terms"}, "key_phrases": {"keys"}}.get(kind, set())
    assert set(json.loads(answer)) == {"id", kind} | companions


def test_one_kind_alone_is_as_among_all() -> None:
    everything = one()
    for kind in USUAL:
        (answer,) = annotate(line(), only=[kind])
        assert json.loads(answer)[kind] == everything[kind]


def test_an_empty_text_has_empty_annotations() -> None:
    assert one(text="", title=None) == {"id": "ostrin/1"} | {key: [] for key in KEYS - {"id"}}


def test_half_a_surrogate_pair_survives() -> None:
    assert one(id="\ud800", text="\udfff " + HARBOUR)["id"] == "\ud800"


BAD = {
    b"nonsense": "is not JSON",
    b"[1]": "is not a JSON object",
    b'{"text": "x"}': "has no “id”",
    b'{"id": 1}': "has no “text”",
    b'{"id": null, "text": "x"}': "has no “id”",
    b'{"id": 1.5, "text": "x"}': "has the “id” 1.5, which is not a string or a whole number",
    b'{"id": 1, "text": 5}': "has the “text” 5, which is not a string",
    b'{"id": 1, "text": "x", "date": "May"}': "has a “date” that is none: 'May'",
    b'{"id": 1, "text": "x", "date": 2031}': "has a “date” that is none",
    b'{"id": 1, "text": "x", "title": []}': "has the “title” [], which is not a string",
    b'{"id": 1, "text": "\xff"}': "is not UTF-8 (byte 20",
    b"[" * 100_000: "is not JSON",
    b'{"id": ' + b"9" * 5_000 + b', "text": "x"}': "is not JSON",
}


@pytest.mark.parametrize(("bad", "says"), BAD.items(), ids=BAD.values())
def test_a_bad_line_is_named_and_the_others_are_written(bad: bytes, says: str) -> None:
    first, second, third = annotate(line(id=1), bad + b"\n", line(id=3))
    assert [json.loads(first)["id"], json.loads(third)["id"]] == [1, 3]
    assert str(second).startswith(f"in.jsonl:2: {says}")


def test_blank_lines_are_passed_over_but_counted() -> None:
    assert str(annotate(b"\n", b"  \r\n", b"x\n")[0]).startswith("in.jsonl:3:")


def test_lines_come_in_their_order_from_many_processes() -> None:
    lines = [line(id=number) if number % 7 else b"bad\n" for number in range(40)]
    assert [str(each) for each in annotate(*lines, jobs=2)] == [str(each) for each in annotate(*lines)]


def test_lines_are_read_as_they_are_needed() -> None:
    read = []

    def lines():
        for number in range(1000):
            read.append(number)
            yield line(id=number)

    answers = annotate_lines(lines(), only=frozenset({"quotes"}), jobs=1, name="-")
    next(answers)
    assert len(read) < 10


@given(text=st.text(alphabet="“”'\" \nAa.,said Oct6", max_size=80), title=st.none() | st.text(max_size=20))
@settings(max_examples=60)
def test_any_text_is_annotated_with_its_own_words(text: str, title: str | None) -> None:
    answer = one(text=text, title=title, date=None)
    for found in (*answer["quotes"], *answer["terms"], *answer["timexes"]):
        assert text[found["start"] : found["end"]] == found["text"]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2013-12-10", "2013-12-10"),
        ("2013-12", "2013-12"),
        ("2013", "2013"),
        ("2013-12-10T09:00", "2013-12-10"),
        ("2013-12-10TMO", "2013-12-10"),
        ("2013-W50", "2013-12"),
        ("2009-Q3", "2009"),
        ("XXXX-10-07", None),
        ("PAST_REF", None),
        (None, None),
    ],
)
def test_an_events_date_is_a_day_or_coarser(value: str | None, date: str | None) -> None:
    assert day_or_coarser(value) == date


def test_the_command_reads_and_writes_files(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(line() + b"bad\n" + line(id=2))
    done = run("extract", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "--jobs", "2")
    assert done.returncode == 1
    assert f"{tmp_path / 'in.jsonl'}:2: is not JSON" in done.stderr
    assert "2 texts annotated, 1 line left out" in done.stderr
    assert [json.loads(row)["id"] for row in (tmp_path / "out.jsonl").read_bytes().splitlines()] == [
        "ostrin/1",
        2,
    ]


def test_the_command_reads_standard_input_and_writes_standard_output() -> None:
    done = run("extract", "-", "-o", "-", "--only", "quotes,timexes", input=line().decode())
    assert done.returncode == 0
    assert set(json.loads(done.stdout)) == {"id", "quotes", "terms", "timexes"}


def test_spaces_between_the_kinds_do_not_matter() -> None:
    done = run("extract", "-", "-o", "-", "--only", "quotes, events ", input=line().decode())
    assert done.returncode == 0, done.stderr
    assert set(json.loads(done.stdout)) == {"id", "quotes", "terms", "events"}


@pytest.mark.parametrize(
    ("target", "says"), [("/nonexistent/x", "No such file or directory"), ("/dev/full", "No space left")]
)
def test_an_output_that_cannot_be_written_is_named(target: str, says: str) -> None:
    done = run("extract", "-", "-o", target, input=line().decode())
    assert done.returncode == 2
    assert done.stderr.startswith(f"error: {target}: cannot write here: {says}")
    assert "Traceback" not in done.stderr


def test_standard_output_on_a_full_disk_is_an_error_and_a_closed_pipe_is_none() -> None:
    def into(shell: str) -> subprocess.CompletedProcess[str]:
        script = f"{shlex.join(command('extract', '-', '-o', '-'))} {shell}"
        return subprocess.run(  # noqa: S602 - of our own words alone
            script,
            shell=True,
            input=(line() * 200).decode(),
            env=environment(),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    full = into(">/dev/full")
    assert full.returncode == 2
    assert "error: -: cannot write here: No space left" in full.stderr
    closed = into("| head -n 1")
    assert json.loads(closed.stdout)["id"] == "ostrin/1"
    assert "cannot write" not in closed.stderr
    for done in (full, closed):
        assert "Traceback" not in done.stderr


def test_an_input_that_cannot_be_read_is_not_blamed_on_the_output(tmp_path: Path) -> None:
    done = run("extract", "/proc/self/mem", "-o", tmp_path / "out.jsonl")
    assert done.returncode == 2
    assert done.stderr.startswith("error: /proc/self/mem: cannot be read")


def test_the_command_never_empties_its_own_input(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(line())
    done = run("extract", path, "-o", path)
    assert done.returncode == 2
    assert "overwrite its own input" in done.stderr
    assert path.read_bytes() == line()


@pytest.mark.parametrize(
    "arguments",
    [
        ["missing.jsonl", "-o", "-"],
        ["-", "-o", "-", "--only", "quote"],
        ["-"],
        ["-", "-o", "-", "--jobs", "0"],
    ],
)
def test_the_command_refuses_what_it_cannot_do(arguments: list[str]) -> None:
    assert run("extract", *arguments, input="").returncode == 2


def test_a_record_may_state_its_language_and_is_else_read_in_the_one_it_is_written_in() -> None:
    german = (
        "„Das Tor hält nicht mehr“, sagte sie am 3. Oktober 2031. Der March war kalt. "
        "Die alte Schleuse bleibt nach Angaben der Stadt bis zum nächsten Sommer geschlossen."
    )
    records = [
        {"id": 1, "text": german},
        {"id": 2, "text": german, "language": "de"},
        {"id": 3, "text": german, "language": "not a tag"},
        {"id": 4, "text": "3. Oktober 2031", "language": "de"},
    ]
    lines = [json.dumps(record).encode() for record in records]
    found, stated, wrong, short = annotate_lines(lines, only=USUAL, jobs=1, name="in.jsonl")
    first, second = json.loads(found), json.loads(stated)
    assert first | {"id": 2} == second
    assert [each["value"] for each in first["timexes"]] == ["2031-10-03"]
    assert [(each["speaker"], each["how"]) for each in first["quotes"]] == [(None, "none")]
    assert first["events"] == []
    assert "has a “language” that is none" in str(wrong)
    assert [each["value"] for each in json.loads(short)["timexes"]] == ["2031-10-03"]
