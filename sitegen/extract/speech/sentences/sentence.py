"""A sentence as attribution sees it: its words, each quotation in it standing as one word."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sitegen.extract.speech.clauses.finding import find
from sitegen.extract.speech.marks.stretches import Stretch
from sitegen.extract.speech.words.classes import STOPS
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.vocabulary import vocabulary


class Sentence(NamedTuple):
    """A half-open range of the words of one paragraph."""

    words: Words
    start: int
    end: int
    quotes: tuple[tuple[int, Stretch], ...]
    """(index of the word it stands as, stretch), in order."""

    def before(self, at: int) -> str:
        """The word left of ``at``, lower case; "" at the start of the sentence."""
        return self.words.lower[at - 1] if at > self.start else ""

    def after(self, at: int) -> str:
        """The word right of ``at``, lower case; "" at the end of the sentence."""
        return self.words.lower[at + 1] if at + 1 < self.end else ""


_LONGEST = 300
"""Words; no newspaper has one so long, and what is done in a sentence takes the square of its length."""
_MAY_END = frozenset(".!?…”")
"""Last characters of the words that a sentence may end with, ``QUOTED`` included."""
_LONGEST_CLAUSE = 40
"""Words; how far a reporting clause is read behind a quotation that ends in a stop."""


def cut_sentences(text: str, words: Words, inside: Sequence[Stretch]) -> Iterator[Sentence]:
    """The sentences of a paragraph, from its words and the quotations ``inside`` it, both in order.

    A stop inside quotation marks ends a sentence unless a reporting clause follows ("“Why?” Brod joked.").
    """
    start, pending = 0, iter(inside)
    held: list[tuple[int, Stretch]] = []
    last = len(words) - 1
    for at in [at for at, form in enumerate(words.forms) if form[-1] in _MAY_END or at == last]:
        while at - start > _LONGEST:
            yield Sentence(words=words, start=start, end=start + _LONGEST + 1, quotes=tuple(held))
            start, held = start + _LONGEST + 1, []
        stretch = next(pending) if words.lower[at] == QUOTED else None
        if stretch is not None:
            held.append((at, stretch))
        if at - start == _LONGEST or _ends(text, words, at, stretch):
            yield Sentence(words=words, start=start, end=at + 1, quotes=tuple(held))
            start, held = at + 1, []


def _ends(text: str, words: Words, at: int, stretch: Stretch | None) -> bool:
    if at + 1 == len(words):
        return True
    following = words.forms[at + 1]
    if stretch is None and following == QUOTED and words.forms[at].endswith(".") and len(words.forms[at]) > 1:
        # "in Naples, Fla. “It …": a stop that an abbreviation shares with its sentence
        return text[words.starts[at + 1] + 1 : words.starts[at + 1] + 2].isupper()
    if stretch is None:
        return (
            words.forms[at] in STOPS and not following[0].islower() and following not in (",", ";", ")", "]")
        )
    if not stretch.closed:
        return True
    last = _last_character(text, stretch)
    if last not in ".?!…" or not (following == QUOTED or following[0].isupper()):
        return False
    return not _clause_follows(words, at + 1, strict=last == ".")


def _last_character(text: str, stretch: Stretch) -> str:
    """The last character of a quotation, a nested closing mark passed over."""
    last = text[stretch.end - 1]
    return text[stretch.end - 2] if last in "’'" and stretch.end - 2 > stretch.start else last


def _clause_follows(words: Words, at: int, *, strict: bool) -> bool:
    """True where a reporting clause begins at ``at`` that speaks of the quotation before it.

    "“Why?” | Brod asked, smiling." but not "“Why?” | Brod said that …", nor "“No!” | Okell denied the claim."
    ``strict``: the clause must be all of the sentence, as behind a full stop.
    """
    end = at
    while end < len(words) and end - at < _LONGEST_CLAUSE and words.lower[end] not in STOPS:
        end += 1
    for clause in find(words, at, end):
        if clause.subject is None or clause.passive or clause.inverted:
            return False
        form = clause.form
        if clause.subject.first != at or form is None or form.ends not in ("past", "s") or form.labels:
            return False
        behind = words.lower[clause.verb_end : min(clause.verb_end + 2, end)]
        if strict:
            return not behind
        own_words = behind[:1] in (("that",), (":",), (QUOTED,)) or behind == (",", QUOTED)
        own_object = (
            behind[:1] != () and behind[0] in vocabulary().determiners and form.base not in ("tell", "ask")
        )
        return not own_words and not own_object
    return False
