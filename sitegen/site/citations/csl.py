"""CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), one item a line."""

from collections.abc import Iterable, Iterator, Mapping

from sitegen.site.characters import shortened
from sitegen.site.citations.names import Name
from sitegen.site.citations.reference import Reference
from sitegen.site.json_text import json_text


def item(reference: Reference) -> str:
    """One item, as JSON."""
    about = _article(reference) if reference.quoted is None else _quotation(reference)
    held = {"id": reference.key, **about, **_common(reference)}
    return json_text({key: value for key, value in held.items() if value not in (None, [], "")})


def whole(items: Iterable[str]) -> Iterator[bytes]:
    """The file, a piece for each of ``items``."""
    yield b"[\n"
    between = ""
    for each in items:
        yield f"{between}{each}".encode()
        between = ",\n"
    yield b"\n]\n"


def _article(reference: Reference) -> Mapping[str, object]:
    return {
        "type": "article-newspaper",
        "author": [_name(each) for each in reference.authors],
        "title": reference.title,
        "container-title": reference.publisher,
        "URL": reference.original or reference.digest,
        "note": _digest_note(reference) or " ".join(reference.notes),
    }


def _quotation(reference: Reference) -> Mapping[str, object]:
    """Words in an article: what CSL calls a chapter, of a container that has a title and an author."""
    quoted = reference.quoted
    assert quoted is not None  # noqa: S101 - only such a reference is of a quotation
    return {
        "type": "chapter",
        "author": [] if quoted.speaker is None else [_name(quoted.speaker)],
        "title": shortened(quoted.words),
        "abstract": quoted.words,
        "note": " ".join(reference.notes),
        "container-title": reference.title,
        "container-author": [_name(each) for each in reference.authors],
        "publisher": reference.publisher,
        "URL": reference.digest or reference.original,
    }


def _common(reference: Reference) -> Mapping[str, object]:
    published = reference.published
    return {
        "issued": None
        if published is None
        else {"date-parts": [[int(part) for part in published.split("-")]]},
        "language": reference.language,
    }


def _digest_note(reference: Reference) -> str | None:
    """Where the digest stands, unless that is the address of the item already."""
    return f"Digest: {reference.digest}" if reference.digest and reference.original else None


def _name(each: Name) -> Mapping[str, str]:
    if each.family is None or each.given is None:
        return {"literal": each.whole}
    return {"family": each.family, "given": each.given}
