"""Which key phrases are one phrase across the corpus, and which are not."""

import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config import PersonSettings, Settings
from sitegen.model import Digest, SpeakerKind
from sitegen.site.catalogue import gather
from sitegen.site.phrases.phrase import Phrase
from tests.site.phrased import about, named


def phrases(*digests: Digest, people: tuple[PersonSettings, ...] = ()) -> dict[str, Phrase]:
    """The phrases with a page, by what they are called."""
    found = gather(digests, Settings(people=people)).phrases
    return {phrase.label: phrase for phrase in found if phrase.slug is not None}


def are_one(one: str, other: str, language: str = "en") -> bool:
    return bool(phrases(about("a", one, language=language), about("b", other, language=language)))


# However it is written


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("dam", "dams"),
        ("inquiry", "inquiries"),
        ("breach", "breaches"),
        ("woman", "women"),
        ("Houthi", "Houthis"),
        ("NGO", "NGOs"),
        ("Karsa dam", "Karsa dams"),
        ("blue ferry", "Blue Ferry"),
        ("Ostrin’s harbour", "Ostrin harbour"),
        ("workers’ union", "workers union"),
        ("by-election", "by election"),
        ("cease-fire", "ceasefire"),
        ("cease\u2011fire", "cease-fire"),
        ("U.N.", "UN"),
        ("NATO", "Nato"),
        ("Blue\xa0Ferry", "Blue Ferry"),
        ("Cafe\u0301 Marrow", "Caf\xe9 Marrow"),
        ("بستان", "بستان"),
    ],
)
def test_two_spellings_are_one_phrase(one: str, other: str) -> None:
    assert are_one(one, other)
    assert are_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AIDS", "aids"),
        ("US", "us"),
        ("Gates", "gate"),
        ("arms", "arm"),
        ("Times", "time"),
        ("lives", "live"),
        ("gas", "ga"),
        ("pass", "pas"),
        ("résumé", "resume"),
        ("dam wall", "wall dam"),
        ("Karsa dam", "Karsadam"),
        ("C", "C++ code"),
    ],
)
def test_two_phrases_that_only_look_alike_stay_apart(one: str, other: str) -> None:
    assert not are_one(one, other)
    assert not are_one(other, one)


def test_plurals_are_known_in_english_only() -> None:
    assert are_one("dam", "dams", language="en-GB")
    assert not are_one("dam", "dams", language="nl")


def test_a_plural_joins_only_a_singular_that_some_article_has() -> None:
    assert list(phrases(about("a", "dams"), about("b", "dams"))) == ["dams"]


def test_a_phrase_is_called_what_most_articles_call_it_and_lists_its_forms() -> None:
    digests = (about("a", "dams"), about("b", "dams"), about("c", "dam"))
    (phrase,) = phrases(*digests).values()
    assert phrase.phrase == "dams"
    assert [(form.words, form.count, form.articles) for form in phrase.forms] == [
        ("dams", 2, 2),
        ("dam", 1, 1),
    ]


def test_the_address_does_not_change_with_the_form_that_is_usual() -> None:
    digests = (about("a", "dams"), about("b", "dam"))
    more = (*digests, about("c", "Dams"), about("d", "Dams"))
    assert {phrase.slug for phrase in phrases(*digests).values()} == {"dam"}
    assert {phrase.slug for phrase in phrases(*more).values()} == {"dam"}


def test_a_phrase_of_one_article_has_no_page() -> None:
    assert phrases(about("a", "dam", "dams"), about("b", "ferry")) == {}


# Surnames


def test_a_surname_stands_with_the_full_name_where_an_article_has_both() -> None:
    digests = (about("a", "Ismail Okell", "Okell"), about("b", "Ismail Okell"))
    (phrase,) = phrases(*digests).values()
    assert phrase.phrase == "Ismail Okell"
    assert {form.words for form in phrase.forms} == {"Ismail Okell", "Okell"}


def test_a_surname_stands_with_the_speaker_whom_its_article_names_in_full() -> None:
    (phrase,) = phrases(named("a", "Yusra Okell", "Okell"), named("b", "Yusra Okell", "Okell")).values()
    assert phrase.phrase == "Yusra Okell"
    assert phrase.speaker is not None
    assert phrase.speaker.slug == phrase.slug == "yusra-okell"


def test_a_surname_stands_with_the_only_person_of_the_corpus_who_bears_it() -> None:
    (phrase,) = phrases(named("a", "Yusra Okell", "Yusra Okell"), about("b", "Okell")).values()
    assert (phrase.phrase, len(phrase.uses)) == ("Yusra Okell", 2)


@pytest.mark.parametrize(
    "titled", ["Gen. Okell", "President Okell", "Prime Minister Okell", "Yusra Okell Jr."]
)
def test_a_title_makes_no_other_name(titled: str) -> None:
    (phrase,) = phrases(named("a", "Yusra Okell", "Okell"), named("b", "Yusra Okell", titled)).values()
    assert len(phrase.uses) == 2


def test_a_surname_that_two_people_bear_joins_neither_where_the_article_does_not_tell() -> None:
    digests = (
        named("minister", "Dara Ilvane", "Dara Ilvane"),
        named("judge", "Petra Ilvane", "Petra Ilvane"),
        about("open-one", "Ilvane"),
        about("open-two", "Ilvane"),
    )
    assert phrases(*digests) == {}
    apart = [phrase for phrase in gather(digests, Settings()).phrases if phrase.phrase == "Ilvane"]
    assert [phrase.told_by for phrase in apart] == ["in “Report on open-one”", "in “Report on open-two”"]


def test_a_surname_that_two_people_bear_joins_the_one_its_article_names() -> None:
    digests = (
        named("a", "Dara Ilvane", "Ilvane"),
        named("b", "Dara Ilvane", "Ilvane"),
        named("c", "Petra Ilvane", "Ilvane"),
        named("d", "Petra Ilvane", "Ilvane"),
    )
    found = phrases(*digests)
    assert {name: [digest.slug for digest in each.digests] for name, each in found.items()} == {
        "Dara Ilvane": ["a", "b"],
        "Petra Ilvane": ["c", "d"],
    }


def test_a_surname_joins_neither_where_its_article_names_both() -> None:
    both = about("both", "Ilvane", text="Ilvane spoke. Judge Petra Ilvane was there, and Dara Ilvane too.")
    digests = (named("a", "Dara Ilvane", "Dara Ilvane"), named("b", "Petra Ilvane", "Petra Ilvane"), both)
    assert phrases(*digests) == {}


def test_another_bearer_in_the_text_keeps_a_surname_from_the_one_who_is_quoted() -> None:
    text = "“We shall see,” Dara Ilvane said. Ilvane is no kin of Petra Ilvane."
    both = about("both", "Ilvane", text=text, quoting=[("We shall see,", "Dara Ilvane")])
    digests = (named("a", "Dara Ilvane", "Dara Ilvane"), named("b", "Petra Ilvane", "Petra Ilvane"), both)
    assert "both" not in {d.slug for phrase in phrases(*digests).values() for d in phrase.digests}


def test_a_place_is_not_the_person_of_its_name() -> None:
    place = about("b", "Karsa", text="The dam in Karsa broke. Karsa was flooded.")
    assert phrases(named("a", "Mira Karsa", "Mira Karsa"), place) == {}


def test_a_word_that_rarely_is_the_persons_name_is_not() -> None:
    others = [about(f"b{number}", "Karsa") for number in range(5)]
    found = phrases(named("a", "Mira Karsa", "Mira Karsa"), *others)
    assert {name: len(phrase.uses) for name, phrase in found.items()} == {"Karsa": 5}


@pytest.mark.parametrize(("name", "word"), [("Corin Brown", "brown"), ("Rand Paul", "Paul")])
def test_an_ordinary_word_or_first_name_is_no_surname(name: str, word: str) -> None:
    assert phrases(named("a", name, name), about("b", word)) == {}


def test_a_full_name_that_two_people_bear_is_two_phrases() -> None:
    digests = []
    for slug, role in (("a", "chairman"), ("b", "chairwoman")):
        for number in "12":
            text = f"“We shall see,” {role} Corin Ashby said."
            digest = about(f"{slug}{number}", "Corin Ashby", text=text)
            digests.append(_quoting(digest, "Corin Ashby", f"{role} Corin Ashby"))
    found = phrases(*digests)
    assert sorted(len(phrase.uses) for phrase in found.values()) == [2, 2]
    assert len({phrase.slug for phrase in found.values()}) == 2


def _quoting(digest: Digest, name: str, mention: str) -> Digest:
    (quoted,) = about("x", text="“We shall see,” he said.", quoting=[("We shall see,", name)]).quotations
    return replace(digest, quotations=(replace(quoted, mention=mention),))


# Other names of one speaker


def test_what_the_settings_call_one_person_is_one_phrase() -> None:
    people = (PersonSettings(name="Yusra Okell", aliases=("Y. M. Okell",)),)
    digests = (named("a", "Yusra Okell", "Yusra Okell"), named("b", "Y. M. Okell", "Y. M. Okell"))
    assert phrases(*digests) == {}
    assert list(phrases(*digests, people=people)) == ["Yusra Okell"]


def test_a_surname_that_the_settings_give_to_somebody_is_theirs_in_those_articles_only() -> None:
    minister = PersonSettings(name="Dara Ilvane", aliases=("Ilvane",), articles=("a", "b"))
    judge = PersonSettings(name="Petra Ilvane", aliases=("Ilvane",), articles=("c", "d"))
    digests = [named(slug, "Ilvane", "Ilvane") for slug in "abcd"]
    found = phrases(*digests, people=(minister, judge))
    assert {name: [digest.slug for digest in each.digests] for name, each in found.items()} == {
        "Dara Ilvane": ["a", "b"],
        "Petra Ilvane": ["c", "d"],
    }


def test_a_bodys_phrase_leads_to_the_body_and_an_ordinary_word_to_nobody() -> None:
    body = SpeakerKind.BODY
    (ministry,) = phrases(
        named("a", "Waterways Ministry", "Waterways Ministry", kind=body), about("b", "waterways ministry")
    ).values()
    assert ministry.speaker is not None
    (people,) = phrases(named("a", "People", "People", kind=body), about("b", "people")).values()
    assert people.speaker is None


# Of any corpus

WORDS = st.sampled_from(
    ["dam", "dams", "Ilvane", "Dara Ilvane", "Petra Ilvane", "AIDS", "aids", "Okell", "'", ""]
)


@given(st.lists(st.lists(WORDS, max_size=4), max_size=6))
def test_every_key_phrase_belongs_to_one_phrase_and_labels_and_addresses_are_unique(
    articles: list[list[str]],
) -> None:
    digests = [about(f"a{number}", *found) for number, found in enumerate(articles)]
    site = gather(digests, Settings())
    for digest in digests:
        for each in digest.key_phrases:
            assert digest in site.phrase_of[digest.slug, each.phrase].digests
    paged = [phrase for phrase in site.phrases if phrase.slug is not None]
    assert all(len({digest.slug for digest in phrase.digests}) > 1 for phrase in paged)
    assert len({phrase.slug for phrase in paged}) == len({phrase.label for phrase in paged}) == len(paged)


@given(st.permutations([0, 1, 2, 3, 4]))
def test_the_order_of_the_files_does_not_matter(order: list[int]) -> None:
    digests = (
        named("a", "Dara Ilvane", "Ilvane", "dams"),
        named("b", "Petra Ilvane", "Ilvane", "dam"),
        about("c", "Ilvane", "cease-fire"),
        about("d", "Dara Ilvane", "ceasefire", "Dams"),
        about("e", "Okell", "NATO"),
    )
    assert gather([digests[each] for each in order], Settings()) == gather(digests, Settings())


def test_merging_takes_time_in_the_number_of_phrases_not_its_square() -> None:
    def seconds(count: int) -> float:
        digests = [about(f"a{n}", "dam", "Okell", f"item {n}", f"Ansel N{n}", f"N{n}") for n in range(count)]
        begin = time.process_time()
        gather(digests, Settings())
        return time.process_time() - begin

    assert seconds(1200) < 10 * max(seconds(300), 0.05)
