"""A small project in a temporary folder, and what a test asks of it."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sitegen.building import Options, Report, build

REPOSITORY = Path(__file__).resolve().parent.parent

HARBOUR = """Ostrin opens its harbour bridge

“It stands,” said Anselm Korvath, the mayor of Ostrin, on Oct. 6.

The old ferry stopped on Sept. 30.
"""
FERRY = """Last ferry leaves Ostrin

“I shall miss the fog,” said Dunja Reyle, the captain, on Sept. 30.
"""
COUNCIL = """Council of Ostrin votes for trams

Nine members voted for it. “Trams are patient,” said Anselm Korvath.
"""


@dataclass(frozen=True)
class Project:
    root: Path

    @property
    def public(self) -> Path:
        return self.root / "public"

    def write(self, path: str, content: str | bytes) -> Path:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = self.read(path)
        assert old in text
        self.write(path, text.replace(old, new))

    def build(self, **options: object) -> Report:
        return build(self.root, Options(**{"search": False, "jobs": 1, **options}))  # type: ignore[arg-type]

    def tree(self, folder: str) -> dict[str, bytes]:
        """Every file below ``folder`` but the search index, which is not promised to be the same."""
        top = self.root / folder
        return {
            path.relative_to(top).as_posix(): path.read_bytes()
            for path in sorted(top.rglob("*"))
            if path.is_file() and "pagefind" not in path.parts
        }

    def stamps(self, folder: str) -> dict[str, tuple[int, int]]:
        top = self.root / folder
        paths = [top, *top.rglob("*")]
        return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in paths}


def project(root: Path, seeds: Mapping[str, str | bytes]) -> Project:
    made = Project(root)
    made.write("sitegen.yml", "site:\n  title: Ostrin in brief\n")
    for name, text in seeds.items():
        made.write(f"seeds/{name}", text)
    return made


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "sitegen", *map(str, arguments)]


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def run(*arguments: str | Path, **kwargs: object) -> subprocess.CompletedProcess[str]:
    """Run the real command line in a process of its own."""
    return subprocess.run(
        command(*arguments),
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        **kwargs,  # type: ignore[call-overload]
    )
