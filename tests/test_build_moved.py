"""Hidden, withdrawn and moved articles, from the content file to the built site and to `sitegen check`."""

from pathlib import Path

import pytest
from project_folder import FERRY, HARBOUR, Project, project

from sitegen.building.check import check


@pytest.fixture
def ostrin(tmp_path: Path) -> Project:
    made = project(tmp_path, {"harbour.txt": HARBOUR, "ferry.txt": FERRY})
    made.build()
    return made


def state(made: Project, slug: str, line: str) -> None:
    """Write ``line`` into a content file by hand."""
    made.edit(f"content/{slug}.md", "\nsource:", f"\n{line}\nsource:")


def test_a_hidden_article_leaves_the_site_with_drafts_too_and_its_content_file_stays(ostrin: Project) -> None:
    state(ostrin, "ferry", "hidden: true")
    for drafts in (False, True):
        assert ostrin.build(drafts=drafts).articles == 1
        assert not [path for path in ostrin.tree("public") if "ferry" in path]
    assert "I shall miss the fog" in ostrin.read("content/ferry.md")


def test_a_draft_is_shown_on_request_but_nothing_leads_to_it_from_its_old_address(ostrin: Project) -> None:
    state(ostrin, "ferry", "draft: true\naliases: [last-ferry]")
    assert ostrin.build().articles == 1
    assert not [path for path in ostrin.tree("public") if "ferry" in path]
    ostrin.build(drafts=True)
    assert "articles/ferry.html" in ostrin.tree("public")
    assert "articles/last-ferry.html" not in ostrin.tree("public")


def test_what_is_withdrawn_is_not_counted_and_its_page_stays(ostrin: Project) -> None:
    state(ostrin, "ferry", "withdrawn: {date: 2031-10-10, why: The paper took it back.}")
    report = ostrin.build()
    assert (report.articles, report.quotations) == (1, 1)
    assert "The paper took it back." in ostrin.read("public/articles/ferry.html")
    assert not [
        path
        for path, body in ostrin.tree("public").items()
        if b"I shall miss the fog" in body or b"Dunja Reyle" in body
    ]


@pytest.mark.parametrize(
    ("harbour", "ferry", "says"),
    [
        (
            "aliases: [ferry]",
            "draft: false",
            "content/harbour.md: aliases: “ferry” is the address of content/ferry.md",
        ),
        (
            "aliases: [ferry]",
            "draft: true",
            "content/harbour.md: aliases: “ferry” is the address of content/ferry.md",
        ),
        (
            "aliases: [boats]",
            "aliases: [boats]",
            "content/harbour.md: aliases: “boats” is an alias of content/ferry.md, too",
        ),
        (
            "aliases: [harbour]",
            "draft: false",
            "content/harbour.md: aliases: “harbour” is the address of this file",
        ),
    ],
    ids=["a page", "a draft", "an alias", "itself"],
)
def test_an_alias_that_is_taken_is_an_error_that_names_both_and_everything_else_is_published(
    ostrin: Project, harbour: str, ferry: str, says: str
) -> None:
    state(ostrin, "harbour", harbour)
    state(ostrin, "ferry", ferry)
    (error,) = ostrin.build().errors
    assert str(error).startswith(says)
    assert "It stands" in ostrin.read("public/articles/harbour.html")
    assert says in [str(problem).partition(" (")[0] for problem in check(ostrin.root).problems]


def test_the_address_of_a_hidden_second_copy_may_lead_to_the_first(ostrin: Project) -> None:
    state(ostrin, "ferry", "hidden: true")
    state(ostrin, "harbour", "aliases: [ferry]")
    assert ostrin.build().errors == ()
    assert "url=../articles/harbour.html" in ostrin.read("public/articles/ferry.html")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("corrections: [{date: 2031-10-40, what: A name.}]", "is not a date"),
        ("withdrawn: true", "expected a date and why"),
        ("aliases: [Old Ferry]", "write “old-ferry”"),
    ],
)
def test_a_mistake_in_a_content_file_is_found_in_its_line(ostrin: Project, line: str, says: str) -> None:
    state(ostrin, "ferry", line)
    number = ostrin.read("content/ferry.md").splitlines().index(line) + 1
    for found in (ostrin.build().errors, check(ostrin.root).problems):
        (error,) = [each for each in found if each.path == "content/ferry.md"]
        assert (error.line, says in str(error)) == (number, True)


def test_facts_beside_a_seed_withdraw_correct_and_move_it(ostrin: Project) -> None:
    ostrin.write(
        "seeds/ferry.yml",
        "aliases: [last-ferry]\ncorrections:\n  - {date: 2031-10-09, what: A name.}\n"
        "withdrawn: {date: 2031-10-10, why: Untrue.}\n",
    )
    assert ostrin.build().errors == ()
    assert {"articles/ferry.html", "articles/last-ferry.html"} <= set(ostrin.tree("public"))
    assert "A name." in ostrin.read("public/changes.html")


def test_the_search_index_holds_neither_a_withdrawn_article_nor_an_old_address(ostrin: Project) -> None:
    state(ostrin, "ferry", "withdrawn: {date: 2031-10-10, why: Untrue.}")
    state(ostrin, "harbour", "aliases: [old-harbour]")
    ostrin.build(search=True)
    assert '"page_count":1' in ostrin.read("public/pagefind/pagefind-entry.json").replace(" ", "")
