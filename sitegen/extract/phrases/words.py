"""An article cut into words, each with its place and with what stands between it and the next."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LONGEST = 80
"""Characters in a word or phrase; beyond, it is an address or a line of symbols, not something to read."""

_WORD = re.compile(
    r"""
    (?: [^\W\d_] [.] ){2,8}                # U.S., a.m.
    (?: [-‐‑] [^\W_]{1,81} ){0,3}          # U.S.-led
  | [^\W_]{1,81}
    (?: (?: [-‐‑'’ʼ&] | [.,] (?=\d) )      # al-Dara, O’Lee, AT&T, 1,200.5
        [^\W_]{1,81} ){0,9}
    """,
    re.VERBOSE,
)

_POSSESSIVES = ("'s", "'S", "’s", "’S", "ʼs", "ʼS")

_APOSTROPHES = frozenset("'’ʼ")

_GAP = re.compile(r"(?P<stop>[.]?) (?P<mark>['’ʼ]?) [ ]? \s{1,3}", re.VERBOSE)
"""What may stand between two words of a phrase: never the comma or colon that would end it."""

_OPENS = re.compile(r"[.!?:;…“‘\"\n]|``")
"""Behind these a capital tells nothing."""

_PLAIN = str.maketrans(dict.fromkeys("’ʼ", "'") | dict.fromkeys("‐‑", "-"))


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
    body: int
    """Number of the first word behind the headline."""

    def is_capital(self, number: int) -> bool:
        """True for a word with a capital of its own, not that of a sentence."""
        capital = self.text[self.spans[number][0]].isupper()
        return capital and not self.opens[number]

    def is_possessive(self, number: int) -> bool:
        """True before "'s", and before the mark of "the Corps' Tomas Verrick"."""
        end = self.spans[number][1]
        return self.text[end : end + 1] in _APOSTROPHES

    def written(self, first: int, end: int) -> str:
        """Words ``first`` to ``end`` as the article writes them, white space evened out."""
        return " ".join(self.text[self.spans[first][0] : self.spans[end - 1][1]].split())


def cut(text: str, headline: Iterable[tuple[int, int]], body: Iterable[tuple[int, int]]) -> Words:
    """The words of the pieces (start, end) of ``text`` that are its headline and its body."""
    head = [row for start, end in headline for row in _rows(text, start, end)]
    rows = head + [row for start, end in body for row in _rows(text, start, end)]
    keys, spans, joints, opens = zip(*rows, strict=True) if rows else ((), (), (), ())
    return Words(text=text, keys=keys, spans=spans, joints=joints, opens=opens, body=len(head))


def _rows(text: str, start: int, end: int) -> Iterator[tuple[str, tuple[int, int], str, bool]]:
    """Key, span, joint and opening of each word of a piece."""
    found = [word.span() for word in _WORD.finditer(text, start, end)]
    last = start
    for number, (first, stop) in enumerate(found, 1):
        following = found[number][0] if number < len(found) else end
        owns = text[stop - 1] in "sS" and text.endswith(_POSSESSIVES, first + 1, stop)
        stem = stop - 2 if owns else stop
        if stem - first <= LONGEST:
            # A single blank, by far the most usual, is asked for first: this is done for each word.
            opens = last == start or (text[last:first] != " " and bool(_OPENS.search(text, last, first)))
            joint = _joint(text, first, stop, following) if following < end else ""
            word = text[first:stem]
            key = word.lower() if word.isascii() else word.translate(_PLAIN).lower()
            yield key, (first, stem), joint, opens
        last = stop


def _joint(text: str, first: int, stop: int, following: int) -> str:
    """How the word at ``first`` reads on into the one at ``following``; "" where it does not."""
    gap = text[stop:following]
    if gap == " ":
        return " "
    between = _GAP.fullmatch(gap)
    if between is None:
        return ""
    if between["mark"]:
        # The workers’ union reads on; in ‘Songs of Reeds’ premieres the mark closes a quotation.
        before = text[max(0, first - LONGEST) : first].rpartition("\n")[2]
        if text[stop - 1] not in "sS" or before.count("‘") > before.count("’"):
            return ""
    return ". " if between["stop"] else " "
