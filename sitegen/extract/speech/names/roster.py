"""The names of an article: who is meant by "Hamdan", "Gen. Qaani", "the VRC"."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.names.beside import learn_beside, learn_name
from sitegen.extract.speech.names.callings import Callings
from sitegen.extract.speech.names.paragraphs import Paragraphs
from sitegen.extract.speech.names.register import Register
from sitegen.extract.speech.names.runs import Run, joined, last_run, runs, titles_of, tokens_of
from sitegen.extract.speech.phrases.mentions import head_end
from sitegen.extract.speech.words.classes import STOPS, is_capital
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.vocabulary import vocabulary


class Roster:
    """Everybody named in an article, by the words that name them."""

    def __init__(self, cuts: Sequence[Words]) -> None:
        """Read all names; ``cuts``: the words of each paragraph, in text order."""
        self._paragraphs = Paragraphs(cuts)
        named = [
            (words, run)
            for words in self._paragraphs.all
            if not self._paragraphs.is_heading(words)
            for run in runs(words)
        ]
        self.register = Register(self._paragraphs, named)
        self._aside = 0
        """Offset where the last description behind a name ends."""
        self._order: list[tuple[int, Bearer]] = []
        """(offset, who is named there), in text order."""
        for words, run in named:
            self._note(words, run)
        everybody = dict.fromkeys(bearer for _, bearer in self._order)
        people = {bearer for bearer in everybody if bearer.could_be_person()}
        self._people = [bearer for _, bearer in self._order if bearer in people]
        """Those of them who could be persons."""
        self._people_at = [place for place, bearer in self._order if bearer in people]
        """The offsets where they are named."""
        for words in self._paragraphs.all:
            self._learn_pronouns(words)

    def name_of(self, words: Words, start: int, end: int, *, renames: bool = True) -> Bearer | None:
        """Whom the phrase ``words[start:end]`` names; None where its head is no name.

        ``renames``: who is known by one word is from now on called as it is written here.
        """
        head = head_end(words, start, end)
        run = last_run(words, start, head)
        if run is None:
            return self._month_named(words, start, head)
        tokens = tuple(tokens_of(words, run.core, run.end))
        if self._paragraphs.is_shouted(words) and not self.register.knows(tokens):
            return None  # IN A LINE OF CAPITALS, and nowhere else
        bearer = self.register.bearer(tokens, titles_of(words, run), words.starts[run.core])
        if renames and bearer is not None and len(bearer.tokens) == 1:
            bearer.name = joined(words, run.core, run.end)
        return bearer

    def is_heading(self, words: Words) -> bool:
        """True for a paragraph in which capitals tell no names."""
        return self._paragraphs.is_heading(words)

    def people_between(self, start: int, end: int) -> list[Bearer]:
        """Those who could be persons, named between two offsets of the text (half-open), in order."""
        first = bisect_left(self._people_at, start)
        return self._people[first : bisect_left(self._people_at, end, lo=first)]

    def described_as(self, description: Sequence[str], before: int, first: Bearer | None) -> Bearer | None:
        """Whom "the news agency" means at offset ``before``; ``first``: who spoke last.

        ``description``: the words behind the article, lower case, a noun last.
        """
        return self._callings.meant(description, before, first)

    @cached_property
    def _callings(self) -> Callings:
        named = dict.fromkeys(bearer for _, bearer in self._order)
        return Callings(named, self._paragraphs, self.register.places)

    def _note(self, words: Words, run: Run) -> None:
        """One place where somebody is named, and what stands beside it."""
        tokens = tuple(tokens_of(words, run.core, run.end))
        place = words.starts[run.core]
        bearer = self.register.bearer(tokens, titles_of(words, run), place)
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
            if low in STOPS or at + 1 == len(words.lower):
                if len(heard) == 1:
                    people = self.people_between(words.starts[start], words.ends[at])
                    if people and all(bearer is people[0] for bearer in people):
                        people[0].pronouns[next(iter(heard))] += 1
                start, heard = at + 1, set()

    def _month_named(self, words: Words, start: int, end: int) -> Bearer | None:
        """Whom "Jan" and "April" mean where somebody of that first name was named in full."""
        alone = end - start == 1 and is_capital(words, start)
        return self.register.first_named(words.lower[start]) if alone else None
