"""Who has spoken so far: turns "he", "the agency" and "Hamdan" into a full name."""

from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.names.roster import Roster
from sitegen.extract.speech.phrases.mentions import Mention, Subject, head_end
from sitegen.extract.speech.phrases.openings import leading_subject
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.reading.focus import Focus
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import BREAKS
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Evidence, SpeakerHow


class Resolved(NamedTuple):
    """Whom a mention stands for."""

    speaker: str | None
    """Full name, or the description itself; None: not known."""
    how: SpeakerHow
    bearer: Bearer | None = None
    """None where the speaker is known by no name."""
    evidence: Evidence = Evidence.SURE


_WHOLE = 2
"""Words of a name that introduces somebody."""
_UNKNOWN = Resolved(speaker=None, how=SpeakerHow.NONE)


class Memory:
    """Grows sentence by sentence, in text order."""

    def __init__(self, text: str, roster: Roster) -> None:
        """Start with nobody having spoken; ``roster`` knows the names of the whole article."""
        self._text = text
        self._roster = roster
        self._focus = Focus(roster)
        """Whom "he" may mean."""
        self._voice: Bearer | None = None
        """Who spoke last, person or body."""
        self._body: Bearer | None = None
        """Which body spoke last: whom "it" means."""
        self._turned = False
        self._subject: Bearer | None = None

    def written(self, sentence: Sentence, mention: Mention) -> str:
        """The mention as it stands in the text, a description set before it included."""
        return self._text[sentence.words.starts[mention.first] : sentence.words.ends[mention.end - 1]]

    def resolve(self, sentence: Sentence, mention: Mention, *, learns: bool = True) -> Resolved:
        """Whom ``mention`` stands for, on the evidence read so far.

        ``learns``: what it tells of them is remembered; False: the reading goes on as if nobody had asked.
        """
        if mention.kind is Subject.NAME and self._several(sentence, mention, renames=learns):
            return Resolved(speaker=self.written(sentence, mention), how=SpeakerHow.NAMED)
        if mention.kind is Subject.NAME:
            bearer = self._roster.name_of(sentence.words, mention.start, mention.end, renames=learns)
            name = bearer.name if bearer is not None else self.written(sentence, mention)
            return Resolved(speaker=name, how=SpeakerHow.NAMED, bearer=bearer)
        if mention.kind is Subject.PRONOUN:
            return self._by_pronoun(sentence, mention, learns=learns)
        return self._by_description(sentence, mention)

    def _several(self, sentence: Sentence, mention: Mention, *, renames: bool) -> bool:
        """True for "Tom Holt and Ada Okell"; not for "Health and Water Minister Tolland"."""
        words = sentence.words
        for at in range(mention.start + 1, mention.end - 1):
            if words.lower[at] == "and":
                first = self._roster.name_of(words, mention.start, at, renames=renames)
                return first is not None and first.could_be_person()
        return False

    def _by_pronoun(self, sentence: Sentence, mention: Mention, *, learns: bool) -> Resolved:
        words = sentence.words
        low = words.lower[mention.start]
        gender = vocabulary().gendered.get(low) or vocabulary().pronouns.get(low)
        if gender == "thing" and self._body is not None:
            return Resolved(speaker=self._body.name, how=SpeakerHow.PRONOUN, bearer=self._body)
        if gender not in ("male", "female"):
            return _UNKNOWN
        look = self._focus.meant if learns else self._focus.likeliest
        meant = look(gender, sentence, mention.start)
        if meant is None:
            return _UNKNOWN
        bearer = meant.bearer
        return Resolved(speaker=bearer.name, how=SpeakerHow.PRONOUN, bearer=bearer, evidence=meant.evidence)

    def _by_description(self, sentence: Sentence, mention: Mention) -> Resolved:
        words = sentence.words
        head = head_end(words, mention.start, mention.end)
        if words.lower[mention.start] in ("the", "this", "that") and head == mention.end:
            description = [
                low for low in words.lower[mention.start + 1 : head] if low.replace("-", "").isalnum()
            ]
            bearer = self._described(description, words.starts[mention.start])
            if bearer is not None:
                return Resolved(speaker=bearer.name, how=SpeakerHow.DESCRIPTION, bearer=bearer)
        return Resolved(speaker=self.written(sentence, mention), how=SpeakerHow.DESCRIPTION)

    def _described(self, description: list[str], at: int) -> Bearer | None:
        """Whom "the news agency" means: whoever spoke last, where the words fit, else whoever they fit."""
        if not description or description[-1] in vocabulary().documents:
            return None
        return self._roster.described_as(description, at, self._voice)

    def _is_person(self, sentence: Sentence, clause: Clause) -> bool:
        """True for "a spokesman for the harbour said"; not for "the ministry", "an analyst who teaches"."""
        mention, words, vocab = clause.subject, sentence.words, vocabulary()
        if mention is None or mention.kind is not Subject.NOMINAL or clause.form is None or clause.form.weak:
            return False
        head = words.lower[head_end(words, mention.start, mention.end) - 1]
        person = head in vocab.speaker_nouns and head not in vocab.bodies and not head.endswith("s")
        # "The candidate took to the stage": somebody the article has named before
        known = words.lower[mention.start] in ("the", "this") and self._focus.latest() is not None
        return person and not known and words.lower[mention.end : mention.end + 1] != ("who",)

    def subject(self) -> Bearer | None:
        """The person the last sentence was about, if it opened with their name or pronoun."""
        return self._subject

    def turned(self) -> bool:
        """True where the last sentence was about another person than the one before."""
        return self._turned

    def named_in(self, sentence: Sentence) -> list[Bearer]:
        """The people named in ``sentence``, in order."""
        words = sentence.words
        return self._roster.people_between(words.starts[sentence.start], words.ends[sentence.end - 1])

    def note(self, resolved: Resolved, at: int) -> None:
        """Somebody was named as speaking at offset ``at``; later pronouns may mean them."""
        if resolved.bearer is None:
            return
        if resolved.bearer.could_be_person():
            self._focus.put(resolved.bearer, at, resolved.evidence)
        else:
            self._body = resolved.bearer

    def remember(self, sentence: Sentence, known: tuple[Clause, ...]) -> Resolved | None:
        """After a sentence: learn from its reporting clauses, quoted or not; the last speaker of them."""
        spoken: Resolved | None = None
        named = False
        person = self._focus.latest()
        for number, clause in enumerate(known):
            if clause.passive and clause.subject is not None and clause.subject.kind is Subject.NAME:
                self._put_in_view(sentence, clause.subject)
            if (
                clause.subject is None
                or clause.passive
                or clause.noun
                or _asks_aside(sentence, clause)
                or _said_of(sentence, known[:number], clause.subject)
            ):
                continue
            resolved = self.resolve(sentence, clause.subject)
            if resolved.bearer is None and self._is_person(sentence, clause):
                self._focus.unnamed = sentence.words.starts[clause.subject.start]
            spoken = resolved if resolved.speaker is not None else spoken
            # "Okell is among those who say so": it is her the sentence is about
            named = named or resolved.bearer is not None
            self._voice = resolved.bearer or self._voice
            self.note(resolved, sentence.words.starts[clause.subject.start])
            if resolved.bearer is not None and _asks(self._text, sentence, clause):
                self._focus.ask(resolved.bearer, sentence.words.starts[clause.subject.start])
        self._put_main_subject(sentence, known)
        heard = any(not clause.noun and not _asks_aside(sentence, clause) for clause in known)
        subject = None if heard and named else self._note_subject(sentence)
        self._subject = None if heard else subject
        if spoken is None and subject is None:
            self._present(sentence)
        self._focus.hear(sentence)
        self._turned = self._focus.latest() is not person
        return spoken

    def _put_main_subject(self, sentence: Sentence, known: tuple[Clause, ...]) -> None:
        """Of "When Okell called it “a toy,” | Brod | disagreed.": he is in view, whoever spoke before him."""
        words = sentence.words
        if words.lower[sentence.start] not in vocabulary().clause_openers or not known:
            return
        main = leading_subject(words, sentence.start, sentence.end)
        before = main is not None and all(
            clause.subject is None or clause.subject.end < main.start for clause in known
        )
        if before and main is not None and main.kind is Subject.NAME:
            self._put_in_view(sentence, main)

    def _put_opening_subject(self, sentence: Sentence) -> bool:
        """Of "When | Okell | came to Karsa she was met by a crowd.": in view, though the crowd is, too."""
        words = sentence.words
        if words.lower[sentence.start] not in vocabulary().clause_openers:
            return False
        opening = phrase_from(words, sentence.start + 1, sentence.end)
        if opening is None or opening.kind is not Subject.NAME:
            return False
        self._put_in_view(sentence, opening)
        return True

    def _present(self, sentence: Sentence) -> None:
        """Whom a sentence ends on and tells who it is: "It worries Ansel Brod, a baker. “…,” he said."."""
        words = sentence.words
        named = self.named_in(sentence)
        if not named or len(named[-1].tokens) < _WHOLE:
            return
        bearer = named[-1]
        at = bearer.last_before(words.ends[sentence.end - 1])
        if at != bearer.places[0]:
            return  # no news
        behind = bisect_left(words.starts, at) + len(bearer.tokens)
        told = words.lower[behind : behind + 2]
        if len(told) > 1 and told[0] == "," and (told[1] in _opens_description() or told[1].isdigit()):
            self._focus.put(bearer, at, Evidence.LIKELY)

    def _put_in_view(self, sentence: Sentence, mention: Mention) -> None:
        """Whoever is asked or told something may answer: "Okell was asked why. “…,” she said."."""
        resolved = self.resolve(sentence, mention)
        if resolved.bearer is not None and resolved.bearer.could_be_person():
            self._focus.put(resolved.bearer, sentence.words.starts[mention.start], Evidence.LIKELY)

    def _note_subject(self, sentence: Sentence) -> Bearer | None:
        """Of a sentence in which nobody speaks: its subject, who is returned, or the one person it names."""
        words = sentence.words
        leading = leading_subject(words, sentence.start, sentence.end)
        if (leading is None or leading.kind is not Subject.NAME) and self._put_opening_subject(sentence):
            return None
        if leading is None:
            # "The vote was called after Orlan Dacke resigned. He said …"
            named = self.named_in(sentence)
            told = not vocabulary().gendered.keys().isdisjoint(words.lower[sentence.start : sentence.end])
            if named and not told and all(bearer is named[0] for bearer in named):
                self._focus.put(named[0], words.starts[sentence.start], Evidence.LIKELY)
            return None
        resolved = self.resolve(sentence, leading)
        if leading.kind is not Subject.PRONOUN:
            self.note(resolved, words.starts[leading.start])
        person = resolved.bearer is not None and resolved.bearer.could_be_person()
        return resolved.bearer if person else None


def embedded(sentence: Sentence, outer: Clause, subject: Mention) -> bool:
    """True for "Brod" in "Okell said that | Brod | told her so": part of what another is reported to say."""
    if outer.verb_end > subject.start:
        return False
    between = sentence.words.lower[outer.verb_end : subject.start]
    return not any(low in BREAKS or low in ("and", "but", "while", "as") for low in between)


def _asks(text: str, sentence: Sentence, clause: Clause) -> bool:
    """True for "“When?” asked Okell"."""
    named = clause.subject is not None and clause.subject.kind is Subject.NAME
    asks = named and clause.form is not None and clause.form.base == "ask"
    return asks and any(text[stretch.end - 1] == "?" for _, stretch in sentence.quotes)


def _asks_aside(sentence: Sentence, clause: Clause) -> bool:
    """True for "Okell hesitated when | Brod asked | why": it is she who answers."""
    if clause.form is None or clause.form.base != "ask" or clause.subject is None:
        return False
    before = clause.subject.start - 1
    return before > sentence.start and sentence.words.lower[before] in ("when", "after", "as", "while")


def _said_of(sentence: Sentence, earlier: tuple[Clause, ...], subject: Mention) -> bool:
    outer = next((clause for clause in reversed(earlier) if clause.subject is not None), None)
    return outer is not None and embedded(sentence, outer, subject)


@cache
def _opens_description() -> frozenset[str]:
    """What may stand first behind the comma of "Ansel Brod, a baker"."""
    vocab = vocabulary()
    return vocab.determiners | vocab.speaker_nouns | vocab.titles | {"who"}
