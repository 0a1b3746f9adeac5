"""Whom "he" and "she" may mean: the people an article has in view as it is read.

A simple form of centering (Grosz, Joshi & Weinstein, 1995): whoever spoke or stood as subject last is meant,
where gender allows. What is added is how sure that is, from who else could be meant.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.names.roster import Roster
from sitegen.extract.speech.phrases.openings import leading_subject
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Evidence

_NEAR = 400
"""Characters: a long paragraph of news. Whoever was last in view further back is a guess: on our development
articles such guesses were right 12 times in 35, nearer ones 4 times in 5."""
_AT_HAND = 250
"""Characters: one sentence or two. Whoever spoke there is meant, though another of that gender was named
since: right in 16 of 19 cases on our development articles, further on in about half."""
_READ = 1500
"""Characters; two or three paragraphs, in which a name is looked for when nobody is in view."""
_SPEAKING_TO = frozenset(["told", "asked", "tells", "asks"])
"""Verbs before whoever is spoken to."""
_ORDER = tuple(Evidence)
"""The surest first."""
_KEPT = 5
"""How many people are kept in view."""


class InView(NamedTuple):
    """Somebody who spoke, or whom a sentence was about."""

    bearer: Bearer
    at: int
    """Offset of the last mention that brought them into view."""
    evidence: Evidence
    """How sure it was that they were meant there."""


class Meant(NamedTuple):
    """Whom a pronoun means."""

    bearer: Bearer
    evidence: Evidence


class Focus:
    """Grows as the article is read."""

    def __init__(self, roster: Roster) -> None:
        """Start with nobody in view; ``roster`` knows who is named where."""
        self._roster = roster
        self._people: list[InView] = []
        self._taken: dict[str, str] = {}
        """By name: male or female, where a pronoun was last taken to mean the bearer."""
        self.unnamed = -1
        """Offset where somebody spoke last whom the article only describes: "a spokesman for the harbour"."""
        self._heard: dict[str, int] = {}
        """male and female → offset of the last pronoun of that gender."""

    def put(self, bearer: Bearer, at: int, evidence: Evidence = Evidence.SURE) -> None:
        """``bearer`` spoke, or a sentence was about them, at offset ``at``."""
        others = [held for held in self._people if held.bearer is not bearer]
        self._people = [*others[1 - _KEPT :], InView(bearer=bearer, at=at, evidence=evidence)]

    def ask(self, asker: Bearer, at: int) -> None:
        """``asker`` asked at ``at``; who was in view before answers: "“When?” asked Okell. “Soon,” *he*"."""
        others = [held for held in self._people if held.bearer is not asker and at - held.at <= _NEAR]
        if others:
            self.put(others[-1].bearer, at, Evidence.LIKELY)

    def hear(self, sentence: Sentence) -> None:
        """After a sentence: whoever is spoken to stays in view, and answers ("he told *her* so")."""
        genders, words = vocabulary().gendered, sentence.words
        if _SPEAKING_TO.isdisjoint(words.lower[sentence.start : sentence.end]):
            return
        for at in range(sentence.start + 1, sentence.end):
            if words.lower[at] in genders and words.lower[at - 1] in _SPEAKING_TO:
                self._heard[genders[words.lower[at]]] = words.starts[at]

    def _fitting(self, gender: str, people: Iterable[Bearer]) -> list[Bearer]:
        return [bearer for bearer in people if self._may_be(bearer, gender)]

    def _may_be(self, bearer: Bearer, gender: str) -> bool:
        """False where the bearer is of the other gender, or was taken for it before: one is not both."""
        return (bearer.gender or self._taken.get(bearer.name, gender)) == gender

    def latest(self) -> Bearer | None:
        """Who came into view last."""
        return self._people[-1].bearer if self._people else None

    def meant(self, gender: str, sentence: Sentence, place: int) -> Meant | None:
        """Whom the pronoun at word ``place`` of ``sentence`` means: male or female, by ``gender``.

        It is remembered, and tells the gender of who is meant.
        """
        found = self.likeliest(gender, sentence, place)
        if found is not None:
            if found.evidence is not Evidence.ANY:
                self._taken[found.bearer.name] = gender
            # "he" once, and "she" is somebody else from here on
            found.bearer.pronouns[gender] += {Evidence.SURE: 2, Evidence.LIKELY: 1, Evidence.ANY: 0}[
                found.evidence
            ]
        return found

    def likeliest(self, gender: str, sentence: Sentence, place: int) -> Meant | None:
        """The same, and nothing is remembered."""
        at = sentence.words.starts[place]
        return (
            self._subject_here(gender, sentence, place)
            or self._in_view(gender, at)
            or self._only_named(gender, at)
        )

    def _subject_here(self, gender: str, sentence: Sentence, place: int) -> Meant | None:
        """A subject before the pronoun in its own sentence: "When Okell rose, she said …"."""
        words = sentence.words
        here = self._fitting(
            gender, self._roster.people_between(words.starts[sentence.start], words.starts[place])
        )
        if not here:
            return None
        leading = self._leading(sentence, place)
        subjects = [
            bearer for bearer in here if bearer is leading or self._is_subject(sentence, place, bearer)
        ]
        told = [bearer for bearer in subjects if bearer.gender == gender]
        chosen = next(iter(told or subjects), None)
        if chosen is None:
            return None
        if chosen.gender is None:
            # "Okell praised Mrs. Marrow after she spoke": she who is known to be one
            chosen = next((bearer for bearer in here if bearer.gender == gender), chosen)
        alone = all(bearer is chosen for bearer in here)
        sure = alone and (chosen.gender == gender or self.latest() in (None, chosen))
        return Meant(bearer=chosen, evidence=Evidence.SURE if sure else Evidence.LIKELY)

    def _leading(self, sentence: Sentence, place: int) -> Bearer | None:
        """Who the sentence opens with, before word ``place``."""
        leading = leading_subject(sentence.words, sentence.start, place)
        return None if leading is None else self._roster.name_of(sentence.words, leading.start, leading.end)

    def _is_subject(self, sentence: Sentence, place: int, bearer: Bearer) -> bool:
        """True where ``bearer`` is the first word's, or stands right behind "when", "as", "while"."""
        words, vocab = sentence.words, vocabulary()
        name = sentence.start
        while name < place - 1 and words.lower[name] in vocab.titles:
            name += 1
        first = self._roster.people_between(words.starts[sentence.start], words.ends[name])
        if bearer in first:
            return True  # "Okell's fate was unclear, but she said …", "Mr. Brod's fate was …"
        if words.lower[sentence.start] == "for" and self._names(sentence, sentence.start + 1, place, bearer):
            return True  # "For Okell, the wall proves a rule. “…,” she said"
        for at in range(sentence.start, place - 1):
            opens = words.lower[at] in vocab.clause_openers or words.lower[at - 1 : at + 1] == ("as", "for")
            if opens and self._names(sentence, at + 1, place, bearer):
                return True
        return False

    def _names(self, sentence: Sentence, at: int, place: int, bearer: Bearer) -> bool:
        """True where the words from ``at`` on name ``bearer`` as a subject: "Mr. Brod came", not "Brod's"."""
        words, end = sentence.words, at
        while end < place and words.forms[end][0].isupper():
            end += 1
        if end == at or words.lower[end : end + 1] in (("'s",), ("’s",)):
            return False
        named = self._roster.people_between(words.starts[at], words.ends[end - 1])
        return bool(named) and named[-1] is bearer

    def _in_view(self, gender: str, at: int) -> Meant | None:
        for held in reversed(self._people):
            if not self._may_be(held.bearer, gender):
                continue
            if self.unnamed > held.at:
                # "A spokesman for the harbour said so. “…,” he said.": nobody with a name, most likely
                return Meant(bearer=held.bearer, evidence=Evidence.ANY)
            return Meant(bearer=held.bearer, evidence=self._how_sure(gender, held, at))
        return None

    def _how_sure(self, gender: str, held: InView, at: int) -> Evidence:
        """Of whoever is in view: how far back that was, and who else was named since."""
        if at - max(held.at, self._heard.get(gender, 0)) > _NEAR:
            return Evidence.ANY
        since = self._roster.people_between(held.at + 1, at)
        rivals = [bearer for bearer in self._fitting(gender, since) if bearer is not held.bearer]
        known = held.bearer.gender == gender
        if not known and at - held.at > _AT_HAND and any(rival.gender == gender for rival in rivals):
            return Evidence.ANY
        own = Evidence.SURE if known and not rivals else Evidence.LIKELY
        return weaker(own, held.evidence)

    def _only_named(self, gender: str, at: int) -> Meant | None:
        """With nobody in view: who was named last and is known to be of the gender."""
        near = self._roster.people_between(max(0, at - _READ), at)
        told = [bearer for bearer in near if bearer.gender == gender]
        if not told:
            return None
        alone = all(bearer is told[-1] for bearer in self._fitting(gender, near))
        return Meant(bearer=told[-1], evidence=Evidence.LIKELY if alone else Evidence.ANY)


def weaker(one: Evidence, other: Evidence) -> Evidence:
    """The lesser of two."""
    return max(one, other, key=_ORDER.index)


def enough(evidence: Evidence, wanted: Evidence) -> bool:
    """True where ``evidence`` is at least what is ``wanted``."""
    return weaker(evidence, wanted) is wanted
