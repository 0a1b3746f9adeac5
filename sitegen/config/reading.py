"""``sitegen.yml`` → :class:`Settings`, every mistake with its line."""

import dataclasses
from pathlib import Path, PurePosixPath, PureWindowsPath

from sitegen.config.entries import Group
from sitegen.config.inputs import read_inputs
from sitegen.config.people import read_people
from sitegen.config.settings import (
    SETTINGS_FILE,
    Folders,
    KeyPhraseSettings,
    PageSettings,
    QuotationSettings,
    Settings,
)
from sitegen.config.site import read_site
from sitegen.errors import SitegenError, UsageError
from sitegen.model import Evidence, KeyPhraseEngine
from sitegen.strict_yaml import read, refuse_unknown_keys


def load_settings(root: Path) -> Settings:
    """The settings of the project in ``root``; the defaults where it has no ``sitegen.yml``.

    Raises:
        UsageError: the file cannot be read, or says something unknown or impossible; with its line.
    """
    file = root / SETTINGS_FILE
    try:
        source = file.read_text(encoding="utf-8")
    except FileNotFoundError:
        source = ""
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read: {error}", path=SETTINGS_FILE, hint="save it as UTF-8") from error
    settings = parse_settings(source)
    _refuse_folders_outside(root, settings.folders)
    return settings


def parse_settings(source: str) -> Settings:
    """The settings a ``sitegen.yml`` states; pure, so it cannot see where links on the disk lead.

    Raises:
        UsageError: something unknown or impossible; with its line.
    """
    try:
        mapping = read(source, path=SETTINGS_FILE)
        refuse_unknown_keys(
            mapping, [group.name for group in dataclasses.fields(Settings)], path=SETTINGS_FILE
        )
        return Settings(
            site=read_site(mapping, source),
            folders=_folders(Group(mapping, "folders", Folders)),
            inputs=read_inputs(mapping),
            key_phrases=_key_phrases(Group(mapping, "key_phrases", KeyPhraseSettings)),
            quotations=_quotations(Group(mapping, "quotations", QuotationSettings)),
            people=read_people(mapping),
            pages=_pages(Group(mapping, "pages", PageSettings)),
        )
    except UsageError:
        raise
    except SitegenError as error:
        raise UsageError(error.message, path=error.path, line=error.line, hint=error.hint) from error


def _key_phrases(group: Group) -> KeyPhraseSettings:
    return KeyPhraseSettings(
        count=group.number("count", 0, 100),
        max_words=group.number("max_words", 1, 5),
        engine=group.choice("engine", KeyPhraseEngine),
    )


def _quotations(group: Group) -> QuotationSettings:
    return QuotationSettings(evidence=group.choice("evidence", Evidence), indirect=group.flag("indirect"))


def _pages(group: Group) -> PageSettings:
    return PageSettings(articles_per_page=group.number("articles_per_page", 1, 1000))


def _folders(group: Group) -> Folders:
    folders = Folders(**{each.name: _folder(group, each.name) for each in dataclasses.fields(Folders)})
    names = dataclasses.asdict(folders)
    for one, inner in names.items():
        for other, outer in names.items():
            # Systems that ignore case would otherwise see one folder where this check saw two.
            if one != other and PurePosixPath(inner.casefold()).is_relative_to(outer.casefold()):
                raise group.wrong(
                    one if one in group.given else other,
                    f"“{inner}” and “{outer}” ({other}) share a folder",
                    "a build replaces whole folders, so give each its own, none inside another",
                )
    return folders


def _folder(group: Group, key: str) -> str:
    given = group.text(key)
    path = PurePosixPath(given)
    unsafe = (
        not path.parts
        or path.is_absolute()
        or bool(PureWindowsPath(given).drive)
        or "\\" in given
        or any(part.startswith(".") for part in path.parts)  # "..", and .git or our own cache
    )
    if unsafe:
        raise group.wrong(
            key,
            f"“{given}” is not a folder of this project",
            "write a name such as “articles” or “site/articles”",
        )
    return str(path)


def _refuse_folders_outside(root: Path, folders: Folders) -> None:
    inside = root.resolve()
    for key, name in dataclasses.asdict(folders).items():
        if not (root / name).resolve().is_relative_to(inside):
            raise UsageError(
                f"folders.{key}: “{name}” leads out of the project",
                path=SETTINGS_FILE,
                hint="it is, or stands behind, a symbolic link; use a real folder",
            )
