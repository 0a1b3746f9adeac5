"""Words of an article carry its language and direction on every page; the page's own words never do."""

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen import config, digest
from sitegen.config import Settings
from sitegen.content_file import digest_markdown
from sitegen.intake import parse_seed
from sitegen.model import (
    Digest,
    Event,
    Excerpt,
    Facts,
    Quotation,
    QuotationKind,
    Span,
    SpeakerHow,
    TimeExpression,
    TimexHow,
    TimexType,
)
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.pages.source_marks import source_marks
from sitegen.site.theme import Theme
from tests.site.reading import read

ROOT = Path(__file__).parents[2]
_VOID = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
_ARABIC = re.compile("[\u0600-\u06ff]")
_A_SENTENCE = 5
"""Words: fewer may stand in an English article, too."""


@pytest.fixture(scope="module")
def demo() -> Mapping[str, Digest]:
    """The demo's digests, as committed."""
    files = sorted((ROOT / "content").glob("*.md"))
    return {
        file.stem: digest_markdown.parse(file.read_text(encoding="utf-8"), path=file.name, slug=file.stem)
        for file in files
    }


@pytest.fixture(scope="module")
def built(demo: Mapping[str, Digest], theme: Theme) -> Mapping[str, bytes]:
    settings = Settings(site=config.SiteSettings(title="sitegen demo", notice="Fiction, all of it."))
    return {
        page.path: page.body for page in pages.render(gather(list(demo.values()), settings), settings, theme)
    }


def text_nodes(body: bytes) -> Iterator[tuple[str, str, str]]:
    """The text of each node below ``body``, with the language and direction that hold there.

    A citation is left out: its pieces carry a direction of their own, but no language.
    """
    found: list[tuple[str, str, str]] = []
    open_elements: list[tuple[str, str, str]] = [("", "", "ltr")]

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            if tag in _VOID:
                return
            stated = dict(attrs)
            _, lang, direction = open_elements[-1]
            own = "auto" if tag == "bdi" else direction
            named = "cited" if stated.get("class") == "text" else tag
            open_elements.append((named, stated.get("lang") or lang, stated.get("dir") or own))

        def handle_endtag(self, tag: str) -> None:
            if tag in _VOID:
                return
            while open_elements.pop()[0] not in {tag, "cited"}:
                pass

        def handle_data(self, data: str) -> None:
            tags = [tag for tag, _, _ in open_elements]
            if data.strip() and "body" in tags and not {"script", "cited"} & set(tags):
                found.append((data.strip(), *open_elements[-1][1:]))

    reader = Reader(convert_charrefs=True)
    reader.feed(body.decode("utf-8"))
    reader.close()
    yield from found


def words_of(made: Digest) -> str:
    """Everything that the digest has from its article."""
    events = (excerpt for event in made.timeline for excerpt in (event.when.words, event.sentence))
    excerpts: tuple[Excerpt, ...] = (*made.lead, *made.context, *made.terms, *events)
    facts = (made.title, made.facts.publisher, made.facts.byline, *made.facts.sections, *made.facts.credits)
    quoted = (each.words.text for each in made.quotations)
    phrases = (each.phrase for each in made.key_phrases)
    return " ".join(" ".join((*(e.text for e in excerpts), *quoted, *phrases, *filter(None, facts))).split())


def test_every_arabic_word_of_the_demo_is_marked_as_arabic_and_runs_from_the_right(
    built: Mapping[str, bytes],
) -> None:
    seen = set()
    for path, body in built.items():
        for text, lang, direction in text_nodes(body):
            if len(text) > 1 and _ARABIC.search(text):  # a letter alone is the index's
                assert lang == "ar", (path, text)
                assert direction in {"rtl", "auto"}, (path, text)
                seen.add(path)
    assert {"index.html", "articles/karsa-file-released-ar.html", "phrases/index.html"} < seen
    assert any(path.startswith("timeline/") for path in seen)


def test_whole_sentences_of_the_german_article_are_marked_as_german(
    built: Mapping[str, bytes], demo: Mapping[str, Digest]
) -> None:
    source = words_of(demo["ilvane-testifies-de"])
    marked = 0
    for path, body in built.items():
        for text, lang, _ in text_nodes(body):
            plain = " ".join(text.split())
            if len(plain.split()) >= _A_SENTENCE and plain in source:
                assert lang == "de", (path, text)
                marked += 1
    assert marked > 20


@pytest.mark.parametrize(("slug", "lang"), [("karsa-file-released-ar", "ar"), ("ilvane-testifies-de", "de")])
def test_no_word_of_the_page_is_said_in_the_article_s_language(
    built: Mapping[str, bytes], demo: Mapping[str, Digest], slug: str, lang: str
) -> None:
    source = re.sub("[„“«»”…]", "", words_of(demo[slug]))
    for path, body in built.items():
        if path.startswith("method"):
            continue  # its examples are nobody's
        for text, here, _ in text_nodes(body):
            plain = " ".join(re.sub("[„“«»”…]", "", text).split())
            if here == lang:
                assert plain in source, (path, text)


@pytest.mark.parametrize(
    ("slug", "shown"),
    [
        ("karsa-file-released-ar", {"«»", "“”"}),
        ("ilvane-testifies-de", {"„“"}),
        ("okell-interview", {"“”"}),
    ],
)
def test_quotations_stand_between_the_marks_of_their_source(
    built: Mapping[str, bytes], slug: str, shown: set[str]
) -> None:
    body = built[f"articles/{slug}.html"].decode("utf-8")
    opening = re.findall(r'<span class="open">([^<]*)</span>', body)
    closing = re.findall(r'<span class="close[^"]*">([^<]*)</span>', body)
    assert {"".join(pair) for pair in zip(opening, closing, strict=True)} == shown


def test_terms_stand_between_the_marks_of_their_source_too(built: Mapping[str, bytes]) -> None:
    assert "„späten Anfang“" in read(built["articles/ilvane-testifies-de.html"]).text
    assert "«المجلد الأصفر»" in read(built["articles/karsa-file-released-ar.html"]).text


def made(text: str, language: str, title: str = "X") -> Digest:
    facts = Facts(language=language, title=title, publisher="Reuters", published="2031-04-01")
    return digest.make(parse_seed(text.encode(), file="seeds/a.txt", facts=facts), Settings())


@pytest.mark.parametrize(
    ("language", "text", "pair"),
    [
        ("de", "Sie sagte: »Das Tor hält keinen Winter mehr.« Dann ging sie.", ("»", "«")),
        ("fr", "Elle a dit : « La porte ne tiendra pas l’hiver. » Puis elle est partie.", ("« ", " »")),
        ("ja", "彼女は「門はもう一冬もたない。」と述べた。", ("「", "」")),
        ("en", 'She said: "The gate will not last." Then she left.', ("“", "”")),
    ],
)
def test_marks_are_those_beside_the_words(language: str, text: str, pair: tuple[str, str]) -> None:
    one = made(text, language)
    assert source_marks(one).around(one.quotations[0].words) == pair


def test_a_line_in_arabic_that_begins_with_a_latin_name_runs_from_the_right(theme: Theme) -> None:
    text = "Reuters نقلت الخبر يوم الثلاثاء. وقالت أوكل: «Reuters لم تسألني عن الملف قبل النشر»."
    settings = Settings()
    site = gather([made(text, "ar", "Reuters تنقل الخبر")], settings)
    found = {page.path: page.body for page in pages.render(site, settings, theme)}
    for path in ("articles/a.html", "index.html"):
        latin = [
            direction
            for word, lang, direction in text_nodes(found[path])
            if word.startswith("Reuters ") and lang == "ar"
        ]
        assert latin
        assert set(latin) == {"rtl"}, path


def test_marks_are_found_in_a_sentence_as_long_as_a_book_in_no_time() -> None:
    """Ten thousand quotations in one sentence, and as many dates: the time may not grow with their square."""
    text = "".join(f"„Wort {number:05d}“ am 3. Mai, " for number in range(10_000))
    sentence = Excerpt(text=text, span=Span(start=0, end=len(text)))
    words = [Span(start=match.start(), end=match.end()) for match in re.finditer(r"Wort \d{5}", text)]
    quoted = tuple(
        Quotation(
            words=Excerpt(text=span.of(text), span=span),
            kind=QuotationKind.DIRECT,
            speaker=None,
            how=SpeakerHow.NONE,
        )
        for span in words
    )
    day = TimeExpression(
        words=Excerpt(text="3. Mai"), type=TimexType.DATE, value="XXXX-05-03", how=TimexHow.STATED
    )
    digest = Digest(
        slug="long",
        title="Lang",
        facts=Facts(language="de"),
        quotations=quoted,
        timeline=(Event(when=day, sentence=sentence),) * len(words),
    )
    assert source_marks(digest).usual == ("„", "“")
