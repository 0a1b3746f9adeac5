"""Reads an article sentence by sentence and says of each quotation whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.extract.speech import clauses
from sitegen.extract.speech.attribution import Attribution, Step, continuing, shape
from sitegen.extract.speech.clauses import Clause
from sitegen.extract.speech.focus import weaker
from sitegen.extract.speech.governing import adjoins, behind, governing, is_partial
from sitegen.extract.speech.marks import Stretch
from sitegen.extract.speech.memory import Memory, Resolved, embedded
from sitegen.extract.speech.openings import announcer
from sitegen.extract.speech.phrases import DASHES, STOPS, Mention, Subject, phrase_from
from sitegen.extract.speech.relays import relays
from sitegen.extract.speech.sentence import Sentence
from sitegen.extract.speech.statements import reported
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.model import Evidence, Span, SpeakerHow

_PLAIN = frozenset(["say", "tell", "write", "call", "describe"])
"""Verbs that stay the cue inside another reporting clause: "Okell said all she wanted to say was “that …”"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
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

    def __init__(self, text: str, memory: Memory, *, indirect: bool) -> None:
        """Start with nobody having spoken; ``indirect``: collect statements without marks, too."""
        self.found: dict[int, Attribution] = {}
        """By offset of the opening mark."""
        self.statements: list[tuple[Span, Attribution]] = []
        """Indirect statements, in text order."""
        self._text = text
        self._memory = memory
        self._indirect = indirect
        self._last: Attribution | None = None
        """The statement that a quotation without a clause would continue; None where the thread is broken."""
        self._same_paragraph = False
        """True: ``_last`` was quoted in this paragraph."""
        self._announcing: Attribution | None = None
        """Of a sentence that ends in a colon: whose words the next paragraph quotes."""
        self._acting: Attribution | None = None
        """Whom the sentence before was about, in this paragraph: "Okell shook her head. “No.”"."""
        self._unsigned: list[int] = []
        """Opening marks of the quotations of the paragraph before that are nobody's yet."""

    def open_paragraph(self) -> None:
        """A new paragraph begins."""
        self._same_paragraph = False
        self._acting = None

    def break_off(self) -> None:
        """At a heading: it says nothing of anybody, and ends the statement before."""
        self._last = self._announcing = self._acting = None
        self._unsigned = []

    def read(self, sentence: Sentence) -> None:
        """Attribute the quotations of ``sentence``, and remember who spoke in it."""
        if not sentence.quotes and self._sign(sentence):
            return
        known = clauses.find(sentence.words, sentence.start, sentence.end)
        previous = self._attribute_all(sentence, known)
        if self._indirect:
            self._report_all(sentence, known)
        spoken = self._memory.remember(sentence, known)
        self._announcing = self._announce(sentence, known)
        self._follow(sentence, previous, spoken)

    def _attribute_all(self, sentence: Sentence, known: Sequence[Clause]) -> Attribution | None:
        """Attribute every quotation of ``sentence``; the last one's attribution."""
        previous: Attribution | None = None
        used: Clause | None = None
        unsigned: list[int] = []
        for place, stretch in sentence.quotes:
            if self._goes_on(sentence, known, place, stretch) and self._last is not None:
                given = continuing(self._last).following(_step("goes on from the paragraph before", stretch))
            else:
                clause = governing(self._text, sentence, known, place, stretch, follows=previous is not None)
                given = self._attribute(
                    _Quote(
                        sentence=sentence,
                        place=place,
                        stretch=stretch,
                        known=known,
                        clause=clause,
                        previous=previous,
                        again=clause is used,
                    )
                )
                beside = adjoins(self._text, sentence, place, clause, stretch)
                given = replace(given, beside=beside, whole=_whole(self._text, sentence, place, stretch))
                used = clause or used
            self.found[stretch.opening] = given
            previous = given if given.attributed else previous
            if given.speaker is None and given.cue is None:
                unsigned.append(stretch.opening)
        if sentence.quotes:
            self._unsigned = unsigned
        return previous

    def _goes_on(self, sentence: Sentence, known: Sequence[Clause], place: int, stretch: Stretch) -> bool:
        own = behind(sentence, known, place, self._text[stretch.end - 1])
        return stretch.continues and self._last is not None and own is None

    def _attribute(self, quote: _Quote) -> Attribution:
        previous, clause = quote.previous, quote.clause
        partial = is_partial(self._text, quote.sentence, quote.place, clause, follows=previous is not None)
        if previous is not None and quote.again and not partial:
            return continuing(previous).following(
                _step("a further fragment under the same clause", quote.stretch)
            )
        if clause is not None and clause.subject is not None:
            return self._reported(quote.sentence, quote.known, clause, clause.subject, partial=partial)
        if previous is not None:
            return continuing(previous, partial=partial).following(
                _step("goes on behind a quotation of the sentence", quote.stretch)
            )
        found = self._without_clause(quote, partial=partial)
        return found or Attribution(partial=partial, attributed=False)

    def _without_clause(self, quote: _Quote, *, partial: bool) -> Attribution | None:
        """Of a quotation whose sentence has no reporting clause for it."""
        sentence, place, stretch = quote.sentence, quote.place, quote.stretch
        signed = self._signed(sentence, place + 1)
        if signed is not None:
            return signed
        if sentence.before(place) == ":":
            return self._announced(sentence, place)
        opens = _opens(self._text, sentence, place, stretch)
        if place == sentence.start and not partial:
            found = self._announcing or self._carried(stretch)
            return found or (self._acting if opens or self._same_paragraph else None)
        adding = sentence.words.lower[sentence.start] in ("adding", "saying") and place - sentence.start <= 2
        if self._last is not None and (adding or (self._same_paragraph and opens)):
            return continuing(self._last, partial=partial).following(
                _step("continues the statement before", stretch)
            )
        return None

    def _reported(
        self, sentence: Sentence, known: Sequence[Clause], clause: Clause, subject: Mention, *, partial: bool
    ) -> Attribution:
        """From a reporting clause, "“…,” he said": its subject."""
        if subject.kind is Subject.PRONOUN and (outer := _outer(sentence, known, clause)) is not None:
            # "Okell said | she would offer | “a prayer”": the outer clause is the one that reports.
            plain = clause.form is not None and clause.form.base in _PLAIN
            clause, subject = (clause if plain or not partial else outer[0]), outer[1]
        words = sentence.words
        cue = Span(start=words.starts[clause.verb], end=words.ends[clause.verb_end - 1])
        through = [self._relayer(sentence, each) for each in relays(sentence, known, clause)]
        said = self._said_by(sentence, subject)
        first = Step(rule=f"clause: {shape(clause)}", start=cue.start, end=cue.end)
        return replace(
            said,
            cue=cue.of(self._text),
            partial=partial,
            relayed_by=tuple(name for name in through if name != said.speaker),
            steps=(first, *said.steps),
        )

    def _relayer(self, sentence: Sentence, mention: Mention) -> str:
        return self._memory.resolve(sentence, mention).speaker or self._memory.written(sentence, mention)

    def _said_by(self, sentence: Sentence, mention: Mention) -> Attribution:
        """Of whoever ``mention`` stands for, who is remembered as speaking."""
        resolved = self._memory.resolve(sentence, mention)
        self._memory.note(resolved, sentence.words.starts[mention.start])
        return self._of(resolved, sentence, mention)

    def _of(self, resolved: Resolved, sentence: Sentence, mention: Mention) -> Attribution:
        written = self._memory.written(sentence, mention)
        start = sentence.words.starts[mention.start if mention.lead is None else mention.lead]
        outcome = f"{resolved.speaker} ({resolved.evidence})" if resolved.speaker else "not known"
        step = Step(rule=f"speaker: {mention.kind}", start=start, end=start + len(written), outcome=outcome)
        return Attribution(
            speaker=resolved.speaker,
            mention=written,
            how=resolved.how,
            bearer=resolved.bearer,
            evidence=resolved.evidence,
            steps=(step,),
        )

    def _announce(self, sentence: Sentence, known: Sequence[Clause]) -> Attribution | None:
        """From a sentence that ends in a colon, its quotation to follow: "Okell read from page 31:"."""
        if sentence.words.lower[sentence.end - 1] != ":":
            return None
        for clause in reversed(known):
            if clause.subject is not None and not clause.passive:
                return self._reported(sentence, known, clause, clause.subject, partial=False)
        return self._announced(sentence, sentence.end)

    def _announced(self, sentence: Sentence, place: int) -> Attribution | None:
        """From a colon: whoever opens the sentence ("Lene Marrow, of the union: “…”")."""
        mention = announcer(sentence.words, sentence.start, place - 1)
        if mention is None:
            return None
        colon = sentence.words.starts[place - 1]
        step = Step(rule="announced by a colon", start=colon, end=colon + 1)
        return self._said_by(sentence, mention).following(step)

    def _carried(self, stretch: Stretch) -> Attribution | None:
        """With no clause of its own: it continues a statement, or the sentence before introduces it."""
        if self._last is None:
            return None
        if self._same_paragraph:
            return continuing(self._last).following(_step("continues the statement before", stretch))
        how = SpeakerHow.INTRODUCED if self._last.speaker else SpeakerHow.NONE
        return Attribution(
            speaker=self._last.speaker,
            bearer=self._last.bearer,
            how=how,
            evidence=weaker(self._last.evidence, Evidence.LIKELY),
            steps=(_step("introduced by who spoke last", stretch),),
        )

    def _follow(self, sentence: Sentence, previous: Attribution | None, spoken: Resolved | None) -> None:
        """After a sentence: whose statement a quotation without a clause would go on with."""
        subject = None if sentence.quotes else self._memory.subject()
        self._acting = None
        if previous is not None:
            self._last, self._same_paragraph = previous, True
        elif spoken is not None:
            # "Okell said the delay had two causes." may introduce the paragraph that follows.
            self._last = Attribution(speaker=spoken.speaker, bearer=spoken.bearer, evidence=spoken.evidence)
            self._same_paragraph = False
        elif subject is not None and self._last is not None and subject is self._last.bearer:
            pass  # "“…,” Okell said. She is used to waiting. “…”"
        elif not self._same_paragraph or self._memory.turned():
            self._last = None
            self._acting = self._scene(sentence)

    def _scene(self, sentence: Sentence) -> Attribution | None:
        """Whoever a sentence without words of theirs is about: "Okell shook her head.", "He was told to leave."."""
        bearer = self._memory.subject()
        if bearer is None:
            return None
        words = sentence.words
        near = words.lower[sentence.start : min(sentence.start + 8, sentence.end)]
        gesture = any(low in vocabulary().gestures for low in near)
        start, end = words.starts[sentence.start], words.ends[sentence.end - 1]
        return Attribution(
            speaker=bearer.name,
            bearer=bearer,
            how=SpeakerHow.INTRODUCED,
            evidence=Evidence.LIKELY if gesture else Evidence.ANY,
            steps=(Step(rule="introduced by what the sentence before is about", start=start, end=end),),
        )

    def _sign(self, sentence: Sentence) -> bool:
        """A line that is nothing but a dash and a name signs the quotations before it: "— Lene Marrow"."""
        if not self._unsigned:
            return False
        signed = self._signed(sentence, sentence.start)
        if signed is None:
            self._unsigned = []
            return False
        for opening in self._unsigned:
            self.found[opening] = replace(
                signed, partial=False, beside=self.found[opening].beside, whole=self.found[opening].whole
            )
        self._last, self._unsigned = None, []
        return True

    def _signed(self, sentence: Sentence, at: int) -> Attribution | None:
        """From "— Lene Marrow, of the union" at word ``at``, to the end of the sentence."""
        words = sentence.words
        if at >= sentence.end or words.lower[at] not in DASHES:
            return None
        mention = phrase_from(words, at + 1, sentence.end)
        if mention is None or mention.kind is not Subject.NAME:
            return None
        if mention.end < sentence.end and words.lower[mention.end] not in (STOPS | {",", "("}):
            return None
        step = Step(rule="signed behind a dash", start=words.starts[at], end=words.ends[mention.end - 1])
        return self._said_by(sentence, mention).following(step)

    def _report_all(self, sentence: Sentence, known: Sequence[Clause]) -> None:
        """Collect what the sentence reports without quotation marks."""
        words = sentence.words
        for clause in known:
            stated = reported(sentence, clause, known)
            if stated is None or clause.subject is None:
                continue
            span = Span(start=words.starts[stated[0]], end=words.ends[stated[1] - 1])
            if not self.statements or self.statements[-1][0].end <= span.start:
                given = self._reported(sentence, known, clause, clause.subject, partial=False)
                self.statements.append((span, given))


def _step(rule: str, stretch: Stretch) -> Step:
    return Step(rule=rule, start=stretch.start, end=stretch.end)


def _whole(text: str, sentence: Sentence, place: int, stretch: Stretch) -> bool:
    """True for words that make a sentence of their own: "“I abstain.”"."""
    ends = text[stretch.end - 1] in ".?!"
    return (
        ends
        and place == sentence.start
        and text[stretch.start].isupper()
        and " " in text[stretch.start : stretch.end]
    )


def _opens(text: str, sentence: Sentence, place: int, stretch: Stretch) -> bool:
    """True where a quotation with a capital opens a sentence, "But" and "And" passed over."""
    alone = place == sentence.start + 1 and sentence.before(place) in ("and", "but", "so", "yet")
    words = text[stretch.start : stretch.start + 40].split()
    return alone or (place == sentence.start and len(words) > 3 and words[0][:1].isupper())


def _outer(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> tuple[Clause, Mention] | None:
    """The clause that reports the pronoun's clause: "Okell said the only thing she wanted to say …"."""
    for outer in reversed(known):
        if outer.verb >= clause.verb or outer.subject is None or outer.passive or outer.noun:
            continue
        named = outer.subject.kind is Subject.NAME and clause.subject is not None
        if named and clause.subject is not None and embedded(sentence, outer, clause.subject):
            return outer, outer.subject
        return None
    return None
