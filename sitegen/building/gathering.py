"""What lies in the seeds folder: every article that can be made, every file that cannot be read, and why.

Of a collection only hashes are kept: its items are read a second time when their digests are to be made, so
that a file of some hundred megabytes is never in memory as a whole.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path, PurePosixPath

from sitegen import intake
from sitegen.building import condensing
from sitegen.building.digests import Seed, bug
from sitegen.building.origins import Origin
from sitegen.building.run import Run
from sitegen.building.trace import SeedTrace
from sitegen.config import SETTINGS_FILE, Settings
from sitegen.disk import files_below, read_if_there, relative, unreadable
from sitegen.errors import SitegenError
from sitegen.intake.collections import SUFFIXES, Caution, Flaw, Form, Found, Item
from sitegen.intake.seeds import MAX_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An article that can be made, without what it is made from."""

    origin: Origin
    line: int | None
    """Where it begins in its file."""
    key: str
    """Of its digest, in the store."""
    trace: SeedTrace
    whole: Seed | None
    """A seed that is a file of its own; None: an item, to be read again."""
    is_page: bool = False
    """True: a page of an archive, which may well hold no article."""


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What lies in the seeds folder."""

    plans: list[Plan] = field(default_factory=list)
    """In order of path, and of place in a collection."""
    failed: set[Origin] = field(default_factory=set)
    """Articles that are there and cannot be read."""
    shut: set[str] = field(default_factory=set)
    """Paths of files and folders of which nobody can tell what is in them, or what all of it is."""
    errors: list[SitegenError] = field(default_factory=list)
    """Why."""
    warnings: list[SitegenError] = field(default_factory=list)
    """Files that are no seeds, and what else a person should look at."""


def read_seeds(run: Run) -> Gathered:
    """Read every seed and the facts beside it."""
    found = {_name(each, run.root): each for each in _below(run)}
    ordinary = [each for each in found.values() if isinstance(each, Path)]
    seeds = [path for path in ordinary if intake.is_seed(path)]
    gathered = Gathered()
    for name, each in found.items():
        if isinstance(each, SitegenError):
            gathered.errors.append(each)
            gathered.shut.add(name)
    for path in seeds:
        try:
            _gather(path, _facts(path, found, run.root), run, gathered)
        except SitegenError as error:
            gathered.shut.add(relative(path, run.root))
            if error not in gathered.errors:  # a sidecar that may not be read is among them, of whatever seed
                gathered.errors.append(error)
    known = {intake.sidecar_of(path) for path in seeds} | set(seeds)
    known |= {run.root / error.path for error in gathered.errors if error.path}
    gathered.warnings += [_no_seed(path, run.root) for path in ordinary if path not in known]
    gathered.warnings += _fitting_nothing(run.settings, found)
    return gathered


def load(run: Run, plans: Iterable[Plan]) -> Iterator[Seed]:
    """What the ``plans``, in their order, are to be made from.

    A collection is read again. An item that has changed meanwhile comes as it is now; one that is gone, or
    can no longer be read, does not come.
    """
    for file, of_file in groupby(plans, key=lambda plan: plan.origin.file):
        wanted = {plan.origin: plan for plan in of_file}
        whole = [plan.whole for plan in wanted.values() if plan.whole]
        yield from whole or _load_items(run.root / file, run, wanted)


def _gather(path: Path, facts: bytes | None, run: Run, gathered: Gathered) -> None:
    """Add what one file holds.

    Raises:
        SitegenError: it cannot be read at all.
    """
    file, settings = relative(path, run.root), run.settings.for_digests()
    sidecar = relative(intake.sidecar_of(path), run.root)
    if not intake.is_collection(path):
        raw = _bytes(path, run.root)
        seed = Seed(file=file, matter=raw, sidecar=sidecar, facts=facts, settings=settings)
        gathered.plans.append(_plan(seed))
        return
    beside = intake.parse_sidecar(facts or b"", path=sidecar, of_many=True)  # once, not for each article
    cautions: list[Caution] = []
    errors: list[SitegenError] = []
    sound: set[Origin] = set()
    failed: set[Origin] = set()
    for found in _found(path, run, beside.language):
        match found:
            case Item():
                seed = Seed(file=file, matter=found, sidecar=sidecar, facts=facts, settings=settings)
                gathered.plans.append(_plan(seed))
                sound.add(seed.origin)
            case Flaw():
                (errors if found.grave else gathered.warnings).append(found.error)
                if found.name is None:
                    gathered.shut.add(file)
                else:
                    failed.add(Origin(file=file, item=found.name))
            case Caution():
                cautions.append(found)
    gathered.failed |= failed - sound  # a second row of a name spoils nothing of the first
    gathered.errors += condensing.of_errors(errors)
    gathered.warnings += condensing.of_cautions(cautions, file)


def _plan(seed: Seed) -> Plan:
    matter = seed.matter
    is_item = isinstance(matter, Item)
    return Plan(
        origin=seed.origin,
        line=matter.line if isinstance(matter, Item) else None,
        key=seed.key(),
        trace=seed.trace(),
        whole=None if is_item else seed,
        is_page=isinstance(matter, Item) and matter.form is Form.PAGE,
    )


def _load_items(path: Path, run: Run, wanted: Mapping[Origin, Plan]) -> Iterator[Seed]:
    file, settings = relative(path, run.root), run.settings.for_digests()
    sidecar = intake.sidecar_of(path)
    try:
        facts = read_if_there(sidecar)
        name = relative(sidecar, run.root)
        beside = intake.parse_sidecar(facts or b"", path=name, of_many=True)
        for found in _found(path, run, beside.language):
            if isinstance(found, Item) and Origin(file=file, item=found.name) in wanted:
                yield Seed(file=file, matter=found, sidecar=name, facts=facts, settings=settings)
    except SitegenError:
        return  # whoever asked misses them, and says so


def _found(path: Path, run: Run, language: str | None) -> Iterator[Found]:
    """What a collection holds, every item with an address; ``language``: of the facts beside it.

    Raises:
        SitegenError: it cannot be opened.
    """
    file = relative(path, run.root)
    below = PurePosixPath(file).relative_to(run.settings.folders.seeds)
    stem = below.with_name(intake.bare_name(below.name)).as_posix()
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(file, error) from error
    with closing(stream):
        try:
            columns = _columns(run.settings, below)
            for found in intake.read_collection(stream, file=file, columns=columns, language=language):
                yield _addressed(found, stem) if isinstance(found, Item) else found
        except OSError as error:
            yield Flaw(error=unreadable(file, error), name=None)
        except Exception as error:  # noqa: BLE001 - whatever a library makes of one file, the others are published
            yield Flaw(error=bug(error, file), name=None)


def _addressed(item: Item, stem: str) -> Item:
    if item.facts.slug is not None:
        return item
    return dataclasses.replace(item, facts=dataclasses.replace(item.facts, slug=intake.address(stem, item)))


def _columns(settings: Settings, below: PurePosixPath) -> intake.Columns:
    """The columns of the collection ``below`` the seeds folder."""
    own = next((each.columns for each in settings.inputs.files if below.match(each.file)), {})
    return intake.usual_columns({**settings.inputs.columns, **own})


def _fitting_nothing(settings: Settings, names: Iterable[str]) -> Iterator[SitegenError]:
    """The patterns of ``sitegen.yml`` that no collection among ``names``, paths from the root, is read by."""
    folder = settings.folders.seeds
    paths = [PurePosixPath(name) for name in names if intake.is_collection(Path(name))]
    below = [path.relative_to(folder) for path in paths if path.is_relative_to(folder)]
    for each in settings.inputs.files:
        if not any(path.match(each.file) for path in below):
            says = f"inputs: files: “{each.file[:120]}” fits no file of many articles in {folder}/"
            hint = f"write its path below {folder}/, such as wire/2031.csv or wire/*.csv"
            yield SitegenError(says, path=SETTINGS_FILE, hint=hint)


def _below(run: Run) -> Iterator[Path | SitegenError]:
    return files_below(
        run.seeds, root=run.root, is_file_name=lambda path: intake.is_seed(path) or _holds_facts(path)
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
    sidecar = intake.sidecar_of(seed)
    match found.get(relative(sidecar, root)):
        case SitegenError() as refused:
            raise refused
        case Path():
            return _bytes(sidecar, root)
    stem = relative(sidecar.with_suffix(""), root)
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
    if path.suffix.casefold() in {".gz", ".zip", ".bz2", ".xz", ".zst"}:
        return SitegenError("is no seed, and is not read", path=file, hint="unpack it")
    endings = " ".join((*intake.ONE_ARTICLE, *SUFFIXES))
    hint = _INSTEAD.get(path.suffix.casefold(), f"a seed ends in {endings}")
    return SitegenError("is no seed, and is not read", path=file, hint=hint)


_EXPORT = "export the sheet as CSV, in a file that ends in .csv"
_INSTEAD: Mapping[str, str] = {
    ".json": "write one JSON object a line, in a file that ends in .jsonl",
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".numbers"), _EXPORT),
}
"""What to do about a file of another format, by its ending."""
