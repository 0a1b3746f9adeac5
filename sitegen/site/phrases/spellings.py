"""Which phrases are one: the same words in another case, number, or with a hyphen.

Two spellings are joined on what the corpus has, never on an ending alone: "dams" joins "dam" where some
article has "dam" for a key phrase. So "Texas" stays as it is, whatever it ends in.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from sitegen import lexicon
from sitegen.site.phrases.words import key_of, key_words

_HYPHENS = str.maketrans(dict.fromkeys("-‐‑"))

_SHORTEST = 3
"""Letters of a word that a plural ending can be taken from: "gas" is no plural of "ga"."""


class Spellings:
    """The phrases of a corpus, and which of them are one."""

    def __init__(self, phrases: Iterable[tuple[str, bool]]) -> None:
        """Take each phrase as written, and whether its article is in English (whose plurals are known)."""
        written: dict[str, set[str]] = defaultdict(set)
        english: set[str] = set()
        for phrase, in_english in phrases:
            key = key_of(phrase)
            written[key].add(phrase)
            if in_english:
                english.add(key)
        self._apart = {key for key, forms in written.items() if _two_words(forms)}
        self._written = {
            name: {form for form in forms if self._name(form, key) == name}
            for key, forms in written.items()
            for name in {self._name(form, key) for form in forms}
        }
        self._joined: dict[str, str] = {}
        for name in sorted(self._written):
            for other in self._others(name, plurals=name in english):
                self.join(name, other)

    def name(self, phrase: str) -> str:
        """What all spellings of ``phrase`` share: the shortest of them, as :func:`key_of` writes it."""
        return self.root(self._name(phrase, key_of(phrase)))

    def root(self, name: str) -> str:
        """What ``name`` and all names joined with it share."""
        path = []
        while name in self._joined:
            path.append(name)
            name = self._joined[name]
        for passed in path:
            self._joined[passed] = name
        return name

    def has_small(self, phrase: str) -> bool:
        """True where an article writes ``phrase`` without a capital: then it is no name."""
        return any(form.islower() for form in self._written.get(self._name(phrase, key_of(phrase)), ()))

    def join(self, one: str, other: str) -> None:
        """From now on two names are one."""
        roots = self.root(one), self.root(other)
        kept, dropped = sorted(roots, key=lambda name: (len(name), name))
        if kept != dropped:
            self._joined[dropped] = kept

    def _name(self, phrase: str, key: str) -> str:
        return key.upper() if key in self._apart and _is_abbreviation(phrase) else key

    def _others(self, name: str, *, plurals: bool) -> Iterator[str]:
        """The phrases of the corpus that differ from ``name`` in number or a hyphen alone."""
        if plurals:
            *before, last = name.split(" ")
            for singular in _singulars(last):
                other = " ".join((*before, singular))
                if other in self._written and self._look_alike(name, other):
                    yield other
        for form in self._written[name]:
            solid = form.translate(_HYPHENS)
            if solid != form and key_of(solid) in self._written:
                yield key_of(solid)  # cease-fire, ceasefire

    def _look_alike(self, one: str, other: str) -> bool:
        """True where both are written with a capital, or both without: "Gates" is no plural of "gate"."""
        looks = [{_last_is_small(form) for form in self._written[name]} for name in (one, other)]
        return bool(looks[0] & looks[1])


def _two_words(forms: Iterable[str]) -> bool:
    """True where the letters are an abbreviation and a word: "AIDS" and "aids"."""
    forms = list(forms)
    return any(_is_abbreviation(form) for form in forms) and any(form.islower() for form in forms)


def _is_abbreviation(phrase: str) -> bool:
    return phrase.isupper() and len(phrase) > 1 and len(key_words(phrase)) == 1


def _last_is_small(phrase: str) -> bool | None:
    """Whether the last word begins small; None for an abbreviation, which has no plural of this kind."""
    if _is_abbreviation(phrase) and phrase[-1] in "Ss":
        return None  # AIDS; but NGO is the singular of NGOs
    return phrase.replace("-", " ").split(" ")[-1][:1].islower()


def _singulars(word: str) -> Iterator[str]:
    """What ``word`` may be the plural of."""
    words = lexicon.load("spellings")
    if word in words["plurals"]:
        yield words["plurals"][word]
        return  # lives are no plural of "live"
    if len(word) <= _SHORTEST or not word.endswith("s") or word in _own_plurals():
        return
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        yield word[:-2]
    if not word.endswith("ss"):
        yield word[:-1]


@cache
def _own_plurals() -> frozenset[str]:
    return frozenset(lexicon.load("spellings")["own_plurals"].split())
