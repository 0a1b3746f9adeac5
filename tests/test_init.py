"""`sitegen init`: a project that works, and nothing of anybody's overwritten."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from project_folder import REPOSITORY, run

from sitegen import __version__
from sitegen.building import Options, build
from sitegen.config import Settings, load_settings
from sitegen.errors import UsageError
from sitegen.init import FILES, init, scaffold


def test_a_new_project_builds_without_a_word_of_complaint(tmp_path: Path) -> None:
    init(tmp_path / "news")
    report = build(tmp_path / "news", Options(search=False))
    assert report.errors == report.warnings == ()
    assert report.articles == 1
    assert report.quotations > 3


def test_every_file_of_the_scaffold_is_written_and_named(tmp_path: Path) -> None:
    assert set(init(tmp_path).written) == set(FILES)
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == set(FILES)


def test_the_scaffold_holds_no_file_that_is_not_used() -> None:
    folder = REPOSITORY / "sitegen/scaffold"
    assert {path.name for path in folder.iterdir() if path.is_file()} == set(FILES.values())


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_there_is_kept(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("mine")
    assert name in init(tmp_path).kept
    assert path.read_text() == "mine"


def test_a_second_time_writes_nothing(tmp_path: Path) -> None:
    init(tmp_path)
    again = init(tmp_path)
    assert again.written == ()
    assert set(again.kept) == set(FILES)


def test_a_project_with_seeds_gets_no_example(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/mine.txt").write_text("Mine")
    assert not any(name.startswith("seeds/") for name in init(tmp_path).written)


def test_the_settings_it_writes_are_the_defaults(tmp_path: Path) -> None:
    init(tmp_path)
    assert load_settings(tmp_path) == Settings()


def test_a_file_where_the_folder_should_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "news").write_text("a file")
    with pytest.raises(UsageError, match="news"):
        init(tmp_path / "news")


def test_the_workflow_asks_for_this_version(tmp_path: Path) -> None:
    init(tmp_path)
    assert f"./sitegen-{__version__}-py3-none-any.whl" in (tmp_path / "requirements.txt").read_text()


def test_the_workflow_gives_each_job_no_more_than_it_needs() -> None:
    workflow = scaffold("pages.yml").decode()
    assert "\npermissions: {}\n" in workflow
    before_deploy, deploy = workflow.split("\n  deploy:\n")
    assert "write" not in before_deploy
    assert "contents" not in deploy
    assert "persist-credentials: false" in before_deploy


@pytest.mark.skipif(
    shutil.which("zizmor", path=str(Path(sys.executable).parent)) is None, reason="zizmor is not installed"
)
def test_the_workflow_passes_its_linters(tmp_path: Path) -> None:
    init(tmp_path)
    github = tmp_path / ".github"
    # GitHub's own actions may follow their major version; Dependabot keeps it the current one.
    policy = tmp_path / "zizmor.yml"
    policy.write_text('rules: {unpinned-uses: {config: {policies: {"actions/*": ref-pin}}}}')
    tools = Path(sys.executable).parent
    schema = [tools / "check-jsonschema", "--builtin-schema"]
    for linter in (
        [tools / "zizmor", "--offline", "--no-progress", "--config", policy, github],
        [*schema, "vendor.github-workflows", github / "workflows/pages.yml"],
        [*schema, "vendor.dependabot", github / "dependabot.yml"],
    ):
        done = subprocess.run(linter, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_the_command_lists_what_it_wrote_and_kept(tmp_path: Path) -> None:
    (tmp_path / "sitegen.yml").write_text("site:\n  title: Mine\n")
    done = run("init", tmp_path)
    assert done.returncode == 0
    assert f"kept     {tmp_path / 'sitegen.yml'}" in done.stdout
    assert f"written  {tmp_path / 'seeds/new-harbour-bridge.txt'}" in done.stdout
    assert f"sitegen build -C {tmp_path}" in done.stdout
