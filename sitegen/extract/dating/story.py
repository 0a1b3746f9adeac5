"""The day an article is about: what it tells in the past tense without a date happened then."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sitegen.extract.dating.clauses import Part
from sitegen.extract.dating.sentences import DatedClause, OwnDate
from sitegen.extract.dating.tense import Tense

_NEWS_DAYS = 7
"""News is told within a week; an older day in the lead is background ("which opened on 3 May")."""
LEAD = 3
"""In how many sentences, from the first of the body, an article tells when its story happened."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")


def story_day(lead: Iterable[Sequence[DatedClause]], published: str | None) -> OwnDate | None:
    """The first single day in the lead, at most a week before publication, that a clause has for its own.

    None where the lead gives no day, or the publication date is not known. "On Sunday the ministers had
    agreed" is before the story; so may be "after it broke on Monday".
    """
    if published is None:
        return None
    for sentence in lead:
        for clause in sentence:
            if clause.part is Part.OTHER_TIME or clause.tense in {Tense.PAST_PERFECT, Tense.FUTURE}:
                continue
            if clause.own:
                day = single_day(clause.own.value)
                if day and 0 <= (date.fromisoformat(published) - day).days <= _NEWS_DAYS:
                    return clause.own
    return None


def headline_day(lead: Sequence[DatedClause], story: OwnDate | None) -> OwnDate | None:
    """The date of what a headline above ``lead`` tells; None: not known.

    A headline tells the news, not that somebody told it: above "Ostrin Ferries said on Tuesday that it
    carried a tenth more in February" it is about February, above "… that it will close" about no day yet.
    """
    content = [clause for clause in lead if clause.part is Part.CONTENT]
    if not content:
        return story
    dated = next((clause.own for clause in content if clause.own), None)
    return dated or (story if content[0].tense in {Tense.PAST, Tense.PERFECT} else None)


def single_day(value: str | None) -> date | None:
    """The day of a value that is one ("2031-10-06", "2031-10-06TMO"); None for any other."""
    found = _DAY.match(value or "")
    return date.fromisoformat(found.group()) if found else None
