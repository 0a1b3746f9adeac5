"""Where the exports stand, what pages call them, and which events each can hold. Writes none of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from enum import StrEnum

from sitegen import dates
from sitegen.model import Digest
from sitegen.site.speakers.merging import Speaker
from sitegen.site.timeline.years import Timeline

LONGEST_IN_CALENDAR = timedelta(days=31)
"""A month. What is dated to a quarter or a year would lie over every day of it, and is left out."""


class Form(StrEnum):
    """The forms a timeline can be taken away in, by the names that pages give them."""

    JSON = "JSON"
    TIMELINEJS = "TimelineJS"
    CALENDAR = "iCalendar"
    TABLE = "CSV"


class QuoteForm(StrEnum):
    """The forms that quotations can be taken away in."""

    TABLE = "CSV"
    JSON = "JSON"


class CitationForm(StrEnum):
    """The forms that reference managers read."""

    CSL = "CSL-JSON"
    BIBTEX = "BibTeX"
    RIS = "RIS"


class DataForm(StrEnum):
    """The forms for programs that know schema.org."""

    JSON_LD = "JSON-LD"


class TextForm(StrEnum):
    """The forms a digest itself can be taken away in."""

    MARKDOWN = "Markdown"
    ARCHIVE = "Markdown (ZIP)"


def _always(_: str | None) -> bool:
    return True


def has_bounds(value: str | None) -> bool:
    """True for a value that TimelineJS can place: its first and last day are known."""
    return dates.bounds(value) is not None


def is_short(value: str | None) -> bool:
    """True for a value that has a place in a calendar."""
    first_last = dates.bounds(value)
    return first_last is not None and first_last[1] - first_last[0] < LONGEST_IN_CALENDAR


_FORMS: Mapping[Form, tuple[str, Callable[[str | None], bool]]] = {
    Form.JSON: (".json", _always),
    Form.TIMELINEJS: (
        ".timelinejs.json",
        has_bounds,
    ),  # a slug holds no dot: this is no other article's .json
    Form.CALENDAR: (".ics", is_short),
    Form.TABLE: (".csv", _always),
}


_QUOTES = {QuoteForm.TABLE: ".csv", QuoteForm.JSON: ".json"}
_CITATIONS = {CitationForm.CSL: ".csl.json", CitationForm.BIBTEX: ".bib", CitationForm.RIS: ".ris"}


def quote_exports(digest: Digest) -> Mapping[QuoteForm, str]:
    """The paths of one article's quotations; none where it has none."""
    stem = f"exports/articles/{digest.slug}.quotes"
    return {form: stem + suffix for form, suffix in _QUOTES.items()} if digest.quotations else {}


def corpus_quotes(articles: Iterable[Digest]) -> Mapping[QuoteForm, str]:
    """The paths of all quotations; none where no article has any."""
    some = any(digest.quotations for digest in articles)
    return {form: f"exports/quotes{suffix}" for form, suffix in _QUOTES.items()} if some else {}


def speaker_table(speaker: Speaker) -> str | None:
    """The path of a speaker's quotations, beside their page; None where they have no page."""
    return None if speaker.slug is None else f"speakers/{speaker.slug}.csv"


def citation_exports(digest: Digest) -> Mapping[CitationForm, str]:
    """The paths of what cites one article and its quotations."""
    return {form: f"exports/articles/{digest.slug}{suffix}" for form, suffix in _CITATIONS.items()}


def corpus_citations(articles: Sequence[Digest]) -> Mapping[CitationForm, str]:
    """The paths of what cites all articles; none where there is none."""
    return {form: f"exports/articles{suffix}" for form, suffix in _CITATIONS.items()} if articles else {}


INLINE_QUOTATIONS = 50
"""The most that stand in the data inside a page; where there are more, a file has all."""


def json_ld_export(digest: Digest) -> Mapping[DataForm, str]:
    """The path of an article's linked data; none where its page has all of it."""
    if len(digest.quotations) <= INLINE_QUOTATIONS:
        return {}
    return {DataForm.JSON_LD: f"exports/articles/{digest.slug}.jsonld"}


def text_exports(digest: Digest) -> Mapping[TextForm, str]:
    """The path of one article's content file."""
    return {TextForm.MARKDOWN: f"exports/articles/{digest.slug}.md"}


def corpus_texts(articles: Sequence[Digest]) -> Mapping[TextForm, str]:
    """The path of the archive of all content files; none where there is none."""
    return {TextForm.ARCHIVE: "exports/digests.zip"} if articles else {}


def article_exports(digest: Digest) -> Mapping[Form, str]:
    """The paths of one article's timeline; of no form that could hold none of its events."""
    return _beside(f"exports/articles/{digest.slug}", (event.when.value for event in digest.timeline))


def corpus_exports(timeline: Timeline) -> Mapping[Form, str]:
    """The paths of the timeline of the whole corpus."""
    return _beside("exports/timeline", (told.value for told in timeline.every))


def _beside(stem: str, values: Iterable[str | None]) -> Mapping[Form, str]:
    different = set(values)
    return {
        form: stem + suffix
        for form, (suffix, fits) in _FORMS.items()
        if any(fits(each) for each in different)
    }
