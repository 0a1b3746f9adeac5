"""Speakers and indirect statements in a content file as people write them."""

import pytest

from sitegen.content_file.digest_markdown import parse
from sitegen.errors import SitegenError
from sitegen.model import (
    Digest,
    Excerpt,
    Quotation,
    QuotationKind,
    Section,
    Span,
    Speaker,
    SpeakerHow,
    SpeakerKind,
)


def by_hand(body: str) -> Digest:
    return parse(f"---\ntitle: Ostrin floods\n---\n{body}", path="content/a.md", slug="a")


@pytest.mark.parametrize(
    "written",
    [
        "- **Dara Ilvane**, person · “*the minister*” [¶2](#c40-52), “*a “former” judge, once*”\n",
        "- **Dara Ilvane**, person · “the minister” [¶2](#c40-52), “a “former” judge, once”\n",
        "- **Dara Ilvane**,\n  person\n  · “*the minister*”  [¶2](#c40-52),\n  “a “former” judge, once”\n",
        "* **Dara Ilvane** · Person · “the minister” · [¶2](#c40-52) · “*a “former” judge, once*”\n",
        "1. **Dara Ilvane** · “*the minister*” [¶2](#c40-52) “a “former” judge, once” · person\n",
    ],
)
def test_a_speaker_may_be_written_simply(written: str) -> None:
    assert by_hand(f"## speakers\n\n{written}").speakers == (
        Speaker(
            name="Dara Ilvane",
            kind=SpeakerKind.PERSON,
            descriptions=(
                Excerpt(text="the minister", span=Span(start=40, end=52), paragraph=2),
                Excerpt(text="a “former” judge, once"),
            ),
        ),
    )


@pytest.mark.parametrize(
    ("written", "descriptions"),
    [
        ("- **Dara Ilvane**", []),
        ("- **Dara Ilvane** · “the minister”", ["the minister"]),
        ('- **Dara Ilvane** · "the minister", "a judge"', ["the minister", "a judge"]),
        ("- **Dara Ilvane** · “the minister”, “a judge”", ["the minister", "a judge"]),
        ("- **Dara Ilvane** · *the minister*, *a judge*", ["the minister", "a judge"]),
    ],
)
def test_a_speaker_needs_neither_kind_nor_places(written: str, descriptions: list[str]) -> None:
    (speaker,) = by_hand(f"## Speakers\n{written}\n").speakers
    assert (speaker.name, speaker.kind) == ("Dara Ilvane", None)
    assert speaker.descriptions == tuple(Excerpt(text=text) for text in descriptions)


def test_a_remark_about_speakers_becomes_a_note() -> None:
    remarks = "- **Dara Ilvane** was there.\n- two more\n\nSome text."
    written = by_hand(f"## Speakers\n\n- **Mara Dol**\n{remarks}\n")
    assert [speaker.name for speaker in written.speakers] == ["Mara Dol"]
    assert written.sections == (Section(heading="Notes on the speakers", markdown=remarks),)


@pytest.mark.parametrize(
    "written",
    [
        "> the “old” dam would hold\n>\n> — **Mara Dol**, *said* · reported\n",
        "> the “old” dam would hold\n>\n> — Mara Dol, *said*\n",
        "> the “old” dam would hold\n\n– **Mara Dol** *said* · Reported\n",
    ],
)
def test_an_indirect_statement_may_be_written_simply(written: str) -> None:
    digest = by_hand(f"## Indirect statements\n\n{written}")
    assert digest.quotations == ()
    assert digest.indirect == (
        Quotation(
            words=Excerpt(text="the “old” dam would hold"),
            kind=QuotationKind.INDIRECT,
            speaker="Mara Dol",
            how=SpeakerHow.NAMED,
            cue="said",
        ),
    )


def test_an_indirect_statement_may_have_no_attribution_and_keeps_its_marks() -> None:
    (statement,) = by_hand("## Indirect statements\n> “help” was near · [¶3](#c5-20)\n").indirect
    assert (statement.kind, statement.speaker) == (QuotationKind.INDIRECT, None)
    assert statement.words == Excerpt(text="“help” was near", span=Span(start=5, end=20), paragraph=3)


def test_a_file_from_before_there_were_speakers_reads_as_ever() -> None:
    before = by_hand("## Quotations\n> “a”\n>\n> — **M** · partial\n\n## Terms in quotation marks\n- “b”\n")
    assert (before.speakers, before.indirect) == ((), ())
    assert before.quotations[0].kind is QuotationKind.PARTIAL


@pytest.mark.parametrize(
    ("body", "line", "says"),
    [
        ("## Speakers\n- **M**, persn", 5, "did you mean “person”?"),
        ("## Speakers\n\n- **L**\n- **M**, the minister", 7, "“the minister” means nothing beside a speaker"),
        ("## Speakers\n- **M**, person · body", 5, "said twice"),
        ("## Speakers\n- **M** · “a” and “b”", 5, "cannot tell the descriptions from the rest"),
        ("## Speakers\n- **M** · “a” [¶2](#c1-2) [¶3](#c4-5)", 5, "has no description in front of it"),
        ("## Speakers\n- **M**, person · [¶2](#c1-2)", 5, "has no description in front of it"),
        ("## Speakers\n- **M** · “a”, [b](c)", 5, "cannot tell the descriptions from the rest"),
        ("## Speakers\n- **M** · “the *iron* minister”", 5, "cannot tell the descriptions from the rest"),
        ("## Speakers\n- **M** · “a” [¶5](#c9-2)", 5, "ends before it begins"),
        ("## Speakers\n- **M** · “a” [note](#x)", 5, "names no place"),
        ("## Quotations\n> “a”\n>\n> — **M** · reported", 7, "move it below “## Indirect statements”"),
        ("## Indirect statements\n> a\n>\n> — **M** · partial", 7, "move it below “## Quotations”"),
        ("## Indirect statements\n> a\n>\n> — **M** · reportd", 7, "did you mean “reported”"),
        ("## Quotations\n> a\n>\n> — **M** · partial · reported", 7, "cannot both be"),
    ],
)
def test_a_mistake_about_a_speaker_is_shown_with_its_line(body: str, line: int, says: str) -> None:
    with pytest.raises(SitegenError) as caught:
        by_hand(body)
    assert (caught.value.path, caught.value.line) == ("content/a.md", line)
    assert says in str(caught.value)
