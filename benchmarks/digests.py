"""Print how long a digest takes on one core, with each engine of key phrases, and each extractor alone.

    SITEGEN_EVAL_DATA=../shared/eval .venv/bin/python benchmarks/digests.py [ARTICLES]

Milliseconds of processor time per 600 words, over the first ARTICLES (80) of the quotation set, the best of
three rounds, words parted by white space. The first article is digested once before, so that word lists and
libraries are loaded.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sitegen import digest
from sitegen.config import KeyPhraseSettings, Settings
from sitegen.intake import parse_seed
from sitegen.model import Article, Facts, KeyPhraseEngine

ROUNDS = 3
WORDS = 600
KINDS = ("quotes", "timexes", "timeline", "key_phrases")


def articles(data: Path, count: int) -> list[Article]:
    """The first ``count`` articles of the quotation set, as a build reads them."""
    with (data / "quotes/dev.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, count)]
    return [
        parse_seed(row["text"].encode(), file="a.txt", facts=Facts(published=row.get("date"))) for row in rows
    ]


def per_600_words(work: Callable[[Article], object], texts: Sequence[Article]) -> float:
    """Milliseconds that ``work`` takes for 600 words."""
    work(texts[0])
    words = sum(len(article.text.split()) for article in texts)
    return min(_seconds(work, texts) for _ in range(ROUNDS)) * 1000 * WORDS / words


def _seconds(work: Callable[[Article], object], texts: Sequence[Article]) -> float:
    started = time.process_time()
    for article in texts:
        work(article)
    return time.process_time() - started


def extractor(kind: str, settings: Settings) -> Callable[[Article], object]:
    """The extractor ``kind`` alone."""
    return lambda article: digest.annotate(
        article.text,
        article.paragraphs,
        published=article.facts.published,
        title=article.title,
        headline=article.headline,
        only=frozenset({kind}),
        settings=settings,
    )


def main(count: int) -> None:
    """Measure both engines, or the one that is installed."""
    where = os.environ.get("SITEGEN_EVAL_DATA")
    if not where:
        sys.exit("SITEGEN_EVAL_DATA does not say in which folder the measuring data lies")
    texts = articles(Path(where), count)
    for engine in KeyPhraseEngine:
        if find_spec(engine.value.replace("-", "_")) is None:
            print(f"{engine.value}: not installed")
            continue
        settings = replace(Settings(), key_phrases=KeyPhraseSettings(engine=engine))
        whole = per_600_words(lambda article, settings=settings: digest.make(article, settings), texts)
        print(f"{engine.value}: {whole:.1f} ms per {WORDS} words")
        for kind in KINDS:
            print(f"  {kind:12} {per_600_words(extractor(kind, settings), texts):5.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 80)
