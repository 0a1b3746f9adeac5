"""Reading and writing files so that a killed program or a full disk leaves no half-written one behind."""

import os
import secrets
from collections.abc import Iterator
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
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not tempfile: its files are readable by their owner alone, whatever the umask says.
        temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(6)}.tmp")
        try:
            with temporary.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def read_if_there(path: Path) -> bytes | None:
    """The bytes of a file; None when there is no such file.

    Raises:
        SitegenError: there is one, and it cannot be read.
    """
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise SitegenError(f"cannot be read: {error.strerror or error}", path=str(path)) from error


def inside(path: Path, root: Path) -> bool:
    """True when ``path``, every link in it followed, lies in the folder ``root``."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):  # links that point at each other
        return False


def files_below(folder: Path, *, root: Path) -> Iterator[Path | SitegenError]:
    """Every ordinary file below ``folder``, sorted by path; hidden files and folders are passed over.

    What may not be followed comes as an error in its place: a link that leads out of ``root``, a linked
    folder (it may lead in circles), a file name that is not Unicode.
    """
    if not folder.is_dir():
        return
    for path in sorted(folder.iterdir()):
        if path.name.startswith("."):
            continue
        refusal = _refusal(path, root)
        if refusal is not None:
            yield refusal
        elif path.is_dir():
            yield from files_below(path, root=root)
        elif path.is_file():
            yield path


def _refusal(path: Path, root: Path) -> SitegenError | None:
    shown = relative(path, root)
    try:
        shown.encode()
    except UnicodeEncodeError:
        readable = shown.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        return SitegenError("the file name is not Unicode text", path=readable, hint="rename the file")
    if path.is_symlink() and not inside(path, root):
        return SitegenError(
            "is a link that leads out of the project, and is not followed",
            path=shown,
            hint="copy the file into the project",
        )
    if path.is_symlink() and path.is_dir():
        return SitegenError(
            "is a linked folder, and is not followed",
            path=shown,
            hint="use a real folder, or link single files",
        )
    return None


def relative(path: Path, root: Path) -> str:
    """``path`` as messages and content files show it: from the project's folder, with forward slashes."""
    return path.relative_to(root).as_posix()
