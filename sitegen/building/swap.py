"""Replace a folder as a whole: in one step where the system has one, else in two that can be taken back."""

import ctypes
import errno
import os
import secrets
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from sitegen.disk import writing
from sitegen.errors import SitegenError, UsageError

_LEFT = "left-"
"""How the name of a folder begins that could not be deleted, and was put out of the way."""


def recover(public: Path, workspace: Path) -> None:
    """Clear away what a killed build left: an unfinished tree, or a public folder put aside."""
    replaced = workspace / "replaced"
    with writing(public):
        if replaced.is_dir() and not public.exists():
            replaced.rename(public)
    clear(workspace)


def swap(
    stage: Path, public: Path, workspace: Path, *, exchange: Callable[[Path, Path], None] | None = None
) -> None:
    """Let ``stage`` and ``public`` change places in one step, so that ``public`` is there at every moment.

    Where the system has no such step, the old folder is put aside and the new one put in its place; should
    the program be killed between the two, ``recover`` puts the old one back.

    Args:
        stage: the new tree; afterwards the old one, or gone.
        public: the old tree; need not exist.
        workspace: where the old folder is put aside.
        exchange: the single step; None: this system's own.

    Raises:
        UsageError: the public folder is a mount point or on another file system.
    """
    if not public.exists():
        public.parent.mkdir(parents=True, exist_ok=True)
        stage.rename(public)
        return
    try:
        (exchange or exchange_folders)(stage, public)
    except OSError as error:
        if error.errno in {errno.EXDEV, errno.EBUSY}:
            raise UsageError(
                "the folder is a mount point or on another disk, and cannot be replaced as a whole",
                path=str(public),
                hint="name a folder inside the project under folders: public: in sitegen.yml",
            ) from error
        if error.errno not in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM}:
            raise
        public.rename(workspace / "replaced")
        stage.rename(public)


def exchange_folders(one: Path, other: Path) -> None:
    """Let two folders change places atomically (Linux, ``renameat2``).

    Raises:
        OSError: with ``ENOSYS`` where the system has no such call.
    """
    libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None
    if libc is None or not hasattr(libc, "renameat2"):
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS))
    here, exchange = -100, 2  # AT_FDCWD: paths as they are; RENAME_EXCHANGE
    if libc.renameat2(here, os.fsencode(one), here, os.fsencode(other), exchange) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))


def clear(workspace: Path) -> tuple[SitegenError, ...]:
    """Delete the trees in ``workspace`` that are no longer of use, and say which of them would not go.

    Somebody may have put a folder into the public one that only he can delete. It has been carried over by
    now, and must neither fail a build that is done nor stand in the way of the next.

    Raises:
        UsageError: a tree can neither be deleted nor be put out of the way.
    """
    warnings = []
    for tree in (workspace / "stage", workspace / "replaced", *sorted(workspace.glob(f"{_LEFT}*"))):
        try:
            _remove(tree)
        except OSError as error:
            with writing(tree):
                left = _put_aside(tree)
            warnings.append(
                SitegenError(
                    f"cannot be deleted: {error.strerror or error}", path=str(left), hint="delete it yourself"
                )
            )
    return tuple(warnings)


def _put_aside(tree: Path) -> Path:
    if tree.name.startswith(_LEFT):
        return tree
    return tree.rename(tree.with_name(f"{_LEFT}{secrets.token_hex(6)}"))


def _remove(path: Path) -> None:
    """Delete a file, a link or a folder with all that is in it; nothing there is fine."""
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.is_dir():
        try:
            shutil.rmtree(path)
        except PermissionError:
            _unlock(path)
            shutil.rmtree(path)


def _unlock(tree: Path) -> None:
    """Let us delete what is in the folders of ``tree``, not touching its files: they may have other names."""
    for folder, names, _ in os.walk(tree):
        for place in (Path(folder), *(Path(folder, name) for name in names)):
            if not place.is_symlink():
                with suppress(OSError):
                    place.chmod(stat.S_IRWXU)
