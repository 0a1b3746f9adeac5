"""Bad input: a clear message that says where and what to do, and everything else is published."""

import os
from pathlib import Path

import pytest
from project_folder import FERRY, HARBOUR, Project, project

from sitegen.errors import UsageError

SEED_TABLE = {
    "empty": ({"seeds/bad.txt": b""}, "seeds/bad.txt"),
    "only white space": ({"seeds/bad.txt": b" \n\n\t\n"}, "seeds/bad.txt"),
    "binary": ({"seeds/bad.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"}, "seeds/bad.txt"),
    "malformed front matter": ({"seeds/bad.md": "---\ntitle: [a\n---\nText.\n"}, "seeds/bad.md:"),
    "malformed facts": ({"seeds/bad.txt": HARBOUR, "seeds/bad.yml": "a: b: c\n"}, "seeds/bad.yml:1"),
    "unknown fact": ({"seeds/bad.txt": HARBOUR, "seeds/bad.yml": "\npublishd: x\n"}, "seeds/bad.yml:2"),
    "impossible date": ({"seeds/bad.txt": HARBOUR, "seeds/bad.yml": "published: 2031-02-30\n"}, "bad.yml:1"),
    "facts not UTF-8": ({"seeds/bad.txt": HARBOUR, "seeds/bad.yml": b"x: 1\ntitle: \xff\n"}, "bad.yml:2"),
    "content not YAML": ({"content/bad.md": "---\ntitle: [a\n---\n"}, "content/bad.md:"),
    "content not UTF-8": ({"content/bad.md": b"---\ntitle: a\xff\n---\n"}, "content/bad.md:2"),
    "content without a title": ({"content/bad.md": "Just words.\n"}, "content/bad.md"),
    "content that differs in case only": ({"content/FERRY.md": "---\ntitle: A\n---\n"}, "content/FERRY.md"),
    "content with a name that is no address": ({"content/a b.md": "---\ntitle: A\n---\n"}, "content/a b.md"),
}


@pytest.mark.parametrize(("files", "says"), SEED_TABLE.values(), ids=SEED_TABLE)
def test_one_bad_file_is_reported_and_the_others_are_published(tmp_path: Path, files, says: str) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    for path, content in files.items():
        made.write(path, content)
    for _ in range(2):  # the second time from the cache
        report = made.build()
        assert report.articles == 1
        (error,) = report.errors
        assert says in str(error)
        assert error.hint
    assert list(made.tree("public/articles")) == ["ferry.html"]


def test_a_seed_that_goes_bad_leaves_its_article_and_says_it_was_not_compared(tmp_path: Path) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    made.build()
    content = made.read("content/harbour.md")
    made.write("seeds/harbour.txt", b"\0\0\0")
    made.edit("seeds/ferry.txt", "fog", "rain")
    report = made.build()
    assert len(report.errors) == 1
    assert made.read("content/harbour.md") == content
    page = made.read("public/articles/harbour.html")
    assert "It stands," in page
    assert "not compared: the source file has changed since" in page
    assert "rain" in made.read("public/articles/ferry.html")


def test_of_two_seeds_with_one_slug_the_first_by_path_is_published(tmp_path: Path) -> None:
    made = project(tmp_path, {"b/harbour.txt": FERRY, "a.txt": HARBOUR})
    made.write("seeds/a.yml", "slug: same\n")
    made.write("seeds/b/harbour.yml", "slug: same\n")
    report = made.build()
    (error,) = report.errors
    assert error.path == "seeds/b/harbour.txt"
    assert "seeds/a.txt" in error.message
    assert list(made.tree("content")) == ["same.md"]
    assert "It stands" in made.read("public/articles/same.html")


def test_an_edit_that_cannot_be_read_is_reported_and_kept(tmp_path: Path) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    made.build()
    made.edit("content/harbour.md", "title: ", "title: [")
    broken = made.read("content/harbour.md")
    report = made.build()
    assert report.errors[0].path == "content/harbour.md"
    assert report.errors[0].line in {2, 3}  # the bracket is opened on the one and missed on the other
    assert made.read("content/harbour.md") == broken
    assert report.articles == 1


@pytest.mark.parametrize("folder", ["seeds", "content"])
def test_a_link_out_of_the_project_is_refused(tmp_path: Path, folder: str) -> None:
    made = project(tmp_path / "project", {"ferry.txt": FERRY})
    name = "secret.txt" if folder == "seeds" else "secret.md"
    secret = tmp_path / name
    secret.write_text(HARBOUR)
    (made.root / folder).mkdir(exist_ok=True)
    (made.root / folder / name).symlink_to(secret)
    (made.root / folder / "linked").symlink_to(tmp_path)
    report = made.build()
    assert {error.path for error in report.errors} == {f"{folder}/{name}", f"{folder}/linked"}
    assert report.articles == 1
    assert b"It stands" not in b"".join(made.tree("public").values())


def test_facts_behind_a_link_out_of_the_project_are_refused(tmp_path: Path) -> None:
    made = project(tmp_path / "project", {"ferry.txt": FERRY})
    (tmp_path / "secret.yml").write_text("publisher: Secret\n")
    (made.root / "seeds/ferry.yml").symlink_to(tmp_path / "secret.yml")
    report = made.build()
    assert [error.path for error in report.errors] == ["seeds/ferry.yml"]
    assert report.articles == 0


def test_a_link_inside_the_project_is_followed(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    made.write("archive/harbour.txt", HARBOUR)
    (made.root / "seeds/harbour.txt").symlink_to("../archive/harbour.txt")
    assert made.build().articles == 2


def test_a_link_in_the_place_of_a_content_file_is_not_written_through(tmp_path: Path) -> None:
    made = project(tmp_path / "project", {"ferry.txt": FERRY})
    victim = tmp_path / "victim.md"
    victim.write_text("mine")
    (made.root / "content").mkdir()
    (made.root / "content/ferry.md").symlink_to(victim)
    report = made.build()
    assert report.errors[0].path == "content/ferry.md"
    assert victim.read_text() == "mine"
    assert (made.root / "content/ferry.md").is_symlink()


def test_a_file_name_that_is_no_text_is_reported(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    made.write(os.fsdecode(b"seeds/caf\xe9.txt"), HARBOUR)
    report = made.build()
    assert "not Unicode" in str(report.errors[0])
    str(report.errors[0]).encode()
    assert report.articles == 1


def test_something_that_is_no_ordinary_file_is_reported(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    os.mkfifo(made.root / "seeds/pipe.txt")
    report = made.build()
    assert report.articles == 1
    (error,) = report.errors
    assert error.path == "seeds/pipe.txt"


def test_a_folder_with_the_name_of_a_content_file_is_reported_and_left_alone(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY, "harbour.txt": HARBOUR})
    made.write("content/ferry.md/notes", "mine")
    report = made.build()
    (error,) = report.errors
    assert error.path == "content/ferry.md"
    assert list(made.tree("public/articles")) == ["harbour.html"]
    assert made.read("content/ferry.md/notes") == "mine"


USAGE_TABLE = {
    "unknown setting": ({"sitegen.yml": "site:\n  titel: x\n"}, r"sitegen\.yml:2: .*titel.*title"),
    "malformed settings": ({"sitegen.yml": "site: [\n"}, r"sitegen\.yml:\d"),
    "broken template": ({"templates/method.html": "{% if %}"}, r"method\.html:1"),
    "template that asks for what is not there": ({"templates/method.html": "{{ nonsense.x }}"}, "nonsense"),
    "template that extends a missing one": (
        {"templates/method.html": '{% extends "gone.html" %}'},
        r"gone\.html",
    ),
    "a file where public should be": ({"public": "a file"}, r"public: .*file"),
    "a file where the workspace should be": ({".sitegen": "a file"}, r"\.sitegen"),
    "a file where content should be": ({"content": "a file"}, r"content"),
    "somebody else's files in public": ({"public/thesis.doc": "mine"}, r"thesis\.doc"),
}


@pytest.mark.parametrize(("files", "says"), USAGE_TABLE.values(), ids=USAGE_TABLE)
def test_what_stops_the_whole_build_says_where_and_touches_nothing(tmp_path: Path, files, says: str) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    for path, content in files.items():
        made.write(path, content)
    with pytest.raises(UsageError, match=says):
        made.build()
    for path, content in files.items():
        assert made.read(path) == content


def test_after_a_failed_build_the_site_is_the_old_one(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    made.build()
    before = made.stamps("public")
    made.write("seeds/harbour.txt", HARBOUR)
    made.write("templates/article.html", "{{ nonsense }}")
    with pytest.raises(UsageError):
        made.build()
    assert made.stamps("public") == before
    (made.root / "templates/article.html").unlink()
    assert made.build().articles == 2


@pytest.mark.parametrize("address", ["ostrin", "ftp://ostrin.example/", "https://ostrin.example/?a=b"])
def test_a_base_url_that_is_none_is_refused(tmp_path: Path, address: str) -> None:
    with pytest.raises(UsageError):
        project(tmp_path, {"ferry.txt": FERRY}).build(base_url=address)


def test_a_folder_that_is_no_project_is_refused_and_left_empty(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="sitegen init"):
        Project(tmp_path).build()
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_a_digest_says_that_its_page_is_left_out(tmp_path: Path) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR})
    made.build()
    made.edit("content/harbour.md", "source:\n", "modified: yesterday\nsource:\n")
    report = made.build()
    (error,) = report.errors
    assert str(error).endswith("until this is mended, its page is left out)")
    assert (error.path, error.line) == ("content/harbour.md", 4)
    assert not (made.public / "articles/harbour.html").exists()


def test_a_site_in_a_language_without_texts_is_told_that_its_interface_is_english(tmp_path: Path) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR})
    made.edit("sitegen.yml", "site:\n", "site:\n  language: fr-CA\n")
    says = "sitegen.yml: language: no texts for fr-CA: the interface is in English"
    for report in (made.build(), made.build()):
        (warning,) = report.warnings
        assert str(warning).startswith(says)
        assert "docs/templates.md" in str(warning)
    made.write("templates/strings/fr.yml", "article:\n  quotations: Citations\n")
    assert made.build().warnings == ()


def test_an_edited_digest_that_names_speakers_never_says_that_nobody_was_looked_for(tmp_path: Path) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR})
    made.build()
    made.edit("content/harbour.md", "## Lead", "## Background\n\nMine.\n\n## Lead")
    made.edit("sitegen.yml", "site:\n", "site:\n  language: de\n")
    made.build()
    page = made.read("public/articles/harbour.html")
    assert "Anselm Korvath" in page
    assert "nicht danach gesucht" not in page
    assert "Nicht gesucht, wer es sagt" not in page
