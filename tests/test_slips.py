"""Slips of an editor's hand that would turn the article's words into somebody else's: each is told of."""

from pathlib import Path

import pytest
from project_folder import HARBOUR, Project, project

from sitegen.building.check import check
from sitegen.content_file.slips import slips


@pytest.fixture
def ostrin(tmp_path: Path) -> Project:
    made = project(tmp_path, {"harbour.txt": HARBOUR})
    made.build()
    return made


def told(body: str) -> list[str]:
    return [str(each) for each in slips(f"---\ntitle: Ostrin\n---\n{body}", path="content/a.md")]


OURS = "> “It stands,”\n>\n> — **Anselm Korvath**, *said* · [¶2](#c10-19)\n"


@pytest.mark.parametrize(
    ("heading", "meant"),
    [("Quotes", "Quotations"), ("Indirect statments", "Indirect statements"), ("Quotation", "Quotations")],
)
def test_a_mistyped_heading_is_warned_of_with_the_one_that_was_meant(heading: str, meant: str) -> None:
    (found,) = told(f"## Lead\n\nText.\n\n## {heading}\n\n{OURS}")
    assert found.startswith(f"content/a.md:8: the section “{heading}” is shown as your own words")
    assert f"did you mean “## {meant}”?" in found


@pytest.mark.parametrize("block", [OURS, "> Words.\n>\n> — **Mara Dol**\n", "- A day · [¶3](#c30-39)\n"])
def test_a_section_of_any_name_with_blocks_of_a_digest_is_warned_of(block: str) -> None:
    (found,) = told(f"## What they say\n\n{block}")
    assert "“What they say”" in found
    assert "“## Quotations”" in found


def test_a_heading_close_to_a_known_one_is_warned_of_whatever_stands_below() -> None:
    (found,) = told("## Time line\n\nNothing yet.\n")
    assert "did you mean “## Timeline”?" in found


@pytest.mark.parametrize("heading", ["### Quotations", "# quotations", "##Quotations"])
def test_a_known_heading_that_opens_no_section_is_warned_of(heading: str) -> None:
    (found,) = told(f"## Lead\n\nText.\n\n{heading}\n\n{OURS}")
    assert found.startswith("content/a.md:8: ")
    assert "write “## Quotations”" in found


def test_a_quotation_in_a_section_of_other_things_is_warned_of() -> None:
    (found,) = told(f"## Lead\n\n> Text.\n\n{OURS}")
    assert found.startswith("content/a.md:8: a quotation stands in the section “Lead”")


def test_a_hyphen_for_the_dash_is_warned_of() -> None:
    (found,) = told(f"## Quotations\n\n{OURS.replace('— ', '- ')}")
    assert found.startswith("content/a.md:6: a list or heading inside makes this quotation a note")


@pytest.mark.parametrize(
    "body",
    [
        "## Background\n\n> Words from a book.\n>\n> — its author\n\nSee [a page](https://example.org).\n",
        "## Background\n\nSee [above](#lead).\n",
        "## Contents\n\n- one\n- two\n",
        "## Editor's note\n\nWe asked again.\n\n> No.\n",
        f"## quotations\n\n{OURS}",
        f"## Lead\n\nText.\n\n### More\n\n## Quotations\n\n{OURS}",
    ],
)
def test_sections_of_ones_own_are_not_warned_of(body: str) -> None:
    assert told(body) == []


def test_a_build_and_a_check_tell_of_it_each_time(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "## Quotations", "## Quotes")
    first, second = ostrin.build(), ostrin.build()
    (warning,) = first.warnings
    line = ostrin.read("content/harbour.md").split("\n").index("## Quotes") + 1
    assert (warning.path, warning.line) == ("content/harbour.md", line)
    assert [str(each) for each in second.warnings] == [str(warning)]
    assert str(warning) in map(str, check(ostrin.root).notes)
