"""What a sentence opens with: the subject that its verbs, and the sentences behind it, are about."""

from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.words.classes import (
    BREAKS,
    DASHES,
    POSSESSIVES,
    RELATIVES,
    has_verb,
    is_capital,
    is_time,
)
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.nouns import is_agent
from sitegen.extract.speech.words.vocabulary import vocabulary

_LONGEST_BY_LINE = 8
"""Words, "by" among them."""
_BYLINES = frozenset(["by", "from", "via"])
"""What stands before an author's name at the head of a line."""
_CONJUNCTIONS = frozenset(["and", "but", "so", "yet"])
"""What a sentence may begin with and no comma need follow."""
_ROUGHLY = frozenset(["about", "around", "over", "nearly", "almost", "roughly", "some"])
"""What may stand before a number."""
_ASKING = frozenset(["was", "is", "did", "does", "has", "had"])
"""What a question may begin with."""
_LATER = frozenset(["later", "earlier", "ago"])
_OPENING_MARKS = frozenset([",", QUOTED, ";", ":"])
"""Where an opening phrase ends."""
_MOST_OPENINGS = 4
"""Opening phrases that are passed over: "On Monday, in Karsa, …"."""
_DATELINE = 11
"""Words within which the dash of a dateline stands."""
_PLACE = 3
"""Words that the second part of a place's name may have."""


def leading_subject(words: Words, start: int, end: int) -> Mention | None:
    """The subject that ``words[start:end]`` opens with, "In an interview," passed over."""
    at = _behind_openings(words, start, end)
    if at is None or at >= end:
        return None
    phrase = phrase_from(words, at, end)
    if phrase is None or phrase.kind is not Subject.NOMINAL:
        return phrase
    return (
        apposed_name(words, phrase.end, end)
        or _named(words, phrase, end)
        or _up_to_speaker_noun(words, phrase)
    )


def announcer(words: Words, start: int, colon: int) -> Mention | None:
    """Who is announced by a colon: "Pollsters agree – | Brod |: “…”", "By the Star's | Ada Torvel |: “…”"."""
    author = _by_line(words, start, colon)
    if author is not None:
        return author
    dash = max((at for at in range(start, colon) if words.lower[at] in DASHES), default=start - 1)
    first = dash + 1 + (words.lower[dash + 1] == "more")
    by_line = words.lower[first] in _BYLINES
    behind = phrase_from(words, first + by_line, colon)
    if behind is not None and (by_line or (dash >= start and behind.kind is Subject.NAME)):
        return behind
    return None if dash >= start else leading_subject(words, start, colon)


def sets_off_announcer(words: Words, start: int, colon: int) -> bool:
    """True where nothing but a name stands between a dash and the colon: "Voters agree – | Brod |: “…”"."""
    at = colon - 1
    while at > start and words.lower[at] not in BREAKS:
        at -= 1
    if at == start or words.lower[at] not in DASHES or words.ends[at - 1] == words.starts[at]:
        return False
    name = phrase_from(words, at + 1, colon)
    return name is not None and name.kind is Subject.NAME and name.end == colon


def _by_line(words: Words, start: int, colon: int) -> Mention | None:
    """The author right before a colon: "“Nine Winters,” by the Star's | Ada Torvel |: “…”"."""
    for at in range(colon - 2, max(start, colon - _LONGEST_BY_LINE), -1):
        if words.lower[at] == "by":
            author = phrase_from(words, at + 1, colon)
            whole = author is not None and author.kind is Subject.NAME and author.end == colon
            return author if whole else None
    return None


def apposed_name(words: Words, comma: int, end: int) -> Mention | None:
    """The name set off behind a description: "The paper's editor, | Sander Holt |, stood by it"."""
    if comma >= end or words.lower[comma] != ",":
        return None
    name = phrase_from(words, comma + 1, end)
    if name is None or name.kind is not Subject.NAME:
        return None
    return name if name.end >= end or words.lower[name.end] in BREAKS else None


def _named(words: Words, phrase: Mention, end: int) -> Mention | None:
    """The name in "A worker named | Ansel Brod | has …"."""
    for at in range(phrase.start + 1, min(phrase.end + 1, end - 1)):
        if words.lower[at] == "named" and is_capital(words, at + 1):
            name = phrase_from(words, at + 1, end)
            return name if name is not None and name.kind is Subject.NAME else None
    return None


def _behind_openings(words: Words, start: int, end: int) -> int | None:
    """Where the subject may begin: behind a dateline and what commas set off; None where none does."""
    at = _behind_dateline(words, start, end)
    if at + 1 < end and words.lower[at] in _ASKING and is_capital(words, at + 1):
        return at + 1  # "Was | Okell satisfied?"
    for _ in range(_MOST_OPENINGS):
        if at >= end or not _is_opening(words, start, at, end):
            return at
        if words.lower[at] in vocabulary().adverbs and at + 1 < end and is_capital(words, at + 1):
            at += 1  # "Meanwhile | Okell, who was born here, …"
            continue
        comma = next((ahead for ahead in range(at, end) if words.lower[ahead] in _OPENING_MARKS), end)
        people = _people_before(words, at, comma)
        if people is not None:
            return people  # "Outside the hall | about 200 protesters | stood"
        if comma < end:
            at = _behind_place(words, comma + 1, end)
        elif words.lower[at] in vocabulary().adverbs or words.lower[at] in _CONJUNCTIONS:
            at += 1
        else:
            return None
    return at


def _is_opening(words: Words, start: int, at: int, end: int) -> bool:
    """True for the first word of "In Karsa, …", "When …", "Monday …", "Smiling, …", "A week ago, …"."""
    vocab = vocabulary()
    low = words.lower[at]
    if _counts_people(words, at, end) or low.endswith("-old"):
        return False  # "43-year-old Ansel Brod", "About 200 protesters"
    return (
        low in vocab.prepositions
        or low in vocab.clause_openers
        or low in vocab.adverbs
        or is_time(words, at)
        or low[0].isdigit()
        or (low.endswith(("ing", "ed", "ly")) and (at == start or not words.forms[at][0].isupper()))
        or _time_passed(words, at, end)
    )


def _counts_people(words: Words, at: int, end: int) -> bool:
    """True for the first word of "about 200 protesters" and "12 angry parents"."""
    number = at + (words.lower[at] in _ROUGHLY)
    if number >= end or not words.lower[number][0].isdigit():
        return False
    nouns = vocabulary().speaker_nouns
    counted = words.lower[number + 1 : min(number + 3, end)]
    return any(low in nouns and low.endswith(("s", "en")) for low in counted)


def _people_before(words: Words, at: int, comma: int) -> int | None:
    """Where people are counted before the comma, if they are."""
    for ahead in range(at, comma):
        if words.lower[ahead][0].isdigit() and _counts_people(words, ahead, comma):
            return ahead - (words.lower[ahead - 1] in _ROUGHLY)
    return None


def _behind_place(words: Words, at: int, end: int) -> int:
    """Of "At a rally in Karsa, | Upper Velmora, | on Monday": behind the comma that closes the place."""
    close = at
    while close < end and close - at < _PLACE and words.forms[close][0].isupper():
        close += 1
    determined = at == close and at < end and words.lower[at] in vocabulary().determiners
    if determined and words.forms[at - 2][0].isupper():
        # "Like Brod, | the union's treasurer, | Marrow …"
        while close < end and words.lower[close] not in BREAKS:
            close += 1
        if has_verb(words, at, close):
            return at  # "In Karsa, | a worker has nothing but praise for it, | like others"
    enclosed = at < close < end and words.lower[close] == ","
    return close + 1 if enclosed and close + 1 < end and words.lower[close + 1] not in RELATIVES else at


def _behind_dateline(words: Words, start: int, end: int) -> int:
    """Of "OSTRIN, Velmora — Tolland …", where the sentence proper begins."""
    if not (words.forms[start].isupper() and len(words.forms[start]) > 2):
        return start
    for at in range(start + 1, min(start + _DATELINE, end)):
        if words.lower[at] in DASHES:
            return at + 1
    return start


def _time_passed(words: Words, at: int, end: int) -> bool:
    """True for "Eight years later," and "A week ago,"."""
    ahead = words.lower[at : min(at + 5, end)]
    return "," in ahead and not _LATER.isdisjoint(ahead[: ahead.index(",")])


def _up_to_speaker_noun(words: Words, phrase: Mention) -> Mention | None:
    """A nominal subject ends with its last noun for people: "The campaign manager | laughed"."""
    nouns = vocabulary().speaker_nouns
    head = None
    for at in range(phrase.start, phrase.end):
        low = words.lower[at]
        one = low.removesuffix("s")
        if low in nouns or (one != low and (one in nouns or is_agent(one))):
            head = at
        elif low in POSSESSIVES:
            head = None  # "The mayor's | first questioners"
        elif head is not None:
            break
    return None if head is None else Mention(start=phrase.start, end=head + 1, kind=Subject.NOMINAL)
