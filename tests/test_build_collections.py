"""Collections through the real build: one file, many articles, each made, kept and removed by itself."""

import csv
import io
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from project_folder import COUNCIL, FERRY, HARBOUR, Project, project, run

from sitegen.building import Options, build
from sitegen.building.check import check
from sitegen.content_file import digest_markdown
from sitegen.errors import SitegenError
from sitegen.model import Digest
from tests.intake.collected import Capture, archive

Row = dict[str, object]


def rows(*records: Row) -> str:
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def row(name: str, text: str = FERRY, **facts: object) -> Row:
    return {"id": name, "text": text, **facts}


def table(delimiter: str, *records: Row) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(records[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(records)
    return out.getvalue()


def html(text: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))


def feed(*records: Row) -> str:
    entries = "".join(
        f"<item><guid>{each['id']}</guid><title>{each.get('title', 'Untitled')}</title>"
        f"<pubDate>{each.get('published', '')}</pubDate>"
        f"<content:encoded><![CDATA[{html(str(each['text']))}]]></content:encoded></item>\n"
        for each in records
    )
    head = 'version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f"<rss {head}><channel><title>The Ostrin Courier</title>\n{entries}</channel></rss>"


def atom(*records: Row) -> str:
    entries = "".join(
        f"<entry><id>{each['id']}</id><title>{each['title']}</title><published>{each['published']}</published>"
        f"<content type='html'><![CDATA[{html(str(each['text']))}]]></content></entry>"
        for each in records
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>The Ostrin Courier</title>{entries}</feed>'


def crawl(*records: Row, gzip: bool = True) -> bytes:
    captures = [
        Capture(
            uri=f"https://courier.example/{each['id']}",
            body=(
                f"<html><head><title>{each['title']}</title>"
                f"<meta property='og:site_name' content='The Ostrin Courier'>"
                f"<meta property='article:published_time' content='{each['published']}'></head><body>"
                f"<nav>Home | News</nav><article>{html(str(each['text']))}</article></body></html>"
            ).encode(),
        )
        for each in records
    ]
    return archive(captures, gzip=gzip)[0]


LONGER = (
    "The fog over Ostrin lifted at noon, and the harbour office let the first of nine ships in.\n\n"
    "“I shall miss the fog,” said Dunja Reyle, the captain of the last ferry, who had waited all night.\n\n"
    "Nobody in the council of Ostrin wanted to say when the trams would run to the harbour again."
)
STORY = row(
    "17", LONGER, title="Fog lifts", published="2031-04-02T23:30:00-05:00", publisher="The Ostrin Courier"
)
FORMATS = {
    "wire.jsonl": (rows(STORY), "17", "wire-17"),
    "wire.ndjson": (rows(STORY), "17", "wire-17"),
    "wire.csv": (table(",", STORY), "17", "wire-17"),
    "wire.tsv": (table("\t", STORY), "17", "wire-17"),
    "courier.rss": (feed(STORY), "17", "courier-17"),
    "courier.xml": (feed(STORY), "17", "courier-17"),
    "courier.atom": (atom(STORY), "17", "courier-17"),
    "crawl.warc": (crawl(STORY, gzip=False), "https://courier.example/17", "crawl-courier-example-17"),
    "2031/crawl.warc.gz": (crawl(STORY), "https://courier.example/17", "2031-crawl-courier-example-17"),
}


def digest(made: Project, slug: str) -> Digest:
    file = f"content/{slug}.md"
    return digest_markdown.parse(made.read(file), path=file, slug=slug)


def problems(made: Project) -> list[SitegenError]:
    """What ``sitegen check`` finds, but for the search index, which these builds do without."""
    return [problem for problem in check(made.root).problems if "pagefind" not in problem.message]


@pytest.mark.parametrize(("name", "raw", "item", "slug"), [(name, *each) for name, each in FORMATS.items()])
def test_every_format_gives_the_article_and_what_it_states(
    tmp_path: Path, name: str, raw: str | bytes, item: str, slug: str
) -> None:
    made = project(tmp_path, {name: raw})
    report = made.build()
    assert (report.errors, report.warnings) == ((), ())
    found = digest(made, slug)
    assert (found.source.file, found.source.item) == (f"seeds/{name}", item)
    assert found.title == "Fog lifts"
    assert (found.facts.published, found.facts.publisher) == ("2031-04-02", "The Ostrin Courier")
    assert [(each.words.text, each.speaker) for each in found.quotations] == [
        ("I shall miss the fog,", "Dunja Reyle")
    ]
    assert (made.public / f"articles/{slug}.html").is_file()
    assert problems(made) == []
    assert check(made.root).excerpts > 3
    assert made.build().reasons == ()


def wire(root: Path, *records: Row) -> Project:
    return project(root, {"wire.jsonl": rows(*records)})


A, B, C = row("a", HARBOUR), row("b", FERRY), row("c", COUNCIL)


def subjects(report) -> set[str]:
    return {reason.subject for reason in report.reasons if reason.subject.startswith("seeds/")}


def test_a_changed_row_makes_its_own_digest_anew_and_no_other(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B, C)
    made.build()
    before = made.tree("content")
    made.write("seeds/wire.jsonl", rows(A, row("b", FERRY.replace("fog", "rain")), C))
    report = made.build()
    assert subjects(report) == {"seeds/wire.jsonl#b"}
    assert report.content.changed == ("content/wire-b.md",)
    after = made.tree("content")
    assert {name for name in after if after[name] != before[name]} == {"wire-b.md"}


def test_rows_that_move_down_stay_as_they_are(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B)
    made.build()
    before = made.tree("content")
    made.write("seeds/wire.jsonl", "\n\n" + rows(C, B, {**A, "views": 9}))
    assert subjects(made.build()) == {"seeds/wire.jsonl#c"}
    assert before.items() <= made.tree("content").items()


def test_a_row_that_goes_takes_its_article_with_it_unless_somebody_edited_it(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B, C)
    made.build()
    made.edit("content/wire-c.md", "## Lead", "## Mine\n\nChecked.\n\n## Lead")
    made.write("seeds/wire.jsonl", rows(A))
    report = made.build()
    assert report.content.removed == ("content/wire-b.md",)
    assert sorted(made.tree("public/articles")) == ["wire-a.html", "wire-c.html"]
    (warning,) = report.warnings
    assert "its seed seeds/wire.jsonl#c is gone" in str(warning)


def test_a_collection_that_goes_takes_all_its_articles_with_it(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B)
    made.write("seeds/ferry.txt", FERRY)
    made.build()
    (made.root / "seeds/wire.jsonl").unlink()
    assert len(made.build().content.removed) == 2
    assert list(made.tree("public/articles")) == ["ferry.html"]


def test_a_bad_row_is_named_and_keeps_what_it_was_and_the_others_go_on(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B, C)
    made.build()
    before = made.read("content/wire-b.md")
    made.write("seeds/wire.jsonl", rows(A, row("b", ""), row("d", COUNCIL)))
    report = made.build()
    assert [(error.path, error.line) for error in report.errors] == [("seeds/wire.jsonl", 2)]
    assert made.read("content/wire-b.md") == before
    assert sorted(made.tree("public/articles")) == ["wire-a.html", "wire-b.html", "wire-d.html"]


def test_while_a_row_cannot_be_told_from_others_nothing_of_its_file_is_removed(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B, C)
    made.write("seeds/ferry.txt", FERRY)
    made.build()
    made.write("seeds/wire.jsonl", rows(A) + "{broken\n")
    (made.root / "seeds/ferry.txt").unlink()
    report = made.build()
    assert [error.line for error in report.errors] == [2]
    assert report.content.removed == ("content/ferry.md",)
    assert sorted(made.tree("public/articles")) == ["wire-a.html", "wire-b.html", "wire-c.html"]
    made.write("seeds/wire.jsonl", rows(A))
    assert len(made.build().content.removed) == 2


@pytest.mark.parametrize("raw", [b"", b"\0\1", b"[]", '{"id": 1}'.encode("utf-16")])
def test_a_collection_that_cannot_be_read_keeps_all_its_articles(tmp_path: Path, raw: bytes) -> None:
    made = wire(tmp_path, A, B)
    made.build()
    before, content = made.tree("public"), made.tree("content")
    made.write("seeds/wire.jsonl", raw)
    report = made.build()
    assert len(report.errors) == 1
    assert made.tree("content") == content
    assert made.tree("public").keys() == before.keys()
    changed = {path for path, body in made.tree("public").items() if body != before[path]}
    # The files of quotations say, too, that nothing could be compared.
    assert {path for path in changed if "quotes." not in path and not path.startswith("speakers/")} == {
        "articles/wire-a.html",
        "articles/wire-b.html",
    }
    assert "not compared: the source file cannot be read" in made.read("public/articles/wire-a.html")


def test_a_collection_behind_a_link_out_of_the_project_is_refused(tmp_path: Path) -> None:
    made = project(tmp_path / "project", {"ferry.txt": FERRY})
    (tmp_path / "secret.jsonl").write_text(rows(A))
    (made.root / "seeds/secret.jsonl").symlink_to(tmp_path / "secret.jsonl")
    report = made.build()
    assert [error.path for error in report.errors] == ["seeds/secret.jsonl"]
    assert report.articles == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_collection_nobody_may_read_is_named(tmp_path: Path) -> None:
    made = wire(tmp_path, A)
    (made.root / "seeds/wire.jsonl").chmod(0)
    assert [error.path for error in made.build().errors] == ["seeds/wire.jsonl"]


def test_two_articles_that_want_one_address_are_named(tmp_path: Path) -> None:
    made = wire(tmp_path, row("A 1"), row("a-1", HARBOUR), row("x", COUNCIL, slug="ferry"))
    made.write("seeds/ferry.txt", FERRY)
    report = made.build()
    errors = [str(error) for error in report.errors]
    assert "seeds/wire.jsonl:2: “a-1”: has the same address, “wire-a-1”, as seeds/wire.jsonl#A 1" in errors[0]
    assert "seeds/wire.jsonl:3: “x”: has the same address, “ferry”, as seeds/ferry.txt" in errors[1]
    assert report.articles == 2


def test_addresses_of_long_names_differ(tmp_path: Path) -> None:
    names = [f"https://courier.example/{'long-' * 40}{n}" for n in range(3)]
    assert wire(tmp_path, *(row(name) for name in names)).build().articles == 3


def test_facts_beside_a_collection_hold_where_an_article_states_none(tmp_path: Path) -> None:
    made = wire(tmp_path, A, row("b", FERRY, publisher="The Ostrin Courier"))
    made.write("seeds/wire.yml", "publisher: Velmora Press Agency\nlanguage: en-GB\n")
    made.build()
    assert digest(made, "wire-a").facts.publisher == "Velmora Press Agency"
    assert digest(made, "wire-b").facts.publisher == "The Ostrin Courier"
    assert digest(made, "wire-b").facts.language == "en-GB"
    made.write("seeds/wire.yml", "draft: true\n")
    report = made.build()
    assert {str(reason) for reason in report.reasons if reason.subject.startswith("seeds/")} == {
        f"seeds/wire.jsonl#{name}: the facts beside the seed have changed" for name in "ab"
    }
    assert report.articles == 0


@pytest.mark.parametrize(
    "facts", ["title: T\n", "slug: t\n", "url: https://a.example/\n", "publishr: x\n", "a: [\n"]
)
def test_wrong_facts_beside_a_collection_are_one_error_and_its_articles_stay(
    tmp_path: Path, facts: str
) -> None:
    made = wire(tmp_path, A, B)
    made.build()
    made.write("seeds/wire.yml", f"\n{facts}")
    report = made.build()
    (error,) = report.errors
    assert (error.path, error.line in {2, 3}) == ("seeds/wire.yml", True)
    assert report.articles == 2


def test_columns_are_mapped_in_the_settings_for_all_files_or_some(tmp_path: Path) -> None:
    made = project(
        tmp_path,
        {
            "all.jsonl": rows({"id": 1, "story": FERRY, "kopf": "One"}),
            "wire/some.csv": "no,words,kopf\n2,A ferry.,Two\n",
        },
    )
    made.write(
        "sitegen.yml",
        "inputs:\n  columns: {text: story, title: [kopf, title]}\n"
        "  files:\n    - {file: wire/*.csv, columns: {text: words, id: no}}\n",
    )
    report = made.build()
    assert (report.errors, report.warnings) == ((), ())
    assert digest(made, "all-1").title == "One"
    assert digest(made, "wire-some-2").title == "Two"
    made.edit("sitegen.yml", "[kopf, title]", "title")
    assert subjects(made.build()) == {"seeds/all.jsonl#1", "seeds/wire/some.csv#2"}


def test_a_fault_of_a_thousand_rows_is_told_in_few_lines_and_names_them_all(tmp_path: Path) -> None:
    good = [row(f"g{n}", FERRY, published="2 April") for n in range(3)]
    report = wire(tmp_path, *good, *(row(str(n), "") for n in range(1000))).build()
    assert report.articles == 3
    assert [error.line for error in report.errors[:20]] == list(range(4, 24))
    assert "the same on 980 further lines: 24–1003" in str(report.errors[20])
    (warning,) = report.warnings
    assert (warning.line, "“2 April”, and 2 more like it (lines 2–3)" in warning.message) == (1, True)


def test_a_page_of_an_archive_that_is_no_article_is_only_a_warning(tmp_path: Path) -> None:
    empty = Capture(uri="https://courier.example/empty", body=b"<html><body><nav></nav></body></html>")
    raw = archive([empty])[0]
    made = project(tmp_path, {"crawl.warc.gz": crawl(STORY) + raw[raw.index(b"\x1f\x8b\x08", 1) :]})
    report = made.build()
    assert (report.articles, report.errors) == (1, ())
    (warning,) = report.warnings
    assert "https://courier.example/empty" in warning.message


def test_folders_of_folders_are_read_to_the_ground(tmp_path: Path) -> None:
    made = project(tmp_path, {"a/b/c/d/e/f/ferry.txt": FERRY, "a/b/wire.jsonl": rows(A)})
    assert made.build().articles == 2
    assert sorted(made.tree("content")) == ["a-b-c-d-e-f-ferry.md", "a-b-wire-a.md"]


def test_many_articles_are_the_same_from_one_process_and_from_two(tmp_path: Path) -> None:
    records = [row(str(n), COUNCIL.replace("Nine", str(n))) for n in range(40)]
    one, two = wire(tmp_path / "one", *records), wire(tmp_path / "two", *records)
    one.build(jobs=1)
    two.build(jobs=2)
    assert one.tree("content") == two.tree("content")
    assert one.tree("public") == two.tree("public")


def test_a_build_that_is_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    made = wire(tmp_path, *(row(str(n), COUNCIL.replace("Nine", str(n))) for n in range(12)))

    @contextmanager
    def stopping(stage: str, total: int) -> Iterator[object]:
        done = 0

        def advance(steps: int) -> None:
            nonlocal done
            done += steps
            if stage == "Digests" and done == 5:
                raise KeyboardInterrupt

        assert total or stage != "Digests"
        yield advance

    with pytest.raises(KeyboardInterrupt):
        build(made.root, Options(search=False, jobs=1), progress=stopping)
    assert len(subjects(made.build())) == 7
    fresh = wire(tmp_path / "clean", *(row(str(n), COUNCIL.replace("Nine", str(n))) for n in range(12)))
    fresh.build()
    assert made.tree("public") == fresh.tree("public")


def test_a_collection_saved_while_the_build_runs_is_read_as_it_is_then(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B, C)

    @contextmanager
    def saving(stage: str, _total: int) -> Iterator[object]:
        if stage == "Digests":
            made.write("seeds/wire.jsonl", rows(A, row("c", COUNCIL.replace("Nine", "Ten"))))
        yield lambda _: None

    report = build(made.root, Options(search=False, jobs=1), progress=saving)
    assert [str(error) for error in report.errors] == ["seeds/wire.jsonl:2: “b”: changed while it was read"]
    assert "Ten members" in made.read("content/wire-c.md")
    again = made.build()
    assert (again.errors, subjects(again), again.articles) == ((), set(), 2)


def test_explain_tells_which_lines_were_left_out(tmp_path: Path) -> None:
    noisy = f"{FERRY}\nADVERTISEMENT\n"
    made = project(tmp_path, {"ferry.txt": noisy, "wire.jsonl": rows(row("a", noisy), row("b", HARBOUR))})
    says = run("build", "-C", made.root, "--explain").stdout
    for name in ("seeds/ferry.txt", "seeds/wire.jsonl#a"):
        assert f"{name}: the seed is new\n  1 line left out of the body:\n    ADVERTISEMENT\n" in says
    assert "seeds/wire.jsonl#b: the seed is new\ncontent/" in says
    assert "left out" not in run("build", "-C", made.root, "--explain").stdout


def test_a_row_that_is_mended_is_told_as_changed_and_not_as_new(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B)
    made.build()
    for broken in (rows(A, row("b", "")), rows(A) + "{broken\n"):
        made.write("seeds/wire.jsonl", broken)
        assert len(made.build().errors) == 1
    made.write("seeds/wire.jsonl", rows(A, row("b", FERRY.replace("fog", "rain")), C))
    assert [str(reason) for reason in made.build().reasons if "jsonl#" in reason.subject] == [
        "seeds/wire.jsonl#b: the seed has changed",
        "seeds/wire.jsonl#c: the seed is new",
    ]


def test_a_name_in_the_settings_that_fits_no_file_is_named(tmp_path: Path) -> None:
    made = wire(tmp_path, A)
    made.write("seeds/ferry.txt", FERRY)
    files = "".join(
        f"    - {{file: '{name}', columns: {{title: kopf}}}}\n" for name in ("w*.jsonl", "wier.csv", "*.txt")
    )
    made.write("sitegen.yml", f"inputs:\n  files:\n{files}")
    warnings = [str(warning) for warning in made.build().warnings]
    assert len(warnings) == 2
    for name, warning in zip(("wier.csv", "*.txt"), warnings, strict=True):
        assert warning.startswith(f"sitegen.yml: inputs: files: “{name}” fits no file of many articles")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("list.json", "one JSON object a line, in a file that ends in .jsonl"),
        ("sheet.xlsx", "export the sheet as CSV"),
        ("note.doc", "a seed ends in .txt .md .markdown .html .htm .jsonl"),
    ],
)
def test_a_file_that_is_no_seed_is_named_with_what_to_do(tmp_path: Path, name: str, hint: str) -> None:
    made = wire(tmp_path, A)
    made.write(f"seeds/{name}", "[]")
    (warning,) = made.build().warnings
    assert hint in str(warning)


def test_a_day_with_dots_is_read_in_the_language_of_the_facts_beside_the_file(tmp_path: Path) -> None:
    made = wire(tmp_path, row("a", HARBOUR, published="03.04.2031"))
    assert "no date that can be told for certain" in str(made.build().warnings[0])
    assert digest(made, "wire-a").facts.published is None
    made.write("seeds/wire.yml", "language: de\n")
    assert made.build().warnings == ()
    assert digest(made, "wire-a").facts.published == "2031-04-03"
    assert made.build().reasons == ()


def test_explain_only_counts_the_lines_of_many_articles(tmp_path: Path) -> None:
    made = wire(
        tmp_path, *(row(str(n), f"{COUNCIL.replace('Nine', str(n))}\nADVERTISEMENT\n") for n in range(30))
    )
    says = run("build", "-C", made.root, "--explain").stdout
    assert says.count("  1 line left out of the body\n") == 30
    assert "ADVERTISEMENT" not in says
    assert "source: removed" in says
    assert says.count("public/articles/: 30 files: it is new or its bytes differ\n") == 1
    assert "public/articles/wire-1.html" not in says


def test_a_changed_row_asks_for_a_look_at_the_edited_digest_and_gives_the_checksum(tmp_path: Path) -> None:
    made = wire(tmp_path, A)
    made.build()
    made.edit("content/wire-a.md", "## Lead", "## Mine\n\nChecked.\n\n## Lead")
    made.write("seeds/wire.jsonl", rows({**A, "title": "Bridge opens"}))
    (warning,) = made.build().warnings
    assert "its seed seeds/wire.jsonl#a has changed since" in warning.message
    old = digest(made, "wire-a").source.sha256
    new = warning.hint.partition("sha256, ")[2][:64]
    made.edit("content/wire-a.md", old, new)
    assert made.build().warnings == ()
    assert problems(made) == []


def test_check_names_the_row_without_a_digest_and_words_that_are_not_in_it(tmp_path: Path) -> None:
    made = wire(tmp_path, A, B)
    made.build()
    made.edit("content/wire-b.md", "I shall miss the fog", "I shall miss the rain")
    made.write("seeds/wire.jsonl", rows(A, B, C))
    found = [str(problem) for problem in problems(made)]
    assert "seeds/wire.jsonl#c: has no content file yet (run: sitegen build)" in found
    assert any(problem.startswith("content/wire-b.md: not at characters") for problem in found)


ROWS = (
    A,
    B,
    C,
    row("a", FERRY),
    row("b", COUNCIL, title="Trams"),
    row("n", HARBOUR, slug="wire-a"),
    {"text": FERRY},
)
walks = st.lists(st.lists(st.sampled_from(ROWS), min_size=1, max_size=4), min_size=1, max_size=4)


@given(walks)
@example([[A, B], [B, A, C], [C]])
@example([[A, A], [{"text": FERRY}], [A, row("n", HARBOUR, slug="wire-a")]])
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_a_collection_was_before_the_build_gives_what_a_clean_one_gives(
    walk: list[list[Row]],
) -> None:
    with TemporaryDirectory() as folder:
        made = wire(Path(folder, "walked"), A, B)
        made.build()
        for records in walk:
            made.write("seeds/wire.jsonl", rows(*records))
            report = made.build()
        fresh = wire(Path(folder, "clean"), *walk[-1])
        assert [str(error) for error in fresh.build().errors] == [str(error) for error in report.errors]
        assert made.tree("content") == fresh.tree("content")
        assert made.tree("public") == fresh.tree("public")
        assert made.build().reasons == ()
