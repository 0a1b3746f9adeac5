"""A subject that a verb shares with one before it: "Okell laughed | and said"."""

from collections.abc import Sequence

from sitegen.extract.speech.clauses.insertions import segment_start
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.phrases.openings import leading_subject
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.words.classes import RELATIVES, is_auxiliary
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.vocabulary import vocabulary

_WHEN = frozenset(["when", "while", "after", "as"])
_JOINS = frozenset(["and", "or", "then", "but", "by"])
"""What stands before a verb that shares its subject: "rose *and* said", "began *by* saying"."""
_CLAUSES_BACK = 6
"""How many stretches between marks are looked back on."""


def shared_subject(words: Words, start: int, left: int, earlier: Sequence[Mention]) -> Mention | None:
    """The subject of the verb before: "As the crowd rose, | Okell | laughed and said".

    ``earlier``: the subjects of the reporting clauses before, those who did not speak left out.
    """
    spoken = next((subject for subject in reversed(earlier) if subject.end <= left), None)
    acting = _acting(words, start, left)
    if acting is not None and (spoken is None or acting.start > spoken.start):
        return acting
    return spoken or leading_subject(words, start, left)


def _acting(words: Words, start: int, left: int) -> Mention | None:
    """The subject of the clause around ``left``: a phrase behind a mark, with a verb right behind it."""
    vocab = vocabulary()
    at = left
    for _ in range(_CLAUSES_BACK):
        segment = segment_start(words, start, at)
        # "When | Okell | rose and said"
        shares = words.lower[left] in _JOINS
        opens = segment + (shares and words.lower[segment] in _WHEN)
        phrase = phrase_from(words, opens, left + 1)
        own = phrase is not None and phrase.kind is not Subject.NOMINAL
        if phrase is not None and own and phrase.end <= left and words.lower[phrase.start] not in RELATIVES:
            low = words.lower[phrase.end]
            past = low in vocab.irregular_pasts or (low.endswith("ed") and words.forms[phrase.end].islower())
            if past or low in vocab.be or is_auxiliary(words, phrase.end):
                return phrase
        if segment <= start:
            break
        at = segment - 2
    return None
