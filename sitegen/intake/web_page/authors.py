"""Who a page says wrote the article: names, without "By", offices, outlets and accounts such as "admin"."""

import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache, partial

from sitegen.lexicon import word_set

_words = partial(word_set, "pages")

_SEPARATOR = re.compile(r"\s[|·•]\s")
_SITE = re.compile(r"\S{1,60}\.[a-z]{2,6}", re.IGNORECASE)
_GENERATION = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_FEWEST_LETTERS = 2


def byline(stated: Iterable[str], *, outlets: Collection[str]) -> str | None:
    """The names of the authors, with commas between them; None where there are none.

    Args:
        stated: what the page states, one line each, an author or several.
        outlets: what the outlet is called, letters only and in lower case: its own name is no author's.
    """
    names: dict[str, str] = {}
    for line in stated:
        for name in _names(line):
            if letters(name) not in outlets:
                names.setdefault(name.casefold(), name)
    return ", ".join(names.values()) or None


def with_others(stated: Sequence[str], shown: Sequence[str]) -> tuple[str, ...]:
    """The authors a page's data states, and those who stand beside one of them in its byline.

    Args:
        stated: as the data for search engines has them, each the name of one author or of several.
        shown: the names that the byline links to.
    """
    known = letters(" ".join(stated))
    missing = [name for name in shown if letters(name) not in known]
    return (*stated, *missing) if len(missing) < len(shown) or not stated else tuple(stated)


def _names(line: str) -> list[str]:
    """The names in one statement: "By Lene Marrow, Staff Writer | The Ostrin Courier" has one."""
    words = _opening().sub("", _SEPARATOR.split(line, maxsplit=1)[0], count=1)
    first, *others = (part.strip() for part in words.split(","))
    parts = [first]
    for part in others:
        if part.casefold() in _GENERATION:
            parts[-1] = f"{parts[-1]}, {part}"
        # "Marrow, Lene" is one name, the family's first.
        elif " " not in first and len(others) == 1 and " " not in part:
            parts = [words.strip()]
        elif _is_further_author(part):
            parts.append(part)
    return [part for part in parts if _is_name(part)]


def _is_further_author(words: str) -> bool:
    tokens = words.removeprefix("and ").split()
    if len(tokens) < 2 or words in word_set("intake", "agencies"):
        return False
    return not any(
        token.casefold().strip(".") in _words("author_roles") or _SITE.fullmatch(token) for token in tokens
    )


def _is_name(words: str) -> bool:
    if "://" in words or "@" in words or words.startswith(("//", "www.")):
        return False
    # "webnata", "kei_eno": the name of an account.
    is_account = " " not in words and words.islower()
    is_nobody = is_account or words.casefold() in _words("no_authors")
    return not is_nobody and len(letters(words)) >= _FEWEST_LETTERS


def letters(words: str) -> str:
    """The letters and digits alone, in lower case: what is left when a name is written another way."""
    return "".join(filter(str.isalnum, words)).casefold()


@cache
def _opening() -> re.Pattern[str]:
    openings = "|".join(map(re.escape, sorted(_words("author_openings"))))
    return re.compile(rf"\A(?:(?:{openings})\s{{1,3}})?by\b\s{{0,3}}:?\s{{0,3}}", re.IGNORECASE)
