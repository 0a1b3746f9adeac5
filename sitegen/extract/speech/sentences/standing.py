"""How a quotation stands in its sentence: built into it, beside its clause, by itself."""

from sitegen.extract.speech.clauses.clause import Clause
from sitegen.extract.speech.marks.stretches import Stretch
from sitegen.extract.speech.sentences.sentence import Sentence
from sitegen.extract.speech.words.classes import DASHES, STOPS
from sitegen.extract.speech.words.cutting import QUOTED

_OPENING = frozenset([",", ":", "…", "..."]) | DASHES
"""Marks that set a direct quotation off from the words before it."""


def is_partial(text: str, sentence: Sentence, place: int, clause: Clause | None, *, follows: bool) -> bool:
    """True where the words are built into the reporter's own sentence: "called it “a lie”"."""
    opens = place == sentence.start or (place == sentence.start + 1 and sentence.before(place) in "([")
    if opens:
        if clause is not None and clause.verb > place:
            return False
        following = sentence.after(place)
        return bool(following) and following not in STOPS and following not in (",", "—", "–")
    ahead = sentence.before(place)
    small = _opens_small(text, sentence.words.starts[place])
    if ahead == "," and small and not follows:
        # "He said the government, which owns a third of it, “cannot sit and watch.”"
        return True
    if ahead in _OPENING:
        return clause is None and not follows and ahead not in (":", ",")
    if clause is not None and clause.verb_end == place and not (clause.form and clause.form.labels):
        return small
    return ahead != QUOTED and ahead not in STOPS


def adjoins(text: str, sentence: Sentence, place: int, clause: Clause | None, stretch: Stretch) -> bool:
    """True where the clause stands right beside the quotation, nothing but a mark between."""
    if sentence.before(place) == ":":
        return True
    if clause is None:
        return False
    if clause.verb > place:
        return text[stretch.end - 1] in ",?!"
    return place - clause.verb_end <= 1


def is_whole(text: str, sentence: Sentence, place: int, stretch: Stretch) -> bool:
    """True for words that make a sentence of their own: "“I abstain.”"."""
    ends = text[stretch.end - 1] in ".?!"
    return (
        ends
        and place == sentence.start
        and text[stretch.start].isupper()
        and " " in text[stretch.start : stretch.end]
    )


def opens_sentence(text: str, sentence: Sentence, place: int, stretch: Stretch) -> bool:
    """True where a quotation with a capital opens a sentence, "But" and "And" passed over."""
    alone = place == sentence.start + 1 and sentence.before(place) in ("and", "but", "so", "yet")
    words = text[stretch.start : min(stretch.end, stretch.start + 40)].split()
    long = len(words) > 3 or text[stretch.end - 1] in ".?!"  # but "“Top secret” is the highest level"
    return alone or (place == sentence.start and long and words[0][:1].isupper())


def _opens_small(text: str, opening: int) -> bool:
    """True where the first letter inside the marks is a small one."""
    return text[opening + 1 : opening + 4].lstrip("'‘`[ ")[:1].islower()
