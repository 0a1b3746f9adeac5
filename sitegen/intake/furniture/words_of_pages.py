"""The words pages use of themselves, by class: what furniture is made of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.lexicon import load

_PLAIN_WORD = re.compile(r"[^\W\d_]{2,60}")
_LONGEST_LABEL = 40
_RAREST = 14
"""In a long line about the page itself, one word in so many is such as pages use."""
_LABEL_MARKS = ":|>»"
_FIGURE = re.compile(r"\d")
_LONGEST_PHRASE = 4
"""In words."""
_ENDINGS = (("'s", ""), ("s'", ""), ("ies", "y"), ("es", ""), ("s", ""), ("ing", ""), ("ing", "e"))
_SHORTEST_STEM = 3
_INFLECTED = frozenset({"page", "platforms", "publishing"})
WORD = re.compile(r"[^\W_]{1,60}(?:['’&.\-][^\W_]{1,60}){0,6}|©|&")
_SENTENCE_START = re.compile(r"(?:^|[.!?:|•·)\]>–—-])[\s\"'“‘(\[]{0,4}$")
_STRONGER_LATER = (
    "function",
    "calls",
    "pointers",
    "publishing",
    "reader",
    "legal",
    "platforms",
    "page",
    "telling",
)
"""A word of two classes is of the later one; what a page tells its reader counts only where it opens."""

GOODS = frozenset({"page", "platforms", "publishing", "legal"})
"""Classes of what belongs to a page or a paper, not to a sentence about it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One word, or several that are one entry of the word lists."""

    words: str
    """Lower case, with a straight apostrophe."""
    kind: str
    """Its class; ``other`` for a word of none, ``name`` for one of none that is written like a name."""
    opens: bool
    """It begins a sentence."""


def words(name: str) -> frozenset[str]:
    """A word list of ``furniture.yml``."""
    return _lists()[name]


def is_of_pages(word: str) -> bool:
    """True for a word that pages use of themselves and of what papers make."""
    return class_of(word.casefold()) in GOODS


def phrases(text: str) -> Iterator[Phrase]:
    """The words of a line, those that form an entry of the word lists taken together."""
    found = list(WORD.finditer(text))
    plain = [match.group().casefold().replace("’", "'").rstrip(".") for match in found]
    number = 0
    opens_next = True
    while number < len(found):
        start = found[number].start()
        opens = opens_next or _opens_a_sentence(text, start)
        kind, length = _class_at(plain, number)
        phrase = " ".join(plain[number : number + length])
        yield Phrase(phrase, _as_written(kind, found[number].group(), first=number == 0), opens)
        opens_next = phrase in {"please", "and"} and opens
        number += length


def _opens_a_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start]
    if before[-1:] == " " and before[-2:-1].isalnum():
        return False
    return _SENTENCE_START.search(before) is not None


@lru_cache(maxsize=16384)
def class_of(phrase: str) -> str | None:
    """The class of a word or phrase, or of the word it is a form of ("writer's", "opinions", "sharing")."""
    found = _classes().get(phrase)
    if found is not None or " " in phrase:
        return found
    if "-" in phrase:  # "auto-play", "full-size"
        parts = phrase.split("-")
        return _classes().get("".join(parts)) or _classes().get(" ".join(parts))
    for ending, instead in _ENDINGS:
        if phrase.endswith(ending) and len(phrase) - len(ending) >= _SHORTEST_STEM:
            stem_class = _classes().get(phrase[: -len(ending)] + instead)
            if stem_class in _INFLECTED:
                return stem_class
    return None


def _class_at(plain: Sequence[str], number: int) -> tuple[str, int]:
    """The class of the longest entry that begins at a word, and its length in words."""
    word = plain[number]
    if word in _first_words():
        for length in range(min(_LONGEST_PHRASE, len(plain) - number), 1, -1):
            kind = _classes().get(" ".join(plain[number : number + length]))
            if kind is not None:
                return kind, length
    return class_of(word) or ("function" if _FIGURE.search(word) else "other"), 1


def _as_written(kind: str, word: str, *, first: bool) -> str:
    """The class, given the word's capitals: a section is named with one, and so are people."""
    if kind == "section":
        return "function" if word[0].isupper() else "other"
    return "name" if kind == "other" and not first and word[0].isupper() and not word.isupper() else kind


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    lists = load("furniture")
    return {
        name: frozenset(listed.split() if isinstance(listed, str) else listed)
        for name, listed in lists.items()
    }


def may_be_of_pages(text: str) -> bool:
    """False for a text with hardly a word that a page's own lines have: a look before a thorough one."""
    if any(mark in text[:_LONGEST_LABEL] for mark in _LABEL_MARKS):
        return True
    found = _PLAIN_WORD.findall(text.casefold())
    telltales = _telltales()
    return sum(word in telltales for word in found) * _RAREST >= len(found)


@cache
def _telltales() -> frozenset[str]:
    """The words that pages use of themselves, and of entries of several words the longest one."""
    entries = words("page") | words("platforms") | words("legal") | words("self_names")
    return frozenset(max(_PLAIN_WORD.findall(entry), key=len, default="") for entry in entries)


@cache
def _first_words() -> frozenset[str]:
    """With which words the entries of several words begin."""
    return frozenset(entry.split()[0] for entry in _classes() if " " in entry)


@cache
def _classes() -> Mapping[str, str]:
    found = dict.fromkeys((name.casefold() for name in load("intake")["sections"]), "section")
    for name in _STRONGER_LATER:
        found |= dict.fromkeys(words(name), name)
    return found
