"""needs: the codes that a pattern over classes of words cannot do without."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sitegen.extract.time.needs import needed
from sitegen.extract.time.rules import compiled
from sitegen.extract.time.vocabulary import vocabulary

WORDS = vocabulary()


def members(name: str) -> frozenset[str]:
    return frozenset(WORDS.members(name))


def test_one_piece_that_must_be_there_is_enough() -> None:
    assert needed("<the>? <m:months> <dot>? (?: <comma> <day> )?", WORDS) == members("months")


def test_each_branch_brings_its_own() -> None:
    assert needed("(?P<d> <year> | <the> <season_word:seasons_alone> )", WORDS) == (
        members("year") | members("seasons_alone")
    )


def test_what_a_match_only_stands_beside_is_not_needed() -> None:
    assert needed("(?<= <fiscal> ) <day> (?! <of> | <months> ) (?= <fiscal> )", WORDS) == members("day")


def test_a_word_that_tells_is_preferred_to_one_that_stands_everywhere() -> None:
    assert len(members("the")) < len(members("months"))
    assert needed("<the> <months>", WORDS) == members("months")


def test_a_pattern_that_could_match_nothing_is_refused() -> None:
    for pattern in ("<the>?", "<the> | <months>? (?: <day>? )", "<the>{0,2}", "(?! <the> )"):
        with pytest.raises(ValueError, match="may match nothing"):
            needed(pattern, WORDS)


PATTERNS = st.recursive(
    st.sampled_from(["<the>", "<m:months>", "<day|year>", "<months|in>", "<references>", "<ago>{0,2}"]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(" ".join),
        st.tuples(inner, inner).map("(?: {0[0]} | {0[1]} )".format),
        st.tuples(inner, inner).map("{0[0]} (?! {0[1]} )".format),
        inner.map("(?P<piece> {} )".format),
        inner.map("(?: {} )?".format),
    ),
    max_leaves=8,
)
ALPHABET = sorted({code for name in ("the", "in", "references", "ago") for code in "".join(members(name))})
CODES = st.text(st.sampled_from(["1", "2", "a", "g", *sorted(members("months"))[:3], *ALPHABET]), max_size=12)


@given(PATTERNS, CODES)
@settings(suppress_health_check=[HealthCheck.filter_too_much])  # of many patterns nothing is needed
def test_whatever_a_pattern_matches_holds_a_code_it_needs(pattern: str, codes: str) -> None:
    try:
        needs = needed(pattern, WORDS)
    except ValueError:
        assume(False)
    for match in compiled(pattern).regex.finditer(codes):
        assert needs & set(match.group())
