"""Where a phrase stands in a digest, and the line that is cut around it."""

import time
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sitegen.model import Digest, Excerpt, Facts, KeyPhrase, Quotation, QuotationKind, Span, SpeakerHow
from sitegen.site.phrases.lines import Line, line
from sitegen.site.phrases.places import REACH, Excerpts, Place, Room
from tests.site.phrased import about, spans
from tests.site.velmora import Story


def places(digest: Digest) -> tuple[Place, ...]:
    return Excerpts(digest).places(digest.key_phrases)


def shown(digest: Digest) -> list[str]:
    """Every line as a reader sees it, the phrase in brackets."""
    lines = [line(place) for place in places(digest)]
    return [f"{each.before}[{each.phrase}]{each.after}" for each in lines]


TEXT = "The old dam held. “A dam is a promise,” Okell said. The Dam broke. Nobody looked at the damp wall."


@pytest.mark.parametrize("spanned", [True, False])
def test_each_place_stands_once_in_the_order_of_the_text(spanned: bool) -> None:
    digest = about("a", "dam", text=TEXT, quoting=[("A dam is a promise,", "Okell")], spanned=spanned)
    digest = replace(digest, lead=digest.context[:2])
    assert shown(digest) == [
        "The old [dam] held.",
        "“A [dam] is a promise,” Okell said.",
        "The [Dam] broke.",
    ]
    assert [place.quotation for place in places(digest)] == [None, 1, None]


def test_places_that_the_digest_tells_hold_and_nothing_else_is_searched() -> None:
    digest = about("a", "dam", text=TEXT)
    only = replace(
        digest, key_phrases=(replace(digest.key_phrases[0], spans=digest.key_phrases[0].spans[2:]),)
    )
    assert shown(only) == ["The [Dam] broke."]


def test_what_the_digest_does_not_show_is_left_out() -> None:
    digest = about("a", "dam", text=TEXT)
    assert shown(replace(digest, context=digest.context[-2:])) == ["The [Dam] broke."]


def test_a_phrase_with_more_places_than_a_digest_lists_is_searched_for_too() -> None:
    text = " ".join(f"Gate {number} of the dam is shut." for number in range(70))
    digest = about("a", "dam", text=text)
    listed = replace(digest.key_phrases[0], spans=digest.key_phrases[0].spans[:50])
    assert len(places(replace(digest, key_phrases=(listed,)))) == 70


def test_of_two_forms_at_one_place_the_longer_counts() -> None:
    digest = about("a", "Okell", "Yusra Okell", text="Yusra Okell spoke. Okell left.")
    assert shown(digest) == ["[Yusra Okell] spoke.", "[Okell] left."]


def test_a_digest_without_places_is_searched_word_by_word() -> None:
    digest = Digest(
        slug="a",
        title="By hand",
        facts=Facts(),
        key_phrases=(KeyPhrase(phrase="Karsa dam", score=0, count=0),),
        lead=(Excerpt(text="The Karsa\ndam, Karsa, dam and KARSA-dam; the Karsa damp. Karsa’s dam."),),
    )
    found = [place.spot.excerpt.text[place.start : place.end] for place in places(digest)]
    assert found == ["Karsa\ndam", "KARSA-dam", "Karsa’s dam"]


def by_hand(*quoted: str) -> Digest:
    return Digest(
        slug="a",
        title="By hand",
        facts=Facts(),
        key_phrases=(KeyPhrase(phrase="dam", score=0, count=0),),
        lead=(Excerpt(text="“The dam is safe,” she said of the dam."),),
        quotations=tuple(
            Quotation(words=Excerpt(text=words), kind=QuotationKind.DIRECT, speaker=None, how=SpeakerHow.NONE)
            for words in quoted
        ),
    )


def test_without_places_a_quotation_inside_a_sentence_stands_once_and_is_still_a_quotation() -> None:
    found = places(by_hand("The dam is safe,"))
    assert [(place.spot.room, place.quotation) for place in found] == [(Room.LEAD, 1), (Room.LEAD, None)]


def test_without_places_a_quotation_of_its_own_has_a_line_of_its_own() -> None:
    found = places(by_hand("No dam is safe."))
    assert [(place.spot.room, place.quotation) for place in found][-1] == (Room.QUOTATIONS, 1)


def test_the_title_is_a_last_resort() -> None:
    digest = replace(about("a", "dam", text=TEXT), title="Dam breaks")
    assert places(digest)[0].spot.room is Room.CONTEXT
    bare = replace(digest, context=(), key_phrases=(KeyPhrase(phrase="dam", score=0, count=1),))
    assert [place.spot.room for place in places(bare)] == [Room.TITLE]


def test_words_that_a_person_changed_are_searched_and_not_cut_at_old_places() -> None:
    digest = about("a", "dam", text=TEXT)
    edited = replace(digest.context[0], text="The very old dam of Karsa held.")
    assert (
        shown(replace(digest, context=(edited, *digest.context[1:])))[-1]
        == "The very old [dam] of Karsa held."
    )


# Lines


def cut(text: str, phrase: str) -> Line:
    start = text.index(phrase)
    story = Story(text)
    digest = about("a", text="x")
    excerpt = replace(story.excerpt(text))
    found = KeyPhrase(phrase=phrase, score=0, count=1, spans=(Span(start=start, end=start + len(phrase)),))
    (place,) = places(replace(digest, context=(excerpt,), key_phrases=(found,)))
    return line(place)


def test_a_line_is_cut_between_words_and_says_where_it_goes_on() -> None:
    long = "word " * 30 + "dam " + "more " * 30
    found = cut(long, "dam")
    assert found.before == "word " * 12
    assert found.after == " more" * 12
    assert found.goes_on_before
    assert found.goes_on_after
    short = cut("The dam broke.", "dam")
    assert not short.goes_on_before
    assert not short.goes_on_after


def test_a_line_ends_with_its_paragraph() -> None:
    found = cut("One.\n\nThe dam broke.\r\n\r\nTwo.", "dam")
    assert (found.before, found.after) == ("The ", " broke.")
    assert not found.goes_on_before
    assert not found.goes_on_after


def test_a_script_without_spaces_is_cut_between_characters() -> None:
    found = cut("水" * 100 + "坝" + "水" * 100, "坝")
    assert found.before == found.after == "水" * REACH


@given(st.text(max_size=200), st.text(min_size=1, max_size=10), st.text(max_size=200))
def test_a_line_is_a_stretch_of_its_excerpt(before: str, phrase: str, after: str) -> None:
    text = before + phrase + after
    found = cut(text, phrase)
    assert found.phrase == phrase
    assert found.before + found.phrase + found.after in text
    assert max(len(found.before), len(found.after)) <= REACH


@given(
    st.lists(st.sampled_from(["dam", "Dams", "the", ".", "\n\n", "“", "”", "’s", "-", "Karsa"]), max_size=60),
    st.lists(st.tuples(st.integers(0, 150), st.integers(1, 60)), min_size=1, max_size=6),
)
def test_every_place_is_shown_once_verbatim_and_in_order(
    words: list[str], cuts: list[tuple[int, int]]
) -> None:
    text = " ".join(words)
    assume(text)
    ranges = [
        Span(start=start % len(text), end=min(len(text), start % len(text) + size)) for start, size in cuts
    ]
    excerpts = tuple(Excerpt(text=span.of(text), span=span) for span in ranges)
    phrase = KeyPhrase(phrase="dam", score=0, count=1, spans=spans(text, "dam"))
    digest = replace(
        about("a", text="x"), title="", lead=excerpts[::2], context=excerpts[1::2], key_phrases=(phrase,)
    )
    found = places(digest)
    at = [place.spot.excerpt.span.start + place.start for place in found if place.spot.excerpt.span]
    assert at == sorted(set(at))
    if phrase.spans:
        assert at == [s.start for s in phrase.spans if any(each.holds(s) for each in ranges)]
    assert all(place.spot.excerpt.text[place.start : place.end].lower() == "dam" for place in found)


def test_a_long_digest_is_searched_in_its_length() -> None:
    text = " ".join(f"The dam of Karsa held on day {number} of the flood." for number in range(8000))
    digest = about("a", "dam", "Karsa", text="x")
    sentences = tuple(Excerpt(text=each) for each in text.split(". "))
    by_hand_ = replace(
        digest,
        context=sentences,
        key_phrases=tuple(replace(each, spans=()) for each in digest.key_phrases),
    )
    begin = time.process_time()
    assert len(places(by_hand_)) == 2 * 8000
    assert time.process_time() - begin < 5
