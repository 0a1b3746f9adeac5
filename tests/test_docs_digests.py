"""docs/digests.md: its example is a content file, and what the page says of the form is so."""

import re
from pathlib import Path

import pytest
from project_folder import HARBOUR, project

from sitegen.content_file.digest_markdown import parse
from sitegen.content_file.slips import slips
from sitegen.content_file.wording import (
    HEADINGS,
    QUOTATION_KIND,
    SPEAKER_HOW,
    SPEAKER_HOW_MENTIONED,
)
from sitegen.errors import SitegenError
from sitegen.model import QuotationKind, Span, SpeakerHow

PAGE = (Path(__file__).parent.parent / "docs/digests.md").read_text(encoding="utf-8")
(EXAMPLE,) = re.findall(r"^```markdown\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_example_is_read_in_full() -> None:
    digest = parse(EXAMPLE, path="content/trams.md", slug="trams")
    patient, hope, asked = digest.quotations
    assert (patient.speaker, patient.cue, patient.how) == ("Tomas Verrick", "said", SpeakerHow.NAMED)
    assert (hope.kind, hope.relayed_by) == (QuotationKind.PARTIAL, ("Velmora Press Agency",))
    assert (hope.mention, hope.words.span) == ("she", Span(start=40, end=59))
    assert hope.words.text == "a slow kind of hope"
    assert (asked.speaker, asked.how) == (None, SpeakerHow.NONE)
    assert [each.text for each in digest.terms] == ["night tram"]
    assert [each.descriptions[0].text for each in digest.speakers] == ["the mayor"]
    assert digest.indirect[0].mention == "Brod"
    (dispute,) = digest.disputes
    assert dispute.disputed is not None
    assert (dispute.statement.speaker, dispute.disputed.speaker) == ("Tomas Verrick", "Ansel Brod")
    assert [each.when.value for each in digest.timeline] == ["2031-04-02"]
    assert len(digest.lead) == len(digest.context) == 1
    assert [each.heading for each in digest.sections] == ["What we added"]
    assert digest.edited
    assert slips(EXAMPLE, path="content/trams.md") == ()


def test_every_heading_and_every_fixed_word_is_named() -> None:
    assert all(f"`{each}`" in PAGE for each in HEADINGS)
    assert all(f"`{each}`" in PAGE for each in SPEAKER_HOW.values())
    assert all(f"`{each} “*" in PAGE for each in SPEAKER_HOW_MENTIONED.values())
    assert f"`{QUOTATION_KIND[QuotationKind.PARTIAL]}`" in PAGE


@pytest.mark.parametrize(
    "words", re.findall(r"`((?:named|from|continues|introduced|no speaker)[^`]*)`", PAGE)
)
def test_the_words_of_an_attribution_are_read(words: str) -> None:
    front, body = "---\ntitle: A\n---\n", "## Quotations\n\n> “It stands.”\n>\n> — **Ansel Brod**, *said* · "
    (quotation,) = parse(f"{front}{body}{words}\n", path="content/a.md", slug="a").quotations
    assert SPEAKER_HOW[quotation.how] == words or SPEAKER_HOW_MENTIONED[quotation.how] in words
    with pytest.raises(SitegenError, match="means nothing"):
        parse(f"{front}{body}{words}ly\n", path="content/a.md", slug="a")


def test_an_edit_of_one_letter_makes_the_file_the_editors_and_facts_beside_the_article_do_not(
    tmp_path: Path,
) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR})
    made.build()
    made.write("seeds/harbour.yml", "corrections:\n  - {date: 2031-04-05, what: The name was misspelt.}\n")
    assert made.build().content.changed == ("content/harbour.md",)
    made.edit("content/harbour.md", "misspelt.", "misspelled.")
    edited = made.read("content/harbour.md")
    made.write("seeds/harbour.yml", "notice: Fiction.\n")
    made.edit("seeds/harbour.txt", "harbour bridge", "harbour bridges")
    report = made.build()
    assert report.content.edited == ("content/harbour.md",)
    assert ["its seed" in str(each) for each in report.warnings] == [True]
    assert made.read("content/harbour.md") == edited
    (made.root / "content/harbour.md").unlink()
    made.build()
    assert "notice: Fiction." in made.read("content/harbour.md")


def test_a_block_that_does_not_fit_is_kept_as_a_note() -> None:
    text = "---\ntitle: A\n---\n## QUOTATIONS\n\nA remark.\n\n> “It stands.”\n"
    digest = parse(text, path="content/a.md", slug="a")
    assert [(each.heading, each.markdown) for each in digest.sections] == [
        ("Notes on the quotations", "A remark.")
    ]
    assert [each.words.text for each in digest.quotations] == ["It stands."]
