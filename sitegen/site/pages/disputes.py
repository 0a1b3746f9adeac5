"""The disputes of an article as its page shows them: side by side, each side with its words. No verdict."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.model import Digest, Dispute, Quotation, Span
from sitegen.site.by_editor import named_by_editor
from sitegen.site.pages.marking import sentence_of
from sitegen.site.pages.wording import INFERRED, Certainty, speaker_certainty
from sitegen.site.strings import Strings
from sitegen.span_index import SpanIndex

MOST_QUOTATIONS = 20
"""Quotations of whoever is disputed that one dispute leads to: an article may dispute somebody often."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideView:
    """One side of a dispute; its fields are named as those of a ``QuotationView``, for the same macros."""

    quotation: Quotation
    certainty: Certainty
    kind: str
    """What part of the article the words are."""
    speaker_path: str | None
    """The speaker's page; None: not quoted anywhere, or described but not named."""
    context: str | None
    """The id of the sentence that holds the words; None: not in the digest."""
    altered: bool = False
    """Not told of single statements: the article's facts count what of them is not in the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeView:
    """Who disputes, and what."""

    number: int
    statement: SideView
    """The sentence that disputes."""
    disputed: SideView | None
    """None: whose words are disputed is not known."""
    quotations: tuple[int, ...]
    """Numbers of the quotations in this article by the speaker who is disputed: the first of them."""
    more: int
    """How many there are beside these."""


def dispute_views(
    t: Strings, digest: Digest, context: SpanIndex[Span], path_of: Callable[[str | None], str | None]
) -> Iterator[DisputeView]:
    """The disputes in the order of the file; ``path_of`` gives the page of a speaker."""
    said: defaultdict[str | None, list[int]] = defaultdict(list)
    for number, quotation in enumerate(digest.quotations, start=1):
        said[quotation.speaker].append(number)

    def side(statement: Quotation, kind: str, tie: Certainty | None = None) -> SideView:
        return SideView(
            quotation=statement,
            certainty=tie or speaker_certainty(t, statement, by_editor=named_by_editor(digest, statement)),
            kind=t(kind),
            speaker_path=path_of(statement.speaker),
            context=sentence_of(statement.words, context),
        )

    for number, dispute in enumerate(digest.disputes, start=1):
        other = dispute.disputed
        apart = _is_apart(dispute)
        kind = "disputes.sentence" if apart else "disputes.part"
        own = [] if other is None or other.speaker is None else said[other.speaker]
        tie = Certainty(mark=INFERRED[0], name=INFERRED[1], words=t("disputes.before")) if apart else None
        yield DisputeView(
            number=number,
            statement=side(dispute.statement, "disputes.sentence"),
            disputed=None if other is None else side(other, kind, tie),
            quotations=tuple(own[:MOST_QUOTATIONS]),
            more=max(0, len(own) - MOST_QUOTATIONS),
        )


def _is_apart(dispute: Dispute) -> bool:
    """True where what is disputed stands outside the sentence that disputes it: the tie is worked out."""
    if dispute.disputed is None:
        return False
    whole, part = dispute.statement.words, dispute.disputed.words
    if whole.span is None or part.span is None:
        return part.text not in whole.text
    return not whole.span.holds(part.span)


def by_quotation(
    quotations: Sequence[Quotation], disputes: Iterable[DisputeView]
) -> Mapping[int, tuple[DisputeView, ...]]:
    """For the number of each quotation whose own words are disputed, by whom.

    Another quotation of the same speaker may be about something else, and is left alone.
    """
    index = SpanIndex(
        (each.words.span, (number, each.speaker))
        for number, each in enumerate(quotations, start=1)
        if each.words.span is not None
    )
    found: defaultdict[int, list[DisputeView]] = defaultdict(list)
    for dispute in disputes:
        side = None if dispute.disputed is None else dispute.disputed.quotation
        if side is None or side.words.span is None:
            continue
        for number, speaker in index.touching(side.words.span):
            if speaker is not None and speaker == side.speaker:
                found[number].append(dispute)
    return {number: tuple(views) for number, views in found.items()}
