"""``inputs:`` in ``sitegen.yml`` → which columns of collections say what."""

import dataclasses
from collections.abc import Mapping

from sitegen.config.entries import Entries, Group
from sitegen.config.settings import COLUMN_FIELDS, SETTINGS_FILE, FileColumns, InputSettings
from sitegen.errors import UsageError
from sitegen.strict_yaml import Value, YamlMapping

_KEYS = tuple(field.name for field in dataclasses.fields(FileColumns))
_AS_IN = "write each as in: - {file: wire/*.csv, columns: {text: body, title: headline}}"
_NAMES = "write the name of a column, or a list of names of which the first that is there counts"


def read_inputs(settings: YamlMapping) -> InputSettings:
    """The settings of the group ``inputs``.

    Raises:
        UsageError: a value of another type than expected; with its line.
        SitegenError: an unknown key.
    """
    group = Group(settings, "inputs", InputSettings)
    files = group.given.get("files") or []
    if not isinstance(files, list):
        raise group.wrong("files", "expected a list of entries", _AS_IN)
    return InputSettings(columns=_columns(group), files=tuple(_file(group, each) for each in files))


def _file(group: Group, value: Value) -> FileColumns:
    if not isinstance(value, YamlMapping):
        raise group.wrong("files", "expected a list of entries", _AS_IN)
    entry = Entries(value, "inputs.files", _KEYS)
    file = entry.optional_text("file")
    if not file or file.startswith("/"):
        raise entry.wrong("file", "expected a path below the seeds folder, or a pattern for some", _AS_IN)
    return FileColumns(file=file, columns=_columns(entry))


def _columns(entries: Entries) -> Mapping[str, tuple[str, ...]]:
    """The names under ``columns``, by what they stand for."""
    value = entries.given.get("columns")
    if value is None:
        return {}
    if not isinstance(value, YamlMapping):
        raise entries.wrong("columns", "expected settings below it", "write it as in: columns: {text: body}")
    columns = Entries(value, f"{entries.name}.columns", COLUMN_FIELDS)
    return {field: _names(columns, field) for field in value if value.get(field) is not None}


def _names(columns: Entries, field: str) -> tuple[str, ...]:
    value = columns.given.get(field)
    names = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
    texts = tuple(name for name in names if isinstance(name, str) and name.strip())
    if not texts or len(texts) != len(names):
        raise UsageError(
            f"{columns.name}.{field}: expected the name of a column",
            path=SETTINGS_FILE,
            line=columns.given.line(field),
            hint=_NAMES,
        )
    return texts
