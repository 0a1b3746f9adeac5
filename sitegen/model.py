"""The nouns. Frozen values, each field explained; imports nothing of ours.

Offsets are half-open ranges of Unicode characters (Python string indices) into ``Article.text``.
"""

from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A half-open character range ``[start, end)`` of ``Article.text``; never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """True when ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: "Span") -> bool:
        """True when the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """Words copied from an article, with the place they were copied from."""

    text: str
    """Verbatim: ``article.text[span.start:span.end]``."""
    span: Span | None = None
    """None only in a digest written by hand, without a seed."""
    paragraph: int | None = None
    """Number of the body paragraph that holds the start, counted from 1; None where unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What the editors of the site put right in a digest, and when."""

    date: str
    """ISO 8601 calendar date, ``YYYY-MM-DD``."""
    what: str
    """In their words, for readers; never blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """Why the site no longer shows an article, and since when."""

    date: str
    """ISO 8601 calendar date, ``YYYY-MM-DD``."""
    why: str
    """In the editors' words, for readers; never blank."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about an article beside its words. None or empty: not stated, never guessed."""

    title: str | None = None
    slug: str | None = None
    """The name in addresses and of the content file; None: made from the seed's file name."""
    published: str | None = None
    """ISO 8601 calendar date of publication, ``YYYY-MM-DD``, as the source states it."""
    modified: str | None = None
    """ISO 8601 calendar date of the last change the source states."""
    publisher: str | None = None
    """The outlet, as it names itself."""
    url: str | None = None
    """Where the original was found; http or https only."""
    byline: str | None = None
    language: str | None = None
    """BCP 47 tag; None: not stated, taken as the site's language."""
    sections: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    """Lines that say who else worked on it ("Reporting by Jane Doe; editing by Ann Roe"), verbatim.

    So is a dateline that names an agency, or a day without its year ("OSTRIN, July 19 (UPI) —").
    """
    notice: str | None = None
    """A sentence to show above the digest, such as "Fiction, written for this demo."."""
    draft: bool = False
    """True: not ready yet; left out of the site unless drafts are asked for."""
    hidden: bool = False
    """True: never part of the site, not even of one with drafts; the content file is kept."""
    aliases: tuple[str, ...] = ()
    """Slugs under which the article stood before; their addresses lead to it."""
    added: str | None = None
    """ISO 8601 calendar date on which the site began to show it, as its editors state; None: not stated."""
    corrections: tuple[Correction, ...] = ()
    withdrawn: Withdrawal | None = None
    """None: the article is shown; else its page says that it was, and why it no longer is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A seed's text and facts, after intake. The text is never changed; furniture is only pointed at."""

    file: str
    """The seed's path, relative to the project, with forward slashes."""
    item: str | None = None
    """Which article of a collection: a row's id, a feed entry's, a page's address; None: the file is one."""
    sha256: str
    """Checksum of the seed's bytes, of a collection those of the item; 64 hexadecimal digits."""
    encoding: str
    """How the bytes were read, such as ``utf-8``, or ``windows-1252 (guessed)``."""
    text: str
    """The whole text, verbatim. For HTML and Markdown: the plain text of the body."""
    title: str
    facts: Facts
    """Title apart, the facts as finally trusted: sidecar, front matter, page metadata, dateline."""
    paragraphs: tuple[Span, ...]
    """The body, in order: headline, sections, byline, dateline and boilerplate left out."""
    headline: Span | None = None
    """Where the title stands in the text; None where it comes from elsewhere."""
    removed: tuple[Span, ...] = ()
    """Lines of the text taken for boilerplate and left out of the body, in order."""
    detected_language: str | None = None
    """BCP 47 tag found from the words, where nothing states the language; None: stated, or too few words."""


class QuotationKind(StrEnum):
    """How much of the speaker's statement the marks enclose."""

    DIRECT = "direct"
    """A statement that can stand by itself, or a fragment of one split by its reporting clause."""
    PARTIAL = "partial"
    """Words of the speaker inside somebody else's sentence."""
    INDIRECT = "indirect"
    """What somebody is reported to have said, in the reporter's words: no marks stand around it."""


class SpeakerHow(StrEnum):
    """On what evidence the speaker was named."""

    NAMED = "named"
    """The reporting clause names the speaker."""
    PRONOUN = "pronoun"
    """The reporting clause says "he", "she", "they"."""
    DESCRIPTION = "description"
    """The reporting clause describes the speaker: "the minister", "the news agency"."""
    CONTINUED = "continued"
    """A further fragment of the statement before."""
    INTRODUCED = "introduced"
    """No reporting clause; the sentence before introduces the speaker."""
    NONE = "none"
    """No speaker found."""


class Evidence(StrEnum):
    """How much evidence must point at one person before "he", "she" or "they" becomes a name.

    Below it the pronoun stays as it is and the speaker is not known: a wrong name costs more than no name.
    """

    SURE = "sure"
    """Only one person could be meant."""
    LIKELY = "likely"
    """The one meant stands out."""
    ANY = "any"
    """Whoever is likeliest, always."""


class SourceText(StrEnum):
    """How much of an article's own text its page shows."""

    DIGEST = "digest"
    """The quotations, the dates, and the sentences around them."""
    FULL = "full"
    """All of its body."""


class SpeakerKind(StrEnum):
    """What bears a name, as far as the article tells."""

    PERSON = "person"
    BODY = "body"
    """An organisation, a paper, a place that stands for its government."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody or something with a name that an article quotes, and what the article says of them."""

    name: str
    """In full, as ``Quotation.speaker`` gives it."""
    kind: SpeakerKind | None = None
    """None: the article does not tell."""
    descriptions: tuple[Excerpt, ...] = ()
    """The words beside the name that say who this is ("senior Hamas official"), verbatim, in text order,
    none twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words that somebody is reported to have said or written; inside quotation marks unless indirect."""

    words: Excerpt
    """What stands between the marks, the marks left out; of an indirect statement, the clause."""
    kind: QuotationKind
    speaker: str | None
    """Full name in the article's words, or the description where it gives no name; None: unknown."""
    how: SpeakerHow
    mention: str | None = None
    """The speaker as written in the reporting clause ("he", "Brig. Gen. Ismail Qaani"), verbatim."""
    cue: str | None = None
    """The reporting word as written ("said", "stated"), verbatim."""
    relayed_by: tuple[str, ...] = ()
    """Through whom the words come when not from the speaker directly, outermost first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One source disputes what another has said, by a word of the article such as "denied". No verdict."""

    statement: Quotation
    """The sentence that says so, of kind ``INDIRECT``: its speaker is who disputes, its cue the word."""
    disputed: Quotation | None = None
    """What is disputed and whose words that are, of kind ``INDIRECT``: a part of that sentence, or the one
    before it. None: the article does not say, or not clearly enough."""


class TimexType(StrEnum):
    """TIMEX3 types (ISO 24617-1)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexHow(StrEnum):
    """What a time expression's value was worked out from."""

    STATED = "stated"
    """The words alone give the value, as far as it goes ("7 October 2023", "Oct. 7" → XXXX-10-07)."""
    PUBLICATION = "publication"
    """Worked out from the publication date ("Thursday")."""
    CONTEXT = "context"
    """Worked out from an earlier date in the text ("the next day")."""
    UNRESOLVED = "unresolved"
    """Relative, with nothing to be relative to; there is no value, or a reference such as PAST_REF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time (a TIMEX3)."""

    words: Excerpt
    type: TimexType
    value: str | None
    """TIMEX3 or EDTF: ``2023-11-16``, ``XXXX-10-07``, ``2009-Q3``, ``PAST_REF``, ``P3D``; None: not known."""
    how: TimexHow


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A dated sentence. (In TimeML an event is a word; here it is the sentence a timeline shows.)"""

    when: TimeExpression
    """Of type DATE or TIME; its value may be partial or None."""
    sentence: Excerpt


class DatedBy(StrEnum):
    """Where the date of a clause comes from."""

    CLAUSE = "clause"
    """A date that stands in it."""
    SENTENCE = "sentence"
    """A date in a clause beside it, of the same sentence."""
    STORY = "story"
    """The day the article is about, as its lead states it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """When something that a clause tells of happened. Finer than an ``Event``, and for programs to read."""

    clause: Excerpt
    when: TimeExpression
    """The words the date comes from, wherever they stand."""
    value: str | None
    """``when.value``, or the first day of it ("since the start of 2031" → 2031-01-01); None: not resolved."""
    by: DatedBy


class KeyPhraseEngine(StrEnum):
    """Which program scores the candidates for key phrases."""

    YAKE = "yake"
    """The one of YAKE's authors."""
    YAKE_RUST = "yake-rust"
    """A port, several times as fast, that an extra brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPhrase:
    """A phrase the article is about."""

    phrase: str
    """As the article writes it."""
    score: float
    """YAKE's score, rounded to 6 decimals; lower is better."""
    count: int
    """How often it occurs in the body and headline, upper and lower case alike."""
    spans: tuple[Span, ...] = ()
    """Where, in text order: the first fifty. A headline that is not part of the text has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotations:
    """What the extractors found in one text, each tuple in text order (key phrases: best first)."""

    quotations: tuple[Quotation, ...] = ()
    terms: tuple[Excerpt, ...] = ()
    """Words in quotation marks that quote nobody: titles, nicknames, terms."""
    speakers: tuple[Speaker, ...] = ()
    """Those of the quotations' speakers that have a name, in the order they are first quoted."""
    indirect: tuple[Quotation, ...] = ()
    """Statements reported without quotation marks; all of kind ``INDIRECT``."""
    disputes: tuple[Dispute, ...] = ()
    """Who disputes whose words."""
    time_expressions: tuple[TimeExpression, ...] = ()
    timeline: tuple[Event, ...] = ()
    datings: tuple[Dating, ...] = ()
    """Clauses with the date of their event, in text order; a clause that nothing dates is left out."""
    key_phrases: tuple[KeyPhrase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The seed a digest was made from."""

    file: str
    item: str | None = None
    """Which article of a collection; None: the file is one article."""
    sha256: str
    encoding: str
    detected_language: str | None = None
    """BCP 47 tag found from the words, where the article's is not stated and not the site's."""
    sketch: str | None = None
    """What is needed to tell how much of its text another article shares; None: too short to say."""
    removed: tuple[str, ...] = ()
    """The lines taken for boilerplate, verbatim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a content file that a person wrote; kept and shown as it is."""

    heading: str
    markdown: str
    """The source of the section below its heading, without blank lines at either end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Digest:
    """What a content file says: everything the site half knows of an article."""

    slug: str
    title: str
    facts: Facts
    """``title`` and ``slug`` in here are None: they stand above."""
    source: Source | None = None
    """None: written by hand, without a seed."""
    key_phrases: tuple[KeyPhrase, ...] = ()
    lead: tuple[Excerpt, ...] = ()
    """The first two or three sentences of the body."""
    quotations: tuple[Quotation, ...] = ()
    terms: tuple[Excerpt, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    """Those of the quotations' speakers that have a name, in the order they are first quoted."""
    indirect: tuple[Quotation, ...] = ()
    """Statements reported without quotation marks; empty unless the settings ask for them."""
    disputes: tuple[Dispute, ...] = ()
    """Who disputes whose words."""
    timeline: tuple[Event, ...] = ()
    context: tuple[Excerpt, ...] = ()
    """The sentences that hold a quotation, or a key phrase that stands nowhere else in the digest; in text
    order, none overlapping another."""
    sections: tuple[Section, ...] = ()
    """What a person added under headings of their own, in file order."""
    edited: bool = field(default=False, compare=False)
    """True: a person has changed the content file, or written it. Nothing the file says, but known of it."""

    @property
    def language(self) -> str | None:
        """BCP 47 tag of the article's language, stated or else detected; None: the site's."""
        return self.facts.language or (self.source.detected_language if self.source else None)

    @property
    def names_speakers(self) -> bool:
        """True where it says of anything who said it."""
        return any(each.speaker is not None for each in (*self.quotations, *self.indirect))
