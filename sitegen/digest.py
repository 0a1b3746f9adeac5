"""Article → Digest: the extractors, in order."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen import sketch
from sitegen.config import Settings
from sitegen.extract import datings, key_phrases, quotations, sentences, time_expressions, timeline
from sitegen.extract.other_languages import dates as written_dates
from sitegen.extract.other_languages import quotations as marked
from sitegen.languages import is_english, primary, spoken
from sitegen.model import Annotations, Article, Digest, Excerpt, KeyPhrase, Quotation, Source, Span
from sitegen.slugs import slugify
from sitegen.span_index import SpanIndex

ALL = frozenset({"quotes", "disputes", "timexes", "events", "timeline", "key_phrases"})
"""What ``annotate`` can be asked for."""
_NEEDED = ALL - {"events", "timeline"}
"""What a digest is made from; its timeline is of the sentences that ``make`` has anyway."""

_DEFAULTS = Settings()
_LEAD_SENTENCES = 3
_PLACE = 2
"""Words a place before the lead has at most."""
_REMOVED_CHARACTERS = 12_000
"""Of lines left out, so many are listed; the front matter holds 64 kB at most."""
_LEAD_CHARACTERS = 420
"""A third sentence is left out when the lead is longer than this without it."""


def annotate(  # noqa: PLR0913 - what an article has, or a bare text has not
    text: str,
    paragraphs: Sequence[Span],
    *,
    published: str | None,
    title: str | None = None,
    headline: Span | None = None,
    language: str | None = None,
    only: frozenset[str] = ALL,
    settings: Settings = _DEFAULTS,
) -> Annotations:
    """Run the extractors named in ``only`` over the ``paragraphs`` of ``text``.

    ``published`` is the ISO date that relative expressions start from, or None. For key phrases, ``title``
    counts where it does not stand in a paragraph, and ``headline`` says where it stands besides. ``language``
    is a BCP 47 tag; None: the site's. If it is not English, only words between marks, dates in full and key
    phrases are looked for. Offsets are characters of ``text``.
    """
    language = language or settings.site.language
    found = (
        _in_english(text, paragraphs, published, only, settings)
        if is_english(language)
        else _in_another_language(text, paragraphs, only, language)
    )
    if "key_phrases" not in only:
        return found
    phrases = key_phrases.rank(
        text,
        [headline, *paragraphs] if headline else paragraphs,
        None if headline else title,
        count=settings.key_phrases.count,
        max_words=settings.key_phrases.max_words,
        language=language,
        engine=settings.key_phrases.engine,
    )
    return replace(found, key_phrases=phrases)


def _in_english(
    text: str,
    paragraphs: Sequence[Span],
    published: str | None,
    only: frozenset[str],
    settings: Settings,
) -> Annotations:
    wanted = settings.quotations
    found = (
        quotations.find(
            text,
            paragraphs,
            evidence=wanted.evidence,
            indirect=wanted.indirect,
            disputes="disputes" in only,
        )
        if only & {"quotes", "disputes"}
        else None
    )
    dated = bool(only & {"events", "timeline"})
    timexes = time_expressions.tag(text, paragraphs, published) if dated or "timexes" in only else ()
    all_sentences = _sentences(text, paragraphs) if dated else ()
    return Annotations(
        quotations=found.quotations if found else (),
        terms=found.terms if found else (),
        speakers=found.speakers if found else (),
        indirect=found.indirect if found else (),
        disputes=found.disputes if found else (),
        time_expressions=timexes if "timexes" in only else (),
        timeline=timeline.events(text, all_sentences, timexes) if "timeline" in only else (),
        datings=datings.date_clauses(text, all_sentences, timexes, published) if "events" in only else (),
    )


def _in_another_language(
    text: str, paragraphs: Sequence[Span], only: frozenset[str], language: str
) -> Annotations:
    quoted, terms = marked.find(text, paragraphs) if "quotes" in only else ((), ())
    timexes = written_dates.tag(text, paragraphs, language) if only & {"timexes", "timeline"} else ()
    all_sentences = _sentences(text, paragraphs, language) if "timeline" in only else ()
    return Annotations(
        quotations=quoted,
        terms=terms,
        time_expressions=timexes if "timexes" in only else (),
        timeline=timeline.dated(text, all_sentences, timexes) if "timeline" in only else (),
    )


def make(article: Article, settings: Settings) -> Digest:
    """The digest of ``article``: every excerpt in it is a verbatim span of the article's text."""
    usual = settings.site.language
    tag = spoken(article.facts.language, article.detected_language, usual)
    found = annotate(
        article.text,
        article.paragraphs,
        published=article.facts.published,
        title=article.title,
        headline=article.headline,
        language=tag,
        only=_NEEDED,
        settings=settings,
    )
    all_sentences = _sentences(article.text, article.paragraphs, tag)
    lead = _lead(article.text, all_sentences)
    find_events = timeline.events if is_english(tag) else timeline.dated
    dated = find_events(article.text, all_sentences, found.time_expressions)
    context = _context(article.text, all_sentences, (*found.quotations, *found.indirect))
    shown = (*lead, *(event.sentence for event in dated), *context)
    context += tuple(_missing(found.key_phrases, shown, all_sentences))
    unlike_the_site = article.facts.language is None and primary(tag) != primary(usual)
    return Digest(
        slug=article.facts.slug or slugify(_stem(article.file, settings.folders.seeds)),
        title=article.title,
        facts=replace(article.facts, title=None, slug=None),
        source=Source(
            file=article.file,
            item=article.item,
            sha256=article.sha256,
            encoding=article.encoding,
            sketch=sketch.draw(span.of(article.text) for span in article.paragraphs),
            detected_language=tag if unlike_the_site else None,
            removed=tuple(_listed(span.of(article.text) for span in article.removed)),
        ),
        key_phrases=found.key_phrases,
        lead=lead,
        quotations=found.quotations,
        terms=found.terms,
        speakers=found.speakers,
        indirect=found.indirect,
        disputes=found.disputes,
        timeline=dated,
        context=tuple(sorted(context, key=_begin)),
    )


def _listed(lines: Iterable[str]) -> Iterator[str]:
    """The lines, and for those that would fill the front matter (a page's menus) how many they are."""
    room, more = _REMOVED_CHARACTERS, 0
    for line in lines:
        room -= len(line)
        if room >= 0:
            yield line
        else:
            more += 1
    if more:
        yield f"[and {more} more: see the file itself]"


def _stem(file: str, seeds: str) -> str:
    """``seeds/2031/dam.txt`` → ``2031/dam``: the name below the ``seeds`` folder, without its ending."""
    head, slash, name = file.removeprefix(f"{seeds}/").rpartition("/")
    return head + slash + (name.rpartition(".")[0] or name)


def _sentences(text: str, paragraphs: Sequence[Span], language: str = "en") -> tuple[Excerpt, ...]:
    return tuple(
        Excerpt(text=span.of(text), span=span, paragraph=number)
        for number, paragraph in enumerate(paragraphs, 1)
        for span in sentences.split(text, paragraph, language)
    )


def _lead(text: str, all_sentences: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """The first two or three sentences: lead-3, a strong baseline for news (See et al., 2017).

    One or two words before a stop are a place ("Ostrin. Die Ministerin hat …"), which tells nothing alone.
    """
    lead = tuple(all_sentences[: _LEAD_SENTENCES + 1])
    if len(lead) > 1 and len(lead[0].text.split()) <= _PLACE and lead[0].paragraph == lead[1].paragraph:
        place, first = lead[0].span, lead[1].span
        if place is not None and first is not None and lead[0].text.endswith("."):
            span = Span(start=place.start, end=first.end)
            lead = (Excerpt(text=span.of(text), span=span, paragraph=lead[0].paragraph), *lead[2:])
    lead = lead[:_LEAD_SENTENCES]
    if len(lead) == _LEAD_SENTENCES and sum(len(sentence.text) for sentence in lead[:2]) > _LEAD_CHARACTERS:
        return lead[:2]
    return lead


def _context(text: str, all_sentences: Sequence[Excerpt], quoted: Iterable[Quotation]) -> tuple[Excerpt, ...]:
    """The sentences that the quotations stand in; those that share a quotation are joined."""
    quoted = sorted(quoted, key=_start)
    index = SpanIndex((sentence.span, sentence) for sentence in all_sentences if sentence.span is not None)
    joined: list[tuple[Span, int | None]] = []
    for quotation in quoted:
        span = quotation.words.span
        if span is None:
            continue
        around = index.touching(span)
        if not around or around[0].span is None or around[-1].span is None:
            continue
        reach = Span(start=min(around[0].span.start, span.start), end=max(around[-1].span.end, span.end))
        if joined and joined[-1][0].touches(reach):
            last, paragraph = joined.pop()
            joined.append((Span(start=min(last.start, reach.start), end=max(last.end, reach.end)), paragraph))
        else:
            joined.append((reach, around[0].paragraph))
    return tuple(Excerpt(text=span.of(text), span=span, paragraph=paragraph) for span, paragraph in joined)


def _missing(
    phrases: Sequence[KeyPhrase], shown: Iterable[Excerpt], all_sentences: Sequence[Excerpt]
) -> Iterator[Excerpt]:
    """For each of the ``phrases`` that stands in none of the ``shown`` excerpts the first sentence with it.

    The site shows every key phrase between its neighbours, and knows no more of the text than its excerpts.
    Quotations need not be among the shown: the sentences around them are.
    """
    index = SpanIndex((each.span, each) for each in all_sentences if each.span is not None)
    within = SpanIndex((each.span, each.span) for each in shown if each.span is not None)
    added: dict[Span, Excerpt] = {}
    for phrase in phrases:
        if any(place.holds(span) for span in phrase.spans for place in (*within.touching(span), *added)):
            continue
        # A headline that is part of the text is no sentence of it.
        sentence = next((each for span in phrase.spans for each in index.touching(span)), None)
        if sentence is None or sentence.span is None or sentence.span in added:
            continue
        if not within.touching(sentence.span):
            added[sentence.span] = sentence
            yield sentence


def _start(quotation: Quotation) -> int:
    return _begin(quotation.words)


def _begin(excerpt: Excerpt) -> int:
    return -1 if excerpt.span is None else excerpt.span.start
