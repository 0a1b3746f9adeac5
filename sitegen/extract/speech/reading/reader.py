"""Reads an article sentence by sentence and says of each quotation whose it is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.clauses.finding import find
from sitegen.extract.speech.disputes.listener import Listener
from sitegen.extract.speech.marks.stretches import Stretch
from sitegen.extract.speech.phrases.mentions import Subject
from sitegen.extract.speech.phrases.openings import sets_off_announcer
from sitegen.extract.speech.reading.attribution import Attribution, continuing, step_on
from sitegen.extract.speech.reading.grounds import Grounds
from sitegen.extract.speech.reading.memory import Memory
from sitegen.extract.speech.reading.thread import Thread
from sitegen.extract.speech.sentences.governing import clause_behind, governing
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.sentences.standing import adjoins, is_partial, is_whole, opens_sentence
from sitegen.extract.speech.sentences.statements import reported
from sitegen.extract.speech.words.classes import STOPS
from sitegen.model import Span, SpeakerHow

_CUTTING_IN = frozenset(["interject", "interrupt", "chime", "cut", "jump", "pipe"])
"""Verbs for taking the word from another: "“…,” Okell said, and Brod cut in. “…”"."""
_ADDING = frozenset(["adding", "saying"])
"""What opens a sentence that goes on with a statement: "Adding: “…”"."""


class _Quote(NamedTuple):
    """One quotation of a sentence, and what stands around it."""

    sentence: Sentence
    place: int
    """Index of the word it stands as."""
    stretch: Stretch
    known: Sequence[Clause]
    clause: Clause | None
    """The reporting clause that governs it."""
    previous: Attribution | None
    """Of the quotation before it in the sentence."""
    again: bool
    """True: ``clause`` governs the quotation before it, too."""


class Reader:
    """Attributes the quotations of one sentence after the other."""

    def __init__(
        self, text: str, memory: Memory, *, indirect: bool, listener: Listener | None = None
    ) -> None:
        """Start with nobody having spoken; ``indirect``: collect statements without marks, too.

        ``listener``: keeps who disputes whose words; None: nobody asks.
        """
        self.found: dict[int, Attribution] = {}
        """By offset of the opening mark."""
        self.statements: list[tuple[Span, Attribution]] = []
        """Indirect statements, in text order."""
        self._text = text
        self._memory = memory
        self._grounds = Grounds(text, memory)
        self._thread = Thread(memory)
        self._indirect = indirect
        self._listener = listener
        self._unsigned: list[int] = []
        """Opening marks of the quotations of the paragraph before that are nobody's yet."""

        self._left_open = False
        """True: the last of them has no closing mark."""

    def open_paragraph(self) -> None:
        """A new paragraph begins."""
        self._thread.open_paragraph()

    def break_off(self) -> None:
        """At a heading: it says nothing of anybody, and ends the statement before."""
        self._thread.break_off()
        if self._listener is not None:
            self._listener.break_off()
        self._unsigned = []

    def read(self, sentence: Sentence) -> None:
        """Attribute the quotations of ``sentence``, and remember who spoke in it."""
        if not sentence.quotes and self._sign(sentence):
            return
        known = find(sentence.words, sentence.start, sentence.end)
        previous = self._attribute_all(sentence, known)
        if self._indirect:
            self._report_all(sentence, known)
        if self._listener is not None:
            self._listener.listen(sentence, known)
        if previous is not None:
            self._thread.dialogue.heard(previous, asks=self._asks(sentence.quotes[-1][1]))
            previous = self._whose_sentence(sentence, known) or previous
        spoken = self._memory.remember(sentence, known)
        self._thread.announcing = self._grounds.announcing(sentence, known)
        self._thread.follow(sentence, previous, spoken)
        if self._listener is not None:
            self._listener.follow(sentence, known, spoken)

    def _attribute_all(self, sentence: Sentence, known: Sequence[Clause]) -> Attribution | None:
        """Attribute every quotation of ``sentence``; the last one's attribution."""
        previous: Attribution | None = None
        used: Clause | None = None
        unsigned: list[int] = []
        for place, stretch in sentence.quotes:
            given = self._goes_on(sentence, known, place, stretch)
            if given is None:
                clause = governing(self._text, sentence, known, place, stretch, follows=previous is not None)
                quote = _Quote(
                    sentence=sentence,
                    place=place,
                    stretch=stretch,
                    known=known,
                    clause=clause,
                    previous=previous,
                    again=clause is used,
                )
                given = replace(
                    self._attribute(quote),
                    beside=adjoins(self._text, sentence, place, clause, stretch),
                    whole=is_whole(self._text, sentence, place, stretch),
                )
                used = clause or used
            self.found[stretch.opening] = given
            previous = given if given.attributed else previous
            if given.cue is None and given.how in (SpeakerHow.NONE, SpeakerHow.INTRODUCED):
                unsigned.append(stretch.opening)
        if sentence.quotes:
            self._unsigned, self._left_open = unsigned, not sentence.quotes[-1][1].closed
        return previous

    def _whose_sentence(self, sentence: Sentence, known: Sequence[Clause]) -> Attribution | None:
        """Who says a sentence that ends on words of somebody else's, and may say the next one, too.

        "“It holds,” | Okell | said, though Brod called it “a toy.”"; "Brod called it “a toy,” | she | said."
        """
        closing = known[-1] if known else None
        if closing is not None and closing.subject is not None and self._cuts_in(sentence, closing):
            return self._grounds.reported(sentence, known, closing, closing.subject, partial=False)
        first, (place, last) = sentence.quotes[0][1], sentence.quotes[-1]
        if not self.found[last.opening].partial:
            return None
        opening = self.found[first.opening]
        if opening.attributed and not opening.partial:
            return opening
        behind = clause_behind(sentence, known, place, self._text[last.end - 1])
        if behind is None or behind.subject is None or self._text[last.end - 1] != ",":
            return None
        return self._grounds.reported(sentence, known, behind, behind.subject, partial=False)

    @staticmethod
    def _cuts_in(sentence: Sentence, clause: Clause) -> bool:
        """True where a sentence ends on "and | Brod | cut in"."""
        behind = sentence.words.lower[clause.verb_end : sentence.end]
        takes = clause.form is not None and clause.form.base in _CUTTING_IN and not clause.passive
        return takes and all(low in STOPS for low in behind)

    def _goes_on(
        self, sentence: Sentence, known: Sequence[Clause], place: int, stretch: Stretch
    ) -> Attribution | None:
        """Of a quotation that the paragraph before left open, with no clause of its own."""
        last = self._thread.last
        if not stretch.continues or last is None:
            return None
        if clause_behind(sentence, known, place, self._text[stretch.end - 1]) is not None:
            return None
        return continuing(last).following(step_on("goes on from the paragraph before", stretch))

    def _attribute(self, quote: _Quote) -> Attribution:
        previous, clause = quote.previous, quote.clause
        partial = is_partial(self._text, quote.sentence, quote.place, clause, follows=previous is not None)
        if previous is not None and quote.again and not partial:
            return continuing(previous).following(
                step_on("a further fragment under the same clause", quote.stretch)
            )
        sentence, colon = quote.sentence, quote.place - 1
        named = sentence.before(quote.place) == ":" and sets_off_announcer(
            sentence.words, sentence.start, colon
        )
        if named:
            clause = None  # "The polls did predict it – Lene Marrow: “…”"
        if clause is not None and clause.subject is not None:
            return self._grounds.reported(
                quote.sentence, quote.known, clause, clause.subject, partial=partial
            )
        if previous is not None:
            return continuing(previous, partial=partial).following(
                step_on("goes on behind a quotation of the sentence", quote.stretch)
            )
        found = self._without_clause(quote, partial=partial)
        return found or Attribution(partial=partial, attributed=False)

    def _without_clause(self, quote: _Quote, *, partial: bool) -> Attribution | None:
        """Of a quotation whose sentence has no reporting clause for it."""
        sentence, place, stretch = quote.sentence, quote.place, quote.stretch
        signed = self._grounds.signed(sentence, place + 1) or self._grounds.answered(sentence, place)
        if signed is not None:
            return signed
        if sentence.before(place) == ":":
            announced = self._grounds.announced(sentence, place)
            return announced or (self._thread.resumed(sentence, stretch) if not partial else None)
        opens = opens_sentence(self._text, sentence, place, stretch)
        if place == sentence.start and not partial:
            return self._thread.opening(stretch, opens=opens, asks=self._asks(stretch))
        adding = sentence.words.lower[sentence.start] in _ADDING and place - sentence.start <= 2
        if adding or (self._thread.same_paragraph and opens):
            return self._thread.going_on(stretch, partial=partial)
        others = any(
            clause.subject is not None and clause.subject.kind is not Subject.PRONOUN
            for clause in quote.known
        )
        words = len(self._text[stretch.start : stretch.end].split())
        return self._thread.retelling(sentence, stretch, words) if partial and not others else None

    def _asks(self, stretch: Stretch) -> bool:
        return self._text[stretch.end - 1] == "?"

    def _sign(self, sentence: Sentence) -> bool:
        """A line that is nothing but a dash and a name signs the quotations before it: "— Lene Marrow"."""
        if not self._unsigned:
            return False
        signed = self._grounds.signed(sentence, sentence.start)
        if signed is None and self._left_open:
            signed = self._grounds.signed_below(sentence)
        self._left_open = False
        if signed is None:
            self._unsigned = []
            return False
        for opening in self._unsigned:
            before = self.found[opening]
            self.found[opening] = replace(signed, partial=False, beside=before.beside, whole=before.whole)
        self._thread.last, self._unsigned = None, []
        return True

    def _report_all(self, sentence: Sentence, known: Sequence[Clause]) -> None:
        """Collect what the sentence reports without quotation marks."""
        words = sentence.words
        for clause in known:
            stated = reported(sentence, clause, known)
            if stated is None or clause.subject is None:
                continue
            span = Span(start=words.starts[stated[0]], end=words.ends[stated[1] - 1])
            if not self.statements or self.statements[-1][0].end <= span.start:
                given = self._grounds.reported(sentence, known, clause, clause.subject, partial=False)
                self.statements.append((span, given))
