"""The small word classes that clauses are read by, from the lexicon."""

from dataclasses import dataclass
from functools import cache

from sitegen import lexicon


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Sets of lower-case words."""

    auxiliaries: frozenset[str]
    be: frozenset[str]
    adverbs: frozenset[str]
    pronouns: dict[str, str]
    """Pronoun → male, female, plural, thing, first, second, relative, other."""
    titles: frozenset[str]
    title_objects: frozenset[str]
    """What titles are of: Chief of *Staff*, Secretary of *State*."""
    particles: frozenset[str]
    suffixes: frozenset[str]
    speaker_nouns: frozenset[str]
    bare_nouns: frozenset[str]
    """Those of them that speak without an article: "police said"."""
    irregular_pasts: frozenset[str]
    gestures: frozenset[str]
    """Forms of verbs for what people do before they speak: "nodded"."""
    speech_nouns: frozenset[str]
    """Nouns for what people utter, one or several: "claim", "remarks"."""
    issuing: frozenset[str]
    """Forms of verbs for handing out a text: "issued", "posted"."""
    shouts: frozenset[str]
    """Nouns for words without a reporter: "came the *cry* from the hall"."""
    remark_nouns: frozenset[str]
    """Those of them that may stand right behind the words: "her “wet money” *comment*"."""
    bodies: frozenset[str]
    clause_openers: frozenset[str]
    prepositions: frozenset[str]
    determiners: frozenset[str]
    nouns_in_ly: frozenset[str]
    documents: frozenset[str]
    """Texts, which speak for themselves: "the report", "the email"."""
    term_openers: frozenset[str]
    genders: dict[str, frozenset[str]]
    """male and female → titles and descriptions that tell."""
    courtesies: dict[str, frozenset[str]]
    """male and female → the titles that say nothing else: mr, mrs."""
    place_openers: frozenset[str]
    """First words of the names of places: *New* Karsa."""
    given_names: dict[str, str]
    """First name → male or female; those that both bear are not in it."""
    compass: frozenset[str]
    gendered: dict[str, str]
    """he, him, his → male; she, her, hers → female."""
    kinds: dict[str, frozenset[str]]
    """Last word of a body's name → what it may be called: courier → newspaper, paper."""
    body_names: frozenset[str]
    """Words in the names of bodies, places and papers, not of persons."""
    body_words: frozenset[str]
    """Those that tell a body even at the end of a name: without the points of the compass."""
    body_words_inside: frozenset[str]
    """Those that tell one anywhere else in it: without given names, too ("Bill Holt")."""
    time_words: frozenset[str]
    """Weekdays and months: capitalised, but nobody's name."""
    months_as_names: frozenset[str]
    """Those of them that people are called."""
    common_capitals: frozenset[str]
    """Words that sentences begin with and that name nobody."""
    clause_closers: frozenset[str]
    """Verbs that close a clause to the left of a subject: "Okell said | Verrick | continued"."""
    elided: frozenset[str]
    """Words whose first letters an apostrophe stands for: 'tis, 'em; small and capital letters differ."""
    cut_short: frozenset[str]
    """Words whose last letters an apostrophe stands for: an', th'."""


def _by_word(kinds: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, listed in kinds.items():
        for word in listed:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(called) for word, called in found.items()}


@cache
def vocabulary() -> Vocabulary:
    """The word classes of English."""
    words = lexicon.load("speech")

    def the(name: str) -> frozenset[str]:
        listed = words[name]
        return frozenset(listed.split() if isinstance(listed, str) else listed)

    small = (
        the("auxiliaries") | the("adverbs") | the("clause_openers") | the("prepositions") | the("determiners")
    )
    body_names = the("body_names") | the("bodies") | frozenset(" ".join(words["kinds"].values()).split())
    return Vocabulary(
        auxiliaries=the("auxiliaries").union(low.replace("'", "’") for low in the("auxiliaries")),
        be=the("be"),
        adverbs=the("adverbs"),
        pronouns=dict(words["pronouns"]),
        titles=the("titles"),
        title_objects=the("title_objects"),
        particles=the("name_particles"),
        suffixes=the("name_suffixes"),
        speaker_nouns=the("speaker_nouns"),
        bare_nouns=the("bare_nouns"),
        irregular_pasts=the("irregular_pasts"),
        gestures=the("gestures"),
        speech_nouns=the("speech_nouns") | the("speech_nouns_plural"),
        issuing=the("issuing"),
        shouts=the("shouts"),
        remark_nouns=the("remark_nouns"),
        bodies=the("bodies"),
        clause_openers=the("clause_openers"),
        prepositions=the("prepositions"),
        determiners=the("determiners"),
        nouns_in_ly=the("nouns_in_ly"),
        documents=the("documents"),
        term_openers=the("term_openers"),
        genders={gender: frozenset(listed.split()) for gender, listed in words["genders"].items()},
        courtesies={gender: frozenset(listed) for gender, listed in words["courtesies"].items()},
        place_openers=the("place_openers"),
        given_names={
            name: gender for gender, listed in lexicon.load("given_names").items() for name in listed.split()
        },
        compass=the("compass"),
        gendered={form: gender for gender, listed in words["gendered"].items() for form in listed},
        kinds=_by_word({kind: listed.split() for kind, listed in words["kinds"].items()}),
        body_names=body_names,
        body_words=body_names - the("compass"),
        body_words_inside=body_names - the("compass") - the("given_names"),
        time_words=the("time_words"),
        months_as_names=the("months_as_names"),
        common_capitals=small | frozenset(words["pronouns"]) | the("sentence_openers"),
        clause_closers=the("clause_closers"),
        elided=the("elided"),
        cut_short=the("cut_short"),
    )
