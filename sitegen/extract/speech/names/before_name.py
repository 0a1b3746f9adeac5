"""What stands before a name: "senior Hamas official", "The union's treasurer, | Lene Marrow".

Where it is not plain that the words describe the bearer, they are left out.
"""

from functools import cache

from sitegen.extract.speech.names.description_words import (
    CLOSERS,
    LONGEST,
    Description,
    head_of,
    in_description,
    may_describe,
    opens_phrase,
    verb_inside,
)
from sitegen.extract.speech.names.runs import Run
from sitegen.extract.speech.words.classes import (
    ARTICLES,
    ARTICLES_AND_OWN,
    BREAKS,
    OWN,
    POSSESSIVES,
    is_capital,
    is_time,
)
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.nouns import for_people_or_bodies, is_agent, no_heads
from sitegen.extract.speech.words.verbs import forms
from sitegen.extract.speech.words.vocabulary import vocabulary

_UNKNOWN = 3
"""How many words of no known class may stand before a noun: "the | climate | activist Ansa Torvel"."""
_NAMED = frozenset(["named", "called"])
_BREAKS_IN_TEXT = BREAKS - {QUOTED}
_REACH = 10
"""Words that a description before a name may have, its opening left out."""


def right_before(words: Words, run: Run) -> Description | None:
    """An office, and the words right before the name: "senior Hamas official", "Interior Minister"."""
    plain = _plain_titles()
    # "Prof. Okell": an abbreviated title is read with the name, and describes nobody by itself.
    office = any(
        words.lower[at] not in plain and not words.forms[at].endswith(".")
        for at in range(run.start, run.core)
    )
    start, end = (_office(words, run), run.core) if office else (run.start, run.start)
    head = end - 1
    if not office:
        behind = words.lower[run.end] if run.end < len(words) else "."
        labelled = behind == QUOTED or behind in vocabulary().determiners  # "a guard called Brod “a toy”"
        if (words.lower[start - 1] in _NAMED and not labelled) or words.lower[start - 2 : start] == (
            "known",
            "as",
        ):
            start -= 1 if words.lower[start - 1] in _NAMED else 2
        end = start
        head = start = _noun_before(words, start, run)
        if head < 0:
            return None
    start = _reach_left(words, start)
    owned = any(low in POSSESSIVES for low in words.lower[start:head])
    if start > 0 and words.lower[start - 1] in (ARTICLES_AND_OWN if owned else OWN):
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
    return low in _BREAKS_IN_TEXT or low in ARTICLES or (form is not None and form.ends in ("past", "s"))


def _reach_left(words: Words, at: int) -> int:
    """Where the description begins that goes on at ``at``; articles left out."""
    edge = at - _REACH
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
    whole = first > 0 and words.lower[first - 1] in ARTICLES_AND_OWN
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


def set_off_before(words: Words, run: Run) -> Description | None:
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
        if words.lower[at] in ARTICLES_AND_OWN:
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


@cache
def _plain_titles() -> frozenset[str]:
    """Titles that are no office: "Mrs.", "former"."""
    return name_words().courtesies | no_heads()
