"""The phrases an article is about: YAKE's ranking, cleaned up before and after.

YAKE (Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020)
scores phrases by the statistics of one text alone. It reads a headline into the sentence after it and ranks
"said Thursday" highly. The two steps around it double its agreement with people's choices on KPCrowd, and
raise it by a third on DUC 2001 (F1 of the first ten, words stemmed).
"""

import logging
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from sitegen import lexicon
from sitegen.errors import SitegenError
from sitegen.extract.other_languages.calendars import calendar_words
from sitegen.model import KeyPhrase

_POOL = 80
"""How many of YAKE's candidates are looked at; with half as many a short article runs out of phrases."""

_OWN_USES = 1.5
"""How much oftener than the longer phrase around it a part must occur to be a subject of its own."""

_LONGEST = 80
"""Characters in a phrase; beyond, it is an address or a line of symbols, not something to read."""

_STRAIGHT = str.maketrans(dict.fromkeys("‘’‚‛`´ʼ", "'") | dict.fromkeys("“”„‟«»", '"'))

_SENTENCE_END = re.compile(r"[.!?:;…]['\")\]]{0,3}\Z")

_POSSESSIVE = re.compile(r"\A['’‘ʼ]s\b")

_WORD = re.compile(
    r"""
    (?P<stem> [^\W_]+ )
    (?: ['’‘ʼ] s (?!\w) )?  # a possessive, which YAKE leaves out: spider('s) web
    """,
    re.VERBOSE,
)

_GAP = re.compile(r"[.&/]?[\s‐‑–-]{0,3}")
"""What may stand between two words of a phrase: never the comma or colon that would end it."""

_HYPHENS = frozenset("-‐‑")
_APOSTROPHES = frozenset("'’ʼ")


@dataclass(frozen=True, slots=True, kw_only=True)
class _DullWords:
    """Case-folded words that disqualify a phrase."""

    anywhere: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    """Disqualify only a phrase of one word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The words of a text, to find phrases in it."""

    text: str
    words: tuple[str, ...]
    """Case-folded, without possessive endings."""
    spans: tuple[tuple[int, int], ...]
    """Where each word's stem stands in the text."""
    by_word: Mapping[str, Sequence[int]]
    """The numbers of the words that read so."""


def rank(blocks: Sequence[str], *, count: int, max_words: int, language: str) -> tuple[KeyPhrase, ...]:
    """The ``count`` best key phrases of an article, best first, each as the article writes it.

    Args:
        blocks: The headline and the body's paragraphs, in reading order.
        count: How many phrases at most.
        max_words: How many words a phrase has at most.
        language: BCP 47 tag; sets YAKE's stop words and our list of dull words. There are no phrases in a
            language that YAKE has no stop words for: they would be "of the", and worse.

    Raises:
        SitegenError: YAKE failed on this text.
    """
    primary = language.partition("-")[0].lower()
    if not _has_stop_words(primary):
        return ()
    scored = _yake(_readable(blocks), pool=max(_POOL, 4 * count), max_words=max_words, language=primary)
    dull = _dull_words(primary)
    found = [phrase for phrase in _as_written(scored, blocks) if not _is_dull(phrase, dull)]
    # A phrase used once is rarely what an article is about: the largest single gain over YAKE's own order.
    found.sort(key=lambda phrase: phrase.count < 2)
    return tuple(_distinct(found))[:count]


def _readable(blocks: Sequence[str]) -> str:
    """One text, a sentence a block at least: YAKE takes line ends for spaces and curly marks for letters."""
    # YAKE's time grows with the square of a word's length; what is longer than a phrase may be is no word.
    words = ([word for word in block.split() if len(word) <= _LONGEST] for block in blocks)
    lines = (" ".join(line).translate(_STRAIGHT) for line in words)
    return " ".join(line if _SENTENCE_END.search(line) else f"{line}." for line in lines if line)


def _yake(text: str, *, pool: int, max_words: int, language: str) -> list[tuple[str, float]]:
    """YAKE's candidates and their scores, best first. A failure of its own it answers with an empty list."""
    failures = _Failures()
    log = logging.getLogger("yake.core.yake")
    log.addHandler(failures)
    try:
        candidates = _extractor(pool, max_words, language).extract_keywords(text)
    finally:
        log.removeHandler(failures)
    if failures.messages:
        raise SitegenError(
            f"YAKE failed to find key phrases: {failures.messages[0]}",
            hint="look for damage in the text; if there is none, please report it with the seed",
        )
    return [(phrase, float(score)) for phrase, score in candidates]


class _Failures(logging.Handler):
    """Collects the warning that is YAKE's only sign of an exception it has swallowed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message up to YAKE's preview of the text."""
        self.messages.append(record.getMessage().partition(" (text preview:")[0])


_NAMES_OF_LISTS = {"cs": "cz", "nb": "no", "nn": "no"}
"""What YAKE calls a language's list, where it is not the language's tag."""
_NO_WORDS = frozenset(["ja", "zh", "hi", "br"])
"""YAKE cuts at spaces, which Chinese and Japanese have not, and Hindi is cut at its vowel signs; its ``br``
is not Breton but Brazilian."""


@cache
def _has_stop_words(language: str) -> bool:
    import yake  # noqa: PLC0415 - see below

    lists = resources.files(yake) / "core" / "StopwordsList"
    name = f"stopwords_{_NAMES_OF_LISTS.get(language, language)}.txt"
    return language not in _NO_WORDS and lists.joinpath(name).is_file()


@cache
def _extractor(pool: int, max_words: int, language: str) -> Any:
    import yake  # noqa: PLC0415 - .3 s and 50 MB that `serve`, `check` and an unchanged build do without

    return yake.KeywordExtractor(lan=_NAMES_OF_LISTS.get(language, language), n=max_words, top=pool)


@cache
def _dull_words(language: str) -> _DullWords:
    try:
        words = lexicon.load("key_phrases", language)
    except FileNotFoundError:  # a language YAKE has stop words for and we have no list but the calendar's
        return _DullWords(anywhere=calendar_words(language))
    return _DullWords(
        anywhere=frozenset(words["calendar"]) | frozenset(words["news"]),
        alone=frozenset(words["calendar_alone"]),
    )


def _is_dull(phrase: KeyPhrase, dull: _DullWords) -> bool:
    words = _words(phrase.phrase)
    return not dull.anywhere.isdisjoint(words) or (len(words) == 1 and words[0] in dull.alone)


def _words(text: str) -> list[str]:
    return [word["stem"].casefold() for word in _WORD.finditer(text)]


def _as_written(scored: Sequence[tuple[str, float]], blocks: Sequence[str]) -> Iterator[KeyPhrase]:
    """The candidates as the article writes them; what does not stand in it word for word is left out."""
    # The headline last: it may capitalise every word; of two equally frequent forms the body's is plainer.
    places = _index("\n\n\n\n".join([*blocks[1:], *blocks[:1]]))
    for candidate, score in scored:
        if len(candidate) <= _LONGEST and (forms := Counter(_forms(candidate, places))):
            form = forms.most_common(1)[0][0]
            yield KeyPhrase(phrase=form, score=round(score, 6), count=forms.total())


def _index(text: str) -> _Places:
    found = list(_WORD.finditer(text))
    words = tuple(word["stem"].casefold() for word in found)
    by_word = defaultdict(list)
    for number, word in enumerate(words):
        by_word[word].append(number)
    return _Places(text=text, words=words, spans=tuple(word.span("stem") for word in found), by_word=by_word)


def _forms(candidate: str, places: _Places) -> Iterator[str]:
    """Every occurrence of the candidate, as written, white space evened out."""
    wanted = tuple(_words(candidate))
    for first in places.by_word.get(wanted[0], ()) if wanted else ():
        end = first + len(wanted)
        if places.words[first:end] == wanted and _is_phrase(first, end, places, dotted="." in candidate):
            yield " ".join(places.text[places.spans[first][0] : places.spans[end - 1][1]].split())


def _is_phrase(first: int, end: int, places: _Places, *, dotted: bool) -> bool:
    """True when words ``first`` to ``end`` read on without a break and are no part of a hyphenated word."""
    text, start, stop = places.text, places.spans[first][0], places.spans[end - 1][1]
    if text[max(0, start - 1) : start] in _HYPHENS and not text[max(0, start - 2) : start - 1].isspace():
        return False  # U.S.-led talks: no "led talks"
    if text[stop : stop + 1] in _HYPHENS and text[stop + 1 : stop + 2].isalnum():
        return False
    return all(_reads_on(number, places, dotted=dotted) for number in range(first, end - 1))


def _reads_on(number: int, places: _Places, *, dotted: bool) -> bool:
    """True when nothing between this word and the next ends a phrase; a full stop only in "Gen. Marr"."""
    start, stop = places.spans[number]
    gap = _POSSESSIVE.sub("", places.text[stop : places.spans[number + 1][0]])
    if gap[:1] in _APOSTROPHES and places.words[number].endswith("s"):
        # The workers’ union reads on; in ‘Songs of Reeds’ premieres the mark closes a quotation.
        before = places.text[max(0, start - _LONGEST) : start].rpartition("\n")[2]
        gap = gap if before.count("‘") > before.count("’") else gap[1:]
    return bool(_GAP.fullmatch(gap)) and (dotted or "." not in gap)


def _distinct(phrases: Sequence[KeyPhrase]) -> Iterator[KeyPhrase]:
    """The phrases that say something new: no plural of a better one, and no mere part of a longer one.

    Beside "Ostrin Harbour", "Harbour" stays only if it also has uses of its own; a mere part that ranks
    before its longer phrase gives up its place to it.
    """
    keyed = [(f" {' '.join(map(_singular, _words(phrase.phrase)))} ", phrase) for phrase in phrases]
    repeated = [(key, phrase) for key, phrase in keyed if phrase.count > 1]
    kept: dict[str, KeyPhrase] = {}
    for key, phrase in (_longest(*keyed_phrase, repeated) for keyed_phrase in keyed):
        if key not in kept and not any(_is_mere_part(key, phrase, *better) for better in kept.items()):
            kept[key] = phrase
            yield phrase


def _longest(key: str, phrase: KeyPhrase, repeated: Sequence[tuple[str, KeyPhrase]]) -> tuple[str, KeyPhrase]:
    """The longest of the repeated phrases that this one is a mere part of, or itself."""
    for other, longer in repeated:
        if key != other and _is_mere_part(key, phrase, other, longer):
            return _longest(other, longer, repeated)
    return key, phrase


def _is_mere_part(key: str, phrase: KeyPhrase, other: str, longer: KeyPhrase) -> bool:
    return key in other and phrase.count < _OWN_USES * longer.count


def _singular(word: str) -> str:
    """The word without a plural ending, near enough to compare: fires → fire, but not bus, crisis, loss."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word
