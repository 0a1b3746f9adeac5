"""The sentences of an article that its page shows, quotations marked."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sitegen.model import Digest, Excerpt
from sitegen.site.pages.marking import Piece, anchor, pieces
from sitegen.site.sources import FullText
from sitegen.span_index import SpanIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class ContextView:
    """A sentence of the source; the quotations it holds are marked with their numbers."""

    sentence: Excerpt
    anchor: str | None
    pieces: tuple[Piece, ...]


def context_views(digest: Digest, text: FullText | None, shown: Collection[str]) -> Iterator[ContextView]:
    """The sentences of the digest's context; of an article whose ``text`` is shown, those it does not have.

    ``shown`` are the ids in that text.
    """
    for view in _views(digest):
        if text is None or not _is_in(view, text, shown):
            yield view


def _is_in(view: ContextView, text: FullText, shown: Collection[str]) -> bool:
    """True when a sentence need not stand beside the whole text."""
    return view.sentence.text in text.text if view.anchor is None else view.anchor in shown


def _views(digest: Digest) -> Iterator[ContextView]:
    marks = SpanIndex(
        (quotation.words.span, (number, quotation.words.span))
        for number, quotation in enumerate(digest.quotations, start=1)
        if quotation.words.span is not None
    )
    for sentence in digest.context:
        at = sentence.span
        yield ContextView(
            sentence=sentence,
            anchor=None if at is None else anchor(at),
            pieces=tuple(pieces(sentence, () if at is None else marks.touching(at))),
        )
