from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Settings
from sitegen.model import Digest, Excerpt, Facts, Quotation, QuotationKind, Span, SpeakerHow
from sitegen.site.catalogue import gather
from sitegen.site.pages.article import article_view
from sitegen.site.pages.marking import Piece, anchor, pieces
from tests.site.interface import ENGLISH


@st.composite
def spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 60))
    return Span(start=start, end=start + draw(st.integers(1, 40)))


@given(st.text(min_size=1, max_size=40), st.integers(0, 30), st.lists(spans(), max_size=6))
def test_the_pieces_of_a_sentence_are_the_sentence(text: str, start: int, marks: list[Span]) -> None:
    sentence = Excerpt(text=text, span=Span(start=start, end=start + len(text)))
    assert "".join(piece.text for piece in pieces(sentence, enumerate(marks))) == text


def test_marked_pieces_are_the_words_of_their_spans() -> None:
    sentence = Excerpt(text="He said “yes” and “no”.", span=Span(start=100, end=123))
    cut = list(pieces(sentence, [(2, Span(start=119, end=121)), (1, Span(start=109, end=112))]))
    assert cut == [
        Piece(text="He said “"),
        Piece(text="yes", mark=1),
        Piece(text="” and “"),
        Piece(text="no", mark=2),
        Piece(text="”."),
    ]


def test_a_quotation_over_two_sentences_is_marked_in_both() -> None:
    mark = (1, Span(start=2, end=8))
    first = Excerpt(text="“Go on.", span=Span(start=0, end=7))
    second = Excerpt(text="Now.”", span=Span(start=7, end=12))
    assert [piece.mark for piece in pieces(first, [mark])] == [None, 1]
    assert [piece.mark for piece in pieces(second, [mark])] == [1, None]


def test_a_sentence_that_a_person_changed_is_shown_whole() -> None:
    changed = Excerpt(text="Shorter.", span=Span(start=0, end=30))
    assert list(pieces(changed, [(1, Span(start=2, end=9))])) == [Piece(text="Shorter.")]


BORDERS = st.lists(st.integers(0, 80), max_size=20).map(sorted)


@given(BORDERS, BORDERS)
def test_an_article_page_marks_each_context_sentence_as_if_it_were_given_all_quotations(
    sentences: list[int], quoted: list[int]
) -> None:
    text = "x" * 80
    context = tuple(Excerpt(text=span.of(text), span=span) for span in stretches(sentences))
    quotations = tuple(
        Quotation(
            words=Excerpt(text=span.of(text), span=span),
            kind=QuotationKind.DIRECT,
            speaker=None,
            how=SpeakerHow.NONE,
        )
        for span in stretches(quoted)
    )
    digest = Digest(slug="a", title="A", facts=Facts(), quotations=quotations, context=context)
    view = article_view(ENGLISH, gather([digest], Settings()), digest)
    marks = [(number, each.words.span) for number, each in enumerate(quotations, 1) if each.words.span]
    for shown in view.context:
        assert list(shown.pieces) == list(pieces(shown.sentence, marks))
    for each in view.quotations:
        holding = [s.span for s in context if s.span and s.span.touches(marks[each.number - 1][1])]
        assert each.context == (anchor(holding[0]) if holding else None)


def stretches(borders: list[int]) -> list[Span]:
    """From each border to the one after the next: neighbours overlap, as a person's edit may leave them."""
    return [Span(start=a, end=b) for a, b in zip(borders, borders[2:], strict=False) if a < b]
