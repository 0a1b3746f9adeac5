import pytest

from sitegen.intake.web_page.authors import byline, with_others


@pytest.mark.parametrize(
    ("stated", "names"),
    [
        (["Lene Marrow"], "Lene Marrow"),
        (["By Lene Marrow"], "Lene Marrow"),
        (["by: Lene Marrow"], "Lene Marrow"),
        (["Analysis by Lene Marrow, CNN Editor-at-large"], "Lene Marrow"),
        (["Byron Ashby"], "Byron Ashby"),
        (["Lene Marrow, Staff Writer"], "Lene Marrow"),
        (["Lene Marrow, Ostrin Courier Staff Writer"], "Lene Marrow"),
        (["Lene Marrow, Courier.example"], "Lene Marrow"),
        (["Lene Marrow | Ostrin News for Courier.example"], "Lene Marrow"),
        (["Lene Marrow, MS, RD"], "Lene Marrow"),
        (["LENE MARROW and CORIN ASHBY, Associated Press"], "LENE MARROW and CORIN ASHBY"),
        (["Lene Marrow, Corin Ashby"], "Lene Marrow, Corin Ashby"),
        (["Lene Marrow, Corin Ashby and Mira Tolland"], "Lene Marrow, Corin Ashby and Mira Tolland"),
        (["Lene Marrow", "lene marrow", "Corin Ashby"], "Lene Marrow, Corin Ashby"),
        (["Corin Ashby, Jr."], "Corin Ashby, Jr."),
        (["Marrow, Lene"], "Marrow, Lene"),
        (["Reuters"], "Reuters"),
        (["李"], None),
        (["李明"], "李明"),
        (["admin"], None),
        (["lenemarrow"], None),
        (["lene_m"], None),
        (["LENE MARROW"], "LENE MARROW"),
        (["Staff Writer"], None),
        (["The Ostrin Courier"], None),
        (["https://social.example/lene"], None),
        (["@lene_marrow"], None),
        (["lene@courier.example"], None),
        (["By"], None),
        ([""], None),
        ([], None),
    ],
)
def test_a_byline_is_names_and_nothing_else(stated, names):
    assert byline(stated, outlets={"theostrincourier"}) == names


@pytest.mark.parametrize(
    ("stated", "shown", "names"),
    [
        (["Lene Marrow"], ["Lene Marrow", "Corin Ashby"], ("Lene Marrow", "Corin Ashby")),
        (["Lene Marrow and Corin Ashby"], ["Lene Marrow", "Corin Ashby"], ("Lene Marrow and Corin Ashby",)),
        (["Lene Marrow"], ["Mira Tolland"], ("Lene Marrow",)),
        ([], ["Mira Tolland"], ("Mira Tolland",)),
        (["Lene Marrow"], [], ("Lene Marrow",)),
    ],
)
def test_an_author_beside_a_stated_one_in_the_byline_is_an_author_too(stated, shown, names):
    assert with_others(stated, shown) == names
