"""Time expressions of an English news text: where they stand, and what they mean (TIMEX3, ISO 24617-1).

The rules stand in ``sitegen/extract/time``, in the order of ``RULES``. All of them are matched first; where
two matches overlap, the longer one counts, then the rule that stands earlier. Only then are the matches
resolved, in text order, since a later date may lean on an earlier one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from sitegen.extract.time import (
    clock,
    counted,
    lengths,
    occasions,
    periods,
    ranges,
    relative,
    stated,
    vague,
    weekdays,
    years,
)
from sitegen.extract.time.context import Context, Reading
from sitegen.extract.time.rules import Match, Rule, compiled
from sitegen.extract.time.tense import sentence_ends_in, tense_around
from sitegen.extract.time.tokens import (
    CAPITALISED,
    MARK_CLASSES,
    NUMBER_CLASSES,
    PARAGRAPH,
    UNKNOWN,
    Tokens,
    read,
)
from sitegen.extract.time.vocabulary import FIRST_WORD, vocabulary
from sitegen.model import Excerpt, Span, TimeExpression

RULES: tuple[Rule, ...] = (
    *ranges.RULES,
    *stated.RULES,
    *years.RULES,
    *clock.RULES,
    *periods.RULES,
    *occasions.RULES,
    *vague.RULES,
    *counted.AHEAD,
    *lengths.RULES,
    *weekdays.RULES,
    *relative.RULES,
    *counted.RULES,
)


def tag(text: str, paragraphs: Sequence[Span], published: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions in ``paragraphs`` of ``text``, in text order, none overlapping another.

    ``published`` is the ISO 8601 calendar date that relative expressions count from; without it they stay
    unresolved (value None) and dates without a year stay partial (``XXXX-10-07``).
    """
    words = vocabulary()
    tokens = read(text, paragraphs, words.codes, words.capital_only)
    context = Context(published=_publication_day(published))
    found: list[TimeExpression] = []
    paragraph, read_to = 0, 0
    for rule, match in _chosen(tokens):
        first, last = match.span()
        if tokens.paragraph(first) != paragraph:
            paragraph = tokens.paragraph(first)
            context = replace(context, day=None) if context.day else context
        compares = context.compared is not None or context.beside is not None
        if compares and sentence_ends_in(tokens, read_to, first):
            context = replace(context, compared=None, beside=None)
        read_to = last
        tense = tense_around(tokens, first, last)
        context = replace(context, tense=tense) if tense != context.tense else context
        readings = rule.resolve(match, context) or ()
        for reading in (readings,) if isinstance(readings, Reading) else readings:
            honest = stated.century_inferred(match, context, reading)
            found.append(_expression(match, honest))
            context = context.after(honest)
    return tuple(found)


def _publication_day(published: str | None) -> date | None:
    """The day to count from; None, too, for a year that leaves no room to count in."""
    day = date.fromisoformat(published) if published else None
    return day if day and 1500 <= day.year <= 9000 else None


@cache
def _codes_in_rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Runs of tokens that some rule names, and among them a token that is not merely grammar or a mark."""
    words = vocabulary()
    named = {code for rule in RULES for code in compiled(rule.pattern).regex.pattern if code >= FIRST_WORD}
    numbers = set("".join(NUMBER_CLASSES.values()))
    marks = set("".join(MARK_CLASSES.values())) - {UNKNOWN, CAPITALISED, PARAGRAPH}
    telling = (named | numbers) - words.grammar
    return _one_of(named | numbers | marks, "+"), _one_of(telling)


def _one_of(codes: Iterable[str], repeat: str = "") -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(codes)))}]{repeat}")


def _promising_runs(codes: str) -> Iterator[tuple[int, int]]:
    """The runs of tokens a rule could match in, each with one neighbour on either side for lookaround."""
    runs, telling = _codes_in_rules()
    first, last = 0, 0
    for run in runs.finditer(codes):
        if not telling.search(codes, run.start(), run.end()):
            continue
        if run.start() > last:
            if last:
                yield first, last
            first = max(run.start() - 1, 0)
        # Runs that share a neighbour are one: "4 pence a year earlier".
        last = min(run.end() + 1, len(codes) - 1)
    if last:
        yield first, last


@cache
def _rules_by_need() -> Mapping[str, frozenset[int]]:
    """Code → the rules, by their place in ``RULES``, that need it or another."""
    needing: defaultdict[str, set[int]] = defaultdict(set)
    for order, rule in enumerate(RULES):
        for code in compiled(rule.pattern).needs:
            needing[code].add(order)
    return {code: frozenset(orders) for code, orders in needing.items()}


def _matches(codes: str) -> Iterator[tuple[int, re.Match[str]]]:
    """What each rule matches, with the rule's place in ``RULES``.

    Most words of a text are in no rule, and most rules need a word that is not at hand: to try a rule only
    on the runs of tokens that hold one makes the matching ten times faster.
    """
    by_need = _rules_by_need()
    for first, last in _promising_runs(codes):
        for order in {order for code in codes[first:last] for order in by_need.get(code, ())}:
            for found in compiled(RULES[order].pattern).regex.finditer(codes, first, last):
                yield order, found


def _chosen(tokens: Tokens) -> Iterator[tuple[Rule, Match]]:
    """The matches that count, in text order."""
    candidates = [
        (found.start() - found.end(), order, found.start(), found) for order, found in _matches(tokens.codes)
    ]
    candidates.sort(key=lambda candidate: candidate[:3])
    taken = bytearray(len(tokens.codes))
    chosen: list[tuple[int, int, re.Match[str]]] = []
    for _, order, first, found in candidates:
        last = found.end()
        # Longer matches come first, so an overlapping one covers the first or the last token of this one.
        if not taken[first] and not taken[last - 1]:
            taken[first:last] = b"\x01" * (last - first)
            chosen.append((first, order, found))
    chosen.sort(key=lambda choice: choice[0])
    words = vocabulary()
    for _, order, found in chosen:
        pattern = compiled(RULES[order].pattern)
        yield RULES[order], Match(found=found, pattern=pattern, tokens=tokens, words=words)


def _expression(match: Match, reading: Reading) -> TimeExpression:
    """A reading with the words it covers."""
    tokens = match.tokens
    first, last = match.span(reading.group)
    start, end = tokens.span(first, last)
    span = Span(start=start, end=end)
    words = Excerpt(text=span.of(tokens.text), span=span, paragraph=tokens.paragraph(first))
    return TimeExpression(words=words, type=reading.type, value=reading.value, how=reading.how)
