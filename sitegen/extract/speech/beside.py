"""What is learnt of somebody from a name itself, and from the words beside it."""

from functools import cache

from sitegen.extract.speech.bearer import Bearer
from sitegen.extract.speech.description_words import OPENERS, ORIGINS, Description
from sitegen.extract.speech.descriptions import age_of, describe
from sitegen.extract.speech.name_words import name_words
from sitegen.extract.speech.phrases import QUOTED, STOPS
from sitegen.extract.speech.runs import Run, joined, titles_of
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words


def learn_name(bearer: Bearer, words: Words, run: Run) -> None:
    """What the name itself says: "Karsa Ferries" is a company."""
    if len(bearer.tokens) == 1:
        bearer.name = joined(words, run.core, run.end)
    kinds = vocabulary().kinds.get(bearer.head)
    if kinds is not None:
        bearer.words.update(kinds)
        bearer.heads.update(kinds)


def learn_beside(bearer: Bearer, words: Words, run: Run) -> int:
    """Add what stands beside the name at ``run``; the offset where that ends, 0 if nothing does."""
    if run.core > run.start:
        titles = titles_of(words, run)
        bearer.words.update(titles)
        bearer.heads.update(titles & _heads())
    behind = words.lower[run.end] if run.end < len(words) else "."
    ahead = words.lower[run.start - 1] if run.start > 0 else "."
    if run.core == run.start and behind not in OPENERS and behind not in ORIGINS and ahead in _small():
        return 0  # nothing stands beside it: most names by far
    age = age_of(words, run)
    if age is not None:
        bearer.ages.add(age)
    ends = 0
    for found in describe(words, run):
        _learn_description(bearer, words, run, found)
        ends = words.ends[found.end - 1]
    return ends


def _learn_description(bearer: Bearer, words: Words, run: Run, found: Description) -> None:
    bearer.heads.add(words.lower[found.head])
    for at in range(found.start, found.end):
        if not words.forms[at][0].isalnum() or words.lower[at] in vocabulary().determiners:
            continue
        (bearer.words if at <= found.head else bearer.details).add(words.lower[at])
        if words.forms[at][0].isupper() and at < run.start:
            bearer.proper.add(words.lower[at])
    if found.shown:
        bearer.shows(words, found.start, found.end)


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


@cache
def _small() -> frozenset[str]:
    """What may stand before a name and describes nobody."""
    return (vocabulary().common_capitals | STOPS | {QUOTED}) - {"as"}
