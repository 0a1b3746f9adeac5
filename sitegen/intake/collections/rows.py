"""One row, its columns already told apart → an Item, and whatever is wrong with it.

Strict where a mistake would publish something false (a date off the calendar, a text that is none): the row
is a flaw. A fact that is merely not understood is left out with a caution: rows are the source's work.
"""

import dataclasses
import re
from collections.abc import Iterator, Mapping

from sitegen.errors import SitegenError
from sitegen.facts import is_language_tag, is_web_address
from sitegen.intake.collections.days import OffCalendarError, read_day
from sitegen.intake.collections.items import (
    MAX_BYTES,
    Caution,
    Flaw,
    Form,
    Found,
    Item,
    is_whole_text,
    name_from_contents,
    name_of,
)
from sitegen.intake.collections.notes import lines_of, read_note
from sitegen.model import Correction, Facts, Withdrawal
from sitegen.slugs import slugify

_LOOKS_LIKE_HTML = re.compile(
    r"\s{0,20}<(?:p|div|article|section|h[1-6]|!doctype|html)\b[^>]{0,500}>", re.IGNORECASE
)
_BETWEEN = re.compile(r"[;|]")
_LONGEST_FACT = 2_000
_TRUE = frozenset({"true", "yes", "1"})
_FALSE = frozenset({"false", "no", "0", ""})


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row as its file has it."""

    values: Mapping[str, object]
    """By field (``id``, ``text``, ``html``, and the facts); what is not there is not given."""
    line: int
    file: str
    encoding: str
    language: str | None = None
    """That holds where the row states none: of the facts beside the file."""
    text_column: str | None = None
    """What the file calls the column of the article; None: it is not known to have one."""


def read_row(row: Row) -> Iterator[Found]:
    """The item of a row; or its flaw, with the item's name where the row states one."""
    reading = _Reading(row)
    name: str | None = None
    try:
        url = reading.url()
        stated = reading.identity() or url
        name = name_of(stated) if stated else None
        facts = reading.facts(url)
        form, words = reading.words()
        yield Item(
            name=name or name_from_contents(form, words, facts.title, facts.published),
            line=row.line,
            raw=words.encode(),
            form=form,
            encoding=row.encoding,
            facts=facts,
        )
    except SitegenError as error:
        yield Flaw(error=error, name=name)
    yield from reading.cautions


class _Reading:
    """The values of one row, each asked for by its type."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.cautions: list[Caution] = []

    def identity(self) -> str | None:
        value = self.row.values.get("id")
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, float):
            raise self.wrong(f"id: expected text or a whole number, found {value}", f'write "{value}"')
        return self.text("id")

    def words(self) -> tuple[Form, str]:
        """The article: the column of plain text, or where that is empty, the column of HTML."""
        for form, field in ((Form.TEXT, "text"), (Form.FRAGMENT, "html")):
            value = self.row.values.get(field)
            if value is None or (isinstance(value, str) and not value.strip()):
                continue
            if not isinstance(value, str):
                raise self.wrong(f"{field}: expected text, found {_kind(value)}", _AS_TEXT)
            if len(value.encode("utf-8", "surrogatepass")) > MAX_BYTES:
                raise self.wrong(
                    f"its text is larger than {MAX_BYTES // 1_000_000} MB", "a row is one article"
                )
            if not is_whole_text(value):
                raise self.wrong("its text holds a character that no text has: a zero, or half of one")
            if form is Form.TEXT and _LOOKS_LIKE_HTML.match(value):
                self.caution("the text begins with an HTML tag, and is taken as it stands", None, _MAP_HTML)
            return form, value
        column = self.row.text_column
        raise self.wrong("there is no text in it", _NAME_COLUMN if column is None else _fill(column))

    def facts(self, url: str | None) -> Facts:
        slug = self.text("slug")
        language = self.language()
        # Of a language that is none, nobody knows how it writes dates.
        writes = language if self.text("language") else self.row.language
        return Facts(
            title=self.line("title"),
            slug=None if slug is None else slugify(slug),
            published=self.date("published", writes),
            modified=self.date("modified", writes),
            publisher=self.line("publisher"),
            url=url,
            byline=", ".join(self.texts("byline")) or None,
            language=language,
            sections=tuple(name for text in self.texts("sections") for name in _split(text)),
            credits=self.texts("credits"),
            notice=self.line("notice"),
            draft=self.flag("draft"),
            hidden=self.flag("hidden"),
            aliases=tuple(slugify(name) for text in self.texts("aliases") for name in _split(text)),
            added=self.date("added", writes),
            corrections=tuple(self.corrections("corrections")),
            withdrawn=self.withdrawal("withdrawn"),
        )

    def text(self, field: str) -> str | None:
        """The text of ``field``; None where it is not given, or blank."""
        value = self.row.values.get(field)
        if value is None:
            return None
        if not isinstance(value, str):
            raise self.wrong(f"{field}: expected text, found {_kind(value)}", _AS_TEXT)
        if not is_whole_text(value):
            raise self.wrong(f"{field}: holds a character that no text has: a zero, or half of one")
        if len(value) > _LONGEST_FACT:
            raise self.wrong(f"{field}: has more than {_LONGEST_FACT} characters")
        return value.strip() or None

    def line(self, field: str) -> str | None:
        """The text of ``field`` on one line."""
        text = self.text(field)
        return None if text is None else " ".join(text.split())

    def texts(self, field: str) -> tuple[str, ...]:
        """One text or a list of them."""
        value = self.row.values.get(field)
        if not isinstance(value, list):
            one = self.line(field)
            return () if one is None else (one,)
        lines = tuple(" ".join(item.split()) for item in value if isinstance(item, str))
        if len(lines) != len(value) or not all(map(is_whole_text, lines)):
            raise self.wrong(f"{field}: expected text or a list of texts")
        if sum(map(len, lines)) > _LONGEST_FACT:
            raise self.wrong(f"{field}: has more than {_LONGEST_FACT} characters")
        return tuple(filter(None, lines))

    def date(self, field: str, language: str | None) -> str | None:
        """The day that ``field`` states, as it states it: not moved to another time zone.

        Args:
            field: of the row.
            language: the row's, which may tell day from month; None: not stated.

        Raises:
            SitegenError: it is written as a date and is not on the calendar.
        """
        value = self.row.values.get(field)
        if value is None:
            return None
        if isinstance(value, bool | int | float):
            # A count of seconds is a moment, and its day depends on a time zone that nobody states.
            self.left_out(f"{field}: a number is no date", str(value)[:40], _WRITE_DATE)
            return None
        stated = self.line(field)
        if stated is None:
            return None
        try:
            day = read_day(stated, language)
        except OffCalendarError as error:
            raise self.wrong(f"{field}: “{error}” is not on the calendar", _MEND_DATE) from None
        if day is None:
            self.left_out(f"{field}: no date that can be told for certain", stated, _WRITE_DATE)
        return day

    def url(self) -> str | None:
        stated = self.text("url")
        if stated is None or is_web_address(stated):
            return stated
        self.left_out("url: not a web address", stated, "it begins with https:// or http://")
        return None

    def language(self) -> str | None:
        stated = self.text("language")
        tag = None if stated is None else stated.replace("_", "-")
        if tag is None or (is_language_tag(tag) and len(tag.partition("-")[0]) < 4):
            return tag
        self.left_out("language: not a language tag", stated, "write it as in: en, en-GB, fa")
        return None

    def flag(self, field: str) -> bool:
        value = self.row.values.get(field)
        if value is None or isinstance(value, bool):
            return bool(value)
        said = (self.text(field) or "").casefold()
        if said not in _TRUE | _FALSE:
            raise self.wrong(f"{field}: “{said}” is neither true nor false", "write true or false")
        return said in _TRUE

    def corrections(self, field: str) -> Iterator[Correction]:
        for each in lines_of(self.row.values.get(field)):
            note = read_note(each, "what") if is_whole_text(str(each)) else None
            if note is None:
                self.left_out(f"{field}: expected a day and what was corrected", str(each)[:80], _AS_NOTE)
            else:
                yield Correction(date=note[0], what=note[1])

    def withdrawal(self, field: str) -> Withdrawal | None:
        """Why the article is withdrawn. What is not understood must not pass as if nothing was said."""
        value = self.row.values.get(field)
        if value is None or value is False or (isinstance(value, str) and value.strip().casefold() in _FALSE):
            return None
        note = read_note(value, "why") if is_whole_text(str(value)) else None
        if note is None:
            raise self.wrong(f"{field}: expected a day and why it was withdrawn", _AS_NOTE)
        return Withdrawal(date=note[0], why=note[1])

    def left_out(self, says: str, example: str | None, hint: str) -> None:
        """Note a fact that is taken as not stated."""
        self.caution(f"{says}, and is left out", example, hint)

    def caution(self, says: str, example: str | None, hint: str) -> None:
        self.cautions.append(Caution(says=says, example=example, line=self.row.line, hint=hint))

    def wrong(self, message: str, hint: str | None = None) -> SitegenError:
        return SitegenError(message, path=self.row.file, line=self.row.line, hint=hint)


_MAP_HTML = "if it is HTML, name its column in sitegen.yml: inputs: columns: html"
_WRITE_DATE = "write YYYY-MM-DD"
_MEND_DATE = "write the day that is meant as YYYY-MM-DD, or leave it out"
_AS_NOTE = "write it as in: 2031-04-05: The agency took it back."
_AS_TEXT = 'write one text, in quotation marks (")'
_NAME_COLUMN = "put it under “text”, or name its column in sitegen.yml: inputs: columns: text"


def _fill(column: str) -> str:
    return f"put the article under “{column[:80]}”, or remove the row"


def _split(text: str) -> Iterator[str]:
    """The sections in one cell: "Politics; World" or "Politics|World"."""
    yield from filter(None, (name.strip() for name in _BETWEEN.split(text)))


def _kind(value: object) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case list():
            return "a list"
        case _:
            return "an object"
