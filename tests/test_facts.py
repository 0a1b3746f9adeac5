"""Facts beside a seed: typed, checked, merged in order of trust."""

import dataclasses

import pytest

from sitegen.errors import SitegenError
from sitegen.facts import FACT_KEYS, merge, read_facts
from sitegen.model import Correction, Facts, Withdrawal
from sitegen.strict_yaml import read


def facts(source: str) -> Facts:
    return read_facts(read(source, path="seeds/a.yml"), path="seeds/a.yml")


def test_every_fact_of_the_model_can_be_given() -> None:
    stated = facts(
        "title: Ostrin floods\nslug: ostrin-floods\npublished: 2031-04-02\nmodified: 2031-04-03\n"
        "publisher: The Ostrin Post\nurl: https://example.org/a\nbyline: Mara Dol\nlanguage: en-GB\n"
        "sections: [World, Weather]\ncredits: Editing by Lene Marrow\nnotice: Fiction.\ndraft: true\n"
        "hidden: true\naliases: [the-flood]\nadded: 2031-04-04\n"
        "corrections: [{date: 2031-04-05, what: A name.}]\nwithdrawn: {date: 2031-04-06, why: Untrue.}\n"
    )
    assert set(FACT_KEYS) == {field.name for field in dataclasses.fields(Facts)}
    assert all(getattr(stated, key) for key in FACT_KEYS)
    assert stated.sections == ("World", "Weather")
    assert stated.corrections == (Correction(date="2031-04-05", what="A name."),)
    assert stated.withdrawn == Withdrawal(date="2031-04-06", why="Untrue.")


def test_what_is_not_stated_is_not_guessed() -> None:
    assert facts("published: null\nsections:\ndraft:\n") == facts("") == Facts()


def test_one_section_needs_no_list() -> None:
    assert facts("sections: World\n").sections == ("World",)


@pytest.mark.parametrize("word", ["no", "012", "2031"])
def test_words_that_yaml_would_turn_into_values_stay_words(word: str) -> None:
    assert facts(f"title: {word}\n").title == word


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("publishd: 2031-04-02", "did you mean “published”?"),
        ("published: 2031-02-30", "is not a date"),
        ("published: 20310402", "is not a date"),
        ("published: 2031-W14-3", "is not a date"),
        ("published: 2031-04-02T10:00:00+25:00", "is not a date"),
        ("published: 2０31-04-02", "is not a date"),
        ("modified: yesterday", "is not a date"),
        ("url: javascript:alert(1)", "is not a web address"),
        ("url: //example.org/a", "is not a web address"),
        ("url: https://", "is not a web address"),
        ("url: https://[::1", "is not a web address"),
        ('url: "https://example.org/\\n"', "is not a web address"),
        ("url: 'https://example.org/\"onload'", "is not a web address"),
        ("language: English (UK)", "is not a language tag"),
        ("slug: ../../etc", "write “etc”"),
        ("slug: A b", "write “a-b”"),
        ("title: [a, b]", "one line of text"),
        ("sections: {a: b}", "expected a list"),
        ("sections: [[a]]", "expected a list of words"),
        ("sections: [~]", "expected a list of words"),
        ("draft: maybe", "neither true nor false"),
        ("hidden: perhaps", "neither true nor false"),
        ("aliases: [articles/Old Dam.html]", "write “old-dam”"),
        ("added: yesterday", "is not a date"),
        ("corrections: The name was wrong.", "expected a list"),
        ("corrections: [The name was wrong.]", "expected a date and what"),
        ("corrections: [{date: 2031-04-31, what: A name.}]", "is not a date"),
        ("corrections: [{date: 2031-04-05}]", "nothing is stated, and “corrections” needs it"),
        ("corrections: [{date: 2031-04-05, what: ' '}]", "nothing is stated"),
        ("corrections: [{date: 2031-04-05, was: A name.}]", "unknown key “was”"),
        ("withdrawn: true", "expected a date and why"),
        ("withdrawn: {why: Untrue.}", "nothing is stated, and “withdrawn” needs it"),
    ],
)
def test_a_mistake_is_refused_with_its_line(entry: str, says: str) -> None:
    with pytest.raises(SitegenError) as caught:
        facts(f"# a comment\n{entry}\n")
    assert caught.value.line == 2
    assert says in str(caught.value)


def test_each_fact_comes_from_the_most_trusted_that_states_it() -> None:
    sidecar = Facts(title="From the sidecar", byline="")
    page = Facts(title="From the page", byline="Mara Dol", sections=("World",))
    dateline = Facts(published="2031-04-02", sections=("Weather",))
    assert merge(sidecar, page, dateline) == Facts(
        title="From the sidecar", byline="Mara Dol", sections=("World",), published="2031-04-02"
    )


def test_a_draft_for_one_is_a_draft_and_what_one_hides_is_hidden() -> None:
    assert merge(Facts(), Facts(draft=True)).draft
    assert merge(Facts(), Facts(hidden=True)).hidden


def test_a_mistake_in_one_of_several_corrections_is_found_in_its_line() -> None:
    with pytest.raises(SitegenError) as caught:
        facts("corrections:\n  - date: 2031-04-05\n    what: A name.\n  - date: 2031-04-06\n    what:\n")
    assert caught.value.line == 5


def test_merging_nothing_states_nothing() -> None:
    assert merge() == merge(Facts(), Facts()) == Facts()
