"""Words that stand for somebody: a name, a pronoun or a noun phrase.

There is no tagger and no model here: phrases are read from capitals, commas and small closed word classes,
and each rule stands with the example that made it necessary. Words are addressed by their index in
a ``Words``.
"""

from enum import StrEnum
from typing import NamedTuple

from sitegen.extract.speech.words.classes import BREAKS, RELATIVES, STOPS, is_capital
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.vocabulary import vocabulary

LONGEST_PHRASE = 24
"""Words; longer ones were misread in every case looked at."""


class Subject(StrEnum):
    """What kind of words a subject is."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


class Mention(NamedTuple):
    """Words that stand for somebody: half-open range of word indices."""

    start: int
    end: int
    kind: Subject
    lead: int | None = None
    """Where a description set before the name begins: "| The regional mediator, Karvel Dusk"."""

    @property
    def first(self) -> int:
        """Index of the first word, a description set before the name included."""
        return self.start if self.lead is None else self.lead


def kind_of(words: Words, start: int, end: int) -> Subject:
    """A phrase that ends in capitals is a name ("Union spokeswoman Lene Marrow"), else a nominal."""
    vocab = vocabulary()
    if end - start == 1 and words.lower[start] in vocab.pronouns:
        return Subject.PRONOUN
    head = head_end(words, start, end) - 1
    low = words.lower[head]
    # Behind a quotation no sentence begins: a capital there is a name ("“…,” Will wrote").
    opens = start == 0 or words.lower[start - 1] in STOPS
    if opens and head == start and not vocab.speaker_nouns.isdisjoint((low, low.removesuffix("s"))):
        return Subject.NOMINAL  # "Critics said"
    if not is_capital(words, head):
        return Subject.NOMINAL
    told = head > start or low not in vocab.common_capitals or (low in vocab.auxiliaries and not opens)
    return Subject.NAME if told else Subject.NOMINAL


def head_end(words: Words, start: int, end: int) -> int:
    """Behind the head of a phrase: before its first preposition or "who" ("a spokesman | for the union")."""
    prepositions = vocabulary().prepositions
    for at in range(start + 1, end):
        low = words.lower[at]
        if low == "of" and _in_title(words, at, end):
            continue
        if (low in prepositions and words.forms[at].islower()) or low in BREAKS or low in RELATIVES:
            return at
    return end


def _in_title(words: Words, at: int, end: int) -> bool:
    """True for the "of" of "Chief of Staff Mira Tolland"."""
    vocab = vocabulary()
    names_follow = at + 3 < end and is_capital(words, at + 2) and is_capital(words, at + 3)
    return names_follow and words.lower[at - 1] in vocab.titles and words.lower[at + 1] in vocab.title_objects


def joins_names(words: Words, at: int, end: int) -> bool:
    """True for the "and" of "Holt and Marrow": capitals on both sides."""
    return at + 1 < end and is_capital(words, at + 1) and is_capital(words, at - 1)
