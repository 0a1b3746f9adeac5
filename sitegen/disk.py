"""Reading and writing files so that a killed program or a full disk leaves no half-written one behind."""

import os
import secrets
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.errors import SitegenError, UsageError


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn an ``OSError`` of the enclosed lines into a ``UsageError`` that names ``path``."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"cannot write here: {error.strerror or error}",
            path=str(error.filename or path),
            hint="check that the folder exists, may be written to, and that the disk is not full",
        ) from error


def write_atomic(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``: whoever reads the file sees the old bytes or the new, never a part.

    Raises:
        UsageError: the file cannot be written.
    """
    with writing(path), _beside(path, content) as temporary:
        temporary.replace(path)


def write_over(path: Path, content: bytes, *, before: bytes | None) -> bool:
    """Like ``write_atomic``, but only while the file still holds the bytes ``before``.

    Args:
        path: the file.
        content: its new bytes.
        before: what the caller read there some time ago; None: there was no file.

    Returns:
        False where it holds something else by now, or cannot be read; nothing is written then.

    Raises:
        UsageError: the file cannot be written.
    """
    with writing(path), _beside(path, content) as temporary:
        if not holds(path, before):  # as late as can be: all that is slow is done
            return False
        temporary.replace(path)
    return True


def holds(path: Path, content: bytes | None) -> bool:
    """True when ``path`` can be read and has these very bytes; with None, when there is no such file."""
    try:
        return read_if_there(path) == content
    except SitegenError:
        return False


@contextmanager
def _beside(path: Path, content: bytes) -> Iterator[Path]:
    """A finished file with ``content`` in the folder of ``path``, gone afterwards unless it was renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not tempfile: its files are readable by their owner alone, whatever the umask says.
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        yield temporary
    finally:
        temporary.unlink(missing_ok=True)


def read_if_there(path: Path, *, shown: str | None = None, most: int = -1) -> bytes | None:
    """The bytes of a file; None when there is no such file.

    Args:
        path: the file.
        shown: what messages call it; None: ``path`` as it stands.
        most: where the file is longer than so many bytes, one more than those is read; -1: all of it.

    Raises:
        SitegenError: there is one, and it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most + 1 if most >= 0 else -1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise unreadable(shown or str(path), error) from error


def inside(path: Path, root: Path) -> bool:
    """True when ``path``, every link in it followed, lies in the folder ``root``."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links that point at each other
        return False


def files_below(
    folder: Path, *, root: Path, is_file_name: Callable[[Path], bool]
) -> Iterator[Path | SitegenError]:
    """Every ordinary file below ``folder``, sorted by path; hidden files and folders are passed over.

    What may not be followed, or cannot be read, comes as an error in its place, with its path from ``root``:
    a link that leads out of ``root`` or nowhere, a linked folder (it may lead in circles), a folder that
    cannot be listed, a file name that is not Unicode, anything that is neither file nor folder.

    Args:
        folder: where to look; need not exist.
        root: the project's folder.
        is_file_name: true for a path that has to be a file; a folder of such a name is an error.
    """
    if not folder.is_dir():
        return
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        yield unreadable(relative(folder, root), error)
        return
    for path in paths:
        if path.name.startswith("."):
            continue
        refusal = _refusal(path, root, is_file_name)
        if refusal is not None:
            yield refusal
        elif path.is_dir():
            yield from files_below(path, root=root, is_file_name=is_file_name)
        elif path.is_file():
            yield path


def _refusal(path: Path, root: Path, is_file_name: Callable[[Path], bool]) -> SitegenError | None:
    """Why ``path`` is neither read nor entered; None when it may be, or has vanished meanwhile."""
    shown = relative(path, root)
    try:
        shown.encode()
    except UnicodeEncodeError:
        readable = shown.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return SitegenError("the file name is not Unicode text", path=readable, hint="rename the file")
    try:
        if path.is_symlink():
            return _refused_link(path, root, shown)
        mode = path.stat().st_mode
    except FileNotFoundError:
        return None
    except OSError as error:
        return unreadable(shown, error)
    return _refused_kind(path, mode, shown, is_file_name)


def _refused_link(path: Path, root: Path, shown: str) -> SitegenError | None:
    if not inside(path, root):
        return SitegenError(
            "is a link that leads out of the project, and is not followed",
            path=shown,
            hint="copy the file into the project",
        )
    if not path.exists():
        return SitegenError(
            "is a link that leads nowhere", path=shown, hint="let it lead to a file, or remove it"
        )
    if path.is_dir():
        return SitegenError(
            "is a linked folder, and is not followed",
            path=shown,
            hint="use a real folder, or link single files",
        )
    return _refused_kind(path, path.stat().st_mode, shown, lambda _: False)


def _refused_kind(
    path: Path, mode: int, shown: str, is_file_name: Callable[[Path], bool]
) -> SitegenError | None:
    if stat.S_ISDIR(mode):
        if is_file_name(path):
            return SitegenError(
                "is a folder with the name of a file, and is not read", path=shown, hint="rename the folder"
            )
        return None
    if not stat.S_ISREG(mode):
        return SitegenError(
            "is neither a file nor a folder, and is not read", path=shown, hint="move it away"
        )
    return None


def unreadable(shown: str, error: OSError) -> SitegenError:
    """The error for a file or folder that is there and cannot be read; ``shown`` is its path for messages."""
    return SitegenError(
        f"cannot be read: {error.strerror or error}", path=shown, hint="check its permissions"
    )


def relative(path: Path, root: Path) -> str:
    """``path`` as messages and content files show it: from the project's folder, with forward slashes."""
    return path.relative_to(root).as_posix()
