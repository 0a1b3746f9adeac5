"""The workflows that publish and test: well formed, least privileged, and in step with one another."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CI = ROOT / ".github" / "workflows" / "ci.yml"
PAGES = ROOT / ".github" / "workflows" / "pages.yml"
SCAFFOLD = ROOT / "sitegen" / "scaffold" / "pages.yml"
WORKFLOWS = [CI, PAGES, SCAFFOLD]
DEPENDABOT = ROOT / ".github" / "dependabot.yml"

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.relative_to(ROOT)))
pages_workflows = pytest.mark.parametrize("path", [PAGES, SCAFFOLD], ids=["ours", "scaffold"])


def read(path: Path) -> dict[str, Any]:
    """The workflow; its texts are kept as they are (YAML 1.1 would take the key ``on`` for true)."""
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))  # noqa: S506


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in read(path)["jobs"].values() for step in job["steps"]]


def schema(name: str, path: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", name, str(path)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def zizmor(path: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    config = ROOT / ".github" / "zizmor.yml"
    command = [program, "--offline", "--persona", "pedantic", "--config", config, path]
    return subprocess.run([str(part) for part in command], check=False, capture_output=True, text=True)


@every_workflow
def test_a_workflow_fits_the_schema(path: Path) -> None:
    done = schema("vendor.github-workflows", path)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [*WORKFLOWS, DEPENDABOT], ids=lambda path: str(path.relative_to(ROOT)))
def test_zizmor_finds_nothing(path: Path) -> None:
    done = zizmor(path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_lints_do_find_something_where_there_is_something(tmp_path: Path) -> None:
    text = PAGES.read_text(encoding="utf-8")
    careless = tmp_path / "careless.yml"
    careless.write_text(text.replace("actions/checkout@v7", "somebody/checkout@v7"), encoding="utf-8")
    assert "unpinned-uses" in zizmor(careless).stdout
    malformed = tmp_path / "malformed.yml"
    malformed.write_text(text.replace("runs-on:", "run-on:"), encoding="utf-8")
    assert schema("vendor.github-workflows", malformed).returncode != 0


def test_dependabot_fits_its_schema_and_keeps_actions_and_packages_fresh() -> None:
    done = schema("vendor.dependabot", DEPENDABOT)
    assert done.returncode == 0, done.stdout
    kept = {update["package-ecosystem"] for update in read(DEPENDABOT)["updates"]}
    assert kept == {"github-actions", "pip"}


@every_workflow
def test_nothing_may_be_written_but_the_pages_by_the_job_that_deploys_them(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] in ({}, {"contents": "read"})
    for name, job in workflow["jobs"].items():
        granted = job.get("permissions", {})
        if name == "deploy":
            assert granted == {"pages": "write", "id-token": "write"}
        else:
            assert set(granted.values()) <= {"read"}


@every_workflow
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"


@every_workflow
def test_every_job_ends_by_itself(path: Path) -> None:
    assert all(int(job["timeout-minutes"]) <= 30 for job in read(path)["jobs"].values())


@pages_workflows
def test_the_pages_workflow_learns_the_address_builds_with_it_and_deploys(path: Path) -> None:
    order = [step.get("uses", step.get("run", "")) for step in steps(path)]
    wanted = ["configure-pages@", "--base-url", "upload-pages-artifact@", "deploy-pages@"]
    positions = [next(n for n, text in enumerate(order) if mark in text) for mark in wanted]
    assert positions == sorted(positions)
    build = steps(path)[positions[1]]
    assert build["env"] == {"BASE_URL": "${{ steps.pages.outputs.base_url }}/"}
    assert "${{" not in build["run"]  # the address reaches the shell as a value, never as code
    assert steps(path)[positions[2]]["with"] == {"path": "public"}


@pages_workflows
def test_deployments_queue_and_none_is_broken_off(path: Path) -> None:
    assert read(path)["concurrency"] == {"group": "pages", "cancel-in-progress": "false"}


def test_our_workflows_and_the_scaffolds_use_the_same_majors() -> None:
    def actions(path: Path) -> set[str]:
        return {step["uses"] for step in steps(path) if "uses" in step}

    assert actions(PAGES) == actions(SCAFFOLD)
    assert actions(CI) <= actions(PAGES)
