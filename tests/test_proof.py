"""A digest beside a text: what is in it and what is not, character for character."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Settings
from sitegen.content_file import digest_markdown
from sitegen.digest import make
from sitegen.intake import parse_seed
from sitegen.model import Article, Digest, Excerpt, Facts, Span
from sitegen.proof import (
    Proof,
    Standing,
    compare,
    excerpts,
    from_record,
    stands,
    to_record,
    words_in_digest,
    words_in_source,
)

SEED = """Ostrin opens its harbour bridge

“It stands,” said Mayor Yusra Okell on 6 October 2031. “It will stand.”

She called the old ferry “a patient friend” of the “Blue Quay”.
"""


def article() -> Article:
    return parse_seed(SEED.encode(), file="seeds/bridge.txt", facts=Facts())


def digest() -> Digest:
    return make(article(), Settings())


def with_words(text: str, number: int) -> Digest:
    """The digest with other words in a quotation."""
    made = digest()
    quotations = list(made.quotations)
    words = replace(quotations[number - 1].words, text=text)
    quotations[number - 1] = replace(quotations[number - 1], words=words)
    return replace(made, quotations=tuple(quotations))


def test_everything_cut_out_of_a_text_is_in_it() -> None:
    proof = compare(digest(), article().text)
    assert (proof.quotations, proof.altered, proof.others_altered) == (3, (), 0)
    assert proof.others > 3
    assert proof.whole
    assert proof.matching == 3


@pytest.mark.parametrize("text", ["It stood,", "it stands,", "It stands", "It  stands,", "It stands, "])
def test_any_difference_in_a_quotation_counts_and_names_it(text: str) -> None:
    proof = compare(with_words(text, 1), article().text)
    assert proof.altered == (1,)
    assert proof.matching == 2
    assert not proof.whole


def test_words_that_stand_elsewhere_are_not_at_their_place() -> None:
    assert compare(with_words("a patient friend", 2), article().text).altered == (2,)


def test_words_without_a_place_may_stand_anywhere() -> None:
    assert stands(Excerpt(text="a patient friend"), SEED)
    assert not stands(Excerpt(text="a patient fiend"), SEED)


def test_a_place_beyond_the_text_holds_nothing() -> None:
    assert not stands(Excerpt(text="It stands,", span=Span(start=9_000, end=9_010)), SEED)


def test_other_excerpts_are_compared_too() -> None:
    made = digest()
    proof = compare(replace(made, lead=(replace(made.lead[0], text="Not so."),)), article().text)
    assert (proof.altered, proof.others_altered) == ((), 1)
    assert not proof.whole


def test_every_excerpt_of_a_digest_is_among_those_compared() -> None:
    made = digest()
    found = list(excerpts(made))
    assert len(found) == compare(made, SEED).quotations + compare(made, SEED).others
    assert {each.words for each in made.quotations} <= set(found)
    assert {*made.lead, *made.terms, *made.context} <= set(found)
    assert {event.when.words for event in made.timeline} <= set(found)


def test_a_digest_matches_after_it_went_through_its_file() -> None:
    made = digest()
    read = digest_markdown.parse(digest_markdown.render(made), path="content/bridge.md", slug=made.slug)
    assert compare(read, article().text) == compare(made, article().text)


def test_of_each_quotation_it_is_known_whether_it_stands_or_that_nobody_compared() -> None:
    compared = Proof(standing=Standing.COMPARED, quotations=4, altered=(2, 4))
    assert [compared.matches(number) for number in range(1, 5)] == [True, False, True, False]
    assert Proof(standing=Standing.CHANGED).matches(1) is None


proofs = st.builds(
    Proof,
    standing=st.sampled_from(Standing),
    quotations=st.integers(0, 99),
    altered=st.lists(st.integers(1, 99)).map(tuple),
    others=st.integers(0, 99),
    others_altered=st.integers(0, 99),
)


@given(proofs)
def test_a_proof_comes_back_from_its_record(proof: Proof) -> None:
    assert from_record(to_record(proof)) == proof


@pytest.mark.parametrize("record", [None, [], ["compared"], "compared", {"standing": "compared"}])
def test_what_is_no_record_is_no_proof(record: object) -> None:
    assert from_record(record) is None


def test_the_words_in_a_digest_are_those_in_its_source_only_if_all_match() -> None:
    in_source = words_in_source(digest(), article().text)
    assert words_in_digest(digest()) == in_source
    assert words_in_digest(with_words("It stood,", 1)) != in_source
    moved = replace(digest(), lead=(replace(digest().lead[0], span=None), *digest().lead[1:]))
    assert words_in_digest(moved) != in_source
    assert words_in_source(moved, article().text) != words_in_digest(moved)


words = st.lists(st.tuples(st.integers(0, 12), st.text("ab“:-\n", min_size=1, max_size=4)), max_size=4)


@given(words, st.text("ab“:-\n", max_size=16))
def test_equal_words_are_the_same_as_every_excerpt_standing_at_its_place(found, text: str) -> None:
    lead = tuple(Excerpt(text=each, span=Span(start=start, end=start + len(each))) for start, each in found)
    made = Digest(slug="a", title="A", facts=Facts(), lead=lead)
    assert (words_in_digest(made) == words_in_source(made, text)) == compare(made, text).whole
