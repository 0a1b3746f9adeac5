"""Where an article begins: how far down the page's own lines reach below its top.

The counterpart of :mod:`sitegen.intake.tail`. No list knows all that pages say above an article, so a line
there is asked two things. Is it such as stands above an article and nowhere else (a byline, a date, a count
of shares)? And has it anything to do with the paragraphs below? Down to the last line of the first sort,
every line goes that shares no word with the article; a summary shares some, and stays.
"""

import re
from collections.abc import Callable, Sequence

from sitegen.intake.furniture.labels import points_at_itself
from sitegen.intake.furniture.line_shapes import Shape
from sitegen.intake.furniture.vocabulary import Vocabulary
from sitegen.intake.furniture.weighing import Weight, weigh
from sitegen.intake.furniture.words_of_pages import words

_FARTHEST = 14
"""So many lines below the first that reads like prose are looked at."""
_LONGEST = 260
"""A longer line is a paragraph of the article."""
_LONGEST_LEDE = 110
_MOST_SHARED_BY_LABEL = 1
_LONGEST_LABEL = 170
_TOLD_BY = 2
"""A headline shares so many words with the paragraphs below it."""
_OF_A_HEAD = frozenset({Shape.AGO, Shape.COUNT, Shape.SIZES})
_MOST_CALLING_WORDS = 9
_WORD = re.compile(r"\w{1,40}")
_LONGEST_TOLD = 200
_QUOTE_MARKS = frozenset("\"“”‘«„'—–")


def is_strange(line: str, vocabulary: Vocabulary) -> bool:
    """True for a line that the paragraphs of the article have hardly a word of, or none."""
    if len(line) > _LONGEST or line[0] in _QUOTE_MARKS:
        return False
    shared = vocabulary.shared(line)
    if shared is None:
        return False
    label = not weigh(line).is_sentence and len(line) <= _LONGEST_LABEL
    return shared <= (_MOST_SHARED_BY_LABEL if label else 0)


def opens_a_page(line: str, weight: Weight) -> bool:
    """True for "12 shares" and "2 hours ago", which stand above an article and never among its paragraphs."""
    return weight.shape in _OF_A_HEAD or not any(map(str.isalpha, line))


def speaks_of_its_paper(line: str) -> bool:
    """True for "This article is more than 2 years old" and "Our newsroom": a label that names its page."""
    weight = weigh(line)
    if weight.is_sentence or weight.quotes or weight.shape:
        return False
    return weight.names_goods and (weight.addresses or points_at_itself(line))


def tells_a_calling(line: str) -> bool:
    """True for "Harbour reporter, Ostrin News"."""
    weight = weigh(line)
    if weight.is_sentence or weight.quotes or weight.words > _MOST_CALLING_WORDS:
        return False
    return not words("makers").isdisjoint(_WORD.findall(line.casefold()))


def is_told_headline(line: str, vocabulary: Vocabulary) -> bool:
    """True for a line that ends like no sentence, of words that the article has."""
    weight = weigh(line)
    if len(line) > _LONGEST_LABEL or line.rstrip().endswith((".", ",", ";", ":")) or weight.is_likely:
        return False
    return (vocabulary.shared(line) or 0) >= _TOLD_BY


def reach(
    lines: Sequence[str],
    first: int,
    vocabulary: Vocabulary,
    *,
    is_page_s: Callable[[str], bool],
    is_of_head: Callable[[str], bool],
) -> int:
    """How many lines, from the first, belong to the top of the page.

    Args:
        lines: the lines of the text.
        first: the number of the first that reads like prose.
        vocabulary: of the article.
        is_page_s: says of a line that it is the page's, wherever it stands above the body.
        is_of_head: says of a line that it stands above an article and nowhere else.
    """
    end, lede = first, False
    for number, line in enumerate(lines[first : first + _FARTHEST], first):
        if is_of_head(line):
            end = number + 1
        elif is_page_s(line):
            end = end if lede else number + 1
        elif is_strange(line, vocabulary):
            lede |= len(line) > _LONGEST_LEDE and weigh(line).is_sentence
        else:
            break
    return end


def is_told(words: str) -> bool:
    """True for a paragraph; a long one needs no weighing."""
    weight = weigh(words) if len(words) <= _LONGEST_TOLD else None
    return weight is None or (weight.is_sentence and not weight.is_likely)
