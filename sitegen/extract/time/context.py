"""What is known at a place in the text: the publication date, dates mentioned before, the clause's tense."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from sitegen.extract.time.moments import Grain, Moment, around
from sitegen.model import TimexHow, TimexType


class Tense(Enum):
    """Where the verb of the clause lies, seen from the publication date."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a rule makes of the words it matched."""

    type: TimexType
    value: str | None
    how: TimexHow
    moment: Moment | None = None
    """The stretch of the calendar it names, for later words to refer to; None: none, or no year known."""
    group: str | None = None
    """The group of the rule's pattern that the expression covers; None: all that matched."""
    report: bool | None = None
    """Whether it says which period a report is about; None: by what the report has named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a rule may use beside the words themselves."""

    published: date | None
    tense: Tense | None = None
    """Of the clause around the expression; None: unclear."""
    last: Moment | None = None
    """The last date mentioned; None: none yet, or its year is not known."""
    day: Moment | None = None
    """The last single day mentioned in this paragraph."""
    period: Moment | None = None
    """The quarter or half a report is about."""
    quarter: Moment | None = None
    """The last quarter mentioned."""
    compared: Moment | None = None
    """The last quarter or half this sentence names."""
    beside: Moment | None = None
    """The last date this sentence names, if its year is known."""

    def after(self, reading: Reading) -> "Context":
        """The context behind ``reading``."""
        if reading.type not in {TimexType.DATE, TimexType.TIME} or not reading.value:
            return self
        moment = reading.moment
        if moment is None:
            # A date without a year must not leave an older one standing as the one mentioned last.
            return replace(self, last=None, day=None, beside=None) if reading.how is TimexHow.STATED else self
        # "A year earlier" compares with the period under discussion; it does not become the period.
        reported = moment.grain in {Grain.QUARTER, Grain.HALF} and reading.how is not TimexHow.CONTEXT
        day = moment if moment.grain is Grain.DAY else self.day
        return replace(
            self,
            last=moment,
            beside=moment,
            quarter=moment if moment.grain is Grain.QUARTER else self.quarter,
            day=day,
            period=self._reported(moment, reading.report) if reported else self.period,
            compared=moment if reported or moment == self.period else self.compared,
        )

    def _reported(self, moment: Moment, report: bool | None) -> Moment | None:
        """The period a report is about, now that it has named ``moment``: the latest that has ended.

        "After a flat second quarter", or a forecast for the fourth, does not change what the third is
        compared with.
        """
        begun = self.published is None or moment.start <= self.published
        if self.period is None or report is not None:
            return moment if begun and (self.period is None or report) else self.period
        ended = self.published is None or moment.end <= self.published
        return moment if ended and moment.start >= self.period.start else self.period

    def around(self, grain: Grain) -> Moment | None:
        """The stretch of ``grain`` that holds the publication date; None without one."""
        return None if self.published is None else around(self.published, grain)

    def choose(self, candidates: Sequence[Moment | None]) -> Moment | None:
        """The candidate that suits the tense and is nearest to publication, if that is known."""
        today = self.published
        known = [moment for moment in candidates if moment is not None]
        if today is None or not known:
            return None
        if self.tense is Tense.PAST:
            fitting = [moment for moment in known if moment.start <= today] or known
        elif self.tense is Tense.FUTURE:
            fitting = [moment for moment in known if moment.end >= today] or known
        else:
            fitting = known
        # Where they are about as near, the past is likelier: news tells what has happened.
        return min(fitting, key=lambda moment: days_between(moment, today) + (moment.start > today) * 1.5)


def days_between(moment: Moment, day: date) -> int:
    """How many days lie between a stretch of the calendar and a day; 0 where it holds the day."""
    return max((moment.start - day).days, (day - moment.end).days, 0)
