"""Names in full: where an article says "Haniyeh" for Ismail Haniyeh, the full name stands for both.

News names somebody in full first and by the surname after. So a capitalised word that stands alone counts
for the name it first stood in ("Corin B. Ashby", later "Ashby"); unless the article gives it to two people,
or says "the" before it: "the House" is not somebody called White House. A word that mostly stands in one name
is shown as that name anyway ("Bridge" in Old Tessel Bridge).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sitegen.extract.phrases.candidates import NAME, Candidate, Evidence, Place, singular
from sitegen.extract.phrases.language import Language
from sitegen.extract.phrases.words import Words

_PARTS = 3
"""Words in a name: given name, initial, surname."""


def in_full(
    candidates: Sequence[Candidate],
    evidence: Evidence,
    stop_words: Set[str],
    language: Language,
    max_words: int,
) -> tuple[Candidate, ...]:
    """The candidates, each surname counted for its full name, of up to ``max_words``, not for itself."""
    if not language.articles:  # without a list of them, "the House" cannot be told from a surname
        return tuple(candidates)
    runs = _Runs(evidence.words, stop_words, language, min(max_words, _PARTS))
    whole: dict[str, Candidate] = {}
    surnames: set[str] = set()
    for candidate in candidates:
        if candidate.size > 1 or candidate.capitals < NAME:
            continue
        found = runs.whole(candidate)
        if found is not None:
            key, size, places = found
            full = evidence.candidate(key, places, candidate.score, size)
            whole[key] = full._replace(rarest=max(full.rarest, candidate.rarest))
            surnames.add(candidate.key)
    others = [
        each for each in candidates if each.key not in whole and not _is_short(each, surnames, language)
    ]
    return (*others, *whole.values())


def _is_short(candidate: Candidate, surnames: Set[str], language: Language) -> bool:
    """True for a surname whose full name is known, with a title or without: "Haniyeh", "Mr. Haniyeh"."""
    parts = candidate.key.split()
    return f" {parts[-1]} " in surnames and language.titles.issuperset(
        part.rstrip(".") for part in parts[:-1]
    )


@dataclass(frozen=True, slots=True)
class _Runs:
    """Capitalised words that stand together."""

    words: Words
    stop_words: Set[str]
    language: Language
    longest: int
    """In words."""

    def whole(self, surname: Candidate) -> tuple[str, int, Sequence[Place]] | None:
        """The name that a capitalised word is part of: key, number of words, places.

        None where the word stands for itself, or nobody can tell for whom.
        """
        names, alone = self._uses(surname)
        key = self._full_name(names)
        if key is None:
            return None
        named = sorted(place for places in names.values() for place in places)
        if self._is_person(key, named, alone):
            places = sorted([*named, *alone])
        elif 2 * len(named) > len(surname.places):
            places = named
        else:
            return None
        return key, key.count(" ") - 1, places

    def _uses(self, surname: Candidate) -> tuple[Mapping[str, Sequence[Place]], Sequence[Place]]:
        """The places of the longer names that end in a word, by key; and those where it stands alone."""
        names: defaultdict[str, list[Place]] = defaultdict(list)
        alone: list[Place] = []
        keys, joints = self.words.keys, self.words.joints
        for first, end in surname.places:
            if joints[end - 1] == " " and self._is_capital(end) and first >= self.words.body:
                continue  # the Karsa Dam tells nothing of somebody called Karsa
            start = self._start(first)
            if start == first:
                alone.append((first, end))
            else:
                names[f" {' '.join(map(singular, keys[start:end]))} "].append((start, end))
        return names, alone

    def _start(self, first: int) -> int:
        """The first word of the name that ends in this word."""
        start = first
        while start > max(0, first - self.longest + 1) and self._opens_name(start - 1):
            start -= 1
        return start

    def _opens_name(self, number: int) -> bool:
        """True for a word in the body that reads on into a name: with a capital, and no title."""
        key, joint = self.words.keys[number], self.words.joints[number]
        if not joint or (joint != " " and len(key) > 1):
            return False  # "Corin B. Ashby"; but "met Ashby. Okell" is two people
        if (
            number < self.words.body
            or not self._is_capital(number)
            or key.rstrip(".") in self.language.titles
        ):
            return False
        return not (self.words.opens[number] and (key in self.stop_words or key in self.language.no_edge))

    def _is_capital(self, number: int) -> bool:
        return self.words.text[self.words.spans[number][0]].isupper()

    def _full_name(self, names: Mapping[str, Sequence[Place]]) -> str | None:
        """The commonest of the names, if all can be one person's; None if not."""
        if not names:
            return None
        key = min(names, key=lambda name: (-len(names[name]), len(name), name))
        opener, *further = key.split()
        if opener in further:  # "Ostrin Ostrin": a list, or a chant
            return None
        others_are_it = all(key in name or name.split()[0] == opener for name in names)
        return key if others_are_it else None

    def _is_person(self, key: str, named: Sequence[Place], alone: Sequence[Place]) -> bool:
        """True where the word that stands alone can be the surname of the one named."""
        keys, joints = self.words.keys, self.words.joints
        if any(
            keys[first - 1] in self.language.articles for first, _ in alone if first and joints[first - 1]
        ):
            return False
        given, *_, last = key.split()
        if given in self.language.given_names:
            return True
        # Without a first name we know: named in full before the surname is used, and no "Democrats".
        in_body = [place for place in alone if place[0] >= self.words.body]
        return keys[named[0][1] - 1] == last and (not in_body or named[0] < in_body[0])
