"""Names in full: where an article says "Haniyeh" for Ismail Haniyeh, the full name stands for both.

News names somebody in full first and by the surname after. So a capitalised word that stands alone counts
for the name it first stood in ("Corin B. Ashby", later "Ashby"); unless the article gives it to two people,
or says "the" before it: "the House" is not somebody called White House. A word that mostly stands in one name
is shown as that name anyway ("Bridge" in Old Tessel Bridge).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from sitegen.extract.phrases.candidates import NAME, Candidate, Evidence, Place
from sitegen.extract.phrases.language import Language
from sitegen.extract.phrases.words import Words

_PARTS = 3
"""Words in a name: given name, initial, surname."""

_MAIN = 3
"""How much oftener the one of two with the same surname is named in full whom the surname alone means."""


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
    runs = _Runs(evidence, evidence.words, stop_words, language, min(max_words, _PARTS))
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
    last = candidate.key.rindex(" ", 0, -1)
    return candidate.key[last:] in surnames and language.titles.issuperset(
        part.rstrip(".") for part in candidate.key[:last].split()
    )


@dataclass(frozen=True, slots=True)
class _Runs:
    """Capitalised words that stand together."""

    evidence: Evidence
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
        key = self._full_name(names, alone)
        if key is None:
            return None
        size = key.count(" ") - 1
        in_headline = [(end - size, end) for _, end in alone if self._is_headline(key, end - size, end)]
        alone = [
            place for place in alone if not in_headline or place[1] not in {end for _, end in in_headline}
        ]
        alone = [place for place in alone if not self._follows_a_name(place[0])]
        opener = key.split()[0]
        same = [places for name, places in names.items() if key in name or name.split()[0] == opener]
        named = sorted(place for places in same for place in places)
        if self._is_person(key, named, alone):
            places = sorted([*in_headline, *named, *alone])
        elif 2 * len(named) > len(surname.places):
            places = [*in_headline, *named]
        else:
            return None
        return key, size, places

    def _is_headline(self, key: str, first: int, end: int) -> bool:
        """True where the headline gives the name in full, which its capitals alone do not tell."""
        return end <= self.words.body and self.evidence.key(max(0, first), end) == key

    def _uses(self, surname: Candidate) -> tuple[Mapping[str, Sequence[Place]], Sequence[Place]]:
        """The places of the longer names that end in a word, by key; and those where it stands alone."""
        names: defaultdict[str, list[Place]] = defaultdict(list)
        alone: list[Place] = []
        joints, capitals = self.words.joints, self.words.capitals
        for first, end in surname.places:
            if joints[end - 1] == " " and capitals[end] and first >= self.words.body:
                continue  # the Karsa Dam tells nothing of somebody called Karsa
            start = self._start(first)
            if start == first:
                alone.append((first, end))
            else:
                names[self.evidence.key(start, end)].append((start, end))
        return names, alone

    def _follows_a_name(self, first: int) -> bool:
        """True in a headline behind a word that may be another's first name, or "Wall" before "Street"."""
        if (
            first >= self.words.body
            or not first
            or not self.words.joints[first - 1]
            or not self.words.capitals[first - 1]
        ):
            return False
        before = self.words.keys[first - 1].rstrip(".")
        language = self.language
        return not any(
            before in known
            for known in (self.stop_words, language.no_edge, language.titles, language.verb_forms)
        )

    def _start(self, first: int) -> int:
        """The first word of the name that ends in this word."""
        start = first
        while start > max(0, first - self.longest + 1) and self._opens_name(start - 1):
            start -= 1
        return start

    def _opens_name(self, number: int) -> bool:
        """True for a word in the body that reads on into a name: with a capital, and no title."""
        if number < self.words.body or not self.words.capitals[number]:
            return False
        key, joint = self.words.keys[number], self.words.joints[number]
        if not joint or (joint != " " and len(key) > 1) or self.words.is_possessive(number):
            return False  # "Corin B. Ashby"; but "met Ashby. Okell" and "Ashby's Okell" are two people
        if key.rstrip(".") in self.language.titles:
            return False
        return not (self.words.opens[number] and (key in self.stop_words or key in self.language.no_edge))

    def _full_name(self, names: Mapping[str, Sequence[Place]], alone: Sequence[Place]) -> str | None:
        """The commonest of the names, if all can be one person's; None if not."""
        if not names:
            return None
        key = min(names, key=lambda name: (-len(names[name]), len(name), name))
        opener, *further = key.split()
        if opener in further:  # "Ostrin Ostrin": a list, or a chant
            return None
        others = [name for name in names if key not in name and name.split()[0] != opener]
        if _MAIN * sum(len(names[name]) for name in others) <= len(names[key]):
            return key
        return self._first_of_two(names, alone)

    def _first_of_two(self, names: Mapping[str, Sequence[Place]], alone: Sequence[Place]) -> str | None:
        """Whom the article calls by the surname before it first names the other, in full and only once."""
        first, *others = sorted(names, key=lambda name: names[name][0])
        if any(len(names[name]) > 1 for name in others) or not alone:
            return None
        second = min(names[name][0] for name in others)
        body = [place for place in alone if place[0] >= self.words.body]
        return first if body and names[first][0] < body[0] < second else None

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
