"""Values → YAML that reads back as the same text."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

Writable: TypeAlias = "str | bool | int | float | Sequence[Writable] | Mapping[str, Writable] | None"
"""What :func:`write` takes; numbers and booleans read back as their text."""

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

_NOT_TEXT_ELSEWHERE = re.compile(
    r"""
    y | yes | n | no | on | off | true | false | null        # words that other readers take for values
    | [0-9][0-9_]*+ (?: \.[0-9_]*+ )? (?: e [-+]? [0-9]++ )?   # numbers
    | 0x[0-9a-f_]++ | 0o[0-7]++                               # numbers of programmers
    | [0-9]++ (?: :[0-9]{1,2} )++ (?: \.[0-9]*+ )?            # 190:20:30 is a number in YAML 1.1
    """,
    re.VERBOSE | re.IGNORECASE,
)

_NEEDS_ESCAPE = re.compile(
    r"""[\x00-\x1f\x7f-\x9f]           # controls, tab and line ends among them
    | [\u2028\u2029]                   # line ends in YAML 1.1
    | [\u202a-\u202e\u2066-\u2069]     # would turn the rest of the line around in an editor
    | [\ud800-\udfff\ufeff\ufffe\uffff]
    """,
    re.VERBOSE,
)

_PLAIN_UNSAFE = re.compile(r":(?:\s|\Z)|\s\#|\s\Z")
_FLOW_UNSAFE = re.compile(r"[,\[\]{}:?]")

_NAMED_ESCAPES = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\", '"': '\\"'}


def write(mapping: Mapping[str, Writable]) -> str:
    """Block YAML, one key a line, that :func:`sitegen.strict_yaml.read` reads back as the same text.

    Keys are short names. A list of records is written one record a line (``- {phrase: harbour, count: 3}``).
    A text that another reader would take for a number or a boolean is quoted; control characters are written
    as escapes, since PyYAML does not read them raw.
    """
    return "".join(f"{line}\n" for line in _mapping_lines(mapping, ""))


def _mapping_lines(mapping: Mapping[str, Writable], indent: str) -> Iterator[str]:
    for key, value in mapping.items():
        name = f"{indent}{_scalar(key)}:"
        if _is_nested(value):
            yield name
            yield from _nested_lines(value, f"{indent}  ")
        else:
            yield f"{name} {_scalar(value)}"


def _nested_lines(value: Writable, indent: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping_lines(value, indent)
    elif isinstance(value, Sequence):
        for item in value:
            if not _is_nested(item):
                yield f"{indent}- {_scalar(item)}"
            elif isinstance(item, Mapping) and not any(_is_nested(part) for part in item.values()):
                yield f"{indent}- {{{', '.join(_record_parts(item))}}}"
            else:
                yield f"{indent}-"
                yield from _nested_lines(item, f"{indent}  ")


def _record_parts(record: Mapping[str, Writable]) -> Iterator[str]:
    for key, value in record.items():
        yield f"{_scalar(key, in_flow=True)}: {_scalar(value, in_flow=True)}"


def _is_nested(value: Writable) -> bool:
    return not isinstance(value, str) and isinstance(value, Mapping | Sequence) and bool(value)


def _scalar(value: Writable, *, in_flow: bool = False) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value if _is_plain(value, in_flow=in_flow) else _quoted(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"  # 0.00002, where str() says 2e-05
    return "{}" if isinstance(value, Mapping) else "[]"


def _is_plain(text: str, *, in_flow: bool) -> bool:
    if _DATE.fullmatch(text):
        return True
    return not (
        not text[:1].isalnum()
        or text != text.strip()
        or _PLAIN_UNSAFE.search(text)
        or _NEEDS_ESCAPE.search(text)
        or (in_flow and _FLOW_UNSAFE.search(text))
        or _NOT_TEXT_ELSEWHERE.fullmatch(text)
    )


def _quoted(text: str) -> str:
    if _NEEDS_ESCAPE.search(text) or ("'" in text and '"' not in text and "\\" not in text):
        body = _NEEDS_ESCAPE.sub(lambda found: escaped(found[0]), re.sub(r'([\\"])', r"\\\1", text))
        return f'"{body}"'
    return "'" + text.replace("'", "''") + "'"


def escaped(character: str) -> str:
    """How ``character`` is written inside double quotes."""
    code = ord(character)
    if character in _NAMED_ESCAPES:
        return _NAMED_ESCAPES[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
