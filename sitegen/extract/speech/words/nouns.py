"""Nouns that people and bodies are called by: "minister", "baker", "news agency"."""

import re
from functools import cache

from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.verbs import forms
from sitegen.extract.speech.words.vocabulary import vocabulary

_AGENTS = re.compile(r"[a-z]{2,30}(?:er|or|ist|ian|eer|ee|man|woman|smith|wright)")


def for_people_or_bodies(low: str) -> bool:
    """True for a noun in the singular that people or bodies are called by."""
    vocab = vocabulary()
    known = low in vocab.speaker_nouns or low in vocab.titles or low in vocab.bodies or low in _kin()
    return known and low not in no_heads() and not is_plural(low) and low not in vocab.documents


@cache
def no_heads() -> frozenset[str]:
    """Words that go before a noun for people and are none: "former"."""
    words = name_words()
    return words.no_people | words.modifiers | words.offices_past | words.adjectives


@cache
def _kin() -> frozenset[str]:
    """Nouns that tell men from women: "widow"."""
    return frozenset().union(*vocabulary().genders.values())


def is_plural(low: str) -> bool:
    """True for "attendees", "people"; not for "boss"."""
    return low in ("people", "men", "women", "children") or (
        low.endswith("s") and not low.endswith(("ss", "us", "is")) and low.removesuffix("s") != low[:-2]
    )


def is_agent(low: str) -> bool:
    """True for "baker", "botanist": nouns for people that no list holds."""
    return (
        _AGENTS.fullmatch(low) is not None
        and low not in name_words().no_people
        and low not in name_words().modifiers
        and low not in forms()
        and low not in vocabulary().adverbs
        and low not in vocabulary().common_capitals
    )
