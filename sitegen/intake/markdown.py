"""Markdown: front matter for the facts, and the text a reader of the rendered page would see."""

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen import front_matter, strict_yaml
from sitegen.facts import read_facts
from sitegen.intake.html import text_of
from sitegen.intake.lines import is_blank
from sitegen.intake.reading import Reading, joined
from sitegen.model import Facts

_INLINE_TEXT = {"text", "code_inline"}


def read(markdown: str, *, file: str) -> Reading:
    """The plain text of a Markdown article: its paragraphs, headings, list items, block quotes and tables.

    Link text is kept; pictures and HTML tags are left out.

    Raises:
        SitegenError: the front matter is not well-formed.
    """
    parts = front_matter.split(markdown, path=file)
    facts = Facts()
    if parts.yaml is not None:
        entries = strict_yaml.read(parts.yaml, path=file, first_line=front_matter.YAML_LINE)
        facts = read_facts(entries, path=file)
    pieces = [piece for piece in _pieces(_parser().parse(parts.body)) if not is_blank(piece[0])]
    text, blocks = joined(words for words, _ in pieces)
    headings = [block for block, (_, is_heading) in zip(blocks, pieces, strict=True) if is_heading]
    heading = headings[0] if headings else None
    return Reading(text=text, blocks=blocks, facts=facts, heading=heading, marks_headings=True)


@cache
def _parser() -> MarkdownIt:
    # What is nested deeper than this is dropped, so the limit is far beyond any article's lists and quotes.
    return MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])


def _pieces(tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """The words of each paragraph-sized piece, and whether it is a heading of the first level."""
    cells: list[str] | None = None
    heading = False
    for token in tokens:
        if token.type == "tr_open":
            cells = []
        elif token.type == "tr_close" and cells is not None:
            yield " | ".join(cells), False
            cells = None
        elif token.type == "heading_open":
            heading = token.tag == "h1"
        elif token.type == "inline" and cells is not None:
            cells.append(_words(token))
        elif token.type == "inline":
            yield _words(token), heading
            heading = False
        elif token.type in {"fence", "code_block"}:
            yield token.content, False
        elif token.type == "html_block":
            yield text_of(token.content), False


def _words(inline: Token) -> str:
    """What a reader sees of a piece of running text."""
    return "".join(_seen(token) for token in inline.children or [])


def _seen(token: Token) -> str:
    if token.type in _INLINE_TEXT:
        return token.content
    if token.type == "softbreak":
        return " "
    is_break = token.type == "hardbreak" or token.content.casefold().startswith("<br")
    return "\n" if is_break else ""
