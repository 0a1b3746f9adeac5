"""Site → files for other programs: timelines, quotations, citations, the digests' own text.

Every file is made from the digests alone, never from the time of the build; ``docs/exports.md`` says how.
"""

from collections.abc import Iterator, Mapping

from sitegen.config import Settings
from sitegen.site.catalogue import Site
from sitegen.site.exports import citations, linked, quotes, texts, timelines
from sitegen.site.page import Page, Stream

__all__ = ["render"]


def render(site: Site, settings: Settings, content: Mapping[str, bytes]) -> Iterator[Page | Stream]:
    """Every export; ``content`` has the bytes of each article's content file, by slug."""
    yield from timelines.render(site, settings)
    yield from quotes.render(site, settings)
    yield from citations.render(site, settings)
    yield from linked.render(site, settings)
    yield from texts.render(site, content)
