"""Is what is published still what the seeds say? Content against seeds, and the links of the finished site.

Nothing is changed: not even the cache, so that a project can be checked that may only be read.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from sitegen.building import open_run
from sitegen.building.content import ContentFile, Stock, survey
from sitegen.building.digests import Seed, article_of
from sitegen.building.gathering import load
from sitegen.building.links import broken_links
from sitegen.building.manifest import Manifest
from sitegen.building.origins import Origin
from sitegen.building.run import Run
from sitegen.building.seeds import Harvest, harvest
from sitegen.content_file.seal import Ownership
from sitegen.errors import SitegenError
from sitegen.model import Article, Digest, Excerpt
from sitegen.site.copies.finding import find


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a check found."""

    problems: tuple[SitegenError, ...]
    """Everything that is not as it should be."""
    notes: tuple[SitegenError, ...]
    """What a person may want to look at."""
    states: Mapping[Ownership, int]
    """How many content files are pristine, stale, edited, handwritten; missing: seeds without one."""
    excerpts: int
    """How many excerpts were compared with their seeds, word for word."""
    copies: int
    """How many articles share their text with another."""
    linked: bool
    """False: there is no built site whose links could be followed."""


def check(root: Path) -> Verdict:
    """Check the project in the folder ``root``.

    Raises:
        UsageError: there is no project, or its settings are wrong.
    """
    run = open_run(root)
    run.store.freeze()
    gathered = harvest(run)
    stock, states = survey(run, gathered)
    problems = [*gathered.errors, *stock.errors, *_out_of_step(run, gathered, stock, states)]
    found, compared = _against_seeds(run, gathered, stock)
    problems += found
    linked = Manifest.read(run.public) is not None
    if linked:
        problems += broken_links(run.public)
    return Verdict(
        problems=tuple(problems),
        notes=(*gathered.warnings, *stock.warnings),
        states=Counter(states.values()),
        excerpts=compared,
        copies=find([file.digest() for file in stock.files.values()]).total(),
        linked=linked,
    )


def _out_of_step(
    run: Run, gathered: Harvest, stock: Stock, states: Mapping[str, Ownership]
) -> Iterator[SitegenError]:
    """Content files that a build would write, rewrite or remove; edited ones whose seed has moved on."""
    folder = run.settings.folders.content
    for slug, state in states.items():
        file = f"{folder}/{slug}.md"
        fresh = gathered.fresh.get(slug)
        if state is Ownership.MISSING and fresh is not None:
            yield SitegenError("has no content file yet", path=str(fresh.origin), hint="run: sitegen build")
        elif state is Ownership.STALE and fresh is not None:
            yield SitegenError("is out of date", path=file, hint="run: sitegen build")
        elif slug in stock.files and fresh is None:
            yield from _orphan(stock.files[slug], gathered)
        elif slug in stock.files and fresh is not None:
            made_from = stock.files[slug].summary.sha256
            if made_from not in {None, fresh.seed}:
                yield SitegenError(
                    f"was made from an earlier state of {fresh.origin}",
                    path=file,
                    hint=f"bring it up to date and give it the seed's new sha256, {fresh.seed}",
                )


def _orphan(file: ContentFile, gathered: Harvest) -> Iterator[SitegenError]:
    origin = file.summary.origin
    if origin is not None and not gathered.keeps(origin):
        yield SitegenError(
            f"its seed {origin} "
            + ("now has another address" if origin in gathered.origins else "is missing"),
            path=file.file,
            hint="bring the seed back, or delete this file's source: to keep it as your own",
        )


def _against_seeds(run: Run, gathered: Harvest, stock: Stock) -> tuple[list[SitegenError], int]:
    """The excerpts of all content files that are not in their seeds, and how many excerpts there are."""
    made_from: defaultdict[Origin, list[ContentFile]] = defaultdict(list)
    for file in stock.files.values():
        if file.summary.origin is not None:
            made_from[file.summary.origin].append(file)
    compared = 0
    problems: list[tuple[str, SitegenError]] = []
    for seed in load(run, (plan for plan in gathered.plans if plan.origin in made_from)):
        for file in made_from[seed.origin]:
            found, excerpts = _against_seed(file, seed)
            problems += ((file.slug, problem) for problem in found)
            compared += excerpts
    return [problem for _, problem in sorted(problems, key=itemgetter(0))], compared


def _against_seed(file: ContentFile, seed: Seed) -> tuple[list[SitegenError], int]:
    """The excerpts of a content file that are not in its seed, and how many excerpts it has.

    A file made from another state of its seed is not compared: its places are those of another text.
    """
    if file.summary.sha256 != seed.trace().seed:
        return [], 0
    try:
        article = article_of(seed)
    except SitegenError:
        return [], 0  # the harvest has reported it
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
