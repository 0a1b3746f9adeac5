"""Stage one: seeds → fresh digests. What fails is reported for its seed alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sitegen.building import condensing, fingerprint
from sitegen.building.digests import BugError, Fresh, kept, make_all
from sitegen.building.gathering import Gathered, Plan, load, read_seeds
from sitegen.building.origins import Origin
from sitegen.building.reasons import Because, Reason
from sitegen.building.run import Run
from sitegen.building.store import key_of
from sitegen.building.trace import SeedTrace, Trace
from sitegen.config import Settings
from sitegen.errors import SitegenError
from sitegen.intake.collections import Caution


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """What the seeds gave."""

    fresh: Mapping[str, Fresh]
    """By slug."""
    folder_exists: bool
    """False: there is no seeds folder at all, which says nothing about any article."""
    plans: tuple[Plan, ...]
    """Every article that could be read, in order of path."""
    origins: frozenset[Origin]
    """Where those come from."""
    failed: frozenset[Origin]
    """Articles that gave no digest."""
    shut: frozenset[str]
    """Files and folders of which nobody can tell what is in them."""
    traces: Mapping[str, SeedTrace]
    """By origin: of what was read now, and as they were of what is there and cannot be read."""
    errors: tuple[SitegenError, ...]
    warnings: tuple[SitegenError, ...]
    reasons: tuple[Reason, ...]
    left_out: Mapping[str, tuple[str, ...]]
    """By origin, of the digests made now that have any: the lines of the seed taken for boilerplate."""

    def keeps(self, origin: Origin) -> bool:
        """True when ``origin`` may be there, but gave nothing: what an earlier build made of it stays.

        The whole of a collection stays while one of its rows cannot be told from the others: it may be any.
        """
        above = (folder.as_posix() for folder in PurePosixPath(origin.file).parents)
        lost = origin in self.failed or not self.shut.isdisjoint(above)
        return lost or (origin.file in self.shut and origin not in self.origins)


def harvest(run: Run) -> Harvest:
    """A fresh digest of every seed: from the store where nothing it depends on has changed, else made now."""
    gathered = read_seeds(run)
    plans = gathered.plans
    answers = {
        plan.origin: answer
        for plan in plans
        if (answer := kept(run.store, plan.key, plan.origin)) is not None
    }
    missing = [plan for plan in plans if plan.origin not in answers]
    reasons = tuple(Reason(subject=str(plan.origin), because=_because(plan, run)) for plan in missing)
    answers |= make_all(load(run, missing), len(missing), run)
    errors, warnings = _failures(plans, answers)
    fresh, clashes = _one_per_slug(plans, answers)
    origins = frozenset(plan.origin for plan in plans)
    return Harvest(
        fresh=fresh,
        folder_exists=run.seeds.is_dir(),
        plans=tuple(plans),
        origins=origins,
        failed=frozenset(gathered.failed) | (origins - {digest.origin for digest in fresh.values()}),
        shut=frozenset(gathered.shut),
        traces=_left(run.before, gathered) | {str(plan.origin): plan.trace for plan in plans},
        errors=(*gathered.errors, *errors, *clashes),
        warnings=(*gathered.warnings, *warnings),
        reasons=reasons,
        left_out={str(made.origin): made.left_out for made in fresh.values() if made.left_out},
    )


def _left(before: Trace, gathered: Gathered) -> dict[str, SeedTrace]:
    """The traces of seeds that are there and cannot be read now: once mended, they are not new."""
    lost = {str(origin) for origin in gathered.failed} | gathered.shut
    return {name: trace for name, trace in before.seeds.items() if not lost.isdisjoint(_above(name))}


def _above(name: str) -> Iterator[str]:
    """The name of a seed, and of all that it may lie in: ``a/wire.jsonl#1``, ``a/wire.jsonl``, ``a``."""
    yield name
    yield from (name[:place] for place, char in enumerate(name) if char in "/#")


def _one_per_slug(
    plans: Iterable[Plan], answers: Mapping[Origin, Fresh | SitegenError]
) -> tuple[dict[str, Fresh], list[SitegenError]]:
    """The digests by slug, the first by path where two want the same; and what is left out for that."""
    first: dict[str, Fresh] = {}
    clashes: list[SitegenError] = []
    for plan in plans:
        answer = answers.get(plan.origin)
        if not isinstance(answer, Fresh):
            continue
        winner = first.setdefault(answer.slug, answer)
        if winner is not answer:
            error = SitegenError(
                f"has the same address, “{winner.slug}”, as {winner.origin}, and is left out",
                path=answer.origin.file,
                hint="rename one of them, or give it another slug: in the facts beside it"
                if plan.origin.item is None
                else "give one of them a slug of its own",
            )
            clashes.append(_placed(error, plan))
    return first, clashes


def _failures(
    plans: Iterable[Plan], answers: Mapping[Origin, Fresh | SitegenError]
) -> tuple[list[SitegenError], list[SitegenError]]:
    """Errors and warnings. An archive holds many a page that is no article; those are only counted."""
    errors: list[SitegenError] = []
    pages: defaultdict[str, list[Caution]] = defaultdict(list)
    for plan in plans:
        answer = answers.get(plan.origin) or SitegenError("changed while it was read", path=plan.origin.file)
        if plan.is_page and isinstance(answer, SitegenError) and not isinstance(answer, BugError):
            says = f"{answer.message}; left out"
            pages[plan.origin.file].append(Caution(says=says, example=plan.origin.item))
        elif isinstance(answer, SitegenError):
            errors.append(_placed(answer, plan))
    warnings = [each for file, cautions in pages.items() for each in condensing.of_cautions(cautions, file)]
    return errors, warnings


def _placed(error: SitegenError, plan: Plan) -> SitegenError:
    """``error`` with the place in the collection; it stands in the store without, since rows move."""
    origin = plan.origin
    if origin.item is None or error.path != origin.file:
        return error
    message = f"“{origin.item[:80]}”: {error.message}"
    return type(error)(message, path=error.path, line=plan.line, hint=error.hint)


def _because(plan: Plan, run: Run) -> Because:
    before, now = run.before, plan.trace
    known = before.seeds.get(str(plan.origin))
    if known is None:
        return Because.SEED_NEW
    if known.seed != now.seed:
        return Because.SEED_CHANGED
    if known.facts != now.facts:
        return Because.FACTS_CHANGED
    if before.digest_settings != settings_key(run.settings):
        return Because.DIGEST_SETTINGS_CHANGED
    if before.program != fingerprint.program():
        return Because.PROGRAM_CHANGED
    return Because.NOT_KEPT


def settings_key(settings: Settings) -> str:
    """A short name for one choice of the settings that digests depend on."""
    return key_of("settings", repr(settings.for_digests()))
