"""The subject of a reporting verb, to the left of it.

``earlier`` are the subjects of the reporting clauses before, those who did not speak left out.
"""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.extract.speech.openings import leading_subject
from sitegen.extract.speech.phrases import (
    BREAKS,
    DASHES,
    QUOTED,
    RELATIVES,
    Mention,
    Subject,
    head_end,
    is_adverb,
    is_auxiliary,
    nearest_phrase,
    phrase_from,
    phrase_to,
)
from sitegen.extract.speech.verbs import VerbForm
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

_QUOTING = frozenset(["quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing"])
_LONG = (("has", "long"), ("have", "long"), ("had", "long"))
_JOINS = frozenset(["and", "or", "then", "but", "&"])


def skip_left(words: Words, start: int, at: int) -> tuple[int, bool]:
    """Pass over what stands between subject and verb; (index of the word before it, whether a passive)."""
    vocab = vocabulary()
    left = at - 1
    passive = False
    for _ in range(8):
        if left < start:
            break
        low = words.lower[left]
        small = words.forms[left].islower()
        if small and (low in vocab.auxiliaries or (low in vocab.be and low not in ("'s", "’s"))):
            passive = passive or low in vocab.be
        elif low == "to" and left - 1 >= start:
            # "wanted to say", "went on to say", "was prompted to say"
            left -= 1
            if words.lower[left] == "on" and left - 1 >= start:
                left -= 1
            passive = False
        elif not (
            low in vocab.adverbs or is_adverb(words, left) or words.lower[left - 1 : left + 1] in _LONG
        ):
            break
        left -= 1
    return left, passive


def subject_left(words: Words, start: int, left: int, earlier: Sequence[Mention]) -> Mention | None:
    """The subject whose last word is at ``left`` or further left."""
    if left < start:
        return None
    low = words.lower[left]
    if low in _JOINS:
        # Brod laughed and said
        return _shared_subject(words, start, left, earlier)
    if low in RELATIVES or (low == "that" and left > start and words.forms[left - 1][0].isalpha()):
        # Brod, who said: whoever stands before "who"
        back = left - 1
        if back >= start and words.lower[back] == ",":
            back -= 1
        return nearest_phrase(words, start, back) or phrase_to(words, start, back)
    if low in (",", ")") or low in DASHES:
        return _across_insertion(words, start, left)
    if low == QUOTED and left - 1 > start and words.lower[left - 1] not in BREAKS:
        # "Okell, author of “Nine Winters,” said", "Verrick, whom Okell called “a tourist,” said"
        segment = _segment_start(words, start, left - 1)
        enclosed = segment > start and words.lower[segment - 1] == ","
        title = words.lower[left - 1] in vocabulary().prepositions
        inside = enclosed and words.lower[segment] in RELATIVES
        return _across_insertion(words, start, left) if title or inside else None
    if low in BREAKS:
        return None
    return phrase_to(words, start, left)


def governing_subject(
    words: Words, bounds: tuple[int, int], at: int, earlier: Sequence[Mention]
) -> Mention | None:
    """Whose participle this is: "Okell dismissed …, saying", "Brod took the stage, adding"."""
    start, end = bounds
    if words.lower[at - 1 : at] == ("who",):
        return None
    if at == start:
        return _behind_participle(words, at, end)
    beside = nearest_phrase(words, start, at - 1)
    if beside is not None:
        # "has Verrick saying", "held up a sign saying"
        return beside
    segment = _segment_start(words, start, at - 1)
    if words.lower[segment] == "with" and segment + 1 < at:
        # "…, with | the former minister | calling it “a lie”"
        beside = phrase_to(words, segment + 1, at - 1)
        if beside is not None and beside.kind is not Subject.PRONOUN:
            return beside
    if (verb := quoting_verb(words, start, at)) is not None and words.lower[verb + 1] not in (
        "by",
        "in",
        "as",
    ):
        # "The Courier quoted | Okell | as saying"
        return phrase_from(words, verb + 1, at - 1)
    if words.lower[at - 1] == "for" and at - 2 > start:
        # "Okell criticised | Verrick | for suggesting that …"
        blamed = phrase_to(words, max(start, at - 6), at - 2)
        if blamed is not None and (named := nearest_phrase(words, start, at - 2)) is not None:
            return named
    if words.lower[at] == "reading":
        return None  # "wore a hat reading": neither the hat nor its wearer speaks
    return _shared_subject(words, start, at - 1, earlier)


def quoting_verb(words: Words, start: int, at: int) -> int | None:
    """The verb of "quoted … as | saying", for the participle at ``at``; None where there is none."""
    if words.lower[at - 1] != "as":
        return None
    for back in range(at - 2, max(start, at - 16) - 1, -1):
        if words.lower[back] in _QUOTING:
            return back
    return None


def _behind_participle(words: Words, at: int, end: int) -> Mention | None:
    """Of "Calling Ross “a gift,” Tolland …": the phrase behind the quotation or the comma."""
    for break_at in range(at + 1, end - 1):
        if words.lower[break_at] in (QUOTED, ","):
            return phrase_from(words, break_at + 1, end)
    return None


def _shared_subject(words: Words, start: int, left: int, earlier: Sequence[Mention]) -> Mention | None:
    """The subject that a verb shares with the one before it: "As the crowd rose, | Okell | laughed and said"."""
    spoken = next((subject for subject in reversed(earlier) if subject.end <= left), None)
    acting = _acting(words, start, left)
    if acting is not None and (spoken is None or acting.start > spoken.start):
        return acting
    return spoken or leading_subject(words, start, left)


def _acting(words: Words, start: int, left: int) -> Mention | None:
    """The subject of the clause that ``left`` stands in: a phrase behind a mark, with a verb right behind it."""
    vocab = vocabulary()
    at = left
    for _ in range(6):
        segment = _segment_start(words, start, at)
        phrase = phrase_from(words, segment, left + 1)
        own = phrase is not None and phrase.kind is not Subject.NOMINAL
        if phrase is not None and own and phrase.end <= left and words.lower[phrase.start] not in RELATIVES:
            low = words.lower[phrase.end]
            past = low in vocab.irregular_pasts or (low.endswith("ed") and words.forms[phrase.end].islower())
            if past or low in vocab.be or is_auxiliary(words, phrase.end):
                return phrase
        if segment <= start:
            break
        at = segment - 2
    return None


def _across_insertion(words: Words, start: int, left: int) -> Mention | None:
    """Step back over what commas enclose: "Ansel Brod, 43, a baker from Karsa, Upper Velmora, said"."""
    at = left
    best: Mention | None = None
    for _ in range(6):
        if words.lower[at] == ")":
            at = _bracket_start(words, start, at)
        if at <= start:
            break
        segment = _segment_start(words, start, at - 1)
        phrase = phrase_to(words, start, at - 1)
        inserted = (
            _insertion(words, segment, at)
            or _apposition(words, start, segment, at)
            or _in_relative(words, start, segment)
        )
        if phrase is not None and not inserted:
            described = phrase.kind is Subject.NOMINAL and best is not None
            # "The inquiry's chairman, the former judge Ebbe Corrin, asked"
            return replace(best, lead=phrase.start) if described and best is not None else phrase
        if segment <= start:
            break
        if phrase is not None and best is None and phrase.kind is Subject.NAME:
            best = phrase
        at = segment - 1
        if words.lower[at] not in (",", "(", ")") and words.lower[at] not in DASHES:
            break
    return best or leading_subject(words, start, left)


def _bracket_start(words: Words, start: int, at: int) -> int:
    """Of "Sen. Jory Pell (R-Karsa)," from the closing bracket to the opening one."""
    while at > start and words.lower[at] != "(":
        at -= 1
    return at


def _segment_start(words: Words, start: int, at: int) -> int:
    while at >= start and (words.lower[at] not in BREAKS or _quoted_inside(words, start, at)):
        at -= 1
    return at + 1


def _quoted_inside(words: Words, start: int, at: int) -> bool:
    """True for a quotation that a phrase runs on around: "wearing “Vote Okell” badges"."""
    inside = words.lower[at] == QUOTED and at > start and at + 1 < len(words)
    return inside and words.lower[at - 1] not in BREAKS and words.lower[at + 1] not in BREAKS


def _insertion(words: Words, start: int, end: int) -> bool:
    """True for what commas put behind a name: an age, a place, an apposition, "who …", "in an interview"."""
    vocab = vocabulary()
    if start < end and words.lower[start] in vocab.prepositions:
        return True  # "Okell, | after a long pause |, said"
    while start < end and words.lower[start] in vocab.clause_openers and words.lower[start] not in RELATIVES:
        start += 1  # "as | Orlan Dacke |, an accountant, put it"
    if start >= end:
        return True
    first = words.lower[start]
    form = words.forms[start]
    if form[0].isdigit() or first in RELATIVES or first in vocab.prepositions:
        return True
    if first.endswith("ing") and form.islower():
        return True
    follows_comma = start > 0 and (words.lower[start - 1] in (",", "(") or words.lower[start - 1] in DASHES)
    if first in vocab.determiners and follows_comma:
        return words.forms[start][0].islower()
    if form.islower() and follows_comma:
        return True
    # A place or party after a comma: "Ohio", "R-Karsa", "N.C."
    capitals = all(words.forms[at][0].isupper() for at in range(start, end))
    return (
        follows_comma
        and capitals
        and (end - start == 1 or (end - start == 2 and ("." in form or "-" in form)))
    )


def _in_relative(words: Words, start: int, segment: int) -> bool:
    """True for the tail of a list: "Brod, who served in Karsa, Torvel | and Ostrin |, said"."""
    before = segment - 1
    if before <= start or words.lower[before] != ",":
        return False
    opening = _segment_start(words, start, before - 1)
    return opening > start and words.lower[opening] in RELATIVES and words.lower[opening - 1] == ","


def _apposition(words: Words, start: int, segment: int, end: int) -> bool:
    """True for a description behind a full name: "Mira Tolland, | the minister's chief of staff |, said"."""
    vocab = vocabulary()
    if segment - 3 < start or words.lower[segment - 1] != ",":
        return False
    if not (words.forms[segment - 2][0].isupper() and words.forms[segment - 3][0].isupper()):
        return False
    head = head_end(words, segment, end) - 1
    return words.lower[head] in vocab.speaker_nouns or words.lower[head] in vocab.titles


def with_description(words: Words, start: int, subject: Mention) -> Mention:
    """The subject with the description set before its name: "The regional mediator, Karvel Dusk, said"."""
    vocab = vocabulary()
    if subject.kind is not Subject.NAME or subject.start <= start or words.lower[subject.start - 1] != ",":
        return subject
    segment = _segment_start(words, start, subject.start - 2)
    opens = segment == start or words.lower[segment - 1] not in (",", "(")
    head = head_end(words, segment, subject.start - 1) - 1
    if (
        not opens
        or words.lower[segment] not in vocab.determiners
        or words.lower[head] not in vocab.speaker_nouns
    ):
        return subject
    return replace(subject, lead=segment)


def plausible(words: Words, subject: Mention, form: VerbForm) -> bool:
    """A nominal nobody could be ("the move noted") is no subject, save of the plainest verbs."""
    vocab = vocabulary()
    if subject.kind is not Subject.NOMINAL:
        return True
    head = head_end(words, subject.start, subject.end) - 1
    low = words.lower[head]
    bare = subject.end - subject.start == 1 and not low.endswith("s") and low not in vocab.bare_nouns
    if bare and subject.start > 0 and words.lower[subject.start - 1].isalpha():
        return False  # "did not | release | further details, saying"
    if low in vocab.speaker_nouns or low.rstrip("s") in vocab.speaker_nouns:
        return True
    plain = form.base in ("say", "tell", "add", "write", "ask", "reply", "shout", "tweet")
    return (
        plain
        and form.ends in ("past", "s")
        and low.replace("-", "").isalpha()
        and words.lower[subject.start] in vocab.determiners
    )
