"""What is learnt of somebody from a name itself, and from the words beside it."""

from functools import cache, lru_cache

from sitegen.extract.speech.bearer import Bearer
from sitegen.extract.speech.description_words import OPENERS, ORIGINS, Description
from sitegen.extract.speech.descriptions import age_of, describe
from sitegen.extract.speech.name_words import name_words
from sitegen.extract.speech.nouns import for_people_or_bodies, is_agent
from sitegen.extract.speech.runs import Run, joined, titles_of
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words


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
    age = age_of(words, run)
    if age is not None:
        bearer.ages |= {age}
    ends = 0
    for found in describe(words, run):
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
