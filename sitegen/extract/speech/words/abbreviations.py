"""Abbreviations: the full stops that belong to a word and end no sentence."""

import re
from dataclasses import dataclass
from functools import cache

from sitegen import lexicon
from sitegen.extract.speech.words.vocabulary import vocabulary

_NEXT = re.compile(r"[^\w\n]{0,6}([^\W_]{1,40})")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Abbreviations:
    """Words whose full stop does not end a sentence, lower case, without that stop."""

    capitalised: frozenset[str]
    """Only where written with a capital: "Sun. 5"."""
    any_case: frozenset[str]
    before_number: frozenset[str]
    final: frozenset[str]
    """Those that often end a sentence all the same."""


@cache
def _abbreviations() -> _Abbreviations:
    """The abbreviations of the lexicon."""
    words = lexicon.load("speech")
    return _Abbreviations(
        capitalised=frozenset(words["abbreviations"].split()),
        any_case=frozenset(words["abbreviations_any_case"]),
        before_number=frozenset(words["abbreviations_before_number"]),
        final=frozenset(words["sentence_final_abbreviations"]),
    )


def is_abbreviated(word: str, following: str) -> bool:
    """True where a full stop right after ``word`` belongs to it; ``following``: the next word, or "".

    "Gen. Qaani", "J. Smith", "No. 5", "U.S. troops"; but not "said no.", nor "in the U.S. He".
    """
    low = word.lower()
    known = _abbreviations()
    if low in known.final:
        return following[:1].islower() or following[:1].isdigit()
    if "." in word and max(map(len, low.split("."))) == 1:
        # "U.S. Army", but "in the U.S. He": a sentence opens with a small word.
        return following.lower() not in vocabulary().common_capitals
    if len(word) > 2 and word[1] == "-" and word[0].isupper() and word[2].isupper():
        return True  # "R-Fla."
    if len(word) == 1:
        return word.isupper() and word != "I"
    return (
        low in known.any_case
        or (low in known.capitalised and word[0].isupper())
        or (low in known.before_number and following[:1].isdigit())
    )


def next_word(text: str, at: int) -> str:
    """The first word a few characters behind offset ``at``, marks and spaces passed over; "" if none."""
    found = _NEXT.match(text, at)
    return found.group(1) if found else ""
