"""Subjects that follow their verb: "“…,” said Lene Marrow", "Said Verrick: “…”"."""

from sitegen.extract.speech.clauses.clause import Cue
from sitegen.extract.speech.clauses.subjects import plausible
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.phrases.openings import apposed_name
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.words.classes import BREAKS, DASHES
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.extract.speech.words.vocabulary import vocabulary

_ADDRESSED = frozenset(["tell", "ask", "urge", "remind", "warn", "assure", "inform", "advise", "instruct"])
"""Verbs whose object is whoever is spoken to: "told the Courier" is no inversion."""
_CLOSING = frozenset(["say", "write", "add"])
"""Verbs that close a sentence of indirect speech: "the valley had waited long enough, | said Lene Marrow"."""


def inverted_subject(cue: Cue) -> Mention | None:
    """The subject behind the verb; None where none stands there."""
    words = cue.words
    quoted = cue.at == cue.start or words.lower[_left_of(cue)] == QUOTED
    phrase = phrase_from(words, cue.behind, cue.end) if _may_invert(cue, quoted=quoted) else None
    if phrase is None:
        return None
    if not quoted:
        return phrase if _inverted_without_quotation(cue, phrase) else None
    vocab = vocabulary()
    first = words.lower[cue.behind]
    small = words.forms[cue.behind][0].islower()
    if small and first not in vocab.determiners and first not in vocab.speaker_nouns:
        # "said senior official Corin Ashby", but not "said angrily"
        return phrase if phrase.kind is Subject.NAME else None
    if phrase.kind is Subject.NOMINAL and cue.form.labels and not plausible(words, phrase, cue.form):
        return None  # "“…,” denounced | her record |"
    if phrase.kind is Subject.NOMINAL:
        # "said another resident, Ansa Torvel."
        return apposed_name(words, phrase.end, cue.end) or phrase
    return phrase


def _may_invert(cue: Cue, *, quoted: bool) -> bool:
    """True where a subject may follow; ``quoted``: the verb opens its sentence or follows a quotation."""
    vocab = vocabulary()
    if not quoted and cue.words.lower[cue.at - 1] != ",":
        return False  # "Okell said …": most verbs by far
    if cue.form.ends not in ("past", "s") or cue.behind >= cue.end or cue.form.base == "tell":
        return False
    first = cue.words.lower[cue.behind]
    return first not in vocab.prepositions and first not in vocab.clause_openers and first not in BREAKS


def _left_of(cue: Cue) -> int:
    """The word left of the verb, commas, dashes and adverbs passed over."""
    lower, adverbs = cue.words.lower, vocabulary().adverbs
    left = cue.at - 1
    while left > cue.start and (lower[left] == "," or lower[left] in DASHES or lower[left] in adverbs):
        left -= 1
    return left


def _inverted_without_quotation(cue: Cue, phrase: Mention) -> bool:
    """True for "In other words, explained judge Petra Ilvane: “…”" and "…, said Lene Marrow."."""
    words, base = cue.words, cue.form.base
    if phrase.kind is not Subject.NAME:
        return False
    ahead = words.lower[phrase.end : min(phrase.end + 2, cue.end)]
    if ahead in ((":", QUOTED), (",", QUOTED)) and not cue.form.weak and base not in _ADDRESSED:
        return True
    return base in _CLOSING and (not ahead or ahead[0] in BREAKS)
