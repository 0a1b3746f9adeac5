"""Digests → for each the others that share its text."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from sitegen.model import Digest
from sitegen.site.copies.likeness import Likeness, compare
from sitegen.site.copies.pairs import pairs
from sitegen.sketch import Sketch, read

MOST = 10
"""Articles named beside one article; how many more there are is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """An article that shares its text with the one that is being read."""

    digest: Digest
    likeness: Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Which articles share their text."""

    texts: tuple[tuple[Digest, ...], ...] = ()
    """Articles of the same text, together; each text once."""
    text_of: Mapping[str, int] = field(default_factory=dict)
    """By slug, the number of its text; not for articles without a seed."""
    linked: Mapping[int, Mapping[int, Likeness]] = field(default_factory=dict)
    """By the number of a text, what other texts are to it."""

    def of(self, slug: str) -> tuple[Copy, ...]:
        """The first :data:`MOST` that share the article's text: the same first, then in the order given."""
        return tuple(islice(self._all(slug), MOST))

    def count(self, slug: str) -> int:
        """How many articles share the text of this one."""
        number = self.text_of.get(slug)
        if number is None:
            return 0
        return sum(len(self.texts[other]) for other in (number, *self.linked.get(number, ()))) - 1

    def shared(self, one: str, other: str) -> bool:
        """True where two articles, by their slugs, share their text."""
        first, second = self.text_of.get(one), self.text_of.get(other)
        return first is not None and (first == second or second in self.linked.get(first, ()))

    def among(self, slugs: Collection[str]) -> int:
        """How many of the articles, by their slugs, share their text with another of them."""
        present = Counter(self.text_of[slug] for slug in slugs if slug in self.text_of)
        return sum(
            count
            for number, count in present.items()
            if count > 1 or not present.keys().isdisjoint(self.linked.get(number, ()))
        )

    def total(self) -> int:
        """How many articles share their text with another."""
        return self.among(self.text_of)

    def _all(self, slug: str) -> "chain[Copy]":
        number = self.text_of.get(slug)
        if number is None:
            return chain()
        same = (each for each in self.texts[number] if each.slug != slug)
        others = sorted(self.linked.get(number, {}).items())
        return chain(
            (Copy(digest=each, likeness=Likeness.SAME) for each in same),
            (Copy(digest=each, likeness=how) for other, how in others for each in self.texts[other]),
        )


def find(articles: Sequence[Digest]) -> Copies:
    """Which of ``articles`` share their text; each is named in the order they are given in.

    Time grows with the number of articles, not with its square.
    """
    made = [(digest, digest.source, read(digest.source.sketch)) for digest in articles if digest.source]
    sketches: dict[str, Sketch] = {}
    of_file: dict[str, str] = {}
    for _, source, sketch in made:
        if sketch is not None:
            sketches.setdefault(sketch.words.hex(), sketch)
            of_file.setdefault(source.sha256, sketch.words.hex())
    texts: dict[str, list[Digest]] = defaultdict(list)
    for digest, source, sketch in made:
        # Of a text too short for a sketch, only the same file is the same text.
        key = sketch.words.hex() if sketch else of_file.get(source.sha256, source.sha256)
        texts[key].append(digest)
    numbers = {key: number for number, key in enumerate(texts)}
    return Copies(
        texts=tuple(map(tuple, texts.values())),
        text_of={digest.slug: numbers[key] for key, text in texts.items() for digest in text},
        linked=_linked(list(sketches.values()), [numbers[key] for key in sketches]),
    )


def _linked(sketches: Sequence[Sketch], numbers: Sequence[int]) -> Mapping[int, Mapping[int, Likeness]]:
    """What each text is to others, by the ``numbers`` of the texts that ``sketches`` are of."""
    linked: dict[int, dict[int, Likeness]] = defaultdict(dict)
    for one, other in pairs(sketches):
        likeness = compare(sketches[one], sketches[other])
        if likeness is not None:
            linked[numbers[one]][numbers[other]] = likeness
            linked[numbers[other]][numbers[one]] = likeness.turned()
    return dict(linked)
