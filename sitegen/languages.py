"""Languages by their BCP 47 tags: which an article is in, what it is called, which way it is written.

Names and directions are those of Unicode's CLDR, as the package babel carries them.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

UNKNOWN = "und"
"""BCP 47 for "not determined": surely not English, and no other language stands out."""

# German dd.MM.yy, Serbian d. M. y., Bulgarian d.MM.yy 'г'.
_DOTTED = re.compile(r"d{1,2}\.\s?M{1,2}\.\s?y{1,4}\.?(?:\s?'[^']{1,9}'\.?)?")


def primary(tag: str) -> str:
    """The language alone: ``pt-BR`` → ``pt``."""
    return tag.partition("-")[0].lower()


def is_english(tag: str) -> bool:
    """True for English of any country."""
    return primary(tag) == "en"


def shared(tags: Iterable[str | None]) -> str | None:
    """The language that all the ``tags`` name; None where there are several, or none."""
    found = set(tags)
    return found.pop() if len(found) == 1 else None


def spoken(stated: str | None, detected: str | None, usual: str) -> str:
    """The language a text is read as: as stated, else as found from its words, else the ``usual`` one.

    A text whose language was not determined may well be in the usual one, unless that is English.
    """
    found = stated or detected
    return usual if found is None or (found == UNKNOWN and not is_english(usual)) else found


def locale(tag: str) -> Any:
    """What CLDR knows of the language: a ``babel.Locale``; None: nothing."""
    return _locale(tag.replace("-", "_"))


def locale_of(tag: str) -> Any:
    """The same, or what CLDR knows of the language without its country or script."""
    return locale(tag) or locale(primary(tag))


@cache
def _locale(identifier: str) -> Any:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - English articles do without

    try:
        return Locale.parse(identifier)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def writes_day_month_year_with_dots(tag: str) -> bool:
    """True where CLDR's short date is day, month and year with full stops, so that 03.04.2031 is 3 April."""
    known = locale_of(tag)
    return known is not None and _DOTTED.fullmatch(str(known.date_formats["short"].pattern)) is not None


def name(tag: str, language: str = "en") -> str:
    """What the language is called in ``language`` ("Portuguese (Brazil)"); the tag, where it has no name."""
    known, reader = locale_of(tag), locale_of(language)
    called = None if known is None else known.get_display_name(reader or "en")
    return str(called or tag)


def direction(tag: str | None) -> str:
    """``rtl`` or ``ltr``; ``auto`` where no language is known, so that each line's own letters decide."""
    known = None if tag is None or primary(tag) == UNKNOWN else locale_of(tag)
    return "auto" if known is None else str(known.text_direction)
