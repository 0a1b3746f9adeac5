"""RSS and Atom files saved to disk, each entry an article. Read by feedparser, and nothing is fetched."""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from html import unescape
from typing import Any, BinaryIO

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
from sitegen.intake.html import text_of
from sitegen.model import Facts

MOST = 64_000_000
"""Bytes of a feed. It is read as a whole, and takes several times as much memory."""

_ENTRY = re.compile(rb"<(?:[A-Za-z][\w.-]{0,30}:)?(?:item|entry)(?=[\s>])")
# The end of an RSS, Atom or RDF document; comments may follow.
_END = re.compile(rb"</(?:[A-Za-z][\w.-]{0,30}:)?(?:rss|feed|rdf|channel)\s{0,100}>", re.IGNORECASE)
_TAIL = 4_000
# What stands in no text unless a "]]>" is missing and the text runs on into what follows.
_RUNS_ON = re.compile(r"<!\[CDATA\[|</?(?:item|entry)[\s>]|</(?:content:)?encoded\s{0,20}>", re.IGNORECASE)
_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_LONGEST_FACT = 400
_MOST_SECTIONS = 6
_ONLY_SUMMARY = "Made from the summary in a feed, which may not be the whole article."


def read(stream: BinaryIO, *, file: str, language: str | None = None, **_: object) -> Iterator[Found]:
    """The entries of a feed, in order.

    An entry's text is its content (``content:encoded``, Atom's ``content``), and where there is none its
    summary, which the digest then says.
    """
    raw = stream.read(MOST + 1)
    if len(raw) > MOST:
        says = f"is larger than {MOST // 1_000_000} MB"
        yield Flaw(error=SitegenError(says, path=file, hint="cut it into several"), name=None)
        return
    try:
        feed = _parsed(raw)
    except Exception as error:  # noqa: BLE001 - feedparser meets some damage with errors of any kind
        says = f"this feed cannot be made sense of ({type(error).__name__})"
        yield Flaw(error=SitegenError(says, path=file, hint="save it again"), name=None)
        return
    fault = _fault(feed, raw)
    if fault is not None:
        wrong = SitegenError(fault.says, path=file, line=_line_of_fault(feed), hint=fault.hint)
        yield Flaw(error=wrong, name=None, grave=fault.leaves_out > 0)
    entries = feed.entries[: -fault.leaves_out] if fault and fault.leaves_out else feed.entries
    for number, (entry, line) in enumerate(zip(entries, _lines(raw, len(feed.entries)), strict=False), 1):
        yield from _entry(entry, feed, _Place(file, line, number), language)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    """What is wrong with a feed as a whole."""

    says: str
    hint: str = "save it again"
    leaves_out: int = 0
    """So many entries, from the last on, may not be what they seem."""


def _fault(feed: Any, raw: bytes) -> _Fault | None:
    everything = len(feed.entries) + 1
    if not feed.get("version") and not feed.entries:
        hint = "save the feed's own XML; an article goes into a .txt, .md or .html file"
        return _Fault(says="this is no RSS or Atom feed", hint=hint, leaves_out=everything)
    is_cut = _END.search(raw[-_TAIL:]) is None and b"\0" not in raw
    if not is_cut and not _is_damaged(feed):
        return None
    if len(_ENTRY.findall(raw)) != len(feed.entries):
        # Where the end of an entry is lost, feedparser gives it the text of the next.
        return _Fault(says="is not well-formed, and its entries run into each other", leaves_out=everything)
    if is_cut:
        return _Fault(says="breaks off: its last entry is left out, others may be missing", leaves_out=1)
    return _Fault(says="is not well-formed; what can be made of it is published")


def _parsed(raw: bytes) -> Any:
    # A tenth of a second to import, and needed only where there is a feed.
    import feedparser  # noqa: PLC0415

    # A stream, because feedparser takes text for an address or a file's name. Nothing need be sanitised: of
    # HTML only the words are taken.
    return feedparser.parse(io.BytesIO(raw), sanitize_html=False, resolve_relative_uris=False)


def _is_damaged(feed: Any) -> bool:
    import feedparser  # noqa: PLC0415 - as above

    harmless = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
    return bool(feed.bozo) and not isinstance(feed.bozo_exception, harmless)


def _line_of_fault(feed: Any) -> int | None:
    number = getattr(feed.get("bozo_exception"), "getLineNumber", lambda: None)()
    return number if isinstance(number, int) and number > 0 else None


def _lines(raw: bytes, entries: int) -> list[int | None]:
    """The line of each entry; none where the tags in the bytes are not one for each (a comment holds one)."""
    starts = [found.start() for found in _ENTRY.finditer(raw)]
    if len(starts) != entries:
        return [None] * entries
    lines: list[int | None] = []
    line, before = 1, 0
    for start in starts:
        line += raw.count(b"\n", before, start)
        before = start
        lines.append(line)
    return lines


class _Place:
    """Where an entry stands, for messages."""

    def __init__(self, file: str, line: int | None, number: int) -> None:
        self.file = file
        self.line = line
        self.number = number

    def wrong(self, message: str) -> SitegenError:
        return SitegenError(f"entry {self.number}: {message}", path=self.file, line=self.line)


def _entry(entry: Any, feed: Any, place: _Place, language: str | None) -> Iterator[Found]:
    url = _url(entry, feed)
    stated = entry.get("id") or url
    name = name_of(stated) if stated and is_whole_text(stated) else None
    content = _content(entry)
    words = content.get("value") or ""
    if not words.strip():
        yield Flaw(error=place.wrong("there is no text in it"), name=name)
        return
    if _RUNS_ON.search(words) or _RUNS_ON.search(entry.get("title") or ""):
        yield Flaw(error=place.wrong("it runs on into what follows; a “]]>” is missing"), name=None)
        return
    if not is_whole_text(words) or len(words.encode()) > MAX_BYTES:
        says = f"its text is larger than {MAX_BYTES // 1_000_000} MB, or holds what no text does"
        yield Flaw(error=place.wrong(says), name=name)
        return
    facts = _facts(entry, feed, url, content, language)
    is_html = content.get("type") in _HTML_TYPES
    if is_html and "<" not in words:
        # Without a tag the line ends are all that tells one paragraph from the next.
        is_html, words = False, unescape(words)
    yield Item(
        name=name or name_from_contents(words, facts.title),
        line=place.line,
        raw=words.encode(),
        form=Form.FRAGMENT if is_html else Form.TEXT,
        encoding=str(feed.get("encoding") or "utf-8"),
        facts=facts,
    )
    yield from _cautions(entry, facts, place)


def _url(entry: Any, feed: Any) -> str | None:
    """The address of the entry's page; in Atom an id is no address, whatever it looks like."""
    links = [entry.get("link")]
    if str(feed.get("version")).startswith("atom"):
        links = [link.get("href") for link in entry.get("links", ()) if link.get("rel") == "alternate"]
    return next((link.strip() for link in links if link and is_web_address(link.strip())), None)


def _content(entry: Any) -> Mapping[str, Any]:
    """The entry's text and its type: its content, or where it has none, its summary."""
    contents = [each for each in entry.get("content", ()) if (each.get("value") or "").strip()]
    if contents:
        longest: Mapping[str, Any] = max(contents, key=lambda each: len(each["value"]))
        return longest
    summary: Mapping[str, Any] = entry.get("summary_detail") or {}
    return summary


def _facts(entry: Any, feed: Any, url: str | None, content: Mapping[str, Any], beside: str | None) -> Facts:
    """What an entry states; ``beside``: the language in the facts beside the file, if it states none."""
    published, modified = _dates(entry, feed)
    terms = (tag.get("label") or tag.get("term") for tag in entry.get("tags", ()))
    names = (_line(term) for term in terms if term and "://" not in term)
    languages = (entry.get("language"), content.get("language"), feed.feed.get("language"))
    tags = (str(tag).replace("_", "-") for tag in languages if tag)
    language = next(filter(is_language_tag, tags), None)
    return Facts(
        title=_line(_told(entry, "title")),
        published=_day(published, language or beside),
        modified=_day(modified, language or beside),
        publisher=_line(entry.get("source", {}).get("title")) or _line(_told(feed.feed, "title")),
        url=url,
        byline=", ".join(_authors(entry)) or None,
        language=language,
        sections=tuple(dict.fromkeys(name for name in names if name and len(name) <= 60))[:_MOST_SECTIONS],
        notice=_ONLY_SUMMARY if content is entry.get("summary_detail") else None,
    )


def _dates(entry: Any, feed: Any) -> tuple[str | None, str | None]:
    """When the entry says it was published and changed, in its own words.

    feedparser hands Dublin Core's ``date``, the only one of RSS 1.0, on as a change; outside of Atom it is
    the date of publication.
    """
    published, changed = (dict.get(entry, key) for key in ("published", "updated"))
    if published is None and not str(feed.get("version")).startswith("atom"):
        return changed, None
    return published, changed


def _day(stated: str | None, language: str | None) -> str | None:
    try:
        return None if stated is None else read_day(stated.strip(), language)
    except OffCalendarError:
        return None


def _authors(entry: Any) -> Iterator[str]:
    """The authors' names, without their mail addresses."""
    authors = entry.get("authors", ())
    if any("email" in author for author in authors):
        # feedparser cuts the name in "press@ostrin.example (Lene Marrow)" out at the wrong place.
        named = (parseaddr(entry.get("author") or "")[0],)
    else:
        named = tuple(author.get("name") for author in authors) or (entry.get("author"),)
    yield from dict.fromkeys(name for name in map(_line, named) if name and "@" not in name)


def _told(holder: Any, key: str) -> str | None:
    """A text of the feed, out of its HTML where it is some."""
    detail = holder.get(f"{key}_detail") or {}
    value = detail.get("value") or holder.get(key)
    if not value or detail.get("type") not in _HTML_TYPES or not set("<&") & set(value):
        return value or None
    return text_of(value)


def _line(value: object) -> str | None:
    """A fact on one line; None for what is blank, or far too long to be one."""
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return words if words and len(words) <= _LONGEST_FACT and is_whole_text(words) else None


def _cautions(entry: Any, facts: Facts, place: _Place) -> Iterator[Caution]:
    published = dict.get(entry, "published")
    if published and facts.published is None:
        says = "published: no date that can be told for certain, and is left out"
        yield Caution(says=says, example=_line(published), line=place.line)
