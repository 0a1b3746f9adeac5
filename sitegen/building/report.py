"""What a build is asked for, what it says while it runs, and what it says at the end."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sitegen.building.reasons import Reason
from sitegen.errors import SitegenError


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """One run's wishes, beside the project's settings."""

    base_url: str | None = None
    """Where the site will stand; None: as the settings say."""
    jobs: int | None = None
    """Processes that make digests; None: one for each processor core."""
    drafts: bool = False
    """True: publish drafts too."""
    search: bool = True
    """False: leave the search index out. Tests use it; there is no such option on the command line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentChanges:
    """What happened to the content files, each list sorted by path from the project's folder."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Rewritten: the seed, its facts, the settings or the program changed, and nobody had edited the file."""
    kept: tuple[str, ...] = ()
    """As a build would write them; left alone."""
    edited: tuple[str, ...] = ()
    """A person's: edited, or written by hand; left alone."""
    removed: tuple[str, ...] = ()
    """Their seeds are gone, and nobody had edited them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of a build."""

    content: ContentChanges
    articles: int
    """Published articles."""
    quotations: int
    """Quotations in the published articles."""
    dates: int
    """Timeline entries in the published articles."""
    written: tuple[str, ...]
    """Files of the public folder that are new or changed."""
    unpublished: tuple[str, ...]
    """Files that left the public folder."""
    indexed: bool
    """True when the search index was made anew."""
    reasons: tuple[Reason, ...]
    """Why everything that was made anew was made anew, in the order of the work."""
    left_out: Mapping[str, tuple[str, ...]]
    """Of each digest made anew whose seed has such: the lines taken for boilerplate, verbatim."""
    warnings: tuple[SitegenError, ...]
    """What a person should look at; the site is complete."""
    errors: tuple[SitegenError, ...]
    """Inputs that failed; what depends on them is as it was, or left out. Everything else is published."""
    public: Path
    seconds: float


class Progress(Protocol):
    """How a build says what it is doing; the command line shows it."""

    def __call__(self, stage: str, total: int) -> AbstractContextManager[Callable[[int], None]]:
        """Begin ``stage``; the context's value is told of steps done. ``total`` 0: nobody knows how many."""


def silent(stage: str, total: int) -> AbstractContextManager[Callable[[int], None]]:  # noqa: ARG001 - says nothing
    """A ``Progress`` that says nothing."""
    return nullcontext(lambda _: None)
