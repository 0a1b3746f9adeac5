"""Who said it: give each quotation its speaker, its cue, and the evidence.

Reads a text paragraph by paragraph, sentence by sentence. A sentence's quotations are tied to a reporting
clause of the same sentence where there is one; else to the statement they continue, or to the sentence that
introduces them. "He" and "the agency" become names by the clauses read before, those of indirect speech
included: that alone resolves 84 % of pronouns on our news (34 % from direct quotations only).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.extract.speech.disputes.listener import Heard, Listener
from sitegen.extract.speech.disputes.vocabulary import may_dispute
from sitegen.extract.speech.marks.stretches import Stretch
from sitegen.extract.speech.names.roster import Roster
from sitegen.extract.speech.reading.attribution import Attribution, Step
from sitegen.extract.speech.reading.focus import enough
from sitegen.extract.speech.reading.memory import Memory
from sitegen.extract.speech.reading.reader import Reader
from sitegen.extract.speech.sentences.sentence import cut_sentences
from sitegen.extract.speech.words.cutting import cut
from sitegen.model import Evidence, Span, SpeakerHow


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """Who said what in a text."""

    given: tuple[Attribution, ...]
    """One for each stretch between quotation marks, in their order."""
    statements: tuple[tuple[Span, Attribution], ...]
    """What is reported without marks, in text order; empty unless asked for."""
    disputes: tuple[Heard, ...]
    """Who disputes what, in text order; empty unless asked for."""


def attribute(
    text: str,
    paragraphs: Sequence[Span],
    stretches: Sequence[Stretch],
    wanted: Evidence,
    *,
    indirect: bool = False,
    disputes: bool = False,
) -> Attributed:
    """Attribute each of ``stretches``; no speaker is named on less evidence than ``wanted``."""
    disputes = disputes and may_dispute(text)
    if not (stretches or indirect or disputes):
        return Attributed(given=(), statements=(), disputes=())
    by_paragraph: list[list[Stretch]] = [[] for _ in paragraphs]
    for stretch in stretches:
        by_paragraph[stretch.paragraph].append(stretch)
    cuts = [
        cut(text, span.start, span.end, [(s.opening, s.closing) for s in inside])
        for span, inside in zip(paragraphs, by_paragraph, strict=True)
    ]
    roster = Roster(cuts)
    memory = Memory(text, roster)
    listener = Listener(text, memory, wanted) if disputes else None
    reader = Reader(text, memory, indirect=indirect, listener=listener)
    for words, inside in zip(cuts, by_paragraph, strict=True):
        reader.open_paragraph()
        if not inside and roster.is_heading(words):
            reader.break_off()
            continue
        for sentence in cut_sentences(text, words, inside):
            reader.read(sentence)
    return Attributed(
        given=tuple(_if_sure(reader.found[stretch.opening], wanted) for stretch in stretches),
        statements=tuple((span, _if_sure(given, wanted)) for span, given in reader.statements),
        disputes=tuple(listener.heard) if listener is not None else (),
    )


def _if_sure(given: Attribution, wanted: Evidence) -> Attribution:
    """The attribution without its speaker where the evidence is too thin; mention and cue are in the text."""
    if given.speaker is None or enough(given.evidence, wanted):
        return given
    where = given.steps[-1] if given.steps else Step(rule="", start=0, end=0)
    thin = Step(rule=f"left open: the evidence is less than “{wanted}”", start=where.start, end=where.end)
    return replace(given, speaker=None, bearer=None, how=SpeakerHow.NONE).following(thin)
