"""A rule: a pattern over classes of words, what it resolves to, and the example that made it necessary.

Patterns are verbose regular expressions in which ``<months>`` stands for one word or phrase of the lexicon's
class ``months``, ``<m:months>`` does so and names the group ``m``, ``<a|b>`` is a member of either class, and
``{number}`` is one of the ``SHORTHANDS``. They match the codes of the tokens (see ``tokens``), not the text.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.extract.time.context import Context, Reading
from sitegen.extract.time.needs import needed
from sitegen.extract.time.tokens import Tokens
from sitegen.extract.time.vocabulary import Vocabulary, vocabulary

Readings = Reading | tuple[Reading, ...] | None
"""What a resolver returns: one reading, one for each end of a range; None: no time expression after all."""

SHORTHANDS: Mapping[str, str] = {
    # 5, 5 1/2, twenty-five, six, a, several
    "number": """(?: <int|decimal> <fraction>? | <tens> <hyphen>? <ones> | <cardinals> | <many>
                   | <half_a> | <one> )""",
    # the first half of "two to three", "12-18"
    "range": """(?: <int|cardinals> <to|or|dash> )""",
    # the end of, early, mid-
    "part": """(?: <the>? <parts> <hyphen>? <the>? )""",
    # Thursday,
    "weekday": """(?: <w:weekdays> <dot>? <comma>? )""",
    # 7, 7th, seventh
    "day": """(?: <day|day_ordinal> | <ordinals> )""",
    # 2009, ’82, nineteen ninety-one
    "year": """(?: <y:year> | <y2:short_year>
                 | <yy:centuries_in_words> <yt:tens> (?: <hyphen>? <yo:ones> )? )""",
    # 10:35, 3pm, 9.30 p.m., 10 o'clock
    "clock": """(?: <c:clock12> | <c:clock> (?:<am:before_noon>|<pm:after_noon>)?
                  | (?:<h:hour12|cardinals>) <oclock>? (?:<am:before_noon>|<pm:after_noon>)
                  | (?:<h:hour12|cardinals>) <oclock> | <noon:hours_by_name> )""",
    "zone": """(?: <z:zones> {offset}? | <open> <z:zones> {offset}? <close> )""",
    "offset": """(?: <sign:plus|any_dash> <ahead:hour> )""",
    # (0735 GMT), after a local time
    "elsewhere": """(?: <open> (?:<military|clock>) <zones> <close> )""",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Where a named group of a pattern may stand: a name may be used in several branches of it."""

    name: str
    """Its name in the compiled regular expression, which must be unique there."""
    classes: tuple[str, ...]
    """The classes of words it draws from; empty for a group around a longer piece."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """A compiled pattern, with its named groups."""

    regex: re.Pattern[str]
    needs: frozenset[str]
    """Codes of which at least one stands in every match."""
    groups: Mapping[str, tuple[Group, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What a rule matched: its tokens, and what its groups hold."""

    found: re.Match[str]
    pattern: Pattern
    tokens: Tokens
    words: Vocabulary

    def group(self, name: str) -> Group | None:
        """The group ``name`` in the branch that took part; None when none did."""
        branches = self.pattern.groups.get(name, ())
        return next((branch for branch in branches if self.found[branch.name] is not None), None)

    def has(self, name: str) -> bool:
        """True when the group took part in the match."""
        return self.group(name) is not None

    def span(self, name: str | None = None) -> tuple[int, int]:
        """First token of a group and the one behind its last; of the whole match for None."""
        branch = self.group(name) if name else None
        return self.found.span(branch.name) if branch else self.found.span()

    def codes(self, name: str) -> str:
        """The codes of a group's tokens; empty when it took no part."""
        branch = self.group(name)
        return self.found[branch.name] if branch else ""

    def preceded_by(self, words: str, group: str) -> bool:
        """True when the word before the match, or before the group in it, is one of the class ``words``."""
        places = (self.found.start(), self.span(group)[0])
        return any(place and self.tokens.codes[place - 1] in self.words.values[words] for place in places)

    def preceded_by_mark(self, code: str) -> bool:
        """True when the token before the match has this code."""
        first = self.found.start()
        return bool(first) and self.tokens.codes[first - 1] == code

    def value(self, name: str) -> str | None:
        """The lexicon's value of the word or phrase in a group; None when it has none, or took no part."""
        branch = self.group(name)
        if branch is None:
            return None
        codes = self.found[branch.name]
        values = (self.words.values.get(words, {}).get(codes) for words in branch.classes)
        return next((value for value in values if value is not None), None)

    def text(self, name: str) -> str:
        """The tokens of a group as written, joined by blanks; empty when it took no part."""
        return " ".join(self.tokens.words(*self.span(name))) if self.has(name) else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One way of naming a time."""

    name: str
    because: str
    """The example that made it necessary."""
    pattern: str
    resolve: Callable[[Match, Context], Readings]


def no_time(_: Match, __: Context) -> Readings:
    """Words that look like a time and are none."""
    return None


_PLACEHOLDER = re.compile(
    r"""
      \(\?P< (?P<piece>\w+) >                        # the start of a named group, as in any pattern
    | < (?:(?P<group>\w+):)? (?P<names>\w+(?:\|\w+)*) >   # <month>, <m:month>, <m:month|season>
    """,
    re.VERBOSE,
)


@cache
def compiled(source: str, language: str = "en") -> Pattern:
    """Compile a rule's pattern against the lexicon of ``language``."""
    words = vocabulary(language)
    groups: dict[str, list[Group]] = {}

    def named(name: str, classes: tuple[str, ...]) -> str:
        branches = groups.setdefault(name, [])
        branches.append(Group(name=f"{name}_{len(branches)}", classes=classes))
        return f"(?P<{branches[-1].name}>"

    def stand_in(found: re.Match[str]) -> str:
        if found["piece"]:
            return named(found["piece"], ())
        classes = tuple(found["names"].split("|"))
        members = "|".join(map(words.alternatives, classes))
        return (named(found["group"], classes) if found["group"] else "(?:") + members + ")"

    for name, shorthand in SHORTHANDS.items():
        source = source.replace("{" + name + "}", shorthand)
    regex = re.compile(_PLACEHOLDER.sub(stand_in, source), re.VERBOSE)
    return Pattern(
        regex=regex,
        needs=needed(source, words),
        groups={name: tuple(branches) for name, branches in groups.items()},
    )
