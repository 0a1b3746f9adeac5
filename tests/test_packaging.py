"""Set-up: the wheel works by itself, the locks are whole, and the Makefile does what its first lines say."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Mapping
from email.parser import HeaderParser
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.version import Version

from sitegen.building import fingerprint
from sitegen.site.theme import open_theme

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """The output of a command that has to succeed; without our own search path, so that it finds its own."""
    inherited = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME"}
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**inherited, **environment},
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that holds the wheel, and borrows what it needs from ours."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin" / "python"
    install = ("pip", "install", "--quiet", "--offline", "--no-index", "--no-deps")
    run(sys.executable, "-m", "uv", *install, "--python", python, wheel, cwd=home)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python.parent


@pytest.fixture(scope="module")
def project(installed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project begun and built with the installed command in an empty folder."""
    folder = tmp_path_factory.mktemp("project")
    run(installed / "sitegen", "init", cwd=folder)
    run(installed / "sitegen", "build", "--base-url", "https://velmora.example/news/", cwd=folder)
    return folder


def test_the_wheel_holds_the_theme_the_scaffold_and_the_lexicon(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {f"sitegen/{path.relative_to(ROOT).as_posix()}" for path in files(ROOT / "templates")}
    wanted |= {path.relative_to(ROOT).as_posix() for path in files(ROOT / "sitegen")}
    assert wanted <= inside
    assert {name.partition("/")[0].partition("-")[0] for name in inside} == {"sitegen"}
    for needed in ("templates/base.html", "scaffold/sitegen.yml", "lexicon/en/key_phrases.yml", "py.typed"):
        assert f"sitegen/{needed}" in inside


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]


def test_the_wheel_says_its_licence_and_python(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
    says = HeaderParser().parsestr(archive.read(metadata).decode("utf-8"))
    assert says["License-Expression"] == "MIT"
    assert says["License-File"] == "LICENSE"
    assert says["Requires-Python"] == ">=3.11"
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_installed_program_is_the_wheels_not_the_checkouts(installed: Path, project: Path) -> None:
    code = "import sitegen.site.theme as t; print(t.__file__); print(t.default_templates())"
    for place in run(installed / "python", "-c", code, cwd=project).splitlines():
        assert Path(place).is_relative_to(installed.parent)


def test_init_and_build_in_an_empty_folder_give_a_whole_site(installed: Path, project: Path) -> None:
    public = project / "public"
    for page in (
        "index.html",
        "search.html",
        "method.html",
        "404.html",
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
    ):
        assert (public / page).stat().st_size > 0, page
    assert list(public.glob("articles/*.html"))
    assert "https://velmora.example/news/" in (public / "sitemap.xml").read_text(encoding="utf-8")
    run(installed / "sitegen", "check", cwd=project)


def test_the_built_site_has_the_search_bundle(project: Path) -> None:
    bundle = project / "public" / "pagefind"
    assert (bundle / "pagefind.js").is_file()
    assert list(bundle.glob("*.wasm")) or list(bundle.glob("wasm.*"))
    assert list(bundle.glob("index/*"))


def test_the_built_site_wears_the_wheels_theme(project: Path) -> None:
    ours = {page.body for page in open_theme(None).static}
    worn = {path.read_bytes() for path in files(project / "public" / "static")}
    assert ours <= worn


def test_a_second_build_writes_nothing(installed: Path, project: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in files(project / "public")}
    run(installed / "sitegen", "build", "--base-url", "https://velmora.example/news/", cwd=project)
    assert {path: path.stat().st_mtime_ns for path in files(project / "public")} == before


def pins(lock: str) -> Mapping[str, list[tuple[Requirement, str]]]:
    """Each locked package: its requirement lines (one a Python version range) with the hashes under it."""
    found: dict[str, list[tuple[Requirement, str]]] = {}
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    for line in text.splitlines():
        pin, _, hashes = line.partition(" --hash=")
        requirement = Requirement(pin.strip())
        found.setdefault(canonical(requirement.name), []).append((requirement, hashes))
    return found


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize("lock", ["run.lock", "dev.lock"])
def test_every_locked_package_has_one_version_and_hashes_and_no_address(lock: str) -> None:
    for requirement, hashes in (pin for package in pins(lock).values() for pin in package):
        assert re.fullmatch(r"==[^,*]+", str(requirement.specifier)), requirement
        assert requirement.url is None
        assert re.match(r"sha256:[0-9a-f]{64}\b", hashes), requirement
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text


def test_the_tests_run_with_the_versions_that_are_shipped() -> None:
    run_lock, dev_lock = pins("run.lock"), pins("dev.lock")
    for name, locked in run_lock.items():
        tested = dev_lock[name]
        # What is shipped for some versions of Python only may be tested with on all of them.
        everywhere = [pin.specifier for pin, _ in tested if pin.marker is None]
        assert everywhere == [pin.specifier for pin, _ in locked] or [pin for pin, _ in tested] == [
            pin for pin, _ in locked
        ]


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("run.lock", PROJECT["project"]["dependencies"]),
        ("dev.lock", PROJECT["dependency-groups"]["dev"]),
        ("dev.lock", PROJECT["build-system"]["requires"]),
    ],
)
def test_the_locks_are_in_step_with_the_project(lock: str, wanted: list[str]) -> None:
    locked = pins(lock)
    for requirement in map(Requirement, wanted):
        for pin, _ in locked[canonical(requirement.name)]:
            version = str(pin.specifier).removeprefix("==")
            assert requirement.specifier.contains(Version(version)), f"run `make lock`: {requirement}"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with the Makefile alone."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    return tmp_path


def make(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    quiet = {
        name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    }
    return subprocess.run(
        ["make", *arguments], cwd=cwd, env=quiet, check=False, capture_output=True, text=True
    )


def test_make_says_which_python_it_needs_when_none_is_new_enough(checkout: Path) -> None:
    done = make("site", "PYTHON=no-such-python", cwd=with_lock(checkout))
    assert done.returncode != 0
    assert "needs Python 3.11 or newer" in done.stderr
    assert "no-such-python" in done.stderr
    assert "make PYTHON=" in done.stderr
    assert not (checkout / ".venv").exists()


def test_make_takes_the_first_python_that_is_new_enough(checkout: Path) -> None:
    make(".venv/bin/python", f"PYTHON=no-such-python {sys.executable}", cwd=checkout)
    version = "import sys; print(sys.version_info >= (3, 11))"
    assert run(checkout / ".venv" / "bin" / "python", "-c", version, cwd=checkout).strip() == "True"


def test_make_installs_again_only_when_the_lock_has_changed(checkout: Path) -> None:
    lock = with_lock(checkout) / "requirements" / "run.lock"
    (checkout / ".venv" / "bin").mkdir(parents=True)
    for age, made in ((30, ".venv/bin/python"), (20, "requirements/run.lock"), (10, ".venv/run.stamp")):
        (checkout / made).touch()
        os.utime(checkout / made, (1_700_000_000 - age, 1_700_000_000 - age))
    assert make("--question", ".venv/run.stamp", cwd=checkout).returncode == 0
    lock.touch()
    assert make("--question", ".venv/run.stamp", cwd=checkout).returncode == 1


def with_lock(checkout: Path) -> Path:
    (checkout / "requirements").mkdir()
    (checkout / "requirements" / "run.lock").touch()
    return checkout


def test_every_command_of_the_makefile_is_explained_at_its_top() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (commands,) = re.findall(r"^\.PHONY:(.*)$", text, re.MULTILINE)
    explained = set(re.findall(r"^#   make (\w+)", text, re.MULTILINE))
    assert set(commands.split()) - {"chromium"} == explained


def test_pre_commit_runs_our_locked_tools_and_fetches_nothing() -> None:
    settings = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    (ours,) = settings["repos"]
    assert ours["repo"] == "local"
    locked = pins("dev.lock")
    for hook in ours["hooks"]:
        assert hook["language"] == "system"
        tool = hook["entry"].split()[0].removeprefix(".venv/bin/")
        assert canonical(tool) in locked


def test_every_library_that_decides_what_is_published_is_part_of_the_key() -> None:
    stated = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [each for group in stated["optional-dependencies"].values() for each in group]
    names = {re.split(r"[\[><=;]", each)[0].strip() for each in (*stated["dependencies"], *extras)}
    # These two show, and print; nothing they do is kept.
    assert names - set(fingerprint.LIBRARIES) == {"click", "livereload"}
