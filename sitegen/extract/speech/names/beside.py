"""What an article says of somebody right beside the name: "senior Hamas official", "a baker from Karsa".

The name itself tells, too. Three places are read: the words before a name, a phrase set off before it by a
comma, and an apposition behind it.
"""

import re
from functools import cache, lru_cache

from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.names.before_name import right_before, set_off_before
from sitegen.extract.speech.names.behind_name import apposition
from sitegen.extract.speech.names.description_words import (
    AGE,
    CLOSERS,
    OPENERS,
    ORIGINS,
    YEARS_OLD,
    Description,
    is_past,
    may_describe,
)
from sitegen.extract.speech.names.runs import Run, joined, titles_of
from sitegen.extract.speech.words.classes import BREAKS
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.nouns import for_people_or_bodies, is_agent
from sitegen.extract.speech.words.vocabulary import vocabulary

_SEAT = re.compile(r"[a-z]-([a-z])[a-z.]{1,12}")
"""A party and a place: "R-Karsa", "D-Ost."."""


def learn_name(bearer: Bearer, words: Words, run: Run) -> None:
    """What the name itself says: "Karsa Ferries" is a company."""
    if len(bearer.tokens) == 1:
        bearer.name = joined(words, run.core, run.end)
    kinds = vocabulary().kinds.get(bearer.head)
    if kinds is not None:
        bearer.words |= kinds
        bearer.heads |= kinds


def learn_beside(bearer: Bearer, words: Words, run: Run) -> int:
    """Add what stands beside the name at ``run``; the offset where that ends, 0 if nothing does."""
    if run.core > run.start:
        titles = titles_of(words, run)
        bearer.words |= titles
        bearer.heads |= titles & _heads()
    behind = words.lower[run.end] if run.end < len(words) else "."
    ahead = words.lower[run.start - 1] if run.start > 0 else "."
    plain = run.core == run.start and behind not in OPENERS and behind not in ORIGINS
    if plain and not _may_describe(ahead):
        return 0  # nothing stands beside it: most names by far
    vocab = vocabulary()
    owned = any(ahead in small for small in (vocab.determiners, vocab.prepositions, vocab.clause_openers))
    if words.lower[run.end : run.end + 2] == (",", "who") and not owned:
        bearer.human = True  # but "editors of the Courier, who …"
    if run.end + 1 < len(words) and (seat := _SEAT.fullmatch(words.lower[run.end + 1])) is not None:
        bearer.seats |= {seat.group(1)}
    age = _age_of(words, run)
    if age is not None:
        bearer.ages |= {age}
    ends = 0
    for found in _describe(words, run):
        if len(bearer.tokens) > 1 and _is_another(words, run, found):
            continue
        _learn_description(bearer, words, run, found)
        ends = words.ends[found.end - 1]
    return ends


def _learn_description(bearer: Bearer, words: Words, run: Run, found: Description) -> None:
    said = [
        at
        for at in range(found.start, found.end)
        if words.forms[at][0].isalnum() and words.lower[at] not in vocabulary().determiners
    ]
    bearer.heads |= {words.lower[found.head]}
    bearer.words |= {words.lower[at] for at in said if at <= found.head}
    bearer.details |= {words.lower[at] for at in said if at > found.head}
    bearer.proper |= {words.lower[at] for at in said if at < run.start and words.forms[at][0].isupper()}
    if found.shown:
        bearer.shows(words, found.start, found.end)


def _describe(words: Words, run: Run) -> list[Description]:
    """The descriptions beside a name, in text order."""
    found = []
    ahead = words.lower[run.start - 1] if run.start > 0 else ""
    if ahead == ",":
        found.append(set_off_before(words, run))
    if (
        run.core > run.start
        or ahead == "as"
        or (ahead.isalpha() and ahead not in vocabulary().common_capitals)
    ):
        found.append(right_before(words, run))
    if run.end + 2 < len(words) and (words.lower[run.end] in OPENERS or words.lower[run.end] in ORIGINS):
        found.append(apposition(words, run))
    return [description for description in found if description is not None]


def _is_another(words: Words, run: Run, found: Description) -> bool:
    """True for "the judge" in "the judge Brod was speaking of": a surname alone, and what its bearer did."""
    lone = run.end - run.start == 1 and found.end == run.start and run.end < len(words)
    if not lone or found.start == 0 or words.lower[found.start - 1] != "the":
        return False
    return words.lower[run.end] in vocabulary().auxiliaries or is_past(words, run.end)


def _age_of(words: Words, run: Run) -> str | None:
    """The age beside a name: "Tomas Verrick, 54,", "the 54-year-old Verrick"."""
    if words.lower[run.end : run.end + 1] in ((",",), ("(",)) and run.end + 2 < len(words):
        age = words.lower[run.end + 1]
        placed = run.start > 0 and words.lower[run.start - 1] in vocabulary().prepositions
        if placed and run.end - run.core == 1:
            return None  # "who works at Karsa Mill, 49, …" is not the age of the mill
        if AGE.fullmatch(age) and words.lower[run.end + 2] in CLOSERS:
            return age
    if run.start == 0 or words.lower[run.start - 1] in vocabulary().common_capitals:
        return None
    if run.end < len(words) and may_describe(words, run.end):
        return None  # "the 49-year-old Karsa plant"
    for at in range(max(0, run.start - 3), run.start):
        years = YEARS_OLD.fullmatch(words.lower[at])
        if years is not None and not any(low in BREAKS for low in words.lower[at + 1 : run.start]):
            return years.group(1)
    return None


@cache
def _heads() -> frozenset[str]:
    """Titles that are nouns: not "Former", "Democratic"."""
    words = name_words()
    return (
        (vocabulary().titles | vocabulary().speaker_nouns)
        - words.modifiers
        - words.offices_past
        - words.adjectives
    )


@lru_cache(maxsize=8192)
def _may_describe(ahead: str) -> bool:
    """True for a word or mark that may end a description right before a name."""
    return (
        ahead in ("as", "named", "called", ",")
        or "-" in ahead
        or ahead in vocabulary().title_objects
        or for_people_or_bodies(ahead)
        or is_agent(ahead)
    )
