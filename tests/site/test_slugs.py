import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.slugs import LONGEST, MOST_BYTES, RESERVED, is_cut, slugify, unique

anything = st.text(st.characters())


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ilsa Hamdan", "ilsa-hamdan"),
        ("O’Velt’s ‘Ferry’", "ovelts-ferry"),
        ("Straße", "strasse"),
        ("हिन्दी समाचार", "हिन्दी-समाचार"),
        ("صوت أوسترين", "صوت-أوسترين"),
        ("  --a__b//..\\c  ", "a-b-c"),
    ],
)
def test_a_slug_keeps_the_letters_of_any_script(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize("name", ["", "…", "///", "😀", "CON", "lpt1", "Index"])
def test_names_without_letters_and_names_that_are_taken_get_a_hash(name: str) -> None:
    slug = slugify(name)
    assert slug
    assert slug not in RESERVED
    assert slug != slugify(name + "?!x")


@given(anything)
def test_a_slug_is_safe_as_a_file_name_whatever_the_name(name: str) -> None:
    slug = slugify(name)
    assert 0 < len(slug) <= LONGEST + 9
    assert len(slug.encode()) <= MOST_BYTES + 9
    assert slug == unicodedata.normalize("NFC", slug)
    assert slug not in RESERVED
    assert not set(slug) & set('/\\<>:"|?*. \0#%&')
    assert slugify(slug) == slug


@given(st.lists(anything, max_size=12))
def test_different_names_never_share_a_slug_and_the_order_does_not_matter(names: list[str]) -> None:
    slugs = unique(names)
    assert set(slugs) == set(names)
    assert len(set(slugs.values())) == len(slugs)
    assert unique(reversed(names)) == slugs


def test_names_that_would_share_a_slug_all_get_a_suffix() -> None:
    slugs = unique(["Mara Velt", "MARA VELT", "Dario Quell"])
    assert slugs["Dario Quell"] == "dario-quell"
    assert slugs["Mara Velt"].startswith("mara-velt-")
    assert slugs["MARA VELT"].startswith("mara-velt-")


def test_a_name_too_long_for_an_address_is_known_as_such() -> None:
    assert not is_cut("Harbour! " * 5)
    assert is_cut("harbour " * 50)
    assert is_cut("\ufdfa" * 20)
