"""Digest ⇄ the Markdown of a content file: ``parse(render(digest)) == digest``.

The front matter holds the facts, the body what was copied from the article, in eight sections that are left
out where they are empty. People may edit all of it. Sections with other headings are theirs, and are kept as
they were written; so is what stands before the first heading, as a section without one. A block that does not
belong in one of the eight sections is not lost either: it becomes a section "Notes on the quotations" (or the
lead, the timeline, …).

The details of the form are in :mod:`sitegen.content_file`.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from sitegen import front_matter
from sitegen.content_file import seal, sections
from sitegen.content_file.body import Part, parts, verbatim
from sitegen.content_file.escape import heading
from sitegen.content_file.head import read_head, write_head
from sitegen.content_file.seal import Ownership
from sitegen.content_file.where import Where
from sitegen.content_file.wording import (
    CONTEXT,
    DISPUTES,
    INDIRECT,
    LEAD,
    QUOTATIONS,
    SPEAKERS,
    TERMS,
    TIMELINE,
)
from sitegen.model import Digest, Section

_Reader = Callable[[Sequence[SyntaxTreeNode], Where], Iterator[sections.Claimed[Any]]]

_READERS: dict[str, tuple[str, _Reader, str]] = {
    LEAD.casefold(): ("lead", sections.read_excerpts, "Notes on the lead"),
    QUOTATIONS.casefold(): ("quotations", sections.read_quotations, "Notes on the quotations"),
    TERMS.casefold(): ("terms", sections.read_terms, "Notes on the terms"),
    SPEAKERS.casefold(): ("speakers", sections.read_speakers, "Notes on the speakers"),
    INDIRECT.casefold(): ("indirect", sections.read_indirect, "Notes on the indirect statements"),
    DISPUTES.casefold(): ("disputes", sections.read_disputes, "Notes on the disputed statements"),
    TIMELINE.casefold(): ("timeline", sections.read_timeline, "Notes on the timeline"),
    CONTEXT.casefold(): ("context", sections.read_excerpts, "Notes on the context"),
}
"""By heading: the field of the digest, what reads it, and the heading for what it does not understand."""


def render(digest: Digest) -> str:
    """The content file of ``digest``, sealed; it ends with a line end.

    A person's sections come last, in their order; one without a heading comes first.

    Raises:
        SitegenError: the facts are too long for front matter (64 kB).
    """
    return seal.seal("\n\n".join([f"---\n{write_head(digest)}---", *_written(digest)]) + "\n")


def parse(markdown: str, *, path: str, slug: str) -> Digest:
    """The digest a content file holds, whoever wrote it.

    Args:
        markdown: the file's text; line ends may be of any kind.
        path: the file, for messages.
        slug: the digest's slug, which is the file's name and does not stand in it.

    Raises:
        SitegenError: front matter, an attribution, a speaker, a date or a ¶ link that is badly written; with
            its line.
    """
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    cut = front_matter.split(text, path=path)
    head = read_head(cut.yaml, path=path)
    body = _read_body(cut.body, Where(path=path, line=cut.body_line))
    return Digest(
        slug=slug,
        title=head.title,
        facts=head.facts,
        source=head.source,
        key_phrases=head.key_phrases,
        edited=seal.state(text, None) in {Ownership.EDITED, Ownership.HANDWRITTEN},
        **{field: tuple(items) for field, items in body.items()},
    )


def _written(digest: Digest) -> Iterator[str]:
    """The parts of the body, those without content left out."""
    own = list(digest.sections)
    if own and not own[0].heading:
        yield own.pop(0).markdown
    for name, markdown in (
        (LEAD, sections.write_excerpts(digest.lead)),
        (QUOTATIONS, sections.write_quotations(digest.quotations)),
        (TERMS, sections.write_terms(digest.terms)),
        (SPEAKERS, sections.write_speakers(digest.speakers)),
        (INDIRECT, sections.write_indirect(digest.indirect)),
        (DISPUTES, sections.write_disputes(digest.disputes)),
        (TIMELINE, sections.write_timeline(digest.timeline)),
        (CONTEXT, sections.write_list(digest.context)),
    ):
        if markdown:
            yield f"{heading(name)}\n\n{markdown}"
    for section in own:
        yield "\n\n".join(filter(None, [heading(section.heading), section.markdown]))


def _read_body(body: str, where: Where) -> dict[str, list[Any]]:
    """The items of each of the digest's fields that stand in the body."""
    items: dict[str, list[Any]] = defaultdict(list)
    source = body.split("\n")
    for part in parts(body):
        own = _read_part(part, source, where, items)
        if own is not None:
            items["sections"].append(own)
    return items


def _read_part(
    part: Part, source: Sequence[str], where: Where, items: dict[str, list[Any]]
) -> Section | None:
    """Add what ``part`` holds to ``items``; what is not understood comes back as a section."""
    known = _READERS.get(part.heading.casefold())
    if known is None:
        markdown = verbatim(source, part.lines)
        return Section(heading=part.heading, markdown=markdown) if part.heading or markdown else None
    field, reader, notes = known
    understood = list(reader(part.blocks, where))
    items[field] += [item for _, item in understood]
    rest = verbatim(source, part.lines, [lines for lines, _ in understood])
    return Section(heading=notes, markdown=rest) if rest else None
