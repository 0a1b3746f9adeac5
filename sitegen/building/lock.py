"""One build of a project at a time."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from sitegen.disk import writing
from sitegen.errors import UsageError


@contextmanager
def only_build(workspace: Path) -> Iterator[None]:
    """Hold the project's lock; the system takes it back when the process ends, however it ends.

    Raises:
        UsageError: another process holds it.
    """
    path = workspace / "lock"
    with writing(path):
        workspace.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b", buffering=0)
    with file:
        if not _taken(file):
            file.seek(0)
            holder = file.read(20).decode("ascii", "replace").strip() or "unknown"
            raise UsageError(
                f"another build of this project is running (process {holder})",
                path=str(path),
                hint="wait until it is done, or stop it",
            )
        file.truncate(0)
        file.write(b"%d\n" % os.getpid())
        yield


def _taken(file: IO[bytes]) -> bool:
    """Take the lock on ``file`` without waiting; False when somebody else has it."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on this system alone

            # Far behind the process number, which the one who is refused wants to read.
            file.seek(1 << 20)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - exists on these systems alone

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
