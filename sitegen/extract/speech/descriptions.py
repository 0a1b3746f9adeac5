"""What an article says of somebody right beside the name: "senior Hamas official", "a baker from Karsa".

Three places are read: the words before a name, a phrase set off before it by a comma, and an apposition
behind it. Where it is not plain that the words describe the bearer, they are left out.
"""

from sitegen.extract.speech.appositions import apposition
from sitegen.extract.speech.capitals import is_capital
from sitegen.extract.speech.description_words import (
    AGE,
    ARTICLES,
    CLOSERS,
    LONGEST,
    OPENERS,
    ORIGINS,
    OWN,
    POSSESSIVES,
    YEARS_OLD,
    Description,
    head_of,
    in_description,
    may_describe,
    opens_phrase,
    verb_inside,
)
from sitegen.extract.speech.name_words import name_words
from sitegen.extract.speech.nouns import for_people_or_bodies, is_agent, no_heads
from sitegen.extract.speech.phrases import BREAKS, QUOTED, is_time
from sitegen.extract.speech.runs import Run
from sitegen.extract.speech.verbs import forms
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

_UNKNOWN = 3
"""How many words of no known class may stand before a noun: "the | climate | activist Ansa Torvel"."""
_NAMED = frozenset(["named", "called"])


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
    if run.end + 2 < len(words) and (words.lower[run.end] in OPENERS or words.lower[run.end] in ORIGINS):
        found.append(apposition(words, run))
    return [description for description in found if description is not None]


def age_of(words: Words, run: Run) -> str | None:
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


def _before(words: Words, run: Run) -> Description | None:
    """An office, and the words right before the name: "senior Hamas official", "Interior Minister"."""
    plain = name_words().courtesies | no_heads()
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
    owned = any(low in POSSESSIVES for low in words.lower[start:head])
    if start > 0 and words.lower[start - 1] in (ARTICLES | OWN if owned else OWN):
        start -= 1
    shown = words.lower[start] not in OWN and end - start <= LONGEST
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
    return at - 1 if for_people_or_bodies(low) or (is_agent(low) and _lone(words, at - 1)) else -1


def _office(words: Words, run: Run) -> int:
    """Where the office before a name begins: "| Leader of the Free Valley | Tomas Verrick"."""
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
    """True where an unlisted noun can only be a description: "said | baker | Ansel Brod"."""
    if head == 0:
        return False
    low = words.lower[head - 1]
    form = forms().get(low)
    return low in BREAKS - {QUOTED} or low in ARTICLES or (form is not None and form.ends in ("past", "s"))


def _reach_left(words: Words, at: int) -> int:
    """Where the description begins that goes on at ``at``; articles left out."""
    edge = at - 10
    while at > 0 and at > edge:
        low = words.lower[at - 1]
        if low in POSSESSIVES and at > 1 and words.lower[at - 2].isalpha():
            at = _owner(words, at - 2)
        elif in_description(words, at - 1):
            at -= 1
        else:
            break
    first = at
    while (
        first > 0 and at - first < _UNKNOWN and (may_describe(words, first - 1) or _proper(words, first - 1))
    ):
        first -= 1
    if first == at or not opens_phrase(words, first):
        return at
    # "the | British news | agency"; but in "Brod met senior official" a name is no part of it
    whole = first > 0 and words.lower[first - 1] in ARTICLES | OWN
    return first if whole or all(may_describe(words, back) for back in range(first, at)) else at


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


def _set_off_before(words: Words, run: Run) -> Description | None:
    """Of "| The union's treasurer |, Lene Marrow, said": closed by a mark behind the name, too."""
    comma = run.start - 1
    if comma < 2 or words.lower[comma] != "," or not _closed(words, run.end):
        return None
    start = comma
    while start > 0 and comma - start < LONGEST and words.lower[start - 1] not in BREAKS:
        start -= 1
    start = _determiner(words, start, comma)
    if start == comma or (start > 1 and words.lower[start - 1] == "," and is_capital(words, start - 2)):
        return None  # "Tom Holt, the baker, Lene Marrow, and …"
    if (
        start > 0
        and not opens_phrase(words, start)
        and words.lower[start - 1] not in vocabulary().clause_openers
    ):
        return None
    head = head_of(words, start + 1, comma)
    if head is None or not for_people_or_bodies(words.lower[head]) or verb_inside(words, start, comma):
        return None
    return Description(start=start, end=comma, head=head, shown=words.lower[start] not in OWN)


def _determiner(words: Words, start: int, end: int) -> int:
    """Where the noun phrase opens that ends at ``end``, "of the union" included; ``end`` if nowhere."""
    opening = end
    for at in range(end - 1, start - 1, -1):
        if words.lower[at] in ARTICLES or words.lower[at] in OWN:
            opening = at
            if at == start or words.lower[at - 1] not in vocabulary().prepositions:
                return at
    return opening


def _closed(words: Words, at: int) -> bool:
    """True for a mark behind an apposed name; not where a list goes on: ", and Lene Marrow"."""
    if at >= len(words):
        return True
    if words.lower[at] not in CLOSERS:
        return False
    listed = words.lower[at] == "," and words.lower[at + 1 : at + 2] == ("and",)
    return not listed and not (words.lower[at] == "," and at + 1 < len(words) and is_capital(words, at + 1))
