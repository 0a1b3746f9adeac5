"""Files → a ZIP archive, a piece at a time: the same files give the same bytes, whenever and wherever."""

import io
import zipfile
from collections.abc import Iterable, Iterator

_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest the format knows. When a file was written says when the site was built, and no more."""

_READABLE = 0o644 << 16


def archive(files: Iterable[tuple[str, int, Iterable[bytes]]]) -> Iterator[bytes]:
    """The archive of ``files``: path with forward slashes, size in bytes, and content in pieces.

    No more than a piece of one of them is held at a time.
    """
    sink = _Sink()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as into:
        for path, size, pieces in files:
            entry = zipfile.ZipInfo(path, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, whatever this system is
            entry.external_attr = _READABLE
            entry.file_size = size  # tells whether its header needs room for more than 2 GB
            with into.open(entry, "w") as written:
                for piece in pieces:
                    written.write(piece)
                    yield from sink.taken()
            yield from sink.taken()
    yield from sink.taken()


class _Sink(io.RawIOBase):
    """What the archive is written to: keeps what nobody has taken yet. It cannot go back, nor needs to."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, piece: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        self._pieces.append(bytes(piece))
        return len(piece)

    def taken(self) -> Iterator[bytes]:
        """What was written since the last time."""
        pieces, self._pieces = self._pieces, []
        yield from filter(None, pieces)
