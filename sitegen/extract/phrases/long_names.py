"""Names in their whole length: "Ostrin Grain Exchange Board", where YAKE stops at three words.

A name that the body of an article always writes inside the same longer run of capitals is that run: "Exchange
Board" is not what the article is about, nor "Reeds" of the "Circle of Reeds".
"""

from collections import Counter
from collections.abc import Sequence, Set

from sitegen.extract.phrases.candidates import NAME, Candidate, Evidence, Place
from sitegen.extract.phrases.language import Language

LONGEST = 6
"""Words in a name; a longer run of capitals is a headline or a list."""

_MOSTLY = 0.75
"""Share of a name's places in the body at which it must stand inside the longer one."""


def in_whole(
    candidates: Sequence[Candidate], evidence: Evidence, stop_words: Set[str], language: Language
) -> tuple[Candidate, ...]:
    """The candidates, each half of a name replaced by the whole of it."""
    runs = _Runs(evidence, stop_words, language)
    found: dict[str, tuple[float, Sequence[Place], int]] = {}
    kept = []
    for candidate in candidates:
        if candidate.capitals < NAME:
            if not runs.is_torn(candidate):
                kept.append(candidate)
            continue
        whole = runs.around(candidate)
        if whole is None:
            kept.append(candidate)
            continue
        key, size, places = whole
        if key not in found or candidate.score < found[key][0]:
            found[key] = candidate.score, places, size
    known = {each.key for each in kept}
    longer = [
        evidence.candidate(key, places, score, size)
        for key, (score, places, size) in found.items()
        if key not in known
    ]
    return (*kept, *longer)


class _Runs:
    """Runs of capitalised words, with the small words inside them."""

    def __init__(self, evidence: Evidence, stop_words: Set[str], language: Language) -> None:
        self.key = evidence.key
        self.words = evidence.words
        self.stop_words = stop_words
        self.language = language

    def is_torn(self, candidate: Candidate) -> bool:
        """True for "Exchange prices" that always stands behind "Ostrin Grain"."""
        if candidate.size == 1:
            return False
        return all(self._is_part(first) and self._before(first) is not None for first, _ in candidate.places)

    def around(self, candidate: Candidate) -> tuple[str, int, Sequence[Place]] | None:
        """Key, size and places of the longer name that a name always stands in; None if there is none."""
        if candidate.key.split()[0].rstrip(".") in self.language.titles:
            return None
        body = [place for place in candidate.places if place[0] >= self.words.body]
        if not body or self._run(*body[0]) == body[0]:
            return None  # an article gives a name in full where it gives it first
        runs = [self._run(*place) for place in body]
        keys = [self.key(*run) for run in runs]
        key, count = Counter(keys).most_common(1)[0]
        size = key.count(" ") - 1
        if key != keys[0] or count < _MOSTLY * len(body) or size > LONGEST:
            return None
        places = [run for run, other in zip(runs, keys, strict=True) if other == key]
        headline = self._in_headline(key, size)
        return key, size, [*headline, *places]

    def _in_headline(self, key: str, size: int) -> list[Place]:
        last = self.words.body - size
        return [(first, first + size) for first in range(last + 1) if self.key(first, first + size) == key]

    def _run(self, first: int, end: int) -> Place:
        """The whole run of capitals around a place."""
        while end - first <= LONGEST and (start := self._before(first)) is not None:
            first = start
        while end - first <= LONGEST and (stop := self._behind(end)) is not None:
            end = stop
        return first, end

    def _before(self, first: int) -> int | None:
        """Where the run begins that reads on into the word ``first``, one word earlier or two; or None."""
        if self._joins(first - 1) and self._is_part(first - 1):
            return first - 1
        small = first > 1 and self.words.keys[first - 1] in _SMALL and self._joins(first - 1)
        if small and self._joins(first - 2) and self._is_part(first - 2):
            return first - 2
        return None

    def _behind(self, end: int) -> int | None:
        if end < len(self.words.keys) and self._joins(end - 1):
            if self._is_part(end):
                return end + 1
            small = self.words.keys[end] in _SMALL and end + 1 < len(self.words.keys)
            if small and self._joins(end) and self._is_part(end + 1):
                return end + 2
        return None

    def _joins(self, number: int) -> bool:
        """True where a word reads on into the next as in one name."""
        return number >= 0 and self.words.joints[number] == " " and not self.words.is_possessive(number)

    def _is_part(self, number: int) -> bool:
        """True for a word of the body with a capital, no title, no small word, no opening of a sentence."""
        if number < self.words.body or not self.words.capitals[number]:
            return False
        key = self.words.keys[number].rstrip(".")
        language = self.language
        if key in language.dull or key in language.dull_names or key in language.articles:
            return False
        small = key in self.stop_words
        if small and (language.inside_names is None or key not in language.inside_names):
            return False
        return not (self.words.opens[number] and (small or key in language.no_edge))


_SMALL = frozenset({"of"})
"""What may join two names to one: "Gulf of Velmora"; not "for", nor "and", which join two."""
