"""Through whom words come: "the Courier reported that Okell had said", "he said, according to the Wire"."""

from collections.abc import Iterator, Sequence

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.clauses.participles import quoting_verb
from sitegen.extract.speech.phrases.mentions import Mention, Subject
from sitegen.extract.speech.phrases.rightwards import phrase_from
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import OWN, is_time
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.extract.speech.words.verbs import forms
from sitegen.extract.speech.words.vocabulary import vocabulary

_LINKS = frozenset(["that", "how", "when", "why"])
"""Words that may stand between a reporting verb and the clause it reports."""
_CARRIERS = frozenset(["carried", "published", "released", "obtained", "seen", "cited", "aired", "broadcast"])
"""What a paper does with a statement: "in a statement | carried | by the Wire"."""
_PASSING_ON = frozenset(
    ["report", "say", "write", "recall", "recount", "reveal", "announce", "tell", "relate"]
)
"""Verbs of a clause that ends a sentence and tells where its words were heard."""
_ADDRESSED = frozenset(["tell", "remind", "inform", "assure", "warn"])
"""Verbs that name whom they speak to before "that": "Brod told the Courier that Okell had said"."""
_WHEN = frozenset(
    [
        "on",
        "in",
        "at",
        "last",
        "this",
        "earlier",
        "later",
        "week",
        "month",
        "year",
        "night",
        "morning",
        "also",
    ]
)
"""Words of the times that may stand behind a reporting verb."""
_FAR = 12
"""Words behind a reporting clause within which its carrier is looked for."""


def relays(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> tuple[Mention, ...]:
    """Those who pass on what ``clause`` reports, outermost first; empty where it is heard directly."""
    if clause.subject is None or clause.noun:
        return ()
    around = list(_around(sentence, known, clause))
    found = [
        *([clause.through] if clause.through is not None else []),
        *around,
        *_quoting(sentence, known, clause),
        *_sources(sentence, known, clause),
        *(_cited(sentence, clause) if around else []),
        *_behind(sentence, known, clause),
        *_carrying(sentence, clause),
    ]
    distinct: dict[tuple[int, int], Mention] = {}
    for mention in found:
        if (mention.start, mention.end) != (clause.subject.start, clause.subject.end):
            distinct.setdefault((mention.start, mention.end), mention)
    return tuple(distinct.values())


def _around(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> Iterator[Mention]:
    """From "| The Courier | reported that Okell had said …"; a pronoun inside is the outer speaker."""
    chain: list[Mention] = []
    inner = clause
    for outer in reversed(known):
        if (
            outer.verb >= inner.verb
            or outer.passive
            or outer.noun
            or outer.subject is None
            or outer.form is None
        ):
            continue
        if inner.subject is None or inner.subject.kind is Subject.PRONOUN or outer.form.labels:
            break
        relative = "who" in sentence.words.lower[inner.subject.end : inner.subject.end + 2]
        if relative or not _reports(sentence, outer, inner.subject):
            break
        chain.append(outer.subject)
        inner = outer
    yield from reversed(chain)


def _reports(sentence: Sentence, outer: Clause, inner: Mention) -> bool:
    """True where but a time and "that" stand between: "reported on Sunday that | Okell | had said"."""
    if outer.verb_end > inner.start or inner.start - outer.verb_end > _FAR:
        return False
    words = sentence.words
    link = inner.start - 1
    linked = link >= outer.verb_end and words.lower[link] in _LINKS
    addressed = outer.form is not None and outer.form.base in _ADDRESSED and linked
    between = range(outer.verb_end, link if linked else inner.start)
    return addressed or all(
        is_time(words, at) or words.lower[at] in _WHEN or words.lower[at].isdigit() for at in between
    )


def _quoting(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> Iterator[Mention]:
    """From "Okell was quoted by | the Wire | as saying", "| The Courier | quoted Okell as saying"."""
    words = sentence.words
    verb = quoting_verb(words, sentence.start, clause.verb)
    if verb is None:
        return
    if words.lower[verb + 1] in ("by", "in"):
        through = phrase_from(words, verb + 2, clause.verb - 1)
        if through is not None:
            yield through
        return
    for quoting in known:
        if quoting.verb == verb and quoting.subject is not None:
            yield quoting.subject


def _sources(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> Iterator[Mention]:
    """From "According to | Lene Marrow |, Verrick shouted"."""
    for other in known:
        if other.form is not None or other.noun or other is clause or other.subject is None:
            continue
        if sentence.words.lower[other.subject.start] not in OWN:  # "according to their instinct"
            yield _bearer_of(sentence, other.subject)


def _cited(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """From "the Courier, citing | the Wire |, reported that …"."""
    words = sentence.words
    for at in range(sentence.start, clause.verb - 1):
        if words.lower[at] != "citing" or words.lower[at - 1 : at] != (",",):
            continue
        cited = phrase_from(words, at + 1, clause.verb)
        if cited is None:
            continue
        if cited.kind is Subject.NAME or words.lower[cited.start] in vocabulary().determiners:
            yield cited


def _bearer_of(sentence: Sentence, mention: Mention) -> Mention:
    """Of "minutes seen by | the Courier", who has them; else the mention itself."""
    words = sentence.words
    for at in range(mention.start, min(mention.end + 3, sentence.end) - 1):
        if words.lower[at] == "by" and words.lower[at - 1] in _CARRIERS:
            return phrase_from(words, at + 1, sentence.end) or mention
    return mention


def _behind(sentence: Sentence, known: Sequence[Clause], clause: Clause) -> Iterator[Mention]:
    """From a clause at the end: "“…,” Verrick told his staff, | the Courier | reported on Monday."."""
    for later in known:
        if later.verb <= clause.verb or later.subject is None or later.passive or later.form is None:
            continue
        first = later.subject.start
        named = later.subject.kind is Subject.NAME and later.verb - later.subject.end <= 1
        if later.form.base not in _PASSING_ON or first <= clause.verb_end or not named:
            return
        between = sentence.words.lower[clause.verb_end : first]
        if between[-1:] != (",",) or QUOTED in between or between.count(",") > 1 or "and" in between:
            return
        if QUOTED not in sentence.words.lower[later.verb_end : sentence.end]:
            yield later.subject
        return


def _carrying(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """From "said in a statement carried by | the Wire |", "said through his lawyer, | Corin Ashby |"."""
    words = sentence.words
    start = max(clause.verb_end, clause.subject.end if clause.subject is not None else 0)
    for at in range(start, min(start + _FAR, sentence.end - 1)):
        low = words.lower[at]
        if low == QUOTED or (low in forms() and low not in _CARRIERS and at > start):
            return
        if low == "by" and words.lower[at - 1] in _CARRIERS:
            through = phrase_from(words, at + 1, sentence.end)
        elif low == "through" and at == start:
            through = _through(sentence, at + 1)
        else:
            continue
        if through is not None:
            yield through
        return


def _through(sentence: Sentence, at: int) -> Mention | None:
    """From "his lawyer, | Corin Ashby |": the name behind a description, else the description."""
    words = sentence.words
    described = phrase_from(words, at, sentence.end)
    if (
        described is None
        or described.kind is Subject.NAME
        or words.lower[described.end : described.end + 1] != (",",)
    ):
        return described
    named = phrase_from(words, described.end + 1, sentence.end)
    return named if named is not None and named.kind is Subject.NAME else described
