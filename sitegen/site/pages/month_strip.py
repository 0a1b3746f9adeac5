"""When a speaker was quoted: their quotations by the month in which the articles were published."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen import dates
from sitegen.site.page import numbered
from sitegen.site.pages.strip import Stretch, Strip, draw, span_label, span_words, stretches_of
from sitegen.site.pages.wording import date_words, say
from sitegen.site.speakers.voices import Said
from sitegen.site.strings import Strings

MONTHS = 12
"""Up to a year stands month by month; of a longer time each year is a column with twelve bars."""

LONGEST_IN_YEARS = 20
"""Years in a stretch that still has a bar for each of them."""

Places = Mapping[int, tuple[str, str]]
"""By month, counted from the year 0: where its quotations begin, path and id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthStrip:
    """Quotations by month."""

    strip: Strip | None
    """None: there are not two months to compare."""
    undated: int
    """Quotations from articles that state no day of publication."""


def month_strip(t: Strings, said: Sequence[Said], path: str, per_page: int) -> MonthStrip:
    """The strip of a speaker's quotations, which stand at ``path`` in pages of ``per_page``."""
    counts: Counter[int] = Counter()
    first: dict[int, tuple[str, str]] = {}
    for each, place in zip(said, _places(said, path, per_page), strict=True):
        month = _month(each)
        if month is not None:
            counts[month] += 1
            first.setdefault(month, place)

    return MonthStrip(
        strip=_strip(t, counts, first) if len(counts) > 1 else None, undated=len(said) - counts.total()
    )


def _month(said: Said) -> int | None:
    published = said.digest.facts.published
    return None if published is None else int(published[:4]) * 12 + int(published[5:7]) - 1


def _places(said: Sequence[Said], path: str, per_page: int) -> Iterator[tuple[str, str]]:
    """For each quotation its page, and there the id of its article: numbered anew on every page."""
    number, last = 0, ""
    for at, each in enumerate(said):
        if at % per_page == 0:
            number, last = 0, ""
        if each.digest.slug != last:
            number, last = number + 1, each.digest.slug
        yield numbered(path, at // per_page + 1), f"a{number}"


def _strip(t: Strings, counts: Counter[int], places: Places) -> Strip:
    span = range(min(counts), max(counts) + 1)
    if len(span) <= MONTHS:
        stretches = [_month_column(t, month, counts, places) for month in span]
        return draw(t.plain("speaker.by_month"), stretches)
    years = {month // 12: None for month in counts}
    stretches = [_years_column(t, each, counts, places) for each in stretches_of(years)]
    return draw(t.plain("speaker.by_time"), stretches)


def _month_column(t: Strings, month: int, counts: Counter[int], places: Places) -> Stretch:
    time = date_words(t, f"{month // 12:04d}-{month % 12 + 1:02d}")
    path, anchor = places.get(month, (None, ""))
    return Stretch(
        label=dates.month_short(month % 12 + 1, say(t)),
        words=t.plain("speaker.strip_part", time=time, n=counts[month]),
        counts=(counts[month],),
        path=path,
        anchor=anchor,
    )


def _years_column(t: Strings, years: range, counts: Counter[int], places: Places) -> Stretch:
    start, total = years[0] * 12, len(years) * 12
    unit = 1 if len(years) == 1 else 12 if len(years) <= LONGEST_IN_YEARS else total
    shares = [0] * (total // unit)
    own = [month for month in counts if start <= month < start + total]
    for month in own:
        shares[(month - start) // unit] += counts[month]
    # The newest of them stands first on the page.
    path, anchor = places[max(own)] if own else (None, "")
    return Stretch(
        label=span_label(years),
        words=t.plain("speaker.strip_part", time=span_words(years), n=sum(shares)),
        counts=tuple(shares),
        path=path,
        anchor=anchor,
    )
