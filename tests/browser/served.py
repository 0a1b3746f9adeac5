"""Sites served as GitHub's project pages are, below a folder's name, and the browser that reads them."""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent.parent
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A built site and where it is served."""

    folder: Path
    """Named as a repository would be."""
    address: str
    """Ends in a slash."""


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has above
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder, which may come later, below its own name, on this machine alone."""
    handler = functools.partial(QuietHandler, directory=str(folder.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{folder.name}/"
        server.shutdown()


@contextmanager
def demo(project: Path) -> Iterator[Served]:
    """The demo, built from nothing but its seeds and settings in the folder ``project``."""
    shutil.copytree(ROOT / "seeds", project / "seeds")
    shutil.copy(ROOT / "sitegen.yml", project)
    public = project / "some-repo"
    with serving(public) as where:
        build = [sys.executable, "-m", "sitegen", "build", "--project", project, "--strict"]
        subprocess.run([*build, "--base-url", where], check=True, cwd=ROOT)
        (project / "public").rename(public)
        yield Served(folder=public, address=where)


@contextmanager
def chromium() -> Iterator[Browser]:
    """The installed one, or the one that the variable CHROMIUM names.

    Raises:
        FileNotFoundError: there is none.
    """
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        message = "no Chromium: `apt-get install chromium`, or name one in the variable CHROMIUM"
        raise FileNotFoundError(message)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield browser
        browser.close()
