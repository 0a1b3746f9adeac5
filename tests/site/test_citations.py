"""Citations: what other programs read out of them is what the source states, however hostile, and no more."""

import json
import re
import warnings
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import bibtexparser
import pytest
import rispy
from bibtexparser.library import Library
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pylatexenc.latex2text import LatexNodes2Text, MacroTextSpec, get_default_latex_context_db

from sitegen.config import Settings, SiteSettings
from sitegen.model import Digest, Facts, QuotationKind, SpeakerHow
from sitegen.proof import Proof, Standing
from sitegen.site import exports
from sitegen.site.catalogue import gather
from sitegen.site.characters import shown
from sitegen.site.citations.names import Name, name, names
from sitegen.site.citations.reference import ALTERED, DESCRIBED, PARTIAL, WORKED_OUT
from sitegen.site.pages.carry import carry_view
from sitegen.site.sources import Sources
from tests.hostile_digests import texts
from tests.site.contents import contents
from tests.site.interface import ENGLISH, GERMAN
from tests.site.velmora import corpus, ferry, harbour

PUBLIC = Settings(site=SiteSettings(title="Ostrin Digests", base_url="https://velmora.example/r/"))
STEM = "exports/articles/harbour-bridge"
PAGE = "https://velmora.example/r/articles/harbour-bridge.html"
HOSTILE = (
    "},\n@article{stolen, title={x",
    'a "quoted" \\input{/etc/passwd} 100% & #1 $x_1^2$ ~ end\\',
    "{{{",
    "}}}",
    "one\r\nER  - \r\n\r\nTY  - BOOK\nAU  - Nobody",
    "TY  - JOUR",
    "\u2028ER  - \x85TY  - BOOK",
    "\u202eRTL \u2066override\u2069",
    "\x00\x1b[31mred\x7f",
    "and others and {and} Petra Lund",
    "عنوان بالعربية، مع فاصلة",
    "=HYPERLINK(1)",
    "@string{a = b}",
    "%\n",
)


def render(*digests: Digest, config: Settings = PUBLIC, sources: Sources | None = None) -> dict[str, bytes]:
    site = gather(digests, config, sources=sources)
    return {page.path: page.body for page in exports.render(site, config, contents(digests))}


def one_line(text: str) -> str:
    return " ".join(shown(text).split())


def bibtex(body: bytes) -> Library:
    library = bibtexparser.parse_string(body.decode())
    assert not library.failed_blocks
    assert not library.comments
    assert not library.strings
    return library


TEX = get_default_latex_context_db()
TEX.add_context_category(
    "braces",  # the two that it does not know
    macros=[MacroTextSpec("textbraceleft", "{"), MacroTextSpec("textbraceright", "}")],
    prepend=True,
)


LIGATURES = re.compile("--|``|''|[?!]`|ˆ")
"""What TeX prints as one character."""


def untexed(value: str) -> str:
    """What TeX would print, the braces that keep capitals gone."""
    return LatexNodes2Text(latex_context=TEX, strict_latex_spaces=True).latex_to_text(value)


def ris(body: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(body.decode())
    assert not [each["unknown_tag"] for each in found if "unknown_tag" in each]
    return found


def csl(body: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(body)
    return found


def hostile(text: str) -> Digest:
    digest = harbour()
    first, *rest = digest.quotations
    quotation = replace(first, words=replace(first.words, text=text, span=None), speaker=text, mention=None)
    facts = replace(digest.facts, publisher=text, byline=text, sections=(text,))
    return replace(digest, title=text, facts=facts, quotations=(quotation, *rest), speakers=())


# What is stated, and nothing else


def test_an_article_is_cited_with_what_its_source_states() -> None:
    files = render(harbour())
    (item, *_) = csl(files[f"{STEM}.csl.json"])
    assert item == {
        "id": "harbour-bridge",
        "type": "article-newspaper",
        "author": [{"family": "Lund", "given": "Petra"}],
        "title": harbour().title,
        "container-title": "The Ostrin Gazette",
        "URL": "https://gazette.example/harbour-bridge",
        "note": f"Digest: {PAGE}",
        "issued": {"date-parts": [[2024, 2, 28]]},
        "language": "en",
    }
    entry = bibtex(files[f"{STEM}.bib"]).entries_dict["harbour-bridge"]
    fields = {field.key: field.value for field in entry.fields}
    assert entry.entry_type == "article"
    assert fields["author"] == "Lund, Petra"
    assert fields["title"] == "{" + harbour().title + "}"
    assert (fields["journal"], fields["date"], fields["year"]) == ("The Ostrin Gazette", "2024-02-28", "2024")
    assert fields["url"] == "https://gazette.example/harbour-bridge"
    (record, *_) = ris(files[f"{STEM}.ris"])
    assert record["type_of_reference"] == "NEWS"
    assert record["authors"] == ["Lund, Petra"]
    assert record["title"] == harbour().title
    assert (record["date"], record["year"]) == ("2024/02/28", "2024")
    assert record["urls"] == ["https://gazette.example/harbour-bridge"]


def test_each_quotation_is_cited_with_its_speaker_its_words_and_the_article_it_stands_in() -> None:
    files = render(harbour())
    words = harbour().quotations[0].words.text
    item = csl(files[f"{STEM}.csl.json"])[1]
    assert (item["type"], item["title"], item["abstract"]) == ("chapter", words, words)
    assert item["author"] == [{"literal": "Ilsa Hamdan"}]
    assert item["container-title"] == harbour().title
    assert item["container-author"] == [{"family": "Lund", "given": "Petra"}]
    assert item["URL"] == f"{PAGE}#q1"
    entry = bibtex(files[f"{STEM}.bib"]).entries_dict["harbour-bridge:q1"]
    fields = {field.key: field.value for field in entry.fields}
    assert entry.entry_type == "inbook"
    assert (fields["author"], fields["bookauthor"]) == ("{Ilsa Hamdan}", "Lund, Petra")
    assert fields["booktitle"] == "{" + harbour().title + "}"
    assert fields["url"] == f"{PAGE}#q1"
    record = ris(files[f"{STEM}.ris"])[1]
    assert (record["type_of_reference"], record["abstract"]) == ("CHAP", words)
    assert record["secondary_title"] == harbour().title


def notes_of(files: dict[str, bytes]) -> list[tuple[str, ...]]:
    """Of the article and each of its quotations, the same in all forms."""
    items = [item.get("note", "") for item in csl(files[f"{STEM}.csl.json"])]
    entries = [entry.fields_dict.get("note") for entry in bibtex(files[f"{STEM}.bib"]).entries]
    records = [record.get("notes", []) for record in ris(files[f"{STEM}.ris"])]
    own = [[note for note in notes if not note.startswith(("Article by: ", "Digest: "))] for notes in records]
    assert [" ".join(notes) for notes in own[1:]] == items[1:]
    assert ["" if entry is None else entry.value for entry in entries[1:]] == items[1:]
    return [tuple(notes) for notes in own]


def test_words_that_an_editor_altered_are_cited_with_a_note_that_says_so() -> None:
    proof = Proof(standing=Standing.COMPARED, quotations=5, altered=(2,))
    said = notes_of(render(harbour(), sources=Sources(proofs={"harbour-bridge": proof})))
    marked = [number for number, notes in enumerate(said) if ALTERED in notes]
    assert marked == [2]
    assert not any(ALTERED in notes for notes in notes_of(render(harbour())))
    lines = [" ".join(each) for each in carry_view(harbour(), PUBLIC, ENGLISH, proof.altered).quotations]
    assert [number for number, each in enumerate(lines, start=1) if f" {ALTERED} " in each] == [2]


def test_a_note_says_what_is_a_part_of_a_sentence_and_whose_name_does_not_stand_with_the_words() -> None:
    article, *quotations = notes_of(render(harbour()))
    kinds = [each.kind for each in harbour().quotations]
    hows = [each.how for each in harbour().quotations]
    assert article == ()
    assert [PARTIAL in notes for notes in quotations] == [kind is QuotationKind.PARTIAL for kind in kinds]
    assert (hows[0], quotations[0]) == (SpeakerHow.NAMED, ())
    assert (hows[2], quotations[2]) == (SpeakerHow.PRONOUN, (PARTIAL, WORKED_OUT))
    assert (hows[4], quotations[4][-1]) == (SpeakerHow.DESCRIPTION, DESCRIBED)
    first, *_ = harbour().quotations
    known = replace(first, how=SpeakerHow.DESCRIPTION, mention="the minister")
    assert notes_of(render(replace(harbour(), quotations=(known,))))[1] == (WORKED_OUT,)
    unknown = replace(first, how=SpeakerHow.NONE, speaker=None, mention=None)
    assert notes_of(render(replace(harbour(), quotations=(unknown,), speakers=())))[1] == ()


def test_every_form_has_the_article_and_then_each_quotation_under_one_key() -> None:
    for digest in corpus():
        files = render(digest)
        keys = [digest.slug, *(f"{digest.slug}:q{n}" for n in range(1, len(digest.quotations) + 1))]
        stem = f"exports/articles/{digest.slug}"
        assert [item["id"] for item in csl(files[f"{stem}.csl.json"])] == keys
        assert [entry.key for entry in bibtex(files[f"{stem}.bib"]).entries] == keys
        assert [record["id"] for record in ris(files[f"{stem}.ris"])] == keys


def test_the_files_of_the_corpus_have_the_articles_alone_the_newest_first() -> None:
    files = render(*corpus())
    keys = [digest.slug for digest in gather(corpus(), PUBLIC).articles]
    assert [item["id"] for item in csl(files["exports/articles.csl.json"])] == keys
    assert [entry.key for entry in bibtex(files["exports/articles.bib"]).entries] == keys
    assert [record["id"] for record in ris(files["exports/articles.ris"])] == keys


def test_what_is_not_stated_stands_in_no_form() -> None:
    bare = Digest(slug="bare", title="A notice", facts=Facts())
    files = render(bare, config=Settings())
    assert csl(files["exports/articles/bare.csl.json"]) == [
        {"id": "bare", "type": "article-newspaper", "title": "A notice"}
    ]
    (entry,) = bibtex(files["exports/articles/bare.bib"]).entries
    assert (entry.entry_type, [field.key for field in entry.fields]) == ("misc", ["title"])
    (record,) = ris(files["exports/articles/bare.ris"])
    assert record == {"type_of_reference": "NEWS", "id": "bare", "title": "A notice"}


def test_a_language_that_was_not_found_is_stated_nowhere() -> None:
    one = harbour()
    assert one.source is not None
    digest = replace(
        one, facts=replace(one.facts, language=None), source=replace(one.source, detected_language="und")
    )
    for path, body in render(digest).items():
        if path.startswith(STEM) and path.endswith((".csl.json", ".bib", ".ris")):
            assert not re.search(rb'"language"|language = |^LA  - ', body, re.MULTILINE), path


def test_no_form_invents_a_day_of_access() -> None:
    for path, body in render(*corpus()).items():
        if path.endswith((".csl.json", ".bib", ".ris")):
            assert not re.search(rb"accessed|urldate|^Y2  - ", body, re.MULTILINE), path


def test_an_address_that_could_end_its_field_is_percent_encoded() -> None:
    digest = replace(harbour(), facts=replace(harbour().facts, url="https://gazette.example/a%20b?x=1&y=2#z"))
    entry = bibtex(render(digest)[f"{STEM}.bib"]).entries[0]
    assert entry.fields_dict["url"].value == "https://gazette.example/a%20b?x=1&y=2#z"


def test_no_percent_sign_of_an_address_makes_a_comment_of_a_note() -> None:
    digest = replace(harbour(), slug="جسر-الميناء")
    (path,) = (
        path for path in render(digest) if path.endswith(".bib") and path.startswith("exports/articles/")
    )
    note = bibtex(render(digest)[path]).entries[0].fields_dict["note"].value
    assert "%" in note
    assert re.search(r"(?<!\\)%", note) is None
    assert unquote(untexed(note)) == "Digest: https://velmora.example/r/articles/جسر-الميناء.html"


def test_a_citation_processor_renders_each_entry() -> None:
    items = csl(render(harbour())[f"{STEM}.csl.json"])
    for item in items:
        item["id"] = item["id"].lower()
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it knows less of the style than the style's authors do
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        lines = [str(each) for each in bibliography.bibliography()]
    article = next(line for line in lines if "Lund, P. (2024)" in line and "Ilsa" not in line)
    assert "The Ostrin Gazette" in article
    assert any(
        line.startswith("Ilsa Hamdan (2024)") and "The bridge has carried us" in line for line in lines
    )


# Whatever the source says


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_begins_or_ends_an_entry(text: str) -> None:
    files = render(hostile(text))
    keys = ["harbour-bridge", *(f"harbour-bridge:q{n}" for n in range(1, 6))]
    assert [item["id"] for item in csl(files[f"{STEM}.csl.json"])] == keys
    assert [entry.key for entry in bibtex(files[f"{STEM}.bib"]).entries] == keys
    assert [record["id"] for record in ris(files[f"{STEM}.ris"])] == keys


@given(texts)
@example('\\"{}\\')
@example("ER  - ")
@example("a\x0bb\x1cER  - ")
@settings(max_examples=120)
def test_whatever_the_source_says_each_form_reads_back_as_it(text: str) -> None:
    files = render(hostile(text))
    said = shown(text)
    article, quotation, *_ = csl(files[f"{STEM}.csl.json"])
    assert article.get("title", "") == said
    assert quotation.get("abstract", "") == said
    record, second, *others = ris(files[f"{STEM}.ris"])
    assert len(others) == 4
    if one_line(text):  # a value of nothing but blanks has no place on a line
        assert record["title"] == one_line(text)
        assert second["abstract"] == one_line(text)
    first, *entries = bibtex(files[f"{STEM}.bib"]).entries
    assert len(entries) == 5
    if not LIGATURES.search(text):
        printed = untexed(first.fields_dict["title"].value).replace("ˆ", "^")
        assert " ".join(printed.split()) == one_line(text)


@given(texts)
@settings(max_examples=60)
def test_no_brace_of_a_bibtex_file_is_without_its_fellow(text: str) -> None:
    body = render(hostile(text))[f"{STEM}.bib"].decode()
    depth = 0
    for character in body:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0


# Names


@pytest.mark.parametrize(
    ("byline", "filed"),
    [
        ("Petra Lund", ["Lund, Petra"]),
        ("By Petra Lund", ["Lund, Petra"]),
        ("Petra J. Lund", ["Lund, Petra J."]),
        ("Petra Lund and Tomas Verrick", ["Lund, Petra", "Verrick, Tomas"]),
        ("Petra Lund, Tomas Verrick & Anna O’Dell", ["Lund, Petra", "Verrick, Tomas", "O’Dell, Anna"]),
        ("Petra Lund in Ostrin", ["Petra Lund in Ostrin"]),
        ("Petra Lund, Staff Writer", ["Petra Lund, Staff Writer"]),
        ("Velmora Press Agency", ["Velmora Press Agency"]),
        ("Yusra Okell", ["Yusra Okell"]),
        ("Gabriel García Márquez", ["Gabriel García Márquez"]),
        ("Petra", ["Petra"]),
        ("petra lund", ["petra lund"]),
        ("Courier Staff", ["Courier Staff"]),
        (None, []),
        ("  ", []),
    ],
)
def test_a_name_is_parted_only_where_it_is_certain_how(byline: str | None, filed: list[str]) -> None:
    assert [each.filed for each in names(byline)] == filed


@given(st.text())
def test_no_character_of_a_byline_that_stays_whole_is_lost(byline: str) -> None:
    found = names(byline)
    if len(found) == 1 and found[0].family is None:
        assert found[0].whole in " ".join(byline.split())
    assert name(byline or "x") == Name(whole=byline or "x") or name(byline).family is not None


def test_a_byline_without_an_end_is_read_in_a_moment() -> None:
    assert len(names("Petra Lund, " * 200_000)) == 1


# The line on the page


def test_a_reader_can_cite_the_article_and_each_quotation_from_its_page() -> None:
    view = carry_view(harbour(), PUBLIC, ENGLISH)
    assert " ".join(view.citation) == (
        "Petra Lund (28 February 2024). Ostrin closes its harbour bridge: ‘it has earned a rest’. "
        f"The Ostrin Gazette. https://gazette.example/harbour-bridge [Digest: {PAGE}]"
    )
    assert " ".join(view.quotations[0]).startswith("Ilsa Hamdan, quoted in: Petra Lund (28 February 2024). ")
    assert "The Ostrin Gazette, para. 2. " in " ".join(view.quotations[0])
    assert " ".join(view.quotations[0]).endswith(f" [Digest: {PAGE}#q1]")
    assert " ".join(view.quotations[4]).startswith("an engineer, relayed by The Ostrin Gazette, quoted in: ")


def test_the_publisher_stands_for_an_author_that_is_not_stated_and_nd_for_a_date() -> None:
    without = replace(harbour(), facts=Facts(publisher="The Ostrin Gazette"))
    view = carry_view(without, Settings(), ENGLISH)
    assert " ".join(view.citation) == (
        "The Ostrin Gazette (n.d.). Ostrin closes its harbour bridge: ‘it has earned a rest’."
    )
    nothing = replace(without, facts=Facts(), source=None)
    assert " ".join(carry_view(nothing, Settings(), ENGLISH).citation) == (
        "Ostrin closes its harbour bridge: ‘it has earned a rest’. (n.d.)."
    )
    assert "(o. D.)" in " ".join(carry_view(nothing, Settings(), GERMAN).citation)


def test_what_no_fact_identifies_is_cited_with_its_file_and_checksum() -> None:
    nothing = replace(harbour(), facts=Facts(byline="Petra Lund"))
    (view, german) = (carry_view(nothing, Settings(), t) for t in (ENGLISH, GERMAN))
    assert " ".join(view.citation) == (
        "Petra Lund (n.d.). Ostrin closes its harbour bridge: ‘it has earned a rest’. "
        "File harbour-bridge.txt, SHA-256 5e5e5e5e5e5e…"
    )
    assert " ".join(view.quotations[0]).endswith(" para. 2. File harbour-bridge.txt, SHA-256 5e5e5e5e5e5e…")
    assert german.citation[-1] == "Datei harbour-bridge.txt, SHA-256 5e5e5e5e5e5e…"
    files = render(nothing, config=Settings())
    for form in ("csl.json", "bib", "ris"):
        assert files[f"{STEM}.{form}"].decode().count("File harbour-bridge.txt, SHA-256 5e5e5e5e5e5e…") == 6
    said = notes_of(files)
    assert {notes[-1] for notes in said} == {"File harbour-bridge.txt, SHA-256 5e5e5e5e5e5e…"}
    assert nothing.source is not None
    one_of_many = replace(nothing, source=replace(nothing.source, item="7"))
    assert carry_view(one_of_many, Settings(), ENGLISH).citation[-1] == (
        "File harbour-bridge.txt, article 7, SHA-256 5e5e5e5e5e5e…"
    )


@pytest.mark.parametrize(
    ("facts", "config"),
    [
        (Facts(publisher="The Ostrin Gazette"), Settings()),
        (Facts(published="2024-02-28"), Settings()),
        (Facts(url="https://gazette.example/x"), Settings()),
        (Facts(), PUBLIC),
    ],
)
def test_what_a_fact_identifies_is_cited_without_its_file(facts: Facts, config: Settings) -> None:
    digest = replace(harbour(), facts=facts)
    assert "SHA-256" not in " ".join(carry_view(digest, config, ENGLISH).citation)
    assert b"SHA-256" not in render(digest, config=config)[f"{STEM}.bib"]


def test_a_quotation_without_a_speaker_is_cited_without_one() -> None:
    digest = ferry()
    nobody = [number for number, each in enumerate(digest.quotations) if each.speaker is None]
    view = carry_view(digest, PUBLIC, ENGLISH)
    assert nobody
    assert all(" ".join(view.quotations[number]).startswith("Quoted in: ") for number in nobody)


def test_the_elements_for_reference_managers_state_what_the_source_does() -> None:
    meta = carry_view(harbour(), PUBLIC, ENGLISH).meta
    assert ("citation_title", harbour().title) in meta
    assert ("citation_author", "Lund, Petra") in meta
    assert ("citation_publication_date", "2024/02/28") in meta
    assert ("citation_journal_title", "The Ostrin Gazette") in meta
    assert ("citation_abstract_html_url", PAGE) in meta
    assert ("citation_fulltext_html_url", "https://gazette.example/harbour-bridge") in meta
    bare = carry_view(Digest(slug="bare", title="A notice", facts=Facts()), Settings(), ENGLISH).meta
    assert [each for each, _ in bare] == ["z:itemType", "citation_title"]
