"""The reporting verbs: every form of each, and what may be said with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sitegen import lexicon

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True, kw_only=True)
class VerbForm:
    """One form of a reporting verb."""

    base: str
    ends: str
    """``base``, ``s``, ``past`` or ``ing``; a past participle counts as ``past``."""
    labels: bool
    """Gives a name to something: "called it “a lie”"."""
    weak: bool
    """Introduces a quotation only when right beside it: "he smiled: “…”"."""
    particles: tuple[str, ...]
    """The word that must follow ("point *out*"); empty where none must."""


@cache
def forms() -> Mapping[str, VerbForm]:
    """Every form of every reporting verb, lower case."""
    words = lexicon.load("speech")
    labelling, weak = set(words["labelling_verbs"].split()), set(words["weak_verbs"].split())
    table: dict[str, VerbForm] = {}
    for base in words["reporting_verbs"].split():
        for form, ends in inflected(base):
            table.setdefault(
                form,
                VerbForm(
                    base=base,
                    ends=ends,
                    labels=base in labelling,
                    weak=base in weak,
                    particles=tuple(words["needs_particle"].get(base, ())),
                ),
            )
    return table


def inflected(base: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb, each with its name as in ``VerbForm.ends``."""
    others = lexicon.load("speech")["irregular"].get(base) or _regular(base)
    # "read" and "put" are their own past, and that is how news uses them.
    named = ("past" if others[1] == base else "base", "s", "past", "past", "ing")
    yield from zip((base, *others), named, strict=True)


def _regular(base: str) -> tuple[str, str, str, str]:
    """The -s, -ed, -ed and -ing forms of a regular verb: "reply" → replies, replied, replied, replying."""
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies", base[:-1] + "ied", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        return base + "s", base + "d", base + "d", base[:-1] + "ing"
    third = base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return third, base + "ed", base + "ed", base + "ing"
