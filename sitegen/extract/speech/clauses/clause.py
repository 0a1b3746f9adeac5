"""A reporting clause: the verb that reports, and the subject it reports of."""

from typing import NamedTuple

from sitegen.extract.speech.phrases.mentions import Mention
from sitegen.extract.speech.words.cutting import Words
from sitegen.extract.speech.words.verbs import VerbForm


class Clause(NamedTuple):
    """A reporting verb with its subject; all positions are word indices."""

    verb: int
    """Index of the reporting verb (or of the first word of a phrase such as "according to")."""
    verb_end: int
    """Behind the last word of the cue."""
    subject: Mention | None
    """None: no subject was found (an imperative, an unreadable one)."""
    form: VerbForm | None
    """None for phrases such as "according to"."""
    inverted: bool = False
    """The subject follows the verb."""
    passive: bool = False
    """The subject did not speak: "Haniyeh had been told"."""
    through: Mention | None = None
    """Who passes the words on, where the clause itself says so: "| the Star | quotes Okell: “…”"."""
    noun: bool = False
    """The cue is a noun, and the subject its owner: "Okell's claim"."""


class Cue(NamedTuple):
    """A reporting verb where it stands, its subject not yet looked for; all positions are word indices."""

    words: Words
    start: int
    """Where its sentence begins."""
    end: int
    """Behind the last word of its sentence."""
    at: int
    behind: int
    """Behind its last word: "point out" has two."""
    form: VerbForm
