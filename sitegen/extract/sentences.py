"""Cut a paragraph into sentences, by its full stops, abbreviations and quotation marks."""

import re

from sitegen.extract.other_languages import sentences as other_languages
from sitegen.extract.speech.words.abbreviations import is_abbreviated, next_word
from sitegen.extract.speech.words.verbs import forms
from sitegen.languages import is_english
from sitegen.model import Span

_END = re.compile(
    r"""
    (?P<stop>[.?!…]{1,6})                # what ends a sentence …
    (?P<close>[)\]"'”’»]{0,4})           # … inside closing marks
    (?P<gap>[ \t\r\n\u00a0\u2009\u202f]{1,20})  # … before white space
    (?P<next>["'“‘„«(\[]{0,3}\S)         # … and the first character of the next
    """,
    re.VERBOSE,
)
_LAST_WORD = re.compile(r"[^\W_](?:[^\W_]|[.'’-](?=[^\W_])){0,40}$")
_CLAUSE_AHEAD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*|[,;:.?!]")


def split(text: str, paragraph: Span, language: str = "en") -> tuple[Span, ...]:
    """The sentences of ``paragraph``, in order, white space between them left out.

    A quotation's own full stops count; "“Really?” he said." is one sentence. ``language`` is a BCP 47 tag.
    """
    if not is_english(language):
        return other_languages.split(text, paragraph, language)
    sentences: list[Span] = []
    start = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if end.start() < start or not _ends_here(text, end, paragraph.start):
            continue
        sentences.append(Span(start=start, end=end.end("close")))
        start = end.start("next")
    if start < paragraph.end:
        sentences.append(Span(start=start, end=paragraph.end))
    return tuple(sentences)


def _ends_here(text: str, end: "re.Match[str]", floor: int) -> bool:
    first = end["next"].lstrip("\"'“‘„«([")
    if first and first.islower():
        return False
    if end["stop"] == "." and not end["close"]:
        reach = max(floor, end.start() - 42)
        blank = text.rfind(" ", reach, end.start())  # no word reaches across one
        word = _LAST_WORD.search(text, max(reach, blank), end.start())
        if word and is_abbreviated(word.group(), next_word(text, end.end("stop"))):
            return False
    return not (end["close"] and end["stop"] != "." and _reports_next(text, end.start("next")))


def _reports_next(text: str, start: int) -> bool:
    """True where a reporting clause follows: "“Really?” Brian Fallon said."."""
    for count, word in enumerate(_CLAUSE_AHEAD.finditer(text, start, start + 120)):
        form = word.group()
        if count > 5 or form in ",;:.?!":
            return False
        if form.lower() in forms() and count:
            return True
        if not count and not form[:1].isupper():
            return False
    return False
