"""Stage two: fresh digests meet the content files, and a person's work is never overwritten."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from sitegen import addresses
from sitegen.building import fingerprint
from sitegen.building.content_folder import decode, left_out, parse, read_folder, slips
from sitegen.building.digests import Fresh
from sitegen.building.origins import Origin
from sitegen.building.reasons import Because, Reason
from sitegen.building.report import ContentChanges
from sitegen.building.run import Run
from sitegen.building.seeds import Harvest
from sitegen.building.store import key_of
from sitegen.content_file import seal
from sitegen.content_file.seal import Ownership
from sitegen.disk import holds, read_if_there, relative, write_over, writing
from sitegen.errors import SitegenError
from sitegen.model import Digest
from sitegen.proof import other_excerpts, words_in_digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build needs to know of a content file when it need not render it."""

    seed: str | None
    """Path of the seed it was made from; None: written by hand."""
    item: str | None
    """Which article of that seed; None: the seed is one."""
    sha256: str | None
    """Checksum of that seed at the time."""
    quotations: int
    dates: int
    draft: bool
    hidden: bool
    withdrawn: bool
    aliases: Sequence[str]
    passages: int
    """How many excerpts it has beside the quotations."""
    words: str
    """Hash of its excerpts and their places: ``proof.words_in_digest``."""
    slips: Sequence[tuple[int, str, str]]
    """What a person should look at in it: line, message, hint."""

    @property
    def origin(self) -> Origin | None:
        """Where it comes from; None: written by hand."""
        return None if self.seed is None else Origin(file=self.seed, item=self.item)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentFile:
    """A content file that can be read."""

    file: str
    """Path from the project's folder."""
    slug: str
    raw: bytes
    summary: Summary
    parsed: Digest | None
    """None: not parsed in this run; ``digest`` does it."""

    def digest(self) -> Digest:
        """What the file says."""
        return self.parsed or parse(self.raw, file=self.file, slug=self.slug)


@dataclass(slots=True, kw_only=True)
class Stock:
    """The content folder, as it is now, and what was done to it."""

    files: dict[str, ContentFile] = field(default_factory=dict)
    """Every file that can be published, by slug."""
    changes: dict[str, list[str]] = field(default_factory=dict)
    errors: list[SitegenError] = field(default_factory=list)
    warnings: list[SitegenError] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    def note(self, kind: str, file: str) -> None:
        """Count ``file`` among the ``kind`` (a field of ``ContentChanges``)."""
        self.changes.setdefault(kind, []).append(file)

    def summary_of_changes(self) -> ContentChanges:
        """Which files were new, changed, kept, edited, removed."""
        return ContentChanges(**{kind: tuple(sorted(files)) for kind, files in self.changes.items()})


def reconcile(run: Run, harvest: Harvest) -> Stock:
    """Bring the content folder up to date with the fresh digests, and read all of it.

    Raises:
        UsageError: the folder cannot be written to.
    """
    shelf, taken = _open_shelf(run)
    for slug in sorted(harvest.fresh.keys() - taken):
        shelf.settle(slug, harvest.fresh[slug])
    for slug in sorted(shelf.present.keys() - harvest.fresh.keys()):
        shelf.settle_orphan(slug, harvest)
    shelf.read_all()
    return shelf.stock


def survey(run: Run, harvest: Harvest) -> tuple[Stock, dict[str, Ownership]]:
    """Read the content folder and change nothing: its files, and the state of each, by slug.

    A seed without a content file is there as well, as missing.
    """
    shelf, taken = _open_shelf(run)
    slugs = sorted((harvest.fresh.keys() - taken) | shelf.present.keys())
    fresh = {slug: made.markdown for slug, made in harvest.fresh.items()}
    states = {slug: shelf.ownership(slug, fresh.get(slug)) for slug in slugs}
    shelf.read_all()
    return shelf.stock, states


def _open_shelf(run: Run) -> "tuple[_Shelf, set[str]]":
    """The content folder as it is, and the slugs of files that may be neither read nor written."""
    folder = read_folder(run.content, run.root)
    stock = Stock(errors=list(folder.errors), warnings=list(folder.warnings))
    return _Shelf(run=run, stock=stock, present=dict(folder.present)), set(folder.taken)


@dataclass(slots=True, kw_only=True)
class _Shelf:
    """The content folder while it is being put in order."""

    run: Run
    stock: Stock
    present: dict[str, bytes]
    """What is on the disk, by slug; kept in step with it."""
    parsed: dict[str, Digest] = field(default_factory=dict)

    def settle(self, slug: str, fresh: Fresh) -> None:
        """Write, rewrite or leave the content file of a seed."""
        match self.ownership(slug, fresh.markdown):
            case Ownership.MISSING:
                self.write(slug, fresh, "new", Because.CONTENT_MISSING)
            case Ownership.STALE:
                self.write(slug, fresh, "changed", Because.CONTENT_STALE)
            case Ownership.PRISTINE:
                self.stock.note("kept", self.file(slug))
            case Ownership.EDITED | Ownership.HANDWRITTEN:
                self.stock.note("edited", self.file(slug))
                self.compare_seed(slug, fresh)

    def settle_orphan(self, slug: str, harvest: Harvest) -> None:
        """Remove or leave a content file that no seed of today gives."""
        if slug not in self.present:
            return  # deleted while the build ran
        summary = self.summary(slug)
        origin = None if isinstance(summary, SitegenError) else summary.origin
        if origin is None:
            self.stock.note("edited", self.file(slug))
        elif harvest.keeps(origin) or not harvest.folder_exists:
            self.stock.note("kept", self.file(slug))
        elif self.ownership(slug, None) in {Ownership.EDITED, Ownership.HANDWRITTEN}:
            self.stock.note("edited", self.file(slug))
            gives_another = origin in harvest.origins
            self.warn(
                slug,
                f"its seed {origin} " + ("now has another address" if gives_another else "is gone"),
                "delete this file if it should go too, or delete its source: to keep it as your own",
            )
        elif holds(self.path(slug), self.present[slug]):
            self.remove(slug, Because.SEED_MOVED if origin in harvest.origins else Because.SEED_GONE)
        elif self.look_again(slug):
            self.settle_orphan(slug, harvest)

    def compare_seed(self, slug: str, fresh: Fresh) -> None:
        """Warn where a seed has changed under a file that a person edited."""
        summary = self.summary(slug)
        if isinstance(summary, SitegenError) or summary.sha256 in {None, fresh.seed}:
            return
        self.warn(
            slug,
            f"was edited, and its seed {fresh.origin} has changed since",
            f"bring it up to date and give it the seed's new sha256, {fresh.seed}, "
            "or delete it to have it made anew",
        )

    def ownership(self, slug: str, fresh: str | None) -> Ownership:
        """Whose the content file is; one that is not even text is a person's."""
        raw = self.present.get(slug)
        try:
            return seal.state(None if raw is None else decode(raw, self.file(slug)), fresh)
        except SitegenError:
            return Ownership.EDITED

    def write(self, slug: str, fresh: Fresh, kind: str, because: Because) -> None:
        raw = fresh.markdown.encode()
        if write_over(self.path(slug), raw, before=self.present.get(slug)):
            self.present[slug] = raw
            self.stock.note(kind, self.file(slug))
            self.stock.reasons.append(Reason(subject=self.file(slug), because=because))
        elif self.look_again(slug):
            self.settle(slug, fresh)

    def remove(self, slug: str, because: Because) -> None:
        with writing(self.path(slug)):
            self.path(slug).unlink()
        del self.present[slug]
        self.stock.note("removed", self.file(slug))
        self.stock.reasons.append(Reason(subject=self.file(slug), because=because))

    def look_again(self, slug: str) -> bool:
        """Read a file that somebody saved, or deleted, while the build ran; False: it cannot be read now."""
        self.present.pop(slug, None)
        self.parsed.pop(slug, None)
        try:
            raw = read_if_there(self.path(slug), shown=self.file(slug))
        except SitegenError as error:
            self.stock.errors.append(error)
            return False
        if raw is not None:
            self.present[slug] = raw
        return True

    def warn(self, slug: str, message: str, hint: str, line: int | None = None) -> None:
        self.stock.warnings.append(SitegenError(message, path=self.file(slug), line=line, hint=hint))

    def path(self, slug: str) -> Path:
        return self.run.content / f"{slug}.md"

    def file(self, slug: str) -> str:
        return relative(self.path(slug), self.run.root)

    def read_all(self) -> None:
        """Read every file on the shelf; what cannot be read is reported and left out."""
        with self.run.progress("Content", len(self.present)) as advance:
            for slug in sorted(self.present):
                summary = self.summary(slug)
                if isinstance(summary, SitegenError):
                    self.stock.errors.append(left_out(summary))
                else:
                    self.stock.files[slug] = ContentFile(
                        file=self.file(slug),
                        slug=slug,
                        raw=self.present[slug],
                        summary=summary,
                        parsed=self.parsed.get(slug),
                    )
                    for line, message, hint in summary.slips:
                        self.warn(slug, message, hint, line)
                advance(1)
        self.stock.errors += _clashes(self.stock.files.values())

    def summary(self, slug: str) -> Summary | SitegenError:
        """What the file says in short: from the store, or by parsing it."""
        raw, file = self.present[slug], self.file(slug)
        key = key_of("content", file, raw, fingerprint.program())
        kept = self.run.store.read(key)
        if kept is not None:
            return Summary(**cast("dict[str, Any]", kept))  # the key holds our own source: we wrote it
        try:
            digest = parse(raw, file=file, slug=slug)
        except SitegenError as error:
            return error
        self.parsed[slug] = digest
        summary = _summarise(digest, slips(raw, file=file) if digest.edited else ())
        self.run.store.write(key, {name: getattr(summary, name) for name in Summary.__slots__})
        return summary


def _summarise(digest: Digest, slips: Iterable[SitegenError]) -> Summary:
    withdrawn = digest.facts.withdrawn is not None
    return Summary(
        seed=digest.source.file if digest.source else None,
        item=digest.source.item if digest.source else None,
        sha256=digest.source.sha256 if digest.source else None,
        quotations=0 if withdrawn else len(digest.quotations),
        dates=0 if withdrawn else len(digest.timeline),
        draft=digest.facts.draft,
        hidden=digest.facts.hidden,
        withdrawn=withdrawn,
        aliases=digest.facts.aliases,
        passages=sum(1 for _ in other_excerpts(digest)),
        words=words_in_digest(digest),
        slips=tuple((each.line or 1, each.message, each.hint or "") for each in slips),
    )


def _clashes(files: Iterable[ContentFile]) -> Iterator[SitegenError]:
    """The aliases that cannot lead to their article. Hidden files have no address; drafts will have one."""
    shown = sorted((each for each in files if not each.summary.hidden), key=lambda each: each.summary.draft)
    by_slug = {each.slug: each.file for each in shown}
    for clash in addresses.settle((each.slug, each.summary.aliases) for each in shown)[1]:
        own = clash.other == clash.slug
        other = "this file" if own else by_slug[clash.other]
        yield SitegenError(
            f"aliases: “{clash.alias}” is "
            + (f"the address of {other}" if clash.is_page else f"an alias of {other}, too"),
            path=by_slug[clash.slug],
            hint="take it out of the aliases" if own else "take it out of one of the two",
        )
