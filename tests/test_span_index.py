from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Span
from sitegen.span_index import SpanIndex

SPANS = st.builds(
    lambda start, length: Span(start=start, end=start + length), st.integers(0, 60), st.integers(1, 40)
)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_what_touches_a_span_is_found_in_the_order_given(placed: list[Span], span: Span) -> None:
    index = SpanIndex((each, number) for number, each in enumerate(placed))
    assert index.touching(span) == [number for number, each in enumerate(placed) if each.touches(span)]
