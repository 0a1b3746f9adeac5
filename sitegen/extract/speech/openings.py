"""What a sentence opens with: the subject that its verbs, and the sentences behind it, are about."""

from sitegen.extract.speech.phrases import (
    BREAKS,
    DASHES,
    QUOTED,
    RELATIVES,
    Mention,
    Subject,
    is_time,
    phrase_from,
)
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

_BYLINES = frozenset(["by", "from", "via"])
"""What stands before an author's name at the head of a line."""


def leading_subject(words: Words, start: int, end: int) -> Mention | None:
    """The subject a sentence opens with, "In an interview," passed over; None where unreadable."""
    vocab = vocabulary()
    at = _behind_dateline(words, start, end)
    for _ in range(4):
        if at >= end:
            return None
        low = words.lower[at]
        opening = (
            low in vocab.prepositions
            or low in vocab.clause_openers
            or low in vocab.adverbs
            or is_time(words, at)
            or low[0].isdigit()
            or _time_passed(words, at, end)
            or (low.endswith(("ing", "ed", "ly")) and not _capital_inside(words, at, start))
        )
        if not opening:
            break
        comma = at
        while comma < end and words.lower[comma] not in (",", QUOTED, ";", ":"):
            comma += 1
        if comma >= end:
            if low in vocab.adverbs or low in ("and", "but", "so", "yet"):
                at += 1
                continue
            return None
        at = _behind_place(words, comma + 1, end)
    if at >= end:
        return None
    phrase = phrase_from(words, at, end)
    if phrase is None or phrase.kind is not Subject.NOMINAL:
        return phrase
    return apposed_name(words, phrase.end, end) or _up_to_speaker_noun(words, phrase)


def announcer(words: Words, start: int, colon: int) -> Mention | None:
    """Who is announced before a colon: "Pollsters agree – | Brod |: “…”", "By the Star's | Ada Torvel |: “…”"."""
    dash = max((at for at in range(start, colon) if words.lower[at] in DASHES), default=start - 1)
    first = dash + 1 + (words.lower[dash + 1] == "more")
    by_line = words.lower[first] in _BYLINES
    behind = phrase_from(words, first + by_line, colon)
    if behind is not None and (by_line or (dash >= start and behind.kind is Subject.NAME)):
        return behind
    if dash >= start:
        return None
    return leading_subject(words, start, colon)


def _behind_place(words: Words, at: int, end: int) -> int:
    """Of "At a rally in Karsa, | Upper Velmora, | on Monday": behind the comma that closes the place."""
    close = at
    while close < end and close - at < 3 and words.forms[close][0].isupper():
        close += 1
    if (
        at == close
        and at < end
        and words.lower[at] in vocabulary().determiners
        and words.forms[at - 2][0].isupper()
    ):
        # "Like Brod, | the union's treasurer, | Marrow …"
        while close < end and words.lower[close] not in BREAKS:
            close += 1
    enclosed = at < close < end and words.lower[close] == ","
    return close + 1 if enclosed and close + 1 < end and words.lower[close + 1] not in RELATIVES else at


def _behind_dateline(words: Words, start: int, end: int) -> int:
    """Of "OSTRIN, Velmora — Tolland …", where the sentence proper begins."""
    if not (words.forms[start].isupper() and len(words.forms[start]) > 2):
        return start
    for at in range(start + 1, min(start + 11, end)):
        if words.lower[at] in DASHES:
            return at + 1
    return start


def _time_passed(words: Words, at: int, end: int) -> bool:
    """True for "Eight years later," and "A week ago,"."""
    ahead = words.lower[at : min(at + 5, end)]
    return "," in ahead and any(low in ("later", "earlier", "ago") for low in ahead[: ahead.index(",")])


def apposed_name(words: Words, comma: int, end: int) -> Mention | None:
    """The name set off behind a description: "The paper's editor, | Sander Holt |, stood by it"."""
    if comma >= end or words.lower[comma] != ",":
        return None
    name = phrase_from(words, comma + 1, end)
    if name is None or name.kind is not Subject.NAME:
        return None
    return name if name.end >= end or words.lower[name.end] in BREAKS else None


def _capital_inside(words: Words, at: int, start: int) -> bool:
    return at > start and words.forms[at][0].isupper()


def _up_to_speaker_noun(words: Words, phrase: Mention) -> Mention | None:
    """A nominal subject ends with its last noun for people: "The campaign manager | laughed"."""
    vocab = vocabulary()
    head = None
    for at in range(phrase.start, phrase.end):
        if words.lower[at] in vocab.speaker_nouns:
            head = at
        elif head is not None:
            break
    return None if head is None else Mention(start=phrase.start, end=head + 1, kind=Subject.NOMINAL)
