"""Content files as people write and edit them: understood where possible, kept always, mistakes shown."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.content_file.digest_markdown import parse, render
from sitegen.errors import SitegenError
from sitegen.model import (
    Digest,
    Excerpt,
    Quotation,
    QuotationKind,
    Section,
    Span,
    SpeakerHow,
    TimexHow,
)


def by_hand(body: str, front: str = "title: Ostrin floods\n") -> Digest:
    return parse(f"---\n{front}---\n{body}", path="content/a.md", slug="a")


markdown_lines = st.lists(
    st.sampled_from(
        (
            *(
                "## Lead",
                "## quotations",
                "## Terms in quotation marks",
                "## TIMELINE",
                "## Speakers",
                "## indirect statements",
                "## disputed statements",
                "## Context",
                "## Mine",
                "##",
            ),
            *(
                "",
                "",
                "",
                "Text.",
                "> “Words.”",
                "> — **Mara Dol**, *said*",
                "— Mara Dol",
                ">",
                "- “a term”",
                "- **Mara Dol**, person · “*one*” [¶1](#c1-4), “two”",
                "- **Mara Dol** · “one”,",
                "- **Mara Dol**, body",
                "- **Mara Dol** keeps the lock.",
                "> — **Mara Dol** · reported",
                "> — **Mara Dol** · disputed",
                "> — **Mara Dol** · disputing",
                "- a",
                "  - b",
            ),
            *(
                "- **2031-04-02** — It rained.",
                "1. one",
                "  more",
                "    code",
                "```",
                "---",
                "***",
                "===",
                "[x]: y",
                "<!-- note",
            ),
            *(
                "# One",
                "### Three",
                "a | b",
                "--|--",
                "> > deep",
                "> - list",
                "\tx",
                "[¶5](#c1-2)",
                "*a* [b](c) `d`",
                "- ```",
            ),
        )
    ),
    max_size=14,
)


@given(markdown_lines)
@settings(max_examples=200)
def test_what_people_write_is_kept_when_it_is_written_again(lines: list[str]) -> None:
    try:
        understood = by_hand("\n".join(lines))
    except SitegenError:
        return
    assert parse(render(understood), path="content/a.md", slug="a") == understood


@given(markdown_lines)
@settings(max_examples=200)
def test_no_word_a_person_writes_is_lost(lines: list[str]) -> None:
    numbered = [
        f"{line} w{number}w" if line.strip(" ->`=*|\t") and not line.startswith("##") else line
        for number, line in enumerate(lines)
    ]
    try:
        understood = repr(by_hand("\n".join(numbered)))
    except SitegenError:
        return
    assert all(f"w{number}w" in understood for number, line in enumerate(numbered) if line != lines[number])


@pytest.mark.parametrize(
    "written",
    [
        "> “We shut it.”\n>\n> — **Mara Dol**, *said*\n",
        "> “We shut it.”\n\n— **Mara Dol**, *said*\n",
        "> “We shut it.”\n> — **Mara Dol**, *said*\n",
        "> “We shut it.”\n— **Mara Dol**,\n*said*\n",
        '> "We shut it."\n>\n> – Mara Dol, *said*\n',
        "> We shut it.\n>\n> — **Mara Dol** *said*\n",
    ],
)
def test_a_quotation_may_be_written_simply(written: str) -> None:
    (quotation,) = by_hand(f"## quotations\n\n{written}").quotations
    assert quotation == Quotation(
        words=Excerpt(text="We shut it."),
        kind=QuotationKind.DIRECT,
        speaker="Mara Dol",
        how=SpeakerHow.NAMED,
        cue="said",
    )


def test_a_quotation_may_have_no_attribution() -> None:
    (quotation,) = by_hand("## Quotations\n> “Help!” · [¶3](#c5-10)\n").quotations
    assert (quotation.speaker, quotation.how) == (None, SpeakerHow.NONE)
    assert quotation.words == Excerpt(text="Help!", span=Span(start=5, end=10), paragraph=3)


def test_how_a_speaker_was_found_may_be_written_without_stars() -> None:
    (quotation,) = by_hand(
        "## Quotations\n> “a”\n>\n> — **M**, *said* · From the pronoun “he” · partial"
    ).quotations
    assert (quotation.how, quotation.mention, quotation.kind) == (
        SpeakerHow.PRONOUN,
        "he",
        QuotationKind.PARTIAL,
    )


def test_a_whole_digest_may_be_written_by_hand() -> None:
    written = by_hand(
        "A word before.\n\n## LEAD\n\nIt rained\nfor days.\n\n## Timeline\n\n* **2031-04-02** — Rain began.\n"
        "* **Spring 2031** (`2031-SP`) — Dry.\n\n## Sources\n\n1. A letter.\n",
        front="title: Ostrin floods\nkey_phrases: [the Gate, {phrase: high water, count: 2}]\n",
    )
    assert written.source is None
    assert written.lead == (Excerpt(text="It rained\nfor days."),)
    assert [(event.when.value, event.when.how, event.sentence.text) for event in written.timeline] == [
        ("2031-04-02", TimexHow.STATED, "Rain began."),
        ("2031-SP", TimexHow.STATED, "Dry."),
    ]
    assert [(phrase.phrase, phrase.count) for phrase in written.key_phrases] == [
        ("the Gate", 0),
        ("high water", 2),
    ]
    assert written.sections == (
        Section(heading="", markdown="A word before."),
        Section(heading="Sources", markdown="1. A letter."),
    )


def test_a_block_that_is_not_understood_becomes_a_note() -> None:
    written = by_hand(
        "## Quotations\n\nFirst remark.\n\n> “a”\n>\n> — **M**\n\n- a list\n  - in a list\n\n"
        "## Timeline\n\n- no date\n- **2031-04-02** — Rain.\n"
    )
    assert len(written.quotations) == len(written.timeline) == 1
    assert written.sections == (
        Section(heading="Notes on the quotations", markdown="First remark.\n\n- a list\n  - in a list"),
        Section(heading="Notes on the timeline", markdown="- no date"),
    )


def test_a_section_of_ones_own_is_kept_to_the_letter() -> None:
    own = "    code *first*\n\n[ref]: https://example.org\n\n<b>raw</b>  \n\n```\n## not a heading\n```"
    written = by_hand(f"## My “own”\n\n{own}\n\n\n## Next\n")
    assert written.sections == (
        Section(heading="My “own”", markdown=own),
        Section(heading="Next", markdown=""),
    )


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("## Quotations\n> “a”\n>\n> — **M** · [¶5](#c9-2)", 7, "ends before it begins"),
        ("## Quotations\n> “a”\n>\n> — **M** · [¶5](#5)", 7, "names no place"),
        (
            "## Quotations\n> “a”\n>\n> — **M** · named in the sentense",
            7,
            "did you mean “named in the sentence”",
        ),
        ("## Quotations\n> “a”\n>\n> — no speaker fund, *said*", 7, "did you mean “no speaker found”"),
        ("## Quotations\n> “a”\n>\n> — **M**, said", 7, "write the name between ** and **"),
        ("## Quotations\n> “a”\n>\n> — **M** · from a pronoun · no speaker found", 7, "said twice"),
        ("## Quotations\n> “a [¶5](#c1-2) b”\n>\n> — **M**", 5, "must be the last thing"),
        ("## Lead\n\nb [¶5](#c1-2).", 6, "must be the last thing"),
        ("## Timeline\n- **May** (`2031-05` · as statd) — x", 5, "did you mean “as stated”"),
        ("## Timeline\n- **May** (`2031-05` · [¶x](#c1-2)) — x", 5, "names no place"),
    ],
)
def test_a_mistake_is_shown_with_its_line_and_what_to_do(body: str, line: int, says: str) -> None:
    with pytest.raises(SitegenError) as caught:
        by_hand(body)
    assert (caught.value.path, caught.value.line) == ("content/a.md", line)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("front", "line", "says"),
    [
        ("titel: x\n", 2, "did you mean “title”?"),
        ("published: null\n", 2, "no title"),
        ("title: x\nslug: y\n", 3, "rename this file"),
        ("title: x\nsource: seeds/a.txt\n", 3, "expected file, sha256 and encoding"),
        ("title: x\nsource: {file: a, sha256: b}\n", 3, "encoding: expected"),
        (
            "title: x\nsource: {file: a, sha256: b, encoding: c, removed: {a: b}}\n",
            3,
            "expected a list of lines",
        ),
        ("title: x\nkey_phrases: a\n", 3, "expected a list"),
        ("title: x\nkey_phrases: [~]\n", 3, "expected phrases"),
        ("title: x\nkey_phrases:\n  - phrase: b\n    score: low\n", 5, "score: expected a number"),
        ("title: x\nkey_phrases:\n  - phrase: b\n    at: c1-4 c9-2\n", 5, "at: “c9-2” names no place"),
        ("title: x\nkey_phrases:\n  - {phrase: b, count: -1}\n", 4, "count: expected a whole number"),
        ("title: x\npublished: 2031-02-30\n", 3, "is not a date"),
        ("title: a: b\n", 2, "put quotes around"),
    ],
)
def test_a_mistake_in_the_front_matter_is_shown_with_its_line(front: str, line: int, says: str) -> None:
    with pytest.raises(SitegenError) as caught:
        by_hand("", front=front)
    assert caught.value.line == line
    assert says in str(caught.value)


@pytest.mark.parametrize("markdown", ["", "Just text.\n", "---\ntitle: x\n"])
def test_a_file_without_front_matter_is_refused(markdown: str) -> None:
    with pytest.raises(SitegenError, match="front matter"):
        parse(markdown, path="content/a.md", slug="a")


DISPUTED = "> The dam holds.\n>\n> — **Mara Dol**, *said* · disputed\n"
DISPUTING = "> Okell denied the claim.\n>\n> — **Yusra Okell**, *denied* · disputing\n"


def test_a_dispute_is_what_is_disputed_and_who_disputes_it_right_below() -> None:
    alone, both = by_hand(f"## Disputed statements\n\n{DISPUTING}\n{DISPUTED}\n{DISPUTING}").disputes
    assert (alone.disputed, alone.statement.speaker, alone.statement.cue) == (None, "Yusra Okell", "denied")
    assert both.statement == alone.statement
    assert both.disputed is not None
    assert (both.disputed.speaker, both.disputed.words.text) == ("Mara Dol", "The dam holds.")


@pytest.mark.parametrize(
    "written", [DISPUTED, f"{DISPUTED}\n{DISPUTED}\n{DISPUTING}", f"{DISPUTED}\nA note.\n\n{DISPUTING}"]
)
def test_what_nobody_disputes_right_below_is_an_error(written: str) -> None:
    with pytest.raises(SitegenError, match="nothing right below disputes it"):
        by_hand(f"## Disputed statements\n\n{written}")


@pytest.mark.parametrize("heading", ["Quotations", "Indirect statements"])
def test_a_side_of_a_dispute_stands_among_disputes_only(heading: str) -> None:
    with pytest.raises(SitegenError, match="has no place in this section") as found:
        by_hand(f"## {heading}\n\n{DISPUTING}")
    assert "Disputed statements" in (found.value.hint or "")


def test_nobody_is_on_both_sides_of_a_dispute() -> None:
    with pytest.raises(SitegenError, match="cannot both be"):
        by_hand("## Disputed statements\n\n> It holds.\n>\n> — **Dol** · disputed · disputing\n")


@pytest.mark.parametrize(
    "last",
    [
        ">\n> Pieter Vorm, *called* · named in the sentence as “*Vorm*” · [¶5](#c9-12)",
        ">\n> Pieter Vorm, called · named in the sentence",
        ">\n> **Pieter Vorm**, *said* · [¶5](#c9-12)",
        ">\n> -- **Pieter Vorm**, *said* · [¶5](#c9-12)",
        ">\n> Pieter Vorm · partial",
        "> Pieter Vorm, *said* · from the pronoun “*he*” · [¶5](#c9-12)",
    ],
)
@pytest.mark.parametrize("heading", ["Quotations", "Indirect statements", "Disputed statements"])
def test_an_attribution_without_its_dash_is_no_part_of_the_words(heading: str, last: str) -> None:
    with pytest.raises(SitegenError, match="would be published as words of the quotation") as raised:
        by_hand(f"## {heading}\n\n> “It stands.”\n{last}\n")
    assert raised.value.line in {6, 8}
    assert "— **Name**, *said*" in str(raised.value)


@pytest.mark.parametrize(
    "quote",
    [
        "> “It stands.” · [¶5](#c9-12)",
        "> “It stands\n> and stands.” · [¶5](#c9-12)",
        "> “It stands.\n>\n> “It stands.” · [¶5](#c9-12)",
        "> “It stands.\n>\n> And it stands.” · [¶5](#c9-12)",
        "> “A, *said* B · C.”",
    ],
)
def test_words_with_a_place_and_nobody_named_are_a_quotation(quote: str) -> None:
    (quotation,) = by_hand(f"## Quotations\n\n{quote}\n").quotations
    assert quotation.speaker is None
    assert not by_hand(f"## Quotations\n\n{quote}\n").sections
