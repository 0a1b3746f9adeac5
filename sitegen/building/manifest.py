"""What a build left in the public folder, written inside that folder: the two cannot disagree."""

import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.disk import read_if_there

MANIFEST = ".sitegen-manifest.json"
"""The list of the files a build wrote; hidden, so that a Pages artifact leaves it out."""
INDEX = "pagefind"
"""The folder of the search index. Two runs of Pagefind over the same pages write different filter files, so
it is reused while the indexed pages stay the same, and is not promised to be byte for byte the same."""
INDEX_MANIFEST = f"{INDEX}/{MANIFEST}"
"""The list of the index's files, apart from the other because it shares that fate."""

_UNKNOWN = -1
"""The size of a file of an index whose list is lost; no file has it, so the index is made anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What the build before left in the public folder."""

    files: frozenset[str] = frozenset()
    search: str | None = None
    """What the search index was made from; None: there is no index."""
    search_files: Mapping[str, int] = field(default_factory=dict)
    """Size of every file of the search index, by path in the public folder."""

    @classmethod
    def read(cls, public: Path) -> "Manifest | None":
        """The manifest in ``public``; None where there is none, or where it cannot be understood."""
        raw = read_if_there(public / MANIFEST)
        try:
            saved = json.loads(raw or b"null")
            search = saved["search"]
            return cls(
                files=frozenset(map(str, saved["files"])),
                search=search,
                search_files={} if search is None else _read_index(public),
            )
        except (ValueError, KeyError, TypeError):
            return None

    def write(self, public: Path) -> None:
        """Put the manifest into the tree it describes."""
        about = "Files that sitegen wrote here. Anything else in this folder is left alone."
        _dump(public / MANIFEST, {"about": about, "files": sorted(self.files), "search": self.search})
        index = public / INDEX_MANIFEST
        if self.search is not None and not index.exists():  # that of a reused index has come along with it
            _dump(index, dict(sorted(self.search_files.items())))

    @property
    def ours(self) -> frozenset[str]:
        """Every file that a build wrote."""
        return self.files | self.search_files.keys() | {MANIFEST, INDEX_MANIFEST}


def files_of_index(public: Path) -> Iterator[str]:
    """The path in ``public`` of every file in the folder of the search index, but of their list."""
    for folder, _, names in os.walk(public / INDEX):
        for name in names:
            path = Path(folder, name).relative_to(public).as_posix()
            if path != INDEX_MANIFEST:
                yield path


def sizes(folder: Path, paths: Iterable[str]) -> dict[str, int]:
    """Size of those of ``paths`` that are ordinary files in ``folder``."""
    found = {}
    for path in paths:
        with suppress(OSError):
            status = (folder / path).lstat()
            if stat.S_ISREG(status.st_mode):
                found[path] = status.st_size
    return found


def _read_index(public: Path) -> dict[str, int]:
    """Size of every file of the search index; all that is in its folder counts as ours without the list."""
    raw = read_if_there(public / INDEX_MANIFEST)
    try:
        return {str(path): int(size) for path, size in json.loads(raw or b"null").items()}
    except (ValueError, TypeError, AttributeError):
        return dict.fromkeys(files_of_index(public), _UNKNOWN)


def _dump(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(json.dumps(value, ensure_ascii=True, indent=1).encode("ascii") + b"\n")
