"""Old addresses: each leads to one article, and nothing is taken from another."""

from sitegen.addresses import Clash, settle


def test_an_alias_leads_to_its_article() -> None:
    assert settle([("dam", ["old-dam", "dam-2029"]), ("ferry", [])]) == (
        {"old-dam": "dam", "dam-2029": "dam"},
        [],
    )


def test_a_page_goes_before_an_alias_wherever_it_stands() -> None:
    settled, clashes = settle([("dam", ["ferry"]), ("ferry", [])])
    assert settled == {}
    assert clashes == [Clash(alias="ferry", slug="dam", other="ferry", is_page=True)]


def test_of_two_that_claim_an_alias_the_first_has_it() -> None:
    settled, clashes = settle([("dam", ["old"]), ("ferry", ["old", "boat"])])
    assert settled == {"old": "dam", "boat": "ferry"}
    assert clashes == [Clash(alias="old", slug="ferry", other="dam", is_page=False)]


def test_an_alias_that_is_the_articles_own_address_is_a_clash() -> None:
    assert settle([("dam", ["dam"])])[1] == [Clash(alias="dam", slug="dam", other="dam", is_page=True)]


def test_an_alias_given_twice_counts_once() -> None:
    assert settle([("dam", ["old", "old"])]) == ({"old": "dam"}, [])


def test_addresses_that_are_one_file_on_some_disks_are_one() -> None:
    composed, apart = "é", "e\u0301"
    assert settle([("dam", [composed]), (apart, [])])[1][0].other == apart
