"""Who is one speaker across the corpus, and who is not."""

from dataclasses import replace

import pytest

from sitegen.config import PersonSettings, Settings
from sitegen.model import Digest, SpeakerHow, SpeakerKind
from sitegen.site.catalogue import Site, gather
from sitegen.site.speakers.names import one_word
from sitegen.site.speakers.namesakes import Side, gender_of
from sitegen.site.speakers.voices import Voice, voices_of
from tests.site.velmora import namesakes, said_by

PERSON, BODY = SpeakerKind.PERSON, SpeakerKind.BODY


def site(*digests: Digest, people: tuple[PersonSettings, ...] = ()) -> Site:
    return gather(digests, Settings(people=people))


def merged(*digests: Digest, people: tuple[PersonSettings, ...] = ()) -> list[list[str]]:
    """The articles of each speaker, in order."""
    found = site(*digests, people=people).speakers
    return sorted(sorted(voice.digest.slug for voice in speaker.voices) for speaker in found)


def test_one_full_name_in_two_articles_is_one_speaker() -> None:
    assert merged(said_by("a", "Yusra Okell", "the minister"), said_by("b", "Yusra Okell", "a judge")) == [
        ["a", "b"]
    ]


@pytest.mark.parametrize("other", ["Yusra\xa0Okell", "Yusra  Okell"])
def test_spaces_and_encoding_do_not_make_two_names_of_one(other: str) -> None:
    (speaker,) = site(said_by("a", "Yusra Okell"), said_by("b", other)).speakers
    assert speaker.other_names == ()


def test_a_curly_and_a_straight_apostrophe_are_one_name() -> None:
    assert merged(said_by("a", "Mira O’Tolland"), said_by("b", "Mira O'Tolland")) == [["a", "b"]]


def test_two_last_names_are_never_taken_for_one_person_nor_for_a_full_name() -> None:
    digests = (said_by("a", "Okell"), said_by("b", "Okell"), said_by("c", "Yusra Okell"))
    assert merged(*digests) == [["a"], ["b"], ["c"]]
    slugs = {speaker.voices[0].digest.slug: speaker.slug for speaker in site(*digests).speakers}
    assert slugs == {"a": None, "b": None, "c": "yusra-okell"}


@pytest.mark.parametrize(
    ("name", "alone"), [("Okell", True), ("Mr. Okell", True), ("Dame Okell", True), ("Yusra Okell", False)]
)
def test_a_courtesy_makes_no_full_name_of_a_last_name(name: str, alone: bool) -> None:
    assert one_word(name) == alone


def test_a_last_name_with_a_mister_before_it_is_a_person_even_where_the_digest_does_not_say() -> None:
    digests = [said_by(slug, "Okell", kind=None, mention="Mr Okell") for slug in "ab"]
    assert merged(*digests) == [["a"], ["b"]]


@pytest.mark.parametrize("kind", [BODY, None])
def test_a_body_of_one_word_is_one_across_articles(kind: SpeakerKind | None) -> None:
    assert merged(said_by("a", "Courier", kind=BODY), said_by("b", "Courier", kind=kind)) == [["a", "b"]]


def test_a_body_and_a_person_of_one_name_are_kept_apart_whatever_the_length_of_the_name() -> None:
    ports = (said_by("a", "Marrow", kind=BODY), said_by("b", "Marrow"))
    assert merged(*ports) == [["a"], ["b"]]
    houses = (said_by("a", "Lene Marrow", kind=BODY), said_by("b", "Lene Marrow"))
    assert merged(*houses) == [["a"], ["b"]]


def test_a_man_and_a_woman_of_one_name_are_kept_apart_and_what_does_not_tell_stands_by_itself() -> None:
    speakers = {speaker.label: speaker for speaker in site(*namesakes()).speakers if speaker.slug}
    assert list(speakers) == [
        "Corin Ashby (“chairman of the fish market”)",
        "Corin Ashby (“chairwoman of the Ostrin choir”)",
        "Corin Ashby (not told which)",
    ]
    assert [speaker.undecided for speaker in speakers.values()] == [False, False, True]
    # The addresses are part of the promise: they depend on nothing but the name and the side.
    assert {each.slug for each in speakers.values()} == {
        "corin-ashby-0d248e",
        "corin-ashby-9f1651",
        "corin-ashby-2348f9",
    }


def test_namesakes_without_a_description_are_told_by_their_articles() -> None:
    digests = (
        said_by("a", "Corin Ashby", mention="Mr Corin Ashby"),
        said_by("b", "Corin Ashby", mention="Ms Corin Ashby"),
    )
    assert [each.told_by for each in site(*digests).speakers] == ["in “Report on a”", "in “Report on b”"]


def voice(name: str, *descriptions: str, kind: SpeakerKind | None = PERSON, mention: str = "") -> Voice:
    (found,) = voices_of(said_by("a", name, *descriptions, kind=kind, mention=mention or None))
    return found


@pytest.mark.parametrize(
    ("description", "gender"),
    [
        ("chairwoman of the port", Side.FEMALE),
        ("a former vice-chairman", Side.MALE),
        ("spokesman for the chairwoman", Side.MALE),
        ("the chairwoman’s brother", Side.MALE),
        ("aide to the king", None),
        ("the king’s adviser", None),
        ("a lawyer, whose wife is a judge", None),
        ("a lawyer, husband of the judge", None),
        ("an actor", None),
        ("", None),
    ],
)
def test_only_words_about_the_speaker_tell_a_man_from_a_woman(description: str, gender: Side | None) -> None:
    assert gender_of(voice("Corin Ashby", *filter(None, [description]))) == gender


@pytest.mark.parametrize(
    ("mention", "gender"),
    [
        ("Ms Ashby", Side.FEMALE),
        ("Mr. Ashby", Side.MALE),
        ("his wife, Corin Ashby", Side.FEMALE),
        ("Mr Brod’s neighbour Corin Ashby", None),
        ("Mr Ashby and Ms Ashby", None),
        ("Corin Ashby", None),
    ],
)
def test_the_words_beside_the_name_tell_too(mention: str, gender: Side | None) -> None:
    assert gender_of(voice("Corin Ashby", mention=mention)) == gender


def test_a_courtesy_outranks_an_office() -> None:
    assert gender_of(voice("Corin Ashby", "chairman of the port", mention="Ms Ashby")) == Side.FEMALE


@pytest.mark.parametrize("name", ["Tomas King", "Queen Aldra"])
def test_a_name_that_is_a_word_tells_nothing(name: str) -> None:
    assert gender_of(voice(name, mention=name)) is None


def test_a_pronoun_that_was_worked_out_is_no_evidence() -> None:
    digest = said_by("a", "Corin Ashby")
    (quotation,) = digest.quotations
    told = replace(quotation, how=SpeakerHow.PRONOUN, mention="his wife")
    (found,) = voices_of(replace(digest, quotations=(told,)))
    assert gender_of(found) is None


# people:


def test_an_alias_joins_two_names_on_one_page_under_the_name_the_settings_give() -> None:
    people = (PersonSettings(name="Yusra Okell", aliases=("Y. Okell", "Okell", "Nobody Quoted")),)
    (speaker,) = site(
        said_by("a", "Y. Okell"), said_by("b", "Okell"), said_by("c", "Yusra Okell"), people=people
    ).speakers
    assert (speaker.name, speaker.slug, speaker.label) == ("Yusra Okell", "yusra-okell", "Yusra Okell")
    assert speaker.other_names == ("Okell", "Y. Okell")


def test_an_entry_overrules_what_the_articles_contradict_each_other_in() -> None:
    people = (PersonSettings(name="Corin Ashby"),)
    assert ["ashby-choir", "ashby-fish", "ashby-open"] in merged(*namesakes(), people=people)


def test_entries_for_some_articles_keep_two_people_of_one_name_apart() -> None:
    people = (
        PersonSettings(name="Yusra Okell", articles=("a",)),
        PersonSettings(name="Yusra Okell", articles=("b",)),
    )
    digests = [said_by(slug, "Yusra Okell", slug + " lawyer") for slug in "abcd"]
    assert merged(*digests, people=people) == [["a"], ["b"], ["c", "d"]]
    assert len({speaker.label for speaker in site(*digests, people=people).speakers}) == 3


def test_an_entry_for_an_article_wins_over_one_that_holds_everywhere() -> None:
    people = (
        PersonSettings(name="Yusra Okell", aliases=("Okell",)),
        PersonSettings(name="Ansel Okell", aliases=("Okell",), articles=("b",)),
    )
    found = site(said_by("a", "Okell"), said_by("b", "Okell"), people=people)
    assert [(each.name, each.voices[0].digest.slug) for each in found.speakers] == [
        ("Ansel Okell", "b"),
        ("Yusra Okell", "a"),
    ]


def test_an_entry_for_nobody_who_is_quoted_changes_nothing() -> None:
    people = (PersonSettings(name="Petra Ilvane", aliases=("P. Ilvane",), articles=("gone",)),)
    assert site(*namesakes(), people=people).speakers == site(*namesakes()).speakers


def test_an_article_that_quotes_one_person_under_two_names_is_counted_once_and_read_in_order() -> None:
    one = said_by("a", "Yusra Okell")
    other = replace(one.quotations[0], speaker="Y. Okell")
    digest = replace(one, quotations=(one.quotations[0], other, one.quotations[0]))
    people = (PersonSettings(name="Yusra Okell", aliases=("Y. Okell",)),)
    (speaker,) = site(digest, people=people).speakers
    assert speaker.articles == 1
    assert [said.number for said in speaker.said] == [1, 2, 3]


# Relations


def test_articles_are_related_through_a_person_whatever_name_each_has_for_them() -> None:
    people = (PersonSettings(name="Yusra Okell", aliases=("Y. Okell",)),)
    related = site(said_by("a", "Yusra Okell"), said_by("b", "Y. Okell"), people=people).related
    assert [(other.digest.slug, other.speakers) for other in related["b"]] == [("a", ("Y. Okell",))]


def test_articles_are_not_related_through_namesakes() -> None:
    assert not any(site(*namesakes()).related.values())
