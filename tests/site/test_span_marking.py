from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Excerpt, Span
from sitegen.site.pages.marking import Piece, pieces


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
