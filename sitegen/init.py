"""Begin a project: the few files a site needs, each with words that explain it."""

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from sitegen import __version__
from sitegen.disk import write_atomic, writing
from sitegen.errors import UsageError

FILES = {
    "sitegen.yml": "sitegen.yml",
    "seeds/new-harbour-bridge.txt": "new-harbour-bridge.txt",
    "seeds/new-harbour-bridge.yml": "new-harbour-bridge.yml",
    ".github/workflows/pages.yml": "pages.yml",
    ".github/dependabot.yml": "dependabot.yml",
    ".gitignore": "gitignore",
    "requirements.txt": "requirements.txt",
}
"""Where each file of the scaffold goes. There, none is hidden, so that no packager passes it over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """What ``init`` did."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    """Files that were there already, and are as they were."""


def init(folder: Path) -> Begun:
    """Write the files of a new project into ``folder``; one that is there already is never overwritten.

    The example article is written only into a project that has no seeds yet.

    Raises:
        UsageError: a file cannot be written.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError("is a file", path=str(folder), hint="name a folder, new or not")
    seeds = folder / "seeds"
    with writing(folder):
        has_seeds = seeds.is_dir() and any(not path.name.startswith(".") for path in seeds.iterdir())
    written: list[str] = []
    kept: list[str] = []
    for target, source in FILES.items():
        path = folder / target
        if path.exists() or path.is_symlink():
            kept.append(target)
        elif not (has_seeds and target.startswith("seeds/")):
            write_atomic(path, scaffold(source))
            written.append(target)
    return Begun(written=tuple(written), kept=tuple(kept))


def scaffold(name: str) -> bytes:
    """The bytes of a file of the scaffold, with this version of sitegen filled in."""
    template = resources.files("sitegen").joinpath("scaffold", name).read_bytes()
    return template.replace(b"@VERSION@", __version__.encode("ascii"))
