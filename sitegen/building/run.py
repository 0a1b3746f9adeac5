"""What every stage of one build is given."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.building.report import Options, Progress
from sitegen.building.store import Store
from sitegen.building.trace import Trace
from sitegen.config import Settings
from sitegen.engine import cores


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One build of one project."""

    root: Path
    """The project's folder."""
    settings: Settings
    options: Options
    store: Store
    before: Trace
    """Of the build before; an empty one where there was none."""
    progress: Progress

    @property
    def workspace(self) -> Path:
        """Where the cache, the trace and the lock are."""
        return workspace_of(self.root)

    @property
    def seeds(self) -> Path:
        """The folder of the seeds; need not exist."""
        return self.root / self.settings.folders.seeds

    @property
    def content(self) -> Path:
        """The folder of the content files; need not exist."""
        return self.root / self.settings.folders.content

    @property
    def public(self) -> Path:
        """The folder of the finished site; need not exist."""
        return self.root / self.settings.folders.public

    @property
    def jobs(self) -> int:
        """How many processes make digests."""
        return self.options.jobs or cores()


def workspace_of(root: Path) -> Path:
    """Where a project's cache, trace and lock are; all of it can be deleted while no build runs."""
    return root / ".sitegen"
