"""Print the accuracy of intake and of every extractor on the measuring data, by that data's own scorers.

    SITEGEN_EVAL_DATA=../shared/eval .venv/bin/python benchmarks/accuracy.py [SET …]

The sets: quotes, time, events, key_phrases, html, plain_text, speed. The data is not part of the project:
most of its texts belong to their publishers. A folder like it holds, for each set, texts, what people found
in them, and a scorer that compares (see its README).
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sitegen.facts import is_iso_date
from sitegen.intake import parse_seed
from sitegen.model import Facts

ROOT = Path(__file__).resolve().parent.parent
Row = dict[str, Any]


def rows(path: Path) -> Iterator[Row]:
    """The JSON values of a file, a line each."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def write(path: Path, found: Iterator[Row]) -> Path:
    """``found`` as a file, a line each."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found), encoding="utf-8")
    return path


def extract(texts: Path, only: str, folder: Path) -> Path:
    """What ``sitegen extract`` finds in ``texts``; the file it wrote."""
    output = folder / "out.jsonl"
    command = [sys.executable, "-m", "sitegen", "extract", str(texts), "-o", str(output), "--only", only]
    subprocess.run(command, check=True, cwd=ROOT)
    return output


def score(scorer: Path, *files: Path) -> None:
    """Run one of the data's own scorers and let it print."""
    subprocess.run([sys.executable, str(scorer), *map(str, files)], check=True)


def quotes(data: Path, folder: Path) -> None:
    """Quotations with speakers; then what other settings cost, fifths of the articles, and the speed."""
    gold = data / "quotes/dev.jsonl"
    score(data / "quotes/score_quotes.py", gold, extract(gold, "quotes", folder))
    run("quotations.py")


def run(benchmark: str) -> None:
    """Let another of these programs print its figures."""
    sys.stdout.flush()
    subprocess.run([sys.executable, str(ROOT / "benchmarks" / benchmark)], check=True)


def dated(gold: Path, folder: Path) -> Path:
    """The texts of a set that calls the publication date by its TimeML name, if it is a date."""
    found = ({**row, "date": row["dct"] if is_iso_date(row["dct"]) else None} for row in rows(gold))
    return write(folder / "in.jsonl", found)


def time(data: Path, folder: Path) -> None:
    """Time expressions: all articles, then the Wikinews ones alone."""
    gold = data / "time/dev.jsonl"
    found = extract(dated(gold, folder), "timexes", folder)
    score(data / "time/score_timex.py", gold, found)
    wikinews = write(folder / "w.jsonl", (row for row in rows(gold) if row["id"].startswith("meantime")))
    print("the Wikinews articles alone:")
    score(data / "time/score_timex.py", wikinews, found)


def events(data: Path, folder: Path) -> None:
    """Dates of the events in sentences."""
    gold = data / "time/t4_events.dev.jsonl"
    score(data / "time/score_events.py", gold, extract(dated(gold, folder), "events", folder))


def key_phrases(data: Path, folder: Path) -> None:
    """Key phrases, two sets."""
    for name in ("kpcrowd", "duc2001"):
        gold = data / "keyphrases" / name
        texts = (
            {"id": path.stem, "text": path.read_text(encoding="utf-8", errors="replace")}
            for path in sorted(gold.glob("*.txt"))
        )
        print(name)
        found = extract(write(folder / "in.jsonl", texts), "key_phrases", folder)
        score(data / "keyphrases/score_keyphrases.py", gold, found)


def html(data: Path, folder: Path) -> None:
    """The article's body in saved web pages."""
    found = (
        {"id": page.name.removesuffix(".html.gz"), "text": body(gzip.decompress(page.read_bytes()))}
        for page in sorted((data / "html/pages").glob("*.html.gz"))
    )
    score(data / "html/score_html.py", data / "html/ground-truth.json", write(folder / "out.jsonl", found))


def body(page: bytes) -> str:
    """The paragraphs that intake takes for the article."""
    article = parse_seed(page, file="page.html", facts=Facts())
    return "\n".join(span.of(article.text) for span in article.paragraphs)


def plain_text(_data: Path, _folder: Path) -> None:
    """The article's body in plain text, wrapped in lines of page furniture."""
    run("boilerplate.py")


def speed(_data: Path, _folder: Path) -> None:
    """The time of a whole digest, with each engine of key phrases."""
    run("digests.py")


SETS: dict[str, Callable[[Path, Path], None]] = {
    "quotes": quotes,
    "time": time,
    "events": events,
    "key_phrases": key_phrases,
    "html": html,
    "plain_text": plain_text,
    "speed": speed,
}


def main(names: list[str]) -> None:
    """Measure the sets of these names; all where none is named."""
    where = os.environ.get("SITEGEN_EVAL_DATA")
    if not where:
        sys.exit("SITEGEN_EVAL_DATA does not say in which folder the measuring data lies")
    unknown = set(names) - set(SETS)
    if unknown:
        sys.exit(f"no such set: {', '.join(sorted(unknown))}; there are {', '.join(SETS)}")
    for name in names or SETS:
        print(f"== {name}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            SETS[name](Path(where).resolve(), Path(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
