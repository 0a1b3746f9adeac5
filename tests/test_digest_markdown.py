"""The content file: what is rendered reads back the same, and reads well."""

import dataclasses

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from sitegen.content_file.digest_markdown import parse, render
from sitegen.errors import SitegenError
from sitegen.model import (
    Digest,
    Dispute,
    Event,
    Excerpt,
    Facts,
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
from tests.hostile_digests import digests, texts


def one(text: str, start: int = 10) -> Excerpt:
    return Excerpt(text=text, span=Span(start=start, end=start + max(1, len(text))), paragraph=2)


def said(text: str, **known: object) -> Quotation:
    usual = Quotation(
        words=one(text),
        kind=QuotationKind.DIRECT,
        speaker="Mara Dol",
        how=SpeakerHow.NAMED,
        mention="Mara Dol",
        cue="said",
    )
    return dataclasses.replace(usual, **known)  # type: ignore[arg-type]


def reported(text: str, **known: object) -> Quotation:
    return said(text, kind=QuotationKind.INDIRECT, **known)


def when(words: str, value: str | None = "XXXX-10-07") -> TimeExpression:
    return TimeExpression(words=one(words), type=TimexType.DATE, value=value, how=TimexHow.STATED)


def digest(**parts: object) -> Digest:
    return Digest(slug="a", title="Ostrin floods", facts=Facts(), **parts)  # type: ignore[arg-type]


def body_of(markdown: str) -> str:
    return markdown.split("---\n", 2)[2]


@given(digests)
@settings(max_examples=200)
def test_every_digest_reads_back_as_it_was(original: Digest) -> None:
    assert parse(render(original), path="content/a.md", slug=original.slug) == original


@given(texts)
@settings(max_examples=200)
def test_every_text_survives_in_every_place(text: str) -> None:
    original = digest(
        lead=(one(text), Excerpt(text=text)),
        quotations=(
            said(text, speaker=text, mention=text + "x", cue=text, relayed_by=(text, text)),
            said(text, speaker=None, how=SpeakerHow.NONE, mention=text),
        ),
        terms=(one(text), Excerpt(text=text)),
        speakers=(
            Speaker(name=text, kind=SpeakerKind.BODY, descriptions=(one(text), Excerpt(text=text))),
            Speaker(name=text, descriptions=(Excerpt(text=text), one(text), one(text))),
            Speaker(name=text),
        ),
        indirect=(
            reported(text, speaker=text, mention=text + "x", cue=text, relayed_by=(text,)),
            reported(text, speaker=None, how=SpeakerHow.NONE, mention=None, cue=None),
        ),
        disputes=(
            Dispute(statement=reported(text, speaker=text, mention=text, cue=text)),
            Dispute(statement=reported(text), disputed=reported(text, speaker=text, mention=text, cue=text)),
        ),
        timeline=(Event(when=when(text), sentence=one(text)),),
        context=(one(text), Excerpt(text=text)),
    )
    assert parse(render(original), path="content/a.md", slug="a") == original


def test_news_text_needs_no_escapes() -> None:
    text = (
        "[The] mayor’s office said “about 5% of the 1,200 homes” (some on Dam St. & Quay Rd.) flooded - it's "
        "3 < 4, AT&T said; e-mail a_b: see #Ostrin, $5 to $6 million + costs, and/or 50/50? “No!” 7. It ends."
    )
    who = Speaker(name=text, descriptions=(one(text),))
    markdown = render(
        digest(
            lead=(one(text),),
            quotations=(said(text),),
            speakers=(who,),
            indirect=(reported(text),),
            disputes=(Dispute(statement=reported(text), disputed=reported(text)),),
            context=(one(text),),
        )
    )
    assert body_of(markdown).count(text) == 8


def test_a_digest_reads_like_this_on_github() -> None:
    original = digest(
        lead=(one("Ostrin is under water."),),
        quotations=(
            said("We shut the gate.\n\n“Twice.", how=SpeakerHow.PRONOUN, mention="she"),
            said("a matter of days", kind=QuotationKind.PARTIAL, relayed_by=("Radio Ostrin",)),
        ),
        terms=(one("the Gate"),),
        speakers=(
            Speaker(
                name="Mara Dol",
                kind=SpeakerKind.PERSON,
                descriptions=(one("the lock-keeper"), one("“iron” lady, once", 40)),
            ),
            Speaker(name="The Harbour Board", kind=SpeakerKind.BODY),
            Speaker(name="Echo", descriptions=(Excerpt(text="who calls herself so"),)),
        ),
        indirect=(reported("the dam would hold", how=SpeakerHow.PRONOUN, mention="she"),),
        disputes=(
            Dispute(
                statement=reported("The board denied the claim.", speaker="The Harbour Board", cue="denied"),
                disputed=reported("She claimed that it rained."),
            ),
            Dispute(statement=reported("Echo denied it.", speaker="Echo", cue="denied", relayed_by=("D",))),
        ),
        timeline=(Event(when=when("Oct 7"), sentence=one("Mud.")),),
        context=(one("“We shut the gate,” she said."),),
        sections=(Section(heading="From the editor", markdown="Seen by *two* people."),),
    )
    assert (
        body_of(render(original))
        == """
## Lead

> Ostrin is under water. · [¶2](#c10-32)

## Quotations

> “We shut the gate.
>
> “Twice.”
>
> — **Mara Dol**, *said* · from the pronoun “*she*” · [¶2](#c10-36)

> “… a matter of days”
>
> — **Mara Dol**, *said* · named in the sentence · partial · relayed by **Radio Ostrin** · [¶2](#c10-26)

## Terms in quotation marks

- “the Gate” · [¶2](#c10-18)

## Speakers

- **Mara Dol**, person · “*the lock-keeper*” [¶2](#c10-25), “*“iron” lady, once*” [¶2](#c40-57)
- **The Harbour Board**, body
- **Echo** · “*who calls herself so*”

## Indirect statements

> the dam would hold
>
> — **Mara Dol**, *said* · from the pronoun “*she*” · reported · [¶2](#c10-28)

## Disputed statements

> She claimed that it rained.
>
> — **Mara Dol**, *said* · named in the sentence · disputed · [¶2](#c10-37)

> The board denied the claim.
>
> — **The Harbour Board**, *denied* · named in the sentence as “*Mara Dol*” · disputing · [¶2](#c10-37)

> Echo denied it.
>
> — **Echo**, *denied* · named in the sentence as “*Mara Dol*” · disputing · relayed by **D** · [¶2](#c10-25)

## Timeline

- **7 October, year not stated** (“*Oct 7*” · `XXXX-10-07` · as stated · [¶2](#c10-15)) — Mud. · [¶2](#c10-14)

## Context

- “We shut the gate,” she said. · [¶2](#c10-39)

## From the editor

Seen by *two* people.
"""
    )


@given(texts)
@settings(max_examples=200)
def test_no_text_becomes_html_or_a_table_on_github(text: str) -> None:
    original = digest(
        lead=(one(text),),
        quotations=(said(text),),
        speakers=(Speaker(name=text, descriptions=(one(text),)),),
        indirect=(reported(text),),
        context=(one(text),),
    )
    github = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    tokens = github.parse(body_of(render(original)))
    kinds = {inner.type for token in tokens for inner in (token, *(token.children or ()))}
    assert not kinds & {"html_block", "html_inline", "image", "table_open", "s_open"}


def test_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    markdown = render(digest(lead=(one("Rain.\nMore rain."),), quotations=(said("Rain."),)))
    assert parse("\ufeff" + markdown.replace("\n", "\r\n"), path="a", slug="a") == parse(
        markdown, path="a", slug="a"
    )


def test_rendering_needs_no_heading_for_what_is_empty() -> None:
    assert body_of(render(digest())) == ""


def test_facts_too_long_to_be_read_again_are_not_written() -> None:
    with pytest.raises(SitegenError, match="64 kB"):
        render(digest(source=Source(file="a", sha256="b", encoding="c", removed=("x" * 70_000,))))
