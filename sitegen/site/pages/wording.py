"""The site's own words about what was found: neutral, and never a colour or a mark alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from markupsafe import Markup, escape

from sitegen import dates, languages
from sitegen.date_words import Say
from sitegen.model import Quotation, QuotationKind, SpeakerHow, TimeExpression, TimexHow
from sitegen.site.apart import Apart
from sitegen.site.copies.likeness import Likeness
from sitegen.site.strings import Strings


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

_SPEAKER: Mapping[SpeakerHow, tuple[tuple[str, str], str]] = {
    SpeakerHow.NAMED: (STATED, "certainty.named"),
    SpeakerHow.PRONOUN: (INFERRED, "certainty.worked_out"),
    SpeakerHow.DESCRIPTION: (INFERRED, "certainty.worked_out"),
    SpeakerHow.CONTINUED: (INFERRED, "certainty.continued"),
    SpeakerHow.INTRODUCED: (INFERRED, "certainty.introduced"),
    SpeakerHow.NONE: (OPEN, "certainty.no_speaker"),
}

_WITHOUT_EVIDENCE = {
    "certainty.named": "certainty.named_in_text",
    "certainty.worked_out": "certainty.worked_out_in_text",
}
"""What is followed by words of the source, and what stands where the source's words are not known."""

_TIMEX: Mapping[TimexHow, tuple[tuple[str, str], str]] = {
    TimexHow.STATED: (STATED, "certainty.stated"),
    TimexHow.PUBLICATION: (INFERRED, "certainty.from_publication"),
    TimexHow.CONTEXT: (INFERRED, "certainty.from_context"),
    TimexHow.UNRESOLVED: (OPEN, "certainty.unresolved"),
}

_KINDS = {
    QuotationKind.DIRECT: "quotation.direct",
    QuotationKind.PARTIAL: "quotation.partial",
    QuotationKind.INDIRECT: "quotation.indirect",
}

_LIKENESS = {
    Likeness.SAME: "copies.same",
    Likeness.NEARLY: "copies.nearly",
    Likeness.LONGER: "copies.longer",
    Likeness.SHORTER: "copies.shorter",
}


def likeness_words(t: Strings, likeness: Likeness) -> str:
    """What another article's text is to that of the article being read."""
    return t(_LIKENESS[likeness])


def speaker_certainty(t: Strings, quotation: Quotation, *, by_editor: bool = False) -> Certainty:
    """On what evidence the speaker of a quotation was named; ``by_editor``: not in the article's words."""
    if by_editor:
        mark, name = INFERRED
        return Certainty(mark=mark, name=name, words=t("certainty.by_editor"), evidence=quotation.mention)
    (mark, name), key = _SPEAKER[quotation.how]
    if quotation.how is SpeakerHow.DESCRIPTION and quotation.speaker == quotation.mention:
        return Certainty(mark=mark, name=name, words=t("certainty.described"))
    if key not in _WITHOUT_EVIDENCE:
        return Certainty(mark=mark, name=name, words=t(key))
    if quotation.mention is None:
        return Certainty(mark=mark, name=name, words=t(_WITHOUT_EVIDENCE[key]))
    return Certainty(mark=mark, name=name, words=t(key), evidence=quotation.mention)


def time_certainty(t: Strings, when: TimeExpression) -> Certainty:
    """How the value of a time expression was found."""
    (mark, name), key = _TIMEX[when.how]
    return Certainty(mark=mark, name=name, words=t(key))


def kind_words(t: Strings, kind: QuotationKind) -> str:
    """What kind of quotation it is."""
    return t(_KINDS[kind])


def say(t: Strings) -> Say:
    """The words and patterns of dates in the site's language."""

    def of_dates(key: str, /, **values: str | int | Decimal) -> str:
        return t.plain(f"dates.{key}", **values)

    return of_dates


@lru_cache(maxsize=4096)
def date_words(t: Strings, value: str | None) -> str:
    """A date's value in a reader's words."""
    return dates.words(value, say(t))


def language_name(t: Strings, tag: str) -> str:
    """What a language is called in the site's language: "German"."""
    if languages.primary(tag) == languages.UNKNOWN:
        return t("article.language_unknown")
    return languages.name(tag, t.language)


def apart(t: Strings) -> Apart:
    """How speakers, and phrases, of one name are told apart."""
    return Apart(
        described=lambda words: t.plain("apart.described", words=words),
        in_article=lambda title: t.plain("apart.in_article", title=title),
        undecided=t.plain("apart.undecided"),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What templates call ``words``."""

    t: Strings
    language: str
    """BCP 47 tag of the site's articles and settings."""
    page_language: str = field(init=False)
    """That of the interface, for ``<html lang>``: another one where there are no strings in ``language``."""

    def __post_init__(self) -> None:
        same = languages.primary(self.language) == languages.primary(self.t.language)
        object.__setattr__(self, "page_language", self.language if same else self.t.language)

    @property
    def page_direction(self) -> str:
        """``ltr`` or ``rtl``, of the interface."""
        return "ltr" if languages.is_english(self.page_language) else languages.direction(self.page_language)

    def lang(self, tag: str | None = None) -> Markup:
        """The attribute ``lang`` of words in the language ``tag``, a space before it.

        None is the site's language: words in it have the attribute only where the interface is in another.
        """
        if tag is None and self.language == self.page_language:
            return Markup()
        return Markup(f' lang="{escape(tag or self.language)}"')  # noqa: S704 - escaped

    def source(self, tag: str | None) -> Markup:
        """The attributes ``lang`` and ``dir`` of words of an article in the language ``tag``, a space before.

        The language says where a line begins, not its first letter: "Velmora Wire" may open an Arabic one.
        """
        return Markup(f'{self.lang(tag)} dir="{languages.direction(tag)}"')  # noqa: S704 - escaped

    @property
    def interface(self) -> Markup:
        """The same attributes for the interface's own words in the midst of an article's."""
        return Markup(f' lang="{escape(self.page_language)}" dir="{self.page_direction}"')  # noqa: S704 - escaped

    def date_words(self, value: str | None) -> str:
        """A date's value in a reader's words."""
        return date_words(self.t, value)

    def likeness_words(self, likeness: Likeness) -> str:
        """What another article's text is to that of the article being read."""
        return likeness_words(self.t, likeness)

    def language_name(self, tag: str) -> str:
        """What a language is called: "German"."""
        return language_name(self.t, tag)

    def direction(self, tag: str | None) -> str:
        """For the attribute ``dir`` of words in that language; ``auto`` where it is not known."""
        return languages.direction(tag)

    def is_english(self, tag: str) -> bool:
        """True where the rules for speakers and dates were applied."""
        return languages.is_english(tag)
