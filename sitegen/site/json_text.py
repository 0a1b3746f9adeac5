"""JSON that is safe wherever it ends up, a script element among it."""

import json
from collections.abc import Iterable, Iterator, Mapping

_UNSAFE = {
    ord("<"): "\\u003c",  # </script> and <!-- would end or swallow the element
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",  # line ends for old JavaScript
    0x2029: "\\u2029",
}


def json_text(value: object) -> str:
    """``value`` as JSON on one line; what HTML could act on is written as an escape."""
    return json.dumps(value, ensure_ascii=False, sort_keys=False).translate(_UNSAFE)


def with_events(head: Mapping[str, object], events: Iterable[str]) -> bytes:
    """A JSON object with ``head``'s members and ``events``, each of them JSON already, one a line."""
    return b"".join(listed(head, "events", events))


def listed(head: Mapping[str, object], member: str, items: Iterable[str]) -> Iterator[bytes]:
    """The same in pieces, one for each of ``items``, which are the list ``member``."""
    yield f'{json_text(head)[:-1]}, "{member}": [\n'.encode()
    between = ""
    for each in items:
        yield f"{between}{each}".encode()
        between = ",\n"
    yield b"\n]}\n"
