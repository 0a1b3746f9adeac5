"""The command line: documented, honest in its exit codes, plain where there is no terminal."""

import os
import pty
import subprocess
from pathlib import Path

import click
import pytest
from project_folder import FERRY, HARBOUR, command, environment, project, run

from sitegen import __version__
from sitegen.cli import main
from sitegen.commands.shared import printable

COMMANDS = sorted(main.commands.items())


def test_there_are_the_promised_commands() -> None:
    assert [name for name, _ in COMMANDS] == ["build", "check", "extract", "init", "serve"]


@pytest.mark.parametrize(("name", "made"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_and_option_is_documented(name: str, made: click.Command) -> None:
    shown = run(name, "--help")
    assert shown.returncode == 0
    assert len(made.help or "") > 80
    assert "Exit code: 0 fine; 1 some inputs failed" in shown.stdout
    for option in made.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert all(flag in shown.stdout for flag in option.opts)
        else:
            assert str(option.metavar).strip("[]") in (made.help or "")


def test_the_options_of_build_are_the_promised_ones() -> None:
    flags = {flag for option in main.commands["build"].params for flag in option.opts}
    assert flags == {"-C", "--project", "--base-url", "--jobs", "--explain", "--strict", "--drafts"}


def test_the_version_is_told() -> None:
    assert run("--version").stdout.strip().endswith(__version__)


def test_a_build_reports_and_exits_with_0(tmp_path: Path) -> None:
    project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    done = run("build", "-C", tmp_path)
    assert done.returncode == 0, done.stderr
    assert "2 new, 0 changed, 0 kept, 0 edited, 0 removed" in done.stdout
    assert "2 articles, 2 quotations, 3 dates" in done.stdout
    assert str(tmp_path / "public/index.html") in done.stdout
    assert "with 0 warnings, 0 errors" in done.stdout
    assert done.stderr.splitlines()[0] == "Digests: 2 …"
    again = run("build", "-C", tmp_path, "--explain")
    assert "Nothing is made anew" in again.stdout
    assert "nothing to write" in again.stdout


def test_a_build_without_a_project_option_takes_the_folder_it_is_run_in(tmp_path: Path) -> None:
    project(tmp_path, {"ferry.txt": FERRY})
    assert run("build", cwd=tmp_path).returncode == 0
    assert (tmp_path / "public/index.html").exists()


def test_explain_names_the_reason_for_every_rebuild(tmp_path: Path) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    run("build", "-C", tmp_path)
    made.edit("seeds/ferry.txt", "fog", "rain")
    (tmp_path / "seeds/harbour.txt").unlink()
    lines = run("build", "-C", tmp_path, "--explain").stdout.splitlines()
    for line in (
        "seeds/ferry.txt: the seed has changed",
        "content/ferry.md: its digest has changed and nobody has edited the file",
        "content/harbour.md: its seed is gone and nobody has edited the file",
        "public/articles/ferry.html: it is new or its bytes differ",
        "public/articles/harbour.html: nothing on the site leads to it any more",
        "search index: the pages it searches have changed",
        "removed content/harbour.md: its seed is gone",
    ):
        assert line in lines


def test_a_failed_input_exits_with_1_and_names_path_line_and_cure(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY, "harbour.txt": HARBOUR})
    made.write("seeds/harbour.yml", "title: Harbour\npublishd: 2031-10-07\n")
    done = run("build", "-C", tmp_path)
    assert done.returncode == 1
    assert "error: seeds/harbour.yml:2: " in done.stderr
    assert "published" in done.stderr
    assert "1 article," in done.stdout


def test_strict_turns_warnings_into_exit_code_1(tmp_path: Path) -> None:
    project(tmp_path, {"ferry.txt": FERRY, "notes.doc": b"x"})
    assert run("build", "-C", tmp_path).returncode == 0
    done = run("build", "-C", tmp_path, "--strict")
    assert done.returncode == 1
    assert "warning: seeds/notes.doc" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "--project", "missing"],
        ["build", "--jobs", "0"],
        ["build", "--base-url", "nonsense"],
        ["build", "--nonsense"],
        ["build", "extra"],
        ["nonsense"],
        ["serve", "--port", "0"],
    ],
    ids=" ".join,
)
def test_a_wrong_command_line_exits_with_2(tmp_path: Path, arguments: list[str]) -> None:
    project(tmp_path, {"ferry.txt": FERRY})
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "rror" in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_settings_exit_with_2_and_name_the_line(tmp_path: Path) -> None:
    project(tmp_path, {"ferry.txt": FERRY}).write("sitegen.yml", "site:\n  titel: x\n")
    done = run("build", "-C", tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("error: sitegen.yml:2:")


@pytest.mark.parametrize("template", ["one\n{{ 1/0 }}", "one\n{{ nonsense }}", b"one\n\xff"])
def test_a_template_that_fails_exits_with_2_and_names_the_line(tmp_path: Path, template: str | bytes) -> None:
    project(tmp_path, {"ferry.txt": FERRY}).write("templates/method.html", template)
    done = run("build", "-C", tmp_path)
    assert done.returncode == 2
    assert "error: templates/method.html:2: " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_terminal_gets_progress_bars(tmp_path: Path) -> None:
    project(tmp_path, {"ferry.txt": FERRY})
    parent, child = pty.openpty()
    process = subprocess.Popen(
        command("build", "-C", tmp_path),
        env={**environment(), "TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=child,
        stdin=child,
    )
    os.close(child)
    shown = b""
    while True:
        try:
            piece = os.read(parent, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(parent)
    assert process.wait(timeout=60) == 0
    assert b"Digests" in shown
    assert b"100%" in shown


def test_a_file_name_cannot_steer_the_terminal() -> None:
    assert printable("a\x1b[31mb\nc\u202ed") == "a�[31mb�c�d"
