"""Words between the quotation marks of any language: „…“, »…«, «…», “…”, 「…」. Whose, is not asked."""

from collections.abc import Sequence

from sitegen.extract.speech.marks.stretches import Stretch, pair
from sitegen.model import Excerpt, Quotation, QuotationKind, Span, SpeakerHow

_LONGEST_TERM = 6
"""Words, as in English."""
_LETTERS_A_WORD = 2
"""Chinese and Japanese set no spaces: of their text, so many characters count as a word."""
_STOPS = ".?!…؟۔।॥。！？"
_SHORT = 3
"""Words: of so few with a comma behind, marks do not tell an answer from a name: „Nein“, die „Astra“,."""
_BESIDE = ",،，、—–"
"""Marks between a statement and the words that report it: „…“, sagte sie; «…», — сказала она."""
_COLONS = ":："
_OPENS_BEHIND = _STOPS + _BESIDE + "-»«›‹“”„’)]"
"""Behind one of these, or nothing, marks open a sentence or a clause of its own."""
_NO_SPACES = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\u0e00", "\u0e7f"))


def find(text: str, paragraphs: Sequence[Span]) -> tuple[tuple[Quotation, ...], tuple[Excerpt, ...]]:
    """The quotations of ``text``, without a speaker, and the short stretches that may be mere terms.

    Marks that nothing closes are passed over. A stretch is direct where its own stop, or the comma, dash or
    colon beside it, shows a whole statement; otherwise partial, or a term where it has six words or fewer.
    A comma shows it of so few words only where the sentence begins with them: not in وصفه بأنه «خطوة أولى
    نحو الحل»، وقال ("called it 'a first step to a solution', and said"), in a script without capitals.
    """
    quotations: list[Quotation] = []
    terms: list[Excerpt] = []
    for stretch in _whole(pair(text, paragraphs, singles=False)):
        span = Span(start=stretch.start, end=stretch.end)
        words = Excerpt(text=span.of(text), span=span, paragraph=stretch.paragraph + 1)
        direct = _is_statement(text, paragraphs[stretch.paragraph].start, stretch, words.text)
        if not direct and _length(words.text) <= _LONGEST_TERM:
            terms.append(words)
        else:
            kind = QuotationKind.DIRECT if direct else QuotationKind.PARTIAL
            quotations.append(Quotation(words=words, kind=kind, speaker=None, how=SpeakerHow.NONE))
    return tuple(quotations), tuple(terms)


def _whole(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Those with both marks; of one that goes on over several paragraphs, each part that has them."""
    return [stretch for stretch in stretches if stretch.closed]


def _is_statement(text: str, floor: int, stretch: Stretch, words: str) -> bool:
    if words[:1].islower():
        return False
    before = text[max(floor, stretch.opening - 3) : stretch.opening].rstrip()[-1:]
    if words[-1] in _STOPS or (before and before in _COLONS):
        return True
    after = text[stretch.closing : stretch.closing + 3].lstrip()[:1]
    if not after or after not in _BESIDE:
        return False
    return _length(words) > (_SHORT if not before or before in _OPENS_BEHIND else _LONGEST_TERM)


def _length(words: str) -> int:
    """In words."""
    dense = sum(any(first <= each <= last for first, last in _NO_SPACES) for each in words)
    return max(len(words.split()), dense // _LETTERS_A_WORD)
