"""Find the reporting clauses of a sentence: the verb that reports and the subject it reports of.

There is no tagger and no model here: a subject is read from capitals, commas and small closed word classes. Each
rule stands with the example that made it necessary. Words are addressed by their index in a ``Words``.
"""

from dataclasses import dataclass
from enum import StrEnum

from sitegen.extract.speech.verbs import VerbForm, forms
from sitegen.extract.speech.vocabulary import Vocabulary, vocabulary
from sitegen.extract.speech.words import Words

QUOTED = "“”"
"""The word that stands for a quotation in the words of a sentence."""

_BREAKS = frozenset(
    [",", ";", ":", "—", "–", "-", "--", "(", ")", "[", "]", QUOTED, ".", "?", "!", "…", "..."]
)
_LONGEST_SUBJECT = 24  # words; longer ones were misread in every case looked at
_RELATIVES = frozenset(["who", "which", "whose", "whom"])
_JOINS = frozenset(["and", "or", "then", "but", "&"])


class Subject(StrEnum):
    """What kind of words a subject is."""

    NAME = "name"
    PRONOUN = "pronoun"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that stand for somebody: half-open range of word indices."""

    start: int
    end: int
    kind: Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A reporting verb with its subject."""

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


def find(words: Words, start: int, end: int) -> tuple[Clause, ...]:
    """The reporting clauses among ``words[start:end]``, one sentence, in order."""
    known = forms()
    found: list[Clause] = []
    for at in range(start, end):
        low = words.lower[at]
        form = known.get(low)
        clause = None
        if form is not None:
            clause = _at_verb(words, start, end, at, form, found)
        elif low == "according" and at + 2 < end and words.lower[at + 1] == "to":
            clause = _according(words, end, at)
        if clause is not None:
            found.append(clause)
    return tuple(found)


def _according(words: Words, end: int, at: int) -> Clause:
    """ "…, according to the ministry"."""
    subject = phrase_from(words, at + 2, end)
    return Clause(verb=at, verb_end=at + 2, subject=subject, form=None, inverted=True)


def _at_verb(
    words: Words, start: int, end: int, at: int, form: VerbForm, before: list[Clause]
) -> Clause | None:
    vocab = vocabulary()
    verb_end = at + 1
    if form.particles:
        # "pointed out", "went on": alone these are ordinary verbs, unless a quotation stands beside them.
        if at + 1 < end and words.lower[at + 1] in form.particles:
            verb_end = at + 2
        elif not _beside_quotation(words, start, end, at):
            return None
    if _noun_here(words, start, at, form, vocab):
        return None
    inverted = _inverted(words, start, end, at, verb_end, form, vocab)
    if inverted is not None:
        return Clause(verb=at, verb_end=verb_end, subject=inverted, form=form, inverted=True)
    if form.ends == "ing" and not _progressive(words, start, at, vocab):
        return Clause(verb=at, verb_end=verb_end, subject=_governing(words, start, at, before), form=form)
    left, passive = _skip_left(words, start, at, vocab)
    passive = passive and form.ends == "past"
    if passive and form.base in ("quote", "cite") and "as" in words.lower[at + 1 : at + 2]:
        passive = False  # "was quoted as saying": the subject did speak
    subject = _subject_left(words, start, left, before, vocab)
    if subject is None or not _plausible(words, subject, form, vocab):
        return None
    return Clause(verb=at, verb_end=verb_end, subject=subject, form=form, passive=passive)


def _beside_quotation(words: Words, start: int, end: int, at: int) -> bool:
    return QUOTED in words.lower[max(start, at - 4) : min(end, at + 5)]


def _noun_here(words: Words, start: int, at: int, form: VerbForm, vocab: Vocabulary) -> bool:
    """True for "dismissed claims", "the report", "Trump's tweets": nouns of the same form."""
    if form.ends not in ("s", "base") or at == start:
        return False
    before = words.lower[at - 1]
    return (
        before in vocab.determiners
        or before in vocab.prepositions
        and before != "to"
        or before in ("'s", "’s", "his", "her", "its", "their")
        or (before.endswith(("ed", "ing", "ous", "ful", "al", "ive")) and words.forms[at - 1].islower())
        or (form.ends == "base" and before == "to" and False)
    )


def _inverted(
    words: Words, start: int, end: int, at: int, verb_end: int, form: VerbForm, vocab: Vocabulary
) -> Mention | None:
    """The subject behind the verb: "“…,” said Brian Fallon", "Said Trump: “…”", "as Trump, said the aide"."""
    if form.ends not in ("past", "s") or verb_end >= end:
        return None
    left = at - 1
    while left > start and (words.lower[left] in (",", "—", "–", "-") or words.lower[left] in vocab.adverbs):
        left -= 1
    opens = at == start or words.lower[left] == QUOTED
    if not opens:
        return None
    first = words.lower[verb_end]
    if first in vocab.prepositions or first in vocab.clause_openers or first in _BREAKS:
        return None
    if (
        words.forms[verb_end][0].islower()
        and first not in vocab.determiners
        and first not in vocab.speaker_nouns
    ):
        # "said one aide", "said senior official X"; but not "said angrily"
        behind = phrase_from(words, verb_end, end)
        if behind is None or behind.kind is not Subject.NAME:
            return None
        return behind
    return phrase_from(words, verb_end, end)


def phrase_from(words: Words, start: int, end: int) -> Mention | None:
    """The name, pronoun or noun phrase that begins at ``start``."""
    vocab = vocabulary()
    at = start
    while at < end and words.lower[at] in vocab.adverbs:
        at += 1
    if at >= end or words.lower[at] in _BREAKS:
        return None
    start = at
    pronoun = vocab.pronouns.get(words.lower[at])
    if pronoun and (at + 1 >= end or not _noun_like(words, at + 1, vocab)):
        return Mention(start=at, end=at + 1, kind=Subject.PRONOUN)
    named = False
    while at < end and at - start < _LONGEST_SUBJECT:
        low = words.lower[at]
        if low in _BREAKS or (
            low in vocab.clause_openers and not (low == "and" and _joins_names(words, at, end))
        ):
            break
        capital = words.forms[at][0].isupper() and low not in vocab.time_words
        if (
            named
            and not capital
            and not _inside_name(words, at, end, vocab)
            and low not in ("'s", "’s", "and")
        ):
            if low == "of" and at + 1 < end:
                at += 1
                continue
            break
        if low in vocab.time_words or low in vocab.auxiliaries:
            break
        if not named and low in vocab.prepositions and low not in ("of", "for", "at", "from", "in", "with"):
            break
        if capital and low not in vocab.determiners and low not in vocab.prepositions:
            named = True
        at += 1
    if at == start:
        return None
    return Mention(start=start, end=at, kind=_kind(words, start, at, vocab))


def _noun_like(words: Words, at: int, vocab: Vocabulary) -> bool:
    return words.lower[at] in vocab.speaker_nouns


def _joins_names(words: Words, at: int, end: int) -> bool:
    return at + 1 < end and words.forms[at + 1][0].isupper() and words.forms[at - 1][0].isupper()


def _inside_name(words: Words, at: int, end: int, vocab: Vocabulary) -> bool:
    return words.lower[at] in vocab.particles and at + 1 < end and words.forms[at + 1][0].isupper()


def _kind(words: Words, start: int, end: int, vocab: Vocabulary) -> Subject:
    """A phrase that ends in capitals is a name ("Clinton spokesman Brian Fallon"), else a nominal."""
    if end - start == 1 and words.lower[start] in vocab.pronouns:
        return Subject.PRONOUN
    head = head_end(words, start, end) - 1
    low = words.lower[head]
    capital = words.forms[head][0].isupper()
    if capital and (head > start or low not in vocab.common_capitals):
        return Subject.NAME
    return Subject.NOMINAL


def head_end(words: Words, start: int, end: int) -> int:
    """Behind the head noun phrase: before the first preposition, comma or "who" ("a spokesman | for Trump")."""
    vocab = vocabulary()
    for at in range(start + 1, end):
        low = words.lower[at]
        if (low in vocab.prepositions and words.forms[at].islower()) or low in _BREAKS or low in _RELATIVES:
            return at
    return end


def _progressive(words: Words, start: int, at: int, vocab: Vocabulary) -> bool:
    """ "is saying", "was just telling"."""
    left = at - 1
    while left > start and (words.lower[left] in vocab.adverbs or words.lower[left].endswith("ly")):
        left -= 1
    return left >= start and words.lower[left] in vocab.be


def _governing(words: Words, start: int, at: int, before: list[Clause]) -> Mention | None:
    """Whose participle this is: "Hamdan dismissed …, saying", "Beck took the stage, adding"."""
    if words.lower[at - 1 : at] == ("who",) or at == start:
        return None
    for clause in reversed(before):
        if clause.subject is not None and not clause.passive:
            return clause.subject
    return leading_subject(words, start, at)


def _skip_left(words: Words, start: int, at: int, vocab: Vocabulary) -> tuple[int, bool]:
    """Pass over what stands between subject and verb; (index of the word before it, whether a passive)."""
    left = at - 1
    passive = False
    for _ in range(8):
        if left < start:
            break
        low = words.lower[left]
        if low in vocab.auxiliaries or (low in vocab.be and low not in ("'s", "’s")):
            passive = passive or low in vocab.be
        elif low == "to" and left - 1 >= start:
            # "wanted to say", "went on to say", "was prompted to say"
            left -= 1
            if words.lower[left] == "on" and left - 1 >= start:
                left -= 1
            passive = False
        elif not (low in vocab.adverbs or (low.endswith("ly") and words.forms[left].islower())):
            break
        left -= 1
    return left, passive


def _subject_left(
    words: Words, start: int, left: int, before: list[Clause], vocab: Vocabulary
) -> Mention | None:
    """The subject whose last word is at ``left`` or further left."""
    if left < start:
        return None
    low = words.lower[left]
    if low in _JOINS:
        # "Beck laughed and said"
        return _shared_subject(words, start, left, before)
    if low in _RELATIVES or (low == "that" and left > start and words.forms[left - 1][0].isalpha()):
        # "Ryan, who said": whoever stands before "who"
        back = left - 1
        if back >= start and words.lower[back] == ",":
            back -= 1
        return _phrase_to(words, start, back, vocab)
    if low in (",", ")", "—", "–", "-", "--"):
        return _across_insertion(words, start, left, before, vocab)
    if low in _BREAKS:
        return None
    return _phrase_to(words, start, left, vocab)


def _shared_subject(words: Words, start: int, left: int, before: list[Clause]) -> Mention | None:
    for clause in reversed(before):
        if clause.subject is not None and clause.subject.end <= left:
            return clause.subject
    return leading_subject(words, start, left)


def _across_insertion(
    words: Words, start: int, left: int, before: list[Clause], vocab: Vocabulary
) -> Mention | None:
    """ "Jane Doe, 43, a teacher from Toledo, Ohio, said": step back over what the commas enclose."""
    at = left
    steps = 0
    best: Mention | None = None
    while at > start and steps < 6:
        segment = _segment_start(words, start, at - 1)
        phrase = _phrase_to(words, start, at - 1, vocab)
        inserted = _insertion(words, segment, at, vocab)
        if phrase is not None and not inserted:
            return phrase
        if segment <= start:
            break
        if phrase is not None and best is None and phrase.kind is Subject.NAME:
            best = phrase
        at = segment - 1
        steps += 1
        if words.lower[at] not in (",", "(", "—", "–", "-", "--"):
            break
    return best or leading_subject(words, start, left)


def _segment_start(words: Words, start: int, at: int) -> int:
    while at >= start and words.lower[at] not in _BREAKS:
        at -= 1
    return at + 1


def _insertion(words: Words, start: int, end: int, vocab: Vocabulary) -> bool:
    """True for what commas put behind a name: an age, a place, an apposition, "who …", "in an interview"."""
    if start >= end:
        return True
    first = words.lower[start]
    form = words.forms[start]
    if (
        form[0].isdigit()
        or first in _RELATIVES
        or first in vocab.prepositions
        or first in vocab.clause_openers
    ):
        return True
    if first.endswith("ing") and form.islower():
        return True
    follows_comma = start > 0 and words.lower[start - 1] in (",", "(", "—", "–", "-", "--")
    if first in vocab.determiners and follows_comma:
        return words.forms[start][0].islower()
    if form.islower() and follows_comma:
        return True
    # A place or party after a comma: "Ohio", "R-Fla", "N.C."
    return (
        follows_comma
        and end - start <= 2
        and all(words.forms[i][0].isupper() for i in range(start, end))
        and ("." in form or "-" in form or words.lower[start - 2 : start - 1] != () and end - start == 1)
    )


def _phrase_to(words: Words, start: int, last: int, vocab: Vocabulary) -> Mention | None:
    """The subject phrase whose last word is ``last``, reaching left to the edge of its clause."""
    if last < start:
        return None
    if words.lower[last] in vocab.pronouns and words.lower[last] not in _RELATIVES:
        return Mention(start=last, end=last + 1, kind=Subject.PRONOUN)
    first = last
    while first > start and last - first < _LONGEST_SUBJECT:
        low = words.lower[first - 1]
        if low in _BREAKS or low in vocab.auxiliaries:
            break
        if low in vocab.clause_openers and not (low == "and" and _joins_names(words, first - 1, last + 1)):
            break
        if low in vocab.time_words and words.forms[first][0].isupper() is False:
            break
        first -= 1
    if first > start and words.lower[first - 1] in _RELATIVES:
        # "Republicans who control the House said"
        back = first - 2
        if back >= start and words.lower[back] == ",":
            back -= 1
        return _phrase_to(words, start, back, vocab)
    first = _without_opening(words, first, last, vocab)
    if first > last or words.lower[last] in vocab.prepositions or words.lower[last] in vocab.adverbs:
        return None
    return Mention(start=first, end=last + 1, kind=_kind(words, first, last + 1, vocab))


def _without_opening(words: Words, first: int, last: int, vocab: Vocabulary) -> int:
    """Leave out "On Thursday" of "On Thursday Smith", "In a statement" of "In a statement Smith"."""
    while first < last and (
        words.lower[first] in vocab.time_words
        or (words.lower[first] in vocab.adverbs and words.lower[first] not in vocab.determiners)
    ):
        first += 1
    if words.lower[first] not in vocab.prepositions:
        return first
    # A phrase that opens with a preposition: the subject is the last run of capitals, or the last "the …".
    at = last
    if words.forms[last][0].isupper():
        while at > first and (
            words.forms[at - 1][0].isupper() and words.lower[at - 1] not in vocab.time_words
        ):
            at -= 1
        if at > first + 1 and words.lower[at] in vocab.prepositions:
            at += 1
        while at - 1 > first and words.lower[at - 1] in vocab.speaker_nouns:
            at -= 1
        return at if at > first else last + 1
    while (
        at > first and words.lower[at] not in vocab.determiners and words.lower[at] not in vocab.prepositions
    ):
        at -= 1
    return at if words.lower[at] in vocab.determiners else last + 1


def leading_subject(words: Words, start: int, end: int) -> Mention | None:
    """The subject a sentence opens with, "In an interview," and the like passed over; None where unreadable."""
    vocab = vocabulary()
    at = start
    for _ in range(4):
        if at >= end:
            return None
        low = words.lower[at]
        opening = (
            low in vocab.prepositions
            or low in vocab.clause_openers
            or low in vocab.adverbs
            or low in vocab.time_words
            or (low.endswith(("ing", "ed", "ly")) and not _capital_inside(words, at, start))
        )
        if not opening:
            break
        comma = at
        while comma < end and words.lower[comma] not in (",", QUOTED, ";", ":"):
            comma += 1
        if comma >= end:
            if low in vocab.adverbs or low in ("and", "but", "so", "yet"):
                at += 1
                continue
            return None
        at = comma + 1
    if at >= end:
        return None
    phrase = phrase_from(words, at, end)
    if phrase is None or phrase.kind is not Subject.NOMINAL:
        return phrase
    return _up_to_speaker_noun(words, phrase, vocab)


def _capital_inside(words: Words, at: int, start: int) -> bool:
    return at > start and words.forms[at][0].isupper()


def _up_to_speaker_noun(words: Words, phrase: Mention, vocab: Vocabulary) -> Mention | None:
    """ "The campaign manager | laughed": a nominal subject ends with its last noun for people."""
    head = None
    for at in range(phrase.start, phrase.end):
        if words.lower[at] in vocab.speaker_nouns:
            head = at
        elif head is not None:
            break
    return None if head is None else Mention(start=phrase.start, end=head + 1, kind=Subject.NOMINAL)


def _plausible(words: Words, subject: Mention, form: VerbForm, vocab: Vocabulary) -> bool:
    """A nominal nobody could be ("the move noted") is no subject, save of the plainest verbs."""
    if subject.kind is not Subject.NOMINAL:
        return True
    head = head_end(words, subject.start, subject.end) - 1
    low = words.lower[head]
    if low in vocab.speaker_nouns or low.rstrip("s") in vocab.speaker_nouns:
        return True
    plain = form.base in ("say", "tell", "add", "write", "ask", "reply", "shout", "tweet")
    return plain and form.ends == "past" and low.isalpha() and words.lower[subject.start] in vocab.determiners
