"""`sitegen serve`: the real server, the real watcher, on the loopback interface."""

import json
import os
import queue
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from project_folder import FERRY, Project, command, environment, project, run
from tornado.ioloop import IOLoop
from tornado.websocket import websocket_connect

DATES_AHEAD = 5  # seconds; the watcher compares times, and some file systems keep whole seconds only


class Served:
    def __init__(self, made: Project) -> None:
        self.made = made
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process = subprocess.Popen(
            command("serve", "-C", made.root, "--port", str(self.port)),
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            # What a shell starts in the background hears no Ctrl-C, nor does what that starts, such as this.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - no threads yet
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.put(line)

    def says(self, words: str, seconds: float = 40) -> str:
        """Wait for a line of output that holds ``words``."""
        end = time.monotonic() + seconds
        heard = []
        while True:
            try:
                line = self.lines.get(timeout=max(0.01, end - time.monotonic()))
            except queue.Empty:
                raise AssertionError(f"never said {words!r}, only {heard}") from None
            heard.append(line)
            if words in line:
                return line

    def get(self, path: str) -> str:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{path}", timeout=10) as answer:
            return answer.read().decode()

    def change(self, path: str, content: str) -> None:
        target = self.made.write(path, content)
        later = time.time() + DATES_AHEAD
        os.utime(target, (later, later))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    it = Served(project(tmp_path, {"ferry.txt": FERRY}))
    try:
        it.says("Serving http://127.0.0.1:")
        yield it
    finally:
        it.process.kill()
        it.process.wait()


def test_pages_are_served_with_a_script_the_pages_own_policy_allows(served: Served) -> None:
    page = served.get("")
    assert "Ostrin in brief" in page
    assert '<script src="/livereload.js" defer></script></head>' in page
    assert not re.search(r"<script(?![^>]*\b(src|type)=)", page)
    assert "LiveReload" in served.get("livereload.js")
    assert "miss the fog" in served.get("articles/ferry.html")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.get("gone.html")


def test_it_listens_on_the_loopback_interface_alone(served: Served) -> None:
    table = Path("/proc/net/tcp")
    if not table.exists():
        pytest.skip("looks into /proc")
    rows = [row.split() for row in table.read_text().splitlines()[1:]]
    here = [
        row[1].partition(":")[0] for row in rows if row[1].endswith(f":{served.port:04X}") and row[3] == "0A"
    ]
    assert here == ["0100007F"]


def test_a_changed_seed_is_published_and_a_wrong_setting_leaves_the_site(served: Served) -> None:
    messages: queue.Queue[str] = queue.Queue()

    def listen() -> None:
        async def talk() -> None:
            connection = await websocket_connect(f"ws://127.0.0.1:{served.port}/livereload")
            await connection.write_message(json.dumps({"command": "hello"}))
            await connection.write_message(json.dumps({"command": "info", "url": "http://127.0.0.1/"}))
            while (message := await connection.read_message()) is not None:
                messages.put(str(message))

        IOLoop(make_current=False).run_sync(talk)

    threading.Thread(target=listen, daemon=True).start()
    assert '"hello"' in messages.get(timeout=20)

    served.change("seeds/ferry.txt", FERRY.replace("fog", "rain"))
    served.says("Done in")
    assert "miss the rain" in served.get("articles/ferry.html")
    assert '"reload"' in messages.get(timeout=20)

    served.change("sitegen.yml", "site:\n  titel: x\n")
    served.says("sitegen.yml:2")
    served.says("The site stays as it was")
    assert "miss the rain" in served.get("articles/ferry.html")

    served.change("sitegen.yml", "site:\n  title: Ostrin at length\n")
    served.says("Done in")
    assert "Ostrin at length" in served.get("")


def test_ctrl_c_ends_it_quietly(served: Served) -> None:
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(timeout=20) == 0


def test_a_port_in_use_is_named(tmp_path: Path) -> None:
    made = project(tmp_path, {"ferry.txt": FERRY})
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "-C", made.root, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "cannot be used" in done.stderr


def test_a_project_that_cannot_be_built_is_not_served(tmp_path: Path) -> None:
    (tmp_path / "sitegen.yml").write_text("nonsense: 1\n")
    done = run("serve", "-C", tmp_path, "--port", "1")
    assert done.returncode == 2
    assert "sitegen.yml:1" in done.stderr
