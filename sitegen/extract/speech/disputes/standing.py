"""Whether a disputing verb says that somebody did dispute something: not "did not deny", "would deny"."""

from collections.abc import Sequence

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.disputes.vocabulary import dispute_words
from sitegen.extract.speech.phrases.mentions import Mention, head_end
from sitegen.extract.speech.reading.memory import embedded
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import STOPS, is_adverb, is_auxiliary, is_capital
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.vocabulary import vocabulary

_RULING = ("dismiss", "reject")
_NEGATED = ("n't", "n’t")
_TO_HAVE = 6
"""Words before a verb among which "to" leaves open whether it happened: "expected to have denied"."""
_PASSED_ON = frozenset(["according", "reportedly", "allegedly", "supposedly", "apparently"])
"""What makes the dispute itself hearsay."""


def asserted(sentence: Sentence, subject: Mention, verb: int) -> bool:
    """True where the article says, in its own voice, that ``subject`` did what the word at ``verb`` says."""
    words, known = sentence.words, dispute_words()
    lower = words.lower[sentence.start : sentence.end]
    if lower[-1] == "?" or not _PASSED_ON.isdisjoint(lower):
        return False
    before = words.lower[sentence.start : verb]
    if not known.conditions.isdisjoint(before) or not known.negations.isdisjoint(
        words.lower[subject.first : min(subject.end, verb)]
    ):
        return False  # "if Brod denied the claim"; "nobody denied it"
    if subject.end <= verb:
        between = words.lower[subject.end : verb]
        if any(low in known.negations or low.endswith(_NEGATED) for low in between):
            return False
    return not _hypothetical(words, sentence.start, verb)


def _hypothetical(words: Words, start: int, verb: int) -> bool:
    """True for "would flatly deny", "is expected to have denied", "before denying"."""
    known = dispute_words()
    at = verb - 1
    if words.lower[at] in ("and", "or", "nor") and words.lower[verb] in known.verbs:
        return True  # "declined to confirm or | deny | it"
    while at >= start and verb - at <= _TO_HAVE:
        low = words.lower[at]
        if (low in known.hypotheses or low in known.negations) and not (at > start and is_capital(words, at)):
            return True
        if not (is_auxiliary(words, at) or is_adverb(words, at) or low in vocabulary().adverbs):
            break
        at -= 1
    if not words.lower[verb].endswith("ing"):
        return False
    progressive = at + 1 < verb and any(words.lower[each] in vocabulary().be for each in range(at + 1, verb))
    return not (progressive or (at >= start and words.lower[at] == ","))


def decides(words: Words, subject: Mention, base: str) -> bool:
    """True for "a judge" who dismisses or rejects a claim, and for "the insurer": theirs is a ruling."""
    known = dispute_words()
    described = words.lower[subject.first : head_end(words, subject.start, subject.end)]
    rules = base in _RULING and not known.deciding.isdisjoint(described)
    return rules or not known.paying.isdisjoint(described)


def told_by_another(sentence: Sentence, known: Sequence[Clause], subject: Mention, verb: int) -> bool:
    """True for "Okell said Brod | denied | it" and "Brod | denied | it, Okell said": she says so."""
    words = sentence.words
    if _in_that_clause(sentence, known, subject):
        return True
    for other in known:
        if other.subject is None or other.noun or other.verb == verb:
            continue
        same = other.subject.start == subject.start
        if not same and other.verb < verb and embedded(sentence, other, subject):
            return True
        if same or other.verb < verb or other.passive:
            continue
        behind = words.lower[max(other.verb_end, other.subject.end) : sentence.end]
        first = min(other.verb, other.subject.first)
        closes = first > verb and words.lower[first - 1] == "," and all(low in STOPS for low in behind)
        if closes and (other.form is None or other.form.ends != "ing"):
            return True
    return False


def _in_that_clause(sentence: Sentence, known: Sequence[Clause], subject: Mention) -> bool:
    """True for "Okell said it was old and that | Brod | denied it"; not for "…, a claim that | Brod | …"."""
    words, at = sentence.words, subject.first - 1
    if at <= sentence.start or words.lower[at] != "that" or words.lower[at - 1] in dispute_words().all_nouns:
        return False
    return any(clause.verb < at and not clause.noun for clause in known)
