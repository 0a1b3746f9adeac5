"""Digest beside source: do the words of the one stand in the other, character for character?"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256

from sitegen.model import Digest, Excerpt, Span


class Standing(StrEnum):
    """Whether a digest was compared with its source, and if not, why."""

    COMPARED = "compared"
    UNSOURCED = "unsourced"
    """It names no source: a person wrote it."""
    GONE = "gone"
    """The source is not here."""
    UNREADABLE = "unreadable"
    """The source is here, and cannot be read."""
    CHANGED = "changed"
    """The source is not the one it was made from: the checksums differ, and so may all places."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What came of comparing a digest with its source. All counts are 0 where it was not compared."""

    standing: Standing
    quotations: int = 0
    """How many quotations were compared, direct and partial."""
    altered: tuple[int, ...] = ()
    """The numbers, from 1, of those that are not in the source in this form; ascending."""
    others: int = 0
    """How many other excerpts were compared: lead, descriptions, terms, statements, dates, context."""
    others_altered: int = 0
    """How many of these are not in the source in this form."""

    @property
    def matching(self) -> int:
        """How many quotations stand in the source."""
        return self.quotations - len(self.altered)

    def matches(self, number: int) -> bool | None:
        """Whether the quotation of that number stands in the source; None: it was not compared."""
        if self.standing is not Standing.COMPARED:
            return None
        place = bisect_left(self.altered, number)
        return self.altered[place : place + 1] != (number,)

    @property
    def whole(self) -> bool:
        """True when everything was compared and everything matches."""
        return self.standing is Standing.COMPARED and not self.altered and not self.others_altered


def compare(digest: Digest, text: str) -> Proof:
    """What of ``digest`` stands in ``text``, the text of the article it was made from."""
    quotations = [stands(quotation.words, text) for quotation in digest.quotations]
    others = [stands(excerpt, text) for excerpt in other_excerpts(digest)]
    return Proof(
        standing=Standing.COMPARED,
        quotations=len(quotations),
        altered=tuple(number for number, fits in enumerate(quotations, start=1) if not fits),
        others=len(others),
        others_altered=others.count(False),
    )


def stands(excerpt: Excerpt, text: str) -> bool:
    """True when the words stand at their place in ``text``; without a place, anywhere in it."""
    if excerpt.span is None:
        return excerpt.text in text
    return excerpt.span.of(text) == excerpt.text


def excerpts(digest: Digest) -> Iterator[Excerpt]:
    """Everything in a digest that has to stand in its article word for word."""
    yield from (quotation.words for quotation in digest.quotations)
    yield from other_excerpts(digest)


def other_excerpts(digest: Digest) -> Iterator[Excerpt]:
    """The same without the quotations."""
    yield from digest.lead
    yield from digest.terms
    for speaker in digest.speakers:
        yield from speaker.descriptions
    yield from (statement.words for statement in digest.indirect)
    for dispute in digest.disputes:
        for side in filter(None, (dispute.disputed, dispute.statement)):
            yield side.words
            # That it is disputed rests on this word. In the words above it has been compared already.
            if side.cue is not None and side.cue not in side.words.text:
                yield Excerpt(text=side.cue)
    for event in digest.timeline:
        yield event.when.words
        yield event.sentence
    yield from digest.context


def words_in_source(digest: Digest, text: str) -> str:
    """Hash of what stands in ``text`` at the places of the digest's excerpts.

    It is that of ``words_in_digest`` only where every excerpt stands at its place, word for word. So a
    content file can be compared with a text that is not at hand.
    """
    return _hash((each.span, each.span.of(text) if each.span else None) for each in excerpts(digest))


def words_in_digest(digest: Digest) -> str:
    """Hash of the digest's excerpts and their places."""
    return _hash((each.span, each.text) for each in excerpts(digest))


def _hash(placed: Iterable[tuple[Span | None, str | None]]) -> str:
    found = sha256()
    for span, words in placed:
        place = f"{span.start}-{span.end}" if span else "-"
        size = "-" if words is None else str(len(words))
        found.update(f"{place}:{size}:{words or ''}\n".encode("utf-8", "surrogatepass"))
    return found.hexdigest()


def to_record(proof: Proof) -> Sequence[object]:
    """``proof`` as a list that JSON can hold."""
    return [str(proof.standing), proof.quotations, list(proof.altered), proof.others, proof.others_altered]


def from_record(record: object) -> Proof | None:
    """The proof that ``to_record`` made ``record`` of; None for anything else."""
    match record:
        case [str(standing), int(quotations), list(altered), int(others), int(others_altered)]:
            return Proof(
                standing=Standing(standing),
                quotations=quotations,
                altered=tuple(altered),
                others=others,
                others_altered=others_altered,
            )
    return None
