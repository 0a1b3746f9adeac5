"""What an article says of somebody right beside the name: "senior Hamas official", "a baker from Karsa".

Three places are read: the words before a name, a phrase set off before it by a comma, and an apposition behind
it. Where it is not plain that the words describe the bearer, they are left out.
"""

import re
from dataclasses import dataclass
from functools import cache

from sitegen.extract.speech.capitals import is_capital
from sitegen.extract.speech.name_words import name_words
from sitegen.extract.speech.phrases import BREAKS, DASHES, QUOTED, RELATIVES, is_time
from sitegen.extract.speech.runs import Run
from sitegen.extract.speech.verbs import forms
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

_LONGEST = 14  # words
_UNKNOWN = 3
"""How many words of no known class may stand before a noun: "the | climate | activist Ansa Torvel"."""
_POSSESSIVES = frozenset(["'s", "’s", "'", "’"])
_ARTICLES = frozenset(["a", "an", "the"])
_OWN = frozenset(["my", "your", "his", "her", "its", "our", "their"])
_CLOSERS = frozenset([",", ";", ":", ".", "?", "!", ")", "]", "…", "..."]) | DASHES
_OPENERS = frozenset([",", "("]) | DASHES - {"-"}
"""What sets an apposition off from the name before it."""
_PLACING = frozenset(["of", "from", "in", "at", "near", "across", "outside"])
_NAMED = frozenset(["named", "called"])
_AGE = re.compile(r"[1-9][0-9]{0,2}")
_YEARS_OLD = re.compile(r"([1-9][0-9]{0,2})-year-old")
_AGENTS = re.compile(r"[a-z]{2,30}(?:er|or|ist|ian|eer|ee|man|woman|smith|wright)")
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


def descriptions_of(words: Words, run: Run) -> tuple[tuple[int, int], ...]:
    """The word ranges of the descriptions beside a name, in text order."""
    return tuple((found.start, found.end) for found in describe(words, run) if found.shown)


def describe(words: Words, run: Run) -> list[Description]:
    """The descriptions beside a name, in text order."""
    found = []
    ahead = words.lower[run.start - 1] if run.start > 0 else ""
    if ahead == ",":
        found.append(_set_off_before(words, run))
    if (
        run.core > run.start
        or ahead == "as"
        or (ahead.isalpha() and ahead not in vocabulary().common_capitals)
    ):
        found.append(_before(words, run))
    if run.end + 2 < len(words) and (
        words.lower[run.end] in _OPENERS or words.lower[run.end] in ("of", "from")
    ):
        found.append(_behind(words, run))
    return [description for description in found if description is not None]


def age_of(words: Words, run: Run) -> str | None:
    """The age beside a name: "Tomas Verrick, 54,", "the 54-year-old Verrick"."""
    if words.lower[run.end : run.end + 1] in ((",",), ("(",)) and run.end + 2 < len(words):
        age = words.lower[run.end + 1]
        placed = run.start > 0 and words.lower[run.start - 1] in vocabulary().prepositions
        if placed and run.end - run.core == 1:
            return None  # "who works at Karsa Mill, 49, …" is not the age of the mill
        if _AGE.fullmatch(age) and words.lower[run.end + 2] in _CLOSERS:
            return age
    if run.start == 0 or words.lower[run.start - 1] in vocabulary().common_capitals:
        return None
    for at in range(max(0, run.start - 3), run.start):
        years = _YEARS_OLD.fullmatch(words.lower[at])
        if years is not None and not any(low in BREAKS for low in words.lower[at + 1 : run.start]):
            return years.group(1)
    return None


def for_people_or_bodies(low: str) -> bool:
    """True for a noun in the singular that people or bodies are called by."""
    vocab = vocabulary()
    known = low in vocab.speaker_nouns or low in vocab.titles or low in vocab.bodies or low in _kin()
    return known and low not in _no_heads() and not is_plural(low) and low not in vocab.documents


@cache
def _no_heads() -> frozenset[str]:
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


def _agent(low: str) -> bool:
    """True for "baker", "botanist": nouns for people that no list holds."""
    return (
        _AGENTS.fullmatch(low) is not None
        and low not in name_words().no_people
        and low not in name_words().modifiers
        and low not in forms()
        and low not in vocabulary().adverbs
        and low not in vocabulary().common_capitals
    )


def _before(words: Words, run: Run) -> Description | None:
    """An office, and the words right before the name: "senior Hamas official", "Interior Minister"."""
    plain = name_words().courtesies | _no_heads()
    office = any(low not in plain for low in words.lower[run.start : run.core])
    start, end = (_office(words, run), run.core) if office else (run.start, run.start)
    head = end - 1
    if not office:
        if words.lower[start - 1] in _NAMED or words.lower[start - 2 : start] == ("known", "as"):
            start -= 1 if words.lower[start - 1] in _NAMED else 2
        end = start
        head = start = _noun_before(words, start, run)
        if head < 0:
            return None
    start = _reach_left(words, start)
    owned = any(low in _POSSESSIVES for low in words.lower[start:head])
    if start > 0 and words.lower[start - 1] in (_ARTICLES | _OWN if owned else _OWN):
        start -= 1
    shown = words.lower[start] not in _OWN and end - start <= _LONGEST
    return Description(start=start, end=end, head=head, shown=shown)


def _noun_before(words: Words, at: int, run: Run) -> int:
    """Where the noun before ``at`` stands that is for whoever is named behind it; -1 if there is none."""
    vocab = vocabulary()
    low = words.lower[at - 1] if at > 0 else ""
    if not low or not words.forms[at - 1].islower():
        return -1
    behind = words.lower[run.end] if run.end < len(words) else ""
    if for_people_or_bodies(behind.removesuffix("s")) and words.forms[run.end].islower():
        return -1  # of "senior Hamas official Osama Hamdan" no word is about Hamas
    if (
        low in vocab.title_objects
        and at > 2
        and words.lower[at - 2] == "of"
        and words.lower[at - 3] in vocab.titles
    ):
        return at - 3  # "former secretary of state Mira Tolland"
    return at - 1 if for_people_or_bodies(low) or (_agent(low) and _lone(words, at - 1)) else -1


def _office(words: Words, run: Run) -> int:
    """Where the office before a name begins: "| Leader of the Islamic Revolution Ayatollah | Ali Khamenei"."""
    titles = vocabulary().titles
    back = run.start - 1
    if back > 0 and words.lower[back] == "the":
        back -= 1
    if back > 0 and words.lower[back] == "of":
        if words.lower[back - 1] in titles:
            return back - 1
        start = run.core
        while start > run.start and words.lower[start - 1] in titles:
            start -= 1
        return start
    return run.start


def _lone(words: Words, head: int) -> bool:
    """True where an unlisted noun can only be a description: "said | baker | Ansel Brod", "the | baker | Ansel …"."""
    if head == 0:
        return False
    low = words.lower[head - 1]
    form = forms().get(low)
    return low in BREAKS - {QUOTED} or low in _ARTICLES or (form is not None and form.ends in ("past", "s"))


def _reach_left(words: Words, at: int) -> int:
    """Where the description begins that goes on at ``at``; articles left out."""
    edge = at - 10
    while at > 0 and at > edge:
        low = words.lower[at - 1]
        if low in _POSSESSIVES and at > 1 and words.lower[at - 2].isalpha():
            at = _owner(words, at - 2)
        elif _in_description(words, at - 1):
            at -= 1
        else:
            break
    first = at
    while (
        first > 0 and at - first < _UNKNOWN and (_may_describe(words, first - 1) or _proper(words, first - 1))
    ):
        first -= 1
    if first == at or not _opens(words, first):
        return at
    # "the | British news | agency"; but in "Brod met senior official" a name is no part of it
    whole = first > 0 and words.lower[first - 1] in _ARTICLES | _OWN
    return first if whole or all(_may_describe(words, back) for back in range(first, at)) else at


def _proper(words: Words, at: int) -> bool:
    return (
        words.forms[at][0].isupper()
        and words.lower[at] not in vocabulary().common_capitals
        and not is_time(words, at)
    )


def _owner(words: Words, at: int) -> int:
    """Of "the union's treasurer", "Velmora River Authority's chief": where the owner's name begins."""
    while at > 0 and is_capital(words, at) and is_capital(words, at - 1) and not is_time(words, at - 1):
        at -= 1
    return at


def _in_description(words: Words, at: int) -> bool:
    """True for words that go before a noun for people: "senior", "union", "Hamas", "Velmora-based"."""
    vocab = vocabulary()
    low = words.lower[at]
    if low in vocab.common_capitals or is_time(words, at) or low in BREAKS:
        return False
    if words.forms[at][0].isupper():
        return words.forms[at][0].isalpha()
    if low in name_words().modifiers or for_people_or_bodies(low) or _YEARS_OLD.fullmatch(low):
        return low not in forms() or low in vocab.speaker_nouns
    hyphenated = "-" in low and low.replace("-", "").isalpha()
    return (hyphenated or _ADJECTIVES.fullmatch(low) is not None) and _may_describe(words, at)


def _may_describe(words: Words, at: int) -> bool:
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


def _opens(words: Words, at: int) -> bool:
    """True where a phrase can begin at ``at``: behind an article, a mark, a preposition, "said"."""
    if at == 0:
        return True
    low = words.lower[at - 1]
    form = forms().get(low)
    said = form is not None and form.ends in ("past", "s")
    between = low in vocabulary().prepositions and low != "to"
    return said or between or low in _ARTICLES or low in _OWN or low in BREAKS or low in _POSSESSIVES


def _set_off_before(words: Words, run: Run) -> Description | None:
    """ "| The union's treasurer |, Lene Marrow, said": closed by a mark behind the name, too."""
    comma = run.start - 1
    if comma < 2 or words.lower[comma] != "," or not _closed(words, run.end):
        return None
    start = comma
    while start > 0 and comma - start < _LONGEST and words.lower[start - 1] not in BREAKS:
        start -= 1
    start = _determiner(words, start, comma)
    if start == comma or (start > 1 and words.lower[start - 1] == "," and is_capital(words, start - 2)):
        return None  # "Tom Holt, the baker, Lene Marrow, and …"
    if start > 0 and not _opens(words, start) and words.lower[start - 1] not in vocabulary().clause_openers:
        return None
    head = _head(words, start + 1, comma)
    if head is None or not for_people_or_bodies(words.lower[head]) or _verb_inside(words, start, comma):
        return None
    return Description(start=start, end=comma, head=head, shown=words.lower[start] not in _OWN)


def _determiner(words: Words, start: int, end: int) -> int:
    """Where the noun phrase opens that ends at ``end``, "of the union" included; ``end`` where nothing opens it."""
    opening = end
    for at in range(end - 1, start - 1, -1):
        if words.lower[at] in _ARTICLES or words.lower[at] in _OWN:
            opening = at
            if at == start or words.lower[at - 1] not in vocabulary().prepositions:
                return at
    return opening


def _closed(words: Words, at: int) -> bool:
    """True for a mark behind an apposed name; not where a list goes on: ", and Lene Marrow"."""
    if at >= len(words):
        return True
    if words.lower[at] not in _CLOSERS:
        return False
    listed = words.lower[at] == "," and words.lower[at + 1 : at + 2] == ("and",)
    return not listed and not (words.lower[at] == "," and at + 1 < len(words) and is_capital(words, at + 1))


def _behind(words: Words, run: Run) -> Description | None:
    """An apposition: "Dara Ilvane, | the interior minister |, said", "Ansel Brod, | 43, a baker from Karsa |,"."""
    if words.lower[run.end - 1].endswith("ly") and (run.core == 0 or words.lower[run.core - 1] in BREAKS):
        return None  # "Sadly, the minister, …" names nobody
    at = _behind_origin(words, run.end)
    if at + 2 >= len(words) or words.lower[at] not in _OPENERS:
        return None
    first = start = at + 1
    if _AGE.fullmatch(words.lower[first]):
        if words.lower[first + 1] != ",":
            return None
        start = first + 2
    end = start
    while (
        end < len(words)
        and end - first <= _LONGEST
        and not (words.lower[end] in BREAKS or words.lower[end] == QUOTED)
    ):
        end += 1
    if end == start or end - first > _LONGEST or (end < len(words) and words.lower[end] not in _CLOSERS):
        return None
    if words.lower[at] == "(" and words.lower[end : end + 1] != (")",):
        return None
    return _apposition(words, run, first, start, end)


def _behind_origin(words: Words, at: int) -> int:
    """Of "Ansel Brod of Lower Karsa, a baker": behind the place."""
    if words.lower[at] not in ("of", "from") or at + 1 >= len(words) or not is_capital(words, at + 1):
        return at
    end = at + 1
    while end < len(words) and end - at < 4 and is_capital(words, end):
        end += 1
    return end


def _apposition(words: Words, run: Run, first: int, start: int, end: int) -> Description | None:
    """The description in ``words[start:end]``; ``first``: where the age before it stands, else ``start``."""
    low = words.lower[start]
    opened = low in _ARTICLES or low in _OWN
    stop = _stop(words, start, end, indefinite=low in ("a", "an"))
    head = None if stop is None else _head(words, start + opened, stop)
    if stop is None or head is None:
        return None
    if low == "the" and words.lower[end : end + 2] == (",", "and"):
        return None  # "Brod, the minister, and the judge": a list
    noun = words.lower[head]
    placed = run.start > 0 and words.lower[run.start - 1] in _PLACING
    if placed and run.end - run.core == 1 and noun not in vocabulary().bodies:
        return None  # "Ansel Brod of Karsa, a baker": not Karsa
    if placed and run.end - run.core == 1 and words.lower[run.start - 1] != "of":
        return None  # "In Karsa, a party …"
    known = for_people_or_bodies(noun) or (_agent(noun) and words.forms[head].islower())
    if not known and not _any_noun(words, run, head, indefinite=low in ("a", "an")):
        return None
    if not opened and not _bare(words, start, head):
        return None
    return Description(start=first, end=stop, head=head, shown=low not in _OWN)


def _any_noun(words: Words, run: Run, head: int, *, indefinite: bool) -> bool:
    """True where any noun describes: "Ansel Brod, | a clown |,"; not of "For Brod, | a loss |"."""
    behind = words.lower[run.start - 1] if run.start > 0 else ""
    low = words.lower[head]
    singular = (
        not is_plural(low) and low not in name_words().no_descriptions and low not in vocabulary().documents
    )
    two_words = run.end - run.core > 1
    return (
        indefinite
        and two_words
        and singular
        and words.forms[head].islower()
        and behind not in vocabulary().prepositions
    )


def _bare(words: Words, start: int, head: int) -> bool:
    """True for what stands without an article: "leader of the party", "Velmora's minister", "Interior Minister"."""
    vocab = vocabulary()
    noun = words.lower[head]
    if noun in vocab.bodies:
        return False
    return all(
        low in _POSSESSIVES
        or low == "-"
        or low.isdigit()
        or is_capital(words, at)
        or _in_description(words, at)
        or _may_describe(words, at)
        for at, low in enumerate(words.lower[start:head], start)
    ) and (noun in vocab.titles or words.forms[head].islower())


def _stop(words: Words, start: int, end: int, *, indefinite: bool) -> int | None:
    """Where the noun phrase ends: before "who", "based in"; None where a verb makes it a clause."""
    vocab = vocabulary()
    for at in range(start, end):
        low = words.lower[at]
        if (
            low in RELATIVES
            or low == "that"
            or (low in vocab.clause_openers and low != "and" and low != "or")
        ):
            return at if at > start else None
        if low in vocab.auxiliaries or low in vocab.be or low in vocab.pronouns:
            return None
        if low in name_words().modifiers:
            continue
        if (
            low.endswith("ing")
            and at > start
            and words.forms[at].islower()
            and for_people_or_bodies(words.lower[at - 1])
        ):
            return at
        if _past(words, at):
            # "a firm | based in Karsa"; but "the crowd chanted" is a clause, and "a retired judge" a description
            told = at > start + 1 and (
                for_people_or_bodies(words.lower[at - 1]) or _agent(words.lower[at - 1])
            )
            if told or low in forms() or low in vocab.irregular_pasts:
                return at if indefinite and told else None
    return end


def _past(words: Words, at: int) -> bool:
    low = words.lower[at]
    if not words.forms[at].islower() or "-" in low:
        return False
    form = forms().get(low)
    told = form is not None and (form.ends == "past" or low in ("says", "tells", "writes"))
    return (
        told or low in vocabulary().irregular_pasts or low.endswith("ed")
    ) and low not in name_words().modifiers


def _head(words: Words, start: int, end: int) -> int | None:
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


def _verb_inside(words: Words, start: int, end: int) -> bool:
    vocab = vocabulary()
    return any(
        words.lower[at] in vocab.auxiliaries
        or words.lower[at] in vocab.be
        or words.lower[at] in RELATIVES
        or _past(words, at)
        for at in range(start, end)
    )
