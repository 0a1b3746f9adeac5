"""Site → timelines for other programs: JSON, TimelineJS, iCalendar and CSV, of each article and of all.

Every file is made from the digests alone, never from the time of the build. ``docs/exports.md`` documents them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.exports import calendar, table, timeline_json, timelinejs
from sitegen.site.export_paths import Form, article_exports, corpus_exports
from sitegen.site.exports.records import Heading, Record, record
from sitegen.site.page import Page
from sitegen.site.timeline.identity import identity

__all__ = ["render"]

_WRITERS: Mapping[Form, Callable[[Heading, Sequence[Record]], bytes]] = {
    Form.JSON: timeline_json.write,
    Form.TIMELINEJS: timelinejs.write,
    Form.CALENDAR: calendar.write,
    Form.TABLE: table.write,
}


def render(site: Site, settings: Settings) -> Iterator[Page]:
    """The timeline of every article that has one, then that of the corpus, in each form."""
    about = settings.site
    of_article: dict[str, list[Record]] = defaultdict(list)
    of_all: list[Record] = []
    for told in site.timeline.every:
        name = identity(told)
        for dated in told.tellings:
            each = record(told, dated, name, about.base_url)
            of_article[dated.digest.slug].append(each)
            if dated is told.shown:
                of_all.append(each)
    for digest in site.articles:
        if digest.timeline:
            yield from _files(article_exports(digest), _heading(digest, settings), of_article[digest.slug])
    if of_all:
        heading = Heading(title=about.title, language=about.language, base_url=about.base_url)
        yield from _files(corpus_exports(), heading, of_all)


def _heading(digest: Digest, settings: Settings) -> Heading:
    language = digest.facts.language or settings.site.language
    return Heading(title=digest.title, language=language, base_url=settings.site.base_url)


def _files(paths: Mapping[Form, str], heading: Heading, records: Sequence[Record]) -> Iterator[Page]:
    for form, path in paths.items():
        yield Page(path=path, body=_WRITERS[form](heading, records))
