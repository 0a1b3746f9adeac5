"""The phrase that ends at a word: read to the left, to the edge of its clause."""

from functools import cache

from sitegen.extract.speech.phrases.mentions import LONGEST_PHRASE, Mention, Subject, joins_names, kind_of
from sitegen.extract.speech.words.classes import (
    ARTICLES,
    BREAKS,
    RELATIVES,
    SHARES,
    is_auxiliary,
    is_capital,
    is_time,
)
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.nouns import for_people_or_bodies, is_plural
from sitegen.extract.speech.words.vocabulary import vocabulary

_SHORT = 5
"""Words of a description right beside a participle: "held up | a small paper sign | saying"."""


def phrase_to(words: Words, start: int, last: int) -> Mention | None:
    """The subject phrase whose last word is ``last``, reaching left to the edge of its clause.

    All are word indices; it never begins before ``start``.
    """
    vocab = vocabulary()
    if last < start:
        return None
    if vocab.pronouns.get(words.lower[last], "relative") != "relative":
        return Mention(start=last, end=last + 1, kind=Subject.PRONOUN)
    first = last
    while first > start and last - first < LONGEST_PHRASE and not _ends_left(words, first - 1, last):
        first -= 1
    if first > start and words.lower[first - 1] in RELATIVES:
        return _beside_relative(words, start, first, last)
    first = _with_adjectives(words, start, _without_opening(words, first, last), last)
    if first > last or words.lower[last] in vocab.prepositions or words.lower[last] in vocab.adverbs:
        return None
    return Mention(start=first, end=last + 1, kind=kind_of(words, first, last + 1))


def nearest_phrase(words: Words, start: int, last: int) -> Mention | None:
    """The short phrase that ends right at ``last``: capitals, or "a sign", "the statement"."""
    vocab = vocabulary()
    if last < start or words.lower[last] in BREAKS:
        return None
    first = last
    if is_capital(words, last) and not is_time(words, last):
        while first > start and is_capital(words, first - 1) and words.lower[first - 1] not in BREAKS:
            first -= 1
        while first < last and words.lower[first] in vocab.common_capitals:
            first += 1  # "From | Ada Holt | writing at the Courier:"
        named = words.lower[first] not in vocab.common_capitals
        office = (
            first - 2 >= start and words.lower[first - 1] == "of" and words.lower[first - 2] in vocab.titles
        )
        if office and words.lower[first] in vocab.title_objects:
            first -= 2  # "| Secretary of | State Ada Holt"
        return Mention(start=first, end=last + 1, kind=Subject.NAME) if named else None
    if words.lower[last] not in vocab.speaker_nouns:
        return None
    for back in range(last - 1, max(start, last - _SHORT) - 1, -1):
        if words.lower[back] in vocab.determiners:
            return Mention(start=back, end=last + 1, kind=Subject.NOMINAL)
        if not words.lower[back].isalpha() or words.lower[back] in vocab.prepositions:
            return None
    return None


def _ends_left(words: Words, at: int, last: int) -> bool:
    """True where the phrase that ends at ``last`` begins behind ``at``."""
    low = words.lower[at]
    if low not in _may_end_left():
        return False
    if low in BREAKS or low in vocabulary().clause_closers or is_auxiliary(words, at):
        return True
    if low in vocabulary().clause_openers and not (low == "and" and joins_names(words, at, last + 1)):
        return True
    return is_time(words, at) and not is_capital(words, at + 1)  # "on Monday | the union"


@cache
def _may_end_left() -> frozenset[str]:
    """Every word and mark that a phrase can begin behind; most cannot."""
    vocab = vocabulary()
    return BREAKS | vocab.time_words | vocab.auxiliaries | vocab.clause_closers | vocab.clause_openers


def _with_adjectives(words: Words, start: int, first: int, last: int) -> int:
    """Where "| The tall |, grey-haired minister" begins: a lone singular noun lacks its article."""
    vocab = vocabulary()
    low = words.lower[last]
    lone = first <= last and words.lower[first] not in vocab.determiners and words.forms[last].islower()
    if not lone or is_plural(low) or low in vocab.bare_nouns or low not in vocab.speaker_nouns:
        return first
    if first - 2 <= start or words.lower[first - 1] != ",":
        return first
    for at in range(first - 2, max(start, first - _SHORT) - 1, -1):
        if words.lower[at] in ARTICLES:
            noun = for_people_or_bodies(words.lower[first - 2]) or words.lower[first - 2] in vocab.adverbs
            return first if noun or words.lower[first - 2] in name_words().no_descriptions else at
        if not words.forms[at].islower() or words.lower[at] in BREAKS:
            break
    return first


def _beside_relative(words: Words, start: int, first: int, last: int) -> Mention | None:
    """Behind "who": the phrase where it is a subject ("to which | Brod | replied"), else whose verb it is.

    "| Members | who control the house said"; "one that | historian Ebbe Corrin | calls".
    """
    if _speaks_itself(words, first, last):
        return Mention(start=first, end=last + 1, kind=kind_of(words, first, last + 1))
    back = first - 2
    if back >= start and words.lower[back] == ",":
        back -= 1
    return phrase_to(words, start, back)


def _speaks_itself(words: Words, first: int, last: int) -> bool:
    """True where the words behind "which" or "whom" are a subject of their own, and not the verb of "who"."""
    vocab = vocabulary()
    whole = is_capital(words, last) or words.lower[last] in vocab.speaker_nouns or words.lower[last] in SHARES
    counted = words.lower[first][0].isdigit()
    opened = counted or is_capital(words, first) or words.lower[first] in vocab.determiners
    named = all(is_capital(words, at) for at in range(first, last + 1))
    return whole and opened and (named or words.lower[first - 1] != "who")


def _without_opening(words: Words, first: int, last: int) -> int:
    """Where the subject of "On Thursday | Smith", "In a statement | Smith" begins; else behind ``last``."""
    vocab = vocabulary()
    while first < last and (
        is_time(words, first)
        or (words.lower[first] in vocab.adverbs and words.lower[first] not in vocab.determiners)
    ):
        first += 1
    if words.lower[first] not in vocab.prepositions:
        return first
    return _last_name(words, first, last) if is_capital(words, last) else _last_noun(words, first, last)


def _last_name(words: Words, first: int, last: int) -> int:
    """Behind a preposition: where the last run of capitals begins, nouns before it included."""
    vocab = vocabulary()
    at = last
    while at > first and is_capital(words, at - 1) and not is_time(words, at - 1):
        at -= 1
    if at > first + 1 and words.lower[at] in vocab.prepositions:
        at += 1
    while at - 1 > first and words.lower[at - 1] in vocab.speaker_nouns:
        at -= 1
    return at if at > first else last + 1


def _last_noun(words: Words, first: int, last: int) -> int:
    """Behind a preposition: where the last "the …" begins."""
    vocab = vocabulary()
    at = last
    while (
        at > first and words.lower[at] not in vocab.determiners and words.lower[at] not in vocab.prepositions
    ):
        at -= 1
    return at if words.lower[at] in vocab.determiners else last + 1
