"""Cut a stretch of text into words and punctuation marks, with their offsets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sitegen import lexicon
from sitegen.extract.speech.vocabulary import vocabulary

_WORD = re.compile(
    r"""
    (?:[A-Z]\.){2,8}                                # U.S.  D.C.
  | [^\W_]{1,60}                                    # a word, no longer than any real one at a time
    (?:(?:[-.&@’'](?!s\b)|’(?=s-))[^\W_]{1,60}){0,8}  # mother-in-law, o’clock, don't, cnn.com
  | ['’]s\b                                         # the possessive, or "is", by itself
  | ''|``                                           # typewriter quotation marks
  | [-–—]{1,3}|\.{2,6}                              # dashes, dots
  | [^\w\s]                                         # any other mark
    """,
    re.VERBOSE,
)


_NEXT = re.compile(r"[^\w\n]{0,6}([^\W_]{1,40})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a stretch, as parallel tuples: index ``i`` is the same word in each."""

    starts: tuple[int, ...]
    """Offset of each word's first character in the whole text."""
    ends: tuple[int, ...]
    forms: tuple[str, ...]
    """As written; an abbreviation keeps its full stop."""
    lower: tuple[str, ...]
    """In lower case, without the full stop of an abbreviation."""

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """Words whose full stop does not end a sentence, lower case, without that stop."""

    capitalised: frozenset[str]
    """Only where written with a capital: "Sun. 5"."""
    any_case: frozenset[str]
    before_number: frozenset[str]
    final: frozenset[str]
    """Those that often end a sentence all the same."""


@cache
def abbreviations() -> Abbreviations:
    """The abbreviations of the lexicon."""
    words = lexicon.load("speech")
    return Abbreviations(
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
    known = abbreviations()
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
    """The first word behind ``at``, marks and white space passed over within a few characters; "" if none."""
    found = _NEXT.match(text, at)
    return found.group(1) if found else ""


def cut(text: str, start: int, end: int, gaps: Sequence[tuple[int, int]] = ()) -> Words:
    """The words of ``text[start:end]``, those that begin inside one of the ``gaps`` left out.

    Each gap (a half-open range, in order, apart) leaves the single word ``“”`` in its place.
    """
    starts: list[int] = []
    ends: list[int] = []
    forms: list[str] = []
    lower: list[str] = []
    at = start
    for gap_start, gap_end in (*gaps, (end, end)):
        for found in _WORD.finditer(text, at, gap_start):
            form = found.group()
            if (
                form == "."
                and ends
                and ends[-1] == found.start()
                and _abbreviated(text, forms[-1], found.end())
            ):
                ends[-1] = found.end()
                forms[-1] += "."
                continue
            starts.append(found.start())
            ends.append(found.end())
            forms.append(form)
            lower.append(form.lower().rstrip(".") or form)
        if gap_start < gap_end:
            starts.append(gap_start)
            ends.append(gap_end)
            forms.append("“”")
            lower.append("“”")
        at = gap_end
    return Words(starts=tuple(starts), ends=tuple(ends), forms=tuple(forms), lower=tuple(lower))


def _abbreviated(text: str, word: str, after: int) -> bool:
    return word[0].isalnum() and is_abbreviated(word, next_word(text, after))
