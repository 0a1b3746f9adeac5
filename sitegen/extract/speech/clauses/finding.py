"""Find the reporting clauses of a sentence: the verb that reports and the subject it reports of."""

from collections.abc import Sequence
from functools import cache

from sitegen.extract.speech.clauses.clause import Clause, Cue
from sitegen.extract.speech.clauses.insertions import (
    behind_open_apposition,
    with_description,
    with_others,
)
from sitegen.extract.speech.clauses.inversions import inverted_subject
from sitegen.extract.speech.clauses.lookalikes import is_noun
from sitegen.extract.speech.clauses.participles import governing_subject
from sitegen.extract.speech.clauses.speech_nouns import owner
from sitegen.extract.speech.clauses.subjects import plausible, skip_left, subject_left
from sitegen.extract.speech.clauses.wordings import wording_at, wording_forms
from sitegen.extract.speech.phrases.mentions import Mention, Subject, head_end
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.words.classes import BREAKS, OWN, is_adverb
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.nouns import for_people_or_bodies
from sitegen.extract.speech.words.verbs import VerbForm, forms
from sitegen.extract.speech.words.vocabulary import vocabulary

_QUOTING = frozenset(["quote", "cite"])
"""Verbs whose passive subject did speak: "was quoted as saying"."""
_QUOTED_HOW = frozenset(["as", "by", "in"])
_KEPT = frozenset(["kept", "keeps", "keep"])
"""Verbs that go on with a participle: "kept asking"."""
_WONDERED = (("whether",), ("if",), ("how",), ("why",), ("which",))
_BEFORE_AGENT = frozenset(["as", QUOTED, "publicly", "widely", "both"])
"""What may stand between a participle and its "by"."""


def find(words: Words, start: int, end: int) -> tuple[Clause, ...]:
    """The reporting clauses among ``words[start:end]``, one sentence, in order."""
    triggers = _triggers()
    if triggers.isdisjoint(words.lower[start:end]):
        return ()
    found: list[Clause] = []
    speaking: list[Mention] = []
    for at in range(start, end):
        if words.lower[at] not in triggers:
            continue
        clause = _clause_at(words, start, end, at, speaking)
        if clause is not None:
            found.append(clause)
            if clause.subject is not None and not clause.passive and not clause.noun:
                us = vocabulary().pronouns.get(words.lower[clause.subject.start]) in ("first", "second")
                if not (us and speaking):  # "Okell says that | we | must know why, saying …"
                    speaking.append(clause.subject)
    return tuple(found)


@cache
def _triggers() -> frozenset[str]:
    """Every word that a reporting clause may turn on."""
    return vocabulary().speech_nouns.union(forms(), wording_forms(), ["according"])


def _clause_at(words: Words, start: int, end: int, at: int, earlier: Sequence[Mention]) -> Clause | None:
    """The clause that turns on the word at ``at``, if any; ``earlier``: the subjects of those before it."""
    low = words.lower[at]
    if low in vocabulary().speech_nouns and (owned := owner(words, start, end, at)) is not None:
        return Clause(verb=at, verb_end=at + 1, subject=owned, form=None, noun=True)
    form = forms().get(low) or wording_at(words, at, end)
    if form is not None and form.base == "tell" and words.lower[at + 1 : at + 2] in _WONDERED:
        return None  # "too early to tell whether"
    if form is not None:
        behind = _behind_cue(words, start, end, at, form)
        unread = behind is None or is_noun(words, start, at, form)
        return (
            None if behind is None or unread else _at_verb(Cue(words, start, end, at, behind, form), earlier)
        )
    if words.lower[at : at + 2] == ("according", "to") and at + 2 < end:
        return _according(words, end, at, at + 2)
    in_the = at - 2 >= start and words.lower[at - 2 : at + 2] == ("in", "the", "words", "of")
    return _according(words, end, at - 2, at + 2) if in_the and at + 2 < end else None


def _according(words: Words, end: int, at: int, behind: int) -> Clause:
    """The clause of "…, according to | the ministry", "…, in the words of | Okell"."""
    subject = phrase_from(words, behind, end)
    if subject is not None and subject.kind is Subject.NOMINAL:
        last = subject.end
        while last - 1 > subject.start and words.lower[last - 1].endswith("ed"):
            last -= 1  # "according to audio | provided by the Wire"
        subject = subject._replace(end=last)
    if subject is not None and subject.kind is Subject.NOMINAL and words.lower[subject.start] in OWN:
        head = words.lower[head_end(words, subject.start, subject.end) - 1]
        nouns = vocabulary().speaker_nouns
        if not (head in nouns or head.removesuffix("s") in nouns or for_people_or_bodies(head)):
            subject = None  # "according to | their needs"
    return Clause(verb=at, verb_end=behind, subject=subject, form=None, inverted=True)


def _behind_cue(words: Words, start: int, end: int, at: int, form: VerbForm) -> int | None:
    """Behind the last word of the cue; None where the word it needs is missing.

    "pointed out", "went on": alone these are ordinary verbs, unless a quotation stands beside them.
    """
    if not form.particles:
        return at + 1
    if at + 1 < end and words.lower[at + 1] in form.particles:
        return at + 2
    if form.base == "go" and not _goes(words, start, end, at):
        return None
    return at + 1 if _beside_quotation(words, start, end, at) else None


def _goes(words: Words, start: int, end: int, at: int) -> bool:
    """True for "And he went, “Why?”"; not for "has gone “soft”", "where she went, “…”"."""
    if at + 1 < end and words.lower[at + 1] == QUOTED:
        return False
    return at - 2 < start or words.lower[at - 2] not in ("where", "everywhere", "wherever")


def _at_verb(cue: Cue, earlier: Sequence[Mention]) -> Clause | None:
    """The clause of a verb; None where it reports nothing."""
    words, at, form = cue.words, cue.at, cue.form
    behind = inverted_subject(cue)
    if behind is not None:
        return Clause(verb=at, verb_end=cue.behind, subject=behind, form=form, inverted=True)
    if form.ends == "ing" and not _progressive(words, cue.start, at):
        return _participle(cue, earlier)
    left, passive = skip_left(words, cue.start, at)
    quoted = form.base in _QUOTING and not _QUOTED_HOW.isdisjoint(words.lower[at + 1 : at + 2])
    passive = passive and form.ends == "past" and not quoted
    # "The Wire reported that the party had been told by its pollsters …": those are the Wire's words.
    agent = _agent(cue, passive=passive) if not earlier else None
    if agent is not None:
        return Clause(verb=at, verb_end=cue.behind, subject=agent, form=form)
    subject = subject_left(words, cue.start, left, earlier)
    if subject is None or _names_thing(cue, subject, left):
        return None
    if not (plausible(words, subject, form) or _touches(cue, subject)):
        return None
    subject = with_others(words, cue.start, behind_open_apposition(words, cue.start, subject))
    subject = with_description(words, cue.start, subject)
    speaks = None if passive or quoted else _quoted(cue)
    through = subject if speaks is not None else None
    return Clause(
        verb=at, verb_end=cue.behind, subject=speaks or subject, form=form, passive=passive, through=through
    )


def _participle(cue: Cue, earlier: Sequence[Mention]) -> Clause | None:
    """The clause of "…, saying"; None of "Okell's face, beaming from the wall"."""
    if cue.form.weak and QUOTED not in cue.words.lower[cue.start : cue.end]:
        return None
    return Clause(verb=cue.at, verb_end=cue.behind, subject=governing_subject(cue, earlier), form=cue.form)


def _quoted(cue: Cue) -> Mention | None:
    """Of "the Star quotes | the economist Ebbe Corrin |: “…”", whose words they are."""
    quoted = phrase_from(cue.words, cue.behind, cue.end) if cue.form.base in _QUOTING else None
    if quoted is None or quoted.kind is Subject.PRONOUN or not plausible(cue.words, quoted, cue.form):
        return None
    return quoted if cue.words.lower[quoted.end : quoted.end + 2] == (":", QUOTED) else None


def _names_thing(cue: Cue, subject: Mention, left: int) -> bool:
    """True for "A blog, called the “Feed,” …"; not for "Okell, a baker, called it “a lie”"."""
    if not (cue.form.labels and cue.form.ends == "past"):
        return False
    words = cue.words
    beside = words.lower[left] == "," and subject.end == left
    return beside and words.lower[subject.start - 1 : subject.start] != (",",)


def _agent(cue: Cue, *, passive: bool) -> Mention | None:
    """Of "asked by judge Petra Ilvane, “…”" and "dismissed as “a toy” by Brod": who did it."""
    words, at = cue.words, cue.at
    if cue.form.ends != "past" or cue.form.base in _QUOTING:
        return None
    by = _agent_at(words, cue.behind, cue.end)
    if by is None or not (passive or words.lower[at - 1] in (",", QUOTED) or at == cue.start):
        return None
    agent = phrase_from(words, by, cue.end)
    told = agent is not None and agent.kind is not Subject.PRONOUN and plausible(words, agent, cue.form)
    return agent if told else None


def _agent_at(words: Words, verb_end: int, end: int) -> int | None:
    """Behind the "by" of "asked by Okell", "described as “…” by Okell"; None where there is none."""
    at = verb_end
    while at < end and at - verb_end < 4 and words.lower[at] in _BEFORE_AGENT:
        at += 1
    return at + 1 if at + 1 < end and words.lower[at] == "by" else None


def _touches(cue: Cue, subject: Mention) -> bool:
    """True where nothing but a mark parts the clause from a quotation: "as the heckler yelled: “…”"."""
    words, verb_end = cue.words, cue.behind
    determined = words.lower[subject.start] in vocabulary().determiners
    behind = words.lower[verb_end : min(verb_end + 2, cue.end)]
    ahead = words.lower[max(subject.start - 1, cue.start) : subject.start]
    return determined and (
        behind[:1] == (QUOTED,) or behind in ((",", QUOTED), (":", QUOTED)) or ahead == (QUOTED,)
    )


def _beside_quotation(words: Words, start: int, end: int, at: int) -> bool:
    if at + 1 < end and words.lower[at + 1] not in BREAKS:
        return False  # "through this “night vision” I began to see"
    return QUOTED in words.lower[max(start, at - 4) : min(end, at + 3)]


def _progressive(words: Words, start: int, at: int) -> bool:
    """True for "is saying", "was just telling"."""
    vocab = vocabulary()
    left = at - 1
    while left > start and (words.lower[left] in vocab.adverbs or is_adverb(words, left)):
        left -= 1
    return left >= start and (words.lower[left] in vocab.be or words.lower[left] in _KEPT)
