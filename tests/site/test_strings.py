"""The words of the interface: all in files, in every language alike, and right wherever they are used."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel import Locale
from jinja2 import Environment, nodes

import sitegen
from sitegen import accuracy, dates
from sitegen.config import Settings, SiteSettings
from sitegen.date_words import ENGLISH as DATE_WORDS
from sitegen.errors import SitegenError
from sitegen.site import feeds, pages
from sitegen.site.catalogue import gather
from sitegen.site.pages import wording
from sitegen.site.strings import Strings, StringsFile, strings
from sitegen.site.theme import Theme, default_templates, open_theme
from tests.site.interface import ENGLISH, GERMAN
from tests.site.reading import Document, read
from tests.site.timelines import dam
from tests.site.velmora import corpus, many, namesakes
from tests.test_dates import WORDS

LANGUAGES = sorted(path.stem for path in (default_templates() / "strings").glob("*.yml"))
PROSE = default_templates() / "method"
TEMPLATES = sorted(default_templates().rglob("*.html"))
JINJA = Environment(autoescape=True)
A_KEY = re.compile(r"(?P<section>[a-z_]+)\.[a-z0-9_]+")


def site(theme: Theme, language: str) -> dict[str, Document]:
    """Every page of a site whose interface is in a language."""
    config = Settings(site=SiteSettings(title="Ostrin Digests", description="Fiction.", language=language))
    found = gather(
        [*corpus(), *many(25), *namesakes(), *dam()], config, wording.apart(theme.strings(language))
    )
    return {page.path: read(page.body) for page in pages.render(found, config, theme)}


# The files


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_language_has_every_text_with_its_places_and_its_forms_of_number(language: str) -> None:
    other, known = open_theme(None).strings(language), Locale.parse(language)
    assert other.language == language
    for key, text in other.texts.items():
        english = ENGLISH.texts[key]
        assert text.language == language, f"{key} is missing in {language}.yml"
        assert text.places == english.places, key
        assert ("" in text.forms) == ("" in english.forms), key
        if "" not in text.forms:
            nth = next(iter(text.forms)).startswith("nth_")
            tags = (known.ordinal_form if nth else known.plural_form).tags | {"other"}
            assert text.forms.keys() == {f"nth_{tag}" if nth else tag for tag in tags}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_say_something_and_facets_differ(language: str) -> None:
    t = open_theme(None).strings(language)
    for key, text in t.texts.items():
        assert all(words.pieces for words in text.forms.values()), key
    facets = [t.plain(f"facets.{name}") for name in ("speaker", "phrase", "section", "publisher", "year")]
    assert len(set(facets)) == 5
    assert not re.search(r"[\[\]:,]", "".join(facets))


def of_templates() -> Iterator[tuple[str, nodes.Template]]:
    for path in TEMPLATES:
        yield path.name, JINJA.parse(path.read_text(encoding="utf-8"))


def said() -> Iterator[tuple[str, str]]:
    """Every string that stands alone in a template's expression or in the code, and where."""
    for name, template in of_templates():
        yield from (
            (name, each.value) for each in template.find_all(nodes.Const) if isinstance(each.value, str)
        )
    package = Path(sitegen.__file__).parent
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path.name, node.value


def test_every_text_is_used_and_every_text_used_exists() -> None:
    sections = {key.partition(".")[0] for key in ENGLISH.texts}
    used = {f"dates.{key}" for key in DATE_WORDS}
    for where, string in said():
        match = A_KEY.fullmatch(string)
        if (
            match
            and match["section"] in sections
            and not string.endswith((".html", ".json", ".yml", ".text"))
        ):
            assert string in ENGLISH.texts, f"{where} asks for “{string}”"
            used.add(string)
    assert ENGLISH.texts.keys() - used == set()


def calls(template: nodes.Template) -> Iterator[tuple[nodes.Call, bool]]:
    """The calls of ``t`` in a template; True: for plain text."""
    for call in template.find_all(nodes.Call):
        plain = isinstance(call.node, nodes.Getattr) and call.node.attr == "plain"
        called = call.node.node if isinstance(call.node, nodes.Getattr) and plain else call.node
        if isinstance(called, nodes.Name) and called.name == "t":
            yield call, plain


def test_every_call_in_a_template_fills_the_places_of_its_text() -> None:
    checked = 0
    for name, template in of_templates():
        for call, plain in calls(template):
            if not isinstance(call.args[0], nodes.Const) or call.dyn_kwargs is not None:
                continue
            key = call.args[0].value
            text = ENGLISH.texts[key]
            given = {each.key for each in call.kwargs}
            needed = text.places | (set() if "" in text.forms else {"n"})
            assert given == needed, f"{name}: {key}"
            assert not (plain and text.has_markup), f"{name}: {key}"
            checked += 1
    assert checked > 100


READ_ALOUD = ("aria-label", "aria-description", "title", "alt", "placeholder", "label")


class _Words(HTMLParser):
    """The words a template says by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in READ_ALOUD:
                self.handle_data(value or "")

    def handle_data(self, data: str) -> None:
        words = re.findall(r"[^\W\d_]+", re.sub(r"\{\{.*?\}\}", "", data))
        self.found += [word for word in words if word.strip("x")]


INSIDE_A_TAG = re.compile(
    r"{% block (kind|og_type|main|policy) %}.*?{% endblock %}|{% macro in_source\(.*?{% endmacro %}",
    re.DOTALL,
)
"""Blocks and macros that make a part of a tag."""


def own_words(template: str) -> list[str]:
    """Of a template the words outside of tags and expressions, and in attributes that are read aloud."""
    template = INSIDE_A_TAG.sub("", template).replace('<script type="text/pagefind-template">', "<div>")
    stand_in = {"data": None, "variable_end": "x", "block_end": " "}
    said = ""
    for _, kind, text in JINJA.lexer.tokeniter(template, None):
        if kind in stand_in:
            said += text if kind == "data" else stand_in[kind] or ""
    reader = _Words()
    reader.feed(said)
    reader.close()
    return reader.found


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ('<p class="a"{% if b %} id="c"{% endif %}>{{ d }} of {# e #}</p>', ["of"]),
        ('<a href="f" aria-label="Go {{ g }}">&nbsp;¶ 3</a>', ["Go"]),
        ("<{{ h }} class=\"i\">{{ t('j.k') }}</{{ h }}>", []),
        ("<p>{% raw %}{{#if l}} m{{/if}}{% endraw %}", ["m"]),
    ],
)
def test_bare_words_are_found_in_a_template(template: str, words: list[str]) -> None:
    assert own_words(template) == words


@pytest.mark.parametrize(
    "path", [path for path in TEMPLATES if path.parent != PROSE], ids=lambda path: path.name
)
def test_no_template_holds_words_of_its_own(path: Path) -> None:
    assert own_words(path.read_text(encoding="utf-8")) == []


def test_the_prose_of_the_method_page_has_the_same_places_in_every_language() -> None:
    ids = [re.findall(r' id="([^"]+)"', path.read_text(encoding="utf-8")) for path in PROSE.glob("*.html")]
    assert len(ids) == len(LANGUAGES)
    assert all(each == ids[0] for each in ids)
    german = (PROSE / "de.html").read_text(encoding="utf-8")
    for measure in accuracy.SPEAKING + accuracy.DATING:
        assert f'"{measure.what}":' in german


# Dates


@pytest.mark.parametrize(("value", "expected"), WORDS.items())
def test_the_english_interface_says_dates_as_content_files_do(value: str, expected: str) -> None:
    assert wording.date_words(ENGLISH, value) == expected == dates.words(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-11-16", "16. November 2023"),
        ("XXXX-10-07", "7. Oktober, Jahr nicht angegeben"),
        ("XX82-10", "Oktober ’82, Jahrhundert nicht angegeben"),
        ("199X", "1990er Jahre"),
        ("20XX", "21. Jahrhundert"),
        ("2009-Q3", "drittes Quartal 2009"),
        ("2009-WI", "Winter 2009"),
        ("1998-08-07T10:35:20Z", "7. August 1998, 10:35 Uhr UTC"),
        ("1998-08-07TNI", "7. August 1998, nachts"),
        ("P1D", "1 Tag"),
        ("P2.5Y", "2,5 Jahre"),
        ("PT5H30M", "5 Stunden 30 Minuten"),
        ("XXXX-WXX-4", "jeden Donnerstag"),
        (None, "nicht datiert"),
    ],
)
def test_dates_are_said_in_german(value: str | None, expected: str) -> None:
    assert wording.date_words(GERMAN, value) == expected


# A text


def test_numbers_are_written_and_counted_as_the_language_does() -> None:
    assert ENGLISH("count.articles", n=1) == "1 article"
    assert ENGLISH("count.articles", n=2400) == "2,400 articles"
    assert GERMAN("count.in_articles", n=1) == "in 1 Artikel"
    assert GERMAN("count.in_articles", n=2400) == "in 2.400 Artikeln"
    polish = (
        "count: {articles: {one: artykuł, few: '{n} artykuły', many: '{n} artykułów', other: '{n} artykułu'}}"
    )
    t = made(("pl", polish), base=True)
    assert [str(t("count.articles", n=n)) for n in (1, 3, 12)] == ["artykuł", "3 artykuły", "12 artykułów"]


HOSTILE = "<script>alert(1)</script> & \"'"


def test_what_fills_a_place_is_escaped_and_what_the_text_says_is_not() -> None:
    assert "<script>" not in ENGLISH("phrase.title", phrase=HOSTILE)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &#34;&#39;" in ENGLISH("phrase.title", phrase=HOSTILE)
    assert "<code>&lt;script&gt;" in ENGLISH("article.item", item=HOSTILE)
    assert ENGLISH.plain("phrase.title", phrase=HOSTILE) == f"Key phrase: {HOSTILE}"


def test_an_english_interface_needs_no_tables_of_languages() -> None:
    code = (
        "import sys; from sitegen.site.theme import open_theme; from sitegen.site.pages import wording;"
        "t = open_theme(None).strings('en-GB'); t('count.articles', n=2400); t.number(3);"
        "wording.date_words(t, '20XX'); w = wording.Wording(t=t, language='en-GB');"
        "w.lang(), w.page_direction, w.is_english('en'); print('babel' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


# What can be wrong


def made(*own: tuple[str, str], base: bool = False) -> Strings:
    """Strings of files given as language and text, behind the default ones if ``base``; the last one's."""
    files = [
        StringsFile(language=name, path=f"templates/strings/{name}.yml", body=text.encode())
        for name, text in own
    ]
    return strings([*(open_theme(None).words if base else ()), *files], own[-1][0])


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("nav:\n  skip: Go\n  serch: Find", 3, "unknown text “nav.serch” (did you mean “nav.search”?)"),
        ("nav:\n  skip: Go to {place}", 2, "nothing fills the place “{place}” (known here: none)"),
        ("pager:\n  page: page {numer}", 2, "nothing fills the place “{numer}” (known here: number)"),
        ("pager:\n  page: page {number:,}", 2, "no place"),
        ("pager:\n  page: page {number", 2, "expected '}'"),
        ("pager:\n  page: page {0}", 2, "no place"),
        ("count:\n  times:\n    one: once\n    more: often", 4, "“more” is no form of a text that counts"),
        ("count:\n  times: {one: once}", 2, "the form “other” is missing"),
        ("nav:\n  skip: {other: Go}", 2, "this text does not count"),
        ("nav:\n  skip: [a, b]", 2, "expected a text"),
        ("nav:\n  skip:", 2, "expected a text"),
        ("nav: Go", 1, "expected keys and texts below it"),
        ("nav:\n  skip: a\n  skip: b", 3, "given twice"),
        ("nav:\n  skip: &a b", 2, "anchors"),
    ],
)
def test_a_mistake_in_a_file_of_strings_names_its_file_and_line(text: str, line: int, says: str) -> None:
    with pytest.raises(SitegenError) as raised:
        made(("en", text), base=True)
    assert (raised.value.path, raised.value.line) == ("templates/strings/en.yml", line)
    assert says in str(raised.value)
    assert raised.value.hint


def test_a_file_of_strings_that_is_not_utf8_is_refused_with_its_line() -> None:
    file = StringsFile(language="en", path="templates/strings/en.yml", body=b"nav:\n  skip: \xff")
    with pytest.raises(SitegenError, match=r"^templates/strings/en\.yml:2: is not UTF-8"):
        strings([file], "en")


def test_a_text_that_is_missing_is_named_with_the_one_that_was_probably_meant() -> None:
    with pytest.raises(SitegenError) as raised:
        ENGLISH("article.quotation")
    assert raised.value.path == "sitegen/templates/strings/en.yml"
    assert "there is no text “article.quotation” (did you mean “article.quotations”?)" in str(raised.value)


def test_a_place_that_nothing_fills_is_named_with_its_file_and_line() -> None:
    t = made(("en", "a:\n  b: of {c}\n  d: {one: x, other: y}\n  e: <b>f</b>"))
    with pytest.raises(
        SitegenError, match=r"^templates/strings/en\.yml:2: a\.b: has a place “\{c\}” that nothing"
    ):
        t("a.b", x=1)
    with pytest.raises(
        SitegenError, match=r"^templates/strings/en\.yml:3: a\.d: counts, and was not given a number"
    ):
        t("a.d", n="3")
    with pytest.raises(SitegenError, match=r"^templates/strings/en\.yml:4: a\.e: holds markup"):
        t.plain("a.e")


def test_a_misspelt_text_in_a_projects_template_stops_the_build_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text("{{ t('nav.serch') }}")
    theme = open_theme(tmp_path)
    with pytest.raises(SitegenError, match=r"there is no text “nav\.serch”"):
        theme.render("404.html", t=theme.strings("en"))


# A project's own, and other languages


def test_a_projects_file_may_override_a_single_text(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings/en.yml").write_text("nav:\n  speakers: Voices\nours:\n  more: Our own\n")
    theme = open_theme(tmp_path)
    t = theme.strings("en-GB")
    assert (t("nav.speakers"), t("nav.phrases"), t("ours.more")) == ("Voices", "Key phrases", "Our own")
    assert theme.strings("de")("nav.speakers") == "Zitierte", "an English text stays behind the German ones"
    assert theme.fingerprint != open_theme(None).fingerprint
    assert "Voices" in site(theme, "en")["index.html"].text


def test_a_project_may_add_a_language_a_text_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings/fa.yml").write_text("nav:\n  skip: رفتن به متن\n", encoding="utf-8")
    home = site(open_theme(tmp_path), "fa")["index.html"]
    assert home.all("html") == [{"lang": "fa", "dir": "rtl"}]
    assert "رفتن به متن" in home.text
    assert "Newest first" in home.text


def test_the_language_that_fits_best_is_taken() -> None:
    own = (("pt-BR", "nav:\n  skip: Pular"), ("pt", "nav:\n  skip: Saltar"))
    assert made(*own, base=True)("nav.skip") == "Saltar"
    assert made(*reversed(own), base=True)("nav.skip") == "Pular"
    assert made(own[0], ("pt-PT", "nav:\n  search: Procura"), base=True).language == "pt-PT"
    assert open_theme(None).strings("de-AT").language == "de"
    assert open_theme(None).strings("cy").language == "en"


def test_an_interface_in_another_language_than_the_site_says_so(theme: Theme) -> None:
    welsh = site(theme, "cy")
    home, method = welsh["index.html"], welsh["method.html"]
    assert home.all("html") == [{"lang": "en"}]
    assert home.all("h1") == [{"id": "opening", "lang": "cy", "dir": "auto"}], (
        "what the settings say is Welsh"
    )
    [title] = welsh["articles/item-003.html"].all("h1")
    assert title["lang"] == "cy", "an article of no stated language is in that of the site"
    assert "lang" not in method.all("main")[0]


def test_the_words_of_the_source_bear_no_language_where_the_page_has_it(theme: Theme) -> None:
    [title] = site(theme, "de-AT")["articles/item-003.html"].all("h1")
    assert "lang" not in title
    assert site(theme, "de-AT")["index.html"].all("html") == [{"lang": "de-AT"}]


def test_where_the_prose_of_the_method_page_is_in_another_language_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "strings/cy.yml").write_text("nav:\n  method: Dull\n")
    [body] = [
        each
        for each in site(open_theme(tmp_path), "cy")["method.html"].all("div")
        if each.get("class") == "body"
    ]
    assert body["lang"] == "en"


def test_a_german_site_says_nothing_in_english(theme: Theme) -> None:
    tree = site(theme, "de")
    english = [
        "".join(run for run, _ in words.pieces)
        for key, text in ENGLISH.texts.items()
        for words in text.forms.values()
        if not text.has_markup and not key.startswith("dates.quarter")  # of which the articles speak
    ]
    phrases = [
        text.strip(" ,;:.") for text in english if text.strip().count(" ") and not text.startswith((",", ";"))
    ]
    phrases = [text for text in phrases if "  " not in text and " " in text and len(text) > 6]
    assert len(phrases) > 80
    for path, document in tree.items():
        assert document.all("html") == [{"lang": "de"}], path
        labels = " ".join(each["aria-label"] for _, each in document.elements if "aria-label" in each)
        shown = document.text + labels
        assert [text for text in phrases if text in shown] == [], path
    assert "Zitate nach Zitierten" in tree["articles/harbour-bridge.html"].text
    assert "28. Februar 2024" in tree["articles/harbour-bridge.html"].text
    assert "Zeitleiste" in tree["timeline/index.html"].text
    assert "Wie oft das stimmt" in tree["method.html"].text


def test_the_sitemap_is_the_same_whatever_the_interface_says() -> None:
    config = Settings(site=SiteSettings(base_url="https://velmora.example/", language="de"))
    found = gather(corpus(), config)
    one, other = ({p.path: p.body for p in feeds.render(found, config, t)} for t in (ENGLISH, GERMAN))
    assert one["sitemap.xml"] == other["sitemap.xml"]
