"""The five sections the program writes ⇄ Markdown.

A reader claims the lines it understands; what it does not claim stays with whoever called it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from markdown_it.tree import SyntaxTreeNode

from sitegen.content_file.attribution import (
    DASHES,
    Attribution,
    is_attribution,
    read_attribution,
    write_attribution,
)
from sitegen.content_file.body import Lines, flow, lines_of, paragraph, paragraphs
from sitegen.content_file.escape import block, flowing
from sitegen.content_file.events import read_event, write_event
from sitegen.content_file.pieces import Kind, Piece, joined, words
from sitegen.content_file.places import read_excerpt, refuse_places, with_link
from sitegen.content_file.where import Where
from sitegen.model import Event, Excerpt, Quotation, QuotationKind

T = TypeVar("T")

Claimed = tuple[Lines, T]
"""Something understood, and the lines it stands on."""

_FRAGMENT = "“… "
"""Opens words that are a part of somebody else's sentence, so that they look it."""


def write_excerpts(excerpts: Iterable[Excerpt]) -> str:
    """One block quote, a paragraph for each excerpt; its own blank lines do not part paragraphs."""
    texts = [with_link(flowing(excerpt.text, paragraphs=False), excerpt) for excerpt in excerpts]
    return block("\n\n".join(texts), first="> ", others="> ") if texts else ""


def write_list(excerpts: Iterable[Excerpt]) -> str:
    """A list, an item for each excerpt."""
    return _items(with_link(flowing(excerpt.text), excerpt) for excerpt in excerpts)


def write_terms(terms: Iterable[Excerpt]) -> str:
    """A list, each term in quotation marks."""
    return _items(with_link(flowing(f"“{term.text}”"), term) for term in terms)


def write_timeline(timeline: Iterable[Event]) -> str:
    """A list, a dated sentence in each item."""
    return _items(write_event(event) for event in timeline)


def write_quotations(quotations: Iterable[Quotation]) -> str:
    """A block quote for each: the words in quotation marks, then the attribution."""
    return "\n\n".join(_write_quotation(quotation) for quotation in quotations)


def _write_quotation(quotation: Quotation) -> str:
    opening = _FRAGMENT if quotation.kind is QuotationKind.PARTIAL else "“"
    said = flowing(f"{opening}{quotation.words.text}”")
    return block(f"{said}\n\n{write_attribution(quotation)}", first="> ", others="> ")


def _items(texts: Iterable[str]) -> str:
    return "\n".join(block(text, first="- ", others="  ") for text in texts)


def read_excerpts(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Excerpt]]:
    """An excerpt for each paragraph, quoted or not, and for each list item."""
    for each in blocks:
        if each.type == "paragraph":
            yield lines_of(each), read_excerpt(paragraph(each), _at(each, where))
        elif each.type == "blockquote":
            for one in paragraphs(each) or ():
                yield lines_of(each), read_excerpt(one, _at(each, where))
        else:
            for item, parts in _list_items([each]):
                yield lines_of(item), read_excerpt(parts, _at(item, where))


def read_terms(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Excerpt]]:
    """A term for each list item, its quotation marks taken off."""
    for item, parts in _list_items(blocks):
        term = read_excerpt(parts, _at(item, where))
        yield lines_of(item), replace(term, text=_unmarked(term.text, "“"))


def read_timeline(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Event]]:
    """An event for each list item that begins with a date."""
    for item, parts in _list_items(blocks):
        event = read_event(parts, _at(item, where))
        if event is not None:
            yield lines_of(item), event


def read_quotations(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Quotation]]:
    """A quotation for each block quote; its attribution is the last paragraph in it, or the next below it."""
    for number, quote in enumerate(blocks):
        said = paragraphs(quote) if quote.type == "blockquote" else None
        if said is None:
            continue
        first, end = lines_of(quote)
        said, attribution = _cut_attribution(said)
        line = _at(quote.children[-1], where)
        if attribution is None and number + 1 < len(blocks) and blocks[number + 1].type == "paragraph":
            below = paragraph(blocks[number + 1])
            if is_attribution(below):
                attribution, line = below, _at(blocks[number + 1], where)
                end = lines_of(blocks[number + 1])[1]
        if attribution is None:
            found = _unattributed(read_excerpt(flow(said), _at(quote, where)))
        else:
            refuse_places(flow(said), _at(quote, where))
            found = _attributed(words(flow(said)), read_attribution(attribution, line))
        yield (first, end), found


def _cut_attribution(
    said: tuple[tuple[Piece, ...], ...],
) -> tuple[tuple[tuple[Piece, ...], ...], tuple[Piece, ...] | None]:
    """The paragraphs of a quote, and the attribution that is the last of them, or the last line by hand."""
    *before, last = said
    if before and is_attribution(last):
        return tuple(before), last
    for number in range(len(last) - 1, -1, -1):
        part = last[number]
        cut = max(part.text.rfind(f"\n{dash}") for dash in DASHES) if part.kind is Kind.TEXT else -1
        if cut >= 0 and (number or cut):
            words_of_it = joined([*last[:number], Piece(Kind.TEXT, part.text[:cut])])
            attribution = joined([Piece(Kind.TEXT, part.text[cut + 1 :]), *last[number + 1 :]])
            return (*before, words_of_it), attribution
    return said, None


def _unattributed(said: Excerpt) -> Quotation:
    return Attribution(span=said.span, paragraph=said.paragraph).of(_unmarked(said.text, "“"))


def _attributed(text: str, attribution: Attribution) -> Quotation:
    # By hand, the space behind the dots may be missing.
    openings = (_FRAGMENT, "“…", "“") if attribution.partial else ("“",)
    return attribution.of(_unmarked(text, *openings))


def _unmarked(text: str, *openings: str) -> str:
    """``text`` without the quotation marks around it: curly as the program writes them, or straight."""
    for opening in openings:
        if text.startswith(opening) and text.endswith("”"):
            return text[len(opening) : -1]
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] == '"' else text


def _list_items(
    blocks: Iterable[SyntaxTreeNode],
) -> Iterator[tuple[SyntaxTreeNode, tuple[Piece, ...]]]:
    """The list items that hold nothing but paragraphs, each with its text."""
    for each in blocks:
        for item in each.children if each.type in {"bullet_list", "ordered_list"} else ():
            several = paragraphs(item)
            if several is not None:
                yield item, flow(several)


def _at(block: SyntaxTreeNode, where: Where) -> Where:
    """The place of a block, when ``where`` is the place of the body's first line."""
    return where.below(lines_of(block)[0])
