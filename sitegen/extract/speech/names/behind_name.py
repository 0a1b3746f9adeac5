"""Descriptions behind a name: "Dara Ilvane, | the interior minister |, said"."""

from sitegen.extract.speech.names.description_words import (
    AGE,
    CLOSERS,
    LONGEST,
    OPENERS,
    ORIGINS,
    Description,
    head_of,
    in_description,
    is_past,
    may_describe,
)
from sitegen.extract.speech.names.runs import Run
from sitegen.extract.speech.words.classes import ARTICLES, BREAKS, OWN, POSSESSIVES, RELATIVES, is_capital
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.nouns import for_people_or_bodies, is_agent, is_plural
from sitegen.extract.speech.words.verbs import forms
from sitegen.extract.speech.words.vocabulary import vocabulary

_DIVISIONS = frozenset(
    ["division", "unit", "department", "section", "bureau", "committee", "ministry", "business"]
)
"""Parts of a body that are often called by a list of what they are for."""
_LISTED = 2
"""Words that may stand before one of these behind the "and" of the list, at most."""
_PLACING = frozenset(["of", "from", "in", "at", "near", "across", "outside"])
"""What stands before the names of places."""


def apposition(words: Words, run: Run) -> Description | None:
    """The description set off behind the name at ``run``: "Ansel Brod, | 43, a baker from Karsa |,"."""
    if words.lower[run.end - 1].endswith("ly") and (run.core == 0 or words.lower[run.core - 1] in BREAKS):
        return None  # "Sadly, the minister, …" names nobody
    at = _behind_origin(words, run.end)
    if at + 2 >= len(words) or words.lower[at] not in OPENERS:
        return None
    first = start = at + 1
    if AGE.fullmatch(words.lower[first]):
        if words.lower[first + 1] != ",":
            return None
        start = first + 2
    end = _end(words, start)
    if end == start or (end < len(words) and words.lower[end] not in CLOSERS):
        return None
    if words.lower[at] == "(" and words.lower[end : end + 1] != (")",):
        return None
    return _apposition(words, run, first, start, end)


def _end(words: Words, start: int) -> int:
    """Where a mark closes the phrase at ``start``; where a list inside it goes on, behind that.

    "head of the water|, roads and harbours division of Karsa|, said"
    """
    end = _mark_behind(words, start)
    if words.lower[end : end + 1] != (",",) or words.lower[end + 2 : end + 3] != ("and",):
        return end
    for ahead in range(end + 4, min(end + 4 + _LISTED, len(words))):
        if words.lower[ahead] in _DIVISIONS:
            plain = all(may_describe(words, at) for at in range(end + 1, ahead) if at != end + 2)
            return _mark_behind(words, ahead) if plain else end
    return end


def _mark_behind(words: Words, at: int) -> int:
    end = len(words)
    while at < end and words.lower[at] not in BREAKS:
        at += 1
    return at


def _behind_origin(words: Words, at: int) -> int:
    """Of "Ansel Brod of Lower Karsa, a baker": behind the place."""
    if words.lower[at] not in ORIGINS or at + 1 >= len(words) or not is_capital(words, at + 1):
        return at
    end = at + 1
    while end < len(words) and end - at < 4 and is_capital(words, end):
        end += 1
    return end


def _apposition(words: Words, run: Run, first: int, start: int, end: int) -> Description | None:
    """The description in ``words[start:end]``; ``first``: where the age before it stands, else ``start``."""
    low = words.lower[start]
    opened = low in ARTICLES or low in OWN
    stop = _stop(words, start, end, indefinite=low in ("a", "an"))
    head = None if stop is None else head_of(words, start + opened, stop)
    if stop is None or head is None or stop - first > LONGEST:
        return None
    if end - first > LONGEST and words.lower[stop] not in RELATIVES:
        return None  # "the first baker to serve | as mayor of a town that …": cut where it tells too little
    if low == "the" and words.lower[end : end + 2] == (",", "and"):
        return None  # "Brod, the minister, and the judge": a list
    noun = words.lower[head]
    placed = run.start > 0 and words.lower[run.start - 1] in _PLACING
    place = placed and run.end - run.core == 1
    if place and (noun not in vocabulary().bodies or words.lower[run.start - 1] != "of"):
        return None  # "Ansel Brod of Karsa, a baker": not Karsa; "In Karsa, a party …"
    known = for_people_or_bodies(noun) or (is_agent(noun) and words.forms[head].islower())
    described = known or _any_noun(words, run, head, indefinite=low in ("a", "an"))
    if not described or not (opened or _bare(words, start, head)):
        return None
    return Description(start=first, end=stop, head=head, shown=low not in OWN)


def _any_noun(words: Words, run: Run, head: int, *, indefinite: bool) -> bool:
    """True where any noun describes: "Ansel Brod, | a clown |,"; not of "For Brod, | a loss |"."""
    behind = words.lower[run.start - 1] if run.start > 0 else ""
    low = words.lower[head]
    never = name_words().no_descriptions | name_words().no_people | vocabulary().documents
    singular = not is_plural(low) and low not in never
    two_words = run.end - run.core > 1
    return (
        indefinite
        and two_words
        and singular
        and words.forms[head].islower()
        and behind not in vocabulary().prepositions
    )


def _bare(words: Words, start: int, head: int) -> bool:
    """True for what stands without an article: "leader of the party", "Velmora's minister"."""
    vocab = vocabulary()
    noun = words.lower[head]
    if noun in vocab.bodies:
        return False
    return all(
        low in POSSESSIVES
        or low == "-"
        or low.isdigit()
        or is_capital(words, at)
        or in_description(words, at)
        or may_describe(words, at)
        for at, low in enumerate(words.lower[start:head], start)
    ) and (noun in vocab.titles or words.forms[head].islower())


def _stop(words: Words, start: int, end: int, *, indefinite: bool) -> int | None:
    """Where the noun phrase ends: before "who", "based in"; None where a verb makes it a clause."""
    vocab = vocabulary()
    for at in range(start, end):
        low = words.lower[at]
        if low in RELATIVES or low == "that" or (low in vocab.clause_openers and low not in {"and", "or"}):
            return at if at > start else None
        owner = low in POSSESSIVES and at > start and is_capital(words, at - 1)
        if low in vocab.auxiliaries or (low in vocab.be and not owner) or low in vocab.pronouns:
            return None  # but not at "a friend of Okell's who taught there"
        if low in name_words().modifiers:
            continue
        if (
            low.endswith("ing")
            and at > start
            and words.forms[at].islower()
            and for_people_or_bodies(words.lower[at - 1])
        ):
            return at
        if is_past(words, at):
            # "a firm | based in Karsa"; but "the crowd chanted" is a clause, "a retired judge" is not
            told = at > start + 1 and (
                for_people_or_bodies(words.lower[at - 1]) or is_agent(words.lower[at - 1])
            )
            if told or low in forms() or low in vocab.irregular_pasts:
                return at if indefinite and told else None
    return end
