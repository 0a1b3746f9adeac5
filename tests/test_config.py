"""Settings: the defaults, what may be written, and what is refused with its line."""

import dataclasses
import re
from importlib import resources
from pathlib import Path

import pytest

from sitegen.config import (
    COLUMN_FIELDS,
    FileColumns,
    InputSettings,
    NavigationLink,
    PersonSettings,
    QuotationSettings,
    Robots,
    Settings,
    load_settings,
    parse_settings,
)
from sitegen.errors import UsageError
from sitegen.lexicon import load
from sitegen.model import Evidence

GROUPS = [field.name for field in dataclasses.fields(Settings) if field.name != "people"]
SCAFFOLD = resources.files("sitegen").joinpath("scaffold", "sitegen.yml").read_text(encoding="utf-8")


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == parse_settings("") == Settings()


def test_the_file_that_init_writes_changes_nothing() -> None:
    assert parse_settings(SCAFFOLD) == Settings()


def test_the_file_that_init_writes_lists_every_setting_with_its_default_and_a_word_about_it() -> None:
    everything = re.sub(r"^( *)#(?=[a-z_]+:)", r"\1", SCAFFOLD, flags=re.MULTILINE)
    assert parse_settings(everything) == Settings()
    for name in GROUPS:
        section = everything.split(f"\n{name}:\n")[1].split("\n\n# ")[0]
        for setting in dataclasses.fields(getattr(Settings(), name)):
            assert re.search(rf"  # .+\n  {setting.name}: ", section), f"{name}.{setting.name}"


def test_the_file_that_init_writes_shows_how_people_are_written() -> None:
    everyone = parse_settings(SCAFFOLD.replace("  #- {", "  - {")).people
    assert everyone == (
        PersonSettings(name="Dara Ilvane", aliases=("D. Ilvane", "Dara Ilvane-Roe")),
        PersonSettings(
            name="Mira Tolland (the mayor)", aliases=("Mira Tolland",), articles=("karsa-by-election",)
        ),
    )
    shown = dataclasses.asdict(everyone[1])
    assert all(shown.values()), "every key of an entry stands in an example"


def test_every_setting_can_be_given() -> None:
    given = parse_settings(
        "site:\n  title: Ostrin\n  description: A town\n  language: fa\n  base_url: https://example.org/news\n"
        "  notice: Fiction.\n  publisher: The Post\n  source_text: full\n  offline_zip: true\n"
        "  navigation: [search, {name: Imprint, url: static/imprint.html}]\n  accent: '#1D5C8A'\n"
        "  footer: '[Imprint](static/imprint.html)'\n  contact: desk@example.org\n  robots: noindex\n"
        "folders: {seeds: in/raw, content: digests, templates: look, public: out}\n"
        "key_phrases: {count: 5, max_words: 2, engine: yake-rust}\npages: {articles_per_page: 7}\n"
        "quotations: {evidence: sure, indirect: true}\n"
        "inputs: {columns: {text: body}, files: [{file: wire/*.csv, columns: {id: [no, number]}}]}\n"
    )
    for name in GROUPS:
        default, stated = getattr(Settings(), name), getattr(given, name)
        assert all(
            getattr(default, setting.name) != getattr(stated, setting.name)
            for setting in dataclasses.fields(default)
        )
    assert given.site.base_url == "https://example.org/news/"
    assert given.site.navigation == ("search", NavigationLink(name="Imprint", url="static/imprint.html"))
    assert (given.site.accent, given.site.robots) == ("#1d5c8a", Robots.NOINDEX)
    assert given.quotations == QuotationSettings(evidence=Evidence.SURE, indirect=True)
    assert given.inputs == InputSettings(
        columns={"text": ("body",)},
        files=(FileColumns(file="wire/*.csv", columns={"id": ("no", "number")}),),
    )


def test_people_may_be_written_over_several_lines() -> None:
    given = parse_settings(
        "people:\n"
        "  - name: Yusra\n      Okell\n"
        "    aliases:\n      - Y. Okell\n      - ' Okell  of Ostrin '\n"
        "  - name: The Harbour Board\n"
    )
    assert given.people == (
        PersonSettings(name="Yusra Okell", aliases=("Y. Okell", "Okell of Ostrin")),
        PersonSettings(name="The Harbour Board"),
    )


def test_every_column_a_setting_can_name_has_usual_names_and_no_others_have() -> None:
    assert set(load("columns")) == set(COLUMN_FIELDS)


@pytest.mark.parametrize("nothing", ["people:\n", "people: []\n", "people: null\n"])
def test_there_need_be_no_people(nothing: str) -> None:
    assert parse_settings(nothing).people == ()


@pytest.mark.parametrize(
    "people",
    [
        "- {name: Mira Tolland (mayor), aliases: [Mira Tolland], articles: [a]}\n"
        "- {name: Mira Tolland (judge), aliases: [Mira Tolland], articles: [b]}\n",
        "- {name: Mira Tolland (mayor), aliases: [Mira Tolland], articles: [a]}\n"
        "- {name: Mira Tolland, aliases: [M. Tolland]}\n",
        "- {name: Mira Tolland, aliases: [M. Tolland], articles: [a]}\n"
        "- {name: Mira Tolland, aliases: [Mrs. Tolland], articles: [b]}\n",
        "- {name: Mira Tolland, aliases: [Mira Tolland, M. Tolland, M. Tolland], articles: [a, a]}\n",
    ],
    ids=["other articles", "some articles and all", "one person in two entries", "twice in one entry"],
)
def test_one_name_may_stand_in_several_entries(people: str) -> None:
    assert parse_settings(f"people:\n{people}").people


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
        ("site:\n  navigation: [articles, serch]\n", 2, "did you mean “search”?"),
        ("site:\n  navigation: articles\n", 2, "expected a list of pages"),
        ("site:\n  navigation: []\n", 2, "expected a list of pages"),
        ("site:\n  navigation: [[articles]]\n", 2, "expected names of pages"),
        ("site:\n  navigation: [articles, articles]\n", 2, "stands in it twice"),
        ("site:\n  navigation:\n    - articles\n    - {name: Imprint}\n", 4, "needs a name and a url"),
        ("site:\n  navigation:\n    - {name: A,\n       url: 'javascript:x'}\n", 4, "no file of this site"),
        ("site:\n  navigation:\n    - {name: A,\n       url: ../x.html}\n", 4, "no file of this site"),
        ("site:\n  navigation:\n    - {name: A,\n       urls: x}\n", 4, "did you mean “url”?"),
        ("site:\n  accent: red\n", 2, "not a colour of the form #rrggbb"),
        ("site:\n  accent: #1d5c8a\n", 2, "#1d5c8a is a comment without quotes"),
        ("site:\n  accent: '#1d5'\n", 2, "not a colour of the form #rrggbb"),
        ("site:\n  contact: the desk\n", 2, "“the desk” is no address"),
        ("site:\n  contact: javascript:alert(1)\n", 2, "is no address"),
        ("site:\n  contact: a@b?bcc=c\n", 2, "is no address"),
        ("site:\n  robots: none\n", 2, "did you mean “noindex”?"),
        ("key_phrases:\n  count: ten\n", 2, "from 0 to 100"),
        ("key_phrases:\n  max_words: 9\n", 2, "from 1 to 5"),
        ("key_phrases:\n  engine: yake-rost\n", 2, "yake-rust"),
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
        ("quotations:\n  evidence: shure\n", 2, "did you mean “sure”?"),
        ("quotations:\n  evidence: 3\n", 2, "known here: sure, likely, any"),
        ("quotations:\n  indirect: maybe\n", 2, "write true or false"),
        ("quotations:\n  indirekt: true\n", 2, "did you mean “indirect”?"),
        ("inputs: {colums: {}}\n", 1, "did you mean “columns”?"),
        ("inputs:\n  columns:\n    txet: body\n", 3, "did you mean “text”?"),
        ("inputs:\n  columns: body\n", 2, "expected settings below it"),
        ("inputs:\n  columns:\n    text: [a, [b]]\n", 3, "expected the name of a column"),
        ("inputs:\n  columns:\n    text: []\n", 3, "expected the name of a column"),
        ("inputs:\n  columns:\n    text: {a: b}\n", 3, "expected the name of a column"),
        ("inputs:\n  files: wire.csv\n", 2, "expected a list of entries"),
        ("inputs:\n  files:\n    - wire.csv\n", 2, "expected a list of entries"),
        ("inputs:\n  files:\n    - {columns: {text: a}}\n", 3, "a path below the seeds folder"),
        ("inputs:\n  files:\n    - {file: /wire.csv}\n", 3, "a path below the seeds folder"),
        ("inputs:\n  files:\n    - {file: a.csv,\n       column: {}}\n", 4, "did you mean “columns”?"),
        ("inputs:\n  files:\n    - {file: a.csv,\n       columns: {txt: a}}\n", 4, "did you mean “text”?"),
        ("people: Mira\n", 1, "expected a list of entries"),
        ("people: {name: Mira}\n", 1, "expected a list of entries"),
        ("people:\n  - Mira Tolland\n", 1, "“Mira Tolland” is no entry"),
        ("people:\n  - [Mira Tolland]\n", 1, "expected a list of entries"),
        ("people:\n  - {name: M}\n  - {name: N, alias: [O]}\n", 3, "did you mean “aliases”?"),
        ("people:\n  - {name: M}\n  - {aliases: [O]}\n", 3, "without a name"),
        ("people:\n  - {name: ' '}\n", 2, "without a name"),
        ("people:\n  - {name: [M]}\n", 2, "one line of text"),
        ("people:\n  - {name: M,\n     aliases: N}\n", 3, "write it as aliases: [one, another]"),
        ("people:\n  - {name: M,\n     aliases: [[N]]}\n", 3, "each of one line"),
        ("people:\n  - {name: M,\n     aliases: [' ']}\n", 3, "each of one line"),
        ("people:\n  - {name: M,\n     articles: [The Dam]}\n", 3, "write “the-dam”"),
        ("people:\n- {name: M, aliases: [P]}\n- {name: N,\n   aliases: [P]}\n", 4, "“P” is claimed twice"),
        ("people:\n- {name: M, aliases: [P]}\n- {name: P}\n", 3, "for every article (see line 2"),
        ("people:\n- {name: M}\n- {name: M}\n", 3, "“M” is claimed twice"),
        (
            "people:\n- {name: M, aliases: [P], articles: [a, b]}\n- {name: P, articles: [b]}\n",
            3,
            "for the article b",
        ),
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
    others = (
        "site: {title: Other}\npages: {articles_per_page: 3}\nfolders: {content: texts}\n"
        "people: [{name: Mira Tolland}]\ninputs: {columns: {text: body}}\n"
    )
    assert parse_settings(others).for_digests() == default
    assert parse_settings("folders: {seeds: in/raw}\n").for_digests() != default
    assert parse_settings("site: {language: fr}\n").for_digests() != default
    assert parse_settings("key_phrases: {count: 3}\n").for_digests() != default
    assert parse_settings("quotations: {evidence: any}\n").for_digests() != default
    assert parse_settings("quotations: {indirect: true}\n").for_digests() != default


def test_a_colour_in_a_comment_behind_null_is_a_comment() -> None:
    assert parse_settings("site:\n  accent: null  # such as '#1d5c8a', or #8a2b1d\n").site.accent is None
