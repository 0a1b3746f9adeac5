"""Sections and publishers: the articles that stand under one name, as on one shelf.

A name that differs in case or white space alone is the same name. One that a single article has gets no page,
as with key phrases: it would say again what the article's page says, and an article with five sections of its
own would make six pages. As it is, two articles share every page there is.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sitegen import languages
from sitegen.model import Digest
from sitegen.site.characters import shown
from sitegen.site.speakers.names import az_key, fold, usual
from sitegen.slugs import unique


class Kind(StrEnum):
    """What articles are put on shelves by; the folder of their pages, too."""

    SECTIONS = "sections"
    PUBLISHERS = "publishers"


_UNNAMED = {Kind.SECTIONS: "no section ", Kind.PUBLISHERS: "not stated "}
"""From what the address of the shelf without a name is made. No name ends in a blank: see :func:`fold`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Articles of one section or publisher."""

    kind: Kind
    name: str | None
    """As most of the articles write it; None: they state none."""
    slug: str | None
    """None: one article alone, and so no page of its own."""
    articles: tuple[Digest, ...]
    """Newest first; never empty."""

    @property
    def language(self) -> str | None:
        """BCP 47 tag, if all its articles are in one language: that of its name."""
        return languages.shared(digest.language for digest in self.articles)

    @property
    def path(self) -> str | None:
        """Where its page stands; None for one without."""
        return None if self.slug is None else f"{self.kind}/{self.slug}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelves:
    """All sections, or all publishers."""

    kind: Kind
    named: tuple[Shelf, ...]
    """A–Z."""
    unnamed: Shelf | None
    """The articles that state none; None: all do."""
    by_article: Mapping[str, tuple[Shelf, ...]]
    """By an article's slug: the shelves it stands on, in the order it names them; never empty."""

    def named_by(self, digest: Digest) -> Mapping[str, Shelf]:
        """The shelves on which ``digest`` stands, by each name as it writes them."""
        found = {_key(shelf.name): shelf for shelf in self.by_article[digest.slug]}
        return {name: found[_key(name)] for name in _names(self.kind, digest) if _key(name) in found}

    @property
    def every(self) -> tuple[Shelf, ...]:
        """The named ones A–Z, then the one without a name."""
        return self.named if self.unnamed is None else (*self.named, self.unnamed)


def shelves(kind: Kind, articles: Sequence[Digest]) -> Shelves:
    """The sections or publishers of ``articles``, which stand newest first."""
    held: dict[str, list[Digest]] = defaultdict(list)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    keys: dict[str, tuple[str, ...]] = {}
    for digest in articles:
        names = {key: name for name in _names(kind, digest) if (key := _key(name))} or {"": ""}
        keys[digest.slug] = tuple(names)
        for key, name in names.items():
            held[key].append(digest)
            spellings[key][" ".join(name.split())] += 1
    slugs = unique(key or _UNNAMED[kind] for key, own in held.items() if len(own) > 1)
    found = {
        key: Shelf(
            kind=kind,
            name=usual(spellings[key]) if key else None,
            slug=slugs.get(key or _UNNAMED[kind]),
            articles=tuple(own),
        )
        for key, own in held.items()
    }
    named = (shelf for key, shelf in found.items() if key)
    return Shelves(
        kind=kind,
        named=tuple(sorted(named, key=lambda shelf: az_key(shelf.name or ""))),
        unnamed=found.get(""),
        by_article={slug: tuple(found[key] for key in own) for slug, own in keys.items()},
    )


def _names(kind: Kind, digest: Digest) -> tuple[str, ...]:
    if kind is Kind.SECTIONS:
        return digest.facts.sections
    return () if digest.facts.publisher is None else (digest.facts.publisher,)


def _key(name: str | None) -> str:
    """The form in which two spellings are one name; empty for a name in which there is nothing to read."""
    key = fold(shown(name or ""))
    return key if any(character.isprintable() and not character.isspace() for character in key) else ""
