"""Goes through an article with its reader, and keeps who disputes whose words."""

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.disputes.claims import claim_ahead, sole_claim
from sitegen.extract.speech.disputes.contests import Contest, contests
from sitegen.extract.speech.disputes.objects import Disputed
from sitegen.extract.speech.disputes.vocabulary import dispute_words
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.reading.attribution import Attribution
from sitegen.extract.speech.reading.focus import enough
from sitegen.extract.speech.reading.memory import Memory, Resolved
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import has_verb
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.model import Evidence, Span

Said = tuple[Span, Attribution]
"""Words, and whose they are."""


class Heard(NamedTuple):
    """A dispute as the article tells it."""

    statement: Said
    """The sentence that disputes, and who does."""
    disputed: Said | None
    """What is disputed; None: the sentence does not tell whose words, or not surely."""


class _Before(NamedTuple):
    """The sentence before."""

    sentence: Sentence
    known: Sequence[Clause]
    spoken: Resolved | None
    """Who spoke last in it."""


class Listener:
    """Asked of every sentence, before the memory has taken it in."""

    def __init__(self, text: str, memory: Memory, wanted: Evidence) -> None:
        """``memory`` knows who is who; nobody is named on less evidence than ``wanted``."""
        self.heard: list[Heard] = []
        """In text order."""
        self._text = text
        self._memory = memory
        self._wanted = wanted
        self._before: _Before | None = None

    def break_off(self) -> None:
        """At a heading: what comes next speaks of nothing before it."""
        self._before = None

    def listen(self, sentence: Sentence, known: Sequence[Clause]) -> None:
        """Keep the disputes of ``sentence``."""
        if dispute_words().cues.keys().isdisjoint(sentence.words.lower[sentence.start : sentence.end]):
            return
        for contest in contests(sentence, known):
            by = self._said_by(sentence, contest.by, contest.cue, contest.cue + 1)
            if by is not None and not self._another_named(sentence, contest.by, by):
                whole = _span(sentence, sentence.start, sentence.end)
                self.heard.append(Heard((whole, by), self._disputed(sentence, known, contest, by)))

    def follow(self, sentence: Sentence, known: Sequence[Clause], spoken: Resolved | None) -> None:
        """Remember ``sentence`` for the one behind it."""
        self._before = _Before(sentence, known, spoken)

    def _said_by(self, sentence: Sentence, mention: Mention, start: int, end: int) -> Attribution | None:
        """Of whom ``mention`` stands for, with the words ``start`` to ``end`` as cue; None: nobody surely."""
        resolved = self._memory.resolve(sentence, mention, learns=False)
        return self._attribution(resolved, sentence, mention, _span(sentence, start, end))

    def _another_named(self, sentence: Sentence, mention: Mention, by: Attribution) -> bool:
        """True for "When we called Brod, | he | denied it" where "he" would be somebody else."""
        if mention.kind is not Subject.PRONOUN or mention.start == sentence.start:
            return False
        ahead = sentence._replace(end=mention.start)
        return any(bearer is not by.bearer for bearer in self._memory.named_in(ahead))

    def _attribution(
        self, resolved: Resolved, sentence: Sentence, mention: Mention, cue: Span
    ) -> Attribution | None:
        if resolved.speaker is None or not enough(resolved.evidence, self._wanted):
            return None
        return Attribution(
            speaker=resolved.speaker,
            mention=self._memory.written(sentence, mention),
            cue=cue.of(self._text),
            how=resolved.how,
            bearer=resolved.bearer,
            evidence=resolved.evidence,
        )

    def _disputed(
        self, sentence: Sentence, known: Sequence[Clause], contest: Contest, by: Attribution
    ) -> Said | None:
        what = contest.disputed
        if what.owner is not None:
            said = self._owned(sentence, what, what.owner)
        elif what.points_back:
            said = self._claimed_here(sentence, known, contest)
            if said is None and _opens(sentence, contest):
                said = self._claimed_before()
                said = said if said is None or _fits(sentence, what, said[0].of(self._text)) else None
        else:
            said = None
        return None if said is None or _same(said[1], by) else said

    def _owned(self, sentence: Sentence, what: Disputed, owner: Mention) -> Said | None:
        if owner.kind is Subject.PRONOUN:
            before = self._claimed_before()
            own = self._said_by(sentence, owner, owner.start, owner.end)
            # "her account": hers who spoke in the sentence before, and no other woman's
            if own is None or before is None or before[1].speaker != own.speaker:
                return None
            return before
        start, end = (what.end - 1, what.end) if what.noun is None else (what.noun, what.noun + 1)
        given = self._said_by(sentence, owner, start, end)
        return None if given is None else (_span(sentence, what.start, what.end), given)

    def _claimed_here(self, sentence: Sentence, known: Sequence[Clause], contest: Contest) -> Said | None:
        """From the same sentence: "| Okell said the dam was unsafe |, a claim that Brod denied"."""
        reach = min(contest.disputed.start, contest.by.first, contest.cue)
        claim = claim_ahead(sentence, known, reach)
        if claim is None:
            return None
        given = self._said_by(sentence, claim.by, claim.verb, claim.verb_end)
        return None if given is None else (_span(sentence, claim.first, _last_word(sentence, reach)), given)

    def _claimed_before(self) -> Said | None:
        """From the sentence before, where only one party speaks in it, and says something."""
        if self._before is None:
            return None
        sentence, known, spoken = self._before
        claim = sole_claim(sentence, known)
        if claim is None:
            return None
        if claim.by.kind is not Subject.PRONOUN:
            resolved = self._memory.resolve(sentence, claim.by, learns=False)
        elif spoken is not None and claim.alone:
            resolved = spoken  # "she" was resolved when it was read; by now others have been named
        else:
            return None
        cue = _span(sentence, claim.verb, claim.verb_end)
        given = self._attribution(resolved, sentence, claim.by, cue)
        return None if given is None else (_span(sentence, sentence.start, sentence.end), given)


def _last_word(sentence: Sentence, end: int) -> int:
    """Behind the last word before ``end`` that is more than a mark."""
    while not (sentence.words.lower[end - 1][0].isalnum() or sentence.words.lower[end - 1] == QUOTED):
        end -= 1
    return end


def _fits(sentence: Sentence, what: Disputed, said: str) -> bool:
    """False for "the figure" where nothing said has digits."""
    number = what.noun is not None and sentence.words.lower[what.noun] in dispute_words().numbers
    return not number or any(character.isdigit() for character in said)


def _opens(sentence: Sentence, contest: Contest) -> bool:
    """True where the dispute opens its sentence, so that "the claim" is of the sentence before.

    Not in "The hills are held to be ours, although | Karsa | disputes that".
    """
    first = min(contest.by.first, contest.disputed.start)
    return not has_verb(sentence.words, sentence.start, first)


def _same(one: Attribution, other: Attribution) -> bool:
    """True where both are the same speaker."""
    if one.bearer is not None and one.bearer is other.bearer:
        return True
    return one.speaker == other.speaker


def _span(sentence: Sentence, start: int, end: int) -> Span:
    words = sentence.words
    return Span(start=words.starts[start], end=words.ends[end - 1])
