"""Two people of one name are kept apart where what the articles say of them cannot be true of one.

Two articles contradict each other about a name where one has a person and the other a body, or one a man
and the other a woman, by the article's own words: "chairman" and "chairwoman", "Mr" and "Ms". Nothing else
counts. Different offices do not contradict: a minister becomes a judge. A pronoun does not count: it was
worked out.

Where articles of a name contradict, each side has its page. An article that tells neither is given to no
side: those stand together on a page that says so. An article's side depends on which kinds of evidence there
are under its name, never on their order, nor on how many articles tell each. ``people:`` in the settings
overrules all of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from itertools import pairwise

from sitegen import lexicon
from sitegen.model import SpeakerHow, SpeakerKind
from sitegen.site.speakers.names import same_name, words_of
from sitegen.site.speakers.voices import Voice


class Side(StrEnum):
    """Which of those who share a name an article quotes."""

    PERSON = "person"
    BODY = "body"
    MALE = "male"
    FEMALE = "female"
    OPEN = "open"
    """The article does not tell."""


def sides(voices: Sequence[Voice]) -> tuple[Side | None, ...]:
    """For each voice of one name its side; all None where none contradicts another."""
    genders = [gender_of(voice) for voice in voices]
    contested = len(set(genders) - {None}) > 1
    found = [_side(voice, gender, contested=contested) for voice, gender in zip(voices, genders, strict=True)]
    if len(set(found) - {Side.OPEN}) < 2:
        return (None,) * len(voices)
    return tuple(found)


def _side(voice: Voice, gender: Side | None, *, contested: bool) -> Side:
    if voice.kind is SpeakerKind.BODY:
        return Side.BODY
    if contested:
        return gender or Side.OPEN
    return Side.PERSON if is_person(voice, gender) else Side.OPEN


def is_person(voice: Voice, gender: Side | None) -> bool:
    """True where the article tells that this is a person."""
    return voice.kind is SpeakerKind.PERSON or gender is not None


def gender_of(voice: Voice) -> Side | None:
    """``MALE``, ``FEMALE``, or None: the article's words do not tell, or tell both, or this is a body."""
    if voice.kind is SpeakerKind.BODY:
        return None
    name = frozenset(words_of(voice.name))
    mentions = [
        each.quotation.mention
        for each in voice.said
        if each.quotation.how is SpeakerHow.NAMED and each.quotation.mention is not None
    ]
    courtesies = {_gender(word, "courtesy") for each in mentions for word in _before_name(each, name)}
    if courtesies - {None}:
        return _only(courtesies)
    described = [*mentions, *(each.text for each in voice.descriptions)]
    return _only(_gender(word, "noun") for each in described for word in _head(each, name))


def _only(genders: Iterable[Side | None]) -> Side | None:
    """The one gender among those told; None where there is none, or both."""
    told = set(genders) - {None}
    return told.pop() if len(told) == 1 else None


def _before_name(mention: str, name: frozenset[str]) -> Iterator[str]:
    """The words right before a word of the name: in "Mr Brod’s aide", "Brod’s" is not the speaker's."""
    words = words_of(mention)
    return (word for word, after in pairwise(words) if after in name)


def _head(description: str, name: frozenset[str]) -> Iterator[str]:
    """The words of a description that are about the speaker: not the name, not what follows "of" or a comma.

    In "the chairwoman’s brother" the possessive is about somebody else.
    """
    turns = _words()["turn"]
    for piece in same_name(description).split():
        words = words_of(piece)
        if not turns.isdisjoint(words):
            return
        if name.isdisjoint(words):
            yield from (word for word in words if not word.endswith("'s"))
            if piece.endswith((",", ";", ":")):
                return


def _gender(word: str, sort: str) -> Side | None:
    """What a ``noun`` or ``courtesy`` tells."""
    return next((side for side in (Side.MALE, Side.FEMALE) if word in _words()[f"{side} {sort}"]), None)


@cache
def _words() -> dict[str, frozenset[str]]:
    words = lexicon.load("speakers")
    found = {"turn": frozenset(words["turns"].split())}
    for side in (Side.MALE, Side.FEMALE):
        found[f"{side} noun"] = frozenset(words[side].split())
        found[f"{side} courtesy"] = frozenset(words["courtesies"][side].split())
    return found
