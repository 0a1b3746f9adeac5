"""How much a line looks like the furniture of a page: its buttons, teasers, notices, counts and small print.

No list of lines but a sum of weak signs, after the shallow text features of Kohlschütter, Fankhauser and
Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010), and the stop words and context rules
of Pomikálek, "Removing Boilerplate and Duplicate Content from Web Corpora" (2011, jusText). Where they count
links, which plain text has none of, this counts words by class (``lexicon/en/furniture.yml``).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sitegen.intake.furniture import labels
from sitegen.intake.furniture.line_shapes import ADDRESS, Shape, is_tweet, is_web_address, shape_of
from sitegen.intake.furniture.words_of_pages import GOODS, may_be_of_pages, phrases, words

LONGEST = 400
"""A line of more characters is prose, whatever its words."""
SURE = 4.0
"""From here on a line is furniture even between two paragraphs of the body."""
LIKELY = 2.0
"""From here on it is furniture above or below the body."""

_POINTS: Mapping[str, float] = {
    "page": 3,
    "platforms": 2,
    "legal": 2,
    "publishing": 1,
    "reader": 1,
    "pointers": 0.5,
    "function": 0,
    "calls": 0,
    "name": -0.5,  # names stand in furniture as often as in news
    "other": -1,
    "telling": -3,
}
_CALL = 2
"""For a word that tells the reader to do something, where it opens a sentence."""
_SHORT_CALL = 8
"""So many words make a button; one more point."""
_NOTHING_ELSE = 2
"""For a line without a word that a page would not use."""
_LABEL = 4
_KICKED = 3
"""For "Analysis: Why the ferries stopped", which may be a heading of the article's own."""
_OF_ITSELF = 4
_AT_ITSELF = 1
_QUOTES = -2
_E_MAIL = 3
_LINK = 1
_SHORTEST_NOTICE = 4
"""A sentence of fewer words is not sure to be furniture."""
_SENTENCE = 25
"""In characters, for writing without spaces."""
_LONGEST_SPEECH = 170
"""A sentence longer than this has to tell its reader what to do, to be sure furniture; in characters."""
_MAY_BE_NEWS = frozenset({Shape.ADDRESS, Shape.RULE, Shape.MENU})
_QUOTED = re.compile(r"“[^“”]{0,400}(?:”|$)|\"[^\"]{0,400}\"|‘[^‘’]{8,400}’")
_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """What a line is made of."""

    points: float
    """Signs of furniture less signs of news; above 0 furniture is likelier."""
    words: int
    others: int
    """How many of its words a page would not use of itself."""
    is_sentence: bool
    """It ends like one and has at least four words."""
    shape: Shape | None = None
    """What its form alone says ("12 Comments", "2 hours ago", "© 2031")."""
    quotes: bool = False
    """It has words in quotation marks, or tells of somebody ("he said")."""
    speaks: bool = True
    """It is no sentence, or one that speaks to the reader or of its own page."""
    signs: int = 0
    """How many of its words a page would use."""
    names_goods: bool = True
    """It names something that belongs to a page, a paper or a platform."""
    is_short: bool = True
    """It has the length of furniture between two paragraphs."""
    calls: bool = False
    """A sentence in it begins with what a page tells its reader to do."""
    addresses: bool = False
    """It has a word for the reader or for those who make the page ("your", "our")."""

    @property
    def is_sure(self) -> bool:
        """Furniture wherever it stands."""
        if self.shape is not None:
            return self.points >= SURE
        return self.points >= SURE and self.words > 1 and self.speaks and self.is_short and self.names_goods

    @property
    def is_likely(self) -> bool:
        """Furniture above or below the body."""
        return self.points >= LIKELY and self.speaks


@lru_cache(maxsize=1024)
def weigh(line: str) -> Weight:
    """The signs that ``line`` is furniture, summed up."""
    if len(line) > 4 * LONGEST:
        return _PROSE
    return _weigh(" ".join(line.split()))


_PROSE = Weight(points=-LONGEST, words=LONGEST, others=LONGEST, is_sentence=True, speaks=False)


@lru_cache(maxsize=4096)
def _weigh(text: str) -> Weight:
    length = len(text.split())
    unlikely = len(text) > _LONGEST_SPEECH and not may_be_of_pages(text)
    if len(text) > LONGEST or unlikely or is_tweet(text):
        return Weight(points=-LONGEST, words=length, others=length, is_sentence=True, speaks=False)
    is_sentence = (length >= 4 or len(text) >= _SENTENCE) and _STOP.search(text) is not None
    shape = shape_of(text)
    if shape is not None:
        points = 0 if is_web_address(text) else LIKELY if shape in _MAY_BE_NEWS else SURE
        return Weight(points=points, words=length, others=0, is_sentence=is_sentence, shape=shape)
    sums = _sum_of_line(text, length, is_sentence=is_sentence)
    return Weight(
        points=sums.points,
        words=length,
        others=sums.others,
        is_sentence=is_sentence,
        quotes=sums.quotes,
        speaks=sums.speaks or not is_sentence,
        signs=sums.signs,
        names_goods=sums.goods > 0,
        calls=sums.calls,
        addresses=sums.addresses,
        is_short=(sums.calls or len(text) <= _LONGEST_SPEECH) and not _is_remark(text, length),
    )


def _is_remark(text: str, length: int) -> bool:
    """True for "Text here.": too short a sentence to tell whose it is."""
    return length < _SHORTEST_NOTICE and text.endswith(".") and not text.endswith("..")


@dataclass(slots=True)
class _Sums:
    """What the words of a line add up to."""

    points: float = 0.0
    others: int = 0
    signs: int = 0
    goods: int = 0
    """Words for what belongs to a page or a paper."""
    pages: int = 0
    """Those of them that news has no use for."""
    beside: int = 0
    """Signs that are more than the names of what papers make."""
    calls: bool = False
    begins_with_call: bool = False
    addresses: bool = False
    speaks: bool = False
    quotes: bool = False


def _sum_of_line(text: str, length: int, *, is_sentence: bool) -> _Sums:
    unquoted = _QUOTED.sub(" ", text)
    bare = ADDRESS.sub(" ", unquoted)
    sums = _sum_of_parts(bare)
    if bare != unquoted:
        sums.points += _E_MAIL if "@" in unquoted else _LINK
        sums.goods += 1
    in_brackets = text.startswith("[") and text.endswith("]")
    if sums.begins_with_call and length <= _SHORT_CALL and (in_brackets or not is_sentence):
        sums.points += 1
    if unquoted != text:
        sums.points += _QUOTES
        sums.quotes = True
    if text.startswith("(") and text.endswith(")"):
        # "(BEGIN VIDEO CLIP)" is part of a transcript.
        sums.points = min(sums.points, LIKELY)
    return sums


def _sum_of_parts(text: str) -> _Sums:
    end = labels.label_end(text)
    if end is not None and text[end:].strip():
        points = max(_sum_of_words(text[end:]).points, 0)
        return _Sums(points=_LABEL + points, goods=1, calls=True, speaks=True)
    if labels.is_kicked(text):
        return _Sums(points=_KICKED, goods=1, speaks=True)
    sums = _sum_of_words(text)
    sums.quotes |= labels.names_a_speaker(text)
    if labels.points_at_itself(text):
        sums.points += _AT_ITSELF
        sums.speaks = True
    itself = 1.0 if sums.others == 0 and labels.goes_on(text) else labels.tells_of_itself(text)
    if itself:
        sums.points = max(sums.points, 0) + itself * _OF_ITSELF
        sums.goods += 1
        sums.speaks = True
    return sums


def _sum_of_words(text: str) -> _Sums:
    sums = _Sums()
    for number, phrase in enumerate(phrases(text)):
        value = _POINTS[phrase.kind]
        known = phrase.kind not in {"other", "name"}
        if known and phrase.opens and not words("calls").isdisjoint({phrase.words, phrase.words.split()[0]}):
            value = max(value, _CALL)
            sums.calls = True
            sums.begins_with_call |= number == 0
        sums.points += value
        sums.others += not known
        sums.pages += phrase.kind == "page"
        sums.goods += phrase.kind in GOODS
        sums.quotes |= phrase.kind == "telling"
        sums.signs += (value > 0) * len(phrase.words.split())
        sums.beside += value > 0 and phrase.kind != "publishing"
        sums.addresses |= phrase.kind == "reader"
        sums.speaks |= phrase.kind == "reader" or (phrase.kind == "legal" and " " in phrase.words)
    said = text.rstrip().endswith(".") and not text.rstrip().endswith("..") and not sums.calls
    sums.speaks |= sums.calls or (sums.others == 0 and sums.pages > 1)
    if sums.others == 0 and sums.signs > 1 and sums.beside and not said:
        sums.points += _NOTHING_ELSE
    return sums


def is_labelled(line: str) -> bool:
    """True for "Watch: The lighthouse comes down": a teaser, a caption, a list of tags."""
    end = labels.label_end(line) if len(line) <= LONGEST else None
    return end is not None and bool(line[end:].strip()) and not is_tweet(line)
