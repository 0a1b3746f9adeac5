"""Where the exports stand, and what pages call them. Imports nothing that writes them."""

from collections.abc import Mapping
from enum import StrEnum

from sitegen.model import Digest


class Form(StrEnum):
    """The forms a timeline can be taken away in, by the names that pages give them."""

    JSON = "JSON"
    TIMELINEJS = "TimelineJS"
    CALENDAR = "iCalendar"
    TABLE = "CSV"


_SUFFIXES = {
    Form.JSON: ".json",
    Form.TIMELINEJS: ".timelinejs.json",  # a slug holds no dot, so this is no other article's .json
    Form.CALENDAR: ".ics",
    Form.TABLE: ".csv",
}


def article_exports(digest: Digest) -> Mapping[Form, str]:
    """The paths of one article's timeline."""
    return _beside(f"exports/articles/{digest.slug}")


def corpus_exports() -> Mapping[Form, str]:
    """The paths of the timeline of the whole corpus."""
    return _beside("exports/timeline")


def _beside(stem: str) -> Mapping[Form, str]:
    return {form: stem + suffix for form, suffix in _SUFFIXES.items()}
