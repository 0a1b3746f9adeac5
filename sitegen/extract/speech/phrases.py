"""Names, pronouns and noun phrases, read from capitals, commas and small closed word classes.

There is no tagger and no model here. Each rule stands with the example that made it necessary. Words are
addressed by their index in a ``Words``.
"""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.extract.speech.capitals import is_capital
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

QUOTED = "“”"
"""The word that stands for a quotation in the words of a sentence."""
STOPS = frozenset([".", "!", "?", "…", "..."])
"""Marks that end a sentence."""
DASHES = frozenset(["—", "–", "-", "--"])
BREAKS = frozenset([",", ";", ":", "(", ")", "[", "]", QUOTED, ".", "?", "!", "…", "..."]) | DASHES
"""Words that no phrase runs across."""
RELATIVES = frozenset(["who", "which", "whose", "whom"])
_SAYS = frozenset("said says told tells think thinks thought believe believes believed added wrote knows".split())
LONGEST_PHRASE = 24
"""Words; longer ones were misread in every case looked at."""
_NOUN_PREPOSITIONS = frozenset(["of", "for", "at", "from", "in", "with"])


class Subject(StrEnum):
    """What kind of words a subject is."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for somebody: half-open range of word indices."""

    start: int
    end: int
    kind: Subject
    lead: int | None = None
    """Where a description set before the name begins: "| The regional mediator, Karvel Dusk"."""


def phrase_from(words: Words, start: int, end: int) -> Mention | None:
    """The name, pronoun or noun phrase that begins at ``start``."""
    vocab = vocabulary()
    while start < end and words.lower[start] in vocab.adverbs:
        start += 1
    if start >= end or words.lower[start] in BREAKS:
        return None
    if _pronoun(words, start, end):
        return Mention(start=start, end=start + 1, kind=Subject.PRONOUN)
    at = start
    named = False
    indefinite = words.lower[start] in vocab.determiners
    while at < end and at - start < LONGEST_PHRASE:
        low = words.lower[at]
        if low in BREAKS or is_time(words, at) or is_auxiliary(words, at):
            break
        if low in vocab.clause_openers and not (low == "and" and _joins_names(words, at, end)):
            break
        capital = is_capital(words, at)
        if named and not capital and not _goes_on(words, at, end, indefinite=indefinite):
            break
        if not named and low in vocab.prepositions and low not in _NOUN_PREPOSITIONS:
            break
        named = named or (capital and low not in vocab.determiners and low not in vocab.prepositions)
        indefinite = indefinite or low in ("'s", "’s")
        at += 1
    if at == start:
        return None
    return Mention(start=start, end=at, kind=_kind(words, start, at))


def is_auxiliary(words: Words, at: int) -> bool:
    """True for "will"; not for "Will Torvel"."""
    if words.lower[at] not in vocabulary().auxiliaries:
        return False
    followed = at + 1 < len(words) and is_capital(words, at + 1)
    opens = at == 0 or words.lower[at - 1] in STOPS
    return not (is_capital(words, at) and followed) or opens


def _pronoun(words: Words, at: int, end: int) -> bool:
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
    vocab = vocabulary()
    low = words.lower[at]
    if low in ("'s", "’s", "and"):
        return True
    if low == "of" or low in vocab.particles:
        capital = any(is_capital(words, ahead) for ahead in range(at + 1, min(end, at + 4)))
        return at + 1 < end and (capital or low == "of")
    for ahead in range(at, min(end, at + 5)):
        small = words.lower[ahead]
        if is_capital(words, ahead) and ahead > at:
            # "Accord party | boss | Corin Ashby", but "Brod | met | Lene Marrow"
            known = words.lower[ahead - 1] in vocab.speaker_nouns or words.lower[ahead - 1] in vocab.titles
            whole = ahead + 1 < end and is_capital(words, ahead + 1)
            return not is_time(words, ahead) and (known or (whole and not _like_verb(words, at, ahead)))
        if (
            not small.replace("-", "").isalpha()
            or small in vocab.prepositions
            or small in vocab.clause_openers
            or small in vocab.determiners
            or small in vocab.adverbs
            or small in vocab.pronouns
            or small.endswith("ly")
        ):
            break
    else:
        return low in vocab.speaker_nouns
    return low in vocab.speaker_nouns or (indefinite and ahead > at)


def _like_verb(words: Words, start: int, end: int) -> bool:
    """True where one of the small words may be a verb, of which there is no full list: "met", "endorsed"."""
    return any(
        low in vocabulary().irregular_pasts or (low.endswith(("ed", "s")) and not low.endswith("ss"))
        for low in words.lower[start:end]
    )


def is_time(words: Words, at: int) -> bool:
    """True for "Monday" and "April"; not for April in "April Holt" or "columnist Ai Jun"."""
    if words.lower[at] not in vocabulary().time_words:
        return False
    if words.lower[at] not in vocabulary().months_as_names or not is_capital(words, at):
        return True
    behind = words.forms[at + 1 : at + 2]
    ahead = words.forms[at - 1 : at] if at else ()
    named = (*behind, *ahead)
    return not any(form[0].isupper() and form.lower() not in vocabulary().common_capitals for form in named)


def is_adverb(words: Words, at: int) -> bool:
    """True for "quickly"; not for "the daily", "her family"."""
    low = words.lower[at]
    return low.endswith("ly") and words.forms[at].islower() and low not in vocabulary().nouns_in_ly


def nearest_phrase(words: Words, start: int, last: int) -> Mention | None:
    """The short phrase that ends right at ``last``: capitals, or "a sign", "the statement"."""
    vocab = vocabulary()
    if last < start or words.lower[last] in BREAKS:
        return None
    first = last
    if is_capital(words, last) and not is_time(words, last):
        while first > start and is_capital(words, first - 1) and words.lower[first - 1] not in BREAKS:
            first -= 1
        named = words.lower[first] not in vocab.common_capitals
        return Mention(start=first, end=last + 1, kind=Subject.NAME) if named else None
    if words.lower[last] not in vocab.speaker_nouns:
        return None
    for back in range(last - 1, max(start, last - 5) - 1, -1):
        if words.lower[back] in vocab.determiners:
            return Mention(start=back, end=last + 1, kind=Subject.NOMINAL)
        if not words.lower[back].isalpha() or words.lower[back] in vocab.prepositions:
            return None
    return None


def _joins_names(words: Words, at: int, end: int) -> bool:
    return at + 1 < end and is_capital(words, at + 1) and is_capital(words, at - 1)


def phrase_to(words: Words, start: int, last: int) -> Mention | None:
    """The subject phrase whose last word is ``last``, reaching left to the edge of its clause."""
    vocab = vocabulary()
    if last < start:
        return None
    if vocab.pronouns.get(words.lower[last], "relative") != "relative":
        return Mention(start=last, end=last + 1, kind=Subject.PRONOUN)
    first = last
    while first > start and last - first < LONGEST_PHRASE:
        low = words.lower[first - 1]
        if low in BREAKS or is_auxiliary(words, first - 1):
            break
        if low in vocab.clause_openers and not (low == "and" and _joins_names(words, first - 1, last + 1)):
            break
        if is_time(words, first - 1) and not is_capital(words, first):
            break
        if low in _SAYS:
            break  # "Okell said | Verrick | continued"
        first -= 1
    if first > start and words.lower[first - 1] in RELATIVES:
        if _speaks_itself(words, first, last):
            # "to which Brod replied", "one that historian Ebbe Corrin calls"
            return Mention(start=first, end=last + 1, kind=_kind(words, first, last + 1))
        # "Members who control the house said"
        back = first - 2
        if back >= start and words.lower[back] == ",":
            back -= 1
        return phrase_to(words, start, back)
    first = _without_opening(words, first, last)
    if first > last or words.lower[last] in vocab.prepositions or words.lower[last] in vocab.adverbs:
        return None
    return Mention(start=first, end=last + 1, kind=_kind(words, first, last + 1))


def _speaks_itself(words: Words, first: int, last: int) -> bool:
    """True where the words behind "which" or "whom" are a subject of their own, and not the verb of "who"."""
    whole = is_capital(words, last) or words.lower[last] in vocabulary().speaker_nouns
    opened = is_capital(words, first) or words.lower[first] in vocabulary().determiners
    return whole and opened and words.lower[first - 1] != "who"


def _without_opening(words: Words, first: int, last: int) -> int:
    """Leave out "On Thursday" of "On Thursday Smith", "In a statement" of "In a statement Smith"."""
    vocab = vocabulary()
    while first < last and (
        is_time(words, first)
        or (words.lower[first] in vocab.adverbs and words.lower[first] not in vocab.determiners)
    ):
        first += 1
    if words.lower[first] not in vocab.prepositions:
        return first
    # A phrase that opens with a preposition: the subject is the last run of capitals, or the last "the …".
    at = last
    if is_capital(words, last):
        while at > first and (is_capital(words, at - 1) and not is_time(words, at - 1)):
            at -= 1
        if at > first + 1 and words.lower[at] in vocab.prepositions:
            at += 1
        while at - 1 > first and words.lower[at - 1] in vocab.speaker_nouns:
            at -= 1
        return at if at > first else last + 1
    while (
        at > first and words.lower[at] not in vocab.determiners and words.lower[at] not in vocab.prepositions
    ):
        at -= 1
    return at if words.lower[at] in vocab.determiners else last + 1


def _kind(words: Words, start: int, end: int) -> Subject:
    """A phrase that ends in capitals is a name ("Union spokeswoman Lene Marrow"), else a nominal."""
    vocab = vocabulary()
    if end - start == 1 and words.lower[start] in vocab.pronouns:
        return Subject.PRONOUN
    head = head_end(words, start, end) - 1
    low = words.lower[head]
    capital = is_capital(words, head)
    # Behind a quotation no sentence begins: a capital there is a name ("“…,” Will wrote").
    opens = start == 0 or words.lower[start - 1] in STOPS
    if (
        opens
        and head == start
        and (low in vocab.speaker_nouns or low.removesuffix("s") in vocab.speaker_nouns)
    ):
        return Subject.NOMINAL  # "Critics said"
    if capital and (
        head > start or low not in vocab.common_capitals or (low in vocab.auxiliaries and not opens)
    ):
        return Subject.NAME
    return Subject.NOMINAL


def head_end(words: Words, start: int, end: int) -> int:
    """Behind the head of a phrase: before its first preposition or "who" ("a spokesman | for the union")."""
    vocab = vocabulary()
    for at in range(start + 1, end):
        low = words.lower[at]
        if low == "of" and _in_title(words, at, end):
            continue
        if (low in vocab.prepositions and words.forms[at].islower()) or low in BREAKS or low in RELATIVES:
            return at
    return end


def _in_title(words: Words, at: int, end: int) -> bool:
    """True for the "of" of "Chief of Staff Mira Tolland"."""
    vocab = vocabulary()
    names_follow = at + 3 < end and is_capital(words, at + 2) and is_capital(words, at + 3)
    return words.lower[at - 1] in vocab.titles and words.lower[at + 1] in vocab.title_objects and names_follow
