"""``.jsonl``: one JSON object a line, each an article. https://jsonlines.org"""

import codecs
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from sitegen.errors import SitegenError
from sitegen.intake.collections.columns import Columns, among, key
from sitegen.intake.collections.items import MAX_BYTES, Flaw, Found
from sitegen.intake.collections.json_faults import in_words
from sitegen.intake.collections.rows import Row, read_row

_MOST = 2 * MAX_BYTES
"""Bytes of a line: a text's quotation marks and line ends are escaped in it."""
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF8 = "save the file as UTF-8"


def read(stream: BinaryIO, *, file: str, columns: Columns, language: str | None = None) -> Iterator[Found]:
    """The articles of a file, in order; blank lines are passed over. One line is in memory at a time."""
    wanted = {field: [(name, key(name)) for name in names] for field, names in columns.names.items()}
    empty = True
    text_column: str | None = None
    for number, line in _lines(stream):
        try:
            if line is None:
                raise SitegenError(
                    f"a line of more than {_MOST // 1_000_000} MB", hint="a line is one article"
                )
            if number == 1:
                line = line.removeprefix(codecs.BOM_UTF8)  # noqa: PLW2901 - the mark is no part of the line
            if not line.strip():
                continue
            if empty and line.lstrip().startswith((b"[", *_MARKS)):
                raise _NoLinesError(_refusal(line))
            empty = False
            record = _record(line)
        except _NoLinesError as error:
            yield Flaw(error=SitegenError(str(error), path=file, line=number), name=None)
            return
        except SitegenError as error:
            wrong = SitegenError(error.message, path=file, line=number, hint=error.hint)
            yield Flaw(error=wrong, name=None)
        else:
            values = _values(record, wanted)
            if text_column is None or not _says_something(values):
                text_column = _text_column(record, columns) or text_column
            yield from read_row(
                Row(
                    values=values,
                    line=number,
                    file=file,
                    encoding="utf-8",
                    language=language,
                    text_column=text_column,
                )
            )
    if empty:
        yield Flaw(error=SitegenError("there is no row in it", path=file), name=None)


class _NoLinesError(Exception):
    """The file is something else than lines of JSON; what the message says."""


def _refusal(line: bytes) -> str:
    if line.lstrip().startswith(b"["):
        return "this is one JSON list, not one object a line (write each object on a line of its own)"
    return f"this is UTF-16 ({_UTF8})"


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers; None for one that is too long, whose end is looked for and passed."""
    number = 0
    while line := stream.readline(_MOST + 1):
        number += 1
        if len(line) <= _MOST:
            yield number, line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(_MOST)
        yield number, None


def _record(line: bytes) -> Mapping[str, object]:
    """The object of one line.

    Raises:
        SitegenError: it is none, or says a thing twice.
    """
    try:
        source = line.decode("utf-8")
        record = json.loads(source, object_pairs_hook=_once, parse_constant=_no_constant)
    except UnicodeDecodeError:
        raise SitegenError("this is not UTF-8 text", hint=_UTF8) from None
    except json.JSONDecodeError as error:
        says, hint = in_words(error)
        raise SitegenError(f"not valid JSON: {says}, at character {error.pos + 1}", hint=hint) from None
    except RecursionError:
        raise SitegenError("not read: nested too deeply") from None
    except ValueError:  # a number of thousands of digits, which Python refuses to convert
        raise SitegenError("not read: a number far too long") from None
    if not isinstance(record, dict):
        raise SitegenError("expected a JSON object", hint='write it as {"id": "1", "text": "…"}')
    return record


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members = dict(pairs)
    if len(members) != len(pairs):
        seen: set[str] = set()
        for name, _ in pairs:
            if name in seen:
                raise SitegenError(f"“{name[:80]}” is given twice", hint="keep one")
            seen.add(name)
    return members


def _no_constant(name: str) -> object:
    raise SitegenError(f"not valid JSON: {name} is no number", hint="write null, or leave it out")


def _says_something(values: Mapping[str, object]) -> bool:
    return any(str(values.get(field, "")).strip() for field in ("text", "html"))


def _text_column(record: Mapping[str, object], columns: Columns) -> str | None:
    """The member that holds the article, or would; of an object in the record ("article.body"), none."""
    found = among(record, columns)
    return found.get("text") or found.get("html")


def _values(record: Mapping[str, object], wanted: Mapping[str, list[tuple[str, str]]]) -> dict[str, object]:
    """What the record holds for each field: under the first name that holds anything."""
    members = {key(name): value for name, value in reversed(list(record.items()))}
    values: dict[str, object] = {}
    for field, names in wanted.items():
        found = (_member(members, record, name, folded) for name, folded in names)
        value = next((each for each in found if each not in (None, "")), None)
        if value is not None:
            values[field] = value
    return values


def _member(members: Mapping[str, object], record: Mapping[str, object], name: str, folded: str) -> object:
    """A member of the object, or of an object in it: ``article.body``."""
    if folded in members or "." not in name:
        return members.get(folded)
    here: object = record
    for step in name.split("."):
        here = here.get(step) if isinstance(here, dict) else None
    return here
