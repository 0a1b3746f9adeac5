"""Who owns a content file: the program, which may rewrite it, or a person, whose edit is never overwritten.

The last line of the front matter carries a checksum over everything else in the file. While it holds, nobody
has touched the file. Line ends and blank lines at the very end do not count: git and editors change those.
"""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

_KEY = "seal:"
_DIGITS = 32


class Ownership(StrEnum):
    """In which state a content file is found."""

    MISSING = "missing"
    """There is none yet."""
    PRISTINE = "pristine"
    """As written, and still what the program would write."""
    STALE = "stale"
    """As written, but the program would now write something else, or nothing."""
    EDITED = "edited"
    """Written by the program, then changed by a person."""
    HANDWRITTEN = "handwritten"
    """Without a seal: a person wrote it, or took the seal out to keep the file."""


def seal(markdown: str) -> str:
    """``markdown`` with the seal filled in.

    Raises:
        ValueError: it has no line ``seal:`` in its front matter.
    """
    found = _find(markdown)
    if found is None:
        raise ValueError("no line “seal:” in the front matter to fill in")
    return found.with_value(_checksum(found))


def state(markdown: str | None, fresh: str | None) -> Ownership:
    """The state of a content file.

    Args:
        markdown: what stands on the disk; None: there is no file.
        fresh: what the program would write now; None: nothing, since there is no seed any more.
    """
    if markdown is None:
        return Ownership.MISSING
    found = _find(markdown)
    if found is None:
        return Ownership.HANDWRITTEN
    if found.value != _checksum(found):
        return Ownership.EDITED
    same = fresh is not None and _normal(markdown) == _normal(fresh)
    return Ownership.PRISTINE if same else Ownership.STALE


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sealed:
    """A file cut at its seal."""

    before: str
    """Up to and with ``seal:``."""
    value: str
    after: str

    def with_value(self, value: str) -> str:
        return self.before + value + self.after


def _find(markdown: str) -> _Sealed | None:
    """The file cut at the last line of its front matter that begins with ``seal:``; None without one."""
    lines = _normal(markdown).split("\n")
    if lines[0] != "---" or "---" not in lines[1:]:
        return None
    end = lines.index("---", 1)
    places = [number for number in range(1, end) if lines[number].startswith(_KEY)]
    if not places:
        return None
    place = places[-1]
    return _Sealed(
        before="\n".join([*lines[:place], _KEY]),
        value=lines[place].removeprefix(_KEY),
        after="\n".join(["", *lines[place + 1 :]]) + "\n",
    )


def _checksum(found: _Sealed) -> str:
    """What has to stand behind ``seal:``."""
    unsealed = found.with_value("").encode("utf-8", errors="surrogatepass")
    return f" {hashlib.sha256(unsealed).hexdigest()[:_DIGITS]}"


def _normal(markdown: str) -> str:
    return markdown.replace("\r\n", "\n").rstrip("\n")
