"""Which reporting clause of its sentence governs a quotation."""

from collections.abc import Sequence
from functools import cache

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.marks.stretches import Stretch
from sitegen.extract.speech.phrases.mentions import Subject
from sitegen.extract.speech.sentences.judging import judging
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import DASHES, RELATIVES, STOPS, is_adverb, is_time
from sitegen.extract.speech.words.cutting import QUOTED
from sitegen.extract.speech.words.vocabulary import vocabulary

_RELATIVES = RELATIVES | {"that"}
_BRACKETED = 3
"""Words that may stand before a quotation in brackets: "said (in a “joke”)"."""
_REACH_BEHIND = 14
"""Words that may stand between a quotation and its clause: "“…,” the union's negotiator, Lene Marrow"."""


def governing(
    text: str, sentence: Sentence, clauses: Sequence[Clause], place: int, stretch: Stretch, *, follows: bool
) -> Clause | None:
    """The clause of ``sentence`` that reports the quotation standing at word ``place``.

    ``follows``: an attributed quotation stands before it in the sentence.
    """
    for clause in clauses:
        if clause.noun and clause.verb == place + 1:
            return clause  # "Okell's “wet money” | comment |"
    before = _before(sentence, clauses, place, follows=follows)
    if before is not None and (sentence.before(place) in (",", ":") or before.verb_end == place):
        return before
    if before is not None and before.form is not None and before.form.labels and place - before.verb_end <= 3:
        return before  # "While Okell called it “sound,” Verrick described it as …"
    last = text[stretch.end - 1]
    after = clause_behind(sentence, clauses, place, last)
    if after is not None and before is not None and after.form is not None and after.form.labels:
        after = None  # "He said he would “stay,” and | the crowd cheered |"; "…, denounced | her record |"
    if after is not None and (before is None or last == "," or place == sentence.start):
        return after
    if after is not None and last in "?!" and min(after.verb, _start_of(after)) == place + 1:
        return after
    return before or after or _closing(sentence, clauses, place)


def _closing(sentence: Sentence, clauses: Sequence[Clause], place: int) -> Clause | None:
    """The clause that ends the sentence: "Tolls were “low” when boats were “scarce,” | he said"."""
    for clause in reversed(clauses):
        if clause.subject is None or clause.passive or clause.noun or clause.verb <= place:
            continue
        first = min(clause.verb, _start_of(clause))
        ends = max(clause.verb_end, clause.subject.end)
        marked = sentence.words.lower[first - 1] == "," or sentence.words.lower[first - 1] == QUOTED
        between = sentence.words.lower[place + 1 : first]
        open_end = all(low in STOPS for low in sentence.words.lower[ends : sentence.end])
        if marked and open_end and not any(low in STOPS or low in (";", ":", "(") for low in between):
            return clause
        return None
    return None


def _start_of(clause: Clause) -> int:
    return clause.verb if clause.subject is None else clause.subject.start


def _before(sentence: Sentence, clauses: Sequence[Clause], place: int, *, follows: bool) -> Clause | None:
    """The nearest clause to the left whose subject spoke: "the Wire claimed | he had been told"."""
    for number in range(len(clauses) - 1, -1, -1):
        clause = clauses[number]
        if clause.verb >= place or clause.passive or clause.subject is None:
            continue
        if _told_of_another(sentence, clauses, number, place):
            continue
        if clause.form is not None and _in_brackets(sentence, clause.verb_end, place):
            continue
        if clause.noun and QUOTED in sentence.words.lower[clause.verb_end : place]:
            continue
        if clause.noun and (outer := judging(sentence, clauses, clause, place)) is not None:
            return outer
        if clause.form is not None and clause.form.weak and not _adjoins(sentence, clause, place):
            continue
        inverted = clause.inverted and clause.form is not None and clause.verb > sentence.start
        if inverted and not follows and not _leads(sentence, clause, place):
            continue
        return _addressing(sentence, clauses, clause) or clause
    return None


def _told_of_another(sentence: Sentence, clauses: Sequence[Clause], number: int, place: int) -> bool:
    """True for the last clause of "Okell wrote to a mayor who | promised | walls: “…”": she says it."""
    clause, words = clauses[number], sentence.words
    subject = clause.subject
    if sentence.before(place) != ":" or subject is None or clause.verb_end >= place - 1:
        return False
    who = words.lower[clause.verb - 1] == "who" and subject.kind is Subject.NOMINAL
    return who and any(
        outer.subject is not None and not outer.passive and not outer.noun and outer.verb < subject.start
        for outer in clauses[:number]
    )


def _in_brackets(sentence: Sentence, start: int, place: int) -> bool:
    """True for "Okell, who writes (| her first book had a line on “wet money” |)": the clause is outside."""
    between = sentence.words.lower[start:place]
    if "(" not in between or ")" in between:
        return False
    return len(between) - between.index("(") > _BRACKETED


def _addressing(sentence: Sentence, clauses: Sequence[Clause], inner: Clause) -> Clause | None:
    """Of "| Okell told | a woman who complained about the noise that it was “…”": the clause around."""
    subject = inner.subject
    if subject is None or sentence.words.lower[subject.end : subject.end + 1] != ("who",):
        return None
    for outer in clauses:
        addressed = outer.form is not None and outer.form.base in ("tell", "ask", "remind", "warn", "assure")
        if addressed and outer.verb_end == subject.start and not outer.passive and outer.subject is not None:
            return outer
    return None


def _leads(sentence: Sentence, clause: Clause, place: int) -> bool:
    """True for "But, said Lene Marrow, “…”": nothing but a mark between the inverted clause and the words."""
    return clause.subject is not None and sentence.words.lower[clause.subject.end : place] in ((",",), (":",))


def _adjoins(sentence: Sentence, clause: Clause, place: int) -> bool:
    """True where a mark and small words at most stand before the quotation: "thought it | “foolish”"."""
    if clause.form is not None and clause.form.labels:
        # with its object: "called the plan of the ministry “a lie”", "called the “safe” plan of … “a lie”"
        reach = 14 if QUOTED in sentence.words.lower[clause.verb_end : place] else 8
        return place - clause.verb_end <= reach
    if sentence.before(place) in DASHES and (sentence.after(place) in DASHES or not sentence.after(place)):
        return True  # "posted two words on his page – “So terrible” – with a link"
    if clause.through is not None:
        return True  # "quotes | the economist Ebbe Corrin |: “…”"
    between = range(clause.verb_end, place)
    small = _small_words()
    return len(between) <= 4 and all(
        sentence.words.lower[at] in small
        or not sentence.words.lower[at].isalpha()
        or is_time(sentence.words, at)
        or is_adverb(sentence.words, at)
        for at in between
    )


@cache
def _small_words() -> frozenset[str]:
    """What may stand between a weak verb and its quotation."""
    vocab = vocabulary()
    return vocab.determiners | vocab.pronouns.keys() | vocab.prepositions | {"him", "them", "me", "us"}


def clause_behind(sentence: Sentence, clauses: Sequence[Clause], place: int, last: str) -> Clause | None:
    """The clause right behind the quotation: "“…,” he said", "“…,” said one aide".

    ``last``: the quotation's last character; where it is a letter and the sentence opens with the words, they
    belong to what follows, as in "“Salt Road” star Ada Torvel told …".
    """
    ends = not last.isalnum() or sentence.after(place) == "," or place > sentence.start
    for clause in clauses:
        if clause.verb <= place or clause.passive or clause.subject is None:
            continue
        gap = sentence.words.lower[place + 1 : min(clause.verb, clause.subject.start)]
        blocked = (
            QUOTED in gap
            or "(" in gap[-1:]
            or gap[:1] in (("that",), ("who",), ("which",))
            or any(low in STOPS or low in (";", ":") for low in gap)
        )
        reach = (
            _REACH_BEHIND if ends else 1 + 2 * (gap[1:2] in (("how",), ("what",)))
        )  # "“…” is how Okell put it"
        if place > sentence.start and gap[-1:] and gap[-1] in vocabulary().clause_openers:
            return None  # "in a “supermax” prison, and | an official said …": another sentence, joined on
        if sentence.words.lower[clause.subject.start] in _RELATIVES:
            return None
        if blocked or len(gap) > reach or clause.subject.start <= place:
            return None
        return None if clause.form is not None and clause.form.ends == "ing" else clause
    return None
