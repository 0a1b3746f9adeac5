"""Rules for seasons and named days: last fall, the summer of 1990, Christmas Eve, Easter Monday."""

import re
from dataclasses import replace
from datetime import timedelta

from sitegen.extract.time.context import Context
from sitegen.extract.time.moments import Grain, Moment, of_month, on, season
from sitegen.extract.time.relative import UNRESOLVED, from_publication
from sitegen.extract.time.rules import Match, Readings, Rule, no_time
from sitegen.extract.time.stated import calendar_day, month_named, stated, year_of
from sitegen.extract.time.tokens import CAPITALISED

_TITLE_REACH = 60
"""In how many characters on either side of a feast the quotation marks of a title are looked for."""
_FIRST_WORD = re.compile(r"(?:^|[.?!:;“„«\"\n(]) \s{0,3} \S{1,30} \s{1,3} $", re.VERBOSE)
_OPENED = re.compile(r"[“„«\"] (?P<words> [^“”„«»\"\n]{0,60} ) $", re.VERBOSE)
_CLOSED = re.compile(r"(?P<words> [^“”„«»\"\n]{0,60} ) [”“»\"]", re.VERBOSE)


def _season(match: Match, context: Context) -> Readings:
    name, year = match.value("s"), year_of(match, context)
    if name is None:
        return None
    if isinstance(year, int):
        moment = season(year, name)
        return stated(moment.value, moment)
    if year or context.published is None:
        return UNRESOLVED if match.has("turn") or match.has("turn2") else stated(f"{year or 'XXXX'}-{name}")
    return from_publication(_season_chosen(match, name, context))


def _season_chosen(match: Match, name: str, context: Context) -> Moment | None:
    """Which year's season: of last year, last, next, or by tense."""
    today = context.published
    if today is None:
        return None
    if match.has("turn2"):
        return season(today.year + int(match.value("turn2") or 0), name)
    candidates = [season(year, name) for year in (today.year - 1, today.year, today.year + 1)]
    match match.value("turn"):
        case "-1":
            return max((c for c in candidates if c.end < today), key=lambda c: c.start, default=None)
        case "1":
            return min((c for c in candidates if c.start > today), key=lambda c: c.start, default=None)
        case _:
            return context.choose(candidates)


def _named_day(match: Match, context: Context) -> Readings:
    """Christmas Day, Easter Monday 2009, last Thanksgiving; not “A Karsa Christmas”."""
    if _in_a_title(match):
        return None
    described, year = match.value("d") or "", year_of(match, context)
    if described[2] == "-" and not match.has("turn") and not match.has("turn2"):
        return calendar_day(int(described[:2]), int(described[3:]), year, context, match)
    if isinstance(year, int):
        moment = day_named(described, year)
        return stated(moment.value, moment) if moment else None
    today = context.published
    if today is None:
        return UNRESOLVED
    if match.has("turn2"):
        return from_publication(day_named(described, today.year + int(match.value("turn2") or 0)))
    days = [day for offset in (-1, 0, 1) if (day := day_named(described, today.year + offset))]
    turn = match.value("turn")
    if turn in {"-1", "1"}:
        days = [day for day in days if (day.start < today if turn == "-1" else day.start > today)]
    return from_publication(min(days, key=lambda day: abs((day.start - today).days), default=None))


def _in_a_title(match: Match) -> bool:
    """True for a feast in the name of a film or a book: behind a capital, or quoted among capitals.

    "The Karsa Christmas Market" and "Orthodox Christmas" are not 25 December either. A sentence may begin
    with any capital ("Near Christmas it froze"), and a word of the lexicon is no name ("Last Christmas").
    """
    text, (start, end) = match.tokens.text, match.tokens.span(*match.span())
    before, behind = text[max(start - _TITLE_REACH, 0) : start], text[end : end + _TITLE_REACH]
    if match.preceded_by_mark(CAPITALISED) and not _FIRST_WORD.search(before):
        return True
    opening, closing = _OPENED.search(before), _CLOSED.match(behind)
    if opening is None or closing is None:
        return False
    words = re.findall(r"[^\W\d_]{4,}", f"{opening['words']} {closing['words']}")
    return bool(words) and all(word[0].isupper() for word in words)


def day_named(described: str, year: int) -> Moment | None:
    """The day a lexicon entry describes in ``year``: "12-25", "nth 4 4 11", "easter -2"."""
    if described.startswith("easter"):
        return easter(year).shifted(int(described.split()[1]))
    if described.startswith("nth"):
        number, weekday, month = (int(part) for part in described.split()[1:])
        return _nth_weekday(year, month, weekday, number)
    return on(year, int(described[:2]), int(described[3:]))


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> Moment | None:
    if number > 0:
        first = of_month(year, month).start
        return on(year, month, 1 + (weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    last = of_month(year, month).end
    return Moment(start=last - timedelta(days=(last.isoweekday() - weekday) % 7), grain=Grain.DAY)


def _weekday_of_month(match: Match, context: Context) -> Readings:
    """The first Monday in March, the last Friday of May 2009."""
    month = month_named(match, context)
    if month is None or month.moment is None:
        return UNRESOLVED if month else None
    year, number = month.moment.start.year, month.moment.start.month
    day = _nth_weekday(year, number, int(match.value("w") or 1), int(match.value("n") or 1))
    return replace(month, value=day.value, moment=day) if day else None


def easter(year: int) -> Moment:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 20 April 1876)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    found = on(year, month, day + 1)
    if found is None:
        raise AssertionError(f"Easter {year} is a day of the calendar")
    return found


RULES = (
    Rule(
        name="weekday of a month",
        because="the first Monday in March; the last Friday of May 2009",
        pattern=r"<the> <n:nth> <w:weekdays_in_full> <of|in> <m:months> (?: <dot>? <of|comma>? {year} )?",
        resolve=_weekday_of_month,
    ),
    Rule(
        name="some weekday",
        because="he came on a Friday in May; on the third Friday of each month",
        pattern=r"<one> <weekdays_in_full> (?= <in> ) | <the> <nth> <weekdays_in_full> (?= <of> <each> )",
        resolve=no_time,
    ),
    Rule(
        name="season",
        because="last fall; the summer of 1990; spring 2009; the early summer; since autumn",
        pattern=r"{part}? (?: <the> | <turn:last_one|next|this> ) <parts>? <s:seasons> (?! <in> <unknown> )"
        r"(?: <of>? {year} | <of>? <turn2:last|next|this> <year_word> )? | <s:seasons> <of>? {year}"
        r" | (?<= <before_a_season> ) <parts>? <s:seasons_alone> (?! <unknown|hyphen> )",
        resolve=_season,
    ),
    Rule(
        name="named day",
        because="Christmas Eve; Good Friday 2011; last Thanksgiving",
        pattern=r"(?:<turn:last_one|next|this>)? <d:named_days> (?: <comma>? {year}"
        r" | <turn2:last|next|this> <year_word> )?",
        resolve=_named_day,
    ),
)
