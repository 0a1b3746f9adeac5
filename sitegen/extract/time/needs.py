"""What a pattern cannot do without: codes of which one stands in all that it matches.

A rule need not be tried on words that hold none of them, and most words of a text are in no rule or in few.
"""

import re
from collections.abc import Iterator

from sitegen.extract.time.vocabulary import Vocabulary

_PIECE = re.compile(
    r"""
      (?P<around> \(\?<?[=!] )                        # looks around: (?= (?! (?<= (?<!
    | (?P<opens>  \( (?: \?: | \?P<\w+> )? )          # ( or (?: or (?P<name>
    | (?P<closes> \) )
    | (?P<or>     \| )
    | (?P<may_be_absent> \? | \* | \{0 )              # of the piece before it
    | < (?:\w+:)? (?P<names> \w+(?:\|\w+)* ) >        # <month>, <m:month>, <m:month|season>
    """,
    re.VERBOSE,
)


def needed(pattern: str, words: Vocabulary) -> frozenset[str]:
    """Codes of which at least one stands in each match of ``pattern``, as rare ones as it offers.

    Args:
        pattern: as ``rules`` describes it, without shorthands.
        words: the lexicon.

    Raises:
        ValueError: a branch of it consists of pieces that may be absent; it could match nothing at all.
    """
    codes = _needed(_PIECE.finditer(pattern), words)
    if not codes:
        raise ValueError(f"a pattern that may match nothing: {pattern}")
    return codes


def _needed(pieces: Iterator[re.Match[str]], words: Vocabulary) -> frozenset[str]:
    """What the pieces up to the end of their brackets need; empty where they may all be absent."""
    branches: list[list[frozenset[str]]] = [[]]
    for piece in pieces:
        if piece["closes"]:
            break
        if piece["or"]:
            branches.append([])
        elif piece["may_be_absent"]:
            branches[-1][-1] = frozenset()
        elif piece["names"]:
            branches[-1].append(_codes(piece["names"], words))
        else:
            inner = _needed(pieces, words)
            # What a match only stands beside is no part of it.
            branches[-1].append(frozenset() if piece["around"] else inner)
    rarest = [_rarest(branch, words) for branch in branches]
    return frozenset().union(*rarest) if all(rarest) else frozenset()


def _rarest(branch: list[frozenset[str]], words: Vocabulary) -> frozenset[str]:
    """Of the needs of a sequence of pieces the one that the fewest texts fulfil by the look of it."""
    needs = filter(None, branch)
    return min(needs, key=lambda codes: (len(codes & words.grammar), len(codes)), default=frozenset())


def _codes(names: str, words: Vocabulary) -> frozenset[str]:
    """One code of each member of the classes ``a|b``: of a phrase the first that is not merely grammar."""
    members = (member for name in names.split("|") for member in words.members(name))
    return frozenset(min(member, key=words.grammar.__contains__) for member in members)
