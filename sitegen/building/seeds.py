"""Stage one: seeds → fresh digests. What fails is reported for its seed alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

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
    failed: frozenset[str]
    """Paths of seeds that are there and cannot be read, and of folders nobody can look into."""
    errors: tuple[SitegenError, ...]
    """Why."""
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
    """Every seed that could be read."""
    failed: frozenset[str]
    """Seeds that gave no digest, and folders nobody can look into."""
    traces: Mapping[str, SeedTrace]
    errors: tuple[SitegenError, ...]
    warnings: tuple[SitegenError, ...]
    reasons: tuple[Reason, ...]

    def keeps(self, seed: str) -> bool:
        """True when ``seed`` may be there, but gave nothing: what an earlier build made of it stays."""
        above = (folder.as_posix() for folder in PurePosixPath(seed).parents)
        return seed in self.failed or not self.failed.isdisjoint(above)


def harvest(run: Run) -> Harvest:
    """A fresh digest of every seed: from the store where nothing it depends on has changed, else made now."""
    gathered = read_seeds(run)
    seeds, errors = gathered.seeds, gathered.errors
    answers = {seed.file: answer for seed in seeds if (answer := kept(run.store, seed)) is not None}
    missing = [seed for seed in seeds if seed.file not in answers]
    reasons = tuple(Reason(subject=seed.file, because=_because(seed, run.before)) for seed in missing)
    answers |= make_all(missing, run)
    fresh, failures = _one_per_slug(answers[seed.file] for seed in seeds)
    files = frozenset(seed.file for seed in seeds)
    return Harvest(
        fresh=fresh,
        folder_exists=run.seeds.is_dir(),
        files=files,
        failed=gathered.failed | (files - {digest.file for digest in fresh.values()}),
        traces={seed.file: seed.trace() for seed in seeds},
        errors=(*errors, *failures),
        warnings=gathered.warnings,
        reasons=reasons,
    )


def read_seeds(run: Run) -> Gathered:
    """Read every seed and the facts beside it."""
    found = {_name(each, run.root): each for each in _below(run)}
    errors = [each for each in found.values() if isinstance(each, SitegenError)]
    failed = {name for name, each in found.items() if isinstance(each, SitegenError)}
    ordinary = [each for each in found.values() if isinstance(each, Path)]
    settings = run.settings.for_digests()
    seeds: list[Seed] = []
    for path in filter(is_seed, ordinary):
        file, sidecar = relative(path, run.root), relative(sidecar_of(path), run.root)
        try:
            facts, raw = _facts(path, found, run.root), _bytes(path, run.root)
        except SitegenError as error:
            failed.add(file)
            if error not in errors:  # a sidecar that may not be read is among them, of whatever seed
                errors.append(error)
        else:
            seeds.append(Seed(file=file, raw=raw, sidecar=sidecar, facts=facts, settings=settings))
    known = {sidecar_of(path) for path in ordinary if is_seed(path)}
    known |= {run.root / error.path for error in errors if error.path}
    return Gathered(
        seeds=tuple(seeds),
        failed=frozenset(failed),
        errors=tuple(errors),
        warnings=tuple(
            _no_seed(path, run.root) for path in ordinary if not is_seed(path) and path not in known
        ),
    )


def _below(run: Run) -> Iterator[Path | SitegenError]:
    return files_below(
        run.seeds, root=run.root, is_file_name=lambda path: is_seed(path) or _holds_facts(path)
    )


def _name(found: Path | SitegenError, root: Path) -> str:
    return relative(found, root) if isinstance(found, Path) else found.path or ""


def _holds_facts(path: Path) -> bool:
    """True for the name of a sidecar, rightly written or not."""
    return path.suffix.casefold() in {".yml", ".yaml"}


def _facts(seed: Path, found: Mapping[str, Path | SitegenError], root: Path) -> bytes | None:
    """The bytes of the sidecar of ``seed``; None where there is none.

    Raises:
        SitegenError: there is one that may not be read. It may say that the seed is a draft, so it must not
            count as missing.
    """
    sidecar = sidecar_of(seed)
    match found.get(relative(sidecar, root)):
        case SitegenError() as refused:
            raise refused
        case Path():
            return _bytes(sidecar, root)
    stem = relative(seed.with_suffix(""), root)
    for ending in (".yaml", ".YML", ".YAML"):
        if f"{stem}{ending}" in found:
            raise SitegenError(
                "facts beside a seed end in .yml", path=f"{stem}{ending}", hint=f"rename it to {sidecar.name}"
            )
    return None


def _bytes(path: Path, root: Path) -> bytes:
    file = relative(path, root)
    raw = read_if_there(path, shown=file, most=MAX_BYTES)
    if raw is None:
        raise SitegenError("vanished while it was to be read", path=file)
    if len(raw) > MAX_BYTES:
        raise SitegenError(
            f"is larger than {MAX_BYTES // 1_000_000} MB", path=file, hint="a seed is one article"
        )
    return raw


def _no_seed(path: Path, root: Path) -> SitegenError:
    file = relative(path, root)
    if _holds_facts(path):
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
