"""How well articles that share their text are found: copies made of measuring articles, against all others.

    SITEGEN_EVAL_DATA=../shared/eval .venv/bin/python benchmarks/copies.py

Of each article eight versions are made, as papers make them. Counted: the versions linked with their article,
and with what words; and which articles of the data are linked with one another. Some of those are copies: the
data holds one agency's report in several papers. They are printed, for a person to judge.
"""

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from accuracy import rows

from sitegen import intake, sketch
from sitegen.model import Digest, Facts, Source
from sitegen.site.copies.finding import find

LEAD = (
    "This is what is known so far about the case that has kept this paper's readers busy since the morning."
)
INTRO = [
    "Readers of this paper have followed the matter for weeks, and many of them wrote to the editors.",
    "What follows is the report of an agency; our own correspondent in Ostrin will add to it during the day.",
]
BOILERPLATE = [
    "Sign up for the evening letter of The Ostrin Courier and never miss what the town talks about.",
    "Copyright Velmora Press Agency. All rights reserved. This material may not be published or broadcast.",
    "Follow The Ostrin Courier for more news from the harbour, the valley and the islands, every day at six.",
]
ADDED = [
    "Dara Ilvane, the minister, was not in Ostrin on that day, and her office gave no answer when asked "
    "by telephone and in writing whether she had known of it, and if so, since when, and through whom.",
    "Tomas Verrick, who has taught the history of the valley for twenty years, has seen the like before. It "
    "began with a rumour then, too, he remembers, and it took the town a winter to find out what was true.",
]


def read_articles(data: Path) -> list[list[str]]:
    """The paragraphs of every article of the measuring data that is long enough for a sketch."""
    texts = [row["text"] for name in ("quotes", "time") for row in rows(data / name / "dev.jsonl")]
    files = sorted((data / "keyphrases").glob("*/*.txt"))
    texts += [path.read_text(encoding="utf-8", errors="replace") for path in files]
    cut = ([span.of(text) for span in intake.whole_text(text)] for text in texts)
    return [paragraphs for paragraphs in cut if sketch.draw(paragraphs)]


def versions(paragraphs: Sequence[str], chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """The article as others would print it."""
    words = " ".join(paragraphs).split()
    yield "the same, other capitals and marks", ["“" + " ".join(words).upper().replace(",", " –") + "”"]
    yield "another headline and lead", [LEAD, *_behind(words, 25)]
    yield "shortened to the first third", [" ".join(words[: len(words) // 3])]
    yield "shortened to the first quarter", [" ".join(words[: len(words) // 4])]
    yield "two paragraphs added", [*paragraphs[:2], ADDED[0], *paragraphs[2:], ADDED[1]]
    yield "boilerplate around it", [BOILERPLATE[0], *paragraphs, *BOILERPLATE[1:]]
    yield "with a local introduction", [*INTRO, *paragraphs]
    yield (
        "corrected: one word in forty",
        [" ".join("changed" if chance.random() < 1 / 40 else w for w in words)],
    )


def _behind(words: Sequence[str], first: int) -> list[str]:
    return [" ".join(words[first:])]


def digest(slug: str, paragraphs: Sequence[str]) -> Digest:
    """An article, as far as the search for copies looks at it."""
    source = Source(file=f"seeds/{slug}.txt", sha256=slug, encoding="utf-8", sketch=sketch.draw(paragraphs))
    return Digest(slug=slug, title=" ".join(paragraphs)[:60], facts=Facts(), source=source)


def main() -> None:
    """Print the figures."""
    chance = random.Random(5)  # noqa: S311 - to make corrections, not secrets
    articles = read_articles(Path(os.environ["SITEGEN_EVAL_DATA"]))
    began = time.process_time()
    originals = [digest(f"{number}", each) for number, each in enumerate(articles)]
    print(
        f"{len(originals)} articles, {(time.process_time() - began) / len(originals) * 1000:.2f} ms a sketch"
    )
    made: dict[str, str] = {}
    others = []
    for number, paragraphs in enumerate(articles):
        for kind, version in versions(paragraphs, chance):
            slug = f"{number}/{len(others)}"
            made[slug] = kind
            others.append(digest(slug, version))
    report_others(originals)
    report_versions(originals, others, made)


def report_others(originals: Sequence[Digest]) -> None:
    """The articles of the data that are linked with one another."""
    began = time.process_time()
    found = find(originals)
    print(f"{time.process_time() - began:.2f} s to compare them; linked among themselves:")
    for each in originals:
        for copy in found.of(each.slug):
            if int(copy.digest.slug) > int(each.slug):
                print(f"  {copy.likeness:8} {each.title!r} | {copy.digest.title!r}")


def report_versions(originals: Sequence[Digest], others: Sequence[Digest], made: dict[str, str]) -> None:
    """The versions that are linked with their article, those with another, and the words for it."""
    found = find([*originals, *others])
    of_data = find(originals)
    linked: Counter[str] = Counter()
    said: dict[str, Counter[str]] = {kind: Counter() for kind in made.values()}
    drawn: Counter[str] = Counter()
    strangers = pairs = 0
    for other in others:
        if other.source is None or other.source.sketch is None:
            continue
        own, kind = other.slug.partition("/")[0], made[other.slug]
        drawn[kind] += 1
        linked[kind] += found.shared(own, other.slug)
        number = found.linked.get(found.text_of[own], {}).get(found.text_of[other.slug])
        said[kind][str(number or "same")] += found.shared(own, other.slug)
        for stranger in originals:
            if stranger.slug != own and not of_data.shared(own, stranger.slug):
                pairs += 1
                strangers += found.shared(stranger.slug, other.slug)
    for kind, count in drawn.items():
        words = ", ".join(f"{word} {number}" for word, number in said[kind].most_common() if number)
        print(f"{kind:36} {linked[kind]:5} of {count} = {linked[kind] / count:.1%}   ({words})")
    right = sum(linked.values())
    print(f"recall {right / sum(drawn.values()):.4f}, precision {right / (right + strangers):.4f}: ", end="")
    print(f"{strangers} of {pairs:,} pairs of different articles linked")


if __name__ == "__main__":
    main()
