"""Lines that say what they are: ``Watch: …``, ``Image caption, …``, ``This article was amended …``."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise

from sitegen.intake.furniture.words_of_pages import WORD, class_of, phrases, words

_LONGEST_LABEL = 40
_SHORTEST_HEADLINE = 4
_FRONT_MARKS = " *•·>»→+-–—[(#"
_STOP = re.compile(r"[.!?…][\"'”’»)\]]{0,3}$")
_OWN_LABEL = re.compile(r"[^\W\d_][^:.!?“\"]{2,40}:\s(?=\S)")
_LABEL_END = re.compile(r"\s{0,3}(?::|\||>|»|\s[-–—]\s)\s{0,3}")
# A label with its date: "Correction, 14 March: …" and "Update (3:12 p.m.): …" are such.
_DATED_END = re.compile(
    r"(?:,?\s\(?|\s?[-–—]\s?)(?=[^:]{0,28}\d)[\w.,/ ]{2,28}(?::\d\d)?[\w. ]{0,8}\)?:\s{1,3}"
)
_FIRST_WORD = re.compile(r"\w{1,40}")
_THIS_PAGE = re.compile(
    r"\bthis (?:is an? (?:breaking|developing|evolving|live)(?: news)? )?"
    r"(?:article|column|content|newsletter|page|post|report|service|site|story|video|website)\b",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"[^\W\d_a-z][\w.'’-]{0,20}(?: [^\W\d_a-z][\w.'’-]{0,20}){0,2}:\s")
_READ_WORDS = 12
"""How far into a line it may name itself, in words."""


def label_end(text: str) -> int | None:
    """Where the words behind a label begin ("Watch: …", "RELATED | …"); None: there is no label."""
    stripped = text.lstrip(_FRONT_MARKS)
    offset = len(text) - len(stripped)
    head = stripped[:_LONGEST_LABEL]
    folded = head.casefold().replace("’", "'")
    found = _FIRST_WORD.match(folded)
    for label in _labels().get(found.group() if found else "", ()):
        if not folded.startswith(label):
            continue
        rest = head[len(label) :]
        if end := _DATED_END.match(rest) or _LABEL_END.match(rest):
            return offset + len(label) + end.end()
        bare = label in words("bare_labels") or (head[: len(label)].isupper() and " " in label)
        if bare and rest[:1] in {" ", ",", "]"} and rest[1:].strip()[:1].isupper():
            return offset + len(label) + 1
    return _own_label_end(text)


def is_kicked(text: str) -> bool:
    """True for "Analysis: Why the ferries stopped": what papers make, before a headline."""
    kicker, _, headline = text.partition(": ")
    kind = class_of(kicker.casefold()) if len(kicker) <= _LONGEST_LABEL else None
    return kind == "publishing" and len(headline.split()) >= _SHORTEST_HEADLINE and _STOP.search(text) is None


def names_a_speaker(text: str) -> bool:
    """True for "Q: Do you read the papers?" and "TOLLAND: Thank you": a line of an interview."""
    return _SPEAKER.match(text) is not None


def points_at_itself(text: str) -> bool:
    """True for a line with "this article" or "this page" in it."""
    return _THIS_PAGE.search(text) is not None


def tells_of_itself(text: str) -> float:
    """1 for "This article was first published …", ½ for "This report was …", which may be another."""
    plain = [match.group().casefold() for match in WORD.finditer(text[:120])]
    if "earlier version of" in text.casefold()[:60]:
        return 1
    for number, word in enumerate(plain[:_READ_WORDS]):
        own = word in words("self_names")
        if not own and word not in words("self_names_of_others"):
            continue
        told = not words("self_verbs").isdisjoint(plain[number + 1 : number + 6])
        if told and number and plain[number - 1] in {"this", "our"}:
            return 1 if own and number < 4 else 0.5
    return 0


def goes_on(text: str) -> bool:
    """True for "Story continues after the video", if nothing else is in it."""
    plain = [match.group().casefold() for match in WORD.finditer(text[:120])]
    named = words("self_names") | words("self_names_of_others")
    return any(one in named and other in words("going_on") for one, other in pairwise(plain[:4]))


def _own_label_end(text: str) -> int | None:
    """The same for a label of any words that a page uses of itself ("Privacy notice: …", "Top story: …")."""
    found = _OWN_LABEL.match(text)
    if found is None:
        return None
    kinds = [phrase.kind for phrase in phrases(found.group())]
    if not {"other", "name", "telling"}.isdisjoint(kinds):
        return None
    return found.end() if "page" in kinds or (len(kinds) > 1 and "pointers" in kinds) else None


@cache
def _labels() -> Mapping[str, Sequence[str]]:
    """The labels by their first words, the longest first."""
    by_word: dict[str, list[str]] = {}
    for label in sorted(words("labels") | words("bare_labels"), key=len, reverse=True):
        first = _FIRST_WORD.match(label)
        by_word.setdefault(first.group() if first else "", []).append(label)
    return by_word
