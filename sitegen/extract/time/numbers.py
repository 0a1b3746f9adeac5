"""Numbers and durations in the words of a match: "5 1/2", "twenty-five", "several", "half an"."""

from sitegen.extract.time.rules import Match

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75}
_SMALLER = {
    "Y": (12, "M"),
    "M": (30, "D"),
    "W": (7, "D"),
    "D": (24, "TH"),
    "TH": (60, "TM"),
    "TM": (60, "TS"),
}
"""How many of the next smaller unit a unit has, for "half a year"; a month counts as thirty days there."""


def count(match: Match, group: str) -> float | None:
    """The number a ``{number}`` group states; None for "several" and its like."""
    first, last = match.span(group)
    values, total = match.words.values, 0.0
    codes = match.codes(group)
    if codes in values["many"]:
        return None
    if codes in values["half_a"]:
        return 0.5
    if codes in values["one"]:
        return 1
    if codes in values["cardinals"]:
        return int(values["cardinals"][codes])
    for index, token in enumerate(match.tokens.words(first, last)):
        code = codes[index]
        if token in _FRACTIONS:
            total += _FRACTIONS[token]
        elif code in values["cardinals"]:
            total += int(values["cardinals"][code])
        elif token[0].isdigit():
            total += float(token.replace(",", ""))
    return total


def ordinal(match: Match, group: str) -> int | None:
    """The number of a day or ordinal group: 7, 7th, seventh; None where it is none."""
    value = match.value(group)
    if value is not None:
        return int(value)
    digits = "".join(char for char in match.text(group) if char.isdigit())
    if digits:
        return int(digits)
    stated = match.words.values["ordinals"].get(match.codes(group))
    return int(stated) if stated else None


def duration(number: float | None, unit: str) -> str:
    """The TIMEX3 value of so many of a lexicon unit: ``P18M``, ``PT5H30M``; ``PXY`` for None."""
    multiple, letter = (unit[:-1], unit[-1]) if unit[0].isdigit() else ("1", unit)
    if number is None:
        return _written("X", letter)
    number *= int(multiple)
    whole = int(number)
    if number == whole:
        return _written(str(whole), letter)
    if letter not in _SMALLER:
        return _written(f"{number:g}", letter)
    per, smaller = _SMALLER[letter]
    rest = round((number - whole) * per)
    if not whole:
        return _written(str(rest), smaller)
    below = _written(str(rest), smaller)[1:]
    above = _written(str(whole), letter)
    return above + (below[1:] if above.startswith("PT") else below)


def _written(number: str, letter: str) -> str:
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"
