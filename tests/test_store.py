"""The cache: an entry is there and whole, or it is not there."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.building.store import Store, key_of
from sitegen.errors import UsageError

KEY = key_of("digest", b"seed", "settings")


def entry(folder: Path) -> Path:
    (path,) = folder.rglob("*.json")
    return path


def test_a_record_reads_back_as_it_was_written(tmp_path: Path) -> None:
    record = {"slug": "harbour", "markdown": "“Ostrin” \ud800 \x00", "line": 3, "hint": None}
    Store(tmp_path).write(KEY, record)
    assert Store(tmp_path).read(KEY) == record


def test_an_unknown_key_reads_as_nothing(tmp_path: Path) -> None:
    assert Store(tmp_path / "never made").read(KEY) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw[:0],
        lambda raw: raw[:-1],
        lambda raw: raw.replace(b"harbour", b"harvest"),
        lambda raw: b"\xff\xfe" + raw,
        lambda raw: raw + b" ",
    ],
    ids=["emptied", "cut short", "altered", "not text", "longer"],
)
def test_a_damaged_record_reads_as_nothing(tmp_path: Path, damage) -> None:
    Store(tmp_path).write(KEY, {"slug": "harbour"})
    path = entry(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert Store(tmp_path).read(KEY) is None


def test_a_record_that_is_no_mapping_reads_as_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.write(KEY, [1, 2])  # type: ignore[arg-type]
    assert store.read(KEY) is None


def test_pruning_keeps_what_was_read_or_written(tmp_path: Path) -> None:
    first = Store(tmp_path)
    for name in "abc":
        first.write(key_of(name), {"name": name})
    second = Store(tmp_path)
    second.read(key_of("a"))
    second.write(key_of("d"), {"name": "d"})
    assert second.prune() == 2
    left = {json.loads(path.read_bytes().partition(b"\n")[2])["name"] for path in tmp_path.rglob("*.json")}
    assert left == {"a", "d"}


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    with pytest.raises(UsageError, match=r"cannot write here") as caught:
        Store(tmp_path / "cache").write(KEY, {})
    assert str(tmp_path / "cache") in str(caught.value.path)


@given(st.lists(st.binary()), st.lists(st.binary()))
def test_different_parts_never_make_one_key(one: list[bytes], other: list[bytes]) -> None:
    assert (key_of("stage", *one) == key_of("stage", *other)) == (one == other)


def test_a_frozen_store_is_read_and_never_changed(tmp_path: Path) -> None:
    Store(tmp_path).write("aa1", {"a": 1})
    frozen = Store(tmp_path)
    frozen.freeze()
    frozen.write("bb2", {"b": 2})
    assert frozen.prune() == 0
    assert frozen.read("aa1") == {"a": 1}
    assert Store(tmp_path).read("bb2") is None
