"""The phrase that begins at a word: read to the right, to the verb or mark that ends it."""

from functools import cache

from sitegen.extract.speech.phrases.mentions import LONGEST_PHRASE, Mention, Subject, joins_names, kind_of
from sitegen.extract.speech.words.classes import (
    BREAKS,
    POSSESSIVE_S,
    STOPS,
    is_auxiliary,
    is_capital,
    is_time,
)
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.vocabulary import vocabulary

_NOUN_PREPOSITIONS = frozenset(["of", "for", "at", "from", "in", "with"])
"""Those that a subject may run on across: "a spokesman *for* the union"."""
_NAMED = frozenset(["known", "identified"])
"""Participles that bring a name: "a guard *known as* Holt"."""
_COUNTS = frozenset(
    [
        "first",
        "second",
        "third",
        "last",
        "next",
        "former",
        "own",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
    ]
)
"""What may stand between an owner and the noun."""
_ORDINALS = ("st", "nd", "rd", "th")
_AHEAD = 5
"""Words, how far ahead a name is looked for behind small words: "Accord party boss | Corin Ashby"."""


def phrase_from(words: Words, start: int, end: int) -> Mention | None:
    """The name, pronoun or noun phrase that begins at word ``start``, adverbs passed over."""
    vocab = vocabulary()
    lower = words.lower
    while start < end and lower[start] in vocab.adverbs:
        start += 1
    if start >= end or lower[start] in BREAKS:
        return None
    if _is_pronoun(words, start, end):
        return Mention(start=start, end=start + 1, kind=Subject.PRONOUN)
    at = start
    named = False
    indefinite = lower[start] in vocab.determiners
    while at < end and at - start < LONGEST_PHRASE and not _ends_phrase(words, at, end):
        low = lower[at]
        capital = is_capital(words, at)
        if named and not capital and not _goes_on(words, at, end, indefinite=indefinite):
            break
        about = at == start and at + 1 < end and lower[at + 1][0].isdigit()  # "about 200 protesters"
        if not (named or about) and low in vocab.prepositions and low not in _NOUN_PREPOSITIONS:
            break
        named = named or (capital and low not in vocab.determiners and low not in vocab.prepositions)
        indefinite = indefinite or low in POSSESSIVE_S
        at += 1
    return Mention(start=start, end=at, kind=kind_of(words, start, at)) if at > start else None


def _ends_phrase(words: Words, at: int, end: int) -> bool:
    """True for a mark, "on | Monday", "Okell | will", "Okell | when"; not for the "and" of two names."""
    low = words.lower[at]
    if low not in _may_end_phrase():
        return False
    if low in BREAKS or is_time(words, at) or is_auxiliary(words, at) or low in vocabulary().clause_closers:
        return True
    if low == "as" and words.lower[at - 1] in _NAMED and at + 1 < end:
        return not is_capital(words, at + 1)
    if low == "and" and _joins_offices(words, at, end):
        return False
    return low in vocabulary().clause_openers and not (low == "and" and joins_names(words, at, end))


@cache
def _may_end_phrase() -> frozenset[str]:
    """Every word and mark that can end a phrase; most cannot."""
    vocab = vocabulary()
    return (
        BREAKS | vocab.time_words | vocab.auxiliaries | vocab.clause_closers | vocab.clause_openers | {"as"}
    )


def _joins_offices(words: Words, at: int, end: int) -> bool:
    """True for the "and" of "Former prosecutor | and | Ostrin mayor Ada Holt": no article, so one person."""
    vocab = vocabulary()
    office = words.lower[at - 1] in vocab.speaker_nouns or words.lower[at - 1] in vocab.titles
    capital = at + 2 < end and is_capital(words, at + 1) and is_capital(words, at + 2)
    if not (office and capital and words.forms[at - 1].islower()):
        return False
    for back in range(at - 2, max(-1, at - 2 - _AHEAD), -1):
        if words.lower[back] in vocab.determiners:
            return False
        if not words.forms[back][0].isalpha():
            return True
    return at <= _AHEAD


def _is_pronoun(words: Words, at: int, end: int) -> bool:
    """True for "he"; for "one", "some", "many" only where no noun follows ("one former official")."""
    vocab = vocabulary()
    kind = vocab.pronouns.get(words.lower[at])
    if kind is None or at + 1 >= end:
        return kind is not None
    following = words.lower[at + 1]
    if kind != "other":
        return following not in vocab.speaker_nouns
    return not following.isalpha() or following in vocab.prepositions or following in vocab.auxiliaries


def _goes_on(words: Words, at: int, end: int, *, indefinite: bool) -> bool:
    """True where a small word behind capitals still belongs to the phrase.

    "Jan van Tell", "the University of Ostrin", "Verrick's team", "Accord party boss Corin Ashby",
    "Lantern magazine"; after an article any noun does: "another Accord voter" (``indefinite``).
    """
    joins = _joins(words, at, end)
    if joins is not None:
        return joins
    nouns = vocabulary().speaker_nouns
    described = words.lower[at] in nouns or words.lower[at].removesuffix("s") in nouns
    for ahead in range(at, min(end, at + _AHEAD)):
        if ahead > at and is_capital(words, ahead):
            return not is_time(words, ahead) and _name_follows(words, at, ahead, end)
        if _no_noun(words.lower[ahead]):
            return described or (indefinite and ahead > at)
    return described or (indefinite and end <= at + _AHEAD)


def _joins(words: Words, at: int, end: int) -> bool | None:
    """Whether the phrase goes on across the word at ``at``, where that word alone tells; else None."""
    low, before = words.lower[at], words.lower[at - 1]
    if low in POSSESSIVE_S or low == "and":
        return True
    if low[0].isdigit() and low.endswith(_ORDINALS):
        return at + 1 < end and is_capital(words, at + 1)  # "Guard 1st Lt. Corin Ashby"
    if low == "of" or low in vocabulary().particles:
        capital = any(is_capital(words, ahead) for ahead in range(at + 1, min(end, at + 4)))
        return at + 1 < end and (capital or low == "of")
    if low.endswith("ed") and is_capital(words, at - 1):
        return False  # "The mayor's spokeswoman Ada Holt | brushed …"
    counts = low in _COUNTS and (before in POSSESSIVE_S or before in _COUNTS)
    # "the minister's | first | questioners", "Nuclear | power | experts"
    return True if counts or _describes_people(words, at, end) else None


def _describes_people(words: Words, at: int, end: int) -> bool:
    """True behind the capital of "Nuclear | power experts", which only opens a sentence."""
    vocab = vocabulary()
    opens = at == 1 or words.lower[at - 2] in STOPS
    for ahead in range(at, min(end, at + 3)):
        low = words.lower[ahead]
        if low.endswith("s") and low.removesuffix("s") in vocab.speaker_nouns:
            return opens and not _may_be_verb(words, at, ahead)
        if _no_noun(low) or is_auxiliary(words, ahead):
            break
    return False


def _name_follows(words: Words, at: int, capital: int, end: int) -> bool:
    """True for "Accord party | boss | Corin Ashby"; not for "Brod | met | Lene Marrow"."""
    vocab = vocabulary()
    last = words.lower[capital - 1]
    if last in vocab.speaker_nouns or last in vocab.titles:
        return True
    whole = capital + 1 < end and is_capital(words, capital + 1)
    return whole and not _may_be_verb(words, at, capital)


def _no_noun(low: str) -> bool:
    """True for a mark, and for a small word that is of a closed class."""
    vocab = vocabulary()
    return (
        not low.replace("-", "").isalpha()
        or low in vocab.prepositions
        or low in vocab.clause_openers
        or low in vocab.determiners
        or low in vocab.adverbs
        or low in vocab.pronouns
        or low.endswith("ly")
    )


def _may_be_verb(words: Words, start: int, end: int) -> bool:
    """True where one of the small words may be a verb, of which there is no full list: "met", "endorsed"."""
    pasts = vocabulary().irregular_pasts
    return any(
        low in pasts or (low.endswith(("ed", "s")) and not low.endswith("ss"))
        for low in words.lower[start:end]
    )
