"""Article → Digest: what is worked out beside the extractors."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project_folder import FERRY, project

from sitegen import digest
from sitegen.config import Folders, Settings
from sitegen.intake import parse_seed
from sitegen.model import Article, Excerpt, Facts, KeyPhrase, Quotation, QuotationKind, Span, SpeakerHow


def article(text: str, file: str = "seeds/a.txt") -> Article:
    return parse_seed(text.encode(), file=file, facts=Facts())


@pytest.mark.parametrize(
    ("folder", "file", "slug"),
    [
        ("seeds", "seeds/ferry.txt", "ferry"),
        ("seeds", "seeds/2031/ferry.txt", "2031-ferry"),
        ("in/raw", "in/raw/ferry.txt", "ferry"),
        ("in/raw", "in/raw/2031/ferry.notes.txt", "2031-ferry-notes"),
        ("raw", "raw/raw/ferry.txt", "raw-ferry"),
    ],
)
def test_the_slug_is_the_seeds_name_below_the_seeds_folder(folder: str, file: str, slug: str) -> None:
    settings = Settings(folders=Folders(seeds=folder)).for_digests()
    assert digest.make(article(FERRY, file), settings).slug == slug


def test_a_build_names_articles_by_their_place_below_a_nested_seeds_folder(tmp_path: Path) -> None:
    made = project(tmp_path, {})
    made.write("sitegen.yml", "folders: {seeds: in/raw}\n")
    made.write("in/raw/ferry.txt", FERRY)
    made.build()
    assert list(made.tree("content")) == ["ferry.md"]


def quotation(words: Excerpt) -> Quotation:
    return Quotation(words=words, kind=QuotationKind.DIRECT, speaker=None, how=SpeakerHow.NONE)


def plain_context(sentences: list[Excerpt], quoted: list[Quotation]) -> list[Span]:
    """The definition, without a thought for speed."""
    joined: list[Span] = []
    for each in quoted:
        span = each.words.span
        around = [s.span for s in sentences if s.span and span and s.span.touches(span)]
        if not around or span is None:
            continue
        reach = Span(start=min(around[0].start, span.start), end=max(around[-1].end, span.end))
        if joined and joined[-1].touches(reach):
            last = joined.pop()
            reach = Span(start=min(last.start, reach.start), end=max(last.end, reach.end))
        joined.append(reach)
    return joined


def cut(borders: list[int]) -> list[Span]:
    """Every other stretch between the borders."""
    places = sorted(set(borders))
    pairs = zip(places[::2], places[1::2], strict=False)
    return [Span(start=start, end=end) for start, end in pairs]


BORDERS = st.lists(st.integers(0, 60), max_size=16).map(cut)


@given(sentences=BORDERS, quoted=BORDERS)
def test_the_context_is_the_sentences_that_hold_a_quotation(
    sentences: list[Span], quoted: list[Span]
) -> None:
    text = "x" * 60
    excerpts = [Excerpt(text=span.of(text), span=span, paragraph=1) for span in sentences]
    quotations = [quotation(Excerpt(text=span.of(text), span=span)) for span in quoted]
    found = digest._context(text, excerpts, quotations)
    assert [each.span for each in found] == plain_context(excerpts, quotations)


def test_the_context_of_thousands_of_quotations_is_found_in_their_number_not_its_square() -> None:
    text = "Yes. " * 20_000
    sentences = [
        Excerpt(text="Yes.", span=Span(start=at, end=at + 4), paragraph=1) for at in range(0, len(text), 5)
    ]
    quotations = [
        Quotation(words=each, kind=QuotationKind.DIRECT, speaker=None, how=SpeakerHow.NONE)
        for each in sentences
    ]
    begin = time.process_time()
    assert len(digest._context(text, sentences, quotations)) == 20_000
    assert time.process_time() - begin < 5  # one by one it takes minutes


TOLD = (
    "Ferries stop\n\nThe boats stayed in. Crews met at the quay. Nobody came to the boats. “We wait,” said "
    "Lene Marrow.\n\nThe harbour council met at noon. The harbour council rested. A quay is a wall."
)


def told(*phrases: str) -> tuple[list[str], list[str]]:
    """The sentences of ``TOLD``, and those that are added to a digest that shows its first and fourth."""
    made = article(TOLD)
    sentences = digest._sentences(made.text, made.paragraphs)
    found = [
        KeyPhrase(
            phrase=phrase,
            score=0.1,
            count=1,
            spans=tuple(Span(start=m.start(), end=m.end()) for m in re.finditer(re.escape(phrase), TOLD)),
        )
        for phrase in phrases
    ]
    shown = [each for each in sentences if "stayed" in each.text or "Marrow" in each.text]
    return [each.text for each in sentences], [each.text for each in digest._missing(found, shown, sentences)]


def test_a_key_phrase_that_no_excerpt_shows_brings_the_first_sentence_it_stands_in() -> None:
    assert told("harbour council")[1] == ["The harbour council met at noon."]
    assert told("quay")[1] == ["Crews met at the quay."]


def test_a_key_phrase_that_an_excerpt_shows_brings_none() -> None:
    assert told("boats")[1] == []


def test_one_sentence_serves_all_key_phrases_in_it() -> None:
    assert told("council", "harbour", "noon")[1] == ["The harbour council met at noon."]


def test_a_phrase_of_the_headline_alone_brings_none() -> None:
    assert told("Ferries stop")[1] == []


@given(sentences=BORDERS, shown=BORDERS, phrases=st.lists(BORDERS, max_size=4))
def test_with_the_missing_sentences_every_key_phrase_within_a_sentence_is_shown_and_none_overlap(
    sentences: list[Span], shown: list[Span], phrases: list[list[Span]]
) -> None:
    text = "x" * 60
    all_sentences = [Excerpt(text=span.of(text), span=span) for span in sentences]
    whole = [each for each in all_sentences if each.span and any(each.span.touches(span) for span in shown)]
    found = [KeyPhrase(phrase="x", score=0.1, count=1, spans=tuple(spans)) for spans in phrases]
    added = [each.span for each in digest._missing(found, whole, all_sentences) if each.span]
    visible = [*(each.span for each in whole if each.span), *added]
    assert len(visible) == len(set(visible))
    for phrase in found:
        inside = [span for span in phrase.spans if any(each.holds(span) for each in sentences)]
        crossing = len(inside) < len(phrase.spans)
        if inside and not crossing:
            assert any(place.holds(span) for span in inside for place in visible)


def test_a_menu_of_a_thousand_lines_does_not_cost_its_article() -> None:
    menu = "\n".join(f"Share story {number} of the harbour on Facebook" for number in range(3000))
    noisy = article(f"{FERRY}\n\n{menu}\n")
    removed = digest.make(replace(noisy, removed=tuple(_lines(noisy.text, menu))), Settings()).source.removed
    assert 100 < len(removed) < 1000
    assert re.fullmatch(r"\[and \d+ more: see the file itself\]", removed[-1])


def _lines(text: str, menu: str) -> list[Span]:
    spans, at = [], text.index(menu[:20])
    for line in menu.split("\n"):
        at = text.index(line, at)
        spans.append(Span(start=at, end=at + len(line)))
    return spans
