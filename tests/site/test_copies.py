"""Articles that share their text: found, named on the page, counted, never merged."""

import random
import time
from base64 import b64encode
from pathlib import Path

import pytest

from sitegen import digest, sketch
from sitegen.building.check import check
from sitegen.config import Settings
from sitegen.intake import parse_seed
from sitegen.model import Digest, Facts, Source
from sitegen.site import pages
from sitegen.site.catalogue import Site, gather
from sitegen.site.copies.finding import MOST, Copies, find
from sitegen.site.theme import Theme
from tests.project_folder import project
from tests.site.reading import Document, read

LOCK = """Ostrin to get a new lock

The port authority of Ostrin has approved a new lock for the inner harbour. The old gates date from 1904.

“The old gates will not last another winter,” said Yusra Okell, the director of the port. She had warned the
council twice before, and the engineers who dived under the gates in the spring had found rust at every hinge.

Dara Ilvane, the harbour minister, called the decision overdue. “Nobody will miss the pumps,” Ilvane said. The
fishermen fear for their berths along the eastern mole, where the barges with the stone are to lie.

Tomas Verrick, who speaks for them, asked who would pay in the end. “All of us,” said Verrick. The work is to
begin in May and to end three years later, in time for the herring fair, which is held every fourth summer.
"""
OTHER = """Herring fair moves to the eastern mole

The herring fair of Ostrin will be held on the eastern mole. “We had no choice,” said Yusra Okell, who
directs the port. The barges that carry the stone for the new lock need the old quay until the autumn.

Lene Marrow, who has sold smoked eel at the fair for thirty years, does not mind the walk. The mole has more
sun than the quay, she finds, and the wind from the north keeps the wasps away. Two dozen stalls are planned.
"""
PARAGRAPHS = LOCK.split("\n\n")


def made(slug: str, text: str, **facts: str) -> Digest:
    return digest.make(parse_seed(text.encode(), file=f"seeds/{slug}.txt", facts=Facts(**facts)), Settings())


VERSIONS = {
    "lock": LOCK,
    "reprint": LOCK.replace("Ostrin to get a new lock", "New lock for Ostrin", 1),
    "corrected": LOCK.replace("1904", "1906").replace("“All of us,”", "“Every one of us,”"),
    "short": "\n\n".join(PARAGRAPHS[:3]),
    "long": LOCK + "\n" + OTHER.partition("\n\n")[2],
    "other": OTHER,
}


@pytest.fixture(scope="module")
def articles() -> list[Digest]:
    return [made(slug, text, publisher="The Ostrin Courier") for slug, text in VERSIONS.items()]


@pytest.fixture(scope="module")
def site(articles: list[Digest]) -> Site:
    return gather(articles, Settings())


def said(copies: Copies, slug: str) -> dict[str, str]:
    return {copy.digest.slug: str(copy.likeness) for copy in copies.of(slug)}


def page(site: Site, theme: Theme, path: str) -> Document:
    return read(next(each.body for each in pages.render(site, Settings(), theme) if each.path == path))


def test_versions_of_a_text_are_told_by_what_they_are(site: Site) -> None:
    assert said(site.copies, "lock") == {
        "reprint": "same",
        "corrected": "nearly",
        "short": "shorter",
        "long": "longer",
    }


def test_what_one_is_to_the_other_holds_from_both_sides(site: Site) -> None:
    turned = {"same": "same", "nearly": "nearly", "shorter": "longer", "longer": "shorter"}
    for slug in VERSIONS:
        for other, how in said(site.copies, slug).items():
            assert said(site.copies, other)[slug] == turned[how]


def test_another_article_of_the_same_news_is_no_copy(site: Site) -> None:
    assert "other" not in said(site.copies, "lock")


def test_all_articles_stay_and_their_quotations_with_them(site: Site, articles: list[Digest]) -> None:
    assert {each.slug for each in site.articles} == set(VERSIONS)
    okell = next(each for each in site.speakers if each.name == "Yusra Okell")
    assert okell.articles == len(articles)


def test_the_page_names_the_copies_with_publisher_and_date_as_stated(site: Site, theme: Theme) -> None:
    document = page(site, theme, "articles/short.html")
    assert "The same text also stands in" in document.text
    links = [each for each in document.all("a") if each.get("href", "").endswith("reprint.html")]
    assert links
    text = " ".join(document.text.split())
    assert "New lock for Ostrin, The Ostrin Courier, date not stated: a longer version" in text


def test_an_article_without_copies_says_nothing(theme: Theme) -> None:
    alone = gather([made("lock", LOCK), made("other", OTHER)], Settings())
    assert "same text" not in page(alone, theme, "articles/lock.html").text


def test_related_articles_are_other_articles(site: Site) -> None:
    related = {slug: {each.digest.slug for each in found} for slug, found in site.related.items()}
    assert related["lock"] == {"other"}
    assert len(related["other"]) == 1


def test_a_speakers_page_says_how_many_of_its_articles_share_their_text(site: Site, theme: Theme) -> None:
    okell = page(site, theme, "speakers/yusra-okell.html").text
    assert "in 6 articles. 6 of the articles share their text with one another; each is counted." in okell
    alone = gather([made("lock", LOCK), made("other", OTHER)], Settings())
    assert "share their text" not in page(alone, theme, "speakers/yusra-okell.html").text


def test_the_order_of_the_articles_makes_no_difference(articles: list[Digest]) -> None:
    turned = gather(list(reversed(articles)), Settings())
    there = gather(articles, Settings())
    assert [turned.copies.of(slug) for slug in VERSIONS] == [there.copies.of(slug) for slug in VERSIONS]


def bare(slug: str, words: str, sha256: str = "") -> Digest:
    source = Source(
        file=f"seeds/{slug}.txt", sha256=sha256 or slug, encoding="utf-8", sketch=sketch.draw([words])
    )
    return Digest(slug=slug, title=slug, facts=Facts(), source=source)


def test_of_texts_too_short_to_compare_only_the_same_file_is_a_copy() -> None:
    found = find([bare("a", "Fog.", "1"), bare("b", "Fog.", "1"), bare("c", "Fog.", "2")])
    assert (said(found, "a"), said(found, "c")) == ({"b": "same"}, {})


def test_a_content_file_that_lost_its_sketch_is_known_by_its_file() -> None:
    words = " ".join(f"word{number}" for number in range(80))
    lost = Digest(slug="b", title="b", facts=Facts(), source=Source(file="b", sha256="1", encoding="utf-8"))
    assert said(find([bare("a", words, "1"), lost]), "a") == {"b": "same"}


def test_articles_written_by_hand_have_no_copies() -> None:
    by_hand = Digest(slug="a", title="a", facts=Facts())
    found = find([by_hand, Digest(slug="b", title="a", facts=Facts())])
    assert (found.of("a"), found.count("a"), found.total()) == ((), 0, 0)


def test_of_many_copies_the_first_are_named_and_the_others_counted(theme: Theme) -> None:
    many = [made(f"lock-{number:02}", LOCK) for number in range(MOST + 5)]
    site = gather(many, Settings())
    assert len(site.copies.of("lock-00")) == MOST
    assert "And 4 more articles." in page(site, theme, "articles/lock-00.html").text


def test_twenty_thousand_articles_are_compared_in_seconds() -> None:
    chance = random.Random(1)  # noqa: S311 - to make texts, not secrets
    many = []
    for number in range(20_000):
        raw = (500).to_bytes(4, "big") + chance.randbytes(136)
        text = b64encode(raw).decode().rstrip("=")
        source = Source(file="a", sha256=str(number), encoding="utf-8", sketch=text)
        many.append(Digest(slug=str(number), title="", facts=Facts(), source=source))
    began = time.monotonic()
    assert find(many).total() == 0
    assert time.monotonic() - began < 30


def test_a_thousand_issues_of_one_notice_take_no_square_of_time() -> None:
    notice = [f"word{number}" for number in range(200)]
    many = [
        bare(str(number), " ".join([*notice, *(f"{number}x{n}" for n in range(9))])) for number in range(1500)
    ]
    began = time.monotonic()
    assert find(many).total() == 1500
    assert time.monotonic() - began < 30


def test_check_says_how_many_articles_share_their_text(tmp_path: Path) -> None:
    ostrin = project(tmp_path, {f"{slug}.txt": text for slug, text in VERSIONS.items()})
    ostrin.build()
    assert check(ostrin.root).copies == 6


def test_a_copy_that_comes_later_is_linked_from_the_page_that_was_there(tmp_path: Path) -> None:
    grown = project(tmp_path / "grown", {"lock.txt": LOCK})
    grown.build()
    grown.write("seeds/reprint.txt", VERSIONS["reprint"])
    grown.build()
    clean = project(tmp_path / "clean", {"lock.txt": LOCK, "reprint.txt": VERSIONS["reprint"]})
    clean.build()
    assert grown.tree("public") == clean.tree("public")
    assert b"reprint.html" in grown.tree("public")["articles/lock.html"]
