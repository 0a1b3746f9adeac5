"""The public folder: wholly old or wholly new, nothing of others lost, nothing rewritten for nothing."""

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from public_folder import BRIDGE, HARBOUR, HOME, names_in, put, stamps, tree

from sitegen.building.publish import MANIFEST, publish
from sitegen.building.swap import recover, swap
from sitegen.errors import UsageError


@pytest.fixture
def public(tmp_path: Path) -> Path:
    return tmp_path / "public"


def test_pages_appear_under_their_paths(public: Path) -> None:
    outcome = put(public, HOME, HARBOUR)
    assert tree(public) == dict([HOME, HARBOUR])
    assert outcome.written == ("index.html", "articles/harbour.html")


def test_the_same_pages_again_touch_nothing(public: Path) -> None:
    put(public, HOME, HARBOUR)
    before = stamps(public)
    outcome = put(public, HOME, HARBOUR)
    assert not outcome.touched
    assert outcome.unchanged == 2
    assert stamps(public) == before


def test_a_changed_page_leaves_the_other_files_as_they_are(public: Path) -> None:
    put(public, HOME, HARBOUR)
    before = stamps(public)[str(public / "index.html")]
    outcome = put(public, HOME, (HARBOUR[0], b"<main>New harbour</main>"))
    assert outcome.written == ("articles/harbour.html",)
    assert stamps(public)[str(public / "index.html")] == before


def test_a_page_the_site_no_longer_has_vanishes(public: Path) -> None:
    put(public, HOME, HARBOUR)
    outcome = put(public, HOME)
    assert outcome.removed == ("articles/harbour.html",)
    assert tree(public) == dict([HOME])
    assert not (public / "articles").exists()


def test_a_page_damaged_by_hand_is_put_right(public: Path) -> None:
    put(public, HOME, HARBOUR)
    (public / "index.html").write_text("broken")
    assert put(public, HOME, HARBOUR).written == ("index.html",)
    assert tree(public) == dict([HOME, HARBOUR])


def test_files_of_others_are_carried_over(public: Path) -> None:
    put(public, HOME, HARBOUR)
    (public / "CNAME").write_text("news.example")
    (public / ".git" / "refs").mkdir(parents=True)
    (public / "articles" / "map.png").write_bytes(b"\x89PNG")
    (public / "latest").symlink_to("articles/harbour.html")
    (public / "broken").symlink_to("nowhere")
    put(public, HOME, BRIDGE)
    assert (public / "CNAME").read_text() == "news.example"
    assert (public / ".git" / "refs").is_dir()
    assert (public / "articles" / "map.png").exists()
    assert (public / "latest").readlink() == Path("articles/harbour.html")
    assert (public / "broken").is_symlink()
    assert not (public / "articles" / "harbour.html").exists()


def test_hidden_files_alone_do_not_hinder_a_first_build(public: Path) -> None:
    public.mkdir()
    (public / ".gitkeep").touch()
    put(public, HOME)
    assert names_in(public) == [".gitkeep", MANIFEST, "index.html"]


def test_a_folder_full_of_somebody_elses_files_is_refused(public: Path) -> None:
    public.mkdir()
    for name in ("thesis.doc", "photo.jpg", "a.txt", "b.txt"):
        (public / name).touch()
    with pytest.raises(UsageError, match=r"a\.txt, b\.txt, photo\.jpg and 1 more"):
        put(public, HOME)
    assert len(names_in(public)) == 4


def test_a_strangers_file_in_a_pages_place_is_never_overwritten(public: Path) -> None:
    put(public, HOME)
    (public / "articles").mkdir()
    (public / "articles" / "harbour.html").write_text("mine")
    with pytest.raises(UsageError, match="not written by sitegen"):
        put(public, HOME, HARBOUR)
    assert tree(public) == {"index.html": HOME[1], "articles/harbour.html": b"mine"}


@pytest.mark.parametrize(
    "path",
    ["../up.html", "/etc/motd", "a/../../up.html", "", "a\\b.html", "pagefind/x.js", MANIFEST],
)
def test_a_page_cannot_leave_the_folder_or_pose_as_the_index(public: Path, path: str) -> None:
    put(public, HOME)
    with pytest.raises(UsageError):
        put(public, HOME, (path, b"x"))
    assert tree(public) == dict([HOME])


@pytest.mark.parametrize("twin", ["index.html", "Index.html"])
def test_two_pages_with_one_address_are_refused(public: Path, twin: str) -> None:
    with pytest.raises(UsageError, match="same address"):
        put(public, HOME, (twin, b"x"))
    assert not public.exists()


def test_a_failure_half_way_leaves_the_old_site(public: Path) -> None:
    put(public, HOME, HARBOUR)
    before = stamps(public)

    def pages():
        yield ("index.html", b"new")
        raise RuntimeError("no room")

    with pytest.raises(RuntimeError):
        publish(pages(), public, public.parent / ".sitegen")
    assert stamps(public) == before
    assert not (public.parent / ".sitegen" / "stage").exists()


def test_a_full_disk_is_reported_with_the_path(public: Path) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(folder / "pagefind"))

    with pytest.raises(UsageError, match=r"pagefind: cannot write here: No space left on device"):
        put(public, HOME, index=full)


@pytest.mark.parametrize("place", ["public", ".sitegen"])
def test_a_file_where_a_folder_should_be_is_named(public: Path, place: str) -> None:
    path = public.parent / place
    path.write_text("a file")
    with pytest.raises(UsageError) as caught:
        put(public, HOME)
    assert str(caught.value.path).startswith(str(path))
    assert path.read_text() == "a file"


def test_a_public_folder_that_is_a_link_is_refused(public: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    public.symlink_to("elsewhere")
    with pytest.raises(UsageError, match="is a link"):
        put(public, HOME)


def test_without_a_manifest_that_can_be_read_nothing_is_taken_for_ours(public: Path) -> None:
    put(public, HOME)
    (public / MANIFEST).write_text("{")
    with pytest.raises(UsageError, match="did not write"):
        put(public, HOME)


def test_the_manifest_lists_every_page_and_no_date(public: Path) -> None:
    put(public, HOME, HARBOUR)
    saved = json.loads((public / MANIFEST).read_text())
    assert saved["files"] == ["articles/harbour.html", "index.html"]
    assert set(saved) == {"about", "files", "search"}


def no_exchange(*_: Path) -> None:
    raise OSError(errno.ENOSYS, "Function not implemented")


def test_without_an_exchange_the_swap_takes_two_steps(tmp_path: Path) -> None:
    for name in ("stage", "public"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "from").write_text(name)
    swap(tmp_path / "stage", tmp_path / "public", tmp_path, exchange=no_exchange)
    assert (tmp_path / "public" / "from").read_text() == "stage"
    assert (tmp_path / "replaced" / "from").read_text() == "public"


def test_a_kill_between_the_two_steps_is_recovered_from(public: Path) -> None:
    put(public, HOME)
    workspace = public.parent / ".sitegen"
    (workspace / "stage").mkdir()
    public.rename(workspace / "replaced")
    recover(public, workspace)
    assert tree(public) == dict([HOME])
    assert list(workspace.iterdir()) == []


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EBUSY])
def test_a_folder_that_cannot_be_replaced_is_named(tmp_path: Path, number: int) -> None:
    def busy(*_: Path) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "public").mkdir()
    with pytest.raises(UsageError, match="mount point"):
        swap(tmp_path / "stage", tmp_path / "public", tmp_path, exchange=busy)


names = st.sampled_from(["index.html", "a/x.html", "a/y.html", "b.html", "c/d/e.html"])
sites = st.dictionaries(names, st.sampled_from([b"one", b"two", b"<p>three"]), min_size=1)


@given(st.lists(sites, min_size=1, max_size=4))
@settings(max_examples=25)
def test_publishing_again_and_again_ends_like_publishing_once(tmp_path_factory, walk) -> None:
    again, once = (tmp_path_factory.mktemp(name) / "public" for name in ("again", "once"))
    for site in walk:
        put(again, *site.items())
    put(once, *walk[-1].items())
    assert tree(again) == tree(once)
    assert (again / MANIFEST).read_bytes() == (once / MANIFEST).read_bytes()
