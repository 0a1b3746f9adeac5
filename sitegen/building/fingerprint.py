"""What a cached value depends on beside its input: our own code, the libraries, the theme."""

import hashlib
import platform
from collections.abc import Iterable
from functools import cache
from importlib import metadata
from pathlib import Path

from sitegen.building.store import key_of

_PACKAGE = Path(__file__).resolve().parent.parent
LIBRARIES = (
    "babel",
    "charset-normalizer",
    "feedparser",
    "ftfy",
    "htmldate",
    "icalendar",
    "jinja2",
    "lxml",
    "markdown-it-py",
    "numpy",
    "pagefind",
    "py3langid",
    "pyyaml",
    "rapidfuzz",
    "rcssmin",
    "trafilatura",
    "warcio",
    "yake",
    "yake-rust",
)
"""The libraries that decide what a digest or a page says."""


@cache
def program() -> str:
    """Hash of sitegen's own source and word lists, and of the versions of Python and the libraries."""
    ours = (path for ending in ("*.py", "*.yml") for path in _PACKAGE.rglob(ending))
    versions = (f"{name} {version(name)}" for name in LIBRARIES)
    return key_of("program", platform.python_version(), *versions, _of_files(ours, below=_PACKAGE))


def _of_files(paths: Iterable[Path], *, below: Path) -> str:
    """Hash of the names (from ``below``) and bytes of ``paths``, in whatever order they come."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        name = path.relative_to(below).as_posix()
        digest.update(key_of("file", name, path.read_bytes()).encode("ascii"))
    return digest.hexdigest()


def version(name: str) -> str:
    """The version of an installed library."""
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "unknown"
