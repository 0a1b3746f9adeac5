"""Which articles are related, and the reason that is shown."""

from dataclasses import replace

from sitegen.config import Settings
from sitegen.model import Digest
from sitegen.site import pages
from sitegen.site.catalogue import Site, gather
from sitegen.site.related import MOST, Related, relate
from sitegen.site.theme import Theme
from tests.site.phrased import about, named
from tests.site.reading import read


def related(*digests: Digest) -> tuple[Related, ...]:
    """The relatives of the article ``a``."""
    return gather(digests, Settings()).related["a"]


def test_phrases_are_shared_however_they_are_written() -> None:
    (other,) = related(about("a", "Karsa dam"), about("b", "Karsa dams"), about("c", "ferry"))
    assert (other.digest.slug, other.phrases) == ("b", ("Karsa dam",))


def test_a_surname_alone_relates_nobody() -> None:
    digests = (named("x", "Dara Ilvane", "Dara Ilvane"), named("y", "Petra Ilvane", "Petra Ilvane"))
    assert related(about("a", "Ilvane"), about("b", "Ilvane"), *digests) == ()


def test_who_is_quoted_in_both_is_not_named_again_as_a_phrase() -> None:
    (other,) = related(named("a", "Yusra Okell", "Okell", "dam"), named("b", "Yusra Okell", "Okell", "dam"))
    assert (other.speakers, other.named, other.phrases) == (("Yusra Okell",), (), ("dam",))


def test_who_is_quoted_in_one_and_a_key_phrase_of_the_other_is_shared() -> None:
    digests = (named("a", "Yusra Okell"), about("b", "Yusra Okell"), about("c", "Yusra Okell"))
    shared = [(each.speakers, each.named, each.phrases) for each in related(*digests)]
    assert shared == [((), ("Yusra Okell",), ())] * 2


def test_a_rare_thing_counts_more_and_is_named_first() -> None:
    common = [about(f"x{number}", "Velmora council") for number in range(9)]
    digests = (about("a", "Velmora council", "Karsa seepage"), about("b", "Karsa seepage", "Velmora council"))
    found = related(*digests, about("c", "Velmora council"), *common)
    assert found[0].digest.slug == "b"
    assert found[0].phrases == ("Karsa seepage", "Velmora council")


def test_a_plain_word_says_less_than_a_name() -> None:
    digests = (about("a", "report", "Karsa"), about("b", "report"), about("c", "Karsa"))
    assert [each.digest.slug for each in related(*digests)] == ["c", "b"]


def site_of(*digests: Digest) -> Site:
    return gather(digests, Settings())


def test_copies_are_no_relatives_and_one_of_them_stands_for_all() -> None:
    copies = [f"copy-{number}" for number in range(6)]
    digests = [about(slug, "Karsa dam") for slug in ("a", "a-again", *copies, "other")]
    site = site_of(*digests)

    def are_copies(one: str, other: str) -> bool:
        return {one, other} == {"a", "a-again"} or {one, other} <= set(copies)

    found = relate(site.articles, site.speaker_of, site.phrase_of, are_copies)["a"]
    assert len(found) == 2 < MOST
    assert {each.digest.slug for each in found} == {"copy-0", "other"}


def test_the_reason_is_said_in_words(theme: Theme) -> None:
    more = [f"Karsa item {'ABCDE'[number]}" for number in range(5)]
    digests = (
        named("a", "Yusra Okell", "Tomas Verrick", *more),
        replace(named("b", "Yusra Okell", *more), slug="b"),
        named("c", "Tomas Verrick"),
        about("d", "Tomas Verrick"),
    )
    site = site_of(*digests)
    tree = {page.path: page.body for page in pages.render(site, Settings(), theme)}
    page = " ".join(read(tree["articles/a.html"]).text.split())
    assert (
        "Both quote Yusra Okell; both are about Karsa item A, Karsa item B, Karsa item C and 2 more." in page
    )
    assert "Both name Tomas Verrick." in page
