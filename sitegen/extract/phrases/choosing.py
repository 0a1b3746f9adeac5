"""The candidates worth a reader's click, best first, none inside another."""

from collections.abc import Sequence, Set

from sitegen.extract.phrases.candidates import NAME, Candidate
from sitegen.extract.phrases.language import Language
from sitegen.extract.phrases.words import Words

_NEARLY = 0.3
"""Points by which a longer phrase may be behind its part and still take its place."""


def best(weighed: Sequence[tuple[float, Candidate]], count: int) -> list[Candidate]:
    """The ``count`` candidates with the most points, of two alike the one that occurs first.

    What stands inside a better one is left out: beside "Ostrin harbour", neither "harbour" nor "harbours". A
    longer one takes the place of its part if it has nearly as many points.
    """
    kept: list[tuple[float, Candidate]] = []
    for points, candidate in sorted(weighed, key=_most_points):
        if len(kept) >= count and points < kept[-1][0] - _NEARLY:
            break
        if any(candidate.key in other.key for _, other in kept):
            continue
        parts = [pair for pair in kept if pair[1].key in candidate.key]
        if parts:
            if points >= max(part for part, _ in parts) - _NEARLY:
                kept[kept.index(parts[0])] = points, candidate
                kept = [pair for pair in kept if pair not in parts]
        elif len(kept) < count:
            kept.append((points, candidate))
    return [candidate for _, candidate in kept]


def _most_points(weighed: tuple[float, Candidate]) -> tuple[float, tuple[int, int]]:
    points, candidate = weighed
    return -points, candidate.places[0]


def is_worth_showing(candidate: Candidate, words: Words, stop_words: Set[str], language: Language) -> bool:
    """False for what tells a reader nothing of this article, however often it says it."""
    first, end = candidate.places[0]
    keys = [key.rstrip(".") for key in words.keys[first:end]]
    if not language.dull.isdisjoint(keys):
        return False
    if candidate.capitals >= NAME:
        return not (len(keys) == 1 and keys[0] in language.dull_names)
    if any(key[0].isdigit() for key in (keys[0], keys[-1])):
        return False  # "40 percent", "10-year-old"; but "Boeing 737" has capitals
    if not stop_words.isdisjoint(words.keys[first:end]):
        return False  # "halt to building"; but "Bank of Ostrin" has capitals
    if len(keys) > 1:
        return language.no_edge.isdisjoint((keys[0], keys[-1])) and not language.is_adverb(keys[0])
    if keys[0] in language.dull_alone or candidate.like_verb > 0.5:
        return False
    return not language.is_adverb(keys[0])
