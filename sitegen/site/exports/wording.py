"""The words of exports: English whatever the interface is in, so that programs can rely on them."""

from sitegen.model import Quotation, SpeakerHow, TimexHow

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


_FOUND = {
    SpeakerHow.NAMED: ("stated", "named as", "named in the text"),
    SpeakerHow.PRONOUN: ("inferred", "worked out from", "worked out from the text"),
    SpeakerHow.DESCRIPTION: ("inferred", "worked out from", "worked out from the text"),
    SpeakerHow.CONTINUED: ("inferred", "", "worked out: goes on from the quotation before"),
    SpeakerHow.INTRODUCED: ("inferred", "", "worked out: introduced by the sentence before"),
    SpeakerHow.NONE: ("open", "", "no speaker found"),
}
"""How sure a speaker is; how found, before the source's words; and where there are none."""


def sure_words(quotation: Quotation, *, by_editor: bool = False) -> str:
    """How sure its speaker is: ``stated``, ``inferred`` or ``open``."""
    return "inferred" if by_editor else _FOUND[quotation.how][0]


def found_words(quotation: Quotation, *, by_editor: bool = False) -> str:
    """How its speaker was found; ``by_editor``: the article does not have the name."""
    if by_editor:
        return f"named by the editor for “{quotation.mention}”"
    _, before, alone = _FOUND[quotation.how]
    if quotation.how is SpeakerHow.DESCRIPTION and quotation.speaker == quotation.mention:
        return "described, not named"
    return f"{before} “{quotation.mention}”" if before and quotation.mention is not None else alone
