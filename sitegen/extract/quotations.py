"""Find the quotations of a text, and tell them from words in quotation marks that quote nobody."""

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.config import QuotationSettings
from sitegen.extract.speakers import Attribution, attribute
from sitegen.extract.speech.marks import Stretch, pair
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.model import Excerpt, Quotation, QuotationKind, Span

_DEFAULTS = QuotationSettings()
_LONGEST_TERM = 6  # words
_SENTENCE_MARKS = ".?!,;:…—"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The words in quotation marks of a text, in text order."""

    quotations: tuple[Quotation, ...]
    terms: tuple[Excerpt, ...]


def find(
    text: str, paragraphs: Sequence[Span], settings: QuotationSettings = _DEFAULTS
) -> Found:
    """Every quotation of ``text`` with its speaker, and the terms in quotation marks.

    A quotation that runs over several paragraphs is one, from its first word to its last.
    """
    stretches = pair(text, paragraphs)
    quotations: list[Quotation] = []
    terms: list[Excerpt] = []
    for chain in _chains(stretches, attribute(text, paragraphs, stretches, settings.evidence)):
        first = chain[0][0]
        words = _excerpt(text, first.start, chain[-1][0].end, first.paragraph)
        given = _named_of(chain)
        if _is_term(text, first, given) and len(chain) == 1:
            terms.append(words)
        else:
            kind = QuotationKind.PARTIAL if given.partial else QuotationKind.DIRECT
            quotations.append(
                Quotation(
                    words=words,
                    kind=kind,
                    speaker=given.speaker,
                    how=given.how,
                    mention=given.mention,
                    cue=given.cue,
                    relayed_by=given.relayed_by,
                )
            )
    return Found(quotations=tuple(quotations), terms=tuple(terms))


def _chains(
    stretches: Sequence[Stretch], given: Sequence[Attribution]
) -> list[list[tuple[Stretch, Attribution]]]:
    """Stretches that make one quotation, together."""
    chains: list[list[tuple[Stretch, Attribution]]] = []
    for stretch, attribution in zip(stretches, given, strict=True):
        if stretch.continues and chains:
            chains[-1].append((stretch, attribution))
        else:
            chains.append([(stretch, attribution)])
    return chains


def _named_of(chain: Sequence[tuple[Stretch, Attribution]]) -> Attribution:
    """The attribution of a quotation over several paragraphs: of the first part with a clause of its own."""
    return next((given for _, given in chain if given.cue is not None), chain[0][1])


def _excerpt(text: str, start: int, end: int, paragraph: int) -> Excerpt:
    return Excerpt(text=text[start:end], span=Span(start=start, end=end), paragraph=paragraph + 1)


def _is_term(text: str, stretch: Stretch, given: Attribution) -> bool:
    """Titles, nicknames and terms: “Axis of Resistance”; so-called “dark pools”."""
    words = text[stretch.start : stretch.end]
    count = len(words.split())
    before = _word_before(text, stretch.opening)
    opened = before in vocabulary().term_openers or before.endswith(("'s", "’s"))
    if opened and _title_case(words):
        return True
    if not stretch.closed or given.beside:
        return False
    if not given.attributed:
        return opened or count <= _LONGEST_TERM
    if count > _LONGEST_TERM:
        return False
    if words[-1] not in _SENTENCE_MARKS and _title_case(words):
        return given.partial or count > 1
    return given.partial and opened


def _title_case(words: str) -> bool:
    """True where every word but the small ones has a capital: a name or title."""
    vocab = vocabulary()
    tokens = words.split()
    small = vocab.prepositions | vocab.determiners | vocab.clause_openers
    return (
        all(t[:1].isupper() or t[:1].isdigit() or t.lower() in small for t in tokens)
        and tokens[0][:1].isupper()
    )


def _word_before(text: str, opening: int) -> str:
    return text[max(0, opening - 24) : opening].rstrip(" ,").rpartition(" ")[2].lower()
