"""The tense of the clause around an expression, from the verbs next to it.

News reports put the day next to its verb ("said Friday it will sell"), so the nearest verb on the left
decides, and only a clause that opens with its date ("On Friday the minister resigned") is read to the right.
"""

import re
from functools import cache
from itertools import chain, pairwise

from sitegen.extract.time.context import Tense
from sitegen.extract.time.tokens import CLAUSE_ENDS, ENDS_IN_ED, MODAL, SENTENCE_ENDS, Tokens
from sitegen.extract.time.vocabulary import vocabulary

_REACH = 18  # tokens: longer clauses do not keep their verb next to the date
_SENTENCE_END = re.compile(f"[{re.escape(CLAUSE_ENDS)}]")
_FULL_STOP = re.compile(f"[{re.escape(SENTENCE_ENDS)}]")
_AUXILIARIES = 4  # how far before a participle its auxiliary may stand: "will soon have been held"


@cache
def _codes(*names: str) -> frozenset[str]:
    values = vocabulary().values
    return frozenset(code for name in names for code in values[name] if len(code) == 1)


@cache
def _verbs() -> re.Pattern[str]:
    """Any token that may tell a tense."""
    names = ("past_verbs", "future_verbs", "future_plans", "bent_on")
    return re.compile(f"[{ENDS_IN_ED}{MODAL}{''.join(_codes(*names))}]")


def tense_around(tokens: Tokens, first: int, last: int) -> Tense | None:
    """The tense of the clause around the tokens ``[first, last)``; None where no verb near tells one."""
    codes = tokens.codes
    if first > 1 and codes[first - 1] in _codes("for_word") and codes[first - 2] in _codes("planned_for"):
        return Tense.FUTURE  # "a service has been set for Sunday"
    if first and codes[first - 1] in _codes("through"):
        return None  # "kept open through March" tells nothing of when March is
    nearby = codes[max(first - _REACH, 0) : first]
    opening = first - len(nearby) + max(nearby.rfind(end) for end in CLAUSE_ENDS) + 1
    before = [verb.start() for verb in _verbs().finditer(codes, opening, first)]
    closing = _SENTENCE_END.search(codes, last, last + _REACH)
    end = closing.start() if closing else last + _REACH
    after = [verb.start() for verb in _verbs().finditer(codes, last, end)]
    tenses = chain(
        (Tense.FUTURE if _bent_on(codes, verb) else _tense_at(codes, verb, opening) for verb in before[::-1]),
        (_tense_at(codes, verb, opening) for verb in after),
    )
    tense = next((tense for tense in tenses if tense), None)
    if first and codes[first - 1] in _codes("up_to"):
        # "must answer by Friday"; but "had reached the village by Friday"
        had = any(codes[verb] in _codes("pluperfect") for verb in (*before, *after))
        return Tense.PAST if had else Tense.FUTURE
    if tense is None and first and codes[first - 1] in _codes("from_then"):
        return Tense.FUTURE  # "starting Monday"
    return tense


def sentence_ends_in(tokens: Tokens, first: int, last: int) -> bool:
    """True when a sentence ends among the tokens ``[first, last)``."""
    return _FULL_STOP.search(tokens.codes, first, last) is not None


def _tense_at(codes: str, index: int, opening: int) -> Tense | None:
    """The tense of the verb at ``index`` in a sentence that begins at ``opening``; None: it does not tell."""
    if _is_future(codes[index]):
        refused = codes[index] in _codes("past_modals") and codes[index + 1 : index + 2] in _codes("not_word")
        return None if refused else Tense.FUTURE
    before = codes[max(index - _AUXILIARIES, min(opening, index)) : index]
    if any(map(_is_future, before)):
        # "could not be reached on Saturday" is past, "could be held on Saturday" is not.
        failed = any(a in _codes("past_modals") and b in _codes("not_word") for a, b in pairwise(before))
        return Tense.PAST if failed else Tense.FUTURE
    if index and codes[index - 1] in _codes("be") and codes[index - 2] in _codes("infinitive"):
        return Tense.FUTURE  # "rules to be published in May"
    if codes[index] in _codes("bent_on") and codes[index] not in _codes("past_verbs"):
        return None  # "a plan", "ready"
    # "The case is heard in May": a participle behind the present tense says nothing.
    return None if any(code in _codes("present_passive") for code in before[-2:]) else Tense.PAST


def _bent_on(codes: str, index: int) -> bool:
    """True for "has decided to", "plans to", "is set to": what follows lies ahead."""
    return codes[index] in _codes("bent_on") and codes[index + 1 : index + 2] in _codes("infinitive")


def _is_future(code: str) -> bool:
    """A modal verb, or a word for a plan."""
    return code == MODAL or code in _codes("future_verbs", "future_plans")
