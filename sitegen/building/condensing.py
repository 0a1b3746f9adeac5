"""A thousand rows with one fault give a few lines of report, and every row is still named."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from sitegen.errors import SitegenError
from sitegen.intake.collections import Caution

_EACH = 20
"""So many errors with the same words are shown one by one."""
_MOST_RANGES = 40
_VALUES = 5
"""So many values of rows that differ are shown in one warning, each with its own line."""


def of_cautions(cautions: Iterable[Caution], file: str) -> Iterator[SitegenError]:
    """One warning for all the cautions about ``file`` that say the same."""
    groups: defaultdict[tuple[str, str | None], list[Caution]] = defaultdict(list)
    for caution in cautions:
        groups[caution.says, caution.hint].append(caution)
    for (says, hint), alike in groups.items():
        shown = _shown(alike)
        yield SitegenError(f"{says}{shown}", path=file, line=alike[0].line, hint=hint)


def _shown(alike: Sequence[Caution]) -> str:
    """The values that one warning is about: no line is told with the value of another.

    ``: “2 April”, and 2 more like it (lines 6–7)``; of values that differ the first few, each with its line.
    """
    examples = {each.example for each in alike}
    named = alike[: 1 if len(examples) == 1 else _VALUES]
    values = "; ".join(filter(None, (_value(each, is_first=at == 0) for at, each in enumerate(named))))
    rest = alike[len(named) :]
    more = f", and {len(rest)} more{' like it' if len(named) == 1 else ''}" if rest else ""
    lines = [each.line for each in rest if each.line is not None]
    where = f" ({_lines(lines)})" if lines else ""
    return f"{': ' if values else ''}{values}{more}{where}"


def _value(caution: Caution, *, is_first: bool) -> str:
    """A row's own value; the line of the first stands before the whole message."""
    value = "" if caution.example is None else f"“{caution.example[:120]}”"
    if is_first or caution.line is None:
        return value
    return f"line {caution.line}: {value}" if value else f"line {caution.line}"


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
                f"{message}; the same {_further(further)}: {ranges(further)}",
                path=path,
                hint=hint,
            )


def _further(lines: Sequence[int]) -> str:
    return "on 1 further line" if len(lines) == 1 else f"on {len(lines)} further lines"


def _lines(lines: Sequence[int]) -> str:
    return f"{'line' if len(set(lines)) == 1 else 'lines'} {ranges(lines)}"


def ranges(lines: Iterable[int]) -> str:
    """Numbers in a few words: ``3–5, 9``; a very long list is cut, and says so."""
    numbers = sorted(set(lines))
    starts = numbers[:1] + [after for before, after in pairwise(numbers) if after > before + 1]
    ends = [before for before, after in pairwise(numbers) if after > before + 1] + numbers[-1:]
    shown = [str(one) if one == other else f"{one}–{other}" for one, other in zip(starts, ends, strict=True)]
    more = len(shown) - _MOST_RANGES
    return ", ".join(shown[:_MOST_RANGES]) + (f" and {more} further stretches" if more > 0 else "")
