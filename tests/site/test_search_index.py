from collections.abc import Mapping
from pathlib import Path

import pytest

from sitegen.errors import SitegenError
from sitegen.site import search


def test_a_finished_tree_gets_its_index(tree: Mapping[str, bytes], tmp_path: Path) -> None:
    for path, body in tree.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(body)
    search.index(tmp_path)
    assert (tmp_path / "pagefind/pagefind.js").is_file()
    articles = sum(path.startswith("articles/") for path in tree)
    assert len(list((tmp_path / "pagefind/fragment").iterdir())) == articles


def test_an_empty_site_needs_no_index(tmp_path: Path) -> None:
    search.index(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_says_what_pagefind_said(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles/a.html").write_text("<html lang=en><main data-pagefind-body><h1>a</h1></main>")
    (tmp_path / "pagefind").write_text("a file where the folder should go")
    with pytest.raises(SitegenError, match="Pagefind could not index the site"):
        search.index(tmp_path)
