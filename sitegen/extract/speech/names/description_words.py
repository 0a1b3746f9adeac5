"""The words that descriptions are made of, and the marks that set them off from a name."""

import re
from dataclasses import dataclass

from sitegen.extract.speech.words.classes import (
    ARTICLES,
    BREAKS,
    DASHES,
    OWN,
    POSSESSIVES,
    RELATIVES,
    is_time,
)
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.nouns import for_people_or_bodies
from sitegen.extract.speech.words.verbs import forms
from sitegen.extract.speech.words.vocabulary import vocabulary

LONGEST = 14  # words
OPENERS = frozenset([",", "("]) | DASHES - {"-"}
"""What sets an apposition off from the name before it."""
CLOSERS = frozenset([",", ";", ":", ".", "?", "!", ")", "]", "…", "..."]) | DASHES
ORIGINS = frozenset(["of", "from"])
"""What may stand between the name and that: "Ansel Brod of Karsa, a baker"."""
AGE = re.compile(r"[1-9][0-9]{0,2}")
YEARS_OLD = re.compile(r"([1-9][0-9]{0,2})-year-old")
_ADJECTIVES = re.compile(r"[a-z]{3,30}(?:al|ic|ish|ese|ian|ous)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """A half-open range of words that describe whoever is named beside them."""

    start: int
    end: int
    head: int
    """The noun it turns on: "the union's | treasurer |", "a | baker | from Karsa"."""
    shown: bool = True
    """False: it leans on words around it ("his lawyer")."""


def in_description(words: Words, at: int) -> bool:
    """True for words that go before a noun for people: "senior", "union", "Hamas", "Velmora-based"."""
    vocab = vocabulary()
    low = words.lower[at]
    if low in vocab.common_capitals or is_time(words, at) or low in BREAKS:
        return False
    if words.forms[at][0].isupper():
        return words.forms[at][0].isalpha()
    if low in name_words().modifiers or for_people_or_bodies(low) or YEARS_OLD.fullmatch(low):
        return low not in forms() or low in vocab.speaker_nouns
    hyphenated = "-" in low and low.replace("-", "").isalpha()
    return (hyphenated or _ADJECTIVES.fullmatch(low) is not None) and may_describe(words, at)


def may_describe(words: Words, at: int) -> bool:
    """True for a small word that is of no class that never describes."""
    vocab = vocabulary()
    low = words.lower[at]
    return (
        words.forms[at][0].islower()
        and low.replace("-", "").isalpha()
        and low not in forms()
        and low not in vocab.common_capitals
        and low not in vocab.irregular_pasts
        and low not in vocab.be
        and not low.endswith(("ed", "ing", "ly"))
        and not is_time(words, at)
    )


def is_past(words: Words, at: int) -> bool:
    """True for a verb that tells a deed: "chanted", "says"; not for "retired"."""
    low = words.lower[at]
    if not words.forms[at].islower() or "-" in low:
        return False
    form = forms().get(low)
    told = form is not None and (form.ends == "past" or low in ("says", "tells", "writes"))
    return (
        told or low in vocabulary().irregular_pasts or low.endswith("ed")
    ) and low not in name_words().modifiers


def head_of(words: Words, start: int, end: int) -> int | None:
    """The last word before the first preposition: "the | chief | of the union"."""
    vocab = vocabulary()
    at = start
    while (
        at < end
        and not (words.lower[at] in vocab.prepositions and words.forms[at].islower())
        and words.lower[at] not in ("and", "or")
    ):
        at += 1
    return at - 1 if at > start and words.lower[at - 1].replace("-", "").isalpha() else None


def verb_inside(words: Words, start: int, end: int) -> bool:
    """True where the words hold a verb, or "who"."""
    vocab = vocabulary()
    return any(
        words.lower[at] in vocab.auxiliaries
        or (words.lower[at] in vocab.be and words.lower[at] not in POSSESSIVES)
        or words.lower[at] in RELATIVES
        or is_past(words, at)
        for at in range(start, end)
    )


def opens_phrase(words: Words, at: int) -> bool:
    """True where a phrase can begin at ``at``: behind an article, a mark, a preposition, "said"."""
    if at == 0:
        return True
    low = words.lower[at - 1]
    form = forms().get(low)
    said = form is not None and form.ends in ("past", "s")
    between = low in vocabulary().prepositions and low != "to"
    return said or between or low in ARTICLES or low in OWN or low in BREAKS or low in POSSESSIVES
