"""A saved web page: the article out of its surroundings, and the facts the page states about itself."""

from collections.abc import Sequence
from typing import Any, NoReturn

from sitegen.errors import SitegenError
from sitegen.facts import merge
from sitegen.intake.furniture.headlines import same_words
from sitegen.intake.reading import Reading, joined
from sitegen.intake.web_page import body, header, metadata
from sitegen.intake.web_page.blocks import Block, cut
from sitegen.intake.web_page.furniture import furniture
from sitegen.intake.web_page.left_behind import left_behind
from sitegen.intake.web_page.tree import parse
from sitegen.model import Facts

_NO_ARTICLE_HINT = "save the article's own text as .txt or .md"
_ONLY_DATA_HINT = "save the page from a browser that shows the article, or its own text as .txt or .md"
_LONGEST_EXCUSE = 200
_SCRIPTS = ("script", "style", "template", "noscript", "svg", "iframe")


def read(page: str, *, file: str) -> Reading:
    """The article of a web page, its headings, lists, block quotes and tables as paragraphs of text.

    Nothing is fetched. Found by trafilatura's rules ("fast": without the slower second opinions); the words
    are the page's own, in the page's order.

    Raises:
        SitegenError: the page is no HTML or holds no article.
    """
    tree = parse(page, file=file)
    if tree is None:
        raise SitegenError("this is no HTML page", path=file, hint=_NO_ARTICLE_HINT)
    facts, stated_body = metadata.read(tree), metadata.stated_body(tree)
    _remove_scripts(tree)
    blocks = cut(tree)
    chosen = body.choose(tree, blocks, stated_body=stated_body, file=file)
    if not chosen or _is_excuse([blocks[number] for number in chosen]):
        _refuse(tree, stated_body, file)
    return _reading(blocks, chosen, facts)


def text_of(fragment: str) -> str:
    """The words of a piece of HTML in one line, without scripts and styles."""
    tree = parse(f"<html><body>{fragment}</body></html>")
    if tree is None:
        return ""
    nodes = tree.xpath(".//text()[not(ancestor::script or ancestor::style or ancestor::template)]")
    return " ".join("".join(nodes).split())


def _remove_scripts(tree: Any) -> None:
    # Half a second to import with its kin, and needed only where there is HTML.
    from lxml.etree import strip_elements  # noqa: PLC0415

    strip_elements(tree, *_SCRIPTS, with_tail=False)


def _is_excuse(chosen: Sequence[Block]) -> bool:
    """True for "You need to enable JavaScript to run this app." and nothing else."""
    text = " ".join(block.text for block in chosen)
    return len(text) <= _LONGEST_EXCUSE and "javascript" in text.casefold()


def _refuse(tree: Any, stated_body: str, file: str) -> NoReturn:
    """Raise the error that says why there is no article."""
    if next(tree.iter("frameset"), None) is not None:
        raise SitegenError(
            "this page only holds frames", path=file, hint="save the frame that has the article in it"
        )
    if stated_body:
        raise SitegenError(
            "the article is not in the page's text, only in its data for search engines (JSON-LD)",
            path=file,
            hint=_ONLY_DATA_HINT,
        )
    raise SitegenError("no article found in this page", path=file, hint=_NO_ARTICLE_HINT)


def _reading(blocks: Sequence[Block], chosen: Sequence[int], facts: Facts) -> Reading:
    home = body.home_of(blocks, chosen)
    left_out = furniture(blocks, chosen, home)
    kept = [number for number in chosen if number not in left_out]
    # Left out, and yet to be pointed at as removed.
    behind = left_behind(blocks, chosen, home)
    left_out |= behind
    chosen = sorted({*chosen, *behind})
    text, spans = joined(blocks[number].text for number in chosen)
    heading = _heading(blocks, kept, facts.title)
    if heading is not None:
        below = (number for number in kept if number > heading and not header.is_line(blocks[number]))
        first = next(below, heading)
        above = [blocks[number].text for number in chosen if number == heading - 1]
        facts = merge(facts, header.read(blocks, headline=heading, body=first), header.sections(above))
        left_out |= {number for number in kept if heading < number < first}
        left_out |= {number for number in kept if number < heading and header.is_label(blocks[number])}
    return Reading(
        text=text,
        blocks=spans,
        facts=facts,
        heading=spans[chosen.index(heading)] if heading in chosen else None,
        furniture=tuple(
            span
            for span, number in zip(spans, chosen, strict=True)
            if number in left_out and number != heading
        ),
        marks_headings=True,
    )


def _heading(blocks: Sequence[Block], body: Sequence[int], title: str | None) -> int | None:
    """The number of the headline: the last ``h1`` with the title's words, else the last above the body."""
    headings = [it for it in range(body[-1]) if blocks[it].element.tag == "h1"]
    titled = (it for it in reversed(headings) if title is not None and same_words(blocks[it].text, title))
    return next(titled, next((it for it in reversed(headings) if it < body[0]), None))
