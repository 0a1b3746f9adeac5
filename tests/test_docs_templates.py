"""docs/templates.md: every template is there, with the values it gets, and no others."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from project_folder import REPOSITORY

from sitegen.config import Settings
from sitegen.model import Withdrawal
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.page import Page
from sitegen.site.strings import Strings
from sitegen.site.theme import Theme, default_templates, open_theme
from tests.site.test_changes import stated
from tests.site.timelines import dam
from tests.site.velmora import corpus, many, namesakes, orchard

GUIDE = (REPOSITORY / "docs/templates.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `(\w+)` \| \S", re.MULTILINE)


@dataclass
class Watched:
    """The real theme, and what each of its templates was given."""

    theme: Theme
    given: dict[str, set[frozenset[str]]] = field(default_factory=lambda: defaultdict(set))

    @property
    def static(self) -> tuple[Page, ...]:
        return self.theme.static

    def strings(self, language: str) -> Strings:
        return self.theme.strings(language)

    def render(self, template: str, **context: Any) -> bytes:
        self.given[template].add(frozenset(context))
        return self.theme.render(template, **context)


@pytest.fixture(scope="module")
def given() -> Mapping[str, set[frozenset[str]]]:
    gone = stated(orchard(), withdrawn=Withdrawal(date="2024-03-09", why="Untrue."))
    moved, *others = corpus()[:2]
    digests = (stated(moved, aliases=("old-bridge",)), *others, gone, *namesakes(), *many(3), *dam())
    watched = Watched(open_theme(None))
    for _ in pages.render(gather(digests, Settings()), Settings(), watched):  # type: ignore[arg-type]
        pass
    return watched.given


def documented() -> dict[str, set[str]]:
    """The values that the guide names, by template."""
    pages_part = GUIDE.split("\n## The pages\n")[1].split("\n## Pieces")[0]
    found = {}
    for section in pages_part.split("\n### ")[1:]:
        name, _, rest = section.partition("\n")
        found[name.strip("`")] = set(ROW.findall(rest))
    return found


def everywhere() -> set[str]:
    return set(ROW.findall(GUIDE.split("\n## What every template gets\n")[1].split("\n## ")[0]))


def test_every_template_of_a_page_is_documented_with_just_the_values_it_gets(
    given: Mapping[str, set[frozenset[str]]],
) -> None:
    own = {template: {name for names in given[template] for name in names} for template in given}
    assert {template: names - everywhere() for template, names in own.items()} == documented()


def test_a_value_that_some_pages_of_a_template_do_not_get_is_said_to_be(
    given: Mapping[str, set[frozenset[str]]],
) -> None:
    for template, contexts in given.items():
        section = GUIDE.partition(f"### `{template}`")[2].partition("\n### ")[0]
        only_some = frozenset.union(*contexts) - frozenset.intersection(*contexts)
        said = set(re.findall(r"^\| `(\w+)` \| not given but on", section, re.MULTILINE))
        assert only_some == said, template


def test_the_values_of_every_template_are_just_those_that_every_template_gets(
    given: Mapping[str, set[frozenset[str]]],
) -> None:
    assert frozenset.intersection(*(names for each in given.values() for names in each)) == everywhere()


def test_every_file_of_the_theme_is_named_and_every_file_named_exists() -> None:
    theme = default_templates()
    there = {
        file.relative_to(theme).as_posix()
        for file in theme.rglob("*")
        if file.is_file() and file.relative_to(theme).parts[0] != "static"
    }
    rows = GUIDE.split("\n## Pieces of pages\n")[1]
    assert there == set(documented()) | set(re.findall(r"`([\w/]+\.(?:html|yml))`", rows))


def test_the_blocks_named_are_those_of_the_base() -> None:
    (row,) = re.findall(r"^\| `base.html` \| .*$", GUIDE, re.MULTILINE)
    blocks = re.findall(r"{% block (\w+) %}", (default_templates() / "base.html").read_text())
    assert set(re.findall(r"`(\w+)`", row.partition("Blocks:")[2])) == {*blocks, "body"}
