"""Timelines for other programs: whole, stable, and safe whatever the source says."""

import csv
import io
import json
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from sitegen import dates
from sitegen.config import Settings, SiteSettings
from sitegen.model import Digest, Facts, TimexHow
from sitegen.site.catalogue import gather
from sitegen.site.characters import shown
from sitegen.site.exports import timelines
from sitegen.site.exports.table import COLUMNS, inert
from sitegen.site.timeline.precision import Precision, precision
from tests.site.reading import read
from tests.site.timelines import VALUES, article, corpora, event, hostile
from tests.site.velmora import corpus, harbour, orchard

ROOT = Path(__file__).parents[2]
PUBLIC = Settings(site=SiteSettings(title="Ostrin Digests", base_url="https://velmora.example/r/"))


def render(*digests: Digest, config: Settings = PUBLIC) -> dict[str, bytes]:
    return {page.path: page.body for page in timelines.render(gather(digests, config), config)}


def rows(body: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))


def slides(files: Mapping[str, bytes], stem: str) -> list[dict[str, object]]:
    return json.loads(files.get(f"{stem}.timelinejs.json", b'{"events": []}'))["events"]


def entries(files: Mapping[str, bytes], stem: str) -> list[object]:
    body = files.get(f"{stem}.ics")
    return [] if body is None else list(Calendar.from_ical(body).walk("VEVENT"))


def left_out(text: str) -> int:
    found = re.search(r"Left out[^:]*: ([0-9,]+)\.", text)
    return int(found[1].replace(",", "")) if found else 0


# Whole


def check_whole(files: Mapping[str, bytes], stem: str) -> None:
    """Every event is in each export once, or counted as left out of it."""
    events = json.loads(files[f"{stem}.json"])["events"]
    names = [each["id"] for each in events]
    assert len(set(names)) == len(names)
    assert [row["id"] for row in rows(files[f"{stem}.csv"])] == names
    placed = [each["id"] for each in events if each["earliest"] is not None]
    assert [each["unique_id"] for each in slides(files, stem)] == [f"e{name}" for name in placed]
    if f"{stem}.timelinejs.json" in files:
        title = json.loads(files[f"{stem}.timelinejs.json"])["title"]["text"]["text"]
        assert left_out(title) == len(names) - len(placed)
    in_calendar = [str(each["UID"]).partition("@")[0] for each in entries(files, stem)]
    assert set(in_calendar) <= set(placed)
    assert len(set(in_calendar)) == len(in_calendar)
    if f"{stem}.ics" in files:
        description = str(Calendar.from_ical(files[f"{stem}.ics"])["X-WR-CALDESC"])
        assert left_out(description) == len(names) - len(in_calendar)


@given(corpora())
@settings(max_examples=120)
def test_every_event_is_in_each_export_once_or_counted_as_left_out(digests) -> None:
    files = render(*digests)
    told = 0
    for digest in digests:
        if digest.timeline:
            check_whole(files, f"exports/articles/{digest.slug}")
            told += len(json.loads(files[f"exports/articles/{digest.slug}.json"])["events"])
    assert told == sum(len(digest.timeline) for digest in digests)
    if told:
        check_whole(files, "exports/timeline")
        events = json.loads(files["exports/timeline.json"])["events"]
        assert sum(each["told_in"] for each in events) == told
        assert all(len(each["other_tellings"]) == each["told_in"] - 1 for each in events)


@given(corpora())
@settings(max_examples=60)
def test_an_event_has_the_same_name_in_the_export_of_its_article_and_of_the_corpus(digests) -> None:
    files = render(*digests)
    of_articles = {
        each["id"]
        for path, body in files.items()
        if path.startswith("exports/articles/") and re.search(r"\d\.json$", path)
        for each in json.loads(body)["events"]
    }
    of_all = json.loads(files.get("exports/timeline.json", b'{"events": []}'))["events"]
    assert {each["id"] for each in of_all} == of_articles


def test_an_article_without_dates_has_no_exports_and_one_without_days_no_calendar() -> None:
    year = article("year", event("Opened in [2009].", "2009"))
    open_ = article("open", event("It rained on [Thursday].", None))
    files = set(render(orchard(), year, open_))
    assert not any(orchard().slug in path for path in files)
    assert "exports/articles/year.timelinejs.json" in files
    assert "exports/articles/year.ics" not in files
    assert {path for path in files if "open" in path} == {
        "exports/articles/open.json",
        "exports/articles/open.csv",
    }
    assert render(orchard()) == {}


# Stable


def test_two_renderings_are_the_same_byte_for_byte_whatever_the_order() -> None:
    assert render(*corpus()) == render(*reversed(corpus()))


def test_nothing_says_when_the_export_was_made() -> None:
    calendar = render(harbour())["exports/articles/harbour-bridge.ics"].decode()
    assert set(re.findall("DTSTAMP:(.*)\r\n", calendar)) == {"20240228T000000Z"}
    undated = replace(harbour(), facts=Facts())
    assert "DTSTAMP:19700101T000000Z" in render(undated)["exports/articles/harbour-bridge.ics"].decode()


def test_another_article_that_tells_the_same_later_changes_no_name() -> None:
    sentence = "The dam broke on [14 March], killing 11 people."
    first = article("one", event(sentence))
    later = article("two", event(sentence, at=70), published="2031-04-01")
    before = json.loads(render(first)["exports/timeline.json"])["events"][0]["id"]
    (after,) = json.loads(render(first, later)["exports/timeline.json"])["events"]
    assert after["id"] == before
    assert after["told_in"] == 2


def test_a_sentence_that_many_articles_share_is_not_written_a_million_times() -> None:
    def size(count: int) -> int:
        sentence = "The dam broke on [14 March], killing 11 people."
        return sum(map(len, render(*(article(f"a{n}", event(sentence)) for n in range(count))).values()))

    assert size(200) < 5 * size(50)


# What is in them


def test_our_own_form_says_all_there_is() -> None:
    files = render(*corpus())
    found = json.loads(files["exports/articles/harbour-bridge.json"])
    assert found["version"] == 1
    assert found["title"] == harbour().title
    assert [each["value"] for each in found["events"]] == [
        *("2009", "2024-02-27", "2024-03-04"),
        *("XXXX-09-12", None),
    ]
    tuesday = found["events"][1]
    span = harbour().timeline[0].when.words.span
    assert span is not None
    assert tuesday == {
        "id": tuesday["id"],
        "value": "2024-02-27",
        "earliest": "2024-02-27",
        "latest": "2024-02-27",
        "precision": "day",
        "date": "27 February 2024",
        "words": "Tuesday",
        "how": "publication",
        "sentence": harbour().timeline[0].sentence.text,
        "span": {"start": span.start, "end": span.end},
        "article": {
            "slug": "harbour-bridge",
            "title": harbour().title,
            "published": "2024-02-28",
            "publisher": "The Ostrin Gazette",
            "page": f"articles/harbour-bridge.html#c{span.start}-{span.end}",
        },
        "told_in": 1,
        "other_tellings": [],
    }


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2009", {"year": 2009}, None),
        ("2024-03", {"year": 2024, "month": 3}, None),
        ("2024-03-04", {"year": 2024, "month": 3, "day": 4}, None),
        ("2024-03-04T10:30", {"year": 2024, "month": 3, "day": 4, "hour": 10, "minute": 30}, None),
        ("2024-03-04TEV", {"year": 2024, "month": 3, "day": 4}, None),
        ("2024-Q1", {"year": 2024, "month": 1, "day": 1}, {"year": 2024, "month": 3, "day": 31}),
        ("199X", {"year": 1990, "month": 1, "day": 1}, {"year": 1999, "month": 12, "day": 31}),
    ],
)
def test_timelinejs_gets_each_date_as_exactly_as_it_is_known(value: str, start: object, end: object) -> None:
    files = render(article("one", event("It opened [then], quietly.", value)))
    (slide,) = slides(files, "exports/timeline")
    assert slide["start_date"] == start
    assert slide.get("end_date") == end
    assert slide["display_date"] == dates.words(value)
    assert slide["group"] == "The Ostrin Gazette"


def test_a_calendar_has_whole_days_that_keep_nobody_busy() -> None:
    files = render(article("one", event("Hearings run [that weekend], the inquiry said.", "2024-W10-WE")))
    (entry,) = entries(files, "exports/timeline")
    assert entry["DTSTART"].to_ical() == b"20240309"
    assert entry["DTSTART"].params["VALUE"] == "DATE"
    assert entry["DTEND"].to_ical() == b"20240311"
    assert entry["TRANSP"] == "TRANSPARENT"
    assert entry["UID"].endswith("@velmora.example")
    assert entry["URL"].startswith("https://velmora.example/r/articles/one.html#c")


def test_every_value_has_a_precision_and_bounds_that_agree_with_it() -> None:
    names = {value: precision(value).value for value in VALUES}
    assert names["2024-03-04TEV"] == "time"
    assert names["2024-W10-WE"] == "weekend"
    assert names["XXXX-XX-XXT10:30"] == "partial"
    assert names["2023-02-31"] == names["PAST_REF"] == names[None] == "none"
    for value, name in names.items():
        assert (name in {"partial", "none"}) == (dates.bounds(value) is None), value


def test_without_an_address_no_whole_address_is_claimed() -> None:
    for body in render(harbour(), config=Settings()).values():
        assert b"http" not in body.replace(b"sitegen.invalid", b"")


# Safe


def poisoned(poison: str) -> tuple[Digest, ...]:
    """Three articles, one event twice; every text of the source ends and begins with ``poison``."""
    base = event("The dam broke on [14 March], killing 11 people.")
    sentence = replace(base.sentence, text=poison + base.sentence.text + poison, span=None)
    words = replace(base.when.words, text=poison + base.when.words.text)
    hostile_event = replace(base, sentence=sentence, when=replace(base.when, words=words))
    facts = Facts(published="2031-03-20", publisher=poison + "x")
    return tuple(
        Digest(slug=slug, title=poison + slug, facts=facts, timeline=(hostile_event, base))
        for slug in ("one", "two", "three")
    )


@given(hostile)
@settings(max_examples=150)
def test_whatever_the_source_says_each_file_reads_back_as_it(poison: str) -> None:
    digests = poisoned(poison)
    files = render(*digests)
    said = shown(digests[0].timeline[0].sentence.text)
    events = json.loads(files["exports/articles/one.json"])["events"]
    assert said in {each["sentence"] for each in events}
    table = rows(files["exports/articles/one.csv"])
    assert [set(row) for row in table] == [set(COLUMNS)] * 2
    assert inert(said) in {row["sentence"] for row in table}
    components = entries(files, "exports/articles/one")
    assert len(components) == 2
    lines = {"\n".join(said.replace("\r\n", "\n").replace("\r", "\n").split("\n"))}
    assert any(str(each["DESCRIPTION"]).startswith(tuple(lines)) for each in components)


@given(hostile)
@settings(max_examples=100)
def test_no_text_becomes_a_property_or_a_component_of_a_calendar(poison: str) -> None:
    body = render(*poisoned(poison))["exports/timeline.ics"]
    ours = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "TRANSP", "URL"}
    whole, *components = Calendar.from_ical(body).walk()
    assert set(whole) == {"VERSION", "PRODID", "X-WR-CALNAME", "X-WR-CALDESC"}
    assert {each.name for each in components} == {"VEVENT"}
    assert all(set(each) == ours for each in components)
    assert body.count(b"\r\nUID:") == len(components)


@given(hostile)
@settings(max_examples=100)
def test_no_text_becomes_markup_where_timelinejs_shows_html(poison: str) -> None:
    for slide in slides(render(*poisoned(poison)), "exports/timeline"):
        html = [slide["text"]["headline"], slide["text"]["text"], slide["group"], slide["display_date"]]
        for tag, attributes in read("".join(html).encode()).elements:
            assert (tag, set(attributes)) in (("p", set()), ("a", {"href"}))
            assert attributes.get("href", PUBLIC.site.base_url).startswith(PUBLIC.site.base_url)


@given(hostile)
@settings(max_examples=100)
def test_no_cell_of_the_table_begins_a_formula(poison: str) -> None:
    for row in rows(render(*poisoned(poison))["exports/timeline.csv"]):
        for cell in row.values():
            assert not cell.lstrip(" ").startswith(tuple("=+-@\t\r\n＝＋－＠"))


@pytest.mark.parametrize(
    "cell",
    ["=1+1", " +1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "\u200b=1", "\u00a0=1", "\ufeff=1"],
)
def test_what_a_spreadsheet_would_run_is_given_an_apostrophe(cell: str) -> None:
    assert inert(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "1 = 1", "harbour-bridge", "articles/x.html#c1-2", "’=", "2009"])
def test_any_other_cell_stays_as_it_is(cell: str) -> None:
    assert inert(cell) == cell


CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]|\\\\u00[01]")


@given(st.characters(categories=["Cc"]))
def test_no_control_character_reaches_an_export(character: str) -> None:
    for path, body in render(*poisoned(character)).items():
        assert not CONTROLS.search(body.decode("utf-8-sig")), path


def test_json_can_stand_in_a_script_element() -> None:
    for path, body in render(*poisoned("</script><!--\u2028")).items():
        if path.endswith(".json"):
            assert not set("<>&\u2028") & set(body.decode()), path


def test_no_line_of_a_calendar_is_longer_than_75_bytes() -> None:
    for line in render(*poisoned("😀é" * 60))["exports/timeline.ics"].split(b"\r\n"):
        assert len(line) <= 75


def test_every_member_and_column_is_documented() -> None:
    documented = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")))
    found = json.loads(render(harbour())["exports/timeline.json"])
    event_ = found["events"][0]
    assert {*found, *event_, *event_["article"], *event_["span"]} <= documented
    assert {each.value for each in Precision} <= documented
    assert {each.value for each in TimexHow} <= documented
    by_other_names = {"article", "slug", "published", "publisher", "span_start", "span_end"}
    assert set(COLUMNS) - by_other_names <= documented
