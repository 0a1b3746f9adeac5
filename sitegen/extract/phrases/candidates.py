"""Where each candidate stands in the article, and what its neighbours there tell of it."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from sitegen.extract.phrases.language import Language
from sitegen.extract.phrases.words import LONGEST, Words

Place = tuple[int, int]
"""An occurrence: the numbers of its first word, and of the word behind its last."""

NAME = 0.6
"""Share of the places where a name has its capitals; some papers write “axis of resistance” now and then."""

PART = 0.25
"""What closes on the right at a smaller share of its places is the beginning of a longer phrase."""


class Candidate(NamedTuple):
    """A phrase, singular and plural together, and its evidence. Shares are from 0 to 1.

    No frozen dataclass: an article has hundreds of them, and those take a millisecond longer to make.
    """

    key: str
    """Its words in lower case and in the singular, a space before each and one at the end."""
    size: int
    """In words."""
    places: Sequence[Place]
    """In text order; never empty."""
    score: float
    """YAKE's; of singular and plural the better."""
    closed_left: float
    """Share of its places behind a stop word or a mark: "the | Karsa dam"."""
    closed_right: float
    """Share of its places before one: "Karsa dam | was", but not "Karsa | dam"."""
    like_noun: float
    """Share of its places behind a word that nouns stand behind: "of", "their"."""
    subject: float
    """Share of its places before a word that tells what it is or does: "is", "has", "who"."""
    like_verb: float
    """Share of its places behind a word that verbs stand behind: "they", "to"."""
    capitals: float
    """Share of its places with a capital at each word, of those where a capital tells something."""
    rarest: int
    """How often the rarest of its words occurs."""


def find(evidence: "Evidence", scores: Mapping[str, float], max_words: int) -> tuple[Candidate, ...]:
    """The candidates that stand in the article."""
    merged: dict[str, tuple[list[Place], float]] = {}
    for written, places in _places(evidence.words, scores, max_words).items():
        key = f" {' '.join(map(singular, written.replace('. ', ' ').split(' ')))} "
        if key in merged:
            others, better = merged[key]
            merged[key] = sorted(others + places), min(better, scores[written])
        else:
            merged[key] = places, scores[written]
    return tuple(
        evidence.candidate(key, places, score)
        for key, (places, score) in merged.items()
        # A single word is kept all the same, since it may be a surname.
        if key.count(" ") == 2 or evidence.ends(places)
    )


def _places(words: Words, scores: Mapping[str, float], max_words: int) -> dict[str, list[Place]]:
    """The occurrences of each candidate, as YAKE writes it. One pass through the text."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    keys, joints = words.keys, words.joints
    for first, word in enumerate(keys):
        key, end = word, first + 1
        while len(key) <= LONGEST:
            if key in scores:
                found[key].append((first, end))
            if end - first == max_words or not joints[end - 1]:
                break
            key += joints[end - 1] + keys[end]
            end += 1
    return found


class Evidence:
    """What the words of an article tell of any phrase in it, word by word, worked out once."""

    def __init__(self, words: Words, stop_words: Set[str], language: Language) -> None:
        self.words = words
        stops = [key in stop_words for key in words.keys]
        apart = [not joint for joint in words.joints]
        before = ["", *("" if gap else key for gap, key in zip(apart, words.keys, strict=True))]
        behind = ["" if gap else key for gap, key in zip(apart, [*words.keys[1:], ""], strict=True)]
        capital = [words.text[start].isupper() for start, _ in words.spans]
        # A stop word with a capital of its own is part of a name, and closes nothing: Augusta May, New Karsa.
        closes = [
            stop and (opens or not words.text[start].isupper())
            for stop, opens, (start, _) in zip(stops, words.opens, words.spans, strict=True)
        ]
        self._closed_before = [not key or close for key, close in zip(before, [True, *closes], strict=True)]
        self._closed_behind = [
            not key or close for key, close in zip(behind, [*closes[1:], True], strict=True)
        ]
        # A name ends where its capitals do, and any phrase before a verb: Ostrin | burns, price | fell. But
        # the name of a people is no end: Velmoran grain | prices.
        ends = [
            key in language.no_edge
            or (one and not stop and not opens and not other and not own.endswith(language.peoples))
            for own, one, stop, opens, other, key in zip(
                words.keys, capital, stops, words.opens, [*capital[1:], True], behind, strict=True
            )
        ]
        self._closed_behind = [one or other for one, other in zip(self._closed_behind, ends, strict=True)]
        self._noun = [key in language.before_nouns for key in before]
        self._subject = [key in language.behind_nouns for key in behind]
        self._verb = [key in language.before_verbs for key in before]
        # A small word inside a name ("Bank of Ostrin") needs no capital.
        self._capital = [
            stop or words.text[start].isdigit() or _has_capital(words.text[start:end])
            for stop, (start, end) in zip(stops, words.spans, strict=True)
        ]
        self._tells = [number >= words.body and not opens for number, opens in enumerate(words.opens)]
        self._keys = [singular(key) for key in words.keys]
        self._counts = Counter(self._keys)

    def ends(self, places: Sequence[Place]) -> bool:
        """False for what closes too seldom on the right to be a phrase: "Ostrin Karsa | dam"."""
        closed = self._closed_behind
        return sum(closed[end - 1] for _, end in places) >= PART * len(places)

    def candidate(
        self, key: str, places: Sequence[Place], score: float, size: int | None = None
    ) -> Candidate:
        """The phrase with what its ``places`` tell; its ``size`` where some are of a part of it."""
        left = right = noun = subject = verb = telling = capitals = 0
        for first, end in places:
            left += self._closed_before[first]
            right += self._closed_behind[end - 1]
            noun += self._noun[first]
            subject += self._subject[end - 1]
            verb += self._verb[first]
            if self._tells[first] or self._tells[end - 1]:
                telling += 1
                capitals += all(self._capital[first:end])
        (first, end), count = places[0], len(places)
        return Candidate(
            key=key,
            size=size or end - first,
            places=places,
            score=score,
            closed_left=left / count,
            closed_right=right / count,
            like_noun=noun / count,
            subject=subject / count,
            like_verb=verb / count,
            capitals=capitals / telling if telling else 0.0,
            rarest=min([self._counts[word] for word in self._keys[first:end]]),
        )


def _has_capital(word: str) -> bool:
    """True for "Karsa" and "al-Dara"."""
    return word[0].isupper() or ("-" in word and any(part[:1].isupper() for part in word.split("-")))


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """The word without a plural ending, near enough to compare: fires → fire, but not bus, crisis, loss."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word
