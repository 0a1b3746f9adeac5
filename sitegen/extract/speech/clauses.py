"""Find the reporting clauses of a sentence: the verb that reports and the subject it reports of."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.extract.speech.openings import apposed_name
from sitegen.extract.speech.phrases import (
    BREAKS,
    DASHES,
    QUOTED,
    Mention,
    Subject,
    is_adverb,
    phrase_from,
)
from sitegen.extract.speech.subjects import (
    governing_subject,
    plausible,
    skip_left,
    subject_left,
    with_description,
)
from sitegen.extract.speech.utterances import owner
from sitegen.extract.speech.verbs import VerbForm, forms
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

_OPENERS = frozenset(["and", "or", "but", "not", "who", "that", "which", "don't", "n't"])
_ADDRESSED = frozenset(["tell", "ask", "urge", "remind", "warn", "assure", "inform", "advise", "instruct"])
"""Verbs whose object is whoever is spoken to: "told the Courier" is no inversion."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A reporting verb with its subject."""

    verb: int
    """Index of the reporting verb (or of the first word of a phrase such as "according to")."""
    verb_end: int
    """Behind the last word of the cue."""
    subject: Mention | None
    """None: no subject was found (an imperative, an unreadable one)."""
    form: VerbForm | None
    """None for phrases such as "according to"."""
    inverted: bool = False
    """The subject follows the verb."""
    passive: bool = False
    """The subject did not speak: "Haniyeh had been told"."""
    noun: bool = False
    """The cue is a noun, and the subject its owner: "Okell's claim"."""


def find(words: Words, start: int, end: int) -> tuple[Clause, ...]:
    """The reporting clauses among ``words[start:end]``, one sentence, in order."""
    known, nouns = forms(), vocabulary().speech_nouns
    found: list[Clause] = []
    speaking: list[Mention] = []
    for at in range(start, end):
        low = words.lower[at]
        form = known.get(low)
        clause = None
        if low in nouns and (owned := owner(words, start, end, at)) is not None:
            clause = Clause(verb=at, verb_end=at + 1, subject=owned, form=None, noun=True)
        elif form is not None:
            clause = _at_verb(words, (start, end), at, form, speaking)
        elif low == "according" and at + 2 < end and words.lower[at + 1] == "to":
            clause = _according(words, end, at)
        if clause is not None:
            found.append(clause)
            if clause.subject is not None and not clause.passive and not clause.noun:
                speaking.append(clause.subject)
    return tuple(found)


def _according(words: Words, end: int, at: int) -> Clause:
    """The clause of "…, according to the ministry"."""
    subject = phrase_from(words, at + 2, end)
    if subject is not None and subject.kind is Subject.NOMINAL:
        last = subject.end
        while last - 1 > subject.start and words.lower[last - 1].endswith("ed"):
            last -= 1  # "according to audio | provided by the Wire"
        subject = replace(subject, end=last)
    return Clause(verb=at, verb_end=at + 2, subject=subject, form=None, inverted=True)


def _at_verb(
    words: Words, bounds: tuple[int, int], at: int, form: VerbForm, earlier: Sequence[Mention]
) -> Clause | None:
    """The clause of the verb at ``at`` of the sentence ``bounds``; None where it reports nothing."""
    start, end = bounds
    verb_end = at + 1
    if form.particles:
        # "pointed out", "went on": alone these are ordinary verbs, unless a quotation stands beside them.
        if at + 1 < end and words.lower[at + 1] in form.particles:
            verb_end = at + 2
        elif not _beside_quotation(words, start, end, at):
            return None
    if _noun_here(words, start, at, form):
        return None
    inverted = _inverted(words, bounds, at, verb_end, form)
    if inverted is not None:
        return Clause(verb=at, verb_end=verb_end, subject=inverted, form=form, inverted=True)
    if form.ends == "ing" and not _progressive(words, start, at):
        return Clause(
            verb=at, verb_end=verb_end, subject=governing_subject(words, bounds, at, earlier), form=form
        )
    left, passive = skip_left(words, start, at)
    passive = passive and form.ends == "past"
    if (
        passive
        and form.base in ("quote", "cite")
        and words.lower[at + 1 : at + 2] in (("as",), ("by",), ("in",))
    ):
        passive = False  # "was quoted as saying": the subject did speak
    # "The Wire reported that the party had been told by its pollsters …": those are the Wire's words.
    agreed = form.ends == "past" and not earlier and form.base not in ("quote", "cite")
    by = _agent_at(words, verb_end, end) if agreed else None
    if by is not None and (passive or words.lower[at - 1] in (",", QUOTED) or at == start):
        # "Okell was asked by judge Petra Ilvane, “…”", "dismissed as “a toy” by Brod"
        agent = phrase_from(words, by, end)
        if agent is not None and agent.kind is not Subject.PRONOUN and plausible(words, agent, form):
            return Clause(verb=at, verb_end=verb_end, subject=agent, form=form)
    subject = subject_left(words, start, left, earlier)
    if subject is None or not (plausible(words, subject, form) or _touches(words, bounds, subject, verb_end)):
        return None
    beside = words.lower[left] == "," and subject.end == left
    if (
        beside
        and form.labels
        and form.ends == "past"
        and words.lower[subject.start - 1 : subject.start] != (",",)
    ):
        return None  # "A blog, called the “Feed,” …"
    subject = with_description(words, start, subject)
    return Clause(verb=at, verb_end=verb_end, subject=subject, form=form, passive=passive)


def _agent_at(words: Words, verb_end: int, end: int) -> int | None:
    """Behind the "by" of "asked by Okell", "described as “…” by Okell"; None where there is none."""
    at = verb_end
    while at < end and at - verb_end < 4 and words.lower[at] in ("as", QUOTED, "publicly", "widely", "both"):
        at += 1
    return at + 1 if at + 1 < end and words.lower[at] == "by" else None


def _touches(words: Words, bounds: tuple[int, int], subject: Mention, verb_end: int) -> bool:
    """True where nothing but a mark parts the clause from a quotation: "as the heckler yelled: “…”"."""
    start, end = bounds
    determined = words.lower[subject.start] in vocabulary().determiners
    behind = words.lower[verb_end : min(verb_end + 2, end)]
    ahead = words.lower[max(subject.start - 1, start) : subject.start]
    return determined and (
        behind[:1] == (QUOTED,) or behind in ((",", QUOTED), (":", QUOTED)) or ahead == (QUOTED,)
    )


def _beside_quotation(words: Words, start: int, end: int, at: int) -> bool:
    if at + 1 < end and words.lower[at + 1] not in BREAKS:
        return False  # "through this “night vision” I began to see"
    return QUOTED in words.lower[max(start, at - 4) : min(end, at + 3)]


def _noun_here(words: Words, start: int, at: int, form: VerbForm) -> bool:
    """True for "dismissed claims", "the report", "Verrick's tweets": nouns of the same form."""
    vocab = vocabulary()
    if at > start and form.ends == "past" and words.lower[at - 1] in vocab.determiners:
        # "in a written statement", "a detailed “policy address”"; but "another said"
        determined = words.lower[at - 1] not in vocab.pronouns
        return determined and at + 1 < len(words) and words.lower[at + 1] not in (",", ":")
    if form.ends not in ("s", "base") or at == start:
        return False
    before = words.lower[at - 1]
    if words.forms[at][0].isupper() and before != QUOTED:
        return True  # "the United States"
    counted = (
        words.lower[at - 2] in vocab.determiners or words.lower[at - 2].isdigit()
        if at - 2 >= start
        else False
    )
    if (
        form.ends == "s"
        and words.forms[at - 1][0].isupper()
        and counted
        and before not in vocab.speaker_nouns
    ):
        return True  # "22 Verrick emails"
    several = before.endswith("s") or before in ("people", "women", "men", "police")
    if (before in vocab.speaker_nouns or before in vocab.titles) and (form.ends == "s" or several):
        return False  # "an official says", "officials say", but not "the committee report"
    return (
        before in vocab.determiners
        or (before in vocab.prepositions and before != "to")
        or before in ("'s", "’s", "his", "her", "its", "their")
        or (before.endswith(("ed", "ing", "ous", "ful", "al", "ive")) and words.forms[at - 1].islower())
        or (form.ends == "base" and not several and _no_plural(words, at - 1))
    )


def _no_plural(words: Words, at: int) -> bool:
    """True where no base form can follow: "email | address"; not "they | say", "would | say", "to | say"."""
    vocab = vocabulary()
    low = words.lower[at]
    goes_before = (
        low in vocab.pronouns or low in vocab.auxiliaries or low in vocab.adverbs or is_adverb(words, at)
    )
    return low.isalpha() and low != "to" and low not in _OPENERS and not goes_before


def _inverted(
    words: Words, bounds: tuple[int, int], at: int, verb_end: int, form: VerbForm
) -> Mention | None:
    """The subject behind the verb: "“…,” said Lene Marrow", "Said Verrick: “…”"."""
    vocab = vocabulary()
    start, end = bounds
    if form.ends not in ("past", "s") or verb_end >= end or form.base == "tell":
        return None
    left = at - 1
    while left > start and (
        words.lower[left] == "," or words.lower[left] in DASHES or words.lower[left] in vocab.adverbs
    ):
        left -= 1
    first = words.lower[verb_end]
    if first in vocab.prepositions or first in vocab.clause_openers or first in BREAKS:
        return None
    behind = phrase_from(words, verb_end, end)
    if at != start and words.lower[left] != QUOTED:
        if behind is None or behind.kind is not Subject.NAME or words.lower[at - 1] != ",":
            return None
        ahead = words.lower[behind.end : min(behind.end + 2, end)]
        # "In other words, explained judge Petra Ilvane: “…”"; "the valley had waited long enough, said Lene Marrow."
        leads = ahead in ((":", QUOTED), (",", QUOTED)) and not form.weak and form.base not in _ADDRESSED
        ends = not ahead or ahead[0] in BREAKS
        return behind if leads or (ends and form.base in ("say", "write", "add")) else None
    small = words.forms[verb_end][0].islower()
    if small and first not in vocab.determiners and first not in vocab.speaker_nouns:
        # "said senior official Corin Ashby", but not "said angrily"
        return behind if behind is not None and behind.kind is Subject.NAME else None
    if behind is not None and behind.kind is Subject.NOMINAL:
        # "said another resident, Ansa Torvel."
        return apposed_name(words, behind.end, end) or behind
    return behind


def _progressive(words: Words, start: int, at: int) -> bool:
    """True for "is saying", "was just telling"."""
    vocab = vocabulary()
    left = at - 1
    while left > start and (words.lower[left] in vocab.adverbs or is_adverb(words, left)):
        left -= 1
    return left >= start and words.lower[left] in vocab.be
