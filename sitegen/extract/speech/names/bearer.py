"""Somebody or something with a name, and all that an article says of them."""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.vocabulary import vocabulary
from sitegen.model import Span, SpeakerKind

_INSIDE = frozenset(["of", "for"])


@dataclass(slots=True, kw_only=True, eq=False)
class Bearer:
    """Somebody or something with a name, and what the article says of them. Grows as the article is read."""

    name: str
    """As the article first writes it in full, titles left out."""
    tokens: tuple[str, ...]
    """Lower case, suffixes such as "Jr." left out."""
    words: frozenset[str] = frozenset()
    """Words that describe the bearer beside the name: titles, "senior hamas official"."""
    heads: frozenset[str] = frozenset()
    """Those of them that the descriptions turn on: "official"."""
    details: frozenset[str] = frozenset()
    """What stands behind those: "leader | of the Accord Party |"."""
    proper: frozenset[str] = frozenset()
    """Words of descriptions that are written with a capital: "Karsa senator"."""
    seats: frozenset[str] = frozenset()
    """First letters of the places they sit for: "Sen. Jory Pell (R-*K*arsa)"."""
    ages: frozenset[str] = frozenset()
    human: bool = False
    """True: "who" stands behind the name somewhere."""
    descriptions: list[Span] = field(default_factory=list)
    """Where the article says beside the name who this is, in text order, no words twice."""
    places: list[int] = field(default_factory=list)
    """Offsets where the bearer is named, in order."""
    surnamed: list[int] = field(default_factory=list)
    """Those of them where the last name stands, and not inside a description of somebody else."""
    pronouns: Counter[str] = field(default_factory=Counter)
    """male and female → how often "he" or "she" stood where the bearer was probably meant."""
    _said: frozenset[tuple[str, ...]] = frozenset()
    """The words of the ``descriptions``, lower case."""
    shared: bool = False
    """True: a surname of several people, with nothing to tell which one is meant."""

    head: str = field(init=False)
    """The word a body goes by: "Supreme | Court | of Velmora"; of a person the last name."""

    def __post_init__(self) -> None:
        self.head = self.tokens[-1]
        if len(self.tokens) > 2 and not _INSIDE.isdisjoint(self.tokens):
            join = next((at for at, low in enumerate(self.tokens) if low in _INSIDE and at > 0), None)
            self.head = self.head if join is None else self.tokens[join - 1]

    @property
    def gender(self) -> str | None:
        """male, female or None: from titles and descriptions, a first name, the article's pronouns."""
        for listed in (vocabulary().courtesies, vocabulary().genders):
            for gender, words in listed.items():
                if not words.isdisjoint(self.heads):
                    return gender
        given = vocabulary().given_names.get(self.tokens[0]) if len(self.tokens) > 1 else None
        if given is not None:
            return given
        told = self.pronouns.most_common(2)
        # Once is not enough: "Sabel disputed her account" names one person and says "her" of another.
        sure = told and told[0][1] > 1 and (len(told) == 1 or told[0][1] > told[1][1])
        return told[0][0] if sure else None

    def could_be_person(self) -> bool:
        """False for bodies, and for a lone name that never came with a title ("Hamas", "Tehran")."""
        vocab = vocabulary()
        first, last = self.tokens[0], self.head
        if self.shared or not self.heads.isdisjoint(vocab.titles):
            return True
        whole = len(self.tokens) > 1
        given = first in vocab.given_names
        if whole and given and self._described_as_person():
            return True
        # "North Velmora" is a place, "Cornel West" is not; "the Farm Bill" is none, "Bill Holt" is.
        place = first in vocab.compass or (first in vocab.place_openers and not given)
        inside = not vocab.body_words_inside.isdisjoint(self.tokens[:-1])
        if inside or last in vocab.body_words or (whole and (place or last in vocab.bodies)):
            return False
        if not given and not self.heads.isdisjoint(vocab.bodies):
            return self._described_as_person()  # "the militant group Ansar al-Torvel" is none
        return whole or self._described_as_person()

    def _described_as_person(self) -> bool:
        """True for "Zola, a singer", "Zola, who was born here"."""
        return self.human or bool(self.ages) or not self.heads.isdisjoint(_people())

    @property
    def kind(self) -> SpeakerKind | None:
        """Person or body, where the article tells."""
        vocab = vocabulary()
        if self.could_be_person():
            # "Robin Marrow … He": one pronoun tells no gender for sure, but that it is somebody.
            told = bool(self.gender or self.pronouns.total()) or not self.heads.isdisjoint(vocab.titles)
            given = self.tokens[0] in vocab.given_names
            return SpeakerKind.PERSON if told or given or self._described_as_person() or self.shared else None
        if len(self.tokens) > 1 or self.head in vocab.body_words or not self.heads.isdisjoint(vocab.bodies):
            return SpeakerKind.BODY
        letters = self.name.replace(".", "")
        return SpeakerKind.BODY if len(letters) > 1 and letters.isupper() else None

    def last_before(self, place: int) -> int:
        """Where the bearer was last named before an offset; if only named behind it: where first."""
        at = bisect_left(self.places, place)
        return self.places[max(0, at - 1)] if self.places else -1

    def shows(self, words: Words, start: int, end: int) -> None:
        """Keep ``words[start:end]`` as a description, unless the same words are kept already."""
        said = words.lower[start:end]
        if said not in self._said:
            self._said |= {said}
            self.descriptions.append(Span(start=words.starts[start], end=words.ends[end - 1]))

    def called(self) -> set[str]:
        """The nouns this bearer may be called by: "Sen." makes a senator and a lawmaker."""
        full = name_words().titles_in_full
        found = set(self.heads).union(*(full[head] for head in self.heads if head in full))
        found.update(f"{age}-year-old" for age in self.ages)
        if self.head in vocabulary().bodies and not self.could_be_person():
            found.add(self.head)
        other = {"male": "female", "female": "male"}.get(self.gender or "")
        return found - vocabulary().genders[other] if other else found


@cache
def _people() -> frozenset[str]:
    """Nouns for persons."""
    return vocabulary().speaker_nouns - vocabulary().bodies
