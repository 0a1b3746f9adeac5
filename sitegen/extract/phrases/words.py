"""An article cut into words, each with its place and with what stands between it and the next."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

LONGEST = 80
"""Characters in a word or phrase; beyond, it is an address or a line of symbols, not something to read."""

_SIGNS = r"[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u200c\u200d]"
"""Stand inside a word and are no letters: lone accents, Arabic vowel signs, the Persian non-joiner."""

_LETTERS = rf"[^\W_]{{1,81}} (?: {_SIGNS}{{1,4}} [^\W_]{{0,81}} ){{0,40}}"

_WORD = re.compile(
    rf"""
    (?: [^\W\d_] [.] ){{2,8}}              # U.S., a.m.
    (?: - {_LETTERS} ){{0,3}}              # U.S.-led
  | {_LETTERS}
    (?: (?: [-'&] | [.,] (?=\d) )         # al-Dara, O'Lee, AT&T, 1,200.5
        {_LETTERS} ){{0,9}}
    """,
    re.VERBOSE,
)
"""A word, its marks made plain."""

_PLAIN = {"’": "'", "ʼ": "'", "‐": "-", "‑": "-"}

_POSSESSIVES = ("'s", "'S")

_APOSTROPHES = frozenset("'’ʼ")

_GAP = re.compile(r"(?P<stop>[.]?) (?P<mark>['’ʼ]?) [ ]? \s{1,3}", re.VERBOSE)
"""What may stand between two words of a phrase: never the comma or colon that would end it."""

_OPENS = re.compile(r"[.!?:;…“‘\"\n]|``")
"""Behind these a capital tells nothing."""

_Columns = tuple[list[str], list[tuple[int, int]], list[str], list[bool], list[bool]]
"""Keys, spans, joints, opens, capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of an article, column by column; a word's number is its place in each."""

    text: str
    """What the spans count in."""
    keys: Sequence[str]
    """In lower case, marks made plain, the possessive left out: as YAKE writes its candidates."""
    spans: Sequence[tuple[int, int]]
    """Start and end in ``text``, the possessive left out."""
    joints: Sequence[str]
    """How each reads on into the next: " ", ". " ("Gen. Marr"), or "" where a mark or an end parts them."""
    opens: Sequence[bool]
    """True for the first word of a sentence, a quotation or a headline, where any word has a capital."""
    capitals: Sequence[bool]
    """True for a word with a capital at its start, its own or that of a sentence."""
    body: int
    """Number of the first word behind the headline."""

    def is_capital(self, number: int) -> bool:
        """True for a word with a capital of its own, not that of a sentence."""
        return self.capitals[number] and not self.opens[number]

    def is_possessive(self, number: int) -> bool:
        """True before "'s", and before the mark of "the Corps' Tomas Verrick"."""
        end = self.spans[number][1]
        return self.text[end : end + 1] in _APOSTROPHES

    def written(self, first: int, end: int) -> str:
        """Words ``first`` to ``end`` as the article writes them, white space evened out."""
        return " ".join(self.text[self.spans[first][0] : self.spans[end - 1][1]].split())


def cut(text: str, headline: Iterable[tuple[int, int]], body: Iterable[tuple[int, int]]) -> Words:
    """The words of the pieces (start, end) of ``text`` that are its headline and its body."""
    plain = text
    for mark, other in _PLAIN.items():
        plain = plain.replace(mark, other)
    columns: _Columns = ([], [], [], [], [])
    for start, end in headline:
        _cut_piece(columns, text, plain, start, end)
    keys, spans, joints, opens, capitals = columns
    behind_headline = len(keys)
    for start, end in body:
        _cut_piece(columns, text, plain, start, end)
    return Words(
        text=text,
        keys=keys,
        spans=spans,
        joints=joints,
        opens=opens,
        capitals=capitals,
        body=behind_headline,
    )


def _cut_piece(columns: _Columns, text: str, plain: str, start: int, end: int) -> None:
    """Add the words of a piece of ``text`` to the ``columns``; ``plain`` is the text with its marks plain."""
    keys, spans, joints, opens, capitals = columns
    last = None
    for found in _WORD.finditer(plain, start, end):
        first, stop = found.span()
        if stop - first > LONGEST:
            continue
        if last is None:
            opens.append(True)
        elif (gap := text[last:first]) == " ":  # by far the most usual, and this is done for each word
            opens.append(False)
            joints.append(" ")
        else:
            opens.append(_OPENS.search(gap) is not None)
            joints.append(_joint(text, spans[-1][0], last, gap))
        last = stop
        word = found[0]
        if word.endswith(_POSSESSIVES):
            word = word[:-2]
        keys.append(word.lower())
        spans.append((first, first + len(word)))
        capitals.append(word[0].isupper())
    if last is not None:
        joints.append("")


def _joint(text: str, first: int, stop: int, gap: str) -> str:
    """How the word from ``first`` to ``stop`` reads on behind the ``gap``; "" where it does not."""
    between = _GAP.fullmatch(gap)
    if between is None:
        return ""
    if between["mark"]:
        # The workers’ union reads on; in ‘Songs of Reeds’ premieres the mark closes a quotation.
        before = text[max(0, first - LONGEST) : first].rpartition("\n")[2]
        if text[stop - 1] not in "sS" or before.count("‘") > before.count("’"):
            return ""
    return ". " if between["stop"] else " "
