"""A sentence with its clauses and the dates that are their own."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sitegen import dates
from sitegen.extract.dating.clauses import Clause, Part, clauses
from sitegen.extract.dating.own import begins_at, in_dateline, is_habit, is_yardstick, names_a_thing
from sitegen.extract.dating.tense import Tense, tense_of
from sitegen.extract.dating.words import Words, listed, read
from sitegen.model import Excerpt, Span, TimeExpression

_UNKNOWN_LENGTH = 10**6


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDate:
    """A date that tells when the event of its clause happened."""

    when: TimeExpression
    value: str | None
    """``when.value``, or its first day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedClause:
    """A clause, or that piece of one that belongs to one of its dates."""

    span: Span
    part: Part
    tense: Tense | None
    own: OwnDate | None
    """None: the clause has no date of its own."""


def dated_clauses(text: str, sentence: Excerpt, timexes: Sequence[TimeExpression]) -> tuple[DatedClause, ...]:
    """The clauses of ``sentence``, with nothing but white space between them.

    ``timexes`` are the dates and times that begin in the sentence, in text order.
    """
    if sentence.span is None:
        return ()
    words = read(text, sentence.span)
    return tuple(
        piece for clause, within in _by_clause(words, timexes) for piece in _pieces(words, clause, within)
    )


def telling(text: str, sentence: Excerpt, timexes: Sequence[TimeExpression]) -> tuple[bool, ...]:
    """For each of the ``timexes`` that begin in ``sentence``: True where something is told to have been then.

    Where the main clause, or what it reports as said, has a date, its dates alone count, and not those of
    a clause below it ("who came | in 1931"). Never counts the date of a thing ("the | 1991 | treaty"), nor
    one that something is only measured by ("its worst frost | since 1987"), nor one that holds a finer one
    ("on Friday, | in a mild March"), nor the hour of a habit ("the shift starts | at 6 a.m.").
    """
    if sentence.span is None:
        return (False,) * len(timexes)
    words = read(text, sentence.span)
    if _only_dates(words, timexes):
        return (False,) * len(timexes)
    own = [
        (timex, clause.below)
        for clause, within in _by_clause(words, timexes)
        for timex in within
        if _is_own(words, clause, timex, *_place(words, timex))
        and not is_habit(words, timex, *_place(words, timex), tense=clause.tense)
    ]
    main = [timex for timex, below in own if not below]
    shown = _finest(main or [timex for timex, _ in own])
    return tuple(timex.words.span in shown for timex in timexes)


def _only_dates(words: Words, timexes: Sequence[TimeExpression]) -> bool:
    """True for a line that is nothing but a date: "Friday, 3 October 2031." tells nothing."""
    covered = {at for timex in timexes for at in range(*_place(words, timex))}
    return not any(form[0].isalnum() for at, form in enumerate(words.forms) if at not in covered)


def _finest(told: Sequence[TimeExpression]) -> frozenset[Span | None]:
    """The places of those dates that hold no finer one; of those that say the same, the first.

    Sorted, so that a sentence of nothing but dates does not take the square of their number.
    """
    finest: list[Span | None] = []
    first: dict[tuple[date, date], Span | None] = {}
    for timex in told:
        bounds = dates.bounds(timex.value)
        if bounds is None:
            finest.append(timex.words.span)
        else:
            first.setdefault(bounds, timex.words.span)
    soonest: date | None = None
    for opens, closes in sorted(first, key=lambda bounds: (-bounds[0].toordinal(), bounds[1])):
        # Those before it open later, or as soon and close sooner: it holds one if that closes within it.
        if soonest is None or soonest > closes:
            finest.append(first[opens, closes])
            soonest = closes
    return frozenset(finest)


def _by_clause(
    words: Words, timexes: Sequence[TimeExpression]
) -> Iterator[tuple[Clause, Sequence[TimeExpression]]]:
    """Each clause of a sentence, with those of its ``timexes`` that begin in it."""
    starts = [timex.words.span.start for timex in timexes if timex.words.span is not None]
    waiting = 0
    for clause in clauses(words, set(starts)):
        end = words.starts[clause.last] if clause.last < len(words.forms) else words.ends[-1]
        behind = bisect_left(starts, end)
        yield clause, timexes[waiting:behind]
        waiting = behind


def _place(words: Words, timex: TimeExpression) -> tuple[int, int]:
    """The indices of the first word of ``timex`` and of the one behind its last."""
    span = timex.words.span
    if span is None:
        return 0, 0
    first = bisect_left(words.ends, span.start + 1)
    return first, max(bisect_left(words.starts, span.end), first + 1)


def _pieces(words: Words, clause: Clause, timexes: Sequence[TimeExpression]) -> Iterator[DatedClause]:
    """``clause``, cut at a comma or "and" between two of its dates: "sold it in 1976, and the rest in 2003".

    But "on Monday, in the worst week of March, it snowed" is of one piece: no verb stands before the comma.
    """
    group: list[OwnDate] = []
    start = behind = read_to = clause.first
    has_verb = False
    for timex in timexes:
        first, last = _place(words, timex)
        if not _is_own(words, clause, timex, first, last):
            continue
        cut = _joint(words, behind, first) if group else None
        if cut is not None:
            has_verb = has_verb or tense_of(words, read_to, cut) is not None
            read_to = cut
            if has_verb:
                yield _piece(words, replace(clause, first=start, last=cut), group)
                start, group, has_verb = cut, [], False
        opens = begins_at(words.forms, first, last, clause.first)
        group.append(OwnDate(when=timex, value=_first_day(timex.value) if opens else timex.value))
        behind = last
    yield _piece(words, replace(clause, first=start), group)


def _is_own(words: Words, clause: Clause, timex: TimeExpression, first: int, last: int) -> bool:
    end = timex.words.span.end if timex.words.span is not None else 0
    return not (
        is_yardstick(words, first, last, clause.first)
        or names_a_thing(words, first, last, end)
        or in_dateline(words, first, last)
    )


def _joint(words: Words, first: int, last: int) -> int | None:
    """The last comma or coordinator among the words ``[first, last)``."""
    joints = (at for at in range(last - 1, first - 1, -1) if words.forms[at] in listed("joints"))
    return next(joints, None)


def _piece(words: Words, clause: Clause, group: Sequence[OwnDate]) -> DatedClause:
    """Of several dates the finest: "on Friday, in the worst week of March"."""
    return DatedClause(
        span=Span(start=words.starts[clause.first], end=words.ends[clause.last - 1]),
        part=clause.part,
        tense=clause.tense,
        own=min(group, key=_length, default=None),
    )


def _length(own: OwnDate) -> int:
    """How many days the date may be."""
    bounds = dates.bounds(own.value)
    return (bounds[1] - bounds[0]).days if bounds else _UNKNOWN_LENGTH


def _first_day(value: str | None) -> str | None:
    bounds = dates.bounds(value)
    return bounds[0].isoformat() if bounds else value
