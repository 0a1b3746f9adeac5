from pathlib import Path

import pytest

from sitegen.errors import SitegenError
from sitegen.site.theme import open_theme


def test_a_projects_file_stands_before_the_default_one_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static/site.css").write_text("b { color: red }")
    (tmp_path / "static/extra.txt").write_text("more")
    (tmp_path / "404.html").write_text("Gone: {{ word }}")
    theme = open_theme(tmp_path)
    static = {page.path: page.body for page in theme.static}
    assert static["static/site.css"] == b"b { color: red }"
    assert static["static/extra.txt"] == b"more"
    assert "static/site.js" in static
    assert theme.render("404.html", word="<b>") == b"Gone: &lt;b&gt;"
    assert theme.fingerprint != open_theme(None).fingerprint


def test_a_project_without_templates_has_the_default_theme(tmp_path: Path) -> None:
    assert open_theme(tmp_path / "none").fingerprint == open_theme(None).fingerprint


def failure(folder: Path, **templates: str | bytes) -> SitegenError:
    """How rendering 404.html fails with the given files, named without their ending, in templates/."""
    (folder / "templates").mkdir()
    for name, content in templates.items():
        body = content.encode() if isinstance(content, str) else content
        (folder / f"templates/{name}.html").write_bytes(body)
    with pytest.raises(SitegenError) as raised:
        open_theme(folder / "templates").render("404.html", title="x")
    assert raised.value.hint
    return raised.value


@pytest.mark.parametrize(
    ("template", "line", "says"),
    [
        ("one\n{% if %}\n", 2, "Expected an expression"),
        ("one\n\n{{ titel }}", 3, "'titel' is undefined"),
        ("{{ title.nonsense.x }}", 1, "has no attribute 'nonsense'"),
        ("one\n{{ 1/0 }}", 2, "ZeroDivisionError: division by zero"),
        ("one\n{{ None + 1 }}", 2, "TypeError: unsupported operand"),
        ("one\n{% include 'nope.html' %}", 2, "there is no template “nope.html”"),
        ("{% extends 'nope.html' %}", 1, "there is no template “nope.html”"),
        ("{% extends '404.html' %}", 1, "never comes to an end"),
        ("one\n{% include '404.html' %}", 2, "never comes to an end"),
        ("one\n{{ title|nonsense }}", 2, "No filter named 'nonsense'"),
        (b"one\ntwo \xff", 2, "is not UTF-8"),
    ],
)
def test_whatever_fails_in_a_template_names_its_file_and_line(
    tmp_path: Path, template: str | bytes, line: int, says: str
) -> None:
    error = failure(tmp_path, **{"404": template})
    assert (error.path, error.line) == ("templates/404.html", line)
    assert says in error.message


@pytest.mark.parametrize("inner", ["one\n{{ titel }}", "one\n{% if %}", b"one\n\xff", "one\n{{ 1/0 }}"])
def test_a_mistake_in_an_included_template_is_found_there(tmp_path: Path, inner: str | bytes) -> None:
    error = failure(tmp_path, **{"404": "{% include 'part.html' %}", "part": inner})
    assert (error.path, error.line) == ("templates/part.html", 2)


def test_a_call_of_the_default_theme_that_fails_is_found_where_it_is_made(tmp_path: Path) -> None:
    call = "{% import '_parts.html' as parts %}\n{{ parts.moment(None) }}"
    error = failure(tmp_path, **{"404": call})
    assert (error.path, error.line) == ("templates/404.html", 2)


def test_a_template_of_the_default_theme_is_named_as_such() -> None:
    with pytest.raises(SitegenError, match=r"^sitegen/templates/base\.html:\d+:"):
        open_theme(None).render("404.html")


def test_messages_name_the_folder_as_the_project_does(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("{{ titel }}")
    with pytest.raises(SitegenError, match=r"^look/ours/404\.html:1:"):
        open_theme(tmp_path, shown_as="look/ours").render("404.html")


def test_a_byte_order_mark_does_not_reach_the_page(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("Gone", encoding="utf-8-sig")
    assert open_theme(tmp_path).render("404.html") == b"Gone"


def test_a_link_out_of_the_templates_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "templates/static").mkdir(parents=True)
    (tmp_path / "templates/static/a.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(SitegenError, match=r"^templates/static/a\.txt: leads out"):
        open_theme(tmp_path / "templates")


def test_the_style_sheet_and_script_stay_small() -> None:
    static = open_theme(None).static
    assert sum(len(page.body) for page in static if page.path.endswith(".css")) <= 20_000
    assert sum(len(page.body) for page in static if page.path.endswith(".js")) <= 10_000
