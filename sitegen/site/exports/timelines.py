"""Timelines: JSON, TimelineJS, iCalendar and CSV, of each article that has one and of all."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import ModuleType

from sitegen.config import Settings
from sitegen.site.catalogue import Site
from sitegen.site.characters import shown
from sitegen.site.export_paths import Form, article_exports, corpus_exports
from sitegen.site.exports import calendar, table, timeline_json, timelinejs
from sitegen.site.exports.records import Heading, Record, everywhere, record
from sitegen.site.page import Page
from sitegen.site.timeline.identity import identity

__all__ = ["render"]

Written = Mapping[Form, str | None]
"""One event in each form; None where the form cannot hold it."""

_WRITERS: Mapping[Form, ModuleType] = {
    Form.JSON: timeline_json,
    Form.TIMELINEJS: timelinejs,
    Form.CALENDAR: calendar,
    Form.TABLE: table,
}


def render(site: Site, settings: Settings) -> Iterator[Page]:
    """The timeline of every article that has one, then that of the corpus, in each form."""
    about = settings.site
    of_article: dict[str, list[Written]] = defaultdict(list)
    of_all: list[Written] = []
    for told in site.timeline.every:
        name = identity(told)
        for dated in told.tellings:
            written = _write(record(told, dated, name, about.base_url))
            of_article[dated.digest.slug].append(written)
        if len(told.tellings) > 1:
            written = _write(everywhere(told, name, about.base_url))
        of_all.append(written)
    for digest in site.articles:
        language = digest.language or about.language
        heading = Heading(title=shown(digest.title), language=language, base_url=about.base_url)
        yield from _files(article_exports(digest), heading, of_article.pop(digest.slug, []))
    heading = Heading(title=shown(about.title), language=about.language, base_url=about.base_url)
    yield from _files(corpus_exports(site.timeline), heading, of_all)


def _write(event: Record) -> Written:
    return {form: writer.event(event) for form, writer in _WRITERS.items()}


def _files(paths: Mapping[Form, str], heading: Heading, events: Sequence[Written]) -> Iterator[Page]:
    for form, path in paths.items():
        held = [text for each in events if (text := each[form]) is not None]
        yield Page(path=path, body=_WRITERS[form].whole(heading, held, len(events)))
