"""Who goes by which name: the full names of an article, and whom a surname or a first name alone means."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.names.letters import are_letters, initials_of, name_in_front, stand_for
from sitegen.extract.speech.names.paragraphs import Paragraphs
from sitegen.extract.speech.names.runs import Run, joined, titles_of, tokens_of
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.vocabulary import vocabulary

_OUTWEIGHS = 2
"""How much more often one of two must be named to be the one meant by the surname alone."""

Named = tuple[Words, Run]
"""A place where somebody is named: the words of its paragraph, and the run of capitals in it."""


class Register:
    """Everybody with a name, by full name, surname and first name; names are tuples of lower-case words."""

    def __init__(self, paragraphs: Paragraphs, named: Sequence[Named]) -> None:
        """Enter the full names first, so that a part of a name finds its bearer wherever it stands."""
        self._paragraphs = paragraphs
        self._by_name: dict[tuple[str, ...], Bearer] = {}
        self._by_last: dict[str, list[Bearer]] = {}
        self._by_first: dict[str, list[Bearer]] = {}
        self.places: set[str] = set()
        """Lone names that stand as places: "in Velmora"."""
        for words, run in named:
            if run.end - run.core > 1:
                self._enter(words, run)
            elif run.start > 0 and words.lower[run.start - 1] in name_words().at_places:
                self.places.add(words.lower[run.core])
        for words, run in named:
            if run.end - run.core == 1 and run.core > run.start:
                self._enter_namesake(words, run)
        self._enter_letters(
            [
                (words, run)
                for words, run in named
                if run.end - run.core == 1 and are_letters(words.forms[run.core])
            ]
        )

    def __iter__(self) -> Iterator[Bearer]:
        """Everybody, each once, in the order they were entered."""
        return iter(dict.fromkeys(self._by_name.values()))

    def knows(self, tokens: tuple[str, ...]) -> bool:
        """True where the name, or its last word as a surname, is somebody's."""
        return tokens in self._by_name or tokens[-1] in self._by_last

    def bearer(self, tokens: tuple[str, ...], titles: set[str], place: int) -> Bearer | None:
        """Whom ``tokens`` names at offset ``place``; a lone new name becomes a bearer of its own."""
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

    def first_named(self, token: str) -> Bearer | None:
        """The one person of that first name; None where there is none, or several."""
        people = self._by_first.get(token, ())
        return people[0] if len(people) == 1 and people[0].could_be_person() else None

    def _enter(self, words: Words, run: Run) -> None:
        tokens = tuple(tokens_of(words, run.core, run.end))
        if len(tokens) < 2 or tokens in self._by_name:
            return
        bearer = Bearer(name=joined(words, run.core, run.end), tokens=tokens)
        for known in self._by_last.get(bearer.head, ()):
            if known.tokens[0] == tokens[0] and _may_be_one(known, tokens):
                self._by_name[tokens] = known  # "Tomas J. Verrick" after "Tomas Verrick"
                return
        self._by_name[tokens] = bearer
        self._by_last.setdefault(bearer.head, []).append(bearer)
        particle, _, rest = bearer.head.partition("-")
        if rest and particle in vocabulary().particles:
            self._by_last.setdefault(rest, []).append(bearer)  # "Torvel" for Samir al-Torvel
        self._by_first.setdefault(tokens[0], []).append(bearer)

    def _enter_namesake(self, words: Words, run: Run) -> None:
        """Who is "Mr. Okell" where only a woman of that name is named in full: another, by the surname."""
        token = words.lower[run.core]
        known = self._by_last.get(token, [])
        told = [
            gender for gender, listed in vocabulary().courtesies.items() if listed & titles_of(words, run)
        ]
        if len(known) != 1 or not told or (token,) in self._by_name:
            return
        given = vocabulary().given_names.get(known[0].tokens[0])
        if given not in (None, told[0]):
            other = Bearer(name=joined(words, run.core, run.end), tokens=(token,))
            other.heads = frozenset(titles_of(words, run))
            self._by_name[(token,)] = other
            known.append(other)

    def _enter_letters(self, named: Sequence[Named]) -> None:
        """Who goes by letters: "Velmora River Commission (VRC)" is "the VRC", and so without the brackets."""
        initials: dict[str, list[Bearer]] = {}
        for bearer in self if named else ():
            if not bearer.could_be_person():
                initials.setdefault(initials_of(bearer.tokens), []).append(bearer)
        for words, run in named:
            low = words.lower[run.core]
            fitting = initials.get(low, [])
            full = name_in_front(words, run)
            before = self._by_name.get(full) if stand_for(low, full) else None
            if before is not None:
                self._by_name.setdefault((low,), before)
            elif len(fitting) == 1 and len(low) > 2:
                self._by_name.setdefault((low,), fitting[0])

    def _first_named(self, token: str) -> list[Bearer]:
        """Who may be meant by a first name alone; "Velmora" alone is not "Velmora Statehouse"."""
        if token in self.places:
            return []
        people = [bearer for bearer in self._by_first.get(token, ()) if bearer.could_be_person()]
        if len(people) == 1:
            told = token in vocabulary().given_names or people[0].words or people[0].ages
            family = [one for one in self._by_last.get(people[0].head, ()) if one is not people[0]]
            return people if told or any(one.could_be_person() for one in family) else []
        return [bearer for bearer in people if bearer.words]

    def _choose(self, several: list[Bearer], titles: set[str], place: int) -> Bearer | None:
        """Which bearer of one surname: by title, else whoever was named last, or most, before ``place``."""
        if len(several) <= 1:
            return several[0] if several else None
        told = [gender for gender, words in vocabulary().courtesies.items() if titles & words]
        several = [bearer for bearer in several if bearer.could_be_person()] or several
        several = [bearer for bearer in several if not told or bearer.gender in (None, told[0])]
        titled = [bearer for bearer in several if titles & bearer.words]
        if len(titled) == 1 or len(several) == 1:
            return (titled if len(titled) == 1 else several)[0]
        return self._in_use(several, place)

    def _in_use(self, several: list[Bearer], place: int) -> Bearer | None:
        """Who was called by the surname last before ``place``; None where two in one sentence were."""
        named = sorted(
            (
                (bearer.surnamed[times - 1], times, number)
                for number, bearer in enumerate(several)
                if (times := bisect_left(bearer.surnamed, place))
            ),
            reverse=True,
        )
        if not named:
            return None
        last = named[0]
        for rival in named[1:2]:
            if not self._paragraphs.in_one_sentence(rival[0], last[0]):
                continue
            if abs(last[1] - rival[1]) < _OUTWEIGHS:
                return None  # "Dara Ilvane met Petra Ilvane. … Ilvane said"
            if rival[1] > last[1]:
                last = rival
        return several[last[2]]


def _may_be_one(known: Bearer, tokens: tuple[str, ...]) -> bool:
    """True for a person, and for a body of which one name holds all words of the other."""
    one, other = set(tokens), set(known.tokens)
    return known.could_be_person() or one < other or one > other
