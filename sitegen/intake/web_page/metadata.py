"""The facts a web page states about itself: JSON-LD, ``og:``, ``article:``, ``<time>``, ``<title>``.

Only what is stated counts. A date in the address, in a footer or beside another article's headline is none,
and a value that is not well-formed is as good as absent: the page is the source's work, not the user's.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from sitegen.facts import is_language_tag, is_web_address
from sitegen.intake.stated_dates import read_date
from sitegen.intake.web_page import authors, dates
from sitegen.intake.web_page.authors import letters as _letters
from sitegen.intake.web_page.breadcrumbs import shown_steps
from sitegen.intake.web_page.headline_area import HeadlineArea
from sitegen.intake.web_page.json_ld import JsonLdArticle, find_article, find_breadcrumbs
from sitegen.intake.web_page.local_days import carried, shown_day
from sitegen.intake.web_page.titles import TITLE_SEAM, as_headed
from sitegen.lexicon import word_set
from sitegen.model import Facts

_words = partial(word_set, "pages")

_LONGEST_FACT = 400
_MOST_SECTIONS = 6
_LONGEST_SECTION = 60
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
# "sn-post-date", "vr:published_time", "article.publishDate"; not "last-published-date".
_PUBLISHED_NAME = re.compile(
    r"(?:.{0,60}[-_.:])?(?:post(?:ed)?|publish(?:ed)?|publication|pub)[-_.]?(?:date|time)"
)
_NO_PUBLICATION = re.compile(r"last|un-?publish|modif|updat|comment|expir|re-?publish")
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

_FEWEST_HEADING_WORDS = 4
"""An ``h1`` that the page's title does not bear out may be the outlet's name above every page, if shorter."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def read(tree: Any) -> Facts:
    """What the page, an lxml tree, states. Publication and modification are told apart, never mixed."""
    page = _Page(tree)
    return Facts(
        title=page.title(),
        published=page.published(),
        modified=page.modified(),
        publisher=page.publisher,
        url=page.url,
        byline=page.byline(),
        language=page.language(),
        sections=page.sections(),
    )


def stated_body(tree: Any) -> str:
    """The article's text as the page's data for search engines gives it, without markup; empty: not given."""
    texts = find_article(_scripts(tree)).texts("articleBody")
    return max((_MARKUP.sub(" ", unescape(text)) for text in texts), key=len, default="")


def _scripts(tree: Any) -> list[str]:
    return list(tree.xpath("//script[@type='application/ld+json']/text()"))


class _Page:
    """A page's statements, each source of them read once."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.meta: defaultdict[str, list[str]] = defaultdict(list)
        for element in tree.xpath("//meta[@content]"):
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                if key := element.get(attribute):
                    self.meta[key.strip().casefold()].append(element.get("content"))
        self.title_tag = next(filter(None, map(_clean, tree.xpath("//head/title/text()"))), "")
        elements = {it: _clean(it.text_content()) for it in tree.iter("h1")}
        self.headings = [words for words in elements.values() if words]
        self.scripts = _scripts(tree)
        self.json_ld = find_article(self.scripts, about=self._is_own)
        self.url = self._url()
        self.publisher = self._publisher()
        heading = self._heading()
        self.area = HeadlineArea(
            next((it for it, words in elements.items() if words and words == heading), None)
        )

    def title(self) -> str | None:
        """The headline; without the outlet's name, and whole where one place gives it cut short."""
        heading = self._heading()
        stated = [
            *map(_clean, self.json_ld.texts("headline")),
            *map(_clean, self._metas(_TITLE_KEYS)),
            *([heading] if heading else []),
            self.title_tag,
        ]
        titles = [self._without_publisher(words) for words in stated if words]
        whole = [words for words in titles if not words.endswith(("…", "..."))]
        title = next(iter([*whole, *titles]), None)
        return as_headed(title, heading) if title and heading else title

    def published(self) -> str | None:
        """The one date of publication the page states; None where two of the same kind disagree."""
        stamp = self._published_stamp()
        if stamp is None:
            return self.area.published()
        return shown_day(stamp, self._shown(stamp, published=True), self.url)

    def modified(self) -> str | None:
        """The one date of the last change the page states."""
        stated = (self.json_ld.texts("dateModified"), self._metas(_MODIFIED_KEYS))
        stamp = dates.first_of(*stated) or dates.modified(self.tree)
        if stamp is None:
            return None
        lines = list(self._shown(stamp, published=False))
        day, published = shown_day(stamp, lines), self._published_stamp()
        if day != read_date(stamp) or published is None or any(map(read_date, lines)):
            return day
        return carried(stamp, published=published, shown=self.published())

    def byline(self) -> str | None:
        """The authors' names."""
        stated = self.json_ld.names("author") or tuple(self._metas(_AUTHOR_KEYS)[:1])
        names = authors.byline(filter(None, map(_clean, stated)), outlets=self._outlets())
        every = authors.with_others([names] if names else [], self.area.authors())
        return authors.byline(every, outlets=self._outlets())

    def language(self) -> str | None:
        """A language tag, its capitals as is usual."""
        stated = [
            *self.tree.xpath("/html/@lang"),
            *self.tree.xpath("/html/@xml:lang", namespaces={"xml": "http://www.w3.org/XML/1998/namespace"}),
            *self.json_ld.names("inLanguage"),
            *self._metas(_LANGUAGE_KEYS),
        ]
        tags = (tag.strip().replace("_", "-") for tag in stated if _LANGUAGE.fullmatch(tag.strip()))
        return next((_with_usual_capitals(tag) for tag in tags if is_language_tag(tag)), None)

    def sections(self) -> tuple[str, ...]:
        """The sections the article is filed under; not its key words."""
        stated = self.json_ld.texts("articleSection") or tuple(self._metas(_SECTION_KEYS))
        # Some pages glue several with commas; "Arts, Culture" with a space is one name.
        names = [name.strip() for value in map(_clean, stated) for name in re.split(r",(?! )", value)]
        own = {_letters(self.title_tag), *map(_letters, self.headings), *self._outlets()}
        steps = (*shown_steps(self.tree), *find_breadcrumbs(self.scripts))
        trail = (name for name in map(_clean, steps) if _letters(name) not in own)
        kept = [name for name in names if _is_section(name)] or [name for name in trail if _is_section(name)]
        return tuple({name.casefold(): name for name in kept}.values())[:_MOST_SECTIONS]

    def _published_stamp(self) -> str | None:
        """The date of publication as the page's data or elements have it."""
        named = (it for key in self.meta if _is_of_publication(key) for it in self.meta[key])
        stated = (self.json_ld.texts("datePublished"), self._metas(_PUBLISHED_KEYS), named)
        return dates.first_of(*stated) or dates.published(self.tree)

    def _shown(self, stamp: str, *, published: bool) -> Iterator[str]:
        """The lines in which the page may tell its reader the day of a stamp."""
        yield from dates.shown(self.tree, read_date(stamp) or "", published=published)
        yield from self.area.date_lines(changed=not published)

    def _is_own(self, article: JsonLdArticle) -> bool:
        """True when an article that the page describes is the page's own, not one that it links to."""
        titles = " ".join(map(_letters, (*self._metas(_TITLE_KEYS), *self.headings, self.title_tag)))
        headlines = map(_letters, article.texts("headline"))
        return any(headline and headline in titles for headline in headlines)

    def _heading(self) -> str | None:
        """The headline among the page's ``h1``, which may be its logo or stand above a box at the side."""
        title = _letters(self.title_tag)
        for words in self.headings:
            letters = _letters(words)
            # "Bridge to reopen - The Ostrin Courier" ends with a logo, "Courier: Bridge to reopen" does not.
            is_whole = title.startswith(letters) or 2 * len(letters) > len(title)
            if letters and letters in title and is_whole:
                return words
        alone = self.headings[0] if len(self.headings) == 1 else ""
        is_long = len(alone.split()) >= _FEWEST_HEADING_WORDS
        return alone if alone and (is_long or not title) else None

    def _publisher(self) -> str | None:
        """The outlet's name: of several, the one that stands behind the page's title, if one does."""
        stated = [*self.json_ld.names("publisher"), *self._metas(_PUBLISHER_KEYS)]
        names = [name for name in map(_clean, stated) if name and not _is_address(name)]
        tail = TITLE_SEAM.split(self.title_tag)[-1]
        behind = [name for name in names if _letters(name) == _letters(tail)]
        # A page of "velwire.example" called "Bridge reopens - Velwire" whose data says "U.S." or nothing.
        if tail != self.title_tag and not behind and _letters(tail) in self._host():
            behind = [tail]
        return next(iter([*behind, *names]), None)

    def _url(self) -> str | None:
        """The article's own address; the outlet's front page is none."""
        addresses = [
            *self.tree.xpath("//link[@rel='canonical']/@href"),
            *self._metas(("og:url",)),
            *self.json_ld.addresses("mainEntityOfPage"),
            *self.json_ld.addresses("url"),
        ]
        stripped = (address.strip() for address in addresses)
        return next((it for it in stripped if is_web_address(it) and urlsplit(it).path.strip("/")), None)

    def _host(self) -> frozenset[str]:
        """The parts of the address's host that may name the outlet."""
        host = urlsplit(self.url or "").hostname or ""
        return frozenset(host.split(".")[:-1]) - {"", "www"}

    def _outlets(self) -> frozenset[str]:
        """What the outlet is called, letters only."""
        return self._host() | ({_letters(self.publisher)} if self.publisher else frozenset())

    def _metas(self, keys: Iterable[str]) -> list[str]:
        return [value for key in keys for value in self.meta.get(key, ())]

    def _without_publisher(self, title: str) -> str:
        """A title without the outlet behind it: "Ministers agree on bridge | Ostrin Post"."""
        parts = TITLE_SEAM.split(title)
        if len(parts) > 1 and _letters(parts[-1]) in self._outlets() - {""}:
            return title[: title.rindex(parts[-1])].rstrip(" |»·•–—-")
        return title


def _is_of_publication(name: str) -> bool:
    return _PUBLISHED_NAME.fullmatch(name) is not None and _NO_PUBLICATION.search(name) is None


def _with_usual_capitals(tag: str) -> str:
    """A tag as it is usually written (RFC 5646, section 2.1.1): "en-us" is "en-US"."""
    first, *others = tag.split("-")
    usual = {2: str.upper, 4: str.title}
    return "-".join([first.lower(), *(usual.get(len(it), str.lower)(it) for it in others)])


def _is_section(name: str) -> bool:
    plain = name.casefold()
    return (
        bool(plain)
        and len(name) <= _LONGEST_SECTION
        and not _is_address(name)
        and plain not in _words("no_sections")
    )


def _clean(value: str) -> str:
    """One line of text; empty when it is far too long to be a fact."""
    words = " ".join(unescape(value).split())
    return words if len(words) <= _LONGEST_FACT else ""


def _is_address(value: str) -> bool:
    return "://" in value or "@" in value or value.startswith(("//", "www."))
