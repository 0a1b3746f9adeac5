"""What a ``sitegen.yml`` can say: frozen values, each with its default."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sitegen.errors import UsageError
from sitegen.facts import FACT_KEYS, is_web_address
from sitegen.model import Evidence, KeyPhraseEngine, SourceText

SETTINGS_FILE = "sitegen.yml"
"""Stands at the root of a project; without it, the defaults hold."""


AREAS = (
    "articles",
    "speakers",
    "phrases",
    "timeline",
    "search",
    "method",
    "quotations",
    "sections",
    "publishers",
    "downloads",
    "changes",
)
"""The pages that the navigation can lead to."""


class Robots(StrEnum):
    """What search engines are asked to do."""

    INDEX = "index"
    NOINDEX = "noindex"
    """List no page of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NavigationLink:
    """An entry of the navigation that is the site's own."""

    name: str
    url: str
    """http or https; or the path of a file from the site's root, such as ``static/imprint.html``."""


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
    source_text: SourceText = SourceText.DIGEST
    """How much of an article's text its page shows. All of it may need the permission of whoever owns it."""
    offline_zip: bool = False
    """True: the whole site can be taken away as one file; that doubles what is published."""
    navigation: tuple[str | NavigationLink, ...] = AREAS[:6]
    """What every page leads to, in order: some of ``AREAS``, and links of the site's own."""
    accent: str | None = None
    """A colour, ``#rrggbb``, from which those for light and dark pages are made; None: the theme's."""
    footer: str | None = None
    """A line of Markdown at the foot of every page; None: nothing."""
    contact: str | None = None
    """Where an error can be reported: a mailbox, or a page's http(s) address; None: nowhere is named."""
    robots: Robots = Robots.INDEX


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


COLUMN_FIELDS = ("id", "text", "html", *FACT_KEYS)
"""What a column of a collection can stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileColumns:
    """The columns of some collections."""

    file: str
    """Path of a collection below the seeds folder, or a pattern such as ``wire/*.csv``."""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """As in ``InputSettings``; they come before those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputSettings:
    """How collections (.jsonl, .csv) are read."""

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names of columns, best first, by what they stand for, one of ``COLUMN_FIELDS``. What is not among them
    goes by its usual names."""
    files: tuple[FileColumns, ...] = ()
    """For some collections only; the first whose pattern fits a file holds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPhraseSettings:
    """How key phrases are chosen."""

    count: int = 10
    """Phrases per article, 0 to 100; 0: none."""
    max_words: int = 3
    """Longest phrase, 1 to 5 words; from 3 on, names stand whole, of up to 6."""
    engine: KeyPhraseEngine = KeyPhraseEngine.YAKE
    """Whose scores they start from; ``yake-rust`` needs the extra ``fast``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotationSettings:
    """How quotations are given to speakers."""

    evidence: Evidence = Evidence.LIKELY
    """What it takes for a pronoun to become a name; with less, the speaker is "not known"."""
    indirect: bool = False
    """True: statements reported without quotation marks are shown too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSettings:
    """The names under which articles quote one person or body."""

    name: str
    """The name the site lists them under."""
    aliases: tuple[str, ...] = ()
    """The other names that articles quote them under."""
    articles: tuple[str, ...] = ()
    """Slugs of the articles this holds in; empty: in all. It keeps two people of one name apart."""


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
    inputs: InputSettings = field(default_factory=InputSettings)
    """Not among what a digest depends on: it is made from what was read with them."""
    key_phrases: KeyPhraseSettings = field(default_factory=KeyPhraseSettings)
    quotations: QuotationSettings = field(default_factory=QuotationSettings)
    people: tuple[PersonSettings, ...] = ()
    """Who goes by more than one name. Only the site depends on it: digests keep the article's own words."""
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
            quotations=self.quotations,
        )

    def with_base_url(self, address: str) -> "Settings":
        """The same settings for another public address; a missing "/" at its end is added.

        Raises:
            UsageError: not an http or https address of a folder.
        """
        return dataclasses.replace(self, site=dataclasses.replace(self.site, base_url=site_address(address)))


def site_address(address: str) -> str:
    """``address``, ending in "/".

    Raises:
        UsageError: not an http or https address of a folder.
    """
    if not is_web_address(address) or "?" in address or "#" in address:
        raise UsageError(
            f"“{address}” is not the address of a site",
            hint="write it as https://example.org/ or https://example.org/folder/",
        )
    return address if address.endswith("/") else f"{address}/"
