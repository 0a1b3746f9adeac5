"""What stands between a page's headline and its article: lines that say by whom and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sitegen.facts import merge
from sitegen.intake.header_lines import read_header_line
from sitegen.intake.section_lines import section_names
from sitegen.intake.stated_dates import read_date
from sitegen.intake.web_page import authors, dates
from sitegen.intake.web_page.blocks import Block
from sitegen.lexicon import word_set
from sitegen.model import Facts

_MOST_LINES = 20
_LONGEST_LINE = 160
_MOST_LABEL_WORDS = 3


def read(blocks: Sequence[Block], *, headline: int, body: int) -> Facts:
    """Byline and dates that whole lines of the header state.

    Args:
        blocks: all of the page.
        headline: the number of the one that is its headline.
        body: the number of the article's first paragraph.
    """
    lines = [it for it in blocks[headline + 1 : body][:_MOST_LINES] if len(it.text) <= _LONGEST_LINE]
    stated = merge(*(_line(line) for line in lines), Facts(published=_only(list(_times(lines)))))
    return replace(stated, byline=authors.byline([stated.byline], outlets=()) if stated.byline else None)


def is_line(block: Block) -> bool:
    """True for a line that says by whom or when, and nothing else."""
    return len(block.text) <= _LONGEST_LINE and read_header_line(block.text) is not None


def sections(lines: Iterable[str]) -> Facts:
    """The sections that ``lines`` right above a headline consist of ("Review")."""
    kinds = word_set("pages", "kind_labels")
    names = [(line,) if line.casefold() in kinds else section_names(line) or () for line in lines]
    return Facts(sections=tuple(chain.from_iterable(names)))


def is_label(block: Block) -> bool:
    """True for a line as short as "Review" above a headline; elsewhere it may be a subhead."""
    return len(block.text.split()) <= _MOST_LABEL_WORDS and not block.text.endswith((".", "!", "?", "。"))


def _line(line: Block) -> Facts:
    stated = read_header_line(line.text) or Facts()
    if stated.published and not stated.modified and _is_of_change(line):
        return replace(stated, published=None, modified=stated.published)
    return stated


def _times(lines: Sequence[Block]) -> Iterator[str]:
    """The dates of ``<time>``: "a day ago" stands for one."""
    for line in lines:
        for element, is_tail in line.places:
            if element.tag == "time" and not is_tail and not _is_of_change(line):
                yield from filter(None, [read_date(element.get("datetime") or "")])


def _is_of_change(line: Block) -> bool:
    """True for <li class="modified-date"><time class="updated">: no word beside the date tells it."""
    around = (line.element, *(element for element, _ in line.places))
    return dates.is_of_change(element.get("class") or "" for element in around)


def _only(dates: Sequence[str]) -> str | None:
    """The date, where there are not two: one of them would be that of a change."""
    return dates[0] if len(set(dates)) == 1 else None
