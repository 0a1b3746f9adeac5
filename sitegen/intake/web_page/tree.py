"""A web page parsed, as forgivingly as browsers do, and never cut short in silence."""

import re
from typing import Any

from sitegen.errors import SitegenError

OWN_TEXT_HINT = "save the article's own text as .txt or .md"
_TAG = re.compile(r"<[A-Za-z]")
# A doctype that ends in "/>" makes libxml2 take the rest of the page for it.
_DOCTYPE = re.compile(r"\A\s{0,1000}<!doctype[^>]{0,500}>", re.IGNORECASE)
# libxml2 stops at these, and browsers read on.
_END_OF_PAGE = re.compile(r"</(?=(?:body|html)(?![\w:.-]))", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[A-Za-z][^<>]*")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 20_000
"""libxml2 compares each with all others: so many take a second, 50,000 half a minute."""
# Not to be written into a tree: libxml2's trees hold what XML allows.
_NOT_IN_TREES = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse(page: str, *, file: str | None = None) -> Any:
    """The page as an lxml tree (lxml has no types) without comments, or None where it has no tags.

    By libxml2: Python's html.parser dies on ``<![`` in 3.11.

    Raises:
        SitegenError: its elements are nested too deeply (2,000 levels) to be read to the end, or one of them
            has tens of thousands of attributes.
    """
    # A tenth of a second to import, and needed only where there is HTML.
    from lxml.etree import ParserError  # noqa: PLC0415
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    if _TAG.search(page) is None:
        return None
    if any(map(_has_too_many_attributes, _ANY_TAG.finditer(page))):
        raise SitegenError("an element of the page has too many attributes", path=file, hint=OWN_TEXT_HINT)
    # The end of an element that was never opened says nothing, in a comment and in a script neither.
    endless = _END_OF_PAGE.sub("</x-", _DOCTYPE.sub("", page, count=1))
    source = without_controls(endless).encode()
    # Without huge_tree a page ends at level 256, which some reach that never close their <font>.
    parser = HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False
    )
    try:
        tree = document_fromstring(source, parser=parser)
    except ParserError:
        return None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SitegenError(
            "the page's elements are nested too deeply to be read to the end",
            path=file,
            hint=OWN_TEXT_HINT,
        )
    return tree


def _has_too_many_attributes(tag: re.Match[str]) -> bool:
    if tag.end() - tag.start() < 2 * _MOST_ATTRIBUTES:
        return False
    names = _QUOTED.sub(" ", tag.group())
    return max(len(names.split()), names.count("=")) > _MOST_ATTRIBUTES


def without_controls(words: str) -> str:
    """``words`` without control characters, a form feed as the space that it is in HTML."""
    return _NOT_IN_TREES.sub(lambda it: " " if it.group() in "\v\f" else "", words)
