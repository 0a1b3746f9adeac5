"""The eight sections the program writes ⇄ Markdown.

A reader claims the lines it understands; what it does not claim stays with whoever called it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
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
from sitegen.content_file.lost_dash import refuse_lost_dash
from sitegen.content_file.pieces import Kind, Piece, joined, words
from sitegen.content_file.places import read_excerpt, refuse_places, with_link
from sitegen.content_file.speakers import read_speaker, write_speaker
from sitegen.content_file.where import Where
from sitegen.content_file.wording import (
    DISPUTED,
    DISPUTES,
    DISPUTING,
    INDIRECT,
    QUOTATION_KIND,
    QUOTATIONS,
)
from sitegen.errors import SitegenError
from sitegen.model import Dispute, Event, Excerpt, Quotation, QuotationKind, Speaker

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


def write_speakers(speakers: Iterable[Speaker]) -> str:
    """A list, one speaker in each item."""
    return _items(write_speaker(speaker) for speaker in speakers)


def write_timeline(timeline: Iterable[Event]) -> str:
    """A list, a dated sentence in each item."""
    return _items(write_event(event) for event in timeline)


def write_quotations(quotations: Iterable[Quotation]) -> str:
    """A block quote for each: the words in quotation marks, then the attribution."""
    return "\n\n".join(_write_quotation(quotation) for quotation in quotations)


def _write_quotation(quotation: Quotation) -> str:
    opening = _FRAGMENT if quotation.kind is QuotationKind.PARTIAL else "“"
    return _write_quote(f"{opening}{quotation.words.text}”", quotation)


def write_indirect(statements: Iterable[Quotation]) -> str:
    """A block quote for each: the words without marks, since they are the reporter's; the attribution."""
    return "\n\n".join(_write_quote(statement.words.text, statement) for statement in statements)


def write_disputes(disputes: Iterable[Dispute]) -> str:
    """For each a block quote with what is disputed, if that is known, and right below it who disputes it."""
    return "\n\n".join(
        _write_quote(side.words.text, side, words)
        for dispute in disputes
        for side, words in ((dispute.disputed, DISPUTED), (dispute.statement, DISPUTING))
        if side is not None
    )


def _write_quote(words: str, quotation: Quotation, side: str | None = None) -> str:
    return block(f"{flowing(words)}\n\n{write_attribution(quotation, side)}", first="> ", others="> ")


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


def read_speakers(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Speaker]]:
    """A speaker for each list item that begins with a name in bold."""
    for item, parts in _list_items(blocks):
        speaker = read_speaker(parts, _at(item, where))
        if speaker is not None:
            yield lines_of(item), speaker


def read_timeline(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Event]]:
    """An event for each list item that begins with a date."""
    for item, parts in _list_items(blocks):
        event = read_event(parts, _at(item, where))
        if event is not None:
            yield lines_of(item), event


def read_quotations(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Quotation]]:
    """A quotation for each block quote, its quotation marks taken off."""
    for quote in _quotes(blocks, where):
        attribution = quote.attribution
        partial = attribution.kind is QuotationKind.PARTIAL
        _refuse_sides(quote)
        if attribution.kind is QuotationKind.INDIRECT:
            raise _misplaced(quote, INDIRECT)
        # By hand, the space behind the dots may be missing.
        openings = (_FRAGMENT, "“…", "“") if partial else ("“",)
        yield quote.lines, attribution.of(_unmarked(quote.text, *openings))


def read_indirect(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Quotation]]:
    """An indirect statement for each block quote; what stands in quotation marks there, the article marks."""
    for quote in _quotes(blocks, where):
        _refuse_sides(quote)
        yield quote.lines, _statement(quote)


def read_disputes(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[Claimed[Dispute]]:
    """A dispute for each block quote, which may have what is disputed in a block quote right above it."""
    above: _Quote | None = None
    for quote in _quotes(blocks, where):
        if above is not None and (
            quote.attribution.side == DISPUTED or _between(blocks, above.lines[1], quote.lines[0])
        ):
            raise _undisputed(above)
        if quote.attribution.side == DISPUTED:
            above = quote
            continue
        disputed = None if above is None else _statement(above)
        start = quote.lines[0] if above is None else above.lines[0]
        yield (start, quote.lines[1]), Dispute(statement=_statement(quote), disputed=disputed)
        above = None
    if above is not None:
        raise _undisputed(above)


def _between(blocks: Iterable[SyntaxTreeNode], start: int, end: int) -> bool:
    """True where a block stands on the lines from ``start`` to ``end``."""
    return any(start <= lines_of(each)[0] < end for each in blocks)


def _undisputed(quote: "_Quote") -> SitegenError:
    return quote.at.error(
        f"“{DISPUTED}”, but nothing right below disputes it",
        f"put who disputes it into a block quote below, with “{DISPUTING}” in its last line",
    )


def _statement(quote: "_Quote") -> Quotation:
    """The statement in the reporter's words that a block quote holds."""
    if quote.attribution.kind is QuotationKind.PARTIAL:
        raise _misplaced(quote, QUOTATIONS)
    return replace(quote.attribution, kind=QuotationKind.INDIRECT).of(quote.text)


def _refuse_sides(quote: "_Quote") -> None:
    """Raise for a side of a dispute among other statements."""
    if quote.attribution.side is not None:
        raise _no_place(quote, quote.attribution.side, DISPUTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    """A block quote and its attribution, as they stand in the file."""

    lines: Lines
    text: str
    """The words, the quotation marks still around them."""
    attribution: Attribution
    at: Where
    """The attribution's place; without one, that of the last paragraph."""


def _quotes(blocks: Sequence[SyntaxTreeNode], where: Where) -> Iterator[_Quote]:
    """The block quotes; the attribution of one is the last paragraph in it, or the next below it."""
    for number, quote in enumerate(blocks):
        said = paragraphs(quote) if quote.type == "blockquote" else None
        if said is None:
            continue
        first, end = lines_of(quote)
        said, attribution = _cut_attribution(said)
        at = _at(quote.children[-1], where)
        if attribution is None and number + 1 < len(blocks) and blocks[number + 1].type == "paragraph":
            below = paragraph(blocks[number + 1])
            if is_attribution(below):
                attribution, at = below, _at(blocks[number + 1], where)
                end = lines_of(blocks[number + 1])[1]
        if attribution is None:
            refuse_lost_dash(said, at)
            alone = read_excerpt(flow(said), _at(quote, where))
            text, found = alone.text, Attribution(span=alone.span, paragraph=alone.paragraph)
        else:
            refuse_places(flow(said), _at(quote, where))
            text, found = words(flow(said)), read_attribution(attribution, at)
        yield _Quote(lines=(first, end), text=text, attribution=found, at=at)


def _misplaced(quote: _Quote, heading: str) -> SitegenError:
    """The error for a kind of quotation that stands under another heading."""
    return _no_place(quote, QUOTATION_KIND[quote.attribution.kind], heading)


def _no_place(quote: _Quote, said: str, heading: str) -> SitegenError:
    return quote.at.error(f"“{said}” has no place in this section", f"move it below “## {heading}”")


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
