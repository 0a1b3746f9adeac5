"""The paragraph about its author that stands below an article."""

import re
from itertools import pairwise

from sitegen.intake.furniture.words_of_pages import words

_LONGEST = 320
_NAME = re.compile(r"(?:[^\W\d_a-z][\w.'’-]{0,30}\s){1,4}(?=[a-z])")
_THE_AUTHOR = re.compile(r"(?:The|Our) (?:author|columnist|reporter|writer) (?=[a-z])")
_WORD = re.compile(r"[^\W\d_]{1,30}(?:-[^\W\d_]{1,30}){0,2}")
_ADDRESS = re.compile(r"(?<!\w)@\w{2,40}|\S{1,64}@\S{1,64}\.\w{2,20}")
_NEAR = 14
"""How many words after the name tell what the named one is."""
_EMPLOYED = frozenset({"at", "based", "covering", "for"})
_IS = frozenset({"is", "was"})


def is_about_an_author(line: str, *, byline: str | None = None, surely: bool = False) -> bool:
    """True for "Jane Doe covers politics for The Ostrin Courier. Follow her on X @jane."

    Args:
        line: a paragraph below the body.
        byline: who wrote the article, where known.
        surely: only where the words leave no doubt: an address, or the name of the byline.
    """
    if len(line) > _LONGEST:
        return False
    text = " ".join(line.split())
    named = _NAME.match(text) or _THE_AUTHOR.match(text)
    address = _ADDRESS.search(text) is not None
    if named is None:
        return False
    plain = [word.casefold() for word in _WORD.findall(text[named.end() :][:200])][:_NEAR]
    if not plain:
        return False
    phrases = {*plain, *(" ".join(pair) for pair in pairwise(plain))}
    makes = plain[0] in words("making") or " ".join(plain[:2]) in words("making")
    is_maker = plain[0] in _IS and not phrases.isdisjoint(words("makers"))
    if not (is_maker or makes):
        return False
    known = byline is not None and named.group().strip().casefold() in byline.casefold()
    employed = not _EMPLOYED.isdisjoint(plain)
    return known or address or (is_maker and employed) or (not surely and (is_maker or employed))
