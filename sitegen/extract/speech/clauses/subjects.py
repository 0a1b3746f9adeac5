"""The subject of a reporting verb, to the left of it."""

from collections.abc import Sequence

from sitegen.extract.speech.clauses.insertions import across_insertion, segment_start
from sitegen.extract.speech.clauses.shared_subjects import shared_subject
from sitegen.extract.speech.phrases.leftwards import nearest_phrase, phrase_to
from sitegen.extract.speech.phrases.mentions import Mention, Subject, head_end
from sitegen.extract.speech.words.classes import (
    BREAKS,
    DASHES,
    POSSESSIVE_S,
    RELATIVES,
    SHARES,
    is_adverb,
    is_capital,
    is_time,
)
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.verbs import VerbForm
from sitegen.extract.speech.words.vocabulary import vocabulary

_BEFORE_TIME = frozenset(["on", "last", "late", "later", "early", "earlier"])
"""What stands before the day on which somebody said something."""
_LONG = (("has", "long"), ("have", "long"), ("had", "long"))
_JOINS = frozenset(["and", "or", "then", "but", "&"])
_CLOSING_MARKS = frozenset([",", ")"]) | DASHES
"""Marks behind what stands between subject and verb."""
_CAUSING = frozenset(
    ["lead", "leading", "led", "prompt", "prompting", "prompted", "force", "forcing", "forced", "caused"]
)
"""What makes somebody say something."""
_SETTING = 4
"""Words of "a later interview", "a written statement"."""
_BETWEEN = 8
"""Words between subject and verb that are passed over: "had never been expected to publicly say"."""
_PLAIN = frozenset(["say", "tell", "add", "write", "ask", "reply", "shout", "tweet"])
"""Verbs whose subject need not be a noun for people or bodies: "the delegate from Karsa said"."""


def skip_left(words: Words, start: int, at: int) -> tuple[int, bool]:
    """Pass over what stands between subject and verb; (index of the word before it, whether a passive)."""
    vocab = vocabulary()
    left = at - 1
    passive = False
    for _ in range(_BETWEEN):
        if left < start:
            break
        low = words.lower[left]
        small = words.forms[left].islower()
        if small and (low in vocab.auxiliaries or (low in vocab.be and low not in POSSESSIVE_S)):
            passive = passive or low in vocab.be
        elif low == "to" and left - 1 >= start:
            # "wanted to say", "went on to say", "was prompted to say"
            left -= 1
            if is_capital(words, left):
                # "Verrick wants | Okell to say | so": not her words; "which led Okell to say so": hers
                caused = not _CAUSING.isdisjoint(words.lower[max(start, left - _BETWEEN) : left])
                return (left if caused else start - 1), False
            if words.lower[left] == "on" and left - 1 >= start:
                left -= 1
            passive = False
        elif is_time(words, left) and _dates(words, start, left):
            left -= words.lower[left - 1] in _BEFORE_TIME  # "Okell | on Monday | said"
        elif not (
            low in vocab.adverbs or is_adverb(words, left) or words.lower[left - 1 : left + 1] in _LONG
        ):
            break
        left -= 1
    return left, passive


def _dates(words: Words, start: int, at: int) -> bool:
    """True for the day of "Okell on Monday said", "Okell later Thursday told"; not for "April said"."""
    subject = at - 1 - (words.lower[at - 1] in _BEFORE_TIME)
    low = words.lower[max(subject, 0)]
    # but "a report | released Friday | said"
    return subject >= start and (low[-1].isalnum() or low in (",", ")")) and not low.endswith("ed")


def subject_left(words: Words, start: int, left: int, earlier: Sequence[Mention]) -> Mention | None:
    """The subject whose last word is at ``left`` or further left; the sentence begins at ``start``.

    ``earlier``: the subjects of the reporting clauses before, those who did not speak left out.
    """
    if left < start:
        return None
    low = words.lower[left]
    if low in _JOINS:
        return shared_subject(words, start, left, earlier)  # Brod laughed and said
    if low in RELATIVES or (low == "that" and left > start and words.forms[left - 1][0].isalpha()):
        return _before_relative(words, start, left)
    if low in _CLOSING_MARKS or (low == QUOTED and _quotes_in_passing(words, start, left)):
        return across_insertion(words, start, left)
    phrase = None if low in BREAKS else phrase_to(words, start, left)
    if phrase is not None and _is_setting(words, start, phrase):
        return shared_subject(words, start, phrase.start - 2, earlier)
    return phrase


def _is_setting(words: Words, start: int, phrase: Mention) -> bool:
    """True for "Okell came late but in | a statement | thanked them": it is she who thanks."""
    if phrase.kind is not Subject.NOMINAL or phrase.start - 2 < start or phrase.end - phrase.start > _SETTING:
        return False
    joined = words.lower[phrase.start - 2] in _JOINS or words.lower[phrase.start - 2] == ","
    inside = words.lower[phrase.start - 1] in ("in", "at", "on", "during")
    return joined and inside and words.lower[phrase.start] in vocabulary().determiners


def _before_relative(words: Words, start: int, left: int) -> Mention | None:
    """Of "| Brod |, who said": whoever stands before "who"."""
    back = left - 1
    if back >= start and words.lower[back] == ",":
        back -= 1
    return nearest_phrase(words, start, back) or phrase_to(words, start, back)


def _quotes_in_passing(words: Words, start: int, quoted: int) -> bool:
    """True for "Okell, author of “Nine Winters,” said" and "Verrick, whom Okell called “a tourist,” said"."""
    if quoted - 1 <= start or words.lower[quoted - 1] in BREAKS:
        return False
    segment = segment_start(words, start, quoted - 1)
    enclosed = segment > start and words.lower[segment - 1] == ","
    title = words.lower[quoted - 1] in vocabulary().prepositions
    return title or (enclosed and words.lower[segment] in RELATIVES)


def plausible(words: Words, subject: Mention, form: VerbForm) -> bool:
    """A nominal nobody could be ("the move noted") is no subject, save of the plainest verbs."""
    vocab = vocabulary()
    if subject.kind is not Subject.NOMINAL:
        return True
    head = head_end(words, subject.start, subject.end) - 1
    low = words.lower[head]
    bare = subject.end - subject.start == 1 and not low.endswith("s") and low not in vocab.bare_nouns
    if bare and subject.start > 0 and words.lower[subject.start - 1].isalpha():
        return False  # "did not | release | further details, saying"
    if low in vocab.speaker_nouns or low.rstrip("s") in vocab.speaker_nouns or low in SHARES:
        return True
    plain = form.base in _PLAIN
    return (
        plain
        and form.ends in ("past", "s")
        and low.replace("-", "").isalpha()
        and words.lower[subject.start] in vocab.determiners
    )
