"""The digests as their content files have them, byte for byte: Markdown of each, and an archive of all."""

from collections.abc import Iterator, Mapping
from functools import partial

from sitegen.archive import archive
from sitegen.site.catalogue import Site
from sitegen.site.export_paths import corpus_texts, text_exports
from sitegen.site.page import Page, Stream


def render(site: Site, content: Mapping[str, bytes]) -> Iterator[Page | Stream]:
    """Each article's content file, in the order of the articles, then all of them by name."""
    for digest in site.articles:
        for path in text_exports(digest).values():
            yield Page(path=path, body=content[digest.slug])
    for path in corpus_texts(site.articles).values():
        yield Stream(path=path, pieces=partial(_of_all, site, content))


def _of_all(site: Site, content: Mapping[str, bytes]) -> Iterator[bytes]:
    slugs = sorted(digest.slug for digest in site.articles)
    return archive((f"digests/{slug}.md", len(content[slug]), (content[slug],)) for slug in slugs)
