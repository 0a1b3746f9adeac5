"""What the build before depended on and what it left: enough to know if there is anything to do, and why.

A trace never decides what a page says; without one, everything is compared and the outcome is the same.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sitegen.disk import read_if_there, write_atomic
from sitegen.errors import SitegenError

NAME = "trace.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedTrace:
    """What one digest was made from; hashes."""

    seed: str
    facts: str
    """Of the sidecar's bytes; empty: there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTrace:
    """What the pages were made from."""

    content: Mapping[str, str]
    """Hash of each published content file's bytes, by path."""
    sources: Mapping[str, str]
    """By path of a content file, where there is anything to tell: how it stands to its source, and a name for
    what the source's text, if it is shown whole, was made from."""
    settings: str
    theme: str
    program: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One finished build."""

    seeds: Mapping[str, SeedTrace] = field(default_factory=dict)
    """By path of the seed; of a collection, by its items too (``seeds/wire.jsonl#1042``)."""
    digest_settings: str = ""
    program: str = ""
    site: SiteTrace | None = None
    public: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Size and modification time (nanoseconds) of every file of the public folder, by path in it."""


def read(workspace: Path) -> Trace | None:
    """The trace of the build before; None where there is none that can be understood."""
    try:
        saved = json.loads(read_if_there(workspace / NAME) or b"null")
        site = saved["site"]
        return Trace(
            seeds={file: SeedTrace(**parts) for file, parts in saved["seeds"].items()},
            digest_settings=saved["digest_settings"],
            program=saved["program"],
            site=SiteTrace(**site) if site else None,
            public={path: (int(size), int(time)) for path, (size, time) in saved["public"].items()},
        )
    except (SitegenError, ValueError, KeyError, TypeError, AttributeError):
        return None


def write(workspace: Path, trace: Trace) -> None:
    """Keep ``trace`` for the build to come.

    Raises:
        UsageError: the workspace cannot be written to.
    """
    write_atomic(workspace / NAME, json.dumps(asdict(trace), ensure_ascii=True).encode("ascii"))


def stamps(public: Path) -> dict[str, tuple[int, int]]:
    """Size and modification time of every file below ``public``, by path in it."""
    found: dict[str, tuple[int, int]] = {}
    for folder, _, names in os.walk(public):
        for name in names:
            path = Path(folder, name)
            with suppress(OSError):  # somebody else's folder, or a file just deleted
                status = path.lstat()
                found[path.relative_to(public).as_posix()] = (status.st_size, status.st_mtime_ns)
    return found
