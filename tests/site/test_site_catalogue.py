from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import Settings
from sitegen.errors import SitegenError
from sitegen.model import Digest, Excerpt, Facts, Quotation, QuotationKind, SpeakerHow
from sitegen.site.catalogue import Site, gather
from tests.site.velmora import corpus, ferry, harbour, many, orchard


def catalogue(*digests: object) -> Site:
    return gather(digests or corpus(), Settings())  # type: ignore[arg-type]


def test_articles_stand_newest_first_and_those_without_a_date_last() -> None:
    assert [d.slug for d in catalogue().articles] == ["harbour-bridge", "بستان", "ferry-strike"]


@given(st.permutations([*corpus(), *many(4)]))
def test_the_order_of_the_files_does_not_matter(digests: list[object]) -> None:
    assert catalogue(*digests) == catalogue(*corpus(), *many(4))


def test_quotations_are_gathered_under_exactly_one_name() -> None:
    speakers = {speaker.name: speaker for speaker in catalogue().speakers}
    assert len(speakers["Ilsa Hamdan"].said) == 4
    assert speakers["Ilsa Hamdan"].articles == 2
    assert [said.number for said in speakers["Ilsa Hamdan"].said] == [1, 2, 3, 2]
    assert None not in speakers


def test_a_phrase_has_a_page_only_when_two_articles_share_it() -> None:
    phrases = {phrase.phrase: phrase for phrase in catalogue().phrases}
    assert phrases["harbour bridge"].slug == "harbour-bridge"
    assert phrases["Ostrin council"].slug is None
    assert len(phrases["Blue ferry"].digests) == 2, "“Blue Ferry” and “Blue ferry” are one phrase"


def test_events_stand_under_year_and_month_and_those_without_a_year_apart() -> None:
    site = catalogue()
    assert [(year.value, [m.value for m in year.months]) for year in site.timeline.years] == [
        ("2024", ["2024-02", "2024-03"]),
        ("2009", []),
    ]
    assert [told.value for told in site.timeline.partial] == ["XXXX-09-12", "XXXX-10-07"]
    assert [told.shown.event.when.words.text for told in site.timeline.unresolved] == ["last week"]


def test_related_articles_say_what_they_share() -> None:
    related = catalogue().related["harbour-bridge"]
    assert [other.digest.slug for other in related] == ["ferry-strike"]
    assert related[0].speakers == ("Ilsa Hamdan",)
    assert related[0].phrases == ("harbour bridge", "Blue Ferry")
    assert catalogue().related["بستان"] == ()


def test_a_name_that_nearly_every_article_has_relates_none_of_them() -> None:
    site = catalogue(*many(120))
    assert all(not related for related in site.related.values())


@pytest.mark.parametrize("other", ["harbour-bridge", "Harbour-Bridge", "HARBOUR-bridge"])
def test_two_articles_at_one_address_are_refused_by_name(other: str) -> None:
    with pytest.raises(SitegenError, match="Ferry crews walk out"):
        catalogue(harbour(), replace(ferry(), slug=other), orchard())


def test_an_empty_corpus_is_a_site_too() -> None:
    assert gather([], Settings()).articles == ()


def test_a_description_is_nobody_across_articles() -> None:
    def article(slug: str) -> Digest:
        return Digest(
            slug=slug,
            title=slug,
            facts=Facts(),
            quotations=(
                Quotation(
                    words=Excerpt(text="We were never told."),
                    kind=QuotationKind.DIRECT,
                    speaker="a ministry spokesman",
                    how=SpeakerHow.DESCRIPTION,
                    mention="a ministry spokesman",
                    cue="said",
                ),
            ),
        )

    site = gather([article("one"), article("two")], Settings())
    assert not site.speakers
    assert not any(site.related.values())
