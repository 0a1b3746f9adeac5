"""Nouns that look like reporting verbs: "dismissed *claims*", "the *report*", "22 Verrick *emails*"."""

from sitegen.extract.speech.words.classes import POSSESSIVE_S, SHARES, is_adverb
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.verbs import VerbForm
from sitegen.extract.speech.words.vocabulary import vocabulary

_OPENERS = frozenset(["and", "or", "but", "not", "who", "that", "which", "don't", "n't"])
"""What may stand before a base form: "and say"."""
_PEOPLE = frozenset(["people", "women", "men", "police"])
"""Plurals without an s: "police say"."""
_ADJECTIVE_ENDS = ("ed", "ing", "ous", "ful", "al", "ive")


def is_noun(words: Words, start: int, at: int, form: VerbForm) -> bool:
    """True where the word at ``at``, of a sentence from ``start`` on, is a noun or adjective."""
    if form.ends == "past":
        return at > start and _past_before_noun(words, at)
    if form.ends == "ing" or at == start:
        return False
    before = words.lower[at - 1]
    if words.forms[at][0].isupper() and before != QUOTED:
        return True  # "the United States"
    if (form.ends == "s" and _counted(words, start, at)) or (form.ends == "base" and _of_office(words, at)):
        return True
    vocab = vocabulary()
    several = before.endswith("s") or before in _PEOPLE or before in SHARES
    if (before in vocab.speaker_nouns or before in vocab.titles) and (form.ends == "s" or several):
        return False  # "an official says", "officials say", but not "the committee report"
    return _takes_noun(words, at - 1) or (form.ends == "base" and not several and _no_plural(words, at - 1))


def _past_before_noun(words: Words, at: int) -> bool:
    """True for "in a written statement", "a detailed “policy address”"; but not for "another said"."""
    vocab = vocabulary()
    determined = words.lower[at - 1] in vocab.determiners and words.lower[at - 1] not in vocab.pronouns
    return determined and at + 1 < len(words) and words.lower[at + 1] not in (",", ":")


def _of_office(words: Words, at: int) -> bool:
    """True for "the mayor or | state | representative"."""
    vocab = vocabulary()
    following = words.lower[at + 1] if at + 1 < len(words) else ""
    joined = words.lower[at - 1] in ("and", "or")
    return joined and (following in vocab.speaker_nouns or following in vocab.titles)


def _counted(words: Words, start: int, at: int) -> bool:
    """True for "22 Verrick emails"."""
    if at - 2 < start or not words.forms[at - 1][0].isupper():
        return False
    vocab = vocabulary()
    counted = words.lower[at - 2] in vocab.determiners or words.lower[at - 2].isdigit()
    return counted and words.lower[at - 1] not in vocab.speaker_nouns


def _takes_noun(words: Words, at: int) -> bool:
    """True for what stands before nouns: "the", "of", "Okell's", "her", "written"."""
    vocab = vocabulary()
    low = words.lower[at]
    return (
        low in vocab.determiners
        or (low in vocab.prepositions and low != "to")
        or low in POSSESSIVE_S
        or (low.endswith(_ADJECTIVE_ENDS) and words.forms[at].islower())
    )


def _no_plural(words: Words, at: int) -> bool:
    """True where no base form can follow: "email | address"; not "they | say", "would | say", "to | say"."""
    vocab = vocabulary()
    low = words.lower[at]
    goes_before = (
        low in vocab.pronouns or low in vocab.auxiliaries or low in vocab.adverbs or is_adverb(words, at)
    )
    return low.isalpha() and low != "to" and low not in _OPENERS and not goes_before
