"""Which of the lines above the body is the headline."""

import re
from collections.abc import Sequence

from sitegen.intake.datelines import read_dateline
from sitegen.intake.furniture.vocabulary import stems
from sitegen.intake.header_lines import read_header_line
from sitegen.lexicon import word_set
from sitegen.model import Span

_LONGEST = 250
_MOST_WORDS = 35
_CLOSING_MARKS = " \t\"'”’»)]"
_MOST_ASKED = 16
_WORD = re.compile(r"\w{1,100}")
_SHARED_ENOUGH = 6
"""More words in common with the body say no more: a summary below the headline has more than it."""
_FULL_LENGTH = 5
"""A headline has hardly fewer words; a section or a button hardly more."""
_SURELY = 2.5
# "BREAKING: Ferries stop", "JUST IN | Ferries stop": of another article, where one without it tells more.
_TICKED = re.compile(r"[A-Z]{4,12}(?: [A-Z]{2,12}){0,2}\s?[:|]\s")
_NEARLY = 0.8


def same_words(one: str, other: str) -> bool:
    """True when both have the same words, whatever their capitals, punctuation and spaces."""
    return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold()) != []


def looks_like_headline(text: str, block: Span, followers: Sequence[Span]) -> bool:
    """True for a short line that ends like no sentence, Is Written Like This, or stands above a dateline.

    Args:
        text: the whole text.
        block: the line in question.
        followers: the next lines that are no furniture, the first of them enough.
    """
    words = block.of(text)
    tokens = words[: 2 * _LONGEST].split()
    if len(words) > _LONGEST or len(tokens) > _MOST_WORDS:
        return False
    dateline = read_dateline(text, block)
    if dateline is not None and dateline.body_start == block.end:
        return False
    last = tokens[-1].rstrip(_CLOSING_MARKS)
    if last.endswith((",", ":")):
        return False
    if len(tokens) > _MOST_ASKED and last.endswith(("?", "!", ".")) and not _is_in_title_case(tokens):
        return False  # a paragraph that asks something
    if not last.endswith((".", "。")) or _is_abbreviation(last) or _is_in_title_case(tokens):
        return True
    follower = next(iter(followers), None)
    return follower is not None and (
        read_dateline(text, follower) is not None or read_header_line(follower.of(text)) is not None
    )


def choose(candidates: Sequence[str], body: str) -> int:
    """The number of the candidate that tells of what ``body`` tells; the first to do so well enough.

    A site's motto, a section or a teaser shares few words with the article below it; its headline many, and a
    summary below the headline as many or more.
    """
    if len(candidates) == 1:
        return 0
    known = stems(body)
    shared = [
        min(len(stems(candidate) & known), _SHARED_ENOUGH) + (len(candidate.split()) >= _FULL_LENGTH) / 2
        for candidate in candidates
    ]
    plain = [count for one, count in zip(candidates, shared, strict=True) if not is_ticked(one)]
    enough = min(_NEARLY * max(shared), _SURELY)
    for number, count in enumerate(shared):
        ticked = is_ticked(candidates[number]) and max(plain, default=0) > count
        if count >= enough and not ticked:
            return number
    return shared.index(max(shared))


def is_ticked(line: str) -> bool:
    """True for "BREAKING: Ferries stop", which may be about another article."""
    return _TICKED.match(line) is not None


def _is_abbreviation(word: str) -> bool:
    """True for "Inc." and "U.S."."""
    return word.count(".") > 1 or word.rstrip(".").casefold() in word_set("intake", "abbreviations")


def _is_in_title_case(tokens: Sequence[str]) -> bool:
    long_words = [word for word in ("".join(filter(str.isalpha, token)) for token in tokens) if len(word) > 3]
    return len(long_words) > 2 and sum(word[0].isupper() for word in long_words) * 10 >= 7 * len(long_words)
