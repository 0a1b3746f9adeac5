"""The words of the site's interface: one YAML file per language, a project's own before the default ones.

A text may hold places (``{name}``) and simple markup; it is trusted, as templates are. What fills a place is
escaped. A text that counts has a form for each CLDR plural category; the place ``n`` chooses. ::

    article:
      quotations: Quotations
      more: {one: "And {n} more article", other: "And {n} more articles"}

In templates and in Python alike: ``t("article.more", n=3)``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from string import Formatter
from typing import Any

from markupsafe import Markup, escape

from sitegen import languages, plurals
from sitegen.errors import SitegenError
from sitegen.strict_yaml import Value, YamlMapping, read, suggestion

ENGLISH = "en"
"""What every other language falls back on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One form of a text, cut at its places: a run of text, then the place behind it."""

    pieces: tuple[tuple[str, str | None], ...]
    """The last run has no place behind it."""

    @property
    def places(self) -> frozenset[str]:
        """The names of the places."""
        return frozenset(name for _, name in self.pieces if name is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the interface."""

    forms: Mapping[str, Words]
    """By plural form; by the empty name alone for a text that does not count."""
    language: str
    """BCP 47 tag: whose rules for numbers hold."""
    path: str
    """The file it stands in, for messages."""
    line: int
    has_markup: bool
    """True where a character of the text itself would mean something to a browser."""

    @property
    def places(self) -> frozenset[str]:
        """The names of the places of all forms together."""
        return frozenset().union(*(words.places for words in self.forms.values()))

    @property
    def is_whole(self) -> bool:
        """True where there is nothing to fill and nothing to count."""
        return "" in self.forms and len(self.forms[""].pieces) == 1 and not self.places

    def words(self, n: object) -> Words | None:
        """The form that goes with ``n``; None for a text that counts where ``n`` is no number."""
        if "" in self.forms:
            return self.forms[""]
        if not isinstance(n, int | Decimal):
            return None
        ordinal = next(iter(self.forms)).startswith(plurals.ORDINAL)
        name = plurals.form(n, self.language, ordinal=ordinal)
        return self.forms.get(name) or self.forms[f"{plurals.ORDINAL if ordinal else ''}other"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)  # to be a key of caches, as the object it is
class Strings:
    """The interface in one language; called with a key and what fills the places."""

    language: str
    """BCP 47 tag of the file that was found: English where there is none for the language asked for."""
    path: str
    """That file, for messages."""
    texts: Mapping[str, Text] = field(repr=False)
    """By section and key: ``article.quotations``."""
    whole: Mapping[str, Markup] = field(repr=False)
    """Of those with nothing to fill or to count, what is shown: pages ask for these most."""

    def __call__(self, key: str, /, **values: Any) -> Markup:
        """The text of ``key`` as markup, its places filled with ``values``, which are escaped.

        Raises:
            SitegenError: there is no such text, or a place of it is not filled.
        """
        if key in self.whole:
            return self.whole[key]
        text = self._text(key)
        runs = self._fill(key, text, values)
        return Markup("".join([run if trusted else escape(run) for run, trusted in runs]))  # noqa: S704 - see above

    def plain(self, key: str, /, **values: Any) -> str:
        """The same as plain text, for a title or an attribute: escape it where it is shown.

        Raises:
            SitegenError: as above; or the text holds markup.
        """
        text = self._text(key)
        if text.has_markup:
            raise self._wrong(key, text, "holds markup", "take out “<” and “&”: it is used as plain text")
        return "".join(str(run) for run, _ in self._fill(key, text, values))

    def number(self, number: plurals.Number) -> str:
        """``number`` as the language writes it."""
        return plurals.written(number, self.language)

    def _text(self, key: str) -> Text:
        text = self.texts.get(key)
        if text is None:
            raise SitegenError(
                f"there is no text “{key}”", path=self.path, hint=suggestion(key, list(self.texts))
            )
        return text

    def _fill(self, key: str, text: Text, values: Mapping[str, Any]) -> list[tuple[Any, bool]]:
        """The runs of a text and what fills its places, in order; True: a run, and trusted."""
        words = text.words(values.get("n"))
        if words is None:
            raise self._wrong(key, text, "counts, and was not given a number", "give it n=…")
        filled: list[tuple[Any, bool]] = []
        for run, name in words.pieces:
            filled.append((run, True))
            if name is None:
                continue
            value = values.get(name)
            if value is None:
                given = ", ".join(values) or "nothing"
                raise self._wrong(
                    key, text, f"has a place “{{{name}}}” that nothing fills", f"given: {given}"
                )
            is_number = isinstance(value, int | Decimal)
            filled.append((plurals.written(value, text.language) if is_number else value, False))
        return filled

    def _wrong(self, key: str, text: Text, what: str, hint: str) -> SitegenError:
        return SitegenError(f"{key}: {what}", path=text.path, line=text.line, hint=hint)


@dataclass(frozen=True, slots=True, kw_only=True)
class StringsFile:
    """A file of texts, not yet read."""

    language: str
    """BCP 47 tag, from its name."""
    path: str
    """For messages."""
    body: bytes = field(repr=False)


def strings(files: Sequence[StringsFile], language: str) -> Strings:
    """The interface for a site in ``language``: its own texts, that of the language alone, or English.

    Args:
        files: the default files, then the project's own: of several for one language the later goes before.
        language: BCP 47 tag.

    Raises:
        SitegenError: a file is malformed, with its line; or there is no English.
    """
    texts: dict[str, Text] = {}
    for file in _of(files, ENGLISH):
        texts |= _read(file, texts)
    found, path = ENGLISH, _of(files, ENGLISH)[-1].path
    for tag in dict.fromkeys((languages.primary(language), language)):
        own = _of(files, tag) if tag.lower() != ENGLISH else []
        for file in own:
            texts |= _read(file, texts)
            found, path = file.language, file.path
    whole = {key: Markup(text.forms[""].pieces[0][0]) for key, text in texts.items() if text.is_whole}  # noqa: S704 - trusted
    return Strings(language=found, path=path, texts=texts, whole=whole)


def _of(files: Sequence[StringsFile], language: str) -> list[StringsFile]:
    return [file for file in files if file.language.lower() == language.lower()]


def _read(file: StringsFile, known: Mapping[str, Text]) -> dict[str, Text]:
    """The texts of a file by key; ``known``: those they go before, none for the default English."""
    try:
        source = file.body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.body.count(b"\n", 0, error.start) + 1
        raise SitegenError("is not UTF-8", path=file.path, line=line, hint="save it as UTF-8") from None
    texts: dict[str, Text] = {}
    for name, section in (given := read(source, path=file.path)).items():
        if not isinstance(section, YamlMapping):
            raise _malformed(
                file,
                given.line(name),
                f"{name}: expected keys and texts below it",
                "write key: text below it, two spaces further in",
            )
        of_section = [key for key in known if key.startswith(f"{name}.")]
        for key, value in section.items():
            whole, line = f"{name}.{key}", section.line(key)
            texts[whole] = text = _text(file, whole, value, line)
            if of_section and whole not in known:
                raise _malformed(file, line, f"unknown text “{whole}”", suggestion(whole, of_section))
            if whole in known:
                _refuse_other_shape(file, whole, text, known[whole])
    return texts


def _text(file: StringsFile, key: str, value: Value, line: int) -> Text:
    forms: dict[str, Words]
    if isinstance(value, str):
        forms = {"": _words(file, key, value, line)}
    elif isinstance(value, YamlMapping):
        forms = {}
        for name, words in value.items():
            at = value.line(name)
            if name.removeprefix(plurals.ORDINAL) not in plurals.FORMS or not isinstance(words, str):
                forms_known = ", ".join(plurals.FORMS)
                raise _malformed(
                    file, at, f"{key}: “{name}” is no form of a text that counts", f"known: {forms_known}"
                )
            forms[name] = _words(file, key, words, at)
        ordinals = {name.startswith(plurals.ORDINAL) for name in forms}
        if len(ordinals) != 1 or not forms.keys() & {"other", f"{plurals.ORDINAL}other"}:
            raise _malformed(file, line, f"{key}: the form “other” is missing", "every language has it")
    else:
        raise _malformed(file, line, f"{key}: expected a text", "put it in quotes")
    runs = [run for words in forms.values() for run, _ in words.pieces]
    has_markup = any("<" in run or "&" in run for run in runs)
    return Text(forms=forms, language=file.language, path=file.path, line=line, has_markup=has_markup)


def _words(file: StringsFile, key: str, text: str, line: int) -> Words:
    pieces: list[tuple[str, str | None]] = []
    try:
        for run, name, spec, conversion in Formatter().parse(text):
            if name is not None and (spec or conversion or not name.isidentifier()):
                raise ValueError(f"“{{{name}}}” is no place")
            pieces.append((run, name))
    except ValueError as error:
        hint = "a place is written {name}; a brace that is meant as one, twice: {{"
        raise _malformed(file, line, f"{key}: {error}", hint) from None
    return Words(pieces=tuple(pieces))


def _refuse_other_shape(file: StringsFile, key: str, text: Text, before: Text) -> None:
    """Refuse places that nothing will fill, and forms of number where there is no number."""
    extra = sorted(text.places - before.places)
    if extra:
        known = ", ".join(sorted(before.places)) or "none"
        raise _malformed(
            file, text.line, f"{key}: nothing fills the place “{{{extra[0]}}}”", f"known here: {known}"
        )
    if "" in before.forms and "" not in text.forms:
        raise _malformed(file, text.line, f"{key}: this text does not count", "write it as one text")


def _malformed(file: StringsFile, line: int, message: str, hint: str | None = None) -> SitegenError:
    return SitegenError(message, path=file.path, line=line, hint=hint)
