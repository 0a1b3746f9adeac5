"""The lines between headline and body that say who wrote the article and when.

``By Jane Doe`` · ``Published: 16 November 2023 14:05`` · ``By Jane Doe | Nov. 16, 2023 | 3 min read``
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial

from sitegen.facts import merge
from sitegen.intake.furniture import words_of_pages
from sitegen.intake.stated_dates import is_beside_a_date, read_date
from sitegen.lexicon import word_set
from sitegen.model import Facts

_words = partial(word_set, "intake")

_LONGEST_LINE = 160
_LONGEST_UNDATED = 80
_PARTS = re.compile(r"\s{0,9}[|·•]\s{0,9}|\s{1,9}[-–—/]\s{1,9}|\t|\s{3,9}")
_MOST_NAME_WORDS = 14
_MOST_BARE_WORDS = 4
_FIGURE = re.compile(r"\d{1,3}")
# Where one part of an undivided line may end and the next begin: "Jane Doe, Nov. 16, 2023", "… by Jane Doe".
_SEAM = re.compile(r",\s{1,9}|\s{1,9}on\s{1,9}|\s{1,9}(?=(?:by|posted|published|updated)\b)", re.IGNORECASE)
# "by Jane Doe 16 November 2023", "By Jane Doe November 16, 2023"
_BEFORE_DATE = re.compile(
    r"\s{1,9}(?=\d{1,4}\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", re.IGNORECASE
)


@lru_cache(maxsize=1024)
def read_header_line(line: str) -> Facts | None:
    """The byline, publication and modification date that ``line`` states, or None when it says anything else.

    A line that is known and states none of them (``3 min read``) gives empty facts.
    """
    words = " ".join(line.split()) if "\t" not in line else line.strip()
    if not words or len(words) > _LONGEST_LINE:
        return None
    if len(words) > _LONGEST_UNDATED and words.endswith(".") and not any(map(str.isdigit, words)):
        return None  # a sentence: a quick look before a thorough one
    parts = [part for part in _PARTS.split(line.strip()) if part.strip()]
    found = [_read_part(part) or _read_seamed(part) for part in parts]
    stated = [facts for facts in found if facts is not None]
    dated = any(facts.published or facts.modified for facts in stated)
    unread = [part for part, facts in zip(parts, found, strict=True) if facts is None]
    if not stated and (byline := _with_calling(line)):
        return Facts(byline=byline)
    return merge(*stated) if not unread or (dated and all(map(_is_beside_a_date, unread))) else None


def _is_beside_a_date(part: str) -> bool:
    """True for what may stand on a line with a date: a clock time, an outlet ("CBS News")."""
    words = part.split()
    named = len(words) <= _MOST_BARE_WORDS and all(word[0].isupper() or word.isdigit() for word in words)
    return all(map(is_beside_a_date, words)) or (named and not _ends_a_sentence(part))


def _with_calling(line: str) -> str | None:
    """The name in "Jane Doe, Staff Writer" and "Jane Doe | Harbour reporter"."""
    name, mark, calling = re.split(r"(,|\||\s[-–—]\s|$)", line.strip(), maxsplit=1)
    words = calling.casefold().split()
    makes = len(words) <= _MOST_BARE_WORDS and not words_of_pages.words("makers").isdisjoint(words)
    return " ".join(name.split()) if mark and makes and is_bare_name(name) else None


def is_bare_name(line: str) -> bool:
    """True for two to four words that could be a byline without its "By"."""
    return len(line) <= _LONGEST_LINE and 2 <= len(line.split()) <= _MOST_BARE_WORDS and _are_names(line)


def _read_seamed(part: str) -> Facts | None:
    """Two statements in one part, without a mark between them."""
    for seam in (*_SEAM.finditer(part), *_BEFORE_DATE.finditer(part)):
        left, right = _read_part(part[: seam.start()]), _read_part(part[seam.end() :])
        if left is not None and right is not None:
            return merge(left, right)
    return None


def _read_part(part: str) -> Facts | None:
    words = " ".join(part.split())
    if names := _byline(words):
        return Facts(byline=names)
    if (changed := _labelled_date(words, "modified_labels")) is not None:
        return Facts(modified=changed)
    if (issued := _labelled_date(words, "published_labels") or read_date(words)) is not None:
        return Facts(published=issued)
    if _is_undated(words):
        return Facts()
    figure, _, unit = words.partition(" ")
    if _FIGURE.fullmatch(figure) and unit.casefold() in _words("reading_time"):
        return Facts()
    return None


def _is_undated(words: str) -> bool:
    """True for "Posted Tuesday at 4:15pm": when, but on no date that could be told."""
    folded = words.casefold()
    for label in _longest_first("published_labels", "modified_labels"):
        if not folded.startswith(label):
            continue
        rest = words[len(label) :]
        if rest[:1] in {" ", ":", ","}:
            return all(map(is_beside_a_date, rest.lstrip(":").split()))
    return False


def _labelled_date(words: str, labels: str) -> str | None:
    folded = words.casefold()
    for label in _longest_first(labels):
        if folded.startswith(label):
            rest = words[len(label) :]
            # "Updated: …" and "Updated …", not "Updatedness".
            return read_date(rest.lstrip(":").strip()) if rest[:1] in {":", " ", ","} else None
    return None


def _byline(words: str) -> str | None:
    """The names after "By", as written."""
    folded = words.casefold()
    for opening in _longest_first("byline_openings"):
        rest = words[len(opening) :]
        if folded.startswith(opening) and rest[:1] in {" ", ":"}:
            names = rest.lstrip(":").strip()
            return names if _are_names(names) else None
    return None


def _are_names(words: str) -> bool:
    known = _words("collective_bylines") | {name.casefold() for name in _words("agencies")}
    if words.casefold().rstrip(".") in known:
        return True
    tokens = list(_name_tokens(words))
    capitalised = [token for token in tokens if token[0].isupper()]
    if not 2 <= len(tokens) <= _MOST_NAME_WORDS or len(capitalised) < 2:
        return False
    if tokens[0].casefold() in _words("weekdays"):  # "By Monday Evening"
        return False
    return tokens[0][0].isupper() and not _ends_a_sentence(words) and all(map(_is_name_word, tokens))


def _name_tokens(words: str) -> Iterator[str]:
    for word in words.split():
        token = word.strip(",;()\"“”‘’'")
        if token and token not in {"&", "|"}:
            yield token


def _is_name_word(token: str) -> bool:
    return token in _words("name_particles") or (token[0].isupper() and not re.search(r"[\d!?:]", token))


def _ends_a_sentence(words: str) -> bool:
    """True for "…the Square." but not for an initial or an abbreviation ("John Doe Jr.", "Jane D.")."""
    last = words.rsplit(maxsplit=1)[-1]
    if not last.endswith("."):
        return last.endswith(("!", "?", ":"))
    stem = last.rstrip(".")
    return len(stem) > 1 and stem.casefold() not in _words("abbreviations")


@cache
def _longest_first(*names: str) -> tuple[str, ...]:
    return tuple(sorted((word for name in names for word in _words(name)), key=len, reverse=True))
