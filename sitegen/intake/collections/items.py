"""What reading a collection gives: articles, flaws and cautions, one after the other."""

import hashlib
import json
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import TypeAlias

from sitegen.errors import SitegenError
from sitegen.facts import FACT_KEYS
from sitegen.model import Facts
from sitegen.slugs import is_cut, slugify

MAX_BYTES = 16_000_000
"""An item is one article, and no article is larger."""

_LONGEST_NAME = 300


class Form(StrEnum):
    """What an item's bytes are."""

    TEXT = "text"
    """Plain text, in UTF-8."""
    FRAGMENT = "fragment"
    """The article's own HTML, in UTF-8; all of it is the article."""
    PAGE = "page"
    """A whole web page, as served; the article is to be found in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article of a collection, cut out of its file and not yet read."""

    name: str
    """Tells it from every other of the file and stays the same when others come or go: a row's id, an
    entry's guid, a page's address."""
    line: int | None
    """Where it begins, counted from 1; None: the file has no lines, or the place is not known."""
    raw: bytes
    form: Form
    encoding: str
    """How the file's bytes were read, such as ``utf-8``; of a page, empty: it is still to be found out."""
    charset: str | None = None
    """The encoding that the server named for a page; None: none."""
    facts: Facts = field(default_factory=Facts)
    """What the item itself states."""

    @property
    def sha256(self) -> str:
        """Checksum of everything read of the item, 64 hexadecimal digits. The line does not count."""
        stated = {key: value for key in FACT_KEYS if (value := getattr(self.facts, key))}
        told = json.dumps([self.form, self.charset, stated], sort_keys=True, default=asdict).encode("ascii")
        return hashlib.sha256(b"%d:%s%s" % (len(told), told, self.raw)).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """Something in a collection that could not be read; everything else was."""

    error: SitegenError
    name: str | None
    """The item it is about. None: nobody can tell which, or how many, so any other of the file may be it."""
    grave: bool = True
    """False: most likely nothing is missing, and a warning will do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caution:
    """Something a person should look at; the item is published."""

    says: str
    """The same words for every item it is true of, so that a thousand rows give one message."""
    example: str | None = None
    line: int | None = None
    hint: str | None = None


Found: TypeAlias = Item | Flaw | Caution


def name_of(stated: str) -> str:
    """A stated id or address as an item's name: one line, a hash for one that would fill a page."""
    line = " ".join("".join(char if char.isprintable() else " " for char in stated).split())
    return line if len(line) <= _LONGEST_NAME else f"sha256-{_hash(stated, 32)}"


def name_from_contents(*parts: str | None) -> str:
    """A name for an item that states neither id nor address: a hash of what it says."""
    return f"sha256-{_hash(json.dumps(parts), 16)}"


def address(stem: str, item: Item) -> str:
    """The slug of an item that states none: the collection's name, and the item's.

    Made from that item alone, so that it stays whatever becomes of its neighbours. ``wire`` and ``1042`` give
    ``wire-1042``; an address is taken without ``https://www.`` and ``.html``; a hash, which nobody can read,
    comes with the title.
    """
    label = item.name
    if label.startswith("sha256-"):
        label = f"{(item.facts.title or '')[:50]} {label.removeprefix('sha256-')[:8]}"
    if "://" in label:
        label = label.partition("://")[2].removeprefix("www.").rstrip("/")
        label = label.removesuffix(".html").removesuffix(".htm")
    whole = f"{stem} {slugify(label)}"
    if not (is_cut(whole) or is_cut(label)):
        return slugify(whole)
    start = slugify(whole).encode()[:150].decode("utf-8", "ignore")[:68]
    return slugify(f"{start}-{_hash(item.name, 10)}")


def is_whole_text(text: str) -> bool:
    """True when ``text`` can stand in a file: no half of a surrogate pair (JSON can name one), no zero."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def _hash(text: str, digits: int) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:digits]
