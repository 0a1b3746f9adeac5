"""A saved web page: the article out of its surroundings, and the facts the page states about itself."""

import re
from collections.abc import Iterator
from typing import Any

from sitegen.errors import SitegenError
from sitegen.intake import page_metadata
from sitegen.intake.reading import Reading, joined

_TAG = re.compile(r"<[A-Za-z]")
_NO_ARTICLE_HINT = "save the article's own text as .txt or .md"


def read(page: str, *, file: str) -> Reading:
    """The article of a web page, its headings, lists, block quotes and tables as paragraphs of text.

    Nothing is fetched. Found by trafilatura's rules ("fast": without the slower second opinions).

    Raises:
        SitegenError: the page is no HTML or holds no article.
    """
    tree = _tree(page)
    if tree is None:
        raise SitegenError("this is no HTML page", path=file, hint=_NO_ARTICLE_HINT)
    facts = page_metadata.read(tree)
    text, blocks = joined(_paragraphs(tree))
    if not blocks:
        raise SitegenError("no article found in this page", path=file, hint=_NO_ARTICLE_HINT)
    return Reading(text=text, blocks=blocks, facts=facts, marks_headings=True)


def text_of(fragment: str) -> str:
    """The words of a piece of HTML in one line, without scripts and styles."""
    tree = _tree(f"<html><body>{fragment}</body></html>")
    if tree is None:
        return ""
    nodes = tree.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::template)]")
    return " ".join("".join(nodes).split())


def _tree(page: str) -> Any:
    """The page as an lxml tree (lxml has no types), or None when it has no tags.

    Not by Python's html.parser, which dies on ``<![`` in 3.11.
    """
    # Half a second to import, and needed only where there is HTML.
    from trafilatura import load_html  # noqa: PLC0415

    if _TAG.search(page) is None:
        return None
    tree = load_html(page)
    # A fragment without <html> is a page too; trafilatura asks for the whole frame.
    return tree if tree is not None else load_html(f"<html><body>{page}</body></html>")


def _paragraphs(tree: Any) -> Iterator[str]:
    from trafilatura import baseline, extract  # noqa: PLC0415 - see _tree

    text = extract(tree, fast=True, include_comments=False, include_tables=True, output_format="txt")
    # The rules find nothing on a page without the usual elements; then every paragraph is taken.
    found = text or baseline(tree)[1]
    yield from found.splitlines()
