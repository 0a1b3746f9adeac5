"""Every failure a user can cause, as one exception that says where it is and what to do."""


class SitegenError(Exception):
    """A mistake in the user's input, settings or surroundings; the program itself is fine.

    Shown as ``path:line: message (hint)``. A build reports it for one article and goes on with the others.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        """Say what is wrong (``message``), where (``path``, 1-based ``line``), and what to do (``hint``)."""
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        where = "".join(f"{part}:" for part in (self.path, self.line) if part is not None)
        says = f"{where} {self.message}" if where else self.message
        return f"{says} ({self.hint})" if self.hint else says

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross process boundaries; the default would lose the keyword-only arguments.
        return (_rebuild, (self.message, self.path, self.line, self.hint))


class UsageError(SitegenError):
    """Settings or command line that stop the whole build (exit code 2), not one article."""

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild_usage, (self.message, self.path, self.line, self.hint))


def _rebuild(message: str, path: str | None, line: int | None, hint: str | None) -> SitegenError:
    return SitegenError(message, path=path, line=line, hint=hint)


def _rebuild_usage(message: str, path: str | None, line: int | None, hint: str | None) -> UsageError:
    return UsageError(message, path=path, line=line, hint=hint)
