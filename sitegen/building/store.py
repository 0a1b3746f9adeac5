"""A cache addressed by what its entries were made from; safe to delete at any time.

An entry is named by the hash of everything its value depends on, so an entry is never out of date: it is
there, or it is not. An entry that is damaged counts as not there. Only the parent process touches the store.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from sitegen.disk import writing


def key_of(stage: str, *parts: bytes | str) -> str:
    """The name of an entry: a hash of ``stage`` and ``parts``, where no two lists of parts run together."""
    digest = hashlib.sha256()
    for part in (stage, *parts):
        raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(raw))
        digest.update(raw)
    return digest.hexdigest()


class Store:
    """Small JSON records in a folder, each with a checksum of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self._frozen = False

    def freeze(self) -> None:
        """From now on write and delete nothing."""
        self._frozen = True

    def read(self, key: str) -> Mapping[str, object] | None:
        """The record named ``key``; None where there is none, or where it is damaged."""
        try:
            raw = self._path(key).read_bytes()
            checksum, _, body = raw.partition(b"\n")
            if checksum.decode("ascii") != hashlib.sha256(body).hexdigest():
                return None
            record = json.loads(body)
        except (OSError, ValueError):
            return None
        if not isinstance(record, dict):
            return None
        self._used.add(key)
        return record

    def holds(self, key: str) -> bool:
        """True when there is a record named ``key``, damaged or not; it is kept when others are deleted."""
        there = self._path(key).is_file()
        if there:
            self._used.add(key)
        return there

    def write(self, key: str, record: Mapping[str, object]) -> None:
        """Keep ``record`` (JSON values) under ``key``, unless the store is frozen.

        Raises:
            UsageError: the store's folder cannot be written to.
        """
        if self._frozen:
            return
        body = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode("ascii")
        path = self._path(key)
        temporary = path.with_name(f"{path.name}.{secrets.token_hex(6)}.tmp")
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            # No fsync: should the power fail, the checksum tells, and the entry is made again.
            temporary.write_bytes(hashlib.sha256(body).hexdigest().encode("ascii") + b"\n" + body)
            temporary.replace(path)
        self._used.add(key)

    def prune(self) -> int:
        """Delete every entry that was neither read nor written since the store was opened; how many."""
        gone = 0
        if self._frozen:
            return gone
        for folder, _, names in os.walk(self._folder):
            for name in names:
                if name.removesuffix(".json") not in self._used:
                    Path(folder, name).unlink(missing_ok=True)
                    gone += 1
        return gone

    def _path(self, key: str) -> Path:
        # Two levels, because folders with tens of thousands of files are slow on some systems.
        return self._folder / key[:2] / f"{key}.json"
