"""What can be taken away of an article, and of all: citations, files, what reference managers read."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.characters import shown
from sitegen.site.citations.line import line
from sitegen.site.citations.reference import Reference, article_reference, quotation_references
from sitegen.site.export_paths import (
    article_exports,
    citation_exports,
    corpus_citations,
    corpus_exports,
    corpus_quotes,
    corpus_texts,
    json_ld_export,
    quote_exports,
    text_exports,
)
from sitegen.site.feed_paths import site_feeds
from sitegen.site.page import OFFLINE_COPY, address
from sitegen.site.pages.article import article_path
from sitegen.site.pages.sheet import Sheet
from sitegen.site.pages.wording import date_words
from sitegen.site.strings import Strings

Files = Mapping[str, Mapping[str, str]]
"""By the key of what they hold: paths by form. None is empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryView:
    """What the page of one article offers to take away."""

    citation: tuple[str, ...]
    """Of the article, a line in pieces."""
    quotations: tuple[tuple[str, ...], ...]
    """The same of each quotation, in order."""
    files: Files
    meta: tuple[tuple[str, str], ...]
    """Names and contents of the ``meta`` elements that say what the page is a digest of."""


def carry_view(digest: Digest, settings: Settings, t: Strings, altered: Collection[int] = ()) -> CarryView:
    """What can be taken away of one article; ``altered`` are quotations not in its source in this form."""
    base_url = settings.site.base_url
    article = article_reference(digest, base_url)
    published = digest.facts.published
    date = None if published is None else date_words(t, published)
    return CarryView(
        citation=line(article, t.plain, date),
        quotations=tuple(
            line(each, t.plain, date) for each in quotation_references(digest, article, altered)
        ),
        files=article_files(digest),
        meta=tuple(_meta(digest, article, base_url)),
    )


def article_files(digest: Digest) -> Files:
    """Every file of one article but its page."""
    files: dict[str, Mapping[Any, str]] = {
        "carry.digest": text_exports(digest),
        "carry.quotations": quote_exports(digest),
        "carry.timeline": article_exports(digest),
        "carry.citations": citation_exports(digest),
        "carry.data": json_ld_export(digest),
    }
    return {key: {str(form): path for form, path in paths.items()} for key, paths in files.items() if paths}


def downloads(site: Site, settings: Settings, t: Strings) -> Sheet:
    """The page of all files that hold the whole corpus, and of the feeds."""
    return Sheet(
        path="downloads.html",
        template="downloads.html",
        area="downloads",
        title=t.plain("downloads.title"),
        description=t.plain("downloads.description"),
        context=lambda: {"files": _corpus_files(site, settings)},
    )


def _corpus_files(site: Site, settings: Settings) -> Files:
    about = settings.site
    feeds = () if about.base_url is None else site_feeds(site.articles, about.title)
    files: dict[str, Mapping[Any, str]] = {
        "carry.quotations": corpus_quotes(site.articles),
        "carry.timeline": corpus_exports(site.timeline),
        "carry.citations": corpus_citations(site.articles),
        "carry.digests": corpus_texts(site.articles),
        "carry.feeds": {each.name: each.path for each in feeds},
        "carry.offline": {"ZIP": OFFLINE_COPY} if about.offline_zip else {},
    }
    return {key: {str(form): path for form, path in paths.items()} for key, paths in files.items() if paths}


def _meta(digest: Digest, article: Reference, base_url: str | None) -> Iterator[tuple[str, str]]:
    """Highwire's names, which Zotero, Mendeley and Google Scholar read; only what is stated.

    They describe the article, not the page: that is its abstract.
    """
    yield "z:itemType", "newspaperArticle"  # without it, Zotero takes a page with a title for a journal's
    yield "citation_title", article.title
    for author in article.authors:
        yield "citation_author", author.filed
    if article.published is not None:
        yield "citation_publication_date", article.published.replace("-", "/")
    if article.publisher is not None:
        yield "citation_journal_title", article.publisher
        yield "citation_publisher", article.publisher
    if article.language is not None:
        yield "citation_language", article.language
    page = None if base_url is None else base_url + address(article_path(digest))
    if article.original is not None:
        yield "citation_fulltext_html_url", article.original
    if page is not None:
        yield "citation_abstract_html_url", page
    if article.original or page:
        yield "citation_public_url", article.original or page or ""
    for phrase in digest.key_phrases:
        yield "citation_keywords", shown(phrase.phrase)
