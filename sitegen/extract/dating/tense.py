"""The tense of a clause, from its first finite verb."""

from collections.abc import Sequence
from enum import Enum

from sitegen.extract.dating.words import Words, listed

_AUXILIARY_REACH = 4
"""How many words behind "has" its participle may stand: "has not yet been told"."""

_FINITE = ("future_verbs", "perfect_auxiliaries", "pluperfect", "present_verbs", "past_verbs")
"""The lists of finite verbs; those that end in "ed" are in none."""


class Tense(Enum):
    """When a clause's verb lies, seen from the reporter."""

    PAST = "past"
    PAST_PERFECT = "past perfect"
    """Before the time the story has reached."""
    PERFECT = "perfect"
    """Up to now."""
    PRESENT = "present"
    FUTURE = "future"
    """Planned, possible or asked for as well."""


def tense_of(words: Words, first: int, last: int) -> Tense | None:
    """The tense of the words ``[first, last)``, those outside quotation marks first; None: no verb is known.

    "“We are ready,” Ilka Voss said": the reporter's verb is "said".
    """
    forms = words.forms
    quoted: Tense | None = None
    for at in range(first, last):
        if words.quoted[at] and quoted:
            continue
        tense = tense_at(forms, at, first, last)
        if tense and not words.quoted[at]:
            return tense
        quoted = quoted or tense
    return quoted


def tense_at(forms: Sequence[str], at: int, first: int, last: int) -> Tense | None:
    """The tense of the word at ``at`` of the clause ``[first, last)``; None: it is no finite verb."""
    form = forms[at]
    if form not in listed(*_FINITE) and not form.endswith("ed"):
        return None  # as most words
    if form in listed("future_verbs"):
        return Tense.FUTURE
    if form in listed("perfect_auxiliaries"):
        return Tense.PERFECT if _participle_follows(forms, at, last) else Tense.PRESENT
    if form in listed("pluperfect"):
        return Tense.PAST_PERFECT if _participle_follows(forms, at, last) else Tense.PAST
    if form in listed("present_verbs"):
        return Tense.PRESENT
    return Tense.PAST if _is_past(forms, at, first) else None


def _is_past(forms: Sequence[str], at: int, first: int) -> bool:
    if forms[at] in listed("past_verbs"):
        return True
    # "the released emails", "of planned cuts": a participle that describes a noun
    described = at > first and forms[at - 1] in listed("determiners")
    return _ends_in_ed(forms[at]) and not described


def _ends_in_ed(form: str) -> bool:
    return len(form) > 3 and form.endswith("ed") and form not in listed("not_verbs")


def _participle_follows(forms: Sequence[str], at: int, last: int) -> bool:
    following = forms[at + 1 : min(at + 1 + _AUXILIARY_REACH, last)]
    return any(_ends_in_ed(form) or form in listed("participles", "past_verbs") for form in following)
