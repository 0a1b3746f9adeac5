"""Whom a bare surname names: "Haniyeh" is "Ismail Haniyeh" where the corpus says so, and nobody else.

A phrase that is the end of somebody's name stands for them

1. in an article that names in full just one person whom it could mean: as a speaker, in a key phrase, or in
   an excerpt;
2. in an article that names none of them in full, where the corpus knows one only, the word stands for them
   often enough, and is no first name, nowhere a place ("in Jordan") and nowhere without its capital.

Where it could mean two, it is kept apart in each article: a surname alone is never enough. Titles in front of
it do not count ("Gen. Qaani").
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Digest
from sitegen.site.phrases.names import (
    Words,
    bare_form,
    bare_name,
    endings,
    is_first_name,
    is_place,
    is_written_small,
    longer_forms,
    one_person,
    person_by_first_name,
    voice_is_person,
)
from sitegen.site.phrases.places import all_text
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
    ) -> None:
        """Read whom the articles name in full, then settle what the shorter names stand for."""
        self._spellings = spellings
        self._slugs, quoted = _by_name(speakers)
        people = {bare_name(name) for names in quoted.values() for name in names}
        self._in_full = {
            digest.slug: self._read(digest, people, quoted.get(digest.slug, {})) for digest in articles
        }
        self._bearers: dict[Words, dict[str, Words]] = defaultdict(dict)
        self._tellers: Counter[Words] = Counter()
        self._names: dict[Words, set[str]] = defaultdict(set)
        for named in self._in_full.values():
            for name, words in named.items():
                self._names[words].add(name)
                for ending in endings(words):
                    self._bearers[ending][name] = words
            self._tellers.update({ending for words in named.values() for ending in endings(words)})
        self.full_names = self._names.keys()
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

    def _read(self, digest: Digest, people: set[Words], quoted: Mapping[str, str]) -> dict[str, Words]:
        """Whom an article names in full, as somebody it quotes or in a key phrase."""
        slugs = {bare_name(name): slug for name, slug in quoted.items()}
        named: dict[str, Words] = {}
        for form in (*quoted, *(phrase.phrase for phrase in digest.key_phrases)):
            words = bare_name(form)
            if words in people or (
                person_by_first_name(form, words) and not self._spellings.has_small(words[-1])
            ):
                named[self.name_of(words, slugs.get(words))] = words
        return named

    def _settle(self, articles: Sequence[Digest]) -> Iterator[tuple[tuple[str, str], Named]]:
        """What each phrase that is the end of a name stands for, by its article's slug and as written."""
        unsettled: dict[Words, list[tuple[Digest, str]]] = defaultdict(list)
        places: set[Words] = set()
        for digest, text, phrase, words in self._shortened(articles):
            if is_place(text, phrase):
                places.add(words)
            elif own := self._named_beside(digest, text, phrase, words):
                yield (digest.slug, phrase), _of(one_person(own), words, digest)
            else:
                unsettled[words].append((digest, phrase))
        for words, uses in unsettled.items():
            usual = len(uses) <= FOR_ONE * self._tellers[words]
            other = words in places or is_first_name(words) or self._spellings.has_small(" ".join(words))
            if usual and not other:
                one = one_person(self._bearers[words])
                for digest, phrase in uses:
                    yield (digest.slug, phrase), _of(one, words, digest)

    def _shortened(self, articles: Iterable[Digest]) -> Iterator[tuple[Digest, str, str, Words]]:
        """The key phrases that could be a name cut short, with the text that their articles' digests show."""
        for digest in articles:
            full = self._in_full[digest.slug].values()
            found = [(each.phrase, bare_name(each.phrase)) for each in digest.key_phrases]
            short = [(form, words) for form, words in found if words in self._bearers and words not in full]
            text = all_text(digest) if short else ""
            for form, words in short:
                if not is_written_small(form):
                    yield digest, text, form, words

    def _named_beside(self, digest: Digest, text: str, phrase: str, ending: Words) -> Mapping[str, Words]:
        """The people of that ending whom the article names in full, in whatever the digest shows of it."""
        in_full = self._in_full[digest.slug]
        named = {name: words for name, words in in_full.items() if ending in endings(words)}
        for words in longer_forms(text, bare_form(phrase)):
            if words in self._names and words not in in_full.values():
                named |= dict.fromkeys(self._names[words], words)
        return named


def _of(one: str | None, ending: Words, digest: Digest) -> Named:
    return Named(name=one) if one else Named(name=f"{' '.join(ending)}\n\n{digest.slug}", paged=False)


def _by_name(
    speakers: Iterable[Speaker],
) -> tuple[Mapping[Words, set[str]], Mapping[str, Mapping[str, str]]]:
    """Which speakers bear a full name; and by article the people it quotes: name, and speaker's slug."""
    slugs: dict[Words, set[str]] = defaultdict(set)
    quoted: dict[str, dict[str, str]] = defaultdict(dict)
    for speaker in speakers:
        person = any(voice_is_person(voice) for voice in speaker.voices)
        for voice in speaker.voices:
            # Only the settings give somebody known by one word a page, and with it a full name.
            name = speaker.name if person and len(bare_name(voice.name)) < 2 else voice.name
            words = bare_name(name) if person else key_words(name)
            if speaker.slug is not None and len(words) > 1:
                slugs[words].add(speaker.slug)
                if person:
                    quoted[voice.digest.slug][name] = speaker.slug
    return slugs, quoted
