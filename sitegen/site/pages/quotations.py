"""Every quotation of every article, in pages: the newest article first, then in the order of its text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import groupby

from sitegen.model import Digest
from sitegen.site.catalogue import Site
from sitegen.site.pages.article import article_path, speaker_path
from sitegen.site.pages.quotation_view import ELSEWHERE, QuotationView, quotation_view
from sitegen.site.pages.sheet import Context, Part, Sheet, parts, titled
from sitegen.site.pages.source_marks import SourceMarks, source_marks
from sitegen.site.strings import Strings

QUOTATIONS_PER_PAGE = 100

Numbered = tuple[Digest, int]
"""An article and the number of one of its quotations, from 1."""

MarksOf = Callable[[str], SourceMarks]
"""The marks of an article, by its slug."""


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
    by_slug = {digest.slug: digest for digest in site.articles}
    # Kept for the next page: an article with many quotations goes on over many.
    marks_of = lru_cache(maxsize=1)(lambda slug: source_marks(by_slug[slug]))
    for part in parts("quotations/index.html", every, QUOTATIONS_PER_PAGE):
        yield Sheet(
            path=part.path,
            template="quotations.html",
            title=titled(t, t.plain("quotations.title"), part),
            description=summary,
            area="quotations",
            context=partial(_context, site, t, part, summary, marks_of),
        )


def _context(site: Site, t: Strings, part: Part[Numbered], summary: str, marks_of: MarksOf) -> Context:
    return {"part": part, "summary": summary, "articles": list(_by_article(site, t, part.items, marks_of))}


def _by_article(site: Site, t: Strings, items: Sequence[Numbered], marks_of: MarksOf) -> Iterator[Quoting]:
    for _, several in groupby(items, key=lambda each: each[0].slug):
        own = list(several)
        digest = own[0][0]
        yield Quoting(
            digest=digest,
            path=article_path(digest),
            quotations=tuple(_views(site, t, digest, [number for _, number in own], marks_of(digest.slug))),
        )


def _views(
    site: Site, t: Strings, digest: Digest, numbers: Iterable[int], marks: SourceMarks
) -> Iterator[QuotationView]:
    altered = frozenset(site.sources.proof_of(digest).altered)
    for number in numbers:
        quotation = digest.quotations[number - 1]
        path = speaker_path(site, digest, quotation.speaker)
        view = quotation_view(t, digest, quotation, number, path, ELSEWHERE)
        yield replace(view, altered=number in altered, marks=marks.around(quotation.words))
