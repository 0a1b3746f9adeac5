"""The whole site in one file: complete, readable from a folder, the same from the same content."""

import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from project_folder import FERRY, HARBOUR, Project, project

from sitegen.archive import archive
from tests.site.reading import read, target

SETTINGS = "site:\n  title: Ostrin Digests\n  base_url: https://ostrin.example/\n  offline_zip: {flag}\n"


@pytest.fixture
def built(tmp_path: Path) -> Project:
    made = project(tmp_path / "project", {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    made.write("sitegen.yml", SETTINGS.format(flag="true"))
    made.build()
    return made


def unpacked(made: Project) -> dict[str, bytes]:
    with zipfile.ZipFile(made.public / "offline.zip") as copy:
        assert copy.testzip() is None
        return {name.removeprefix("ostrin-digests/"): copy.read(name) for name in copy.namelist()}


def test_the_copy_holds_every_file_of_the_site_but_itself(built: Project) -> None:
    site = {path: body for path, body in built.tree("public").items() if not path.startswith(".")}
    assert unpacked(built) == {path: body for path, body in site.items() if path != "offline.zip"}


def test_every_link_of_an_unpacked_page_leads_to_a_file_of_the_copy(built: Project) -> None:
    files = unpacked(built)
    checked = 0
    for path in files:
        if not path.endswith(".html") or path == "404.html":  # shown by a server, with whole addresses
            continue
        for link in read(files[path]).links:
            found = target(path, link)
            # The copy cannot hold itself, and the search page says that the index needs a server.
            if found is None or found[0] == "offline.zip" or found[0].startswith("pagefind/"):
                continue
            assert found[0] in files, (path, link)
            checked += 1
    assert checked > 100


def test_the_search_index_is_not_in_the_copy(tmp_path: Path) -> None:
    made = project(tmp_path / "project", {"harbour.txt": HARBOUR})
    made.write("sitegen.yml", SETTINGS.format(flag="true"))
    made.build(search=True)
    assert (made.public / "pagefind").is_dir()
    assert not [path for path in unpacked(made) if path.startswith("pagefind")]


def test_the_copy_is_the_same_whenever_it_is_made_and_says_no_time(built: Project, tmp_path: Path) -> None:
    again = project(tmp_path / "again", {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    again.write("sitegen.yml", SETTINGS.format(flag="true"))
    again.build()
    copy = (built.public / "offline.zip").read_bytes()
    assert (again.public / "offline.zip").read_bytes() == copy
    with zipfile.ZipFile(io.BytesIO(copy)) as found:
        assert {entry.date_time for entry in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert found.namelist() == sorted(found.namelist())


def test_a_build_that_changes_nothing_leaves_the_copy_alone_and_one_that_does_renews_it(
    built: Project,
) -> None:
    before = (built.public / "offline.zip").stat().st_ino
    (built.root / ".sitegen/trace.json").unlink(missing_ok=True)
    assert built.build().written == ()
    assert (built.public / "offline.zip").stat().st_ino == before, "the very same file"
    built.edit("content/harbour.md", "harbour", "harbor")
    assert "offline.zip" in built.build().written
    assert unpacked(built)["exports/articles/harbour.md"] == (built.root / "content/harbour.md").read_bytes()


def test_without_the_setting_there_is_no_copy_and_it_goes_when_it_is_taken_back(built: Project) -> None:
    assert b"offline.zip" in built.tree("public")["downloads.html"]
    built.write("sitegen.yml", SETTINGS.format(flag="false"))
    assert "offline.zip" in built.build().unpublished
    assert b"offline.zip" not in built.tree("public")["downloads.html"]


def test_the_digests_of_all_articles_are_in_one_archive(built: Project) -> None:
    with zipfile.ZipFile(built.public / "exports/digests.zip") as found:
        assert {name: found.read(name) for name in found.namelist()} == {
            f"digests/{path}": body for path, body in built.tree("content").items()
        }


@given(st.dictionaries(st.text("abcé/.-", min_size=1, max_size=9).map("f".__add__), st.lists(st.binary())))
def test_whatever_is_packed_comes_out_again(files: dict[str, list[bytes]]) -> None:
    entries = ((path, sum(map(len, pieces)), pieces) for path, pieces in files.items())
    with zipfile.ZipFile(io.BytesIO(b"".join(archive(entries)))) as found:
        assert {name: found.read(name) for name in found.namelist()} == {
            path: b"".join(pieces) for path, pieces in files.items()
        }


def test_a_large_file_is_packed_a_piece_at_a_time() -> None:
    piece = bytes(range(256)) * 256

    def pieces() -> Iterator[bytes]:
        yield from (piece for _ in range(800))

    tracemalloc.start()
    size = sum(map(len, archive([("large.bin", len(piece) * 800, pieces())])))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 0
    assert peak < 4_000_000, "of 52 MB"
