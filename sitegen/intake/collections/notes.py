"""A day and a sentence in one value of a row: a correction, or why an article was withdrawn.

An object has them under two names (``{"date": "2031-04-05", "what": "…"}``). A cell of a table holds no
object: there a line is the day, and behind it the words (``2031-04-05: The judge's name was misspelt.``).
"""

import re
from collections.abc import Mapping

from sitegen.facts import is_iso_date

_LINE = re.compile(r"\s*+([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\s*+[:–—]|(?=\s))(.*+)", re.DOTALL)


def read_note(value: object, words: str) -> tuple[str, str] | None:
    """The day, ``YYYY-MM-DD``, and the sentence, on one line, of ``value``; None: not both are stated.

    ``words`` is the name of the sentence in an object.
    """
    match value:
        case str():
            line = _LINE.fullmatch(value)
            day, said = (line[1], line[2]) if line else ("", "")
        case {"date": str(day), **others} if isinstance(said := others.get(words), str):
            pass
        case _:
            return None
    said = " ".join(said.split())
    return (day, said) if said and is_iso_date(day) else None


def lines_of(value: object) -> list[object]:
    """The notes in one value: a list, one alone, or a text with one on each line."""
    match value:
        case list():
            return value
        case str():
            return [line for line in value.splitlines() if line.strip()]
        case Mapping():
            return [value]
        case _:
            return [] if value is None else [value]
