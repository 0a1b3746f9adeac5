"""What is found out about who said a stretch of words, and by which rules."""

from dataclasses import dataclass, replace

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.marks.stretches import Stretch
from sitegen.extract.speech.names.bearer import Bearer
from sitegen.model import Evidence, SpeakerHow


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One rule that fired, for whoever wants to know why."""

    rule: str
    """In a few words of English."""
    start: int
    """Where the words it fired on stand: a half-open range of offsets in the text."""
    end: int
    outcome: str | None = None
    """What came of it ("Yusra Okell, sure"); None where the rule says it all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who is reported to have said a stretch of words."""

    speaker: str | None = None
    mention: str | None = None
    cue: str | None = None
    how: SpeakerHow = SpeakerHow.NONE
    bearer: Bearer | None = None
    """Who bears the name; None where the speaker is known by no name."""
    evidence: Evidence = Evidence.SURE
    """How sure it is that ``speaker`` is meant."""
    partial: bool = False
    """The words are part of somebody else's sentence."""
    relayed_by: tuple[str, ...] = ()
    """Through whom the words come, outermost first."""
    beside: bool = False
    """The reporting clause stands right beside the words."""
    attributed: bool = True
    """False: nothing in the text says that these words are anybody's."""
    whole: bool = False
    """The words begin a sentence and end one: they can stand by themselves."""
    steps: tuple[Step, ...] = ()
    """The rules that led here, in order."""

    def following(self, *steps: Step) -> "Attribution":
        """The same attribution, with further ``steps`` behind those that led to it."""
        return replace(self, steps=(*self.steps, *steps))


def step_on(rule: str, stretch: Stretch) -> Step:
    """The step of a rule that fired on the quotation itself."""
    return Step(rule=rule, start=stretch.start, end=stretch.end)


def continuing(last: Attribution, *, partial: bool = False) -> Attribution:
    """Of a further fragment of the statement ``last``."""
    how = SpeakerHow.CONTINUED if last.speaker else SpeakerHow.NONE
    return replace(last, how=how, partial=partial, steps=())


def shape(clause: Clause) -> str:
    """What kind of reporting clause it is, for a trace."""
    if clause.noun:
        return "a noun of speech and its owner"
    if clause.form is None:
        return "“according to” and whom"
    if clause.form.ends == "ing":
        return "a participle and its subject"
    if clause.inverted:
        return "a verb before its subject"
    return "a subject and its verb"
