"""Citations: CSL-JSON, BibTeX and RIS of each article with its quotations, and of all articles."""

from collections.abc import Iterator, Mapping
from functools import partial
from types import ModuleType

from sitegen.config import Settings
from sitegen.site.catalogue import Site
from sitegen.site.citations import bibtex, csl, ris
from sitegen.site.citations.reference import article_reference, references
from sitegen.site.export_paths import CitationForm, citation_exports, corpus_citations
from sitegen.site.page import Page, Stream

_WRITERS: Mapping[CitationForm, ModuleType] = {
    CitationForm.CSL: csl,
    CitationForm.BIBTEX: bibtex,
    CitationForm.RIS: ris,
}


def render(site: Site, settings: Settings) -> Iterator[Page | Stream]:
    """The files of the articles, then those of the corpus, which leave the quotations out."""
    base_url = settings.site.base_url
    for digest in site.articles:
        cited = list(references(digest, base_url, site.sources.proof_of(digest).altered))
        for form, path in citation_exports(digest).items():
            writer = _WRITERS[form]
            yield Page(path=path, body=b"".join(writer.whole(map(writer.item, cited))))
    for form, path in corpus_citations(site.articles).items():
        yield Stream(path=path, pieces=partial(_of_all, site, base_url, _WRITERS[form]))


def _of_all(site: Site, base_url: str | None, writer: ModuleType) -> Iterator[bytes]:
    pieces: Iterator[bytes] = writer.whole(
        writer.item(article_reference(each, base_url)) for each in site.articles
    )
    return pieces
