"""What an editor probably mistyped: headings, and dashes, without which quotations become the editor's prose.

A section of one's own is welcome, with quotations in it too. A warning needs a heading close to one of the
eight, or a block as only the program writes them: ending in ``— **Name**`` or holding a ``[¶5](#c929-1102)``.
"""

import difflib
import re
from collections.abc import Iterator

from markdown_it.tree import SyntaxTreeNode

from sitegen import front_matter
from sitegen.content_file.attribution import is_attribution
from sitegen.content_file.body import Part, lines_of, paragraph, paragraphs, parts
from sitegen.content_file.pieces import Kind, Piece, words
from sitegen.content_file.places import is_place
from sitegen.content_file.where import Where
from sitegen.content_file.wording import DISPUTES, HEADINGS, INDIRECT, QUOTATIONS
from sitegen.errors import SitegenError

_KNOWN = {heading.casefold(): heading for heading in HEADINGS}

_OF_QUOTATIONS = {QUOTATIONS, INDIRECT, DISPUTES}

_NEAR = 0.85
"""How close two headings are that are taken for one: "Indirect statments"; not "Contents" and "Context"."""

_LONGEST = 60
"""Longer headings are close to none."""

_NO_SPACE = re.compile(r"#{1,6}(?P<heading>[^#\n]{1,60})")
"""``##Quotations`` is a paragraph to Markdown."""

_HINT = "headings of the digest's own sections: " + ", ".join(f"“## {each}”" for each in HEADINGS)


def slips(markdown: str, *, path: str) -> tuple[SitegenError, ...]:
    """What a person should look at in a content file that can be read, each with its line.

    Args:
        markdown: the file's text, as :func:`digest_markdown.parse` takes it.
        path: the file, for messages.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    cut = front_matter.split(text, path=path)
    return tuple(_of_body(cut.body, Where(path=path, line=cut.body_line)))


def _of_body(body: str, where: Where) -> Iterator[SitegenError]:
    for part in parts(body):
        if part.heading and part.heading.casefold() not in _KNOWN:
            yield from _of_heading(part, where.below(max(part.lines[0] - 1, 0)))
        unopened = [*_unopened(part, where)]
        yield from unopened or _of_quotations(part, where)


def _unopened(part: Part, where: Where) -> Iterator[SitegenError]:
    """Headings of another level, or without a space: what stands below them belongs to the section before."""
    for block in part.blocks:
        heading = _meant(block)
        if heading is not None:
            shown = words(paragraph(block))
            at = where.below(lines_of(block)[0])
            yield at.error(f"“{shown}” opens no section here", f"write “## {heading}”")


def _of_heading(part: Part, at: Where) -> Iterator[SitegenError]:
    near = _near(part.heading, _NEAR)
    if near is None and not any(_is_ours(block) for block in part.blocks):
        return
    likely = near or _near(part.heading, 0.6)
    yield at.error(
        f"the section “{part.heading}” is shown as your own words, not as part of the digest",
        f"did you mean “## {likely}”?" if likely else _HINT,
    )


def _of_quotations(part: Part, where: Where) -> Iterator[SitegenError]:
    """Quotations of a known section that are no quotations there; in one of other things the first alone."""
    heading = _KNOWN.get(part.heading.casefold())
    for block in part.blocks:
        if heading is None or block.type != "blockquote":
            continue
        at = where.below(lines_of(block)[0])
        if heading in _OF_QUOTATIONS and paragraphs(block) is None and _is_ours(block):
            hint = "its last line begins with a dash: “— **Name**, *said* · …”"
            yield at.error("a list or heading inside makes this quotation a note of your own", hint)
        if heading not in _OF_QUOTATIONS and any(map(_names_somebody, _lines(block))):
            missing = "a heading such as “## Quotations” is missing above it"
            yield at.error(f"a quotation stands in the section “{heading}”", missing)
            return


def _near(heading: str, cutoff: float) -> str | None:
    """The known heading that ``heading`` is close to, or the same as."""
    if len(heading) > _LONGEST:
        return None
    close = difflib.get_close_matches(heading.casefold(), _KNOWN, n=1, cutoff=cutoff)
    return _KNOWN[close[0]] if close else None


def _meant(block: SyntaxTreeNode) -> str | None:
    """The section that a heading of another level, or one without a space behind its marks, should open."""
    if block.type == "heading":
        return _near(words(paragraph(block)), _NEAR)
    if block.type == "paragraph":
        found = _NO_SPACE.fullmatch(words(paragraph(block)))
        return _near(found["heading"], _NEAR) if found else None
    return None


def _is_ours(block: SyntaxTreeNode) -> bool:
    """True for a block as only the program writes it, or whoever follows it."""
    lines = list(_lines(block))
    return any(is_place(each) and each.text.startswith("¶") for line in lines for each in line) or (
        block.type == "blockquote" and bool(lines) and _names_somebody(lines[-1])
    )


def _names_somebody(line: tuple[Piece, ...]) -> bool:
    return is_attribution(line) and len(line) > 1 and line[1].kind is Kind.STRONG


def _lines(block: SyntaxTreeNode) -> Iterator[tuple[Piece, ...]]:
    """The paragraphs of a block, however deep; a quotation's attribution may be the last line of one."""
    for node in block.walk():
        if node.type == "paragraph":
            yield paragraph(node)
