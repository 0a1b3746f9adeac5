import pytest

from sitegen.errors import SitegenError
from sitegen.intake import parse_seed
from sitegen.model import Article, Facts


def article(markdown: str, facts: Facts | None = None) -> Article:
    return parse_seed(markdown.encode(), file="seeds/bridge.md", facts=facts or Facts())


def body(markdown: str) -> list[str]:
    found = article(markdown)
    return [paragraph.of(found.text) for paragraph in found.paragraphs]


def test_the_text_is_what_a_reader_of_the_page_sees():
    assert body(
        "# Bridge\n\nThe *old* bridge\nof [Ostrin](https://example.org/a) is `open` &amp; safe.\n\n"
        "## Tolls\n\n- One loran\n- Two loran\n\n> “At last,” she said.\n\n"
        "| Day | Cars |\n|---|---|\n| Monday | 12 |\n\n![map](map.png)\n\nOne<br>two <span>three</span>.\n"
    ) == [
        "The old bridge of Ostrin is open & safe.",
        "Tolls",
        "One loran",
        "Two loran",
        "“At last,” she said.",
        "Day | Cars",
        "Monday | 12",
        "One\ntwo three.",
    ]


def test_paragraphs_of_the_text_are_parted_by_blank_lines():
    found = article("# Bridge\n\nOne.\nTwo.\n\n* Three.\n")
    assert found.text == "Bridge\n\nOne. Two.\n\nThree."


def test_the_words_of_an_html_block_are_kept_without_its_tags_and_scripts():
    assert body("Before.\n\n<div>Kept <b>words</b><script>no()</script></div>\n\nAfter.") == [
        "Before.",
        "Kept words",
        "After.",
    ]


def test_the_first_heading_is_the_title_wherever_it_stands():
    found = article("A note above.\n\n# Bridge *open*\n\nThe bridge is open.\n\n# Ferries\n\nThey sail.")
    assert found.title == "Bridge open"
    assert found.headline is not None
    assert found.headline.of(found.text) == "Bridge open"
    assert [span.of(found.text) for span in found.paragraphs] == [
        "A note above.",
        "The bridge is open.",
        "Ferries",
        "They sail.",
    ]


def test_front_matter_gives_the_facts_and_no_text():
    found = article(
        "---\r\ntitle: Bridge open\r\npublished: 2023-11-16\r\nsections: [Harbour]\r\n"
        "---\r\nThe bridge\r\n\r\nIt is."
    )
    assert (found.title, found.headline) == ("Bridge open", None)
    assert found.facts == Facts(published="2023-11-16", sections=("Harbour",))
    assert found.text == "The bridge\n\nIt is."
    assert len(found.paragraphs) == 2


def test_a_sidecar_is_trusted_more_than_front_matter():
    found = article("---\ntitle: One\nbyline: Jane Doe\n---\nText here.", Facts(title="Two"))
    assert (found.title, found.facts.byline) == ("Two", "Jane Doe")


def test_a_heading_that_is_not_the_stated_title_is_listed_as_removed():
    found = article("---\ntitle: One\n---\n# Another\n\nText here.")
    assert [span.of(found.text) for span in found.removed] == ["Another"]


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("title: Bridge\npublished: 31 June\n", 3),
        ("title: Bridge\ntitel: Bridge\n", 3),
        ("title: Bridge\n\nurl: [\n", None),
        ("title: &a Bridge\nbyline: *a\n", None),
    ],
)
def test_malformed_front_matter_is_an_error_with_its_line(front, line):
    with pytest.raises(SitegenError) as caught:
        article(f"---\n{front}---\nText here.")
    assert caught.value.path == "seeds/bridge.md"
    assert caught.value.line is not None
    assert line in {None, caught.value.line}


def test_front_matter_without_an_end_or_a_body_is_an_error():
    with pytest.raises(SitegenError, match="no end"):
        article("---\ntitle: Bridge\n\nText here.")
    with pytest.raises(SitegenError, match="no text"):
        article("---\ntitle: Bridge\n---\n![only](picture.png)\n")


def test_deep_nesting_neither_fails_nor_loses_the_text():
    assert body("> " * 60 + "Deep down.") == ["Deep down."]
