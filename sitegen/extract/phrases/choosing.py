"""The candidates worth a reader's click, best first, none inside another."""

from collections.abc import Sequence

from sitegen.extract.phrases.candidates import NAME, PART, Candidate
from sitegen.extract.phrases.language import Language
from sitegen.extract.phrases.words import Words

_NEARLY = 0.3
"""Points by which a longer phrase may be behind its part and still take its place."""

_OF_A_NAME = 4
"""How much oftener a part may occur than a name around it that stands for it: a reader looks for the "Circle
of Reeds", not for "reeds"."""

_MERE = 1.25
"""How much oftener than a longer phrase a word may occur that has no uses of its own to speak of."""

_A_VERB = 0.5
"""A small word that oftener than this stands behind "they" or "to" is a verb."""

_ADJECTIVE = 0.5
"""What ends like an adjective, and closes on the right more seldom, is one: "economic" | growth."""


def best(weighed: Sequence[tuple[float, Candidate]], count: int) -> list[Candidate]:
    """The ``count`` candidates with the most points, of two alike the one that occurs first.

    What stands inside a better one is left out: beside "Ostrin harbour", neither "harbour" nor "harbours". A
    longer one takes the place of its part if it has nearly as many points, or is a name that occurs again.
    """
    kept: list[tuple[float, Candidate]] = []
    for points, candidate in sorted(weighed, key=_most_points):
        if any(candidate.key in other.key for _, other in kept):
            continue
        parts = [pair for pair in kept if pair[1].key in candidate.key]
        if parts:
            most = max(part for part, _ in parts)
            if _is_the_name_of(candidate, [part for _, part in parts]) or points >= most - _NEARLY:
                kept[kept.index(parts[0])] = max(points, most), candidate
                kept = [pair for pair in kept if pair not in parts]
        elif len(kept) < count:
            kept.append((points, candidate))
    return [candidate for _, candidate in kept]


def _is_the_name_of(candidate: Candidate, parts: Sequence[Candidate]) -> bool:
    """True for a name that occurs again, and at a quarter of the places of its part at least."""
    again = candidate.size > 1 and candidate.capitals >= NAME and len(candidate.places) > 1
    return again and all(_OF_A_NAME * len(candidate.places) >= len(part.places) for part in parts)


def without_mere_parts(weighed: Sequence[tuple[float, Candidate]]) -> list[tuple[float, Candidate]]:
    """Without the words that hardly stand outside one longer phrase, which gets their points if it has fewer.

    "Circle" is not what an article is about that always says "Circle of Reeds".
    """
    points = {candidate.key: worth for worth, candidate in weighed}
    counts = {candidate.key: len(candidate.places) for _, candidate in weighed}
    parts: set[str] = set()
    for _, candidate in weighed:
        if candidate.size == 1 or counts[candidate.key] == 1:
            continue
        for part in {f" {word} " for word in candidate.key.split()} & counts.keys():
            if counts[part] <= _MERE * counts[candidate.key]:
                parts.add(part)
                points[candidate.key] = max(points[candidate.key], points[part])
    return [(points[each.key], each) for _, each in weighed if each.key not in parts]


def _most_points(weighed: tuple[float, Candidate]) -> tuple[float, tuple[int, int], str]:
    points, candidate = weighed
    return -points, candidate.places[0], candidate.key


def is_worth_showing(
    candidate: Candidate, words: Words, stop_words: frozenset[str], language: Language
) -> bool:
    """False for what tells a reader nothing of this article, however often it says it."""
    keys = [key.rstrip(".") for key in words.keys[slice(*candidate.places[0])]]
    if candidate.closed_right < PART or not language.dull.isdisjoint(keys):
        return False
    small = {
        words.keys[number]
        for number in range(*candidate.places[0])
        if words.keys[number] in stop_words and not words.is_capital(number)
    }
    if candidate.capitals >= NAME:
        if candidate.size == 1 and keys[0] in language.dull_names:
            return False
        return language.inside_names is None or small <= language.inside_names
    # No "40 percent", "10-year-old", "halt to building"; but "Boeing 737" and "Bank of Ostrin" have capitals.
    if small or keys[0][0].isdigit() or keys[-1][0].isdigit() or language.is_adverb(keys[0]):
        return False
    if candidate.size > 1:
        return language.no_edge.isdisjoint((keys[0], keys[-1]))
    return keys[0] not in language.dull_alone and not _is_verb_or_adjective(candidate, keys[0], language)


def _is_verb_or_adjective(candidate: Candidate, word: str, language: Language) -> bool:
    """True for "kidnapped" unless it says "the kidnapped" somewhere, and for "economic" before "growth"."""
    if word.endswith(language.adjectives) and candidate.closed_right < _ADJECTIVE:
        return True
    return candidate.like_verb > _A_VERB or (word.endswith(language.participles) and not candidate.like_noun)
