"""What the pages say of the comparison with the seeds, through the real build."""

import shutil
from pathlib import Path

import pytest
from project_folder import COUNCIL, FERRY, HARBOUR, Project, project
from test_build_collections import FORMATS, rows

from sitegen import intake
from sitegen.building import Report
from tests.site.reading import read

EDITED = ("content/harbour.md", "> “It stands,”\n", "> “It stood,”\n")
NOT_SO = "≠ these words are not in the source in this form"


@pytest.fixture
def ostrin(tmp_path: Path) -> Project:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    made.build()
    return made


def page(made: Project, slug: str) -> str:
    return " ".join(read((made.public / f"articles/{slug}.html").read_bytes()).text.split())


def causes(report: Report) -> set[str]:
    return {str(reason) for reason in report.reasons if not reason.subject.startswith("public/")}


def test_a_fresh_digest_is_compared_and_its_checksum_is_in_sight(ostrin: Project) -> None:
    text = page(ostrin, "harbour")
    assert "1 of 1 quotation matches the source. What was compared" in text
    assert NOT_SO not in text
    body = (ostrin.public / "articles/harbour.html").read_text()
    checksum = body.index("SHA-256")
    assert checksum < body.index("<details")


def test_words_that_people_changed_are_counted_and_marked_where_they_stand(ostrin: Project) -> None:
    ostrin.edit(*EDITED)
    report = ostrin.build()
    assert "0 of 1 quotation matches the source; the other one is marked" in page(ostrin, "harbour")
    assert page(ostrin, "harbour").count(NOT_SO) == 1
    assert NOT_SO not in page(ostrin, "ferry")
    for elsewhere in ("speakers/anselm-korvath.html", "quotations/index.html"):
        body = ostrin.read(f"public/{elsewhere}")
        assert " ".join(read(body.encode()).text.split()).count(NOT_SO) == 1
    assert any("“It stood,”" in str(warning) for warning in report.warnings)
    ostrin.edit(EDITED[0], EDITED[2], EDITED[1])
    ostrin.build()
    assert "1 of 1 quotation matches" in page(ostrin, "harbour")


def test_an_edit_that_keeps_the_words_still_matches(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "**Anselm Korvath**", "**Mayor Korvath**")
    ostrin.build()
    assert "1 of 1 quotation matches the source" in page(ostrin, "harbour")


def test_without_the_seeds_nothing_is_said_to_match(ostrin: Project) -> None:
    ostrin.edit(*EDITED)
    ostrin.build()
    shutil.rmtree(ostrin.root / "seeds")
    report = ostrin.build()
    assert "not compared: the source file is not here; unchanged since it was made from it." in page(
        ostrin, "ferry"
    )
    assert "not compared: the source file is not here. What was compared" in page(ostrin, "harbour")
    assert "match the source" not in page(ostrin, "ferry")
    assert any("comparison with its source" in cause for cause in causes(report))
    assert ostrin.build().reasons == ()


def test_a_seed_that_cannot_be_read_is_not_said_to_match(ostrin: Project) -> None:
    ostrin.write("seeds/ferry.yaml", "published: 2031-10-07\n")
    ostrin.write("seeds/harbour.yml", "unknown: x\n")
    ostrin.build()
    for slug in ("ferry", "harbour"):
        assert "not compared: the source file cannot be read" in page(ostrin, slug)


def test_a_seed_that_changed_under_an_edited_file_is_not_compared(ostrin: Project) -> None:
    ostrin.edit(*EDITED)
    ostrin.edit("seeds/harbour.txt", "Sept. 30", "Sept. 29")
    ostrin.build()
    assert "not compared: the source file has changed since" in page(ostrin, "harbour")
    assert NOT_SO not in page(ostrin, "harbour")


def test_a_digest_written_by_hand_has_no_source(ostrin: Project) -> None:
    ostrin.write("content/note.md", "---\ntitle: A note\n---\n\n## Lead\n\n> It was foggy.\n")
    ostrin.build()
    assert "no source file to compare with" in page(ostrin, "note")


def test_a_digest_taken_over_by_hand_is_still_compared_with_the_source_it_names(ostrin: Project) -> None:
    text = ostrin.read("content/harbour.md")
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("seal:"))
    ostrin.write("content/harbour.md", kept.replace(*EDITED[1:]))
    ostrin.build()
    assert "0 of 1 quotation matches the source" in page(ostrin, "harbour")


@pytest.mark.parametrize(
    ("name", "raw", "slug"), [(name, raw, slug) for name, (raw, _, slug) in FORMATS.items()]
)
def test_items_of_collections_are_compared_fresh_and_edited(
    tmp_path: Path, name: str, raw: str | bytes, slug: str
) -> None:
    made = project(tmp_path, {name: raw})
    made.build()
    assert "1 of 1 quotation matches the source" in page(made, slug)
    made.edit(f"content/{slug}.md", "> “I shall miss the fog,”\n", "> “I shall miss the rain,”\n")
    made.build()
    assert "0 of 1 quotation matches the source" in page(made, slug)
    assert page(made, slug).count(NOT_SO) == 1


def test_a_collection_is_read_once_more_for_all_its_edited_items(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = [{"id": str(number), "text": FERRY, "title": f"Ferry {number}"} for number in range(5)]
    made = project(tmp_path, {"wire.jsonl": rows(*records)})
    made.build()
    for number in range(5):
        made.edit(f"content/wire-{number}.md", "the fog", "the rain")
    opened: list[str] = []
    read_collection = intake.read_collection

    def counted(*arguments, **options):
        opened.append(options["file"])
        return read_collection(*arguments, **options)

    monkeypatch.setattr(intake, "read_collection", counted)
    made.build()
    assert len(opened) == 2
    assert "0 of 1 quotation matches" in page(made, "wire-3")
    opened.clear()
    made.build()
    assert len(opened) == 1


@pytest.mark.parametrize("setting", ["digest", "full"])
def test_a_change_of_one_content_file_parses_no_seed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    made.write("sitegen.yml", f"site:\n  source_text: {setting}\n")
    made.write("content/note.md", "---\ntitle: A note\n---\n\n## Lead\n\n> It was foggy.\n")
    made.build()

    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a seed was parsed")

    monkeypatch.setattr(intake, "parse_seed", refused)
    assert made.build().reasons == ()
    made.edit("content/note.md", "foggy", "clear")
    made.build()
    assert "It was clear." in page(made, "note")
    assert "1 of 1 quotation matches" in page(made, "harbour")


# The whole text


def whole(made: Project, slug: str) -> bool:
    return 'class="whole"' in (made.public / f"articles/{slug}.html").read_text()


@pytest.fixture
def full(tmp_path: Path) -> Project:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY, "council.txt": COUNCIL})
    made.write("sitegen.yml", "site:\n  source_text: full\n")
    made.build()
    return made


def test_the_whole_article_is_published_only_where_the_settings_ask_for_it(full: Project) -> None:
    unquoted = "Nine members voted for it."
    assert whole(full, "council")
    assert unquoted in page(full, "council")
    full.write("sitegen.yml", "")
    full.build()
    assert not whole(full, "council")
    full.write("sitegen.yml", "site:\n  source_text: full\n")
    full.build()
    assert whole(full, "council")
    assert full.build().reasons == ()


def test_the_whole_text_of_a_draft_is_never_published(full: Project) -> None:
    full.write("seeds/council.yml", "draft: true\n")
    full.build()
    assert not (full.public / "articles/council.html").exists()
    assert not [body for body in full.tree("public").values() if b"Nine members" in body]
    full.build(drafts=True)
    assert not whole(full, "council")
    assert "The whole text is not shown: this is a draft." in page(full, "council")


def test_a_page_whose_seed_no_longer_agrees_falls_back_and_says_so(full: Project) -> None:
    full.edit("content/council.md", "**Anselm Korvath**", "**Mayor Korvath**")
    full.build()
    assert whole(full, "council")
    full.edit("seeds/council.txt", "Nine", "Ten")
    full.build()
    assert not whole(full, "council")
    assert "The whole text is not shown: the source file has changed since" in page(full, "council")
    (full.root / "seeds/council.txt").unlink()
    full.build()
    assert "The whole text is not shown: the source file is not here." in page(full, "council")
    assert whole(full, "ferry")


def test_facts_beside_a_seed_that_change_its_body_change_the_page_of_an_edited_digest(full: Project) -> None:
    full.edit("content/council.md", "**Anselm Korvath**", "**Mayor Korvath**")
    full.build()
    full.write("seeds/council.yml", "title: Trams\n")
    report = full.build()
    assert any(cause.startswith("content/council.md: the comparison") for cause in causes(report))


def test_a_damaged_or_missing_text_in_the_store_is_made_again(full: Project) -> None:
    before = full.tree("public")
    for path in (full.root / ".sitegen/cache").rglob("*.json"):
        if '"paragraphs"' in path.read_text():
            path.write_text("damaged")
    full.write("content/note.md", "---\ntitle: A note\n---\n\n## Lead\n\n> It was foggy.\n")
    full.build()
    (full.root / "content/note.md").unlink()
    full.build()
    assert full.tree("public") == before


@pytest.mark.parametrize(
    ("name", "raw", "slug"), [(name, raw, slug) for name, (raw, _, slug) in FORMATS.items()]
)
def test_items_of_collections_are_shown_whole(tmp_path: Path, name: str, raw: str | bytes, slug: str) -> None:
    made = project(tmp_path, {name: raw})
    made.write("sitegen.yml", "site:\n  source_text: full\n")
    made.build()
    assert whole(made, slug)
    assert "Nobody in the council of Ostrin wanted to say when" in page(made, slug)
    assert made.build().reasons == ()
