"""The setting ``source_text: full``: every character of the body once, in order, whatever is marked in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sitegen.config import Settings, SiteSettings
from sitegen.digest import make
from sitegen.intake import parse_seed
from sitegen.model import (
    Digest,
    Excerpt,
    Facts,
    KeyPhrase,
    Quotation,
    QuotationKind,
    SourceText,
    Span,
    Speaker,
    SpeakerHow,
)
from sitegen.proof import Proof, Standing, compare
from sitegen.site import pages
from sitegen.site.catalogue import gather
from sitegen.site.characters import shown
from sitegen.site.pages.article import article_view
from sitegen.site.sources import FullText, Sources
from sitegen.site.theme import Theme
from tests.site.interface import ENGLISH
from tests.site.reading import read, target

FULL = Settings(site=SiteSettings(source_text=SourceText.FULL))

SEED = """Ostrin opens its harbour bridge

“It stands,” said Yusra Okell, the mayor of Ostrin, on 6 October 2031. “It will stand.

“And on 7 October it will stand again.”

Nobody on the quay & in the <b>ferry</b> said a word, and the harbour bridge stood.
"""


def built(theme: Theme, digest: Digest, text: FullText, proof: Proof | None = None) -> Mapping[str, bytes]:
    sources = Sources(
        proofs={digest.slug: proof or Proof(standing=Standing.COMPARED)},
        text_of={digest.slug: text}.get,
    )
    site = gather([digest], FULL, sources=sources)
    return {page.path: page.body for page in pages.render(site, FULL, theme)}


def paragraphs(body: bytes) -> list[str]:
    """The paragraphs of the whole text on a page, with every character they have."""
    found: list[str] = []

    class Reader(HTMLParser):
        inside, open = False, False

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.inside |= tag == "ol" and ("class", "whole") in attrs
            self.open = self.inside and (tag == "p" or self.open)
            if self.inside and tag == "p":
                found.append("")

        def handle_endtag(self, tag: str) -> None:
            self.open &= tag != "p"
            self.inside &= tag != "ol"

        def handle_data(self, data: str) -> None:
            if self.open:
                found[-1] += data

    reader = Reader(convert_charrefs=True)
    reader.feed(body.decode())
    reader.close()
    return found


def story() -> tuple[Digest, FullText]:
    article = parse_seed(SEED.encode(), file="seeds/bridge.txt", facts=Facts())
    return make(article, Settings()), FullText(text=article.text, paragraphs=article.paragraphs)


def test_the_page_has_the_whole_body_and_not_the_headline_twice(theme: Theme) -> None:
    digest, text = story()
    body = built(theme, digest, text)["articles/bridge.html"]
    assert paragraphs(body) == SEED.strip().split("\n\n")[1:]
    assert "The words in context" not in read(body).text


def test_altered_words_are_copied_and_cited_with_a_line_that_says_so(theme: Theme) -> None:
    digest, text = story()
    proof = Proof(standing=Standing.COMPARED, quotations=len(digest.quotations), altered=(1,))
    files = built(theme, digest, text, proof)
    said = "These words are not in the source in this form."
    for path in ("articles/bridge.html", "quotations/index.html"):
        copied = re.findall(r'data-copy="(—[^"]*)"', files[path].decode())
        assert [each.endswith(said) for each in copied] == [True] + [False] * (len(copied) - 1), path
        assert len(copied) == len(digest.quotations)
    assert files["articles/bridge.html"].count(f"<bdi>{said}</bdi>".encode()) == 1


def test_quotations_and_dates_are_linked_both_ways(theme: Theme) -> None:
    digest, text = story()
    body = built(theme, digest, text)["articles/bridge.html"].decode()
    for number, quotation in enumerate(digest.quotations, start=1):
        first = quotation.words.text.split("\n")[0]
        assert f'<a class="quoted" href="#q{number}"><mark id="w{number}">{first}'[:60] in body
        assert f'href="#w{number}"' in body
    when = digest.timeline[0].when.words.span
    assert when is not None
    place = f"{when.start}-{when.end}"
    assert (
        f'<a class="dated" href="#c{place}"><span class="when" id="t{place}">6 October 2031</span></a>'
        in body
    )
    assert f'href="#t{place}"' in body
    assert f'id="c{place}"' in body


def test_descriptions_and_key_phrases_are_marked(theme: Theme) -> None:
    digest, text = story()
    body = built(theme, digest, text)["articles/bridge.html"].decode()
    assert '<span class="as">the mayor of Ostrin</span>' in body
    assert '<span class="phrase">harbour bridge</span>' in body


def test_every_link_of_every_page_still_leads_to_an_id(theme: Theme) -> None:
    digest, text = story()
    tree = built(theme, digest, text)
    documents = {path: read(body) for path, body in tree.items() if path.endswith(".html")}
    for path, document in documents.items():
        assert len(document.ids) == len(set(document.ids)), path
        for link in document.links:
            where = target(path, link)
            if where and where[1] and where[0] in documents:
                assert where[1] in documents[where[0]].ids, f"{path} links to {link}"


def test_a_sentence_that_people_changed_is_shown_beside_the_whole_text(theme: Theme) -> None:
    digest, text = story()
    own = Excerpt(text="It was never so.", span=Span(start=9_000, end=9_016))
    body = built(theme, replace(digest, context=(*digest.context, own)), text)["articles/bridge.html"]
    assert "Sentences of the digest that are not in the text in this form: It was never so." in " ".join(
        read(body).text.split()
    )
    assert "c9000-9016" in read(body).ids


TEXT = st.text(
    st.one_of(st.sampled_from(" .\n\t&<>\"'“”{}%"), st.characters(exclude_categories=["Cs"])),
    min_size=1,
    max_size=120,
)
SPANS = st.lists(st.tuples(st.integers(0, 130), st.integers(1, 50)), max_size=5).map(
    lambda found: [Span(start=start, end=start + size) for start, size in found]
)


def excerpts(spans: Sequence[Span], text: str) -> tuple[Excerpt, ...]:
    return tuple(Excerpt(text=span.of(text) or "gone", span=span) for span in spans)


@given(TEXT, st.lists(st.integers(0, 120), max_size=6), SPANS, SPANS, SPANS, SPANS)
@example("ab\n\ncd", [0, 2, 4, 6], [Span(start=1, end=5)], [Span(start=0, end=5)], [Span(start=1, end=2)], [])
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_character_of_the_body_stands_on_the_page_once_and_in_order(  # noqa: PLR0917
    theme: Theme,
    text: str,
    borders: list[int],
    context: list[Span],
    quoted: list[Span],
    described: list[Span],
    phrases: list[Span],
) -> None:
    edges = sorted({min(border, len(text)) for border in borders})
    body = tuple(Span(start=a, end=b) for a, b in zip(edges[::2], edges[1::2], strict=False))
    digest = Digest(
        slug="a",
        title="A",
        facts=Facts(),
        quotations=tuple(
            Quotation(words=each, kind=QuotationKind.DIRECT, speaker="Okell", how=SpeakerHow.NAMED)
            for each in excerpts(quoted, text)
        ),
        speakers=(Speaker(name="Okell", descriptions=excerpts(described, text)),),
        key_phrases=(KeyPhrase(phrase="a", score=0.1, count=1, spans=tuple(phrases)),),
        context=excerpts(context, text),
    )
    page = built(theme, digest, FullText(text=text, paragraphs=body))["articles/a.html"]
    # HTML reads other line ends as line feeds; characters no page may hold are left out, as everywhere.
    wanted = [shown(span.of(text)) for span in body]
    assert paragraphs(page) == wanted
    ids = read(page).ids
    assert [each for each in ids if each.startswith(("w", "t"))] == sorted(
        {each for each in ids if each.startswith(("w", "t"))}, key=ids.index
    )


def test_a_page_without_its_text_has_the_sentences_and_says_why(theme: Theme) -> None:
    digest, _ = story()
    gone = Proof(standing=Standing.GONE)
    site = gather([digest], FULL, sources=Sources(proofs={digest.slug: gone}))
    body = next(page.body for page in pages.render(site, FULL, theme) if page.path == "articles/bridge.html")
    text = " ".join(read(body).text.split())
    assert "The words in context The whole text is not shown: the source file is not here." in text
    assert paragraphs(body) == []


def test_the_side_counts_what_stands_in_the_article() -> None:
    digest, text = story()
    view = article_view(ENGLISH, gather([digest], FULL), digest)
    counted = [*view.speakers, *([view.unnamed] if view.unnamed else [])]
    assert sum(each.count for each in counted) == len(digest.quotations)
    assert max(counted, key=lambda each: each.count).width == "100.0%"
    assert compare(digest, text.text).whole
