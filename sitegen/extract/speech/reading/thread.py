"""The thread of an article: whose words a quotation without a clause of its own goes on with."""

from sitegen.extract.speech.marks.stretches import Stretch
from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.reading.attribution import Attribution, Step, continuing, step_on
from sitegen.extract.speech.reading.dialogue import Dialogue
from sitegen.extract.speech.reading.focus import weaker
from sitegen.extract.speech.reading.memory import Memory, Resolved
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import STOPS
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Evidence, SpeakerHow

_RESUMING = (("and", ":"), ("or", ":"), ("for", "example"), ("for", "instance"))
"""What else a line may begin with that adds one more thing somebody said."""
_LONG = 5
"""Words of a quotation that is somebody's, though no clause says whose."""
_NEAR = 8
"""Words at the head of a sentence among which a gesture is looked for."""


class Thread:
    """What the sentences before leave open; grows as the article is read."""

    def __init__(self, memory: Memory) -> None:
        """Start with nobody having spoken."""
        self._memory = memory
        self.last: Attribution | None = None
        """The statement that a quotation without a clause would continue; None where the thread is broken."""
        self.dialogue = Dialogue()
        self.same_paragraph = False
        """True: ``last`` was quoted in this paragraph."""
        self.announcing: Attribution | None = None
        """Of a sentence that ends in a colon: whose words the next paragraph quotes."""
        self.acting: Attribution | None = None
        """Whom the sentence before was about, in this paragraph: "Okell shook her head. “No.”"."""

    def open_paragraph(self) -> None:
        """A new paragraph begins."""
        self.same_paragraph = False
        self.acting = None

    def break_off(self) -> None:
        """At a heading: it says nothing of anybody, and ends the statement before."""
        self.last = self.announcing = self.acting = None
        self.dialogue.break_off()

    def opening(self, stretch: Stretch, *, opens: bool, asks: bool) -> Attribution | None:
        """Of a quotation that stands at the head of its sentence.

        ``opens``: as a sentence of its own; ``asks``: it is a question.
        """
        if self.announcing is not None:
            return self.announcing
        turn = None if self.same_paragraph else self.dialogue.turn(asks=asks)
        if turn is not None:
            return self._introduced(turn, step_on("by turns", stretch))
        return self._carried(stretch) or (self.acting if opens or self.same_paragraph else None)

    def going_on(self, stretch: Stretch, *, partial: bool) -> Attribution | None:
        """Of a quotation that continues the statement before."""
        if self.last is None:
            return None
        return continuing(self.last, partial=partial).following(
            step_on("continues the statement before", stretch)
        )

    def retelling(self, sentence: Sentence, stretch: Stretch, words: int) -> Attribution | None:
        """Of "It was “a wall that nobody asked for.”" right behind words of somebody: they go on.

        ``words``: how many the quotation has; shorter ones are mostly the reporter's own terms.
        """
        goes_on = self.same_paragraph and self.last is not None and self.last.speaker is not None
        if not goes_on or words < _LONG or self._memory.named_in(sentence):
            return None
        return self.going_on(stretch, partial=True)

    def resumed(self, sentence: Sentence, stretch: Stretch) -> Attribution | None:
        """Of "Then, a day later in Karsa: “…”", which names nobody before its colon."""
        words, vocab = sentence.words, vocabulary()
        first = words.lower[sentence.start : sentence.start + 2]
        resuming = first[0] in vocab.adverbs or first in _RESUMING
        if not resuming or self._memory.named_in(sentence):
            return None
        return self.going_on(stretch, partial=False)

    def follow(self, sentence: Sentence, previous: Attribution | None, spoken: Resolved | None) -> None:
        """After a sentence: ``previous`` is of its last quotation, ``spoken`` who else spoke in it."""
        subject = None if sentence.quotes else self._memory.subject()
        self.acting = None
        if previous is None:
            self.dialogue.break_off()
        if previous is not None:
            self.last, self.same_paragraph = previous, True
        elif spoken is not None:
            # "Okell said the delay had two causes." may introduce the paragraph that follows.
            self.last = Attribution(speaker=spoken.speaker, bearer=spoken.bearer, evidence=spoken.evidence)
            self.same_paragraph = False
        elif self._stays(sentence, subject):
            pass  # "“…,” Okell said. She is used to waiting. “…”"
        elif not self.same_paragraph or self._memory.turned():
            self.last = None
            self.acting = self._scene(sentence)

    def _stays(self, sentence: Sentence, subject: Bearer | None) -> bool:
        """True for "That was the only thing Okell spoke about." after words of hers, and for "Silence.".

        ``subject``: the person the sentence is about.
        """
        last = self.last.bearer if self.last is not None else None
        if last is None or subject is last:
            return last is not None
        if not last.could_be_person():
            return False
        named = self._memory.named_in(sentence)
        one_word = sentence.end - sentence.start == 2 and sentence.words.lower[sentence.end - 1] in STOPS
        return all(one is last for one in named) if named else one_word

    def _carried(self, stretch: Stretch) -> Attribution | None:
        """With no clause of its own: it continues a statement, or the sentence before introduces it."""
        if self.last is None or self.same_paragraph:
            return self.going_on(stretch, partial=False)
        return self._introduced(self.last, step_on("introduced by who spoke last", stretch))

    @staticmethod
    def _introduced(by: Attribution, step: Step) -> Attribution:
        """Of words that are whoever's ``by`` was, with no clause to say so."""
        return Attribution(
            speaker=by.speaker,
            bearer=by.bearer,
            how=SpeakerHow.INTRODUCED if by.speaker else SpeakerHow.NONE,
            evidence=weaker(by.evidence, Evidence.LIKELY),
            steps=(step,),
        )

    def _scene(self, sentence: Sentence) -> Attribution | None:
        """Whom a sentence in which nobody speaks is about: "Okell shook her head.", "He was told to go."."""
        bearer = self._memory.subject()
        if bearer is None:
            return None
        words = sentence.words
        near = words.lower[sentence.start : min(sentence.start + _NEAR, sentence.end)]
        gesture = not vocabulary().gestures.isdisjoint(near)
        start, end = words.starts[sentence.start], words.ends[sentence.end - 1]
        return Attribution(
            speaker=bearer.name,
            bearer=bearer,
            how=SpeakerHow.INTRODUCED,
            evidence=Evidence.LIKELY if gesture else Evidence.ANY,
            steps=(Step(rule="introduced by what the sentence before is about", start=start, end=end),),
        )
