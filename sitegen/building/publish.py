"""Put a rendered site in place of the one before it: wholly old or wholly new, at every moment.

The new tree grows beside the public folder, inside the workspace, on the same file system. Files that did
not change are the very files of the present tree (hard links), so nothing is rewritten; then the two folders
change places in one step of the file system. The list of files that are ours travels inside the tree it
describes, so that the two cannot disagree, whenever the program is killed.
"""

import filecmp
import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from sitegen.archive import archive
from sitegen.building.manifest import INDEX, INDEX_MANIFEST, MANIFEST, Manifest, files_of_index, sizes
from sitegen.building.store import key_of
from sitegen.building.swap import clear, recover, swap
from sitegen.disk import writing
from sitegen.errors import SitegenError, UsageError

Content = bytes | Callable[[], Iterable[bytes]]
"""Of one file: its bytes, or what gives them in pieces, for a file that grows with the corpus."""

_PIECE = 1 << 20
"""Bytes of a file that are held at a time while it is packed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexing:
    """How the search index is made."""

    run: Callable[[Path], None]
    """Writes the index into the folder ``pagefind`` of a finished tree."""
    version: str
    """Of the program that makes it; another version makes another index."""
    covers: Callable[[str], bool]
    """True for the path of a page that is searched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """One file that holds every page, for who wants to read without a connection."""

    path: str
    """Where it stands in the tree."""
    folder: str
    """What its pages lie in once it is unpacked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a publication did to the public folder; everything empty: nothing was touched."""

    written: tuple[str, ...] = ()
    """Files that are new or whose bytes changed, in the order they were rendered."""
    removed: tuple[str, ...] = ()
    """Files of the build before that the site no longer has, sorted."""
    unchanged: int = 0
    """How many files stayed as they were."""
    indexed: bool = False
    """True when the search index was made anew, or taken away."""
    warnings: tuple[SitegenError, ...] = ()
    """What could not be cleared away afterwards."""

    @property
    def touched(self) -> bool:
        """True when the public folder was replaced."""
        return bool(self.written or self.removed or self.indexed)


def publish(
    pages: Iterable[tuple[str, Content]],
    public: Path,
    workspace: Path,
    *,
    indexing: Indexing | None = None,
    bundle: Bundle | None = None,
) -> Outcome:
    """Make ``public`` hold ``pages`` (path and content each), and whatever in it is not ours.

    Args:
        pages: paths are relative, with forward slashes; consumed one at a time.
        public: the folder to replace; it need not exist.
        workspace: a folder of ours on the same file system.
        indexing: makes the search index, and is asked to only when a page it covers changed; None: no index.
        bundle: all pages in one file, the search index left out; None: no such file.

    Raises:
        UsageError: the folder holds somebody else's files, or cannot be written. It is as it was before.
    """
    recover(public, workspace)
    stage = workspace / "stage"
    staging = _Staging(stage=stage, public=public, before=_manifest_before(public), indexing=indexing)
    with writing(public):
        try:
            stage.mkdir(parents=True)
            for path, content in pages:
                staging.add(path, content)
            if bundle is not None:
                staging.add(bundle.path, partial(archive, staging.packed(bundle.folder)))
            staging.add_index()
            staging.carry_over()
            outcome = staging.close()
            if outcome.touched or not public.is_dir():
                swap(stage, public, workspace)
        finally:
            left = clear(workspace)
    return replace(outcome, warnings=left)


def _manifest_before(public: Path) -> Manifest:
    """The manifest of the folder to replace; an empty one for a folder that is as good as empty."""
    if public.is_symlink():
        raise UsageError("the public folder is a link", path=str(public), hint="name the folder it leads to")
    if public.exists() and not public.is_dir():
        raise UsageError(
            "a file stands where the public folder should be", path=str(public), hint="move it away"
        )
    manifest = Manifest.read(public)
    if manifest is not None:
        return manifest
    strangers = sorted(path.name for path in public.glob("*") if not path.name.startswith("."))
    if strangers:
        raise UsageError(
            f"the folder holds files that sitegen did not write: {', '.join(strangers[:3])}"
            + (f" and {len(strangers) - 3} more" if len(strangers) > 3 else ""),
            path=str(public),
            hint="empty it, or name another folder under folders: public: in sitegen.yml",
        )
    return Manifest()


@dataclass(slots=True, kw_only=True)
class _Staging:
    """The tree that is growing, and what is known of its difference from the present one."""

    stage: Path
    public: Path
    before: Manifest
    indexing: Indexing | None
    files: dict[str, str] = field(default_factory=dict)
    """Every path written, under its spelling without case: some file systems cannot tell ``A`` from ``a``."""
    written: list[str] = field(default_factory=list)
    indexed_pages: list[str] = field(default_factory=list)
    """Path and checksum, in turn, of every page that the search index is made from."""
    search: str | None = None
    search_files: dict[str, int] = field(default_factory=dict)
    indexed: bool = False

    def add(self, path: str, content: Content) -> None:
        """Put one page into the stage: the present file where its bytes are the same, else a new one."""
        self._check(path)
        if not isinstance(content, bytes):
            self._add_long(path, content())
            return
        present = self.public / path
        if path in self.before.files and _holds(present, content):
            _link(present, self.stage / path)
        else:
            target = self.stage / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            self.written.append(path)
        if self.indexing and self.indexing.covers(path):
            self.indexed_pages += (path, hashlib.sha256(content).hexdigest())

    def _add_long(self, path: str, pieces: Iterable[bytes]) -> None:
        """The same for a file that is never held as a whole."""
        present, target = self.public / path, self.stage / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.writelines(pieces)
        if path in self.before.files and _same(present, target):
            target.unlink()
            _link(present, target)
        else:
            self.written.append(path)

    def packed(self, folder: str) -> Iterator[tuple[str, int, Iterable[bytes]]]:
        """Every file there is by now, by path, as an archive takes it: below ``folder``, size, content."""
        files = [(path, self.stage / path) for path in sorted(self.files.values())]
        return ((f"{folder}/{path}", file.stat().st_size, _pieces(file)) for path, file in files)

    def _check(self, path: str) -> None:
        parts = PurePosixPath(path).parts
        leaves = not parts or path.startswith("/") or ".." in parts or "\\" in path
        if leaves or parts[0] in {INDEX, MANIFEST}:
            raise UsageError(f"a page may not be written to {path!r}", hint="check the article's slug")
        twin = self.files.setdefault(path.casefold(), path)
        if twin != path or (self.stage / path).exists():
            raise UsageError(f"two pages want the same address: {twin} and {path}", hint="rename one article")
        self._check_place(path)

    def _check_place(self, path: str) -> None:
        if path not in self.before.ours and os.path.lexists(self.public / path):
            raise UsageError(
                "this file was not written by sitegen, and stands where one of its files would go",
                path=str(self.public / path),
                hint="move it away",
            )

    def add_index(self) -> None:
        """Give the stage its search index: the present one while the indexed pages are the same."""
        if self.indexing is None:
            self.indexed = self.before.search is not None
            return
        self.search = key_of("search", self.indexing.version, *self.indexed_pages)
        kept = self.before.search_files
        if kept and self.before.search == self.search and sizes(self.public, kept) == kept:
            for path in (*kept, INDEX_MANIFEST):
                _link(self.public / path, self.stage / path)
        else:
            self.indexing.run(self.stage)
            self.indexed = True
        self.search_files = sizes(self.stage, files_of_index(self.stage))
        for path in self.search_files:
            self._check_place(path)

    def carry_over(self) -> None:
        """Take along everything in the public folder that no build wrote: files, links, empty folders."""
        ours = self.before.ours
        if not self.public.is_dir():
            return
        for folder, names, files in os.walk(self.public, onerror=_stop):
            place = Path(folder).relative_to(self.public)
            linked = [name for name in names if Path(folder, name).is_symlink()]
            if not names and not files:
                (self.stage / place).mkdir(parents=True, exist_ok=True)
            for name in (*files, *linked):
                path = (place / name).as_posix()
                if path not in ours:
                    _link(Path(folder, name), self.stage / path)

    def close(self) -> Outcome:
        """Write the manifest into the stage, and say how the stage differs from the public folder."""
        ours = frozenset(self.files.values())
        Manifest(files=ours, search=self.search, search_files=self.search_files).write(self.stage)
        return Outcome(
            written=tuple(self.written),
            removed=tuple(sorted(self.before.files - ours)),
            unchanged=len(ours) - len(self.written),
            indexed=self.indexed,
        )


def _pieces(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _same(path: Path, other: Path) -> bool:
    """True when ``path`` is an ordinary file with the very bytes of ``other``."""
    try:
        return not path.is_symlink() and path.is_file() and filecmp.cmp(path, other, shallow=False)
    except OSError:
        return False


def _holds(path: Path, content: bytes) -> bool:
    """True when ``path`` is an ordinary file with these very bytes."""
    try:
        if path.is_symlink() or path.stat().st_size != len(content):
            return False
        return path.read_bytes() == content
    except OSError:
        return False


def _link(source: Path, target: Path) -> None:
    """Give the file (or link) ``source`` a second name; a copy with its times where that is not possible."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, target, follow_symlinks=False)


def _stop(error: OSError) -> None:
    """For ``os.walk``, which passes over a folder it cannot look into: what is in there would be lost."""
    raise error
