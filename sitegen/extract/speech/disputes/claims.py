"""What a sentence claims, and who does: what "the claim" of a dispute can point back to."""

from collections.abc import Sequence
from typing import NamedTuple

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.disputes.standing import asserted
from sitegen.extract.speech.disputes.vocabulary import dispute_words
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.sentences.statements import reported
from sitegen.extract.speech.words.classes import RELATIVES
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.extract.speech.words.verbs import forms


class Claim(NamedTuple):
    """A clause by which somebody claims something; positions are word indices."""

    by: Mention
    verb: int
    verb_end: int
    """Behind the last word of the cue."""
    alone: bool
    """Nobody else speaks in the sentence."""

    @property
    def first(self) -> int:
        """Index of the first word of the clause."""
        return min(self.verb, self.by.first)


def claim_ahead(sentence: Sentence, known: Sequence[Clause], reach: int) -> Claim | None:
    """The claim before word ``reach``; None where several parties claim something there, or none."""
    claims = [each for each in _claims(sentence, known) if max(each.verb_end, each.by.end) <= reach]
    return claims[0] if len({each.by.start for each in claims}) == 1 else None


def sole_claim(sentence: Sentence, known: Sequence[Clause]) -> Claim | None:
    """The only claim of ``sentence``, by the only party that speaks in it, as far as can be told."""
    claims = _claims(sentence, known)
    if len(claims) != 1 or _claiming_words(sentence) != 1:
        return None
    (claim,) = claims
    if not RELATIVES.isdisjoint(sentence.words.lower[claim.by.end : claim.verb]):
        return None  # "an article by Okell, who wrote that …"
    others = [by for _, by in _speaking(known) if by.start != claim.by.start]
    # "Okell told them that | she had warned | the ministry" is still only her claim
    hers = all(by.start > claim.verb and by.kind is Subject.PRONOUN for by in others)
    return claim._replace(alone=not others) if hers else None


def _speaking(known: Sequence[Clause]) -> list[tuple[Clause, Mention]]:
    """The clauses in which somebody speaks, and who."""
    return [
        (clause, clause.subject)
        for clause in known
        if clause.subject is not None and not clause.passive and not clause.noun
    ]


def _claims(sentence: Sentence, known: Sequence[Clause]) -> list[Claim]:
    """Those of them in which something is claimed: "Okell said that …"; not "Okell reported for duty"."""
    words = dispute_words()
    quotes = QUOTED in sentence.words.lower[sentence.start : sentence.end]
    return [
        Claim(by=by, verb=clause.verb, verb_end=clause.verb_end, alone=False)
        for clause, by in _speaking(known)
        if clause.form is not None
        and clause.form.base in words.claiming
        and clause.form.ends != "ing"
        and asserted(sentence, by, clause.verb)
        and (quotes or clause.form.base in words.of_people or reported(sentence, clause, known) is not None)
    ]


def _claiming_words(sentence: Sentence) -> int:
    """How many words of the sentence may tell of a claim: "Okell said that Brod had said …" has two."""
    words, claiming = sentence.words, dispute_words().claiming
    found = (forms().get(low) for low in words.lower[sentence.start : sentence.end])
    return sum(form is not None and form.base in claiming and form.ends != "base" for form in found)
