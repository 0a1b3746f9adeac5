"""Clean articles of the measuring data, and how one is wrapped in the furniture of a page.

Articles are chosen by rules of this file alone, so that intake does not choose its own examination.
"""

import json
import random
import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sitegen.model import Span

SEED = 5
ARTICLES = 60
HEAD, MIDDLE, TAIL = "head", "middle", "tail"
HEADLINE, BODY = "headline", "body"

# Words of furniture: the first two or last three paragraphs of an article that have them may be the page's.
_FURNITURE = re.compile(
    r"""
      \b(?: abstract | additional\ reporting | airs\ on | app | broadcasts? | click | contribut(?:ed|ing)
        | copyright | dashboard | editing\ by | editor.s\ note | e-?mail\ (?:address|us) | facebook | follow
        | full\ text | getty | has\ been\ updated | h/t | http | image | instagram | like\ (?:the|our)\ page
        | newsletter | photo | pic | read\ (?:more|the\ rest) | reported\ from | reporting\ by | subscribe
        | twitter | video | watch | www )\b
    | @\w
    | ^\W*\d+[A-Z]  # "20266The question was …"
    """,
    re.IGNORECASE | re.VERBOSE,
)
# The last paragraph is about the author: "Jane Doe, a former aide, is the Roe Professor of …".
_ABOUT_THE_AUTHOR = re.compile(
    r"^[A-Z].{3,120}\b(?:is|was) (?:an?|the|our)\b.{0,80}"
    r"\b(?:author|columnist|correspondent|director|editor|fellow|historian|president|professor|reporter|writer)\b"
)
# Furniture or markup that is certain wherever it stands.
_NO_BODY = re.compile(
    r"\blike the page\b|\bclick here\b|\bh/t\b|https?:|<|\bvia getty\b|\b(?:read .{1,20}|head|see) here\b"
    r"|\bfollow .{1,60} on twitter\b|\[\d+:\d+",
    re.IGNORECASE,
)
# "BUENA PARK, Calif. - Rallying", "BOSTON —Standing", "Cleveland (AFP) – The", "Ostrin (CNN) The".
_DATELINE = re.compile(
    r"""
      ^ (?: [A-Z]{3,} \b .{0,60}? | .{1,40} \( .{2,30} \) \s? ) (?: \s-\s | -- | [—–―] )
    | ^ [A-Z]\w+ (?: \s\w+ )? \s \( [A-Z]{2,} \)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """An article of the data that is clean."""

    id: str
    outlet: str
    title: str
    paragraphs: tuple[str, ...]
    """As the data have them, the title not among them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the lines of a text file are set."""

    name: str
    gap: str
    """Between paragraphs, and between them and the furniture."""
    furniture_gap: str
    """Between two lines that are both no body."""
    width: int | None = None
    """The column at which longer lines are broken; None: they are not."""


LAYOUTS = (
    Layout(name="blank lines", gap="\n\n", furniture_gap="\n\n"),
    Layout(name="blank lines, furniture tight", gap="\n\n", furniture_gap="\n"),
    Layout(name="single breaks", gap="\n", furniture_gap="\n"),
    Layout(name="hard-wrapped", gap="\n\n", furniture_gap="\n", width=72),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A line of the wrapped text (a paragraph is one), and where it comes from."""

    place: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapped:
    """An article amid furniture."""

    original: Original
    layout: Layout
    text: str
    placed: tuple[tuple[Piece, Span], ...]
    """Every line, with the place where it stands in ``text``."""


def read_articles(data: Path) -> list[Original]:
    """Every article of the data whose headline and paragraphs can be told for certain."""
    with (data / "quotes/dev.jsonl").open(encoding="utf-8") as lines:
        found = [_original(json.loads(line)) for line in lines]
    return [original for original in found if original is not None]


def clean_articles(originals: Iterable[Original]) -> list[Original]:
    """The articles to be wrapped: outlets by turns, within an outlet as the seed has it."""
    by_outlet: dict[str, list[Original]] = defaultdict(list)
    for original in filter(_is_clean, originals):
        by_outlet[original.outlet].append(original)
    chance = random.Random(SEED)  # noqa: S311 - a choice to be repeated, no secret
    queues = [chance.sample(found, len(found)) for _, found in sorted(by_outlet.items())]
    turns = (queue[turn] for turn in range(max(map(len, queues))) for queue in queues if turn < len(queue))
    return list(islice(turns, ARTICLES))


def _original(row: dict[str, Any]) -> Original | None:
    """The article of a row; None where the paragraphs or the headline cannot be told for certain."""
    pieces = [piece.strip() for piece in row["text"].split("\n\n") if piece.strip()]
    if any("\n" in piece for piece in pieces) or _words(pieces[0]) != _words(row["title"]):
        return None
    return Original(
        id=row["id"],
        outlet=row["publisher"],
        title=even(row["title"]),
        paragraphs=tuple(pieces[1:]),
    )


def _is_clean(original: Original) -> bool:
    """Whether an article seems to have no furniture of its own.

    It is of middling length; no line is all in capitals ("ABSTRACT."); it begins with two paragraphs of a
    sentence or more and no dateline, which intake rightly takes off, and ends with four words or more; no
    word of furniture is in its first two or last three paragraphs, no certain one ("Like the page:") and no
    markup in any.
    """
    paragraphs = original.paragraphs
    if len(paragraphs) < 6 or not 1_000 <= sum(map(len, paragraphs)) <= 9_000:
        return False
    if any(paragraph.isupper() or _NO_BODY.search(paragraph) for paragraph in paragraphs):
        return False
    opening, ending = paragraphs[:2], paragraphs[-3:]
    if min(map(len, opening)) < 60 or any(map(_DATELINE.search, opening)) or len(ending[-1].split()) < 4:
        return False
    return not any(map(_FURNITURE.search, (*opening, *ending))) and not _ABOUT_THE_AUTHOR.search(ending[-1])


def wrap(original: Original, layout: Layout, lines: dict[str, Any]) -> Wrapped:
    """An article in the furniture that the seed and its own name choose for it."""
    chance = random.Random(f"{SEED} {original.id}")  # noqa: S311 - a choice to be repeated, no secret
    above, below = _chosen(chance, lines[HEAD], ("above", "below"), chance.randint(1, 5))
    tail = _chosen(chance, lines[TAIL], ("close", "lists", "footer"), chance.randint(1, 12))
    middle = chance.sample(lines[MIDDLE], min(chance.randint(0, 3), len(lines[MIDDLE])))
    after = dict(zip(chance.sample(range(len(original.paragraphs) - 1), len(middle)), middle, strict=True))
    pieces = [
        *_pieces(HEAD, above),
        Piece(place=HEADLINE, words=original.title),
        *_pieces(HEAD, below),
    ]
    for number, paragraph in enumerate(original.paragraphs):
        pieces.append(Piece(place=BODY, words=paragraph))
        pieces.extend(_pieces(MIDDLE, [after[number]] if number in after else []))
    pieces.extend(piece for group in tail for piece in _pieces(TAIL, group))
    return _set(original, layout, pieces)


def bare(original: Original, layout: Layout) -> Wrapped:
    """An article with its headline and nothing else."""
    body = [Piece(place=BODY, words=paragraph) for paragraph in original.paragraphs]
    return _set(original, layout, [Piece(place=HEADLINE, words=original.title), *body])


def _chosen(
    chance: random.Random, groups: dict[str, list[Any]], names: Sequence[str], number: int
) -> list[list[Any]]:
    """``number`` entries out of all groups together; those of each group, in the order of ``names``."""
    every = [(name, entry) for name in names for entry in groups[name]]
    picked = chance.sample(every, min(number, len(every)))
    return [[entry for group, entry in picked if group == name] for name in names]


def _pieces(place: str, entries: Iterable[Any]) -> Iterator[Piece]:
    for entry in entries:
        yield from (Piece(place=place, words=line) for line in ([entry] if isinstance(entry, str) else entry))


def _set(original: Original, layout: Layout, pieces: Sequence[Piece]) -> Wrapped:
    """Lines as a text file in a layout."""
    text = ""
    placed: list[tuple[Piece, Span]] = []
    for piece in pieces:
        if placed:
            text += layout.gap if BODY in (piece.place, placed[-1][0].place) else layout.furniture_gap
        start = len(text)
        text += _filled(piece.words, layout.width)
        placed.append((piece, Span(start=start, end=len(text))))
    return Wrapped(original=original, layout=layout, text=text + "\n", placed=tuple(placed))


def _filled(words: str, width: int | None) -> str:
    if width is None:
        return words
    return textwrap.fill(words, width, break_long_words=False, break_on_hyphens=False)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def even(text: str) -> str:
    """``text`` with one space for all white space between words, and none around it."""
    return " ".join(text.split())
