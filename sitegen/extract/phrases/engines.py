"""The engines: which words of a text may make a phrase, and how YAKE scores each.

YAKE (Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", 2020)
scores phrases by the statistics of one text alone, in any language that it has stop words for. ``yake`` is
its authors' program; ``yake-rust`` is a port, about six times as fast, that comes with the extra ``fast``.
"""

import logging
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import inf
from typing import Any

from sitegen.errors import SitegenError, UsageError
from sitegen.extract.phrases.words import LONGEST
from sitegen.model import KeyPhraseEngine

_STRAIGHT = dict.fromkeys("‘’‚‛`´ʼ", "'") | dict.fromkeys("“”„‟«»", '"')

_SENTENCE_END = re.compile(r"[.!?:;…]['\")\]]{0,3}\Z")

_MOST = 200
"""Candidates that are weighed; of those behind them hardly one is ever chosen, and each takes time."""

_ASKED_FOR = 300
"""More than that, so that no rounding inside an engine decides which are weighed."""

_SURROGATES = re.compile(r"[\ud800-\udfff]")

LISTS = frozenset({
    "ar", "bg", "cz", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "hr", "hu", "hy", "id", "it",
    "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk",
})  # fmt: skip
"""The stop words both engines have. Left out: zh and ja, since YAKE cuts at spaces, which they have not; hi,
which it cuts at its vowel signs; br, which is not Breton but Brazilian. Asked for another language, yake-rust
prints a stack trace and gives up."""

_NAMES_OF_LISTS = {"cs": "cz", "nb": "no", "nn": "no"}
"""What YAKE calls a language's list, where it is not the language's tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What an engine says of a text."""

    scores: Mapping[str, float]
    """Its candidates, in lower case, each with its score; lower is better."""
    stop_words: frozenset[str]
    """The language's words that neither open nor end a phrase, in lower case."""


def has_stop_words(language: str) -> bool:
    """True for a language that can be searched; the first part of a BCP 47 tag, in lower case."""
    return _list_of(language) in LISTS


def _list_of(language: str) -> str:
    return _NAMES_OF_LISTS.get(language, language)


def score(blocks: Iterable[str], *, engine: KeyPhraseEngine, language: str, max_words: int) -> Scored:
    """Every candidate in ``blocks`` of text, of ``max_words`` at most, with its score.

    Args:
        blocks: Headline and paragraphs, in reading order.
        engine: Whose scores.
        language: Of the text, one of those that :func:`has_stop_words` knows.
        max_words: Of a phrase.

    Raises:
        UsageError: the engine is not installed.
        SitegenError: it failed on this text.
    """
    text, language = _readable(blocks), _list_of(language)
    if engine is KeyPhraseEngine.YAKE_RUST:
        return _score_in_rust(text, language, max_words)
    extractor = _yake(language, max_words)
    failures = _Failures()
    log = logging.getLogger("yake.core.yake")
    log.addHandler(failures)
    try:
        candidates = extractor.extract_keywords(text)
    finally:
        log.removeHandler(failures)
    if failures.messages:
        raise _failed("YAKE", failures.messages[0])
    return Scored(scores=_scores(candidates), stop_words=_stop_words(engine, language, max_words))


def _readable(blocks: Iterable[str]) -> str:
    """One text, a sentence a block at least: YAKE takes line ends for spaces and curly marks for letters."""
    # YAKE's time grows with the square of a word's length; what is longer than a phrase may be is no word.
    words = ([word for word in block.split() if len(word) <= LONGEST] for block in blocks)
    lines = (_straight(_SURROGATES.sub(" ", " ".join(line))) for line in words)
    return " ".join(line if _SENTENCE_END.search(line) else f"{line}." for line in lines if line)


def _straight(line: str) -> str:
    """With straight quotation marks for any others; ``translate`` would take ten times as long."""
    for mark, straight in _STRAIGHT.items():
        line = line.replace(mark, straight)
    return line


def _scores(candidates: Sequence[tuple[str, float]]) -> dict[str, float]:
    """By phrase. YAKE's formula fails for phrases of two small words and more: below 0, or no number."""
    better_last = reversed(candidates)
    scores = {_plain(phrase): float(value) for phrase, value in better_last if 0 <= value < inf}
    best = sorted([(round(value, 9), phrase) for phrase, value in scores.items()])
    return {phrase: scores[phrase] for _, phrase in best[:_MOST]}


def _plain(phrase: str) -> str:
    """In lower case, without the marks behind a word that ours lack: the workers' union, Augusta May."""
    plain = phrase.lower().replace("' ", " ")
    is_sentence_end = plain.endswith(".") and "." not in plain[:-1].rpartition(" ")[2]
    return plain[:-1] if is_sentence_end else plain


class _Failures(logging.Handler):
    """Collects the warning that is YAKE's only sign of an exception it has swallowed."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message up to YAKE's preview of the text."""
        self.messages.append(record.getMessage().partition(" (text preview:")[0])


def _failed(engine: str, message: str) -> SitegenError:
    return SitegenError(
        f"{engine} failed to find key phrases: {message}",
        hint="look for damage in the text; if there is none, please report it with the seed",
    )


@cache
def _yake(language: str, max_words: int) -> Any:
    import yake  # noqa: PLC0415 - .3 s and 50 MB that `serve`, `check` and an unchanged build do without

    # With a limit of 1 it compares no phrases with each other, which costs a tenth of its time: we do that.
    return yake.KeywordExtractor(lan=language, n=max_words, dedup_lim=1.0, top=_ASKED_FOR)


def _score_in_rust(text: str, language: str, max_words: int) -> Scored:
    extractor = _yake_rust(language, max_words)
    try:
        candidates = extractor.get_n_best(text, n=_ASKED_FOR)
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # which is no Exception, and cannot be imported
            raise
        raise _failed("yake-rust", str(error)[:200]) from None
    stop_words = _stop_words(KeyPhraseEngine.YAKE_RUST, language, max_words)
    return Scored(scores=_scores(candidates), stop_words=stop_words)


@cache
def _yake_rust(language: str, max_words: int) -> Any:
    try:
        import yake_rust  # noqa: PLC0415 - the extra `fast`
    except ImportError:
        raise UsageError(
            "key_phrases.engine: yake-rust is not installed",
            hint="install sitegen with the extra “fast” (sitegen[fast]), or write engine: yake",
        ) from None
    return yake_rust.Yake(language=language, ngrams=max_words, remove_duplicates=False)


@cache
def _stop_words(engine: KeyPhraseEngine, language: str, max_words: int) -> frozenset[str]:
    if engine is KeyPhraseEngine.YAKE_RUST:
        return frozenset(_yake_rust(language, max_words).stopwords)
    return frozenset(_yake(language, max_words).stopword_set)
