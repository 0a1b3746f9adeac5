"""One output file, and how pages address one another."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

OFFLINE_COPY = "offline.zip"
"""Where the whole site stands in one file, if the settings ask for that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One file of the finished site."""

    path: str
    """Where it goes, relative to the site's root, with forward slashes."""
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """One file that is too long to be held as a whole: it grows with the corpus."""

    path: str
    """As of a :class:`Page`."""
    pieces: Callable[[], Iterator[bytes]]
    """Makes it anew at each call, the same bytes."""

    @property
    def body(self) -> bytes:
        """All of it."""
        return b"".join(self.pieces())


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Writes the links of one page: ``links("speakers/index.html", "a")``."""

    prefix: str
    """What stands before a path from the root: ``../`` for each folder the page lies in, or an address."""

    @classmethod
    def of(cls, path: str) -> "Links":
        """Relative links for the page at ``path``: right under any address, and in a plain folder on disk."""
        return cls(prefix="../" * path.count("/"))

    def __call__(self, path: str, fragment: str = "") -> str:
        """The link to ``path`` (from the root, not yet percent-encoded), to the element ``fragment``."""
        return self.prefix + address(path) + (f"#{fragment}" if fragment else "")


def address(path: str) -> str:
    """A path as it stands in an address: percent-encoded, slashes kept."""
    return quote(path, safe="/", errors="replace")


def numbered(path: str, number: int) -> str:
    """The path of page ``number`` (from 1) of a long list whose first page is ``path``.

    ``speakers/x.html`` goes on at ``speakers/x/2.html``, and ``index.html`` at ``page/2.html``.
    """
    if number == 1:
        return path
    folder = "page" if path == "index.html" else path.removesuffix(".html")
    return f"{folder}/{number}.html"
