"""How much a line looks like the furniture of a page: its buttons, teasers, notices, counts and small print.

No list of lines but a sum of weak signs, after the shallow text features of Kohlschütter, Fankhauser and Nejdl,
"Boilerplate Detection using Shallow Text Features" (WSDM 2010), and the stop-word and context rules of Pomikálek,
"Removing Boilerplate and Duplicate Content from Web Corpora" (2011, jusText), without their links, which plain
text has none of. Where they count links, this counts words by class (``lexicon/en/furniture.yml``).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.intake.line_shapes import ADDRESS, Shape, is_tweet, is_web_address, shape_of
from sitegen.lexicon import load

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
    "telling": -3,
}
_GOODS = frozenset({"page", "platforms", "publishing", "legal"})
_CALL = 2
_OTHER = -1
_FOREIGN = -0.5
"""A word with a capital inside a line: names stand in furniture as often as in news."""
_NOTHING_ELSE = 2
"""For a line without a word that a page would not use."""
_LABEL = 4
_KICKED = 3
"""For "Analysis: Why the ferries stopped", which may be a heading of the article's own."""
_OF_ITSELF = 4
_POINTS_AT_ITSELF = 1
_QUOTES = -2
_SHORT_CALL = 8
_SENTENCE = 25
"""In characters, for writing without spaces."""
_LONGEST_PHRASE = 4
"""In words."""
_LONGEST_SPEECH = 170
"""A sentence longer than this has to tell its reader what to do, to be sure furniture; in characters."""
_MAY_BE_NEWS = frozenset({Shape.ADDRESS, Shape.RULE, Shape.MENU})

_ENDINGS = (("'s", ""), ("s'", ""), ("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"))
_SHORTEST_STEM = 3
_INFLECTED = frozenset({"page", "platforms", "publishing"})
_WORD = re.compile(r"[^\W_]{1,60}(?:['’&.\-][^\W_]{1,60}){0,6}|©|&")
_QUOTED = re.compile(r"“[^“”]{0,400}(?:”|$)|\"[^\"]{0,400}\"|‘[^‘’]{8,400}’")
_STOP = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:|•·)\]>–—-])[\s\"'“‘(\[]{0,4}$")
_THIS_PAGE = re.compile(r"\bthis (?:article|column|content|newsletter|page|post|report|service|site|story|video|website)\b", re.IGNORECASE)
_OWN_LABEL = re.compile(r"[^\W\d_][^:.!?“\"]{2,40}:\s(?=\S)")
_LABEL_END = re.compile(r"\s{0,3}(?::|\||>|»|\s[-–—]\s)\s{0,3}")


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
    """It is short enough to be furniture between two paragraphs."""

    @property
    def is_sure(self) -> bool:
        if self.shape is not None:
            return self.points >= SURE
        return self.points >= SURE and self.words > 1 and self.speaks and self.is_short and self.names_goods

    @property
    def is_likely(self) -> bool:
        return self.points >= LIKELY and self.speaks


@lru_cache(maxsize=4096)
def weigh(line: str) -> Weight:
    """The signs that ``line`` is furniture, summed up."""
    text = " ".join(line[: 4 * LONGEST].split())
    words = len(text.split())
    if len(text) > LONGEST or is_tweet(text):
        return Weight(points=-LONGEST, words=words, others=words, is_sentence=True, speaks=False)
    is_sentence = (words >= 4 or len(text) >= _SENTENCE) and _STOP.search(text) is not None
    shape = shape_of(text)
    if shape is not None:
        points = 0 if is_web_address(text) else LIKELY if shape in _MAY_BE_NEWS else SURE
        return Weight(points=points, words=words, others=0, is_sentence=is_sentence, shape=shape)
    unquoted = _QUOTED.sub(" ", text)
    bare = ADDRESS.sub(" ", unquoted)
    sums = _sum(bare)
    if bare != unquoted:
        sums.points += 3 if "@" in unquoted else 1
        sums.goods += 1
    in_brackets = text.startswith("[") and text.endswith("]")
    if sums.calls_first and words <= _SHORT_CALL and (in_brackets or not is_sentence):
        sums.points += 1
    points = sums.points + (_QUOTES if unquoted != text else 0)
    if text.startswith("(") and text.endswith(")"):
        # "(BEGIN VIDEO CLIP)" is part of a transcript.
        points = min(points, LIKELY)
    return Weight(
        points=points,
        words=words,
        others=sums.others,
        is_sentence=is_sentence,
        quotes=unquoted != text or sums.tells,
        speaks=sums.speaks or not is_sentence,
        signs=sums.signs,
        names_goods=sums.goods > 0,
        is_short=sums.calls or len(text) <= _LONGEST_SPEECH,
    )


def is_of_pages(word: str) -> bool:
    """True for a word that pages use of themselves and of what papers make."""
    return _class_of(word.casefold()) in _GOODS


def is_labelled(line: str) -> bool:
    """True for "Watch: The lighthouse comes down": a teaser, a caption, a list of tags."""
    end = _label_end(line[:LONGEST]) if len(line) <= LONGEST else None
    return end is not None and not line[end:].isspace() and not is_tweet(line)


@dataclass(slots=True)
class _Sums:
    """What the words of a line add up to."""

    points: float = 0.0
    others: int = 0
    signs: int = 0
    """Words that stand for furniture."""
    pages: int = 0
    goods: int = 0
    beside: int = 0
    """Those of them that are more than the names of what papers make."""
    calls: bool = False
    calls_first: bool = False
    speaks: bool = False
    tells: bool = False


def _sum(text: str) -> _Sums:
    label = _label_end(text)
    if label is not None and text[label:].strip():
        sums = _sum_of_words(text[label:])
        return _Sums(points=_LABEL + max(sums.points, 0), goods=1, calls=True, speaks=True)
    if _is_kicked(text):
        return _Sums(points=_KICKED, goods=1, speaks=True)
    sums = _sum_of_words(text)
    if _THIS_PAGE.search(text):
        sums.points += _POINTS_AT_ITSELF
        sums.speaks = True
    if itself := _of_itself(text, sums.others):
        sums.points = max(sums.points, 0) + itself
        sums.goods += 1
        sums.speaks = True
    return sums


def _sum_of_words(text: str) -> _Sums:
    sums = _Sums()
    first = True
    for kind, opens, word in _read(text):
        if kind in {"other", "foreign"}:
            sums.others += 1
            sums.points += _OTHER if kind == "other" else _FOREIGN
            first = False
            continue
        value = _POINTS.get(kind, 0.0)
        if opens and (word in _words("calls") or word.split()[0] in _words("calls")):
            value = max(value, _CALL)
            sums.calls = True
            sums.calls_first |= first
        first = False
        sums.points += value
        sums.pages += kind == "page"
        sums.goods += kind in _GOODS
        sums.tells |= kind == "telling"
        sums.signs += (value > 0) * len(word.split())
        sums.beside += value > 0 and kind != "publishing"
        sums.speaks |= sums.calls or kind == "reader" or (kind == "legal" and " " in word)
    said = text.rstrip().endswith(".") and not text.rstrip().endswith("..") and not sums.calls
    sums.speaks |= sums.others == 0 and sums.pages > 1
    if sums.others == 0 and sums.signs > 1 and sums.beside and not said:
        sums.points += _NOTHING_ELSE
    return sums


def _read(text: str) -> Iterator[tuple[str, bool, str]]:
    """Each word or known phrase: its class, whether it opens a sentence, and itself."""
    found = list(_WORD.finditer(text))
    plain = [match.group().casefold().replace("’", "'").rstrip(".") for match in found]
    number = 0
    opens_next = True
    while number < len(found):
        start = found[number].start()
        opens = opens_next or _SENTENCE_START.search(text[max(0, start - 6) : start]) is not None
        kind, length = _class_at(plain, number)
        phrase = " ".join(plain[number : number + length])
        if kind == "section":
            kind = "function" if found[number].group()[0].isupper() else "other"
        if kind == "other" and _is_foreign(found[number].group(), number):
            kind = "foreign"
        yield kind, opens, phrase
        opens_next = phrase in {"please", "and"} and opens
        number += length


def _class_at(plain: Sequence[str], number: int) -> tuple[str, int]:
    for length in range(min(_LONGEST_PHRASE, len(plain) - number), 0, -1):
        phrase = " ".join(plain[number : number + length])
        kind = _class_of(phrase)
        if kind is not None:
            return kind, length
    if any(character.isdigit() for character in plain[number]):
        return "function", 1
    return "other", 1


@lru_cache(maxsize=16384)
def _class_of(phrase: str) -> str | None:
    """The class of a word or phrase, or of the word it is a form of ("writer's", "opinions", "sharing")."""
    found = _classes().get(phrase)
    if found is not None or " " in phrase:
        return found
    for ending, instead in _ENDINGS:
        if phrase.endswith(ending) and len(phrase) - len(ending) >= _SHORTEST_STEM:
            stem_class = _classes().get(phrase[: -len(ending)] + instead)
            if stem_class in _INFLECTED:
                return stem_class
    return None


def _is_foreign(word: str, number: int) -> bool:
    return number > 0 and word[0].isupper() and not word.isupper()


def _label_end(text: str) -> int | None:
    """Where the words behind a label begin ("Watch: …", "RELATED | …", "Image caption, …"); None: no label."""
    head = text.lstrip(" *•·>»→+-–—[(#")[:40]
    offset = len(text) - len(text.lstrip(" *•·>»→+-–—[(#"))
    folded = head.casefold().replace("’", "'")
    for label in _labels():
        if folded.startswith(label):
            rest = head[len(label) :]
            end = _LABEL_END.match(rest)
            if end is not None:
                return offset + len(label) + end.end()
            bare = label in _words("bare_labels") and rest[:1] in {" ", ",", "]"} and rest[1:].strip()[:1].isupper()
            if bare:
                return offset + len(label) + 1
    return _own_label_end(text)


def _own_label_end(text: str) -> int | None:
    """The same for a label of any words that a page uses of itself ("Privacy notice: …", "Top story: …")."""
    found = _OWN_LABEL.match(text)
    if found is None:
        return None
    kinds = [kind for kind, _, _ in _read(found.group())]
    if not {"other", "foreign", "telling"}.isdisjoint(kinds):
        return None
    return found.end() if "page" in kinds or (len(kinds) > 1 and "pointers" in kinds) else None


def _is_kicked(text: str) -> bool:
    """True for "Analysis: Why the ferries stopped": what papers make, before a headline."""
    kicker, colon, _ = text.partition(": ")
    return bool(colon) and _class_of(kicker.casefold()) == "publishing" and _STOP.search(text) is None


def _of_itself(text: str, others: int) -> float:
    """Points for "This article was first published on …" and "Story continues after the video"."""
    plain = [match.group().casefold() for match in _WORD.finditer(text[:120])]
    if "earlier version of" in text.casefold()[:60]:
        return _OF_ITSELF
    for number, word in enumerate(plain[:12]):
        own = word in _words("self_names")
        if not own and word not in _words("self_names_of_others"):
            continue
        before = plain[number - 1] if number else ""
        after = plain[number + 1 : number + 6]
        if number < 3 and after[:1] and after[0] in {"continues", "continued", "resumes"} and others == 0:
            return _OF_ITSELF
        if before in {"this", "our"} and not _words("self_verbs").isdisjoint(after):
            return _OF_ITSELF if own and number < 4 else _OF_ITSELF / 2
    return 0


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("furniture")[name])


@cache
def _labels() -> tuple[str, ...]:
    return tuple(sorted(_words("labels") | _words("bare_labels"), key=len, reverse=True))


@cache
def _classes() -> Mapping[str, str]:
    found: dict[str, str] = {}
    # A word of two classes counts as the stronger one; what a page tells its reader counts where it opens.
    sections = (name.casefold() for name in load("intake")["sections"])
    found |= dict.fromkeys(sections, "section")
    for name in ("function", "calls", "pointers", "publishing", "reader", "legal", "platforms", "page", "telling"):
        found |= dict.fromkeys(_words(name), name)
    return found
