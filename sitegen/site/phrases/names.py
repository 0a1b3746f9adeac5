"""What in a phrase is a person's name, by its words alone."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from sitegen import lexicon
from sitegen.model import SpeakerHow, SpeakerKind
from sitegen.site.phrases.words import key_words
from sitegen.site.phrases.words import words as words_of
from sitegen.site.speakers.namesakes import gender_of
from sitegen.site.speakers.voices import Voice

Words = tuple[str, ...]

LONGEST = 5
"""Words of a name."""

_REACH = 80
"""Characters before a surname in which the rest of the name is looked for."""


def bare_name(phrase: str) -> Words:
    """The words of a phrase without titles before and "Jr." behind; at least one of them."""
    words = key_words(phrase)
    start, end = _without_titles(words)
    return words[start:end]


def bare_form(phrase: str) -> str:
    """The same, as written."""
    found = list(words_of(phrase))
    start, end = _without_titles([word.plain for word in found])
    return phrase[found[start].start : found[end - 1].end] if found else phrase


def _without_titles(words: Sequence[str]) -> tuple[int, int]:
    start, end = 0, len(words)
    while start < end - 1 and words[start] in _lists()["titles"]:
        start += 1
    while end - 1 > start and words[end - 1] in _lists()["suffixes"]:
        end -= 1
    return start, end


def is_first_name(words: Words) -> bool:
    """True for a single word that is a first name: "John" may be half of a name cut short."""
    return len(words) == 1 and words[0] in _lists()["first names"]


def endings(name: Words) -> Iterator[Words]:
    """How a name may be shortened to its end: "Abu Marzouk" and "Marzouk" of "Mousa Abu Marzouk"."""
    if len(name) <= LONGEST:
        yield from (name[start:] for start in range(1, len(name)))


def is_written_small(phrase: str) -> bool:
    """True where the last word has no capital, and could have one."""
    return any(word[:1].islower() for word in phrase.split()[-1:])


def person_by_first_name(phrase: str, words: Words) -> bool:
    """True for "Ismail Haniyeh", for Ismail is a first name; not for "Virginia Beach".

    ``words`` are the phrase's, titles left out.
    """
    written = phrase.split()
    return (
        1 < len(words) < LONGEST
        and words[0] in _lists()["first names"]
        and words[-1] not in _lists()["no surnames"]
        and all(word[:1].isupper() or word.casefold() in _lists()["particles"] for word in written)
    )


def voice_is_person(voice: Voice) -> bool:
    """True where an article quotes a person: it says so, the first name does, or it goes on with the last."""
    if voice.kind is not None or gender_of(voice) is not None:
        return voice.kind is not SpeakerKind.BODY
    words = bare_name(voice.name)
    if len(words) > 1 and words[-1] in _lists()["no surnames"]:
        return False
    mentions = (said.quotation for said in voice.said if said.quotation.how is SpeakerHow.NAMED)
    return words[0] in _lists()["first names"] or any(
        bare_name(each.mention) in set(endings(words)) for each in mentions if each.mention
    )


def one_person(bearers: Mapping[str, Words]) -> str | None:
    """The shortest of several forms of one full name ("Lene Marrow", "Lene A. Marrow"); None: two people."""
    ordered = sorted(bearers.items(), key=lambda each: (len(each[1]), each))
    for (_, short), (_, long) in pairwise(ordered):
        if (short[0], short[-1]) != (long[0], long[-1]) or not _is_within(short, long):
            return None
    return ordered[0][0] if ordered else None


def _is_within(short: Words, long: Words) -> bool:
    """True where ``long`` is ``short`` with words put in; not where they are the same."""
    rest = iter(long)
    return len(short) < len(long) and all(word in rest for word in short)


def longer_forms(text: str, ending: str) -> Iterator[Words]:
    """What may be a full name in ``text`` wherever ``ending`` stands: it, and one to four words before it."""
    end = 0
    shortest = len(key_words(ending)) + 1
    while (start := text.find(ending, end)) >= 0:
        end = start + len(ending)
        before = text[max(0, start - _REACH) : start].rpartition("\n\n")[2]
        words = key_words(before + ending)
        yield from (words[-count:] for count in range(shortest, min(len(words), LONGEST) + 1))


def is_place(text: str, phrase: str) -> bool:
    """True where ``phrase`` stands in ``text`` as a place does: "in Jordan", but not "in Jordan’s letter"."""
    end = 0
    while (start := text.find(phrase, end)) >= 0:
        end = start + len(phrase)
        before = text[max(0, start - 12) : start]
        behind = text[end : end + 1]
        if before[-1:].isspace() and not (behind.isalnum() or behind in {"'", "’"}):
            before_it = before.split()[-1:]
            if before_it and before_it[0].casefold() in _lists()["before places"]:
                return True
    return False


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    speech, names = lexicon.load("speech"), lexicon.load("names")
    before_first_names = frozenset(lexicon.load("spellings")["before_first_names"].split())
    return {
        "titles": frozenset(speech["titles"].split()) - before_first_names,
        "suffixes": frozenset(speech["name_suffixes"]),
        "particles": frozenset(speech["name_particles"]),
        "no surnames": frozenset(speech["body_names"].split()),
        "before places": frozenset(names["at_places"]),
        "first names": frozenset(" ".join(lexicon.load("given_names").values()).split()),
    }
