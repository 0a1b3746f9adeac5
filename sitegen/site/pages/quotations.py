"""Every quotation of every article, in pages: the newest article first, then in the order of its text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from sitegen.model import Digest, Span
from sitegen.site.by_editor import named_by_editor
from sitegen.site.catalogue import Site
from sitegen.site.pages.article import QuotationView, article_path, quotation_view, speaker_path
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.pages.source_marks import source_marks
from sitegen.site.strings import Strings
from sitegen.span_index import SpanIndex

QUOTATIONS_PER_PAGE = 100

_ELSEWHERE: SpanIndex[Span] = SpanIndex(())
"""No sentence of the source stands on these pages: the link leads to the article's page, where they do."""

Numbered = tuple[Digest, int]
"""An article and the number of one of its quotations, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting:
    """An article, and those of its quotations that stand on one page."""

    digest: Digest
    path: str
    quotations: tuple[QuotationView, ...]


def quotations(site: Site, t: Strings) -> Iterator[Sheet]:
    """The pages of all quotations."""
    every = [
        (digest, number) for digest in site.articles for number, _ in enumerate(digest.quotations, start=1)
    ]
    quoting = sum(1 for digest in site.articles if digest.quotations)
    summary = t.plain(
        "quotations.summary",
        quotations=t.plain("count.quotations", n=len(every)),
        from_articles=t.plain("count.from_articles", n=quoting),
    )
    for part in parts("quotations/index.html", every, QUOTATIONS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="quotations.html",
            title=titled(t, t.plain("quotations.title"), part),
            description=summary,
            area="quotations",
            context=partial(_context, site, t, part, summary),
        )


def _context(site: Site, t: Strings, part: Part[Numbered], summary: str) -> Context:
    return {"part": part, "summary": summary, "articles": list(_by_article(site, t, part.items))}


def _by_article(site: Site, t: Strings, items: Sequence[Numbered]) -> Iterator[Quoting]:
    for _, several in groupby(items, key=lambda each: each[0].slug):
        own = list(several)
        digest = own[0][0]
        yield Quoting(
            digest=digest,
            path=article_path(digest),
            quotations=tuple(_views(site, t, digest, [number for _, number in own])),
        )


def _views(site: Site, t: Strings, digest: Digest, numbers: Iterable[int]) -> Iterator[QuotationView]:
    altered, marks = site.sources.proof_of(digest).altered, source_marks(digest)
    for number in numbers:
        quotation = digest.quotations[number - 1]
        path = speaker_path(site, digest, quotation.speaker)
        by_editor = named_by_editor(digest, quotation)
        view = quotation_view(
            t, quotation, number, path, _ELSEWHERE, altered=number in altered, by_editor=by_editor
        )
        yield replace(view, marks=marks.around(quotation.words))
