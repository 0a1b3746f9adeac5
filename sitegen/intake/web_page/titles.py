"""Which words are the headline where a page's title and its ``h1`` differ."""

import re

# "Ministers agree on bridge | Ostrin Post", "… - Ostrin Post"
TITLE_SEAM = re.compile(r"\s{1,5}[|»·•–—-]\s{1,5}")
"""Between a headline and the outlet or the label behind it."""

_WORD = re.compile(r"\w{1,100}")
_FEWEST_SHARED = 4
"""Words that a title and a headline have in common where one is the other made shorter."""
_SHORTEST_CUT = 20
"""Letters of a title that may be the beginning of a longer headline and no headline of its own."""


def as_headed(title: str, heading: str) -> str:
    """The page's own heading where the title adds to it ("… | Editorial") or says it shorter."""
    adds = title.startswith(heading) and TITLE_SEAM.match(title, len(heading)) is not None
    cuts = _SHORTEST_CUT <= len(title) < len(heading) and heading.startswith(title)
    return heading if adds or cuts or _is_rewording(title, heading) else title


def _is_rewording(title: str, heading: str) -> bool:
    """True where a title leaves a few words of a longer headline out.

    "Ostrin week | Brod's lamps at the ferry" for "Ostrin week | Ansel Brod’s lamps at the ferry".
    """
    stated, shown = (set(_WORD.findall(it.casefold())) for it in (title, heading))
    shared = len(stated & shown)
    is_near = shared >= _FEWEST_SHARED and 4 * shared >= 3 * len(stated) and 3 * shared >= 2 * len(shown)
    return is_near and len(title) < len(heading) and not heading.isupper()
