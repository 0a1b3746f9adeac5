"""Whose words judge another's: "Brod called | Okell's claim | “false”", "he said | it | was “cruel”"."""

from collections.abc import Sequence

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import is_adverb, is_time
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.extract.speech.words.vocabulary import vocabulary

_JUDGING = frozenset(
    [
        "call",
        "find",
        "deem",
        "declare",
        "label",
        "brand",
        "dub",
        "term",
        "think",
        "adjudge",
        "pronounce",
        "proclaim",
    ]
)
"""Verbs that need no "as" before what they say of something."""
_NAMED = 2
"""Words before a quotation that only names what the noun is about: "her claim | of a | “right”"."""
_ABOUT = frozenset(["about", "on", "of"])
_LINKS = frozenset(["that", "how", "what", "to"])


def judging(sentence: Sentence, clauses: Sequence[Clause], noun: Clause, place: int) -> Clause | None:
    """The clause that says the words at ``place`` of the noun of speech before them; None: they are its own.

    "Brod rejected Okell's claim that the dam was “safe”" quotes the claim, "Brod called it “false”" does not.
    """
    outer = _around(sentence, clauses, noun)
    if outer is None or outer.form is None:
        return None
    words = sentence.words
    between = words.lower[noun.verb_end : place]
    finite = sum(low in vocabulary().be or low in vocabulary().auxiliaries for low in between)
    if outer.form.labels:
        last = QUOTED not in words.lower[place + 1 : sentence.end]
        at_once = not between or (between[0] in _ABOUT and not finite and last and len(between) > _NAMED)
        named = between[-1:] == ("as",) or (at_once and outer.form.base in _JUDGING)
        return outer if named else None
    if not between or between[0] not in _LINKS:
        return outer if not between or finite else None
    # "said his claim that it was “safe” …" quotes him; "said his claim that it was safe is “false”" does not
    return outer if finite > 1 else None


def _around(sentence: Sentence, clauses: Sequence[Clause], noun: Clause) -> Clause | None:
    """The clause whose object or topic the noun is: nothing but small words stands between."""
    if noun.subject is None:
        return None
    words, vocab = sentence.words, vocabulary()
    for outer in reversed(clauses):
        if outer.noun or outer.passive or outer.subject is None or outer.verb_end > noun.subject.start:
            continue
        small = all(
            words.lower[at] in _LINKS
            or words.lower[at] in vocab.determiners
            or is_adverb(words, at)
            or is_time(words, at)
            for at in range(outer.verb_end, noun.subject.first)
        )
        return outer if small else None
    return None
