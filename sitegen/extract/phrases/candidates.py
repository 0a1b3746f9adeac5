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
    found = (evidence.candidate(key, places, score) for key, (places, score) in merged.items())
    # What closes too seldom on the right is no phrase: "Ostrin Karsa | dam". But a word may be a surname.
    return tuple(each for each in found if each.size == 1 or each.closed_right >= PART)


def _places(words: Words, scores: Mapping[str, float], max_words: int) -> dict[str, list[Place]]:
    """The occurrences of each candidate, as YAKE writes it. One pass through the text."""
    found: defaultdict[str, list[Place]] = defaultdict(list)
    keys, joints = words.keys, words.joints
    openers = {written.partition(" ")[0] for written in scores}
    openers |= {opener.removesuffix(".") for opener in openers}
    for first, word in enumerate(keys):
        if word not in openers:
            continue
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
    """What the words of an article tell of any phrase in it."""

    def __init__(self, words: Words, stop_words: Set[str], language: Language) -> None:
        self.words = words
        self.stop_words = stop_words
        self.language = language
        self._singulars = list(map(singular, words.keys))
        self._counts = list(map(Counter(self._singulars).__getitem__, self._singulars))

    def key(self, first: int, end: int) -> str:
        """Words ``first`` to ``end`` in the singular, as a candidate's key."""
        return f" {' '.join(self._singulars[first:end])} "

    def candidate(
        self, key: str, places: Sequence[Place], score: float, size: int | None = None
    ) -> Candidate:
        """The phrase with what its ``places`` tell; its ``size`` where some are of a part of it."""
        words, language = self.words, self.language
        keys, joints, opens, body = words.keys, words.joints, words.opens, words.body
        left = right = noun = subject = verb = telling = capitals = 0
        for first, end in places:
            if first and joints[first - 1]:
                before = keys[first - 1]
                left += self._closes(first - 1)
                noun += before in language.before_nouns
                verb += before in language.before_verbs
            else:
                left += 1
            if joints[end - 1]:
                right += self._ends_before(end)
                subject += keys[end] in language.behind_nouns
            else:
                right += 1
            if first >= body and not (opens[first] and opens[end - 1]):
                telling += 1
                capitals += self._is_name(first, end)
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
            rarest=min(self._counts[first:end]),
        )

    def _closes(self, number: int) -> bool:
        """True for a stop word, which parts phrases, unless a capital of its own makes it part of a name.

        Augusta May, New Karsa.
        """
        return self.words.keys[number] in self.stop_words and not self.words.is_capital(number)

    def _ends_before(self, number: int) -> bool:
        """True where any phrase ends before a small word or a verb, or a name where its capitals do.

        Price | fell, Ostrin | burns; but the name of a people is no end: Velmoran grain | prices.
        """
        words = self.words
        if words.keys[number] in self.language.no_edge or self._closes(number):
            return True
        if words.capitals[number] or not words.is_capital(number - 1):
            return False
        last = words.keys[number - 1]
        return last not in self.stop_words and not last.endswith(self.language.peoples)

    def _is_name(self, first: int, end: int) -> bool:
        """True where each word has a capital, or needs none inside a name: "Bank of Ostrin", "al-Dara"."""
        words = self.words
        for number in range(first, end):
            key = words.keys[number]
            if words.capitals[number] or key in self.stop_words or key[0].isdigit():
                continue
            parts = words.text[slice(*words.spans[number])].split("-") if "-" in key else ()
            if not any(part[:1].isupper() for part in parts):
                return False
        return True


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """The word without a plural ending, near enough to compare: fires → fire, but not bus, crisis, loss."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word
