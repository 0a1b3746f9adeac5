"""The line under a quotation ⇄ who said it, with which word, and how that is known.

``— **Ismail Qaani**, *said* · from the pronoun “*he*” · partial · relayed by **IRNA** · [¶5](#c929-1102)``

Names are strong, words of the article are emphasised, everything else is fixed wording. A person may leave
out whatever is not known, and write a name without stars. Under an indirect statement, "reported" stands for
"partial"; under the two sides of a dispute, "disputed" and "disputing".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sitegen.content_file.escape import line
from sitegen.content_file.pieces import SEPARATOR, Kind, Piece, joined, segments, shown
from sitegen.content_file.places import is_place, link, read_place
from sitegen.content_file.where import Where
from sitegen.content_file.wording import (
    DISPUTED,
    DISPUTING,
    QUOTATION_KIND,
    RELAYED_BY,
    SPEAKER_HOW,
    SPEAKER_HOW_MENTIONED,
)
from sitegen.model import Excerpt, Quotation, QuotationKind, Span, SpeakerHow
from sitegen.strict_yaml import suggestion

DASHES = ("—", "–")
"""What the line begins with; the second as a courtesy to keyboards."""

_HOW = {words: how for how, words in SPEAKER_HOW.items()}
_HOW_MENTIONED = {words: how for how, words in SPEAKER_HOW_MENTIONED.items()}
_KIND = {words: kind for kind, words in QUOTATION_KIND.items()}
_SIDES = (DISPUTED, DISPUTING)
_KNOWN = (*_KIND, *_SIDES, RELAYED_BY, *_HOW, *_HOW_MENTIONED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """What the line says."""

    speaker: str | None = None
    cue: str | None = None
    how: SpeakerHow | None = None
    """None: not said."""
    mention: str | None = None
    kind: QuotationKind = QuotationKind.DIRECT
    side: str | None = None
    """On which side of a dispute it stands, in the fixed words; None: not said."""
    relayed_by: tuple[str, ...] = ()
    span: Span | None = None
    paragraph: int | None = None
    """Where the quotation's words stand, as in an excerpt."""

    def of(self, text: str) -> Quotation:
        """The quotation of these words."""
        how = self.how or (SpeakerHow.NONE if self.speaker is None else SpeakerHow.NAMED)
        return Quotation(
            words=Excerpt(text=text, span=self.span, paragraph=self.paragraph),
            kind=self.kind,
            speaker=self.speaker,
            how=how,
            mention=self.mention,
            cue=self.cue,
            relayed_by=self.relayed_by,
        )


def write_attribution(quotation: Quotation, side: str | None = None) -> str:
    """The line, on one line; ``side``: on which side of a dispute the statement stands."""
    how = _write_how(quotation)
    name = how if quotation.speaker is None else f"**{line(quotation.speaker)}**"
    cue = "" if quotation.cue is None else f", *{line(quotation.cue)}*"
    parts = [f"— {name}{cue}"]
    if quotation.speaker is not None and how:
        parts.append(how)
    if side is not None:
        parts.append(side)
    elif quotation.kind in QUOTATION_KIND:
        parts.append(QUOTATION_KIND[quotation.kind])
    if quotation.relayed_by:
        parts.append(f"{RELAYED_BY} " + ", ".join(f"**{line(name)}**" for name in quotation.relayed_by))
    if place := link(quotation.words):
        parts.append(place)
    return SEPARATOR.join(parts)


def _write_how(quotation: Quotation) -> str:
    """The words for how the speaker was found; empty where a name alone says it."""
    named = quotation.how is SpeakerHow.NAMED
    if named and quotation.mention == quotation.speaker:
        return SPEAKER_HOW[SpeakerHow.NAMED]
    if quotation.mention is not None:
        return f"{SPEAKER_HOW_MENTIONED[quotation.how]} “*{line(quotation.mention)}*”"
    return "" if named else SPEAKER_HOW[quotation.how]


def is_attribution(parts: tuple[Piece, ...]) -> bool:
    """True for a line that begins with a dash."""
    return bool(parts) and parts[0].kind is Kind.TEXT and parts[0].text.startswith(DASHES)


def says_how(parts: tuple[Piece, ...]) -> bool:
    """True for a line with the fixed words of an attribution behind a "·", whatever it begins with."""
    return any(_is_fixed(segment) for segment in segments(parts)[1:])


def _is_fixed(segment: tuple[Piece, ...]) -> bool:
    text = shown(segment).casefold()
    known = text in _KIND or text in _SIDES or text.startswith(f"{RELAYED_BY} ")
    return known or _read_how(segment) is not None


def read_attribution(parts: tuple[Piece, ...], where: Where) -> Attribution:
    """What a line that begins with a dash says.

    Raises:
        SitegenError: words that are not known here, a badly written ¶ link, something said twice.
    """
    first, *others = segments(parts)
    said, *rest = first
    subject = joined([Piece(Kind.TEXT, said.text.lstrip("—– ")), *rest])
    attribution = _read_subject(subject, where)
    for segment in others:
        attribution = _read_segment(segment, attribution, where)
    if attribution.how is SpeakerHow.NAMED and attribution.mention is None:
        return replace(attribution, mention=attribution.speaker)
    return attribution


def _read_subject(subject: tuple[Piece, ...], where: Where) -> Attribution:
    """The first segment: a name or, without one, how it was looked for; then the reporting word."""
    cue = None
    if subject and subject[-1].kind is Kind.EM:
        *before, last = subject
        if before and before[-1].kind is Kind.TEXT:
            before[-1] = Piece(Kind.TEXT, before[-1].text.rstrip(" ,"))
        subject, cue = joined(before), last.text
    match subject:
        case ():
            return Attribution(cue=cue)
        case (Piece(kind=Kind.STRONG, text=name),):
            return Attribution(speaker=name, cue=cue)
    if _read_how(subject):
        return replace(_read_segment(subject, Attribution(), where), cue=cue)
    match subject:
        case (Piece(kind=Kind.TEXT, text=name),) if "," not in name and "“" not in name:
            _refuse_near_miss(name, where)
            return Attribution(speaker=name.strip(), cue=cue)
    raise where.error(
        f"cannot tell the speaker from the rest in “{shown(subject)}”",
        "write the name between ** and **, a comma, and the reporting word between * and *",
    )


def _read_segment(segment: tuple[Piece, ...], attribution: Attribution, where: Where) -> Attribution:
    """``attribution``, and what one further segment says."""
    if len(segment) == 1 and is_place(segment[0]):
        span, paragraph = read_place(segment[0], where)
        return replace(attribution, span=span, paragraph=paragraph)
    text = shown(segment).casefold()
    if text in _KIND:
        if attribution.kind not in (QuotationKind.DIRECT, _KIND[text]):
            raise where.error(f"“{text}” and “{QUOTATION_KIND[attribution.kind]}” cannot both be", "keep one")
        return replace(attribution, kind=_KIND[text])
    if text in _SIDES:
        if attribution.side not in (None, text):
            raise where.error(f"“{text}” and “{attribution.side}” cannot both be", "keep one")
        return replace(attribution, side=text)
    if text == RELAYED_BY or text.startswith(f"{RELAYED_BY} "):
        return replace(attribution, relayed_by=tuple(_read_relays(segment)))
    if read := _read_how(segment):
        if attribution.how is not None:
            raise where.error("how the speaker was found is said twice", "keep one")
        how, mention = read
        return replace(attribution, how=how, mention=mention)
    raise where.error(f"“{shown(segment)}” means nothing under a quotation", suggestion(text, _KNOWN))


def _read_how(segment: tuple[Piece, ...]) -> tuple[SpeakerHow, str | None] | None:
    match segment:
        case (Piece(kind=Kind.TEXT, text=text),) if "“" in text:  # by hand, without stars
            phrase, _, quoted = text.strip().partition("“")
            mention: str | None = quoted.removesuffix("”")
            how = _HOW_MENTIONED.get(phrase.strip().casefold())
        case (Piece(kind=Kind.TEXT, text=text),):
            mention, how = None, _HOW.get(text.strip().casefold())
        case (
            Piece(kind=Kind.TEXT, text=opening),
            Piece(kind=Kind.EM, text=mention),
            Piece(kind=Kind.TEXT, text="”"),
        ):
            how = _HOW_MENTIONED.get(opening.removesuffix("“").strip().casefold())
        case _:
            return None
    return None if how is None else (how, mention)


def _read_relays(segment: tuple[Piece, ...]) -> Iterator[str]:
    """The names behind "relayed by"; by hand, one name may stand there without stars."""
    names = [piece.text for piece in segment if piece.kind is Kind.STRONG]
    yield from names or [shown(segment)[len(RELAYED_BY) :].strip()]


def _refuse_near_miss(name: str, where: Where) -> None:
    """Raise where what looks like a name is a slip in the fixed words."""
    hint = suggestion(name, tuple(_HOW))
    if hint.startswith("did you mean"):
        raise where.error(
            f"“{name.strip()}” is no speaker's name", f"{hint} Otherwise put the name between **"
        )
