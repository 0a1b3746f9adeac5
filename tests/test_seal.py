"""The seal: untouched files may be rewritten, edited ones never."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.content_file.seal import Ownership, seal, state

FILE = seal("---\ntitle: Ostrin floods\nseal:\n---\n\n## Lead\n\n> Rain.\n>\n> More rain.\n")
OTHER = seal(FILE.replace("Rain.", "Snow."))


def test_a_missing_file_may_be_written() -> None:
    assert state(None, FILE) is Ownership.MISSING


def test_an_untouched_file_that_would_be_the_same_is_pristine() -> None:
    assert state(FILE, FILE) is Ownership.PRISTINE


def test_an_untouched_file_that_would_differ_is_stale() -> None:
    assert state(FILE, OTHER) is Ownership.STALE


def test_an_untouched_file_without_a_seed_is_stale() -> None:
    assert state(FILE, None) is Ownership.STALE


def test_sealing_again_changes_nothing() -> None:
    assert seal(FILE) == FILE


@pytest.mark.parametrize("fresh", [FILE, None])
@pytest.mark.parametrize(
    "changed",
    [
        FILE.replace("\n", "\r\n"),
        FILE.rstrip("\n"),
        FILE + "\n\n",
        FILE.replace("\n", "\r\n") + "\r\n",
    ],
    ids=["windows line ends", "no last line end", "blank lines at the end", "both"],
)
def test_what_git_and_editors_do_to_line_ends_breaks_nothing(changed: str, fresh: str | None) -> None:
    assert state(changed, fresh) is (Ownership.PRISTINE if fresh else Ownership.STALE)


@given(st.integers(0, len(FILE.rstrip("\n")) - 1), st.sampled_from(("", "x", " ", "\u200b", "\r", "\n")))
def test_any_other_change_of_a_character_is_somebodys(place: int, instead: str) -> None:
    changed = FILE[:place] + instead + FILE[place + 1 :]
    if changed.rstrip("\n") != FILE.rstrip("\n"):
        assert state(changed, FILE) in {Ownership.EDITED, Ownership.HANDWRITTEN}


@given(st.integers(0, len(FILE.rstrip("\n")) - 1), st.characters(exclude_categories=("Cs",)))
def test_any_character_put_in_is_somebodys(place: int, character: str) -> None:
    changed = FILE[:place] + character + FILE[place:]
    if changed.replace("\r\n", "\n") != FILE:
        assert state(changed, changed) in {Ownership.EDITED, Ownership.HANDWRITTEN}


def test_a_seal_that_is_moved_is_broken() -> None:
    line = next(line for line in FILE.splitlines(keepends=True) if line.startswith("seal:"))
    moved = FILE.replace(line, "").replace("title:", f"{line}title:")
    assert state(moved, FILE) is Ownership.EDITED


def test_an_emptied_seal_is_broken() -> None:
    lines = [("seal:" if line.startswith("seal:") else line) for line in FILE.splitlines()]
    assert state("\n".join(lines), FILE) is Ownership.EDITED


@pytest.mark.parametrize(
    "markdown",
    [
        "---\ntitle: By hand\n---\n\nText.\n",
        "No front matter.\n",
        "",
        "---\ntitle: no end\nseal: 12\n",
        "---\ntitle: By hand\n---\n\nseal: in the text\n",
    ],
)
def test_a_file_without_a_seal_is_a_persons(markdown: str) -> None:
    assert state(markdown, FILE) is Ownership.HANDWRITTEN


def test_taking_the_seal_out_keeps_the_file() -> None:
    without = "".join(line for line in FILE.splitlines(keepends=True) if not line.startswith("seal:"))
    assert state(without, FILE) is Ownership.HANDWRITTEN


def test_there_must_be_a_place_for_the_seal() -> None:
    with pytest.raises(ValueError, match="seal:"):
        seal("---\ntitle: x\n---\n")
