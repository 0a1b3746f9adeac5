"""Time at a glance: columns of months or years, as high as there is much. SVG without script.

Places along the strip are per cent, so that it is as wide as the page while its words keep their size. A
column that leads somewhere is a target for a finger: there are never more than twelve, each 24 pixels wide in
the narrowest window. Longer times are cut into stretches, each of them one target with several bars.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen import dates
from sitegen.site.pages.wording import date_words, say
from sitegen.site.strings import Strings
from sitegen.site.timeline.years import Year

HIGHEST, ABOVE, BELOW = 56, 18, 20
"""Pixels: of the highest column, of the numbers above the columns, and of the names below."""

MOST_YEARS, MOST_STRETCHES = 8, 6
"""Columns: a label ``1995`` takes up to 28 pixels, ``1995–99`` up to 46; the narrowest window has 288."""

STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000, 2000)
"""How many years a stretch may have; the last is enough for every year of four digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A rectangle of the strip."""

    left: str
    """Per cent, as is the next."""
    width: str
    top: int
    """Pixels."""
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A month, a year or a stretch of years, with what it leads to."""

    label: str
    """``Mar``, ``2024``, ``1995–99``"""
    words: str
    """``March 2024: 12 dated sentences``"""
    path: str | None
    """Where it leads; None: there is nothing."""
    anchor: str
    number: str
    """How many in all, in few digits: ``12``, ``4k``."""
    left: str
    """Per cent, as are the next two."""
    width: str
    middle: str
    top: int
    """Pixels: where the highest bar ends."""
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """Columns side by side."""

    words: str
    """What the picture shows."""
    height: int
    """Pixels; a strip on the scale of a busier one is the lower."""
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """What a column shows, before it is drawn."""

    label: str
    words: str
    counts: tuple[int, ...]
    """One for each bar."""
    path: str | None = None
    anchor: str = ""


def strip(t: Strings, year: Year, most: int) -> Strip:
    """The months of ``year``, on a scale on which ``most`` sentences make the highest column."""
    totals = {month.value: month.total for month in year.months}
    values = [f"{year.value}-{number:02d}" for number in range(1, 13)]
    stretches = [
        Stretch(
            label=dates.month_short(at, say(t)),
            words=t.plain("timeline.strip_month", month=date_words(t, value), n=totals.get(value, 0)),
            counts=(totals.get(value, 0),),
            path=f"timeline/{value}.html" if value in totals else None,
        )
        for at, value in enumerate(values, start=1)
    ]
    return draw(t.plain("timeline.strip", year=year.value), stretches, most=most)


def highest(years: tuple[Year, ...]) -> int:
    """The most sentences that a month of ``years`` has; 1 where none has any."""
    return max((month.total for year in years for month in year.months), default=1)


def draw(words: str, stretches: Sequence[Stretch], *, most: int | None = None) -> Strip:
    """The strip of ``stretches``; ``most`` makes the highest bar, None: the largest of their counts."""
    top = most or max((max(each.counts) for each in stretches), default=1) or 1
    base = ABOVE + max((_height(max(each.counts), top) for each in stretches), default=0)
    share = 100 / max(_room(stretches), len(stretches))
    return Strip(
        words=words,
        height=base + BELOW,
        columns=tuple(_column(each, at * share, share, top, base) for at, each in enumerate(stretches)),
    )


def _room(stretches: Sequence[Stretch]) -> int:
    """How many columns there is room for at least, so that a single one is no wall."""
    if any(len(each.counts) > 1 for each in stretches):
        return 4
    longest = max((len(each.label) for each in stretches), default=0)
    return 12 if longest < 4 else MOST_YEARS if longest < 7 else MOST_STRETCHES


def _column(stretch: Stretch, left: float, share: float, most: int, base: int) -> Column:
    total = sum(stretch.counts)
    return Column(
        label=stretch.label,
        words=stretch.words,
        path=stretch.path,
        anchor=stretch.anchor,
        number=str(total) if total < 1000 else f"{total // 1000}k",
        left=_per_cent(left),
        width=_per_cent(share),
        middle=_per_cent(left + share / 2),
        top=base - _height(max(stretch.counts), most),
        bars=tuple(_bars(stretch.counts, left, share, most, base)),
    )


def _bars(counts: Sequence[int], left: float, share: float, most: int, base: int) -> Iterator[Bar]:
    """Bars in the middle of ``share``: one of them with air on both sides, many close together."""
    room = share * (0.72 if len(counts) == 1 else 0.9)
    each = room / len(counts)
    start = left + (share - room) / 2
    for at, count in enumerate(counts):
        if count:
            height = _height(count, most)
            yield Bar(
                left=_per_cent(start + at * each),
                width=_per_cent(each * (1 if len(counts) == 1 else 0.8)),
                top=base - height,
                height=height,
            )


def _height(count: int, most: int) -> int:
    return max(2, round(HIGHEST * count / most)) if count else 0


def _per_cent(share: float) -> str:
    return f"{share:.2f}%"


def stretches_of(years: Mapping[int, object]) -> Iterator[range]:
    """The years from the first to the last of ``years``, in as few equal stretches as fit side by side."""
    if not years:
        return
    first, last = min(years), max(years)
    step = next(
        each for each in STEPS if last // each - first // each < (MOST_YEARS if each == 1 else MOST_STRETCHES)
    )
    for start in range(first // step * step, last + 1, step):
        yield range(start, start + step)


def span_words(years: range) -> str:
    """``2024``, ``1980–1989``"""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def span_label(years: range) -> str:
    """``2024``, ``1995–99``; where the century changes the first: there is no room for two."""
    first, last = str(years[0]), str(years[-1])
    if len(years) == 1 or first[:-2] != last[:-2]:
        return first
    return f"{first}–{last[-2:]}"
