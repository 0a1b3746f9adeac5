"""Verbs that quote by a noun: "Okell used the words “…”", "Brod coined the phrase “…”"."""

from functools import cache

from sitegen import lexicon
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.verbs import VerbForm, inflected

_NEAR = 4
"""Words between verb and noun: "used the now famous phrase"."""
_NEVER = frozenset(["not", "never", "without", "rarely", "nobody", "no"])


@cache
def wording_forms() -> dict[str, VerbForm]:
    """Every form of these verbs, lower case."""
    verbs = lexicon.load("speech")["wording_verbs"].split()
    return {
        form: VerbForm(base=base, ends=ends, labels=True, weak=True, particles=())
        for base in verbs
        for form, ends in inflected(base)
    }


def wording_at(words: Words, at: int, end: int) -> VerbForm | None:
    """The form of the verb at ``at`` where it leads to words: "used the phrase “…”"; else None."""
    form = wording_forms().get(words.lower[at])
    if form is None or _denied(words, at):
        return None
    for noun in range(at + 1, min(at + 2 + _NEAR, end - 1)):
        if words.lower[noun] in _nouns():
            behind = noun + 1 + (words.lower[noun + 1] in (",", ":"))
            return form if words.lower[behind : behind + 1] == (QUOTED,) else None
        if not words.lower[noun].isalpha():
            return None
    return None


def _denied(words: Words, at: int) -> bool:
    """True for "never used the phrase", "refused to use the words": they are another's."""
    before = words.lower[max(0, at - _NEAR) : at]
    return before[-1:] == ("to",) or any(low in _NEVER or low.endswith(("n't", "n’t")) for low in before)


@cache
def _nouns() -> frozenset[str]:
    return frozenset(lexicon.load("speech")["wording_nouns"].split())
