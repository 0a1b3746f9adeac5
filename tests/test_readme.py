"""The README says what is so."""

import re
from pathlib import Path

import pytest

from sitegen import accuracy
from sitegen.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_and_every_option_of_build_is_documented() -> None:
    for name in main.commands:
        assert f"`sitegen {name}" in README
    for option in main.commands["build"].params:
        assert max(option.opts, key=len) in README


@pytest.mark.parametrize("target", ["site", "test", "lint", "lock"])
def test_every_make_target_named_exists(target: str) -> None:
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_links_into_the_project_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_the_figures_are_those_of_the_method_page() -> None:
    for measure in accuracy.SPEAKING + accuracy.DATING + accuracy.FINDING:
        assert f"| {measure.what} | {measure.figure} | {measure.compared or ''}".rstrip() in README


def test_the_excerpt_is_what_the_demo_says() -> None:
    digest = (ROOT / "content/qaani-axis-of-resistance-stays-united.md").read_text(encoding="utf-8")
    quoted = [line.removeprefix("> ") for line in README.splitlines() if line.startswith("> ")]
    for line in quoted[:7]:
        for piece in re.split(r" · ¶\d+$|…”?$| \(“", line)[0:1]:
            assert piece.strip() in digest, piece
