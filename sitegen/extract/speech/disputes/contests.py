"""The disputes of one sentence: who disputes, and what, each as word indices."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.clauses.subjects import plausible, skip_left
from sitegen.extract.speech.disputes.objects import Disputed, disputed_at, noun_phrase
from sitegen.extract.speech.disputes.standing import asserted, decides, told_by_another
from sitegen.extract.speech.disputes.vocabulary import dispute_words
from sitegen.extract.speech.phrases.leftwards import phrase_to
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import (
    BREAKS,
    DASHES,
    RELATIVES,
    is_adverb,
    is_auxiliary,
    is_capital,
    is_time,
)
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.extract.speech.words.verbs import VerbForm
from sitegen.extract.speech.words.vocabulary import vocabulary


class Contest(NamedTuple):
    """Somebody disputes something; positions are word indices."""

    cue: int
    """Index of "denied"."""
    by: Mention
    disputed: Disputed


_BEFORE_AGENT = 5
"""Words that may stand before the "by" of a passive: "was dismissed as “lies” by"."""


def contests(sentence: Sentence, known: Sequence[Clause]) -> Iterator[Contest]:
    """The disputes that ``sentence`` tells of; ``known``: its reporting clauses."""
    cues = dispute_words().cues
    for at in range(sentence.start, sentence.end):
        form = cues.get(sentence.words.lower[at])
        if form is None or (sentence.words.forms[at][0].isupper() and at > sentence.start):
            continue
        found = _passive(sentence, at, form) or _active(sentence, known, at, form)
        if found is None or not asserted(sentence, found.by, at):
            continue
        if not decides(sentence.words, found.by, form.base) and not told_by_another(
            sentence, known, found.by, at
        ):
            yield found


def _active(sentence: Sentence, known: Sequence[Clause], at: int, form: VerbForm) -> Contest | None:
    """From "| Brod | denied | Okell's claim |", or "a claim that | Brod | denied"."""
    clause = next((each for each in known if each.verb == at and not each.noun), None)
    if clause is None or clause.subject is None or clause.passive or clause.inverted:
        return None
    subject = clause.subject
    if subject.start > at or _is_joined(sentence, subject):
        return None
    what = _what(sentence, known, at) or disputed_at(sentence.words, at + 1, sentence.end, form.base)
    if what is None:
        what = _antecedent(sentence, subject, at, form.base)
    return None if what is None else Contest(cue=at, by=subject, disputed=what)


def _is_joined(sentence: Sentence, subject: Mention) -> bool:
    """True for "Brod and | his lawyers | denied": the phrase is not all of the subject."""
    words, at = sentence.words, subject.first - 1
    return at > sentence.start and words.lower[at] in ("and", "or", "&") and is_capital(words, at - 1)


def _what(sentence: Sentence, known: Sequence[Clause], at: int) -> Disputed | None:
    """From "denied what | the Courier | had reported |"; not from "what he called a smear"."""
    words = sentence.words
    if words.lower[at + 1 : at + 2] != ("what",):
        return None
    for clause in known:
        subject = clause.subject
        if subject is None or clause.passive or clause.noun or clause.form is None or subject.start != at + 2:
            continue
        between = range(subject.end, clause.verb)
        plain = all(is_auxiliary(words, each) or is_adverb(words, each) for each in between)
        if plain and clause.form.base in dispute_words().what:
            return Disputed(start=at + 1, end=clause.verb_end, noun=None, owner=subject)
    return None


def _antecedent(sentence: Sentence, subject: Mention, at: int, base: str) -> Disputed | None:
    """Of "…, a claim that | Brod | denies": "a claim", which points back to the words before it."""
    words = sentence.words
    behind = at + 1
    while behind < sentence.end and is_adverb(words, behind):
        behind += 1
    if behind < sentence.end and not _ends_clause(sentence, behind):
        return None
    noun = subject.first - 1
    if noun > sentence.start and (words.lower[noun] == "that" or words.lower[noun] in RELATIVES):
        noun -= 1
    return _apposition(sentence, noun, base)


def _ends_clause(sentence: Sentence, at: int) -> bool:
    low = sentence.words.lower[at]
    openers = low in vocabulary().clause_openers or low in vocabulary().prepositions
    return (low in BREAKS and low != QUOTED) or openers or is_time(sentence.words, at)


def _apposition(sentence: Sentence, noun: int, base: str) -> Disputed | None:
    """Of ", | a claim |" or "— | allegations |" with its noun at ``noun``; it points back."""
    words = sentence.words
    if noun <= sentence.start or words.lower[noun] not in dispute_words().nouns[base]:
        return None
    first = noun
    if words.lower[first - 1] in ("a", "an", "another"):
        first -= 1
    opened = first > sentence.start and (words.lower[first - 1] == "," or words.lower[first - 1] in DASHES)
    return Disputed(start=first, end=noun + 1, noun=noun, points_back=True) if opened else None


def _passive(sentence: Sentence, at: int, form: VerbForm) -> Contest | None:
    """From "| Okell's claim | was denied by | Brod |" and "…, | a claim | denied by | Brod |"."""
    words = sentence.words
    if form.ends != "past" or at == sentence.start:
        return None
    by = _agent(sentence, at, form)
    if by is None:
        return None
    left, passive = skip_left(words, sentence.start, at)
    if not passive:
        apposed = _apposition(sentence, at - 1, form.base)
        return None if apposed is None else Contest(cue=at, by=by, disputed=apposed)
    phrase = phrase_to(words, sentence.start, left)
    if phrase is None:
        return None
    if phrase.end - phrase.start == 1 and words.lower[phrase.start] in ("that", "this"):
        what: Disputed | None = Disputed(start=phrase.start, end=phrase.end, noun=None, points_back=True)
    else:
        what = noun_phrase(words, phrase.start, phrase.end, form.base)
    return None if what is None else Contest(cue=at, by=by, disputed=what)


def _agent(sentence: Sentence, at: int, form: VerbForm) -> Mention | None:
    """Who stands behind the "by" of "denied by | Brod |", "dismissed as “lies” by | Brod |"."""
    words = sentence.words
    for ahead in range(at + 1, min(sentence.end - 1, at + _BEFORE_AGENT)):
        low = words.lower[ahead]
        if low == "by":
            agent = phrase_from(words, ahead + 1, sentence.end)
            named = agent is not None and agent.kind is not Subject.PRONOUN
            return agent if agent is not None and named and plausible(words, agent, form) else None
        if low not in ("as", "on", QUOTED) and not is_adverb(words, ahead) and not is_time(words, ahead):
            return None
    return None
