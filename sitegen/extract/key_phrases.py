"""The phrases an article is about, each as the article writes it, and where it stands."""

from collections import Counter
from collections.abc import Sequence

from sitegen.extract.phrases import candidates, choosing, engines, long_names, names, weighing, words
from sitegen.extract.phrases.language import language_of
from sitegen.languages import primary
from sitegen.model import KeyPhrase, KeyPhraseEngine, Span

_SHOWN = 50
"""Places of a phrase that are kept."""

_ACRONYM = 6
"""Characters up to which a line of capitals may be a name of its own; a longer one shouts."""

_HEADLINE_WORDS = 25
"""A first paragraph of more words than this is no headline."""

_LONG_NAMES = 3
"""Words a phrase must be allowed before a name may be shown in its whole length."""


def rank(  # noqa: PLR0913 - an article, and each setting
    text: str,
    paragraphs: Sequence[Span],
    title: str | None = None,
    *,
    count: int,
    max_words: int,
    language: str,
    engine: KeyPhraseEngine = KeyPhraseEngine.YAKE,
) -> tuple[KeyPhrase, ...]:
    """The ``count`` best key phrases of an article, best first.

    A phrase stands for its singular and plural, and a person's full name for their surname alone and for a
    name between or before ("Corin Ashby" for "Ashby", "Corin B. Ashby", "J. Corin Ashby"): ``text[span]`` is
    one of these, in any case and white space, no possessive.

    Args:
        text: What the spans count in.
        paragraphs: The headline, if it stands in the text, and the body, in reading order.
        title: The headline, where it stands elsewhere or in the first paragraph.
        count: How many phrases at most.
        max_words: How many words a phrase has at most.
        language: BCP 47 tag; sets YAKE's stop words and our own word lists, where there are any. There are no
            phrases in a language that YAKE has no stop words for: they would be "of the", and worse.
        engine: Whose scores are the first piece of evidence.

    Raises:
        UsageError: the engine is not installed.
        SitegenError: the engine failed on this text.
    """
    tag = primary(language)
    if not engines.has_stop_words(tag):
        return ()
    known = language_of(tag)
    whole, shift, headline, body = _laid_out(text, paragraphs, title)
    cut = words.cut(whole, headline, body)
    if not cut.keys:
        return ()
    pieces = [whole[start:end] for start, end in (*headline, *body)]
    scored = engines.score(pieces, engine=engine, language=tag, max_words=max_words)
    evidence = candidates.Evidence(cut, scored.stop_words, known)
    found = candidates.find(evidence, scored.scores, max_words)
    named = names.in_full(found, evidence, scored.stop_words, known, max_words)
    if max_words >= _LONG_NAMES and known.has_lists:
        named = long_names.in_whole(named, evidence, scored.stop_words, known)
    weighed = [
        (weighing.weigh(each, cut, known), each)
        for each in named
        if choosing.is_worth_showing(each, cut, scored.stop_words, known)
    ]
    return tuple(
        _key_phrase(each, cut, shift) for each in choosing.best(choosing.without_mere_parts(weighed), count)
    )


def _laid_out(
    text: str, paragraphs: Sequence[Span], title: str | None
) -> tuple[str, int, list[tuple[int, int]], list[tuple[int, int]]]:
    """Title and text as one, the length put before the text, and the pieces of headline and body in it."""
    first = paragraphs[0].of(text) if paragraphs else ""
    if title and title.split() != first.split():
        shift = len(title) + 1
        body = [(span.start + shift, span.end + shift) for span in paragraphs]
        return f"{title}\n{text}", shift, [(0, len(title))], body
    body = [(span.start, span.end) for span in paragraphs]
    is_headline = len(body) > 1 and len(first.split()) <= _HEADLINE_WORDS
    return text, 0, body[: int(is_headline)], body[int(is_headline) :]


def _key_phrase(candidate: candidates.Candidate, cut: words.Words, shift: int) -> KeyPhrase:
    # The headline last: it may capitalise every word; of two equally frequent forms the body's is plainer.
    in_order = sorted(candidate.places, key=lambda place: place[0] < cut.body)
    forms = Counter(cut.written(first, end) for first, end in in_order if end - first == candidate.size)
    if plain := [form for form in forms if not (form.isupper() and len(form) > _ACRONYM)]:
        forms = Counter({form: forms[form] for form in plain})
    starts = ((cut.spans[first][0] - shift, cut.spans[end - 1][1] - shift) for first, end in candidate.places)
    spans = (Span(start=start, end=end) for start, end in starts if start >= 0)
    return KeyPhrase(
        phrase=forms.most_common(1)[0][0],
        score=round(candidate.score, 6),
        count=len(candidate.places),
        spans=tuple(spans)[:_SHOWN],
    )
