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

_OF_A_KIND = 3
"""How much oftener a part may occur than a compound that takes its place."""

_CLOSED = 0.5
"""Share of its places at which such a compound is closed, on either side."""

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
    shown = ""
    for points, candidate in sorted(weighed, key=_most_points):
        if candidate.key in shown:
            continue
        parts = [pair for pair in kept if pair[1].key in candidate.key] if candidate.size > 1 else []
        if parts:
            most = max(part for part, _ in parts)
            names = [part for _, part in parts]
            if (
                _is_the_name_of(candidate, names)
                or _is_the_kind_of(candidate, names)
                or points >= most - _NEARLY
            ):
                kept[kept.index(parts[0])] = max(points, most), candidate
                kept = [pair for pair in kept if pair not in parts]
        elif len(kept) < count:
            kept.append((points, candidate))
        else:
            continue
        shown = "".join(other.key for _, other in kept)
    return [candidate for _, candidate in kept]


def _is_the_name_of(candidate: Candidate, parts: Sequence[Candidate]) -> bool:
    """True for a name that occurs again, and at a quarter of the places of its part at least."""
    again = candidate.size > 1 and candidate.capitals >= NAME and len(candidate.places) > 1
    return again and all(_OF_A_NAME * len(candidate.places) >= len(part.places) for part in parts)


def _is_the_kind_of(candidate: Candidate, parts: Sequence[Candidate]) -> bool:
    """True for a compound that recurs, closed on both sides: "black coral", where all corals are black."""
    if candidate.size != 2 or len(candidate.places) < 2 or candidate.capitals >= NAME:
        return False
    if any(part.capitals >= NAME for part in parts):
        return False
    if min(candidate.closed_left, candidate.closed_right) < _CLOSED:
        return False
    return all(_OF_A_KIND * len(candidate.places) >= len(part.places) for part in parts)


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
    if candidate.closed_right < PART:
        return False
    first, end = candidate.places[0]
    keys = [key.rstrip(".") for key in words.keys[first:end]]
    if not language.dull.isdisjoint(keys) or not (
        language.has_small_nouns or _ends_with_capitals(candidate, words)
    ):
        return False
    small = {
        key
        for number, key in enumerate(words.keys[first:end], first)
        if key in stop_words and not words.is_capital(number)
    }
    if candidate.capitals >= NAME:
        return (
            (candidate.size > 1 or _is_name_of_its_own(candidate, keys[0], words, language))
            and not _holds_a_verb(candidate, words, language)
            and (language.inside_names is None or small <= language.inside_names)
        )
    # No "40 percent", "10-year-old", "halt to building"; but "Boeing 737" and "Bank of Ostrin" have capitals.
    if small or keys[0][0].isdigit() or keys[-1][0].isdigit() or language.is_adverb(keys[0]):
        return False
    if candidate.size == 1:
        return _is_noun_of_substance(candidate, keys[0], language)
    return (
        language.no_edge.isdisjoint(keys)
        and keys[-1] not in language.no_last
        and not (keys[0].endswith(language.superlatives) and language.is_vague(keys[-1]))
        and not _is_possessive(candidate, words)
        and not _holds_a_verb(candidate, words, language)
    )


def _ends_with_capitals(candidate: Candidate, words: Words) -> bool:
    return all(words.capitals[end - 1] for _, end in candidate.places)


def _is_noun_of_substance(candidate: Candidate, word: str, language: Language) -> bool:
    """False for a small word that is a verb, an adjective, or a vague noun that stands once."""
    if word in language.dull_alone or (len(candidate.places) == 1 and word in language.vague):
        return False
    if word in language.verb_forms and not _is_noun_here(candidate, word, language):
        return False
    return not _is_verb_or_adjective(candidate, word, language)


def _is_name_of_its_own(candidate: Candidate, key: str, words: Words, language: Language) -> bool:
    """False for "May", for "Reuters" of a dispatch, and for "Maintenance" that stands once."""
    if key in language.dull_names or (key in language.agencies and candidate.places[0][0] >= words.body):
        return False
    once = len(candidate.places) == 1
    return not (once and (key in language.dull_alone or key in language.vague))


def _is_noun_here(candidate: Candidate, word: str, language: Language) -> bool:
    """True for "the search", "of the search", not for "will search" or "the searched"."""
    again = len(candidate.places) > 1 and not word.endswith(language.participles)
    return again and candidate.like_noun - candidate.like_verb > _A_VERB


def _is_possessive(candidate: Candidate, words: Words) -> bool:
    """True for "Okell's emails", since each is better alone; not for "dock workers' union"."""
    first, _ = candidate.places[0]
    return words.text[words.spans[first][0]].isupper() and words.is_possessive(first)


def _holds_a_verb(candidate: Candidate, words: Words, language: Language) -> bool:
    """True for "Karsa sells", "Okell heckles Ashby" and "endorsed Okell"."""
    first, end = candidate.places[0]
    keys = words.keys[first:end]
    if language.verb_forms.isdisjoint(keys):
        return False
    small = [words.text[words.spans[number][0]].islower() for number in range(first, end)]
    verbs = [low and key in language.verb_forms for low, key in zip(small, keys, strict=True)]
    for number in range(1, len(keys)):
        last = number == len(keys) - 1
        if verbs[number] and not small[number - 1] and (not last or keys[number].endswith(("s", "ed"))):
            return True
    return len(keys) > 1 and verbs[0] and not small[1] and keys[0].endswith(("s", "ed", "ing"))


def _is_verb_or_adjective(candidate: Candidate, word: str, language: Language) -> bool:
    """True for "kidnapped" unless it says "the kidnapped" somewhere, and for "economic" before "growth"."""
    once = len(candidate.places) == 1
    if (
        word.endswith(language.adjectives)
        and word not in language.no_adjectives
        and (once or candidate.closed_right < _ADJECTIVE or not candidate.like_noun)
    ):
        return True
    if once and word.endswith("ed") and word not in language.no_participles:
        return True
    return candidate.like_verb > _A_VERB or (word.endswith(language.participles) and not candidate.like_noun)
