"""Time expressions of an English news text: where they stand, and what they mean (TIMEX3, ISO 24617-1).

The rules stand in ``sitegen/extract/time``, in the order of ``RULES``. All of them are matched against the whole
text first; where two matches overlap, the longer one counts, then the rule that stands earlier. Only then are the
matches resolved, in text order, since a later date may lean on an earlier one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ..model import Excerpt, Span, TimeExpression
from .time import clock, lengths, occasions, periods, relative, stated, vague
from .time.context import Context, Reading
from .time.rules import Match, Rule, compiled
from .time.tense import tense_around
from .time.tokens import Tokens, read
from .time.vocabulary import vocabulary

RULES: tuple[Rule, ...] = (
    *stated.RULES,
    *clock.RULES,
    *periods.RULES,
    *occasions.RULES,
    *relative.RULES,
    *vague.RULES,
    *lengths.RULES,
)


def tag(text: str, paragraphs: Sequence[Span], published: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions in ``paragraphs`` of ``text``, in text order, none overlapping another.

    ``published`` is the ISO 8601 calendar date that relative expressions count from; without it they stay
    unresolved (value None) and dates without a year stay partial (``XXXX-10-07``).
    """
    words = vocabulary()
    tokens = read(text, paragraphs, words.codes, words.capital_only)
    context = Context(published=date.fromisoformat(published) if published else None)
    found: list[TimeExpression] = []
    paragraph = 0
    for rule, match in _chosen(tokens):
        first, last = match.span()
        if tokens.paragraphs[first] != paragraph:
            paragraph = tokens.paragraphs[first]
            context = replace(context, day=None)
        context = replace(context, tense=tense_around(tokens, first, last))
        readings = rule.resolve(match, context) or ()
        for reading in (readings,) if isinstance(readings, Reading) else readings:
            found.append(_expression(match, reading))
            context = context.after(reading)
    return tuple(found)


def _chosen(tokens: Tokens) -> Iterator[tuple[Rule, Match]]:
    """The matches that count, in text order."""
    candidates: list[tuple[int, int, int, re.Match[str]]] = []
    for order, rule in enumerate(RULES):
        for found in compiled(rule.pattern).regex.finditer(tokens.codes):
            first, last = found.span()
            if last > first:
                candidates.append((first - last, order, first, found))
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
    span = Span(start=tokens.starts[first], end=tokens.ends[last - 1])
    words = Excerpt(text=span.of(tokens.text), span=span, paragraph=tokens.paragraphs[first])
    return TimeExpression(words=words, type=reading.type, value=reading.value, how=reading.how)
