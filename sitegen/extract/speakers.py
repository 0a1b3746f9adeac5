"""Who said it: give each quotation its speaker, its cue, and the evidence.

Reads a text paragraph by paragraph, sentence by sentence. A sentence's quotations are tied to a reporting
clause of the same sentence where there is one; else to the statement they continue, or to the sentence that
introduces them. "He" and "the agency" become names by the clauses read before, those of indirect speech
included: that alone resolves 84 % of pronouns on our news (34 % from direct quotations only).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.extract.speech import clauses
from sitegen.extract.speech.clauses import Clause
from sitegen.extract.speech.focus import enough, weaker
from sitegen.extract.speech.governing import adjoins, behind, governing, is_partial
from sitegen.extract.speech.marks import Stretch
from sitegen.extract.speech.memory import Memory, embedded
from sitegen.extract.speech.names import Roster
from sitegen.extract.speech.openings import announcer
from sitegen.extract.speech.phrases import Mention, Subject
from sitegen.extract.speech.relays import relays
from sitegen.extract.speech.runs import is_headline
from sitegen.extract.speech.sentence import Sentence, cut_sentences
from sitegen.extract.speech.words import cut
from sitegen.model import Evidence, Span, SpeakerHow


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is reported to have said a stretch of words."""

    speaker: str | None = None
    mention: str | None = None
    cue: str | None = None
    how: SpeakerHow = SpeakerHow.NONE
    evidence: Evidence = Evidence.SURE
    """How sure it is that ``speaker`` is meant."""
    partial: bool = False
    """The words are part of somebody else's sentence."""
    attributed: bool = True
    """False: nothing in the text says that these words are anybody's."""
    relayed_by: tuple[str, ...] = ()
    """Through whom the words come, outermost first."""
    beside: bool = False
    """The reporting clause stands right beside the words."""


def attribute(
    text: str, paragraphs: Sequence[Span], stretches: Sequence[Stretch], wanted: Evidence
) -> tuple[Attribution, ...]:
    """One attribution for each of ``stretches``, in the same order; no speaker on less evidence than ``wanted``."""
    by_paragraph: list[list[Stretch]] = [[] for _ in paragraphs]
    for stretch in stretches:
        by_paragraph[stretch.paragraph].append(stretch)
    cuts = [
        cut(text, span.start, span.end, [(s.opening, s.closing) for s in inside])
        for span, inside in zip(paragraphs, by_paragraph, strict=True)
    ]
    reader = _Reader(text, Memory(text, Roster.of(cuts)))
    for words, inside in zip(cuts, by_paragraph, strict=True):
        reader.open_paragraph()
        if not inside and is_headline(words):
            reader.break_off()
            continue
        for sentence in cut_sentences(text, words, inside):
            reader.read(sentence)
    return tuple(_if_sure(reader.found[stretch.opening], wanted) for stretch in stretches)


def _if_sure(given: Attribution, wanted: Evidence) -> Attribution:
    """The attribution without its speaker where the evidence is too thin; mention and cue stand in the text."""
    if enough(given.evidence, wanted):
        return given
    return replace(given, speaker=None, how=SpeakerHow.NONE)


class _Reader:
    """Attributes the quotations of one sentence after the other."""

    def __init__(self, text: str, memory: Memory) -> None:
        self.found: dict[int, Attribution] = {}
        """By offset of the opening mark."""
        self._text = text
        self._memory = memory
        self._last: Attribution | None = None
        """The statement that a quotation without a clause would continue; None where the thread is broken."""
        self._same_paragraph = False
        """True: ``_last`` was quoted in this paragraph."""
        self._announcing: Attribution | None = None
        """Of a sentence that ends in a colon: whose words the next paragraph quotes."""

    def open_paragraph(self) -> None:
        self._same_paragraph = False

    def break_off(self) -> None:
        """At a heading: it says nothing of anybody, and ends the statement before."""
        self._last = self._announcing = None

    def read(self, sentence: Sentence) -> None:
        known = clauses.find(sentence.words, sentence.start, sentence.end)
        previous: Attribution | None = None
        used: Clause | None = None
        for place, stretch in sentence.quotes:
            if stretch.continues and self._last is not None and behind(sentence, known, place, self._text[stretch.end - 1]) is None:
                given = _continuing(self._last)
            else:
                clause = governing(self._text, sentence, known, place, stretch, follows=previous is not None)
                given = self._attribute(sentence, known, (place, stretch), clause, previous, again=clause is used)
                given = replace(given, beside=adjoins(self._text, sentence, place, clause, stretch))
                used = clause or used
            self.found[stretch.opening] = given
            previous = given if given.attributed else previous
        spoken = self._memory.remember(sentence, known)
        self._announcing = self._announce(sentence, known)
        if previous is not None:
            self._last, self._same_paragraph = previous, True
        elif spoken is not None:
            # "Okell said the delay had two causes." may introduce the paragraph that follows.
            self._last = Attribution(speaker=spoken.speaker, evidence=spoken.evidence)
            self._same_paragraph = False
        elif not self._same_paragraph or self._memory.turned():
            self._last = None

    def _attribute(
        self,
        sentence: Sentence,
        known: Sequence[Clause],
        quote: tuple[int, Stretch],
        clause: Clause | None,
        previous: Attribution | None,
        *,
        again: bool,
    ) -> Attribution:
        place, stretch = quote
        partial = is_partial(self._text, sentence, place, clause, follows=previous is not None)
        if previous is not None and again and not partial:
            return _continuing(previous)
        if clause is not None and clause.subject is not None:
            return self._reported(sentence, known, clause, clause.subject, partial=partial)
        if previous is not None:
            return _continuing(previous, partial=partial)
        found = None
        if sentence.before(place) == ":":
            found = self._announced(sentence, place)
        elif place == sentence.start and not partial:
            found = self._announcing or self._carried()
        elif self._same_paragraph and self._last is not None and _opens(self._text, sentence, place, stretch):
            found = _continuing(self._last, partial=partial)
        return found or Attribution(partial=partial, attributed=False)

    def _reported(
        self, sentence: Sentence, known: Sequence[Clause], clause: Clause, subject: Mention, *, partial: bool
    ) -> Attribution:
        """From a reporting clause, "“…,” he said": its subject."""
        if subject.kind is Subject.PRONOUN and (outer := _outer(sentence, known, clause)) is not None:
            # "Okell said she would offer “a prayer”"; but in "Okell said all she wanted to say was “that …”" the
            # verb beside the words is the cue.
            plain = clause.form is not None and clause.form.base in ("say", "tell", "write", "call", "describe")
            clause, subject = (clause if plain or not partial else outer[0]), outer[1]
        cue = Span(start=sentence.words.starts[clause.verb], end=sentence.words.ends[clause.verb_end - 1])
        through = tuple(self._relayer(sentence, each) for each in relays(sentence, known, clause))
        said = self._said_by(sentence, subject)
        through = tuple(name for name in through if name != said.speaker)
        return replace(said, cue=cue.of(self._text), partial=partial, relayed_by=through)

    def _relayer(self, sentence: Sentence, mention: Mention) -> str:
        return self._memory.resolve(sentence, mention).speaker or self._memory.written(sentence, mention)

    def _said_by(self, sentence: Sentence, mention: Mention) -> Attribution:
        """Of whoever ``mention`` stands for, who is remembered as speaking."""
        resolved = self._memory.resolve(sentence, mention)
        self._memory.note(resolved, sentence.words.starts[mention.start])
        return Attribution(
            speaker=resolved.speaker,
            mention=self._memory.written(sentence, mention),
            how=resolved.how,
            evidence=resolved.evidence,
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
        return None if mention is None else self._said_by(sentence, mention)

    def _carried(self) -> Attribution | None:
        """With no clause of its own: it continues a statement, or the sentence before introduces it."""
        if self._last is None or self._same_paragraph:
            return self._last and _continuing(self._last)
        how = SpeakerHow.INTRODUCED if self._last.speaker else SpeakerHow.NONE
        return Attribution(
            speaker=self._last.speaker, how=how, evidence=weaker(self._last.evidence, Evidence.LIKELY)
        )


def _opens(text: str, sentence: Sentence, place: int, stretch: Stretch) -> bool:
    """True where a quotation with a capital opens a sentence, "But" and "And" passed over."""
    alone = place == sentence.start + 1 and sentence.before(place) in ("and", "but", "so", "yet")
    words = text[stretch.start : stretch.start + 40].split()
    return alone or (place == sentence.start and len(words) > 3 and words[0][:1].isupper())


def _outer(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> tuple[Clause, Mention] | None:
    """The clause that reports the pronoun's clause: "Okell said the only thing she wanted to say …"."""
    for number in range(len(known) - 1, -1, -1):
        outer = known[number]
        if outer.verb >= clause.verb or outer.subject is None or outer.passive or outer.noun:
            continue
        if outer.subject.kind is Subject.NAME and clause.subject is not None:
            if embedded(sentence, outer, clause.subject):
                return outer, outer.subject
        return None
    return None


def _continuing(last: Attribution, *, partial: bool = False) -> Attribution:
    how = SpeakerHow.CONTINUED if last.speaker else SpeakerHow.NONE
    return replace(last, how=how, partial=partial)
