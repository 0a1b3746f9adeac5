"""Names in addresses: any script, safe on every file system, stable from build to build."""

import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

LONGEST = 80
"""Characters; a slug is cut at a word where one ends in the second half."""

MOST_BYTES = 200
"""UTF-8 bytes; file systems allow 255 for a name, and a suffix and ``.html`` still have to fit."""

APOSTROPHES = frozenset("'’ʼ`´")

DEVICES = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
RESERVED = frozenset({"con", "prn", "aux", "nul", "index", *DEVICES})
"""Device names that Windows gives to no file, and the name of a folder's own page."""


def slugify(name: str) -> str:
    """A file and address name for ``name``: case-folded, NFC, letters and digits of any script, hyphens.

    Never empty, at most 80 characters, never a name Windows reserves. Applying it twice changes nothing.
    """
    slug = _cut("-".join(_words(_fold(name))))
    if not slug:
        return f"n-{_digest(name)}"
    return f"{slug}-{_digest(slug)}" if slug in RESERVED else slug


def is_cut(name: str) -> bool:
    """True when ``name`` is too long for an address, so that two such names may share a slug."""
    joined = "-".join(_words(_fold(name)))
    return _cut(joined) != joined


def unique(names: Iterable[str]) -> dict[str, str]:
    """A slug of its own for each different name; names that share one all get a short hash of the name.

    The hash depends on the name alone, so the order of the names does not matter.
    """
    sharing: dict[str, list[str]] = defaultdict(list)
    for name in sorted(set(names)):
        sharing[slugify(name)].append(name)
    slugs = {group[0]: slug for slug, group in sharing.items() if len(group) == 1}
    taken = set(sharing)
    for slug, group in sharing.items():
        for name in group if len(group) > 1 else ():
            slugs[name] = _free(slug, name, taken)
            taken.add(slugs[name])
    return slugs


def _fold(name: str) -> str:
    """Case and compatibility folding (Unicode's NFKC_Casefold, near enough), to a fixed point."""
    folded = name
    for _ in range(4):
        again = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", folded).casefold())
        if again == folded:
            break
        folded = again
    return folded


def _words(folded: str) -> Iterator[str]:
    """Runs of letters and digits. A combining mark stays with its letter: Devanagari needs its vowels."""
    word = ""
    for character in folded:
        if character.isalnum() or (word and unicodedata.category(character) in {"Mn", "Mc"}):
            word += character
        elif character not in APOSTROPHES and word:
            yield word
            word = ""
    if word:
        yield word


def _cut(slug: str) -> str:
    """The slug within both limits, ending with a whole word where that keeps at least half."""
    cut = slug[:LONGEST].encode("utf-8")[:MOST_BYTES].decode("utf-8", errors="ignore")
    if cut == slug:
        return slug
    whole, _, rest = cut.rpartition("-")
    return (whole if rest and len(whole) >= len(cut) // 2 else cut).rstrip("-")


def _free(slug: str, name: str, taken: set[str]) -> str:
    """``slug`` with as much of the name's hash as tells it from every slug already taken."""
    for length in range(6, 65):
        candidate = f"{slug}-{_digest(name, length)}"
        if candidate not in taken:
            return candidate
    raise AssertionError("two different names with one SHA-256")


def _digest(name: str, length: int = 8) -> str:
    return hashlib.sha256(name.encode("utf-8", errors="surrogatepass")).hexdigest()[:length]
