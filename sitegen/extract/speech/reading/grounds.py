"""On what grounds words are given to somebody: a reporting clause, a colon, a signature, what came before."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.phrases.mentions import Mention, Subject, head_end
from sitegen.extract.speech.phrases.openings import announcer
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.reading.attribution import Attribution, Step, shape
from sitegen.extract.speech.reading.memory import Memory, Resolved, embedded
from sitegen.extract.speech.sentences.answers import answer_behind
from sitegen.extract.speech.sentences.relays import relays
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import DASHES, STOPS, has_verb
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Span

_PLAIN = frozenset(["say", "tell", "write", "call", "describe"])
"""Verbs that stay the cue inside another clause: "Okell said all she wanted to say was “that …”"."""
_LONGEST_SIGNATURE = 20  # words
_BEHIND_SIGNATURE = STOPS | {",", "("}


class Grounds:
    """Turns the words that name a speaker into an attribution, and remembers whoever it named."""

    def __init__(self, text: str, memory: Memory) -> None:
        """``memory`` knows who is who, and is told who speaks."""
        self._text = text
        self._memory = memory

    def reported(
        self, sentence: Sentence, known: Sequence[Clause], clause: Clause, subject: Mention, *, partial: bool
    ) -> Attribution:
        """From a reporting clause, "“…,” he said": its subject. ``known``: all clauses of the sentence."""
        if subject.kind is Subject.PRONOUN and (outer := _outer(sentence, known, clause)) is not None:
            # "Okell said | she would offer | “a prayer”": the outer clause is the one that reports.
            plain = clause.form is not None and clause.form.base in _PLAIN
            clause, subject = (clause if plain or not partial else outer[0]), outer[1]
        words = sentence.words
        cue = Span(start=words.starts[clause.verb], end=words.ends[clause.verb_end - 1])
        through = [self._relayer(sentence, each) for each in relays(sentence, known, clause)]
        speaker, step = self._speaker(sentence, subject)
        return Attribution(
            speaker=speaker.speaker,
            mention=self._memory.written(sentence, subject),
            cue=cue.of(self._text),
            how=speaker.how,
            bearer=speaker.bearer,
            evidence=speaker.evidence,
            partial=partial,
            relayed_by=tuple(name for name in through if name != speaker.speaker),
            steps=(Step(rule=f"clause: {shape(clause)}", start=cue.start, end=cue.end), step),
        )

    def announced(self, sentence: Sentence, place: int) -> Attribution | None:
        """From a colon before word ``place``: who opens the sentence ("Lene Marrow, of the union: “…”")."""
        mention = announcer(sentence.words, sentence.start, place - 1)
        if mention is None:
            return None
        colon = sentence.words.starts[place - 1]
        step = Step(rule="announced by a colon", start=colon, end=colon + 1)
        return self._said_by(sentence, mention).following(step)

    def announcing(self, sentence: Sentence, known: Sequence[Clause]) -> Attribution | None:
        """From a sentence that ends in a colon, its quotation to follow: "Okell read from page 31:"."""
        if sentence.words.lower[sentence.end - 1] != ":":
            return None
        for clause in reversed(known):
            if clause.subject is not None and not clause.passive:
                return self.reported(sentence, known, clause, clause.subject, partial=False)
        return self.announced(sentence, sentence.end)

    def answered(self, sentence: Sentence, place: int) -> Attribution | None:
        """From "“…,” came the reply from the ministry" behind word ``place``."""
        answer = answer_behind(sentence, place)
        if answer is None:
            return None
        words = sentence.words
        cue = Span(start=words.starts[answer.start], end=words.ends[answer.end - 1])
        step = Step(rule="brought by an answer or a shout", start=cue.start, end=cue.end)
        said = Attribution() if answer.speaker is None else self._said_by(sentence, answer.speaker)
        return replace(said, cue=cue.of(self._text)).following(step)

    def signed(self, sentence: Sentence, at: int) -> Attribution | None:
        """From "— Lene Marrow, of the union" at word ``at``, to the end of the sentence."""
        words = sentence.words
        if at >= sentence.end or words.lower[at] not in DASHES:
            return None
        mention = phrase_from(words, at + 1, sentence.end)
        if mention is None or mention.kind is not Subject.NAME:
            return None
        if mention.end < sentence.end and words.lower[mention.end] not in _BEHIND_SIGNATURE:
            return None
        step = Step(rule="signed behind a dash", start=words.starts[at], end=words.ends[mention.end - 1])
        return self._said_by(sentence, mention).following(step)

    def signed_below(self, sentence: Sentence) -> Attribution | None:
        """From the line below an extract left open: "“It will hold.⏎| Lene Marrow |, baker, on it.”"."""
        words = sentence.words
        mention = phrase_from(words, sentence.start, sentence.end)
        named = mention is not None and mention.kind is Subject.NAME and mention.end - mention.start > 1
        if mention is None or not named or sentence.start > 0 or has_verb(words, mention.end, sentence.end):
            return None
        behind = words.lower[mention.end : mention.end + 1]
        if sentence.end - sentence.start > _LONGEST_SIGNATURE or behind not in ((), (",",), (".",)):
            return None
        start, end = words.starts[sentence.start], words.ends[mention.end - 1]
        step = Step(rule="signed on the line below", start=start, end=end)
        return self._said_by(sentence, mention).following(step)

    def _relayer(self, sentence: Sentence, mention: Mention) -> str:
        return self._memory.resolve(sentence, mention).speaker or self._memory.written(sentence, mention)

    def _said_by(self, sentence: Sentence, mention: Mention) -> Attribution:
        """Of whoever ``mention`` stands for, who is remembered as speaking."""
        speaker, step = self._speaker(sentence, mention)
        return Attribution(
            speaker=speaker.speaker,
            mention=self._memory.written(sentence, mention),
            how=speaker.how,
            bearer=speaker.bearer,
            evidence=speaker.evidence,
            steps=(step,),
        )

    def _speaker(self, sentence: Sentence, mention: Mention) -> tuple[Resolved, Step]:
        """Whoever ``mention`` stands for, who is remembered as speaking."""
        resolved = self._memory.resolve(sentence, mention)
        words = sentence.words
        self._memory.note(resolved, words.starts[mention.start])
        start, end = words.starts[mention.first], words.ends[mention.end - 1]
        outcome = f"{resolved.speaker} ({resolved.evidence})" if resolved.speaker else "not known"
        return resolved, Step(rule=f"speaker: {mention.kind}", start=start, end=end, outcome=outcome)


def _outer(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> tuple[Clause, Mention] | None:
    """The clause that reports the pronoun's clause: "Okell said the only thing she wanted to say …"."""
    for outer in reversed(known):
        if outer.verb >= clause.verb or outer.subject is None or outer.passive or outer.noun:
            continue
        inner = clause.subject
        if inner is None or not embedded(sentence, outer, inner):
            return None
        words = sentence.words.lower
        same = outer.subject.kind is Subject.PRONOUN and words[outer.subject.start] == words[inner.start]
        named = outer.subject.kind is Subject.NAME or _is_person(sentence, outer.subject)
        return (outer, outer.subject) if same or named else None
    return None


def _is_person(sentence: Sentence, subject: Mention) -> bool:
    """True for "the mayor"; not for "the report", "the crews"."""
    words, vocab = sentence.words, vocabulary()
    head = words.lower[head_end(words, subject.start, subject.end) - 1]
    return subject.kind is Subject.NOMINAL and head in vocab.speaker_nouns and head not in vocab.bodies
