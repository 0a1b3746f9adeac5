"""``sitegen.yml`` → frozen :class:`Settings`. A key that is not known here is a mistake, never ignored."""

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from sitegen.errors import SitegenError, UsageError
from sitegen.facts import is_language_tag, is_web_address
from sitegen.strict_yaml import YamlMapping, read, refuse_unknown_keys

SETTINGS_FILE = "sitegen.yml"
"""Stands at the root of a project; without it, the defaults hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSettings:
    """What the site says about itself."""

    title: str = "News digests"
    """The name of the site, on every page and in the feed."""
    description: str = "Who said what, and when: news articles in brief."
    """One sentence for the front page, the feed and search engines."""
    language: str = "en"
    """BCP 47 tag of the pages' own words, and of articles that state no language."""
    base_url: str | None = None
    """The site's public address, ending in "/"; None: no feed, sitemap or canonical links."""
    notice: str | None = None
    """A sentence to show on every page; None: nothing."""
    publisher: str | None = None
    """Who publishes this site; None: not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where things stand, relative to the project, with forward slashes; none inside another."""

    seeds: str = "seeds"
    """The raw articles."""
    content: str = "content"
    """The digests, which people may edit."""
    templates: str = "templates"
    """The project's own templates and static files, put before the theme's; need not exist."""
    public: str = "public"
    """The built site: a build replaces its own files there and carries others over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPhraseSettings:
    """How key phrases are chosen."""

    count: int = 10
    """Phrases per article, 0 to 100; 0: none."""
    max_words: int = 3
    """Longest phrase, 1 to 5 words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSettings:
    """How lists are cut into pages."""

    articles_per_page: int = 20
    """Articles on one page of the front list, 1 to 1000."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Every setting, checked."""

    site: SiteSettings = field(default_factory=SiteSettings)
    folders: Folders = field(default_factory=Folders)
    key_phrases: KeyPhraseSettings = field(default_factory=KeyPhraseSettings)
    pages: PageSettings = field(default_factory=PageSettings)

    def for_digests(self) -> "Settings":
        """The part that a digest may depend on, everything else at its default.

        Whoever makes digests gets this part only, so that none can depend on a setting its key leaves out.
        The seeds folder is in it because a slug is the seed's name below that folder.
        """
        return Settings(
            site=SiteSettings(language=self.site.language),
            folders=Folders(seeds=self.folders.seeds),
            key_phrases=self.key_phrases,
        )

    def with_base_url(self, address: str) -> "Settings":
        """The same settings for another public address; a missing "/" at its end is added.

        Raises:
            UsageError: not an http or https address of a folder.
        """
        return dataclasses.replace(self, site=dataclasses.replace(self.site, base_url=_base_url(address)))


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
            site=_site(_Group(mapping, "site", SiteSettings)),
            folders=_folders(_Group(mapping, "folders", Folders)),
            key_phrases=_key_phrases(_Group(mapping, "key_phrases", KeyPhraseSettings)),
            pages=_pages(_Group(mapping, "pages", PageSettings)),
        )
    except UsageError:
        raise
    except SitegenError as error:
        raise UsageError(error.message, path=error.path, line=error.line, hint=error.hint) from error


class _Group:
    """One group of the file, its values asked for by type; what is not given takes the default."""

    def __init__(self, settings: YamlMapping, name: str, defaults: type) -> None:
        value = settings[name] if settings.get(name) is not None else YamlMapping({}, {}, settings.line(name))
        self.name = name
        if not isinstance(value, YamlMapping):
            raise UsageError(
                f"{name}: expected settings below it",
                path=SETTINGS_FILE,
                line=settings.line(name),
                hint="put each on a line of its own, indented by two spaces",
            )
        self.given = value
        self.defaults = defaults()
        refuse_unknown_keys(value, [field.name for field in dataclasses.fields(defaults)], path=SETTINGS_FILE)

    def optional_text(self, key: str) -> str | None:
        value = self.given.get(key)
        if value is not None and not isinstance(value, str):
            raise self.wrong(key, "expected one line of text", "put the value in quotes")
        return value or None

    def text(self, key: str) -> str:
        default: str = getattr(self.defaults, key)
        return self.optional_text(key) or default

    def number(self, key: str, lowest: int, highest: int) -> int:
        default: int = getattr(self.defaults, key)
        value = self.optional_text(key)
        if value is None:
            return default
        # isascii: int() would also read the digits of other scripts
        number = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1
        if not lowest <= number <= highest:
            raise self.wrong(key, f"“{value}” will not do", f"a whole number from {lowest} to {highest}")
        return number

    def wrong(self, key: str, message: str, hint: str) -> UsageError:
        line = self.given.line(key)
        return UsageError(f"{self.name}.{key}: {message}", path=SETTINGS_FILE, line=line, hint=hint)


def _site(group: _Group) -> SiteSettings:
    language = group.text("language")
    if not is_language_tag(language):
        raise group.wrong("language", f"“{language}” is not a language tag", "write it as in: en, en-GB, fa")
    address = group.optional_text("base_url")
    try:
        base_url = None if address is None else _base_url(address)
    except UsageError as error:
        raise group.wrong("base_url", error.message, error.hint or "") from None
    return SiteSettings(
        title=group.text("title"),
        description=group.text("description"),
        language=language,
        base_url=base_url,
        notice=group.optional_text("notice"),
        publisher=group.optional_text("publisher"),
    )


def _base_url(address: str) -> str:
    if not is_web_address(address) or "?" in address or "#" in address:
        raise UsageError(
            f"“{address}” is not the address of a site",
            hint="write it as https://example.org/ or https://example.org/folder/",
        )
    return address if address.endswith("/") else f"{address}/"


def _key_phrases(group: _Group) -> KeyPhraseSettings:
    return KeyPhraseSettings(count=group.number("count", 0, 100), max_words=group.number("max_words", 1, 5))


def _pages(group: _Group) -> PageSettings:
    return PageSettings(articles_per_page=group.number("articles_per_page", 1, 1000))


def _folders(group: _Group) -> Folders:
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


def _folder(group: _Group, key: str) -> str:
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
