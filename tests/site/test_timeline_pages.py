"""The timelines that readers see: one article's, and the corpus's by year, month and day."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings

from sitegen import dates
from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site import exports, pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.article import context_index
from sitegen.site.pages.article_timeline import Kind, article_timeline
from sitegen.site.pages.timelines import EVENTS_PER_PAGE, YEARS_PER_PAGE
from sitegen.site.theme import Theme
from tests.site.contents import contents
from tests.site.interface import ENGLISH
from tests.site.reading import read, target
from tests.site.timelines import article, corpora, dam, event


def render(theme: Theme, *digests: Digest) -> dict[str, bytes]:
    config = Settings()
    site = gather(digests, config)
    every = (*pages.render(site, config, theme), *exports.render(site, config, contents(site.articles)))
    return {page.path: page.body for page in every}


def text(body: bytes, start: str = "<main", end: str = "</main>") -> str:
    """What a part of a page says, its blanks made one."""
    part = body.decode()
    part = part[part.index(start) :]
    return " ".join(read(part[: part.index(end)].encode()).text.split())


def timeline_of(body: bytes) -> str:
    return text(body, '<section aria-labelledby="timeline"', "</section>")


def in_order(words: str, *wanted: str) -> bool:
    return re.search(".*?".join(map(re.escape, wanted)), words) is not None


@pytest.fixture(scope="module")
def dam_pages(theme: Theme) -> Mapping[str, bytes]:
    return render(theme, *dam())


# One article


def test_an_articles_timeline_runs_from_the_longest_ago_to_what_lies_ahead_and_then_what_is_open(
    dam_pages: Mapping[str, bytes],
) -> None:
    assert in_order(
        timeline_of(dam_pages["articles/inquiry.html"]),
        *("Longer than a year", "1990s", "2021", "14 March 2021", "week of 15 March 2021"),
        *("20 March 2021 Day of publication", "20 March 2021, 09:00"),
        *("Ahead", "April 2021", "8 April 2021", "Not dated in full"),
        *("Dated in part", "3 May, year not stated", "Not resolved", "not dated"),
    )


def test_the_months_of_a_year_are_named_where_it_has_several(theme: Theme) -> None:
    one = article("one", event("It opened on [3 May].", "2030-05-03"), published=None)
    two = article(
        "two",
        event("It closed [in July].", "2030-07", at=50),
        event("It opened on [3 May].", "2030-05-03"),
        event("It was built [that year].", "2030", at=90),
        published=None,
    )
    tree = render(theme, one, two)
    headings = [tag for tag, _ in read(tree["articles/one.html"]).elements if tag == "h4"]
    assert headings == []
    words = timeline_of(tree["articles/two.html"])
    assert in_order(words, "2030 2030 that year", "May 3 May 2030", "July July 2030")


def test_without_a_day_of_publication_nothing_is_ahead(theme: Theme) -> None:
    found = article("one", event("It opens on [3 May].", "2999-05-03"), published=None)
    words = timeline_of(render(theme, found)["articles/one.html"])
    assert "Ahead" not in words
    assert "Day of publication" not in words


def test_a_stretch_that_has_begun_by_the_day_of_publication_is_not_ahead(theme: Theme) -> None:
    found = article("one", event("It runs all [this year].", "2031"), event("More [this week].", "2031-W12"))
    assert "Ahead" not in timeline_of(render(theme, found)["articles/one.html"])


def test_of_several_sentences_of_one_date_the_first_says_it(theme: Theme) -> None:
    found = article(
        "one",
        event("It broke on [3 May].", "2030-05-03"),
        event("It was mended on [May 3].", "2030-05-03", at=60),
    )
    assert timeline_of(render(theme, found)["articles/one.html"]).count("3 May 2030") == 1


def test_the_words_as_written_lead_to_their_place(tree: Mapping[str, bytes]) -> None:
    body = tree["articles/harbour-bridge.html"].decode()
    for words in ("4 March 2024", "2009"):
        found = re.search(rf'<a href="#(c[0-9-]+)"><q class="source"[^>]*>{words}</q></a>', body)
        assert found is not None
        assert found[1] in read(body.encode()).ids
    in_context = re.search(r'<a href="#(c[0-9-]+)"><q class="source"[^>]*>2009</q>', body)
    assert in_context is not None
    assert f'<li id="{in_context[1]}" dir="ltr">\n<span class="quiet paragraph"' in body, (
        "2009 stands in a quotation"
    )


# The corpus


def test_one_event_told_by_several_articles_is_one_entry_with_links_to_all(
    dam_pages: Mapping[str, bytes],
) -> None:
    body = dam_pages["timeline/2021-03.html"]
    words = text(body)
    assert words.count("opened the new northern quay") == 2, "the other wording can be read, too"
    assert "Told in 2 articles" in words
    assert "1 other wording" in words
    links = {where[0] for link in read(body).links if (where := target("timeline/2021-03.html", link))}
    assert {"articles/courier.html", "articles/gazette.html"} <= links


def test_an_event_that_very_many_articles_tell_has_a_page_that_names_them_all(
    dam_pages: Mapping[str, bytes],
) -> None:
    month = read(dam_pages["timeline/2021-03.html"])
    (path,) = [path for path in dam_pages if path.startswith("timeline/told/")]
    assert path in {where[0] for link in month.links if (where := target("timeline/2021-03.html", link))}
    assert "14 March 2021 Told in 26 articles." in text(dam_pages[path])
    links = {where[0] for link in read(dam_pages[path]).links if (where := target(path, link))}
    assert sum(link.startswith("articles/") for link in links) == 26


def test_days_are_ranked_by_the_sentences_that_speak_of_them_and_lead_to_them(
    dam_pages: Mapping[str, bytes],
) -> None:
    for path in ("timeline/2021.html", "timeline/2021-03.html"):
        words = text(dam_pages[path], 'id="busiest"', "</section>")
        assert in_order(words, "14 March 26 sentences", "15 March 2 sentences")
        assert "20 March" not in words, "one sentence does not make a busy day"
        links = [target(path, link) for link in read(dam_pages[path]).links]
        assert ("timeline/2021-03.html", "d2021-03-14") in links


def test_a_busy_day_leads_to_the_page_of_a_long_month_that_it_begins_on(theme: Theme) -> None:
    early = [
        article(f"a{n}", event(f"Clerk {n} of Ostrin read list {n} on [3 May].", "2030-05-03"))
        for n in range(EVENTS_PER_PAGE)
    ]
    late = [
        article(f"b{n}", event(f"Clerk {n} of Ostrin read list {n} on [9 May].", "2030-05-09"))
        for n in range(EVENTS_PER_PAGE + 1)
    ]
    tree = render(theme, *early, *late)
    links = [target("timeline/2030.html", link) for link in read(tree["timeline/2030.html"]).links]
    assert ("timeline/2030-05/2.html", "d2030-05-09") in links
    assert "d2030-05-09" in read(tree["timeline/2030-05/2.html"]).ids
    assert {"timeline/2030-05.html", "timeline/2030-05/2.html", "timeline/2030-05/3.html"} <= set(tree)


def test_the_strip_says_each_month_in_words_and_leads_to_it(dam_pages: Mapping[str, bytes]) -> None:
    for path in ("timeline/index.html", "timeline/2021.html"):
        document = read(dam_pages[path])
        (strip,) = document.all("svg")
        assert strip["role"] == "group"
        assert strip["aria-label"] == "Dated sentences about 2021, by month"
        months = [link for link in document.all("a") if link.get("aria-label", "").endswith(" sentences")]
        assert [link["aria-label"] for link in months] == ["March 2021: 30 dated sentences"]
        assert target(path, months[0]["href"]) == ("timeline/2021-03.html", "")


def test_the_column_of_the_busiest_month_is_the_highest(theme: Theme) -> None:
    digests = [article(f"a{n}", event("It [was].", f"2030-0{1 + n // 3}-02")) for n in range(4)]
    body = render(theme, *digests)["timeline/2030.html"]
    heights = [int(each["height"]) for each in read(body).all("rect") if "class" not in each]
    assert heights == [56, 19]


def test_the_overview_of_very_many_years_takes_several_pages(theme: Theme) -> None:
    digests = [article(f"a{n}", event("It [was].", f"{1700 + n}-05-03")) for n in range(YEARS_PER_PAGE + 1)]
    tree = render(theme, *digests)
    assert len(read(tree["timeline/index.html"]).all("svg")) == YEARS_PER_PAGE
    assert len(read(tree["timeline/index/2.html"]).all("svg")) == 1


def test_years_and_months_lead_to_the_ones_beside_them(theme: Theme) -> None:
    digests = [article(value, event("It [was].", value)) for value in ("2028-12", "2030-01", "2030-04")]
    tree = render(theme, *digests)
    assert in_order(text(tree["timeline/2030-01.html"]), "← December 2028", "April 2030 →")
    assert "← 2028" in text(tree["timeline/2030.html"])
    assert "2030 →" in text(tree["timeline/2028.html"])


# Whatever the articles date


@given(corpora())
@settings(max_examples=150)
def test_every_event_of_an_article_is_in_its_timeline_once_and_in_order(digests: list[Digest]) -> None:
    for digest in digests:
        entries = [
            entry
            for block in article_timeline(ENGLISH, digest, context_index(digest))
            for group in block.groups
            for entry in group.entries
        ]
        shown = [id(entry.view.event) for entry in entries if entry.view is not None]
        assert sorted(shown) == sorted(map(id, digest.timeline))
        assert sum(entry.view is None for entry in entries) <= 1
        for block in article_timeline(ENGLISH, digest, context_index(digest)):
            if block.kind is Kind.YEAR:
                assert {dates.year(e.value) for group in block.groups for e in group.entries} == {
                    int(block.year or 0)
                }
            if block.kind is Kind.AHEAD:
                for group in block.groups:
                    bounds = [dates.bounds(entry.value) for entry in group.entries]
                    assert all(each and each[0].isoformat() > str(digest.facts.published) for each in bounds)


@given(corpora())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_link_of_every_timeline_leads_somewhere_and_no_id_stands_twice(
    theme: Theme, digests: list[Digest]
) -> None:
    tree = render(theme, *digests)
    documents = {path: read(body) for path, body in tree.items() if path.endswith(".html")}
    for path, document in documents.items():
        assert len(set(document.ids)) == len(document.ids), path
        for link in document.links:
            where = target(path, link)
            if where is None or where[0].startswith(("static/", "pagefind/")):
                continue
            assert where[0] in tree, f"{path}: {link}"
            assert not where[1] or where[1] in documents[where[0]].ids, f"{path}: {link}"


# Taking it away


def test_every_timeline_leads_to_its_exports(dam_pages: Mapping[str, bytes]) -> None:
    def exported(path: str) -> list[str]:
        links = [each["href"] for each in read(dam_pages[path]).all("a") if "download" in each]
        return [where[0] for link in links if (where := target(path, link))]

    whole = [f"exports/timeline{end}" for end in (".json", ".timelinejs.json", ".ics", ".csv")]
    for path in ("timeline/index.html", "timeline/2021.html", "timeline/2021-03.html"):
        assert exported(path) == whole
    # Those of the timeline stand below it; what else there is to take away follows further down.
    assert exported("articles/inquiry.html")[:4] == [
        f"exports/articles/inquiry{end}" for end in (".json", ".timelinejs.json", ".ics", ".csv")
    ]
    assert set(whole) <= set(dam_pages)


def test_a_corpus_without_dates_offers_nothing_to_take_away(theme: Theme) -> None:
    tree = render(theme, article("one"))
    assert not any(path.startswith("exports/timeline") or path.endswith(".ics") for path in tree)
    pages_ = tree["timeline/index.html"] + tree["articles/one.html"] + tree["downloads.html"]
    assert not re.search(rb"exports/(?:timeline|articles/one\.(?:json|ics|csv))", pages_)


def test_the_busiest_days_of_a_year_stand_on_its_first_page_alone(theme: Theme) -> None:
    whole_year = [
        article(f"y{n}", event(f"Clerk {n} of Ostrin counted list {n} in [2030].", "2030"))
        for n in range(EVENTS_PER_PAGE + 1)
    ]
    one_day = [article(f"d{n}", event(f"Clerk {n} read list {n} on [3 May].", "2030-05-03")) for n in (1, 2)]
    tree = render(theme, *whole_year, *one_day)
    assert "busiest" in read(tree["timeline/2030.html"]).ids
    assert "busiest" not in read(tree["timeline/2030/2.html"]).ids
