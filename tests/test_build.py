"""A build: what is made, what is kept, and why."""

import subprocess
import sys
from pathlib import Path

import pytest
from project_folder import COUNCIL, FERRY, HARBOUR, Project, environment, project, run

from sitegen.building.reasons import Because, Reason

TWO = {"harbour.txt": HARBOUR, "ferry.txt": FERRY}


@pytest.fixture
def ostrin(tmp_path: Path) -> Project:
    made = project(tmp_path, TWO)
    made.build()
    return made


def reasons(report) -> set[tuple[str, Because]]:
    return {(reason.subject, reason.because) for reason in report.reasons}


def messages(errors) -> list[str]:
    return [str(error) for error in errors]


def test_seeds_become_content_and_pages(tmp_path: Path) -> None:
    made = project(tmp_path, TWO)
    report = made.build()
    assert report.content.new == ("content/ferry.md", "content/harbour.md")
    assert (report.articles, report.quotations, report.dates) == (2, 2, 3)
    assert "It stands" in made.read("public/articles/harbour.html")
    assert report.errors == report.warnings == ()


def test_a_second_build_rewrites_nothing(ostrin: Project) -> None:
    before = ostrin.stamps("public") | ostrin.stamps("content") | ostrin.stamps(".sitegen/cache")
    report = ostrin.build()
    assert report.content.kept == ("content/ferry.md", "content/harbour.md")
    assert report.reasons == report.written == report.unpublished == ()
    after = ostrin.stamps("public") | ostrin.stamps("content") | ostrin.stamps(".sitegen/cache")
    assert after == before


def test_without_its_memory_a_build_rewrites_nothing_either(ostrin: Project) -> None:
    before = ostrin.stamps("public") | ostrin.stamps("content")
    subprocess.run(["rm", "-r", str(ostrin.root / ".sitegen")], check=True)
    report = ostrin.build()
    assert report.written == ()
    assert ostrin.stamps("public") | ostrin.stamps("content") == before


def test_an_unchanged_build_loads_no_extractor(ostrin: Project) -> None:
    program = """
import sys
from pathlib import Path
from sitegen.building import Options, build
build(Path(sys.argv[1]), Options(search=False))
print(sorted({"yake", "numpy", "trafilatura", "lxml", "livereload"} & set(sys.modules)))
"""
    loaded = [
        subprocess.run(
            [sys.executable, "-c", program, str(ostrin.root)],
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for _ in range(2)
    ]
    assert loaded[1] == "[]"


def test_a_changed_seed_changes_its_own_article_only(ostrin: Project) -> None:
    ferry = ostrin.stamps("public")[str(ostrin.public / "articles/ferry.html")]
    ostrin.edit("seeds/harbour.txt", "It stands", "It still stands")
    report = ostrin.build()
    assert report.content.changed == ("content/harbour.md",)
    assert report.content.kept == ("content/ferry.md",)
    assert "It still stands" in ostrin.read("public/articles/harbour.html")
    assert ostrin.stamps("public")[str(ostrin.public / "articles/ferry.html")] == ferry
    assert {
        ("seeds/harbour.txt", Because.SEED_CHANGED),
        ("content/harbour.md", Because.CONTENT_STALE),
        ("content/harbour.md", Because.ARTICLE_CHANGED),
        ("public/articles/harbour.html", Because.PAGE_DIFFERS),
    } <= reasons(report)
    assert not any("ferry" in reason.subject for reason in report.reasons)


def test_facts_beside_a_seed_are_a_reason(ostrin: Project) -> None:
    ostrin.write("seeds/harbour.yml", "published: 2031-10-07\n")
    report = ostrin.build()
    assert ("seeds/harbour.txt", Because.FACTS_CHANGED) in reasons(report)
    assert "published: 2031-10-07" in ostrin.read("content/harbour.md")


def test_a_digest_setting_changes_digests_and_another_does_not(ostrin: Project) -> None:
    ostrin.write("sitegen.yml", "site:\n  title: Ostrin at length\n")
    report = ostrin.build()
    assert ("site", Because.SITE_SETTINGS_CHANGED) in reasons(report)
    assert report.content.changed == ()
    ostrin.write("sitegen.yml", "site:\n  title: Ostrin at length\nkey_phrases:\n  count: 2\n")
    report = ostrin.build()
    assert ("seeds/ferry.txt", Because.DIGEST_SETTINGS_CHANGED) in reasons(report)
    assert len(report.content.changed) == 2


def test_a_template_of_the_project_changes_pages_and_no_digest(ostrin: Project) -> None:
    ostrin.write("templates/static/site.css", "body { color: black }")
    report = ostrin.build()
    assert reasons(report) == {
        ("site", Because.THEME_CHANGED),
        ("public/static/site.css", Because.PAGE_DIFFERS),
    }


def test_a_page_damaged_by_hand_is_put_right_with_a_reason(ostrin: Project) -> None:
    ostrin.write("public/method.html", "broken")
    report = ostrin.build()
    assert ("site", Because.PUBLIC_CHANGED) in reasons(report)
    assert report.written == ("method.html",)


def test_an_edited_file_is_kept_and_published(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "title: Ostrin opens", "title: OSTRIN OPENS")
    edited = ostrin.read("content/harbour.md")
    report = ostrin.build()
    assert report.content.edited == ("content/harbour.md",)
    assert ostrin.read("content/harbour.md") == edited
    assert "OSTRIN OPENS" in ostrin.read("public/articles/harbour.html")
    assert report.warnings == ()


def test_words_that_a_person_altered_are_named_in_every_build(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "> “It stands,”\n", "> “It stood,”\n")
    for _ in range(2):
        (warning,) = messages(ostrin.build().warnings)
        assert warning.startswith("content/harbour.md: not at characters")
        assert "“It stood,”" in warning


def test_a_page_says_whether_people_have_edited_its_digest(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "**Anselm Korvath**", "**Mayor Korvath**")
    ostrin.write(
        "content/note.md", "---\ntitle: A note\n---\n\n## Quotations\n\n> “Yes.”\n>\n> — **Mira Tolland**\n"
    )
    ostrin.build()
    assert "no person has checked it" in ostrin.read("public/articles/ferry.html")
    assert "then edited by people" in ostrin.read("public/articles/harbour.html")
    assert "Written by people" in ostrin.read("public/articles/note.html")


def test_a_seed_that_changes_under_an_edited_file_warns(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "title: Ostrin opens", "title: OSTRIN OPENS")
    edited = ostrin.read("content/harbour.md")
    ostrin.edit("seeds/harbour.txt", "It stands", "It falls")
    for _ in range(2):
        report = ostrin.build()
        assert ostrin.read("content/harbour.md") == edited
        (warning,) = messages(report.warnings)
        assert warning.startswith(
            "content/harbour.md: was edited, and its seed seeds/harbour.txt has changed"
        )


def test_a_file_with_windows_line_ends_counts_as_untouched(ostrin: Project) -> None:
    ostrin.write("content/harbour.md", ostrin.read("content/harbour.md").replace("\n", "\r\n"))
    assert ostrin.build().content.kept == ("content/ferry.md", "content/harbour.md")


def test_a_removed_seed_takes_its_content_and_pages_along(ostrin: Project) -> None:
    (ostrin.root / "seeds/ferry.txt").unlink()
    report = ostrin.build()
    assert report.content.removed == ("content/ferry.md",)
    assert Reason(subject="content/ferry.md", because=Because.SEED_GONE) in report.reasons
    assert "articles/ferry.html" in report.unpublished
    assert not (ostrin.public / "articles/ferry.html").exists()
    assert not (ostrin.public / "speakers/dunja-reyle.html").exists()


def test_a_removed_seed_leaves_an_edited_file(ostrin: Project) -> None:
    ostrin.edit("content/ferry.md", "title: Last", "title: Very last")
    (ostrin.root / "seeds/ferry.txt").unlink()
    report = ostrin.build()
    assert report.content.edited == ("content/ferry.md",)
    assert messages(report.warnings)[0].startswith("content/ferry.md: its seed seeds/ferry.txt is gone")
    assert (ostrin.public / "articles/ferry.html").exists()


def test_a_project_without_a_seeds_folder_loses_no_article(ostrin: Project) -> None:
    (ostrin.root / "seeds").rename(ostrin.root / "elsewhere")
    report = ostrin.build()
    assert report.content.kept == ("content/ferry.md", "content/harbour.md")
    changed = {*report.written, *report.unpublished}
    files = {path for path in changed if "quotes." in path}
    tables = {path for path in changed if path.startswith("speakers/") and path.endswith(".csv")}
    assert changed - files - tables == {"articles/ferry.html", "articles/harbour.html"}
    assert "not compared: the source file is not here" in ostrin.read("public/articles/ferry.html")
    assert '"matches_source":null' in ostrin.read("public/exports/quotes.json").replace(": ", ":")


def test_a_seed_with_a_new_slug_moves(ostrin: Project) -> None:
    ostrin.write("seeds/ferry.yml", "slug: last-ferry\n")
    report = ostrin.build()
    assert report.content.new == ("content/last-ferry.md",)
    assert report.content.removed == ("content/ferry.md",)
    assert (ostrin.public / "articles/last-ferry.html").exists()
    assert not (ostrin.public / "articles/ferry.html").exists()


def test_a_content_file_whose_seed_has_moved_is_not_said_to_be_without_one(ostrin: Project) -> None:
    run("build", "-C", ostrin.root)
    ostrin.write("seeds/ferry.yml", "slug: last-ferry\n")
    done = run("build", "-C", ostrin.root, "--explain")
    assert "content/ferry.md: its seed now has another address and nobody has edited the file" in done.stdout
    assert "removed content/ferry.md: its seed now has another address" in done.stdout


def test_a_digest_written_by_hand_needs_no_seed(ostrin: Project) -> None:
    ostrin.write("content/note.md", "---\ntitle: A note on fog\n---\n\n## Lead\n\n> It was foggy.\n")
    report = ostrin.build()
    assert report.content.edited == ("content/note.md",)
    assert report.articles == 3
    assert "It was foggy" in ostrin.read("public/articles/note.html")


def test_drafts_are_published_on_request_only(ostrin: Project) -> None:
    ostrin.write("seeds/ferry.yml", "draft: true\n")
    assert ostrin.build().articles == 1
    assert not (ostrin.public / "articles/ferry.html").exists()
    assert ostrin.build(drafts=True).articles == 2
    assert (ostrin.public / "articles/ferry.html").exists()
    assert ostrin.build().articles == 1


def test_the_base_url_of_one_run_takes_the_place_of_the_setting(ostrin: Project) -> None:
    assert not (ostrin.public / "sitemap.xml").exists()
    ostrin.build(base_url="https://ostrin.example/news")
    assert "https://ostrin.example/news/articles/ferry.html" in ostrin.read("public/sitemap.xml")


def test_many_seeds_in_many_processes_give_what_one_process_gives(tmp_path: Path) -> None:
    seeds = {f"note-{n:02}.txt": COUNCIL.replace("Nine", f"{n}0") for n in range(20)} | {"bad.txt": b"\0\1\2"}
    one, two = (project(tmp_path / name, seeds) for name in ("one", "two"))
    first, second = one.build(jobs=1), two.build(jobs=2)
    assert one.tree("content") == two.tree("content")
    assert one.tree("public") == two.tree("public")
    assert messages(first.errors) == messages(second.errors) != []


def test_seeds_in_folders_are_found(tmp_path: Path) -> None:
    made = project(tmp_path, {"2031/harbour.txt": HARBOUR, ".hidden/ferry.txt": FERRY, "~note.doc": b"x"})
    report = made.build()
    assert report.articles == 1
    assert messages(report.warnings)[0].startswith("seeds/~note.doc: is no seed, and is not read")


def test_facts_without_a_seed_warn(ostrin: Project) -> None:
    ostrin.write("seeds/harbor.yml", "published: 2031-10-07\n")
    assert messages(ostrin.build().warnings)[0].startswith("seeds/harbor.yml: facts beside no seed")


def test_a_damaged_cache_and_trace_change_nothing(ostrin: Project) -> None:
    before = ostrin.tree("public")
    for path in (ostrin.root / ".sitegen").rglob("*.json"):
        path.write_bytes(b"\xff{")
    report = ostrin.build()
    assert report.errors == report.written == ()
    assert ostrin.tree("public") == before


def test_the_search_index_is_real_and_reused(ostrin: Project) -> None:
    ostrin.build(search=True)
    assert (ostrin.public / "pagefind/pagefind.js").exists()
    before = ostrin.stamps("public/pagefind")
    ostrin.write("sitegen.yml", "site:\n  description: Another sentence\n  title: Ostrin in brief\n")
    report = ostrin.build(search=True)
    files = {path: stamp for path, stamp in before.items() if Path(path).is_file()}
    assert "index.html" in report.written
    if not any(path.startswith("articles/") for path in report.written):
        assert files.items() <= ostrin.stamps("public/pagefind").items()


def test_a_damaged_search_index_is_mended_and_the_report_says_so(ostrin: Project) -> None:
    ostrin.build(search=True)
    script = ostrin.public / "pagefind/pagefind.js"
    before = script.read_bytes()
    script.write_bytes(b"")
    done = run("build", "-C", ostrin.root)
    assert script.read_bytes() == before
    assert "Files:     0 written, 0 removed, the search index made anew" in done.stdout
