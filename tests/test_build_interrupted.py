"""While a build runs, people save files and press Ctrl-C."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from project_folder import COUNCIL, FERRY, Project, command, environment, project, run

WORKERS_AT_WORK = """
import time
from sitegen.engine import open_executor

with open_executor(2) as executor:
    executor.submit(time.sleep, 0).result()
    executor.submit(time.sleep, 60)
    executor.submit(time.sleep, 60)
    raise KeyboardInterrupt
"""
WORKER_UNKNOWN_TO_THE_POOL = """
import multiprocessing, time
from sitegen.engine import open_executor

with open_executor(2):
    multiprocessing.get_context("forkserver").Process(target=time.sleep, args=(60,)).start()
    raise KeyboardInterrupt
"""


@pytest.fixture
def many(tmp_path: Path) -> Project:
    return project(tmp_path, {f"note-{n:03}.txt": COUNCIL.replace("Nine", str(n)) for n in range(60)})


def save_when_the_first_is_rewritten(made: Project, *files: str) -> threading.Thread:
    """An editor that saves ``files`` in the middle of the next build."""
    first = made.root / "content/note-000.md"
    was = first.read_bytes()

    def save() -> None:
        end = time.monotonic() + 60
        while first.read_bytes() == was and time.monotonic() < end:
            time.sleep(0.0005)
        for file in files:
            with (made.root / file).open("a", encoding="utf-8") as editor:
                editor.write("\n## My remarks\n\nThe trams came late.\n")

    thread = threading.Thread(target=save)
    thread.start()
    return thread


def test_an_edit_saved_while_a_build_runs_is_never_overwritten(many: Project) -> None:
    many.write("seeds/zebra.txt", FERRY)
    many.build()
    for number in range(60):
        many.edit(f"seeds/note-{number:03}.txt", "patient", "slow")
    (many.root / "seeds/zebra.txt").unlink()
    edited = ("content/note-059.md", "content/zebra.md")
    editor = save_when_the_first_is_rewritten(many, *edited)
    outcome = run("build", "-C", many.root, "--jobs", "1")
    editor.join()
    assert outcome.returncode == 0, outcome.stderr
    assert all("The trams came late." in many.read(file) for file in edited)
    assert "59 changed, 0 kept, 2 edited, 0 removed" in outcome.stdout
    assert "The trams came late." in many.read("public/articles/note-059.html")


@pytest.mark.parametrize("program", [WORKERS_AT_WORK, WORKER_UNKNOWN_TO_THE_POOL])
def test_ctrl_c_ends_the_workers_at_once(tmp_path: Path, program: str) -> None:
    script = tmp_path / "program.py"
    script.write_text("if __name__ == '__main__':\n" + program.replace("\n", "\n    "))
    outcome = subprocess.run(
        [sys.executable, script], env=environment(), capture_output=True, check=False, timeout=20
    )
    assert b"KeyboardInterrupt" in outcome.stderr


@pytest.mark.parametrize("after", [0.5, 0.7, 0.9, 1.1])
def test_ctrl_c_ends_a_build_whenever_it_comes(many: Project, after: float) -> None:
    process = subprocess.Popen(
        command("build", "-C", many.root, "--jobs", "2"),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        time.sleep(after)
        os.killpg(process.pid, signal.SIGINT)
        process.wait(timeout=20)
    finally:
        with_all_of_them(process.pid)
    assert many.build().articles == 60


def with_all_of_them(group: int) -> None:
    """End what may be left of a group of processes."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return
