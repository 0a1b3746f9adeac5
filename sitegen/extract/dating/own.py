"""Which of the dates in a clause are its own: when its event happened."""

from collections.abc import Sequence

from sitegen.extract.dating.tense import Tense, tense_at
from sitegen.extract.dating.words import Words, listed
from sitegen.model import TimeExpression, TimexType

_PLACED = frozenset({TimexType.DATE, TimexType.TIME})
"""A duration or a repeated time has no place on a timeline."""
_REFERENCES = frozenset({"PAST_REF", "PRESENT_REF", "FUTURE_REF"})
"""TIMEX3 values of "recently", "now" and "soon": words about time that date nothing."""

_REACH = 40
"""How many words before "since" a record may stand: "its longest run of losses, … since 1993"."""
_COMPARED_REACH = 14
"""... and "compared with" or "than" before what is counted back."""
_NOUN_REACH = 4
"""The most words behind a date that its noun may end: "its 2008 spring election campaign"."""
_AGENCY_REACH = 6
"""... and the most of an agency between brackets."""
_POSSESSIVES = ("'s", "’s")
_DASHES = frozenset({"-", "–", "—"})
_LINK_REACH = 6
"""... and "compared" before its "to", or "from" before the date."""


def has_place(timex: TimeExpression) -> bool:
    """True for an expression that can stand on a timeline, its value known or not."""
    return timex.type in _PLACED and timex.words.span is not None and timex.value not in _REFERENCES


def is_yardstick(words: Words, first: int, last: int, clause: int) -> bool:
    """True for a date that an event is only measured by; nothing is told to have happened then.

    Args:
        words: of the sentence.
        first: the index of the date's first word.
        last: the index behind its last word.
        clause: where its clause begins.
    """
    forms = words.forms
    before, link = _link(forms, first, clause)
    if link in listed("since"):
        return _is_a_record(forms, max(clause, before - _REACH), before - 1)
    if link in listed("than"):
        return True  # "colder than in 1993"
    counts_back = any(form in listed("counting_back") for form in forms[first:last])
    if counts_back and _compares(forms, max(clause, before - _COMPARED_REACH), before):
        return True  # "fell to 6 million loran, compared with 18 million loran a year earlier"
    nearby = forms[max(clause, before - _LINK_REACH) : before]
    if link in listed("compared_link") and any(form in listed("compared") for form in nearby):
        return True  # "catches fell by a fifth compared to March 2008"
    # A share that is up from "14 % a year ago":
    return counts_back and any(form in listed("from") for form in nearby)


def _compares(forms: Sequence[str], first: int, last: int) -> bool:
    """True where "compared with" or "than" stands among the words."""
    for at in range(first, last):
        if forms[at] in listed("than"):
            return True
        if forms[at] in listed("compared") and forms[at + 1] in listed("compared_link"):
            return True
    return False


def names_a_thing(words: Words, first: int, last: int, end: int) -> bool:
    """True where a date tells which thing is meant, not when the event was.

    "This year's regatta", "the 1991 treaty", "Velmora's 1991 treaty", "the ferries of tomorrow". But what is
    told to have been at an occasion was on its date: "during the 2008 election". ``end`` is the offset, in
    the text of the article, behind the date.
    """
    forms = words.forms
    if _is_glued(words, first, last, end):
        return True
    before = forms[first - 1] if first else ""
    after = forms[last] if last < len(forms) else ""
    verb = forms[first - 2] if first > 1 else ""
    if before in listed("due") and verb not in listed("is_due"):
        return True  # "the bonds due 15 March 2047", but "the bonds are due on 15 March"
    if "-" in "".join(forms[first:last]) and after.isalpha() and after not in listed("no_nouns"):
        return True  # "its third-quarter loss"
    if before in listed("of") and forms[first] in listed("eras"):
        return True
    if before in listed("articles") or before.endswith(_POSSESSIVES):
        return after.isalpha() and after not in listed("no_nouns") and not _at_an_occasion(words, first, last)
    return False


def _is_glued(words: Words, first: int, last: int, end: int) -> bool:
    """True for a date or hour that is part of a longer word: "a 2008-built ferry", "6 a.m.-to-noon"."""
    if words.ends[last - 1] > end or words.forms[first].startswith("to-"):
        return True
    return last < len(words.forms) and words.starts[last] == end and words.forms[last] == "-"


def _at_an_occasion(words: Words, first: int, last: int) -> bool:
    """True for "during a February rally", "Ilvane's 2008 election campaign"; the date is ``[first, last)``.

    An election, a rally or a debate happens on its date; a treaty, a law or a budget is a thing that has one.
    What is told *of* an occasion was not then: "the winner of the 2008 election", "ahead of the May vote".
    """
    head = ""
    for at in range(last, min(last + _NOUN_REACH, len(words.forms))):
        form = words.forms[at]
        adverb = form.endswith("ly") and form not in listed("occasions")  # "largely", but "rally"
        ends = adverb or not form.replace("-", "").isalpha() or form in listed("no_nouns")
        if ends or tense_at(words.forms, at, last, len(words.forms)):
            break
        head = form  # the last noun is what is meant: "the 2008 election law" is a law
    if head not in listed("occasions"):
        return False
    before = words.forms[first - 1]
    return before.endswith(_POSSESSIVES) or (first > 1 and words.forms[first - 2] in listed("at_an_occasion"))


def in_dateline(words: Words, first: int, last: int) -> bool:
    """True for the day of a dateline inside a paragraph: "(Adds detail) OSTRIN, April 1 (AP) - The ferry"."""
    forms = words.forms
    if first < 2 or forms[first - 1] != "," or not words.capital[first - 2]:
        return False
    opening = next((at for at in range(last, min(last + 2, len(forms))) if forms[at] == "("), None)
    if opening is None or not all(form == "." for form in forms[last:opening]):
        return False
    nearby = range(opening + 1, min(opening + _AGENCY_REACH, len(forms) - 1))
    closing = next((at for at in nearby if forms[at] == ")"), None)
    return closing is not None and forms[closing + 1] in _DASHES


def is_habit(words: Words, timex: TimeExpression, first: int, last: int, *, tense: Tense | None) -> bool:
    """True for an hour that the words give no day, in the present tense: "the shift starts at 6 a.m."."""
    if timex.type is not TimexType.TIME or tense is not Tense.PRESENT:
        return False
    return all(not form[0].isalpha() or form in listed("hours") for form in words.forms[first:last])


def _is_a_record(forms: Sequence[str], first: int, since: int) -> bool:
    """What has "its worst fall since 1987" did not begin then; what "has grown since 2004" did."""
    return any(form in listed("records") for form in forms[first:since])


def begins_at(forms: Sequence[str], first: int, last: int, clause: int) -> bool:
    """True for "since the start of 2009": the first day of the date is meant."""
    before, link = _link(forms, first, clause)
    return link in listed("since") and any(form in listed("beginnings") for form in forms[before:last])


def _link(forms: Sequence[str], first: int, clause: int) -> tuple[int, str]:
    """Where the words before the date at ``first`` begin that go with it, and the word before those."""
    before = first
    while before > clause and forms[before - 1] in listed("before_a_date"):
        before -= 1
    return before, forms[before - 1] if before > clause else ""
