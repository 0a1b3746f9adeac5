"""Whom "the senator" and "the news agency" mean: a description given again without the name."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence, Set

from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.names.paragraphs import Paragraphs
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.nouns import is_plural
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Span, SpeakerKind

_MOST = 24
"""Of more people than that, only the one who spoke last can be told from the others."""
_LOOKED_AT = 8
"""How many mentions without a name are looked back on."""


class Callings:
    """Those named in an article, by the nouns they are called by."""

    def __init__(self, bearers: Iterable[Bearer], paragraphs: Paragraphs, places: Set[str]) -> None:
        """``bearers``: everybody named, each once; ``places``: lone names that stand as places."""
        self._not_bodies = places | vocabulary().given_names.keys()
        self._paragraphs = paragraphs
        self._by_noun: dict[str, list[Bearer]] = {}
        self._told: list[Span] = []
        """Where somebody with a name is described."""
        bodies = vocabulary().bodies
        for bearer in bearers:
            self._told += bearer.descriptions
            if not (bearer.heads or bearer.ages or bearer.head in bodies):
                continue
            for noun in bearer.called():
                self._by_noun.setdefault(noun, []).append(bearer)
        self._told.sort()
        self._unnamed: dict[str, list[tuple[int, frozenset[str]]]] = {}
        """Noun → where somebody without a name is so called, and how: "a trade group"."""

    def meant(self, description: Sequence[str], before: int, first: Bearer | None) -> Bearer | None:
        """Whom ``description`` means at offset ``before``; ``first``: who spoke last.

        None where nobody fits, or two fit equally well: a wrong name costs more than no name.
        """
        noun = description[-1]
        if is_plural(noun):
            return None
        said = set(description[:-1])
        called = self._by_noun.get(noun, [])
        if len(called) > _MOST:
            called = [first] if first in called else []
        fitting = [bearer for bearer in called if self._fits(bearer, noun, said)]
        fitting = [bearer for bearer in fitting if not self._displaced(bearer, noun, before)]
        named = [bearer for bearer in fitting if bearer.places[0] < before]
        if first is not None and first in named and said <= _known(first):
            return first
        if first is not None and not said and self._may_be(first, noun, before):
            return first
        if not named:
            end = self._paragraphs.end_around(before)
            named = [bearer for bearer in fitting if bearer.places[0] < end]
        whole = [bearer for bearer in named if said <= _known(bearer)] or named
        if len(whole) > 1 and first in whole:
            return first
        return whole[0] if len(whole) == 1 else None

    def _displaced(self, bearer: Bearer, noun: str, before: int) -> bool:
        """True where another one so called came up since: "Brod Group … a group of anglers … the group"."""
        places = self._unnamed.get(noun)
        if places is None:
            places = self._unnamed[noun] = [
                (words.starts[at], said)
                for words in self._paragraphs.all
                if noun in words.lower
                for at, low in enumerate(words.lower)
                if low == noun and not self._is_told(words.starts[at])
                if (said := _said_of(words, at)) is not None
            ]
        until = bisect_left(places, before, key=lambda pair: pair[0])
        last = bearer.last_before(before)
        since = (said for place, said in places[max(0, until - _LOOKED_AT) : until] if place > last)
        return any(not said or not said - name_words().modifiers <= _known(bearer) for said in since)

    def _may_be(self, bearer: Bearer, noun: str, before: int) -> bool:
        """True where the body that spoke last may be "the company": nothing says otherwise."""
        if noun not in name_words().generic_bodies or bearer.could_be_person():
            return False
        called = bearer.called()
        if bearer.kind is not SpeakerKind.BODY and (bearer.tokens[0] in self._not_bodies or bearer.gender):
            return False
        others = called & vocabulary().bodies
        fits = noun in called or others <= name_words().bodies_as.get(noun, frozenset())
        return fits and not self._displaced(bearer, noun, before)

    def _is_told(self, place: int) -> bool:
        at = bisect_right(self._told, place, key=lambda span: span.start)
        return at > 0 and self._told[at - 1].end > place

    def _fits(self, bearer: Bearer, noun: str, said: set[str]) -> bool:
        """Whether ``bearer`` can be "the … ``noun``"."""
        words = name_words()
        if noun in vocabulary().bodies:
            if bearer.could_be_person():
                return False
        elif bearer.kind is SpeakerKind.BODY:
            return False
        known = _known(bearer)
        if said & words.offices_apart != known & words.offices_apart:
            return False
        if not said & words.offices_past <= known:
            return False
        unknown = said - known - words.modifiers
        office = bearer.words - bearer.heads - words.modifiers - words.offices_past
        elsewhere = unknown & self._paragraphs.capitals
        if elsewhere and (bearer.proper or not _may_be_from(bearer, elsewhere)):
            return False  # "the Karsa senator" of two, and this one is from Ostrin
        return not (unknown and office)


def _may_be_from(bearer: Bearer, places: Set[str]) -> bool:
    """False for "the Karsa senator" where it is Sen. Pell (R-Ostrin); places are written short: R-Ost."""
    return not bearer.seats or any(place[0] in bearer.seats for place in places)


def _said_of(words: Words, at: int) -> frozenset[str] | None:
    """The words before the noun of "the trade | group |", none of "a | group |"; None of "the group"."""
    for back in range(at - 1, max(-1, at - 5), -1):
        low = words.lower[back]
        if low in ("a", "an", "another"):
            return frozenset()
        if low in vocabulary().common_capitals or not low.replace("-", "").isalpha():
            return frozenset(words.lower[back + 1 : at]) if low == "the" and back < at - 1 else None
    return None


def _known(bearer: Bearer) -> frozenset[str]:
    """All words that describe ``bearer``."""
    own = frozenset(() if bearer.could_be_person() else bearer.tokens)
    return bearer.words | bearer.details | bearer.called() | own
