"""Names: which two are the same, which are but half a name, and where each stands in an A–Z list."""

import re
from collections import Counter
from functools import cache
from unicodedata import normalize

from sitegen import lexicon

_SHAPES = str.maketrans({**dict.fromkeys("’ʼ`´‘", "'"), **dict.fromkeys("‐‑–", "-")})


def same_name(name: str) -> str:
    """The form in which two spellings are one name: encoding, spaces and the shape of marks do not count.

    Case counts: a name in capitals may be an abbreviation.
    """
    return " ".join(normalize("NFC", name).translate(_SHAPES).split())


def fold(words: str) -> str:
    """The form in which two descriptions are the same: case and spaces do not count."""
    return " ".join(normalize("NFC", words).casefold().split())


def words_of(text: str) -> list[str]:
    """The words of a name or description, in small letters, hyphens taken for spaces."""
    return [word.strip(".,;:()“”\"'") for word in re.split(r"[\s-]+", same_name(text).casefold()) if word]


def one_word(name: str) -> bool:
    """True for a name too short to tell one person from another: "Okell", and "Mr Okell" too."""
    return len([word for word in words_of(name) if word not in courtesies()]) < 2


@cache
def courtesies() -> frozenset[str]:
    """Words before a name that are no part of it."""
    found: dict[str, str] = lexicon.load("speakers")["courtesies"]
    return frozenset(word for words in found.values() for word in words.split())


def usual(spellings: Counter[str]) -> str:
    """The most frequent spelling; of several, the first in code point order."""
    return min(spellings, key=lambda spelling: (-spellings[spelling], spelling))


def az_key(name: str) -> tuple[str, str]:
    """The place of a name in an A–Z list: accents, case and leading punctuation do not count."""
    plain = "".join(c for c in normalize("NFKD", name.casefold()) if c.isalnum() or c.isspace())
    return (plain.strip(), name)
