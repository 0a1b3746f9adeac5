"""The lexicon as codes: which words and phrases a class of words holds, and the value of each."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from sitegen.extract.time.tokens import MARK_CLASSES, NUMBER_CLASSES, TOKEN, number_code
from sitegen.lexicon import load

FIRST_WORD = "\ue000"
"""Code of the first word: the start of Unicode's private use area, 6,400 characters that mean nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Codes of the words, and the classes of words as the rules name them."""

    codes: Mapping[str, str]
    """Lower-case word → its code."""
    values: Mapping[str, Mapping[str, str]]
    """Class → codes of a word or phrase → its value (the phrase itself where the lexicon gives none)."""
    capital_only: frozenset[str]

    grammar: frozenset[str]
    """Codes of words that stand everywhere, and are no time by themselves."""

    def members(self, name: str) -> Iterable[str]:
        """The codes of each word, phrase, number or mark of the class ``name``; ``KeyError`` for no class."""
        return NUMBER_CLASSES.get(name) or MARK_CLASSES.get(name) or self.values[name]

    def alternatives(self, name: str) -> str:
        """A regular expression over codes for one member of the class ``name``; ``KeyError`` for no class."""
        members = self.members(name)
        single = re.escape("".join(member for member in members if len(member) == 1))
        # Longest phrase first: an alternation takes the first that fits.
        phrases = sorted((member for member in members if len(member) > 1), key=len, reverse=True)
        return "(?:" + "|".join([*map(re.escape, phrases), *([f"[{single}]"] if single else [])]) + ")"


@cache
def vocabulary(language: str = "en") -> Vocabulary:
    """The words of time in ``language``."""
    lexicon = load("time", language)
    codes: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    for name, members in lexicon.items():
        pairs = members.items() if isinstance(members, Mapping) else ((word, word) for word in members)
        values[name] = {_encode(phrase, codes): value for phrase, value in pairs}
    return Vocabulary(
        codes=codes,
        values=values,
        capital_only=frozenset(lexicon["capital_only"]),
        grammar=frozenset(values["never_alone"]),
    )


def _encode(phrase: str, codes: dict[str, str]) -> str:
    """The codes of a phrase, new words getting the next free code."""
    encoded = ""
    for match in TOKEN.finditer(phrase):
        token = match.group()
        if token[0].isalpha():
            encoded += codes.setdefault(token, chr(ord(FIRST_WORD) + len(codes)))
        elif token[0].isdigit():
            encoded += number_code(token)
        else:
            encoded += "'" if token[0] in "'’" and token[1:] else {"-": "-", ".": "."}.get(token, "~")
    return encoded
