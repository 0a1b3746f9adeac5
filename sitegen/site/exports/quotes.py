"""Quotations: JSON and CSV of each article and of all, and CSV of each speaker who has a page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain

from sitegen.config import Settings
from sitegen.site.catalogue import Site
from sitegen.site.characters import shown
from sitegen.site.export_paths import QuoteForm, corpus_quotes, quote_exports, speaker_table
from sitegen.site.exports import quotes_json, quotes_table
from sitegen.site.exports.quote_records import QuoteRecord, of_article, of_speaker
from sitegen.site.exports.records import Heading
from sitegen.site.page import Page, Stream

Writer = Callable[[Heading, Iterable[QuoteRecord]], Iterator[bytes]]

_WRITERS: Mapping[QuoteForm, Writer] = {
    QuoteForm.TABLE: quotes_table.whole,
    QuoteForm.JSON: quotes_json.whole,
}


def render(site: Site, settings: Settings) -> Iterator[Page | Stream]:
    """The files of the articles, newest first; of the speakers, A–Z; of the corpus."""
    about = settings.site
    for digest in site.articles:
        paths = quote_exports(digest)
        records = list(of_article(site, digest)) if paths else []
        language = digest.language or about.language
        heading = Heading(title=shown(digest.title), language=language, base_url=about.base_url)
        for form, path in paths.items():
            yield Page(path=path, body=b"".join(_WRITERS[form](heading, records)))
    yield from _of_speakers(site, about.base_url)
    heading = Heading(title=shown(about.title), language=about.language, base_url=about.base_url)
    for form, path in corpus_quotes(site.articles).items():
        yield Stream(path=path, pieces=partial(_of_all, site, form, heading))


def _of_speakers(site: Site, base_url: str | None) -> Iterator[Page]:
    for speaker in site.speakers:
        path = speaker_table(speaker)
        if path is not None:
            heading = Heading(title=speaker.label, language="und", base_url=base_url)
            records = of_speaker(site, speaker.said, f"speakers/{speaker.slug}.html")
            yield Page(path=path, body=b"".join(quotes_table.whole(heading, records)))


def _of_all(site: Site, form: QuoteForm, heading: Heading) -> Iterator[bytes]:
    """In the order of the articles, and in each as in its text. Made anew for each form, held for none."""
    records: Iterator[QuoteRecord] = chain.from_iterable(of_article(site, each) for each in site.articles)
    return _WRITERS[form](heading, records)
