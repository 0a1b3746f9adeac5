"""Text → inline Markdown that reads back as the same text, and looks like the text.

Only what would be taken for markup is escaped, and only where it would be: typical news text stays as it is.
The escapes also hold on GitHub, whose Markdown knows tables, strikethrough and raw HTML.
"""

import re

NOTHING = "`U+`"
"""An empty text; Markdown has no way to emphasise nothing."""

_SPECIAL = re.compile(
    r"""
      (?P<markup>
          [\\`*~]                            # always markup, or half of it
        | (?<![^\W_])_ | _(?![^\W_])         # snake_case is safe, _this_ is not
        | \[(?! [^\[\]]{0,300}+ \] (?!\() )     # [words] are safe; not links, nor nests, which parsers limit
        | <(?!\s)                            # a tag or an address to GitHub
        | &(?=\#?[0-9A-Za-z]{1,32};)         # an entity
      )
    | (?P<entity> [\t\n] )                   # space that a line of Markdown cannot hold
    | (?P<invisible> (?:                     # what CommonMark has no entity for, or what nobody would see:
          [\x01-\x08\x0b-\x1f\x7f-\x9f]      # controls
        | [\u2028\u2029\ufeff]               # line ends to some editors; the byte order mark
        | [\u202a-\u202e\u2066-\u2069]       # would turn around what stands behind them
      )++ )
    """,
    re.VERBOSE,
)

_LINE_START = re.compile(
    r"""
      (?= \#{1,6} (?:\s|\Z)                  # heading
        | >                                  # block quote
        | - (?:[\s|:-]|\Z)                   # list, rule, underline of a heading, row of a table
        | \+ (?:\s|\Z)                       # list
        | = | \| | :-                        # underline of a heading; rows of a table
        | \[ (?: [\sxX]\] | [!^][^\[\]]{0,300}+\] | [^\[\]]{0,300}+\]: ) (?!\()  # task, alert, definition
      )
    | [0-9]{1,9} (?= [.)] (?:\s|\Z) )        # numbered list: the escape goes behind the number
    """,
    re.VERBOSE,
)

_BREAK = re.compile(r"(?<=[^\n])(\n)(?=[^\n])")
_BREAK_OR_BLANK_LINE = re.compile(r"(?<=[^\n])(\n\n?)(?=[^\n])")


def line(text: str, *, starts_line: bool = False) -> str:
    """``text`` on one line of Markdown; its own line ends become ``&#10;``.

    Args:
        text: any text without NUL and surrogates.
        starts_line: True where the result will stand at the start of a line, so that ``# x`` is no heading.
    """
    if not text:
        return NOTHING
    # Markdown strips space at the edges of a line, and emphasis does not hold there.
    opening = _edge(text[0])
    closing = _edge(text[-1]) if len(text) > 1 else ""
    inner = text[bool(opening) : len(text) - bool(closing)]
    start = _LINE_START.match(inner) if starts_line and not opening else None
    if start is None:
        return opening + _escaped(inner) + closing
    return _escaped(inner[: start.end()]) + "\\" + _escaped(inner[start.end() :]) + closing


def flowing(text: str, *, paragraphs: bool = True) -> str:
    """``text`` over as many lines as it has, to stand at the start of a block.

    Args:
        text: any text without NUL and surrogates.
        paragraphs: whether a blank line in it parts two paragraphs. Other runs of line ends become ``&#10;``.
    """
    parts = (_BREAK_OR_BLANK_LINE if paragraphs else _BREAK).split(text)
    return "".join(part if number % 2 else line(part, starts_line=True) for number, part in enumerate(parts))


def block(markdown: str, *, first: str, others: str) -> str:
    """``markdown`` as a quote or list item: ``first`` before its first line, ``others`` before the rest."""
    rows = markdown.split("\n")
    return "\n".join([first + rows[0], *(others + row if row else others.rstrip() for row in rows[1:])])


def heading(text: str) -> str:
    """``text`` as a heading of the second level."""
    title = line(text)
    # A last "#" would be taken for the heading's closing mark.
    return f"## {title[:-1]}\\#" if title.endswith("#") else f"## {title}"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    if found["markup"]:
        return f"\\{found[0]}"
    return _entity(found[0]) if found["entity"] else f"`{_code_points(found[0])}`"


def _code_points(characters: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in characters)


def _edge(character: str) -> str:
    """The escape for a space at the edge of a line; empty for what may stand there."""
    return _entity(character) if character.isspace() and not _SPECIAL.match(character) else ""


def _entity(character: str) -> str:
    return "&nbsp;" if character == "\xa0" else f"&#{ord(character)};"
