"""Days that a row states with full stops: read only in a language that writes them so."""

import json

import pytest
from collected import collect

from sitegen.intake.collections.days import read_day


@pytest.mark.parametrize("language", ["de", "de-AT", "pl", "ru", "fi", "sr", "cs", "bg", "fr-CH", "nb"])
@pytest.mark.parametrize(
    "words", ["03.04.2031", "3.4.2031", "3. 4. 2031", "03.04.2031, 10:00", "3.4.2031 10:00:59"]
)
def test_a_day_with_dots_is_day_month_year_where_the_language_writes_it_so(words: str, language: str) -> None:
    assert read_day(words, language) == "2031-04-03"


@pytest.mark.parametrize("language", [None, "en", "en-US", "fr", "hu", "lt", "ko", "mn", "zz", "und"])
def test_in_any_other_language_it_is_not_certain(language: str | None) -> None:
    assert read_day("03.04.2031", language) is None


@pytest.mark.parametrize("words", ["03/04/2031", "03-04-2031", "31.02.2031", "03.04.0031", "03.04.31"])
def test_what_is_no_such_day_is_not_read_in_german_either(words: str) -> None:
    assert read_day(words, "de") is None


def one(language: str | None = None, **row: object) -> str | None:
    raw = json.dumps({"id": 1, "text": "a", "date": "03.04.2031", **row})
    (item,) = collect(raw, "a.jsonl", language=language).items
    return item.facts.published


def test_the_language_is_the_row_s_else_that_of_the_facts_beside_the_file() -> None:
    assert one(lang="de") == one("de") == one("en", lang="de_AT") == "2031-04-03"
    assert one() is one("de", lang="en") is None


def test_of_a_language_that_is_none_nobody_knows_how_it_writes_days() -> None:
    assert one("de", lang="English") is None


def test_tables_and_feeds_are_read_the_same_way() -> None:
    table = collect("id;text;date;lang\n1;a;03.04.2031;de\n2;a;03.04.2031;\n", "a.csv")
    assert [item.facts.published for item in table.items] == ["2031-04-03", None]
    feed = (
        "<rss version='2.0'><channel><title>T</title>{}<item><guid>1</guid><description>Fog.</description>"
        "<pubDate>03.04.2031</pubDate></item></channel></rss>"
    )
    days = [
        collect(feed.format(tag), "a.rss", language=beside).items[0].facts.published
        for tag, beside in (
            ("<language>de</language>", None),
            ("", "de"),
            ("<language>en</language>", "de"),
            ("", None),
        )
    ]
    assert days == ["2031-04-03", "2031-04-03", None, None]
