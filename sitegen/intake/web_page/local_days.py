"""The day that a page shows its reader, where it stamps its article in universal time.

``2019-11-19T07:03:25+00:00`` is "November 18, 2019 11:03 PM" for a reader in California. A stamp with another
offset is local already. Only the day before or after a stamp's may be meant: nothing else is corrected.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from urllib.parse import urlsplit

from sitegen.intake.stated_dates import read_date
from sitegen.lexicon import load

_UTC = re.compile(
    r"\d{4}-?\d{2}-?\d{2}[T ](\d{2}:?\d{2}[\d:.]{0,12}) ?(?:Z|[+-]00:?00|UTC|GMT)", re.IGNORECASE
)
# /2019/11/18/bridge, /2019/nov/18/, /2019-11-18-bridge
_DAY_IN_PATH = re.compile(r"/((?:19|20)\d\d)([/-])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})(?=[/-]|\Z)", re.IGNORECASE)


def shown_day(stamp: str, lines: Iterable[str], address: str | None = None) -> str | None:
    """The day that the page's reader is told, as ``YYYY-MM-DD``; the stamp's own where nothing else is shown.

    Args:
        stamp: as the page states it; None comes back where it is no date.
        lines: what stands beside the headline or in the date's element, in any words.
        address: of the page; asked only where no line tells.
    """
    own = read_date(stamp)
    if own is None or clock_in_utc(stamp) is None:
        return own
    near = {day: _days_off(own, day) for day in _days(lines, own)}
    found = {day for day, off in near.items() if abs(off) <= 1}
    if not found:
        in_address = _day_in(address)
        found = {in_address} if in_address and abs(_days_off(own, in_address)) == 1 else set()
    # The stamp's own day is shown too, or both its neighbours: nothing to be told from that.
    return found.pop() if len(found) == 1 else own


def carried(modified: str, *, published: str, shown: str | None) -> str | None:
    """The day of the stamp ``modified``, moved as ``published`` was moved to the day ``shown``.

    Only where that is sure: 23:00 UTC is the day after wherever 22:00 UTC is.
    """
    own, first = read_date(modified), read_date(published)
    clock, first_clock = clock_in_utc(modified), clock_in_utc(published)
    if own is None or first is None or shown is None or clock is None or first_clock is None:
        return own
    off = _days_off(first, shown)
    is_sure = clock <= first_clock if off < 0 else clock >= first_clock
    return (date.fromisoformat(own) + timedelta(days=off)).isoformat() if off and is_sure else own


def clock_in_utc(stamp: str) -> str | None:
    """The clock time of a stamp in universal time, to be compared as text; None for any other stamp."""
    found = _UTC.fullmatch(stamp.strip())
    return found.group(1).replace(":", "") if found else None


def _days(lines: Iterable[str], own: str) -> Iterator[str]:
    """The days that lines name; where the year is left out, the one that is nearest to ``own``."""
    middle = date.fromisoformat(own)
    near = [middle + timedelta(days=off) for off in (0, -1, 1)]
    for line in lines:
        if whole := read_date(line):
            yield whole
            continue
        for day in near:
            if read_date(f"{line} {day.year}") == day.isoformat():
                yield day.isoformat()
                break


def _day_in(address: str | None) -> str | None:
    found = _DAY_IN_PATH.search(urlsplit(address).path) if address else None
    if found is None:
        return None
    year, _, month, day = found.groups()
    number = month if month.isdigit() else _months().get(month.casefold(), "")
    return read_date(f"{year}-{str(number).zfill(2)}-{day.zfill(2)}")


def _days_off(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


@cache
def _months() -> dict[str, int]:
    return {name: number for number, names in enumerate(load("intake")["months"], 1) for name in names}
