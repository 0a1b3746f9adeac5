"""Is what is published still what the seeds say? Content against seeds, and the links of the finished site.

Nothing is changed: not even the cache, so that a project can be checked that may only be read.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.building import open_run
from sitegen.building.content import ContentFile, Stock, survey
from sitegen.building.links import broken_links
from sitegen.building.manifest import Manifest
from sitegen.building.run import Run
from sitegen.building.seeds import Harvest, harvest
from sitegen.building.verbatim import compare
from sitegen.content_file.seal import Ownership
from sitegen.errors import SitegenError
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
    compared = compare(run, gathered.plans, stock.files.values())
    problems += compared.altered
    linked = Manifest.read(run.public) is not None
    if linked:
        problems += broken_links(run.public)
    return Verdict(
        problems=tuple(problems),
        notes=(*gathered.warnings, *stock.warnings),
        states=Counter(states.values()),
        excerpts=compared.excerpts,
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
