"""Bytes to text: which encoding a seed is in, and whether it is text at all.

What is certain comes first (a byte order mark, valid UTF-8, the page's own declaration), the guess last, and
a guess is always recorded as one.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from sitegen.errors import SitegenError
from sitegen.intake.mojibake import repaired


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A seed's text and how its bytes were read."""

    text: str
    encoding: str
    """Such as ``utf-8``, ``windows-1252 (declared)``, ``windows-1252 (guessed)`` or ``utf-8, repaired``."""


_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_FILE_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a Zip archive (an office document is one)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "a Rich Text file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"bplist00", "a web archive of Safari"),
)

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""All but white space and the escape that starts a terminal's colours."""

_NOT_TEXT_HINT = "save the article as plain text, Markdown or HTML in UTF-8"

# <meta charset="windows-1252"> or <meta http-equiv=… content="text/html; charset=…"> or <?xml encoding="…"?>
_DECLARATION = re.compile(
    rb"""
    <(?:meta|\?xml)\b [^<>]{0,300}?             # the first such tag
    (?:charset|encoding) \s{0,5} = \s{0,5}
    ["']? \s{0,5} ([A-Za-z0-9_:.-]{2,40})       # the label
    """,
    re.VERBOSE | re.IGNORECASE,
)

# Labels a page may declare. Not UTF-16, which a declaration that can be read at all disproves, and none of
# Python's codecs that are no text encodings.
_DECLARABLE = re.compile(
    r"(?:windows|cp|iso|koi8|gb|hz|big5|euc|shift|sjis|x-sjis|x-mac|mac|latin|l1|us-ascii|ascii)"
)

# Pages that say ISO 8859-1 or ASCII mean Windows-1252 (WHATWG Encoding Standard, "Names and labels").
_WINDOWS_1252_LABELS = frozenset(
    {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1", "cp1252"}
)


def decode(
    raw: bytes,
    *,
    path: str,
    html: bool = False,
    label: str | None = None,
    as_what: str = _NOT_TEXT_HINT,
) -> Decoded:
    """The text of ``raw``, without a byte order mark and otherwise unchanged, unless it is certainly garbled.

    Args:
        raw: the whole file.
        path: for messages.
        html: True to believe an encoding that the page itself declares.
        label: the encoding that the server named, which is believed before the page; None: it named none.
        as_what: what to do about a file that is no text.

    Raises:
        SitegenError: the file is empty, is no text, or is in no encoding that can be told.
    """
    if not raw:
        raise SitegenError("the file is empty", path=path, hint="put the article in it or remove the file")
    refuse_file_formats(raw, path, hint=as_what)
    decoded = _by_mark(raw, path) or _by_utf8(raw) or _by_zero_bytes(raw)
    if decoded is None and label is not None:
        decoded = _by_label(raw, label)
    if decoded is None and html:
        decoded = _by_declaration(raw)
    if decoded is None:
        _refuse_broken_utf8(raw, path)
        _refuse_control_characters(raw.decode("latin-1"), path, as_what)
        decoded = _by_guess(raw, path)
    _refuse_control_characters(decoded.text, path, as_what)
    if not decoded.text.strip():
        raise SitegenError("the file is blank", path=path, hint="put the article in it or remove the file")
    text = repaired(decoded.text)
    return decoded if text is None else Decoded(text=text, encoding=f"{decoded.encoding}, repaired")


def refuse_file_formats(raw: bytes, path: str, *, hint: str) -> None:
    """Refuse a picture, an office document, whatever is known by its first 16 bytes, and ``hint`` what to do.

    Raises:
        SitegenError: it is one.
    """
    for magic, name in _FILE_FORMATS:
        if raw.startswith(magic):
            raise SitegenError(f"this is {name}, not text", path=path, hint=hint)


def _refuse_control_characters(text: str, path: str, hint: str) -> None:
    """Text has no zero bytes and next to no control characters; pictures and programs are full of them."""
    if "\0" in text:
        raise SitegenError("this is not text: it holds zero bytes", path=path, hint=hint)
    controls = len(_CONTROLS.findall(text))
    if controls * 50 > len(text):
        raise SitegenError("this is not text: it is full of control characters", path=path, hint=hint)


def _by_mark(raw: bytes, path: str) -> Decoded | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if raw.startswith(mark):
            try:
                return Decoded(text=raw[len(mark) :].decode(encoding), encoding=encoding)
            except UnicodeDecodeError as error:
                raise SitegenError(
                    f"its byte order mark says {encoding}, but byte {len(mark) + error.start + 1} is not",
                    path=path,
                    hint="save it again as UTF-8",
                ) from None
    return None


def _by_utf8(raw: bytes) -> Decoded | None:
    try:
        return Decoded(text=raw.decode("utf-8"), encoding="utf-8") if b"\0" not in raw else None
    except UnicodeDecodeError:
        return None


def _by_zero_bytes(raw: bytes) -> Decoded | None:
    """UTF-16 without a mark: in a text of mostly Latin letters, every other byte is zero."""
    half = len(raw) // 2
    for encoding, zeros, others in (("utf-16-le", raw[1::2], raw[::2]), ("utf-16-be", raw[::2], raw[1::2])):
        if zeros.count(0) * 2 > half and others.count(0) == 0:
            try:
                return Decoded(text=raw.decode(encoding), encoding=f"{encoding} (guessed)")
            except UnicodeDecodeError:
                return None
    return None


def _by_declaration(raw: bytes) -> Decoded | None:
    declaration = _DECLARATION.search(raw[:4096])
    if declaration is None:
        return None
    return _by_label(raw, declaration.group(1).decode("ascii"))


def _by_label(raw: bytes, stated: str) -> Decoded | None:
    label = stated.lower()
    if not _DECLARABLE.match(label):
        return None
    label = "windows-1252" if label in _WINDOWS_1252_LABELS else label
    text = _strictly(raw, label)
    return Decoded(text=text, encoding=f"{_shown(label)} (declared)") if text is not None else None


def _refuse_broken_utf8(raw: bytes, path: str) -> None:
    """A file that is UTF-8 but for a few bytes would come out of any guess garbled from end to end."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd") - raw.count("\ufffd".encode())
    sound = sum(character > "\x7f" for character in text) - broken
    if broken > 0 and sound > 2 * broken:  # none at all: it is UTF-8 with zero bytes in it
        place = text.index("\ufffd")
        raise SitegenError(
            "the file is UTF-8, but for some bytes that are damaged",
            path=path,
            line=text.count("\n", 0, place) + 1,
            hint="mend that line and save the file as UTF-8",
        )


def _by_guess(raw: bytes, path: str) -> Decoded:
    """Windows-1252 where it reads at least as well as the detector's choice; else the detector's choice.

    The detector compares languages by letter frequency, and a short English text has a dozen bytes above
    127, all of them quotation marks and dashes, which half of the Windows code pages share.
    """
    # 30 ms to import, needed for few seeds.
    import charset_normalizer  # noqa: PLC0415

    best = charset_normalizer.from_bytes(raw).best()
    guess = _strictly(raw, best.encoding) if best else None
    for codec, name in (("windows-1252", "windows-1252"), ("mac_roman", "macintosh")):
        text = _strictly(raw, codec)
        if text is not None and (guess is None or _reads_as_well(text, guess)):
            return Decoded(text=text, encoding=f"{name} (guessed)")
    if best is None or guess is None:
        raise SitegenError("the file's encoding cannot be told", path=path, hint="save it again as UTF-8")
    return Decoded(text=guess, encoding=f"{_shown(best.encoding)} (guessed)")


def _strictly(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (LookupError, UnicodeError):
        return None


def _reads_as_well(text: str, guess: str) -> bool:
    """True when ``text`` is at least as plausible a reading of a Western text as the detector's ``guess``."""
    if text == guess:
        return True
    # With many accented letters the detector has a language to recognise; with few it has none.
    return _few_letters_are_foreign(text) and _oddities(text) <= _oddities(guess)


def _few_letters_are_foreign(text: str) -> bool:
    letters = sum(character.isalpha() for character in text)
    foreign = sum(character > "\x7f" and character.isalpha() for character in text)
    return foreign * 40 <= letters


def _oddities(text: str) -> int:
    """How many characters above 127 stand where that character does not stand in prose."""
    padded = f" {text} "
    around = zip(padded, padded[1:], padded[2:], strict=False)
    return sum(here > "\x7f" and _is_odd(before, here, after) for before, here, after in around)


def _is_odd(before: str, here: str, after: str) -> bool:
    category = unicodedata.category(here)
    if category in {"Cc", "Cn", "Co"}:
        return True
    if category == "Pi":
        return before.isalpha()
    if category == "Pf":
        # A right quotation mark is also the apostrophe.
        return here != "’" and after.isalpha()
    if category == "Lu":
        return before.islower()
    if category.startswith("L"):
        return not unicodedata.name(here, "").startswith("LATIN") and (
            _is_ascii_letter(before) or _is_ascii_letter(after)
        )
    return category[0] in "SNM" and before.isalpha() and after.isalpha()


def _is_ascii_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _shown(encoding: str) -> str:
    """An encoding's name as the web writes it: ``cp1250`` is ``windows-1250``."""
    name = encoding.lower().replace("_", "-")
    return f"windows-{name[2:]}" if re.fullmatch(r"cp125\d", name) else name
