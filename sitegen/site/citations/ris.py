"""RIS: a line a value, two letters, two spaces, a hyphen, a space. No value can hold a line end."""

from collections.abc import Iterable, Iterator

from sitegen.site.characters import shortened
from sitegen.site.citations.reference import Reference

Lines = Iterator[tuple[str, str]]


def item(reference: Reference) -> str:
    """One record."""
    kind = "NEWS" if reference.quoted is None else "CHAP"
    about = _article(reference) if reference.quoted is None else _quotation(reference)
    lines = (("TY", kind), ("ID", reference.key), *about, *_common(reference), ("ER", ""))
    return "".join(f"{tag}  - {_one_line(value)}\r\n" for tag, value in lines) + "\r\n"


def whole(items: Iterable[str]) -> Iterator[bytes]:
    """The file, a piece for each of ``items``."""
    return (each.encode() for each in items)


def _article(reference: Reference) -> Lines:
    for author in reference.authors:
        yield "AU", author.filed
    yield "TI", reference.title
    if reference.publisher is not None:
        yield "T2", reference.publisher
    for section in reference.sections:
        yield "KW", section
    if reference.original or reference.digest:
        yield "UR", reference.original or reference.digest or ""
    if reference.original and reference.digest:
        yield "N1", f"Digest: {reference.digest}"


def _quotation(reference: Reference) -> Lines:
    """Words in an article: author and title of their own, in a whole that has a title."""
    quoted = reference.quoted
    assert quoted is not None  # noqa: S101 - only such a reference is of a quotation
    if quoted.speaker is not None:
        yield "AU", quoted.speaker.filed
    yield "TI", shortened(quoted.words)
    yield "T2", reference.title
    if reference.publisher is not None:
        yield "PB", reference.publisher
    yield "AB", quoted.words
    if reference.authors:
        # A2 would make its author an editor.
        yield "N1", "Article by: " + "; ".join(each.whole for each in reference.authors)
    if reference.digest or reference.original:
        yield "UR", reference.digest or reference.original or ""


def _common(reference: Reference) -> Lines:
    for note in reference.notes:
        yield "N1", note
    if reference.published is not None:
        yield "PY", reference.published[:4]
        yield "DA", reference.published.replace("-", "/")
    if reference.language is not None:
        yield "LA", reference.language


def _one_line(value: str) -> str:
    """Without line ends of any kind: what stands after one would be read as a tag."""
    return " ".join(value.split())
