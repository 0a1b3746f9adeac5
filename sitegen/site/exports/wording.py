"""The words of exports: English whatever the interface is in, so that programs can rely on them."""

from sitegen.model import TimexHow

_HOW = {
    TimexHow.STATED: "as stated",
    TimexHow.PUBLICATION: "worked out from the day of publication",
    TimexHow.CONTEXT: "worked out from an earlier date in the text",
    TimexHow.UNRESOLVED: "not resolved",
}


def how_words(how: TimexHow) -> str:
    """How a date was found."""
    return _HOW[how]


def counted(number: int, noun: str) -> str:
    """``1 sentence``, ``2,400 sentences``."""
    return f"{number:,} {noun if number == 1 else f'{noun}s'}"
