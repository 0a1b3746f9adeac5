"""A thousand rows with one fault give a few lines of report, and every row is still named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sitegen.errors import SitegenError
from sitegen.intake.collections import Caution

_EACH = 20
"""So many errors with the same words are shown one by one."""
_MOST_RANGES = 40


def of_cautions(cautions: Iterable[Caution], file: str) -> Iterator[SitegenError]:
    """One warning for all the cautions about ``file`` that say the same."""
    groups: defaultdict[tuple[str, str | None], list[Caution]] = defaultdict(list)
    for caution in cautions:
        groups[caution.says, caution.hint].append(caution)
    for (says, hint), alike in groups.items():
        example = next((each.example for each in alike if each.example), None)
        shown = "" if example is None else f": “{example[:120]}”"
        further = [each.line for each in alike[1:] if each.line is not None]
        if len(alike) > 1:
            shown += f", and so in {len(alike) - 1} further places"
            shown += f" (lines {ranges(further)})" if further else ""
        yield SitegenError(f"{says}{shown}", path=file, line=alike[0].line, hint=hint)


def of_errors(errors: Sequence[SitegenError]) -> Iterator[SitegenError]:
    """The errors of one file; where more than a few say the same, the rest of them as one."""
    groups: defaultdict[tuple[str, str | None, str | None], list[SitegenError]] = defaultdict(list)
    for error in errors:
        alike = groups[error.message, error.path, error.hint]
        alike.append(error)
        if len(alike) <= _EACH or error.line is None:
            yield error
    for (message, path, hint), alike in groups.items():
        further = [error.line for error in alike[_EACH:] if error.line is not None]
        if further:
            yield SitegenError(
                f"{message}; the same on {len(further)} further lines: {ranges(further)}",
                path=path,
                hint=hint,
            )


def ranges(lines: Iterable[int]) -> str:
    """Numbers in a few words: ``3–5, 9``; a very long list is cut, and says so."""
    numbers = sorted(set(lines))
    starts = numbers[:1] + [after for before, after in pairwise(numbers) if after > before + 1]
    ends = [before for before, after in pairwise(numbers) if after > before + 1] + numbers[-1:]
    shown = [str(one) if one == other else f"{one}–{other}" for one, other in zip(starts, ends, strict=True)]
    more = len(shown) - _MOST_RANGES
    return ", ".join(shown[:_MOST_RANGES]) + (f" and {more} further stretches" if more > 0 else "")
