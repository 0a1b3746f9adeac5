"""Lines that give themselves away by their form: counts, clocks, addresses, credits of pictures."""

import re
from enum import StrEnum
from functools import cache

from sitegen.lexicon import load


class Shape(StrEnum):
    """What a line is by its form."""

    COUNT = "count"
    """``1.2K shares``"""
    AGO = "ago"
    """``2 hours ago``: of an article or a comment"""
    CLOCK = "clock"
    """``00:00 / 04:12``"""
    ADDRESS = "address"
    """``https://…``, ``news@courier.example``, ``@courier``"""
    TAGS = "tags"
    """``#ostrin #harbour``"""
    SIZES = "sizes"
    """``A- A A+``"""
    COPYRIGHT = "copyright"
    """``© 2031 The Ostrin Courier``"""
    PICTURE = "picture"
    """``(Photo by Jane Doe/Ostrin Pictures)``"""
    RULE = "rule"
    """``. . .``: no letter and no figure"""
    TRAIL = "trail"
    """``Home › News › Harbour``"""
    MENU = "menu"
    """``Terms | Privacy | Contact``"""
    ADVERT = "advert"
    """``[Advertisement]``"""
    CODE = "code"
    """``.image-wrap {``"""


ADDRESS = re.compile(
    r"https?://\S{1,300}|\bwww\.\S{1,200}|[\w.+-]{1,64}@[\w.-]{1,64}\.\w{2,20}|(?<!\w)@\w{2,40}"
    r"|(?<![\w$€£.,])(?:\+\d{1,3}[\s.-]?|\(?0)\d{2,4}\)?(?:[\s.-]\d{2,4}){1,4}(?!\w)"
    r"|(?<![\w$€£.,])\(?\d{3}\)?[\s.-]\d{3}[.-]\d{4}(?!\w)"
)
"""An address or a telephone number within a line."""

# "— Jane Doe (@jane_doe) May 5, 2016": the last line of a message that an article quotes.
_SIGNED = re.compile(r"[—–-]{1,2}\s?[^()]{1,80}\s\(@\w{1,40}\).{0,60}")
_MESSAGE = re.compile(r"\bpic\.twitter\.com/|\bhttps?://t\.co/|\s[—–-]{1,2}\s?[^()—–]{1,80}\s\(@\w{1,40}\)")

_NUMBER = r"[(\[]?\d{1,3}(?:[.,]\d{1,3}){0,3}\s?(?:[kKmM]\b)?\+?[)\]]?"


Sources = tuple[tuple[Shape, str], ...]
"""Regular expressions of whole lines, in the order they are tried."""


@cache
def _shapes() -> tuple[tuple[Shape, re.Pattern[str]], ...]:
    sources = (*_numbers(), *_marks(), *_pictures(), *_rows())
    return tuple((shape, re.compile(source, re.IGNORECASE)) for shape, source in sources)


def _one_of(entry: str) -> str:
    """An expression for the words of one list of ``furniture.yml``, the longest first."""
    return "|".join(sorted(map(re.escape, load("furniture")[entry]), key=len, reverse=True))


def _numbers() -> Sources:
    """How many, how long ago, how long."""
    units, counted, reacted = map(_one_of, ("units", "counted", "reacted"))
    return (
        (Shape.COUNT, rf"{_NUMBER}\s(?:{counted})|(?:{counted})\s{{0,3}}:?\s?[(\[]\d{{1,6}}[)\]]"),
        (Shape.COUNT, rf"{_NUMBER}\s(?:people|readers|users|others)\s(?:have\s)?(?:{reacted})"),
        (
            Shape.AGO,
            rf"(?:\S{{1,30}}\s){{0,4}}(?:\d{{1,2}}|an?|one|two|three|four|five|few|several)\s?(?:{units})\sago",
        ),
        (Shape.AGO, rf"\d{{1,3}}[\s-]?(?:{units})[\s-](?:read|watch|listen|video|ago)"),
        (
            Shape.COUNT,
            rf"(?:(?:{counted}|card|figure|item|page|part|photograph|picture|slide)\s)?"
            r"\d{1,3}\s?(?:of|/)\s?\d{1,3}(?:\s\w{2,12})?",
        ),
        (Shape.AGO, rf"(?:reading|read|listening) time:?\s(?:about\s)?\d{{1,3}}\s(?:{units})"),
        (Shape.CLOCK, r"(?:\d{1,2}:)?\d{1,2}:\d{2}\s?[/|]\s?(?:\d{1,2}:)?\d{1,2}:\d{2}"),
        (Shape.CLOCK, r"0{1,2}:\d{2}"),
        (
            Shape.CLOCK,
            r"(?:[a-z]{2,12}\s)?(?:time|duration|length|remaining):?\s?-?(?:\d{1,2}:)?\d{1,2}:\d{2}",
        ),
    )


def _marks() -> Sources:
    """What is told by an address or a sign."""
    return (
        (Shape.ADDRESS, r"(?:https?://|www\.)\S{1,300}|\S{1,64}@\S{1,64}\.\w{2,20}|@\w{2,40}"),
        (Shape.TAGS, r"(?:#\w{2,60}[\s,]{0,3}){1,40}"),
        (Shape.SIZES, r"(?:text size|font size)?:?\s?(?:A[-+−–]{0,2}[\s|/]{0,3}){2,6}"),
        (Shape.COPYRIGHT, r"(?:©|\(c\)|copyright\b(?=.{0,40}(?:©|\d{4})))\s?.{0,200}"),
    )


def _pictures() -> Sources:
    """Whose picture it is."""
    makers = _one_of("picture_makers")
    pictures = "photo|photograph|picture|image|illustration|graphic|video|pic|credit|screengrab|screenshot"
    return (
        (Shape.PICTURE, r"[(\[](?:photo|image|picture|file|ap photo)\b.{0,120}[)\]]"),
        (
            Shape.PICTURE,
            r"(?:photo|photograph|image|picture|illustration|graphic|video)s?\s(?:by|courtesy|credit|via)\b.{1,120}",
        ),
        (Shape.PICTURE, r".{0,80}(?:getty images|/ ?(?:ap|afp|reuters|epa)\b(?: (?:photo|images?))?)[)\]]?"),
        # A caption with its credit, as in "The old ferry. Photo / Jane Doe".
        (
            Shape.PICTURE,
            r".{0,200}(?:[.!?)”\"]\s?|^)(?:photo|photograph|image|picture|illustration|graphic|video)s?"
            r"\s?(?:credits?)?\s?(?:[/:|]|by|courtesy|via)\s?(?-i:[A-Z]).{1,60}(?<!\w[.!?])",
        ),
        # A caption that ends with its credit: "The old ferry (Picture: Jane Doe)", "[Jane Doe/VPA]".
        (
            Shape.PICTURE,
            rf"(?=.{{1,240}}[)\]]\.?\Z).{{1,200}}\s?[(\[](?:(?:[\w.]{{1,20}}\s){{0,3}}(?:{pictures})s?\s?(?:credits?)?\s?"
            rf"(?:[:/|]|by|courtesy|via|from)\s?[^()\[\]]{{1,60}}"
            r"|(?-i:[^\W\d_a-z][\w.'’-]{0,20}(?:\s[^\W\d_a-z][\w.'’-]{0,20}){1,3}"
            r"\s?/\s?[^\W\d_a-z][\w.'’-]{0,20}(?:\s[\w.'’-]{1,20}){0,4})"
            rf"|[^()\[\]]{{1,60}}/\s?[^()\[\]]{{0,30}}\b(?:{pictures})s?)[)\]]\.?",
        ),
        # As in "A ferry leaves the harbour (Handout)" and "A post shared by Jane Doe (@jane)".
        (
            Shape.PICTURE,
            r"(?=.{1,240}[)\]]\.?\Z).{1,200}"
            r"[(\[](?:file|file photo|handout|representative image|stock|supplied)[)\]]\.?",
        ),
        (Shape.PICTURE, r"a (?:photo|post|reel|story|video) (?:posted|shared) by .{1,80}"),
        # "Jane Doe for the Ostrin Courier"
        (
            Shape.PICTURE,
            rf"(?-i:[^\W\d_a-z][\w.'’-]{{0,20}}(?:\s[^\W\d_a-z][\w.'’-]{{0,20}}){{1,3}})\s(?:for|via)\s"
            rf"(?:the\s)?(?:(?-i:[^\W\d_a-z])[\w.'’-]{{0,20}}\s){{1,3}}(?:{makers})",
        ),
        # A credit alone, as in "Jane Doe/Velmora Pictures".
        (
            Shape.PICTURE,
            rf"(?-i:[^\W\d_a-z][\w.'’-]{{0,20}}(?:\s[^\W\d_a-z][\w.'’-]{{0,20}}){{1,3}})\s?/\s?"
            rf"(?:[\w.'’-]{{1,20}}\s){{0,4}}(?:{makers})\)?",
        ),
    )


def _rows() -> Sources:
    """Rules, advertisements, and names in a row."""
    adverts = _one_of("adverts")
    return (
        (Shape.RULE, r"[^\w\s]{1,3}(?:\s?[^\w\s]{1,3}){0,80}"),
        (Shape.ADVERT, rf"[^\w\s]{{0,4}}\s?(?:{adverts})(?:\s?[^\w\s]{{1,4}}|\s\d{{1,2}})?"),
        (Shape.TRAIL, r"[^›»>|:.]{1,30}(?:\s?[›»>]\s?[^›»>|:.]{1,40}){2,6}"),
        # A teaser behind an arrow, as in ">> Ferries: what we know so far".
        (Shape.TRAIL, r"(?:>>|»|►|▶|➤|→)\s?[^«»]{2,120}(?<![.!?”\"])"),
        (Shape.MENU, r"[^|•·:.]{1,30}(?:\s?[|•·]\s?[^|•·:.]{1,30}){2,12}"),
        (Shape.MENU, r"(?-i:[^\W\d_a-z])[^/:.,]{0,30}(?:\s/\s(?-i:[^\W\d_a-z])[^/:.,]{0,30}){2,6}"),
        (Shape.CODE, r"(?-i:(?:[.#@]?[a-z][\w-]{0,40}\s?){1,5}\{|\}\.?|[a-z-]{2,40}\s?:\s?[^;:]{1,60};)"),
    )


def shape_of(line: str) -> Shape | None:
    """The form that the whole of ``line`` has, if it has one that a page's furniture has."""
    if len(line) > 240:
        return None
    return next((shape for shape, pattern in _shapes() if pattern.fullmatch(line)), None)


def is_web_address(line: str) -> bool:
    """True for a line of nothing but the address of a page; lists of things to buy or to read have them."""
    return " " not in line and line.casefold().startswith(("http://", "https://", "www."))


def is_tweet(line: str) -> bool:
    """True for a message that an article quotes from a network, or its signature."""
    if "@" not in line and "pic.t" not in line and "t.co/" not in line:
        return False
    return _MESSAGE.search(line) is not None or is_tweet_signature(line)


def is_tweet_signature(line: str) -> bool:
    """True for "— Jane Doe (@jane_doe) May 5, 2016"."""
    return "@" in line and _SIGNED.fullmatch(line.strip()) is not None
