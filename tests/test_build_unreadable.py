"""What is there but cannot be read is reported, and what was made of it stays: it is not gone."""

import ctypes
import os
import subprocess
from pathlib import Path

import pytest
from project_folder import FERRY, HARBOUR, Project, command, environment, project

from sitegen.building.check import check

BEACON = """Beacon of Ostrin is lit again

“It will burn,” said Anselm Korvath, the mayor of Ostrin, on Oct. 9.
"""
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER = 1, 2, 3
PR_CAPBSET_DROP = 24


@pytest.fixture
def ostrin(tmp_path: Path) -> Project:
    made = project(tmp_path / "ostrin", {"harbour.txt": HARBOUR, "old/ferry.txt": FERRY})
    made.build()
    return made


def obey_permissions() -> None:
    """In a new process of root's: do without the right to read what its permissions forbid."""
    libc = ctypes.CDLL(None)
    for capability in (CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_FOWNER):
        libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def build_as_anybody(made: Project) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command("build", "-C", made.root, "--jobs", "1"),
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
        preexec_fn=obey_permissions if os.getuid() == 0 else None,
    )


def assert_kept(made: Project, article: str, says: str) -> None:
    """One error, and the article as it was, beside a new one that is published."""
    content = made.read(f"content/{article}.md")
    made.write("seeds/beacon.txt", BEACON)
    report = made.build()
    assert [error.path for error in report.errors] == [says]
    assert report.content.removed == ()
    assert made.read(f"content/{article}.md") == content
    assert (made.public / f"articles/{article}.html").exists()
    assert (made.public / "articles/beacon.html").exists()
    assert not any("is missing" in str(problem) for problem in check(made.root).problems)


def test_a_seed_that_became_a_folder_is_not_gone(ostrin: Project) -> None:
    (ostrin.root / "seeds/harbour.txt").unlink()
    (ostrin.root / "seeds/harbour.txt").mkdir()
    assert_kept(ostrin, "harbour", "seeds/harbour.txt")


def test_a_seed_that_became_a_link_to_nowhere_is_not_gone(ostrin: Project) -> None:
    (ostrin.root / "seeds/harbour.txt").unlink()
    (ostrin.root / "seeds/harbour.txt").symlink_to("nowhere.txt")
    assert_kept(ostrin, "harbour", "seeds/harbour.txt")


def test_seeds_in_a_folder_that_became_a_link_are_not_gone(ostrin: Project) -> None:
    (ostrin.root / "seeds/old").rename(ostrin.root / "archive")
    (ostrin.root / "seeds/old").symlink_to("../archive")
    assert_kept(ostrin, "old-ferry", "seeds/old")


def test_a_seed_whose_facts_are_too_large_is_not_gone(ostrin: Project) -> None:
    ostrin.write("seeds/harbour.yml", b"#" * 16_000_001)
    assert_kept(ostrin, "harbour", "seeds/harbour.yml")


def test_a_draft_whose_facts_have_another_ending_is_not_published(ostrin: Project) -> None:
    ostrin.write("seeds/harbour.yaml", "draft: true\n")
    ostrin.write("seeds/vigil.txt", BEACON)
    ostrin.write("seeds/vigil.yaml", "draft: true\n")
    report = ostrin.build()
    assert [error.path for error in report.errors] == ["seeds/harbour.yaml", "seeds/vigil.yaml"]
    assert report.warnings == ()
    assert sorted(ostrin.tree("content")) == ["harbour.md", "old-ferry.md"]


@pytest.mark.parametrize("leads_to", ["../../facts.yml", "nowhere.yml"])
def test_a_draft_whose_facts_are_a_link_that_is_not_followed_is_not_published(
    ostrin: Project, leads_to: str
) -> None:
    (ostrin.root.parent / "facts.yml").write_text("draft: true\n")
    ostrin.write("seeds/vigil.txt", BEACON)
    (ostrin.root / "seeds/vigil.yml").symlink_to(leads_to)
    report = ostrin.build()
    assert [error.path for error in report.errors] == ["seeds/vigil.yml"]
    assert sorted(ostrin.tree("public/articles")) == ["harbour.html", "old-ferry.html"]


@pytest.mark.parametrize("place", ["seeds/harbour.txt", "seeds/old", "seeds"])
def test_seeds_that_may_not_be_read_are_kept_and_the_others_published(ostrin: Project, place: str) -> None:
    ostrin.write("seeds/beacon.txt", BEACON)
    articles = sorted(ostrin.tree("content"))
    (ostrin.root / place).chmod(0)
    outcome = build_as_anybody(ostrin)
    (ostrin.root / place).chmod(0o755)
    assert outcome.returncode == 1, outcome.stderr
    assert outcome.stderr.count("error: ") == 1
    assert f"error: {place}: cannot be read: Permission denied" in outcome.stderr
    assert "0 removed" in outcome.stdout
    expected = articles if place == "seeds" else sorted([*articles, "beacon.md"])
    assert sorted(ostrin.tree("content")) == expected


def test_a_content_file_that_may_not_be_read_is_left_alone(ostrin: Project) -> None:
    before = ostrin.read("content/harbour.md")
    ostrin.edit("seeds/harbour.txt", "It stands", "It falls")
    (ostrin.root / "content/harbour.md").chmod(0)
    outcome = build_as_anybody(ostrin)
    (ostrin.root / "content/harbour.md").chmod(0o644)
    assert outcome.returncode == 1, outcome.stderr
    assert "error: content/harbour.md: cannot be read" in outcome.stderr
    assert ostrin.read("content/harbour.md") == before
    assert sorted(ostrin.tree("public/articles")) == ["old-ferry.html"]


def test_a_content_folder_that_may_not_be_read_stops_the_build(ostrin: Project) -> None:
    before = ostrin.stamps("public")
    (ostrin.root / "content").chmod(0)
    outcome = build_as_anybody(ostrin)
    (ostrin.root / "content").chmod(0o755)
    assert outcome.returncode == 2
    assert "error: content: cannot be read" in outcome.stderr
    assert ostrin.stamps("public") == before


def test_a_folder_of_others_in_public_that_cannot_be_looked_into_stops_the_build(ostrin: Project) -> None:
    ostrin.write("public/photos/bridge.png", b"\x89PNG")
    ostrin.write("seeds/beacon.txt", BEACON)
    before = ostrin.stamps("public")
    (ostrin.public / "photos").chmod(0)
    outcome = build_as_anybody(ostrin)
    (ostrin.public / "photos").chmod(0o755)
    assert outcome.returncode == 2
    assert "public/photos" in outcome.stderr
    assert ostrin.stamps("public") == before
    assert build_as_anybody(ostrin).returncode == 0
    assert (ostrin.public / "photos/bridge.png").exists()


def test_a_folder_of_others_in_public_that_may_not_be_written_to_is_no_hindrance(ostrin: Project) -> None:
    ostrin.write("public/photos/bridge.png", b"\x89PNG")
    (ostrin.public / "photos").chmod(0o555)
    ostrin.write("seeds/beacon.txt", BEACON)
    outcome = build_as_anybody(ostrin)
    assert (outcome.returncode, "warning" in outcome.stderr) == (0, False), outcome.stderr
    assert (ostrin.public / "photos/bridge.png").exists()
    assert sorted(path.name for path in (ostrin.root / ".sitegen").iterdir()) == [
        "cache",
        "lock",
        "trace.json",
    ]


@pytest.mark.skipif(os.getuid() != 0, reason="gives a folder to somebody else")
def test_a_folder_of_others_in_public_that_only_they_can_delete_is_a_warning(ostrin: Project) -> None:
    ostrin.write("public/photos/bridge.png", b"\x89PNG")
    os.chown(ostrin.public / "photos", 12345, 12345)
    for text in (BEACON, BEACON.replace("burn", "shine")):
        ostrin.write("seeds/beacon.txt", text)
        outcome = build_as_anybody(ostrin)
        assert outcome.returncode == 0, outcome.stderr
        assert outcome.stderr.count("warning: ") == 1
        assert "cannot be deleted" in outcome.stderr
    assert (ostrin.public / "photos/bridge.png").exists()
