import pytest

from sitegen.intake.header_lines import read_header_line
from sitegen.model import Facts


@pytest.mark.parametrize(
    ("line", "facts"),
    [
        ("By Jane Doe", Facts(byline="Jane Doe")),
        ("BY JANE DOE, Velmora Wire", Facts(byline="JANE DOE, Velmora Wire")),
        ("By Jane Doe and John Roe Jr.", Facts(byline="Jane Doe and John Roe Jr.")),
        ("By Jan van der Berg for The Ostrin Post", Facts(byline="Jan van der Berg for The Ostrin Post")),
        ("By Ana de Sá in Ostrin", Facts(byline="Ana de Sá in Ostrin")),
        ("Written by: Jane Doe", Facts(byline="Jane Doe")),
        ("By Reuters", Facts(byline="Reuters")),
        ("By our correspondent", Facts(byline="our correspondent")),
        ("November 16, 2023", Facts(published="2023-11-16")),
        ("Published: 16 November 2023 14:05", Facts(published="2023-11-16")),
        ("Last updated on Nov. 17, 2023", Facts(modified="2023-11-17")),
        (
            "Published Nov 16, 2023 | Updated Nov 17, 2023",
            Facts(published="2023-11-16", modified="2023-11-17"),
        ),
        ("By Jane Doe | Nov. 16, 2023 | 3 min read", Facts(byline="Jane Doe", published="2023-11-16")),
        ("By Jane Doe, Nov. 16, 2023", Facts(byline="Jane Doe", published="2023-11-16")),
        ("Posted on Nov 16, 2023 by Jane Doe", Facts(byline="Jane Doe", published="2023-11-16")),
        ("By Jane Doe Published November 16, 2023", Facts(byline="Jane Doe", published="2023-11-16")),
        ("3 min read", Facts()),
        ("Posted Tuesday at 4:15pm", Facts()),
        ("Jane Doe, Staff Writer", Facts(byline="Jane Doe")),
        ("Jane Doe | Harbour reporter", Facts(byline="Jane Doe")),
        ("by Jane Doe 16 November 2023", Facts(byline="Jane Doe", published="2023-11-16")),
        ("March 12, 2024 / 9:41 AM EST / CBS News", Facts(published="2024-03-12")),
        ("Modified date: Nov. 17, 2023", Facts(modified="2023-11-17")),
    ],
)
def test_a_line_that_says_who_and_when_is_read(line, facts):
    assert read_header_line(line) == facts


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By midday the square was empty",
        "By Monday Evening",
        "By Ostrin",
        "By Jane Doe the bridge was closed.",
        "Bystanders Helped",
        "Published in Ostrin",
        "Updatedness",
        "Jane Doe",
        "Posted in Ostrin",
        "Jane Doe, a fisherman",
        "The minister, a former editor",
        "By Jane Doe | The bridge is closed",
        "By " + "Jane " * 20,
    ],
)
def test_any_other_line_is_none(line):
    assert read_header_line(line) is None
