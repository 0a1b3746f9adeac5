"""Does every excerpt of a content file stand in its seed, word for word?

``check`` asks it of all files, a build of those that people have edited.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from sitegen.building.content import ContentFile, Stock
from sitegen.building.digests import Seed, article_of
from sitegen.building.gathering import Plan, load
from sitegen.building.origins import Origin
from sitegen.building.run import Run
from sitegen.building.store import key_of
from sitegen.errors import SitegenError
from sitegen.model import Article, Digest, Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Content files beside their seeds."""

    altered: tuple[SitegenError, ...]
    """Each excerpt that is not in its seed, by content file."""
    excerpts: int
    """How many were compared."""


def compare(run: Run, plans: Iterable[Plan], files: Iterable[ContentFile]) -> Comparison:
    """The excerpts of ``files`` beside the seeds they were made from, as far as these are among ``plans``."""
    made_from: defaultdict[Origin, list[ContentFile]] = defaultdict(list)
    for file in files:
        if file.summary.origin is not None:
            made_from[file.summary.origin].append(file)
    compared = 0
    altered: list[tuple[str, SitegenError]] = []
    for seed in load(run, (plan for plan in plans if plan.origin in made_from)):
        for file in made_from[seed.origin]:
            found, excerpts = _beside(file, seed)
            altered += ((file.slug, each) for each in found)
            compared += excerpts
    in_order = tuple(each for _, each in sorted(altered, key=itemgetter(0)))
    return Comparison(altered=in_order, excerpts=compared)


def altered_by_people(run: Run, plans: Sequence[Plan], stock: Stock) -> tuple[SitegenError, ...]:
    """What in the content files that people have edited is not in their seeds; kept in the store."""
    edited = set(stock.changes.get("edited", ()))
    by_origin = {plan.origin: plan for plan in plans}
    found: list[SitegenError] = []
    for file in stock.files.values():
        plan = by_origin.get(file.summary.origin) if file.summary.origin else None
        if file.file in edited and plan is not None:
            found += _kept(run, plan, file)
    return tuple(found)


def _kept(run: Run, plan: Plan, file: ContentFile) -> Iterable[SitegenError]:
    key = key_of("verbatim", file.file, file.raw, plan.key)
    match run.store.read(key):
        case {"altered": list(rows)}:
            return [_read(row, file) for row in rows]
    altered = compare(run, [plan], [file]).altered
    run.store.write(key, {"altered": [{"message": each.message, "hint": each.hint} for each in altered]})
    return altered


def _read(row: Mapping[str, str], file: ContentFile) -> SitegenError:
    return SitegenError(row["message"], path=file.file, hint=row["hint"])


def _beside(file: ContentFile, seed: Seed) -> tuple[list[SitegenError], int]:
    """The excerpts of a content file that are not in its seed, and how many excerpts it has.

    A file made from another state of its seed is not compared: its places are those of another text.
    """
    if file.summary.sha256 != seed.trace().seed:
        return [], 0
    try:
        article = article_of(seed)
    except Exception:  # noqa: BLE001 - whatever it is, the harvest has met it too, and reported it
        return [], 0
    excerpts = list(excerpts_of(file.digest()))
    found = [_not_verbatim(excerpt, article, file) for excerpt in excerpts if not _verbatim(excerpt, article)]
    return found, len(excerpts)


def excerpts_of(digest: Digest) -> Iterator[Excerpt]:
    """Everything in a digest that has to stand in its article word for word."""
    yield from digest.lead
    yield from (quotation.words for quotation in digest.quotations)
    yield from digest.terms
    for speaker in digest.speakers:
        yield from speaker.descriptions
    yield from (statement.words for statement in digest.indirect)
    for dispute in digest.disputes:
        for side in filter(None, (dispute.disputed, dispute.statement)):
            yield side.words
            if side.cue is not None:
                yield Excerpt(text=side.cue)  # that it was disputed rests on this word
    for event in digest.timeline:
        yield event.when.words
        yield event.sentence
    yield from digest.context


def _verbatim(excerpt: Excerpt, article: Article) -> bool:
    """True when the words stand at their place; without a place, anywhere in the text."""
    if excerpt.span is None:
        return excerpt.text in article.text
    return excerpt.span.of(article.text) == excerpt.text


def _not_verbatim(excerpt: Excerpt, article: Article, file: ContentFile) -> SitegenError:
    shown = excerpt.text if len(excerpt.text) <= 80 else f"{excerpt.text[:79]}…"
    if excerpt.span is None:
        return SitegenError(
            f"not in {article.file}: “{shown}”", path=file.file, hint="quote it word for word"
        )
    place = f"{excerpt.span.start}–{excerpt.span.end}"
    return SitegenError(
        f"not at characters {place} of {article.file}: “{shown}”",
        path=file.file,
        hint="quote it word for word, or take the link to its place away",
    )
