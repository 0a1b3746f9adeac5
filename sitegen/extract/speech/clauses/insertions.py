"""What commas and brackets put between a subject and its verb: "Ansel Brod, 43, a baker from Karsa, said"."""

from sitegen.extract.speech.phrases.leftwards import phrase_to
from sitegen.extract.speech.phrases.mentions import Mention, Subject, head_end
from sitegen.extract.speech.phrases.openings import leading_subject
from sitegen.extract.speech.words.classes import BREAKS, DASHES, POSSESSIVE_S, RELATIVES, is_capital, is_time
from sitegen.extract.speech.words.cutting import QUOTED, Words
from sitegen.extract.speech.words.vocabulary import vocabulary


def across_insertion(words: Words, start: int, left: int) -> Mention | None:
    """Step back over what commas enclose: "Ansel Brod, 43, a baker from Karsa, Upper Velmora, said"."""
    at = left
    best: Mention | None = None
    for _ in range(6):
        if words.lower[at] == ")":
            at = _bracket_start(words, start, at)
        if at <= start:
            break
        segment = segment_start(words, start, at - 1)
        phrase = phrase_to(words, start, at - 1)
        inserted = (
            _is_insertion(words, segment, at)
            or _is_apposition(words, start, segment, at)
            or _in_relative(words, start, segment)
        )
        if phrase is not None and not inserted:
            described = phrase.kind is Subject.NOMINAL and best is not None
            # "The inquiry's chairman, the former judge Ebbe Corrin, asked"
            return best._replace(lead=phrase.start) if described and best is not None else phrase
        if segment <= start:
            break
        if phrase is not None and best is None and phrase.kind is Subject.NAME:
            best = phrase
        at = segment - 1
        if words.lower[at] not in (",", "(", ")") and words.lower[at] not in DASHES:
            break
    return best or leading_subject(words, start, left)


def with_description(words: Words, start: int, subject: Mention) -> Mention:
    """The subject with the description set before its name: "The regional mediator, Karvel Dusk, said"."""
    vocab = vocabulary()
    if subject.kind is not Subject.NAME or subject.start <= start or words.lower[subject.start - 1] != ",":
        return subject
    segment = segment_start(words, start, subject.start - 2)
    opens = segment == start or words.lower[segment - 1] not in (",", "(")
    head = head_end(words, segment, subject.start - 1) - 1
    if (
        not opens
        or words.lower[segment] not in vocab.determiners
        or words.lower[head] not in vocab.speaker_nouns
    ):
        return subject
    return subject._replace(lead=segment)


def behind_open_apposition(words: Words, start: int, subject: Mention) -> Mention:
    """Whose description ``subject`` is, its comma left out: "Ada Holt, head and owner of the mill said"."""
    vocab = vocabulary()
    segment = segment_start(words, start, subject.start - 1) if subject.start > start else start
    if segment - 3 < start or words.lower[segment - 1] != ",":
        return subject
    joined = segment == subject.start or words.lower[subject.start - 1] == "and"
    first = words.lower[segment]
    noun = first in vocab.speaker_nouns or first in vocab.titles
    if not (joined and noun and words.forms[segment].islower()):
        return subject
    named = phrase_to(words, start, segment - 2)
    if named is None:
        return subject
    opens = named.start == start or words.lower[named.start - 1] in BREAKS
    whole = named.kind is Subject.NAME and named.end - named.start > 1 and opens
    return named if whole else subject


def with_others(words: Words, start: int, subject: Mention) -> Mention:
    """All of "| Tom Holt, Ada Okell | and Ben Marrow said": several who speak together."""
    first = subject.start
    if subject.kind is not Subject.NAME or "and" not in words.lower[subject.start : subject.end]:
        return subject
    while first - 2 > start and words.lower[first - 1] == ",":
        segment = segment_start(words, start, first - 2)
        whole = first - 1 - segment > 1 and all(is_capital(words, at) for at in range(segment, first - 1))
        if not whole or words.lower[segment] in vocabulary().common_capitals:
            break
        first = segment
    return subject if first == subject.start else subject._replace(start=first)


def segment_start(words: Words, start: int, at: int) -> int:
    """Where the stretch without a mark begins that the word at ``at`` ends."""
    while at >= start and (words.lower[at] not in BREAKS or _quoted_inside(words, start, at)):
        at -= 1
    return at + 1


def _bracket_start(words: Words, start: int, at: int) -> int:
    """Of "Sen. Jory Pell (R-Karsa)," from the closing bracket to the opening one."""
    while at > start and words.lower[at] != "(":
        at -= 1
    return at


def _quoted_inside(words: Words, start: int, at: int) -> bool:
    """True for a quotation that a phrase runs on around: "wearing “Vote Okell” badges"."""
    inside = words.lower[at] == QUOTED and at > start and at + 1 < len(words)
    return inside and words.lower[at - 1] not in BREAKS and words.lower[at + 1] not in BREAKS


def _is_insertion(words: Words, start: int, end: int) -> bool:
    """True for what commas put behind a name: an age, a place, an apposition, "who …", "in an interview"."""
    vocab = vocabulary()
    if start < end and words.lower[start] in vocab.prepositions:
        return True  # "Okell, | after a long pause |, said"
    while start < end and words.lower[start] in vocab.clause_openers and words.lower[start] not in RELATIVES:
        start += 1  # "as | Orlan Dacke |, an accountant, put it"
    return start >= end or _opens_insertion(words, start) or _is_place(words, start, end)


def _opens_insertion(words: Words, at: int) -> bool:
    """True for the first word of "| 43 |", "| who …", "| in …", "| speaking …", "| a baker"."""
    vocab = vocabulary()
    first, form = words.lower[at], words.forms[at]
    if first.endswith("-old"):
        return False  # "43-year-old Ansel Brod"
    if form[0].isdigit() or first in RELATIVES or first in vocab.prepositions:
        return True
    if first.endswith("ing") and form.islower():
        return True
    return form.islower() and _is_set_off(words, at)


def _is_place(words: Words, start: int, end: int) -> bool:
    """True for a place or party after a comma: "Ohio", "R-Karsa", "N.C."."""
    if not _is_set_off(words, start) or words.lower[start] in vocabulary().determiners:
        return False
    form = words.forms[start]
    compass = words.lower[start] in vocabulary().compass or words.lower[start] in vocabulary().place_openers
    short = end - start == 1 or (end - start == 2 and ("." in form or "-" in form or compass))
    return short and all(words.forms[at][0].isupper() for at in range(start, end))


def _is_set_off(words: Words, at: int) -> bool:
    return at > 0 and (words.lower[at - 1] in (",", "(") or words.lower[at - 1] in DASHES)


def _in_relative(words: Words, start: int, segment: int) -> bool:
    """True for the tail of a list: "Brod, who served in Karsa, Torvel | and Ostrin |, said"."""
    before = segment - 1
    if before <= start or words.lower[before] != ",":
        return False
    opening = segment_start(words, start, before - 1)
    return opening > start and words.lower[opening] in RELATIVES and words.lower[opening - 1] == ","


def _is_apposition(words: Words, start: int, segment: int, end: int) -> bool:
    """True for a description behind a full name: "Mira Tolland, | the minister's chief of staff |, said"."""
    vocab = vocabulary()
    named = segment - 2
    if named < start or words.lower[segment - 1] != ",":
        return False
    whole = named > start and words.forms[named][0].isupper() and words.forms[named - 1][0].isupper()
    # "Okell, the union's lawyer, said": of a surname, where nothing else stands before it
    alone = is_capital(words, named) and words.lower[named] not in vocab.common_capitals
    alone = alone and (named == start or words.lower[named - 1] in BREAKS) and not is_time(words, named)
    if not (whole or (alone and not POSSESSIVE_S.isdisjoint(words.lower[segment:end]))):
        return False
    head = head_end(words, segment, end) - 1
    return words.lower[head] in vocab.speaker_nouns or words.lower[head] in vocab.titles
