"""A place in a content file, for messages."""

from dataclasses import dataclass

from sitegen.errors import SitegenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A line of a file."""

    path: str
    line: int
    """Counted from 1, in the whole file."""

    def error(self, message: str, hint: str | None = None) -> SitegenError:
        """The error to raise for a mistake in this place."""
        return SitegenError(message, path=self.path, line=self.line, hint=hint)

    def below(self, lines: int) -> "Where":
        """The place so many lines further down."""
        return Where(path=self.path, line=self.line + lines)
