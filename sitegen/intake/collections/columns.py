"""Which column of a row says what: the mapping of ``sitegen.yml``, else the usual names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Names to look for, by field: ``id``, ``text``, ``html`` and the facts."""

    names: Mapping[str, tuple[str, ...]]
    """Best first, as written."""
    mapped: frozenset[str] = frozenset()
    """Fields whose columns somebody has named; they are looked for under no other name."""


def usual_columns(mapped: Mapping[str, tuple[str, ...]] | None = None) -> Columns:
    """The usual names, those of the fields in ``mapped`` replaced."""
    mapped = mapped or {}
    return Columns(names={**_usual(), **mapped}, mapped=frozenset(mapped))


@cache
def _usual() -> Mapping[str, tuple[str, ...]]:
    return {field: tuple(names) for field, names in load("columns").items()}


def key(name: str) -> str:
    """A column's name as it is compared."""
    return "_".join(name.casefold().replace("-", " ").replace("_", " ").split())


def among(header: Iterable[str], columns: Columns) -> dict[str, str]:
    """For each field that ``header`` has a column for, the name of that column as the header writes it."""
    written = {key(name): name for name in reversed(list(header))}
    found = {
        field: next((written[key(name)] for name in names if key(name) in written), None)
        for field, names in columns.names.items()
    }
    return {field: name for field, name in found.items() if name is not None}
