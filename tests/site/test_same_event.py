"""Which sentences are taken to tell one event, and what that does to the timeline of the corpus."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from sitegen import dates
from sitegen.config import Settings
from sitegen.site.catalogue import gather
from sitegen.site.timeline.same_event import same_event, wording
from sitegen.site.timeline.years import Timeline
from tests.site.timelines import article, corpora, event, likely_events
from tests.site.told_twice import ONE_EVENT, TWO_EVENTS


def timeline(*digests: object) -> Timeline:
    return gather(digests, Settings()).timeline  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), ONE_EVENT)
def test_one_event_told_twice_is_recognised(one: str, other: str) -> None:
    assert same_event(wording(event(one)), wording(event(other)))
    assert same_event(wording(event(other)), wording(event(one)))


@pytest.mark.parametrize(("one", "other"), TWO_EVENTS)
def test_two_events_told_much_alike_stay_apart(one: str, other: str) -> None:
    assert not same_event(wording(event(one)), wording(event(other)))
    assert not same_event(wording(event(other)), wording(event(one)))


@pytest.mark.parametrize("measure", [fuzz.ratio, fuzz.token_sort_ratio, fuzz.token_set_ratio])
def test_no_threshold_of_a_measure_alone_could_tell_the_pairs_apart(measure) -> None:
    def alike(pair: tuple[str, str]) -> float:
        one, other = (" ".join(wording(event(each)).words) for each in pair)
        return measure(one, other)

    least = min(map(alike, ONE_EVENT))
    assert sum(alike(pair) >= least for pair in TWO_EVENTS) > len(TWO_EVENTS) / 2


def test_several_articles_that_tell_one_event_share_an_entry_that_names_them_all() -> None:
    one = article("one", event("The dam broke on [March 14], killing 11 people."))
    two = article("two", event("The dam broke on [14 March], killing 11 people.", at=50))
    three = article("three", event("The dam broke on [Friday], killing nine people.", at=9))
    months = timeline(one, two, three).years[0].months
    told = [[dated.digest.slug for dated in each.tellings] for each in months[0].events]
    assert sorted(map(sorted, told)) == [["one", "two"], ["three"]]
    assert months[0].total == 3


def test_the_fullest_sentence_stands_for_the_others() -> None:
    sentence = "The Karsa dam broke on [Friday], flooding three villages in the valley below{}."
    short = article("short", event(sentence.format("")), published="2031-03-22")
    full = article("full", event(sentence.format(", officials said")))
    (told,) = timeline(short, full).every
    assert told.shown.digest.slug == "full"


def test_sentences_of_one_article_are_never_brought_together() -> None:
    sentence = "The dam broke on [14 March], killing 11 people."
    (first, second) = timeline(article("one", event(sentence), event(sentence, at=200))).every
    assert len(first.tellings) == len(second.tellings) == 1


@pytest.mark.parametrize("value", ["XXXX-03-14", "PAST_REF", None, "XXXX-XX-XXT04:40"])
def test_a_date_that_is_not_wholly_known_brings_nothing_together(value: str | None) -> None:
    sentence = "The dam broke on [14 March], killing 11 people."
    both = (article("one", event(sentence, value)), article("two", event(sentence, value)))
    assert len(list(timeline(*both).every)) == 2


@given(corpora())
@settings(max_examples=150)
def test_nothing_is_brought_together_across_dates_nor_lost_nor_told_twice(digests) -> None:
    found = []
    for told in timeline(*digests).every:
        assert {dated.event.when.value for dated in told.tellings} == {told.value}
        assert len({dated.digest.slug for dated in told.tellings}) == len(told.tellings)
        assert len(told.tellings) == 1 or dates.bounds(told.value) is not None
        found += [(dated.digest.slug, id(dated.event)) for dated in told.tellings]
    assert sorted(found) == sorted((digest.slug, id(each)) for digest in digests for each in digest.timeline)


@given(corpora(likely_events), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_what_is_brought_together_does_not_depend_on_the_order_of_the_files(digests, random) -> None:
    shuffled = list(digests)
    random.shuffle(shuffled)
    assert timeline(*shuffled) == timeline(*digests)


@given(likely_events, likely_events)
def test_it_does_not_matter_which_sentence_is_asked_first(one, other) -> None:
    assert same_event(wording(one), wording(other)) == same_event(wording(other), wording(one))
    assert same_event(wording(one), wording(one)) == wording(one).tells


def test_a_busy_day_with_thousands_of_sentences_takes_no_time_squared() -> None:
    digests = [
        article(f"a{number}", event(f"Clerk {number} of Ostrin opened book {number} to all on [Monday]."))
        for number in range(3000)
    ]
    assert len(list(timeline(*digests).every)) == 3000
