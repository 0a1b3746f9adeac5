"""When what each clause tells of happened, for programs to read.

A clause has the date that stands in it and tells when, not how long since or compared with what. With none,
it has that of a clause beside it, unless the two have different times: what somebody says has its own. With
none in the sentence, a clause in the past tense has the day of the story; any other stays without a date.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from sitegen import dates
from sitegen.extract.dating.clauses import Part
from sitegen.extract.dating.own import has_place
from sitegen.extract.dating.sentences import DatedClause, OwnDate, dated_clauses
from sitegen.extract.dating.story import LEAD, headline_day, story_day
from sitegen.extract.dating.tense import Tense
from sitegen.model import DatedBy, Dating, Excerpt, TimeExpression

_BESIDE: Mapping[Part, frozenset[Part]] = {
    Part.MAIN: frozenset({Part.MAIN}),
    Part.CONTENT: frozenset({Part.MAIN, Part.CONTENT}),
    Part.OTHER_TIME: frozenset({Part.MAIN, Part.CONTENT}),
}
"""Of which clauses in its sentence a clause may have the date."""
_NARRATIVE = frozenset({Tense.PAST})
"""The tense of what happened on the day of the story."""
_NEWS = frozenset({Tense.PAST, Tense.PERFECT})
"""The same in the lead: "Ostrin has opened its new lock. … The Sunday was chosen because …"."""


def date_clauses(
    text: str, sentences: Sequence[Excerpt], timexes: Sequence[TimeExpression], published: str | None
) -> tuple[Dating, ...]:
    """The clauses of ``text`` whose time is known or at least named, in text order, none overlapping another.

    ``sentences`` and ``timexes`` are in text order and carry spans; ``published`` is an ISO date or None.
    """
    body = 1 if _opens_with_headline(sentences) else 0
    dated = list(_with_dates(sentences, timexes))
    lead = [dated_clauses(text, sentence, timexes) for sentence, timexes in dated[body : body + LEAD]]
    story = story_day(lead, published)
    found: list[Dating] = []
    if body and lead:
        news = headline_day(lead[0], story)
        found += [_dating(sentences[0], news, DatedBy.STORY)] if news else []
    for number, (sentence, own) in enumerate(dated[body:]):
        if own or story:
            clauses = lead[number] if number < LEAD else dated_clauses(text, sentence, own)
            tenses = _NEWS if number < LEAD else _NARRATIVE
            found += _sentence(text, sentence, clauses, story, tenses, published)
    return tuple(found)


def _opens_with_headline(sentences: Sequence[Excerpt]) -> bool:
    """True where the first sentence is a paragraph without a full stop."""
    if len(sentences) < 2 or sentences[0].paragraph == sentences[1].paragraph:
        return False
    return sentences[0].text.rstrip()[-1:].isalnum()


def _with_dates(
    sentences: Iterable[Excerpt], timexes: Iterable[TimeExpression]
) -> Iterator[tuple[Excerpt, Sequence[TimeExpression]]]:
    """Each sentence, with the dates and times that begin in it."""
    placed = [timex for timex in timexes if has_place(timex)]
    starts = [timex.words.span.start for timex in placed if timex.words.span is not None]
    for sentence in sentences:
        span = sentence.span
        if span is not None:
            yield sentence, placed[bisect_left(starts, span.start) : bisect_left(starts, span.end)]


def _sentence(
    text: str,
    sentence: Excerpt,
    clauses: Sequence[DatedClause],
    story: OwnDate | None,
    tenses: frozenset[Tense],
    published: str | None,
) -> Iterator[Dating]:
    for clause, beside in zip(clauses, _beside(clauses, published), strict=True):
        words = Excerpt(text=clause.span.of(text), span=clause.span, paragraph=sentence.paragraph)
        if not any(map(str.isalnum, words.text)):
            continue  # a mark between two clauses
        if clause.own:
            yield _dating(words, clause.own, DatedBy.CLAUSE)
        elif beside:
            yield _dating(words, beside, DatedBy.SENTENCE)
        elif story and clause.tense in tenses:
            yield _dating(words, story, DatedBy.STORY)


def _dating(clause: Excerpt, own: OwnDate, by: DatedBy) -> Dating:
    return Dating(clause=clause, when=own.when, value=own.value, by=by)


def _beside(clauses: Sequence[DatedClause], published: str | None) -> list[OwnDate | None]:
    """For each clause the nearest date of another that it may have; of two as near, the one before."""
    before = _nearest(clauses, range(len(clauses)), published)
    after = _nearest(clauses, range(len(clauses) - 1, -1, -1), published)
    chosen: list[OwnDate | None] = []
    for at, (left, right) in enumerate(zip(before, after, strict=True)):
        nearest = left if left is not None and (right is None or at - left <= right - at) else right
        chosen.append(None if nearest is None else clauses[nearest].own)
    return chosen


def _nearest(clauses: Sequence[DatedClause], order: Iterable[int], published: str | None) -> list[int | None]:
    """For each clause the last one before it in ``order`` whose date it may have."""
    latest: dict[Part, int] = {}
    nearest: list[int | None] = [None] * len(clauses)
    for at in order:
        clause = clauses[at]
        usable = (latest[part] for part in _BESIDE[clause.part] if part in latest)
        fitting = [other for other in usable if _fits(clause, clauses[other].own, published)]
        distances = {abs(other - at): other for other in fitting}
        nearest[at] = distances[min(distances)] if distances else None
        if clause.own:
            latest[clause.part] = at
    return nearest


def _fits(clause: DatedClause, own: OwnDate | None, published: str | None) -> bool:
    """True where the tense of ``clause`` allows it a date from beside it."""
    match clause.part, clause.tense:
        case Part.CONTENT, Tense.FUTURE:
            return False  # "The council said on Monday it will close the bridge": not on Monday
        case Part.OTHER_TIME, Tense.PAST_PERFECT | Tense.PRESENT | Tense.FUTURE:
            return False  # "Ferries stopped on Monday after ice had reached the quay, which is a mile off"
        case _, Tense.PAST:
            # "The sale went through, and the yard should reopen by 2035": it did not go through in 2035
            bounds = dates.bounds(own.value) if own else None
            return not (bounds and published) or bounds[0] <= date.fromisoformat(published)
    return True
