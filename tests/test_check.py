"""`sitegen check`: whatever has come apart is found, and nothing is changed."""

from pathlib import Path

import pytest
from project_folder import FERRY, HARBOUR, Project, project, run

from sitegen.building.check import Verdict, check
from sitegen.building.links import broken_links
from sitegen.content_file.seal import Ownership


@pytest.fixture
def ostrin(tmp_path: Path) -> Project:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    made.build()
    return made


def problems(verdict: Verdict) -> list[str]:
    return [str(problem) for problem in verdict.problems]


def only(verdict: Verdict) -> str:
    (problem,) = problems(verdict)
    return problem


def links_apart(made: Project) -> Verdict:
    """Without the built site, whose search page rightly misses the index these tests leave out."""
    for path in sorted(made.public.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    return check(made.root)


def test_a_fresh_build_has_no_problem(ostrin: Project) -> None:
    ostrin.build(search=True)
    verdict = check(ostrin.root)
    assert problems(verdict) == []
    assert verdict.states == {Ownership.PRISTINE: 2}
    assert verdict.excerpts > 8
    assert verdict.linked


def test_checking_changes_nothing(ostrin: Project) -> None:
    ostrin.edit("seeds/harbour.txt", "It stands", "It falls")
    ostrin.edit("content/ferry.md", "**Dunja Reyle**", "**Captain Reyle**")
    before = ostrin.stamps(".")
    check(ostrin.root)
    assert ostrin.stamps(".") == before


def test_a_quotation_that_is_no_longer_verbatim_is_found(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "> “It stands,”\n", "> “It stood,”\n")
    found = only(links_apart(ostrin))
    assert found.startswith("content/harbour.md: not at characters")
    assert "“It stood,”" in found


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("*denied*", "*refuted*", "content/quay.md: not in seeds/quay.txt: “refuted”"),
        ("> Brod denied the claim.\n", "> Brod denied it.\n", "content/quay.md: not at characters"),
        ("> Okell said that", "> Okell swore that", "content/quay.md: not at characters"),
    ],
)
def test_words_of_a_dispute_that_the_article_does_not_have_are_found(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    quay = "The quay\n\nA wall fell.\n\nIt fell at night.\n\nIt is old.\n\n"
    quay += "Okell said that the quay was unsafe. Brod denied the claim.\n"
    made = project(tmp_path, {"quay.txt": quay})
    made.build()
    made.edit("content/quay.md", old, new)
    (problem,) = problems(links_apart(made))
    assert problem.startswith(says)


def test_an_edit_that_keeps_the_words_is_no_problem(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "**Anselm Korvath**", "**Mayor Korvath**")
    verdict = links_apart(ostrin)
    assert problems(verdict) == []
    assert verdict.states == {Ownership.PRISTINE: 1, Ownership.EDITED: 1}


def test_a_changed_seed_makes_an_untouched_file_out_of_date(ostrin: Project) -> None:
    ostrin.edit("seeds/harbour.txt", "It stands", "It falls")
    assert only(links_apart(ostrin)) == "content/harbour.md: is out of date (run: sitegen build)"


def test_a_changed_seed_under_an_edited_file_is_found(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "**Anselm Korvath**", "**Mayor Korvath**")
    ostrin.edit("seeds/harbour.txt", "It stands", "It falls")
    assert "was made from an earlier state of seeds/harbour.txt" in only(links_apart(ostrin))


def test_a_missing_seed_is_found(ostrin: Project) -> None:
    (ostrin.root / "seeds/ferry.txt").unlink()
    assert "content/ferry.md: its seed seeds/ferry.txt is missing" in only(links_apart(ostrin))


def test_a_seed_without_a_content_file_is_found(ostrin: Project) -> None:
    (ostrin.root / "content/ferry.md").unlink()
    assert only(links_apart(ostrin)) == "seeds/ferry.txt: has no content file yet (run: sitegen build)"


def test_what_a_build_would_report_is_reported(ostrin: Project) -> None:
    ostrin.write("seeds/bad.txt", b"\0\0")
    ostrin.write("content/worse.md", "---\ntitle: [\n---\n")
    found = problems(links_apart(ostrin))
    assert len(found) == 2
    assert found[0].startswith("seeds/bad.txt")
    assert found[1].startswith("content/worse.md")


def test_a_digest_written_by_hand_is_compared_with_nothing(ostrin: Project) -> None:
    ostrin.write("content/note.md", "---\ntitle: A note\n---\n\n## Lead\n\n> It was foggy.\n")
    verdict = links_apart(ostrin)
    assert problems(verdict) == []
    assert verdict.states[Ownership.HANDWRITTEN] == 1


def test_a_link_that_leads_nowhere_is_found_with_its_line(ostrin: Project) -> None:
    ostrin.build(search=True)
    ostrin.edit("public/method.html", "</main>", '\n<a href="articles/gone.html">x</a></main>')
    found = only(check(ostrin.root))
    assert "this link leads to no file: articles/gone.html" in found
    assert found.startswith("public/method.html:")


LINKS = {
    "other.html": None,
    "./other.html?q=a#here": None,
    "other.html#h%65re": None,
    "#top": None,
    "sub/page.html": None,
    "data%20file.txt": None,
    "https://elsewhere.example/x": None,
    "mailto:a@b.example": None,
    "//elsewhere.example/": None,
    "": None,
    "other.html#there": "no place on its page",
    "#nowhere": "no place on its page",
    "gone.html": "no file",
    "../outside.html": "no file",
    "/other.html": "root of a server",
    "sub": "no file",
    "http://[": "malformed",
}


@pytest.mark.parametrize(("target", "says"), LINKS.items(), ids=repr)
def test_a_link_leads_somewhere_or_is_named(tmp_path: Path, target: str, says: str | None) -> None:
    made = Project(tmp_path)
    made.write("public/index.html", f'<p id="top">\n<a href="{target}">x</a>')
    made.write("public/other.html", '<h2 id="here">')
    made.write("public/sub/page.html", '<a name="x"></a>')
    made.write("public/data file.txt", "x")
    found = [str(error) for error in broken_links(tmp_path / "public")]
    if says is None:
        assert found == []
    else:
        assert len(found) == 1
        assert says in found[0]
        assert found[0].startswith("public/index.html:2:")


def test_the_exit_code_says_whether_there_is_a_problem(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    made.build(search=True)
    fine = run("check", "-C", tmp_path)
    assert fine.returncode == 0
    assert "No problems." in fine.stdout
    made.edit("seeds/ferry.txt", "fog", "rain")
    wrong = run("check", "-C", tmp_path)
    assert wrong.returncode == 1
    assert "content/ferry.md: is out of date" in wrong.stderr
    assert run("check", "-C", tmp_path / "seeds").returncode == 2


def test_a_message_shows_words_that_go_over_lines_without_replacement_marks(tmp_path: Path) -> None:
    quay = "The quay\n\n“It stands.\n\n“It is old,” said Anselm Korvath.\n"
    made = project(tmp_path, {"quay.txt": quay})
    made.build()
    made.edit("content/quay.md", "> “It stands.\n", "> “It stood.\n")
    done = run("check", "--project", made.root)
    assert "“It stood. “It is old,”" in done.stderr
    assert "\ufffd" not in done.stderr
