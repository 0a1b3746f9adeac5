import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from sitegen.config import Settings
from sitegen.model import Digest, Excerpt, KeyPhrase, Section
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.characters import shown
from sitegen.site.pages.sheet import parts
from sitegen.site.theme import Theme
from tests.site.reading import read, target
from tests.site.velmora import corpus, ferry, harbour, many


def render(theme: Theme, config: Settings, *digests: Digest) -> dict[str, bytes]:
    return {page.path: page.body for page in pages.render(gather(digests, config), config, theme)}


def html_of(tree: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: body for path, body in tree.items() if path.endswith(".html")}


def test_every_link_inside_the_site_leads_to_a_page_and_an_id_that_exist(tree: Mapping[str, bytes]) -> None:
    documents = {path: read(body) for path, body in html_of(tree).items()}
    for path, document in documents.items():
        for link in document.links:
            where = target(path, link)
            if where is None or where[0].startswith("pagefind/"):
                continue
            assert where[0] in tree, f"{path} links to {link}"
            assert not where[1] or where[1] in documents[where[0]].ids, f"{path} links to {link}"


def test_every_page_can_be_reached_from_the_first(tree: Mapping[str, bytes]) -> None:
    reached, waiting = {"404.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        if path in reached or not path.endswith(".html"):
            continue
        reached.add(path)
        waiting += [where[0] for link in read(tree[path]).links if (where := target(path, link))]
    assert reached == set(html_of(tree))


def test_no_page_uses_an_id_twice(tree: Mapping[str, bytes]) -> None:
    for path, body in html_of(tree).items():
        ids = read(body).ids
        assert len(ids) == len(set(ids)), path


def test_links_are_relative_but_for_the_canonical_one_and_those_of_404(tree: Mapping[str, bytes]) -> None:
    base = b"https://velmora.example/some-repo/"
    for path, body in html_of(tree).items():
        whole = [link for link in read(body).links if link.encode().startswith(base)]
        if path == "404.html":
            assert base.decode() + "index.html" in whole
        else:
            assert len(whole) <= 1
            assert not [link for link in read(body).links if link.startswith("/")]


def test_without_an_address_nothing_claims_one(theme: Theme) -> None:
    for body in render(theme, Settings(), *corpus()).values():
        document = read(body)
        assert not [link for link in document.all("link") if link.get("rel") == "canonical"]
        assert not [link for link in document.all("link") if "atom" in link.get("type", "")]


def test_two_renderings_are_the_same_byte_for_byte(theme: Theme) -> None:
    config = Settings()
    assert render(theme, config, *corpus()) == render(theme, config, *reversed(corpus()))


def test_the_site_notice_is_on_every_page(tree: Mapping[str, bytes]) -> None:
    for path, body in html_of(tree).items():
        assert "Fiction, all of it." in read(body).text, path


def test_every_page_has_one_h1_a_title_of_its_own_and_skips_no_heading_level(
    tree: Mapping[str, bytes],
) -> None:
    titles = set()
    for path, body in html_of(tree).items():
        levels = [int(tag[1]) for tag, _ in read(body).elements if re.fullmatch("h[1-6]", tag)]
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels)), path
        found = re.search("<title>(.*?)</title>", body.decode(), re.DOTALL)
        assert found is not None
        titles.add(found.group(1))
    assert len(titles) == len(html_of(tree))


def test_every_quotation_is_shown_verbatim_under_its_number(tree: Mapping[str, bytes]) -> None:
    document = read(tree["articles/harbour-bridge.html"])
    for number, quotation in enumerate(harbour().quotations, start=1):
        assert f"q{number}" in document.ids
        assert f"“{quotation.words.text}”" in document.text


def test_quotation_and_context_are_linked_both_ways(tree: Mapping[str, bytes]) -> None:
    links = list(read(tree["articles/harbour-bridge.html"]).links)
    for number, sentence in ((1, 0), (3, 2)):
        span = harbour().context[sentence].span
        assert span is not None
        assert f"#c{span.start}-{span.end}" in links
        assert f"#q{number}" in links


def test_certainty_is_said_in_words_beside_the_mark(tree: Mapping[str, bytes]) -> None:
    text = " ".join(read(tree["articles/harbour-bridge.html"]).text.split())
    assert "● named as Mayor Ilsa Hamdan" in text
    assert "◐ worked out from She" in text
    assert "◐ worked out: goes on from the quotation before" in text
    assert "◐ described, not named" in text
    assert "relayed by The Ostrin Gazette" in text
    assert "○ no speaker found" in " ".join(read(tree["articles/ferry-strike.html"]).text.split())


def test_an_unstated_date_stays_unstated(tree: Mapping[str, bytes]) -> None:
    text = read(tree["articles/ferry-strike.html"]).text
    assert "date not stated" in text
    assert "7 October, year not stated" in text


def test_the_timeline_shows_the_words_as_written_beside_the_date(tree: Mapping[str, bytes]) -> None:
    text = " ".join(read(tree["articles/harbour-bridge.html"]).text.split())
    assert "27 February 2024 Tuesday ◐ worked out from the day of publication" in text
    assert "12 September, year not stated 12 September ● as stated" in text
    assert "not dated last week ○ not resolved" in text


def test_source_words_carry_the_language_of_their_article(tree: Mapping[str, bytes]) -> None:
    body = tree["articles/بستان.html"]
    assert read(body).all("html") == [{"lang": "en"}]
    (heading,) = read(body).all("h1")
    assert (heading["lang"], heading["dir"]) == ("ar", "rtl")


def test_a_page_lists_no_more_than_its_share(theme: Theme) -> None:
    tree = render(theme, Settings(), *many(45))
    assert len(read(tree["index.html"]).all("time")) == 20
    assert {"page/2.html", "page/3.html"} <= set(tree)
    speaker = next(path for path in tree if path.startswith("speakers/mara-velt"))
    assert len(read(tree[speaker]).all("blockquote")) == 45


def test_pages_do_not_grow_with_the_corpus(theme: Theme) -> None:
    small, large = render(theme, Settings(), *many(30)), render(theme, Settings(), *many(90))
    for path in ("articles/item-003.html", "method.html", "search.html", "index.html"):
        assert len(large[path]) < len(small[path]) * 1.2


@given(st.lists(st.integers(), max_size=60), st.integers(1, 7))
def test_the_parts_of_a_list_are_the_list(items: list[int], size: int) -> None:
    cut = list(parts("index.html", items, size))
    assert [item for part in cut for item in part.items] == items
    assert len({part.path for part in cut}) == len(cut) == cut[0].total


def test_an_empty_corpus_has_pages_that_say_so(theme: Theme) -> None:
    tree = render(theme, Settings())
    assert "There are no articles yet" in read(tree["index.html"]).text
    assert "pagefind" not in tree["search.html"].decode()


def test_no_element_loads_anything_from_elsewhere(tree: Mapping[str, bytes]) -> None:
    for path, body in html_of(tree).items():
        for tag, attributes in read(body).elements:
            if tag in {"script", "img", "iframe", "source", "video", "object", "embed"}:
                assert path == "404.html" or "//" not in attributes.get("src", ""), path
            if tag == "link" and attributes.get("rel") != "canonical":
                assert path == "404.html" or "//" not in attributes["href"], path
            assert "style" not in attributes, path
            assert not [name for name in attributes if name.startswith("on")], path


def test_every_page_has_a_policy_and_only_search_may_compile_webassembly(tree: Mapping[str, bytes]) -> None:
    for path, body in html_of(tree).items():
        policy = next(m["content"] for m in read(body).all("meta") if "http-equiv" in m)
        assert policy.startswith("default-src 'none'")
        assert "unsafe-inline" not in policy
        assert ("wasm-unsafe-eval" in policy) == (path == "search.html")


# Hostile strings

HOSTILE = st.one_of(
    st.sampled_from(
        [
            "</script><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            '"><svg onload=alert(1)>',
            "'\" autofocus onfocus=alert(1) x=",
            "<!--<script>",
            "{{ site.title }}{% raw %}",
            "]]>&lt;b&gt;<b>",
            "</title><h1>",
            "\u2028\u202e</textarea>",
            "javascript:alert(1)",
        ]
    ),
    # Not of blanks alone: a name with a blank behind it is the other article's name, and has a page.
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=30).filter(
        str.strip
    ),
)
KEEP = {"published", "modified", "language", "url", "sha256", "value"}
"""Checked when they are read; and an address that is not safe is shown, not linked, as tested below."""


def poisoned(value: Any, poison: str) -> Any:
    """``value`` with ``poison`` at the end of every string an article could bring with it."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value + poison
    if isinstance(value, Excerpt):
        return replace(value, text=value.text + poison, span=None)
    if isinstance(value, tuple):
        return tuple(poisoned(item, poison) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {each.name: getattr(value, each.name) for each in fields(value)}
        changed = {name: poisoned(item, poison) for name, item in kept.items() if name not in KEEP}
        return replace(value, **changed)
    return value


def test_key_phrases_stand_in_the_order_of_their_bars(theme: Theme) -> None:
    told = (("old pier", 2), ("harbour bridge", 5), ("ferry", 2))
    phrases = tuple(KeyPhrase(phrase=name, score=0.1, count=count) for name, count in told)
    page = render(theme, Settings(), replace(harbour(), key_phrases=phrases))["articles/harbour-bridge.html"]
    listed = page.decode().partition('class="phrases"')[2].partition("</ul>")[0]
    assert sorted(("old pier", "harbour bridge", "ferry"), key=listed.index) == [
        "harbour bridge",
        "old pier",
        "ferry",
    ]


def shape(body: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """The elements of a page and the names of their attributes, without a word of their text."""
    return [(tag, tuple(attributes)) for tag, attributes in read(body).elements]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HOSTILE)
def test_no_string_of_a_source_becomes_markup(theme: Theme, poison: str) -> None:
    assume(poison.strip())  # white space behind a name is no other name: its bearer is quoted elsewhere, too
    config = Settings()
    article = replace(harbour(), sections=())
    hostile = replace(poisoned(article, poison), slug="same")
    harmless = replace(poisoned(article, "x"), slug="same")
    with_poison = render(theme, config, hostile, replace(ferry(), key_phrases=hostile.key_phrases))
    without = render(theme, config, harmless, replace(ferry(), key_phrases=harmless.key_phrases))
    for path in ("index.html", "articles/same.html", "articles/ferry-strike.html", "timeline/2024.html"):
        assert shape(with_poison[path]) == shape(without[path])
    assert html_scripts(with_poison["articles/same.html"]) == html_scripts(without["articles/same.html"])


def html_scripts(body: bytes) -> list[dict[str, str]]:
    return read(body).all("script")


@given(HOSTILE)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_json_for_machines_cannot_end_its_element_and_says_the_title_as_the_page_does(
    theme: Theme, poison: str
) -> None:
    hostile = replace(harbour(), title=poison, sections=())
    body = render(theme, Settings(), hostile)["articles/harbour-bridge.html"].decode()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', body, re.DOTALL)
    assert found is not None
    assert not set("<>&") & set(found.group(1))
    assert json.loads(found.group(1))["name"] == shown(poison)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "//x"])
def test_an_original_address_that_is_no_web_address_is_shown_and_not_linked(theme: Theme, url: str) -> None:
    hostile = replace(harbour(), facts=replace(harbour().facts, url=url))
    document = read(render(theme, Settings(), hostile)["articles/harbour-bridge.html"])
    assert url not in list(document.links)


def test_a_lone_surrogate_does_not_stop_the_build(theme: Theme) -> None:
    digest = replace(harbour(), title="\ud800", sections=(Section(heading="\udfff", markdown="x\ud801"),))
    assert "articles/harbour-bridge.html" in render(theme, Settings(), digest)


FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def test_no_control_character_of_a_source_reaches_a_page_or_its_json(theme: Theme) -> None:
    controls = "\x1b[31m \x01 \x7f \x85 \x9b"
    article = replace(poisoned(harbour(), controls), slug="same")
    facts = replace(article.facts, draft=False, language="en")
    for path, body in render(theme, Settings(), replace(article, facts=facts)).items():
        assert not FORBIDDEN.search(body.decode()), path
        assert b"\\u001b" not in body, path


def test_line_ends_and_tabs_stay_as_they_are(theme: Theme) -> None:
    lead = (Excerpt(text="One\r\ntwo\tthree\nfour."),)
    body = render(theme, Settings(), replace(harbour(), lead=lead))["articles/harbour-bridge.html"]
    assert b"One\r\ntwo\tthree\nfour." in body
