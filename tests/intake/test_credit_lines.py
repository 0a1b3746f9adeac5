import pytest

from sitegen.intake.furniture.credit_lines import is_credit


@pytest.mark.parametrize(
    "line",
    [
        "Jane Doe contributed to this report.",
        "AP writer Jane Doe in Ostrin contributed to this story.",
        "Reporting by Jane Doe; editing by John Roe",
        "(Reporting by Jane Doe; Editing by\nJohn Roe)",
        "Additional reporting by Ann Roe.",
        "Edited by: Corin Ashby",
        "With inputs from agencies",
        "— With files from the Velmora Press Agency",
    ],
)
def test_a_line_of_credits_is_known(line):
    assert is_credit(line)


@pytest.mark.parametrize(
    "line",
    [
        "The storm contributed to the collapse.",
        "Reporting of crimes fell by half.",
        "Video: The bridge falls",
        "The report by the council was late.",
        "With help from her neighbours she left.",
        "Doe, who contributed to this report, was fired. She has left Ostrin since, nobody knows where to."
        * 5,
    ],
)
def test_any_other_line_is_none(line):
    assert not is_credit(line)
