"""Runs of capitalised words, which may be names: "Brig. Gen. Ismail Qaani", "Lene Marrow"."""

from functools import cache
from typing import NamedTuple

from sitegen.extract.speech.words.classes import STOPS, is_auxiliary, is_capital, is_time
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.name_words import name_words
from sitegen.extract.speech.words.nouns import is_agent
from sitegen.extract.speech.words.vocabulary import vocabulary

_HEADING_WORD = 2  # words: "ABSTRACT."
_INITIALS = 4
"""Letters that initials may have: a line "OPEC." is no heading."""
_LONGEST_NAME = 12  # words
_MOST_PARTICLES = 3
_APOSTROPHES = frozenset(["'", "’"])
_JOINS = frozenset(["of", "for"])
"""What may stand inside the name of a body: "Bank of Ostrin", "Institute for Water"."""


class Run(NamedTuple):
    """A run of capitalised words: half-open ranges of word indices."""

    start: int
    """With titles: "Brig. Gen. Ismail Qaani"."""
    core: int
    """Where the name proper begins."""
    end: int


def runs(words: Words) -> list[Run]:
    """The runs of capitalised words that may be names."""
    found: list[Run] = []
    end, count = 0, len(words)
    for at, form in enumerate(words.forms):
        if at < end or not (form[0].isupper() or ("-" in form and is_capital(words, at))):
            continue
        end = _run_end(words, at, count)
        run = _run(words, at, end)
        if run is not None:
            found.append(run)
    return found


def _run_end(words: Words, at: int, count: int) -> int:
    """Behind the run that begins at ``at``."""
    vocab = vocabulary()
    end = at + 1
    while end < count and end - at < 14:
        if words.forms[end - 1].endswith(".") and words.lower[end] in vocab.common_capitals:
            break  # "in the U.S. While Clinton": a stop that an abbreviation shares with its sentence
        form = words.forms[end]
        if form[0].isupper() or ("-" in form and is_capital(words, end)):
            if is_time(words, end):
                break
            end += 1
            continue
        behind = _beyond(words, at, end, count) if words.lower[end] in _may_go_on() else None
        if behind is None:
            break
        end = behind
    return end


@cache
def _may_go_on() -> frozenset[str]:
    """The small words and marks that stand inside names."""
    return vocabulary().particles | _JOINS | _APOSTROPHES | {"-", ",", "&"}


def _beyond(words: Words, start: int, at: int, count: int) -> int | None:
    """Where a name goes on across the small word or mark at ``at``; None where it ends."""
    vocab = vocabulary()
    low = words.lower[at]
    if low in vocab.particles:
        ahead = at + 1
        while ahead < count and ahead - at < _MOST_PARTICLES and words.lower[ahead] in vocab.particles:
            ahead += 1
        return ahead + 1 if ahead < count and is_capital(words, ahead) else None
    if low == "-":
        joined_on = (
            at + 1 < count
            and words.ends[at] == words.starts[at + 1]
            and words.ends[at - 1] == words.starts[at]
        )
        return at + 2 if joined_on and is_capital(words, at + 1) else None
    if low == "&" or low in _APOSTROPHES:
        # "Torvel & Sons", "the Dockers' Union"
        capital = at + 1 < count and is_capital(words, at + 1)
        return at + 2 if (capital and low == "&") or _owned_body(words, at, count) else None
    if low == ",":
        # "Ansel Brod, Jr.,"
        return at + 2 if at + 1 < count and words.lower[at + 1] in vocab.suffixes and at - start > 1 else None
    if low in _JOINS and _names_body(words, start, at):
        ahead = at + 2 if words.lower[at + 1 : at + 2] == ("the",) else at + 1
        if ahead < count and is_capital(words, ahead) and not is_time(words, ahead):
            return ahead + 1 if low == "of" or words.lower[ahead] not in vocab.given_names else None
    return None


def _owned_body(words: Words, at: int, end: int) -> bool:
    """True for the mark of "the Dockers' Union", "the Farmers’ Bank"; not of "the Stars' Ada Torvel"."""
    attached = (
        words.lower[at] in _APOSTROPHES
        and at > 0
        and words.ends[at - 1] == words.starts[at]
        and words.lower[at - 1].endswith("s")
    )
    if not attached or at + 1 >= end or not is_capital(words, at + 1):
        return False
    last = at + 1
    while last + 1 < end and is_capital(words, last + 1):
        last += 1
    return words.lower[last] in vocabulary().body_words


def _names_body(words: Words, start: int, at: int) -> bool:
    """True where the capitals before "of" name a body: "Supreme Court | of"; not "Jan Park | of"."""
    vocab = vocabulary()
    last = words.lower[at - 1]
    if words.lower[at] == "for" and last not in vocab.bodies and last not in name_words().bodies_for:
        return False
    named = last in vocab.body_words_inside or any(low in _JOINS for low in words.lower[start:at])
    return named and words.lower[start] not in vocab.given_names


def _run(words: Words, start: int, end: int) -> Run | None:
    """The run without what sentences begin with, its titles told apart from the name."""
    vocab = vocabulary()
    while start < end and (
        (words.lower[start] in vocab.common_capitals and not _given_name(words, start))
        or is_time(words, start)
        or (words.lower[start].endswith("ing") and start + 1 < end and _opens_sentence(words, start))
    ):
        start += 1
    while end - 1 > start and words.lower[end - 1] in _ends_no_name():
        end -= 1  # "Ada Holt On | the Flood", in a heading
    if start >= end:
        return None
    core = start
    if end - start == 1:
        # "the President" alone names nobody
        return None if words.lower[core] in vocab.titles else Run(start=start, core=core, end=end)
    if start > 1 and words.lower[start - 1] == "of" and words.lower[start - 2] in vocab.titles:
        while core < end - 1 and words.lower[core] in vocab.title_objects:
            core += 1  # "Chief of Staff Mira Tolland"
    joins = [at for at in range(start + 1, end) if words.lower[at] in _JOINS]
    body = words.lower[joins[0] - 1 if joins else end - 1] in vocab.body_words_inside
    for at in range(core, end - 1):
        low = words.lower[at]
        if low in _JOINS:
            break
        # "Engineer Yusra Okell": a description with a capital is a title where a whole name follows.
        described = low in vocab.speaker_nouns and low not in vocab.body_names and end - at > 2
        described = described or _described_at_head(words, at, end)
        if body and (low in name_words().body_openers or low not in vocab.titles):
            continue  # "Democratic Party", "Graduate School": no titles here
        if low in vocab.titles or described:
            core = at + 1
    if words.lower[core] in vocab.titles and end - core == 1:
        return None  # "the President" alone
    return Run(start=start, core=core, end=end) if end - core <= _LONGEST_NAME else None


def _described_at_head(words: Words, at: int, end: int) -> bool:
    """True for a noun that has its capital from the sentence it opens: "Comedian Lene Marrow"."""
    given = vocabulary().given_names
    low = words.lower[at]
    before_name = end - at > 2 and words.lower[at + 1] in given
    return before_name and low not in given and _opens_sentence(words, at) and is_agent(low)


@cache
def _ends_no_name() -> frozenset[str]:
    """Small words that no name ends with, even with a capital."""
    return vocabulary().prepositions | vocabulary().clause_openers | {"ever", "the"}


def _given_name(words: Words, at: int) -> bool:
    """True for the "Will" of "“…,” Will Torvel said"; at the head of a sentence it may ask a question."""
    return words.lower[at] in vocabulary().auxiliaries and not is_auxiliary(words, at)


def _opens_sentence(words: Words, at: int) -> bool:
    return at == 0 or words.lower[at - 1] in (".", "!", "?", QUOTED)


def last_run(words: Words, start: int, end: int) -> Run | None:
    """The run that a phrase ends with; None where it ends in a small word: a description, no name."""
    at = end
    while at > start and not is_capital(words, at - 1):
        at -= 1
    last = at
    if last < end:
        return None  # the phrase ends in a small word: a description, no name
    while at > start and (
        is_capital(words, at - 1)
        or _is_particle(words, start, at - 1)
        or (words.lower[at - 1] == "&" and at - 1 > start)
        or (words.lower[at - 1] in _APOSTROPHES and _owned_body(words, at - 1, last))
    ):
        at -= 1
    if at == last:
        return None
    # The name may go on where the phrase was cut: "Maria | de la Torvel", "Supreme Court | of Velmora".
    goes_on = last < len(words) and not is_capital(words, last)
    return _run(words, at, _run_end(words, at, len(words)) if goes_on else last)


def _is_particle(words: Words, start: int, at: int) -> bool:
    return words.lower[at] in vocabulary().particles and any(
        is_capital(words, back) for back in range(max(start, at - _MOST_PARTICLES), at)
    )


def tokens_of(words: Words, start: int, end: int) -> list[str]:
    """The words of a name in lower case, suffixes such as "Jr.", hyphens and commas left out."""
    left_out = _left_out()
    return [low for low in words.lower[start:end] if low not in left_out]


@cache
def _left_out() -> frozenset[str]:
    return vocabulary().suffixes | _APOSTROPHES | {"-", ","}


def joined(words: Words, start: int, end: int) -> str:
    """The words as the article has them, one blank where it has any white space."""
    pieces = []
    for at in range(start, end):
        if at > start and words.starts[at] > words.ends[at - 1]:
            pieces.append(" ")
        pieces.append(words.forms[at])
    return "".join(pieces)


def titles_of(words: Words, run: Run) -> set[str]:
    """The titles before a name, lower case."""
    return set(words.lower[run.start : run.core])


def is_headline(words: Words) -> bool:
    """True Where Most Words Have Capitals, and IN A LINE OF CAPITALS: nothing tells names from the others."""
    if all_capitals(words):
        return True
    end = len(words)
    while end > 1 and words.forms[end - 1] in STOPS:
        end -= 1  # "Okell Says No, But …."
    if words.forms[-1:] == (":",) or QUOTED in words.forms or not STOPS.isdisjoint(words.forms[:end]):
        return False
    plain = [form for form in words.forms if form.isalpha() and len(form) > 3]
    if len(plain) < 5 or sum(form[0].isupper() for form in plain) <= 0.7 * len(plain):
        return False
    if words.forms[-1] not in STOPS:
        return True
    # "Minister Dara Ilvane met Judge Petra Ilvane.": in a headline verbs have capitals, too
    small = vocabulary().common_capitals
    return not any(form.islower() and len(form) > 2 and form not in small for form in words.forms)


def all_capitals(words: Words) -> bool:
    """True for A LINE OF CAPITALS."""
    spelt = 0
    for form in words.forms:
        if form.isalpha():
            if not form.isupper():
                return False
            spelt += 1
    return spelt > 1 or (spelt == 1 and len(words) <= _HEADING_WORD and len(words.forms[0]) > _INITIALS)
