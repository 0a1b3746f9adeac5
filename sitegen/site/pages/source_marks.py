"""The quotation marks that the source itself has around words: „…“, «…», 「…」."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.languages import is_english
from sitegen.model import Digest, Excerpt, Span
from sitegen.span_index import SpanIndex

Pair = tuple[str, str]
"""An opening mark and a closing one, with the space that stands inside them: "« " and " »"."""

ENGLISH: Pair = ("“", "”")
_MARKS = frozenset('"“”„‟«»‹›‘’‚「」『』《》〈〉〝〞')
_REACH = 8
"""Characters beside the words in which a mark is looked for."""
_SPACES = " \u00a0\u2009\u202f"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMarks:
    """The marks of one article."""

    usual: Pair = ENGLISH
    """Those it has most often; English ones where it shows none."""
    found: Mapping[Span, Pair] = field(default_factory=dict)
    """By the words they stand around, where they are others."""

    def around(self, words: Excerpt) -> Pair:
        """The marks for ``words`` of this article."""
        return self.usual if words.span is None else self.found.get(words.span, self.usual)


def source_marks(digest: Digest) -> SourceMarks:
    """The marks beside quotations and terms, as far as sentences of the digest show them.

    In English, sources differ only in how curly their marks are, and all are shown alike.
    """
    if digest.language is None or is_english(digest.language):
        return SourceMarks()
    shown = {  # a sentence with many dates stands in the timeline many times
        each.span: each
        for each in (*digest.lead, *digest.context, *(event.sentence for event in digest.timeline))
        if each.span is not None and each.span.end - each.span.start == len(each.text)
    }
    sentences = SpanIndex(shown.items())
    found: dict[Span, Pair] = {}
    for words in (*(each.words for each in digest.quotations), *digest.terms):
        pair = _beside(words, sentences)
        if words.span is not None and pair is not None:
            found[words.span] = pair
    usual = Counter(found.values()).most_common(1)
    return SourceMarks(
        usual=usual[0][0] if usual else ENGLISH,
        found={span: pair for span, pair in found.items() if pair != usual[0][0]},
    )


def _beside(words: Excerpt, sentences: SpanIndex[Excerpt]) -> Pair | None:
    """The pair around ``words``; None where no sentence shows both."""
    if words.span is None:
        return None
    for sentence in sentences.touching(words.span):
        start = sentence.span.start if sentence.span else 0
        begin, end = max(0, words.span.start - start), words.span.end - start
        before, after = sentence.text[max(0, begin - _REACH) : begin], sentence.text[end : end + _REACH]
        opening = before[len(before.rstrip(_SPACES)) - 1 :]
        closing = after[: len(after) - len(after.lstrip(_SPACES)) + 1]
        if opening[:1] in _MARKS and closing[-1:] in _MARKS:
            return opening, closing
    return None
