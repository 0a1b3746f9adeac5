"""The search index in the public folder: reused while it is whole, and apart from what others put there."""

from pathlib import Path

import pytest
from public_folder import BRIDGE, HARBOUR, HOME, Indexer, names_in, put, stamps

from sitegen.building.publish import MANIFEST
from sitegen.errors import UsageError


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return tmp_path / "public"


def test_the_index_is_reused_while_the_indexed_pages_are_the_same(public: Path) -> None:
    index = Indexer()
    assert put(public, HOME, HARBOUR, index=index).indexed
    before = stamps(public / "pagefind")
    outcome = put(public, ("index.html", b"other home"), HARBOUR, index=index)
    assert not outcome.indexed
    assert index.runs == 1
    after = stamps(public / "pagefind")
    files = [str(public / "pagefind" / name) for name in ("run1.pf", "entry.json", MANIFEST)]
    assert [before[name] for name in files] == [after[name] for name in files]


def test_the_index_is_made_anew_when_an_indexed_page_changes(public: Path) -> None:
    index = Indexer()
    put(public, HOME, HARBOUR, index=index)
    assert put(public, HOME, HARBOUR, BRIDGE, index=index).indexed
    assert names_in(public / "pagefind") == [MANIFEST, "entry.json", "run2.pf"]


def test_an_index_with_a_missing_file_is_made_anew(public: Path) -> None:
    index = Indexer()
    put(public, HOME, HARBOUR, index=index)
    (public / "pagefind" / "run1.pf").unlink()
    assert put(public, HOME, HARBOUR, index=index).indexed


@pytest.mark.parametrize("damage", ["", "longer than the index was"])
def test_an_index_with_a_damaged_file_is_made_anew(public: Path, damage: str) -> None:
    index = Indexer()
    put(public, HOME, HARBOUR, index=index)
    (public / "pagefind" / "entry.json").write_text(damage)
    assert put(public, HOME, HARBOUR, index=index).indexed
    assert (public / "pagefind" / "entry.json").read_text() == "{}"


def test_an_index_whose_list_is_lost_is_made_anew_and_leaves_no_old_file(public: Path) -> None:
    index = Indexer()
    put(public, HOME, HARBOUR, index=index)
    (public / "pagefind" / MANIFEST).unlink()
    assert put(public, HOME, HARBOUR, index=index).indexed
    assert names_in(public / "pagefind") == [MANIFEST, "entry.json", "run2.pf"]


def test_an_index_that_was_deleted_is_made_anew(public: Path) -> None:
    index = Indexer()
    put(public, HOME, HARBOUR, index=index)
    for path in (public / "pagefind").iterdir():
        path.unlink()
    (public / "pagefind").rmdir()
    assert put(public, HOME, HARBOUR, index=index).indexed
    assert (public / "pagefind" / "entry.json").exists()


def test_files_of_others_in_the_index_folder_are_carried_over(public: Path) -> None:
    index = Indexer()
    put(public, HOME, HARBOUR, index=index)
    (public / "pagefind" / "notes.txt").write_text("mine")
    assert not put(public, ("index.html", b"other home"), HARBOUR, index=index).indexed
    assert put(public, HOME, HARBOUR, BRIDGE, index=index).indexed
    assert names_in(public / "pagefind") == [MANIFEST, "entry.json", "notes.txt", "run2.pf"]
    put(public, HOME)
    assert names_in(public / "pagefind") == ["notes.txt"]


def test_a_strangers_file_in_the_place_of_an_index_file_is_never_overwritten(public: Path) -> None:
    put(public, HOME)
    (public / "pagefind").mkdir()
    (public / "pagefind" / "entry.json").write_text("mine")
    with pytest.raises(UsageError, match="not written by sitegen"):
        put(public, HOME, HARBOUR, index=Indexer())
    assert (public / "pagefind" / "entry.json").read_text() == "mine"
