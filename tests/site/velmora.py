"""A small corpus about Velmora, a country that does not exist: digests made by hand, with true spans."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.model import (
    Digest,
    Event,
    Excerpt,
    Facts,
    KeyPhrase,
    Quotation,
    QuotationKind,
    Section,
    Source,
    Span,
    Speaker,
    SpeakerHow,
    SpeakerKind,
    TimeExpression,
    TimexHow,
    TimexType,
)


@dataclass
class Story:
    """An article's text, from which a digest is cut by naming its words."""

    text: str

    def excerpt(self, words: str, nth: int = 0) -> Excerpt:
        start = [match.start() for match in re.finditer(re.escape(words), self.text)][nth]
        paragraph = self.text.count("\n\n", 0, start) + 1
        return Excerpt(text=words, span=Span(start=start, end=start + len(words)), paragraph=paragraph)

    def sentences(self) -> Iterator[Excerpt]:
        for match in re.finditer(r"[^\n]+?[.?!]”?(?=\s|$)", self.text):
            yield self.excerpt(match.group().strip())

    def sentence_of(self, words: Excerpt) -> Excerpt:
        assert words.span is not None
        return next(s for s in self.sentences() if s.span is not None and s.span.holds(words.span))

    def quote(
        self,
        words: str,
        speaker: str | None,
        how: SpeakerHow = SpeakerHow.NAMED,
        *,
        kind: QuotationKind = QuotationKind.DIRECT,
        mention: str | None = None,
        cue: str | None = "said",
        relayed_by: tuple[str, ...] = (),
    ) -> Quotation:
        return Quotation(
            words=self.excerpt(words),
            kind=kind,
            speaker=speaker,
            how=how,
            mention=mention,
            cue=cue,
            relayed_by=relayed_by,
        )

    def event(self, words: str, value: str | None, how: TimexHow = TimexHow.STATED) -> Event:
        written = self.excerpt(words)
        when = TimeExpression(words=written, type=TimexType.DATE, value=value, how=how)
        return Event(when=when, sentence=self.sentence_of(written))

    def context(self, quotations: Sequence[Quotation]) -> tuple[Excerpt, ...]:
        found = {self.sentence_of(quotation.words): None for quotation in quotations}
        return tuple(sorted(found, key=lambda s: s.span.start if s.span else 0))


def phrases(*names: str) -> tuple[KeyPhrase, ...]:
    return tuple(
        KeyPhrase(phrase=name, score=round(0.01 * n, 6), count=5 - n % 4) for n, name in enumerate(names, 1)
    )


def harbour() -> Digest:
    """Dated; named, continued and pronoun speakers; a partial quotation; terms; a person's section."""
    story = Story(
        "The council of Ostrin voted on Tuesday to close the old harbour bridge for a year. Repairs are to "
        "begin on 4 March 2024.\n\n"
        "“The bridge has carried us for ninety years, and it has earned a rest,” Mayor Ilsa Hamdan said "
        "after the vote. “Nobody will be cut off from the islands.”\n\n"
        "She called the cost “a sum we can look in the eye”. The town’s “Blue Ferry” is to run every ten "
        "minutes.\n\n"
        "“Ten minutes is what they promised in 2009,” said Tomas Verlin, who sells fish on the quay.\n\n"
        "On 12 September an engineer had warned that two piers were “tired”. The Ostrin Gazette was told "
        "last week that the work could take longer.\n\n"
        "Hamdan, a former ferry pilot, said the islands would not pay for it."
    )
    quotations = (
        story.quote(
            "The bridge has carried us for ninety years, and it has earned a rest,",
            "Ilsa Hamdan",
            mention="Mayor Ilsa Hamdan",
        ),
        story.quote(
            "Nobody will be cut off from the islands.", "Ilsa Hamdan", SpeakerHow.CONTINUED, cue=None
        ),
        story.quote(
            "a sum we can look in the eye",
            "Ilsa Hamdan",
            SpeakerHow.PRONOUN,
            kind=QuotationKind.PARTIAL,
            mention="She",
            cue="called",
        ),
        story.quote("Ten minutes is what they promised in 2009,", "Tomas Verlin", mention="Tomas Verlin"),
        story.quote(
            "tired",
            "an engineer",
            SpeakerHow.DESCRIPTION,
            kind=QuotationKind.PARTIAL,
            mention="an engineer",
            cue="warned",
            relayed_by=("The Ostrin Gazette",),
        ),
    )
    sentences = tuple(story.sentences())
    return Digest(
        slug="harbour-bridge",
        title="Ostrin closes its harbour bridge: ‘it has earned a rest’",
        facts=Facts(
            published="2024-02-28",
            publisher="The Ostrin Gazette",
            byline="Petra Lund",
            url="https://gazette.example/harbour-bridge",
            language="en",
            sections=("Velmora", "Town"),
            notice="Fiction, written for the tests.",
        ),
        source=Source(
            file="seeds/harbour-bridge.txt",
            sha256="5e" * 32,
            encoding="utf-8",
            removed=("Related Articles", "ADVERTISEMENT"),
        ),
        key_phrases=phrases("harbour bridge", "Ostrin council", "Blue Ferry", "old piers"),
        lead=sentences[:2],
        quotations=quotations,
        terms=(story.excerpt("Blue Ferry"),),
        speakers=(
            Speaker(
                name="Ilsa Hamdan",
                kind=SpeakerKind.PERSON,
                descriptions=(story.excerpt("Mayor"), story.excerpt("a former ferry pilot")),
            ),
            Speaker(name="Tomas Verlin", descriptions=(story.excerpt("who sells fish on the quay"),)),
        ),
        indirect=(
            story.quote(
                "the islands would not pay for it",
                "Ilsa Hamdan",
                kind=QuotationKind.INDIRECT,
                mention="Hamdan",
            ),
            story.quote(
                "the work could take longer",
                None,
                SpeakerHow.NONE,
                kind=QuotationKind.INDIRECT,
                cue="told",
                relayed_by=("The Ostrin Gazette", "a port clerk"),
            ),
        ),
        timeline=(
            story.event("Tuesday", "2024-02-27", TimexHow.PUBLICATION),
            story.event("4 March 2024", "2024-03-04"),
            story.event("2009", "2009"),
            story.event("12 September", "XXXX-09-12"),
            story.event("last week", None, TimexHow.UNRESOLVED),
        ),
        context=story.context(quotations),
        sections=(
            Section(
                heading="Editor’s note",
                markdown="The council’s minutes say **the same**. See [the ferry](ferry-strike.md).\n\n"
                "- [minutes](https://council.example/minutes)\n- ![map](https://council.example/map.png)",
            ),
        ),
    )


def ferry() -> Digest:
    """Not dated by its source; a speaker and a phrase shared with the first; a speaker not found."""
    story = Story(
        "The crews of the Blue Ferry stopped work on 7 October and the islands were cut off.\n\n"
        "“We were promised hands, and we were sent a timetable,” Dario Quell told the crews.\n\n"
        "“The boats will sail,” Ilsa Hamdan stated. “Somebody has to row first.”"
    )
    quotations = (
        story.quote(
            "We were promised hands, and we were sent a timetable,",
            "Dario Quell",
            mention="Dario Quell",
            cue="told",
        ),
        story.quote("The boats will sail,", "Ilsa Hamdan", mention="Ilsa Hamdan", cue="stated"),
        story.quote("Somebody has to row first.", None, SpeakerHow.NONE, cue=None),
    )
    return Digest(
        slug="ferry-strike",
        title="Ferry crews walk out in Velmora",
        facts=Facts(sections=("Velmora",)),
        source=Source(file="seeds/ferry-strike.txt", sha256="0f" * 32, encoding="windows-1252 (guessed)"),
        key_phrases=phrases("Blue ferry", "ferry crews", "harbour bridge"),
        lead=tuple(story.sentences())[:1],
        quotations=quotations,
        timeline=(story.event("7 October", "XXXX-10-07"),),
        context=story.context(quotations),
    )


def orchard() -> Digest:
    """Written by hand, without a seed: no spans. In another language and direction."""
    return Digest(
        slug="بستان",
        title="بستان فلمورا يفتح أبوابه",
        facts=Facts(published="2023-11-16", language="ar", publisher="صوت أوسترين"),
        key_phrases=phrases("بستان فلمورا"),
        lead=(Excerpt(text="فتح البستان القديم أبوابه للزوار."),),
        quotations=(
            Quotation(
                words=Excerpt(text="الأشجار تتذكرنا"),
                kind=QuotationKind.DIRECT,
                speaker="ليلى كرم",
                how=SpeakerHow.NAMED,
                cue="قالت",
            ),
        ),
    )


def said_by(
    slug: str,
    name: str,
    *descriptions: str,
    kind: SpeakerKind | None = SpeakerKind.PERSON,
    mention: str | None = None,
    published: str | None = None,
) -> Digest:
    """An article that quotes one speaker once, and says who that is."""
    story = Story(" ".join((*descriptions, name, "“We shall see,”", slug)))
    return Digest(
        slug=slug,
        title=f"Report on {slug}",
        facts=Facts(published=published),
        quotations=(story.quote("We shall see,", name, mention=mention or name),),
        speakers=(
            Speaker(name=name, kind=kind, descriptions=tuple(story.excerpt(each) for each in descriptions)),
        ),
    )


def namesakes() -> tuple[Digest, ...]:
    """Two people called Corin Ashby, an article that does not tell which, and two called Okell."""
    return (
        said_by("ashby-fish", "Corin Ashby", "chairman of the fish market"),
        said_by("ashby-choir", "Corin Ashby", "chairwoman of the Ostrin choir", published="2024-02-01"),
        said_by("ashby-open", "Corin Ashby", "a neighbour"),
        said_by("okell-ship", "Okell"),
        said_by("okell-shop", "Okell"),
    )


def corpus() -> tuple[Digest, ...]:
    return (harbour(), ferry(), orchard())


def many(count: int) -> tuple[Digest, ...]:
    """Small digests, every one with a speaker of its own and one that all share."""
    digests = []
    for number in range(count):
        story = Story(f"“Item {number} is settled,” Mara Velt said. “Agreed,” said Member {number:03d}.")
        quotations = (
            story.quote(f"Item {number} is settled,", "Mara Velt", mention="Mara Velt"),
            story.quote("Agreed,", f"Member {number:03d}"),
        )
        digests.append(
            Digest(
                slug=f"item-{number:03d}",
                title=f"Council settles item {number}",
                facts=Facts(published=f"2024-01-{number % 28 + 1:02d}", publisher="The Ostrin Gazette"),
                key_phrases=phrases("Ostrin council", f"item {number}"),
                lead=tuple(story.sentences())[:1],
                quotations=quotations,
                context=story.context(quotations),
            )
        )
    return tuple(digests)
