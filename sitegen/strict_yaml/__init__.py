"""YAML without its surprises: scalars are text, every key has a line, nothing is executed or expanded.

YAML as people meet it turns ``no`` into False, ``012`` into ten and a date into an object that may not even
be constructed; its aliases blow a kilobyte up to gigabytes. Here a scalar is the text that was written. Only
a plain (unquoted) ``null``, ``~`` or nothing at all means "no value". Keys have lines, so that a mistake can
be shown where it stands.
"""

from sitegen.strict_yaml.reading import (
    MAX_BYTES,
    Value,
    YamlMapping,
    read,
    refuse_unknown_keys,
    suggestion,
)
from sitegen.strict_yaml.writing import Writable, write

__all__ = [
    "MAX_BYTES",
    "Value",
    "Writable",
    "YamlMapping",
    "read",
    "refuse_unknown_keys",
    "suggestion",
    "write",
]
