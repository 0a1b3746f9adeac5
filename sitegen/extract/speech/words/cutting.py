"""Cut a stretch of text into words and punctuation marks, with their offsets."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sitegen.extract.speech.words.abbreviations import is_abbreviated, next_word

QUOTED = "“”"
"""The word that stands for a quotation in the words of a paragraph."""
_WORD = re.compile(
    r"""
    (?:[A-Z]\.){2,8}(?:-(?:[A-Z]\.){2,8})?          # U.S.  D.C.  F.L.V.-K.D.
  | [^\W_]{1,60}                                    # a word, no longer than any real one at a time
    (?:(?:[-.&@’'](?!s\b)|’(?=s-))[^\W_]{1,60}){0,8}  # mother-in-law, o’clock, don't, cnn.com
  | ['’]s\b                                         # the possessive, or "is", by itself
  | ''|``                                           # typewriter quotation marks
  | [-–—]{1,3}|\.{2,6}                              # dashes, dots
  | [^\w\s]                                         # any other mark
    """,
    re.VERBOSE,
)


_LONGEST_WORD = 60
"""Characters; whatever is longer is read in pieces."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a stretch, as parallel tuples: index ``i`` is the same word in each."""

    starts: tuple[int, ...]
    """Offset of each word's first character in the whole text."""
    ends: tuple[int, ...]
    """Offset behind each word's last character."""
    forms: tuple[str, ...]
    """As written; an abbreviation keeps its full stop."""
    lower: tuple[str, ...]
    """In lower case, without the full stop of an abbreviation."""

    def __len__(self) -> int:
        return len(self.starts)


def cut(text: str, start: int, end: int, gaps: Sequence[tuple[int, int]] = ()) -> Words:
    """The words of ``text[start:end]``, those that begin inside one of the ``gaps`` left out.

    All offsets are into ``text``. Each gap (a half-open range, in order, apart) leaves the single word ``“”``
    in its place.
    """
    raw = _RawWords([], [], [], [])
    at = start
    for gap_start, gap_end in gaps:
        _cut(text, at, gap_start, raw)
        if gap_start < gap_end:
            raw.starts.append(gap_start)
            raw.ends.append(gap_end)
            raw.forms.append(QUOTED)
        at = gap_end
    _cut(text, at, end, raw)
    # In one go, a line a word: half the time of a call for each.
    lower = "\n".join(raw.forms).lower().split("\n") if raw.forms else []
    for number in raw.stopped:
        lower[number] = lower[number].rstrip(".") or raw.forms[number]
    joined = frozenset(_abbreviated(text, raw))
    for number in sorted(joined, reverse=True):
        raw.ends[number - 1] = raw.ends[number]
        raw.forms[number - 1] += "."
    if not joined:
        return Words(
            starts=tuple(raw.starts), ends=tuple(raw.ends), forms=tuple(raw.forms), lower=tuple(lower)
        )
    # In one pass: taking them out one by one would take the square of their number.
    kept = [number for number in range(len(lower)) if number not in joined]
    return Words(
        starts=tuple(raw.starts[number] for number in kept),
        ends=tuple(raw.ends[number] for number in kept),
        forms=tuple(raw.forms[number] for number in kept),
        lower=tuple(lower[number] for number in kept),
    )


class _RawWords(NamedTuple):
    """``Words`` in the making, full stops still apart from abbreviations."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    stopped: list[int]
    """Indices of the words that end in a full stop, or are one."""


def _cut(text: str, start: int, end: int, raw: _RawWords) -> None:
    """Add the words of ``text[start:end]``, which holds no gap.

    Most are plain, with a blank or a comma or a full stop behind; only the others need the expression.
    """
    starts, ends, forms, stopped = raw
    for chunk in text[start:end].split(" "):
        behind = start + len(chunk)
        if len(chunk) > _LONGEST_WORD:
            _match(text, start, behind, raw)
        elif chunk.isalpha():
            starts.append(start)
            ends.append(behind)
            forms.append(chunk)
        elif chunk[-1:] in ",." and chunk[:-1].isalpha():
            starts += start, behind - 1
            ends += behind - 1, behind
            forms += chunk[:-1], chunk[-1]
            if chunk[-1] == ".":
                stopped.append(len(forms) - 1)
        elif chunk:
            _match(text, start, behind, raw)
        start = behind + 1


def _match(text: str, start: int, end: int, raw: _RawWords) -> None:
    for found in _WORD.finditer(text, start, end):
        raw.starts.append(found.start())
        raw.ends.append(found.end())
        raw.forms.append(found.group())
        if raw.forms[-1][-1] == ".":
            raw.stopped.append(len(raw.forms) - 1)


def _abbreviated(text: str, raw: _RawWords) -> list[int]:
    """The indices of the full stops that belong to the word before: "Gen", "."."""
    return [
        at
        for at in raw.stopped
        if raw.forms[at] == "."
        and at > 0
        and raw.ends[at - 1] == raw.starts[at]
        and raw.forms[at - 1][0].isalnum()
        and is_abbreviated(raw.forms[at - 1], next_word(text, raw.ends[at]))
    ]
