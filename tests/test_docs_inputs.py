"""docs/inputs.md: every format it names has an example, and the examples build into what the page says."""

import re
from pathlib import Path

import pytest
from project_folder import REPOSITORY, Project, project

from sitegen.building.check import check
from sitegen.config import parse_settings
from sitegen.content_file import digest_markdown
from sitegen.facts import FACT_KEYS
from sitegen.intake import is_seed
from sitegen.intake.collections import SUFFIXES
from sitegen.lexicon import load
from sitegen.model import Digest

PAGE = (REPOSITORY / "docs/inputs.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^`seeds/([^`\n]+)`\n\n```[a-z]+\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    made = project(tmp_path_factory.mktemp("examples"), EXAMPLES)
    report = made.build()
    assert [str(each) for each in (*report.errors, *report.warnings)] == []
    return made


def digest(made: Project, slug: str) -> Digest:
    file = f"content/{slug}.md"
    return digest_markdown.parse(made.read(file), path=file, slug=slug)


def test_the_examples_are_the_articles_that_the_page_promises(built: Project) -> None:
    assert sorted(built.tree("content")) == [
        "2031-04-ferry.md",
        "council-7.md",
        "council-8.md",
        "courier-courier-17.md",
        "crawl-agency-example-2031-judge.md",
        "dam.md",
        "trams.md",
        "wire-1042.md",
        "wire-1043.md",
    ]
    assert [str(each) for each in check(built.root).problems if "pagefind" not in str(each)] == []


@pytest.mark.parametrize(
    ("slug", "title", "published", "publisher", "speaker"),
    [
        ("2031-04-ferry", "Last ferry leaves Ostrin", "2031-04-02", None, "Dunja Reyle"),
        ("trams", "Council votes for trams", "2031-04-03", None, "Tomas Verrick"),
        ("dam", "The dam of Karsa holds", "2031-04-02", "The Ostrin Courier", "Dara Ilvane"),
        ("wire-1042", "Harbour reopens", "2031-04-02", "Velmora Press Agency", "Mira Tolland"),
        ("council-7", "Council meets", "2031-04-02", "The Ostrin Courier", "Tomas Verrick"),
        ("courier-courier-17", "Fog lifts", "2031-04-02", "The Ostrin Courier", "Dunja Reyle"),
        ("crawl-agency-example-2031-judge", "Judge rests", None, None, "Petra Ilvane"),
    ],
)
def test_an_example_gives_the_facts_that_the_page_says(
    built: Project, slug: str, title: str, published: str | None, publisher: str | None, speaker: str
) -> None:
    found = digest(built, slug)
    assert (found.title, found.facts.published, found.facts.publisher) == (title, published, publisher)
    assert {each.speaker for each in found.quotations} == {speaker}


def test_every_ending_stands_in_the_first_table_and_every_format_has_an_example() -> None:
    table = PAGE.split("\n\n")[2]
    named = set(re.findall(r"`(\.[a-z.]+)`", table)) - {".yml"}
    assert named == {".txt", ".md", ".markdown", ".html", ".htm", *SUFFIXES}
    assert all(is_seed(Path(f"a{ending}")) for ending in named)
    rows = [set(re.findall(r"`(\.[a-z.]+)`", line)) for line in table.splitlines()[2:]]
    for endings in rows:
        assert any(name.endswith(tuple(endings)) for name in EXAMPLES), endings


def test_the_table_of_columns_is_the_lexicon_s() -> None:
    usual = {
        field: re.findall(r"`([a-z_]+)`", names)
        for field, names in re.findall(r"^\| `([a-z]+)` \| (`[^|]+) \|", PAGE, re.MULTILINE)
    }
    assert usual == dict(load("columns"))


def test_the_keys_of_a_sidecar_and_the_settings_are_the_program_s() -> None:
    keys = PAGE.split("\nKeys: ")[1].split(". Of one")[0]
    assert set(re.findall(r"`([a-z]+)`", keys)) == set(FACT_KEYS)
    (settings,) = re.findall(r"```yaml\n(inputs:.*?)```", PAGE, re.DOTALL)
    assert parse_settings(settings).inputs.files[0].columns == {"text": ("words",)}
