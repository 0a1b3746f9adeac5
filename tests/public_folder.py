"""Publishing a few pages into a temporary folder, and what a test asks of it."""

from pathlib import Path

from sitegen.building.publish import MANIFEST, Indexing, Outcome, publish

HOME = ("index.html", b"<h1>Ostrin Gazette</h1>")
HARBOUR = ("articles/harbour.html", b"<main>Harbour</main>")
BRIDGE = ("articles/bridge.html", b"<main>Bridge</main>")


def put(public: Path, *pages: tuple[str, bytes], index=None) -> Outcome:
    indexing = index and Indexing(run=index, version="1", covers=lambda path: path.startswith("articles/"))
    return publish(pages, public, public.parent / ".sitegen", indexing=indexing)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def stamps(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(path): (path.stat().st_ino, path.stat().st_mtime_ns) for path in (folder, *folder.rglob("*"))}


class Indexer:
    """Counts its runs and writes an index that differs from run to run, as Pagefind's does."""

    def __init__(self) -> None:
        self.runs = 0

    def __call__(self, folder: Path) -> None:
        self.runs += 1
        (folder / "pagefind").mkdir()
        (folder / "pagefind" / f"run{self.runs}.pf").write_text("index")
        (folder / "pagefind" / "entry.json").write_text("{}")
