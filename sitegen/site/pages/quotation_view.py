"""A quotation as pages show it: of its article, of its speaker, of all."""

from dataclasses import dataclass

from sitegen.model import Digest, Quotation, Span
from sitegen.site.by_editor import named_by_editor
from sitegen.site.pages.marking import sentence_of
from sitegen.site.pages.source_marks import ENGLISH, Pair
from sitegen.site.pages.wording import Certainty, kind_words, speaker_certainty
from sitegen.site.strings import Strings
from sitegen.span_index import SpanIndex

ELSEWHERE: SpanIndex[Span] = SpanIndex(())
"""For pages on which no sentence of the source stands: they link to the article's page, where they do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationView:
    """A quotation as it is shown."""

    number: int
    quotation: Quotation
    certainty: Certainty
    kind: str
    speaker_path: str | None
    """The speaker's page; None: unknown, or described but not named."""
    context: str | None = None
    """The id of the words in the text, or of the sentence that holds them; None: the page has neither."""
    marks: Pair = ENGLISH
    """What stands around the words in the source."""
    altered: bool = False
    """True: the source was compared, and these words are not in it in this form."""


def quotation_view(
    t: Strings,
    digest: Digest,
    quotation: Quotation,
    number: int,
    speaker_path: str | None,
    context: SpanIndex[Span],
) -> QuotationView:
    """One quotation of ``digest``, linked to the sentence of ``context`` that its first words stand in."""
    return QuotationView(
        number=number,
        quotation=quotation,
        certainty=speaker_certainty(t, quotation, by_editor=named_by_editor(digest, quotation)),
        kind=kind_words(t, quotation.kind),
        speaker_path=speaker_path,
        context=sentence_of(quotation.words, context),
    )
