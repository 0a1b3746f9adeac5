"""More on quotations than the scorer prints: the price of naming fewer or more speakers, folds, speed.

    SITEGEN_EVAL_DATA=../shared/eval .venv/bin/python benchmarks/quotations.py

The scorer is the data's own and is used as it is; ``accuracy.py quotes`` prints its whole report.
"""

import importlib
import json
import os
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sitegen.extract import quotations
from sitegen.intake import whole_text
from sitegen.model import Evidence, Quotation, SpeakerHow

Row = dict[str, Any]
FOLDS = 5


def scorer_of(data: Path) -> ModuleType:
    """The data's own scorer, as a module."""
    sys.path.insert(0, str(data / "quotes"))
    return importlib.import_module("score_quotes")


def answers(articles: Iterable[Row], evidence: Evidence) -> list[Row]:
    """What is found in each article, in the form the scorer reads."""
    found = []
    for article in articles:
        text = article["text"]
        quoted = quotations.find(text, whole_text(text), evidence=evidence).quotations
        found.append({"id": article["id"], "quotes": [row for q in quoted if (row := _row(q)) is not None]})
    return found


def _row(quotation: Quotation) -> Row | None:
    span = quotation.words.span
    if span is None:
        return None
    return {
        "start": span.start,
        "end": span.end,
        "text": quotation.words.text,
        "speaker": quotation.speaker or quotation.mention,
        "mention": quotation.mention,
        "named": quotation.how is not SpeakerHow.NONE,
    }


def precision_of_names(scorer: ModuleType, gold: Sequence[Row], found: Sequence[Row]) -> tuple[int, int]:
    """(how many speakers given are right, how many are given), where the gold can judge; "he" is none."""
    given = {row["id"]: row["quotes"] for row in found}
    right = judged = 0
    for article in gold:
        text = article["text"]
        wanted = [
            (start, end, quote)
            for quote in article["quotes"]
            if quote["type"] == "direct"
            for start, end in scorer.units(text, quote["start"], quote["end"])
        ]
        got = [
            (start, end, quote)
            for quote in given[article["id"]]
            for start, end in scorer.units(text, quote["start"], quote["end"])
        ]
        pairs, _ = scorer.match(wanted, got, 0.8)
        for number, other in pairs.items():
            if got[other][2]["named"]:
                verdict = scorer.judge(wanted[number][2], got[other][2]["speaker"])
                right += verdict in ("name", "antecedent")
                judged += verdict in ("name", "antecedent", "wrong")
    return right, judged


def trade_off(scorer: ModuleType, gold: Sequence[Row]) -> None:
    """What each level of evidence costs and brings."""
    print(f"{'evidence':10s} {'span F1':>8s} {'lenient':>8s} {'resolved':>8s} {'names right':>18s}")
    for level in Evidence:
        found = answers(gold, level)
        figures = scorer.score(gold, found)
        right, judged = precision_of_names(scorer, gold, found)
        row = [figures["F1"], figures["joint_F1"], figures["joint_F1_resolved"], right / judged]
        print(f"{level:10s}", *(f"{figure:8.3f}" for figure in row), f"of {judged}")


def folds(scorer: ModuleType, gold: Sequence[Row]) -> None:
    """The same figures on fifths of the articles, taken in turn: how much they vary by the articles alone."""
    for number in range(FOLDS):
        part = gold[number::FOLDS]
        figures = scorer.score(part, answers(part, Evidence.LIKELY))
        row = [figures["F1"], figures["joint_F1"], figures["joint_F1_resolved"]]
        print(f"fold {number + 1}    ", *(f"{figure:8.3f}" for figure in row))


def speed(gold: Sequence[Row]) -> None:
    """Articles a second, quotations and speakers alone, on one core."""
    texts = [(article["text"], whole_text(article["text"])) for article in gold]
    quotations.find(*texts[0])  # reads the lexicon
    start = time.perf_counter()
    for text, paragraphs in texts:
        quotations.find(text, paragraphs)
    took = time.perf_counter() - start
    print(f"{len(texts) / took:.0f} articles/s on this machine, one core ({took:.2f} s for {len(texts)})")


def main() -> None:
    """Measure the development set of the folder that SITEGEN_EVAL_DATA names."""
    where = os.environ.get("SITEGEN_EVAL_DATA")
    if not where:
        sys.exit("SITEGEN_EVAL_DATA does not say in which folder the measuring data lies")
    data = Path(where).resolve()
    scorer = scorer_of(data)
    lines = (data / "quotes/dev.jsonl").read_text(encoding="utf-8").splitlines()
    gold = [json.loads(line) for line in lines if line.strip()]
    trade_off(scorer, gold)
    folds(scorer, gold)
    speed(gold)


if __name__ == "__main__":
    main()
