"""Where an article comes from: a file, or one item of a file that holds many."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One article's place among the seeds."""

    file: str
    """Path from the project's folder."""
    item: str | None = None
    """Its name in the collection; None: the file is the article."""

    def __str__(self) -> str:
        return self.file if self.item is None else f"{self.file}#{self.item}"
