"""The theme: Jinja templates and static files; a project's own stand before the default, file by file."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

import rcssmin
from jinja2 import Environment, FunctionLoader, StrictUndefined

import sitegen
from sitegen.errors import SitegenError
from sitegen.site.characters import shown
from sitegen.site.page import Page
from sitegen.site.strings import Strings, StringsFile, strings
from sitegen.site.template_errors import template_error

STATIC = "static"
"""The folder of a theme whose files are published: style sheets, script, icon."""

STRINGS = "strings"
"""The folder of a theme with the words of the interface, a file for each language."""

_DEFAULT = "sitegen/templates"
"""What messages call the folder of the default theme, wherever it is installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    """A file of the theme."""

    shown: str
    """Its path in messages: that of its folder, and its own below it."""
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How pages look."""

    environment: Environment = field(repr=False)
    static: tuple[Page, ...] = field(repr=False)
    """Style sheet, script, icon and whatever else stands in ``static/``, by path."""
    fingerprint: str
    """Checksum of every template, text and static file: a page may differ when this does."""
    files: Mapping[str, str] = field(repr=False)
    """For each template what messages call its file."""
    words: tuple[StringsFile, ...] = field(repr=False)
    """The words of the interface: the default files, then the project's own."""

    def strings(self, language: str) -> Strings:
        """The interface for a site in ``language``, a BCP 47 tag; English where there is none.

        Raises:
            SitegenError: a file of strings is malformed.
        """
        return strings(self.words, language)

    def render(self, template: str, **context: Any) -> bytes:
        """The page a template makes of ``context``, as UTF-8.

        Raises:
            SitegenError: the template is missing, malformed, or fails, whatever it fails with.
        """
        try:
            text = self.environment.get_template(template).render(context)
        except SitegenError:
            raise
        except Exception as error:
            asked_for = self.files.get(template, template)
            own = {file for file in self.files.values() if not file.startswith(f"{_DEFAULT}/")}
            default = set(self.files.values()) - own
            raise template_error(error, asked_for=asked_for, own=own, default=default) from error
        return shown(text).encode("utf-8")


def open_theme(project_templates: Path | None, *, shown_as: str | None = None) -> Theme:
    """The default theme, overridden by whatever ``project_templates`` holds; None or no such folder: nothing.

    ``shown_as`` is what messages call that folder, such as its path from the project; None: its name.

    Raises:
        SitegenError: a file of the theme cannot be read, or leads out of its folder.
    """
    own: dict[str, _File] = {}
    if project_templates is not None and project_templates.is_dir():
        own = _files(project_templates, shown_as or project_templates.name)
    default = _files(default_templates(), _DEFAULT)
    files = default | own
    environment = Environment(
        loader=FunctionLoader(partial(_source, files)),
        autoescape=True,  # for every file, whatever it is called
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["urlencode"] = _in_query
    return Theme(
        environment=environment,
        static=tuple(
            Page(path=path, body=_published(file))
            for path, file in sorted(files.items())
            if path.startswith(f"{STATIC}/")
        ),
        # A project's file of strings may hold a few only, and leave the default one to say the others.
        fingerprint=_fingerprint(
            files | {f"default/{path}": default[path] for path in _string_paths(default)}
        ),
        files={path: file.shown for path, file in files.items()},
        words=tuple(
            StringsFile(language=PurePosixPath(path).stem, path=each[path].shown, body=each[path].body)
            for each in (default, own)
            for path in _string_paths(each)
        ),
    )


def _in_query(value: object) -> str:
    """``value`` as a link's query holds it: in the characters that the page it leads to shows."""
    return quote(shown(str(value)), safe="")


def _published(file: _File) -> bytes:
    """What a static file's readers get: a style sheet of the default theme without its spaces and comments.

    A project's own files stay as they are, because their comments may be licences.
    """
    ours = file.shown.startswith(f"{_DEFAULT}/") and file.shown.endswith(".css")
    return bytes(rcssmin.cssmin(file.body)) if ours else file.body


def _string_paths(files: Mapping[str, _File]) -> list[str]:
    return [path for path in sorted(files) if PurePosixPath(path).match(f"{STRINGS}/*.yml")]


def _source(files: Mapping[str, _File], template: str) -> tuple[str, str, None] | None:
    """What Jinja asks for: a template's text and what to call its file; None where there is none."""
    file = files.get(template)
    if file is None:
        return None
    try:
        return file.body.decode("utf-8-sig"), file.shown, None
    except UnicodeDecodeError as error:
        line = file.body.count(b"\n", 0, error.start) + 1
        raise SitegenError("is not UTF-8", path=file.shown, line=line, hint="save it as UTF-8") from None


def default_templates() -> Path:
    """Where the default theme stands: inside the installed package, or beside it in a checkout."""
    package = Path(sitegen.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def _files(folder: Path, shown_as: str) -> dict[str, _File]:
    """The files of ``folder`` by their path below it; hidden ones are passed over."""
    inside = folder.resolve()
    found: dict[str, _File] = {}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if any(part.startswith(".") for part in path.parts) or not file.is_file():
            continue
        name = f"{shown_as}/{path.as_posix()}"
        if not file.resolve().is_relative_to(inside):
            raise SitegenError(
                "leads out of the templates folder", path=name, hint="copy the file instead of linking it"
            )
        try:
            found[path.as_posix()] = _File(shown=name, body=file.read_bytes())
        except OSError as error:
            raise SitegenError(
                f"cannot be read: {error.strerror}", path=name, hint="check who may read it"
            ) from error
    return found


def _fingerprint(files: Mapping[str, _File]) -> str:
    total = hashlib.sha256()
    for path, file in sorted(files.items()):
        total.update(f"{path}\0{len(file.body)}\0".encode())
        total.update(file.body)
    return total.hexdigest()
