"""A line of the timeline ⇄ a dated sentence.

``**7 October, year not stated** (“*Oct. 7*” · `XXXX-10-07` · as stated · [¶4](#c792-798)) — Sentence.``

The date in bold is for the reader; the value in code marks is what counts, and the words in “ ” are the
article's. By hand, ``**2031-04-02** — Sentence.`` is enough.
"""

import urllib.parse
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen import dates
from sitegen.content_file.escape import flowing, line
from sitegen.content_file.pieces import SEPARATOR, Kind, Piece, joined, segments, shown
from sitegen.content_file.places import is_place, link, read_excerpt, read_place, with_link
from sitegen.content_file.where import Where
from sitegen.content_file.wording import TIMEX_HOW, TIMEX_TYPE
from sitegen.facts import is_iso_date
from sitegen.model import Event, Excerpt, Span, TimeExpression, TimexHow, TimexType
from sitegen.strict_yaml import suggestion

_TYPE = {words: kind for kind, words in TIMEX_TYPE.items()}
_HOW = {words: how for how, words in TIMEX_HOW.items()}

_END_OF_DATE = ") — "
_PLAIN_VALUE = "-:/~?+.,"
"""Besides letters and digits, what a TIMEX3 or EDTF value holds; anything else is written as %XX."""


def write_event(event: Event) -> str:
    """The line; over several lines where the sentence has several."""
    when = event.when
    known = [f"“*{line(when.words.text)}*”"]
    if when.value is not None:
        known.append(f"`{_write_value(when.value)}`")
    if when.type is not TimexType.DATE:
        known.append(TIMEX_TYPE[when.type])
    known.append(TIMEX_HOW[when.how])
    if place := link(when.words):
        known.append(place)
    sentence = with_link(flowing(event.sentence.text), event.sentence)
    return f"**{line(dates.words(when.value))}** ({SEPARATOR.join(known)}{_END_OF_DATE}{sentence}"


def read_event(parts: Sequence[Piece], where: Where) -> Event | None:
    """The event a line tells of; None when it does not begin with a date in bold and a dash.

    Raises:
        SitegenError: unknown words beside the date, a badly written ¶ link.
    """
    match parts:
        case [Piece(kind=Kind.STRONG, text=date), Piece(kind=Kind.TEXT, text=after), *rest]:
            pass
        case _:
            return None
    if after.startswith((" — ", " – ")):
        sentence = joined([Piece(Kind.TEXT, after[3:]), *rest])
        value = date if is_iso_date(date) else None
        return _event(date, _Known(value=value), read_excerpt(sentence, where))
    cut = _cut_date([Piece(Kind.TEXT, after), *rest]) if after.startswith(" (") else None
    if cut is None:
        return None
    known = _Known()
    for segment in segments(cut.date):
        known = _read_segment(segment, known, where)
    return _event(date, known, read_excerpt(cut.sentence, where))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What stands in brackets behind the date."""

    words: str | None = None
    value: str | None = None
    type: TimexType = TimexType.DATE
    how: TimexHow | None = None
    span: Span | None = None
    paragraph: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A line cut where its date ends; brackets, dash and the date in bold left out."""

    date: tuple[Piece, ...]
    sentence: tuple[Piece, ...]


def _cut_date(parts: Sequence[Piece]) -> _Cut | None:
    for number, part in enumerate(parts):
        before, found, after = part.text.partition(_END_OF_DATE) if part.kind is Kind.TEXT else ("", "", "")
        if found:
            date = joined([*parts[:number], Piece(Kind.TEXT, before)])
            date = joined([Piece(Kind.TEXT, date[0].text.removeprefix(" (")), *date[1:]])
            return _Cut(date=date, sentence=joined([Piece(Kind.TEXT, after), *parts[number + 1 :]]))
    return None


def _read_segment(segment: tuple[Piece, ...], known: _Known, where: Where) -> _Known:
    """``known``, and what one segment in the brackets says."""
    text = shown(segment)
    match segment:
        case (
            Piece(kind=Kind.TEXT, text="“"),
            Piece(kind=Kind.EM, text=words),
            Piece(kind=Kind.TEXT, text="”"),
        ):
            return replace(known, words=words)
        case (Piece(kind=Kind.CODE, text=code),):
            return replace(known, value=_read_value(code))
        case (place,) if is_place(place):
            span, paragraph = read_place(place, where)
            return replace(known, span=span, paragraph=paragraph)
    if text.startswith("“") and text.endswith("”"):  # by hand, without stars
        return replace(known, words=text[1:-1])
    if text.casefold() in _TYPE:
        return replace(known, type=_TYPE[text.casefold()])
    if text.casefold() in _HOW:
        return replace(known, how=_HOW[text.casefold()])
    raise where.error(f"“{text}” means nothing beside a date", suggestion(text, (*_HOW, *_TYPE)))


def _event(date: str, known: _Known, sentence: Excerpt) -> Event:
    """What is not said: the words are those in bold, and the words alone give the value."""
    words = date if known.words is None else known.words
    how = known.how or (TimexHow.UNRESOLVED if known.value is None else TimexHow.STATED)
    when = TimeExpression(
        words=Excerpt(text=words, span=known.span, paragraph=known.paragraph),
        type=known.type,
        value=known.value,
        how=how,
    )
    return Event(when=when, sentence=sentence)


def _write_value(value: str) -> str:
    return urllib.parse.quote(value, safe=_PLAIN_VALUE) or "%"


def _read_value(code: str) -> str:
    return "" if code == "%" else urllib.parse.unquote(code)
