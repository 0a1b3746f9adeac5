"""A sketch of a text: enough to tell how much of its text another one shares, in 187 characters.

MinHash of word 4-grams (Broder, "On the resemblance and containment of documents", 1997): for each of 128
ways to order all possible 4-grams, the first of those the text has; of its hash one byte is kept (Li and
König, "b-bit minwise hashing", 2010). Two texts have the same byte about as often as they share 4-grams. The
number of 4-grams stands beside them, so that a text can be seen to be part of a longer one; and a hash of all
words.

The strings lie in content files for years and are compared between machines: so the arithmetic is fixed here,
on BLAKE2 and whole numbers of 64 bits, and not left to a package, whose next version may hash differently.
"""

import re
from base64 import b64decode, b64encode
from binascii import Error as NotBase64
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any

_WORD = re.compile(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff] | [^\W_]+", re.VERBOSE
)
"""A word; in scripts that set no spaces, a letter."""
_WORDS = 4
_FEWEST = 30
"""Different 4-grams under which two texts may be alike by chance: a weather line, a notice."""
_ORDERS = 128
_CHUNK = 4096
"""4-grams put into all orders at once; more would take memory by the length of the text."""
_CHANCE = 1 / 256
"""How often two bytes are the same though the 4-grams are not."""
_BYTES = 4 + 8 + _ORDERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """What is known of a text's words."""

    size: int
    """How many different 4-grams it has."""
    words: bytes
    """A hash of all its words in order; equal: the same text, but for capitals and punctuation."""
    firsts: bytes
    """One byte for each order."""

    def resemblance(self, other: "Sketch") -> float:
        """The share of all 4-grams of both that both have, 0 to 1, give or take .04."""
        alike = sum(map(int.__eq__, self.firsts, other.firsts)) / _ORDERS
        return max(0.0, (alike - _CHANCE) / (1 - _CHANCE))

    def shared(self, other: "Sketch") -> float:
        """The share of the shorter text's 4-grams that the longer has, too, 0 to 1."""
        resemblance = self.resemblance(other)
        common = resemblance * (self.size + other.size) / (1 + resemblance)
        return min(1.0, common / min(self.size, other.size))


def draw(paragraphs: Iterable[str]) -> str | None:
    """The sketch of a text as a string; None for one too short to compare."""
    words = [word.casefold() for paragraph in paragraphs for word in _WORD.findall(paragraph)]
    grams = set(map(" ".join, zip(*(words[start:] for start in range(_WORDS)), strict=False)))
    if len(grams) < _FEWEST:
        return None
    # A lone surrogate, half a character, cannot be encoded; its place is held.
    hashes = b"".join(blake2b(gram.encode("utf-8", "replace"), digest_size=8).digest() for gram in grams)
    whole = blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest()
    size = min(len(grams), 2**32 - 1).to_bytes(4, "big")
    return b64encode(size + whole + _firsts(hashes)).decode("ascii").rstrip("=")


def read(sketch: str | None) -> Sketch | None:
    """What a string says that :func:`draw` made; None for any other."""
    if sketch is None or not sketch.isascii():
        return None
    try:
        raw = b64decode(sketch + "=" * (-len(sketch) % 4), validate=True)
    except (NotBase64, ValueError):
        return None
    size = int.from_bytes(raw[:4], "big")
    return Sketch(size=size, words=raw[4:12], firsts=raw[12:]) if len(raw) == _BYTES and size else None


def _firsts(hashes: bytes) -> bytes:
    """For each order the lowest byte of the smallest hash; ``hashes``: 8 bytes each."""
    import numpy as np  # noqa: PLC0415 - comes with YAKE; the other half of sitegen does without

    factors, offsets = _orders()
    numbers = np.frombuffer(hashes, dtype=">u8").astype(np.uint64)
    smallest = np.full(_ORDERS, np.iinfo(np.uint64).max, dtype=np.uint64)
    for at in range(0, len(numbers), _CHUNK):
        ordered = factors * numbers[at : at + _CHUNK] + offsets  # modulo 2⁶⁴; a row for each order
        np.minimum(smallest, ordered.min(axis=1), out=smallest)
    return bytes((smallest & np.uint64(0xFF)).astype(np.uint8).tobytes())


@cache
def _orders() -> tuple[Any, Any]:
    """An odd factor and an offset for each order, the same everywhere and for ever."""
    import numpy as np  # noqa: PLC0415

    drawn = b"".join(blake2b(b"sitegen order %d" % n, digest_size=16).digest() for n in range(_ORDERS))
    pairs = np.frombuffer(drawn, dtype=">u8").astype(np.uint64).reshape(_ORDERS, 2)
    return pairs[:, :1] | np.uint64(1), pairs[:, 1:]
