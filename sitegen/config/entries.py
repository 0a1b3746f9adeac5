"""The values of a mapping in ``sitegen.yml``, each asked for by its type."""

import dataclasses
from collections.abc import Collection
from enum import StrEnum
from typing import TypeVar

from sitegen.config.settings import SETTINGS_FILE
from sitegen.errors import UsageError
from sitegen.strict_yaml import Value, YamlMapping, refuse_unknown_keys, suggestion

Choice = TypeVar("Choice", bound=StrEnum)


_TRUE = ("true", "yes")
_FALSE = ("false", "no")


class Entries:
    """One mapping, its keys checked."""

    def __init__(self, given: YamlMapping, name: str, known: Collection[str]) -> None:
        refuse_unknown_keys(given, known, path=SETTINGS_FILE)
        self.given = given
        self.name = name

    def optional_text(self, key: str) -> str | None:
        """The text of ``key``; None where it is not given or empty."""
        value = self.given.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(key, "expected one line of text", "put the value in quotes")
        return value or None

    def texts(self, key: str) -> tuple[str, ...]:
        """The texts in the list of ``key``; none where it is not given."""
        items = self.given.get(key)
        if items is None:
            return ()
        if not isinstance(items, list):
            raise self.wrong(key, "expected a list", f"write it as {key}: [one, another]")
        texts = tuple(item for item in items if isinstance(item, str) and item.strip())
        if len(texts) != len(items):
            raise self.wrong(
                key, "expected a list of texts", f"write it as {key}: [one, another], each of one line"
            )
        return texts

    def wrong(self, key: str, message: str, hint: str) -> UsageError:
        """The error to raise for the value of ``key``."""
        line = self.given.line(key)
        return UsageError(f"{self.name}.{key}: {message}", path=SETTINGS_FILE, line=line, hint=hint)


class Group(Entries):
    """One group of the file; what is not given takes the default."""

    def __init__(self, settings: YamlMapping, name: str, defaults: type) -> None:
        value: Value = settings.get(name)
        if value is None:
            value = YamlMapping({}, {}, settings.line(name))
        if not isinstance(value, YamlMapping):
            raise UsageError(
                f"{name}: expected settings below it",
                path=SETTINGS_FILE,
                line=settings.line(name),
                hint="put each on a line of its own, indented by two spaces",
            )
        super().__init__(value, name, [field.name for field in dataclasses.fields(defaults)])
        self.defaults = defaults()

    def text(self, key: str) -> str:
        """The text of ``key``."""
        default: str = getattr(self.defaults, key)
        return self.optional_text(key) or default

    def number(self, key: str, lowest: int, highest: int) -> int:
        """The whole number of ``key``, within bounds."""
        default: int = getattr(self.defaults, key)
        value = self.optional_text(key)
        if value is None:
            return default
        # isascii: int() would also read the digits of other scripts
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1
        if not lowest <= number <= highest:
            raise self.wrong(key, f"“{value}” will not do", f"a whole number from {lowest} to {highest}")
        return number

    def flag(self, key: str) -> bool:
        """Whether ``key`` is said to be so."""
        default: bool = getattr(self.defaults, key)
        value = self.optional_text(key)
        if value is None:
            return default
        if value.casefold() not in (*_TRUE, *_FALSE):
            raise self.wrong(key, f"“{value}” is neither true nor false", "write true or false")
        return value.casefold() in _TRUE

    def choice(self, key: str, choices: type[Choice]) -> Choice:
        """The one of ``choices`` that ``key`` names."""
        default: Choice = getattr(self.defaults, key)
        value = self.optional_text(key)
        if value is None:
            return default
        if value not in (known := [choice.value for choice in choices]):
            raise self.wrong(key, f"“{value}” will not do", suggestion(value, known))
        return choices(value)
