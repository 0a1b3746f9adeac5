"""What is wrong with a line of JSON, in words, and what to do about it."""

from json import JSONDecodeError

_WHOLE = "write each object on one line of its own"
_CLOSE = 'close the text with ", and write a line end in it as \\n, a tab as \\t'
_PUT_MARKS = 'put " around names and texts'
_QUOTES = ("'", "‘", "’", "“", "”", "„")

_CERTAIN = (
    ("Invalid control", "a quotation mark is not closed, or a line end or tab stands between marks", _CLOSE),
    ("Unterminated", "a quotation mark is not closed", _CLOSE),
    ("Extra data", "something stands behind the object", _WHOLE),
)
"""What the parser's words begin with, ours, and what to do."""
_LIKELY = (
    ("Expecting property name", "a name without quotation marks", _PUT_MARKS),
    ("Expecting ',' delimiter", "a comma is missing", 'write a quotation mark in a text as \\"'),
    ("Expecting ':' delimiter", "a colon is missing", 'write "name": and then the value'),
    ("Invalid \\", "a backslash that stands for nothing", "write a backslash in a text as \\\\"),
    ("", "no value begins here", 'write texts in ", and else only numbers, true, false and null'),
)
"""The same, where the place in the line tells nothing."""


def in_words(error: JSONDecodeError) -> tuple[str, str]:
    """What the parser means, and a hint; its own words were written for whoever writes parsers."""
    certain = [(says, hint) for start, says, hint in _CERTAIN if error.msg.startswith(start)]
    likely = [(says, hint) for start, says, hint in _LIKELY if error.msg.startswith(start)]
    return next(iter(certain), None) or _by_place(error) or likely[0]


def _by_place(error: JSONDecodeError) -> tuple[str, str] | None:
    before, rest = error.doc[: error.pos].rstrip(), error.doc[error.pos :]
    if not rest.strip():
        return "the object is not closed on this line", _WHOLE
    if rest.startswith(_QUOTES):
        return f'expected a straight quotation mark ("), found {rest[0]}', _PUT_MARKS
    if not before.strip():
        return "no object begins here", 'write it as {"id": "1", "text": "…"}'
    # Before Python 3.13 the parser stops behind the comma.
    if (before.endswith(",") or rest.startswith(",")) and rest.lstrip(", \t").startswith(("}", "]")):
        return "a comma behind the last member", "take the comma away"
    return None
