"""Names in full: where an article says "Haniyeh" for Ismail Haniyeh, the full name stands for both.

A capitalised phrase is taken for a person's full name when its last word also stands alone, behind no "the",
and is the last word of no other such phrase: "the House" is not the White House, and of Dara and Petra Ilvane
nobody can tell whose "Ilvane" is.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sitegen.extract.phrases.candidates import NAME, Candidate, Place
from sitegen.extract.phrases.language import Language
from sitegen.extract.phrases.words import Words


def in_full(candidates: Sequence[Candidate], words: Words, language: Language) -> tuple[Candidate, ...]:
    """The candidates, each surname counted for its full name instead of for itself."""
    if not language.articles:  # without a list of them, "the House" cannot be told from a surname
        return tuple(candidates)
    by_key = {candidate.key: candidate for candidate in candidates}
    taken: dict[str, str] = {}
    whole: dict[str, list[Place]] = {}
    for surname, names in _names_by_surname(candidates, language).items():
        alone = by_key.get(surname)
        if alone is None or len(names) > 1:
            continue
        own = list(_alone(alone, words, language))
        if own and not any(_behind(first, words) in language.articles for first, _ in own):
            full = names[0]
            whole[full.key] = sorted([*full.places, *own])
            taken[surname] = full.key
    return tuple(
        replace(candidate, places=whole[candidate.key]) if candidate.key in whole else candidate
        for candidate in candidates
        if not _stands_for_another(candidate, taken, language)
    )


def _names_by_surname(candidates: Sequence[Candidate], language: Language) -> Mapping[str, list[Candidate]]:
    """For the last word of each name, the longest names that end in it."""
    found: defaultdict[str, list[Candidate]] = defaultdict(list)
    for candidate in sorted(candidates, key=_longest_first):
        parts = candidate.key.split()
        if candidate.size < 2 or candidate.capitals < NAME or parts[0].rstrip(".") in language.titles:
            continue
        longer = found[f" {parts[-1]} "]
        if not any(other.key.endswith(candidate.key) for other in longer):
            longer.append(candidate)
    return found


def _longest_first(candidate: Candidate) -> tuple[int, Place]:
    return -candidate.size, candidate.places[0]


def _alone(surname: Candidate, words: Words, language: Language) -> Iterator[Place]:
    """The places of a surname with no other name beside it; a title may stand before it."""
    for first, end in surname.places:
        before = _behind(first, words)
        beside = before if before.rstrip(".") not in language.titles else ""
        if not words.text[words.spans[first][0]].isupper():
            continue
        if beside and words.text[words.spans[first - 1][0]].isupper() and not words.opens[first - 1]:
            continue
        if words.joints[first] and words.text[words.spans[end][0]].isupper():
            continue
        yield first, end


def _behind(first: int, words: Words) -> str:
    """The word that this one reads on from; "" where there is none."""
    return words.keys[first - 1] if first and words.joints[first - 1] else ""


def _stands_for_another(candidate: Candidate, taken: Mapping[str, str], language: Language) -> bool:
    """True for a surname whose full name is known, with a title or without: "Haniyeh", "Mr. Haniyeh"."""
    parts = candidate.key.split()
    return f" {parts[-1]} " in taken and all(part.rstrip(".") in language.titles for part in parts[:-1])
