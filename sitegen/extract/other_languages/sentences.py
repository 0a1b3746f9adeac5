"""Cut a paragraph of any language into sentences, by its marks alone."""

import re
from functools import cache

from sitegen import lexicon
from sitegen.extract.other_languages.calendars import has_dotted_days
from sitegen.languages import primary
from sitegen.model import Span

_SPACE = " \t\r\n\u00a0\u2009\u202f\u3000"
_END = re.compile(
    rf"""
    (?: (?P<stop> [.?!…]{{1,6}} | [؟۔।॥։።]{{1,4}} )   # Latin …; Arabic, Urdu, Hindi, Armenian
        (?P<close> (?: [)\]"'”’“»«›‹] | [\u00a0\u202f ]» ){{0,4}}+ )
        [{_SPACE}]{{1,20}}
    |   [。！？｡]{{1,4}} [」』）】”’»]{{0,4}}+            # Chinese, Japanese: no space stands behind
        [{_SPACE}]{{0,20}}+
    )
    (?P<next> ["'“‘„«»¿¡「『（(\[—–-]{{0,3}} [{_SPACE}]? \S )
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\W_]{1,20}$")
_OPENERS = "\"'“‘„«»¿¡「『（([—–-" + _SPACE


def split(text: str, paragraph: Span, language: str) -> tuple[Span, ...]:
    """The sentences of ``paragraph``, in order, white space between them left out."""
    sentences: list[Span] = []
    start = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends_here(text, end, paragraph.start, primary(language)):
            behind = end.start("next")
            sentences.append(Span(start=start, end=start + len(text[start:behind].rstrip())))
            start = behind
    if start < paragraph.end:
        sentences.append(Span(start=start, end=paragraph.end))
    return tuple(sentences)


def _ends_here(text: str, end: re.Match[str], floor: int, language: str) -> bool:
    if end["stop"] is None:
        return True
    if end["next"].lstrip(_OPENERS)[:1].islower():
        return False  # "Wer?", sagte sie; z. B.
    if end["next"][:1] in "—–-" and end["close"]:
        return False  # «Кто заплатит?» — Веррик спросил
    return end["stop"] != "." or bool(end["close"]) or not _is_shortened(text, end.start(), floor, language)


def _is_shortened(text: str, stop: int, floor: int, language: str) -> bool:
    """True for a full stop behind a letter, a shortened word, or the number of a day: "am 3. Oktober"."""
    found = _LAST_WORD.search(text, max(floor, stop - 20), stop)
    if found is None:
        return False
    word = found.group()
    if word.isdecimal():
        return len(word) < 3 and has_dotted_days(language)
    return (len(word) == 1 and word.isupper()) or word.casefold() in _shortened(language)


@cache
def _shortened(language: str) -> frozenset[str]:
    return frozenset(lexicon.load("sentences", "mul").get(language, ()))
