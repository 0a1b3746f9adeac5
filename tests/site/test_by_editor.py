"""A speaker whom an editor names otherwise than the article is not shown as named there."""

from pathlib import Path

import pytest
from project_folder import HARBOUR, Project, project


@pytest.fixture
def ostrin(tmp_path: Path) -> Project:
    again = HARBOUR + "\n“It will last,” said Korvath.\n"
    made = project(tmp_path, {"harbour.txt": again})
    made.build()
    return made


def test_a_name_without_a_word_of_the_mention_is_the_editors(ostrin: Project) -> None:
    ostrin.edit("content/harbour.md", "**Anselm Korvath**, *said* · named", "**Mara Dol**, *said* · named")
    ostrin.edit("content/harbour.md", "· named in the sentence ·", "· named in the sentence as “*Korvath*” ·")
    ostrin.build()
    for page in ("articles/harbour.html", "quotations/index.html", "speakers/mara-dol.html"):
        text = ostrin.read(f"public/{page}")
        assert "named by the editor for" in text
    assert "named by the editor for “Korvath”" in ostrin.read("public/exports/articles/harbour.quotes.csv")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("**Anselm Korvath**", "**Anselm M. Korvath**"),
        ("as “*Korvath*”", "as “*AK*”"),
        ("as “*Korvath*”", "as “*the mayor of Ostrin*”"),
    ],
)
def test_a_name_that_may_be_the_articles_is_not(ostrin: Project, old: str, new: str) -> None:
    ostrin.edit("content/harbour.md", old, new)
    ostrin.build()
    assert "named by the editor" not in ostrin.read("public/articles/harbour.html")
