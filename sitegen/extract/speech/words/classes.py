"""Which class a word is of where it stands, by its index in a ``Words``; and the smallest classes."""

from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.vocabulary import vocabulary

STOPS = frozenset([".", "!", "?", "…", "..."])
"""Marks that end a sentence."""
DASHES = frozenset(["—", "–", "-", "--"])
BREAKS = frozenset([",", ";", ":", "(", ")", "[", "]", QUOTED]) | STOPS | DASHES
"""What no phrase runs across."""
RELATIVES = frozenset(["who", "which", "whose", "whom"])
ARTICLES = frozenset(["a", "an", "the"])
OWN = frozenset(["my", "your", "his", "her", "its", "our", "their"])
"""Pronouns that own: "*his* lawyer"."""
ARTICLES_AND_OWN = ARTICLES | OWN
"""Those of the determiners that begin a description."""
SHARES = frozenset(["percent", "majority", "plurality", "minority", "half", "third", "quarter"])
"""What part of a people it is that says something: "21 *percent* said"."""
POSSESSIVE_S = frozenset(["'s", "’s"])
"""Also a short "is" or "has"."""
POSSESSIVES = POSSESSIVE_S | {"'", "’"}
"""What stands behind an owner: "Okell*'s* claim", "the workers*'* dam"."""


def is_capital(words: Words, at: int) -> bool:
    """True for "Torvel", and for a small particle joined to a capital: "al-Torvel"."""
    form = words.forms[at]
    if form[0].isupper():
        return True
    particle, hyphen, rest = form.partition("-")
    return hyphen != "" and rest[:1].isupper() and particle in vocabulary().particles


def is_auxiliary(words: Words, at: int) -> bool:
    """True for "will"; not for "Will Torvel"."""
    if words.lower[at] not in vocabulary().auxiliaries:
        return False
    followed = at + 1 < len(words) and is_capital(words, at + 1)
    opens = at == 0 or words.lower[at - 1] in STOPS
    return not (is_capital(words, at) and followed) or opens


def is_time(words: Words, at: int) -> bool:
    """True for "Monday" and "April"; not for April in "April Holt" or "columnist Ai Jun"."""
    if words.lower[at] not in vocabulary().time_words:
        return False
    if words.lower[at] not in vocabulary().months_as_names or not is_capital(words, at):
        return True
    behind = words.forms[at + 1 : at + 2]
    ahead = words.forms[at - 1 : at] if at else ()
    named = (*behind, *ahead)
    return not any(form[0].isupper() and form.lower() not in vocabulary().common_capitals for form in named)


def is_adverb(words: Words, at: int) -> bool:
    """True for "quickly"; not for "the daily", "her family"."""
    low = words.lower[at]
    return low.endswith("ly") and words.forms[at].islower() and low not in vocabulary().nouns_in_ly


def has_verb(words: Words, start: int, end: int) -> bool:
    """True where one of the words may be a verb in a tense, of which there is no full list."""
    pasts = vocabulary().irregular_pasts
    return any(
        words.lower[at] in pasts
        or is_auxiliary(words, at)
        or (words.lower[at].endswith("ed") and words.forms[at].islower())
        for at in range(start, end)
    )
