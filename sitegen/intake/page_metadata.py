"""The facts a web page states about itself: JSON-LD, ``og:``, ``article:``, ``<time>``, ``<title>``.

Only what is stated counts. A date in the address, in a footer or beside another article's headline is none,
and a value that is not well-formed is as good as absent: the page is the source's work, not the user's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from sitegen.facts import is_language_tag, is_web_address
from sitegen.intake.json_ld import JsonLdArticle, find_article
from sitegen.intake.stated_dates import read_date
from sitegen.model import Facts

_LONGEST_FACT = 400
_MOST_SECTIONS = 6
_MARKUP = re.compile(r"<[^<>]{1,2000}>")

_TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_PUBLISHED_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "article:published",
    "datepublished",
    "date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "citation_publication_date",
    "dc.date.issued",
    "dc.date",
    "dcterms.issued",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
)
_MODIFIED_KEYS = (
    "article:modified_time",
    "og:article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
)
_AUTHOR_KEYS = ("author", "article:author", "byl", "dc.creator", "parsely-author", "sailthru.author")
_PUBLISHER_KEYS = ("og:site_name", "article:publisher", "publisher", "dc.publisher", "dcterms.publisher")
_SECTION_KEYS = ("article:section", "og:article:section", "section", "parsely-section")
_LANGUAGE_KEYS = ("og:locale", "content-language", "dc.language", "language")

# "Ministers agree on bridge | Ostrin Post", "… - Ostrin Post"
_TITLE_SEAM = re.compile(r"\s{1,5}[|»·•–—-]\s{1,5}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
# What <time class="entry-date published"> says of itself; "published updated" is the usual hAtom pair.
_PUBLISHED_CLASS = re.compile(r"publish|posted|entry-date|post-date", re.IGNORECASE)
_MODIFIED_CLASS = re.compile(r"updat|modif", re.IGNORECASE)


def read(tree: Any) -> Facts:
    """What the page, an lxml tree, states. Publication and modification are told apart, never mixed."""
    page = _Page(tree)
    return Facts(
        title=page.title(),
        published=page.published(),
        modified=page.modified(),
        publisher=page.publisher(),
        url=page.url(),
        byline=page.byline(),
        language=page.language(),
        sections=page.sections(),
    )


def stated_body(tree: Any) -> str:
    """The article's text as the page's data for search engines gives it, without markup; empty: not given."""
    texts = _json_ld(tree).texts("articleBody")
    return max((_MARKUP.sub(" ", unescape(text)) for text in texts), key=len, default="")


def _json_ld(tree: Any) -> JsonLdArticle:
    return find_article(tree.xpath("//script[@type='application/ld+json']/text()"))


class _Page:
    """A page's statements, each source of them read once."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.json_ld = _json_ld(tree)
        self.meta: defaultdict[str, list[str]] = defaultdict(list)
        for element in tree.xpath("//meta[@content]"):
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if key := element.get(attribute):
                    self.meta[key.strip().casefold()].append(element.get("content"))

    def title(self) -> str | None:
        """The headline; without the outlet's name, and whole where one place gives it cut short."""
        headings = self.tree.xpath("//h1")
        stated = [
            *self.json_ld.texts("headline"),
            *self._metas(_TITLE_KEYS),
            *([headings[0].text_content()] if len(headings) == 1 else []),
            *self.tree.xpath("//head/title/text()"),
        ]
        titles = [self._without_publisher(words) for words in map(_clean, stated) if words]
        whole = [words for words in titles if not words.endswith(("…", "..."))]
        return next(iter([*whole, *titles]), None)

    def published(self) -> str | None:
        """The one date of publication the page states; None where two of the same kind disagree."""
        stated = (self.json_ld.texts("datePublished"), self._metas(_PUBLISHED_KEYS))
        return (
            next(filter(None, (_first_date(values) for values in stated)), None)
            or _only_date(self._marked("datePublished"))
            or _only_date(self._times(published=True))
        )

    def modified(self) -> str | None:
        """The one date of the last change the page states."""
        stated = (self.json_ld.texts("dateModified"), self._metas(_MODIFIED_KEYS))
        return (
            next(filter(None, (_first_date(values) for values in stated)), None)
            or _only_date(self._marked("dateModified"))
            or _only_date(self._times(published=False))
        )

    def publisher(self) -> str | None:
        """The outlet's name."""
        names = [*self.json_ld.names("publisher"), *self._metas(_PUBLISHER_KEYS)]
        return next((name for name in map(_clean, names) if name and not _is_address(name)), None)

    def url(self) -> str | None:
        """The article's own address; the outlet's front page is none."""
        addresses = [
            *self.tree.xpath("//link[@rel='canonical']/@href"),
            *self._metas(("og:url",)),
            *self.json_ld.addresses("mainEntityOfPage"),
            *self.json_ld.addresses("url"),
        ]
        stripped = (address.strip() for address in addresses)
        return next((it for it in stripped if is_web_address(it) and urlsplit(it).path.strip("/")), None)

    def byline(self) -> str | None:
        """The authors' names."""
        names = self.json_ld.names("author") or tuple(self._metas(_AUTHOR_KEYS)[:1])
        cleaned = [re.sub(r"^by\s", "", name, flags=re.IGNORECASE) for name in map(_clean, names) if name]
        persons = dict.fromkeys(name for name in cleaned if not _is_address(name))
        return ", ".join(persons) or None

    def language(self) -> str | None:
        """A language tag."""
        stated = [
            *self.tree.xpath("/html/@lang"),
            *self.json_ld.names("inLanguage"),
            *self._metas(_LANGUAGE_KEYS),
        ]
        tags = (tag.strip().replace("_", "-") for tag in stated if _LANGUAGE.fullmatch(tag.strip()))
        return next(filter(is_language_tag, tags), None)

    def sections(self) -> tuple[str, ...]:
        """The sections the article is filed under; not its key words."""
        stated = self.json_ld.texts("articleSection") or tuple(self._metas(_SECTION_KEYS))
        # Some pages glue several with commas; "Arts, Culture" with a space is one name.
        names = (name for value in map(_clean, stated) for name in re.split(r",(?! )", value))
        cleaned = (name.strip() for name in names if name.strip() and not _is_address(name))
        return tuple({name.casefold(): name for name in cleaned if len(name) <= 60}.values())[:_MOST_SECTIONS]

    def _metas(self, keys: Iterable[str]) -> list[str]:
        return [value for key in keys for value in self.meta.get(key, ())]

    def _marked(self, name: str) -> Iterator[str]:
        """The values of elements with this ``itemprop``."""
        for element in self.tree.xpath("//*[@itemprop=$name]", name=name):
            yield element.get("content") or element.get("datetime") or element.text_content()

    def _times(self, *, published: bool) -> Iterator[str]:
        """The dates of ``<time>`` elements that by their class are of the kind asked for, outside of asides.

        A ``<time>`` that says nothing of its kind counts as publication where it stands inside the article.
        """
        for element in self.tree.xpath("//time[@datetime][not(ancestor::aside or ancestor::footer)]"):
            kind = element.get("class") or ""
            is_publication = element.get("pubdate") is not None or _PUBLISHED_CLASS.search(kind) is not None
            is_change = _MODIFIED_CLASS.search(kind) is not None and not is_publication
            if not (is_publication or is_change):
                is_publication = bool(element.xpath("ancestor::article or ancestor::main"))
            if is_publication if published else is_change:
                yield element.get("datetime")

    def _without_publisher(self, title: str) -> str:
        """A title without the outlet behind it: "Ministers agree on bridge | Ostrin Post"."""
        parts = _TITLE_SEAM.split(title)
        host = urlsplit(self.url() or "").hostname or ""
        outlets = {_letters(self.publisher() or ""), *host.split(".")[:-1]}
        if len(parts) > 1 and _letters(parts[-1]) in outlets - {"", "www"}:
            return title[: title.rindex(parts[-1])].rstrip(" |»·•–—-")
        return title


def _letters(words: str) -> str:
    return "".join(filter(str.isalnum, words)).casefold()


def _clean(value: str) -> str:
    """One line of text; empty when it is far too long to be a fact."""
    words = " ".join(unescape(value).split())
    return words if len(words) <= _LONGEST_FACT else ""


def _is_address(value: str) -> bool:
    return "://" in value or "@" in value or value.startswith(("//", "www."))


def _first_date(values: Iterable[str]) -> str | None:
    return next(filter(None, map(read_date, values)), None)


def _only_date(values: Iterable[str]) -> str | None:
    """The date, where all values that are one agree: several may be those of other articles on the page."""
    dates = set(filter(None, map(read_date, values)))
    return dates.pop() if len(dates) == 1 else None
