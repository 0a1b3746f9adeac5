"""What is disputed, and whose words it is: "denied | Okell's claim that the dam was safe |"."""

from typing import NamedTuple

from sitegen.extract.speech.disputes.vocabulary import dispute_words
from sitegen.extract.speech.phrases.mentions import Mention, Subject, head_end
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.words.classes import (
    BREAKS,
    OWN,
    POSSESSIVES,
    is_adverb,
    is_auxiliary,
    is_capital,
    is_time,
)
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.vocabulary import vocabulary

_PARTING = frozenset(
    ["and", "but", "while", "after", "before", "when", "because", "although", "though", "as", "saying"]
)
"""Words that may go on with something else than what is disputed."""
_REACH = 10
"""Words within which the noun must come: "all of the ministry's earlier claims"."""


class Disputed(NamedTuple):
    """What is disputed; all positions are word indices."""

    start: int
    end: int
    noun: int | None
    """Index of "claim"; None: a clause ("denied that …"), or a pronoun."""
    owner: Mention | None = None
    """Whose words it is, as far as the phrase itself tells."""
    points_back: bool = False
    """It stands for something said before: "the claim", "that"."""


def disputed_at(words: Words, start: int, end: int, base: str) -> Disputed | None:
    """What stands from ``start`` on behind a form of the verb ``base``; None: nothing that was said.

    ``end``: behind the last word of the sentence.
    """
    known = dispute_words()
    while start < end and (is_adverb(words, start) or words.lower[start] in ("also", "again")):
        start += 1
    if start >= end:
        return None
    low = words.lower[start]
    if low in ("that", "this") and _ends_object(words, start + 1, end):
        return Disputed(start=start, end=start + 1, noun=None, points_back=True)
    if low == "that" and base in known.of_clauses and words.lower[start + 1] not in known.all_nouns:
        return Disputed(start=start, end=object_end(words, start, end), noun=None)
    return noun_phrase(words, start, end, base)


def noun_phrase(words: Words, start: int, end: int, base: str) -> Disputed | None:
    """A phrase that begins at ``start`` and stands for what somebody said."""
    known = dispute_words()
    noun = _noun(words, start, end, base)
    if noun is None:
        return None
    behind = noun + 1
    reach = _reach(words, behind, end)
    if words.lower[noun] in known.ideas:
        told = words.lower[behind : behind + 1] == ("that",)
        return Disputed(start=start, end=reach, noun=noun) if told else None
    owned = _owned(words, start, noun)
    if owned is not None:
        owner = owned if owned.start < owned.end else None
        return Disputed(start=start, end=reach, noun=noun, owner=owner)
    if words.lower[behind : behind + 1] and words.lower[behind] in known.made:
        behind += 1
    if behind < end and words.lower[behind] in ("by", "from"):
        owner = _behind(words, behind, noun, end)
        reach = behind if owner is None else _reach(words, owner.end, end)
        return Disputed(start=start, end=reach, noun=noun, owner=owner)
    outlet = _outlet(words, start, noun)
    if outlet is not None:
        return Disputed(start=start, end=reach, noun=noun, owner=outlet)
    effect = words.lower[behind : behind + 3] in (("to", "this", "effect"), ("to", "that", "effect"))
    own_contents = behind < end and words.lower[behind] in known.contents
    first = next((at for at in range(start, noun) if words.lower[at] not in known.quantities), noun)
    back = effect or (not own_contents and _points(words, start, first, noun))
    return Disputed(start=start, end=reach, noun=noun, points_back=back)


def _reach(words: Words, behind: int, end: int) -> int:
    """Where a phrase ends that has its noun, or owner, before ``behind``: with its contents, if any."""
    contents = behind < end and words.lower[behind] in dispute_words().contents
    return object_end(words, behind, end) if contents else behind


def _points(words: Words, start: int, first: int, noun: int) -> bool:
    """True for "the claim", "all three claims", "both claims"; not for "claims", "a claim", "any claims"."""
    pointing = dispute_words().pointing
    counted = words.lower[start] in ("all", "both", "each", "every") and first >= noun - 1
    return (first < noun and words.lower[first] in pointing) or counted


def _noun(words: Words, start: int, end: int, base: str) -> int | None:
    """The first noun for something said, where nothing before it ends the phrase."""
    known, vocab = dispute_words(), vocabulary()
    nouns = known.nouns[base]
    for at in range(start, min(end, start + _REACH)):
        low = words.lower[at]
        if (low in nouns or low in known.ideas) and words.forms[at].islower():
            thing = words.lower[at - 1] in known.applied_for
            proposed = low in known.proposals and words.lower[at + 1 : at + 2] not in (("that",), ())
            return at if _heads(words, at + 1, end) and not (thing or proposed) else None
        if is_capital(words, at) or low in POSSESSIVES or low in OWN or low in vocab.determiners:
            continue
        if low in known.quantities or low[0].isdigit():
            continue
        closes = low in vocab.prepositions or low in vocab.clause_openers or is_auxiliary(words, at)
        if closes or low in BREAKS or low in vocab.pronouns or not low.replace("-", "").isalpha():
            return None
    return None


def _heads(words: Words, behind: int, end: int) -> bool:
    """True where the word before is the last of its phrase: not "account | holders", "report | cards"."""
    if behind >= end:
        return True
    vocab, low = vocabulary(), words.lower[behind]
    return (
        low in BREAKS
        or low in vocab.prepositions
        or low in vocab.clause_openers
        or low in vocab.pronouns
        or low in vocab.adverbs
        or low in dispute_words().made
        or is_auxiliary(words, behind)
        or is_adverb(words, behind)
        or is_time(words, behind)
    )


def _owned(words: Words, start: int, noun: int) -> Mention | None:
    """The owner of "| Okell |'s claim", "| her | claim"; an empty mention: a time or somebody unreadable."""
    unread = Mention(start=start, end=start, kind=Subject.NOMINAL)
    for at in range(noun - 1, start - 1, -1):
        low = words.lower[at]
        if low in OWN:
            return Mention(start=at, end=at + 1, kind=Subject.PRONOUN)
        if low in POSSESSIVES and at > start:
            break
    else:
        return None
    first = start
    while first < at and words.lower[first] in dispute_words().quantities:
        first += 1
    several = sum(low in POSSESSIVES for low in words.lower[first:at])
    if several or "and" in words.lower[first:at] or is_time(words, at - 1):
        return unread
    if words.lower[at - 1] in dispute_words().times:
        return unread
    owner = phrase_from(words, first, at)
    if owner is not None and owner.kind is Subject.NOMINAL and "of" in words.lower[first:at]:
        return unread  # "fragments of Okell's account"
    return owner if owner is not None and owner.start == first and owner.end == at else unread


def _behind(words: Words, by: int, noun: int, end: int) -> Mention | None:
    """Whose it is in "claims by | Okell |", "a report published by | the Courier |"."""
    if words.lower[by] == "from" and words.lower[noun] in dispute_words().reporting:
        return None  # "reports from Karsa"
    owner = phrase_from(words, by + 1, end)
    if owner is None or owner.kind is Subject.PRONOUN:
        return None
    head = words.lower[head_end(words, owner.start, owner.end) - 1]
    nouns = vocabulary().speaker_nouns
    if owner.kind is Subject.NOMINAL and head not in nouns and head.removesuffix("s") not in nouns:
        return None
    listed = owner.end + 1 < end and words.lower[owner.end] == "," and is_capital(words, owner.end + 1)
    joined = words.lower[owner.end : owner.end + 1] in (("and",), ("or",))
    return None if listed or joined else owner


def _outlet(words: Words, start: int, noun: int) -> Mention | None:
    """Whose it is in "a | Reuters | report"; not in "a Velmoran report", "the Verrick report"."""
    known = dispute_words()
    if words.lower[noun] not in known.reporting or words.lower[start] not in ("a", "an"):
        return None
    named = all(is_capital(words, at) and not is_time(words, at) for at in range(start + 1, noun))
    if noun - start < 2 or not named or words.lower[noun - 1].endswith(known.origins):
        return None
    return Mention(start=start + 1, end=noun, kind=Subject.NAME)


def _ends_object(words: Words, at: int, end: int) -> bool:
    """True where nothing stands behind "that" which it could open."""
    low = words.lower[at] if at < end else "."
    return low in BREAKS or low in ("and", "but", "on", "in", "as", "too") or is_time(words, at)


def object_end(words: Words, start: int, end: int) -> int:
    """Behind the last word of a clause that is disputed: before a mark or a word that parts it from the rest.

    So it may be cut short, "Okell's claim that wind | and waves broke it", and takes in nothing else.
    """
    for at in range(start + 1, end):
        low = words.lower[at]
        if low in _PARTING or (low in BREAKS and low != QUOTED and words.lower[at - 1] != "that"):
            return at
    return end
