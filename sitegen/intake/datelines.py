"""The dateline a news agency's text begins with: ``GENEVA (Reuters) — …``.

Taken for one only when something beside capitals speaks for it; a body that begins "NATO — the alliance …" or
"JANE DOE: Good evening." keeps its words.
"""

import re
from dataclasses import dataclass
from functools import partial

from sitegen.intake.stated_dates import is_day, read_date
from sitegen.lexicon import word_set
from sitegen.model import Span

_words = partial(word_set, "intake")

_MARKED = re.compile(
    r"""
    (?P<head> [^\s—–:] (?: [^—–:] {0,90}? [^\s—–:] )? )
    (?: \s{0,3} (?P<dash> -- | — | – ) \s{0,3}    # OSTRIN —The, OSTRIN (AP) --
      | \s{1,3} (?P<hyphen> - ) (?: \s{1,3} | $ )  # OSTRIN - The, but not Aix-en-Provence
      | (?P<colon> : ) \s{1,3}                    # OSTRIN, Nov. 16:
    )
    """,
    re.VERBOSE,
)
# Ostrin (CNN) The, and even Ostrin (CNN)The
_UNMARKED = re.compile(r"(?P<head>[^\s—–:()][^—–:()]{0,60}\([^()]{2,40}\))\s{0,3}(?=[^\W\d_])")
# (CBS/AP) OSTRIN, and OSTRIN (AP)
_AGENCY_FIRST = re.compile(r"\((?P<agency>[^()]{2,40})\)\s{0,3}(?P<rest>.{0,90})", re.DOTALL)
_AGENCY_LAST = re.compile(r"(?P<rest>[^()]{0,90}?)\s{0,3}\((?P<agency>[^()]{2,40})\)", re.DOTALL)
_MOST_PLACE_WORDS = 5
_LONGEST_ALONE = 80
_INITIALS = re.compile(r"[A-Z]{2,6}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when an article was filed."""

    span: Span
    """From the paragraph's start up to its first word; the white space between them left out."""
    body_start: int
    """Where the first word stands."""
    published: str | None
    """The date, where the dateline states day, month and year."""
    is_credit: bool
    """True where it says what no other fact will: an agency, or a day without its year.

    "July 19 (UPI)" is not completed to a date; an agency is not the publisher of the paper that prints it.
    Such a line is kept among the credits, verbatim.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """A dateline taken apart."""

    places: tuple[str, ...]
    day: str | None
    agency: str | None


def read_dateline(text: str, paragraph: Span) -> Dateline | None:
    """The dateline at the start of ``paragraph``, or None."""
    end = min(paragraph.end, paragraph.start + 120)
    for pattern in (_MARKED, _UNMARKED):
        found = pattern.match(text, paragraph.start, end)
        if found is None or text[found.end() : found.end() + 1].islower():
            continue
        parts = _take_apart(" ".join(found["head"].split()))
        mark = next((name for name, value in found.groupdict().items() if name != "head" and value), None)
        if _is_convincing(parts, dashed=mark in {"dash", "hyphen"}, colon=mark == "colon"):
            published = read_date(parts.day) if parts.day else None
            return Dateline(
                span=Span(start=paragraph.start, end=found.end(mark or "head")),
                body_start=found.end(),
                published=published,
                is_credit=published is None and (parts.day is not None or parts.agency is not None),
            )
    return None


def is_lone_dateline(line: str) -> bool:
    """True for "OSTRIN, March 12 (VPA)" on a line of its own, of an agency known or not."""
    if len(line) > _LONGEST_ALONE:
        return False
    parts = _take_apart(" ".join(line.split()).rstrip(" -–—:"))
    if not parts.places or not all(map(_is_place, parts.places)) or not _is_in_capitals(parts.places[0]):
        return False
    return parts.day is not None or (
        parts.agency is not None and _INITIALS.fullmatch(parts.agency) is not None
    )


def _is_convincing(parts: _Parts, *, dashed: bool, colon: bool) -> bool:
    """Whether place, day and agency together make a dateline, given the mark that ends it."""
    known = parts.agency is not None and _is_known_agency(parts.agency)
    if not parts.places:
        return dashed and known
    if not all(map(_is_place, parts.places)) or len(parts.places) > 3:
        return False
    if _is_in_capitals(parts.places[0]):
        stated = parts.agency is not None or parts.day is not None
        return dashed or (stated if colon else known)
    return known or (parts.day is not None and dashed)


def _take_apart(head: str) -> _Parts:
    rest, agency = head, None
    for pattern in (_AGENCY_LAST, _AGENCY_FIRST):
        if found := pattern.fullmatch(head):
            rest, agency = found["rest"], found["agency"].strip()
            break
    pieces = [piece.strip() for piece in rest.split(",") if piece.strip()]
    if agency is None and len(pieces) > 1 and _is_known_agency(pieces[-1]):
        agency = pieces.pop()  # Tehran, IRNA –
    for number in range(len(pieces)):
        if is_day(", ".join(pieces[number:])):
            return _Parts(places=tuple(pieces[:number]), day=", ".join(pieces[number:]), agency=agency)
    return _Parts(places=tuple(pieces), day=None, agency=agency)


def _is_known_agency(name: str) -> bool:
    """True for an agency of the word list, or several of them ("ANTARA News/AFP")."""
    return any(part.strip() in _words("agencies") for part in re.split(r"[/,&]", name))


def _is_place(words: str) -> bool:
    names = words.split()
    return len(names) <= _MOST_PLACE_WORDS and all(
        name[0].isupper() or name in _words("name_particles") for name in names if name
    )


def _is_in_capitals(place: str) -> bool:
    letters = [character for character in place if character.isalpha()]
    return len(letters) >= 3 and "".join(letters).isupper() and place.casefold() not in _words("not_places")
