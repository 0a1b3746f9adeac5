"""The words of disputes, from the lexicon."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sitegen import lexicon
from sitegen.extract.speech.words.verbs import VerbForm, forms


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeWords:
    """Sets of lower-case words; the lexicon says what each is for."""

    cues: Mapping[str, VerbForm]
    """Every form of every verb that disputes."""
    verbs: frozenset[str]
    """Their base forms."""
    nouns: Mapping[str, frozenset[str]]
    """Verb → the nouns that with it stand for what somebody said."""
    all_nouns: frozenset[str]
    reporting: frozenset[str]
    ideas: frozenset[str]
    of_clauses: frozenset[str]
    applied_for: frozenset[str]
    deciding: frozenset[str]
    paying: frozenset[str]
    claiming: frozenset[str]
    of_people: frozenset[str]
    what: frozenset[str]
    made: frozenset[str]
    negations: frozenset[str]
    hypotheses: frozenset[str]
    conditions: frozenset[str]
    pointing: frozenset[str]
    quantities: frozenset[str]
    proposals: frozenset[str]
    numbers: frozenset[str]
    contents: frozenset[str]
    origins: tuple[str, ...]
    times: frozenset[str]


@cache
def dispute_words() -> DisputeWords:
    """The words of English."""
    words = lexicon.load("disputes")

    def the(name: str) -> frozenset[str]:
        return frozenset(words[name].split())

    kinds = {kind: frozenset(listed.split()) for kind, listed in words["nouns"].items()}
    return DisputeWords(
        cues={low: form for low, form in forms().items() if form.base in words["verbs"]},
        verbs=frozenset(words["verbs"]),
        nouns={verb: frozenset().union(*(kinds[kind] for kind in of)) for verb, of in words["verbs"].items()},
        all_nouns=frozenset().union(*kinds.values()),
        reporting=kinds["reporting"],
        ideas=the("ideas"),
        of_clauses=the("of_clauses"),
        applied_for=the("applied_for"),
        deciding=the("deciding"),
        paying=the("paying"),
        claiming=the("claiming"),
        of_people=the("of_people"),
        what=the("what"),
        made=the("made"),
        negations=the("negations"),
        hypotheses=the("hypotheses"),
        conditions=the("conditions"),
        pointing=the("pointing"),
        quantities=the("quantities"),
        proposals=the("proposals"),
        numbers=the("numbers"),
        contents=the("contents"),
        origins=tuple(words["origins"]),
        times=the("times"),
    )


@cache
def _stems() -> tuple[str, ...]:
    """What a form of a cue begins with: "deny", "denie", "disput"."""
    verbs = lexicon.load("disputes")["verbs"]
    plain = [verb.removesuffix("e") for verb in verbs]
    return (*plain, *(verb[:-1] + "ie" for verb in verbs if verb.endswith("y")))


def may_dispute(text: str) -> bool:
    """True where a cue may stand in ``text``: asked of whole articles, so that most need no further look."""
    low = text.lower()
    return any(stem in low for stem in _stems())
