from pathlib import Path

import pytest

from sitegen.errors import SitegenError
from sitegen.site.theme import default_templates, open_theme


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


def test_a_mistake_in_a_template_names_the_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("one\n{% if %}\n")
    with pytest.raises(SitegenError) as raised:
        open_theme(tmp_path).render("404.html")
    assert (raised.value.line, Path(raised.value.path or "").name) == (2, "404.html")


def test_a_name_that_a_template_is_not_given_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("{{ titel }}")
    with pytest.raises(SitegenError, match="titel"):
        open_theme(tmp_path).render("404.html", title="x")


def test_a_link_out_of_the_templates_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    (tmp_path / "templates/static").mkdir(parents=True)
    (tmp_path / "templates/static/a.txt").symlink_to(tmp_path / "secret")
    with pytest.raises(SitegenError, match="leads out of the templates folder"):
        open_theme(tmp_path / "templates")


def test_the_style_sheet_and_script_stay_small() -> None:
    static = default_templates() / "static"
    assert (static / "site.css").stat().st_size <= 20_000
    assert (static / "site.js").stat().st_size <= 10_000
