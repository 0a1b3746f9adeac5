"""The words that names and descriptions of people and bodies are told by, from the lexicon."""

from dataclasses import dataclass
from functools import cache

from sitegen import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class NameWords:
    """Sets of lower-case words."""

    body_openers: frozenset[str]
    """Titles that bodies' names begin with, too: "Democratic Party"."""
    adjectives: frozenset[str]
    """Titles that are no nouns: democratic."""
    bodies_for: frozenset[str]
    """What stands before "for" in the names of bodies."""
    courtesies: frozenset[str]
    """Titles that do not say who somebody is: mr, dr."""
    titles_in_full: dict[str, frozenset[str]]
    """Title → what its bearer is called: sen → senator, lawmaker."""
    offices_apart: frozenset[str]
    """What makes another office of an office: deputy."""
    offices_past: frozenset[str]
    modifiers: frozenset[str]
    """What may be said of anybody: senior, veteran."""
    generic_bodies: frozenset[str]
    """Nouns for bodies that fit the one that spoke last: company, group."""
    bodies_as: dict[str, frozenset[str]]
    """Such a noun → other nouns for the same body: a bank may be "the company"."""
    no_people: frozenset[str]
    """Nouns that end like those for people: river, paper."""
    no_descriptions: frozenset[str]
    """Nouns that describe nobody: week, bit."""
    at_places: frozenset[str]
    """Prepositions before places."""


@cache
def name_words() -> NameWords:
    """The words of English."""
    words = lexicon.load("names")
    return NameWords(
        body_openers=frozenset(words["body_openers"]),
        adjectives=frozenset(words["adjectives"]),
        bodies_for=frozenset(words["bodies_for"]),
        courtesies=frozenset(words["courtesies"]),
        titles_in_full={title: frozenset(called) for title, called in words["titles_in_full"].items()},
        offices_apart=frozenset(words["offices_apart"]),
        offices_past=frozenset(words["offices_past"]),
        modifiers=frozenset(words["modifiers"].split()),
        generic_bodies=frozenset(words["generic_bodies"]),
        bodies_as={noun: frozenset(others) for noun, others in words["bodies_as"].items()},
        no_people=frozenset(words["no_people"].split()),
        no_descriptions=frozenset(words["no_descriptions"].split()),
        at_places=frozenset(words["at_places"]),
    )
