"""Does every excerpt of a content file stand in its seed, word for word?

``check`` asks it of all files. A build compares hashes of words: those that the seed has at the places of the
digest, taken when it was made, and those of the content file. Only where they differ does it read the seed
again; what came of that is kept in the store, so that a build without changes reads nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter

from sitegen import proof
from sitegen.building.content import ContentFile, Stock
from sitegen.building.digests import Fresh, Seed, article_of
from sitegen.building.gathering import Plan, load
from sitegen.building.origins import Origin
from sitegen.building.run import Run
from sitegen.building.seeds import Harvest
from sitegen.building.store import key_of
from sitegen.errors import SitegenError
from sitegen.model import Article, Excerpt
from sitegen.proof import Proof, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Content files beside their seeds."""

    altered: tuple[SitegenError, ...]
    """Each excerpt that is not in its seed, by content file."""
    excerpts: int
    """How many were compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proved:
    """Every content file, compared with its seed or not."""

    proofs: Mapping[str, Proof]
    """By slug."""
    altered: tuple[SitegenError, ...]
    """Each excerpt that is not in its seed, by content file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """One content file beside its seed."""

    proof: Proof
    altered: tuple[SitegenError, ...] = ()


def compare(run: Run, plans: Iterable[Plan], files: Iterable[ContentFile]) -> Comparison:
    """The excerpts of ``files`` beside the seeds they were made from, as far as these are among ``plans``."""
    found = dict(_compared(run, plans, files))
    return Comparison(
        altered=tuple(
            each for _, beside in sorted(found.items(), key=itemgetter(0)) for each in beside.altered
        ),
        excerpts=sum(beside.proof.quotations + beside.proof.others for beside in found.values()),
    )


def prove(run: Run, harvest: Harvest, stock: Stock) -> Proved:
    """What came of comparing each content file with its seed as it is now.

    Where a file has the words that its seed had when the digest was made, nothing need be read again. The
    others are compared now, those of one collection together, unless the store knows what came of it.
    """
    plans = {plan.origin: plan for plan in harvest.plans}
    found: dict[str, _Beside] = {}
    waiting: dict[str, tuple[ContentFile, Plan]] = {}
    for slug, file in stock.files.items():
        origin = file.summary.origin
        fresh, plan = harvest.fresh.get(slug), None if origin is None else plans.get(origin)
        if fresh is not None and _matches(file, fresh):
            found[slug] = _Beside(proof=_whole(file))
        elif origin is None or plan is None:
            found[slug] = _Beside(proof=Proof(standing=_missing(origin, harvest)))
        elif (kept := _kept(run, _key(file, plan), file)) is not None:
            found[slug] = kept
        else:
            waiting[slug] = (file, plan)
    asked = {plan.origin for _, plan in waiting.values()}
    in_order = [plan for plan in harvest.plans if plan.origin in asked]
    for slug, beside in _compared(run, in_order, (file for file, _ in waiting.values())):
        found[slug] = beside
        _keep(run, _key(*waiting[slug]), beside)
    for slug in waiting.keys() - found.keys():  # gone from its collection since that was read
        found[slug] = _Beside(proof=Proof(standing=Standing.GONE))
    return Proved(
        proofs={slug: beside.proof for slug, beside in found.items()},
        altered=tuple(each for slug in stock.files for each in found[slug].altered),
    )


def _matches(file: ContentFile, fresh: Fresh) -> bool:
    """True when every excerpt of the file stands in the seed that the fresh digest was made from."""
    made_from_it = (file.summary.origin, file.summary.sha256) == (fresh.origin, fresh.seed)
    return made_from_it and file.summary.words == fresh.words


def _whole(file: ContentFile) -> Proof:
    counts = file.summary
    return Proof(standing=Standing.COMPARED, quotations=counts.quotations, others=counts.passages)


def _missing(origin: Origin | None, harvest: Harvest) -> Standing:
    """Why there is nothing to compare with."""
    if origin is None:
        return Standing.UNSOURCED
    return Standing.UNREADABLE if harvest.keeps(origin) else Standing.GONE


def _key(file: ContentFile, plan: Plan) -> str:
    return key_of("verbatim", file.file, file.raw, plan.key)


def _kept(run: Run, key: str, file: ContentFile) -> _Beside | None:
    match run.store.read(key):
        case {"proof": list(record), "altered": list(rows)}:
            known = proof.from_record(record)
            if known is not None:
                return _Beside(proof=known, altered=tuple(_read(row, file) for row in rows))
    return None


def _keep(run: Run, key: str, beside: _Beside) -> None:
    rows = [{"message": each.message, "hint": each.hint} for each in beside.altered]
    run.store.write(key, {"proof": proof.to_record(beside.proof), "altered": rows})


def _read(row: Mapping[str, str], file: ContentFile) -> SitegenError:
    return SitegenError(row["message"], path=file.file, hint=row["hint"])


def _compared(run: Run, plans: Iterable[Plan], files: Iterable[ContentFile]) -> Iterator[tuple[str, _Beside]]:
    """Each of ``files``, by slug, beside its seed, in any order; those whose seed is not here left out."""
    made_from: defaultdict[Origin, list[ContentFile]] = defaultdict(list)
    for file in files:
        if file.summary.origin is not None:
            made_from[file.summary.origin].append(file)
    for seed in load(run, (plan for plan in plans if plan.origin in made_from)):
        for file in made_from[seed.origin]:
            yield file.slug, _beside(file, seed)


def _beside(file: ContentFile, seed: Seed) -> _Beside:
    """A content file beside its seed.

    One made from another state of the seed is not compared: its places are those of another text.
    """
    if file.summary.sha256 != seed.trace().seed:
        return _Beside(proof=Proof(standing=Standing.CHANGED))
    try:
        article = article_of(seed)
    except Exception:  # noqa: BLE001 - whatever it is, the harvest has met it too, and reported it
        return _Beside(proof=Proof(standing=Standing.UNREADABLE))
    digest = file.digest()
    altered = (each for each in proof.excerpts(digest) if not proof.stands(each, article.text))
    return _Beside(
        proof=proof.compare(digest, article.text),
        altered=tuple(_not_verbatim(excerpt, article, file) for excerpt in altered),
    )


def _not_verbatim(excerpt: Excerpt, article: Article, file: ContentFile) -> SitegenError:
    words = " ".join(excerpt.text.split())  # a line end cannot be printed in a message
    shown = words if len(words) <= 80 else f"{words[:79]}…"
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
