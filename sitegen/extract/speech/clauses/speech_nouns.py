"""Nouns that report: "Okell's claim that the dam was “safe”", "his response was: “…”"."""

from sitegen.extract.speech.phrases.leftwards import nearest_phrase
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.words.classes import BREAKS, OWN, POSSESSIVES, is_time
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.vocabulary import vocabulary

_REACH = 12
"""Words between the noun and the quotation."""
_LINKS = frozenset(["that", "to", "of", "for", "about", "as", "was", "were", "is", "are", QUOTED])
"""What joins the noun to the words."""
_OWN = OWN - {"your"}
"""Pronouns whose owner the text can tell."""


def owner(words: Words, start: int, end: int, at: int) -> Mention | None:
    """Whose utterance the noun at ``at`` is; None where it leads to no quotation in ``words[start:end]``.

    The noun must lead to the quotation: no mark but the one before it may stand between.
    """
    vocab = vocabulary()
    if words.lower[at] not in vocab.speech_nouns or at <= start:
        return None
    if words.lower[at - 1] == QUOTED and words.lower[at] in vocab.remark_nouns:
        return _owner_before(words, start, at - 1)
    if not _leads(words, at + 1, end):
        return None
    left = at - 1
    for _ in range(2):  # "his long-standing promise", "Okell's own first claim"
        describes = words.forms[left].islower() and words.lower[left] not in vocab.determiners
        if left > start and describes and words.lower[left].replace("-", "").isalpha():
            left -= 1
    low = words.lower[left]
    if low in _OWN:
        return Mention(start=left, end=left + 1, kind=Subject.PRONOUN)
    if low not in POSSESSIVES or left - 1 < start:
        return None
    return nearest_phrase(words, start, left - 1)


def _owner_before(words: Words, start: int, quoted: int) -> Mention | None:
    """Whose comment it is in "| Okell |'s “wet money” comment", "| his | “wet money” comment"."""
    left = quoted - 1
    if left >= start and words.lower[left] in _OWN:
        return Mention(start=left, end=left + 1, kind=Subject.PRONOUN)
    owned = left > start and words.lower[left] in POSSESSIVES
    return nearest_phrase(words, start, left - 1) if owned else None


def _leads(words: Words, at: int, end: int) -> bool:
    """True for "… was: “…”", "… that the dam was “…”", "… to be “…”"; not "of his answers, “…”"."""
    dated = at + (words.lower[at : at + 1] == ("on",))
    if dated < end and is_time(words, dated):
        at = dated + 1  # "his statement | on Wednesday | that …"
    if at >= end or words.lower[at] not in _LINKS:
        return False
    for ahead in range(at, min(end, at + _REACH)):
        low = words.lower[ahead]
        if low == QUOTED:
            return True
        if low in BREAKS:
            return (
                low == ":"
                and words.lower[at] in vocabulary().be
                and words.lower[ahead + 1 : ahead + 2] == (QUOTED,)
            )
    return False
