"""Voices → speakers: who is one person or body across the corpus, by which name, at which address.

A voice belongs to

1. whom ``people:`` in the settings says, an entry for its article before one for all;
2. nobody beyond its article, where it is a person known there by one word: every "Okell" may be another.
   Such a speaker stands in the A–Z list, which leads to the article, and has no page: a page for each article
   would say again what the article's page says, and one for all would put words into the wrong mouths;
3. everybody else of exactly its name whom ``namesakes`` does not keep apart. Bodies have names of one word.

The order of the articles decides nothing but the order in which they are shown.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sitegen.config import PersonSettings
from sitegen.model import Digest
from sitegen.site.apart import Apart
from sitegen.site.speakers.names import az_key, one_word, same_name, usual
from sitegen.site.speakers.namesakes import Side, gender_of, is_person, sides
from sitegen.site.speakers.voices import Said, Voice, voices_of
from sitegen.slugs import unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One person or body, as far as the corpus tells them from others."""

    name: str
    slug: str | None
    """None: a person of one word, known in one article only, and so without a page."""
    told_by: str | None
    """What tells this one from others of the name, such as ``“the judge”``; None: nobody shares it."""
    undecided: bool
    """True: others share the name, and these articles do not tell which of them they quote."""
    voices: tuple[Voice, ...]
    """Newest article first; never empty."""
    said: tuple[Said, ...]
    """Newest article first, then in text order; never empty."""

    @property
    def label(self) -> str:
        """A name that no other speaker with a page has."""
        return self.name if self.told_by is None else f"{self.name} ({self.told_by})"

    @property
    def articles(self) -> int:
        """In how many articles they are quoted."""
        return len({voice.digest.slug for voice in self.voices})

    @property
    def other_names(self) -> tuple[str, ...]:
        """Under which names articles quote them beside their own, A–Z; spelling apart."""
        names = {same_name(voice.name): voice.name for voice in self.voices}
        return tuple(sorted((n for same, n in names.items() if same != same_name(self.name)), key=az_key))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Identity:
    """What the voices of one speaker have in common."""

    name: str
    """As :func:`same_name` writes it."""
    trait: str = ""
    """What tells this one from others of the name. A part of the address: it must not change lightly."""
    paged: bool = True


def speakers(
    articles: Sequence[Digest], people: Sequence[PersonSettings], apart: Apart
) -> tuple[Speaker, ...]:
    """Everybody quoted by name in ``articles`` (newest first), A–Z; ``apart`` has words for namesakes."""
    voices = [voice for digest in articles for voice in voices_of(digest)]
    groups: dict[_Identity, list[Voice]] = defaultdict(list)
    for voice, identity in zip(voices, _identities(voices, people), strict=True):
        groups[identity].append(voice)
    slugs = _slugs([identity for identity in groups if identity.paged])
    marks = _told_by(groups, slugs, apart)
    names = {same_name(person.name): person.name for person in reversed(people)}
    found = [
        _speaker(identity, group, names.get(identity.name), slugs.get(identity), marks.get(identity))
        for identity, group in groups.items()
    ]
    return tuple(sorted(found, key=_az_order))


def _speaker(
    identity: _Identity, voices: list[Voice], name: str | None, slug: str | None, told_by: str | None
) -> Speaker:
    said = chain.from_iterable(voice.said for voice in voices)
    place = {voice.digest.slug: number for number, voice in enumerate(voices)}
    return Speaker(
        name=name or usual(Counter(voice.name for voice in voices)),
        slug=slug,
        told_by=told_by,
        undecided=identity.trait == Side.OPEN,
        voices=tuple(voices),
        # An article may quote one speaker under two names.
        said=tuple(sorted(said, key=lambda each: (place[each.digest.slug], each.number))),
    )


def _az_order(speaker: Speaker) -> tuple[tuple[str, str], bool, str, str, str]:
    article = speaker.voices[0].digest.slug
    return (az_key(speaker.name), speaker.undecided, speaker.told_by or "", speaker.slug or "", article)


def _identities(voices: Sequence[Voice], people: Sequence[PersonSettings]) -> list[_Identity]:
    """For each voice, whose it is."""
    claimed = _claims(people)
    found: list[_Identity | None] = []
    sharing: dict[str, list[int]] = defaultdict(list)
    for number, voice in enumerate(voices):
        name = same_name(voice.name)
        claim = claimed.get((name, voice.digest.slug)) or claimed.get((name, None))
        if claim is None and one_word(name) and is_person(voice, gender_of(voice)):
            claim = _Identity(name=name, trait=f"in {voice.digest.slug}", paged=False)
        found.append(claim)
        if claim is None:
            sharing[name].append(number)
    for name, numbers in sharing.items():
        for number, side in zip(numbers, sides([voices[each] for each in numbers]), strict=True):
            found[number] = _Identity(name=name, trait=side or "")
    return [identity for identity in found if identity is not None]


def _claims(people: Sequence[PersonSettings]) -> Mapping[tuple[str, str | None], _Identity]:
    """Whom the settings say that a name stands for, by name and article's slug; None: in every article.

    Each entry is a person of their own, entries of one name too. The first entry to claim a name has it.
    """
    claims: dict[tuple[str, str | None], _Identity] = {}
    entries: Counter[str] = Counter()
    for person in people:
        name = same_name(person.name)
        entries[name] += 1
        identity = _Identity(name=name, trait=f"entry {entries[name]}")
        for each in (person.name, *person.aliases):
            for article in person.articles or (None,):
                claims.setdefault((same_name(each), article), identity)
    return claims


def _slugs(identities: Sequence[_Identity]) -> Mapping[_Identity, str]:
    """An address for each: the name alone, or with a hash of the trait where others share the name."""
    sharing = Counter(identity.name for identity in identities)
    names = {
        identity: identity.name
        if sharing[identity.name] == 1
        else f"{identity.name} {hashlib.sha256(identity.trait.encode()).hexdigest()[:6]}"
        for identity in identities
    }
    slugs = unique(names.values())
    return {identity: slugs[name] for identity, name in names.items()}


def _told_by(
    groups: Mapping[_Identity, Sequence[Voice]], slugs: Mapping[_Identity, str], apart: Apart
) -> Mapping[_Identity, str]:
    """For each of those who share a name what tells them apart; for those without a page their article."""
    sharing: dict[str, list[_Identity]] = defaultdict(list)
    marks: dict[_Identity, str] = {}
    for identity, voices in groups.items():
        if identity.paged:
            sharing[identity.name].append(identity)
        else:
            marks[identity] = apart.in_article(voices[0].digest.title)
    for identities in sharing.values():
        if len(identities) == 1:
            continue
        every = {identity: _marks(identity, groups[identity], apart) for identity in identities}
        held = Counter(chain.from_iterable(set(marks) for marks in every.values()))
        for identity, candidates in every.items():
            own = (mark for mark in candidates if held[mark] == 1)
            marks[identity] = next(own, slugs[identity])
    return marks


def _marks(identity: _Identity, voices: Sequence[Voice], apart: Apart) -> list[str]:
    """What could tell a speaker from others: their descriptions, shortest first, then their articles."""
    if identity.trait == Side.OPEN:
        return [apart.undecided]
    described = {" ".join(each.text.split()) for voice in voices for each in voice.descriptions}
    return [
        *(apart.described(words) for words in sorted(described, key=lambda words: (len(words), words))),
        *(apart.in_article(voice.digest.title) for voice in voices),
    ]
