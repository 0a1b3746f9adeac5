"""The names of an article: who is meant by "Hamdan", "Gen. Qaani", "the news agency"."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sitegen.extract.speech.phrases import BREAKS, RELATIVES, STOPS, head_end, is_time
from sitegen.extract.speech.runs import Run, is_headline, joined, last_run, runs, titles_of, tokens_of
from sitegen.extract.speech.verbs import forms
from sitegen.extract.speech.vocabulary import Vocabulary, vocabulary
from sitegen.extract.speech.words import Words


_GOES_ON = RELATIVES | {"of", "for", "at", "from", "in", "with", "and", "that"}
"""What an apposition may go on with: "the minister | for water"."""


@dataclass(slots=True, kw_only=True)
class Bearer:
    """Somebody or something with a name, and what the article says of them. Grows as the article is read."""

    name: str
    """As the article first writes it in full, titles left out."""
    tokens: tuple[str, ...]
    """Lower case, suffixes such as "Jr." left out."""
    words: set[str] = field(default_factory=set)
    """Words that describe the bearer beside the name: titles, "senior hamas official"."""
    places: list[int] = field(default_factory=list)
    """Offsets where the bearer is named, in order."""
    pronouns: Counter[str] = field(default_factory=Counter)
    """male and female → how often "he" or "she" stood where the bearer was probably meant."""

    @property
    def gender(self) -> str | None:
        """male, female or None: from titles and descriptions, from a first name, from the article's pronouns."""
        for listed in (vocabulary().courtesies, vocabulary().genders):
            for gender, words in listed.items():
                if self.words & words:
                    return gender
        given = vocabulary().given_names.get(self.tokens[0]) if len(self.tokens) > 1 else None
        if given is not None:
            return given
        told = self.pronouns.most_common(2)
        # Once is not enough: "Sabel disputed her account" names one person and says "her" of another.
        sure = told and told[0][1] > 1 and (len(told) == 1 or told[0][1] > told[1][1])
        return told[0][0] if sure else None

    def could_be_person(self) -> bool:
        """False for bodies, and for a lone name that never came with a title ("Hamas", "Tehran")."""
        vocab = vocabulary()
        first, last = self.tokens[0], self.tokens[-1]
        if self.words & vocab.titles:
            return True
        if len(self.tokens) > 1 and first in vocab.place_openers and first not in vocab.given_names:
            return False
        # "North Velmora" is a place, "Cornel West" is not; "the Farm Bill" is none, "Bill Holt" is.
        if len(self.tokens) > 1 and (first in vocab.compass or last in vocab.bodies):
            return False
        if last in vocab.body_words or any(t in vocab.body_words_inside for t in self.tokens[:-1]):
            return False
        return len(self.tokens) > 1


class Roster:
    """Everybody named in an article, by the words that name them."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, ...], Bearer] = {}
        self._by_last: dict[str, list[Bearer]] = {}
        self._by_first: dict[str, list[Bearer]] = {}
        self._order: list[tuple[int, Bearer]] = []

    @classmethod
    def of(cls, stretches: Sequence[Words]) -> "Roster":
        """Read all names; ``stretches`` in text order."""
        roster = cls()
        kept = [(words, run) for words in stretches if not is_headline(words) for run in runs(words)]
        for words, run in kept:
            if run.end - run.core > 1:
                roster._meet(words, run)
        for words, run in kept:
            bearer = roster._bearer(
                tuple(tokens_of(words, run.core, run.end)), titles_of(words, run), words.starts[run.core]
            )
            if bearer is None:
                continue
            bearer.places.append(words.starts[run.core])
            bearer.words.update(_described(words, run))
            bearer.words.update(vocabulary().kinds.get(bearer.tokens[-1], ()))
            roster._order.append((words.starts[run.core], bearer))
        for words in stretches:
            roster._learn_pronouns(words)
        return roster

    def _learn_pronouns(self, words: Words) -> None:
        """From sentences that name one person: "Okell came with her team" tells "she"."""
        genders = vocabulary().gendered
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

    def _meet(self, words: Words, run: Run) -> None:
        tokens = tuple(tokens_of(words, run.core, run.end))
        if len(tokens) < 2 or tokens in self._by_name:
            return
        for known in self._by_last.get(tokens[-1], ()):
            if known.tokens[0] == tokens[0]:
                self._by_name[tokens] = known  # "Tomas J. Verrick" after "Tomas Verrick"
                return
        bearer = Bearer(name=joined(words, run.core, run.end), tokens=tokens)
        self._by_name[tokens] = bearer
        self._by_last.setdefault(tokens[-1], []).append(bearer)
        self._by_first.setdefault(tokens[0], []).append(bearer)

    def _bearer(self, tokens: tuple[str, ...], titles: set[str], place: int) -> Bearer | None:
        """Whom ``tokens`` names at ``place``; a lone new name becomes a bearer of its own."""
        if not tokens:
            return None
        known = self._by_name.get(tokens)
        if known is not None and len(tokens) > 1:
            return known
        if len(tokens) == 1:
            several = self._by_last.get(tokens[0]) or [
                # "Velmora" alone is not "Velmora Statehouse"; "Dara" may be one of whom something is said.
                bearer
                for bearer in self._by_first.get(tokens[0], ())
                if bearer.words
            ]
            chosen = _choose(several, titles, place)
            if chosen is not None:
                return chosen
        if known is None:
            known = self._by_name[tokens] = Bearer(
                name=" ".join(t.capitalize() for t in tokens), tokens=tokens
            )
        return known

    def name_of(self, words: Words, start: int, end: int) -> Bearer | None:
        """Whom the phrase ``words[start:end]`` names; None where its head is no name."""
        run = last_run(words, start, head_end(words, start, end))
        if run is None:
            return None
        tokens = tuple(tokens_of(words, run.core, run.end))
        bearer = self._bearer(tokens, titles_of(words, run), words.starts[run.core])
        if bearer is not None and len(bearer.tokens) == 1:
            bearer.name = joined(words, run.core, run.end)
        return bearer

    def people_between(self, start: int, end: int) -> list[Bearer]:
        """Those who could be persons, named in ``[start, end)`` of the text, in order."""
        at = bisect_left(self._order, start, key=lambda pair: pair[0])
        found = []
        while at < len(self._order) and self._order[at][0] < end:
            if self._order[at][1].could_be_person():
                found.append(self._order[at][1])
            at += 1
        return found

    def described_as(self, description: list[str], before: int, first: Bearer | None) -> Bearer | None:
        """Whom "the news agency" means: the last speaker if so described, else the last one who was."""
        wanted = set(description)
        if first is not None and wanted <= first.words:
            return first
        head = description[-1]
        best = None
        for place, bearer in self._order:
            if place >= before:
                break
            if head in bearer.words and (best is None or wanted <= bearer.words or not wanted <= best.words):
                best = bearer
        return best


def _choose(several: list[Bearer], titles: set[str], place: int) -> Bearer | None:
    """Which of the bearers of one surname: by title, else the one named last before ``place``."""
    if len(several) <= 1:
        return several[0] if several else None
    titled = [bearer for bearer in several if titles & bearer.words]
    if len(titled) == 1:
        return titled[0]
    before = [
        (bearer.places[at - 1], bearer) for bearer in several if (at := bisect_left(bearer.places, place))
    ]
    return max(before, key=lambda pair: pair[0])[1] if before else None


def _described(words: Words, run: Run) -> set[str]:
    """Titles, the small words right before the name, and those of an apposition behind it."""
    vocab = vocabulary()
    found = titles_of(words, run)
    at = run.start - 1
    while at >= 0 and run.start - at <= 6 and words.forms[at].islower() and _describes(words, at, vocab):
        found.add(words.lower[at])
        at -= 1
    at = run.end
    if at + 2 < len(words) and words.lower[at] == "," and words.lower[at + 1] in vocab.determiners:
        first = at = at + 2
        while at < len(words) and at - run.end <= 8 and _describes(words, at, vocab):
            at += 1
        if at == len(words) or words.lower[at] in BREAKS or words.lower[at] in _GOES_ON:
            # closed: but "As Verrick spoke of Okell, | the crowd | chanted" tells of somebody else
            found.update(words.lower[first:at])
    return found


def _describes(words: Words, at: int, vocab: Vocabulary) -> bool:
    low = words.lower[at]
    return (
        low.isalpha()
        and low not in forms()
        and not low.endswith("ed")
        and low not in vocab.determiners
        and low not in vocab.prepositions
        and low not in vocab.clause_openers
        and low not in vocab.auxiliaries
        and low not in vocab.adverbs
        and not is_time(words, at)
    )
