"""Stage one: seeds → fresh digests. What fails is reported for its seed alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.building import fingerprint
from sitegen.building.digests import Fresh, Seed, kept, make_all
from sitegen.building.reasons import Because, Reason
from sitegen.building.run import Run
from sitegen.building.store import key_of
from sitegen.building.trace import SeedTrace, Trace
from sitegen.config import Settings
from sitegen.disk import files_below, read_if_there, relative
from sitegen.errors import SitegenError
from sitegen.intake import is_seed, sidecar_of
from sitegen.intake.seeds import MAX_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """What lies in the seeds folder."""

    seeds: tuple[Seed, ...]
    """In order of path."""
    errors: tuple[SitegenError, ...]
    """Seeds that cannot be read."""
    warnings: tuple[SitegenError, ...]
    """Files that are no seeds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Harvest:
    """What the seeds gave."""

    fresh: Mapping[str, Fresh]
    """By slug."""
    folder_exists: bool
    """False: there is no seeds folder at all, which says nothing about any article."""
    files: frozenset[str]
    """Every seed there is, good or bad."""
    failed: frozenset[str]
    """Seeds that gave no digest; what an earlier build made of them stays."""
    traces: Mapping[str, SeedTrace]
    errors: tuple[SitegenError, ...]
    warnings: tuple[SitegenError, ...]
    reasons: tuple[Reason, ...]


def harvest(run: Run) -> Harvest:
    """A fresh digest of every seed: from the store where nothing it depends on has changed, else made now."""
    gathered = read_seeds(run)
    seeds, errors = gathered.seeds, gathered.errors
    answers = {seed.file: answer for seed in seeds if (answer := kept(run.store, seed)) is not None}
    missing = [seed for seed in seeds if seed.file not in answers]
    reasons = tuple(Reason(subject=seed.file, because=_because(seed, run.before)) for seed in missing)
    answers |= make_all(missing, run)
    fresh, failures = _one_per_slug(answers[seed.file] for seed in seeds)
    files = {seed.file for seed in seeds} | {error.path for error in errors if error.path}
    return Harvest(
        fresh=fresh,
        folder_exists=run.seeds.is_dir(),
        files=frozenset(files),
        failed=frozenset(files - {digest.file for digest in fresh.values()}),
        traces={seed.file: seed.trace() for seed in seeds},
        errors=(*errors, *failures),
        warnings=gathered.warnings,
        reasons=reasons,
    )


def read_seeds(run: Run) -> Gathered:
    """Read every seed and the facts beside it."""
    found = list(files_below(run.seeds, root=run.root))
    ordinary = {path for path in found if isinstance(path, Path)}
    errors = [path for path in found if isinstance(path, SitegenError)]
    settings = run.settings.for_digests()
    seeds: list[Seed] = []
    for path in sorted(filter(is_seed, ordinary)):
        sidecar = sidecar_of(path)
        try:
            seeds.append(
                Seed(
                    file=relative(path, run.root),
                    raw=_bytes(path, run.root),
                    sidecar=relative(sidecar, run.root),
                    facts=_bytes(sidecar, run.root) if sidecar in ordinary else None,
                    settings=settings,
                )
            )
        except SitegenError as error:
            errors.append(error)
    beside = {path.with_suffix(".yml") for path in ordinary if is_seed(path)}
    others = sorted(path for path in ordinary - beside if not is_seed(path))
    return Gathered(
        seeds=tuple(seeds),
        errors=tuple(errors),
        warnings=tuple(_no_seed(path, run.root) for path in others),
    )


def _bytes(path: Path, root: Path) -> bytes:
    file = relative(path, root)
    if path.stat().st_size > MAX_BYTES:
        raise SitegenError(
            f"is larger than {MAX_BYTES // 1_000_000} MB", path=file, hint="a seed is one article"
        )
    raw = read_if_there(path)
    if raw is None:
        raise SitegenError("vanished while it was to be read", path=file)
    return raw


def _no_seed(path: Path, root: Path) -> SitegenError:
    file = relative(path, root)
    if path.suffix in {".yml", ".yaml"}:
        return SitegenError("facts beside no seed", path=file, hint="name it like its seed, ending in .yml")
    return SitegenError("is no seed, and is not read", path=file, hint="a seed ends in .txt, .md or .html")


def _one_per_slug(
    answers: Iterable[Fresh | SitegenError],
) -> tuple[dict[str, Fresh], list[SitegenError]]:
    """The digests by slug, the first by path where two want the same; and everything that failed."""
    first: dict[str, Fresh] = {}
    failures: list[SitegenError] = []
    for answer in answers:
        if isinstance(answer, SitegenError):
            failures.append(answer)
            continue
        winner = first.setdefault(answer.slug, answer)
        if winner is not answer:
            failures.append(
                SitegenError(
                    f"has the same address, “{winner.slug}”, as {winner.file}, and is left out",
                    path=answer.file,
                    hint="rename one of them, or give it another slug: in the facts beside it",
                )
            )
    return first, failures


def _because(seed: Seed, before: Trace) -> Because:
    known = before.seeds.get(seed.file)
    now = seed.trace()
    if known is None:
        return Because.SEED_NEW
    if known.seed != now.seed:
        return Because.SEED_CHANGED
    if known.facts != now.facts:
        return Because.FACTS_CHANGED
    if before.digest_settings != settings_key(seed.settings):
        return Because.DIGEST_SETTINGS_CHANGED
    if before.program != fingerprint.program():
        return Because.PROGRAM_CHANGED
    return Because.NOT_KEPT


def settings_key(settings: Settings) -> str:
    """A short name for one choice of the settings that digests depend on."""
    return key_of("settings", repr(settings.for_digests()))
