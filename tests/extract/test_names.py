"""Names: who is one and the same, who is not, and what an article says beside a name."""

import re

import pytest

from sitegen.extract.speech.names.bearer import Bearer
from sitegen.extract.speech.names.roster import Roster
from sitegen.extract.speech.words.cutting import Words, cut
from sitegen.model import SpeakerKind


def _read(text: str) -> tuple[Roster, list[Words]]:
    paragraphs = [cut(text, line.start(), line.end()) for line in re.finditer(r"[^\n]+", text)]
    return Roster(paragraphs), paragraphs


def _named(text: str, phrase: str) -> Bearer | None:
    """Whom the last ``phrase`` of ``text`` names."""
    roster, paragraphs = _read(text)
    start = text.rindex(phrase)
    words = next(words for words in paragraphs if words.starts[0] <= start < words.ends[-1])
    inside = [at for at, begin in enumerate(words.starts) if start <= begin < start + len(phrase)]
    return roster.name_of(words, inside[0], inside[-1] + 1)


def _bearer(text: str, name: str) -> Bearer:
    found = _named(text, name)
    assert found is not None
    return found


def _said_of(text: str, name: str) -> list[str]:
    """What ``text`` says beside ``name``."""
    return [span.of(text) for span in _bearer(text, name).descriptions]


def _meant(text: str, description: str, first: str | None = None) -> str | None:
    """Whom the last ``description`` of ``text`` means; ``first`` spoke last."""
    roster, _ = _read(text)
    voice = None
    if first is not None:
        voice = next(bearer for bearer in roster.register if bearer.name == first)
    found = roster.described_as(description.lower().split()[1:], text.rindex(description), voice)
    return None if found is None else found.name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Samir al-Torvel teaches in Karsa. Later al-Torvel left.", "al-Torvel", "Samir al-Torvel"),
        ("Samir al-Torvel teaches in Karsa. Later Torvel left.", "Torvel", "Samir al-Torvel"),
        ("Here lives Maria de la Torvel.", "Maria de la Torvel", "Maria de la Torvel"),
        ("Then Ansel Brod, Jr., spoke.", "Ansel Brod", "Ansel Brod, Jr."),
        ("Ansa Torvel, 9, has a cat. Everyone knows Ansa now.", "Ansa", "Ansa Torvel"),
        (
            "The Velmora River Commission (VRC) met. Nobody asked the VRC why.",
            "VRC",
            "Velmora River Commission",
        ),
        ("The Velmora River Commission met. Nobody asked the VRC why.", "VRC", "Velmora River Commission"),
        ("The Supreme Court of Velmora ruled.", "Supreme Court", "Supreme Court of Velmora"),
        ("The Bank of Ostrin is shut. Nobody trusts the Bank now.", "Bank", "Bank of Ostrin"),
        ("Then Ansel Brod of Karsa spoke.", "Ansel Brod of Karsa", "Ansel Brod"),
        ("Then President Okell of Velmora spoke.", "President Okell", "Okell"),
        ("Then the Democratic Party met.", "Democratic Party", "Democratic Party"),
        ("It rained. Comedian Lena Marrow sang. Marrow left.", "Marrow", "Lena Marrow"),
        ("Christian Thomas Brod sang.", "Christian Thomas Brod", "Christian Thomas Brod"),
    ],
)
def test_a_part_of_a_name_is_the_whole_name(text: str, phrase: str, name: str) -> None:
    assert _bearer(text, phrase).name == name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("The Bank of Ostrin is shut. It rains in Ostrin.", "Ostrin", "Ostrin"),
        ("The Bank of Ostrin sued the Bank of Karsa.", "Bank of Karsa", "Bank of Karsa"),
        ("Karsa Holt sings. It rained in Karsa, and Karsa slept.", "Karsa", "Karsa"),
        ("The Velmora Radio Choir and the Velmora River Commission met. The VRC won.", "VRC", "VRC"),
        ("Quds Force of the Rivers Guard (RG) is old. Nobody likes the RG.", "RG", "RG"),
    ],
)
def test_what_only_looks_like_a_part_of_a_name_is_not_it(text: str, phrase: str, name: str) -> None:
    assert _bearer(text, phrase).name == name


def test_two_of_one_surname_are_told_apart_by_title_and_by_mr_and_mrs() -> None:
    text = "Minister Dara Ilvane met Judge Petra Ilvane and was glad of it. "
    assert _bearer(text + "The court had ruled, Judge Ilvane said.", "Judge Ilvane").name == "Petra Ilvane"
    pair = "Tomas Verrick and Lene Verrick came by boat. "
    assert _bearer(pair + "It was wet, Mrs. Verrick said.", "Mrs. Verrick").name == "Lene Verrick"


def test_of_two_named_in_one_sentence_neither_is_meant_by_the_surname() -> None:
    found = _bearer("Dara Ilvane met Petra Ilvane and was glad.\n\nIt was useful, Ilvane said.", "Ilvane")
    assert (found.name, found.could_be_person(), found.kind) == ("Ilvane", True, SpeakerKind.PERSON)


def test_whoever_is_only_named_to_describe_another_is_not_meant_by_the_surname() -> None:
    text = "Lene Marrow, the mother of Tom Marrow, rang the bell. It was cold, Marrow said."
    assert _bearer(text, "Marrow").name == "Lene Marrow"


def test_a_line_of_capitals_names_nobody_who_is_not_named_elsewhere() -> None:
    assert _named("Rain fell.\n\nA TOWN UNDER WATER", "TOWN UNDER WATER") is None
    found = _named("Yusra Okell came.\n\nOKELL CAME HOME", "OKELL")
    assert found is not None
    assert found.name == "Yusra Okell"


@pytest.mark.parametrize(
    ("text", "name", "descriptions"),
    [
        ("He met senior Karsa official Ebbe Corrin there.", "Ebbe Corrin", ["senior Karsa official"]),
        ("The union’s treasurer, Lene Marrow, rang.", "Lene Marrow", ["The union’s treasurer"]),
        ("Then Interior Minister Dara Ilvane came.", "Dara Ilvane", ["Interior Minister"]),
        ("Dara Ilvane, the interior minister, said so.", "Dara Ilvane", ["the interior minister"]),
        ("Ansel Brod, 43, a baker from Karsa, said so.", "Ansel Brod", ["43, a baker from Karsa"]),
        ("Ansel Brod, a clown, said so.", "Ansel Brod", ["a clown"]),
        ("Ansel Brod (a baker) said so.", "Ansel Brod", ["a baker"]),
        (
            "So said Tomas Verrick, leader of the Accord Party.",
            "Tomas Verrick",
            ["leader of the Accord Party"],
        ),
        ("So said Ansel Brod of Karsa, a farmer.", "Ansel Brod", ["a farmer"]),
        ("So said Ansel Brod, a farmer who sold up.", "Ansel Brod", ["a farmer"]),
        ("So said climate activist Ansa Torvel.", "Ansa Torvel", ["climate activist"]),
        ("A baker named Ansel Brod came.", "Ansel Brod", ["baker"]),
        ("So said the British news agency Velmora Wire.", "Velmora Wire", ["British news agency"]),
        ("Former secretary of state Mira Tolland came.", "Mira Tolland", ["Former secretary of state"]),
        (
            "The mayor, Mira Tolland, came. THE MAYOR, Mira Tolland, left.",
            "Mira Tolland",
            ["The mayor"],
        ),
        (
            "Minister Dara Ilvane came. Dara Ilvane, a former judge, left.",
            "Dara Ilvane",
            ["Minister", "a former judge"],
        ),
        ("Comedian Lena Marrow sang.", "Lena Marrow", ["Comedian"]),
        (
            "Then Mira Tolland, a close friend of Okell's who was for many years head of her office, came.",
            "Mira Tolland",
            ["a close friend of Okell's"],
        ),
        (
            "Ansel Brod, manager of the water, roads and harbours division of Karsa Works, came.",
            "Ansel Brod",
            ["manager of the water, roads and harbours division of Karsa Works"],
        ),
        (
            "Ansel Brod, manager of the water board, came and went.",
            "Ansel Brod",
            ["manager of the water board"],
        ),
        ("The singer Zola was there.", "Zola", ["singer"]),
    ],
)
def test_what_stands_beside_a_name_describes_its_bearer(
    text: str, name: str, descriptions: list[str]
) -> None:
    assert _said_of(text, name) == descriptions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("As Verrick spoke of Yusra Okell, the crowd chanted, and left.", "Yusra Okell"),
        ("They met Yusra Okell, the minister, and the judge.", "Yusra Okell"),
        ("Then Yusra Okell, a week later, resigned.", "Yusra Okell"),
        ("For Yusra Okell, a loss, and a bad one.", "Yusra Okell"),
        ("In Karsa, a party leader spoke.", "Karsa"),
        ("Yusra Okell, who is a minister, left.", "Yusra Okell"),
        ("He told Yusra Okell, said the clerk, to go.", "Yusra Okell"),
        ("Mr. Okell and Mrs. Marrow came.", "Marrow"),
        ("In winter Yusra Okell walks.", "Yusra Okell"),
        ("Brod met Yusra Okell there.", "Yusra Okell"),
        ("The minister said Yusra Okell lied.", "Yusra Okell"),
        ("A group of officials Hamal adviser Yusra Okell knew came.", "Hamal"),
        ("His lawyer, Corin Ashby, came.", "Corin Ashby"),
        ("Ansel Brod came. The judge Brod was speaking of is Petra Ilvane.", "Brod"),
        (
            "Brod met Mira Tolland, the first mother to serve as mayor in a town that she left as a girl.",
            "Tolland",
        ),
        ("Former Tomas Verrick aide Corin Ashby came.", "Tomas Verrick"),
        ("They are Tomas Verrick, Judge Petra Ilvane, and Corin Ashby.", "Tomas Verrick"),
    ],
)
def test_what_is_no_description_of_the_bearer_is_left_out(text: str, name: str) -> None:
    assert _said_of(text, name) == []


def test_no_description_is_longer_than_fourteen_words() -> None:
    words = " ".join(["of the mill"] * 5)
    assert _said_of(f"Ansel Brod, the owner {words}, came.", "Ansel Brod") == []


@pytest.mark.parametrize(
    ("text", "description", "name"),
    [
        (
            "Interior Minister Dara Ilvane came.\n\nThe roof fell, the minister said.",
            "the minister",
            "Dara Ilvane",
        ),
        ("Sen. Jory Pell voted no. He won, the senator said.", "the senator", "Jory Pell"),
        ("Rep. Ada Holt voted no. She won, the congresswoman said.", "the congresswoman", "Ada Holt"),
        ("Gov. Tom Holt voted no. He won, the governor said.", "the governor", "Tom Holt"),
        ("Prof. Yusra Okell came. It leaks, the professor said.", "the professor", "Yusra Okell"),
        (
            "Tomas Verrick, leader of the Accord Party, lost. No, the party leader said.",
            "the party leader",
            "Tomas Verrick",
        ),
        ("Tomas Verrick, 54, owns a mill. No, the 54-year-old said.", "the 54-year-old", "Tomas Verrick"),
        ("The 54-year-old Tomas Verrick came. No, the 54-year-old said.", "the 54-year-old", "Tomas Verrick"),
        (
            "Karsa senator Jory Pell met Ostrin senator Ada Holt. No, the Karsa senator said.",
            "the Karsa senator",
            "Jory Pell",
        ),
        ("The Karsa Courier wrote it. No, the newspaper said.", "the newspaper", "Karsa Courier"),
        ("No, the mayor said. Mira Tolland, the mayor, left.", "the mayor", "Mira Tolland"),
    ],
)
def test_a_description_means_whoever_it_fits(text: str, description: str, name: str) -> None:
    assert _meant(text, description) == name


@pytest.mark.parametrize(
    ("text", "description"),
    [
        (
            "Interior Minister Dara Ilvane met Transport Minister Corin Ashby. No, the minister said.",
            "the minister",
        ),
        ("Ostrin senator Jory Pell came to Karsa. No, the Karsa senator said.", "the Karsa senator"),
        ("Transport Minister Corin Ashby came. No, the interior minister said.", "the interior minister"),
        ("Deputy Mayor Mira Tolland came. No, the mayor said.", "the mayor"),
        ("Judge Petra Ilvane came. No, the former judge said.", "the former judge"),
        ("Ansel Brod, a friend of the mayor, came. No, the mayor said.", "the mayor"),
        ("Minister Dara Ilvane came. No, the ministers said.", "the ministers"),
        ("Tomas Verrick, leader of the Accord Party, lost. No, the party said.", "the company"),
        ("Lene Marrow, the union’s treasurer, came. No, the union said.", "the union"),
        ("The Interior Ministry was shut. No, the minister said.", "the minister"),
        ("No, the mayor said.\n\nMayor Mira Tolland left.", "the mayor"),
        ("Karsa Group grew. A large group of anglers came. No, the group said.", "the group"),
    ],
)
def test_a_description_that_fits_nobody_or_two_means_nobody(text: str, description: str) -> None:
    text = text.replace("the party said", "the company said")
    assert _meant(text, description) is None


def test_a_plain_noun_for_a_body_means_the_one_that_spoke_last() -> None:
    text = "Karsa Ferries sank. Brod Bank burned, Brod Bank said. No, the company said."
    assert _meant(text, "the company", first="Brod Bank") == "Brod Bank"
    assert _meant(text, "the company") == "Karsa Ferries"


def test_a_plain_noun_for_a_body_never_means_a_person_or_a_place() -> None:
    text = "Ansel Brod sat in Ostrin, and Ostrin slept. No, the company said."
    assert _meant(text, "the company", first="Ansel Brod") is None
    assert _meant(text, "the company", first="Ostrin") is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Interior Minister Okell came.", "Okell", SpeakerKind.PERSON),
        ("Petra Ilvane came.", "Petra Ilvane", SpeakerKind.PERSON),
        ("Zola, a singer, came.", "Zola", SpeakerKind.PERSON),
        ("Karsa Ferries sank.", "Karsa Ferries", SpeakerKind.BODY),
        ("The news agency Tolvar wrote it.", "Tolvar", SpeakerKind.BODY),
        ("The militant group Ansar al-Torvel left.", "Ansar al-Torvel", SpeakerKind.BODY),
        ("The VRC came.", "VRC", SpeakerKind.BODY),
        ("Tehal came.", "Tehal", None),
        ("Senior Hamal official Ebbe Corrin came.", "Hamal", None),
    ],
)
def test_an_article_tells_a_person_from_a_body_or_does_not(
    text: str, name: str, kind: SpeakerKind | None
) -> None:
    assert _bearer(text, name).kind is kind
