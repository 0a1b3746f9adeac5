"""BibTeX, in UTF-8 and with the fields of biblatex; older programs read ``year`` and ``journal``.

Whatever TeX would act on is written as a command, and no value has a brace that is not paired, nor a line
end: so none can end its field or begin another entry.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from sitegen.site.characters import shortened
from sitegen.site.citations.names import Name
from sitegen.site.citations.reference import Reference

_TEX: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # not \{, whose brace BibTeX would count
    "}": r"\textbraceright{}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_SPECIAL = re.compile(r"""[\\{}$&#%_^~]""")

Fields = Iterator[tuple[str, str]]


def item(reference: Reference) -> str:
    """One entry."""
    quoted = reference.quoted is not None
    kind = "inbook" if quoted else "article" if reference.publisher else "misc"
    fields = (*(_quotation(reference) if quoted else _article(reference)), *_common(reference))
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{kind}{{{reference.key},\n{lines}}}\n\n"


def whole(items: Iterable[str]) -> Iterator[bytes]:
    """The file, a piece for each of ``items``."""
    return (each.encode() for each in items)


def _article(reference: Reference) -> Fields:
    yield from _names("author", reference.authors)
    yield "title", _as_written(reference.title)
    if reference.publisher is not None:
        yield "journal", _text(reference.publisher)
        yield "entrysubtype", "newspaper"
    yield from _url(reference.original or reference.digest)
    if reference.original is not None and reference.digest is not None:
        # Not in \url: inside a note a "%" of the address would be a comment, and swallow what follows.
        yield "note", f"Digest: {_text(_address(reference.digest))}"
    yield from _notes(reference)


def _quotation(reference: Reference) -> Fields:
    """Words in an article: author and title of their own, in a whole that has both."""
    quoted = reference.quoted
    assert quoted is not None  # noqa: S101 - only such a reference is of a quotation
    yield from _names("author", () if quoted.speaker is None else (quoted.speaker,))
    yield "title", _as_written(shortened(quoted.words))
    yield from _names("bookauthor", reference.authors)
    yield "booktitle", _as_written(reference.title)
    if reference.publisher is not None:
        yield "publisher", f"{{{_text(reference.publisher)}}}"
    yield "abstract", _text(quoted.words)
    yield from _notes(reference)
    yield from _url(reference.digest or reference.original)


def _notes(reference: Reference) -> Fields:
    if reference.notes:
        yield "note", _text(" ".join(reference.notes))


def _common(reference: Reference) -> Fields:
    if reference.published is not None:
        yield "date", reference.published
        yield "year", reference.published[:4]
    if reference.language is not None:
        yield "language", _text(reference.language)


def _names(field: str, people: Sequence[Name]) -> Fields:
    """Names that are not in parts stand in braces of their own, so that nobody parts them."""
    if people:
        written = (
            f"{{{_text(each.whole)}}}" if each.family is None else _text(each.filed) for each in people
        )
        yield field, " and ".join(written)


def _as_written(title: str) -> str:
    """In braces of its own: styles would write it in small letters."""
    return f"{{{_text(title)}}}"


def _text(value: str) -> str:
    return _SPECIAL.sub(lambda found: _TEX[found[0]], " ".join(value.split()))


def _url(value: str | None) -> Fields:
    if value is not None:
        yield "url", _address(value)


def _address(value: str) -> str:
    """As it is, for biblatex takes it to the letter; what could end the field is percent-encoded."""
    return quote(value, safe="/:?#[]@!$&'()*+,;=%~-._")
