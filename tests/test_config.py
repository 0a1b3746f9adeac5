"""Settings: the defaults, what may be written, and what is refused with its line."""

import dataclasses
import re
from importlib import resources
from pathlib import Path

import pytest

from sitegen.config import Settings, load_settings, parse_settings
from sitegen.errors import UsageError

SCAFFOLD = resources.files("sitegen").joinpath("scaffold", "sitegen.yml").read_text(encoding="utf-8")


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == parse_settings("") == Settings()


def test_the_file_that_init_writes_changes_nothing() -> None:
    assert parse_settings(SCAFFOLD) == Settings()


def test_the_file_that_init_writes_lists_every_setting_with_its_default_and_a_word_about_it() -> None:
    everything = re.sub(r"^( *)#(?=[a-z_]+:)", r"\1", SCAFFOLD, flags=re.MULTILINE)
    assert parse_settings(everything) == Settings()
    for group in dataclasses.fields(Settings):
        section = everything.split(f"\n{group.name}:\n")[1].split("\n\n# ")[0]
        for setting in dataclasses.fields(getattr(Settings(), group.name)):
            assert re.search(rf"  # .+\n  {setting.name}: ", section), f"{group.name}.{setting.name}"


def test_every_setting_can_be_given() -> None:
    given = parse_settings(
        "site:\n  title: Ostrin\n  description: A town\n  language: fa\n  base_url: https://example.org/news\n"
        "  notice: Fiction.\n  publisher: The Post\n"
        "folders: {seeds: in/raw, content: digests, templates: look, public: out}\n"
        "key_phrases: {count: 5, max_words: 2}\npages: {articles_per_page: 7}\n"
    )
    for group in dataclasses.fields(Settings):
        default, stated = getattr(Settings(), group.name), getattr(given, group.name)
        assert all(
            getattr(default, setting.name) != getattr(stated, setting.name)
            for setting in dataclasses.fields(default)
        )
    assert given.site.base_url == "https://example.org/news/"


@pytest.mark.parametrize(
    ("source", "line", "says"),
    [
        ("sites:\n  title: x\n", 1, "did you mean “site”?"),
        ("site:\n  titel: x\n", 2, "did you mean “title”?"),
        ("site: Ostrin\n", 1, "expected settings below it"),
        ("site:\n  title: [a]\n", 2, "one line of text"),
        ("site:\n  language: English (UK)\n", 2, "not a language tag"),
        ("site:\n  base_url: ftp://example.org/\n", 2, "not the address of a site"),
        ("site:\n  base_url: https://example.org/?page=1\n", 2, "not the address of a site"),
        ("key_phrases:\n  count: ten\n", 2, "from 0 to 100"),
        ("key_phrases:\n  max_words: 9\n", 2, "from 1 to 5"),
        ("pages:\n  articles_per_page: 0\n", 2, "from 1 to 1000"),
        ("pages:\n  articles_per_page: ٣\n", 2, "from 1 to 1000"),
        ("folders:\n  public: ../out\n", 2, "not a folder of this project"),
        ("folders:\n  public: /srv/www\n", 2, "not a folder of this project"),
        ("folders:\n  public: C:/www\n", 2, "not a folder of this project"),
        ("folders:\n  public: out\\www\n", 2, "not a folder of this project"),
        ("folders:\n  public: .\n", 2, "not a folder of this project"),
        ("folders:\n  public: .git\n", 2, "not a folder of this project"),
        ("folders:\n  public: content\n", 2, "share a folder"),
        ("folders:\n  public: Content/site\n", 2, "share a folder"),
        ("folders:\n  content: public/content\n", 2, "share a folder"),
        ("site:\n  title: a: b\n", 2, "put quotes around"),
    ],
)
def test_a_mistake_stops_the_build_with_its_line(source: str, line: int, says: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_settings(source)
    assert (caught.value.path, caught.value.line) == ("sitegen.yml", line)
    assert says in str(caught.value)


def test_a_folder_may_not_lead_out_of_the_project_by_a_link(tmp_path: Path) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    project.mkdir()
    elsewhere.mkdir()
    (project / "public").symlink_to(elsewhere, target_is_directory=True)
    with pytest.raises(UsageError, match="leads out of the project"):
        load_settings(project)


def test_a_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sitegen.yml").write_bytes(b"site:\n  title: Velm\xf6ra\n")
    with pytest.raises(UsageError, match="UTF-8"):
        load_settings(tmp_path)


def test_another_address_may_be_given_for_one_build() -> None:
    assert Settings().with_base_url("https://example.org/a").site.base_url == "https://example.org/a/"
    with pytest.raises(UsageError, match="not the address of a site"):
        Settings().with_base_url("example.org")


def test_only_settings_that_change_a_digest_reach_it() -> None:
    default = Settings()
    others = "site: {title: Other}\npages: {articles_per_page: 3}\nfolders: {content: texts}\n"
    assert parse_settings(others).for_digests() == default
    assert parse_settings("folders: {seeds: in/raw}\n").for_digests() != default
    assert parse_settings("site: {language: fr}\n").for_digests() != default
    assert parse_settings("key_phrases: {count: 3}\n").for_digests() != default
