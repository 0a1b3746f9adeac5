"""Added, corrected, withdrawn, moved: what the facts say is shown, and what is withdrawn is nowhere else."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from sitegen.config import Settings, SiteSettings
from sitegen.model import Correction, Digest, Source, Withdrawal
from sitegen.site import exports, feeds, pages
from sitegen.site.catalogue import gather
from sitegen.site.changes import ChangeKind, changes
from sitegen.site.theme import Theme
from tests.site.contents import contents
from tests.site.reading import read
from tests.site.velmora import corpus, ferry, harbour, many, orchard

HARBOUR = "articles/harbour-bridge.html"
BASE = "https://ostrin.example/news/"
PUBLIC = Settings(site=SiteSettings(title="Ostrin in brief", base_url=BASE))
TAKEN_BACK = Withdrawal(date="2024-03-09", why="The Gazette took it back.")
A_NAME = Correction(date="2024-03-02", what="The mayor's name was misspelt.")
A_DAY = Correction(date="2024-03-05", what="The day of the vote was wrong.")


def stated(digest: Digest, **facts: Any) -> Digest:
    return replace(digest, facts=replace(digest.facts, **facts))


def render(theme: Theme, *digests: Digest, settings: Settings = PUBLIC) -> Mapping[str, bytes]:
    site = gather(digests, settings)
    every = (
        *pages.render(site, settings, theme),
        *feeds.render(site, settings, theme.strings("en")),
        *exports.render(site, settings, contents(site.articles)),
    )
    found = {page.path: page.body for page in every}
    assert len(found) == len(every), "two pages at one path"
    return found


def text(body: bytes) -> str:
    return " ".join(read(body).text.split())


def test_the_history_has_what_is_stated_newest_first_and_what_has_no_day_last() -> None:
    edited = replace(ferry(), edited=True)
    found = changes(
        gather(
            [
                stated(harbour(), corrections=(A_NAME, A_DAY), added="2024-03-01", modified="2024-03-03"),
                stated(orchard(), withdrawn=TAKEN_BACK),
                edited,
            ],
            PUBLIC,
        )
    )
    assert [(each.kind, each.date) for each in found] == [
        (ChangeKind.WITHDRAWN, "2024-03-09"),
        (ChangeKind.CORRECTED, "2024-03-05"),
        (ChangeKind.SOURCE, "2024-03-03"),
        (ChangeKind.CORRECTED, "2024-03-02"),
        (ChangeKind.ADDED, "2024-03-01"),
        (ChangeKind.EDITED, None),
    ]


@pytest.mark.parametrize("modified", ["2024-02-28", "2024-02-01"])
def test_a_publisher_s_date_that_is_no_later_than_publication_is_no_change(modified: str) -> None:
    assert changes(gather([stated(harbour(), modified=modified)], PUBLIC)) == ()


def test_what_a_person_wrote_without_a_seed_is_not_said_to_have_been_edited() -> None:
    assert changes(gather([replace(orchard(), edited=True)], PUBLIC)) == ()


def test_a_draft_has_no_history() -> None:
    assert changes(gather([stated(harbour(), draft=True, corrections=(A_NAME,))], PUBLIC)) == ()


def test_the_page_shows_each_change_with_its_day_and_words_and_leads_to_the_article(theme: Theme) -> None:
    tree = render(theme, stated(harbour(), corrections=(A_NAME,)), stated(ferry(), withdrawn=TAKEN_BACK))
    page = text(tree["changes.html"])
    assert "9 March 2024 Ferry crews walk out in Velmora Withdrawn: The Gazette took it back." in page
    assert f"2 March 2024 {harbour().title} Corrected: The mayor's name was misspelt." in page
    links = list(read(tree["changes.html"]).links)
    assert {"articles/harbour-bridge.html", "articles/ferry-strike.html"} <= set(links)


def test_without_changes_the_page_says_so(theme: Theme) -> None:
    assert "is stated yet" in text(render(theme, *corpus())["changes.html"])


def test_a_long_history_is_cut_into_pages(theme: Theme) -> None:
    tree = render(theme, *(stated(each, added="2024-03-01") for each in many(130)))
    shown = [len(read(tree[path]).all("li")) for path in ("changes.html", "changes/2.html")]
    assert shown[0] - shown[1] == 100 - 30


def test_a_correction_stands_near_the_top_of_its_article_the_latest_first(theme: Theme) -> None:
    tree = render(theme, stated(harbour(), corrections=(A_NAME, A_DAY)), ferry())
    page = text(tree[HARBOUR].partition(b"<main")[2])  # the head has the corrections for programs
    places = [page.index(words) for words in (harbour().title, A_DAY.what, A_NAME.what, "“The bridge has")]
    assert places == sorted(places)
    assert "Corrected 5 March 2024: The day of the vote was wrong." in page
    assert "Corrected" not in text(tree["articles/ferry-strike.html"])


def test_programs_are_told_of_a_correction_too(theme: Theme) -> None:
    tree = render(theme, stated(harbour(), corrections=(A_NAME, A_DAY)))
    (data,) = re.findall(rb'<script type="application/ld\+json">(.*?)</script>', tree[HARBOUR], re.DOTALL)
    assert json.loads(data)["correction"] == [
        {"@type": "CorrectionComment", "datePublished": each.date, "text": each.what}
        for each in (A_NAME, A_DAY)
    ]
    assert b"<updated>2024-03-05T00:00:00Z</updated>" in tree["feed.xml"]
    assert b"<published>2024-02-28T00:00:00Z</published>" in tree["feed.xml"]


def test_of_a_withdrawn_article_there_is_a_page_that_says_so_and_nothing_else(theme: Theme) -> None:
    gone = stated(harbour(), withdrawn=TAKEN_BACK, aliases=("old-bridge",))
    tree = render(theme, gone, ferry(), orchard())
    page = tree["articles/harbour-bridge.html"]
    assert gone.title in read(page).text
    assert "Withdrawn 9 March 2024: The Gazette took it back." in text(page)
    assert b'name="robots" content="noindex"' in page
    assert b'data-pagefind-ignore="all"' in page
    assert b"data-pagefind-body" not in page
    words = [quotation.words.text.encode() for quotation in gone.quotations]
    words += [excerpt.text.encode() for excerpt in (*gone.lead, *gone.context)]
    for path, body in tree.items():
        assert not [each for each in words if each in body], path
        if path not in {"articles/harbour-bridge.html", "changes.html", "articles/old-bridge.html"}:
            assert b"harbour-bridge" not in body, path


def test_a_hidden_article_is_nowhere(theme: Theme) -> None:
    with_it = render(theme, stated(harbour(), hidden=True, aliases=("old-bridge",)), ferry(), orchard())
    assert with_it == render(theme, ferry(), orchard())


def test_an_old_address_leads_to_the_article_by_itself_and_by_a_link(theme: Theme) -> None:
    tree = render(theme, stated(harbour(), aliases=("old-bridge",)))
    page = read(tree["articles/old-bridge.html"])
    assert {"http-equiv": "refresh", "content": "0; url=../articles/harbour-bridge.html"} in page.all("meta")
    assert "../articles/harbour-bridge.html" in list(page.links)
    canonical = [link["href"] for link in page.all("link") if link["rel"] == "canonical"]
    assert canonical == [f"{BASE}articles/harbour-bridge.html"]
    assert {"name": "robots", "content": "noindex"} in page.all("meta")
    assert b"data-pagefind-body" not in tree["articles/old-bridge.html"]


def test_an_old_address_in_another_script_is_written_as_addresses_are(theme: Theme) -> None:
    tree = render(theme, stated(orchard(), aliases=("بستان-قديم",)))
    (refresh,) = [
        each["content"]
        for each in read(tree["articles/بستان-قديم.html"]).all("meta")
        if each.get("http-equiv") == "refresh"
    ]
    assert refresh.isascii()
    assert refresh.startswith("0; url=../articles/%D8%A8")


def test_neither_old_addresses_nor_withdrawn_articles_nor_drafts_are_in_sitemap_or_feed(theme: Theme) -> None:
    tree = render(
        theme,
        stated(harbour(), aliases=("old-bridge",)),
        stated(ferry(), withdrawn=TAKEN_BACK, published="2024-03-01"),
        stated(orchard(), draft=True, aliases=("old-orchard",)),
    )
    assert "articles/old-orchard.html" not in tree
    for path in ("sitemap.xml", "feed.xml"):
        assert b"articles/harbour-bridge.html" in tree[path]
        for name in (b"old-bridge", b"ferry-strike", b"%D8%A8%D8%B3"):
            assert name not in tree[path], path


def test_an_alias_never_takes_the_place_of_an_article(theme: Theme) -> None:
    tree = render(theme, stated(harbour(), aliases=("ferry-strike",)), stated(ferry(), aliases=("boats",)))
    assert ferry().title in read(tree["articles/ferry-strike.html"]).text
    assert "articles/boats.html" in tree


def test_two_builds_in_another_order_have_the_same_old_addresses(theme: Theme) -> None:
    both = (stated(harbour(), aliases=("old",)), stated(ferry(), aliases=("old",)))
    assert render(theme, *both) == render(theme, *reversed(both))


def test_the_editors_words_are_escaped(theme: Theme) -> None:
    poison = "<script>alert(1)</script>"
    noted = Correction(date="2024-03-02", what=poison)
    tree = render(
        theme,
        stated(harbour(), corrections=(noted,)),
        stated(ferry(), withdrawn=Withdrawal(date="2024-03-09", why=poison)),
    )
    for path in ("changes.html", "articles/harbour-bridge.html", "articles/ferry-strike.html"):
        assert poison.encode() not in tree[path], path
        assert poison in read(tree[path]).text, path


def test_an_edited_digest_is_listed_without_a_day(theme: Theme) -> None:
    source = Source(file="seeds/a.txt", sha256="0" * 64, encoding="utf-8")
    page = text(render(theme, replace(orchard(), source=source, edited=True))["changes.html"])
    assert f"Day not stated {orchard().title} Digest edited by people." in page
