"""Whose participle it is: "Okell dismissed …, saying", "the Courier quoted Okell as saying"."""

from collections.abc import Sequence

from sitegen.extract.speech.clauses.clause import Cue
from sitegen.extract.speech.clauses.insertions import segment_start
from sitegen.extract.speech.clauses.shared_subjects import shared_subject
from sitegen.extract.speech.phrases.leftwards import nearest_phrase, phrase_to
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.words.classes import is_adverb
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.vocabulary import vocabulary

_QUOTING = frozenset(["quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"])
_FAR = 16
"""Words between "quoted" and "as saying"."""
_BLAMED = 6
"""Words that whoever is blamed may have: "criticised | Verrick | for suggesting"."""


def governing_subject(cue: Cue, earlier: Sequence[Mention]) -> Mention | None:
    """Whose participle this is: "Okell dismissed …, saying", "Brod took the stage, adding".

    ``earlier``: the subjects of the reporting clauses before, those who did not speak left out.
    """
    words, start, end, at = cue.words, cue.start, cue.end, cue.at
    if words.lower[at - 1 : at] == ("who",):
        return None
    if at == start:
        return _behind_participle(words, at, end)
    # "has Verrick saying", "held up a sign saying"
    beside = at - 1 - (at - 2 > start and is_adverb(words, at - 1))  # "Verrick | privately | saying"
    own = nearest_phrase(words, start, beside) or _with(words, start, at) or _blamed(words, start, at)
    if own is not None and _is_issued(words, start, own):
        return shared_subject(words, start, at - 1, earlier) or own
    if own is not None:
        return own
    verb = quoting_verb(words, start, at)
    if verb is not None and words.lower[verb + 1] not in ("by", "in", "as"):
        return phrase_from(words, verb + 1, at - 1)  # "The Courier quoted | Okell | as saying"
    # "wore a hat reading": neither the hat nor its wearer speaks
    return None if words.lower[at] == "reading" else shared_subject(words, start, at - 1, earlier)


def _is_issued(words: Words, start: int, own: Mention) -> bool:
    """True for "Okell issued | a statement | saying so": she says it."""
    vocab = vocabulary()
    issued = own.start > start and words.lower[own.start - 1] in vocab.issuing
    return issued and words.lower[own.end - 1] in vocab.documents


def quoting_verb(words: Words, start: int, at: int) -> int | None:
    """The verb of "quoted … as | saying", for the participle at ``at``; None where there is none."""
    if words.lower[at - 1] != "as":
        return None
    for back in range(at - 2, max(start, at - _FAR) - 1, -1):
        if words.lower[back] in _QUOTING:
            return back
    return None


def _with(words: Words, start: int, at: int) -> Mention | None:
    """Of "…, with | the former minister | calling it “a lie”": whoever stands behind "with"."""
    segment = segment_start(words, start, at - 1)
    if words.lower[segment] != "with" or segment + 1 >= at:
        return None
    beside = phrase_to(words, segment + 1, at - 1)
    return beside if beside is not None and beside.kind is not Subject.PRONOUN else None


def _blamed(words: Words, start: int, at: int) -> Mention | None:
    """Of "Okell criticised | Verrick | for suggesting that …": whoever is blamed."""
    if words.lower[at - 1] != "for" or at - 2 <= start:
        return None
    blamed = phrase_to(words, max(start, at - _BLAMED), at - 2)
    return nearest_phrase(words, start, at - 2) if blamed is not None else None


def _behind_participle(words: Words, at: int, end: int) -> Mention | None:
    """Of "Calling Ross “a gift,” Tolland …": the phrase behind the quotation or the comma."""
    for break_at in range(at + 1, end - 1):
        if words.lower[break_at] in (QUOTED, ","):
            return phrase_from(words, break_at + 1, end)
    return None
