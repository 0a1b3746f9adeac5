"""The theme: Jinja templates and static files; a project's own stand before the default, file by file."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined, TemplateError

import sitegen
from sitegen.errors import SitegenError
from sitegen.site.page import Page

STATIC = "static"
"""The folder of a theme whose files are published as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """How pages look."""

    environment: Environment = field(repr=False)
    static: tuple[Page, ...] = field(repr=False)
    """Style sheet, script, icon and whatever else stands in ``static/``, by path."""
    fingerprint: str
    """Checksum of every template and static file: a page may differ when this does."""

    def render(self, template: str, **context: Any) -> bytes:
        """The page a template makes of ``context``, as UTF-8.

        Raises:
            SitegenError: the template is missing, malformed, or names something that it is not given.
        """
        try:
            text = self.environment.get_template(template).render(context)
        except TemplateError as error:
            raise SitegenError(
                f"cannot be rendered: {error.message or type(error).__name__}",
                path=getattr(error, "filename", None) or f"templates/{template}",
                line=getattr(error, "lineno", None),
            ) from error
        # A lone surrogate cannot be written as UTF-8; no seed holds one, but a hand-written file may.
        return text.encode("utf-8", errors="replace")


def open_theme(project_templates: Path | None) -> Theme:
    """The default theme, overridden by whatever ``project_templates`` holds; None or no such folder: nothing.

    Raises:
        SitegenError: a file of the theme cannot be read, or leads out of its folder.
    """
    folders = [folder for folder in (project_templates, default_templates()) if folder and folder.is_dir()]
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        autoescape=True,  # for every file, whatever it is called
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    files: dict[str, bytes] = {}
    for folder in folders:
        for path, body in _files(folder):
            files.setdefault(path, body)
    static = tuple(
        Page(path=path, body=body) for path, body in sorted(files.items()) if path.startswith(f"{STATIC}/")
    )
    return Theme(environment=environment, static=static, fingerprint=_fingerprint(files))


def default_templates() -> Path:
    """Where the default theme stands: inside the installed package, or beside it in a checkout."""
    package = Path(sitegen.__file__).parent
    installed = package / "templates"
    return installed if installed.is_dir() else package.parent / "templates"


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    inside = folder.resolve()
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder)
        if any(part.startswith(".") for part in path.parts) or not file.is_file():
            continue
        if not file.resolve().is_relative_to(inside):
            raise SitegenError(
                "leads out of the templates folder",
                path=str(file),
                hint="copy the file instead of linking it",
            )
        try:
            yield path.as_posix(), file.read_bytes()
        except OSError as error:
            raise SitegenError(f"cannot be read: {error.strerror}", path=str(file)) from error


def _fingerprint(files: dict[str, bytes]) -> str:
    total = hashlib.sha256()
    for path, body in sorted(files.items()):
        total.update(f"{path}\0{len(body)}\0".encode())
        total.update(body)
    return total.hexdigest()
