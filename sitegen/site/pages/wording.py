"""The site's own words about what was found: neutral, and never a colour or a mark alone."""

from dataclasses import dataclass

from sitegen import dates, languages
from sitegen.model import Quotation, QuotationKind, SpeakerHow, TimeExpression, TimexHow
from sitegen.site.copies.likeness import Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Certainty:
    """How sure a finding is: a mark, its name for style sheets, and the same in words."""

    mark: str
    name: str
    """``stated``, ``inferred`` or ``open``."""
    words: str
    """What the finding rests on; the words of the source that follow it are kept apart."""
    evidence: str | None = None
    """Verbatim, to be shown in quotation marks after ``words``; None: nothing more to show."""


STATED = ("●", "stated")
INFERRED = ("◐", "inferred")
OPEN = ("○", "open")

_SPEAKER_WORDS = {
    SpeakerHow.NAMED: (STATED, "named as"),
    SpeakerHow.PRONOUN: (INFERRED, "worked out from"),
    SpeakerHow.DESCRIPTION: (INFERRED, "worked out from"),
    SpeakerHow.CONTINUED: (INFERRED, "worked out: goes on from the quotation before"),
    SpeakerHow.INTRODUCED: (INFERRED, "worked out: introduced by the sentence before"),
    SpeakerHow.NONE: (OPEN, "no speaker found"),
}

_TIMEX_WORDS = {
    TimexHow.STATED: (STATED, "as stated"),
    TimexHow.PUBLICATION: (INFERRED, "worked out from the day of publication"),
    TimexHow.CONTEXT: (INFERRED, "worked out from an earlier date in the text"),
    TimexHow.UNRESOLVED: (OPEN, "not resolved"),
}

_KIND_WORDS = {
    QuotationKind.DIRECT: "direct quotation",
    QuotationKind.PARTIAL: "partial quotation",
    QuotationKind.INDIRECT: "indirect statement",
}


_LIKENESS_WORDS = {
    Likeness.SAME: "the same text",
    Likeness.NEARLY: "nearly the same text",
    Likeness.LONGER: "a longer version",
    Likeness.SHORTER: "a shorter version",
}


def likeness_words(likeness: Likeness) -> str:
    """What another article's text is to that of the article being read."""
    return _LIKENESS_WORDS[likeness]


def speaker_certainty(quotation: Quotation) -> Certainty:
    """On what evidence the speaker of a quotation was named."""
    (mark, name), words = _SPEAKER_WORDS[quotation.how]
    takes_evidence = words.endswith((" as", " from"))
    if takes_evidence and quotation.mention is None:
        words = "named in the text" if quotation.how is SpeakerHow.NAMED else "worked out from the text"
    if quotation.how is SpeakerHow.DESCRIPTION and quotation.speaker == quotation.mention:
        return Certainty(mark=mark, name=name, words="described, not named")
    return Certainty(
        mark=mark, name=name, words=words, evidence=quotation.mention if takes_evidence else None
    )


def time_certainty(when: TimeExpression) -> Certainty:
    """How the value of a time expression was found."""
    (mark, name), words = _TIMEX_WORDS[when.how]
    return Certainty(mark=mark, name=name, words=words)


def how_words(how: TimexHow) -> str:
    """How a date was found, in words alone."""
    return _TIMEX_WORDS[how][1]


def kind_words(kind: QuotationKind) -> str:
    """What kind of quotation it is."""
    return _KIND_WORDS[kind]


def date_words(value: str | None) -> str:
    """A date's value in a reader's words."""
    return dates.words(value)


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """``1 quotation``, ``2,400 quotations``."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def language_name(tag: str) -> str:
    """What a language is called: "German"."""
    return languages.name(tag)


def direction(tag: str | None) -> str:
    """For the attribute ``dir`` of words in that language; ``auto`` where it is not known."""
    return languages.direction(tag)


def is_english(tag: str) -> bool:
    """True where the rules for speakers and dates were applied."""
    return languages.is_english(tag)
