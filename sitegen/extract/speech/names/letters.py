"""Letters that stand for a name: "Velmora River Commission (VRC)"."""

from collections.abc import Sequence

from sitegen.extract.speech.names.runs import Run, last_run, tokens_of
from sitegen.extract.speech.words.cutting import Words

_SMALL = frozenset(["of", "for", "the", "and", "&"])
"""Words in names that initials leave out."""
_REACH = 12
"""Words before the brackets in which the full name is looked for."""


def are_letters(form: str) -> bool:
    """True for "VRC" and "U.S."."""
    letters = form.replace(".", "")
    return 2 <= len(letters) <= 6 and letters.isupper() and letters.isalpha()


def initials_of(tokens: Sequence[str]) -> str:
    """The "vrc" of "velmora river commission"."""
    return "".join(token[0] for token in tokens if token not in _SMALL)


def stand_for(letters: str, tokens: Sequence[str]) -> bool:
    """True for "mohr" of "Ministry of Health and Rivers": an initial, and on through the name."""
    if len(tokens) < 2 or letters[0] != tokens[0][0]:
        return False
    rest = iter("".join(tokens))
    return all(letter in rest for letter in letters.replace(".", ""))


def name_in_front(words: Words, run: Run) -> tuple[str, ...]:
    """The name before the brackets around ``run``, in lower-case words; empty where there are none."""
    if run.core < 2 or words.lower[run.core - 1] != "(" or words.lower[run.end : run.end + 1] != (")",):
        return ()
    full = last_run(words, max(0, run.core - _REACH), run.core - 1)
    return tuple(tokens_of(words, full.core, full.end)) if full is not None else ()
