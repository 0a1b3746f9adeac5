"""One article's speakers by name, with what it quotes them with and says of them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model import Digest, Excerpt, Quotation, SpeakerHow, SpeakerKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One quotation, and the article it stands in."""

    digest: Digest
    number: int
    """Its place among the article's quotations, from 1: the anchor ``#q<number>``."""
    quotation: Quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A name that one article quotes somebody under. Within its article it stands for nobody else."""

    digest: Digest
    name: str
    """As the article's digest gives it."""
    kind: SpeakerKind | None
    descriptions: tuple[Excerpt, ...]
    said: tuple[Said, ...]
    """In text order; never empty."""


def voices_of(digest: Digest) -> Iterator[Voice]:
    """Everybody the article quotes by name, in the order they are first quoted.

    Those it only describes are left out: two articles' "a ministry spokesman" are not one person.
    """
    said: dict[str, list[Said]] = defaultdict(list)
    for number, quotation in enumerate(digest.quotations, start=1):
        if quotation.speaker is not None:
            said[quotation.speaker].append(Said(digest=digest, number=number, quotation=quotation))
    # Backwards, so that of two entries of one name, as a person's edit may leave them, the first holds.
    listed = {speaker.name: speaker for speaker in reversed(digest.speakers)}
    for name, quotations in said.items():
        speaker = listed.get(name)
        if speaker is not None or _is_named([each.quotation for each in quotations]):
            yield Voice(
                digest=digest,
                name=name,
                kind=None if speaker is None else speaker.kind,
                descriptions=() if speaker is None else speaker.descriptions,
                said=tuple(quotations),
            )


def _is_named(quotations: list[Quotation]) -> bool:
    """True for a speaker that a digest does not list as named, yet gives as such: one written by hand may."""
    described = any(q.how is SpeakerHow.DESCRIPTION and q.speaker == q.mention for q in quotations)
    return not described and any(q.how is SpeakerHow.NAMED for q in quotations)
