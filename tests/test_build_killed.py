"""A build killed in its tracks, and two builds at once: the site is wholly old or wholly new."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from project_folder import COUNCIL, FERRY, HARBOUR, Project, command, environment, project, run

FOREVER = "{% for i in range(10 ** 9) %}{% for i in range(10 ** 9) %}{% endfor %}{% endfor %}"


@contextmanager
def building(made: Project, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command("build", "-C", made.root, *options),
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(true: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def children(of: int) -> set[int]:
    """Every living process below ``of``."""
    parents: dict[int, int] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[0] != "Z":
            parents[int(status.parent.name)] = int(fields[1])
    found = {of}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {of}


def alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.fixture
def stuck(tmp_path: Path) -> Project:
    """A published project whose next build gets stuck while it renders."""
    made = project(tmp_path, {"ferry.txt": FERRY})
    made.build()
    made.write("seeds/harbour.txt", HARBOUR)
    made.write("templates/method.html", FOREVER)
    return made


def test_a_kill_while_pages_are_written_leaves_the_old_site(stuck: Project) -> None:
    before = stuck.stamps("public")
    with building(stuck) as process:
        until((stuck.root / ".sitegen/stage/articles/harbour.html").exists)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert stuck.stamps("public") == before
    (stuck.root / "templates/method.html").unlink()
    assert stuck.build().articles == 2
    assert not (stuck.root / ".sitegen/stage").exists()
    assert (stuck.public / "articles/harbour.html").exists()


def test_a_second_build_at_the_same_time_is_turned_away(stuck: Project) -> None:
    with building(stuck) as process:
        until((stuck.root / ".sitegen/stage/index.html").exists)
        second = run("build", "-C", stuck.root)
        assert second.returncode == 2
        assert f"another build of this project is running (process {process.pid})" in second.stderr
        assert process.poll() is None


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="counts processes in /proc")
def test_a_kill_while_digests_are_made_leaves_no_process_and_loses_no_digest(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    made.build()
    before = made.stamps("public")
    cached = len(list((made.root / ".sitegen/cache").rglob("*.json")))
    for number in range(300):
        made.write(f"seeds/note-{number}.txt", COUNCIL.replace("Nine", str(number)) * 4)
    with building(made, "--jobs", "2") as process:
        until(lambda: len(list((made.root / ".sitegen/cache").rglob("*.json"))) > cached)
        workers = children(process.pid)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert workers
    until(lambda: not any(map(alive, workers)))
    assert made.stamps("public") == before
    known = len(list((made.root / ".sitegen/cache").rglob("*.json"))) - cached
    assert known > 0


def test_a_kill_at_any_moment_leaves_all_of_the_old_or_all_of_the_new(tmp_path: Path) -> None:
    made = project(tmp_path / "killed", {f"note-{n}.txt": COUNCIL.replace("Nine", str(n)) for n in range(8)})
    twin = project(tmp_path / "twin", made.tree("seeds"))
    made.build(search=True)
    old = made.tree("public")
    for root in (made, twin):
        for number in range(8):
            root.edit(f"seeds/note-{number}.txt", "patient", "slow")
    began = time.monotonic()
    assert run("build", "-C", twin.root).returncode == 0
    whole = time.monotonic() - began
    new = twin.tree("public")
    assert old != new
    for share in (0.3, 0.5, 0.7, 0.85, 0.95):
        with building(made) as process:
            time.sleep(whole * share)
            os.kill(process.pid, signal.SIGKILL)
            process.wait()
        assert made.tree("public") in (old, new)
    assert run("build", "-C", made.root).returncode == 0
    assert made.tree("public") == new
    assert sorted(path.name for path in (made.root / ".sitegen").iterdir()) == ["cache", "lock", "trace.json"]
