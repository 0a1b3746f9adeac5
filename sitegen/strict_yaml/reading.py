"""YAML → values that are text, with a line for every key.

The events of PyYAML's parser are read directly, so that aliases, anchors and tags are refused before anything
is built.
"""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from typing import TypeAlias

import yaml

from sitegen.errors import SitegenError
from sitegen.strict_yaml.writing import escaped

MAX_BYTES = 64 * 1024
"""Larger input is refused: front matter and settings are small, and parsing time must stay so."""

MAX_DEPTH = 16
"""Deeper nesting is refused before it can exhaust the stack."""

Value: TypeAlias = "str | list[Value] | YamlMapping | None"
"""What a key can hold once read."""

# libyaml parses about eight times faster; the pure parser serves where PyYAML was built without it.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

# What YAML 1.1 calls not printable, and the byte order mark, on which PyYAML's two parsers disagree.
_UNREADABLE = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

# What escapes in double quotes can conjure up: NUL, and halves of a UTF-16 pair.
_IMPOSSIBLE = re.compile(r"[\x00\ud800-\udfff]")


class YamlMapping(Mapping[str, Value]):
    """A mapping as written, in file order, that knows the line of each key (1-based, in the whole file)."""

    __slots__ = ("_lines", "_values", "first_line")

    def __init__(self, values: Mapping[str, Value], lines: Mapping[str, int], first_line: int) -> None:
        self._values = dict(values)
        self._lines = dict(lines)
        self.first_line = first_line

    def __getitem__(self, key: str) -> Value:
        return self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"YamlMapping({self._values!r})"

    def line(self, key: str) -> int:
        """The line ``key`` stands on; the mapping's own first line for a key it does not have."""
        return self._lines.get(key, self.first_line)

    def without(self, keys: Collection[str]) -> "YamlMapping":
        """The same mapping, these keys left out."""
        kept = {key: value for key, value in self._values.items() if key not in keys}
        return YamlMapping(kept, self._lines, self.first_line)


def read(source: str, *, path: str, first_line: int = 1) -> YamlMapping:
    """Parse one YAML mapping; nothing but blank lines and comments is an empty one.

    Args:
        source: the YAML text.
        path: the file it came from, for messages.
        first_line: the line of that file on which ``source`` begins.

    Raises:
        SitegenError: not valid YAML, not a mapping, a key twice, an alias, an anchor or a tag, too large or
            too deep.
    """
    return _Reading(source.removeprefix("\ufeff"), path, first_line).mapping()


def refuse_unknown_keys(mapping: YamlMapping, known: Collection[str], *, path: str) -> None:
    """Raise for the first key that is not ``known``, naming the one that was probably meant.

    Raises:
        SitegenError: with the key's line.
    """
    for key in mapping:
        if key not in known:
            raise SitegenError(
                f"unknown key “{key}”", path=path, line=mapping.line(key), hint=suggestion(key, known)
            )


def suggestion(word: str, known: Collection[str]) -> str:
    """A hint for a word that is not among the known ones: the likely one, or all of them."""
    close = difflib.get_close_matches(word.casefold(), known, n=1)
    return f"did you mean “{close[0]}”?" if close else f"known here: {', '.join(known)}"


class _Reading:
    """One run over the parser's events; holds what every message needs."""

    def __init__(self, source: str, path: str, first_line: int) -> None:
        self.source = source
        self.path = path
        self.first_line = first_line
        self.depth = 0
        self.refuse_unreadable()
        self.events = self.parse()

    def mapping(self) -> YamlMapping:
        """The one document of the stream, which must be a mapping."""
        next(self.events)  # the stream's start
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return YamlMapping({}, {}, self.first_line)
        start = next(self.events)
        value = self.value(start)
        next(self.events)  # the document's end
        if not isinstance(end := next(self.events), yaml.StreamEndEvent):
            raise self.wrong("a second document begins here", end, hint="take out the “---”")
        if value is None:
            return YamlMapping({}, {}, self.first_line)
        if not isinstance(value, YamlMapping):
            raise self.wrong("expected lines of the form “key: value”", start)
        return value

    def value(self, event: yaml.Event) -> Value:
        """What begins with ``event``."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
            raise self.wrong("anchors and aliases (& and *) are not read here", event, hint="quote it")
        if getattr(event, "tag", None) is not None:
            raise self.wrong("tags (!) are not read here", event, hint="put the value in quotes")
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.wrong("nested too deeply", event)
        nested = self.entries(event) if isinstance(event, yaml.MappingStartEvent) else self.items()
        self.depth -= 1
        return nested

    def scalar(self, event: yaml.ScalarEvent) -> str | None:
        text = str(event.value)
        if _IMPOSSIBLE.search(text):
            raise self.wrong("this text holds a character that no file can", event, hint="take it out")
        plain = event.implicit[0]
        return None if plain and text in _NULLS else text

    def items(self) -> list[Value]:
        items: list[Value] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event))
        return items

    def entries(self, start: yaml.Event) -> YamlMapping:
        values: dict[str, Value] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event)
            if key in values:
                raise self.wrong(f"“{key}” is given twice", event, hint=f"see line {lines[key]}; keep one")
            lines[key] = self.line(event)
            values[key] = self.value(next(self.events))
        return YamlMapping(values, lines, self.line(start))

    def key(self, event: yaml.Event) -> str:
        key = self.value(event)
        if key is None and isinstance(event, yaml.ScalarEvent):
            key = event.value  # a key named null is still a name
        if not isinstance(key, str):
            raise self.wrong("a key must be a word", event)
        return key

    def parse(self) -> Iterator[yaml.Event]:
        try:
            yield from yaml.parse(self.source, Loader=_LOADER)
        except (yaml.MarkedYAMLError, ValueError) as error:  # ValueError: an escape beyond Unicode
            mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
            raise SitegenError(
                f"not valid YAML: {getattr(error, 'problem', None) or error}",
                path=self.path,
                line=self.first_line + (mark.line if mark else 0),
                hint="put quotes around a value that holds “: ” or “ #” or begins with a special character",
            ) from error

    def refuse_unreadable(self) -> None:
        """Refuse what no YAML parser may see, with a line; the parsers' own errors have none."""
        unreadable = _UNREADABLE.search(self.source)
        if unreadable:
            code = ord(unreadable[0])
            raise SitegenError(
                f"the invisible character U+{code:04X} cannot stand in YAML",
                path=self.path,
                line=self.first_line + self.source.count("\n", 0, unreadable.start()),
                hint=f"take it out, or write it in double quotes as {escaped(unreadable[0])}",
            )
        if len(self.source.encode()) > MAX_BYTES:
            raise SitegenError(
                f"more than {MAX_BYTES // 1024} kB of YAML", path=self.path, line=self.first_line
            )

    def line(self, event: yaml.Event) -> int:
        return self.first_line + (event.start_mark.line if event.start_mark else 0)

    def wrong(self, message: str, event: yaml.Event, *, hint: str | None = None) -> SitegenError:
        return SitegenError(message, path=self.path, line=self.line(event), hint=hint)
