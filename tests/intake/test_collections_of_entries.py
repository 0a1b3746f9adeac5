"""RSS and Atom files: what an entry states, and what a damaged feed still gives."""

import socket
from pathlib import Path

import pytest
from collected import Collected, collect

from sitegen.errors import SitegenError
from sitegen.intake import fragments
from sitegen.intake.collections import Form
from sitegen.model import Facts

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Ostrin &amp; Karsa Courier</title><link>https://courier.example/</link>
<language>en-gb</language>
<item>
 <title>Fog &amp;amp; ferries</title>
 <link>https://courier.example/2031/fog?a=1&amp;b=2</link>
 <guid isPermaLink="false">courier-17</guid>
 <pubDate>Wed, 02 Apr 2031 23:30:00 -0500</pubDate>
 <dc:creator>Lene Marrow</dc:creator>
 <category>Harbour</category><category>Ostrin</category>
 <description>Fog again.</description>
 <content:encoded><![CDATA[<p>The fog stays.</p>
 <p>“I like it,” said <b>Mira Tolland</b>.</p>]]></content:encoded>
</item>
<item><guid>18</guid><title>Short</title><description>Only this: fish &amp;amp; chips.

And that.</description></item>
</channel></rss>
"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://agency.example/news/" xml:lang="en">
<title>Velmora Press Agency</title>
<entry><id>tag:agency.example,2031:1</id><title type="html">A &lt;i&gt;dam&lt;/i&gt;</title>
<link rel="alternate" href="dam.html"/><link rel="enclosure" href="dam.mp3"/>
<published>2031-04-02T23:30:00-05:00</published><updated>2031-04-04T00:10:00Z</updated>
<author><name>Yusra Okell</name></author><author><name>Corin Ashby</name></author>
<category term="w" label="Water"/>
<summary>In short.</summary>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The dam <em>holds</em>.</p></div></content>
</entry>
<entry><id>x-2</id><updated>2031-04-04T00:10:00Z</updated><content type="text">One &lt; two.</content></entry>
</feed>
"""


def test_an_entry_of_rss_states_its_facts() -> None:
    first, _ = collect(RSS, "seeds/courier.rss").items
    assert (first.name, first.line, first.form) == ("courier-17", 6, Form.FRAGMENT)
    assert first.facts == Facts(
        title="Fog & ferries",
        published="2031-04-02",
        publisher="The Ostrin & Karsa Courier",
        url="https://courier.example/2031/fog?a=1&b=2",
        byline="Lene Marrow",
        language="en-gb",
        sections=("Harbour", "Ostrin"),
    )


def test_an_entry_that_has_only_a_summary_says_so() -> None:
    _, short = collect(RSS, "seeds/courier.rss").items
    assert (short.form, short.raw.decode()) == (Form.TEXT, "Only this: fish & chips.\n\nAnd that.")
    assert short.facts.notice is not None
    assert "summary" in short.facts.notice


def test_an_entry_of_atom_states_its_facts_and_its_change_is_no_publication() -> None:
    first, second = collect(ATOM, "seeds/agency.atom").items
    assert first.facts == Facts(
        title="A dam",
        published="2031-04-02",
        modified="2031-04-04",
        publisher="Velmora Press Agency",
        url="https://agency.example/news/dam.html",
        byline="Yusra Okell, Corin Ashby",
        language="en",
        sections=("Water",),
    )
    assert (second.facts.published, second.facts.modified, second.facts.url) == (None, "2031-04-04", None)
    assert (second.form, second.raw) == (Form.TEXT, b"One < two.")


def test_the_date_of_an_rss_1_entry_is_that_of_publication() -> None:
    rdf = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>C</title></channel>
    <item rdf:about="https://c.example/1"><title>T</title><link>https://c.example/1</link>
    <dc:date>2031-04-02T01:00:00+02:00</dc:date><description>A.</description></item></rdf:RDF>"""
    (item,) = collect(rdf, "a.rdf").items
    assert (item.facts.published, item.facts.modified) == ("2031-04-02", None)


@pytest.mark.parametrize(
    ("element", "byline"),
    [
        ("<author>press@courier.example (Lene Marrow)</author>", "Lene Marrow"),
        ("<author>press@courier.example</author>", None),
        ("<dc:creator>Lene Marrow and Ansel Brod</dc:creator>", "Lene Marrow and Ansel Brod"),
    ],
)
def test_a_byline_is_the_author_s_name_without_the_mail_address(element: str, byline: str | None) -> None:
    feed = RSS.replace("<dc:creator>Lene Marrow</dc:creator>", element)
    assert collect(feed, "a.rss").items[0].facts.byline == byline


@pytest.mark.parametrize("stated", ["soon", "2031-02-30", "04/02/2031"])
def test_a_date_that_cannot_be_told_is_left_out_with_a_caution(stated: str) -> None:
    found = collect(RSS.replace("Wed, 02 Apr 2031 23:30:00 -0500", stated), "a.rss")
    assert found.items[0].facts.published is None
    (caution,) = found.cautions
    assert (caution.example, caution.line) == (stated, 6)


def test_an_entry_without_text_is_named_with_its_line() -> None:
    found = collect(RSS.replace("<channel>", "<channel><item><guid>0</guid><title>T</title></item>"), "a.rss")
    assert found.names == ["courier-17", "18"]
    assert found.errors == ["a.rss:4: entry 1: there is no text in it"]
    assert found.flaws[0].name == "0"


def test_a_feed_that_breaks_off_gives_its_whole_entries() -> None:
    found = collect(RSS[: RSS.index("chips")], "a.rss")
    assert found.names == ["courier-17"]
    (flaw,) = found.flaws
    assert (flaw.name, flaw.grave, "breaks off" in flaw.error.message) == (None, True, True)


def test_a_feed_with_a_stray_ampersand_is_read_with_a_warning() -> None:
    found = collect(RSS.replace("Fog again.", "Fog & rain."), "a.rss")
    assert found.names == ["courier-17", "18"]
    (flaw,) = found.flaws
    assert (flaw.grave, flaw.error.line) == (False, 13)


@pytest.mark.parametrize(
    "raw", [b"", b"\0\1\2", b"<html><body><p>Hello</p></body></html>", b"just words", b"<a/>"]
)
def test_what_is_no_feed_is_one_error(raw: bytes) -> None:
    found = collect(raw, "a.xml")
    assert not found.items
    assert [flaw.name for flaw in found.flaws] == [None]


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "windows-1252"])
def test_a_feed_is_read_in_the_encoding_it_declares(encoding: str) -> None:
    feed = RSS.replace("utf-8", encoding).replace("“I like it,”", "Sí é").encode(encoding)
    assert "Sí é" in collect(feed, "a.rss").items[0].raw.decode()


def test_nothing_is_fetched_and_no_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for something")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    (tmp_path / "secret").write_text("the secret")
    secret = (tmp_path / "secret").as_uri()
    head = (
        f'<!DOCTYPE rss SYSTEM "http://evil.example/a.dtd" [<!ENTITY x SYSTEM "{secret}">'
        '<!ENTITY y SYSTEM "http://evil.example/"><!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'
    )
    feed = RSS.replace("<rss ", f"{head}<rss ").replace("Fog again.", "F").replace("Only this", "&x;&y;&c;")
    found = collect(feed, "a.rss")
    assert found.names == ["courier-17", "18"]
    assert "secret" not in "".join(found.texts())
    assert collect("http://evil.example/feed.xml", "a.rss").errors


def test_a_tag_in_a_comment_makes_the_lines_unknown_and_not_wrong() -> None:
    found = collect(RSS.replace("<channel>", "<!-- <item> --><channel>"), "a.rss")
    assert [item.line for item in found.items] == [None, None]


def text_of(fragment: str) -> str:
    return fragments.read(fragment, file="a.rss").text


FRAGMENTS = {
    "paragraphs": ("<p>One\n two.</p>\n<p>Three.</p>", "One two.\n\nThree."),
    "one never closed": ("<p>One<p>Two", "One\n\nTwo"),
    "words beside blocks": ("One<ul><li>a</li><li>b</li></ul>two", "One\n\na\n\nb\n\ntwo"),
    "a break and two": ("One<br>two<br><br/>three", "One\n\ntwo\n\nthree"),
    "words behind the end of the page": (
        "<div><p>one</p></body></HTML >two<p>three</p></div>",
        "one\n\ntwo\n\nthree",
    ),
    "an end of the page in a comment": ("a<!-- </body></html> --><p>b</p>", "a\n\nb"),
    "quotation marks of its own": ("She said <q>no</q>.", "She said “no”."),
    "a formula": ("<math><mi>x</mi><mo>=</mo><mn>2</mn></math>", "x=2"),
    "control characters": ("a\vb\x01c", "a bc"),
    "words alone": ("fish &amp; chips", "fish & chips"),
    "a table": ("<table><tr><td>a</td><td>b</td></tr><tr><th>c</th></tr></table>", "a | b\n\nc"),
    "no-break space": ("a&nbsp;b", "a\u00a0b"),
    "a quotation": ("<blockquote>a<p>b</p></blockquote>c", "a\n\nb\n\nc"),
    "scripts and comments": ("a<script>x</script><style>y</style><!-- z -->b", "ab"),
    "words behind an element": ("a <b>b</b> c<sup>2</sup> d", "a b c2 d"),
    "a declaration": ('<?xml version="1.0" encoding="utf-16"?><p>a</p>', "a"),
    "an end too many": ("</div></p>a", "a"),
    "a whole page": ("<html><head><title>t</title></head><body><p>a</p></body></html>", "a"),
    "signs": ("1 &lt; 2 &amp;amp; “x”", "1 < 2 &amp; “x”"),
}


@pytest.mark.parametrize(("fragment", "text"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_a_fragment_of_html_gives_all_its_words(fragment: str, text: str) -> None:
    assert text_of(fragment) == text


def test_a_fragment_nested_so_deeply_that_words_would_be_lost_is_refused() -> None:
    assert text_of("<div>" * 1000 + "deep") == "deep"
    with pytest.raises(SitegenError, match="nested too deeply"):
        text_of("<div>" * 5000 + "deep")


def test_a_fragment_with_tens_of_thousands_of_attributes_is_refused() -> None:
    with pytest.raises(SitegenError, match="too many attributes") as caught:
        text_of(f"<p {' '.join(f'a{number}=1' for number in range(60_000))}>words")
    assert caught.value.path == "a.rss"


def test_two_megabytes_of_fragment_are_read_in_a_moment() -> None:
    assert len(fragments.read("<p>a<b>b</b></p><br><i>" * 100_000, file="a.rss").blocks) == 100_000


def test_found_items_keep_their_names_when_another_comes_first() -> None:
    before: Collected = collect(RSS, "a.rss")
    after = collect(
        RSS.replace("<item>", "<item><guid>0</guid><description>New.</description></item><item>", 1), "a.rss"
    )
    assert [(item.name, item.sha256) for item in after.items[1:]] == [
        (item.name, item.sha256) for item in before.items
    ]


@pytest.mark.parametrize("place", range(20, 37))
def test_a_declaration_with_any_damage_never_stops_the_program(place: int) -> None:
    raw = RSS.encode()
    found = collect(raw[:place] + b"\xff\0" + raw[place:], "a.rss")
    assert found.items or found.flaws
