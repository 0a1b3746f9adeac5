"""Collections: one file, many articles. Each reader cuts a stream into items, one after the other.

bytes ──json_lines, tables, feeds, archives──► Item ──intake.seeds.parse_item──► Article
"""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from sitegen.errors import SitegenError
from sitegen.intake.collections import archives, feeds, json_lines, tables
from sitegen.intake.collections.columns import Columns, usual_columns
from sitegen.intake.collections.items import Caution, Flaw, Form, Found, Item, address

__all__ = [
    "SUFFIXES",
    "Caution",
    "Columns",
    "Flaw",
    "Form",
    "Found",
    "Item",
    "address",
    "read_collection",
    "suffix_of",
    "usual_columns",
]

_READERS: Mapping[str, Callable[..., Iterator[Found]]] = {
    ".jsonl": json_lines.read,
    ".ndjson": json_lines.read,
    ".csv": tables.read,
    ".tsv": tables.read,
    ".rss": feeds.read,
    ".atom": feeds.read,
    ".rdf": feeds.read,
    ".xml": feeds.read,
    ".warc": archives.read,
    ".warc.gz": archives.read,
}
SUFFIXES = tuple(_READERS)


def suffix_of(name: str) -> str | None:
    """The ending that makes ``name`` a collection's, in lower case; None: it is none."""
    folded = name.casefold()
    return next((suffix for suffix in SUFFIXES if folded.endswith(suffix) and folded != suffix), None)


def read_collection(
    stream: BinaryIO, *, file: str, columns: Columns, language: str | None = None
) -> Iterator[Found]:
    """The articles of a collection, each under a name of its own; and whatever is wrong with it.

    Nothing here opens a file or an address.

    Args:
        stream: the file, open for reading bytes, able to seek.
        file: its path, relative to the project; the ending tells the format.
        columns: which column says what, for the formats that have columns.
        language: BCP 47 tag, in the facts beside the file, for what states none itself; None: not stated.
    """
    reader = _READERS[suffix_of(file) or ".jsonl"]
    lines: dict[str, int | None] = {}
    for found in reader(stream, file=file, columns=columns, language=language):
        name = found.name if isinstance(found, Item | Flaw) else None
        if name is None or isinstance(found, Caution):
            yield found
            continue
        line = found.line if isinstance(found, Item) else found.error.line
        if name in lines:
            yield Flaw(error=_twice(name, file, line, lines[name]), name=name)
        else:
            lines[name] = line
            yield found


def _twice(name: str, file: str, line: int | None, first: int | None) -> SitegenError:
    where = f", on line {first}" if first else ""
    if name.startswith("sha256-"):
        return SitegenError(
            f"says the same as an article before it{where}, and is left out", path=file, line=line
        )
    return SitegenError(
        f"the name “{name[:80]}” is given to an article before it{where}; this one is left out",
        path=file,
        line=line,
        hint="give each an id of its own",
    )
