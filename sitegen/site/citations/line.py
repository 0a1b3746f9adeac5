"""A citation in one line of plain text, in the order of author and date (APA's), in the site's language.

    Petra Lund (28 February 2024). Ostrin closes its bridge. The Ostrin Gazette. https://… [Digest: https://…]

Names stand as written, for a reader rather than a register. Where no author is stated, the publisher stands
in that place, as the styles have it. No day of access: nobody states one.
"""

from collections.abc import Callable, Iterator

from sitegen.site.citations.reference import File, Quoted, Reference

Say = Callable[..., str]
"""The interface's words for a key, as plain text."""


def line(reference: Reference, say: Say, date: str | None) -> tuple[str, ...]:
    """The citation, to be joined by blanks: in pieces, each to run in the direction of its script.

    ``date`` is the day of publication in the site's words, None where it is not stated.
    """
    quoted = reference.quoted
    pieces = [] if quoted is None else [_speaker(quoted, say)]
    pieces += _source(reference, f"({date or say('carry.no_date')})", say)
    if reference.file is not None:
        pieces.append(_file(reference.file, say))
    if quoted is not None and quoted.altered:
        pieces.append(say("carry.altered"))
    if reference.original is not None:
        pieces.append(reference.original)
    if reference.digest is not None:
        pieces.append(say("carry.digest_at", address=reference.digest))
    return tuple(pieces)


def _speaker(quoted: Quoted, say: Say) -> str:
    through = ", ".join(quoted.relayed_by)
    if quoted.speaker is None:
        return say("carry.relayed_open", names=through) if through else say("carry.quoted_open")
    who = quoted.speaker.whole
    return say("carry.relayed", speaker=who, names=through) if through else say("carry.quoted", speaker=who)


def _source(reference: Reference, date: str, say: Say) -> Iterator[str]:
    authors = ", ".join(each.whole for each in reference.authors)
    first = authors or reference.publisher
    title = " ".join(reference.title.split())
    if first is None:
        yield from (_closed(title), f"{date}.")
    else:
        yield from (first, f"{date}.", _closed(title))
    quoted = reference.quoted
    last = [reference.publisher] if authors and reference.publisher else []
    if quoted is not None:
        last.append(
            say("carry.quotation", n=quoted.number)
            if quoted.paragraph is None
            else say("carry.paragraph", n=quoted.paragraph)
        )
    if last:
        yield _closed(", ".join(last))


def _file(file: File, say: Say) -> str:
    if file.item is None:
        return say("carry.file", file=file.name, sha256=file.sha256)
    return say("carry.item", file=file.name, item=file.item, sha256=file.sha256)


def _closed(words: str) -> str:
    """With a full stop, unless it ends in a mark that closes a sentence."""
    return words if words.rstrip("”’\"'»)")[-1:] in {".", "?", "!", "…", "。", "؟", "۔"} else f"{words}."
