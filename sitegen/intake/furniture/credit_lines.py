"""Lines that say who else worked on an article: ``Reporting by Jane Doe; editing by Ann Roe``."""

import re
from functools import cache

from sitegen.lexicon import load

_LONGEST = 400
_OUTER = " \t()[]*—–-_"
_SHOWN = re.compile(r"\W{0,3}(?:video|text|photos|graphics|illustration):", re.IGNORECASE)
"""Before a colon: what is shown, not who made it."""


def is_credit(line: str) -> bool:
    """True for a line of nothing but credits."""
    if len(line) > _LONGEST or _SHOWN.match(line):
        return False
    words = " ".join(line.split()).strip(_OUTER).replace("’", "'")
    return any(pattern.match(words) for pattern in _patterns())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    lists = load("intake")
    work = "|".join(map(re.escape, lists["credit_work"]))
    piece = "|".join(map(re.escape, lists["credit_pieces"]))
    giver = "|".join(map(re.escape, lists["credit_givers"]))
    done = rf"(?i:(?:{work})(?: and (?:{work}))?(?: (?:for|in) [\w ]{{2,30}})? ?(?:by:? |: ))"
    helped = rf"(?:(?:additional |research |some )?(?:reporting|research)|to (?:this|the) (?:{piece}))"
    people = r"[^.!?]{2,200}(?:\. ?[^.!?]{1,60}){0,4}"
    return (
        # Reporting by …; editing by …   Additional reporting: …   Edited by …
        re.compile(rf"{done}(?:the )?[^\W\d_a-z]"),
        # Jane Doe contributed to this report.   Jane Doe in Ostrin contributed reporting.
        re.compile(rf"{people} (?:also )?contributed {helped}\b.{{0,80}}$"),
        # With inputs from agencies   With files from …
        re.compile(rf"(?i:with (?:\w{{2,12}} )?(?:{giver}) (?:from|by) \w)"),
    )
