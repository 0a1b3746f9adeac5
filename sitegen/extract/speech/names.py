"""The names of an article: who is meant by "Hamdan", "Gen. Qaani", "the VRC"."""

from bisect import bisect_left
from collections.abc import Sequence

from sitegen.extract.speech.bearer import Bearer
from sitegen.extract.speech.beside import learn_beside, learn_name
from sitegen.extract.speech.callings import Callings
from sitegen.extract.speech.capitals import is_capital
from sitegen.extract.speech.name_words import name_words
from sitegen.extract.speech.phrases import STOPS, head_end
from sitegen.extract.speech.runs import (
    Run,
    all_capitals,
    is_headline,
    joined,
    last_run,
    runs,
    titles_of,
    tokens_of,
)
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

__all__ = ["Bearer", "Roster"]

_OUTWEIGHS = 2
"""How much more often one of two must be named to be the one meant by the surname alone."""
_SMALL = frozenset(["of", "for", "the", "and", "&"])
"""Words in names that initials leave out."""


class Roster:
    """Everybody named in an article, by the words that name them."""

    def __init__(self, stretches: Sequence[Words]) -> None:
        self._stretches = [words for words in stretches if len(words)]
        self._begins = [words.starts[0] for words in self._stretches]
        self._headings = {words.starts[0] for words in self._stretches if is_headline(words)}
        self._shouted = {
            words.starts[0]
            for words in self._stretches
            if words.starts[0] in self._headings and all_capitals(words)
        }
        """Those of them that are LINES OF CAPITALS."""
        self._aside = 0
        """Where the last description behind a name ends."""
        self._by_name: dict[tuple[str, ...], Bearer] = {}
        self._by_last: dict[str, list[Bearer]] = {}
        self._by_first: dict[str, list[Bearer]] = {}
        self._placed: set[str] = set()
        """Lone names that stand as places: "in Velmora"."""
        self._order: list[tuple[int, Bearer]] = []
        self._people: list[tuple[int, Bearer]] = []
        """Those of them who could be persons."""
        self._callings: Callings | None = None

    @classmethod
    def of(cls, stretches: Sequence[Words]) -> "Roster":
        """Read all names; ``stretches`` in text order."""
        roster = cls(stretches)
        kept = [
            (words, run)
            for words in roster._stretches
            if words.starts[0] not in roster._headings
            for run in runs(words)
        ]
        for words, run in kept:
            if run.end - run.core > 1:
                roster._meet(words, run)
            elif run.start > 0 and words.lower[run.start - 1] in name_words().at_places:
                roster._placed.add(words.lower[run.core])
        roster._learn_letters(kept)
        for words, run in kept:
            roster._note(words, run)
        everybody = dict.fromkeys(bearer for _, bearer in roster._order)
        people = {bearer for bearer in everybody if bearer.could_be_person()}
        roster._people = [(place, bearer) for place, bearer in roster._order if bearer in people]
        for words in roster._stretches:
            roster._learn_pronouns(words)
        return roster

    def _note(self, words: Words, run: Run) -> None:
        """One place where somebody is named, and what stands beside it."""
        tokens = tuple(tokens_of(words, run.core, run.end))
        place = words.starts[run.core]
        bearer = self._bearer(tokens, titles_of(words, run), place)
        if bearer is None:
            return
        if not bearer.places:
            learn_name(bearer, words, run)
        bearer.places.append(place)
        if tokens[-1] == bearer.tokens[-1] and place >= self._aside:
            bearer.surnamed.append(place)  # "Petra Torvel, the mother of | Jan Torvel |" speaks of Petra
        self._aside = max(self._aside, learn_beside(bearer, words, run))
        self._order.append((place, bearer))

    def _learn_pronouns(self, words: Words) -> None:
        """From sentences that name one person: "Okell came with her team" tells "she"."""
        genders = vocabulary().gendered
        if genders.keys().isdisjoint(words.lower):
            return
        start = 0
        heard: set[str] = set()
        for at, low in enumerate(words.lower):
            if low in genders:
                heard.add(genders[low])
            if low in STOPS or at + 1 == len(words):
                if len(heard) == 1:
                    people = self.people_between(words.starts[start], words.ends[at])
                    if people and all(bearer is people[0] for bearer in people):
                        people[0].pronouns[next(iter(heard))] += 1
                start, heard = at + 1, set()

    def _learn_letters(self, kept: Sequence[tuple[Words, Run]]) -> None:
        """Who goes by letters: "Velmora River Commission (VRC)" is "the VRC", and so without the brackets."""
        unknown = [
            (words, run)
            for words, run in kept
            if run.end - run.core == 1 and _are_letters(words.forms[run.core])
        ]
        initials: dict[str, list[Bearer]] = {}
        for bearer in dict.fromkeys(self._by_name.values()) if unknown else ():
            if not bearer.could_be_person():
                first = "".join(token[0] for token in bearer.tokens if token not in _SMALL)
                initials.setdefault(first, []).append(bearer)
        for words, run in unknown:
            low = words.lower[run.core]
            fitting = initials.get(low, [])
            before = self._in_brackets(words, run)
            if before is not None:
                self._by_name.setdefault((low,), before)
            elif len(fitting) == 1 and len(low) > 2:
                self._by_name.setdefault((low,), fitting[0])

    def _in_brackets(self, words: Words, run: Run) -> Bearer | None:
        """Whose letters stand in brackets right behind the name."""
        if run.core < 2 or words.lower[run.core - 1] != "(" or words.lower[run.end : run.end + 1] != (")",):
            return None
        full = last_run(words, max(0, run.core - 12), run.core - 1)
        tokens = tokens_of(words, full.core, full.end) if full is not None else []
        return self._by_name.get(tuple(tokens)) if _stand_for(words.lower[run.core], tokens) else None

    def _meet(self, words: Words, run: Run) -> None:
        tokens = tuple(tokens_of(words, run.core, run.end))
        if len(tokens) < 2 or tokens in self._by_name:
            return
        bearer = Bearer(name=joined(words, run.core, run.end), tokens=tokens)
        for known in self._by_last.get(bearer.head, ()):
            same = (
                known.could_be_person() or set(tokens) < set(known.tokens) or set(tokens) > set(known.tokens)
            )
            if known.tokens[0] == tokens[0] and same:
                self._by_name[tokens] = known  # "Tomas J. Verrick" after "Tomas Verrick"
                return
        self._by_name[tokens] = bearer
        self._by_last.setdefault(bearer.head, []).append(bearer)
        particle, _, rest = bearer.head.partition("-")
        if rest and particle in vocabulary().particles:
            self._by_last.setdefault(rest, []).append(bearer)  # "Torvel" for Samir al-Torvel
        self._by_first.setdefault(tokens[0], []).append(bearer)

    def _bearer(self, tokens: tuple[str, ...], titles: set[str], place: int) -> Bearer | None:
        """Whom ``tokens`` names at ``place``; a lone new name becomes a bearer of its own."""
        if not tokens:
            return None
        known = self._by_name.get(tokens)
        if known is not None and (len(tokens) > 1 or len(known.tokens) > 1):
            return known
        shared = False
        if len(tokens) == 1:
            several = self._by_last.get(tokens[0]) or self._first_named(tokens[0])
            chosen = self._choose(several, titles, place)
            if chosen is not None:
                return chosen
            shared = sum(bearer.could_be_person() for bearer in several) > 1
        if known is None:
            name = " ".join(token.capitalize() for token in tokens)
            known = self._by_name[tokens] = Bearer(name=name, tokens=tokens, shared=shared)
        return known

    def _first_named(self, token: str) -> list[Bearer]:
        """Who may be meant by a first name alone; "Velmora" alone is not "Velmora Statehouse"."""
        if token in self._placed:
            return []
        people = [bearer for bearer in self._by_first.get(token, ()) if bearer.could_be_person()]
        if len(people) == 1:
            told = token in vocabulary().given_names or people[0].words or people[0].ages
            family = [one for one in self._by_last.get(people[0].head, ()) if one is not people[0]]
            return people if told or any(one.could_be_person() for one in family) else []
        return [bearer for bearer in people if bearer.words]

    def _choose(self, several: list[Bearer], titles: set[str], place: int) -> Bearer | None:
        """Which bearer of one surname: by title, else the one named last, or most, before ``place``."""
        if len(several) <= 1:
            return several[0] if several else None
        told = [gender for gender, words in vocabulary().courtesies.items() if titles & words]
        several = [bearer for bearer in several if bearer.could_be_person()] or several
        several = [bearer for bearer in several if not told or bearer.gender in (None, told[0])]
        titled = [bearer for bearer in several if titles & bearer.words]
        if len(titled) == 1 or len(several) == 1:
            return (titled if len(titled) == 1 else several)[0]
        before = sorted(
            (
                (bearer.surnamed[at - 1], at, number)
                for number, bearer in enumerate(several)
                if (at := bisect_left(bearer.surnamed, place))
            ),
            reverse=True,
        )
        if not before:
            return None
        last = before[0]
        for rival in before[1:2]:
            if abs(last[1] - rival[1]) < _OUTWEIGHS and self._one_sentence(rival[0], last[0]):
                return None  # "Dara Ilvane met Petra Ilvane. … Ilvane said"
            if rival[1] - last[1] >= _OUTWEIGHS and self._one_sentence(rival[0], last[0]):
                last = rival
        return several[last[2]]

    def _one_sentence(self, start: int, end: int) -> bool:
        """True where no stop stands between two offsets of one paragraph."""
        at = bisect_left(self._begins, start + 1) - 1
        if at < 0 or at != bisect_left(self._begins, end + 1) - 1:
            return False
        words = self._stretches[at]
        return not any(
            low in STOPS
            for low in words.lower[bisect_left(words.starts, start) : bisect_left(words.starts, end)]
        )

    def name_of(self, words: Words, start: int, end: int) -> Bearer | None:
        """Whom the phrase ``words[start:end]`` names; None where its head is no name."""
        head = head_end(words, start, end)
        run = last_run(words, start, head)
        if run is None:
            return self._month_named(words, start, head)
        tokens = tuple(tokens_of(words, run.core, run.end))
        if (
            words.starts[0] in self._shouted
            and tokens not in self._by_name
            and tokens[-1] not in self._by_last
        ):
            return None  # IN A LINE OF CAPITALS, and nowhere else
        bearer = self._bearer(tokens, titles_of(words, run), words.starts[run.core])
        if bearer is not None and len(bearer.tokens) == 1:
            bearer.name = joined(words, run.core, run.end)
        return bearer

    def _month_named(self, words: Words, start: int, end: int) -> Bearer | None:
        """Whom "Jan" and "April" mean where somebody of that first name was named in full."""
        if end - start != 1 or not is_capital(words, start):
            return None
        people = self._by_first.get(words.lower[start], ())
        return people[0] if len(people) == 1 and people[0].could_be_person() else None

    def people_between(self, start: int, end: int) -> list[Bearer]:
        """Those who could be persons, named in ``[start, end)`` of the text, in order."""
        first = bisect_left(self._people, start, key=lambda pair: pair[0])
        last = bisect_left(self._people, end, lo=first, key=lambda pair: pair[0])
        return [bearer for _, bearer in self._people[first:last]]

    def described_as(self, description: list[str], before: int, first: Bearer | None) -> Bearer | None:
        """Whom "the news agency" means at offset ``before``; ``first``: who spoke last."""
        if self._callings is None:
            self._callings = Callings(
                dict.fromkeys(bearer for _, bearer in self._order), self._stretches, self._placed
            )
        return self._callings.meant(description, before, first)


def _are_letters(form: str) -> bool:
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def _stand_for(letters: str, tokens: Sequence[str]) -> bool:
    """True for "mohr" of "Ministry of Health and Rivers": an initial, and on through the name."""
    if len(tokens) < 2 or letters[0] != tokens[0][0]:
        return False
    rest = iter("".join(tokens))
    return all(letter in rest for letter in letters.replace(".", ""))
