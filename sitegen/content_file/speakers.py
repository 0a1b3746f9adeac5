"""A line about a speaker ⇄ the name, what bears it, and what the article says of them.

``**Dara Ilvane**, person · “*the minister*” [¶2](#c40-52), “*a former judge*” [¶9](#c801-815)``

Descriptions are the article's words, each with its place. By hand, ``**Dara Ilvane** · “the minister”`` is
enough.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sitegen.content_file.escape import line
from sitegen.content_file.pieces import SEPARATOR, Kind, Piece, joined, segments, shown
from sitegen.content_file.places import is_place, link, read_place
from sitegen.content_file.where import Where
from sitegen.content_file.wording import SPEAKER_KIND
from sitegen.model import Excerpt, Speaker
from sitegen.strict_yaml import suggestion

_KIND = {words: kind for kind, words in SPEAKER_KIND.items()}

_BEHIND_NAME = (",", " ,", "·", " ·")
"""What the name ends at; anything else makes it part of a sentence, which is no line about a speaker."""

_HINT = "write each as “*the minister*”, with commas between them and “ · ” before the first"

_MARK = re.compile(r"[“\"]")

# What may stand around descriptions once they are taken out: their marks, commas, spaces.
_AROUND = re.compile(r"[ ,“”]*+")

# By hand, without stars; a description may hold a pair of marks, as in “the “iron” minister”.
_CURLY = re.compile(r"“((?:[^“”]{1,300}+|“[^“”]{0,300}+”){1,20}+)”")
_STRAIGHT = re.compile(r'"([^"]{1,1000}+)"')


def write_speaker(speaker: Speaker) -> str:
    """The line, on one line."""
    kind = "" if speaker.kind is None else f", {SPEAKER_KIND[speaker.kind]}"
    parts = [f"**{line(speaker.name)}**{kind}"]
    if speaker.descriptions:
        parts.append(", ".join(_write_description(each) for each in speaker.descriptions))
    return SEPARATOR.join(parts)


def _write_description(description: Excerpt) -> str:
    place = link(description)
    return f"“*{line(description.text)}*”{' ' if place else ''}{place}"


def read_speaker(parts: Sequence[Piece], where: Where) -> Speaker | None:
    """The speaker a line tells of; None when it does not begin with a name in bold, alone or cut off.

    Raises:
        SitegenError: unknown words beside the name, a badly written ¶ link or one without words.
    """
    match parts:
        case [Piece(kind=Kind.STRONG, text=name)]:
            return Speaker(name=name)
        case [Piece(kind=Kind.STRONG, text=name), Piece(kind=Kind.TEXT, text=after), *rest] if (
            after.startswith(_BEHIND_NAME)
        ):
            speaker = Speaker(name=name)
        case _:
            return None
    behind = joined([Piece(Kind.TEXT, after.lstrip().removeprefix(",")), *rest])
    for segment in segments(behind):
        speaker = _read_segment(segment, speaker, where)
    return speaker


def _read_segment(segment: tuple[Piece, ...], speaker: Speaker, where: Where) -> Speaker:
    """``speaker``, and what one segment behind the name says."""
    text = shown(segment)
    if not text:
        return speaker
    if text.casefold() in _KIND:
        if speaker.kind is not None:
            raise where.error("what bears the name is said twice", "keep one")
        return replace(speaker, kind=_KIND[text.casefold()])
    if not any(each.kind is Kind.EM or is_place(each) or _MARK.search(each.text) for each in segment):
        hint = suggestion(text, tuple(_KIND))
        raise where.error(
            f"“{text}” means nothing beside a speaker",
            hint if hint.startswith("did you mean") else f"person or body? Words of the article: {_HINT}",
        )
    return replace(speaker, descriptions=_read_descriptions(segment, speaker.descriptions, where))


def _read_descriptions(
    segment: tuple[Piece, ...], before: tuple[Excerpt, ...], where: Where
) -> tuple[Excerpt, ...]:
    """The descriptions ``before`` and those in a segment; a ¶ link belongs to the one in front of it."""
    found = list(before)
    starred = any(each.kind is Kind.EM for each in segment)
    for piece in segment:
        if piece.kind is Kind.EM:
            found.append(Excerpt(text=piece.text))
        elif is_place(piece):
            if not found or found[-1] != Excerpt(text=found[-1].text):
                raise where.error(f"the link {shown([piece])} has no description in front of it", _HINT)
            span, paragraph = read_place(piece, where)
            found[-1] = replace(found[-1], span=span, paragraph=paragraph)
        else:
            found += [Excerpt(text=text) for text in _read_by_hand(piece, starred=starred, where=where)]
    return tuple(found)


def _read_by_hand(piece: Piece, *, starred: bool, where: Where) -> list[str]:
    """The descriptions between quotation marks alone; none between straight ones if others have stars."""
    pattern = _CURLY if starred or "“" in piece.text else _STRAIGHT
    if piece.kind is not Kind.TEXT or not _AROUND.fullmatch(pattern.sub("", piece.text)):
        raise where.error(f"cannot tell the descriptions from the rest at “{shown([piece])}”", _HINT)
    return pattern.findall(piece.text)
