"""A sentence cut into clauses, each with the part it plays.

There is no parser: a clause begins where a mark, a conjunction or a saying verb says so and a finite verb
follows. What is not recognised stays with the clause before it.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from sitegen.extract.dating.tense import Tense, tense_at, tense_of
from sitegen.extract.dating.words import Words, listed
from sitegen.extract.speech.words.verbs import forms as reporting_forms

_REACH = 14
"""How many words behind its conjunction a clause may have its verb."""
_CONTENT_REACH = 9
"""How many words behind its verb the "that" of a saying may stand: "said on Friday in Ostrin that"."""
_SAYER_REACH = 12
"""The most words of a saying that stands behind what is said: ", the harbour master told Radio Ostrin"."""
_PARTING = frozenset({";", "–", "—"})
"""Marks that part clauses by themselves."""


class Part(Enum):
    """What a clause is in its sentence."""

    MAIN = "main"
    """Has a time of its own, or that of the main clause beside it."""
    CONTENT = "content"
    """What somebody is reported to have said: its dates are not those of the saying."""
    OTHER_TIME = "other time"
    """Hangs on a clause of another time ("after …", "which …"), or follows from one (", losing …")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The words ``[first, last)`` of a sentence."""

    first: int
    last: int
    part: Part
    tense: Tense | None = None
    below: bool = False
    """True where it is neither the main clause nor what that reports: "after hinting | that it froze"."""


def clauses(words: Words, times: Collection[int]) -> tuple[Clause, ...]:
    """The clauses of a sentence: they follow one another without a gap and cover it whole.

    ``times`` are the starts, in the article's text, of the time expressions in the sentence.
    """
    if not words.forms:
        return ()
    begun = [(0, _opening(words, times))]
    for at, part in _cuts(words, times):
        before, part_before = begun[-1]
        if before < at < len(words.forms):
            # What is joined to something said is said as well.
            joined = Part.CONTENT if part_before is Part.CONTENT else Part.MAIN
            begun.append((at, part or joined))
    ends = [*(at for at, _ in begun[1:]), len(words.forms)]
    found = [Clause(first=at, last=end, part=part) for (at, part), end in zip(begun, ends, strict=True)]
    return tuple(_with_depth_and_tense(words, _reported(words, found)))


def _with_depth_and_tense(words: Words, found: Iterable[Clause]) -> Iterator[Clause]:
    """``found``, saying of each whether it is below the main clause, and what tense it has.

    What a clause below reports is below as well. A clause without a finite verb has the tense of the one it
    hangs on: ", closing at 682".
    """
    below = False
    tense: Tense | None = None
    for clause in found:
        reported = clause.part is Part.CONTENT and (
            words.forms[clause.first] in listed("content_words")
            or words.forms[clause.first - 1] in listed("saying_verbs")
        )
        below = clause.part is Part.OTHER_TIME or (below and reported)
        tense = tense_of(words, clause.first, clause.last) or tense
        yield replace(clause, tense=tense, below=below)


def _opening(words: Words, times: Collection[int]) -> Part:
    """The part of the first clause."""
    if any(words.quoted[1:2]):
        return Part.CONTENT
    return Part.OTHER_TIME if _hangs(words, 0, times) else Part.MAIN


def _hangs(words: Words, at: int, times: Collection[int]) -> bool:
    """True for "after" and the like; not before a date, and not "because of the ice": no clause follows."""
    if words.forms[at] not in listed("other_time") or _is_time(words, at + 1, times):
        return False
    return tuple(words.forms[at : at + 2]) != ("because", "of")


def _cuts(words: Words, times: Collection[int]) -> Iterator[tuple[int, Part | None]]:
    """Where a clause begins, and its part; None: that of the clause before it."""
    fronted = _opening(words, times) is Part.OTHER_TIME
    hanging = False
    for at in range(1, len(words.forms)):
        if words.forms[at] not in _signs() and words.quoted[at] == words.quoted[at - 1]:
            continue
        cut = _cut(words, at, times)
        if cut is None and words.forms[at] == ",":
            cut = _behind_comma(words, at + 1, fronted=fronted, hanging=hanging)
            fronted = fronted and not (cut and cut[1] is Part.MAIN)
        if cut:
            hanging = cut[1] is Part.OTHER_TIME
            yield cut


@cache
def _signs() -> frozenset[str]:
    """Words and marks that may open a clause or lead to one."""
    conjunctions = listed("other_time", "same_time", "coordinators")
    return conjunctions.union(reporting_forms(), _PARTING, {","})


def _cut(words: Words, at: int, times: Collection[int]) -> tuple[int, Part | None] | None:
    """The clause that the word or mark at ``at`` opens or leads to."""
    form = words.forms[at]
    if form in _PARTING:
        return at + 1, None
    if words.quoted[at] != words.quoted[at - 1]:
        if words.quoted[at]:
            return (at - 1, Part.CONTENT) if _quotation_begins(words, at) else None
        return at + 1, Part.MAIN
    if form in reporting_forms():
        content = _content(words, at)
        return (content, Part.CONTENT) if content else None
    part = _conjunction(words, at, times)
    return (at, part[0]) if part else None


def _behind_comma(words: Words, at: int, *, fronted: bool, hanging: bool) -> tuple[int, Part] | None:
    """The clause behind a comma: the main clause goes on, or something follows from it.

    Args:
        words: of the sentence.
        at: the index behind the comma.
        fronted: the sentence began with a clause of another time: "After it froze, | the ferries stopped".
        hanging: such a clause came last: "Ilka Voss, who was there, | said".
    """
    if at >= len(words.forms):
        return None
    if fronted and words.forms[at] not in listed("same_time", "other_time", "coordinators"):
        return (at, Part.MAIN) if _has_verb(words, at) else None
    if hanging and tense_at(words.forms, at, at, len(words.forms)):
        return at, Part.MAIN
    follows = words.forms[at].endswith("ing") and words.forms[at] not in listed("no_participles")
    return (at, Part.OTHER_TIME) if follows else None


def _conjunction(words: Words, at: int, times: Collection[int]) -> tuple[Part | None] | None:
    """The part of the clause that the word at ``at`` opens, in a tuple; None: it opens none."""
    form = words.forms[at]
    if form in listed("other_time"):
        opens = _hangs(words, at, times) and _has_verb(words, at + 1)
        return (Part.OTHER_TIME,) if opens else None
    if form in listed("same_time"):
        return (None,) if _has_verb(words, at + 1) else None
    if form in listed("coordinators"):
        after = at + 1 < len(words.forms) and tense_at(words.forms, at + 1, at, len(words.forms))
        parts = form == "but" or words.forms[at - 1] == ","
        return (None,) if after or (parts and _has_verb(words, at + 1)) else None
    return None


def _has_verb(words: Words, first: int) -> bool:
    return tense_of(words, first, words.end_of_phrase(first, _REACH)) is not None


def _is_time(words: Words, at: int, times: Collection[int]) -> bool:
    """True where a time expression begins at the word ``at`` or the next: "since early June"."""
    return any(start in times for start in words.starts[at : at + 2])


def _quotation_begins(words: Words, at: int) -> bool:
    """True for a quotation that is a clause: behind a comma, colon or saying verb, not "its “golden” age"."""
    before = words.forms[at - 2] if at > 1 else ","
    return before in {",", ":"} or before in listed("saying_verbs")


def _content(words: Words, at: int) -> int | None:
    """Where the content of the reporting verb at ``at`` begins; None where none follows."""
    forms = words.forms
    for there in range(at + 1, min(at + 1 + _CONTENT_REACH, len(forms))):
        if forms[there] in listed("content_words"):
            return there
        if forms[there] in {",", ";", ":"}:
            return None
    if forms[at] not in listed("saying_verbs") or at + 1 >= len(forms) or not words.forms[at + 1].isalnum():
        return None
    return at + 1 if _has_verb(words, at + 1) else None


def _reported(words: Words, found: Iterable[Clause]) -> list[Clause]:
    """``found``, with a saying behind what is said as a clause of its own: "It froze on Friday, she said"."""
    split: list[Clause] = []
    said = 0  # how many of them an earlier saying has behind it
    for clause in found:
        comma = _saying_behind(words, clause)
        if comma is None:
            split.append(clause)
            continue
        closing = min(words.end_of_phrase(comma + 1, _SAYER_REACH + 1), clause.last)
        split.append(replace(clause, last=comma))
        split[said:] = [
            replace(each, part=Part.CONTENT) if each.part is Part.MAIN else each for each in split[said:]
        ]
        split.append(Clause(first=comma, last=closing, part=Part.MAIN))
        said = len(split)
        if closing < clause.last:
            split.append(Clause(first=closing, last=clause.last, part=Part.CONTENT))
    return split


def _saying_behind(words: Words, clause: Clause) -> int | None:
    """The comma before a saying inside or at the end of ``clause``; None where there is none."""
    forms = words.forms
    for comma in range(clause.first + 2, clause.last - 2):
        if forms[comma] != "," or words.quoted[comma]:
            continue
        end = min(words.end_of_phrase(comma + 1, _SAYER_REACH + 1), clause.last)
        said = [at for at in range(comma + 1, end) if forms[at] in listed("saying_verbs")]
        if said and said[0] - comma <= _SAYER_REACH // 2 and _only_verb(words, said[0], comma + 1, end):
            return comma
    return None


def _only_verb(words: Words, at: int, first: int, last: int) -> bool:
    """True where nothing but the verb at ``at`` tells a tense among ``[first, last)``."""
    others = (there for there in range(first, last) if there != at)
    return not any(tense_at(words.forms, there, first, last) for there in others)
