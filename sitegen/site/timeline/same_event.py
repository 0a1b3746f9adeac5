"""Do two sentences of one date tell the same event? When in doubt, no.

A measure of overlap alone cannot tell. Of the pairs that people wrote for the tests
(``tests/site/told_twice.py``), "… voted on Tuesday to close the old harbour bridge …" and "… to keep the
old harbour bridge …" are .92 alike, and one agency's sentence before and after an editor has cut its
attribution .82; every other measure tried (character ratio, sorted and unsorted, sets of words) puts more
than half of the pairs of two events above the least alike pair of one. So the sentences have to share
:data:`ENOUGH` of their words, measured as the Indel similarity of the two sequences of words (twice the
longest common subsequence by the sum of the lengths), and *what differs* has to be harmless: words set off
by commas, in one of the two only, without numbers, names of others, or words that turn what is told.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz.distance import Indel

from sitegen.lexicon import word_set
from sitegen.model import Event

_words = partial(word_set, "same_event")

ENOUGH = 0.8
"""Of the words, light ones not counted. The least alike pair of one event in the tests has .82."""

FEWEST = 5
"""Words, light ones not counted: "Hearings resumed on Monday" is told of many hearings."""

_TOKEN = re.compile(
    r"""
      (?P<word>
        (?: [$€£¥₹+−-]{1,2} (?=[0-9]) )?                # $5 million is not €5 million, nor -5° 5°
        [^\W_]+ (?: ['’.,\-‑][^\W_]+ ){0,20} [%°]?       # Ostrin, council’s, 9,418, by-election, 5%
      | [?] )                                           # asked is not told
    | (?P<pause> [,;()–—] )                              # sets words off from those beside them
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What of a sentence counts when it is compared: its words without the light ones and the date."""

    words: tuple[str, ...]
    """Case-folded."""
    pauses: frozenset[int]
    """Numbers of the words before which a comma, dash or bracket stands; the first and the end among them."""
    names: frozenset[int]
    """Numbers of the words with a capital letter; the first word of the sentence is not counted."""

    @property
    def tells(self) -> bool:
        """True when the sentence says by itself what happened to whom: long enough, and naming something."""
        anchored = bool(self.names) or any(_is_number(word) for word in self.words)
        return len(self.words) >= FEWEST and anchored and self.words[0] not in _words("pointing")


def wording(event: Event) -> Wording:
    """The wording of an event's sentence, its time expression left out: how a date is put does not matter."""
    words: list[str] = []
    pauses, names = {0}, set()
    first = True
    for match in _TOKEN.finditer(_without_date(event)):
        if match["pause"]:
            pauses.add(len(words))
            continue
        word = match["word"].casefold().replace("’", "'")
        if word not in _words("light"):
            if not first and match["word"][0].isupper():
                names.add(len(words))
            words.append(word)
        first = False
    return Wording(words=tuple(words), pauses=frozenset({*pauses, len(words)}), names=frozenset(names))


def same_event(one: Wording, other: Wording) -> bool:
    """True when two sentences of one date surely tell the same event; symmetric."""
    if not (one.tells and other.tells):
        return False
    if one.words == other.words:
        return True
    if Indel.normalized_similarity(one.words, other.words, score_cutoff=ENOUGH) < ENOUGH:
        return False
    # Both ways: there may be several alignments, and it must not matter which sentence is asked first.
    return _harmless(one, other) and _harmless(other, one)


def _harmless(one: Wording, other: Wording) -> bool:
    """True when each place in which the sentences differ is an addition of one of them, and harmless."""
    for left, right in _gaps(one.words, other.words):
        if left and right:
            return False
        if not (_set_off(one, left) if left else _set_off(other, right)):
            return False
    return True


def _gaps(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[range, range]]:
    """The places where the sequences differ: the numbers of the words that each has there."""
    at, beside = 0, 0
    for step in Indel.opcodes(one, other):
        if step.tag == "equal":
            if at < step.src_start or beside < step.dest_start:
                yield range(at, step.src_start), range(beside, step.dest_start)
            at, beside = step.src_end, step.dest_end
    if at < len(one) or beside < len(other):
        yield range(at, len(one)), range(beside, len(other))


def _set_off(wording: Wording, added: range) -> bool:
    """True for words between commas that neither count, nor name, nor turn anything."""
    if not {added.start, added.stop} <= wording.pauses:
        return False
    words = {wording.words[number] for number in added}
    if any(_is_number(word) for word in words) or words & _words("turning"):
        return False
    return wording.names.isdisjoint(added) or bool(words & _words("telling"))


def _without_date(event: Event) -> str:
    """The sentence with a blank for its time expression; where that stands twice, the first is taken."""
    sentence, words = event.sentence, event.when.words
    start = sentence.text.find(words.text)
    if sentence.span is not None and words.span is not None:
        start = words.span.start - sentence.span.start
    if start < 0 or sentence.text[start : start + len(words.text)] != words.text:
        return sentence.text
    return f"{sentence.text[:start]} {sentence.text[start + len(words.text) :]}"


def _is_number(word: str) -> bool:
    return any(character.isdigit() for character in word)
