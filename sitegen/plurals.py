"""Numbers in a language: which form of a text goes with one (CLDR plural rules), and how it is written.

English is told here, so that an English site needs no tables; other languages are those of CLDR, as the
package babel carries them.
"""

from decimal import Decimal

from sitegen import languages

Number = int | Decimal

ORDINAL = "nth_"
"""Begins the names of forms for "21st", "22nd"; those for "21", "22" are CLDR's names alone."""

FORMS = ("zero", "one", "two", "few", "many", "other")
"""CLDR's names. A language has some of them, and always ``other``."""


def form(number: Number, language: str, *, ordinal: bool = False) -> str:
    """The name of the form that goes with ``number``: ``one``, ``other``, ``nth_few`` …"""
    known = None if languages.is_english(language) else languages.locale_of(language)
    if known is None:
        name = _english_nth(number) if ordinal else "one" if number == 1 else "other"
    else:
        name = str((known.ordinal_form if ordinal else known.plural_form)(number))
    return f"{ORDINAL}{name}" if ordinal else name


def written(number: Number, language: str) -> str:
    """``number`` with the marks of the language between its digits: 2,400, 2.400, 2 400."""
    known = None if languages.is_english(language) else languages.locale_of(language)
    if known is None:
        return f"{number:,}"
    from babel.numbers import format_decimal  # noqa: PLC0415 - English sites do without

    return str(format_decimal(number, locale=known))


def _english_nth(number: Number) -> str:
    if 10 < number % 100 < 14:
        return "other"
    return {1: "one", 2: "two", 3: "few"}.get(int(number % 10), "other")
