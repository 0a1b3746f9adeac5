"""Whom a bare surname names: "Haniyeh" is "Ismail Haniyeh" where the corpus says so, and nobody else.

A phrase that is the end of somebody's name stands for them

1. in an article that names in full just one person whom it could mean: as a speaker, in a key phrase, or in
   an excerpt;
2. in an article that names none of them in full, where the corpus knows one only, the word stands for them
   often enough, and nowhere for a place ("in Jordan") or without its capital.

Where it could mean two, it is kept apart in each article: a surname alone is never enough. Titles in front of
it do not count ("Gen. Qaani").
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Digest
from sitegen.site.phrases.names import (
    Words,
    bare_name,
    endings,
    is_place,
    is_written_small,
    one_person,
    person_by_first_name,
    voice_is_person,
)
from sitegen.site.phrases.places import Excerpts
from sitegen.site.phrases.spellings import Spellings
from sitegen.site.phrases.words import key_words
from sitegen.site.speakers.merging import Speaker

FOR_ONE = 3
"""In so many articles a surname may stand alone for each article that names its bearer in full. With more, as
"Jordan" beside one article on a Michael Jordan, it is taken for another word. Set by eye."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a phrase of one article stands for, where it is a person's name."""

    name: str
    """One string for one person."""
    paged: bool = True
    """False: it could be one of several people, and is kept apart from all of them and other articles."""


class People:
    """The people a corpus names in full, and what their surnames stand for."""

    def __init__(
        self,
        articles: Sequence[Digest],
        speakers: Iterable[Speaker],
        spellings: Spellings,
        excerpts: Mapping[str, Excerpts],
    ) -> None:
        """Read whom the articles name in full, then settle what the shorter names stand for.

        ``excerpts`` are those of each article, by its slug.
        """
        self._spellings = spellings
        self._excerpts = excerpts
        self._slugs, quoted = _by_name(speakers)
        people = {words for named in quoted.values() for words in named}
        self._in_full: dict[str, dict[str, Words]] = {}
        self._bearers: dict[Words, dict[str, Words]] = defaultdict(dict)
        self._tellers: Counter[Words] = Counter()
        for digest in articles:
            own = quoted.get(digest.slug, {})
            named = {self.name_of(words, slug): words for words, slug in own.items()}
            for words in self._names_among_phrases(digest, people):
                named.setdefault(self.name_of(words, own.get(words)), words)
            self._in_full[digest.slug] = named
            for name, words in named.items():
                for ending in endings(words):
                    self._bearers[ending][name] = words
            self._tellers.update({ending for words in named.values() for ending in endings(words)})
        self.full_names = frozenset(words for named in self._in_full.values() for words in named.values())
        """The people's names in full."""
        self._settled = dict(self._settle(articles))

    def whose(self, digest: Digest, phrase: str) -> Named | None:
        """Whose name ``phrase`` is in an article; None: nobody's, as far as the corpus tells."""
        settled = self._settled.get((digest.slug, phrase))
        if settled is not None:
            return settled
        words = bare_name(phrase)
        named = self._in_full[digest.slug]
        return next((Named(name=name) for name, full in named.items() if full == words), None)

    def name_of(self, words: Words, slug: str | None) -> str:
        """One string for the bearer of a full name; ``slug``: of the speaker of that name in the article.

        Of several speakers of one name, an article that quotes none of them means nobody knows whom.
        """
        if len(self._slugs.get(words, ())) < 2:
            return " ".join(words)
        return f"{' '.join(words)}\n{slug or ''}"

    def _names_among_phrases(self, digest: Digest, people: set[Words]) -> Iterator[Words]:
        for phrase in digest.key_phrases:
            words = bare_name(phrase.phrase)
            if words in people or (
                person_by_first_name(phrase.phrase, words) and not self._spellings.has_small(words[-1])
            ):
                yield words

    def _settle(self, articles: Sequence[Digest]) -> Iterator[tuple[tuple[str, str], Named]]:
        """What each phrase that is the end of a name stands for, by its article's slug and as written."""
        unsettled: dict[Words, list[tuple[Digest, str]]] = defaultdict(list)
        places: set[Words] = set()
        for digest, phrase, words in self._shortened(articles):
            if any(is_place(text, phrase) for text in self._excerpts[digest.slug].raw):
                places.add(words)
                continue
            own = self._named_beside(digest, words)
            if own:
                yield (digest.slug, phrase), _of(own, words, digest)
            else:
                unsettled[words].append((digest, phrase))
        for words, uses in unsettled.items():
            usual = len(uses) <= FOR_ONE * self._tellers[words]
            if usual and words not in places and not self._spellings.has_small(" ".join(words)):
                for digest, phrase in uses:
                    yield (digest.slug, phrase), _of(self._bearers[words], words, digest)

    def _shortened(self, articles: Iterable[Digest]) -> Iterator[tuple[Digest, str, Words]]:
        """The key phrases that could be a name cut short."""
        for digest in articles:
            full = set(self._in_full[digest.slug].values())
            for phrase in digest.key_phrases:
                words = bare_name(phrase.phrase)
                if words in self._bearers and words not in full and not is_written_small(phrase.phrase):
                    yield digest, phrase.phrase, words

    def _named_beside(self, digest: Digest, ending: Words) -> Mapping[str, Words]:
        """The people of that ending whom the article names in full."""
        named = self._in_full[digest.slug]
        own = {name: words for name, words in named.items() if ending in endings(words)}
        if own:
            return own
        texts = [text for _, _, text in self._excerpts[digest.slug].texts]
        return {
            name: words
            for name, words in self._bearers[ending].items()
            if any(next(text.find(words), None) for text in texts)
        }


def _of(bearers: Mapping[str, Words], ending: Words, digest: Digest) -> Named:
    one = one_person(bearers)
    return Named(name=one) if one else Named(name=f"{' '.join(ending)}\n\n{digest.slug}", paged=False)


def _by_name(
    speakers: Iterable[Speaker],
) -> tuple[Mapping[Words, set[str]], Mapping[str, Mapping[Words, str]]]:
    """Which speakers bear a full name; and by article whom it quotes: full names and speakers' slugs."""
    slugs: dict[Words, set[str]] = defaultdict(set)
    quoted: dict[str, dict[Words, str]] = defaultdict(dict)
    for speaker in speakers:
        person = any(voice_is_person(voice) for voice in speaker.voices)
        for voice in speaker.voices:
            words = bare_name(voice.name) if person else key_words(voice.name)
            if speaker.slug is None or len(words) < 2:
                continue
            slugs[words].add(speaker.slug)
            if person:
                quoted[voice.digest.slug].setdefault(words, speaker.slug)
    return slugs, quoted
