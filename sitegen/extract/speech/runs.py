"""Runs of capitalised words, which may be names: "Brig. Gen. Ismail Qaani", "Lene Marrow"."""

from dataclasses import dataclass

from sitegen.extract.speech.phrases import QUOTED, STOPS, is_auxiliary, is_time
from sitegen.extract.speech.vocabulary import vocabulary
from sitegen.extract.speech.words import Words

_LONGEST_NAME = 9  # words


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of capitalised words: half-open ranges of word indices."""

    start: int
    """With titles: "Brig. Gen. Ismail Qaani"."""
    core: int
    """Where the name proper begins."""
    end: int


def runs(words: Words) -> list[Run]:
    """The runs of capitalised words that may be names."""
    found: list[Run] = []
    at, count = 0, len(words)
    while at < count:
        if not _capital(words, at):
            at += 1
            continue
        end = _run_end(words, at, count)
        run = _run(words, at, end)
        if run is not None:
            found.append(run)
        at = end
    return found


def _capital(words: Words, at: int) -> bool:
    form = words.forms[at]
    return form[0].isupper() and form[0].isalpha()


def _run_end(words: Words, at: int, count: int) -> int:
    vocab = vocabulary()
    end = at + 1
    while end < count and end - at < 14:
        if words.forms[end - 1].endswith(".") and words.lower[end] in vocab.common_capitals:
            break  # "in the U.S. While Clinton": a stop that an abbreviation shares with its sentence
        if _capital(words, end) and not is_time(words, end):
            end += 1
        elif (words.lower[end] in vocab.particles and end + 1 < count and _capital(words, end + 1)) or (
            words.lower[end] == "-"
            and end + 1 < count
            and _capital(words, end + 1)
            and words.ends[end] == words.starts[end + 1]
            and words.ends[end - 1] == words.starts[end]
        ):
            end += 2
        else:
            break
    return end


def _run(words: Words, start: int, end: int) -> Run | None:
    """The run without what sentences begin with, its titles told apart from the name."""
    vocab = vocabulary()
    while start < end and (
        (words.lower[start] in vocab.common_capitals and not _given_name(words, start))
        or is_time(words, start)
        or (words.lower[start].endswith("ing") and start + 1 < end and _opens_sentence(words, start))
    ):
        start += 1
    if start >= end:
        return None
    core = start
    if start > 1 and words.lower[start - 1] == "of" and words.lower[start - 2] in vocab.titles:
        while core < end - 1 and words.lower[core] in vocab.title_objects:
            core += 1  # "Chief of Staff Mira Tolland"
    for at in range(start, end - 1):
        low = words.lower[at]
        # "Engineer Yusra Okell": a description with a capital is a title where a whole name follows.
        described = low in vocab.speaker_nouns and low not in vocab.body_names and end - at > 2
        if low in vocab.titles or described:
            core = at + 1
    if words.lower[core] in vocab.titles and end - core == 1:
        return None  # "the President" alone
    return Run(start=start, core=core, end=end) if end - core <= _LONGEST_NAME else None


def _given_name(words: Words, at: int) -> bool:
    """True for the "Will" of "“…,” Will Torvel said"; at the head of a sentence it may ask a question."""
    return words.lower[at] in vocabulary().auxiliaries and not is_auxiliary(words, at)


def _opens_sentence(words: Words, at: int) -> bool:
    return at == 0 or words.lower[at - 1] in (".", "!", "?", QUOTED)


def last_run(words: Words, start: int, end: int) -> Run | None:
    """The run that a phrase ends with; None where it ends in a small word: a description, no name."""
    at = end
    vocab = vocabulary()
    while at > start and not _capital(words, at - 1):
        at -= 1
    last = at
    if last < end:
        return None  # the phrase ends in a small word: a description, no name
    while at > start and (
        _capital(words, at - 1)
        or (words.lower[at - 1] in vocab.particles and at - 2 >= start and _capital(words, at - 2))
    ):
        at -= 1
    return _run(words, at, last) if at < last else None


def tokens_of(words: Words, start: int, end: int) -> list[str]:
    """The words of a name in lower case, suffixes such as "Jr." and hyphens left out."""
    suffixes = vocabulary().suffixes
    return [
        words.lower[at]
        for at in range(start, end)
        if words.lower[at] not in suffixes and words.lower[at] != "-"
    ]


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
    return {words.lower[at] for at in range(run.start, run.core)}


def is_headline(words: Words) -> bool:
    """True Where Most Words Have Capitals: no telling names from the others."""
    plain = [form for form in words.forms if form.isalpha() and len(form) > 3]
    running = any(form in STOPS or form == QUOTED for form in words.forms[:-1])
    # "President Okell has an admirer in Judge Petra Ilvane." is a sentence for all its capitals.
    share = 0.9 if words.forms and words.forms[-1] in STOPS else 0.7
    return not running and len(plain) > 4 and sum(form[0].isupper() for form in plain) > share * len(plain)
