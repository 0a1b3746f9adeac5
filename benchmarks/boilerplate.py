"""Print how well intake tells an article from the furniture of the page it was copied from.

    SITEGEN_EVAL_DATA=../shared/eval .venv/bin/python benchmarks/boilerplate.py [--errors N] [LINES.yml …]
    SITEGEN_EVAL_DATA=../shared/eval .venv/bin/python benchmarks/boilerplate.py --bare

Sixty clean articles of the measuring data are wrapped in the lines of a file, like a page copied into a text
file: section names, a byline and share buttons above, advertisements and captions between the paragraphs,
tags, lists of other articles, comments and notices below. Each goes through the real intake. Which articles,
which lines and which layout is fixed by a seed. Without a file: every file in ``benchmarks/boilerplate/``,
each by itself. Such a file holds, each entry a line or a list of lines that belong together:

    head:   {above: […], below: […]}              # above and below the headline; one to five entries
    middle: […]                                   # between paragraphs; none to three
    tail:   {close: […], lists: […], footer: […]} # in this order below the body; one to twelve

A body line is *lost* when any of its characters is in no paragraph, a furniture line *left* when any is in
one. A headline, byline, date or section taken as such is a fact and neither. An article is *exact* when its
paragraphs are those of the original, white space evened out, and nothing else.

Which articles are clean is said in ``wrapping.py``; those that do not come back whole even without furniture,
in the same layout, are counted apart. Clean articles say little of rules that are too eager, so ``--bare``
prints instead whatever is taken off any article of the data, clean or not, without furniture: to be read.
"""

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from wrapping import (
    BODY,
    HEAD,
    HEADLINE,
    LAYOUTS,
    MIDDLE,
    TAIL,
    Original,
    Wrapped,
    bare,
    clean_articles,
    even,
    read_articles,
    wrap,
)

from sitegen.intake import parse_seed
from sitegen.model import Article, Facts, Span

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that intake got wrong."""

    kind: str
    article: str
    layout: str
    words: str


def faults(wrapped: Wrapped) -> Iterator[Fault]:
    """What intake gets wrong in an article; none: its body is exact and its headline found."""
    article = parse_seed(wrapped.text.encode(), file="article.txt", facts=Facts())
    found = [even(span.of(article.text)) for span in article.paragraphs]
    wanted = [even(paragraph) for paragraph in wrapped.original.paragraphs]
    kinds = list(_kinds(wrapped, article)) if article.text == wrapped.text else [("text changed", "")]
    if not kinds and found != wanted:
        joined = next((one for one in found if one not in wanted), "")
        kinds.append(("cut or joined", joined))
    headline = even(article.headline.of(article.text)) if article.headline else ""
    if headline != wrapped.original.title:
        kinds.append(("headline", headline or "(none)"))
    for kind, words in kinds:
        yield Fault(kind=kind, article=wrapped.original.id, layout=wrapped.layout.name, words=words)


def _kinds(wrapped: Wrapped, article: Article) -> Iterator[tuple[str, str]]:
    """The lines that stand on the wrong side, with what is wrong."""
    body = _offsets(article.paragraphs)
    for piece, span in wrapped.placed:
        seen = {place for place in range(span.start, span.end) if not wrapped.text[place].isspace()}
        if piece.place != BODY and seen & body:
            yield f"left: {piece.place}", piece.words
        elif piece.place == BODY and seen - body:
            first, last = min(seen - body), max(seen - body)
            yield f"lost: {_lost_as(first, article)}", even(wrapped.text[first : last + 1])


def _lost_as(offset: int, article: Article) -> str:
    """What intake took the character at ``offset`` for."""
    if article.headline is not None and offset in _offsets([article.headline]):
        return "headline"
    return "removed" if offset in _offsets(article.removed) else "section or byline"


def _offsets(spans: Iterable[Span]) -> set[int]:
    return {offset for span in spans for offset in range(span.start, span.end)}


def _is_of_body(fault: Fault) -> bool:
    """True unless only the headline is wrong: the body is not exact."""
    return fault.kind != "headline"


def report(name: str, every: Sequence[Wrapped], errors: int) -> None:
    """Print the figures of a file of lines, and the first ``errors`` faults of each kind."""
    found = [list(faults(wrapped)) for wrapped in every]
    whole = [not any(map(_is_of_body, faults(bare(one.original, one.layout)))) for one in every]
    exact = [not any(map(_is_of_body, its)) for its in found]
    outlets = len({wrapped.original.outlet for wrapped in every})
    print(f"== {name}: {len(every)} articles of {outlets} outlets")
    print(f"whole without furniture      {_share(whole)}")
    print(f"body exact                   {_share(exact)}")
    could = [one for one, alone in zip(exact, whole, strict=True) if alone]
    print(f"  of those whole without     {_share(could)}")
    for layout in LAYOUTS:
        its = [one for one, wrapped in zip(exact, every, strict=True) if wrapped.layout is layout]
        print(f"  {layout.name:<28} {sum(its)} of {len(its)}")
    lost = [any(fault.kind.startswith(("lost", "text")) for fault in its) for its in found]
    print(f"articles with a line lost    {_share(lost)}")
    kinds = Counter(fault.kind for its in found for fault in its)
    for kind in sorted(kind for kind in kinds if kind.startswith(("lost", "text"))):
        print(f"  {kind:<26} {kinds[kind]}")
    places = Counter(piece.place for wrapped in every for piece, _ in wrapped.placed)
    print("furniture lines left in the body")
    for place in (HEAD, MIDDLE, TAIL):
        print(f"  {place:<26} {kinds[f'left: {place}']} of {places[place]}")
    print(f"headline left in the body    {kinds[f'left: {HEADLINE}']}")
    print(f"headline not found exactly   {kinds['headline']}")
    print(f"only cut or joined wrongly   {kinds['cut or joined']}")
    for kind in sorted(kinds) if errors else ():
        print(f"-- {kind}")
        for fault in [fault for its in found for fault in its if fault.kind == kind][:errors]:
            print(f"{fault.article} ({fault.layout}): {fault.words[:140]}")


def _share(judged: Sequence[bool]) -> str:
    return f"{sum(judged)} of {len(judged)} ({100 * sum(judged) / max(len(judged), 1):.1f} %)"


def report_bare(originals: Sequence[Original]) -> None:
    """Print what intake takes off the bare articles, and how often: their own furniture, or a fault."""
    every = [fault for original in originals for fault in faults(bare(original, LAYOUTS[0]))]
    lost = [fault for fault in every if fault.kind.startswith(("lost", "text"))]
    articles = len({fault.article for fault in lost})
    print(f"== bare: taken off {articles} of {len(originals)} articles")
    for (kind, words), times in Counter((fault.kind, fault.words) for fault in lost).most_common():
        print(f"{times} times, {kind}: {words[:140]}")


def main() -> None:
    """Measure each file of lines that is named, or all that come with the project."""
    parser = argparse.ArgumentParser(description="How well intake tells articles from page furniture.")
    parser.add_argument("files", nargs="*", type=Path, metavar="LINES.yml")
    parser.add_argument(
        "--errors", type=int, default=0, metavar="N", help="print the first N faults of each kind"
    )
    parser.add_argument("--bare", action="store_true", help="print what is lost of the articles as they are")
    asked = parser.parse_args()
    where = os.environ.get("SITEGEN_EVAL_DATA")
    if not where:
        sys.exit("SITEGEN_EVAL_DATA does not say in which folder the measuring data lies")
    known = read_articles(Path(where).resolve())
    if asked.bare:
        report_bare(known)
        return
    originals = clean_articles(known)
    for file in asked.files or sorted((ROOT / "benchmarks/boilerplate").glob("*.yml")):
        lines = yaml.safe_load(file.read_text(encoding="utf-8"))
        wrapped = [wrap(one, LAYOUTS[turn % len(LAYOUTS)], lines) for turn, one in enumerate(originals)]
        report(file.name, wrapped, asked.errors)


if __name__ == "__main__":
    main()
