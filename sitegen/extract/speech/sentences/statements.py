"""Statements without quotation marks: what "Okell said that …" reports, in the reporter's words."""

from collections.abc import Sequence

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import BREAKS, POSSESSIVE_S, STOPS, is_auxiliary, is_time
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.extract.speech.words.vocabulary import vocabulary

_QUESTIONS = frozenset(["whether", "if", "how", "why", "what", "who", "when", "where"])
"""Words that open a reported question, and belong to it."""
_ADDRESSED = frozenset(["tell", "ask", "remind", "warn", "assure", "inform", "advise", "notify", "urge"])
"""Verbs that may name whom they speak to before what they say."""
_ADDRESSEE = 9
"""Words that may stand between verb and "that": "told reporters on Monday that"."""
_VERB_WITHIN = 14
"""Words of a bare clause ("said | the dam would hold") within which its verb must come."""
_SHORTEST = 3


def reported(sentence: Sentence, clause: Clause, known: Sequence[Clause]) -> tuple[int, int] | None:
    """The words that ``clause`` reports, as a half-open range of word indices; None where it reports none.

    Words in quotation marks are quotations: a clause that reports such has no statement here.
    """
    if clause.subject is None or clause.passive or clause.noun:
        return None
    if clause.form is not None and (clause.form.labels or clause.form.weak):
        return None
    behind = max(clause.verb_end, clause.subject.end if clause.inverted else 0)
    start = _complement(sentence, clause, behind)
    found = _ahead(sentence, clause, behind) if start is None else (start, _end(sentence, start, known))
    if found is not None and start is not None and _is_told_by_another(sentence, found, clause, known):
        return None
    if found is None or found[1] - found[0] < _SHORTEST or QUOTED in sentence.words.lower[slice(*found)]:
        return None
    return found


def _is_told_by_another(
    sentence: Sentence, found: tuple[int, int], clause: Clause, known: Sequence[Clause]
) -> bool:
    """Of "He must answer questions by June, the speaker said": true for what would follow "answer"."""
    words = sentence.words
    for other in known:
        if other is clause or other.subject is None or other.noun:
            continue
        first = min(other.verb, other.subject.start)
        behind = words.lower[max(other.verb_end, other.subject.end) : sentence.end]
        closes = all(low in STOPS for low in behind)
        if found[0] < first < found[1] and closes and words.lower[first - 1] == ",":
            return True
    return False


def _complement(sentence: Sentence, clause: Clause, behind: int) -> int | None:
    """Where the clause behind the verb begins: "said | the dam would hold", "told reporters that | …"."""
    words, vocab = sentence.words, vocabulary()
    if clause.form is None:
        closes = words.lower[behind : behind + 1] == (",",) and clause.verb == sentence.start
        return behind + 1 if closes else None
    if behind >= sentence.end or words.lower[behind] in BREAKS:
        return None
    if words.lower[behind] in _QUESTIONS:
        return behind
    aside = (
        words.lower[behind] in vocab.prepositions
        or words.lower[behind] in vocab.adverbs
        or is_time(words, behind)
    )
    addressed = clause.form.base in _ADDRESSED
    for at in range(behind, min(behind + _ADDRESSEE, sentence.end)):
        if words.lower[at] == "that" and (at == behind or aside or addressed):
            return at + 1  # but not "posted a picture that showed …"
        if words.lower[at] in BREAKS:
            break
    if aside or addressed or words.lower[behind] in vocab.clause_openers:
        return None
    return behind if any(_finite(sentence, at) for at in range(behind + 1, behind + _VERB_WITHIN)) else None


def _finite(sentence: Sentence, at: int) -> bool:
    """True for a word that looks like a verb in a tense."""
    if at >= sentence.end:
        return False
    words, vocab = sentence.words, vocabulary()
    low = words.lower[at]
    past = low.endswith("ed") and words.forms[at].islower()
    return is_auxiliary(words, at) or low in vocab.irregular_pasts or low in POSSESSIVE_S or past


def _end(sentence: Sentence, start: int, known: Sequence[Clause]) -> int:
    """Before the mark that ends the sentence, or the participle that begins another statement."""
    words = sentence.words
    for clause in known:
        second = clause.form is None or clause.form.ends == "ing"
        if clause.verb > start and second and words.lower[clause.verb - 1] == ",":
            return clause.verb - 1
    end = sentence.end
    while end > start and words.lower[end - 1] in STOPS:
        end -= 1
    return end


def _ahead(sentence: Sentence, clause: Clause, behind: int) -> tuple[int, int] | None:
    """The words before a clause that closes or breaks up a statement: "The dam would hold, | Okell said"."""
    if clause.subject is None:
        return None
    words = sentence.words
    first = min(clause.verb, clause.subject.first)
    if first - 1 <= sentence.start or words.lower[first - 1] != ",":
        return None
    rest = words.lower[behind : sentence.end]
    if all(low in STOPS for low in rest):
        return sentence.start, first - 1
    if rest[:1] == (",",) and clause.form is not None:
        return sentence.start, _end(sentence, behind, ())
    return None
