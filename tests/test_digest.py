"""Article → Digest: what is worked out beside the extractors."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project_folder import FERRY, project

from sitegen import digest
from sitegen.config import Folders, Settings
from sitegen.intake import parse_seed
from sitegen.model import Article, Excerpt, Facts, Quotation, QuotationKind, Span, SpeakerHow


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
